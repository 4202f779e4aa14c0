// Impact: what was done for companies, in figures, from needs and referrals alone.

import * as check from './arguments';
import type { Day, Zone } from './codes';
import { call, later } from './core';
import type { Directory } from './directory';
import type { DayInput } from './need';
import type { Abortable } from './promises';
import type { RefusalReason, Referral, ReferralInput, TrackedNeed, TrackedNeedInput } from './referral';

/** By what figures are grouped. */
export type Dimension =
  | 'theme'
  | 'subject'
  | 'institution'
  | 'antenne'
  | 'commune'
  | 'ept'
  | 'epci'
  | 'departement'
  | 'region'
  | 'adviser'
  | 'origin';

/** The length of periods. */
export type Period = 'month' | 'quarter' | 'year';

/** What to report, and on what needs. An empty list lets everything through. */
export interface ImpactQuery<D = DayInput> {
  /** The day of looking: what is still open and what is abandoned is seen from here. */
  on: D;
  /** The first day of deposit. */
  from?: D | null | undefined;
  /** The last day of deposit. */
  until?: D | null | undefined;
  /** How to group. */
  by?: Dimension | null | undefined;
  /** How to cut time; with `by`, each group in each period. */
  period?: Period | null | undefined;
  themes?: readonly string[] | null | undefined;
  subjects?: readonly string[] | null | undefined;
  /** Only needs that one of these institutions got, and what became of them there. */
  institutions?: readonly string[] | null | undefined;
  /** Only needs that one of these antennes got, and what became of them there. */
  antennes?: readonly string[] | null | undefined;
  /** Only needs in one of these zones, over which equity is measured too. */
  zones?: readonly Zone[] | null | undefined;
  advisers?: readonly string[] | null | undefined;
  origins?: readonly string[] | null | undefined;
  /** After how many days of silence a need is abandoned: 45. */
  abandoned?: number | null | undefined;
  /** Shares of fewer than this are flagged as small: 10. */
  small?: number | null | undefined;
}

/** A part of a whole, with both, so that nobody has to guess what a percentage is of. */
export interface Share {
  count: number;
  of: number;
  /** One by the other, from 0 to 1; not there where the whole is 0. */
  value?: number;
  /** Whether the whole is too small for the value to mean much. */
  small: boolean;
}

/**
 * What became of needs, in which everything is counted once: `deposited` = `nobodyFound` + `notSent` +
 * `matched`; `matched` = `waiting` + `abandoned` + `answered`; `answered` = `pending` + `expired` +
 * `refused` + `unreachable` + `inProgress` + `exchanged`; `exchanged` = `noHelp` + `helped`.
 */
export interface Funnel {
  deposited: number;
  /** Lost: no expert was found, and none was chosen by hand. */
  nobodyFound: number;
  notSent: number;
  /** Needs that were sent to at least one expert. */
  matched: number;
  waiting: number;
  /** Lost: nobody has answered for `abandoned` days or more. */
  abandoned: number;
  /** Needs on which at least one expert took position, refusals included. */
  answered: number;
  pending: number;
  /** Lost: some have refused, and the others have let `abandoned` days pass. */
  expired: number;
  refused: number;
  unreachable: number;
  inProgress: number;
  /** Needs on which an expert and the company have spoken. */
  exchanged: number;
  noHelp: number;
  helped: number;
}

/** Referrals by where they stand. `sent` is the sum of the others. */
export interface ReferralCounts {
  sent: number;
  waiting: number;
  takenInCharge: number;
  done: number;
  doneNoHelp: number;
  doneNotReachable: number;
  refused: number;
  /** In no rate. */
  takenBySibling: number;
  /** Given to another expert before any refusal: in no rate. */
  withdrawn: number;
}

/** How often a reason was given for refusing. */
export interface ReasonCount {
  /** Not there where none was given. */
  reason?: RefusalReason;
  /** It in French. */
  label: string;
  count: number;
}

/** Figures of some needs and of their referrals. */
export interface Figures {
  funnel: Funnel;
  referrals: ReferralCounts;
  /** Refusals by reason, the most frequent first. */
  refusals: ReasonCount[];
  /** Companies that deposited them, each once. */
  companies: number;
  companiesHelped: number;
  /** Needs that do not say which company. */
  withoutCompany: number;
  /** Of deposited. */
  matched: Share;
  /** Of matched. */
  answered: Share;
  /** Of matched. */
  exchanged: Share;
  /** Of matched. */
  helped: Share;
  helpedOfDeposited: Share;
  /** Needs that nobody covers, of deposited. */
  nobodyFound: Share;
  /** Needs that ever went so long without any answer, even if one came later, of matched. */
  abandoned: Share;
  /** Needs whose subject was changed, of deposited. */
  requalified: Share;
  /** Of helped needs for which that is known. */
  newCompanies: Share;
  /** Referrals that left `waiting`, of those sent. */
  positioning: Share;
  /** Referrals taken in charge, of the same. */
  taken: Share;
  /** Referrals refused, of the same. */
  refusal: Share;
  /** Of needs of which a referral was taken in charge. */
  takenWithin3Days: Share;
  takenWithin5Days: Share;
  /** Of needs with an exchange. */
  exchangedWithin3Days: Share;
  exchangedWithin5Days: Share;
  medianDaysToAnswer?: number;
  medianDaysToTake?: number;
  medianDaysToClose?: number;
}

