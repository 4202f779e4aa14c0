/** Messages that did not leave, and sending them again: the same messages, under the same Message-IDs. */

import type { Queries } from '../database/index.js';
import { CONFIRM_DAYS, PASSWORD_DAYS } from '../security/links.js';

/** Why messages of a group did not leave; `shown` are those for which there was no server. */
export interface Unsent {
  reason: string;
  count: number;
}

/** What may be sent again, and until when that makes sense. */
export interface Again {
  now: Date;
  /** For how many days the links of a message open. */
  linkDays: number;
  /** Whether there is a server: without one, what was only shown would be shown once more. */
  server: boolean;
}

/**
 * Messages whose links still open: sending others would bring somebody to a page that has expired. Links to choose a
 * password and to confirm an address have days of their own.
 */
const OPENS = `created_at > $1::timestamptz - interval '1 day' * (case
    when key like 'account\\_password:%' then ${PASSWORD_DAYS}
    when key like 'company\\_confirm:%' then ${CONFIRM_DAYS}
    else $2::int end)`;

/** What did not leave and can be sent in bulk. Messages in doubt may have arrived: a person decides about each. */
const UNSENT = `(status = 'refused' or ($3 and status = 'shown')) and body_text is not null and ${OPENS}`;
const REASON = `case when status = 'shown' then 'shown' else coalesce(failure, 'unknown') end`;

const values = ({ now, linkDays, server }: Again): unknown[] => [now, linkDays, server];

/** What can be sent again, by reason, the most frequent first. */
export async function unsentByReason(db: Queries, again: Again): Promise<Unsent[]> {
  return db.query<Unsent>(
    `select ${REASON} as reason, count(*)::int as count from outbox where ${UNSENT} group by 1 order by 2 desc, 1`,
    values(again),
  );
}

/** Those among messages that a person may send again, one by one. */
export async function resendable(db: Queries, messages: readonly { id: number }[], again: Again): Promise<Set<number>> {
  const rows = await db.query<{ id: number }>(
    `select id from outbox where id = any($4::bigint[]) and ((${UNSENT}) or (status = 'in_doubt' and body_text is not null))`,
    [...values(again), messages.map((message) => message.id)],
  );
  return new Set(rows.map((row) => row.id));
}

/** Attempts go on being counted, so that a worker that slept knows itself to be late; those before count no more. */
const WAITING = `update outbox set status = 'waiting', server_failures = attempts, next_at = $1, settled_at = null,
                                   error = null, failure = null`;

/** Sends one message again; `false` where it cannot be, or somebody was faster. */
export async function sendAgain(db: Queries, id: number, again: Again): Promise<boolean> {
  const rows = await db.query(
    `${WAITING} where id = $4 and ((${UNSENT}) or (status = 'in_doubt' and body_text is not null)) returning id`,
    [...values(again), id],
  );
  return rows.length === 1;
}

/** Sends again all that did not leave, or what did not for one reason; how many messages that is. */
export async function sendAllAgain(db: Queries, reason: string, again: Again): Promise<number> {
  const rows = await db.query(`${WAITING} where ${UNSENT} and ($4 = '' or ${REASON} = $4) returning id`, [...values(again), reason]);
  return rows.length;
}
