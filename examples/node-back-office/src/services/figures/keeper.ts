/**
 * Figures, made by a thread of their own and kept until something changes: no page waits long for them, and none waits
 * for another's.
 */

import { dayOf, type Clock } from '../../clock.js';
import type { Queries } from '../../database/index.js';
import type { ImpactQueryInput, ImpactReport, Library } from '../../library.js';
import { allFacts, changesSince, isAhead, positionOf, type Position } from '../../store/changes.js';
import type { DueReminders } from './protocol.js';
import { startThread, type Thread } from './thread.js';

export type FigureQuery = Omit<ImpactQueryInput, 'on'>;

/** What was made, and of when: `current` where nothing has changed since. */
export interface Made<Value> {
  value: Value;
  at: Date;
  current: boolean;
}

export interface Figures {
  /** The figures as they are, or after a while those that were last made; nothing where there are none yet. */
  impact(query: FigureQuery): Promise<Made<ImpactReport> | undefined>;
  /** The figures as they are, however long that takes. */
  impactNow(query: FigureQuery): Promise<ImpactReport>;
  reminders(): Promise<Made<DueReminders> | undefined>;
  remindersNow(): Promise<DueReminders>;
  /** Ends the thread, for good: who asks later is refused. */
  stop(): Promise<void>;
}

interface FiguresOptions {
  database: Queries;
  clock: Clock;
  directory: { readonly library: Library };
  /** For how many milliseconds a page waits for figures. */
  patience: number;
  report: (error: unknown) => void;
  /** Starts the thread, once it is needed and whenever it has ended. */
  start?: () => Thread;
}

/** What was made last for a question, and from which state of things. */
interface Kept {
  state: string;
  at: Date;
  value: Promise<unknown>;
  /** Its value, once it is there. */
  done?: { value: unknown };
}

/** Questions beyond this are forgotten, the longest unasked first: a report by subject takes some 200 kB. */
const MOST_KEPT = 60;

export function keepFigures({ database, clock, directory, patience, report, start = startThread }: FiguresOptions): Figures {
  let thread: Thread | undefined;
  let served: Library | undefined;
  let position: Position | undefined;
  let version = 0;
  let stopped = false;
  let reading: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  /** The latest answer to each question, and the one before while that is being made. */
  const kept = new Map<string, { last: Kept; before: Kept | undefined }>();

  /** Brings the thread up to date, with all that was written before the call. Calls that come together share it. */
  function upToDate(): Promise<void> {
    if (!next) {
      next = reading.then(() => {
        next = undefined;
        const read = readChanges();
        reading = read.catch(() => {});
        return read;
      });
    }
    return next;
  }

  async function readChanges(): Promise<void> {
    // Stopping is for good: a thread that is started after it would keep the process from ending.
    if (stopped) throw new Error('figures are stopped');
    if (!thread || thread.ended) {
      [thread, served, position] = [start(), undefined, undefined];
      version += 1;
    }
    if (served !== directory.library) {
      const { library } = directory;
      await thread.ask('serve', library.snapshot());
      served = library;
      version += 1;
    }
    const now = await positionOf(database);
    const whole = !position || isAhead(position, now);
    for await (const facts of whole || !position ? allFacts(database) : changesSince(database, position, now)) {
      if (await thread.ask('take', facts)) version += 1;
    }
    position = now;
  }

  /** Asks the thread, unless it was asked the same since anything changed. */
  async function make(question: string, ask: (thread: Thread, on: string) => Promise<unknown>): Promise<unknown> {
    await upToDate();
    const on = dayOf(clock());
    const state = `${version} ${on}`;
    const known = kept.get(question);
    if (known?.last.state === state) return known.last.value;
    if (known && !known.last.done) {
      // One at a time: what changes while it is made is in the next.
      await known.last.value.catch(() => {});
      return make(question, ask);
    }
    const asked = thread as Thread;
    const made: Kept = { state, at: clock(), value: ask(asked, on) };
    kept.delete(question);
    kept.set(question, { last: made, before: known?.last.done ? known.last : known?.before });
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    try {
      made.done = { value: await made.value };
      return made.done.value;
    } catch (error) {
      // What failed is asked again.
      if (kept.get(question)?.last === made) kept.delete(question);
      throw error;
    }
  }

  /** What can be shown in time. */
  async function inTime<Value>(question: string, making: Promise<Value>): Promise<Made<Value> | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), patience);
    });
    try {
      const first = await Promise.race([making.then((value) => ({ value })), late]);
      if (first !== 'late') return { value: first.value, at: clock(), current: true };
    } finally {
      clearTimeout(timer);
    }
    making.catch((error: unknown) => {
      if (!stopped) report(error);
    });
    const { last, before } = kept.get(question) ?? {};
    const shown = last?.done ? last : before;
    return shown?.done && { value: shown.done.value as Value, at: shown.at, current: false };
  }

  const impactNow = (query: FigureQuery): Promise<ImpactReport> =>
    make(questionOf(query), (asked, on) => asked.ask('impact', { on, ...query })) as Promise<ImpactReport>;
  const remindersNow = (): Promise<DueReminders> => make('reminders', (asked, on) => asked.ask('reminders', on)) as Promise<DueReminders>;
  return {
    impactNow,
    remindersNow,
    impact: (query) => inTime(questionOf(query), impactNow(query)),
    reminders: () => inTime('reminders', remindersNow()),
    stop: async () => {
      stopped = true;
      await reading;
      await thread?.end();
    },
  };
}

/** The same for queries that ask the same. */
const questionOf = (query: FigureQuery): string => JSON.stringify(Object.entries(query).filter(([, value]) => value !== undefined).sort());
