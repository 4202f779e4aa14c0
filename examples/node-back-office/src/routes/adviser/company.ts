/** Step 1: which company. */

import type { FastifyInstance } from 'fastify';
import { dayOf } from '../../clock.js';
import { readCommune } from '../../services/communes.js';
import { faultsOf, readFacts } from '../../services/facts.js';
import type { Services } from '../../services/index.js';
import { companiesByName, companyBySiret, companySeenBy, saveCompany } from '../../store/companies.js';
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
    const page = (values: CompanyValues, source: 'register' | 'seen' | 'hand') =>
      reply.page((frame) => companyView({ frame, values, opcos, source }));

    if (known) {
      const company = isUuid(known) ? await companySeenBy(database, known, account(request).id) : undefined;
      if (!company) throw new NotFound();
      return page(valuesOf(services, company.siret ?? '', company.name ?? '', company.facts), 'seen');
    }
    if (!siret) return page(valuesOf(services, '', ''), 'hand');
    const faults = faultsOf(library, { commune: '75056' }, siret, dayOf(clock()));
    if (faults['siret']) {
      return reply
        .code(422)
        .page((frame) => findView({ frame, siret, name: '', error: faults['siret'], found: [] }));
    }
    const seen = await companyBySiret(database, siret);
    if (seen?.name) return page(valuesOf(services, siret, seen.name, seen.facts), 'seen');
    const entry = await register.find(siret);
    if (entry) return page(valuesOf(services, siret, entry.name, entry.facts), 'register');
    return page(valuesOf(services, siret, ''), 'hand');
  });

  app.post('/conseiller/entreprise', async (request, reply) => {
    const { library } = services.directory;
    const { body } = request;
    const name = textOf(body, 'name', 120);
    const siret = digits(textOf(body, 'siret', 20));
    const commune = readCommune(library, body);
    const facts = readFacts(body, commune.value.code);
    const errors = {
      ...(commune.error ? { commune: commune.error } : faultsOf(library, facts, siret, dayOf(clock()))),
      ...(!name && { name: 'Indiquez le nom de l’entreprise.' }),
    };
    if (Object.keys(errors).length > 0) {
      const values: CompanyValues = {
        siret,
        name,
        commune: commune.value,
        naf: textOf(body, 'naf', 40),
        headcountBand: textOf(body, 'headcount_band', 40),
        headcount: textOf(body, 'headcount', 10),
        legalForm: textOf(body, 'legal_form', 40),
        createdOn: textOf(body, 'created_on', 40),
        activities: listOf(body, 'activities', 10),
        opco: textOf(body, 'opco', 80),
      };
      return reply.code(422).page((frame) =>
        companyView({ frame, values, errors, choices: commune.choices, opcos: opcosOf(services), source: 'hand' }),
      );
    }
    const id = await database.transaction(async (tx) => {
      const company = await saveCompany(tx, { siret: siret || undefined, name, facts }, clock());
      return createDiagnosis(tx, { company, adviser: account(request).id, origin: 'adviser' }, clock());
    });
    return reply.redirect(`/conseiller/diagnostics/${id}/besoins`, 303);
  });
}

const digits = (text: string): string => text.replaceAll(/\s/g, '');

function opcosOf({ directory }: Services): (readonly [string, string])[] {
  return directory.library.directory.institutions
    .filter((one) => one.categories.includes('opco') && one.active)
    .map((one) => [one.id, one.name] as const);
}

function valuesOf({ directory }: Services, siret: string, name: string, facts?: Facts): CompanyValues {
  return {
    siret,
    name,
    commune: facts ? { code: facts.commune, text: directory.library.communeName(facts.commune) } : { code: '', text: '' },
    naf: facts?.naf ?? '',
    headcountBand: facts?.headcountBand ?? '',
    headcount: facts?.headcount?.toString() ?? '',
    legalForm: facts?.legalForm ?? '',
    createdOn: facts?.createdOn ?? '',
    activities: facts?.activities ?? [],
    opco: facts?.opco ?? '',
  };
}
