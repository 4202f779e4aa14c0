/** What tests of what the service does by itself share. */

import assert from 'node:assert/strict';
import type { SurveyOutcome } from '../../src/library.js';
import { runDue } from '../../src/scheduler/run.js';
import type { Run } from '../../src/store/automations.js';
import { setAutomation } from '../../src/store/automations.js';
import type { TestApp } from './app.js';
import type { Browser } from './browser.js';
import { expertLinks, openLink } from './steps.js';

/** Turns a task on, due at once. */
export async function turnOn({ database, services }: TestApp, task: string, settings: Record<string, unknown> = {}): Promise<void> {
  await setAutomation(database, { task, enabled: true, settings, next_at: services.clock() });
}

/** Makes all tasks due and runs them; what came of each that is on. */
export async function run(office: TestApp): Promise<Map<string, Run>> {
  await office.database.query('update automations set next_at = $1', [office.services.clock()]);
  const runs = await runDue(office.services);
  for (const one of runs) assert.equal(one.failed, 0, `${one.task}: ${one.error}`);
  return new Map(runs.map((one) => [one.task, one]));
}

export interface Mail {
  key: string;
  recipient: string;
  subject: string;
  body_text: string;
}

/** The messages of a kind, in the order in which they were written. */
export const mails = ({ database }: TestApp, kind: string): Promise<Mail[]> =>
  database.query<Mail>('select key, recipient, subject, body_text from outbox where key like $1 order by id', [`${kind}:%`]);

/** The latest link of a kind in messages. */
export function pathIn(text: string, kind: 'e' | 'avis' | 'suivi'): string {
  const link = new RegExp(`(/${kind}/[A-Za-z0-9_.-]+)`).exec(text)?.[1];
  assert.ok(link, text);
  return link;
}

/** A browser of the expert to whom the latest message to an address leads. */
export async function expertAt(office: TestApp, recipient: string): Promise<{ expert: Browser; address: string; html: string }> {
  const link = (await expertLinks(office)).find((one) => one.recipient === recipient);
  assert.ok(link, `no link to ${recipient}`);
  return openLink(office, link.link);
}

/** Who has a diagnosis's needs, in the order of sending. */
export async function having({ database }: TestApp, address: string): Promise<{ id: string; expert: string; state: string; need: string }[]> {
  return database.query(
    `select referrals.id, expert, state, need_id as need from referrals join needs on needs.id = need_id
      where diagnosis_id = $1 order by referrals.sent_at, expert`,
    [address.split('/').at(-1)],
  );
}

export const OUTCOME: SurveyOutcome = 'actions_started';
