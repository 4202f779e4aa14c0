// Generated from the declarations of the core by `make generate`: not to be edited.

import type { UnknownEvent } from './follow-up';
import type { Day, DayInput } from './days';

/** Why a request goes no further. */
export type ClosureReason =
  | 'spam'
  | 'out_of_scope'
  | 'employee'
  | 'private_person'
  | 'creation'
  | 'intermediary'
  | 'unclear'
  | 'no_expert'
  | 'duplicate'
  | 'withdrawn'
  | 'unconfirmed'
  | 'test'
  | 'other';

/** Why a request is held. */
export type HoldReason =
  | 'to_confirm'
  | 'unclear'
  | 'scope'
  | 'company'
  | 'place'
  | 'duplicate'
  | 'no_expert'
  | 'other';

/** What kind of thing happened to a request. Those of one day that no number orders have this order. */
export type RequestEventKind = 'deposited' | 'held' | 'requalified' | 'reopened' | 'transmitted' | 'closed';

/** What became of a request: every one has exactly one fate at any date. */
export type RequestFate = 'waiting' | 'transmitted' | 'closed';

/** Where a request stands. */
export type RequestState = 'to_read' | 'held' | 'transmitted' | 'closed';

/** What events make. */
export interface FoldedRequests {
  /** The requests as they stand, in the order of their ids. */
  requests: TrackedRequest[];
  /**
   * The events that could not happen where their date puts them, in the order of their requests; a repeated
   * event is not one of them.
   */
  ignored: IgnoredRequestEvent[];
  /**
   * The events of kinds that this version does not know, in their own order and each once: nothing where
   * events are typed, as they are in Rust.
   */
  unknown: UnknownEvent[];
}

/** An event that changed nothing, and why. */
export interface IgnoredRequestEvent {
  /** The event. */
  event: RequestEvent;
  /** A code of `ReferralError`. */
  code: string;
  /** The field at fault. */
  field?: string;
  /** What is wrong, with what can be done. */
  message: string;
}

/**
 * One thing that happened to a request. Events are only ever added; what a request is follows from them
 * (`fold_requests`).
 *
 * It is flat, so that it is a row of a table as well as an object: `origin`, `company` and `commune` belong to
 * `deposited`, `subject` to it and to `requalified`, `from` to `requalified`, `needs` to `transmitted`,
 * `held_for` to `held`, `closed_for` to `closed`.
 */
export interface RequestEvent {
  /** The id of the request. */
  request: string;
  /** The day it happened, in the host's own place: with `seq`, what orders events, whenever they arrive. */
  on: Day;
  /**
   * Which event of its request it is, from 1; it orders those of a day. 0 where the host does not count them:
   * then those of a day have the order of their instants, and of their kinds.
   */
  seq: number;
  /** The instant it happened, where it is known: what "within 72 hours" is counted by. */
  at?: string;
  /** What happened. */
  kind: RequestEventKind;
  /** The campaign, site or partner from which it came. */
  origin?: string;
  /** What tells companies apart: a SIREN, or an id of the host's. */
  company?: string;
  /** INSEE's code of the facility's commune or municipal arrondissement. */
  commune?: string;
  /** The subject that the company chose, if it chose any; or the one that it is requalified to. */
  subject?: string;
  /**
   * The subject before a requalification, where the host says so: it must be the one that the request has
   * there.
   */
  from?: string;
  /** The ids of the needs that it became. */
  needs?: string[];
  /** Why it is held. */
  heldFor?: HoldReason;
  /** Why it goes no further. */
  closedFor?: ClosureReason;
  /** The host's id of who did it; nobody for the company itself, and for what follows by itself. */
  author?: string;
}

/**
 * One thing that happened to a request. Events are only ever added; what a request is follows from them
 * (`fold_requests`).
 *
 * It is flat, so that it is a row of a table as well as an object: `origin`, `company` and `commune` belong to
 * `deposited`, `subject` to it and to `requalified`, `from` to `requalified`, `needs` to `transmitted`,
 * `held_for` to `held`, `closed_for` to `closed`.
 */
