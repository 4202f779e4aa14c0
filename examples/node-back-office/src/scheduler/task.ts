/** What a task is: things that are due, each done whole in a transaction of its own or not at all. */

import type { Queries } from '../database/index.js';
import type { Services } from '../services/index.js';
import type { Slot } from './slots.js';

export interface Item {
  /** Of what it is, for whoever reads a dry run: no company's name. */
  what: string;
  /**
   * Does it, and returns how many messages were written; `undefined` where it is not due any more, since it is looked at
   * again in here, or where there was nothing to do.
   */
  run(tx: Queries): Promise<{ items?: number; messages: number } | undefined>;
}

export interface Task {
  id: string;
  label: string;
  /** What it does and for whom, in a sentence. */
  about: string;
  slot: Slot;
  /** How it comes, before steering decides. */
  on: boolean;
  due(services: Services): Promise<Item[]>;
}
