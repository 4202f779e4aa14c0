// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Referral, ReferralInput, RefusalReason, ReminderPolicy, ReminderPolicyInput, TrackedNeed, TrackedNeedInput } from './follow-up';

/** What a column holds. */
export type ColumnKind = 'text' | 'count' | 'number';

/**
 * By what figures are grouped.
 *
 * Each need is in exactly one group, but by institution, antenne and expert, where a need is in the group of
 * each that got it, with what became of it there.
 */
export type Dimension =
  | 'theme'
  | 'subject'
  | 'institution'
  | 'antenne'
  | 'expert'
  | 'commune'
  | 'ept'
  | 'epci'
  | 'departement'
  | 'region'
  | 'adviser'
  | 'origin';

/** The length of periods, by the day on which needs were deposited. */
export type Period = 'month' | 'quarter' | 'year';

/** Two reports that are compared. */
export interface CompareReportsRequest {
  /** The earlier one. */
  readonly before: ImpactReportInput;
  /** The later one. */
  readonly after: ImpactReportInput;
}

/** A day of looking. */
export interface DayRequest {
  /** The day. */
  readonly on: string | Date;
}

/**
 * How evenly needs reach territories and institutions.
 *
 * The Gini index goes from 0 (all have the same) to 1 (one has everything). Over territories it is that of
 * needs an inhabitant, each territory weighing as much as its inhabitants; over institutions, that of needs
 * each institution got.
 */
export interface Equity {
  /** What the territories are; nothing without a geography. */
  readonly by?: Dimension;
  /** Each of them, those with no need included. */
  readonly territories: readonly Territory[];
  /** Over all needs. */
  readonly territoriesGini?: number;
  /** Over needs that were helped. */
  readonly helpedGini?: number;
  /** How many institutions there are to get needs: the active ones of the directory and those of the referrals. */
  readonly institutions: number;
  /** Over them. */
  readonly institutionsGini?: number;
  /** Needs that nobody covers. */
  readonly nobodyFound: Share;
}

/**
 * How evenly needs reach territories and institutions.
 *
 * The Gini index goes from 0 (all have the same) to 1 (one has everything). Over territories it is that of
 * needs an inhabitant, each territory weighing as much as its inhabitants; over institutions, that of needs
 * each institution got.
 */
export interface EquityInput {
  /** What the territories are; nothing without a geography. */
  readonly by?: Dimension | null | undefined;
  /** Each of them, those with no need included. */
  readonly territories: readonly TerritoryInput[];
  /** Over all needs. */
  readonly territoriesGini?: number | null | undefined;
  /** Over needs that were helped. */
  readonly helpedGini?: number | null | undefined;
  /** How many institutions there are to get needs: the active ones of the directory and those of the referrals. */
  readonly institutions: number;
  /** Over them. */
  readonly institutionsGini?: number | null | undefined;
  /** Needs that nobody covers. */
  readonly nobodyFound: ShareInput;
}

/** Figures of some needs and of their referrals. */
export interface Figures {
  /** What became of the needs. */
  readonly funnel: Funnel;
  /** Where their referrals stand. */
  readonly referrals: ReferralCounts;
  /** Refusals by reason, the most frequent first; they add up to `referrals.refused`. */
  readonly refusals: readonly ReasonCount[];
  /** Companies that deposited them, each once; of the needs that say which company. */
  readonly companies: number;
  /** Companies that were helped, each once; of the needs that say which company. */
  readonly companiesHelped: number;
  /** Needs that do not say which company, so that they are in neither. */
  readonly withoutCompany: number;
  /** `matched` / `deposited`. */
  readonly matched: Share;
  /** `answered` / `matched`. */
  readonly answered: Share;
  /** Needs with an exchange: `exchanged` / `matched`. */
  readonly exchanged: Share;
  /** `helped` / `matched`. */
  readonly helped: Share;
  /** `helped` / `deposited`: from one end to the other. */
  readonly helpedOfDeposited: Share;
  /** Needs that nobody covers: `nobody_found` / `deposited`. */
  readonly nobodyFound: Share;
  /**
   * Needs that ever went `abandoned` days after their first sending without any answer, even if one came later
   * / `matched`.
   */
  readonly abandoned: Share;
  /** Needs whose subject was changed after the company chose it / `deposited`. */
  readonly requalified: Share;
  /** Helped needs that were their company's first / helped needs for which that is known. */
  readonly newCompanies: Share;
  /**
   * Positioning: referrals that left `waiting` / referrals sent, without `taken_by_sibling` and `withdrawn` in
   * either.
   */
  readonly positioning: Share;
  /** Referrals taken in charge (now, or closed since) / the same referrals. */
  readonly taken: Share;
  /** Referrals refused / the same referrals. */
  readonly refusal: Share;
  /**
   * Needs of which a referral was taken in charge in fewer than 3 whole days after it was sent / needs of
   * which one was taken in charge.
   */
  readonly takenWithin3Days: Share;
  /** The same in fewer than 5. */
  readonly takenWithin5Days: Share;
  /** The same among needs with an exchange, in fewer than 3: as the national service publishes it. */
  readonly exchangedWithin3Days: Share;
  /** The same in fewer than 5. */
  readonly exchangedWithin5Days: Share;
  /** Median over needs of the days from the first sending to the first answer, a refusal included. */
  readonly medianDaysToAnswer?: number;
  /** Median over needs taken in charge of the days from sending to taking, of their quickest referral. */
  readonly medianDaysToTake?: number;
  /** Median over needs with an exchange of the days from deposit to the first closing with an exchange. */
  readonly medianDaysToClose?: number;
}

