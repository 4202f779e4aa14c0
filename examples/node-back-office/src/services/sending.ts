/** Sending a diagnosis: referrals, their first events and the messages, all in one transaction or not at all. */

import { randomUUID } from 'node:crypto';
import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { foldEvents, needStatus, type AskedNeed, type Library, type Referral } from '../library.js';
import { audit } from '../store/audit.js';
import * as diagnoses from '../store/diagnoses.js';
import type { Diagnosis, Need } from '../store/diagnoses.js';
import { addEvents, addReferral, eventsOf, openLoad, saveStates } from '../store/referrals.js';
import type { Services } from './index.js';
import { companyNotice, expertNotice, type Sent } from './messages.js';
import { acceptedAnswers } from './questions.js';
import { addressees, nobodyTold, type Told } from './told.js';

/** A need of a diagnosis as a directory is asked about it. */
export function askedNeed(
  library: Library,
  diagnosis: Diagnosis,
  need: Pick<Need, 'subject' | 'answers'>,
  on: string,
): AskedNeed {
  return {
    ...diagnosis.company.facts,
    id: `${diagnosis.seed}:${need.subject}`,
    ...(diagnosis.company.siret && { siret: diagnosis.company.siret }),
    subject: need.subject,
    answers: acceptedAnswers(library.subject(need.subject)?.questions ?? [], need.answers),
    origin: diagnosis.origin,
    on,
  };
}

/** What is kept of a need for statistics: everything that it was routed by but the facility's number. */
function routedFacts({ siret: _siret, id: _id, answers: _answers, ...facts }: AskedNeed): object {
  return facts;
}

/** Sends a draft and says who is told; nothing if it was sent already, so that a second click sends nothing. */
export async function sendDiagnosis(services: Services, id: string, actor: string): Promise<Told | undefined> {
  const done = await services.database.transaction(async (tx) => {
    const diagnosis = await diagnoses.holdDiagnosis(tx, id);
    if (diagnosis?.status !== 'draft') return undefined;
    const now = services.clock();
    const fresh = await isNewCompany(tx, diagnosis);
    const sent: Sent[] = [];
    const told = nobodyTold();
    for (const need of await diagnoses.needsOf(tx, id)) {
      sent.push(await sendNeed(services, tx, diagnosis, need, actor, fresh, told));
    }
    await diagnoses.markDiagnosisSent(tx, id, now);
    told.company += await companyNotice(services, tx, diagnosis, sent);
    return told;
  });
  services.worker.wake();
  return done;
}

async function sendNeed(
  services: Services,
  tx: Queries,
  diagnosis: Diagnosis,
  need: Need,
  actor: string,
  newCompany: boolean,
  told: Told,
): Promise<Sent> {
  const { library } = services.directory;
  const now = services.clock();
  const asked = askedNeed(library, diagnosis, need, dayOf(now));
  const options = { perInstitution: services.config.perInstitution, load: await openLoad(tx) };
  const found = library.match(asked).map((match) => match.expert.id);
  // Who cannot be written to is alerted where an adviser chose so, and counts among nobody's finds.
  const reachable = library.matchReachable(asked).length;
  const proposed = library.matchReachable(asked, options).map((match) => match.expert.id);
  const [referrals, reached] = await sendTo(services, tx, diagnosis, need, need.chosen ?? proposed, found, [], actor, told);
  await tx.query(
    'update needs set found = $2, new_company = $3, routed = $4, sent_at = $5 where id = $1',
    [need.id, reachable, newCompany, JSON.stringify(routedFacts(asked)), now],
  );
  await saveStates(tx, need.id, [], needStatus(referrals.map((referral) => referral.state)));
  await audit(tx, { actor, action: 'need_sent', need: need.id, at: now, detail: `${referrals.length}` });
  return { need, experts: reached };
}

/** Sends a need that was sent before to more experts: those whom an adviser chose after a refusal, or instead of nobody. */
export async function sendToMore(services: Services, id: string, experts: readonly string[], actor: string): Promise<Told | undefined> {
  const done = await services.database.transaction(async (tx) => {
    await tx.query('select from needs where id = $1 for update', [id]);
    const need = await diagnoses.needById(tx, id);
    const diagnosis = need && (await diagnoses.diagnosisById(tx, need.diagnosis_id));
    if (!need?.sent_at || !diagnosis || diagnosis.erasedAt) return undefined;
    const { referrals } = foldEvents(await eventsOf(tx, id));
    const known = new Set(referrals.map((referral) => referral.expert));
    const { library } = services.directory;
    const asked = askedNeed(library, diagnosis, need, dayOf(services.clock()));
    const found = library.match(asked).map((match) => match.expert.id);
    const others = experts.filter((expert) => !known.has(expert));
    const told = nobodyTold();
    const [sent, reached] = await sendTo(services, tx, diagnosis, need, others, found, referrals, actor, told);
    if (sent.length === 0) return undefined;
    await saveStates(tx, id, [], needStatus([...referrals, ...sent].map((referral) => referral.state)));
    told.company += await companyNotice(services, tx, diagnosis, [{ need, experts: reached }]);
    await audit(tx, { actor, action: 'need_sent', need: id, at: services.clock(), detail: `${sent.length}` });
    return told;
  });
  services.worker.wake();
  return done;
}

/** Sends a need to experts, beside those who have it; the answer is the new referrals, and the experts who are told. */
async function sendTo(
  services: Services,
  tx: Queries,
  diagnosis: Diagnosis,
  need: Need,
  experts: readonly string[],
  found: readonly string[],
  before: readonly Referral[],
  actor: string,
  told: Told,
): Promise<[Referral[], string[]]> {
  const { library } = services.directory;
  const now = services.clock();
  const sent: Referral[] = [];
  const reached: string[] = [];
  for (const expertId of new Set(experts)) {
    const expert = library.expert(expertId);
    const institution = expert && library.institutionOf(expert);
    // Gone from the directory since the choice was made.
    if (!expert || !institution) continue;
    const referral = { referral: randomUUID(), need: need.id, on: dayOf(now), byHand: !found.includes(expert.id), author: actor };
    const changes = library.sending(expert, referral, [...before, ...sent]);
    const names = { expert: expert.name, institution: institution.name };
    for (const referral of changes.referrals) await addReferral(tx, referral, names, now);
    await addEvents(tx, changes.events, now);
    sent.push(...changes.referrals);
    const to = changes.events.flatMap((event) => addressees(library, event, [...before, ...sent]));
    const toTell = { id: referral.referral, expert, addressees: to };
    const messages = await expertNotice(services, tx, 'expert_new_need', diagnosis, need, toTell);
    told.messages += messages;
    if (messages > 0) reached.push(expert.id);
    else told.unreached.push(expert.name);
  }
  told.experts += reached.length;
  return [sent, reached];
}

async function isNewCompany(tx: Queries, diagnosis: Diagnosis): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from diagnoses where company_id = $1 and status = 'sent' and id <> $2 limit 1`,
    [diagnosis.company.id, diagnosis.id],
  );
  return rows.length === 0;
}
