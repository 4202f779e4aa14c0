/** Sending a diagnosis: referrals, their first events and the messages, all in one transaction or not at all. */

import { randomUUID } from 'node:crypto';
import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { foldEvents, needStatus, type Expert, type Referral } from '../library.js';
import { audit } from '../store/audit.js';
import * as diagnoses from '../store/diagnoses.js';
import type { Diagnosis } from '../store/diagnoses.js';
import { needById, type Need } from '../store/needs.js';
import { addEvents, addReferral, eventsOf, saveStates } from '../store/referrals.js';
import { noteWave } from '../store/waves.js';
import { askedNeed, routedFacts } from './asked.js';
import { grouped } from './grouped.js';
import type { Services } from './index.js';
import { companyNotice, expertNotice, type Sent } from './messages.js';
import { planOf, type PlannedNeed } from './plan.js';
import { happened } from './requests.js';
import { addressees, nobodyTold, type Addressee, type Told } from './told.js';

/** What came of sending; `changed` where it would not have been what was shown, and nothing was sent. */
export type Sending = { is: 'sent'; told: Told } | { is: 'already' } | { is: 'changed' };

/** Sends a draft once. With the digest of what was shown, only if that is still so. */
export async function sendDiagnosis(services: Services, id: string, actor: string, shown?: string): Promise<Sending> {
  const done = await services.database.transaction(async (tx): Promise<Sending> => {
    const diagnosis = await diagnoses.holdDiagnosis(tx, id);
    if (diagnosis?.status !== 'draft') return { is: 'already' };
    const plan = await planOf(services, tx, diagnosis);
    if (shown !== undefined && shown !== plan.digest) return { is: 'changed' };
    const newCompany = await isNewCompany(tx, diagnosis);
    const sent: SentReferral[] = [];
    for (const planned of plan.needs) sent.push(...(await sendNeed(services, tx, diagnosis, planned, actor, newCompany)));
    await diagnoses.markDiagnosisSent(tx, id, services.clock());
    if (diagnosis.origin === 'portal') await transmitted(services, tx, diagnosis, plan.needs.map(({ need }) => need), actor);
    return { is: 'sent', told: await tell(services, tx, diagnosis, sent) };
  });
  services.worker.wake();
  return done;
}

async function sendNeed(
  services: Services,
  tx: Queries,
  diagnosis: Diagnosis,
  { need, experts, wave, step = 'matched' }: PlannedNeed,
  actor: string,
  newCompany: boolean,
): Promise<SentReferral[]> {
  const { library } = services.directory;
  const now = services.clock();
  const asked = askedNeed(library, diagnosis, need, dayOf(now));
  const sent = await refer(services, tx, need, experts, [], actor);
  // Who cannot be written to counts as nobody found, even where an adviser chose them.
  const found = library.matchReachable(asked).length;
  await tx.query('update needs set found = $2, new_company = $3, routed = $4, sent_at = $5, wave_policy = $6 where id = $1', [
    need.id,
    found,
    newCompany,
    JSON.stringify(routedFacts(asked)),
    now,
    wave && sent.length > 0 ? JSON.stringify(wave) : null,
  ]);
  if (wave && sent.length > 0) await noteWave(tx, { need: need.id, on: dayOf(now), step, cause: 'first', experts: sent.map((one) => one.expert) }, now);
  await saveStates(tx, need.id, [], needStatus(sent.map(({ referral }) => referral.state)));
  await audit(tx, { actor, action: 'need_sent', need: need.id, at: now, detail: `${sent.length}` });
  return sent;
}

/** Writes down what a request of the portal became: another subject than the company's, where an adviser chose so. */
async function transmitted(services: Services, tx: Queries, diagnosis: Diagnosis, needs: readonly Need[], actor: string): Promise<void> {
  const author = actor === 'company' ? {} : { author: actor };
  const [from, ...more] = diagnosis.askedSubjects;
  const [need] = needs;
  if (from && more.length === 0 && need && !needs.some((one) => one.subject === from)) {
    await happened(services, tx, diagnosis.id, { kind: 'requalified', from, subject: need.subject, ...author });
  }
  await happened(services, tx, diagnosis.id, { kind: 'transmitted', needs: needs.map((one) => one.id), ...author });
}

