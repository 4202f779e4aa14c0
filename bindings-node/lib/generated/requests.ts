// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Zone, ZoneKind } from './geography';
import type { Idcc, Language, RecordList, SheetKind } from './directory';
import type { MatchOptions, NeedInput, Siret } from './matching';
import type { Offsets } from './messages';
import type { CompanyInput, FindingInput } from './companies';
import type { Move, Reassignment, ReferralEventInput, ReferralInput, ReferralState, RequestInput, RequestPolicyInput, RetentionPolicyInput, Sending, TrackedNeedInput } from './follow-up';
import type { RequestEventInput, RequestState, TrackedRequestInput } from './deposits';
import type { Comment, Departure, Transfer } from './transfers';
import type { ComeBackPolicyInput, ExpertAbsence, ReminderPolicyInput, Suspension } from './reminders';
import type { CandidatesInput, WavePolicyInput } from './waves';
import type { Action, Actor } from './access';
import type { SurveyAnswer, SurveyEventInput, SurveyInput, SurveyPolicyInput } from './surveys';
import type { DemandQuery } from './demand';
import type { ImpactQueryInput, ImpactReportInput } from './impact';
import type { NotificationData, NotificationKind, TemplateOverride } from './notifications';
import type { DayInput } from './days';

/** Collective agreements whose OPCO are asked for. */
export interface AgreementsRequest {
  /** The agreements that a facility applies. */
  idcc: readonly Idcc[];
}

/** A need of which only what statistics may keep is to stay. */
export interface AnonymiseRequest {
  /** The need. */
  need: TrackedNeedInput;
  /** The day. */
  on: DayInput;
}

/** What a company answers. */
export interface AnswerSurveyRequest {
  /** The surveys, that of the need among them. */
  surveys: readonly SurveyInput[];
  /** The answer. */
  answer: SurveyAnswer;
}

/** A referral and one more event. */
export interface ApplyRequest {
  /** The referral. */
  referral: ReferralInput;
  /** The event. */
  event: ReferralEventInput;
}

/** A request, if there is one yet, and one more event. */
export interface ApplyRequestEventRequest {
  /** The request; none for a deposit. */
  request?: TrackedRequestInput | null | undefined;
  /** The event. */
  event: RequestEventInput;
}

/** A need about which its company is asked. */
export interface AskSurveyRequest {
  /** The surveys that there are already. */
  surveys: readonly SurveyInput[];
  /** The id of the need. */
  need: string;
  /** The day. */
  on: DayInput;
}

/** A need whose candidates are asked for. */
export interface CandidatesRequest {
  /** The need, with the day of the wave as its day. */
  need: NeedInput;
  /** What is wanted of its matches; `load` and `received` say who is full. */
  options?: MatchOptions | null | undefined;
}

/** A request of a company, and those that came before it. */
export interface ClassifyRequest {
  /** The request. */
  request: RequestInput;
  /** Those before it. */
  earlier: readonly RequestInput[];
  /** How far apart requests are the same. */
  policy?: RequestPolicyInput | null | undefined;
}

/** A code that is looked up. */
export interface CodeRequest {
  /** The code. */
  code: string;
}

/** Needs whose companies may be invited to come back. */
export interface ComeBacksDueRequest {
  /** The needs. */
  needs: readonly TrackedNeedInput[];
  /** Their referrals. */
  referrals: readonly ReferralInput[];
  /** The day. */
  on: DayInput;
  /** After how many months. */
  policy?: ComeBackPolicyInput | null | undefined;
}

/** Something that is said about a referral. */
export interface CommentRequest {
  /** The referrals, it among them. */
  referrals: readonly ReferralInput[];
  /** That somebody says something. */
  comment: Comment;
}

/** What a register answered. */
export interface CompanyAnswerRequest {
  /** The text of the answer, which is JSON. */
  answer: string;
  /** The facility that is asked for; where the answer has one company, it may be left out. */
  siret?: Siret | null | undefined;
}

/** A row of INSEE's stock files. */
export interface CompanyRowRequest {
  /**
   * Its texts by the names of their columns, such as `siret` and `codeCommuneEtablissement`; other columns are
   * passed over.
   */
  row: Readonly<Record<string, string | null | undefined>> | ReadonlyMap<string, string>;
}

/** Two reports that are compared. */
export interface CompareReportsRequest {
  /** The earlier one. */
  before: ImpactReportInput;
  /** The later one. */
  after: ImpactReportInput;
}

