/** What a task would do: it is done, looked at, and taken back. So a dry run tells what a run does, and not what it might. */

import type { Queries } from '../database/index.js';
import type { Services } from '../services/index.js';
import type { Item, Task } from './task.js';

export interface WouldLeave {
  key: string;
  recipient: string;
}

export interface Rehearsed {
  what: string;
  messages: WouldLeave[];
  failed?: string;
}

export interface Rehearsal {
  items: Rehearsed[];
  /** How many were not looked at, of those that are due. */
  left: number;
}

/** So many are tried: a page that nobody reads to its end needs no more. */
const MOST = 200;

class TakenBack extends Error {}

export async function rehearse(services: Services, task: Task): Promise<Rehearsal> {
  const due = await task.due(services);
  const items: Rehearsed[] = [];
  // What is written once for several is shown with the first of them.
  const keys = new Set<string>();
  for (const item of due.slice(0, MOST)) {
    const tried = await tryItem(services, item);
    if (!tried) continue;
    const messages = tried.messages.filter(({ key }) => !keys.has(key));
    for (const { key } of messages) keys.add(key);
    items.push({ ...tried, messages });
  }
  return { items, left: Math.max(0, due.length - MOST) };
}

async function tryItem({ database }: Services, item: Item): Promise<Rehearsed | undefined> {
  let tried: Rehearsed | undefined;
  try {
    await database.transaction(async (tx) => {
      const done = await item.run(tx);
      if (done) tried = { what: item.what, messages: await written(tx) };
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) return { what: item.what, messages: [], failed: String(error).slice(0, 300) };
  }
  return tried;
}

/** The messages that this transaction wrote, and nobody else. */
const written = (tx: Queries): Promise<WouldLeave[]> =>
  tx.query<WouldLeave>('select key, recipient from outbox where xmin = pg_current_xact_id()::xid order by id');
