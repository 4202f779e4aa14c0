/** What figures are made from: everything, part by part, or what changed since they were last looked at. */

import type { Queries } from '../database/index.js';
import type { ReferralEvent, RequestEvent } from '../library.js';
import { eventsOfNeeds } from './referrals.js';
import { eventsOfRequests } from './requests.js';
import { factsOfNeeds, type NeedFacts } from './statistics.js';

/** Needs and requests of the portal, each with all of its events. */
export interface Facts {
  needs: readonly NeedFacts[];
  events: readonly ReferralEvent[];
  requestEvents: readonly RequestEvent[];
}

/** Up to where changes can be read: every transaction before `from` has ended, none from `until` on had begun. */
export interface Position {
  from: string;
  until: string;
}

export async function positionOf(db: Queries): Promise<Position> {
  const [row] = await db.query<Position>(
    'select pg_snapshot_xmin(now)::text as "from", pg_snapshot_xmax(now)::text as "until" from pg_current_snapshot() as now',
  );
  if (!row) throw new Error('a database has a snapshot');
  return row;
}

/** So many needs are read at once: others have their turn in between. */
const AT_ONCE = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Everything there is. */
export async function* allFacts(db: Queries): AsyncGenerator<Facts> {
  const needs = (after: string) => idsOf(db, 'select id from needs where sent_at is not null and id > $1 order by id limit $2', [after, AT_ONCE]);
  const requests = (after: string) => idsOf(db, `select id from diagnoses where origin = 'portal' and id > $1 order by id limit $2`, [after, AT_ONCE]);
  for (let ids = await needs(FIRST); ids.length > 0; ids = await needs(ids.at(-1) ?? '')) yield factsOf(db, ids, []);
  for (let ids = await requests(FIRST); ids.length > 0; ids = await requests(ids.at(-1) ?? '')) yield factsOf(db, [], ids);
}

/** Needs and requests that changed since; one that was looked at before may be among them. */
export async function* changesSince(db: Queries, since: Position, { until }: Position): AsyncGenerator<Facts> {
  // A copy of another server holds numbers of transactions that are yet to come here: they are no changes.
  const changed = 'changed_in >= $1::bigint and changed_in < $2::bigint';
  const values = [since.from, until];
  const needs = await idsOf(
    db,
    `select id from needs where ${changed} and sent_at is not null union select need_id from referral_events where ${changed}`,
    values,
  );
  const requests = await idsOf(db, `select distinct request_id as id from request_events where ${changed}`, values);
  for (let at = 0; at < needs.length; at += AT_ONCE) yield factsOf(db, needs.slice(at, at + AT_ONCE), []);
  for (let at = 0; at < requests.length; at += AT_ONCE) yield factsOf(db, [], requests.slice(at, at + AT_ONCE));
}

async function idsOf(db: Queries, text: string, values: readonly unknown[]): Promise<string[]> {
  return (await db.query<{ id: string }>(text, values)).map((row) => row.id);
}

async function factsOf(db: Queries, needs: readonly string[], requests: readonly string[]): Promise<Facts> {
  return {
    // What is written between two of these is read again the next time.
    events: needs.length > 0 ? await eventsOfNeeds(db, needs) : [],
    needs: needs.length > 0 ? await factsOfNeeds(db, needs) : [],
    requestEvents: requests.length > 0 ? await eventsOfRequests(db, requests) : [],
  };
}

/** Whether a position is one of another server, which was further: nothing can be said of what changed since. */
export const isAhead = (since: Position, now: Position): boolean => BigInt(since.from) > BigInt(now.until);
