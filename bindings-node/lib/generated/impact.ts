// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Referral, RefusalReason, TrackedNeed } from './follow-up';
import type { ClosureReason, RequestEvent, TrackedRequest } from './deposits';
import type { ReminderPolicy, ReminderPolicyInput } from './reminders';
import type { Survey, SurveyEvent, SurveyOutcome } from './surveys';
import type { Day, DayInput } from './days';

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
  | 'origin'
  | 'headcount'
  | 'section';

/** The length of periods, by the day on which needs were deposited. */
export type Period = 'month' | 'quarter' | 'year';

/** How often a reason was given for closing. */
export interface ClosureCount {
  /** The reason; nothing where none is known. */
  reason?: ClosureReason;
  /** What users read, in French. */
  label: string;
  /** How many requests. */
  count: number;
}

/** How often a reason was given for closing. */
export interface ClosureCountInput {
  /** The reason; nothing where none is known. */
  reason?: ClosureReason | null | undefined;
  /** What users read, in French. */
  label: string;
  /** How many requests. */
  count: number;
}

/**
 * How evenly needs reach territories and institutions.
 *
 * The Gini index goes from 0 (all have the same) to 1 (one has everything). Over territories it is that of
 * needs an inhabitant, each territory weighing as much as its inhabitants; over institutions and experts, that
 * of needs each of them got.
 */
export interface Equity {
  /** What the territories are; nothing without a geography. */
  by?: Dimension;
  /** Each of them, those with no need included. */
  territories: TerritoryEquity[];
  /** Over all needs. */
  territoriesGini?: number;
  /** Over needs that were helped. */
  helpedGini?: number;
  /** How many institutions there are to get needs: the active ones of the directory and those of the referrals. */
  institutions: number;
  /** Over them. */
  institutionsGini?: number;
  /** How many experts there are to get needs: the active ones of the directory and those of the referrals. */
  experts: number;
  /**
   * Over them. Where it is far above that of institutions, some experts have what their colleagues might have:
   * compare their capacities, and see what `check` says of them.
   */
  expertsGini?: number;
  /** Needs that nobody covers. */
  nobodyFound: Share;
}

/**
 * How evenly needs reach territories and institutions.
 *
 * The Gini index goes from 0 (all have the same) to 1 (one has everything). Over territories it is that of
 * needs an inhabitant, each territory weighing as much as its inhabitants; over institutions and experts, that
 * of needs each of them got.
 */
export interface EquityInput {
  /** What the territories are; nothing without a geography. */
  by?: Dimension | null | undefined;
  /** Each of them, those with no need included. */
  territories: readonly TerritoryEquityInput[];
  /** Over all needs. */
  territoriesGini?: number | null | undefined;
  /** Over needs that were helped. */
  helpedGini?: number | null | undefined;
  /** How many institutions there are to get needs: the active ones of the directory and those of the referrals. */
  institutions: number;
  /** Over them. */
  institutionsGini?: number | null | undefined;
  /** How many experts there are to get needs: the active ones of the directory and those of the referrals. */
  experts?: number | null | undefined;
  /**
   * Over them. Where it is far above that of institutions, some experts have what their colleagues might have:
   * compare their capacities, and see what `check` says of them.
   */
  expertsGini?: number | null | undefined;
  /** Needs that nobody covers. */
  nobodyFound: ShareInput;
}

