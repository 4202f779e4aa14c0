/** The measure of impact, by the library, over every need and referral that there is. */

import { dayOf } from '../clock.js';
import type { Queries } from '../database/index.js';
import { foldEvents, foldRequests, foldSurveys, type ImpactQueryInput, type ImpactReport, type Referral, type Survey, type TrackedNeed, type TrackedRequest } from '../library.js';
import { allEvents } from '../store/referrals.js';
import { allRequestEvents } from '../store/requests.js';
import { allSurveyEvents } from '../store/surveys.js';
import { trackedNeeds } from '../store/statistics.js';
import type { Services } from './index.js';

export interface Facts {
  needs: TrackedNeed[];
  referrals: Referral[];
  /** The requests of the portal, whether they became needs or not. */
  requests: TrackedRequest[];
  surveys: Survey[];
}

/** What all figures of a page are made from: read once. */
export async function readFacts(db: Queries): Promise<Facts> {
  return {
    needs: await trackedNeeds(db),
    referrals: foldEvents(await allEvents(db)).referrals,
    requests: foldRequests(await allRequestEvents(db)).requests,
    surveys: foldSurveys(await allSurveyEvents(db)).surveys,
  };
}

export function impactOf(services: Services, facts: Facts, query: Omit<ImpactQueryInput, 'on'>): Promise<ImpactReport> {
  const on = dayOf(services.clock());
  return services.directory.library.impact(facts, { on, ...query });
}
