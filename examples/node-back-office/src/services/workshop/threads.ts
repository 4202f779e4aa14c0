/** Works proposals out beside the service: one at a time, and not for ever. */

import { Worker } from 'node:worker_threads';
import { answerOf } from '../thread-answer.js';
import type { Task, Worked } from './types.js';

/** Nothing that people upload takes so long; what does is given up. */
const SECONDS = 60;
/** More than so many wait for nobody: whoever comes then is told to come again. */
const MOST_WAITING = 4;

/** What keeps a proposal from being worked out now. */
export class Busy extends Error {
  readonly statusCode = 503;
}

export interface Workshop {
  workOut(task: Task): Promise<Worked>;
  /** Gives up what is being worked out and what waits: whoever ends the service does not wait for it. */
  stop(): void;
}

export function openWorkshop(): Workshop {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let stopped = false;
  let thread: Worker | undefined;

  async function inThread(task: Task): Promise<Worked> {
    if (stopped) throw new Busy('the service is ending');
    const worker = new Worker(new URL('./thread.js', import.meta.url), { workerData: task });
    thread = worker;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      void worker.terminate();
    }, SECONDS * 1000);
    try {
      return await answerOf<Worked>(worker);
    } catch (error) {
      if (late) throw new Busy(`a directory was not read in ${SECONDS} seconds`);
      throw stopped ? new Busy('the service is ending') : error;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    workOut(task) {
      if (waiting >= MOST_WAITING) return Promise.reject(new Busy('too many directories wait to be read'));
      waiting += 1;
      const run = last.then(() => inThread(task)).finally(() => (waiting -= 1));
      last = run.catch(() => {});
      return run;
    },
    stop() {
      stopped = true;
      void thread?.terminate();
    },
  };
}