/** Figures of some needs and of their referrals. */
export interface Figures {
  /** What became of requests, before they were needs; noughts where none were given. */
  requests: RequestFigures;
  /** What became of the needs. */
  funnel: Funnel;
  /** Where their referrals stand. */
  referrals: ReferralCounts;
  /** Refusals by reason, the most frequent first; they add up to `referrals.refused`. */
  refusals: ReasonCount[];
  /** What the companies said of the help that they got; noughts where no surveys were given. */
  surveys: ImpactSurveys;
  /** Companies that deposited them, each once; of the needs that say which company. */
  companies: number;
  /** Companies that were helped, each once; of the needs that say which company. */
  companiesHelped: number;
  /** Needs that do not say which company, so that they are in neither. */
  withoutCompany: number;
  /** `matched` / `deposited`. */
  matched: Share;
  /** `answered` / `matched`. */
  answered: Share;
  /** Needs with an exchange: `exchanged` / `matched`. */
  exchanged: Share;
  /** `helped` / `matched`. */
  helped: Share;
  /** `helped` / `deposited`: from one end to the other. */
  helpedOfDeposited: Share;
  /** Needs that nobody covers: `nobody_found` / `deposited`. */
  nobodyFound: Share;
  /**
   * Needs that ever went `abandoned` days after their first sending without any answer, even if one came later
   * / `matched`.
   */
  abandoned: Share;
  /** Needs whose subject was changed after the company chose it / `deposited`. */
  requalified: Share;
  /**
   * Needs whose subject was changed to one of this group, from one of another: by theme where themes are asked
   * for, else by subject. Added up over the groups, as many as went out.
   */
  requalifiedIn: number;
  /**
   * Needs whose company had chosen a subject of this group, which was changed to one of another; of the needs
   * that the query lets through.
   */
  requalifiedOut: number;
  /** Helped needs that were their company's first / helped needs for which that is known. */
  newCompanies: Share;
  /**
   * Positioning: referrals that left `waiting` / referrals sent, without `taken_by_sibling` and `withdrawn` in
   * either.
   */
  positioning: Share;
  /** Referrals taken in charge (now, or closed since) / the same referrals. */
  taken: Share;
  /** Referrals refused / the same referrals. */
  refusal: Share;
  /**
   * Needs of which a referral was taken in charge in fewer than 3 whole days after it was sent / needs of
   * which one was taken in charge.
   */
  takenWithin3Days: Share;
  /** The same in fewer than 5. */
  takenWithin5Days: Share;
  /** The same among needs with an exchange, in fewer than 3: as the national service publishes it. */
  exchangedWithin3Days: Share;
  /** The same in fewer than 5. */
  exchangedWithin5Days: Share;
  /** Median over needs of the days from the first sending to the first answer, a refusal included. */
  medianDaysToAnswer?: number;
  /** Median over needs taken in charge of the days from sending to taking, of their quickest referral. */
  medianDaysToTake?: number;
  /** Median over needs with an exchange of the days from deposit to the first closing with an exchange. */
  medianDaysToClose?: number;
}

