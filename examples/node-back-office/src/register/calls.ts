/**
 * Calls to a register over HTTP that cost little when it is in trouble: each has an end, a busy register is asked again
 * when it says, one that fails is left alone for a while, and only so many go out at once.
 */

import {
  bulkhead,
  BulkheadRejectedError,
  CircuitState,
  circuitBreaker,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleType,
  IsolatedCircuitError,
  BrokenCircuitError,
  retry,
  TaskCancelledError,
  wrap,
} from 'cockatiel';
import { Unreadable } from './answers.js';
import { retryAfter } from './retry-after.js';

export interface CallOptions {
  /** Where the API is: its host alone, or a folder of it. */
  base: string;
  /** Seconds that one question may take, whatever is tried in them. */
  seconds: number;
  /** Seconds for which a register that failed is left alone. */
  restSeconds?: number | undefined;
  /** Tells that the register is left alone, and why; and that it is back. */
  report?: ((words: string) => void) | undefined;
}

export interface Caller {
  /** Asks, and reads the answer; throws a `RegisterDown` or a `RegisterRefused`. */
  ask<T>(params: Readonly<Record<string, string>>, read: (text: string) => T): Promise<T>;
  isDown(): boolean;
}

export class RegisterDown extends Error {}

/** The register answered that the question is none: it is well, and asking again helps nobody. */
export class RegisterRefused extends Error {}

/** A failure, and in how many milliseconds it may be over where that is soon enough to wait for. */
class Trouble extends Error {
  constructor(
    message: string,
    readonly wait?: number,
  ) {
    super(message);
  }
}

const TRIES = 3;
const FAILURES = 5;
const AT_ONCE = 8;
const WAITING = 32;
/** No answer of the API is longer: 10 companies of 100 facilities are half of it. */
const LONGEST_ANSWER = 4 * 1024 * 1024;
/** However long a register wants to be left alone, it is tried again after an hour. */
const LONGEST_REST = 3_600_000;

export function caller({ base, seconds, restSeconds = 30, report = () => {} }: CallOptions): Caller {
  const address = new URL('search', base.endsWith('/') ? base : `${base}/`);
  /** Until when a register that named a time is not asked. */
  let quietUntil = 0;

  const breaker = circuitBreaker(handleType(Trouble), { halfOpenAfter: restSeconds * 1000, breaker: new ConsecutiveBreaker(FAILURES) });
  breaker.onBreak((reason) => report(`left alone for ${restSeconds} s: ${'error' in reason ? reason.error.message : 'it fails'}`));
  breaker.onReset(() => report('it answers again'));
  const again = retry(handleType(Trouble, ({ wait }) => wait !== undefined), {
    maxAttempts: TRIES - 1,
    backoff: new DelegateBackoff(({ result }) => ('error' in result && result.error instanceof Trouble && result.error.wait) || 0),
  });
  const policy = wrap(bulkhead(AT_ONCE, WAITING), breaker, again);

  async function once<T>(url: URL, deadline: number, signal: AbortSignal, read: (text: string) => T): Promise<T> {
    const answer = await fetch(url, {
      headers: { accept: 'application/json', 'user-agent': 'aiguillage-back-office' },
      redirect: 'error',
      signal,
    }).catch((error: unknown) => {
      throw new Trouble(signal.aborted ? 'no answer in time' : `no connection (${nameOf(error)})`);
    });
    if (answer.status === 429 || answer.status === 503) {
      await answer.body?.cancel();
      const wait = retryAfter(answer.headers.get('retry-after')) ?? 1000;
      const isSoon = Date.now() + wait < deadline;
      if (!isSoon) quietUntil = Date.now() + Math.min(wait, LONGEST_REST);
      throw new Trouble(`answered ${answer.status}`, isSoon ? wait : undefined);
    }
    if (answer.status >= 500) {
      await answer.body?.cancel();
      throw new Trouble(`answered ${answer.status}`);
    }
    if (answer.status >= 400) {
      await answer.body?.cancel();
      throw new RegisterRefused(`answered ${answer.status}`);
    }
    try {
      return read(await bounded(answer));
    } catch (error) {
      if (error instanceof Unreadable) throw new Trouble(`an answer that cannot be read (${error.message})`);
      if (error instanceof Trouble) throw error;
      if (signal.aborted || error instanceof TypeError) throw new Trouble('an answer that was cut');
      throw error;
    }
  }

  return {
    async ask(params, read) {
      if (Date.now() < quietUntil) throw new RegisterDown('it wants to be left alone');
      const url = new URL(address);
      url.search = new URLSearchParams(params).toString();
      const deadline = Date.now() + seconds * 1000;
      const signal = AbortSignal.timeout(seconds * 1000);
      try {
        return await policy.execute(() => once(url, deadline, signal, read), signal);
      } catch (error) {
        if (DOWN.some((kind) => error instanceof kind)) throw new RegisterDown((error as Error).message);
        throw error;
      }
    },
    isDown: () => breaker.state !== CircuitState.Closed || Date.now() < quietUntil,
  };
}

const DOWN = [Trouble, BrokenCircuitError, IsolatedCircuitError, BulkheadRejectedError, TaskCancelledError];

/** The text of an answer, which ends. */
async function bounded(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.byteLength;
    // Leaving the loop closes the connection.
    if (length > LONGEST_ANSWER) throw new Trouble('an answer without end');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function nameOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === 'string' ? cause.code : 'network';
}
