/** Works proposals out beside the service: one at a time, and not for ever. */

import { Worker } from 'node:worker_threads';
import type { Task, Worked } from './types.js';

/** Nothing that people upload takes so long; what does is given up. */
const SECONDS = 60;
/** More than so many wait for nobody: whoever comes then is told to come again. */
const MOST_WAITING = 4;

/** What keeps a proposal from being worked out now. */
export class Busy extends Error {
  readonly statusCode = 503;
}

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

export async function workedOut(task: Task): Promise<Worked> {
  if (waiting >= MOST_WAITING) throw new Busy('too many directories wait to be read');
  waiting += 1;
  const run = last.then(() => inThread(task));
  last = run.catch(() => {});
  return run.finally(() => (waiting -= 1));
}

function inThread(task: Task): Promise<Worked> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.js', import.meta.url), { workerData: task });
    const late = setTimeout(() => {
      reject(new Busy(`a directory was not read in ${SECONDS} seconds`));
      void thread.terminate();
    }, SECONDS * 1000);
    thread.once('message', (worked: Worked) => {
      clearTimeout(late);
      resolve(worked);
    });
    thread.once('error', reject);
    thread.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the thread that reads directories ended with ${code}`));
    });
  });
}
