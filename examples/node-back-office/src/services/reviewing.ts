/** What advisers decide about requests of the portal: take one, give it back, answer and close it, or erase it. */

import type { Queries } from '../database/index.js';
import { labels, ReferralError, type ClosureReason } from '../library.js';
import { audit } from '../store/audit.js';
import { closeRequest, diagnosisById, holdDiagnosis, releaseRequest, type Diagnosis } from '../store/diagnoses.js';
import { takePortalRequest } from '../store/portal-queue.js';
import type { Services } from './index.js';
import { writeLetter } from './letters.js';
import { repliesTo } from './replies.js';
import { happened } from './requests.js';
import { eraseNow } from './retention.js';

/** Why a request may be closed, in the library's words. */
export const CLOSURES = Object.entries(labels.closureReason) as [ClosureReason, string][];
export const isClosure = (reason: string): reason is ClosureReason => CLOSURES.some(([known]) => known === reason);

/** Gives a request to the adviser who takes it first. */
export async function take(services: Services, id: string, adviser: string): Promise<boolean> {
  return audited(services, id, adviser, 'portal_request_taken', takePortalRequest);
}

/** Puts a request that was not sent back into the queue, for a colleague. */
export async function release(services: Services, id: string, adviser: string): Promise<boolean> {
  return audited(services, id, adviser, 'portal_request_released', releaseRequest);
}

/** Does something and writes down who did, both or neither; `false` where it could not be done. */
async function audited(
  { database, clock }: Services,
  id: string,
  adviser: string,
  action: string,
  run: (tx: Queries, id: string, adviser: string) => Promise<boolean>,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    if (!(await run(tx, id, adviser))) return false;
    await audit(tx, { actor: `account:${adviser}`, action, at: clock(), detail: id });
    return true;
  });
}

/** Answers a company why its request goes no further, and closes it; `false` where somebody was faster. */
export async function reject(services: Services, id: string, adviser: string, closedFor: ClosureReason, message: string): Promise<boolean> {
  return close(services, id, adviser, closedFor, async (tx, diagnosis) => {
    await closeRequest(tx, id, adviser);
    if (!diagnosis.contact.email) return 'request_rejected';
    // It is theirs now: what the company replies is for them.
    const replyTo = repliesTo(services, (await diagnosisById(tx, id)) ?? diagnosis);
    await writeLetter(services, tx, 'company_answered', { key: id, recipient: diagnosis.contact.email, replyTo, diagnosis: id }, {
      subject: `${services.config.serviceName} : réponse à votre demande`,
      paragraphs: [message],
      link: { label: 'Déposer une autre demande', href: `${services.config.baseUrl}/` },
    });
    return 'request_rejected';
  });
}

/** Erases a request that is none, without a word to whoever wrote it. */
export async function discard(services: Services, id: string, adviser: string, closedFor: ClosureReason): Promise<boolean> {
  return close(services, id, adviser, closedFor, async (tx) => {
    await eraseNow(services, tx, id);
    return 'request_erased';
  });
}

async function close(
  services: Services,
  id: string,
  adviser: string,
  closedFor: ClosureReason,
  run: (tx: Queries, diagnosis: Diagnosis) => Promise<string>,
): Promise<boolean> {
  const { database, clock, worker } = services;
  const author = `account:${adviser}`;
  const done = await database.transaction(async (tx) => {
    const diagnosis = await holdDiagnosis(tx, id);
    if (diagnosis?.status !== 'draft' || diagnosis.origin !== 'portal') return false;
    if (diagnosis.adviser && diagnosis.adviser !== adviser && !diagnosis.adviserLeft) return false;
    try {
      await happened(services, tx, id, { kind: 'closed', closedFor, author });
    } catch (error) {
      if (error instanceof ReferralError) return false;
      throw error;
    }
    await audit(tx, { actor: author, action: await run(tx, diagnosis), at: clock(), detail: id });
    return true;
  });
  worker.wake();
  return done;
}