/** Needs that are to be routed through both. */
export interface CompareRequest {
  /** The needs. */
  needs: readonly NeedInput[];
}

/** A need that is to be completed by what is known of its company. */
export interface CompleteNeedRequest {
  /** The need. */
  need: NeedInput;
  /** What is known. */
  company: CompanyInput;
}

/** What coverage is asked for. Without any field: every subject on all of France. */
export interface CoverageRequest {
  /**
   * The id of one subject. If it is not given, every subject that is not archived and, of one institution,
   * that it handles.
   */
  subject?: string | null | undefined;
  /** Whether subjects count too that the institution does not handle, where one is given. */
  allSubjects?: boolean | null | undefined;
  /** The reference territory; France if it is empty. */
  zones?: readonly Zone[] | null | undefined;
  /** The id or alias of one institution whose experts count; all if it is not given. */
  institution?: string | null | undefined;
  /** A company: a need without subject and commune. Then activities, OPCO, criteria and answers count too. */
  profile?: NeedInput | null | undefined;
  /** A day. Then experts who are away on it do not count. */
  on?: DayInput | null | undefined;
  /** The kind of zone by which coverage is summed up. */
  by?: ZoneKind | null | undefined;
  /** Whether the answer counts the experts of each commune, besides what it sums up. */
  byCommune?: boolean | null | undefined;
}

/** A day of looking. */
export interface DayRequest {
  /** The day. */
  on: DayInput;
}

/** The needs of which a report is wanted. */
export interface DemandRequest {
  /** The needs. What cannot be read or routed is a fault of the report. */
  needs: readonly NeedInput[];
  /** Their referrals. Where there are some, the report says what was sent, answered and helped. */
  referrals?: readonly ReferralInput[] | null | undefined;
  /** What to report. */
  query?: DemandQuery | null | undefined;
}

/** The code of a finding that is asked about. */
export interface DiagnosticCodeRequest {
  /** The code, such as `unknown_subject`. */
  code: string;
  /** The language of the texts. */
  language?: Language | null | undefined;
}

/** One event. */
export interface EventRequest {
  /** The event. */
  event: ReferralEventInput;
}

/** A need whose experts are to be explained. */
export interface ExplainRequest {
  /** The need. */
  need: NeedInput;
  /** The language of the sentences. */
  language?: Language | null | undefined;
}

/** Which sheet is written. */
export interface ExportRequest {
  /** What it lists. */
  sheet: SheetKind;
}

/** A finding that people are to read. */
export interface FindingRequest {
  /** The finding. */
  finding: FindingInput;
  /** The language in which they read it. */
  language?: Language | null | undefined;
}

/** Events, in whatever order and however often they arrived. */
export interface FoldRequest {
  /** The events. */
  events: readonly ReferralEventInput[];
  /** The day as of which the referrals are wanted; as they stand now if it is not given. */
  on?: DayInput | null | undefined;
}

/** Events of requests, in whatever order and however often they arrived. */
export interface FoldRequestsRequest {
  /** The events. */
  events: readonly RequestEventInput[];
  /** The day as of which the requests are wanted; as they stand now if it is not given. */
  on?: DayInput | null | undefined;
}

/** What happened to surveys, in whatever order and however often it arrived. */
export interface FoldSurveysRequest {
  /** The events. */
  events: readonly SurveyEventInput[];
  /** The day as of which the surveys are wanted; as they stand now if it is not given. */
  on?: DayInput | null | undefined;
}

/** A list whose ids are asked for. */
export interface IdsRequest {
  /** The list. */
  list: RecordList;
}

/** What is to be reported. */
export interface ImpactQueryRequest {
  /** The query. */
  query: ImpactQueryInput;
}

/** The needs and referrals of which a report is wanted. */
export interface ImpactRequest {
  /** The needs. What cannot be read is a fault of the report. */
  needs: readonly TrackedNeedInput[];
  /** Their referrals. What cannot be read is a fault of the report. */
  referrals: readonly ReferralInput[];
  /** The requests from which the needs came, or did not. What cannot be read is a fault of the report. */
  requests?: readonly TrackedRequestInput[] | null | undefined;
  /** What companies were asked about needs, and answered. What cannot be read is a fault of the report. */
  surveys?: readonly SurveyInput[] | null | undefined;
  /** What to report. */
  query: ImpactQueryInput;
}

