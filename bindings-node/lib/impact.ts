// Impact: what was done for companies, in figures, from needs and referrals alone.

import { impactWorkbook as nativeImpactWorkbook } from '../native';
import * as check from './arguments';
import { call, jsonOf, later } from './boundary';
import { type Directory, nativeDirectoryIfAny } from './directory';
import { attempt } from './errors';
import type { TrackedRequestInput } from './generated/deposits';
import type { ReferralInput, TrackedNeedInput } from './generated/follow-up';
import type {
  ImpactChange,
  ImpactQuery,
  ImpactQueryInput,
  ImpactReport,
  ImpactReportInput,
  ImpactTable,
  ReferralFile,
  RequestFile,
  SurveyFile,
} from './generated/impact';
import type { SurveyInput } from './generated/surveys';
import type { Abortable } from './promises';

/** What is known besides. */
export interface ImpactOptions extends Abortable {
  /** Where names, themes, offices and territories come from. */
  directory?: Directory | null | undefined;
}

/** What a report is made of besides needs and referrals. */
export interface ImpactFacts extends ImpactOptions {
  /**
   * The requests from which needs came, or did not, as they stood on the day of looking: for a past day, as
   * `foldRequests(events, on)` makes them.
   */
  requests?: readonly TrackedRequestInput[] | null | undefined;
  /** What companies were asked about needs, and answered. */
  surveys?: readonly SurveyInput[] | null | undefined;
}

/**
 * What was done for companies, off the event loop. Needs, referrals, requests and surveys that cannot be true
 * (dates, states, codes) are told in `faults`; a query that makes no sense, and what is no such record at all
 * (a field of another type), reject with a `ReferralError`.
 */
export async function impact(
  needs: readonly TrackedNeedInput[],
  referrals: readonly ReferralInput[],
  query: ImpactQueryInput,
  options?: ImpactFacts | null,
): Promise<ImpactReport> {
  const { directory, signal, requests, surveys } = check.options(options, ['directory', 'signal', 'requests', 'surveys']);
  return later('impact', { needs, referrals, requests, surveys, query }, { on: nativeDirectoryIfAny(directory), signal });
}

/** The report as one flat table, a row a group and period. */
export function impactTable(report: ImpactReportInput): ImpactTable {
  return call('impact_table', { report });
}

/** The same as the text of a CSV file, for spreadsheets. */
export function impactCsv(report: ImpactReportInput): string {
  return call('impact_csv', { report });
}

/**
 * The report as the bytes of an `.xlsx` file in French: a reading guide, the whole, and the rows; with the report of
 * the period before (`previousImpactQuery`) beside each figure.
 */
export function impactWorkbook(report: ImpactReportInput, before?: ImpactReportInput | null): Uint8Array {
  const json = (of: ImpactReportInput): string => jsonOf(of, 'ImpactReport', 'referral');
  return attempt(() => nativeImpactWorkbook(json(report), before == null ? undefined : json(before)));
}

/** How the figures changed from one report to another. */
export function compareImpact(before: ImpactReportInput, after: ImpactReportInput): ImpactChange[] {
  return call('compare_impact', { before, after });
}

/** The same query for the period before, of the same length; `undefined` where it has no beginning or end. */
export function previousImpactQuery(query: ImpactQueryInput): ImpactQuery | undefined {
  return call('previous_impact_query', { query });
}

/** Reads needs and referrals from the text of a CSV file with a row a referral, off the event loop. */
export async function readReferralsCsv(
  text: string,
  options?: (ImpactOptions & { name?: string | undefined }) | null,
): Promise<ReferralFile> {
  const { directory, signal, name } = check.options(options, ['directory', 'signal', 'name']);
  const request = { text: check.text(text, 'text'), name };
  return later('read_referrals_csv', request, { on: nativeDirectoryIfAny(directory), signal });
}

/** Reads requests from the text of a CSV file with a row an event, off the event loop. */
export async function readRequestsCsv(
  text: string,
  options?: (Abortable & { name?: string | undefined }) | null,
): Promise<RequestFile> {
  const { signal, name } = check.options(options, ['signal', 'name']);
  return later('read_requests_csv', { text: check.text(text, 'text'), name }, { signal });
}

/** Reads surveys from the text of a CSV file with a row an event, off the event loop. */
export async function readSurveysCsv(
  text: string,
  options?: (Abortable & { name?: string | undefined }) | null,
): Promise<SurveyFile> {
  const { signal, name } = check.options(options, ['signal', 'name']);
  return later('read_surveys_csv', { text: check.text(text, 'text'), name }, { signal });
}
