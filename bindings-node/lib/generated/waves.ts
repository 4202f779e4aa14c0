// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Day, DayInput } from './days';

/** Why a candidate is not alerted. */
export type PassedOverReason = 'has_it' | 'refused' | 'had_it' | 'absent' | 'full' | 'later';

/** Why a wave is due, or is not. */
export type WaveCause = 'first' | 'silent' | 'away' | 'refused' | 'pending' | 'answered';

/** What a wave is made of, in the order in which waves follow each other, or why there is none. */
export type WaveStep =
  | 'matched'
  | 'outside'
  | 'fallback'
  | 'unavailable'
  | 'nobody_left'
  | 'wait'
  | 'settled';

/** An expert to whom a need could go. */
export interface Candidate {
  /** The id of the expert. */
  expert: string;
  /** The id of their antenne. */
  antenne?: string;
  /** The id of their institution. */
  institution: string;
  /** The id of the absent expert whose place this one takes. */
  insteadOf?: string;
  /** The last day of their absence, of those who are away. */
  absentUntil?: Day;
  /** Whether they have as many needs as they can take. */
  full?: boolean;
}

/** An expert to whom a need could go. */
export interface CandidateInput {
  /** The id of the expert. */
  expert: string;
  /** The id of their antenne. */
  antenne?: string | null | undefined;
  /** The id of their institution. */
  institution: string;
  /** The id of the absent expert whose place this one takes. */
  insteadOf?: string | null | undefined;
  /** The last day of their absence, of those who are away. */
  absentUntil?: DayInput | null | undefined;
  /** Whether they have as many needs as they can take. */
  full?: boolean | null | undefined;
}

/** Whom a need could go to on a day. */
export interface Candidates {
  /** Those who match, in their order. */
  matched?: Candidate[];
  /** Those whom their territory alone stops, the nearest first. */
  outside?: Candidate[];
}

/** Whom a need could go to on a day. */
export interface CandidatesInput {
  /** Those who match, in their order. */
  matched?: readonly CandidateInput[] | null | undefined;
  /** Those whom their territory alone stops, the nearest first. */
  outside?: readonly CandidateInput[] | null | undefined;
}

/** A candidate who is not alerted now. */
export interface PassedOver {
  /** The id of the expert. */
  expert: string;
  /** Why. */
  reason: PassedOverReason;
  /** The last day of the absence, of those who are away. */
  until?: Day;
}

/** Whom to alert now. */
export interface Wave {
  /** What it is made of, or why there is none. */
  step: WaveStep;
  /** Why. */
  cause: WaveCause;
  /**
   * Which wave it is, from 1: one more than the days on which the need was sent. Where there is none now, the
   * one that would be next.
   */
  number: number;
  /**
   * Since when it is due; while those before may still answer, when it will be. Nothing for a first wave and
   * where somebody takes care of the need.
   */
  since?: Day;
  /** Whom to alert, in order. */
  alert?: Candidate[];
  /** Whether to tell the company and its adviser that nobody is left. */
  tellCompany: boolean;
  /** The other candidates, and why they are not alerted. */
  passedOver?: PassedOver[];
  /** All this in words. */
  sentence: string;
}

/** How waves follow each other. */
export interface WavePolicy {
  /** How many experts a wave alerts at most: 3. */
  size: number;
  /** For how many days the experts of a wave may stay silent before the next one: 5. */
  days: number;
  /** How many experts outside their territory are alerted in all: 3. */
  outside: number;
  /** Whom the host names for needs that nobody else is left for, in order: nobody. */
  fallback: Candidate[];
}

/** How waves follow each other. */
export interface WavePolicyInput {
  /** How many experts a wave alerts at most: 3. */
  size?: number | null | undefined;
  /** For how many days the experts of a wave may stay silent before the next one: 5. */
  days?: number | null | undefined;
  /** How many experts outside their territory are alerted in all: 3. */
  outside?: number | null | undefined;
  /** Whom the host names for needs that nobody else is left for, in order: nobody. */
  fallback?: readonly CandidateInput[] | null | undefined;
}
