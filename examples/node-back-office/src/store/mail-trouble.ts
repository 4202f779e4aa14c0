/** The mail server's own trouble: known to all processes, so that none goes on knocking. */

import type { Queries } from '../database/index.js';
import type { ServerFailure } from '../mail/failures.js';

export interface MailTrouble {
  failure: ServerFailure;
  /** What the server said. */
  words: string;
  since: Date;
  /** When it is tried again. */
  next_at: Date;
}

export async function mailTrouble(db: Queries): Promise<MailTrouble | undefined> {
  return (await db.query<MailTrouble>('select * from mail_trouble'))[0];
}

/** After 1, 2, 4… minutes, and every quarter of an hour at last: a server that is asked too often locks the account. */
const LONGEST_MINUTES = 15;

export async function noteMailTrouble(db: Queries, failure: ServerFailure, words: string, now: Date): Promise<void> {
  await db.query(
    `insert into mail_trouble (failure, words, since, failures, next_at) values ($1, $2, $3, 1, $3::timestamptz + interval '1 minute')
     on conflict (single) do update
       set failure = excluded.failure, words = excluded.words, failures = mail_trouble.failures + 1,
           next_at = $3::timestamptz + least(2 ^ least(mail_trouble.failures, 10), $4) * interval '1 minute'`,
    [failure, words.slice(0, 500), now, LONGEST_MINUTES],
  );
}

export async function endMailTrouble(db: Queries): Promise<void> {
  await db.query('delete from mail_trouble');
}

/** Somebody has mended the server: it is tried at the next round. */
export async function retryMailServer(db: Queries, now: Date): Promise<void> {
  await db.query('update mail_trouble set next_at = $1', [now]);
}
