/** The thread that makes figures: it holds what they are made from, and does nothing else. */

import { parentPort } from 'node:worker_threads';
import { directoryOf, measure, type Directory } from '../../library.js';
import { HeldFacts } from './held.js';
import type { Answered, Asked, Calls } from './protocol.js';

const facts = new HeldFacts();
let directory: Directory | undefined;

const calls: Calls = {
  serve(snapshot) {
    directory = directoryOf(snapshot);
  },
  take: (changed) => facts.take(changed),
  impact(query) {
    if (!directory) throw new Error('figures are made of a directory, and none was given');
    return measure(directory, facts.within(query), query);
  },
  reminders: (on) => facts.reminders(on),
};

parentPort?.on('message', async ({ id, name, given }: Asked) => {
  let answer: Answered;
  try {
    answer = { id, value: await (calls[name] as (given: unknown) => unknown)(given) };
  } catch (error) {
    answer = { id, error: String(error instanceof Error ? error.stack : error) };
  }
  parentPort?.postMessage(answer);
});
