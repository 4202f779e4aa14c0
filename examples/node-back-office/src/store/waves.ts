/** Waves of a need that left. The table only grows. */

import type { Queries } from '../database/index.js';
import type { Expert, ReferralEvent, WaveCause, WaveStep } from '../library.js';
import { eventsWhere } from './referrals.js';

export interface SentWave {
  number: number;
  at: Date;
  step: WaveStep;
  cause: WaveCause;
  names: string[];
}

interface NewWave {
  need: string;
  on: string;
  step: WaveStep;
  cause: WaveCause;
  experts: readonly Expert[];
}

/** Notes the next wave of a need; who calls holds the need. */
export async function noteWave(tx: Queries, { need, on, step, cause, experts }: NewWave, now: Date): Promise<void> {
  await tx.query(
    `insert into waves (need_id, number, on_day, at, step, cause, experts, names)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 from waves where need_id = $1`,
    [need, on, now, step, cause, experts.map((expert) => expert.id), experts.map((expert) => expert.name)],
  );
}

export async function wavesOf(db: Queries, need: string): Promise<SentWave[]> {
  return db.query<SentWave>('select number, at, step, cause, names from waves where need_id = $1 order by number', [need]);
}

/** The needs that go to a few experts at a time and that nobody has moved, as long as somebody may be left. */
const UNDER_WAY = `needs.wave_policy is not null and needs.status in ('waiting', 'not_for_me') and needs.nobody_left_on is null`;

export async function needsInWaves(db: Queries): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select needs.id from needs join diagnoses on diagnoses.id = diagnosis_id
      where ${UNDER_WAY} and erased_at is null order by needs.sent_at, needs.id`,
  );
  return rows.map((row) => row.id);
}

/** The events of those needs. */
export const eventsInWaves = (db: Queries): Promise<ReferralEvent[]> =>
  eventsWhere(db, `exists (select from needs where needs.id = need_id and ${UNDER_WAY})`);
