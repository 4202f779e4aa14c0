/** Measuring impact, for threads: what it is made from, and the directory that they are handed. */

import { impact, Router, type Directory, type ImpactQueryInput, type ImpactReport, type Referral, type Survey, type TrackedNeed, type TrackedRequest } from 'aiguillage';

/** What impact is measured from. */
export interface Measured {
  needs: TrackedNeed[];
  referrals: Referral[];
  requests: TrackedRequest[];
  surveys: Survey[];
}

/** The directory of a library's snapshot. */
export const directoryOf = (snapshot: Uint8Array): Directory => Router.fromBytes(snapshot).directory;

/** What was done for companies. Much of the work is done at once: this is for a thread that serves nobody. */
export function measure(directory: Directory, { needs, referrals, requests, surveys }: Measured, query: ImpactQueryInput): Promise<ImpactReport> {
  return impact(needs, referrals, query, { directory, requests, surveys });
}
