/**
 * Publishes what partners have to hear, and delivers it to their receivers. Several processes may do so at once. A
 * delivery is done when the receiver says so, and not before: a process that dies in between sends it again, under the
 * same id. Receivers are told at once, each by itself: one that hangs holds up nobody else.
 */

import type { Clock } from '../clock.js';
import type { Database } from '../database/index.js';
import { claimDelivery, disableWebhook, markDelivered, markMissed, webhooksDue, type Delivery, type Webhook } from '../store/webhooks.js';
import { nextAttempt } from './schedule.js';
import { post, type Met, type SendOptions } from './sending.js';
import { signedHeaders } from './signing.js';

export interface WebhookWorker {
  /** Begins its rounds. */
  start(): void;
  /** Does now what is due; returns how many events were delivered. */
  drain(): Promise<number>;
  /** Ends after the deliveries under way. */
  stop(): Promise<void>;
}

export interface WebhookOptions extends SendOptions {
  database: Database;
  clock: Clock;
  secret: string;
  /** Gives partners what they have not heard yet. */
  publish: () => Promise<void>;
  report: (error: unknown) => void;
}

const ROUND_SECONDS = 5;

export function webhookWorker(options: WebhookOptions): WebhookWorker {
  const { database, clock, secret, publish, report, milliseconds } = options;
  const leaseSeconds = Math.ceil((2 * milliseconds) / 1000);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<number> = Promise.resolve(0);

  async function deliverDue(): Promise<number> {
    await publish();
    const receivers = await webhooksDue(database, clock());
    const delivered = await Promise.all(receivers.map(deliverTo));
    return delivered.reduce((sum, one) => sum + one, 0);
  }

  /** What is due to one receiver, until an attempt fails: the rest is for the next round. */
  async function deliverTo(webhook: Webhook): Promise<number> {
    let delivered = 0;
    while (!stopped) {
      const delivery = await claimDelivery(database, webhook.id, clock(), leaseSeconds);
      if (!delivery || !(await deliver(webhook, delivery))) break;
      delivered += 1;
    }
    return delivered;
  }

  async function deliver(webhook: Webhook, delivery: Delivery): Promise<boolean> {
    const body = JSON.stringify(delivery.told);
    const met = await post(webhook.url, signedHeaders(secret, webhook, delivery.event, body, clock()), body, options);
    const now = clock();
    if ('status' in met && met.status >= 200 && met.status < 300) {
      await markDelivered(database, delivery, now);
      return true;
    }
    await markMissed(database, delivery, wordOf(met), nextAttempt(delivery.attempts - delivery.begun_at, now), now);
    // The receiver says that there is none any more.
    if ('status' in met && met.status === 410) await disableWebhook(database, webhook.id, 'gone', now);
    return false;
  }

  // Rounds follow one another: a call during a round waits for it, then looks again.
  const drain = (): Promise<number> => {
    round = round.then(deliverDue).catch((error: unknown) => {
      report(error);
      return 0;
    });
    return round;
  };
  return {
    start: () => {
      timer = setInterval(drain, ROUND_SECONDS * 1000);
      timer.unref();
      void drain();
    },
    drain,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}

const wordOf = (met: Met): string => ('status' in met ? `${met.status}` : met.fault);