/** Figures of some needs and of their referrals. */
export interface FiguresInput {
  /** What became of the needs. */
  readonly funnel: FunnelInput;
  /** Where their referrals stand. */
  readonly referrals: ReferralCountsInput;
  /** Refusals by reason, the most frequent first; they add up to `referrals.refused`. */
  readonly refusals: readonly ReasonCountInput[];
  /** Companies that deposited them, each once; of the needs that say which company. */
  readonly companies: number;
  /** Companies that were helped, each once; of the needs that say which company. */
  readonly companiesHelped: number;
  /** Needs that do not say which company, so that they are in neither. */
  readonly withoutCompany: number;
  /** `matched` / `deposited`. */
  readonly matched: ShareInput;
  /** `answered` / `matched`. */
  readonly answered: ShareInput;
  /** Needs with an exchange: `exchanged` / `matched`. */
  readonly exchanged: ShareInput;
  /** `helped` / `matched`. */
  readonly helped: ShareInput;
  /** `helped` / `deposited`: from one end to the other. */
  readonly helpedOfDeposited: ShareInput;
  /** Needs that nobody covers: `nobody_found` / `deposited`. */
  readonly nobodyFound: ShareInput;
  /**
   * Needs that ever went `abandoned` days after their first sending without any answer, even if one came later
   * / `matched`.
   */
  readonly abandoned: ShareInput;
  /** Needs whose subject was changed after the company chose it / `deposited`. */
  readonly requalified: ShareInput;
  /** Helped needs that were their company's first / helped needs for which that is known. */
  readonly newCompanies: ShareInput;
  /**
   * Positioning: referrals that left `waiting` / referrals sent, without `taken_by_sibling` and `withdrawn` in
   * either.
   */
  readonly positioning: ShareInput;
  /** Referrals taken in charge (now, or closed since) / the same referrals. */
  readonly taken: ShareInput;
  /** Referrals refused / the same referrals. */
  readonly refusal: ShareInput;
  /**
   * Needs of which a referral was taken in charge in fewer than 3 whole days after it was sent / needs of
   * which one was taken in charge.
   */
  readonly takenWithin3Days: ShareInput;
  /** The same in fewer than 5. */
  readonly takenWithin5Days: ShareInput;
  /** The same among needs with an exchange, in fewer than 3: as the national service publishes it. */
  readonly exchangedWithin3Days: ShareInput;
  /** The same in fewer than 5. */
  readonly exchangedWithin5Days: ShareInput;
  /** Median over needs of the days from the first sending to the first answer, a refusal included. */
  readonly medianDaysToAnswer?: number | null | undefined;
  /** Median over needs taken in charge of the days from sending to taking, of their quickest referral. */
  readonly medianDaysToTake?: number | null | undefined;
  /** Median over needs with an exchange of the days from deposit to the first closing with an exchange. */
  readonly medianDaysToClose?: number | null | undefined;
}

/**
 * What became of needs: one funnel with one denominator, in which everything is counted once.
 *
 * A need is in the deepest stage that it reached, and in exactly one part of it:
 *
 * - `deposited` = `nobody_found` + `not_sent` + `matched`
 * - `matched` = `waiting` + `abandoned` + `answered`
 * - `answered` = `pending` + `expired` + `refused` + `unreachable` + `in_progress` + `exchanged`
 * - `exchanged` = `no_help` + `helped`
 */
