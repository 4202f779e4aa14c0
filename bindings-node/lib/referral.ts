// Referrals: what becomes of a match once it was sent. Pure functions: the host stores events or
// states, and gives the day; nothing here reads the clock.

import { nextStates as nativeNextStates } from '../native';
import * as check from './arguments';
import type { Day } from './codes';
import { call } from './core';
import type { Directory } from './directory';
import { attempt } from './errors';
import type { DayInput } from './need';

/** Where a referral stands. */
export type ReferralState =
  | 'waiting'
  | 'taken_in_charge'
  | 'done'
  | 'done_no_help'
  | 'done_not_reachable'
  | 'not_for_me'
  | 'taken_by_sibling';

/** Where a need stands, by its referrals. */
export type NeedStatus =
  | 'not_sent'
  | 'done'
  | 'done_no_help'
  | 'done_not_reachable'
  | 'taken_in_charge'
  | 'waiting'
  | 'not_for_me';

/** Why an expert refused. */
export type RefusalReason =
  | 'subject'
  | 'territory'
  | 'criteria'
  | 'capacity'
  | 'already_helped'
  | 'not_a_need'
  | 'other';

/** What kind of thing happened to a referral. */
export type EventKind = 'sent' | 'moved' | 'reassigned';

type Nothing = null | undefined;

/** An expert who had a referral before it was given to another. */
export interface PastExpert {
  expert: string;
  antenne?: string;
  institution: string;
  /** The day it was sent to them. */
  sentOn: Day;
  /** The day it was given to another. */
  until: Day;
  /** Where it stood then. */
  state: ReferralState;
  closedOn?: Day;
  reason?: RefusalReason;
  /** The host's id of who gave it to another. */
  author?: string;
}

/**
 * One need with one expert, as it stands. A host stores this, or the events of which `foldEvents`
 * makes it. Days are civil days in the host's legal time.
 */
