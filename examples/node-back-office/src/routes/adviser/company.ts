/** Step 1: which company; and what is said of it, until the diagnosis is sent. */

import type { FastifyInstance } from 'fastify';
import { dayOf } from '../../clock.js';
import { opcosOf, readCompanyForm, valuesOf, withRegister } from '../../services/company-form.js';
import { completed } from '../../services/completing.js';
import { readSiret, siretFault } from '../../services/facts.js';
import type { Services } from '../../services/index.js';
import { audit } from '../../store/audit.js';
import { seenById, seenByName, seenBySiret, type Company } from '../../store/companies.js';
import { createDiagnosis, describeCompany } from '../../store/diagnoses.js';
import { companyView, findView, NEW_DIAGNOSIS, type CompanySource, type CompanyValues } from '../../views/adviser/company.js';
import { isUuid, textOf } from '../../web/input.js';
import { account, NotFound } from '../../web/visitors.js';
import { changeDraft, ownDraft } from './index.js';

export function companyRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, register } = services;

  app.get('/conseiller/nouveau', async (request, reply) => {
    const name = textOf(request.query, 'nom', 80);
    const found = name ? await seenByName(database, account(request).id, name) : [];
    return reply.page((frame) => findView({ frame, siret: '', name, found }));
  });

  app.get('/conseiller/entreprise', async (request, reply) => {
    const { library } = services.directory;
    const adviser = account(request).id;
    const siret = readSiret(request.query);
    const known = textOf(request.query, 'connue', 36);
    const opcos = opcosOf(services);
    const page = (values: CompanyValues, source: CompanySource, findings?: string[]) =>
      reply.page((frame) => companyView({ frame, action: NEW_DIAGNOSIS, values, opcos, source, findings }));
    const seenPage = async (company: Company) => {
      const { facts, findings } = await withRegister(services, company);
      return page(valuesOf(services, company.siret ?? '', company.name ?? '', facts), 'seen', findings);
    };

    if (known) {
      const company = isUuid(known) ? await seenById(database, adviser, known) : undefined;
      if (!company) throw new NotFound();
      return seenPage(company);
    }
    if (!siret) return page(valuesOf(services, '', ''), 'hand');
    const error = siretFault(library, siret, dayOf(clock()));
    if (error) {
      return reply
        .code(422)
        .page((frame) => findView({ frame, siret, name: '', error, found: [] }));
    }
    const seen = await seenBySiret(database, adviser, siret);
    if (seen) return seenPage(seen);
    const entry = await register.find(siret);
    if (!entry) return page(valuesOf(services, siret, ''), 'hand');
    const { facts, findings } = completed({}, entry);
    return page(valuesOf(services, siret, entry.name ?? '', facts), 'register', findings);
  });

  app.post('/conseiller/entreprise', async (request, reply) => {
    const { described, errors, values, choices } = readCompanyForm(services, request.body);
    if (Object.keys(errors).length > 0) {
      const form = { action: NEW_DIAGNOSIS, values, errors, choices, opcos: opcosOf(services), source: 'sent' } as const;
      return reply.code(422).page((frame) => companyView({ frame, ...form }));
    }
    const id = await database.transaction((tx) =>
      createDiagnosis(tx, { company: described, adviser: account(request).id, origin: 'adviser' }, clock()),
    );
    return reply.redirect(`/conseiller/diagnostics/${id}/besoins`, 303);
  });

  app.get('/conseiller/diagnostics/:id/entreprise', async (request, reply) => {
    const { id, company } = await ownDraft(services, request);
    const { facts, findings } = await withRegister(services, company);
    const values = valuesOf(services, company.siret ?? '', company.name ?? '', facts);
    const form = { action: `/conseiller/diagnostics/${id}/entreprise`, values, findings, opcos: opcosOf(services), source: 'draft' } as const;
    return reply.page((frame) => companyView({ frame, ...form }));
  });

  app.post('/conseiller/diagnostics/:id/entreprise', async (request, reply) => {
    const { id } = await ownDraft(services, request);
    const { described, errors, values, choices } = readCompanyForm(services, request.body);
    const action = `/conseiller/diagnostics/${id}/entreprise`;
    if (Object.keys(errors).length > 0) {
      const form = { action, values, errors, choices, opcos: opcosOf(services), source: 'sent' } as const;
      return reply.code(422).page((frame) => companyView({ frame, ...form }));
    }
    await changeDraft(services, request, async (tx) => {
      await describeCompany(tx, id, described, clock());
      await audit(tx, { actor: `account:${account(request).id}`, action: 'facts_changed', at: clock(), detail: id });
    });
    return reply.redirect(`/conseiller/diagnostics/${id}/besoins?fait=faits-changes`, 303);
  });
}
