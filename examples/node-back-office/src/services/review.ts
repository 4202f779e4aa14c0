/** Why a portal's request wants an adviser: before it goes to experts, or after all of them refused. */

import { dayOf } from '../clock.js';
import { classifyRequest, labels, type HoldReason } from '../library.js';
import { earlierRequests, type Diagnosis } from '../store/diagnoses.js';
import { needsOf } from '../store/needs.js';
import { unansweredSubjects } from '../store/portal-queue.js';
import { refusedMessages } from '../store/outbox.js';
import { statusLabel } from '../views/labels.js';
import { askedNeed } from './asked.js';
import type { Services } from './index.js';
import { reach } from './told.js';

export interface Reason {
  heldFor: HoldReason;
  text: string;
}

/** What an adviser has to look at before a request goes; nothing where it may go by itself. */
export async function holdReasons(services: Services, diagnosis: Diagnosis): Promise<Reason[]> {
  const { library } = services.directory;
  const on = dayOf(services.clock());
  const needs = await needsOf(services.database, diagnosis.id);
  const reasons: Reason[] = library.remarks(diagnosis.story ?? '');
  const found = new Map(needs.map((need) => [need.id, reach(library, askedNeed(library, diagnosis, need, on))]));
  const uncovered = needs.filter((need) => found.get(need.id)?.reachable === 0);
  // A request of which a part finds somebody goes: the rest is counted among what nobody covers.
  if (uncovered.length === needs.length) {
    for (const need of uncovered) {
      const subject = `« ${library.labelOf(need.subject)} »`;
      const someone = (found.get(need.id)?.unreachable ?? 0) > 0;
      const text = !library.offers(need.subject)
        ? `Le sujet ${subject} n’est plus proposé : choisissez-en un autre.`
        : someone
          ? `Ceux qui répondent à ${subject} n’ont pas d’adresse.`
          : `Personne n’est trouvé pour ${subject}.`;
      reasons.push({ heldFor: 'no_expert', text });
    }
  }
  // The store knows who is the same company; the library, what is the same request.
  const company = diagnosis.company.id;
  const earlier = (await earlierRequests(services.database, diagnosis)).map((one) => ({ ...one, company }));
  for (const need of needs) {
    const request = { id: need.id, company, subject: need.subject, at: diagnosis.createdAt };
    const { kind } = classifyRequest(request, earlier, { duplicateSameSubject: true });
    const text = `${labels.requestKind[kind]} : « ${library.labelOf(need.subject)} ».`;
    if (kind !== 'new') reasons.push({ heldFor: 'duplicate', text });
  }
  return reasons;
}

/** The same as sentences, for a request in whatever state. */
export async function reviewReasons(services: Services, diagnosis: Diagnosis): Promise<string[]> {
  if (diagnosis.status === 'draft') return (await holdReasons(services, diagnosis)).map((reason) => reason.text);
  const { library } = services.directory;
  const needs = await needsOf(services.database, diagnosis.id);
  const left = needs.filter((need) => need.status === 'not_sent' || need.status === 'not_for_me');
  const unsent = await refusedMessages(services.database, diagnosis.id);
  return [
    ...left.map((need) => `${statusLabel(need.status)} : « ${library.labelOf(need.subject)} ».`),
    ...(await unansweredSubjects(services.database, diagnosis.id)).map((subject) => `Personne ne répond : « ${library.labelOf(subject)} ».`),
    ...unsent.map((recipient) => `Le message à ${recipient} a été refusé.`),
  ];
}
