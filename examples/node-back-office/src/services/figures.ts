/** The measure of impact, by the library, over every need and referral that there is. */

import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { foldEvents, type ImpactQueryInput, type ImpactReport, type Referral, type TrackedNeed } from '../library.js';
import { allEvents } from '../store/referrals.js';
import { trackedNeeds } from '../store/statistics.js';
import type { Services } from './index.js';

export interface Facts {
  needs: TrackedNeed[];
  referrals: Referral[];
}

/** What all figures of a page are made from: read once. */
export async function readFacts(db: Queries): Promise<Facts> {
  return { needs: await trackedNeeds(db), referrals: foldEvents(await allEvents(db)).referrals };
}

export function impactOf(services: Services, facts: Facts, query: Omit<ImpactQueryInput, 'on'>): Promise<ImpactReport> {
  const on = dayOf(services.clock());
  return services.directory.library.impact(facts.needs, facts.referrals, { on, ...query });
}
