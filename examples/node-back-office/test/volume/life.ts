/** What becomes of a made-up need: whom it is sent to, and what they answer, as events of the library. */

import { addDays, dayOf } from '../../src/clock.js';
import type { Expert, Library, ReferralEvent } from '../../src/library.js';
import type { Chance } from './random.js';

/** An event, and when it was written down. */
export interface Happened {
  event: ReferralEvent;
  at: Date;
}

export interface Sending {
  need: string;
  experts: readonly Expert[];
  at: Date;
  now: Date;
}

/** One of eight is answered by nobody; of the others one expert takes it in charge, and some refuse. */
export function lifeOf(library: Library, { next, below, pick, uuid }: Chance, { need, experts, at, now }: Sending): Happened[] {
  const told: Happened[] = [];
  const add = (event: ReferralEvent, when: Date): void => void (when <= now && told.push({ event, at: when }));
  const silent = next() < 0.12;
  const refused = next() < 0.06;
  let taken = false;
  for (const expert of experts) {
    const referral = uuid();
    const sent = { referral, need, byHand: false, expert: expert.id, antenne: expert.antenne, institution: library.institutionOf(expert)?.id ?? '' };
    add({ ...sent, seq: 1, on: dayOf(at), kind: 'sent', to: 'waiting' }, at);
    if (silent) continue;
    const wait = addDays(at, 0.1 + next() * next() * 12);
    const moved = { referral, need, byHand: false, kind: 'moved', author: `expert:${expert.id}` } as const;
    if (refused || next() < 0.2) {
      const reason = pick(['criteria', 'territory', 'capacity', 'subject', 'already_helped'] as const);
      add({ ...moved, seq: 2, on: dayOf(wait), to: 'not_for_me', reason }, wait);
    } else if (!taken && next() < 0.8) {
      taken = true;
      const end = addDays(wait, 1 + below(20));
      const to = pick(['done', 'done', 'done', 'done_no_help', 'done_not_reachable'] as const);
      add({ ...moved, seq: 2, on: dayOf(wait), to: 'taken_in_charge' }, wait);
      if (next() < 0.95) add({ ...moved, seq: 3, on: dayOf(end), to }, end);
    }
  }
  return told;
}
