/** Sends what waits in the outbox, one message after the other. Several processes may do so at once. */

import type { Clock } from '../clock.js';
import type { Database } from '../database/index.js';
import { endMailTrouble, mailTrouble, noteMailTrouble } from '../store/mail-trouble.js';
import * as outbox from '../store/outbox.js';
import { isForGood, isServerFailure } from './failures.js';
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
  // Whoever mends a setting starts the service anew: the server is tried then, however long it was to be left alone.
  let started = false;
  let round: Promise<number> = Promise.resolve(0);

  async function sendDue(): Promise<number> {
    let settled = 0;
    await outbox.findDoubts(database, clock());
    const trouble = mailer && (await mailTrouble(database));
    if (trouble && started && trouble.next_at > clock()) return settled;
    started = true;
    while (!stopped) {
      const message = await outbox.claim(database, clock(), leaseSeconds);
      // What the server refuses whatever the message, it refuses of the next one too.
      if (!message || (await sendOne(message)) === 'server_failed') break;
      settled += 1;
      if (trouble) await endMailTrouble(database);
    }
    return settled;
  }

  async function sendOne(message: outbox.OutboxMessage): Promise<void | 'server_failed'> {
    if (!mailer) return outbox.markShown(database, message.id, clock());
    const letter = {
      from,
      to: message.recipient,
      replyTo: message.reply_to,
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
      const { message: words, failure } = error instanceof SendError ? error : new SendError(String(error), 'temporary');
      if (failure === 'in_doubt') return outbox.markInDoubt(database, message, words);
      if (!isServerFailure(failure)) return outbox.markFailed(database, message, { words, failure }, isForGood(failure), clock());
      await outbox.markHeldUp(database, message, { words, failure }, clock());
      await noteMailTrouble(database, failure, words, clock());
      return 'server_failed';
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
