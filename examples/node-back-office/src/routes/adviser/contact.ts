/** Step 3: whom to call, and sending. */

import type { FastifyInstance } from 'fastify';
import { dayOf } from '../../clock.js';
import { askedNeed, sendDiagnosis } from '../../services/sending.js';
import type { Services } from '../../services/index.js';
import { audit } from '../../store/audit.js';
import { needsOf, saveContact, type Contact, type Diagnosis } from '../../store/diagnoses.js';
import { openLoad } from '../../store/referrals.js';
import { contactView, type ToSend } from '../../views/adviser/contact.js';
import type { Errors } from '../../views/forms.js';
import { readContact } from '../../services/contact.js';
import { wouldBeTold } from '../../services/told.js';
import { sentNotice } from '../../views/notices.js';
import { textOf } from '../../web/input.js';
import { account } from '../../web/visitors.js';
import { ownDiagnosis, ownDraft } from './index.js';

export function contactRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock, config } = services;

  async function toSend(diagnosis: Diagnosis): Promise<ToSend[]> {
    const { library } = services.directory;
    const load = await openLoad(database);
    return (await needsOf(database, diagnosis.id)).map((need) => {
      const asked = askedNeed(library, diagnosis, need, dayOf(clock()));
      const found = library.match(asked).map((match) => match.expert.id);
      const proposed = library.matchReachable(asked, { perInstitution: config.perInstitution, load });
      const experts = (need.chosen ?? proposed.map((match) => match.expert.id)).flatMap((id) => {
        const expert = library.expert(id);
        if (!expert) return [];
        const told = wouldBeTold(library, expert, dayOf(clock()));
        return [{ name: expert.name, byHand: !found.includes(id), addresses: told.length, phone: expert.phone }];
      });
      return { label: library.labelOf(need.subject), comment: need.comment ?? '', experts };
    });
  }

  app.get('/conseiller/diagnostics/:id/contact', async (request, reply) => {
    const diagnosis = await ownDraft(services, request);
    const needs = await toSend(diagnosis);
    if (needs.length === 0) return reply.redirect(`/conseiller/diagnostics/${diagnosis.id}/besoins`, 303);
    return reply.page((frame) => contactView({ frame, diagnosis, needs, contact: diagnosis.contact }));
  });

  app.post('/conseiller/diagnostics/:id/envoi', async (request, reply) => {
    const diagnosis = await ownDiagnosis(services, request);
    const address = `/conseiller/diagnostics/${diagnosis.id}`;
    // Sent by a first click: the second one sees what came of it.
    if (diagnosis.status !== 'draft') return reply.redirect(`${address}?fait=deja-envoye`, 303);
    const { contact, errors } = readContact(request.body);
    const faults: Errors = { ...errors };
    if (textOf(request.body, 'agreed', 3) !== 'oui') faults['agreed'] = 'L’accord de l’entreprise est nécessaire.';
    if (Object.keys(faults).length > 0) return refused(diagnosis, contact, faults);
    await saveContact(database, diagnosis.id, contact);
    const actor = `account:${account(request).id}`;
    const told = await sendDiagnosis(services, diagnosis.id, actor);
    if (!told) return reply.redirect(`${address}?fait=deja-envoye`, 303);
    await audit(database, { actor, action: 'diagnosis_sent', at: clock(), detail: diagnosis.id });
    return reply.tell(address, sentNotice(told));

    async function refused(one: Diagnosis, values: Contact, wrong: Errors) {
      const needs = await toSend(one);
      return reply.code(422).page((frame) => contactView({ frame, diagnosis: one, needs, contact: values, errors: wrong }));
    }
  });
}
