// Generated from the declarations of the core by `make generate`: not to be edited.

/** What kind of thing happened. */
export type EventKind = 'sent' | 'moved' | 'reassigned';

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

/** What a need calls for. */
export type ReminderKind = 'poke' | 'last_chance' | 'abandoned' | 'refused';

/** What a request is. */
export type RequestKind = 'new' | 'reminder' | 'duplicate';

/** A need of which only what statistics may keep is to stay. */
export interface AnonymiseRequest {
  /** The need. */
  readonly need: TrackedNeedInput;
  /** The day. */
  readonly on: string | Date;
}

/** A referral and one more event. */
export interface ApplyRequest {
  /** The referral. */
  readonly referral: ReferralInput;
  /** The event. */
  readonly event: ReferralEventInput;
}

/** What changed: the events to keep, and the referrals that changed, as they stand now. */
export interface Changes {
  /** In the order in which they happened. */
  readonly events: readonly ReferralEvent[];
  /** Only those that changed. */
  readonly referrals: readonly Referral[];
}

/** A request of a company, and those that came before it. */
export interface ClassifyRequest {
  /** The request. */
  readonly request: RequestInput;
  /** Those before it. */
  readonly earlier: readonly RequestInput[];
  /** How far apart requests are the same. */
  readonly policy?: RequestPolicyInput | null | undefined;
}

/** One event. */
export interface EventRequest {
  /** The event. */
  readonly event: ReferralEventInput;
}

/** Events, in whatever order and however often they arrived. */
export interface FoldRequest {
  /** The events. */
  readonly events: readonly ReferralEventInput[];
  /** The day as of which the referrals are wanted; as they stand now if it is not given. */
  readonly on?: string | Date | null | undefined;
}

/** What events make. */
export interface Folded {
  /** The referrals as they stand, in the order of their ids. */
  readonly referrals: readonly Referral[];
  /**
   * The events that could not happen where their date puts them, in the order of their referrals; a repeated
   * event is not one of them.
   */
  readonly ignored: readonly IgnoredEvent[];
}

/** An event that changed nothing, and why. */
export interface IgnoredEvent {
  /** The event. */
  readonly event: ReferralEvent;
  /** A code of `ReferralError`. */
  readonly code: string;
  /** What is wrong, with what can be done. */
  readonly message: string;
}

/** A move from one state to another. */
export interface Move {
  /** The id of the referral. */
  readonly referral: string;
  /** Where it goes. */
  readonly to: ReferralState;
  /** The day. */
  readonly on: string | Date;
  /** Why, where the expert refuses. */
  readonly reason?: RefusalReason | null | undefined;
  /** The host's id of who moves it. */
  readonly author?: string | null | undefined;
}

/** A referral that moves to another state. */
export interface MoveRequest {
  /** All referrals of its need. */
  readonly referrals: readonly ReferralInput[];
  /** What moves, and where. */
  readonly move: Move;
  /** The ids of institutions of which one expert suffices, besides those that the directory marks. */
  readonly singleTakers?: readonly string[] | null | undefined;
}

/** A need that calls for something. */
export interface NeedReminder {
  /** The id of the need. */
  readonly need: string;
  /** What it calls for. */
  readonly kind: ReminderKind;
  /** Since when: a host that looks every day acts on those that are new since it last looked. */
  readonly since: string;
  /** For how many days it has been waiting, or has been refused. */
  readonly days: number;
  /**
   * The referrals concerned: those to remind; for `abandoned` those that never moved; for `refused` those that
   * were refused.
   */
  readonly referrals: readonly string[];
  /** Their experts, in the same order. */
  readonly experts: readonly string[];
  /**
   * Referrals that closed because a colleague took the need: where it is refused, the first who may be asked
   * again.
   */
  readonly siblings: readonly string[];
}

/** The states of a need's referrals. */
export interface NeedStatusRequest {
  /** The states. */
  readonly states: readonly ReferralState[];
}

/** An expert who had a referral before it was given to another. */
export interface PastExpert {
  /** Their id. */
  readonly expert: string;
  /** Their antenne, at that time. */
  readonly antenne?: string;
  /** Their institution, at that time. */
  readonly institution: string;
  /** The day it was sent to them. */
  readonly sentOn: string;
  /** The day it was given to another. */
  readonly until: string;
  /** Where it stood then: `not_for_me` if they had refused. */
  readonly state: ReferralState;
  /** The day they refused, if they had. */
  readonly closedOn?: string;
  /** Why they had refused. */
  readonly reason?: RefusalReason;
  /** The host's id of who gave it to another. */
  readonly author?: string;
}