export interface Funnel {
  /** Needs that companies deposited. */
  readonly deposited: number;
  /** Lost: no expert was found, and none was chosen by hand. */
  readonly nobodyFound: number;
  /** Open: experts were found, and nothing was sent yet. */
  readonly notSent: number;
  /** Needs that were sent to at least one expert. */
  readonly matched: number;
  /** Open: nobody has answered, for less than `abandoned` days. */
  readonly waiting: number;
  /** Lost: nobody has answered for `abandoned` days or more. */
  readonly abandoned: number;
  /** Needs on which at least one expert took position, refusals included. */
  readonly answered: number;
  /** Open: some have refused, others may still answer. */
  readonly pending: number;
  /** Lost: some have refused, and the others have let `abandoned` days pass. */
  readonly expired: number;
  /** Lost: everybody has refused. */
  readonly refused: number;
  /** Lost: the company could not be reached. */
  readonly unreachable: number;
  /** Open: somebody takes care of it. */
  readonly inProgress: number;
  /** Needs on which an expert and the company have spoken (`done` or `done_no_help`). */
  readonly exchanged: number;
  /** Lost: there was no help for it. */
  readonly noHelp: number;
  /** Needs on which the company was helped (`done`). */
  readonly helped: number;
}

/**
 * What became of needs: one funnel with one denominator, in which everything is counted once.
 *
 * A need is in the deepest stage that it reached, and in exactly one part of it:
 *
 * - `deposited` = `nobody_found` + `not_sent` + `matched`
 * - `matched` = `waiting` + `abandoned` + `answered`
 * - `answered` = `pending` + `expired` + `refused` + `unreachable` + `in_progress` + `exchanged`
 * - `exchanged` = `no_help` + `helped`
 */
export interface FunnelInput {
  /** Needs that companies deposited. */
  readonly deposited: number;
  /** Lost: no expert was found, and none was chosen by hand. */
  readonly nobodyFound: number;
  /** Open: experts were found, and nothing was sent yet. */
  readonly notSent: number;
  /** Needs that were sent to at least one expert. */
  readonly matched: number;
  /** Open: nobody has answered, for less than `abandoned` days. */
  readonly waiting: number;
  /** Lost: nobody has answered for `abandoned` days or more. */
  readonly abandoned: number;
  /** Needs on which at least one expert took position, refusals included. */
  readonly answered: number;
  /** Open: some have refused, others may still answer. */
  readonly pending: number;
  /** Lost: some have refused, and the others have let `abandoned` days pass. */
  readonly expired: number;
  /** Lost: everybody has refused. */
  readonly refused: number;
  /** Lost: the company could not be reached. */
  readonly unreachable: number;
  /** Open: somebody takes care of it. */
  readonly inProgress: number;
  /** Needs on which an expert and the company have spoken (`done` or `done_no_help`). */
  readonly exchanged: number;
  /** Lost: there was no help for it. */
  readonly noHelp: number;
  /** Needs on which the company was helped (`done`). */
  readonly helped: number;
}

/** How a figure changed from one report to another. */
export interface ImpactChange {
  /** The id of the group; nothing for the total, or for needs that have none. */
  readonly group?: string;
  /** What users read: `Total` for the total. */
  readonly label: string;
  /** The name of the figure, as a column of `ImpactReport::table`. */
  readonly figure: string;
  /** Its value before. */
  readonly before?: number;
  /** Its value after. */
  readonly after?: number;
  /** The difference, where there are both. */
  readonly difference?: number;
  /** Whether one of the two is a share of too few to mean much. */
  readonly small: boolean;
}

/** A column of a table: exactly one of the three lists holds its cells. */
export interface ImpactColumn {
  /** Its name, such as `helped` or `positioning_rate`. */
  readonly name: string;
  /** What users read, in the language that was asked for. */
  readonly label: string;
  /** What it holds. */
  readonly kind: ColumnKind;
  /** The cells of a column of texts. */
  readonly texts: readonly (string | null)[];
  /** The cells of a column of counts. */
  readonly counts: readonly (number | null)[];
  /** The cells of a column of other numbers. */
  readonly numbers: readonly (number | null)[];
}

