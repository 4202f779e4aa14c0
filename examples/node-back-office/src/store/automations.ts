/** What the service does by itself: switches, when each task is looked at next, and what came of it. */

import type { Queries } from '../database/index.js';

export interface Automation {
  task: string;
  enabled: boolean;
  settings: Record<string, unknown>;
  next_at: Date | null;
}

export interface Run {
  task: string;
  at: Date;
  actor: string;
  items: number;
  messages: number;
  failed: number;
  error: string | null;
}

export async function automations(db: Queries): Promise<Automation[]> {
  return db.query<Automation>('select * from automations order by task');
}

export async function automationOf(db: Queries, task: string): Promise<Automation | undefined> {
  return (await db.query<Automation>('select * from automations where task = $1', [task]))[0];
}

/** Turns a task on or off, with its settings where it has any. */
export async function setAutomation(db: Queries, { task, enabled, settings, next_at }: Automation): Promise<void> {
  await db.query(
    `insert into automations (task, enabled, settings, next_at) values ($1, $2, $3, $4)
     on conflict (task) do update set enabled = excluded.enabled, settings = excluded.settings, next_at = excluded.next_at`,
    [task, enabled, JSON.stringify(settings), next_at],
  );
}

/** When a task is looked at next; its switch stays as it is. */
export async function postpone(db: Queries, task: string, enabled: boolean, next: Date): Promise<void> {
  await db.query(
    `insert into automations (task, enabled, next_at) values ($1, $2, $3)
     on conflict (task) do update set next_at = excluded.next_at`,
    [task, enabled, next],
  );
}

export async function addRun(db: Queries, run: Run): Promise<void> {
  await db.query(
    'insert into automation_runs (task, at, actor, items, messages, failed, error) values ($1, $2, $3, $4, $5, $6, $7)',
    [run.task, run.at, run.actor, run.items, run.messages, run.failed, run.error],
  );
}

/** The last run of each task. */
export async function lastRuns(db: Queries): Promise<Run[]> {
  return db.query<Run>('select distinct on (task) * from automation_runs order by task, id desc');
}