/** An expert who had a referral before it was given to another. */
export interface PastExpertInput {
  /** Their id. */
  readonly expert: string;
  /** Their antenne, at that time. */
  readonly antenne?: string | null | undefined;
  /** Their institution, at that time. */
  readonly institution: string;
  /** The day it was sent to them. */
  readonly sentOn: string | Date;
  /** The day it was given to another. */
  readonly until: string | Date;
  /** Where it stood then: `not_for_me` if they had refused. */
  readonly state: ReferralState;
  /** The day they refused, if they had. */
  readonly closedOn?: string | Date | null | undefined;
  /** Why they had refused. */
  readonly reason?: RefusalReason | null | undefined;
  /** The host's id of who gave it to another. */
  readonly author?: string | null | undefined;
}

/** An expert with many waiting referrals, or old ones. */
export interface PendingExpert {
  /** Their id. */
  readonly expert: string;
  /** How many referrals wait for them and have not expired. */
  readonly waiting: number;
  /** How many of these are old. */
  readonly old: number;
  /** How many have expired and are not archived yet. */
  readonly expired: number;
  /** Since when the oldest of those that have not expired waits. */
  readonly oldest?: string;
  /** Whether they are many, rather than few and old. */
  readonly many: boolean;
}

/** One request of a company. */
export interface ReadRequestRequest {
  /** The request. */
  readonly request: RequestInput;
}

/** A referral that is given to another expert. */
export interface ReassignRequest {
  /** All referrals of its need. */
  readonly referrals: readonly ReferralInput[];
  /** Who gets it. */
  readonly reassignment: Reassignment;
}

/** A referral to be given to another expert. */
export interface Reassignment {
  /** The id of the referral. */
  readonly referral: string;
  /** To whom. */
  readonly expert: string;
  /** Their antenne. */
  readonly antenne?: string | null | undefined;
  /** Their institution. */
  readonly institution: string;
  /** The day. */
  readonly on: string | Date;
  /** The host's id of who gives it to another. */
  readonly author?: string | null | undefined;
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
  readonly id: string;
  /** The id of the need. */
  readonly need: string;
  /** The id of the expert who has it now. */
  readonly expert: string;
  /** The antenne of that expert, at that time. */
  readonly antenne?: string;
  /** The institution of that expert, at that time. */
  readonly institution: string;
  /** The day it was sent to that expert. */
  readonly sentOn: string;
  /** Whether a person chose the expert, rather than the router. */
  readonly byHand: boolean;
  /** Where it stands. */
  readonly state: ReferralState;
  /** The day it came back to waiting, where it did: reminders count from there. */
  readonly reopenedOn?: string;
  /** The day it was taken in charge, or closed at once with a done state. */
  readonly takenOn?: string;
  /** The day it was closed. */
  readonly closedOn?: string;
  /** Why the expert refused. */
  readonly reason?: RefusalReason;
  /** The host's id of who made the last move. */
  readonly author?: string;
  /** The day of the last move. */
  readonly movedOn?: string;
  /** How many events it is made of. */
  readonly seq: number;
  /** The experts who had it before, in order. */
  readonly past: readonly PastExpert[];
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
  readonly id: string;
  /** The id of the need. */
  readonly need: string;
  /** The id of the expert who has it now. */
  readonly expert: string;
  /** The antenne of that expert, at that time. */
  readonly antenne?: string | null | undefined;
  /** The institution of that expert, at that time. */
  readonly institution: string;
  /** The day it was sent to that expert. */
  readonly sentOn: string | Date;
  /** Whether a person chose the expert, rather than the router. */
  readonly byHand?: boolean | null | undefined;
  /** Where it stands. */
  readonly state: ReferralState;
  /** The day it came back to waiting, where it did: reminders count from there. */
  readonly reopenedOn?: string | Date | null | undefined;
  /** The day it was taken in charge, or closed at once with a done state. */
  readonly takenOn?: string | Date | null | undefined;
  /** The day it was closed. */
  readonly closedOn?: string | Date | null | undefined;
  /** Why the expert refused. */
  readonly reason?: RefusalReason | null | undefined;
  /** The host's id of who made the last move. */
  readonly author?: string | null | undefined;
  /** The day of the last move. */
  readonly movedOn?: string | Date | null | undefined;
  /** How many events it is made of. */
  readonly seq?: number | null | undefined;
  /** The experts who had it before, in order. */
  readonly past?: readonly PastExpertInput[] | null | undefined;
}

