/**
 * Routes a small company's need to the public experts who can help.
 *
 * @packageDocumentation
 */

import './platform';

export { may, permissionRules } from './access';
export type { DirectoryChanges } from './changes';
export { Company, findingMessage, needWithCompany } from './company';
export type { CompanyOptions, CompletedNeed } from './company';
export type { SubjectCoverage } from './coverage';
export type { Coverage, CoverageOptions, CoverageQuery } from './coverage';
export { anonymiseRequest, applyRequestEvent, checkRequest, foldRequests, requestFate } from './deposit';
export type { DemandOptions } from './demand';
export { Directory } from './directory';
export type { ImportOptions, ReadOptions, Sheet } from './directory';
export { AiguillageError, CompanyError, DirectoryError, GeographyError, NeedError, ReferralError, SnapshotError } from './errors';
export type { ErrorDetails } from './errors';
export type { ExpertVerdict, Explanation } from './explanation';
export type * from './generated/access';
export type * from './generated/codes';
export type { CompanyInput, CompanyOpco, FactSource, Finding, FindingCode, OpcoCertainty, Register, Siren } from './generated/companies';
export type * from './generated/comparing';
export type * from './generated/coverage';
export type * from './generated/days';
export type * from './generated/deposits';
export type * from './generated/demand';
export type * from './generated/directory';
export type * from './generated/explaining';
export type * from './generated/follow-up';
export type * from './generated/geography';
export type * from './generated/impact';
export type { Labels } from './generated/labels';
export type {
  HeadcountBand,
  LegalForm,
  MatchOptions,
  NafaCode,
  NafCode,
  NeedField,
  NeedInput,
  Siret,
  ZoneOwner,
} from './generated/matching';
export type * from './generated/messages';
export type * from './generated/nomenclatures';
export type * from './generated/notifications';
export type * from './generated/reminders';
export type * from './generated/surveys';
export type * from './generated/transfers';
export type * from './generated/waves';
export type { LocateRequest as PlaceQuery } from './generated/requests';
export { Geography } from './geography';
export { compareImpact, impact, impactCsv, impactTable, impactWorkbook, previousImpactQuery, readReferralsCsv, readRequestsCsv, readSurveysCsv } from './impact';
export type { ImpactFacts, ImpactOptions } from './impact';
export { labels } from './labels';
export { BatchResults, Match, Matches } from './matches';
export type { MatchIds } from './matches';
export type { CompanyProfile, Need } from './need';
export { diagnosticCode, diagnosticMessage, naf, opcoOfAgreements } from './nomenclatures';
export { renderNotification, Templates } from './notifications';
export type { Abortable } from './promises';
export {
  anonymise,
  anonymiseReferral,
  applyEvent,
  checkReferral,
  classifyRequest,
  comeBacksDue,
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
export type { MoveOptions, ReminderOptions } from './referral';
export { Router } from './router';
export type { BatchOptions, LoadOptions } from './router';
export { answerSurvey, askSurvey, foldSurveys, surveysDue } from './surveys';
export { commentReferral, recipientRules, recipients, transferAllReferrals, transferReferral } from './transfers';
export { nextWave } from './waves';
export type { WaveOptions } from './waves';
export { VERSION as version } from '../native';