/** Which part of a list is asked for; all of it where nothing is said. */
export interface ListRequest {
  /** From which position on. */
  from?: number | null | undefined;
  /** At most so many. */
  limit?: number | null | undefined;
}

/** A place as people write it: whichever parts there are. What says nothing (`n/a`, `#N/A`) is nothing. */
export interface LocateRequest {
  /** An INSEE code. */
  code?: string | null | undefined;
  /** A postal code, CEDEX codes included. */
  postalCode?: string | null | undefined;
  /** The name of a town, and what the post adds to it: `AMIENS CEDEX 1`, `59160 LOMME`, `PARIS 12`. */
  town?: string | null | undefined;
  /** An address of a line or several; its town is taken, not its street. */
  address?: string | null | undefined;
  /** A département, by its code or name. */
  departement?: string | null | undefined;
}

/** Needs whose experts are asked for. */
export interface MatchBatchRequest {
  /** The needs. */
  needs: readonly NeedInput[];
  /** What is wanted of the matches of each. */
  options?: MatchOptions | null | undefined;
}

/** A need whose experts are asked for. */
export interface MatchRequest {
  /** The need. */
  need: NeedInput;
  /** What is wanted of its matches. */
  options?: MatchOptions | null | undefined;
}

/** Somebody who wants to see or do something. */
export interface MayRequest {
  /** Who. */
  actor: Actor;
  /** What. */
  action: Action;
  /** Of which need. */
  need: TrackedNeedInput;
  /** The referrals of the need. */
  referrals: readonly ReferralInput[];
}

/** A message that is to be looked at. */
export interface MessageRequest {
  /** The message. */
  text: string;
  /** What the caller's language counts when it slices its strings. */
  offsets?: Offsets | null | undefined;
}

/** A referral that moves to another state. */
export interface MoveRequest {
  /** All referrals of its need. */
  referrals: readonly ReferralInput[];
  /** What moves, and where. */
  move: Move;
  /** The ids of institutions of which one expert suffices, besides those that the directory marks. */
  singleTakers?: readonly string[] | null | undefined;
}

/** An activity that is looked up. */
export interface NafRequest {
  /** A code or a level of NAF rév. 2 (`10.71C`, `10.7`, `C`), or of NAF 2025 (`2025:10.71G`). */
  code: string;
}

/** A need that is to be read. */
export interface NeedRequest {
  /** The need. */
  need: NeedInput;
}

/** The states of a need's referrals. */
export interface NeedStatusRequest {
  /** The states. */
  states: readonly ReferralState[];
}

/** A need of which the next wave is asked for. */
export interface NextWaveRequest {
  /** Whom it could go to. */
  candidates: CandidatesInput;
  /** All its referrals. */
  referrals: readonly ReferralInput[];
  /** The day. */
  on: DayInput;
  /** How waves follow each other. */
  policy?: WavePolicyInput | null | undefined;
  /** The language of the sentence. */
  language?: Language | null | undefined;
}

/** Where a directory is: a folder of CSV files or a JSON document. */
export interface PathRequest {
  /** The path. */
  path: string;
}

/** An antenne whose perimeter is asked for. */
export interface PerimeterRequest {
  /** The id of the antenne. */
  antenne: string;
}

/** One request of a company. */
export interface ReadRequestRequest {
  /** The request. */
  request: RequestInput;
}

/** A referral that is given to another expert. */
export interface ReassignRequest {
  /** All referrals of its need. */
  referrals: readonly ReferralInput[];
  /** Who gets it. */
  reassignment: Reassignment;
}

/** An event of which some people are told. */
export interface RecipientsRequest {
  /** The event. */
  event: ReferralEventInput;
  /** Its need. */
  need: TrackedNeedInput;
  /** The referrals of the need, as they stand after the event. */
  referrals: readonly ReferralInput[];
}

/** Which record of a list is asked for: by its id, or by its position in the list. */
export interface RecordRequest {
  /** The id. */
  id?: string | null | undefined;
  /** The position, from 0: what packed matches name records by. */
  position?: number | null | undefined;
}

/** A CSV file of needs and referrals, a row a referral. */
export interface ReferralFileRequest {
  /** What its faults call it. */
  name?: string | null | undefined;
  /** Its text. */
  text: string;
}

/** One referral. */
export interface ReferralRequest {
  /** The referral. */
  referral: ReferralInput;
}

