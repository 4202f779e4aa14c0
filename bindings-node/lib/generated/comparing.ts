// Generated from the declarations of the core by `make generate`: not to be edited.

/** What made the difference. */
export type Cause =
  | 'expert'
  | 'competence'
  | 'substitute'
  | 'subject'
  | 'active'
  | 'territory'
  | 'activities'
  | 'opco'
  | 'criteria'
  | 'answers';

/** Whether a need gains or loses the expert. */
export type ChangeKind = 'gained' | 'lost';

/** An expert whom a need gains or loses. */
export interface Change {
  /** The id of the expert. */
  readonly expert: string;
  /** The id of the expert's institution. */
  readonly institution: string;
  /** Gained or lost. */
  readonly kind: ChangeKind;
  /** What made the difference. */
  readonly cause: Cause;
}

/** How often an institution's experts are gained and lost on a subject. */
export interface ChangeCount {
  /** The id of the institution. */
  readonly institution: string;
  /** The id of the subject. */
  readonly subject: string;
  /** Experts gained, added up over the needs. */
  readonly gained: number;
  /** Experts lost, added up over the needs. */
  readonly lost: number;
}

/** What changes for some needs between two routers. */
export interface Comparison {
  /** How many needs were routed through both. */
  readonly needs: number;
  /** The needs whose experts differ, in the order of the needs. */
  readonly differences: readonly Difference[];
  /** The changes counted by institution and subject. */
  readonly summary: readonly ChangeCount[];
}

/** A need whose experts differ. */
export interface Difference {
  /** The position of the need, from 0. */
  readonly position: number;
  /** The need's id, if it has one. */
  readonly need?: string;
  /** Who is gained or lost, by id. */
  readonly changes: readonly Change[];
  /** What the first router refuses and the second does not, or the other way round. */
  readonly refusal?: Refusal;
}

/** A need that only one of the routers can answer. */
export interface Refusal {
  /** Whether it is the second router that refuses. */
  readonly bySecond: boolean;
  /** The stable code of the error. */
  readonly code: string;
  /** The error in words. */
  readonly message: string;
}