/** Something that could not be counted, or only without some of its facts. */
export interface ImpactFault {
  /** The line of the file that it comes from, where it comes from one. */
  readonly line?: number;
  /** The need. */
  readonly need?: string;
  /** The referral. */
  readonly referral?: string;
  /** A code of `ReferralError`. */
  readonly code: string;
  /** The field at fault. */
  readonly field?: string;
  /** What is wrong, and what was probably meant. */
  readonly message: string;
  /** Whether it was left out of every figure; else it counts, without the fact at fault. */
  readonly leftOut: boolean;
}

/** Something that could not be counted, or only without some of its facts. */
export interface ImpactFaultInput {
  /** The line of the file that it comes from, where it comes from one. */
  readonly line?: number | null | undefined;
  /** The need. */
  readonly need?: string | null | undefined;
  /** The referral. */
  readonly referral?: string | null | undefined;
  /** A code of `ReferralError`. */
  readonly code: string;
  /** The field at fault. */
  readonly field?: string | null | undefined;
  /** What is wrong, and what was probably meant. */
  readonly message: string;
  /** Whether it was left out of every figure; else it counts, without the fact at fault. */
  readonly leftOut: boolean;
}

/**
 * What to report, and on what needs. Every figure is of the same needs: those deposited from `from` until
 * `until` that the lists let through; an empty list lets everything through.
 */
export interface ImpactQuery {
  /**
   * The day of looking: what is still open and what is abandoned is seen from here, and needs deposited later
   * do not exist yet.
   */
  readonly on: string;
  /** The first day of deposit. */
  readonly from?: string;
  /** The last day of deposit. */
  readonly until?: string;
  /** How to group. */
  readonly by?: Dimension;
  /** How to cut time; with `by`, each group in each period. */
  readonly period?: Period;
  /** Only these themes. */
  readonly themes: readonly string[];
  /** Only these subjects. */
  readonly subjects: readonly string[];
  /** Only needs that one of these institutions got, and what became of them there. */
  readonly institutions: readonly string[];
  /** Only needs that one of these antennes got, and what became of them there. */
  readonly antennes: readonly string[];
  /**
   * Only needs in one of these zones, such as `departement:59`; they are also the territory over which equity
   * is measured.
   */
  readonly zones: readonly string[];
  /** Only needs that one of these advisers follows. */
  readonly advisers: readonly string[];
  /** Only needs from these campaigns or sites. */
  readonly origins: readonly string[];
  /**
   * After how many days of silence a need is abandoned, where that is another number here than that of the
   * policy. The report's query holds the number that was used.
   */
  readonly abandoned?: number;
  /** The host's policy of reminders: a need is abandoned by the same clock here and there. */
  readonly policy?: ReminderPolicy;
  /** Shares of fewer than this are flagged as small: 10. */
  readonly small: number;
}

/**
 * What to report, and on what needs. Every figure is of the same needs: those deposited from `from` until
 * `until` that the lists let through; an empty list lets everything through.
 */
export interface ImpactQueryInput {
  /**
   * The day of looking: what is still open and what is abandoned is seen from here, and needs deposited later
   * do not exist yet.
   */
  readonly on: string | Date;
  /** The first day of deposit. */
  readonly from?: string | Date | null | undefined;
  /** The last day of deposit. */
  readonly until?: string | Date | null | undefined;
  /** How to group. */
  readonly by?: Dimension | null | undefined;
  /** How to cut time; with `by`, each group in each period. */
  readonly period?: Period | null | undefined;
  /** Only these themes. */
  readonly themes?: readonly string[] | null | undefined;
  /** Only these subjects. */
  readonly subjects?: readonly string[] | null | undefined;
  /** Only needs that one of these institutions got, and what became of them there. */
  readonly institutions?: readonly string[] | null | undefined;
  /** Only needs that one of these antennes got, and what became of them there. */
  readonly antennes?: readonly string[] | null | undefined;
  /**
   * Only needs in one of these zones, such as `departement:59`; they are also the territory over which equity
   * is measured.
   */
  readonly zones?: readonly string[] | null | undefined;
  /** Only needs that one of these advisers follows. */
  readonly advisers?: readonly string[] | null | undefined;
  /** Only needs from these campaigns or sites. */
  readonly origins?: readonly string[] | null | undefined;
  /**
   * After how many days of silence a need is abandoned, where that is another number here than that of the
   * policy. The report's query holds the number that was used.
   */
  readonly abandoned?: number | null | undefined;
  /** The host's policy of reminders: a need is abandoned by the same clock here and there. */
  readonly policy?: ReminderPolicyInput | null | undefined;
  /** Shares of fewer than this are flagged as small: 10. */
  readonly small?: number | null | undefined;
}

