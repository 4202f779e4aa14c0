/** Receivers of partners, and what is delivered to each. A delivery is claimed by one process, for as long as a lease. */

import type { Queries } from '../database/index.js';

export interface Webhook {
  id: string;
  partner_id: string;
  url: string;
  salt: string;
  former_salt: string | null;
  former_until: Date | null;
  created_at: Date;
  disabled_at: Date | null;
  disabled_for: 'steering' | 'gone' | null;
}

export interface WebhookRow extends Webhook {
  waiting: number;
  delivered: number;
  given_up: number;
  /** What the latest attempt that failed met. */
  met: string | null;
}

export interface Delivery {
  id: number;
  event: string;
  told: object;
  attempts: number;
  begun_at: number;
}

export async function webhooksOf(db: Queries, partner: string): Promise<WebhookRow[]> {
  return db.query<WebhookRow>(
    `select webhooks.*,
            (select count(*)::int from webhook_deliveries where webhook_id = webhooks.id and status in ('waiting', 'claimed')) as waiting,
            (select count(*)::int from webhook_deliveries where webhook_id = webhooks.id and status = 'delivered') as delivered,
            (select count(*)::int from webhook_deliveries where webhook_id = webhooks.id and status = 'given_up') as given_up,
            (select met from webhook_deliveries where webhook_id = webhooks.id and status <> 'delivered' and met is not null
              order by id desc limit 1) as met
       from webhooks where partner_id = $1 order by created_at, id`,
    [partner],
  );
}

export async function webhookById(db: Queries, id: string): Promise<Webhook | undefined> {
  return (await db.query<Webhook>('select * from webhooks where id = $1', [id]))[0];
}

export async function addWebhook(db: Queries, id: string, partner: string, url: string, salt: string, now: Date): Promise<void> {
  await db.query('insert into webhooks (id, partner_id, url, salt, created_at) values ($1, $2, $3, $4, $5)', [id, partner, url, salt, now]);
}

/** Another secret; the one of before signs as well until then. */
export async function changeSalt(db: Queries, id: string, salt: string, until: Date): Promise<void> {
  await db.query('update webhooks set former_salt = salt, former_until = $3, salt = $2 where id = $1', [id, salt, until]);
}

/** Stops telling a receiver: what waited for it is given up. */
export async function disableWebhook(db: Queries, id: string, why: 'steering' | 'gone', now: Date): Promise<boolean> {
  const rows = await db.query(
    'update webhooks set disabled_at = $2, disabled_for = $3 where id = $1 and disabled_at is null returning id',
    [id, now, why],
  );
  await db.query(
    `update webhook_deliveries set status = 'given_up', settled_at = $2, claimed_until = null
      where webhook_id = $1 and status in ('waiting', 'claimed')`,
    [id, now],
  );
  return rows.length === 1;
}

/** Tells a receiver again, from the next event on. */
export async function enableWebhook(db: Queries, id: string): Promise<boolean> {
  const rows = await db.query(
    'update webhooks set disabled_at = null, disabled_for = null where id = $1 and disabled_at is not null returning id',
    [id],
  );
  return rows.length === 1;
}

/** Sends again what was given up; returns how many events that is. */
export async function sendAgain(db: Queries, id: string, now: Date): Promise<number> {
  const rows = await db.query(
    `update webhook_deliveries set status = 'waiting', begun_at = attempts, next_at = $2, settled_at = null
      where webhook_id = $1 and status = 'given_up' returning id`,
    [id, now],
  );
  return rows.length;
}

const DUE = `(webhook_deliveries.status = 'waiting' and next_at <= $1 or webhook_deliveries.status = 'claimed' and claimed_until <= $1)`;

/** The receivers for whom something is due. */
export async function webhooksDue(db: Queries, now: Date): Promise<Webhook[]> {
  return db.query<Webhook>(
    `select webhooks.* from webhooks join partners on partners.id = partner_id
      where webhooks.disabled_at is null and partners.disabled_at is null
        and exists (select from webhook_deliveries where webhook_id = webhooks.id and ${DUE})`,
    [now],
  );
}

/** Takes the next delivery to a receiver that is due, so that no other process does. */
export async function claimDelivery(db: Queries, webhook: string, now: Date, seconds: number): Promise<Delivery | undefined> {
  const [delivery] = await db.query<Delivery>(
    `update webhook_deliveries set status = 'claimed', attempts = attempts + 1, claimed_until = $2
       from partner_events
      where partner_events.id = event_id and webhook_deliveries.id = (
        select id from webhook_deliveries where webhook_id = $3 and ${DUE} order by id for update skip locked limit 1)
     returning webhook_deliveries.id, event, told, attempts, begun_at`,
    [now, new Date(now.getTime() + seconds * 1000), webhook],
  );
  return delivery;
}

/** What an attempt that is still ours came to. One who slept through their lease has no say. */
const STILL_OURS = `id = $1 and status = 'claimed' and attempts = $2`;

export async function markDelivered(db: Queries, { id, attempts }: Delivery, now: Date): Promise<void> {
  await db.query(
    `update webhook_deliveries set status = 'delivered', settled_at = $3, claimed_until = null, met = null where ${STILL_OURS}`,
    [id, attempts, now],
  );
}

/** Another attempt then; without a time there is none. */
export async function markMissed(db: Queries, { id, attempts }: Delivery, met: string, next: Date | undefined, now: Date): Promise<void> {
  await db.query(
    `update webhook_deliveries set status = $3, met = $4, next_at = coalesce($5, next_at), claimed_until = null,
                                   settled_at = $6 where ${STILL_OURS}`,
    [id, attempts, next ? 'waiting' : 'given_up', met.slice(0, 200), next ?? null, next ? null : now],
  );
}