/** The figures of one group in one period. */
export interface ImpactRow {
  /** The id of the group (a zone such as `departement:59`); not there for needs that have none, or without groups. */
  group?: string;
  /** What users read. */
  label: string;
  /** `2026-11`, `2026-T4` or `2026`. */
  period?: string;
  /** The people who live in the zone that the group is. */
  population?: number;
  figures: Figures;
}

/** What a territory got. */
export interface Territory {
  zone: Zone;
  label: string;
  population: number;
  needs: number;
  helped: number;
  needsPerThousand?: number;
  helpedPerThousand?: number;
}

/** How evenly needs reach territories and institutions. The Gini index goes from 0 (evenly) to 1. */
export interface Equity {
  /** What the territories are. */
  by?: Dimension;
  territories: Territory[];
  territoriesGini?: number;
  helpedGini?: number;
  institutions: number;
  institutionsGini?: number;
  nobodyFound: Share;
}

/** Something that could not be counted, or only without some of its facts. */
export interface ImpactFault {
  line?: number;
  need?: string;
  referral?: string;
  code: string;
  field?: string;
  message: string;
  /** Whether it was left out of every figure. */
  leftOut: boolean;
}

/** What was done for companies, in figures, without naming any of them. */
export interface ImpactReport {
  query: ImpactQuery<Day>;
  /** The figures of everything together. */
  total: Figures;
  /** Those of each group in each period; empty where neither was asked for. */
  rows: ImpactRow[];
  /** Whether the needs of the rows add up to the total: not by institution and antenne. */
  addsUp: boolean;
  equity: Equity;
  /** What was left out or is doubtful, and why. */
  faults: ImpactFault[];
}

/** A column of the flat table: exactly one of the lists holds its cells. */
export interface ImpactColumn {
  name: string;
  /** What users read, in French. */
  label: string;
  kind: 'text' | 'count' | 'number';
  texts?: (string | null)[];
  counts?: (number | null)[];
  numbers?: (number | null)[];
}

/** The report as one flat table. */
export interface ImpactTable {
  columns: ImpactColumn[];
}

/** How a figure changed from one report to another. */
export interface ImpactChange {
  /** Not there for the total. */
  group?: string;
  label: string;
  /** The name of the figure, as a column of `impactTable`. */
  figure: string;
  before?: number;
  after?: number;
  difference?: number;
  /** Whether one of the two is a share of too few to mean much. */
  small: boolean;
}

/** Needs and referrals of one file. */
export interface ReferralFile {
  needs: TrackedNeed[];
  referrals: Referral[];
  faults: ImpactFault[];
}

/** What is known besides. */
export interface ImpactOptions extends Abortable {
  /** Where names, themes, offices and territories come from. */
  directory?: Directory | null | undefined;
}

/**
 * What was done for companies, off the event loop. Faulty needs and referrals are told in `faults`;
 * only a query that makes no sense rejects, with a `ReferralError`.
 */
export async function impact(
  needs: readonly TrackedNeedInput[],
  referrals: readonly ReferralInput[],
  query: ImpactQuery,
  options?: ImpactOptions | null,
): Promise<ImpactReport> {
  const { directory, signal } = check.options(options, ['directory', 'signal']);
  return later('impact', { needs, referrals, query }, directory, { signal });
}

/** The report as one flat table, a row a group and period. */
export function impactTable(report: ImpactReport): ImpactTable {
  return call('impact_table', { report });
}

/** The same as the text of a CSV file, for spreadsheets. */
export function impactCsv(report: ImpactReport): string {
  return call('impact_csv', { report });
}

/** How the figures changed from one report to another. */
export function compareImpact(before: ImpactReport, after: ImpactReport): ImpactChange[] {
  return call('compare_impact', { before, after });
}

/** Reads needs and referrals from the text of a CSV file with a row a referral, off the event loop. */
export async function readReferralsCsv(
  text: string,
  options?: (ImpactOptions & { name?: string | undefined }) | null,
): Promise<ReferralFile> {
  const { directory, signal, name } = check.options(options, ['directory', 'signal', 'name']);
  return later('read_referrals_csv', { text: check.text(text, 'text'), name }, directory, { signal });
}