/** What is to be reported. */
export interface ImpactQueryRequest {
  /** The query. */
  readonly query: ImpactQueryInput;
}

/** What was done for companies, in figures, without naming any of them. */
export interface ImpactReport {
  /** What was asked. */
  readonly query: ImpactQuery;
  /** The figures of everything together. */
  readonly total: Figures;
  /**
   * The figures of each group in each period: groups by their number of needs, periods in order. Empty where
   * neither was asked for. Months without a need are there, with noughts.
   */
  readonly rows: readonly ImpactRow[];
  /**
   * Whether the needs of the rows add up to the total: not by institution, antenne and expert, since a need is
   * sent to several. Referrals and their refusals add up always; companies and medians never do.
   */
  readonly addsUp: boolean;
  /** How evenly needs reach territories and institutions. */
  readonly equity: Equity;
  /** What was left out or is doubtful, and why. */
  readonly faults: readonly ImpactFault[];
}

/** What was done for companies, in figures, without naming any of them. */
export interface ImpactReportInput {
  /** What was asked. */
  readonly query: ImpactQueryInput;
  /** The figures of everything together. */
  readonly total: FiguresInput;
  /**
   * The figures of each group in each period: groups by their number of needs, periods in order. Empty where
   * neither was asked for. Months without a need are there, with noughts.
   */
  readonly rows: readonly ImpactRowInput[];
  /**
   * Whether the needs of the rows add up to the total: not by institution, antenne and expert, since a need is
   * sent to several. Referrals and their refusals add up always; companies and medians never do.
   */
  readonly addsUp: boolean;
  /** How evenly needs reach territories and institutions. */
  readonly equity: EquityInput;
  /** What was left out or is doubtful, and why. */
  readonly faults: readonly ImpactFaultInput[];
}

/** The needs and referrals of which a report is wanted. */
export interface ImpactRequest {
  /** The needs. What cannot be read is a fault of the report. */
  readonly needs: readonly TrackedNeedInput[];
  /** Their referrals. What cannot be read is a fault of the report. */
  readonly referrals: readonly ReferralInput[];
  /** What to report. */
  readonly query: ImpactQueryInput;
}

/** The figures of one group in one period. */
export interface ImpactRow {
  /**
   * The id of the group (a zone such as `departement:59`); nothing for the needs that have none, or without
   * groups.
   */
  readonly group?: string;
  /** What users read. */
  readonly label: string;
  /** The period: `2026-11`, `2026-T4`, `2026`. */
  readonly period?: string;
  /** The people who live in the zone that the group is. */
  readonly population?: number;
  /** The figures. */
  readonly figures: Figures;
}

/** The figures of one group in one period. */
export interface ImpactRowInput {
  /**
   * The id of the group (a zone such as `departement:59`); nothing for the needs that have none, or without
   * groups.
   */
  readonly group?: string | null | undefined;
  /** What users read. */
  readonly label: string;
  /** The period: `2026-11`, `2026-T4`, `2026`. */
  readonly period?: string | null | undefined;
  /** The people who live in the zone that the group is. */
  readonly population?: number | null | undefined;
  /** The figures. */
  readonly figures: FiguresInput;
}

/** A table: named columns, each with a cell a row. */
export interface ImpactTable {
  /** The columns, all of the same length. */
  readonly columns: readonly ImpactColumn[];
}

/** How often a reason was given for refusing. */
export interface ReasonCount {
  /** The reason; nothing where none was given. */
  readonly reason?: RefusalReason;
  /** What users read, in French. */
  readonly label: string;
  /** How many refusals. */
  readonly count: number;
}

/** How often a reason was given for refusing. */
export interface ReasonCountInput {
  /** The reason; nothing where none was given. */
  readonly reason?: RefusalReason | null | undefined;
  /** What users read, in French. */
  readonly label: string;
  /** How many refusals. */
  readonly count: number;
}

/**
 * Referrals by where they stand. A referral that was given to another expert counts once for each who had it.
 * `sent` is the sum of the others.
 */
