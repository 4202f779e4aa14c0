/** Step 3: whom to call, and sending. */

import type { FastifyInstance } from 'fastify';
import { readContact } from '../../services/contact.js';
import type { Services } from '../../services/index.js';
import { planOf } from '../../services/plan.js';
import { sendDiagnosis } from '../../services/sending.js';
import { audit } from '../../store/audit.js';
import { saveContact, type Contact, type Diagnosis } from '../../store/diagnoses.js';
import { contactView } from '../../views/adviser/contact.js';
import type { Errors } from '../../views/forms.js';
import type { Frame } from '../../views/frame.js';
import { sentNotice } from '../../views/notices.js';
import { textOf } from '../../web/input.js';
import { account } from '../../web/visitors.js';
import { ownDiagnosis, ownDraft } from './index.js';

export function contactRoutes(app: FastifyInstance, services: Services): void {
  const { database, clock } = services;

  interface More {
    errors?: Errors;
    /** Whether it was to be sent, and is no longer what was shown. */
    changed?: boolean;
  }

  async function page(diagnosis: Diagnosis, contact: Contact, more: More = {}) {
    const { library } = services.directory;
    const { needs, digest } = await planOf(services, database, diagnosis);
    const lines = needs.map(({ need, experts, later, wave }) => ({ label: library.labelOf(need.subject), comment: need.comment ?? '', experts, later, wave }));
    return (frame: Frame) => contactView({ frame, diagnosis, needs: lines, contact, shown: digest, ...more });
  }

  app.get('/conseiller/diagnostics/:id/contact', async (request, reply) => {
    const diagnosis = await ownDraft(services, request);
    const { needs } = await planOf(services, database, diagnosis);
    if (needs.length === 0) return reply.redirect(`/conseiller/diagnostics/${diagnosis.id}/besoins`, 303);
    return reply.page(await page(diagnosis, diagnosis.contact));
  });

  app.post('/conseiller/diagnostics/:id/envoi', async (request, reply) => {
    const diagnosis = await ownDiagnosis(services, request);
    const address = `/conseiller/diagnostics/${diagnosis.id}`;
    // Sent by a first click: the second one sees what came of it.
    if (diagnosis.status !== 'draft') return reply.redirect(`${address}?fait=deja-envoye`, 303);
    const { contact, errors } = readContact(request.body);
    if (textOf(request.body, 'agreed', 3) !== 'oui') errors['agreed'] = 'L’accord de l’entreprise est nécessaire.';
    if (Object.keys(errors).length > 0) return reply.code(422).page(await page(diagnosis, contact, { errors }));
    await saveContact(database, diagnosis.id, contact);
    const actor = `account:${account(request).id}`;
    const sending = await sendDiagnosis(services, diagnosis.id, actor, textOf(request.body, 'shown', 60));
    if (sending.is === 'already') return reply.redirect(`${address}?fait=deja-envoye`, 303);
    if (sending.is === 'changed') return reply.code(409).page(await page(diagnosis, contact, { changed: true }));
    await audit(database, { actor, action: 'diagnosis_sent', at: clock(), detail: diagnosis.id });
    return reply.tell(address, sentNotice(sending.told));
  });
}
