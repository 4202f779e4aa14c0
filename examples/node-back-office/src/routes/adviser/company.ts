/** Step 1: which company; and what is said of it, until the diagnosis is sent. */

import type { FastifyInstance } from 'fastify';
import { dayOf } from '../../clock.js';
import { opcosOf, readCompanyForm, valuesOf, withRegister, type Looked } from '../../services/company-form.js';
import { searchByName } from '../../services/company-search.js';
import { readSiret, siretFault } from '../../services/facts.js';
import type { Services } from '../../services/index.js';
import { noteFor, noteOf } from '../../services/register-note.js';
import { isSiren, type Facts } from '../../library.js';
import { audit } from '../../store/audit.js';
import { seenById, seenByName, seenBySiret, type Company } from '../../store/companies.js';
import { createDiagnosis, describeCompany } from '../../store/diagnoses.js';
import { companyView, NEW_DIAGNOSIS, type AskedRegister, type CompanySource } from '../../views/adviser/company.js';
import { findView } from '../../views/adviser/find.js';
import { isUuid, textOf } from '../../web/input.js';
import { account, NotFound } from '../../web/visitors.js';
import { changeDraft, ownDraft } from './index.js';

export function companyRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, register } = services;
  const communeName = (code: string): string => services.directory.library.communeName(code);
  const find = { siret: '', name: '', place: { code: '', text: '' }, hasRegister: register.state() !== 'none', communeName };
  const askedRegister = ({ lookup, filled }: Looked): AskedRegister => ({ lookup, filled, communeName, noteOf });

  app.get('/conseiller/nouveau', async (request, reply) => {
    const siren = textOf(request.query, 'siren', 20).replaceAll(/\s/g, '');
    if (siren) {
      if (!isSiren(siren)) return reply.code(422).page((frame) => findView({ ...find, frame, siret: siren, errors: { siret: WRONG_SIREN } }));
      const search = await register.search({ siren });
      return reply.page((frame) => findView({ ...find, frame, siret: siren, search }));
    }
    const written = textOf(request.query, 'nom', 80);
    if (!written) return reply.page((frame) => findView({ ...find, frame }));
    const seen = await seenByName(database, account(request).id, written);
    if (!find.hasRegister) return reply.page((frame) => findView({ ...find, frame, name: written, seen }));
    const { place, errors, choices, search } = await searchByName(services, request.query, 'nom');
    return reply.page((frame) => findView({ ...find, frame, name: written, place, errors, choices, seen, search }));
  });

  app.get('/conseiller/entreprise', async (request, reply) => {
    const { library } = services.directory;
    const adviser = account(request).id;
    const siret = readSiret(request.query);
    const known = textOf(request.query, 'connue', 36);
    const page = async (source: CompanySource, number: string, name: string, facts: Partial<Facts> = {}) => {
      const looked = await withRegister(services, number || null, facts);
      const entry = looked.lookup.is === 'found' ? looked.lookup.company : undefined;
      const values = valuesOf(services, number, name || (entry?.name ?? ''), looked.facts);
      const from = source === 'hand' && entry ? 'register' : source;
      const form = { action: NEW_DIAGNOSIS, values, opcos: opcosOf(services), source: from, findings: looked.findings } as const;
      return reply.page((frame) => companyView({ ...form, frame, register: askedRegister(looked) }));
    };
    const seenPage = ({ siret: number, name, facts }: Company) => page('seen', number ?? '', name ?? '', facts);

    if (known) {
      const company = isUuid(known) ? await seenById(database, adviser, known) : undefined;
      if (!company) throw new NotFound();
      return seenPage(company);
    }
    if (siret.length === 9) return reply.redirect(`/conseiller/nouveau?siren=${encodeURIComponent(siret)}`, 303);
    const error = siret && siretFault(library, siret, dayOf(clock()));
    if (error) return reply.code(422).page((frame) => findView({ ...find, frame, siret, errors: { siret: error } }));
    const seen = siret ? await seenBySiret(database, adviser, siret) : undefined;
    return seen ? seenPage(seen) : page('hand', siret, '');
  });

  app.post('/conseiller/entreprise', async (request, reply) => {
    const { described, errors, values, choices } = readCompanyForm(services, request.body);
    if (Object.keys(errors).length > 0) {
      const form = { action: NEW_DIAGNOSIS, values, errors, choices, opcos: opcosOf(services), source: 'sent' } as const;
      return reply.code(422).page((frame) => companyView({ frame, ...form }));
    }
    const company = { ...described, register: await noteFor(services, described.siret, described.facts) };
    const id = await database.transaction((tx) =>
      createDiagnosis(tx, { company, adviser: account(request).id, origin: 'adviser' }, clock()),
    );
    return reply.redirect(`/conseiller/diagnostics/${id}/besoins`, 303);
  });

  app.get('/conseiller/diagnostics/:id/entreprise', async (request, reply) => {
    const { id, company } = await ownDraft(services, request);
    const looked = await withRegister(services, company.siret, company.facts);
    const values = valuesOf(services, company.siret ?? '', company.name ?? '', looked.facts);
    const action = `/conseiller/diagnostics/${id}/entreprise`;
    const form = { action, values, findings: looked.findings, opcos: opcosOf(services), source: 'draft' } as const;
    return reply.page((frame) => companyView({ ...form, frame, register: askedRegister(looked) }));
  });

  app.post('/conseiller/diagnostics/:id/entreprise', async (request, reply) => {
    const { id } = await ownDraft(services, request);
    const { described, errors, values, choices } = readCompanyForm(services, request.body);
    const action = `/conseiller/diagnostics/${id}/entreprise`;
    if (Object.keys(errors).length > 0) {
      const form = { action, values, errors, choices, opcos: opcosOf(services), source: 'sent' } as const;
      return reply.code(422).page((frame) => companyView({ frame, ...form }));
    }
    const company = { ...described, register: await noteFor(services, described.siret, described.facts) };
    await changeDraft(services, request, async (tx) => {
      await describeCompany(tx, id, company, clock());
      await audit(tx, { actor: `account:${account(request).id}`, action: 'facts_changed', at: clock(), detail: id });
    });
    return reply.redirect(`/conseiller/diagnostics/${id}/besoins?fait=faits-changes`, 303);
  });
}

const WRONG_SIREN = 'Ce SIREN n’existe pas : vérifiez ses 9 chiffres.';
