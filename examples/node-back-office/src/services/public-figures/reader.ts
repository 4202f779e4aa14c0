/** Public figures as they are read: made in a thread once a month, and kept. */

import { Worker } from 'node:worker_threads';
import { dayOf } from '../../clock.js';
import { allFacts } from '../../store/changes.js';
import { sentDays } from '../../store/statistics.js';
import type { Services } from '../index.js';
import { answerOf } from '../thread-answer.js';
import type { PublicFigures } from './measured.js';
import type { Part } from './worker.js';

export interface PublicFiguresReader {
  /** Nothing while there are too few companies. */
  read(): Promise<PublicFigures | undefined>;
}

/** Measures once a month, and again where the directory gives other names. */
export function publicFigures(services: Services): PublicFiguresReader {
  let kept: { key: string; figures: Promise<PublicFigures | undefined> } | undefined;
  return {
    read() {
      const key = `${dayOf(services.clock()).slice(0, 7)} ${services.directory.version}`;
      if (kept?.key !== key) {
        const figures = made(services);
        kept = { key, figures };
        // What failed is measured again when somebody asks.
        figures.catch(() => kept?.figures === figures && (kept = undefined));
      }
      return kept.figures;
    },
  };
}

async function made({ database, directory, clock }: Services): Promise<PublicFigures | undefined> {
  const thread = new Worker(new URL('./worker.js', import.meta.url));
  const give = (part: Part): void => thread.postMessage(part);
  try {
    const answer = answerOf<PublicFigures | undefined>(thread);
    // Who waits for it does so below, once the thread was given everything.
    answer.catch(() => {});
    for await (const { needs, events } of allFacts(database)) give({ needs: needs.map((need) => need.tracked), events });
    give({ sent: await sentDays(database) });
    give({ snapshot: directory.library.snapshot(), today: dayOf(clock()) });
    return await answer;
  } finally {
    void thread.terminate();
  }
}
