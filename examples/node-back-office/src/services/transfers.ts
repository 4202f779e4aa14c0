/** Another expert takes a referral over as it stands. The library says what follows, and whom it concerns. */

import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { foldEvents, ReferralError, transferReferral, type Library } from '../library.js';
import { audit } from '../store/audit.js';
import { diagnosisById, type Diagnosis } from '../store/diagnoses.js';
import { needById, type Need } from '../store/needs.js';
import { addEvents, eventsOf, referralsOf, type ReferralRow } from '../store/referrals.js';
import { handOver } from '../store/transfers.js';
import { askedNeed } from './asked.js';
import type { Services } from './index.js';
import { tellTransfer, type TakenOver } from './transfer-news.js';

/** A colleague who has the competence, and whether the need matches all that they say of themselves. */
export interface Successor {
  id: string;
  name: string;
  institution: string;
  matches: boolean;
}

/** Who could take a need over: whoever has the competence, can be written to and does not have it; those who match first. */
export function successorsFor(library: Library, diagnosis: Diagnosis, need: Need, known: readonly string[], on: string): Successor[] {
  const verdicts = library.explain(askedNeed(library, diagnosis, need, on))?.experts ?? [];
  return verdicts
    .filter(({ expert }) => expert.active && !known.includes(expert.id) && library.isReachable(expert.id))
    .map(({ expert: { id, name }, institution, matches }) => ({ id, name, institution: institution.id, matches }))
    .sort((a, b) => Number(b.matches) - Number(a.matches) || a.name.localeCompare(b.name, 'fr'));
}

/** The same as far as it goes over within the institutions that have it, by their names. */
export function successorsByInstitution(rows: readonly ReferralRow[], successors: readonly Successor[]): [institution: string, Successor[]][] {
  const institutions = new Map(rows.filter((row) => !row.closed).map((row) => [row.institution, row.institution_name]));
  return [...institutions].flatMap(([id, name]): [string, Successor[]][] => {
    const colleagues = successors.filter((one) => one.institution === id);
    return colleagues.length > 0 ? [[name, colleagues]] : [];
  });
}

export interface NewTransfer {
  referral: string;
  /** Who has it, as the page showed: what has gone on since is not given away twice. */
  from: string;
  seq: number;
  to: string;
  actor: string;
}

export type Transferred = { is: 'done'; name: string; messages: number } | { is: 'moved_on' } | { is: 'refused' };

export async function transfer(services: Services, needId: string, { referral, from, seq, to, actor }: NewTransfer): Promise<Transferred> {
  const done = await services.database.transaction(async (tx): Promise<Transferred> => {
    await tx.query('select from needs where id = $1 for update', [needId]);
    const need = await needById(tx, needId);
    const diagnosis = need && (await diagnosisById(tx, need.diagnosis_id));
    if (!need || !diagnosis || diagnosis.erasedAt) return { is: 'refused' };
    const rows = await referralsOf(tx, [needId]);
    const row = rows.find((one) => one.id === referral && one.expert === from);
    const { referrals } = foldEvents(await eventsOf(tx, needId));
    if (!row || referrals.find((one) => one.id === referral)?.seq !== seq) return { is: 'moved_on' };
    const { library } = services.directory;
    const on = dayOf(services.clock());
    const successors = successorsFor(library, diagnosis, need, rows.map((one) => one.expert), on);
    const isSuccessor = successors.some((one) => one.id === to && one.institution === row.institution);
    const expert = isSuccessor ? library.expert(to) : undefined;
    if (!expert) return { is: 'refused' };
    try {
      const changes = transferReferral(referrals, { referral, expert: to, antenne: expert.antenne, institution: row.institution, on, author: actor });
      const changed = referrals.map((one) => changes.referrals.find(({ id }) => id === one.id) ?? one);
      const messages = await takeOver(services, tx, { diagnosis, need, row, expert, actor, events: changes.events, referrals: changed });
      return { is: 'done', name: expert.name, messages };
    } catch (error) {
      if (error instanceof ReferralError) return { is: 'refused' };
      throw error;
    }
  });
  services.worker.wake();
  return done;
}

/** Writes a transfer down and tells of it; how many messages that was. */
export async function takeOver(services: Services, tx: Queries, taken: TakenOver, tellFormer = true): Promise<number> {
  const { need, row, expert, actor, events, referrals } = taken;
  const now = services.clock();
  const after = referrals.find((one) => one.id === row.id);
  const institution = services.directory.library.institutionOf(expert);
  if (!after || !institution) throw new Error('a referral that was transferred is among those of its need');
  await addEvents(tx, events, now);
  await handOver(tx, row, after, { expert: expert.name, institution: institution.name }, now);
  await audit(tx, { actor, action: 'referral_transferred', need: need.id, at: now, detail: `${row.expert} ${expert.id}` });
  return tellTransfer(services, tx, taken, tellFormer);
}
