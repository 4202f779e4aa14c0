// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Day, DayInput } from './days';

/** What kind of thing happened. */
export type EventKind = 'sent' | 'moved' | 'reassigned' | 'transferred' | 'comment';

/** Where a need stands, by its referrals. */
export type NeedStatus =
  | 'not_sent'
  | 'done'
  | 'done_no_help'
  | 'done_not_reachable'
  | 'taken_in_charge'
  | 'waiting'
  | 'not_for_me';

/** Where a referral stands. */
export type ReferralState =
  | 'waiting'
  | 'taken_in_charge'
  | 'done'
  | 'done_no_help'
  | 'done_not_reachable'
  | 'not_for_me'
  | 'taken_by_sibling';

/** Why an expert refused. */
export type RefusalReason =
  | 'subject'
  | 'territory'
  | 'criteria'
  | 'capacity'
  | 'already_helped'
  | 'not_a_need'
  | 'other';

/** What a request is. */
export type RequestKind = 'new' | 'reminder' | 'duplicate';

/** What changed: the events to keep, and the referrals that changed, as they stand now. */
export interface Changes {
  /** In the order in which they happened. */
  events: ReferralEvent[];
  /** Only those that changed. */
  referrals: Referral[];
}

/** What events make. */
export interface Folded {
  /** The referrals as they stand, in the order of their ids. */
  referrals: Referral[];
  /**
   * The events that could not happen where their date puts them, in the order of their referrals; a repeated
   * event is not one of them.
   */
  ignored: IgnoredEvent[];
  /**
   * The events of kinds that this version does not know, each once: none where they were read as
   * `ReferralEvent`s already.
   */
  unknown?: UnknownEvent[];
}

/** An event that changed nothing, and why. */
export interface IgnoredEvent {
  /** The event. */
  event: ReferralEvent;
  /** A code of `ReferralError`. */
  code: string;
  /** The field at fault. */
  field?: string;
  /** What is wrong, with what can be done. */
  message: string;
}

/** A move from one state to another. */
export interface Move {
  /** The id of the referral. */
  referral: string;
  /** Where it goes. */
  to: ReferralState;
  /** The day. */
  on: DayInput;
  /** Why, where the expert refuses. */
  reason?: RefusalReason | null | undefined;
  /** The host's id of who moves it. */
  author?: string | null | undefined;
}

/** An expert who had a referral before it was given to another. */
export interface PastExpert {
  /** Their id. */
  expert: string;
  /** Their antenne, at that time. */
  antenne?: string;
  /** Their institution, at that time. */
  institution: string;
  /** The day it was sent to them, or came to them. */
  sentOn: Day;
  /** The day it was given to another. */
  until: Day;
  /** Where it stood then: `not_for_me` if they had refused. */
  state: ReferralState;
  /** The day they refused, if they had. */
  closedOn?: Day;
  /** Why they had refused. */
  reason?: RefusalReason;
  /** The host's id of who gave it to another. */
  author?: string;
}

/** An expert who had a referral before it was given to another. */
export interface PastExpertInput {
  /** Their id. */
  expert: string;
  /** Their antenne, at that time. */
  antenne?: string | null | undefined;
  /** Their institution, at that time. */
  institution: string;
  /** The day it was sent to them, or came to them. */
  sentOn: DayInput;
  /** The day it was given to another. */
  until: DayInput;
  /** Where it stood then: `not_for_me` if they had refused. */
  state: ReferralState;
  /** The day they refused, if they had. */
  closedOn?: DayInput | null | undefined;
  /** Why they had refused. */
  reason?: RefusalReason | null | undefined;
  /** The host's id of who gave it to another. */
  author?: string | null | undefined;
}

/** A referral to be given to another expert. */
export interface Reassignment {
  /** The id of the referral. */
  referral: string;
  /** To whom. */
  expert: string;
  /** Their antenne. */
  antenne?: string | null | undefined;
  /** Their institution. */
  institution: string;
  /** The day. */
  on: DayInput;
  /** The host's id of who gives it to another. */
  author?: string | null | undefined;
}

