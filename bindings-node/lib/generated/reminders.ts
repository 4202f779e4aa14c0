// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Day, DayInput } from './days';

/** What a need calls for. */
export type ReminderKind = 'poke' | 'last_chance' | 'abandoned' | 'refused';

/** A company to invite. */
export interface ComeBackDue {
  /** The id of its last need. */
  need: string;
  /**
   * Since when it is to be invited: a host that looks every day acts on those that are new since it last
   * looked.
   */
  since: Day;
}

/** When to invite a company to come back. */
export interface ComeBackPolicy {
  /** How many months after an expert has closed its last need, having spoken with it: 4. */
  afterExchangeMonths: number;
  /** How many months after it asked, where nobody has spoken with it: 5. */
  afterDepositMonths: number;
  /** For how many days it is due; those who were forgotten for longer are left in peace: 30. */
  withinDays: number;
}

/** When to invite a company to come back. */
export interface ComeBackPolicyInput {
  /** How many months after an expert has closed its last need, having spoken with it: 4. */
  afterExchangeMonths?: number | null | undefined;
  /** How many months after it asked, where nobody has spoken with it: 5. */
  afterDepositMonths?: number | null | undefined;
  /** For how many days it is due; those who were forgotten for longer are left in peace: 30. */
  withinDays?: number | null | undefined;
}

/** A time in which an expert is away. */
export interface ExpertAbsence {
  /** The id of the expert. */
  expert: string;
  /** The first day away. */
  from: DayInput;
  /** The last day away. Where it is before the first, no day is meant. */
  until: DayInput;
}

/** A need that calls for something. */
export interface NeedReminder {
  /** The id of the need. */
  need: string;
  /** What it calls for. */
  kind: ReminderKind;
  /** Since when: a host that looks every day acts on those that are new since it last looked. */
  since: Day;
  /** For how many days it has been waiting, or has been refused. */
  days: number;
  /**
   * The referrals concerned: those to remind, without those whose experts are away; for `abandoned` those that
   * never moved; for `refused` those that were refused.
   */
  referrals: string[];
  /** Their experts, in the same order. */
  experts: string[];
  /**
   * Referrals that closed because a colleague took the need: where it is refused, the first who may be asked
   * again.
   */
  siblings: string[];
  /** The experts who would be reminded, were they not away. */
  away?: string[];
}

/** An expert with many waiting referrals, or old ones. */
export interface PendingExpert {
  /** Their id. */
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

/** When to remind. All numbers are days, but for `archive_months` and the counts of referrals. */
export interface ReminderPolicy {
  /** After how many days a need is poked: 9. */
  poke: number;
  /** After how many it gets its last chance: 21. */
  lastChance: number;
  /** After how many it is abandoned, and the company told: 45. */
  abandoned: number;
  /** For how many days an expert who was just sent a need is left in peace: 3. */
  grace: number;
  /** After how many days a referral that waits has expired: 45. */
  expired: number;
  /** After how many months a referral that has expired is archived: 6. */
  archiveMonths: number;
  /** From how many waiting referrals an expert has many: 6. */
  many: number;
  /** From how many of them being old an expert has fallen behind: 2. */
  old: number;
  /** From how many days a waiting referral is old: 15. */
  oldDays: number;
}

/** When to remind. All numbers are days, but for `archive_months` and the counts of referrals. */
export interface ReminderPolicyInput {
  /** After how many days a need is poked: 9. */
  poke?: number | null | undefined;
  /** After how many it gets its last chance: 21. */
  lastChance?: number | null | undefined;
  /** After how many it is abandoned, and the company told: 45. */
  abandoned?: number | null | undefined;
  /** For how many days an expert who was just sent a need is left in peace: 3. */
  grace?: number | null | undefined;
  /** After how many days a referral that waits has expired: 45. */
  expired?: number | null | undefined;
  /** After how many months a referral that has expired is archived: 6. */
  archiveMonths?: number | null | undefined;
  /** From how many waiting referrals an expert has many: 6. */
  many?: number | null | undefined;
  /** From how many of them being old an expert has fallen behind: 2. */
  old?: number | null | undefined;
  /** From how many days a waiting referral is old: 15. */
  oldDays?: number | null | undefined;
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
  /** Ids of the needs that nobody takes care of and that are suspended that day. */
  suspended?: string[];
}

/** A time in which a need calls for no reminder: the company asked to wait, say. */
export interface Suspension {
  /** The id of the need. */
  need: string;
  /** The first day without reminders. */
  from: DayInput;
  /** The last one; until further notice if it is not given. Where it is before the first, no day is meant. */
  until?: DayInput | null | undefined;
}
