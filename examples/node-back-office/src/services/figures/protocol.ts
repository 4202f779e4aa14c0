/** What the service and the thread that makes figures say to one another. */

import type { ImpactQueryInput, ImpactReport, NeedReminder } from '../../library.js';
import type { Facts } from '../../store/changes.js';

/** What needs that nobody takes care of call for on a day. */
export interface DueReminders {
  /** Those that nobody has sent yet. */
  due: NeedReminder[];
  /** Experts who have many referrals waiting. */
  busy: { expert: string; waiting: number; old: number; oldest: string | undefined }[];
}

/** What the thread can be asked. */
export interface Calls {
  /** Puts a directory in service, from its snapshot. */
  serve(snapshot: Uint8Array): void;
  /** Takes what is new or has changed; whether it did change anything. */
  take(facts: Facts): boolean;
  impact(query: ImpactQueryInput): Promise<ImpactReport>;
  reminders(on: string): DueReminders;
}

export type Asked = { [Name in keyof Calls]: { id: number; name: Name; given: Parameters<Calls[Name]>[0] } }[keyof Calls];
export type Answered = { id: number; value: unknown } | { id: number; error: string };
