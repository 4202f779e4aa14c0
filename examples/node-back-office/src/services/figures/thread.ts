/** The thread that makes figures, from the outside. */

import { Worker } from 'node:worker_threads';
import type { Answered, Calls } from './protocol.js';

export interface Thread {
  ask<Name extends keyof Calls>(name: Name, given: Parameters<Calls[Name]>[0]): Promise<Awaited<ReturnType<Calls[Name]>>>;
  /** Whether it has ended: what it held is gone. */
  readonly ended: boolean;
  end(): Promise<void>;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export function startThread(): Thread {
  const worker = new Worker(new URL('./worker.js', import.meta.url));
  const waiting = new Map<number, Waiting>();
  let ended = false;
  let last = 0;

  function settle(id: number): Waiting | undefined {
    const one = waiting.get(id);
    waiting.delete(id);
    // A thread that nobody waits for keeps no process alive.
    if (waiting.size === 0) worker.unref();
    return one;
  }
  function over(error: Error): void {
    ended = true;
    for (const id of [...waiting.keys()]) settle(id)?.reject(error);
  }
  worker.on('message', (answer: Answered) => {
    const one = settle(answer.id);
    if ('error' in answer) one?.reject(new Error(`figures: ${answer.error}`));
    else one?.resolve(answer.value);
  });
  worker.on('error', over);
  worker.on('exit', (code) => over(new Error(`the thread of figures ended with code ${code}`)));
  worker.unref();

  return {
    get ended() {
      return ended;
    },
    ask: (name, given) =>
      new Promise((resolve, reject) => {
        if (ended) return void reject(new Error('the thread of figures has ended'));
        last += 1;
        waiting.set(last, { resolve: resolve as Waiting['resolve'], reject });
        worker.ref();
        worker.postMessage({ id: last, name, given });
      }),
    end: async () => void (await worker.terminate()),
  };
}