/**
 * One thing that happened to a referral. Events are only ever added; what a referral is follows from them
 * (`fold`).
 *
 * It is flat, so that it is a row of a table as well as an object: `expert`, `antenne`, `institution` and
 * `by_hand` belong to `sent` and `reassigned`, `reason` to a refusal.
 */
export interface ReferralEvent {
  /** The id of the referral. */
  readonly referral: string;
  /** The day it happened: with `seq`, what orders events, whenever they arrive. */
  readonly on: string;
  /**
   * Which event of its referral it is, from 1; it orders those of a day. 0 where the host does not count them:
   * then those of a day have the order of their states.
   */
  readonly seq: number;
  /** The id of the need. */
  readonly need: string;
  /** What happened. */
  readonly kind: EventKind;
  /** Where the referral stands since: `waiting` where it was sent or reassigned. */
  readonly to: ReferralState;
  /** Why the expert refused. */
  readonly reason?: RefusalReason;
  /** The host's id of who did it; nobody for what follows by itself. */
  readonly author?: string;
  /** The expert to whom it was sent. */
  readonly expert?: string;
  /** Their antenne. */
  readonly antenne?: string;
  /** Their institution. */
  readonly institution?: string;
  /** Whether a person chose the expert, rather than the router. */
  readonly byHand: boolean;
}

/**
 * One thing that happened to a referral. Events are only ever added; what a referral is follows from them
 * (`fold`).
 *
 * It is flat, so that it is a row of a table as well as an object: `expert`, `antenne`, `institution` and
 * `by_hand` belong to `sent` and `reassigned`, `reason` to a refusal.
 */
export interface ReferralEventInput {
  /** The id of the referral. */
  readonly referral: string;
  /** The day it happened: with `seq`, what orders events, whenever they arrive. */
  readonly on: string | Date;
  /**
   * Which event of its referral it is, from 1; it orders those of a day. 0 where the host does not count them:
   * then those of a day have the order of their states.
   */
  readonly seq?: number | null | undefined;
  /** The id of the need. */
  readonly need: string;
  /** What happened. */
  readonly kind: EventKind;
  /** Where the referral stands since: `waiting` where it was sent or reassigned. */
  readonly to: ReferralState;
  /** Why the expert refused. */
  readonly reason?: RefusalReason | null | undefined;
  /** The host's id of who did it; nobody for what follows by itself. */
  readonly author?: string | null | undefined;
  /** The expert to whom it was sent. */
  readonly expert?: string | null | undefined;
  /** Their antenne. */
  readonly antenne?: string | null | undefined;
  /** Their institution. */
  readonly institution?: string | null | undefined;
  /** Whether a person chose the expert, rather than the router. */
  readonly byHand?: boolean | null | undefined;
}

/** One referral. */
export interface ReferralRequest {
  /** The referral. */
  readonly referral: ReferralInput;
}

/** When to remind. All numbers are days, but for `archive_months` and the counts of referrals. */
export interface ReminderPolicy {
  /** After how many days a need is poked: 9. */
  readonly poke: number;
  /** After how many it gets its last chance: 21. */
  readonly lastChance: number;
  /** After how many it is abandoned, and the company told: 45. */
  readonly abandoned: number;
  /** For how many days an expert who was just sent a need is left in peace: 3. */
  readonly grace: number;
  /** After how many days a referral that waits has expired: 45. */
  readonly expired: number;
  /** After how many months a referral that has expired is archived: 6. */
  readonly archiveMonths: number;
  /** From how many waiting referrals an expert has many: 6. */
  readonly many: number;
  /** From how many of them being old an expert has fallen behind: 2. */
  readonly old: number;
  /** From how many days a waiting referral is old: 15. */
  readonly oldDays: number;
}

