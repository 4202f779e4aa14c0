/** A company's facts from a form; what is wrong with them is the library's to say. */

import { activityOf, NeedError, NOMENCLATURES, type Facts, type Library } from '../library.js';
import { listOf, textOf } from '../web/input.js';
import type { Errors } from '../views/forms.js';

export function readFacts(body: unknown, commune: string): Facts {
  const facts: Facts = { commune };
  const texts = [
    ['naf', 'naf'],
    ['naf2025', 'naf_2025'],
    ['headcountBand', 'headcount_band'],
    ['legalForm', 'legal_form'],
    ['createdOn', 'created_on'],
    ['opco', 'opco'],
  ] as const;
  for (const [field, name] of texts) {
    const text = textOf(body, name, 40);
    if (text) facts[field] = text;
  }
  const headcount = textOf(body, 'headcount', 10).replaceAll(/\s/g, '');
  if (headcount) facts.headcount = Number(headcount);
  const activities = listOf(body, 'activities', 10);
  if (activities.length > 0) facts.activities = activities;
  return facts;
}

/** A SIRET as it is typed, without its spaces; blank if it is missing. */
export const readSiret = (form: unknown): string => textOf(form, 'siret', 20).replaceAll(/\s/g, '');

/** The fields of the library under the names of the forms. */
const INPUTS: Record<string, string> = {
  naf2025: 'naf_2025',
  headcountBand: 'headcount_band',
  legalForm: 'legal_form',
  createdOn: 'created_on',
  commune: 'commune',
};

const MESSAGES: Record<string, string> = {
  siret: 'Ce SIRET n’existe pas : vérifiez ses 14 chiffres.',
  naf: 'Ce code n’est pas de la NAF rév. 2 : il s’écrit comme 10.71C.',
  naf_2025: 'Ce code n’est pas de la NAF 2025 : il s’écrit comme 10.71H.',
  headcount: 'Cet effectif n’est pas possible, ou contredit la tranche choisie.',
  headcount_band: 'Cette tranche n’existe pas.',
  legal_form: 'Cette forme juridique n’existe pas.',
  created_on: 'Cette date de création n’est pas possible.',
  activities: 'Cette nature d’activité n’existe pas.',
  opco: 'Cet organisme n’est pas un OPCO.',
  commune: 'Cette commune n’existe pas.',
};

/** What the library refuses in a company's facts, in the words of the form; nothing if it accepts them. */
export function faultsOf(library: Library, facts: Facts, siret: string, on: string): Errors {
  try {
    library.check({ ...facts, ...(siret && { siret }), on });
    return {};
  } catch (error) {
    if (!(error instanceof NeedError) || error.field === undefined) throw error;
    const input = INPUTS[error.field] ?? error.field;
    return { [input]: MESSAGES[input] ?? error.message };
  }
}

/** What is wrong with a SIRET by itself. The library checks whole facts: these are of a commune that there always is. */
export const siretFault = (library: Library, siret: string, on: string): string | undefined =>
  faultsOf(library, { commune: '75056' }, siret, on)['siret'];

/**
 * Activity codes that their nomenclature does not have. The library routes a company that has one, since a register may
 * be ahead of its nomenclatures; an adviser who types one has mistaken the code, or the field.
 */
export function activityFaults(facts: Facts): Errors {
  const errors: Errors = {};
  for (const [field, other] of [['naf', 'naf2025'], ['naf2025', 'naf']] as const) {
    const code = facts[field];
    if (!code || activityOf(field, code)) continue;
    const input = INPUTS[field] ?? field;
    const isOfOther = activityOf(other, code) !== undefined;
    errors[input] = isOfOther ? `Ce code est de la ${NOMENCLATURES[other]} : il va dans l’autre champ.` : (MESSAGES[input] ?? '');
  }
  return errors;
}
