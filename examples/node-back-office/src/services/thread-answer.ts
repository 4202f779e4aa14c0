import type { Worker } from 'node:worker_threads';

/** The answer of a thread that was started for one; however else it ends is an error. */
export function answerOf<Answer>(thread: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`a thread ended with ${code} and without its answer`)));
  });
}