/** Figures of some needs and of their referrals. */
export interface FiguresInput {
  /** What became of requests, before they were needs; noughts where none were given. */
  requests: RequestFiguresInput;
  /** What became of the needs. */
  funnel: FunnelInput;
  /** Where their referrals stand. */
  referrals: ReferralCountsInput;
  /** Refusals by reason, the most frequent first; they add up to `referrals.refused`. */
  refusals: readonly ReasonCountInput[];
  /** What the companies said of the help that they got; noughts where no surveys were given. */
  surveys: ImpactSurveysInput;
  /** Companies that deposited them, each once; of the needs that say which company. */
  companies: number;
  /** Companies that were helped, each once; of the needs that say which company. */
  companiesHelped: number;
  /** Needs that do not say which company, so that they are in neither. */
  withoutCompany: number;
  /** `matched` / `deposited`. */
  matched: ShareInput;
  /** `answered` / `matched`. */
  answered: ShareInput;
  /** Needs with an exchange: `exchanged` / `matched`. */
  exchanged: ShareInput;
  /** `helped` / `matched`. */
  helped: ShareInput;
  /** `helped` / `deposited`: from one end to the other. */
  helpedOfDeposited: ShareInput;
  /** Needs that nobody covers: `nobody_found` / `deposited`. */
  nobodyFound: ShareInput;
  /**
   * Needs that ever went `abandoned` days after their first sending without any answer, even if one came later
   * / `matched`.
   */
  abandoned: ShareInput;
  /** Needs whose subject was changed after the company chose it / `deposited`. */
  requalified: ShareInput;
  /**
   * Needs whose subject was changed to one of this group, from one of another: by theme where themes are asked
   * for, else by subject. Added up over the groups, as many as went out.
   */
  requalifiedIn?: number | null | undefined;
  /**
   * Needs whose company had chosen a subject of this group, which was changed to one of another; of the needs
   * that the query lets through.
   */
  requalifiedOut?: number | null | undefined;
  /** Helped needs that were their company's first / helped needs for which that is known. */
  newCompanies: ShareInput;
  /**
   * Positioning: referrals that left `waiting` / referrals sent, without `taken_by_sibling` and `withdrawn` in
   * either.
   */
  positioning: ShareInput;
  /** Referrals taken in charge (now, or closed since) / the same referrals. */
  taken: ShareInput;
  /** Referrals refused / the same referrals. */
  refusal: ShareInput;
  /**
   * Needs of which a referral was taken in charge in fewer than 3 whole days after it was sent / needs of
   * which one was taken in charge.
   */
  takenWithin3Days: ShareInput;
  /** The same in fewer than 5. */
  takenWithin5Days: ShareInput;
  /** The same among needs with an exchange, in fewer than 3: as the national service publishes it. */
  exchangedWithin3Days: ShareInput;
  /** The same in fewer than 5. */
  exchangedWithin5Days: ShareInput;
  /** Median over needs of the days from the first sending to the first answer, a refusal included. */
  medianDaysToAnswer?: number | null | undefined;
  /** Median over needs taken in charge of the days from sending to taking, of their quickest referral. */
  medianDaysToTake?: number | null | undefined;
  /** Median over needs with an exchange of the days from deposit to the first closing with an exchange. */
  medianDaysToClose?: number | null | undefined;
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
  deposited: number;
  /** Lost: no expert was found, and none was chosen by hand. */
  nobodyFound: number;
  /** Open: experts were found, and nothing was sent yet. */
  notSent: number;
  /** Needs that were sent to at least one expert. */
  matched: number;
  /** Open: nobody has answered, for less than `abandoned` days. */
  waiting: number;
  /** Lost: nobody has answered for `abandoned` days or more. */
  abandoned: number;
  /** Needs on which at least one expert took position, refusals included. */
  answered: number;
  /** Open: some have refused, others may still answer. */
  pending: number;
  /** Lost: some have refused, and the others have let `abandoned` days pass. */
  expired: number;
  /** Lost: everybody has refused. */
  refused: number;
  /** Lost: the company could not be reached. */
  unreachable: number;
  /** Open: somebody takes care of it. */
  inProgress: number;
  /** Needs on which an expert and the company have spoken (`done` or `done_no_help`). */
  exchanged: number;
  /** Lost: there was no help for it. */
  noHelp: number;
  /** Needs on which the company was helped (`done`). */
  helped: number;
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
  deposited: number;
  /** Lost: no expert was found, and none was chosen by hand. */
  nobodyFound: number;
  /** Open: experts were found, and nothing was sent yet. */
  notSent: number;
  /** Needs that were sent to at least one expert. */
  matched: number;
  /** Open: nobody has answered, for less than `abandoned` days. */
  waiting: number;
  /** Lost: nobody has answered for `abandoned` days or more. */
  abandoned: number;
  /** Needs on which at least one expert took position, refusals included. */
  answered: number;
  /** Open: some have refused, others may still answer. */
  pending: number;
  /** Lost: some have refused, and the others have let `abandoned` days pass. */
  expired: number;
  /** Lost: everybody has refused. */
  refused: number;
  /** Lost: the company could not be reached. */
  unreachable: number;
  /** Open: somebody takes care of it. */
  inProgress: number;
  /** Needs on which an expert and the company have spoken (`done` or `done_no_help`). */
  exchanged: number;
  /** Lost: there was no help for it. */
  noHelp: number;
  /** Needs on which the company was helped (`done`). */
  helped: number;
}

/** How a figure changed from one report to another. */
export interface ImpactChange {
  /** The id of the group; nothing for the total, or for needs that have none. */
  group?: string;
  /** What users read: `Total` for the total. */
  label: string;
  /** The name of the figure, as a column of `ImpactReport::table`. */
  figure: string;
  /** Its value before. */
  before?: number;
  /** Its value after. */
  after?: number;
  /** The difference, where there are both. */
  difference?: number;
  /** Whether one of the two is a share of too few to mean much. */
  small: boolean;
}

