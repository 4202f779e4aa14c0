/** An adviser's form about a company: what it starts from, and what it says. */

import { dayOf } from '../clock.js';
import type { Facts } from '../library.js';
import type { Lookup } from '../register/register.js';
import type { Described } from '../store/diagnoses.js';
import type { CompanyValues } from '../views/adviser/company.js';
import type { Errors } from '../views/forms.js';
import { listOf, textOf } from '../web/input.js';
import { completed, type Completed } from './completing.js';
import { activityFaults, faultsOf, readFacts, readSiret } from './facts.js';
import type { Services } from './index.js';
import { placeLabel, readPlace, type PlaceChoice } from './places.js';

export interface CompanyForm {
  described: Described;
  errors: Errors;
  /** What was sent, as the form shows it again. */
  values: CompanyValues;
  choices: PlaceChoice[] | undefined;
}

export function readCompanyForm(services: Services, body: unknown): CompanyForm {
  const { library } = services.directory;
  const name = textOf(body, 'name', 120);
  const siret = readSiret(body);
  const commune = readPlace(library, body);
  const facts = readFacts(body, commune.value.code);
  const errors = {
    ...(commune.error ? { commune: commune.error } : faultsOf(library, facts, siret, dayOf(services.clock()))),
    ...activityFaults(facts),
    ...(!name && { name: 'Indiquez le nom de l’entreprise.' }),
  };
  const values: CompanyValues = {
    siret,
    name,
    commune: commune.value,
    naf: textOf(body, 'naf', 40),
    naf2025: textOf(body, 'naf_2025', 40),
    headcountBand: textOf(body, 'headcount_band', 40),
    headcount: textOf(body, 'headcount', 10),
    legalForm: textOf(body, 'legal_form', 40),
    createdOn: textOf(body, 'created_on', 40),
    activities: listOf(body, 'activities', 10),
    opco: textOf(body, 'opco', 80),
  };
  return { described: { siret: siret || undefined, name, facts, by: 'adviser' }, errors, values, choices: commune.choices };
}

/** A company as it is known, in the form. */
export function valuesOf({ directory }: Services, siret: string, name: string, facts: Partial<Facts> = {}): CompanyValues {
  const commune = facts.commune ? directory.library.commune(facts.commune) : undefined;
  return {
    siret,
    name,
    commune: { code: commune?.code ?? '', text: commune ? placeLabel(commune) : '' },
    naf: facts.naf ?? '',
    naf2025: facts.naf2025 ?? '',
    headcountBand: facts.headcountBand ?? '',
    headcount: facts.headcount?.toString() ?? '',
    legalForm: facts.legalForm ?? '',
    createdOn: facts.createdOn ?? '',
    activities: facts.activities ?? [],
    opco: facts.opco ?? '',
  };
}

/** What is known of a company, with what the register has come to know: its code of NAF 2025, that it closed… */
export interface Looked extends Completed {
  lookup: Lookup;
}

export async function withRegister(services: Services, siret: string | null, facts: Partial<Facts> = {}): Promise<Looked> {
  const lookup: Lookup = siret ? await services.register.find(siret) : { is: 'none' };
  if (lookup.is !== 'found') return { lookup, facts, findings: [], filled: [] };
  const { company } = lookup;
  const all = completed(facts, company);
  // Agreements that lead to one OPCO for certain fill the field; what is ambiguous is among what the register says.
  const [opco] = company.opco?.certainty === 'certain' ? company.opco.ids : [];
  if (facts.opco || !opco || !opcosOf(services).some(([id]) => id === opco)) return { lookup, ...all };
  return { ...all, lookup, facts: { ...all.facts, opco }, filled: [...all.filled, 'opco'] };
}

export function opcosOf({ directory }: Services): (readonly [string, string])[] {
  return directory.library.directory.institutions
    .filter((one) => one.categories.includes('opco') && one.active)
    .map((one) => [one.id, one.name] as const);
}
