/**
 * Messages to send. Each is written in the transaction that made it necessary, so that none is lost; and passes
 * through `claimed` and `in_flight` in transactions of their own, so that a process that dies says how far it got.
 */

import { randomUUID } from 'node:crypto';
import type { Queries } from '../database/index.js';
import type { Failure } from '../mail/failures.js';

export type OutboxStatus = 'waiting' | 'claimed' | 'in_flight' | 'sent' | 'shown' | 'refused' | 'in_doubt';

export interface NewMessage {
  /** What the message is for: a second one with the same key is not written. */
  key: string;
  recipient: string;
  /** Where replies go, if not to the sender of all messages. */
  replyTo?: string | null | undefined;
  subject: string;
  text: string;
  html: string;
  need?: string | undefined;
  /** The diagnosis with which it is erased; that of its need if it is not given. */
  diagnosis?: string | undefined;
  /** The referrals that it tells an expert of. */
  referrals?: readonly string[];
}

export interface OutboxMessage {
  id: number;
  /** Begins with the kind of the message. */
  key: string;
  message_id: string;
  recipient: string;
  reply_to: string | null;
  subject: string;
  body_text: string | null;
  body_html: string | null;
  need_id: string | null;
  status: OutboxStatus;
  attempts: number;
  server_failures: number;
  error: string | null;
  failure: Failure | null;
  created_at: Date;
  settled_at: Date | null;
}

const MOST_ATTEMPTS = 8;

/** Writes a message; `false` if it was written before. */
export async function enqueue(db: Queries, message: NewMessage, host: string, now: Date): Promise<boolean> {
  const rows = await db.query(
    `insert into outbox (key, message_id, recipient, subject, body_text, body_html, need_id, next_at, created_at, referrals,
                         diagnosis_id, reply_to)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, coalesce($10, (select diagnosis_id from needs where id = $7)), $11)
     on conflict (key) do nothing returning id`,
    [
      message.key,
      `<${randomUUID()}@${host}>`,
      message.recipient,
      message.subject,
      message.text,
      message.html,
      message.need ?? null,
      now,
      message.referrals ?? [],
      message.diagnosis ?? null,
      message.replyTo ?? null,
    ],
  );
  return rows.length === 1;
}

/** What became of the messages that told an expert of a referral. */
export interface Delivery {
  referral: string;
  recipient: string;
  status: OutboxStatus;
}

export async function deliveriesOf(db: Queries, referrals: readonly string[]): Promise<Delivery[]> {
  return db.query<Delivery>(
    `select referral, recipient, status from outbox, unnest(referrals) as referral
      where referrals && $1::uuid[] and key like 'expert\\_new\\_need:%' order by id`,
    [referrals],
  );
}

/** Takes the next message that is due, so that no other worker does. */
export async function claim(db: Queries, now: Date, seconds: number): Promise<OutboxMessage | undefined> {
  const [message] = await db.query<OutboxMessage>(
    `update outbox set status = 'claimed', attempts = attempts + 1, claimed_until = $2, error = null, failure = null
      where id = (
        select id from outbox
         where (status = 'waiting' and next_at <= $1) or (status = 'claimed' and claimed_until <= $1)
         order by id for update skip locked limit 1)
     returning *`,
    [now, new Date(now.getTime() + seconds * 1000)],
  );
  return message;
}

/** Says that the message is about to reach the server; `false` if it is no longer this worker's. */
export async function markInFlight(db: Queries, message: OutboxMessage): Promise<boolean> {
  const rows = await db.query(
    `update outbox set status = 'in_flight' where id = $1 and status = 'claimed' and attempts = $2 returning id`,
    [message.id, message.attempts],
  );
  return rows.length === 1;
}

/** The server took the message. Its words, which name a company and hold a link, are forgotten. */
export async function markSent(db: Queries, id: number, now: Date): Promise<void> {
  await db.query(
    `update outbox set status = 'sent', subject = '', body_text = null, body_html = null, settled_at = $2, claimed_until = null
      where id = $1`,
    [id, now],
  );
}