/** A column of a table: exactly one of the three lists holds its cells. */
export interface ImpactColumn {
  /** Its name, such as `helped` or `positioning_rate`. */
  name: string;
  /** What users read, in the language that was asked for. */
  label: string;
  /** What it holds. */
  kind: ColumnKind;
  /** The cells of a column of texts. */
  texts?: (string | null)[];
  /** The cells of a column of counts. */
  counts?: (number | null)[];
  /** The cells of a column of other numbers. */
  numbers?: (number | null)[];
}

/** Something that could not be counted, or only without some of its facts. */
export interface ImpactFault {
  /** The line of the file that it comes from, where it comes from one. */
  line?: number;
  /** The need. */
  need?: string;
  /** The referral. */
  referral?: string;
  /** The request. */
  request?: string;
  /** A code of `ReferralError`. */
  code: string;
  /** The field at fault. */
  field?: string;
  /** What is wrong, and what was probably meant. */
  message: string;
  /** Whether it was left out of every figure; else it counts, without the fact at fault. */
  leftOut: boolean;
}

/** Something that could not be counted, or only without some of its facts. */
export interface ImpactFaultInput {
  /** The line of the file that it comes from, where it comes from one. */
  line?: number | null | undefined;
  /** The need. */
  need?: string | null | undefined;
  /** The referral. */
  referral?: string | null | undefined;
  /** The request. */
  request?: string | null | undefined;
  /** A code of `ReferralError`. */
  code: string;
  /** The field at fault. */
  field?: string | null | undefined;
  /** What is wrong, and what was probably meant. */
  message: string;
  /** Whether it was left out of every figure; else it counts, without the fact at fault. */
  leftOut: boolean;
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
  on: Day;
  /** The first day of deposit. */
  from?: Day;
  /** The last day of deposit. */
  until?: Day;
  /** How to group. */
  by?: Dimension;
  /** How to cut time; with `by`, each group in each period. */
  period?: Period;
  /** Only these themes. */
  themes?: string[];
  /** Only these subjects. */
  subjects?: string[];
  /** Only needs that one of these institutions got, and what became of them there. */
  institutions?: string[];
  /** Only needs that one of these antennes got, and what became of them there. */
  antennes?: string[];
  /**
   * Only needs in one of these zones, such as `departement:59`; they are also the territory over which equity
   * is measured.
   */
  zones?: string[];
  /** Only needs that one of these advisers follows. */
  advisers?: string[];
  /** Only needs from these campaigns or sites. */
  origins?: string[];
  /**
   * After how many days of silence a need is abandoned, where that is another number here than that of the
   * policy. The report's query holds the number that was used.
   */
  abandoned?: number;
  /** The host's policy of reminders: a need is abandoned by the same clock here and there. */
  policy?: ReminderPolicy;
  /** Shares of fewer than this are flagged as small: 10. */
  small: number;
  /**
   * Groups with fewer needs or fewer requests than this are shown together as one group `*`, with as many
   * larger ones as it takes for two groups and this number, what is in no group among them: so that what is
   * published tells nothing of a single company. A period alone is no group, nor is the total: who lets others
   * choose the needs refuses a selection that is smaller, as the command line does. 0: every group is shown.
   */
  least?: number;
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
  on: DayInput;
  /** The first day of deposit. */
  from?: DayInput | null | undefined;
  /** The last day of deposit. */
  until?: DayInput | null | undefined;
  /** How to group. */
  by?: Dimension | null | undefined;
  /** How to cut time; with `by`, each group in each period. */
  period?: Period | null | undefined;
  /** Only these themes. */
  themes?: readonly string[] | null | undefined;
  /** Only these subjects. */
  subjects?: readonly string[] | null | undefined;
  /** Only needs that one of these institutions got, and what became of them there. */
  institutions?: readonly string[] | null | undefined;
  /** Only needs that one of these antennes got, and what became of them there. */
  antennes?: readonly string[] | null | undefined;
  /**
   * Only needs in one of these zones, such as `departement:59`; they are also the territory over which equity
   * is measured.
   */
  zones?: readonly string[] | null | undefined;
  /** Only needs that one of these advisers follows. */
  advisers?: readonly string[] | null | undefined;
  /** Only needs from these campaigns or sites. */
  origins?: readonly string[] | null | undefined;
  /**
   * After how many days of silence a need is abandoned, where that is another number here than that of the
   * policy. The report's query holds the number that was used.
   */
  abandoned?: number | null | undefined;
  /** The host's policy of reminders: a need is abandoned by the same clock here and there. */
  policy?: ReminderPolicyInput | null | undefined;
  /** Shares of fewer than this are flagged as small: 10. */
  small?: number | null | undefined;
  /**
   * Groups with fewer needs or fewer requests than this are shown together as one group `*`, with as many
   * larger ones as it takes for two groups and this number, what is in no group among them: so that what is
   * published tells nothing of a single company. A period alone is no group, nor is the total: who lets others
   * choose the needs refuses a selection that is smaller, as the command line does. 0: every group is shown.
   */
  least?: number | null | undefined;
}

