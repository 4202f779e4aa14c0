/**
 * Routes a small company's need to the public experts who can help.
 *
 * @packageDocumentation
 */

export type * from './codes';
export type { Change, ChangeCount, Comparison, Difference, Refusal } from './comparison';
export type { Area, Coverage, CoverageOptions, CoverageQuery, Overlap, SubjectCoverage, ZoneSummary } from './coverage';
export { Directory } from './directory';
export type { ImportOptions, ReadOptions, Sheet } from './directory';
export { AiguillageError, DirectoryError, GeographyError, NeedError, SnapshotError } from './errors';
export type { ErrorDetails } from './errors';
export type { ExpertVerdict, Explanation, FunnelStep, MissingFact, NearMiss, RuleVerdict } from './explanation';
export { Geography } from './geography';
export { BatchResults, Match, Matches } from './matches';
export type { MatchIds } from './matches';
export type { Company, DayInput, MatchOptions, Need } from './need';
export type { Abortable } from './promises';
export type * from './records';
export { Router } from './router';
export type { BatchOptions, LoadOptions } from './router';
export { VERSION as version } from '../native';