/**
 * One need with one expert, as it stands. A host stores this, or the events that `fold` makes it of.
 *
 * Days are civil days, as the host's calendar shows them: a delay is the difference of two dates, which
 * neither a change of clock nor the hour can move. A host that has instants takes their date in its own legal
 * time.
 */
export interface Referral {
  /** What the host calls it; unique among all referrals. */
  id: string;
  /** The id of the need. */
  need: string;
  /** The id of the expert who has it now. */
  expert: string;
  /** The antenne of that expert, at that time. */
  antenne?: string;
  /** The institution of that expert, at that time. */
  institution: string;
  /** The day it was sent to that expert; where it was transferred to them, to whoever had it before. */
  sentOn: Day;
  /** Whether a person chose the expert, rather than the router. */
  byHand: boolean;
  /** Where it stands. */
  state: ReferralState;
  /** The day it came back to waiting, where it did: reminders count from there. */
  reopenedOn?: Day;
  /** The day it was taken in charge, or closed at once with a done state. */
  takenOn?: Day;
  /** The day it was closed. */
  closedOn?: Day;
  /** Why the expert refused. */
  reason?: RefusalReason;
  /** The host's id of who made the last move. */
  author?: string;
  /** The day of the last move. */
  movedOn?: Day;
  /** How many events it is made of. */
  seq: number;
  /** The experts who had it before, in order. */
  past?: PastExpert[];
}

/**
 * One need with one expert, as it stands. A host stores this, or the events that `fold` makes it of.
 *
 * Days are civil days, as the host's calendar shows them: a delay is the difference of two dates, which
 * neither a change of clock nor the hour can move. A host that has instants takes their date in its own legal
 * time.
 */
export interface ReferralInput {
  /** What the host calls it; unique among all referrals. */
  id: string;
  /** The id of the need. */
  need: string;
  /** The id of the expert who has it now. */
  expert: string;
  /** The antenne of that expert, at that time. */
  antenne?: string | null | undefined;
  /** The institution of that expert, at that time. */
  institution: string;
  /** The day it was sent to that expert; where it was transferred to them, to whoever had it before. */
  sentOn: DayInput;
  /** Whether a person chose the expert, rather than the router. */
  byHand?: boolean | null | undefined;
  /** Where it stands. */
  state: ReferralState;
  /** The day it came back to waiting, where it did: reminders count from there. */
  reopenedOn?: DayInput | null | undefined;
  /** The day it was taken in charge, or closed at once with a done state. */
  takenOn?: DayInput | null | undefined;
  /** The day it was closed. */
  closedOn?: DayInput | null | undefined;
  /** Why the expert refused. */
  reason?: RefusalReason | null | undefined;
  /** The host's id of who made the last move. */
  author?: string | null | undefined;
  /** The day of the last move. */
  movedOn?: DayInput | null | undefined;
  /** How many events it is made of. */
  seq?: number | null | undefined;
  /** The experts who had it before, in order. */
  past?: readonly PastExpertInput[] | null | undefined;
}

/**
 * One thing that happened to a referral. Events are only ever added; what a referral is follows from them
 * (`fold`).
 *
 * It is flat, so that it is a row of a table as well as an object: `expert`, `antenne`, `institution` belong
 * to `sent`, `reassigned` and `transferred`, `by_hand` to the first two, `reason` to a refusal. A `comment`
 * changes nothing, and has no number.
 */
export interface ReferralEvent {
  /** The id of the referral. */
  referral: string;
  /** The day it happened: with `seq`, what orders events, whenever they arrive. */
  on: Day;
  /**
   * Which event of its referral it is, from 1; it orders those of a day. 0 where the host does not count them:
   * then those of a day have the order of their states.
   */
  seq: number;
  /** The id of the need. */
  need: string;
  /** What happened. */
  kind: EventKind;
  /**
   * Where the referral stands since: `waiting` where it was sent or reassigned; where it stood anyway of a
   * transfer and a comment.
   */
  to: ReferralState;
  /** Why the expert refused. */
  reason?: RefusalReason;
  /** The host's id of who did it; nobody for what follows by itself. */
  author?: string;
  /** The expert to whom it was sent. */
  expert?: string;
  /** Their antenne. */
  antenne?: string;
  /** Their institution. */
  institution?: string;
  /** Whether a person chose the expert, rather than the router. */
  byHand?: boolean;
}