/** Sends a need that was sent before to more experts: those whom an adviser chose after a refusal, or instead of nobody. */
export async function sendToMore(services: Services, id: string, experts: readonly string[], actor: string): Promise<Told | undefined> {
  const done = await services.database.transaction(async (tx) => {
    await tx.query('select from needs where id = $1 for update', [id]);
    const need = await needById(tx, id);
    const diagnosis = need && (await diagnoses.diagnosisById(tx, need.diagnosis_id));
    if (!need?.sent_at || !diagnosis || diagnosis.erasedAt) return undefined;
    const { referrals } = foldEvents(await eventsOf(tx, id));
    return (await sendFurther(services, tx, diagnosis, need, referrals, experts, actor))?.told;
  });
  services.worker.wake();
  return done;
}

/** Sends a need to those of these experts who do not have it, and tells them; who calls holds the need. */
export async function sendFurther(
  services: Services,
  tx: Queries,
  diagnosis: Diagnosis,
  need: Need,
  referrals: readonly Referral[],
  experts: readonly string[],
  actor: string,
): Promise<{ told: Told; experts: Expert[] } | undefined> {
  const known = new Set(referrals.map((referral) => referral.expert));
  const { library } = services.directory;
  const asked = askedNeed(library, diagnosis, need, dayOf(services.clock()));
  const found = new Set(library.match(asked).map((match) => match.expert.id));
  const others = [...new Set(experts)].filter((expert) => !known.has(expert));
  const chosen = others.map((expert) => ({ id: expert, byHand: !found.has(expert) }));
  const sent = await refer(services, tx, need, chosen, referrals, actor);
  if (sent.length === 0) return undefined;
  const states = [...referrals, ...sent.map(({ referral }) => referral)].map((referral) => referral.state);
  await saveStates(tx, need.id, [], needStatus(states));
  await tx.query('update needs set nobody_left_on = null where id = $1', [need.id]);
  await audit(tx, { actor, action: 'need_sent', need: need.id, at: services.clock(), detail: `${sent.length}` });
  return { told: await tell(services, tx, diagnosis, sent), experts: sent.map((one) => one.expert) };
}

/** A need that went to an expert, and who is to hear of it. */
interface SentReferral {
  need: Need;
  referral: Referral;
  expert: Expert;
  addressees: Addressee[];
}

/** Writes down that a need goes to experts, beside those who have it. */
async function refer(
  services: Services,
  tx: Queries,
  need: Need,
  experts: readonly { id: string; byHand: boolean }[],
  before: readonly Referral[],
  actor: string,
): Promise<SentReferral[]> {
  const { library } = services.directory;
  const now = services.clock();
  const sent: SentReferral[] = [];
  for (const { id, byHand } of experts) {
    const expert = library.expert(id);
    const institution = expert && library.institutionOf(expert);
    // Gone from the directory since the choice was made.
    if (!expert || !institution) continue;
    const referral = { referral: randomUUID(), need: need.id, on: dayOf(now), byHand, author: actor };
    const known = [...before, ...sent.map((one) => one.referral)];
    const changes = library.sending(expert, referral, known);
    for (const added of changes.referrals) {
      await addReferral(tx, added, { expert: expert.name, institution: institution.name }, now);
      const told = changes.events.flatMap((event) => addressees(library, event, [...known, ...changes.referrals]));
      sent.push({ need, referral: added, expert, addressees: told });
    }
    await addEvents(tx, changes.events, now);
  }
  return sent;
}

/** Writes to each expert once, whatever number of needs they receive, and to the company of those who were written to. */
async function tell(services: Services, tx: Queries, diagnosis: Diagnosis, sent: readonly SentReferral[]): Promise<Told> {
  const told = nobodyTold();
  const reached = new Set<string>();
  for (const [id, items] of grouped(sent, (one) => one.expert.id)) {
    const [first] = items;
    if (!first) continue;
    const messages = await expertNotice(services, tx, 'expert_new_need', diagnosis, { ...first, items });
    told.messages += messages;
    if (messages > 0) reached.add(id);
    else told.unreached.push(first.expert.name);
  }
  told.experts = reached.size;
  const needs = [...grouped(sent, (one) => one.need)].map(
    ([need, items]): Sent => ({ need, experts: items.map((one) => one.expert.id).filter((expert) => reached.has(expert)) }),
  );
  told.company = await companyNotice(services, tx, diagnosis, needs);
  return told;
}

async function isNewCompany(tx: Queries, diagnosis: Diagnosis): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from diagnoses where company_id = $1 and status = 'sent' and id <> $2 limit 1`,
    [diagnosis.company.id, diagnosis.id],
  );
  return rows.length === 0;
}
