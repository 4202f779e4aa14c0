// Promises of the native half, as users see them.

import { AiguillageError, translated } from './errors';

/** What long work may be given. */
export interface Abortable {
  /**
   * Rejects the promise with its reason once it aborts. Work that a thread has begun runs to its end,
   * and its result is dropped.
   */
  signal?: AbortSignal | undefined;
}

/** @internal */
export function checkedSignal(signal: unknown): AbortSignal | undefined {
  if (signal === undefined || signal === null) return undefined;
  if (signal instanceof AbortSignal) {
    signal.throwIfAborted();
    return signal;
  }
  throw new AiguillageError({ code: 'invalid_value', field: 'signal', message: '`signal` is an `AbortSignal`' });
}

/** @internal */
export async function settled<T>(begin: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    checkedSignal(signal);
    return await (signal === undefined ? begin() : abortable(begin(), signal));
  } catch (thrown) {
    throw translated(thrown);
  }
}

function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    const done = () => signal.removeEventListener('abort', stop);
    promise.then(resolve, reject).finally(done);
  });
}

/**
 * A turn of the event loop, so that others are served between two parts of long work.
 *
 * @internal
 */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
