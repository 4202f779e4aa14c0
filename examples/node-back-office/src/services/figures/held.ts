/** What figures are made from, held in memory and kept up to date need by need. */

import { foldEvents, foldRequests, reminders, type ImpactQueryInput, type Measured, type Referral, type TrackedRequest } from '../../library.js';
import type { Facts } from '../../store/changes.js';
import { reminderMark, type NeedFacts } from '../../store/statistics.js';
import { grouped } from '../grouped.js';
import type { DueReminders } from './protocol.js';

interface HeldNeed extends NeedFacts {
  referrals: Referral[];
  /** Tells whether anything is new: events only grow. */
  mark: string;
}

interface HeldRequest {
  request: TrackedRequest;
  events: number;
}

/** A need that nobody has moved, or that everybody refused: the others call for nothing. */
const IDLE: ReadonlySet<string> = new Set(['waiting', 'not_for_me']);

export class HeldFacts {
  readonly #needs = new Map<string, HeldNeed>();
  readonly #requests = new Map<string, HeldRequest>();

  /** Takes needs and requests in the place of what was held of them; whether that changed anything. */
  take({ needs, events, requestEvents }: Facts): boolean {
    let changed = false;
    const { referrals } = foldEvents(events);
    const referralsOf = grouped(referrals, (referral) => referral.need);
    const eventsOf = grouped(events, (event) => event.need);
    for (const need of needs) {
      const { id } = need.tracked;
      const mark = JSON.stringify([need.tracked, need.status, need.reminded, eventsOf.get(id)?.length ?? 0]);
      if (this.#needs.get(id)?.mark === mark) continue;
      this.#needs.set(id, { ...need, referrals: referralsOf.get(id) ?? [], mark });
      changed = true;
    }
    const counts = grouped(requestEvents, (event) => event.request);
    for (const request of foldRequests(requestEvents).requests) {
      const count = counts.get(request.id)?.length ?? 0;
      if (this.#requests.get(request.id)?.events === count) continue;
      this.#requests.set(request.id, { request, events: count });
      changed = true;
    }
    return changed;
  }

  /** What a query can reach: what was deposited outside its period is not handed over. */
  within({ from, until }: Pick<ImpactQueryInput, 'from' | 'until'>): Measured {
    const reached = (day: string): boolean => (from == null || day >= String(from)) && (until == null || day <= String(until));
    const needs = [...this.#needs.values()].filter(({ tracked }) => reached(tracked.depositedOn));
    return {
      needs: needs.map(({ tracked }) => tracked),
      referrals: needs.flatMap(({ referrals }) => referrals),
      requests: [...this.#requests.values()].map(({ request }) => request).filter(({ depositedOn }) => reached(depositedOn)),
    };
  }

  /** Reminders that are due on a day and that nobody has sent. */
  reminders(on: string): DueReminders {
    const idle = [...this.#needs.values()].filter(({ status }) => IDLE.has(status));
    const all = reminders(idle.flatMap(({ referrals }) => referrals), on);
    return {
      due: all.needs.filter((one) => !this.#needs.get(one.need)?.reminded.includes(reminderMark(one))),
      busy: all.experts.filter((one) => one.many).map(({ expert, waiting, old, oldest }) => ({ expert, waiting, old, oldest })),
    };
  }
}
