// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Institution, Language, Subject } from './directory';
import type { Rule } from './explaining';

/** By what needs are counted, and what is changed. */
export type DemandBy = 'institution' | 'antenne' | 'expert';

/** What is changed, from what asks for least to what asks for most. */
export type DemandChangeKind =
  | 'bound'
  | 'entry'
  | 'exclusion'
  | 'unknown'
  | 'condition'
  | 'alternatives'
  | 'criterion'
  | 'answers'
  | 'activities'
  | 'zone'
  | 'active'
  | 'period'
  | 'subject';

/** One change of the directory, and what it adds. */
export interface DemandChange {
  /** What is changed. */
  readonly kind: DemandChangeKind;
  /** Whether it is changed in an institution, an antenne or an expert. */
  readonly target: DemandBy;
  /** The id of that institution, antenne or expert. */
  readonly id: string;
  /** Of a criterion, its position among those of the target, from 0. */
  readonly criterion?: number;
  /** The field that changes: of the criterion where there is one, else of the target. */
  readonly field: string;
  /** What the field says before; of a list, the entry that is taken out. */
  readonly before?: string;
  /** What the field says afterwards; of a list, the entry that is added. */
  readonly after?: string;
  /** The subject that the expert handles afterwards, or to whose questions other answers are taken. */
  readonly subject?: Subject;
  /** How many needs the row matches more. */
  readonly needs: number;
  /** All that in one sentence. */
  readonly sentence: string;
  /** The change as a JSON document that `Router::with_changes` takes: the whole record as it is afterwards. */
  readonly document: string;
}

/** A need that cannot be routed as it is. */
export interface DemandFault {
  /** The position of the need, from 0. */
  readonly position: number;
  /** The need's id, if it has one. */
  readonly need?: string;
  /** The stable code of the error. */
  readonly code: string;
  /** The field at fault. */
  readonly field?: string;
  /** The error in words. */
  readonly message: string;
}

/**
 * What the report is asked for. Without any field: a row an institution, with ten of the changes that would
 * bring it most, at most three of each kind.
 */
export interface DemandQuery {
  /** By what needs are counted. */
  by?: DemandBy | null | undefined;
  /** The ids or aliases of the institutions that are looked at; all if empty. */
  institutions?: readonly string[] | null | undefined;
  /** The ids of the subjects whose needs count; all if empty. */
  subjects?: readonly string[] | null | undefined;
  /** The kinds of changes that are looked for; all if empty. */
  kinds?: readonly DemandChangeKind[] | null | undefined;
  /** How many changes each row tells at most. */
  changes?: number | null | undefined;
  /** How many of them are of one kind at most, so that one kind leaves room for others. */
  ofKind?: number | null | undefined;
  /** The language of the sentences. */
  language?: Language | null | undefined;
}

/** What became of the needs that were sent: needs are counted, not referrals. */
export interface DemandReferrals {
  /** Needs that it received, now or before they were given to another. */
  readonly sent: number;
  /** Of these, the needs that it answered: taken in charge, closed or refused by itself. */
  readonly answered: number;
  /** Of these, the needs that it helped. */
  readonly helped: number;
}

/** What was asked of each institution, antenne or expert, and what stood in the way. */
export interface DemandReport {
  /** By what needs are counted. */
  readonly by: DemandBy;
  /** How many needs count: those that can be routed, on the subjects that were asked for. */
  readonly needs: number;
  /** One row an institution, antenne or expert, in the order of their ids. */
  readonly rows: readonly DemandRow[];
  /**
   * How many referrals of these needs the rows do not count for everybody who had them, now or before: the
   * directory does not have the expert, antenne or institution, or it is in no row.
   */
  readonly referralsElsewhere: number;
  /** The needs that cannot be routed as they are, and do not count. */
  readonly faults: readonly DemandFault[];
}

/** What was asked of one institution, antenne or expert. */
export interface DemandRow {
  /** The id of the institution, antenne or expert. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** The institution that it is, or belongs to. */
  readonly institution: Institution;
  /** Needs on its subjects, in its territory. */
  readonly asked: number;
  /** Of these, the needs that it matches. */
  readonly matched: number;
  /**
   * Of these, the others, by the rule that stops them, in the order of the rules. A need counts once: with
   * `matched` they add up to `asked`.
   */
  readonly stopped: readonly DemandStop[];
  /** Needs on its subjects outside of its territory. */
  readonly outside: number;
  /** What became of the needs, where referrals are given. */
  readonly referrals?: DemandReferrals;
  /** What one change of the directory would add, the greatest first. */
  readonly changes: readonly DemandChange[];
}

/** How many needs a rule stops. */
export interface DemandStop {
  /** The rule. */
  readonly rule: Rule;
  /** How many needs. */
  readonly needs: number;
}