/** Referrals, and a day on which they may call for something. */
export interface RemindersRequest {
  /** The referrals. */
  referrals: readonly ReferralInput[];
  /** The day. */
  on: DayInput;
  /** After how many days. */
  policy?: ReminderPolicyInput | null | undefined;
  /** When experts are away, besides the absences that the directory knows. */
  absences?: readonly ExpertAbsence[] | null | undefined;
  /** The needs that are suspended. */
  suspensions?: readonly Suspension[] | null | undefined;
}

/** A message that is to be rendered. */
export interface RenderRequest {
  /** What it is. */
  kind: NotificationKind;
  /** What it shows. */
  data: NotificationData;
  /** Templates of the host instead of the library's. */
  overrides?: readonly TemplateOverride[] | null | undefined;
}

/** A message that is to be rendered by templates that were compiled before. */
export interface RenderWithRequest {
  /** What it is. */
  kind: NotificationKind;
  /** What it shows. */
  data: NotificationData;
}

/** A report. */
export interface ReportRequest {
  /** The report. */
  report: ImpactReportInput;
}

/** One event of a request. */
export interface RequestEventRequest {
  /** The event. */
  event: RequestEventInput;
}

/** A CSV file of events of requests, a row an event. */
export interface RequestFileRequest {
  /** What its faults call it. */
  name?: string | null | undefined;
  /** Its text. */
  text: string;
}

/** The state of a request. */
export interface RequestStateRequest {
  /** The state. */
  state: RequestState;
}

/** Needs that may be due for anonymisation. */
export interface RetentionRequest {
  /** The needs. */
  needs: readonly TrackedNeedInput[];
  /** Their referrals. */
  referrals: readonly ReferralInput[];
  /** The day. */
  on: DayInput;
  /** How long needs are kept. */
  policy?: RetentionPolicyInput | null | undefined;
}

/** A name of a commune, as people type it. */
export interface SearchRequest {
  /** The name; accents, case, hyphens and "St" are forgiven. */
  name: string;
  /** At most so many communes. */
  limit?: number | null | undefined;
}

/** A need that goes to an expert. */
export interface SendRequest {
  /** The referrals that the need has already. */
  referrals: readonly ReferralInput[];
  /** To whom it goes. */
  sending: Sending;
}

/** The state of a referral. */
export interface StateRequest {
  /** The state. */
  state: ReferralState;
}

/** A message whose subject is asked for. */
export interface SuggestRequest {
  /** The message. */
  text: string;
  /** At most so many subjects. */
  limit?: number | null | undefined;
  /** What the caller's language counts when it slices its strings. */
  offsets?: Offsets | null | undefined;
}

/** One event of a survey. */
export interface SurveyEventRequest {
  /** The event. */
  event: SurveyEventInput;
}

/** A CSV file of events of surveys, a row an event. */
export interface SurveyFileRequest {
  /** What its faults call it. */
  name?: string | null | undefined;
  /** Its text. */
  text: string;
}

/** One survey. */
export interface SurveyRequest {
  /** The survey. */
  survey: SurveyInput;
}

/** Referrals whose companies may be due for a survey. */
export interface SurveysDueRequest {
  /** The referrals. */
  referrals: readonly ReferralInput[];
  /** The surveys that there are already. */
  surveys: readonly SurveyInput[];
  /** The day. */
  on: DayInput;
  /** When companies are asked. */
  policy?: SurveyPolicyInput | null | undefined;
}

/** One need, as far as its follow-up goes. */
export interface TrackedNeedRequest {
  /** The need. */
  need: TrackedNeedInput;
}

/** One request as it stands. */
export interface TrackedRequestRequest {
  /** The request. */
  request: TrackedRequestInput;
}

/** Somebody who leaves. */
export interface TransferAllRequest {
  /** All referrals of the needs that they have. */
  referrals: readonly ReferralInput[];
  /** Who leaves, and who takes over. */
  departure: Departure;
}

/** A referral that another expert takes over. */
export interface TransferRequest {
  /** All referrals of its need. */
  referrals: readonly ReferralInput[];
  /** Who takes it over. */
  transfer: Transfer;
}

/** A kind of zones. */
export interface ZoneKindRequest {
  /** The kind: `commune`, `ept`, `epci`, `departement`, `region` or `france`. */
  kind: string;
}

/** A zone that is looked up. */
export interface ZoneRequest {
  /** The zone, such as `departement:80`. */
  zone: string;
}
