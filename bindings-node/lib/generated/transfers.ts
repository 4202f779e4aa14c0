// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Referral, ReferralEvent } from './follow-up';
import type { DayInput } from './days';

/** What happened, as far as it matters to people. */
export type Occasion =
  | 'sent'
  | 'taken_in_charge'
  | 'done'
  | 'done_no_help'
  | 'done_not_reachable'
  | 'refused'
  | 'taken_by_sibling'
  | 'reopened'
  | 'reassigned'
  | 'transferred'
  | 'comment';

/** As what somebody is told. */
export type RecipientRole =
  | 'expert'
  | 'member'
  | 'substitute'
  | 'former'
  | 'sibling'
  | 'company'
  | 'adviser'
  | 'manager';

/** That somebody says something about a referral. */
export interface Comment {
  /** The id of the referral. */
  referral: string;
  /** The day. */
  on: DayInput;
  /** The host's id of who says it. */
  author?: string | null | undefined;
}

/** Somebody who leaves, and who takes over from them. */
export interface Departure {
  /** The id of the expert who leaves. */
  expert: string;
  /** Who takes over. */
  successor: string;
  /** Their antenne. */
  antenne?: string | null | undefined;
  /** Their institution. */
  institution: string;
  /** The day. */
  on: DayInput;
  /** The host's id of who transfers. */
  author?: string | null | undefined;
}

/** What changed when somebody left. */
export interface DepartureChanges {
  /** The events to keep, in the order of the referrals. */
  events: ReferralEvent[];
  /** The referrals that went over, as they stand now. */
  referrals: Referral[];
  /** The open ones that could not go over, and stay with who leaves. */
  kept: KeptReferral[];
}

/** A referral that could not go over. */
export interface KeptReferral {
  /** Its id. */
  referral: string;
  /**
   * A code of `ReferralError`: `already_referred` where the successor has the need too, `impossible_date`
   * where something happened after that day.
   */
  code: string;
  /** What is wrong. */
  message: string;
}

/** Somebody whom an event concerns. */
export interface Recipient {
  /** As what they are told. */
  role: RecipientRole;
  /**
   * The id of the expert (of whose team it is, for a member), the antenne (for its managers), the adviser or
   * the company; nothing where the host alone knows it.
   */
  id?: string;
  /** The name of the expert, member or antenne, where a directory knows it. */
  name?: string;
  /** Where to write to an expert or member, where a directory knows it. */
  email?: string;
}

/** A row of the table: who is told on an occasion. */
export interface RecipientRule {
  /** What happened. */
  occasion: Occasion;
  /** Who is told, whoever made it happen excepted. */
  roles: RecipientRole[];
}

/** A referral that another expert takes over. */
export interface Transfer {
  /** The id of the referral. */
  referral: string;
  /** Who takes it over. */
  expert: string;
  /** Their antenne. */
  antenne?: string | null | undefined;
  /** Their institution. */
  institution: string;
  /** The day. */
  on: DayInput;
  /** The host's id of who transfers it. */
  author?: string | null | undefined;
}