/**
 * One thing that happened to a referral. Events are only ever added; what a referral is follows from them
 * (`fold`).
 *
 * It is flat, so that it is a row of a table as well as an object: `expert`, `antenne`, `institution` belong
 * to `sent`, `reassigned` and `transferred`, `by_hand` to the first two, `reason` to a refusal. A `comment`
 * changes nothing, and has no number.
 */
export interface ReferralEventInput {
  /** The id of the referral. */
  referral: string;
  /** The day it happened: with `seq`, what orders events, whenever they arrive. */
  on: DayInput;
  /**
   * Which event of its referral it is, from 1; it orders those of a day. 0 where the host does not count them:
   * then those of a day have the order of their states.
   */
  seq?: number | null | undefined;
  /** The id of the need. */
  need: string;
  /** What happened. */
  kind: EventKind;
  /**
   * Where the referral stands since: `waiting` where it was sent or reassigned; where it stood anyway of a
   * transfer and a comment.
   */
  to: ReferralState;
  /** Why the expert refused. */
  reason?: RefusalReason | null | undefined;
  /** The host's id of who did it; nobody for what follows by itself. */
  author?: string | null | undefined;
  /** The expert to whom it was sent. */
  expert?: string | null | undefined;
  /** Their antenne. */
  antenne?: string | null | undefined;
  /** Their institution. */
  institution?: string | null | undefined;
  /** Whether a person chose the expert, rather than the router. */
  byHand?: boolean | null | undefined;
}

/** A request of a company, as it comes in or as it came in before. */
export interface Request {
  /** What the host calls it. */
  id: string;
  /**
   * Who asks: a SIREN, a SIRET (its SIREN counts) or an id of the host's. Nobody knows who asks without one,
   * and the request is new.
   */
  company?: string;
  /** The id of the subject. */
  subject: string;
  /** When it came in. */
  at: string;
  /** Whether its need is still open; it does not matter for the one that comes in. */
  open: boolean;
}

/** A request of a company, as it comes in or as it came in before. */
export interface RequestInput {
  /** What the host calls it. */
  id: string;
  /**
   * Who asks: a SIREN, a SIRET (its SIREN counts) or an id of the host's. Nobody knows who asks without one,
   * and the request is new.
   */
  company?: string | null | undefined;
  /** The id of the subject. */
  subject: string;
  /** When it came in. */
  at: string | Date;
  /** Whether its need is still open; it does not matter for the one that comes in. */
  open?: boolean | null | undefined;
}

/** How far back to look. */
export interface RequestPolicy {
  /** Within how many hours a second request of a company is a duplicate: 4. */
  duplicateHours: number;
  /**
   * Whether that is so for the same subject only: no. Companies often send one need under several subjects
   * within minutes.
   */
  duplicateSameSubject: boolean;
  /** Within how many days (of 24 hours) the same subject of a need that is still open is a reminder: 21. */
  reminderDays: number;
}

/** How far back to look. */
export interface RequestPolicyInput {
  /** Within how many hours a second request of a company is a duplicate: 4. */
  duplicateHours?: number | null | undefined;
  /**
   * Whether that is so for the same subject only: no. Companies often send one need under several subjects
   * within minutes.
   */
  duplicateSameSubject?: boolean | null | undefined;
  /** Within how many days (of 24 hours) the same subject of a need that is still open is a reminder: 21. */
  reminderDays?: number | null | undefined;
}

/** What a request is, and of which earlier one. */
export interface RequestVerdict {
  /** What it is. */
  kind: RequestKind;
  /** The id of the request that it repeats: the latest of those. */
  of?: string;
}

/** A need that is due for anonymisation. */
export interface RetentionDue {
  /** Its id. */
  need: string;
  /** The last day on which something happened to it. */
  lastActivity: Day;
  /** Since when it is due. */
  since: Day;
}

