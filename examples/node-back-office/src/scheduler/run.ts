/** Runs tasks, one process at a time; or shows what they would do. */

import { randomUUID } from 'node:crypto';
import type { Queries } from '../database/index.js';
import type { Services } from '../services/index.js';
import { addRun, automations, postpone, type Run } from '../store/automations.js';
import { giveLeaseBack, keepLease, takeLease } from '../store/lease.js';
import { nextSlot } from './slots.js';
import type { Item, Task } from './task.js';
import { TASKS } from './tasks.js';

/** After a failure, a task is looked at again so many minutes later, unless its hour comes before. */
const RETRY_MINUTES = 60;

/** Runs what is due, if no other process does; the runs that there were. */
export async function runDue(services: Services): Promise<Run[]> {
  const known = new Map((await automations(services.database)).map((one) => [one.task, one]));
  const now = services.clock();
  const due = TASKS.filter((task) => {
    const set = known.get(task.id);
    return (task.always || (set?.enabled ?? task.on)) && (set?.next_at ?? now) <= now;
  });
  if (due.length === 0) return [];
  return (await alone(services, (keep) => inTurn(services, due, 'service', keep))) ?? [];
}

/** Runs one task at once, due or not; nothing where another process is at it. */
export async function runNow(services: Services, task: Task, actor: string): Promise<Run | undefined> {
  return (await alone(services, (keep) => inTurn(services, [task], actor, keep)))?.[0];
}

async function inTurn(services: Services, tasks: readonly Task[], actor: string, keep: () => Promise<boolean>): Promise<Run[]> {
  const runs: Run[] = [];
  for (const task of tasks) {
    const { run, whole } = await runTask(services, task, actor, keep);
    runs.push(run);
    if (!whole) break;
  }
  return runs;
}

/**
 * Does something while no other process may; nothing where one does. The lease is kept from beside, since looking for
 * what is due may take longer than it lasts.
 */
async function alone<Result>(services: Services, act: (keep: () => Promise<boolean>) => Promise<Result>): Promise<Result | undefined> {
  const { database, config } = services;
  const holder = randomUUID();
  const keep = (): Promise<boolean> => keepLease(database, holder, config.scheduleLease);
  if (!(await takeLease(database, holder, config.scheduleLease))) return undefined;
  const keeping = setInterval(() => void keep().catch(services.report), (config.scheduleLease * 1000) / 3);
  try {
    // What other processes wrote of absences counts.
    await services.directory.freshen(true);
    return await act(keep);
  } finally {
    clearInterval(keeping);
    await giveLeaseBack(database, holder);
  }
}

/** Runs a task; it is not `whole` where another process took over meanwhile: the rest is theirs, and when it is next. */
async function runTask(services: Services, task: Task, actor: string, keep: () => Promise<boolean>): Promise<{ run: Run; whole: boolean }> {
  const { database, clock } = services;
  const at = clock();
  const run: Run = { task: task.id, at, actor, items: 0, messages: 0, failed: 0, error: null };
  let whole = true;
  try {
    for await (const item of dueOf(task, services)) {
      whole = await keep();
      if (!whole) break;
      await runItem(database.transaction, item, run, services.report);
    }
  } catch (error) {
    run.failed += 1;
    run.error = wordsOf(error);
    services.report(error);
  }
  services.worker.wake();
  const regular = nextSlot(task.slot, at);
  const again = new Date(at.getTime() + RETRY_MINUTES * 60_000);
  if (whole) await postpone(database, task.id, task.on, run.failed > 0 && again < regular ? again : regular);
  await addRun(database, run);
  return { run, whole };
}

/** The items of a task, one after the other. */
export async function* dueOf(task: Task, services: Services): AsyncGenerator<Item> {
  yield* await task.due(services);
}

type Transaction = <Result>(run: (tx: Queries) => Promise<Result>) => Promise<Result>;

async function runItem(transaction: Transaction, item: Item, run: Run, report: (error: unknown) => void): Promise<void> {
  try {
    const done = await transaction((tx) => item.run(tx));
    if (!done) return;
    run.items += done.items ?? 1;
    run.messages += done.messages;
  } catch (error) {
    // What fails for one is no reason to leave the others: it is due again next time.
    run.failed += 1;
    run.error = wordsOf(error);
    report(error);
  }
}

const wordsOf = (error: unknown): string => String(error).slice(0, 300);