/** What was done for companies, in figures, without naming any of them. */
export interface ImpactReport {
  /** What was asked. */
  query: ImpactQuery;
  /** The figures of everything together. */
  total: Figures;
  /**
   * The figures of each group in each period: groups by their number of needs, periods in order. Empty where
   * neither was asked for. Months without a need are there, with noughts.
   */
  rows: ImpactRow[];
  /**
   * Whether the needs of the rows add up to the total: not by institution, antenne and expert, since a need is
   * sent to several. Referrals and their refusals add up always; companies and medians never do.
   */
  addsUp: boolean;
  /** How evenly needs reach territories and institutions. */
  equity: Equity;
  /** What was left out or is doubtful, and why. */
  faults: ImpactFault[];
}

/** What was done for companies, in figures, without naming any of them. */
export interface ImpactReportInput {
  /** What was asked. */
  query: ImpactQueryInput;
  /** The figures of everything together. */
  total: FiguresInput;
  /**
   * The figures of each group in each period: groups by their number of needs, periods in order. Empty where
   * neither was asked for. Months without a need are there, with noughts.
   */
  rows: readonly ImpactRowInput[];
  /**
   * Whether the needs of the rows add up to the total: not by institution, antenne and expert, since a need is
   * sent to several. Referrals and their refusals add up always; companies and medians never do.
   */
  addsUp: boolean;
  /** How evenly needs reach territories and institutions. */
  equity: EquityInput;
  /** What was left out or is doubtful, and why. */
  faults: readonly ImpactFaultInput[];
}

/** The figures of one group in one period. */
export interface ImpactRow {
  /**
   * The id of the group (a zone such as `departement:59`); nothing for the needs that have none, or without
   * groups.
   */
  group?: string;
  /** What users read. */
  label: string;
  /** The period: `2026-11`, `2026-T4`, `2026`. */
  period?: string;
  /** The people who live in the zone that the group is. */
  population?: number;
  /** The figures. */
  figures: Figures;
}

/** The figures of one group in one period. */
export interface ImpactRowInput {
  /**
   * The id of the group (a zone such as `departement:59`); nothing for the needs that have none, or without
   * groups.
   */
  group?: string | null | undefined;
  /** What users read. */
  label: string;
  /** The period: `2026-11`, `2026-T4`, `2026`. */
  period?: string | null | undefined;
  /** The people who live in the zone that the group is. */
  population?: number | null | undefined;
  /** The figures. */
  figures: FiguresInput;
}

/**
 * What companies said of their needs, as far as they were asked and have answered by the day of looking. A
 * need has one survey. It counts for the receivers who helped; one of a need that nobody has helped any more
 * is in the row without a group.
 */
export interface ImpactSurveys {
  /** Surveys that were sent, one for each need: a company with two needs is asked twice. */
  asked: number;
  /** Those that were answered. */
  answered: number;
  /** Those whose company says that it was called back. */
  calledBack: number;
  /** Those whose company found the exchange useful. */
  useful: number;
  /** Those whose company was called back and found it useful. */
  satisfied: number;
  /** `answered` / `asked`. */
  answers: Share;
  /** `satisfied` / `answered`. */
  satisfaction: Share;
  /** What the exchange allowed companies to do, the most frequent first; a company may name several. */
  outcomes: OutcomeCount[];
}

/**
 * What companies said of their needs, as far as they were asked and have answered by the day of looking. A
 * need has one survey. It counts for the receivers who helped; one of a need that nobody has helped any more
 * is in the row without a group.
 */