export interface RequestEventInput {
  /** The id of the request. */
  request: string;
  /** The day it happened, in the host's own place: with `seq`, what orders events, whenever they arrive. */
  on: DayInput;
  /**
   * Which event of its request it is, from 1; it orders those of a day. 0 where the host does not count them:
   * then those of a day have the order of their instants, and of their kinds.
   */
  seq?: number | null | undefined;
  /** The instant it happened, where it is known: what "within 72 hours" is counted by. */
  at?: string | Date | null | undefined;
  /** What happened. */
  kind: RequestEventKind;
  /** The campaign, site or partner from which it came. */
  origin?: string | null | undefined;
  /** What tells companies apart: a SIREN, or an id of the host's. */
  company?: string | null | undefined;
  /** INSEE's code of the facility's commune or municipal arrondissement. */
  commune?: string | null | undefined;
  /** The subject that the company chose, if it chose any; or the one that it is requalified to. */
  subject?: string | null | undefined;
  /**
   * The subject before a requalification, where the host says so: it must be the one that the request has
   * there.
   */
  from?: string | null | undefined;
  /** The ids of the needs that it became. */
  needs?: readonly string[] | null | undefined;
  /** Why it is held. */
  heldFor?: HoldReason | null | undefined;
  /** Why it goes no further. */
  closedFor?: ClosureReason | null | undefined;
  /** The host's id of who did it; nobody for the company itself, and for what follows by itself. */
  author?: string | null | undefined;
}

/** A request as it stands. It names nobody: who the company is stays with the host, under the ids given here. */
export interface TrackedRequest {
  /** What the host calls it; unique among all requests. */
  id: string;
  /** The day the company asked. */
  depositedOn: Day;
  /** The instant it asked, where that is known. */
  depositedAt?: string;
  /** The campaign, site or partner from which it came. */
  origin?: string;
  /** What tells companies apart: a SIREN, or an id of the host's. */
  company?: string;
  /** INSEE's code of the facility's commune or municipal arrondissement. */
  commune?: string;
  /** The subject as it stands; nothing where neither the company nor anybody else chose one. */
  subject?: string;
  /** The subject that the company chose, if it chose any: however often it is changed, this stays. */
  chosenSubject?: string;
  /** Where it stands. */
  state: RequestState;
  /** The day since when it is held. */
  heldOn?: Day;
  /** Why it is held. */
  heldFor?: HoldReason;
  /** The day it first became needs. */
  transmittedOn?: Day;
  /** The instant of that, where it is known. */
  transmittedAt?: string;
  /** The ids of the needs that it became, in the order in which it did. */
  needs?: string[];
  /** The day it was closed. */
  closedOn?: Day;
  /** Why it goes no further. */
  closedFor?: ClosureReason;
  /** The host's id of who moved it last. */
  author?: string;
  /** The day of the last thing that happened after the deposit. */
  movedOn?: Day;
  /** How many events it has had, or the number of the last. */
  seq: number;
}

/** A request as it stands. It names nobody: who the company is stays with the host, under the ids given here. */
export interface TrackedRequestInput {
  /** What the host calls it; unique among all requests. */
  id: string;
  /** The day the company asked. */
  depositedOn: DayInput;
  /** The instant it asked, where that is known. */
  depositedAt?: string | Date | null | undefined;
  /** The campaign, site or partner from which it came. */
  origin?: string | null | undefined;
  /** What tells companies apart: a SIREN, or an id of the host's. */
  company?: string | null | undefined;
  /** INSEE's code of the facility's commune or municipal arrondissement. */
  commune?: string | null | undefined;
  /** The subject as it stands; nothing where neither the company nor anybody else chose one. */
  subject?: string | null | undefined;
  /** The subject that the company chose, if it chose any: however often it is changed, this stays. */
  chosenSubject?: string | null | undefined;
  /** Where it stands. */
  state: RequestState;
  /** The day since when it is held. */
  heldOn?: DayInput | null | undefined;
  /** Why it is held. */
  heldFor?: HoldReason | null | undefined;
  /** The day it first became needs. */
  transmittedOn?: DayInput | null | undefined;
  /** The instant of that, where it is known. */
  transmittedAt?: string | Date | null | undefined;
  /** The ids of the needs that it became, in the order in which it did. */
  needs?: readonly string[] | null | undefined;
  /** The day it was closed. */
  closedOn?: DayInput | null | undefined;
  /** Why it goes no further. */
  closedFor?: ClosureReason | null | undefined;
  /** The host's id of who moved it last. */
  author?: string | null | undefined;
  /** The day of the last thing that happened after the deposit. */
  movedOn?: DayInput | null | undefined;
  /** How many events it has had, or the number of the last. */
  seq?: number | null | undefined;
}
