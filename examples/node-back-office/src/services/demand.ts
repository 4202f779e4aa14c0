/** What was asked of an institution, what of it reached it, and what stood in the way: by the library. */

import type { Queries } from '../database/index.js';
import { foldEvents, type DemandReport, type Referral } from '../library.js';
import { eventsOfNeeds } from '../store/referrals.js';
import { routedNeeds } from '../store/routed-needs.js';
import type { Services } from './index.js';
import { acceptedAnswers } from './questions.js';

export interface DemandOf {
  institution: string;
  by: 'institution' | 'antenne';
  from: string;
  until: string;
}

/** How many changes are told of each row. */
const CHANGES = 10;

const AT_ONCE = 300;

export async function demandOf({ directory }: Services, db: Queries, { institution, by, from, until }: DemandOf): Promise<DemandReport> {
  const { library } = directory;
  const needs = (await routedNeeds(db, from, until)).map((need) => ({
    ...need,
    answers: acceptedAnswers(library.subject(need.subject)?.questions ?? [], need.answers),
  }));
  const referrals: Referral[] = [];
  // Some needs at a time: others have their turn in between.
  for (let at = 0; at < needs.length; at += AT_ONCE) {
    const events = await eventsOfNeeds(db, needs.slice(at, at + AT_ONCE).map((need) => need.id));
    referrals.push(...foldEvents(events).referrals);
  }
  return library.demand(needs, { by, institutions: [institution], changes: CHANGES, language: 'fr' }, referrals);
}