export interface ReferralCounts {
  /** All of them. */
  readonly sent: number;
  /** Waiting for an answer, or expired without one. */
  readonly waiting: number;
  /** Taken in charge. */
  readonly takenInCharge: number;
  /** Closed with help. */
  readonly done: number;
  /** Closed, there was no help. */
  readonly doneNoHelp: number;
  /** Closed, the company could not be reached. */
  readonly doneNotReachable: number;
  /** Refused. */
  readonly refused: number;
  /** Closed because a colleague of the network took the need: in no rate. */
  readonly takenBySibling: number;
  /** Given to another expert before any refusal: in no rate. */
  readonly withdrawn: number;
}

/**
 * Referrals by where they stand. A referral that was given to another expert counts once for each who had it.
 * `sent` is the sum of the others.
 */
export interface ReferralCountsInput {
  /** All of them. */
  readonly sent: number;
  /** Waiting for an answer, or expired without one. */
  readonly waiting: number;
  /** Taken in charge. */
  readonly takenInCharge: number;
  /** Closed with help. */
  readonly done: number;
  /** Closed, there was no help. */
  readonly doneNoHelp: number;
  /** Closed, the company could not be reached. */
  readonly doneNotReachable: number;
  /** Refused. */
  readonly refused: number;
  /** Closed because a colleague of the network took the need: in no rate. */
  readonly takenBySibling: number;
  /** Given to another expert before any refusal: in no rate. */
  readonly withdrawn: number;
}

/**
 * Needs and referrals of a file.
 *
 * A row is a referral with the facts of its need; a need without referral is a row that has nothing in the
 * referral's columns. Facts of a need may be left blank in its further rows. An expert who had a referral
 * before is a row of its own, before the referral's row, with `until`. Columns may stand in any order, and
 * those that are not needed may be missing.
 */
export interface ReferralFile {
  /** The needs, each once. */
  readonly needs: readonly TrackedNeed[];
  /** The line on which each of them begins. */
  readonly needLines: readonly number[];
  /** The referrals. */
  readonly referrals: readonly Referral[];
  /** The line on which each of them stands. */
  readonly referralLines: readonly number[];
  /** Rows that are left out, or that contradict others, with their lines. */
  readonly faults: readonly ImpactFault[];
}

/** A CSV file of needs and referrals, a row a referral. */
export interface ReferralFileRequest {
  /** What its faults call it. */
  readonly name?: string | null | undefined;
  /** Its text. */
  readonly text: string;
}

/** A report. */
export interface ReportRequest {
  /** The report. */
  readonly report: ImpactReportInput;
}

/** A part of a whole, with both, so that nobody has to guess what a percentage is of. */
export interface Share {
  /** The part. */
  readonly count: number;
  /** The whole. */
  readonly of: number;
  /** One by the other, from 0 to 1; nothing where the whole is 0. */
  readonly value?: number;
  /** Whether the whole is too small for the value to mean much. */
  readonly small: boolean;
}

/** A part of a whole, with both, so that nobody has to guess what a percentage is of. */
export interface ShareInput {
  /** The part. */
  readonly count: number;
  /** The whole. */
  readonly of: number;
  /** One by the other, from 0 to 1; nothing where the whole is 0. */
  readonly value?: number | null | undefined;
  /** Whether the whole is too small for the value to mean much. */
  readonly small: boolean;
}

/** What a territory got. */
export interface Territory {
  /** Such as `departement:59`. */
  readonly zone: string;
  /** Its name. */
  readonly label: string;
  /** The people who live there. */
  readonly population: number;
  /** Needs deposited. */
  readonly needs: number;
  /** Needs helped. */
  readonly helped: number;
  /** Needs deposited for a thousand inhabitants; nothing where nobody lives. */
  readonly needsPerThousand?: number;
  /** Needs helped for a thousand inhabitants. */
  readonly helpedPerThousand?: number;
}

/** What a territory got. */
export interface TerritoryInput {
  /** Such as `departement:59`. */
  readonly zone: string;
  /** Its name. */
  readonly label: string;
  /** The people who live there. */
  readonly population: number;
  /** Needs deposited. */
  readonly needs: number;
  /** Needs helped. */
  readonly helped: number;
  /** Needs deposited for a thousand inhabitants; nothing where nobody lives. */
  readonly needsPerThousand?: number | null | undefined;
  /** Needs helped for a thousand inhabitants. */
  readonly helpedPerThousand?: number | null | undefined;
}
