/** What managers see: the referrals of their antennes, the needs of their cooperations. Names of companies are not read. */

import type { Queries } from '../database/index.js';
import { Conditions, pageOf, type PageOf, type Place } from './paging.js';
import type { ReferralRow } from './referrals.js';

export interface ManagedReferral extends ReferralRow {
  antenne: string;
  subject: string;
  commune: string;
}

export interface ManagedFilter {
  /** Blank for all, as are the others. */
  antenne: string;
  expert: string;
  /** A state; `open` for those that are not closed. */
  state: string;
}

/** The referrals with antennes, open ones first, the latest first. */
export function referralsWith(db: Queries, antennes: readonly string[], filter: ManagedFilter, place: Place): Promise<PageOf<ManagedReferral>> {
  const where = new Conditions().add('referrals.antenne = any(?::text[])', antennes);
  if (filter.antenne) where.add('referrals.antenne = ?', filter.antenne);
  if (filter.expert) where.add('referrals.expert = ?', filter.expert);
  if (filter.state === 'open') where.add('not referrals.closed');
  else if (filter.state) where.add('referrals.state = ?', filter.state);
  const order = [
    { expression: '(not referrals.closed)::int', type: 'int' },
    { expression: 'referrals.sent_at', type: 'timestamptz' },
    { expression: 'referrals.id', type: 'uuid' },
  ] as const;
  const columns = `referrals.*, needs.subject, needs.routed->>'commune' as commune`;
  const joined = 'join needs on needs.id = referrals.need_id';
  return pageOf(db, { columns, from: 'referrals', joined, where, order, descending: true }, place);
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

/** What each expert of antennes has, those with the oldest that waits first; of what is closed, what was sent since a day. */
export async function loadsOf(db: Queries, antennes: readonly string[], since: Date): Promise<ExpertLoad[]> {
  return db.query<ExpertLoad>(
    `select expert, max(expert_name) as expert_name,
            count(*) filter (where state = 'waiting')::int as waiting,
            count(*) filter (where state = 'taken_in_charge')::int as taken,
            count(*) filter (where closed)::int as closed,
            min(sent_at) filter (where state = 'waiting') as oldest
       from referrals where antenne = any($1::text[]) and (not closed or sent_at >= $2)
      group by expert order by oldest nulls last, expert_name`,
    [antennes, since],
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
}

/** What a need is counted under: its partner's origin, where it came through one. */
const ORIGIN = 'coalesce(diagnoses.partner_origin, diagnoses.origin)';
const NEED = `needs.id, needs.subject, needs.routed->>'commune' as commune, needs.status, needs.sent_at, ${ORIGIN} as origin,
  (select count(*)::int from referrals where referrals.need_id = needs.id) as experts`;
const NEEDS = 'needs join diagnoses on diagnoses.id = needs.diagnosis_id';

const sentFrom = (origins: readonly string[]): Conditions =>
  new Conditions().add('needs.sent_at is not null').add(`${ORIGIN} = any(?::text[])`, origins);

/** The needs that came from sites and campaigns, the latest first; of one status, or of all where it is blank. */
export function needsFrom(db: Queries, origins: readonly string[], status: string, place: Place): Promise<PageOf<ManagedNeed>> {
  const where = sentFrom(origins);
  if (status) where.add('needs.status = ?', status);
  const order = [
    { expression: 'needs.sent_at', type: 'timestamptz' },
    { expression: 'needs.id', type: 'uuid' },
  ] as const;
  return pageOf(db, { columns: NEED, from: NEEDS, where, order, descending: true }, place);
}

export async function needFrom(db: Queries, origins: readonly string[], id: string): Promise<ManagedNeed | undefined> {
  const where = sentFrom(origins).add('needs.id = ?', id);
  return (await db.query<ManagedNeed>(`select ${NEED} from ${NEEDS} where ${where.text}`, where.values))[0];
}