export interface ImpactSurveysInput {
  /** Surveys that were sent, one for each need: a company with two needs is asked twice. */
  asked: number;
  /** Those that were answered. */
  answered: number;
  /** Those whose company says that it was called back. */
  calledBack: number;
  /** Those whose company found the exchange useful. */
  useful: number;
  /** Those whose company was called back and found it useful. */
  satisfied: number;
  /** `answered` / `asked`. */
  answers: ShareInput;
  /** `satisfied` / `answered`. */
  satisfaction: ShareInput;
  /** What the exchange allowed companies to do, the most frequent first; a company may name several. */
  outcomes: readonly OutcomeCountInput[];
}

/** A table: named columns, each with a cell a row. */
export interface ImpactTable {
  /** The columns, all of the same length. */
  columns: ImpactColumn[];
}

/** How many companies an exchange allowed to do something. */
export interface OutcomeCount {
  /** What. */
  outcome: SurveyOutcome;
  /** What users read, in French. */
  label: string;
  /** How many. */
  count: number;
}

/** How many companies an exchange allowed to do something. */
export interface OutcomeCountInput {
  /** What. */
  outcome: SurveyOutcome;
  /** What users read, in French. */
  label: string;
  /** How many. */
  count: number;
}

/** How often a reason was given for refusing. */
export interface ReasonCount {
  /** The reason; nothing where none was given. */
  reason?: RefusalReason;
  /** What users read, in French. */
  label: string;
  /** How many refusals. */
  count: number;
}

/** How often a reason was given for refusing. */
export interface ReasonCountInput {
  /** The reason; nothing where none was given. */
  reason?: RefusalReason | null | undefined;
  /** What users read, in French. */
  label: string;
  /** How many refusals. */
  count: number;
}

/**
 * Referrals by where they stand. A referral that was given to another expert counts once for each who had it.
 * `sent` is the sum of the others.
 */
export interface ReferralCounts {
  /** All of them. */
  sent: number;
  /** Waiting for an answer, or expired without one. */
  waiting: number;
  /** Taken in charge. */
  takenInCharge: number;
  /** Closed with help. */
  done: number;
  /** Closed, there was no help. */
  doneNoHelp: number;
  /** Closed, the company could not be reached. */
  doneNotReachable: number;
  /** Refused. */
  refused: number;
  /** Closed because a colleague of the network took the need: in no rate. */
  takenBySibling: number;
  /** Given to another expert before any refusal: in no rate. */
  withdrawn: number;
}

/**
 * Referrals by where they stand. A referral that was given to another expert counts once for each who had it.
 * `sent` is the sum of the others.
 */
export interface ReferralCountsInput {
  /** All of them. */
  sent: number;
  /** Waiting for an answer, or expired without one. */
  waiting: number;
  /** Taken in charge. */
  takenInCharge: number;
  /** Closed with help. */
  done: number;
  /** Closed, there was no help. */
  doneNoHelp: number;
  /** Closed, the company could not be reached. */
  doneNotReachable: number;
  /** Refused. */
  refused: number;
  /** Closed because a colleague of the network took the need: in no rate. */
  takenBySibling: number;
  /** Given to another expert before any refusal: in no rate. */
  withdrawn: number;
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
  needs: TrackedNeed[];
  /** The line on which each of them begins. */
  needLines: number[];
  /** The referrals. */
  referrals: Referral[];
  /** The line on which each of them stands. */
  referralLines: number[];
  /** Rows that are left out, or that contradict others, with their lines. */
  faults: ImpactFault[];
}

/**
 * What became of requests, from their deposit on: `deposited` = `to_read` + `held` + `transmitted` + `closed`.
 *
 * A request is of one subject, commune, origin and day; who gets its needs is nothing of its own, so that by
 * institution, antenne, expert and adviser all requests are in the row without a group. They add up in every
 * report.
 */
export interface RequestFigures {
  /** Requests that companies deposited. */
  deposited: number;
  /** Open: nobody has read them. */
  toRead: number;
  /** Open: held for an adviser. */
  held: number;
  /** Those that became needs. */
  transmitted: number;
  /** Those that go no further. */
  closed: number;
  /** Closed ones by reason, the most frequent first; they add up to `closed`. */
  closures: ClosureCount[];
  /** `transmitted` / `deposited`. */
  transmittedShare: Share;
  /**
   * Transmitted within 72 hours of the deposit / transmitted, and those that have waited for longer. By
   * instants where both are known, else in fewer than 3 whole days.
   */
  transmittedInTime: Share;
  /** Requests whose subject was changed after the company chose it / those of which it chose one. */
  requalified: Share;
}

