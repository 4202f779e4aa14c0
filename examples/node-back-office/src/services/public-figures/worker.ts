/** The thread in which public figures are made, once a month: facts come part by part, then the question. */

import { parentPort } from 'node:worker_threads';
import { directoryOf } from '../../library.js';
import { publicFiguresOf, type PublicFacts } from './measured.js';

export type Part = Partial<PublicFacts> | { snapshot: Uint8Array; today: string };

const parts: Partial<PublicFacts>[] = [];

parentPort?.on('message', async (part: Part) => {
  if (!('snapshot' in part)) return void parts.push(part);
  const facts: PublicFacts = {
    needs: parts.flatMap((one) => one.needs ?? []),
    events: parts.flatMap((one) => one.events ?? []),
    sent: parts.flatMap((one) => one.sent ?? []),
  };
  parentPort?.postMessage(await publicFiguresOf(directoryOf(part.snapshot), facts, part.today));
});