/** When to remind. All numbers are days, but for `archive_months` and the counts of referrals. */
export interface ReminderPolicyInput {
  /** After how many days a need is poked: 9. */
  readonly poke?: number | null | undefined;
  /** After how many it gets its last chance: 21. */
  readonly lastChance?: number | null | undefined;
  /** After how many it is abandoned, and the company told: 45. */
  readonly abandoned?: number | null | undefined;
  /** For how many days an expert who was just sent a need is left in peace: 3. */
  readonly grace?: number | null | undefined;
  /** After how many days a referral that waits has expired: 45. */
  readonly expired?: number | null | undefined;
  /** After how many months a referral that has expired is archived: 6. */
  readonly archiveMonths?: number | null | undefined;
  /** From how many waiting referrals an expert has many: 6. */
  readonly many?: number | null | undefined;
  /** From how many of them being old an expert has fallen behind: 2. */
  readonly old?: number | null | undefined;
  /** From how many days a waiting referral is old: 15. */
  readonly oldDays?: number | null | undefined;
}

/** What referrals call for at a date. */
export interface Reminders {
  /** Needs, those that have waited longest first. */
  readonly needs: readonly NeedReminder[];
  /** Ids of the referrals that have expired and are not archived yet. */
  readonly expired: readonly string[];
  /** Ids of the referrals to archive. */
  readonly toArchive: readonly string[];
  /** Experts who have fallen behind, those with most first. */
  readonly experts: readonly PendingExpert[];
}

/** Referrals, and a day on which they may call for something. */
export interface RemindersRequest {
  /** The referrals. */
  readonly referrals: readonly ReferralInput[];
  /** The day. */
  readonly on: string | Date;
  /** After how many days. */
  readonly policy?: ReminderPolicyInput | null | undefined;
}

/** A request of a company, as it comes in or as it came in before. */
export interface Request {
  /** What the host calls it. */
  readonly id: string;
  /**
   * Who asks: a SIREN, a SIRET (its SIREN counts) or an id of the host's. Nobody knows who asks without one,
   * and the request is new.
   */
  readonly company?: string;
  /** The id of the subject. */
  readonly subject: string;
  /** When it came in. */
  readonly at: string;
  /** Whether its need is still open; it does not matter for the one that comes in. */
  readonly open: boolean;
}

/** A request of a company, as it comes in or as it came in before. */
export interface RequestInput {
  /** What the host calls it. */
  readonly id: string;
  /**
   * Who asks: a SIREN, a SIRET (its SIREN counts) or an id of the host's. Nobody knows who asks without one,
   * and the request is new.
   */
  readonly company?: string | null | undefined;
  /** The id of the subject. */
  readonly subject: string;
  /** When it came in. */
  readonly at: string | Date;
  /** Whether its need is still open; it does not matter for the one that comes in. */
  readonly open?: boolean | null | undefined;
}

/** How far back to look. */
export interface RequestPolicy {
  /** Within how many hours a second request of a company is a duplicate: 4. */
  readonly duplicateHours: number;
  /**
   * Whether that is so for the same subject only: no. Companies often send one need under several subjects
   * within minutes.
   */
  readonly duplicateSameSubject: boolean;
  /** Within how many days (of 24 hours) the same subject of a need that is still open is a reminder: 21. */
  readonly reminderDays: number;
}

/** How far back to look. */
export interface RequestPolicyInput {
  /** Within how many hours a second request of a company is a duplicate: 4. */
  readonly duplicateHours?: number | null | undefined;
  /**
   * Whether that is so for the same subject only: no. Companies often send one need under several subjects
   * within minutes.
   */
  readonly duplicateSameSubject?: boolean | null | undefined;
  /** Within how many days (of 24 hours) the same subject of a need that is still open is a reminder: 21. */
  readonly reminderDays?: number | null | undefined;
}

/** What a request is, and of which earlier one. */
export interface RequestVerdict {
  /** What it is. */
  readonly kind: RequestKind;
  /** The id of the request that it repeats: the latest of those. */
  readonly of?: string;
}

/** A need that is due for anonymisation. */
export interface RetentionDue {
  /** Its id. */
  readonly need: string;
  /** The last day on which something happened to it. */
  readonly lastActivity: string;
  /** Since when it is due. */
  readonly since: string;
}

/** How long a need keeps what leads to persons. */
export interface RetentionPolicy {
  /** For how many months after the last thing that happened: 36. */
  readonly months: number;
}

/** How long a need keeps what leads to persons. */
export interface RetentionPolicyInput {
  /** For how many months after the last thing that happened: 36. */
  readonly months?: number | null | undefined;
}

