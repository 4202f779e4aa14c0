// Referrals: what becomes of a match once it was sent. Pure functions: the host stores events or
// states, and gives the day; nothing here reads the clock.

import * as check from './arguments';
import { call } from './boundary';
import { type Directory, nativeDirectoryIfAny } from './directory';
import type { DayInput } from './generated/days';
import type {
  Changes,
  Folded,
  Move,
  NeedStatus,
  Reassignment,
  Referral,
  ReferralEventInput,
  ReferralInput,
  ReferralState,
  RequestInput,
  RequestPolicyInput,
  RequestVerdict,
  RetentionDue,
  RetentionPolicyInput,
  Sending,
  TrackedNeed,
  TrackedNeedInput,
} from './generated/follow-up';
import type { ComeBackDue, ComeBackPolicyInput, ExpertAbsence, NeedReminder, ReminderPolicyInput, Reminders, Suspension } from './generated/reminders';

/** Which institutions take a need with one expert only. */
export interface MoveOptions {
  /** Ids of institutions so flagged. */
  singleTakers?: readonly string[] | null | undefined;
  /** Its institutions so flagged are added. */
  directory?: Directory | null | undefined;
}

/** Who is away when, and which needs are suspended. */
export interface ReminderOptions {
  /** When experts are away: they are not reminded meanwhile. */
  absences?: readonly ExpertAbsence[] | null | undefined;
  /** Needs that call for nothing for a time, in which their clock stands still. */
  suspensions?: readonly Suspension[] | null | undefined;
  /** The absences of its experts are added. */
  directory?: Directory | null | undefined;
}

const REMINDER_OPTIONS = ['absences', 'suspensions', 'directory'] as const;

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
  return call('move_referral', { referrals, move, singleTakers }, nativeDirectoryIfAny(directory));
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
export function foldEvents(
  events: readonly ReferralEventInput[],
  options?: { on?: DayInput | null | undefined } | null,
): Folded {
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
  return call('next_states', { state });
}

/** Whom to remind of what on a day. */
export function reminders(
  referrals: readonly ReferralInput[],
  on: DayInput,
  policy?: ReminderPolicyInput | null,
  options?: ReminderOptions | null,
): Reminders {
  const { absences, suspensions, directory } = check.options(options, REMINDER_OPTIONS);
  return call('reminders', { referrals, on, policy, absences, suspensions }, nativeDirectoryIfAny(directory));
}

/** What one need calls for on a day. */
export function needReminder(
  referrals: readonly ReferralInput[],
  on: DayInput,
  policy?: ReminderPolicyInput | null,
  options?: ReminderOptions | null,
): NeedReminder | undefined {
  const { absences, suspensions, directory } = check.options(options, REMINDER_OPTIONS);
  return call('need_reminder', { referrals, on, policy, absences, suspensions }, nativeDirectoryIfAny(directory));
}

/** The companies to invite on a day to come back, each by its last need; nobody who has an open one. */
export function comeBacksDue(
  needs: readonly TrackedNeedInput[],
  referrals: readonly ReferralInput[],
  on: DayInput,
  policy?: ComeBackPolicyInput | null,
): ComeBackDue[] {
  return call('come_backs_due', { needs, referrals, on, policy });
}

/** Whether a request is new, a reminder of one whose need is open, or a duplicate. */
export function classifyRequest(
  request: RequestInput,
  earlier: readonly RequestInput[],
  policy?: RequestPolicyInput | null,
): RequestVerdict {
  return call('classify_request', { request, earlier, policy });
}

/** Which needs are due for anonymisation on a day. */
export function dueForAnonymisation(
  needs: readonly TrackedNeedInput[],
  referrals: readonly ReferralInput[],
  on: DayInput,
  policy?: RetentionPolicyInput | null,
): RetentionDue[] {
  return call('due_for_anonymisation', { needs, referrals, on, policy });
}

/** The need with what statistics may keep, and nothing that leads to the company. */
export function anonymise(need: TrackedNeedInput, on: DayInput): TrackedNeed {
  return call('anonymise', { need, on });
}

/** The referral with what statistics may keep, and nothing that leads to a person. */
export function anonymiseReferral(referral: ReferralInput): Referral {
  return call('anonymise_referral', { referral });
}
