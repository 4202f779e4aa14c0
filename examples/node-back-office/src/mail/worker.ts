/** Sends what waits in the outbox, one message after the other. Several processes may do so at once. */

import type { Clock } from '../clock.js';
import type { Database } from '../database/index.js';
import * as outbox from '../store/outbox.js';
import { SendError, type Mailer } from './smtp.js';

export interface Worker {
  /** Looks at the outbox now rather than at the next round. */
  wake(): void;
  /** Sends what is due and returns how many messages were settled. */
  drain(): Promise<number>;
  /** Ends after the message under way. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  database: Database;
  clock: Clock;
  /** Without a mailer, messages are only shown on the outbox page. */
  mailer: Mailer | undefined;
  from: string;
  /** After how many seconds a message that a worker took and did not settle is looked at again. */
  leaseSeconds: number;
  report: (error: unknown) => void;
}

const ROUND_SECONDS = 5;

export function startWorker(options: WorkerOptions): Worker {
  const { database, clock, mailer, from, leaseSeconds, report } = options;
  let stopped = false;
  let round: Promise<number> = Promise.resolve(0);

  async function sendDue(): Promise<number> {
    let settled = 0;
    await outbox.findDoubts(database, clock());
    while (!stopped) {
      const message = await outbox.claim(database, clock(), leaseSeconds);
      if (!message) break;
      await sendOne(message);
      settled += 1;
    }
    return settled;
  }

  async function sendOne(message: outbox.OutboxMessage): Promise<void> {
    if (!mailer) return outbox.markShown(database, message.id, clock());
    const letter = {
      from,
      to: message.recipient,
      subject: message.subject,
      text: message.body_text ?? '',
      html: message.body_html ?? '',
      messageId: message.message_id,
    };
    try {
      await mailer.send(letter, async () => {
        if (!(await outbox.markInFlight(database, message))) throw new Error('another worker took the message');
      });
    } catch (error) {
      const { message: words, outcome } = error instanceof SendError ? error : new SendError(String(error), 'not_sent');
      if (outcome === 'in_doubt') return outbox.markInDoubt(database, message.id, words);
      return outbox.markFailed(database, message, words, outcome === 'refused', clock());
    }
    await outbox.markSent(database, message.id, clock());
  }

  // Rounds follow one another: a call during a round waits for it, then looks again.
  const drain = (): Promise<number> => {
    round = round.then(sendDue).catch((error: unknown) => {
      report(error);
      return 0;
    });
    return round;
  };
  const timer = setInterval(drain, Math.min(ROUND_SECONDS, leaseSeconds) * 1000);
  timer.unref();

  return {
    wake: () => void drain(),
    drain,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}
