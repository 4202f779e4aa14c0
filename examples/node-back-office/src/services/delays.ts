/** How long referrals wait, or took: by the library's days. */

import { dayOf, daysBetween } from '../clock.js';
import { foldEvents, type Referral } from '../library.js';
import { eventsOf } from '../store/referrals.js';
import type { Services } from './index.js';

/** In days: for how long it waits, or waited before it was taken; and until it was closed. */
export interface Delay {
  waits: number | undefined;
  taken: number | undefined;
  closed: number | undefined;
}

export async function delaysOf({ database, clock }: Services, needs: readonly string[]): Promise<Map<string, Delay>> {
  const on = dayOf(clock());
  const { referrals } = foldEvents(await eventsOf(database, ...new Set(needs)));
  return new Map(referrals.map((referral) => [referral.id, delayOf(referral, on)]));
}

export function delayOf(referral: Referral, on: string): Delay {
  const { sentOn, reopenedOn, takenOn, closedOn, state } = referral;
  return {
    waits: state === 'waiting' ? daysBetween(reopenedOn ?? sentOn, on) : undefined,
    taken: takenOn ? daysBetween(reopenedOn && reopenedOn <= takenOn ? reopenedOn : sentOn, takenOn) : undefined,
    closed: closedOn ? daysBetween(sentOn, closedOn) : undefined,
  };
}
