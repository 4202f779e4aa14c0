/** What managers see: the referrals of their antennes, the needs of their cooperations. Names of companies are not read. */

import type { Queries } from '../database/index.js';
import type { ReferralRow } from './referrals.js';

export const PAGE = 50;

export interface ManagedReferral extends ReferralRow {
  antenne: string;
  subject: string;
  commune: string;
  /** How many there are in all. */
  total: number;
}

export interface ManagedFilter {
  expert: string;
  antenne: string;
  /** A state; `open` for those that are not closed, blank for all. */
  state: string;
}

/** A page of the referrals with antennes, open ones first, the latest first. */
export async function referralsWith(db: Queries, antennes: readonly string[], filter: ManagedFilter, page: number): Promise<ManagedReferral[]> {
  return db.query<ManagedReferral>(
    `select referrals.*, needs.subject, needs.routed->>'commune' as commune, count(*) over ()::int as total
       from referrals join needs on needs.id = referrals.need_id
      where referrals.antenne = any($1::text[])
        and ($2 = '' or referrals.antenne = $2) and ($3 = '' or referrals.expert = $3)
        and ($4 = '' or ($4 = 'open' and not referrals.closed) or referrals.state = $4)
      order by referrals.closed, referrals.sent_at desc, referrals.id
      limit ${PAGE} offset $5`,
    [antennes, filter.antenne, filter.expert, filter.state, page * PAGE],
  );
}

/** A referral with one of these antennes. */
export async function referralWith(db: Queries, antennes: readonly string[], id: string): Promise<(ReferralRow & { antenne: string }) | undefined> {
  const rows = await db.query<ReferralRow & { antenne: string }>(
    'select * from referrals where id = $1 and antenne = any($2::text[])',
    [id, antennes],
  );
  return rows[0];
}

export interface ExpertLoad {
  expert: string;
  expert_name: string;
  waiting: number;
  taken: number;
  closed: number;
  oldest: Date | null;
}

/** What each expert of antennes has, those with the oldest that waits first. */
export async function loadsOf(db: Queries, antennes: readonly string[]): Promise<ExpertLoad[]> {
  return db.query<ExpertLoad>(
    `select expert, max(expert_name) as expert_name,
            count(*) filter (where state = 'waiting')::int as waiting,
            count(*) filter (where state = 'taken_in_charge')::int as taken,
            count(*) filter (where closed)::int as closed,
            min(sent_at) filter (where state = 'waiting') as oldest
       from referrals where antenne = any($1::text[])
      group by expert order by oldest nulls last, expert_name`,
    [antennes],
  );
}

export interface ManagedNeed {
  id: string;
  subject: string;
  commune: string;
  origin: string;
  status: string;
  sent_at: Date;
  experts: number;
  total: number;
}

const NEEDS = `
  select needs.id, needs.subject, needs.routed->>'commune' as commune, needs.status, needs.sent_at, diagnoses.origin,
         (select count(*)::int from referrals where referrals.need_id = needs.id) as experts, count(*) over ()::int as total
    from needs join diagnoses on diagnoses.id = needs.diagnosis_id
   where needs.sent_at is not null and diagnoses.origin = any($1::text[])`;

/** A page of the needs that came from sites and campaigns, the latest first. */
export async function needsFrom(db: Queries, origins: readonly string[], state: string, page: number): Promise<ManagedNeed[]> {
  return db.query<ManagedNeed>(
    `${NEEDS} and ($2 = '' or needs.status = $2) order by needs.sent_at desc, needs.id limit ${PAGE} offset $3`,
    [origins, state, page * PAGE],
  );
}

export async function needFrom(db: Queries, origins: readonly string[], id: string): Promise<ManagedNeed | undefined> {
  return (await db.query<ManagedNeed>(`${NEEDS} and needs.id = $2`, [origins, id]))[0];
}
