/** Who had a referral before somebody took it over. The table only grows. */

import type { Queries } from '../database/index.js';
import type { Referral } from '../library.js';
import type { Names, ReferralRow } from './referrals.js';

export interface TransferRow {
  referral_id: string;
  seq: number;
  from_expert: string;
  from_name: string;
  to_name: string;
}

/** Gives a referral to whom the library says has it now. */
export async function handOver(tx: Queries, before: ReferralRow, after: Referral, names: Names, now: Date): Promise<void> {
  await tx.query('update referrals set expert = $2, expert_name = $3, antenne = $4, institution = $5, institution_name = $6 where id = $1', [
    after.id,
    after.expert,
    names.expert,
    after.antenne ?? '',
    after.institution,
    names.institution,
  ]);
  await tx.query(
    `insert into transfers (referral_id, seq, from_expert, from_name, to_expert, to_name, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [after.id, after.seq, before.expert, before.expert_name, after.expert, names.expert, now],
  );
  // What has not left for the one before is theirs no more: sent again in bulk, it would tell them of a company later on.
  await tx.query(`delete from outbox where status in ('waiting', 'refused') and referrals = array[$1::uuid]`, [after.id]);
  // What was written to the one before says nothing of whether the new one can be reached, and opens nothing for a substitute.
  await tx.query('update outbox set referrals = array_remove(referrals, $1::uuid) where referrals && array[$1::uuid]', [after.id]);
  await tx.query('delete from substitutions where referral_id = $1', [after.id]);
}

export async function transfersOf(db: Queries, referrals: readonly string[]): Promise<TransferRow[]> {
  return db.query<TransferRow>('select * from transfers where referral_id = any($1::uuid[]) order by referral_id, seq', [referrals]);
}

/** Whether an expert had a referral once that somebody else has now. */
export async function hadBefore(db: Queries, referral: string, expert: string): Promise<boolean> {
  return (await db.query('select from transfers where referral_id = $1 and from_expert = $2', [referral, expert])).length > 0;
}

/** Experts with open referrals, and how many. */
export async function openByExpert(db: Queries): Promise<{ expert: string; name: string; institution: string; institution_name: string; count: number }[]> {
  return db.query(
    `select expert, max(expert_name) as name, institution, max(institution_name) as institution_name, count(*)::int as count
       from referrals where not closed group by expert, institution order by max(expert_name), expert`,
  );
}

/** The needs of an expert's open referrals, in an order that is the same for all who hold them. */
export async function needsOpenWith(db: Queries, expert: string): Promise<string[]> {
  const rows = await db.query<{ need_id: string }>('select distinct need_id from referrals where expert = $1 and not closed order by need_id', [expert]);
  return rows.map((row) => row.need_id);
}
