/** A need of a diagnosis as a directory is asked about it, and what is kept of that. */

import type { AskedNeed, Library } from '../library.js';
import type { Diagnosis } from '../store/diagnoses.js';
import type { Need } from '../store/needs.js';
import { acceptedAnswers } from './questions.js';

export function askedNeed(
  library: Library,
  diagnosis: Diagnosis,
  need: Pick<Need, 'subject' | 'answers'>,
  on: string,
): AskedNeed {
  return {
    ...diagnosis.company.facts,
    id: `${diagnosis.seed}:${need.subject}`,
    ...(diagnosis.company.siret && { siret: diagnosis.company.siret }),
    subject: need.subject,
    answers: acceptedAnswers(library.subject(need.subject)?.questions ?? [], need.answers),
    origin: diagnosis.partner?.origin ?? diagnosis.origin,
    on,
  };
}

/** What is kept of a need for statistics: everything that it was routed by but the facility's number. */
export function routedFacts({ siret: _siret, id: _id, answers: _answers, ...facts }: AskedNeed): object {
  return facts;
}