/** There is no server: the message is shown on the outbox page. */
export async function markShown(db: Queries, id: number, now: Date): Promise<void> {
  await db.query(`update outbox set status = 'shown', settled_at = $2, claimed_until = null where id = $1`, [id, now]);
}

/** Nothing reached anybody: another attempt later, after 1, 2, 4… minutes, unless there were enough. */
export async function markFailed(
  db: Queries,
  message: OutboxMessage,
  { words, failure }: Failed,
  forGood: boolean,
  now: Date,
): Promise<void> {
  const own = message.attempts - message.server_failures;
  const over = forGood || own >= MOST_ATTEMPTS;
  const delay = 60_000 * 2 ** (own - 1);
  await db.query(
    `update outbox set status = $2, error = $3, failure = $4, next_at = $5, claimed_until = null where id = $1 and ${STILL_OURS} = $6`,
    [message.id, over ? 'refused' : 'waiting', words.slice(0, 500), failure, new Date(now.getTime() + delay), message.attempts],
  );
}

/** The server takes nothing from anybody: the message keeps its attempts, and goes once the server does its work. */
export async function markHeldUp(db: Queries, message: OutboxMessage, { words, failure }: Failed, now: Date): Promise<void> {
  await db.query(
    `update outbox set status = 'waiting', error = $2, failure = $3, next_at = $4, server_failures = server_failures + 1,
                       claimed_until = null
      where id = $1 and ${STILL_OURS} = $5`,
    [message.id, words.slice(0, 500), failure, now, message.attempts],
  );
}

interface Failed {
  words: string;
  failure: Failure;
}

/** A worker that slept through its lease has no say: another has the message, or settled it. So attempts only grow. */
const STILL_OURS = `status in ('claimed', 'in_flight') and attempts`;

/** The server may have taken the message and may not: a person decides whether to send it again. */
export async function markInDoubt(db: Queries, message: OutboxMessage, error: string): Promise<void> {
  await db.query(
    `update outbox set status = 'in_doubt', error = $2, failure = 'in_doubt', claimed_until = null
      where id = $1 and ${STILL_OURS} = $3`,
    [message.id, error.slice(0, 500), message.attempts],
  );
}

/** What a process that died left in flight is in doubt. */
export async function findDoubts(db: Queries, now: Date): Promise<number> {
  const rows = await db.query(
    `update outbox set status = 'in_doubt', error = 'interrompu pendant l''envoi', failure = 'in_doubt', claimed_until = null
      where status = 'in_flight' and claimed_until <= $1 returning id`,
    [now],
  );
  return rows.length;
}

/** Somebody made sure that a message in doubt had arrived. */
export async function takeAsSent(db: Queries, id: number, now: Date): Promise<boolean> {
  const rows = await db.query(
    `update outbox set status = 'sent', subject = '', body_text = null, body_html = null, settled_at = $2, error = null
      where id = $1 and status = 'in_doubt' returning id`,
    [id, now],
  );
  return rows.length === 1;
}

/** The experts' addresses that refused what a diagnosis sent them. */
export async function refusedMessages(db: Queries, diagnosis: string): Promise<string[]> {
  const rows = await db.query<{ recipient: string }>(
    `select distinct recipient from outbox
      where diagnosis_id = $1 and status = 'refused' and referrals <> '{}' order by recipient`,
    [diagnosis],
  );
  return rows.map((row) => row.recipient);
}

export async function messageById(db: Queries, id: number): Promise<OutboxMessage | undefined> {
  return (await db.query<OutboxMessage>('select * from outbox where id = $1', [id]))[0];
}

/** How many messages are on their way, and how many wait for a person. */
export async function countMessages(db: Queries): Promise<{ waiting: number; troubles: number }> {
  // From the index of statuses: what has left is not looked at.
  const rows = await db.query<{ status: OutboxStatus; n: number }>(
    `select status, count(*)::int as n from outbox
      where status in ('waiting', 'claimed', 'in_flight', 'in_doubt', 'refused') group by status`,
  );
  const count = (...statuses: OutboxStatus[]): number => rows.reduce((sum, row) => sum + (statuses.includes(row.status) ? row.n : 0), 0);
  return { waiting: count('waiting', 'claimed', 'in_flight'), troubles: count('in_doubt', 'refused') };
}
