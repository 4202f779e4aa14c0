/** Referrals: the events that happened to them, and the state that follows, kept to be searched. */

import type { Queries } from '../database/index.js';
import type { Referral, ReferralEvent } from '../library.js';

/** A referral as pages list it. */
export interface ReferralRow {
  id: string;
  need_id: string;
  expert: string;
  expert_name: string;
  institution: string;
  institution_name: string;
  by_hand: boolean;
  state: string;
  closed: boolean;
  sent_at: Date;
}

export interface Names {
  expert: string;
  institution: string;
}

/** An event, and the instant at which it was written down: the library counts in days, people read hours. */
export interface DatedEvent {
  event: ReferralEvent;
  at: Date;
}

interface EventRow {
  referral_id: string;
  seq: number;
  need_id: string;
  on_day: string;
  kind: ReferralEvent['kind'];
  to_state: ReferralEvent['to'];
  reason: string | null;
  author: string | null;
  expert: string | null;
  antenne: string | null;
  institution: string | null;
  by_hand: boolean;
  at: Date;
}

function eventOf(row: EventRow): ReferralEvent {
  return {
    referral: row.referral_id,
    seq: row.seq,
    need: row.need_id,
    on: row.on_day,
    kind: row.kind,
    to: row.to_state,
    byHand: row.by_hand,
    ...(row.reason && { reason: row.reason as NonNullable<ReferralEvent['reason']> }),
    ...(row.author && { author: row.author }),
    ...(row.expert && { expert: row.expert }),
    ...(row.antenne && { antenne: row.antenne }),
    ...(row.institution && { institution: row.institution }),
  };
}

const OF_NEEDS = 'select * from referral_events where need_id = any($1::uuid[]) order by at, referral_id, seq';

/** The events of needs, in order. */
export async function eventsOf(db: Queries, ...needs: readonly string[]): Promise<ReferralEvent[]> {
  return (await db.query<EventRow>(OF_NEEDS, [needs])).map(eventOf);
}

/** The same, with the instants. */
export async function datedEventsOf(db: Queries, need: string): Promise<DatedEvent[]> {
  return (await db.query<EventRow>(OF_NEEDS, [[need]])).map((row) => ({ event: eventOf(row), at: row.at }));
}

/** The events of several needs. */
export async function eventsOfNeeds(db: Queries, needs: readonly string[]): Promise<ReferralEvent[]> {
  const rows = await db.query<EventRow>('select * from referral_events where need_id = any($1::uuid[]) order by at, referral_id, seq', [needs]);
  return rows.map(eventOf);
}

/** Adds a referral that the library sent. */
export async function addReferral(tx: Queries, referral: Referral, names: Names, now: Date): Promise<void> {
  await tx.query(
    `insert into referrals (id, need_id, expert, expert_name, antenne, institution, institution_name, by_hand, state,
                            closed, sent_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      referral.id,
      referral.need,
      referral.expert,
      names.expert,
      referral.antenne ?? '',
      referral.institution,
      names.institution,
      referral.byHand,
      referral.state,
      referral.closedOn !== undefined,
      now,
    ],
  );
}

export async function addEvents(tx: Queries, events: readonly ReferralEvent[], now: Date): Promise<void> {
  for (const event of events) {
    await tx.query(
      `insert into referral_events (referral_id, seq, need_id, on_day, kind, to_state, reason, author, expert, antenne,
                                    institution, by_hand, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        event.referral,
        event.seq,
        event.need,
        event.on,
        event.kind,
        event.to,
        event.reason ?? null,
        event.author ?? null,
        event.expert ?? null,
        event.antenne ?? null,
        event.institution ?? null,
        event.byHand ?? false,
        now,
      ],
    );
  }
}

/** Keeps the states that follow from new events. */
export async function saveStates(tx: Queries, need: string, changed: readonly Referral[], status: string): Promise<void> {
  for (const referral of changed) {
    await tx.query('update referrals set state = $2, closed = $3 where id = $1', [
      referral.id,
      referral.state,
      referral.closedOn !== undefined,
    ]);
  }
  await tx.query('update needs set status = $2 where id = $1', [need, status]);
}

export async function referralsOf(db: Queries, needs: readonly string[]): Promise<ReferralRow[]> {
  return db.query<ReferralRow>('select * from referrals where need_id = any($1::uuid[]) order by sent_at, expert', [needs]);
}

/** An expert's own referral. */
export async function referralOf(db: Queries, id: string, expert: string): Promise<ReferralRow | undefined> {
  return (await db.query<ReferralRow>('select * from referrals where id = $1 and expert = $2', [id, expert]))[0];
}

/** An expert's other referrals of the same diagnosis. */
export async function otherReferrals(db: Queries, diagnosis: string, { id, expert }: ReferralRow): Promise<{ id: string; subject: string; state: string }[]> {
  return db.query(
    `select referrals.id, subject, state from referrals join needs on needs.id = need_id
      where diagnosis_id = $1 and expert = $2 and referrals.id <> $3 order by subject`,
    [diagnosis, expert, id],
  );
}

/** How many open referrals each expert has. */
export async function openLoad(db: Queries): Promise<Record<string, number>> {
  const rows = await db.query<{ expert: string; count: number }>(
    'select expert, count(*)::int as count from referrals where not closed group by expert',
  );
  return Object.fromEntries(rows.map((row) => [row.expert, row.count]));
}
