/**
 * What partners hear, in an order that loses nothing. Events are noted as they happen, by whatever transaction; they get
 * their positions later, from one publisher at a time, which sees what is committed and nothing else. So a position, once
 * it can be read, has no lower one still to come: sequences alone would not do, since a transaction that drew a low
 * number may commit after one that drew a higher.
 */

import { only, type Queries } from '../database/index.js';
import type { RequestEvent, ReferralEvent } from '../library.js';

/** An event that was noted and not published, with the event of the service that it tells of. */
export interface NotedEvent {
  id: number;
  event: string;
  request_id: string;
  referral_id: string | null;
  at: Date;
  on_day: string;
  kind: RequestEvent['kind'] | ReferralEvent['kind'];
  /** Of a request. */
  subject: string | null;
  from_subject: string | null;
  needs: string[] | null;
  held_for: string | null;
  closed_for: string | null;
  origin: string | null;
  /** Of a referral. */
  need_id: string | null;
  to_state: string | null;
  reason: string | null;
  institution: string | null;
  institution_name: string | null;
}

export interface ToldEvent {
  position: number;
  told: object;
}

/** So many are published at once; the rest follows. */
const BATCH = 500;

/** The partners who have something to hear. */
export async function partnersToTell(db: Queries): Promise<string[]> {
  const rows = await db.query<{ partner_id: string }>('select distinct partner_id from partner_events where position is null');
  return rows.map((row) => row.partner_id);
}

/**
 * Makes the transaction the only one that publishes to a partner. What is read afterwards is a statement of its own, so
 * that it sees what the publisher before it committed.
 */
export async function holdPublishing(tx: Queries, partner: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('partner_events:' || $1, 0))`, [partner]);
}

export async function notedEvents(tx: Queries, partner: string): Promise<NotedEvent[]> {
  return tx.query<NotedEvent>(
    `select noted.id, noted.event, noted.request_id, noted.referral_id,
            coalesce(of_request.at, of_referral.at) as at,
            coalesce(of_request.on_day, of_referral.on_day) as on_day,
            coalesce(of_request.kind, of_referral.kind) as kind,
            coalesce(of_request.subject, needs.subject) as subject,
            of_request.from_subject, of_request.needs, of_request.held_for, of_request.closed_for, of_request.origin,
            of_referral.need_id, of_referral.to_state, of_referral.reason,
            coalesce(of_referral.institution, referrals.institution) as institution, referrals.institution_name
       from partner_events as noted
       left join request_events as of_request
         on noted.referral_id is null and of_request.request_id = noted.request_id and of_request.seq = noted.seq
       left join referral_events as of_referral
         on of_referral.referral_id = noted.referral_id and of_referral.seq = noted.seq
       left join referrals on referrals.id = noted.referral_id
       left join needs on needs.id = of_referral.need_id
      where noted.partner_id = $1 and noted.position is null
      order by noted.id limit $2`,
    [partner, BATCH],
  );
}

export async function lastPosition(db: Queries, partner: string): Promise<number> {
  const rows = await db.query<{ last: number }>(
    'select coalesce(max(position), 0)::float8 as last from partner_events where partner_id = $1',
    [partner],
  );
  return only(rows).last;
}

/** Publishes an event, to be read by the cursor and delivered to those who want to be told. */
export async function publishEvent(tx: Queries, partner: string, id: number, { position, told }: ToldEvent, now: Date): Promise<void> {
  await tx.query('update partner_events set position = $2, told = $3 where id = $1', [id, position, JSON.stringify(told)]);
  await tx.query(
    `insert into webhook_deliveries (webhook_id, event_id, next_at)
       select id, $2, $3 from webhooks where partner_id = $1 and disabled_at is null`,
    [partner, id, now],
  );
}

export async function eventsAfter(db: Queries, partner: string, position: number, limit: number): Promise<ToldEvent[]> {
  return db.query<ToldEvent>(
    `select position::float8 as position, told from partner_events
      where partner_id = $1 and position > $2 order by position limit $3`,
    [partner, position, limit],
  );
}
