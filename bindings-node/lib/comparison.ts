import type { NeedErrorCode, Rule } from './codes';

/** An expert whom a need gains or loses. */
export interface Change {
  /** The id of the expert. */
  readonly expert: string;
  /** The id of the expert's institution. */
  readonly institution: string;
  readonly kind: 'gained' | 'lost';
  /** What made the difference: the expert is not there, has not the competence, or a rule stops it. */
  readonly cause: 'expert' | 'competence' | Rule;
}

/** A need that only one of the routers can answer. */
export interface Refusal {
  /** Whether it is the other router that refuses. */
  readonly bySecond: boolean;
  readonly code: NeedErrorCode;
  readonly message: string;
}

/** A need whose experts differ. */
export interface Difference {
  /** The position of the need, from 0. */
  readonly position: number;
  /** The need's id, if it has one. */
  readonly need?: string;
  readonly changes: readonly Change[];
  readonly refusal?: Refusal;
}

/** How often an institution's experts are gained and lost on a subject. */
export interface ChangeCount {
  readonly institution: string;
  readonly subject: string;
  readonly gained: number;
  readonly lost: number;
}

/** What changes for some needs between two routers. */
export interface Comparison {
  /** How many needs were routed through both. */
  readonly needs: number;
  /** The needs whose experts differ, in the order of the needs. */
  readonly differences: readonly Difference[];
  readonly summary: readonly ChangeCount[];
}

/** @internal */
export function comparison(json: any): Comparison {
  return {
    needs: json.needs,
    differences: json.differences.map((one: any) => ({
      position: one.position,
      ...(one.need !== undefined && { need: one.need }),
      changes: one.changes ?? [],
      ...(one.refusal !== undefined && {
        refusal: { bySecond: one.refusal.by_second, code: one.refusal.code, message: one.refusal.message },
      }),
    })),
    summary: json.summary,
  };
}
