// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Zone } from './geography';
import type { Antenne, Criterion, Expert, Institution, RulesVersion, Subject } from './directory';
import type { NeedField } from './matching';

/** Whose data decided a rule. */
export type Owner = 'theme' | 'subject' | 'institution' | 'antenne' | 'expert' | 'competence';

/** The rules of matching, in their order. */
export type Rule =
  | 'subject'
  | 'active'
  | 'territory'
  | 'activities'
  | 'opco'
  | 'criteria'
  | 'answers';

/** What the rules say of one competent expert. */
export interface ExpertVerdict {
  /** The expert. */
  readonly expert: Expert;
  /** The expert's antenne. */
  readonly antenne: Antenne;
  /** The antenne's institution. */
  readonly institution: Institution;
  /** Whether the expert matches. */
  readonly matches: boolean;
  /** Who takes the expert's place on the day of the need, where it matches, is away, and somebody stands in. */
  readonly replacedBy?: Expert;
  /** One verdict a rule, in the order of the rules. */
  readonly rules: readonly RuleVerdict[];
}

/** Why each competent expert matches a need or does not. */
export interface Explanation {
  /** The version of the rules that decided. */
  readonly rules: RulesVersion;
  /** The subject of the need. */
  readonly subject: Subject;
  /** The current commune of the need. */
  readonly commune: Zone;
  /** Whether the need's postal code and town make that commune likely, not certain. */
  readonly communeIsLikely: boolean;
  /** Whether the need's exact headcount, which counts, lies outside of the band that it gives too. */
  readonly headcountDiffers: boolean;
  /** Every expert who has the competence, active or not, by id. */
  readonly experts: readonly ExpertVerdict[];
  /** How many are left after each rule. */
  readonly funnel: readonly FunnelStep[];
  /** The facts whose absence rejected somebody: what to ask the company. The most useful first. */
  readonly missing: readonly MissingFact[];
  /** The experts whom one rule alone stops, the nearest territory first. */
  readonly nearest: readonly NearMiss[];
}

/** How many experts are left after a rule and those before it. */
export interface FunnelStep {
  /** The rule. */
  readonly rule: Rule;
  /** How many are left. */
  readonly left: number;
}

/** A fact that the need does not carry, or not exactly enough, and that rejected somebody. */
export interface MissingFact {
  /** The field of the need. For a headcount known by its band, the exact number. */
  readonly field: NeedField;
  /** How many experts it could unlock by itself: nothing else stops them. */
  readonly unlocks: number;
  /** How many experts lack it, some of them among other facts: nothing that is known stops them. */
  readonly concerns: number;
}

/** An expert whom one rule alone stops. */
export interface NearMiss {
  /** The expert. */
  readonly expert: Expert;
  /** The only rule that does not hold. */
  readonly stoppedBy: Rule;
  /**
   * The narrowest zone that holds both the need's commune and a part of the expert's territory: the commune
   * itself where the territory covers it, else their EPT, EPCI, département or région.
   */
  readonly shared: Zone;
  /** Why, in French. */
  readonly sentence: string;
}

/** The verdict of one rule on one expert, and what decided it. */
export interface RuleVerdict {
  /** The rule. */
  readonly rule: Rule;
  /** Whether it holds. */
  readonly holds: boolean;
  /** Whether it rejects only because facts are not known: more facts might make it hold. */
  readonly undetermined: boolean;
  /**
   * Whether the sentence tells more than that all is well: the rule stops the expert, or the directory has
   * something that it looked at, such as a territory, criteria, or answers that the institution waits for.
   * What is not remarkable, such as « Aucun filtre sur ce sujet. », can be left out where room is short.
   */
  readonly remarkable: boolean;
  /** Whose data decided. */
  readonly owner?: Owner;
  /** The criterion that rejects. */
  readonly criterion?: Criterion;
  /** Of the criterion's alternatives, where these reject, the position of the one that came nearest, from 0. */
  readonly alternative?: number;
  /** The facts of the need that decided, or are not known. */
  readonly fields: readonly NeedField[];
  /** The zone that covers the commune. */
  readonly zone?: Zone;
  /** The question whose answer contradicts. */
  readonly question?: string;
  /** All that in French. */
  readonly sentence: string;
}