/** Needs that may be due for anonymisation. */
export interface RetentionRequest {
  /** The needs. */
  readonly needs: readonly TrackedNeedInput[];
  /** Their referrals. */
  readonly referrals: readonly ReferralInput[];
  /** The day. */
  readonly on: string | Date;
  /** How long needs are kept. */
  readonly policy?: RetentionPolicyInput | null | undefined;
}

/** A need that goes to an expert. */
export interface SendRequest {
  /** The referrals that the need has already. */
  readonly referrals: readonly ReferralInput[];
  /** To whom it goes. */
  readonly sending: Sending;
}

/** A referral to be sent. */
export interface Sending {
  /** What the host calls the referral. */
  readonly referral: string;
  /** The id of the need. */
  readonly need: string;
  /** To whom. */
  readonly expert: string;
  /** Their antenne. */
  readonly antenne?: string | null | undefined;
  /** Their institution. */
  readonly institution: string;
  /** The day it is sent. */
  readonly on: string | Date;
  /** Whether a person chose the expert, rather than the router. */
  readonly byHand?: boolean | null | undefined;
  /** The host's id of who sends it. */
  readonly author?: string | null | undefined;
}

/** The state of a referral. */
export interface StateRequest {
  /** The state. */
  readonly state: ReferralState;
}

/**
 * A need, as far as its follow-up and the figures go. It names nobody: who the company is stays with the host,
 * under the ids given here.
 */
export interface TrackedNeed {
  /** What the host calls it; unique among all needs. */
  readonly id: string;
  /** The id of the subject under which it was sent. */
  readonly subject: string;
  /** The subject that the company chose, where somebody changed it afterwards. */
  readonly firstSubject?: string;
  /** INSEE's code of the facility's commune or municipal arrondissement. */
  readonly commune?: string;
  /** The day the company asked. */
  readonly depositedOn: string;
  /** How many experts the router found; unknown if not given. */
  readonly found?: number;
  /** What tells companies apart: a SIREN, or an id of the host's. */
  readonly company?: string;
  /** Whether it is the company's first need; unknown if not given. */
  readonly newCompany?: boolean;
  /** The host's id of the adviser who follows it. */
  readonly adviser?: string;
  /** The campaign or site that it comes from. */
  readonly origin?: string;
  /** The activity in NAF rév. 2. */
  readonly naf?: string;
  /** The activity in NAF 2025. */
  readonly naf2025?: string;
  /** The facility's number of employees, where it is known exactly. */
  readonly headcount?: number;
  /** INSEE's band of it, where it is not. */
  readonly headcountBand?: string;
  /** The day it was anonymised, where it was. */
  readonly anonymisedOn?: string;
}

/**
 * A need, as far as its follow-up and the figures go. It names nobody: who the company is stays with the host,
 * under the ids given here.
 */
export interface TrackedNeedInput {
  /** What the host calls it; unique among all needs. */
  readonly id: string;
  /** The id of the subject under which it was sent. */
  readonly subject: string;
  /** The subject that the company chose, where somebody changed it afterwards. */
  readonly firstSubject?: string | null | undefined;
  /** INSEE's code of the facility's commune or municipal arrondissement. */
  readonly commune?: string | null | undefined;
  /** The day the company asked. */
  readonly depositedOn: string | Date;
  /** How many experts the router found; unknown if not given. */
  readonly found?: number | null | undefined;
  /** What tells companies apart: a SIREN, or an id of the host's. */
  readonly company?: string | null | undefined;
  /** Whether it is the company's first need; unknown if not given. */
  readonly newCompany?: boolean | null | undefined;
  /** The host's id of the adviser who follows it. */
  readonly adviser?: string | null | undefined;
  /** The campaign or site that it comes from. */
  readonly origin?: string | null | undefined;
  /** The activity in NAF rév. 2. */
  readonly naf?: string | null | undefined;
  /** The activity in NAF 2025. */
  readonly naf2025?: string | null | undefined;
  /** The facility's number of employees, where it is known exactly. */
  readonly headcount?: number | null | undefined;
  /** INSEE's band of it, where it is not. */
  readonly headcountBand?: string | null | undefined;
  /** The day it was anonymised, where it was. */
  readonly anonymisedOn?: string | Date | null | undefined;
}

/** One need, as far as its follow-up goes. */
export interface TrackedNeedRequest {
  /** The need. */
  readonly need: TrackedNeedInput;
}
