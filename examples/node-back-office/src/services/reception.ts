/** A request of the portal as it comes in: confirmed by its company, then sent by itself or held for an adviser. */

import { addDays, dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import type { HoldReason } from '../library.js';
import { CONFIRM_DAYS } from '../security/links.js';
import { advisersToAlert } from '../store/accounts.js';
import { audit } from '../store/audit.js';
import { createDiagnosis, diagnosisById, holdDiagnosis, type Contact, type Diagnosis, type NewDiagnosis } from '../store/diagnoses.js';
import { needsOf, saveNeeds, type DraftNeed } from '../store/needs.js';
import { stampRequest, type Through } from '../store/deposits.js';
import { confirmRequest, neverConfirmed, unconfirmedFrom } from '../store/requests.js';
import { linkTo, type Services } from './index.js';
import { writeLetter } from './letters.js';
import { alertSteering } from './unfollowed.js';
import { holdReasons } from './review.js';
import { repliesTo } from './replies.js';
import { happened } from './requests.js';
import { eraseNow } from './retention.js';
import { sendDiagnosis, type Sending } from './sending.js';

/** So many requests of a day may wait for one address to be confirmed: whose it is, it is not flooded. */
const MOST_UNCONFIRMED = 3;

/**
 * Keeps a request, and writes to its company to confirm the address; returns its id, or nothing where too many wait for
 * this address already.
 */
export async function receive(
  services: Services,
  { through, ...asked }: Omit<NewDiagnosis, 'adviser' | 'origin' | 'contact'> & { contact: Contact; through?: Through | undefined },
  needs: readonly DraftNeed[],
  /** What else is written with the request, or neither is. */
  beside?: (tx: Queries, request: string) => Promise<void>,
): Promise<string | undefined> {
  const { database, clock, config } = services;
  const now = clock();
  const id = await database.transaction(async (tx) => {
    if ((await unconfirmedFrom(tx, asked.contact.email, addDays(now, -1))) >= MOST_UNCONFIRMED) return undefined;
    const request = await createDiagnosis(tx, { consentedAt: now, ...asked, adviser: null, origin: 'portal' }, now);
    if (through) await stampRequest(tx, request, through);
    await saveNeeds(tx, request, needs);
    const subjects = needs.map((need) => need.subject);
    await tx.query('update diagnoses set asked_subjects = $2 where id = $1', [request, subjects]);
    const diagnosis = await diagnosisById(tx, request);
    if (!diagnosis) throw new Error('a request that was just written is there');
    await happened(services, tx, request, {
      kind: 'deposited',
      origin: through?.origin ?? 'portal',
      company: diagnosis.company.id,
      commune: diagnosis.company.facts.commune,
      ...(subjects.length === 1 && subjects[0] && { subject: subjects[0] }),
    });
    const actor = through?.channel === 'api' ? `partner:${through.partner}` : 'company';
    await audit(tx, { actor, action: 'request_received', at: now, detail: request });
    await beside?.(tx, request);
    if (config.confirmAddress) {
      await happened(services, tx, request, { kind: 'held', heldFor: 'to_confirm' });
      await askToConfirm(services, tx, diagnosis);
    } else {
      await confirmRequest(tx, request, now);
    }
    return request;
  });
  if (id === undefined) return undefined;
  if (!config.confirmAddress) await settle(services, id);
  services.worker.wake();
  return id;
}

async function askToConfirm(services: Services, tx: Queries, diagnosis: Diagnosis): Promise<void> {
  const { config, links, clock, directory } = services;
  const token = links.sign('confirm', diagnosis.id, addDays(clock(), CONFIRM_DAYS));
  const needs = await needsOf(tx, diagnosis.id);
  await writeLetter(services, tx, 'company_confirm', aboutRequest(services, diagnosis), {
    subject: `${config.serviceName} : confirmez votre demande`,
    paragraphs: [
      'Bonjour,',
      `Une demande a été déposée${through(diagnosis)} pour ${nameIn(diagnosis)} : ${needs.map((need) => directory.library.labelOf(need.subject)).join(' · ')}.`,
      `Confirmez votre adresse en ouvrant ce lien : rien n’est transmis avant. Si vous n’avez rien demandé, ne faites rien : tout est effacé au bout de ${CONFIRM_DAYS} jours.`,
    ],
    link: { label: 'Relire et confirmer ma demande', href: `${config.baseUrl}/confirmer/${token}` },
  });
}

/**
 * The company's name, where it is nothing but a name. Whoever types an address makes the service write to it, and no
 * mailbox is to receive a stranger's link or message as the service's own.
 */
const nameIn = ({ company: { name } }: Diagnosis): string => (name && !MORE_THAN_A_NAME.test(name) ? name : 'votre entreprise');
const MORE_THAN_A_NAME = /[\p{C}\n]|[:/@]|\p{L}\.\p{L}{2}|^.{81}/u;

/** By whom, where that was not the company itself: it may not know this service. */
const through = ({ partner }: Diagnosis): string =>
  partner ? (partner.channel === 'api' ? ` par ${partner.name}` : ` sur la page de ${partner.name}`) : '';

const aboutRequest = (services: Services, diagnosis: Diagnosis) => ({
  key: diagnosis.id,
  recipient: diagnosis.contact.email,
  replyTo: repliesTo(services, diagnosis),
  diagnosis: diagnosis.id,
});

/** What became of a confirmed request. */
export type Settled = Sending | { is: 'held' };

/** The company confirms: the request goes, if it is still what was shown, or is held for an adviser. */
export async function confirm(services: Services, id: string, shown: string): Promise<Settled> {
  const { database, clock } = services;
  // Whatever comes next: a confirmed request that went nowhere is in the advisers' queue.
  if (await confirmRequest(database, id, clock())) {
    await audit(database, { actor: 'company', action: 'request_confirmed', at: clock(), detail: id });
  }
  return settle(services, id, shown);
}

/** Sends a request that needs no reading; holds the others for an adviser, and tells the company and the advisers. */
export async function settle(services: Services, id: string, shown?: string): Promise<Settled> {
  const diagnosis = await diagnosisById(services.database, id);
  // One that an adviser has taken is theirs to send.
  if (diagnosis?.status !== 'draft' || diagnosis.adviser) return { is: 'already' };
  const [first] = await holdReasons(services, diagnosis);
  if (!first) return sendDiagnosis(services, id, 'company', shown);
  await services.database.transaction((tx) => hold(services, tx, id, first.heldFor));
  services.worker.wake();
  return { is: 'held' };
}

async function hold(services: Services, tx: Queries, id: string, heldFor: HoldReason): Promise<void> {
  const diagnosis = await holdDiagnosis(tx, id);
  if (diagnosis?.status !== 'draft') return;
  await happened(services, tx, id, { kind: 'held', heldFor });
  await writeLetter(services, tx, 'company_received', aboutRequest(services, diagnosis), {
    subject: `${services.config.serviceName} : votre demande est bien arrivée`,
    paragraphs: [
      'Bonjour,',
      'Votre demande est bien arrivée. Un conseiller la lit et cherche qui peut vous aider ; il vous rappelle s’il lui manque une précision.',
    ],
    link: { label: 'Voir où en est ma demande', href: linkTo(services, 'company', id) },
  });
  await alertAdvisers(services, tx);
}

/** Tells advisers that something waits: once a day each, since the page says the rest. Without any adviser, steering hears of it. */
export async function alertAdvisers(services: Services, tx: Queries): Promise<number> {
  const { config, clock } = services;
  const advisers = await advisersToAlert(tx);
  if (advisers.length === 0) return alertSteering(services, tx);
  let written = 0;
  for (const { id, email } of advisers) {
    written += await writeLetter(services, tx, 'adviser_queue', { key: `${id}:${dayOf(clock())}`, recipient: email }, {
      subject: `${config.serviceName} : une demande attend un conseiller`,
      paragraphs: ['Bonjour,', 'Une demande du portail attend qu’un conseiller la lise. D’autres ont pu arriver depuis.'],
      link: { label: 'Voir les demandes à relire', href: `${config.baseUrl}/conseiller/portail` },
    });
  }
  return written;
}

/** Whom it concerns where no adviser follows a diagnosis: for a request of the portal all advisers, else steering. */
export const tellUnfollowed = (services: Services, tx: Queries, { origin }: Diagnosis): Promise<number> =>
  origin === 'portal' ? alertAdvisers(services, tx) : alertSteering(services, tx);

/** Closes and erases what no company confirmed in time; returns how many requests that was. */
export async function closeUnconfirmed(services: Services): Promise<number> {
  const due = await requestsToClose(services);
  for (const id of due) await services.database.transaction((tx) => closeRequestUnconfirmed(services, tx, id));
  return due.length;
}

export const requestsToClose = ({ database, clock }: Services): Promise<string[]> =>
  neverConfirmed(database, addDays(clock(), -CONFIRM_DAYS));

/** Closes and erases one of them; `false` where its company or somebody else was faster. */
export async function closeRequestUnconfirmed(services: Services, tx: Queries, id: string): Promise<boolean> {
  const diagnosis = await holdDiagnosis(tx, id);
  if (diagnosis?.status !== 'draft' || diagnosis.confirmedAt) return false;
  await happened(services, tx, id, { kind: 'closed', closedFor: 'unconfirmed' });
  await eraseNow(services, tx, id);
  return true;
}
