/** Step 1: which company. */

import type { FastifyInstance } from 'fastify';
import { dayOf } from '../../clock.js';
import { completed, type Completed } from '../../services/completing.js';
import { activityFaults, faultsOf, readFacts } from '../../services/facts.js';
import type { Services } from '../../services/index.js';
import { placeLabel, readPlace } from '../../services/places.js';
import { companiesByName, companyBySiret, companySeenBy, saveCompany, type Company } from '../../store/companies.js';
import { createDiagnosis } from '../../store/diagnoses.js';
import type { Facts } from '../../library.js';
import { companyView, findView, type CompanyValues } from '../../views/adviser/company.js';
import { isUuid, listOf, textOf } from '../../web/input.js';
import { account, NotFound } from '../../web/visitors.js';

export function companyRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, register } = services;

  app.get('/conseiller/nouveau', async (request, reply) => {
    const name = textOf(request.query, 'nom', 80);
    const found = name ? await companiesByName(database, account(request).id, name) : [];
    return reply.page((frame) => findView({ frame, siret: '', name, found }));
  });

  app.get('/conseiller/entreprise', async (request, reply) => {
    const { library } = services.directory;
    const siret = digits(textOf(request.query, 'siret', 20));
    const known = textOf(request.query, 'connue', 36);
    const opcos = opcosOf(services);
    const page = (values: CompanyValues, source: 'register' | 'seen' | 'hand', findings?: string[]) =>
      reply.page((frame) => companyView({ frame, values, opcos, source, findings }));
    const seenPage = async (company: Company) => {
      const { facts, findings } = await withRegister(company);
      return page(valuesOf(services, company.siret ?? '', company.name ?? '', facts), 'seen', findings);
    };

    if (known) {
      const company = isUuid(known) ? await companySeenBy(database, known, account(request).id) : undefined;
      if (!company) throw new NotFound();
      return seenPage(company);
    }
    if (!siret) return page(valuesOf(services, '', ''), 'hand');
    const faults = faultsOf(library, { commune: '75056' }, siret, dayOf(clock()));
    if (faults['siret']) {
      return reply
        .code(422)
        .page((frame) => findView({ frame, siret, name: '', error: faults['siret'], found: [] }));
    }
    const seen = await companyBySiret(database, siret);
    if (seen?.name) return seenPage(seen);
    const entry = await register.find(siret);
    if (!entry) return page(valuesOf(services, siret, ''), 'hand');
    const { facts, findings } = completed({}, entry);
    return page(valuesOf(services, siret, entry.name ?? '', facts), 'register', findings);
  });

  app.post('/conseiller/entreprise', async (request, reply) => {
    const { library } = services.directory;
    const { body } = request;
    const name = textOf(body, 'name', 120);
    const siret = digits(textOf(body, 'siret', 20));
    const commune = readPlace(library, body);
    const facts = readFacts(body, commune.value.code);
    const errors = {
      ...(commune.error ? { commune: commune.error } : faultsOf(library, facts, siret, dayOf(clock()))),
      ...activityFaults(facts),
      ...(!name && { name: 'Indiquez le nom de l’entreprise.' }),
    };
    if (Object.keys(errors).length > 0) {
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
      return reply.code(422).page((frame) =>
        companyView({ frame, values, errors, choices: commune.choices, opcos: opcosOf(services), source: 'sent' }),
      );
    }
    const id = await database.transaction(async (tx) => {
      const company = await saveCompany(tx, { siret: siret || undefined, name, facts }, clock());
      return createDiagnosis(tx, { company, adviser: account(request).id, origin: 'adviser' }, clock());
    });
    return reply.redirect(`/conseiller/diagnostics/${id}/besoins`, 303);
  });

  /** A company seen before, with what the register has come to know of it: its code of NAF 2025, that it closed… */
  async function withRegister({ siret, facts }: Company): Promise<Completed> {
    const entry = siret ? await register.find(siret) : undefined;
    return entry ? completed(facts, entry) : { facts, findings: [] };
  }
}

const digits = (text: string): string => text.replaceAll(/\s/g, '');

function opcosOf({ directory }: Services): (readonly [string, string])[] {
  return directory.library.directory.institutions
    .filter((one) => one.categories.includes('opco') && one.active)
    .map((one) => [one.id, one.name] as const);
}

function valuesOf({ directory }: Services, siret: string, name: string, facts: Partial<Facts> = {}): CompanyValues {
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
