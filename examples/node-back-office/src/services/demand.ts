/** What was asked of an institution, what of it reached it, and what stood in the way: by the library. */

import type { Queries } from '../database/index.js';
import { foldEvents, type DemandReport } from '../library.js';
import { eventsOfNeeds, routedNeeds } from '../store/routed-needs.js';
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

export async function demandOf({ directory }: Services, db: Queries, { institution, by, from, until }: DemandOf): Promise<DemandReport> {
  const { library } = directory;
  const needs = (await routedNeeds(db, from, until)).map((need) => ({
    ...need,
    answers: acceptedAnswers(library.subject(need.subject)?.questions ?? [], need.answers),
  }));
  const { referrals } = foldEvents(await eventsOfNeeds(db, needs.map((need) => need.id)));
  return library.demand(needs, { by, institutions: [institution], changes: CHANGES, language: 'fr' }, referrals);
}
