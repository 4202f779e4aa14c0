/** Who would be alerted for a need and why, who cannot be; or why nobody, and what to ask. Said in the library's own words. */

import type { AskedNeed, Library } from '../library.js';

export interface ProposedExpert {
  id: string;
  name: string;
  institution: string;
  /** Why, in sentences. */
  why: string[];
  note: string | undefined;
  absentUntil: string | undefined;
  unverified: readonly string[];
}

/** Somebody who matches, and whom nobody can write to. */
export interface UnreachableExpert {
  id: string;
  name: string;
  phone: string | undefined;
}

export interface Proposal {
  /** Those who would be written to. */
  experts: ProposedExpert[];
  unreachable: UnreachableExpert[];
  /** What rejected somebody because it is not known, most useful first. */
  missing: { field: string; unlocks: number }[];
  /** Experts whom one rule alone stops. */
  nearest: { id: string; name: string; institution: string; sentence: string; reachable: boolean }[];
}

export interface ProposalOptions {
  /** At most so many experts of one institution. */
  perInstitution: number;
  /** How many open referrals each expert has. */
  load: Record<string, number>;
}

/** What `why` tells of. Which natures of activity an institution takes says nothing to an adviser. */
const TELLING = new Set(['territory', 'opco', 'criteria', 'answers']);

export function propose(library: Library, need: AskedNeed, options: ProposalOptions): Proposal {
  const found = library.matchReachable(need, options);
  const explanation = library.explain(need);
  const verdicts = new Map((explanation?.experts ?? []).map((verdict) => [verdict.expert.id, verdict]));
  return {
    experts: found.map((match) => ({
      id: match.expert.id,
      name: match.expert.name,
      institution: match.institution.name,
      why: (verdicts.get(match.expert.id)?.rules ?? [])
        .filter((rule) => TELLING.has(rule.rule) && rule.remarkable)
        .map((rule) => rule.sentence),
      note: match.note,
      absentUntil: match.absentUntil,
      unverified: match.unverified,
    })),
    unreachable: library
      .match(need)
      .filter((match) => !library.isReachable(match.expert.id))
      .map(({ expert: { id, name, phone } }) => ({ id, name, phone })),
    missing: (explanation?.missing ?? []).map(({ field, unlocks }) => ({ field, unlocks })),
    nearest: (explanation?.nearest ?? []).slice(0, 3).map((miss) => ({
      id: miss.expert.id,
      name: miss.expert.name,
      institution: library.institutionOf(miss.expert)?.name ?? '',
      sentence: miss.sentence,
      reachable: library.isReachable(miss.expert.id),
    })),
  };
}
