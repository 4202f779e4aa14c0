/**
 * Routes a small company's need to the public experts who can help.
 *
 * @packageDocumentation
 */

export type * from './codes';
export type { AntenneInput, DirectoryChanges, ExpertInput, InstitutionInput } from './changes';
export type { Change, ChangeCount, Comparison, Difference, Refusal } from './comparison';
export type { Area, Coverage, CoverageOptions, CoverageQuery, Overlap, SubjectCoverage, ZoneSummary } from './coverage';
export { Directory } from './directory';
export type { ImportOptions, ReadOptions, Sheet } from './directory';
export { AiguillageError, DirectoryError, GeographyError, NeedError, ReferralError, SnapshotError } from './errors';
export type { ErrorDetails } from './errors';
export type { ExpertVerdict, Explanation, FunnelStep, MissingFact, NearMiss, RuleVerdict } from './explanation';
export { Geography } from './geography';
export { compareImpact, impact, impactCsv, impactTable, readReferralsCsv } from './impact';
export type {
  Dimension,
  Equity,
  Figures,
  Funnel,
  ImpactChange,
  ImpactColumn,
  ImpactFault,
  ImpactOptions,
  ImpactQuery,
  ImpactReport,
  ImpactRow,
  ImpactTable,
  Period,
  ReasonCount,
  ReferralCounts,
  ReferralFile,
  Share,
  Territory,
} from './impact';
export type * from './intake';
export { labels } from './labels';
export type { Labels } from './labels';
export { BatchResults, Match, Matches } from './matches';
export type { MatchIds } from './matches';
export type { Company, DayInput, MatchOptions, Need } from './need';
export { renderNotification, Templates } from './notifications';
export type { ExpertCard, Message, NotificationData, NotificationKind, TemplateOverride } from './notifications';
export type { Abortable } from './promises';
export type * from './records';
export {
  anonymise,
  applyEvent,
  checkReferral,
  classifyRequest,
  dueForAnonymisation,
  foldEvents,
  moveReferral,
  needReminder,
  needStatus,
  nextStates,
  reassignReferral,
  reminders,
  sendReferral,
} from './referral';
export type * from './referral';
export { Router } from './router';
export type { BatchOptions, LoadOptions } from './router';
export { VERSION as version } from '../native';