/** How long a need keeps what leads to persons. */
export interface RetentionPolicy {
  /** For how many months after the last thing that happened: 36. */
  months: number;
}

/** How long a need keeps what leads to persons. */
export interface RetentionPolicyInput {
  /** For how many months after the last thing that happened: 36. */
  months?: number | null | undefined;
}

/** A referral to be sent. */
export interface Sending {
  /** What the host calls the referral. */
  referral: string;
  /** The id of the need. */
  need: string;
  /** To whom. */
  expert: string;
  /** Their antenne. */
  antenne?: string | null | undefined;
  /** Their institution. */
  institution: string;
  /** The day it is sent. */
  on: DayInput;
  /** Whether a person chose the expert, rather than the router. */
  byHand?: boolean | null | undefined;
  /** The host's id of who sends it. */
  author?: string | null | undefined;
}

/**
 * A need, as far as its follow-up and the figures go. It names nobody: who the company is stays with the host,
 * under the ids given here.
 */
export interface TrackedNeed {
  /** What the host calls it; unique among all needs. */
  id: string;
  /** The id of the subject under which it was sent. */
  subject: string;
  /** The subject that the company chose, where somebody changed it afterwards. */
  firstSubject?: string;
  /** INSEE's code of the facility's commune or municipal arrondissement. */
  commune?: string;
  /** The day the company asked. */
  depositedOn: Day;
  /** How many experts the router found; unknown if not given. */
  found?: number;
  /** What tells companies apart: a SIREN, or an id of the host's. */
  company?: string;
  /** Whether it is the company's first need; unknown if not given. */
  newCompany?: boolean;
  /** The host's id of the adviser who follows it. */
  adviser?: string;
  /** The campaign or site that it comes from. */
  origin?: string;
  /** The activity in NAF rév. 2. */
  naf?: string;
  /** The activity in NAF 2025. */
  naf2025?: string;
  /** The facility's number of employees, where it is known exactly. */
  headcount?: number;
  /** INSEE's band of it, where it is not. */
  headcountBand?: string;
  /** The day it was anonymised, where it was. */
  anonymisedOn?: Day;
}

/**
 * A need, as far as its follow-up and the figures go. It names nobody: who the company is stays with the host,
 * under the ids given here.
 */
export interface TrackedNeedInput {
  /** What the host calls it; unique among all needs. */
  id: string;
  /** The id of the subject under which it was sent. */
  subject: string;
  /** The subject that the company chose, where somebody changed it afterwards. */
  firstSubject?: string | null | undefined;
  /** INSEE's code of the facility's commune or municipal arrondissement. */
  commune?: string | null | undefined;
  /** The day the company asked. */
  depositedOn: DayInput;
  /** How many experts the router found; unknown if not given. */
  found?: number | null | undefined;
  /** What tells companies apart: a SIREN, or an id of the host's. */
  company?: string | null | undefined;
  /** Whether it is the company's first need; unknown if not given. */
  newCompany?: boolean | null | undefined;
  /** The host's id of the adviser who follows it. */
  adviser?: string | null | undefined;
  /** The campaign or site that it comes from. */
  origin?: string | null | undefined;
  /** The activity in NAF rév. 2. */
  naf?: string | null | undefined;
  /** The activity in NAF 2025. */
  naf2025?: string | null | undefined;
  /** The facility's number of employees, where it is known exactly. */
  headcount?: number | null | undefined;
  /** INSEE's band of it, where it is not. */
  headcountBand?: string | null | undefined;
  /** The day it was anonymised, where it was. */
  anonymisedOn?: DayInput | null | undefined;
}

/**
 * An event of a kind that this version of the library does not know: one that a later version wrote, or a word
 * that was mistyped. It is left out of what the others make, and told; one of a known kind that cannot be read
 * is an error, since nothing later could have written it.
 */
export interface UnknownEvent {
  /** The id of its referral or request, else of its need. */
  of?: string;
  /** The day it happened, as it was written. */
  on?: string;
  /** Its kind. */
  kind: string;
  /** `unknown_kind`. */
  code: string;
  /** What is wrong, with the kind that was probably meant. */
  message: string;
}
