/** Requests of the portal: the events that happened to them, and where they stand, kept to be searched. */

import type { Queries } from '../database/index.js';
import type { RequestEvent, TrackedRequest } from '../library.js';

interface Row {
  request_id: string;
  seq: number;
  on_day: string;
  at: Date;
  kind: RequestEvent['kind'];
  origin: string | null;
  company: string | null;
  commune: string | null;
  subject: string | null;
  from_subject: string | null;
  needs: string[];
  held_for: RequestEvent['heldFor'] | null;
  closed_for: RequestEvent['closedFor'] | null;
  author: string | null;
}

function eventOf(row: Row): RequestEvent {
  return {
    request: row.request_id,
    seq: row.seq,
    on: row.on_day,
    at: row.at.toISOString(),
    kind: row.kind,
    ...(row.origin && { origin: row.origin }),
    ...(row.company && { company: row.company }),
    ...(row.commune && { commune: row.commune }),
    ...(row.subject && { subject: row.subject }),
    ...(row.from_subject && { from: row.from_subject }),
    ...(row.needs.length > 0 && { needs: row.needs }),
    ...(row.held_for && { heldFor: row.held_for }),
    ...(row.closed_for && { closedFor: row.closed_for }),
    ...(row.author && { author: row.author }),
  };
}

/** The events of a request, in order. */
export async function requestEventsOf(db: Queries, request: string): Promise<RequestEvent[]> {
  const rows = await db.query<Row>('select * from request_events where request_id = $1 order by seq', [request]);
  return rows.map(eventOf);
}

/** The events of several requests. */
export async function eventsOfRequests(db: Queries, requests: readonly string[]): Promise<RequestEvent[]> {
  const rows = await db.query<Row>('select * from request_events where request_id = any($1::uuid[]) order by request_id, seq', [requests]);
  return rows.map(eventOf);
}

/** Adds an event, and keeps where the request stands since. */
export async function addRequestEvent(tx: Queries, event: RequestEvent, request: TrackedRequest, now: Date): Promise<void> {
  await tx.query(
    `insert into request_events (request_id, seq, on_day, at, kind, origin, company, commune, subject, from_subject, needs,
                                 held_for, closed_for, author)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      event.request,
      event.seq,
      event.on,
      now,
      event.kind,
      event.origin ?? null,
      event.company ?? null,
      event.commune ?? null,
      event.subject ?? null,
      event.from ?? null,
      event.needs ?? [],
      event.heldFor ?? null,
      event.closedFor ?? null,
      event.author ?? null,
    ],
  );
  await tx.query('update diagnoses set request_state = $2, held_for = $3 where id = $1', [
    event.request,
    request.state,
    request.heldFor ?? null,
  ]);
}

/** When the company confirmed its address; `false` if it had before. */
export async function confirmRequest(tx: Queries, id: string, now: Date): Promise<boolean> {
  const rows = await tx.query('update diagnoses set confirmed_at = $2 where id = $1 and confirmed_at is null returning id', [id, now]);
  return rows.length === 1;
}

/**
 * How many requests of the last day wait for this address to be confirmed. Whoever asks is alone with the address until
 * the transaction ends: requests that come in at once count one another.
 */
export async function unconfirmedFrom(tx: Queries, email: string, since: Date): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended(lower($1), 0))', [email]);
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from diagnoses
      where lower(contact_email) = lower($1) and origin = 'portal' and confirmed_at is null and created_at > $2`,
    [email, since],
  );
  return row?.n ?? 0;
}

/** Requests whose address nobody confirmed in time. */
export async function neverConfirmed(db: Queries, before: Date): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select id from diagnoses where origin = 'portal' and status = 'draft' and confirmed_at is null and created_at <= $1`,
    [before],
  );
  return rows.map((row) => row.id);
}