/**
 * What became of requests, from their deposit on: `deposited` = `to_read` + `held` + `transmitted` + `closed`.
 *
 * A request is of one subject, commune, origin and day; who gets its needs is nothing of its own, so that by
 * institution, antenne, expert and adviser all requests are in the row without a group. They add up in every
 * report.
 */
export interface RequestFiguresInput {
  /** Requests that companies deposited. */
  deposited: number;
  /** Open: nobody has read them. */
  toRead: number;
  /** Open: held for an adviser. */
  held: number;
  /** Those that became needs. */
  transmitted: number;
  /** Those that go no further. */
  closed: number;
  /** Closed ones by reason, the most frequent first; they add up to `closed`. */
  closures: readonly ClosureCountInput[];
  /** `transmitted` / `deposited`. */
  transmittedShare: ShareInput;
  /**
   * Transmitted within 72 hours of the deposit / transmitted, and those that have waited for longer. By
   * instants where both are known, else in fewer than 3 whole days.
   */
  transmittedInTime: ShareInput;
  /** Requests whose subject was changed after the company chose it / those of which it chose one. */
  requalified: ShareInput;
}

/**
 * The requests of a file of events, a row an event.
 *
 * Columns may stand in any order, and those that are not needed may be missing. `needs` holds ids with a bar
 * between them.
 */
export interface RequestFile {
  /** The events that count, in the order of the file. */
  events: RequestEvent[];
  /** What they make. */
  requests: TrackedRequest[];
  /** Rows that could not be read, and events that cannot have happened, with their lines. */
  faults: ImpactFault[];
}

/** A part of a whole, with both, so that nobody has to guess what a percentage is of. */
export interface Share {
  /** The part. */
  count: number;
  /** The whole. */
  of: number;
  /** One by the other, from 0 to 1; nothing where the whole is 0. */
  value?: number;
  /** Whether the whole is too small for the value to mean much. */
  small: boolean;
}

/** A part of a whole, with both, so that nobody has to guess what a percentage is of. */
export interface ShareInput {
  /** The part. */
  count: number;
  /** The whole. */
  of: number;
  /** One by the other, from 0 to 1; nothing where the whole is 0. */
  value?: number | null | undefined;
  /** Whether the whole is too small for the value to mean much. */
  small: boolean;
}

/**
 * The surveys of a file of events, a row an event.
 *
 * Columns may stand in any order, and those that are not needed may be missing. `called_back` and `useful` say
 * yes or no (`oui`, `non`), `outcomes` holds words with a bar between them.
 */
export interface SurveyFile {
  /** The events that count, in the order of the file. */
  events: SurveyEvent[];
  /** What they make. */
  surveys: Survey[];
  /** Rows that could not be read, and events that cannot have happened, with their lines. */
  faults: ImpactFault[];
}

/** What a territory got. */
export interface TerritoryEquity {
  /** Such as `departement:59`. */
  zone: string;
  /** Its name. */
  label: string;
  /** The people who live there. */
  population: number;
  /** Needs deposited. */
  needs: number;
  /** Needs helped. */
  helped: number;
  /** Needs deposited for a thousand inhabitants; nothing where nobody lives. */
  needsPerThousand?: number;
  /** Needs helped for a thousand inhabitants. */
  helpedPerThousand?: number;
}

/** What a territory got. */
export interface TerritoryEquityInput {
  /** Such as `departement:59`. */
  zone: string;
  /** Its name. */
  label: string;
  /** The people who live there. */
  population: number;
  /** Needs deposited. */
  needs: number;
  /** Needs helped. */
  helped: number;
  /** Needs deposited for a thousand inhabitants; nothing where nobody lives. */
  needsPerThousand?: number | null | undefined;
  /** Needs helped for a thousand inhabitants. */
  helpedPerThousand?: number | null | undefined;
}