export interface Referral {
  /** What the host calls it; unique among all referrals. */
  id: string;
  /** The id of the need. */
  need: string;
  /** The id of the expert who has it now. */
  expert: string;
  antenne?: string;
  institution: string;
  /** The day it was sent to that expert. */
  sentOn: Day;
  /** Whether a person chose the expert, rather than the router. */
  byHand: boolean;
  state: ReferralState;
  /** The day it came back to waiting, where it did: reminders count from there. */
  reopenedOn?: Day;
  /** The day it was taken in charge, or closed at once with a done state. */
  takenOn?: Day;
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
 * A type as it is given: days may be `Date`s, what is optional may be `null`, and members that have a
 * default may be left out.
 */
type Given<T, Defaulted extends keyof T = never> = {
  [K in keyof T as Exclude<K, Defaulted>]:
    | T[K]
    | (K extends DayMember ? Date : never)
    | ({} extends Pick<T, K> ? Nothing : never);
} & { [K in Defaulted]?: T[K] | Nothing };
type DayMember = 'on' | 'sentOn' | 'reopenedOn' | 'takenOn' | 'closedOn' | 'movedOn' | 'depositedOn' | 'anonymisedOn';

/** A referral as it is given: days may be `Date`s. */
export type ReferralInput = Given<Referral, 'byHand' | 'seq'>;

/** One thing that happened to a referral: flat, so that it is a row of a table as well. */
export interface ReferralEvent {
  /** The id of the referral. */
  referral: string;
  /** The day it happened. */
  on: Day;
  /** Which event of its referral it is, from 1; 0 where the host does not count them. */
  seq: number;
  /** The id of the need. */
  need: string;
  kind: EventKind;
  /** Where the referral stands since. */
  to: ReferralState;
  reason?: RefusalReason;
  /** The host's id of who did it; nobody for what follows by itself. */
  author?: string;
  /** The expert to whom it was sent. */
  expert?: string;
  antenne?: string;
  institution?: string;
  byHand?: boolean;
}

/** An event as it is given: days may be `Date`s. */
export type ReferralEventInput = Given<ReferralEvent, 'seq'>;

/** A need is sent to an expert. */
export interface Sending {
  /** The id of the new referral. */
  referral: string;
  need: string;
  expert: string;
  antenne?: string | Nothing;
  institution: string;
  on: DayInput;
  /** Whether a person chose the expert, rather than the router. */
  byHand?: boolean | Nothing;
  author?: string | Nothing;
}

/** A referral goes to another state. */
export interface Move {
  referral: string;
  to: ReferralState;
  on: DayInput;
  reason?: RefusalReason | Nothing;
  author?: string | Nothing;
}

/** A referral is given to another expert. */
export interface Reassignment {
  referral: string;
  expert: string;
  antenne?: string | Nothing;
  institution: string;
  on: DayInput;
  author?: string | Nothing;
}

/** What follows: events to add, and the referrals that changed, as they are now. Both empty where nothing did. */
export interface Changes {
  events: ReferralEvent[];
  referrals: Referral[];
}

/** An event that could not be applied, and why. */
export interface IgnoredEvent {
  event: ReferralEvent;
  code: string;
  message: string;
}

/** What events make of referrals. */
export interface Folded {
  referrals: Referral[];
  ignored: IgnoredEvent[];
}

/** Which institutions take a need with one expert only. */
export interface MoveOptions {
  /** Ids of institutions so flagged. */
  singleTakers?: readonly string[] | Nothing;
  /** Its institutions so flagged are added. */
  directory?: Directory | Nothing;
}

/** Sends a need to an expert; `referrals` are those that the need has already. Throws a `ReferralError`. */
export function sendReferral(referrals: readonly ReferralInput[], sending: Sending): Changes {
  return call('send', { referrals, sending });
}

/**
 * Moves a referral to another state; `referrals` are those of its need. Moving to the state that it
 * has already changes nothing. Throws a `ReferralError`.
 */
export function moveReferral(referrals: readonly ReferralInput[], move: Move, options?: MoveOptions | null): Changes {
  const { singleTakers, directory } = check.options(options, ['singleTakers', 'directory']);
  return call('move_referral', { referrals, move, singleTakers }, directory);
}

/** Gives a referral to another expert; its history is kept. Throws a `ReferralError`. */
export function reassignReferral(referrals: readonly ReferralInput[], reassignment: Reassignment): Changes {
  return call('reassign', { referrals, reassignment });
}

/** The referral with an event applied; one that was applied already, by its number, changes nothing. */
export function applyEvent(referral: ReferralInput, event: ReferralEventInput): Referral {
  return call('apply', { referral, event });
}

/**
 * What events make of referrals, in whatever order they come and however often. Never fails: what
 * cannot be applied is `ignored`. With `on`, as it stood that day.
 */
export function foldEvents(events: readonly ReferralEventInput[], options?: { on?: DayInput | Nothing } | null): Folded {
  const { on } = check.options(options, ['on']);
  return call('fold', { events, on });
}

/** Throws a `ReferralError` where a referral's dates cannot be true or do not go with its state. */
export function checkReferral(referral: ReferralInput): void {
  call('check', { referral });
}

/** The status of a need from the states of its referrals. */
export function needStatus(states: readonly ReferralState[]): NeedStatus {
  return call('need_status', { states });
}

/** The states to which a person may move a referral: the buttons to show. */
export function nextStates(state: ReferralState): ReferralState[] {
  return attempt(() => nativeNextStates(check.text(state, 'state'))) as ReferralState[];
}

/** When to remind. All numbers are days, but for `archiveMonths` and the counts of referrals. */
export interface ReminderPolicy {
  /** After how many days a need is poked: 9. */
  poke?: number;
  /** After how many it gets its last chance: 21. */
  lastChance?: number;
  /** After how many it is abandoned, and the company told: 45. */
  abandoned?: number;
  /** For how many days an expert who was just sent a need is left in peace: 3. */
  grace?: number;
  /** After how many days a referral that waits has expired: 45. */
  expired?: number;
  /** After how many months a referral that has expired is archived: 6. */
  archiveMonths?: number;
  /** From how many waiting referrals an expert has many: 6. */
  many?: number;
  /** From how many of them being old an expert has fallen behind: 2. */
  old?: number;
  /** From how many days a waiting referral is old: 15. */
  oldDays?: number;
}

/** What a need calls for. */
export type ReminderKind = 'poke' | 'last_chance' | 'abandoned' | 'refused';

/** A need that calls for something. */
export interface NeedReminder {
  need: string;
  kind: ReminderKind;
  /** Since when: a host that looks every day acts on those that are new since it last looked. */
  since: Day;
  /** For how many days it has been waiting, or has been refused. */
  days: number;
  /** The referrals concerned. */
  referrals: string[];
  /** Their experts, in the same order. */
  experts: string[];
  /** Referrals that closed because a colleague took the need. */
  siblings: string[];
}

/** An expert with many waiting referrals, or old ones. */
export interface PendingExpert {
  expert: string;
  /** How many referrals wait for them and have not expired. */
  waiting: number;
  /** How many of these are old. */
  old: number;
  /** How many have expired and are not archived yet. */
  expired: number;
  /** Since when the oldest of those that have not expired waits. */
  oldest?: Day;
  /** Whether they are many, rather than few and old. */
  many: boolean;
}

/** What referrals call for at a date. */
export interface Reminders {
  /** Needs, those that have waited longest first. */
  needs: NeedReminder[];
  /** Ids of the referrals that have expired and are not archived yet. */
  expired: string[];
  /** Ids of the referrals to archive. */
  toArchive: string[];
  /** Experts who have fallen behind, those with most first. */
  experts: PendingExpert[];
}

/** Whom to remind of what on a day. */
export function reminders(
  referrals: readonly ReferralInput[],
  on: DayInput,
  policy?: Readonly<ReminderPolicy> | null,
): Reminders {
  return call('reminders', { referrals, on, policy });
}

/** What one need calls for on a day. */
export function needReminder(
  referrals: readonly ReferralInput[],
  on: DayInput,
  policy?: Readonly<ReminderPolicy> | null,
): NeedReminder | undefined {
  return call<NeedReminder | null>('need_reminder', { referrals, on, policy }) ?? undefined;
}

/** A request, as far as telling it from others goes. */
export interface RequestInput {
  id: string;
  /** What tells companies apart; without one it is nobody's again. */
  company?: string | Nothing;
  subject: string;
  /** The instant it came in. */
  at: string | Date;
  /** Whether its need is still open. */
  open?: boolean | Nothing;
}

/** How far apart requests are the same. */
export interface RequestPolicy {
  /** Within how many hours another request of the company is a duplicate: 4. */
  duplicateHours?: number;
  /** Whether a duplicate is on the same subject: false. */
  duplicateSameSubject?: boolean;
  /** Within how many days the same subject again is a reminder: 21. */
  reminderDays?: number;
}

/** Whether a request is new. */
export type RequestKind = 'new' | 'reminder' | 'duplicate';

/** What a request is, and of which earlier one. */
export interface RequestVerdict {
  kind: RequestKind;
  of?: string;
}

/** Whether a request is new, a reminder of one whose need is open, or a duplicate. */
export function classifyRequest(
  request: RequestInput,
  earlier: readonly RequestInput[],
  policy?: Readonly<RequestPolicy> | null,
): RequestVerdict {
  return call('classify_request', { request, earlier, policy });
}

/** A need, as far as its follow-up and the figures go. It names nobody. */
export interface TrackedNeed {
  id: string;
  /** The id of the subject under which it was sent. */
  subject: string;
  /** The subject that the company chose, where somebody changed it afterwards. */
  firstSubject?: string;
  /** INSEE's code of the facility's commune. */
  commune?: string;
  /** The day the company asked. */
  depositedOn: Day;
  /** How many experts the router found; unknown if not given. */
  found?: number;
  /** What tells companies apart: a SIREN, or an id of the host's. */
  company?: string;
  /** Whether it is the company's first need. */
  newCompany?: boolean;
  /** The host's id of the adviser who follows it. */
  adviser?: string;
  /** The campaign or site that it comes from. */
  origin?: string;
  naf?: string;
  naf2025?: string;
  headcount?: number;
  headcountBand?: string;
  /** The day it was anonymised, where it was. */
  anonymisedOn?: Day;
}

/** A need as it is given: days may be `Date`s. */
export type TrackedNeedInput = Given<TrackedNeed>;

/** How long needs are kept. */
export interface RetentionPolicy {
  /** After how many months without activity: 36. */
  months?: number;
}

/** A need to anonymise. */
export interface RetentionDue {
  need: string;
  lastActivity: Day;
  /** Since when it is due. */
  since: Day;
}

/** Which needs are due for anonymisation on a day. */
export function dueForAnonymisation(
  needs: readonly TrackedNeedInput[],
  referrals: readonly ReferralInput[],
  on: DayInput,
  policy?: Readonly<RetentionPolicy> | null,
): RetentionDue[] {
  return call('due_for_anonymisation', { needs, referrals, on, policy });
}

/** The need with what statistics may keep, and nothing that leads to the company. */
export function anonymise(need: TrackedNeedInput, on: DayInput): TrackedNeed {
  return call('anonymise', { need, on });
}
