// Generated from the declarations of the core by `make generate`: not to be edited.

import type { Family } from './errors';
import type { Commune, FoundCommune, GeographySource, Location, Zone } from './geography';
import type { Antenne, Diagnostic, DiagnosticCodeTexts, DirectoryDifference, DirectorySummary, DirectoryUpdate, Example, Expert, Institution, Subject, Territory, Theme } from './directory';
import type { MatchAnswer, MatchBatchAnswer, Need } from './matching';
import type { Explanation } from './explaining';
import type { Coverage } from './coverage';
import type { Comparison } from './comparing';
import type { Extract, Screening, Suggestions } from './messages';
import type { Company, CompletedNeed } from './companies';
import type { AgreementOpcos, NafDetails } from './nomenclatures';
import type { Changes, Folded, NeedStatus, Referral, ReferralEvent, ReferralState, Request, RequestPolicy, RequestVerdict, RetentionDue, RetentionPolicy, TrackedNeed } from './follow-up';
import type { FoldedRequests, RequestEvent, RequestFate, TrackedRequest } from './deposits';
import type { DepartureChanges, Recipient, RecipientRule } from './transfers';
import type { ComeBackDue, ComeBackPolicy, NeedReminder, ReminderPolicy, Reminders } from './reminders';
import type { Candidates, Wave, WavePolicy } from './waves';
import type { Permission, PermissionRule } from './access';
import type { FoldedSurveys, Survey, SurveyChanges, SurveyDue, SurveyEvent, SurveyPolicy } from './surveys';
import type { DemandReport } from './demand';
import type { ImpactChange, ImpactQuery, ImpactReport, ImpactTable, ReferralFile, RequestFile, SurveyFile } from './impact';
import type { Message } from './notifications';
import type { WordList } from './words';
import type { AgreementsRequest, AnonymiseRequest, AnswerSurveyRequest, ApplyRequest, ApplyRequestEventRequest, AskSurveyRequest, CandidatesRequest, ClassifyRequest, CodeRequest, ComeBacksDueRequest, CommentRequest, CompanyAnswerRequest, CompanyRowRequest, CompareReportsRequest, CompareRequest, CompleteNeedRequest, CoverageRequest, DayRequest, DemandRequest, DiagnosticCodeRequest, EventRequest, ExplainRequest, ExportRequest, FindingRequest, FoldRequest, FoldRequestsRequest, FoldSurveysRequest, IdsRequest, ImpactQueryRequest, ImpactRequest, ListRequest, LocateRequest, MatchBatchRequest, MatchRequest, MayRequest, MessageRequest, MoveRequest, NafRequest, NeedRequest, NeedStatusRequest, NextWaveRequest, PathRequest, PerimeterRequest, ReadRequestRequest, ReassignRequest, RecipientsRequest, RecordRequest, ReferralFileRequest, ReferralRequest, RemindersRequest, RenderRequest, RenderWithRequest, ReportRequest, RequestEventRequest, RequestFileRequest, RequestStateRequest, RetentionRequest, SearchRequest, SendRequest, StateRequest, SuggestRequest, SurveyEventRequest, SurveyFileRequest, SurveyRequest, SurveysDueRequest, TrackedNeedRequest, TrackedRequestRequest, TransferAllRequest, TransferRequest, ZoneKindRequest, ZoneRequest } from './requests';

/** What each call is called on, what it is asked and what it answers. */
export interface Calls {
  /** The need as the library writes it. */
  readonly read_need: {
    readonly on: 'nothing';
    readonly request: NeedRequest;
    readonly answer: Need;
  };
  /** The matches of one need, in order. */
  readonly match: {
    readonly on: 'router';
    readonly request: MatchRequest;
    readonly answer: MatchAnswer;
  };
  /** The matches of many needs, or why a need was refused. */
  readonly match_batch: {
    readonly on: 'router';
    readonly request: MatchBatchRequest;
    readonly answer: MatchBatchAnswer;
  };
  /** Whether a need can be answered, without matching it; it may lack its subject. */
  readonly check_need: {
    readonly on: 'router';
    readonly request: NeedRequest;
    readonly answer: undefined;
  };
  /** Why each competent expert matches the need or does not. */
  readonly explain: {
    readonly on: 'router';
    readonly request: ExplainRequest;
    readonly answer: Explanation;
  };
  /** How many experts reach each commune, where nobody does, and where an institution sends two. */
  readonly coverage: {
    readonly on: 'router';
    readonly request: CoverageRequest;
    readonly answer: Coverage;
  };
  /** The needs whose experts differ between two routers, and why. */
  readonly compare: {
    readonly on: 'routers';
    readonly request: CompareRequest;
    readonly answer: Comparison;
  };
  /** What was asked of each institution, antenne or expert, what stopped it, and what one change would add. */
  readonly demand: {
    readonly on: 'router';
    readonly request: DemandRequest;
    readonly answer: DemandReport;
  };
  /** What a message may be about, the best subject first. */
  readonly suggest_subjects: {
    readonly on: 'router';
    readonly request: SuggestRequest;
    readonly answer: Suggestions;
  };
  /** What an adviser should know of a message before it goes on. */
  readonly screen: {
    readonly on: 'router';
    readonly request: MessageRequest;
    readonly answer: Screening;
  };
  /** The facts that a message gives away, with their places. */
  readonly extract: {
    readonly on: 'router';
    readonly request: MessageRequest;
    readonly answer: Extract;
  };
  /** Everything that is wrong with the directory at a path, or worth a look. */
  readonly check_directory: {
    readonly on: 'nothing';
    readonly request: PathRequest;
    readonly answer: readonly Diagnostic[];
  };
  /** What the code of a finding means, and what to do about it. */
  readonly diagnostic_code: {
    readonly on: 'nothing';
    readonly request: DiagnosticCodeRequest;
    readonly answer: DiagnosticCodeTexts;
  };
  /** What was found while the directory was read. */
  readonly diagnostics: {
    readonly on: 'directory';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: readonly Diagnostic[];
  };
  /** What the directory holds, in numbers. */
  readonly directory_summary: {
    readonly on: 'directory';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: DirectorySummary;
  };
  /** The ids of a list, in the order of its positions. */
  readonly ids: {
    readonly on: 'directory';
    readonly request: IdsRequest;
    readonly answer: readonly string[];
  };
  /** The territory of an id or position. */
  readonly territory: {
    readonly on: 'directory';
    readonly request: RecordRequest;
    readonly answer: Territory | undefined;
  };
  /** The territories: lists of zones that others name. */
  readonly territories: {
    readonly on: 'directory';
    readonly request: ListRequest;
    readonly answer: readonly Territory[];
  };
  /** The theme of an id or position. */
  readonly theme: {
    readonly on: 'directory';
    readonly request: RecordRequest;
    readonly answer: Theme | undefined;
  };
  /** The themes. */
  readonly themes: {
    readonly on: 'directory';
    readonly request: ListRequest;
    readonly answer: readonly Theme[];
  };
  /** The subject of an id or position. */
  readonly subject: {
    readonly on: 'directory';
    readonly request: RecordRequest;
    readonly answer: Subject | undefined;
  };
  /** The subjects, with their questions. */
  readonly subjects: {
    readonly on: 'directory';
    readonly request: ListRequest;
    readonly answer: readonly Subject[];
  };
  /** The institution of an id or position. */
  readonly institution: {
    readonly on: 'directory';
    readonly request: RecordRequest;
    readonly answer: Institution | undefined;
  };
  /** The institutions. */
  readonly institutions: {
    readonly on: 'directory';
    readonly request: ListRequest;
    readonly answer: readonly Institution[];
  };
  /** The antenne of an id or position. */
  readonly antenne: {
    readonly on: 'directory';
    readonly request: RecordRequest;
    readonly answer: Antenne | undefined;
  };
  /** The antennes. */
  readonly antennes: {
    readonly on: 'directory';
    readonly request: ListRequest;
    readonly answer: readonly Antenne[];
  };
  /** The expert of an id or position. */
  readonly expert: {
    readonly on: 'directory';
    readonly request: RecordRequest;
    readonly answer: Expert | undefined;
  };
  /** The experts. */
  readonly experts: {
    readonly on: 'directory';
    readonly request: ListRequest;
    readonly answer: readonly Expert[];
  };
  /** What the import of sheets changed that the directory came from. */
  readonly import_update: {
    readonly on: 'directory';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: DirectoryUpdate | undefined;
  };
  /** The antennes or experts as the sheet that partners fill. */
  readonly export_sheet: {
    readonly on: 'directory';
    readonly request: ExportRequest;
    readonly answer: string;
  };
  /** What differs between two directories, record by record and field by field. */
  readonly diff_directories: {
    readonly on: 'directories';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: DirectoryDifference;
  };
  /** The messages of which the subject is known. */
  readonly examples: {
    readonly on: 'directory';
    readonly request: ListRequest;
    readonly answer: readonly Example[];
  };
  /** The year of the geography's codes, and where they come from. */
  readonly geography: {
    readonly on: 'geography';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: GeographySource;
  };
  /** The commune or municipal arrondissement that has this INSEE code today. */
  readonly commune: {
    readonly on: 'geography';
    readonly request: CodeRequest;
    readonly answer: Commune | undefined;
  };
  /** The current commune of a code of today or of the past. */
  readonly resolve_commune: {
    readonly on: 'geography';
    readonly request: CodeRequest;
    readonly answer: Commune | undefined;
  };
  /** The communes that a postal code serves, the most populous first. */
  readonly communes_by_postal_code: {
    readonly on: 'geography';
    readonly request: CodeRequest;
    readonly answer: readonly Commune[];
  };
  /** The communes whose names are nearest to what was typed, and how each was found. */
  readonly search_communes: {
    readonly on: 'geography';
    readonly request: SearchRequest;
    readonly answer: readonly FoundCommune[];
  };
  /** The commune that is meant by what people wrote, or those that may be. */
  readonly locate: {
    readonly on: 'geography';
    readonly request: LocateRequest;
    readonly answer: Location;
  };
  /** The zones that contain a commune, from narrow to wide. */
  readonly zones_containing: {
    readonly on: 'geography';
    readonly request: CodeRequest;
    readonly answer: readonly Zone[];
  };
  /** The communes of a zone. */
  readonly communes_of: {
    readonly on: 'geography';
    readonly request: ZoneRequest;
    readonly answer: readonly Commune[];
  };
  /** The zones of a kind. */
  readonly zones: {
    readonly on: 'geography';
    readonly request: ZoneKindRequest;
    readonly answer: readonly Zone[];
  };
  /** The name of a zone, where there is such a zone. */
  readonly zone_name: {
    readonly on: 'geography';
    readonly request: ZoneRequest;
    readonly answer: string | undefined;
  };
  /** The people who live in a zone, where there is such a zone. */
  readonly population: {
    readonly on: 'geography';
    readonly request: ZoneRequest;
    readonly answer: number | undefined;
  };
  /** What is known of a company, from the answer of a public register. */
  readonly read_company: {
    readonly on: 'nothing';
    readonly request: CompanyAnswerRequest;
    readonly answer: Company;
  };
  /** What is known of a company, from a row of INSEE's stock files. */
  readonly read_company_row: {
    readonly on: 'nothing';
    readonly request: CompanyRowRequest;
    readonly answer: Company;
  };
  /** The need with what it leaves open filled by what is known of its company, and where they disagree. */
  readonly complete_need: {
    readonly on: 'nothing';
    readonly request: CompleteNeedRequest;
    readonly answer: CompletedNeed;
  };
  /** What a finding says, in one sentence in French or in English. */
  readonly finding_message: {
    readonly on: 'nothing';
    readonly request: FindingRequest;
    readonly answer: string;
  };
  /** What is known of an activity: its label, the levels above it, the codes below it and its correspondents. */
  readonly naf: {
    readonly on: 'nothing';
    readonly request: NafRequest;
    readonly answer: NafDetails;
  };
  /** The OPCO to which collective agreements lead. */
  readonly opco_of_agreements: {
    readonly on: 'nothing';
    readonly request: AgreementsRequest;
    readonly answer: AgreementOpcos;
  };
  /** Sends a need to an expert. */
  readonly send: {
    readonly on: 'nothing';
    readonly request: SendRequest;
    readonly answer: Changes;
  };
  /** Moves a referral to another state, and closes those of a single taker's colleagues. */
  readonly move_referral: {
    readonly on: 'directory?';
    readonly request: MoveRequest;
    readonly answer: Changes;
  };
  /** Gives a referral to another expert, and keeps who had it. */
  readonly reassign: {
    readonly on: 'nothing';
    readonly request: ReassignRequest;
    readonly answer: Changes;
  };
  /** The event of a comment on a referral, which changes nothing. */
  readonly comment: {
    readonly on: 'nothing';
    readonly request: CommentRequest;
    readonly answer: Changes;
  };
  /** Another expert takes a referral over as it stands. */
  readonly transfer: {
    readonly on: 'nothing';
    readonly request: TransferRequest;
    readonly answer: Changes;
  };
  /** All open referrals of somebody who leaves go over to a successor. */
  readonly transfer_all: {
    readonly on: 'nothing';
    readonly request: TransferAllRequest;
    readonly answer: DepartureChanges;
  };
  /** Whom an event concerns. */
  readonly recipients: {
    readonly on: 'directory?';
    readonly request: RecipientsRequest;
    readonly answer: Recipient[];
  };
  /** Who is told of what, as one table. */
  readonly recipient_rules: {
    readonly on: 'nothing';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: RecipientRule[];
  };
  /** The referral after one more event. */
  readonly apply: {
    readonly on: 'nothing';
    readonly request: ApplyRequest;
    readonly answer: Referral;
  };
  /** The referrals that events amount to, in whatever order they arrived. */
  readonly fold: {
    readonly on: 'nothing';
    readonly request: FoldRequest;
    readonly answer: Folded;
  };
  /** Whether the dates of a referral can be true, and go with its state. */
  readonly check: {
    readonly on: 'nothing';
    readonly request: ReferralRequest;
    readonly answer: undefined;
  };
  /** The referral as the library writes it. */
  readonly read_referral: {
    readonly on: 'nothing';
    readonly request: ReferralRequest;
    readonly answer: Referral;
  };
  /** The event as the library writes it. */
  readonly read_event: {
    readonly on: 'nothing';
    readonly request: EventRequest;
    readonly answer: ReferralEvent;
  };
  /** The tracked need as the library writes it. */
  readonly read_tracked_need: {
    readonly on: 'nothing';
    readonly request: TrackedNeedRequest;
    readonly answer: TrackedNeed;
  };
  /** The request as the library writes it. */
  readonly read_request: {
    readonly on: 'nothing';
    readonly request: ReadRequestRequest;
    readonly answer: Request;
  };
  /** The status of a need from the states of its referrals. */
  readonly need_status: {
    readonly on: 'nothing';
    readonly request: NeedStatusRequest;
    readonly answer: NeedStatus;
  };
  /** The states that a referral may be moved to. */
  readonly next_states: {
    readonly on: 'nothing';
    readonly request: StateRequest;
    readonly answer: ReferralState[];
  };
  /** Everything that a day calls for. */
  readonly reminders: {
    readonly on: 'directory?';
    readonly request: RemindersRequest;
    readonly answer: Reminders;
  };
  /** What a day calls for, for the one need of these referrals. */
  readonly need_reminder: {
    readonly on: 'directory?';
    readonly request: RemindersRequest;
    readonly answer: NeedReminder | undefined;
  };
  /** Whether a request is new, a reminder of one whose need is open, or a duplicate. */
  readonly classify_request: {
    readonly on: 'nothing';
    readonly request: ClassifyRequest;
    readonly answer: RequestVerdict;
  };
  /** The needs that are to be anonymised. */
  readonly due_for_anonymisation: {
    readonly on: 'nothing';
    readonly request: RetentionRequest;
    readonly answer: RetentionDue[];
  };
  /** The need with what statistics may keep. */
  readonly anonymise: {
    readonly on: 'nothing';
    readonly request: AnonymiseRequest;
    readonly answer: TrackedNeed;
  };
  /** The referral with what statistics may keep. */
  readonly anonymise_referral: {
    readonly on: 'nothing';
    readonly request: ReferralRequest;
    readonly answer: Referral;
  };
  /** After how many days reminders are due where the host does not say. */
  readonly reminder_policy: {
    readonly on: 'nothing';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: ReminderPolicy;
  };
  /** How far apart requests are the same where the host does not say. */
  readonly request_policy: {
    readonly on: 'nothing';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: RequestPolicy;
  };
  /** How long needs are kept where the host does not say. */
  readonly retention_policy: {
    readonly on: 'nothing';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: RetentionPolicy;
  };
  /** The requests that events amount to, in whatever order they arrived. */
  readonly fold_requests: {
    readonly on: 'nothing';
    readonly request: FoldRequestsRequest;
    readonly answer: FoldedRequests;
  };
  /** The request after one more event; without a request, the one that a deposit begins. */
  readonly apply_request_event: {
    readonly on: 'nothing';
    readonly request: ApplyRequestEventRequest;
    readonly answer: TrackedRequest;
  };
  /** What became of a request in a state. */
  readonly request_fate: {
    readonly on: 'nothing';
    readonly request: RequestStateRequest;
    readonly answer: RequestFate;
  };
  /** Whether the dates of a request can be true, and go with its state. */
  readonly check_request: {
    readonly on: 'nothing';
    readonly request: TrackedRequestRequest;
    readonly answer: undefined;
  };
  /** The tracked request as the library writes it. */
  readonly read_tracked_request: {
    readonly on: 'nothing';
    readonly request: TrackedRequestRequest;
    readonly answer: TrackedRequest;
  };
  /** The event as the library writes it. */
  readonly read_request_event: {
    readonly on: 'nothing';
    readonly request: RequestEventRequest;
    readonly answer: RequestEvent;
  };
  /** The request with what statistics may keep. */
  readonly anonymise_request: {
    readonly on: 'nothing';
    readonly request: TrackedRequestRequest;
    readonly answer: TrackedRequest;
  };
  /** The companies to invite to come back, each by its last need. */
  readonly come_backs_due: {
    readonly on: 'nothing';
    readonly request: ComeBacksDueRequest;
    readonly answer: ComeBackDue[];
  };
  /** When companies are invited to come back where the host does not say. */
  readonly come_back_policy: {
    readonly on: 'nothing';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: ComeBackPolicy;
  };
  /** Whom a need could go to: those who match, and those nearest outside their territory. */
  readonly candidates: {
    readonly on: 'router';
    readonly request: CandidatesRequest;
    readonly answer: Candidates;
  };
  /** Whom to alert now about a need, when those of the wave before have not moved. */
  readonly next_wave: {
    readonly on: 'nothing';
    readonly request: NextWaveRequest;
    readonly answer: Wave;
  };
  /** How waves follow each other where the host does not say. */
  readonly wave_policy: {
    readonly on: 'nothing';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: WavePolicy;
  };
  /** The ids of the antennes of a perimeter: an antenne, and those below it. */
  readonly perimeter: {
    readonly on: 'directory';
    readonly request: PerimeterRequest;
    readonly answer: string[];
  };
  /** Whether somebody may see or do something of a need, and why. */
  readonly may: {
    readonly on: 'nothing';
    readonly request: MayRequest;
    readonly answer: Permission;
  };
  /** Who may see and do what, as one table. */
  readonly permission_rules: {
    readonly on: 'nothing';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: PermissionRule[];
  };
  /** The needs whose companies are to be asked whether they were helped. */
  readonly surveys_due: {
    readonly on: 'nothing';
    readonly request: SurveysDueRequest;
    readonly answer: SurveyDue[];
  };
  /** Asks a company about a need. */
  readonly ask_survey: {
    readonly on: 'nothing';
    readonly request: AskSurveyRequest;
    readonly answer: SurveyChanges;
  };
  /** Takes down what a company answers. */
  readonly answer_survey: {
    readonly on: 'nothing';
    readonly request: AnswerSurveyRequest;
    readonly answer: SurveyChanges;
  };
  /** The surveys that events amount to, in whatever order they arrived. */
  readonly fold_surveys: {
    readonly on: 'nothing';
    readonly request: FoldSurveysRequest;
    readonly answer: FoldedSurveys;
  };
  /** The survey as the library writes it. */
  readonly read_survey: {
    readonly on: 'nothing';
    readonly request: SurveyRequest;
    readonly answer: Survey;
  };
  /** The event of a survey as the library writes it. */
  readonly read_survey_event: {
    readonly on: 'nothing';
    readonly request: SurveyEventRequest;
    readonly answer: SurveyEvent;
  };
  /** When companies are asked where the host does not say. */
  readonly survey_policy: {
    readonly on: 'nothing';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: SurveyPolicy;
  };
  /** What was done for companies, in figures. */
  readonly impact: {
    readonly on: 'directory?';
    readonly request: ImpactRequest;
    readonly answer: ImpactReport;
  };
  /** The report as one flat table, a row a group and period. */
  readonly impact_table: {
    readonly on: 'nothing';
    readonly request: ReportRequest;
    readonly answer: ImpactTable;
  };
  /** The same as the text of a CSV file. */
  readonly impact_csv: {
    readonly on: 'nothing';
    readonly request: ReportRequest;
    readonly answer: string;
  };
  /** How the figures changed from one report to another. */
  readonly compare_impact: {
    readonly on: 'nothing';
    readonly request: CompareReportsRequest;
    readonly answer: ImpactChange[];
  };
  /** The same query for the period before, of the same length. */
  readonly previous_impact_query: {
    readonly on: 'nothing';
    readonly request: ImpactQueryRequest;
    readonly answer: ImpactQuery | undefined;
  };
  /** The query as the library writes it. */
  readonly read_impact_query: {
    readonly on: 'nothing';
    readonly request: ImpactQueryRequest;
    readonly answer: ImpactQuery;
  };
  /** Everything, seen from a day: a query to be changed. */
  readonly impact_query_on: {
    readonly on: 'nothing';
    readonly request: DayRequest;
    readonly answer: ImpactQuery;
  };
  /** The needs and referrals of a CSV file, and what is wrong with its rows. */
  readonly read_referrals_csv: {
    readonly on: 'directory?';
    readonly request: ReferralFileRequest;
    readonly answer: ReferralFile;
  };
  /** The requests of a CSV file of events, and what is wrong with its rows. */
  readonly read_requests_csv: {
    readonly on: 'nothing';
    readonly request: RequestFileRequest;
    readonly answer: RequestFile;
  };
  /** The surveys of a CSV file of events, and what is wrong with its rows. */
  readonly read_surveys_csv: {
    readonly on: 'nothing';
    readonly request: SurveyFileRequest;
    readonly answer: SurveyFile;
  };
  /** A message with its subject, its text and its HTML. */
  readonly render: {
    readonly on: 'nothing';
    readonly request: RenderRequest;
    readonly answer: Message;
  };
  /** The same, by templates that were compiled before. */
  readonly render_with: {
    readonly on: 'templates';
    readonly request: RenderWithRequest;
    readonly answer: Message;
  };
  /** The sources of the library's own templates, by their names. */
  readonly default_templates: {
    readonly on: 'nothing';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: Record<string, string>;
  };
  /** Every closed list that users read, with its labels. */
  readonly labels: {
    readonly on: 'nothing';
    readonly request: Readonly<Record<string, never>>;
    readonly answer: readonly WordList[];
  };
}

/**
 * Of each call the record that its request is converted as, what its answer is converted as (see `FIELDS`), and the
 * family of its errors.
 */
export const CALLS: {
  readonly [Name in keyof Calls]: readonly [request: string | undefined, answer: string | undefined, family: Family];
} = {
  read_need: ['NeedRequest', 'Need', 'need'],
  match: ['MatchRequest', 'MatchAnswer', 'need'],
  match_batch: ['MatchBatchRequest', 'MatchBatchAnswer', 'need'],
  check_need: ['NeedRequest', undefined, 'need'],
  explain: ['ExplainRequest', 'Explanation', 'need'],
  coverage: ['CoverageRequest', 'Coverage', 'need'],
  compare: ['CompareRequest', 'Comparison', 'need'],
  demand: ['DemandRequest', 'DemandReport', 'need'],
  suggest_subjects: ['SuggestRequest', 'Suggestions', 'need'],
  screen: ['MessageRequest', 'Screening', 'need'],
  extract: ['MessageRequest', 'Extract', 'need'],
  check_directory: ['PathRequest', 'Diagnostic', 'directory'],
  diagnostic_code: ['DiagnosticCodeRequest', 'DiagnosticCodeTexts', 'directory'],
  diagnostics: [undefined, 'Diagnostic', 'directory'],
  directory_summary: [undefined, 'DirectorySummary', 'directory'],
  ids: ['IdsRequest', undefined, 'directory'],
  territory: ['RecordRequest', 'Territory', 'directory'],
  territories: ['ListRequest', 'Territory', 'directory'],
  theme: ['RecordRequest', 'Theme', 'directory'],
  themes: ['ListRequest', 'Theme', 'directory'],
  subject: ['RecordRequest', 'Subject', 'directory'],
  subjects: ['ListRequest', 'Subject', 'directory'],
  institution: ['RecordRequest', 'Institution', 'directory'],
  institutions: ['ListRequest', 'Institution', 'directory'],
  antenne: ['RecordRequest', 'Antenne', 'directory'],
  antennes: ['ListRequest', 'Antenne', 'directory'],
  expert: ['RecordRequest', 'Expert', 'directory'],
  experts: ['ListRequest', 'Expert', 'directory'],
  import_update: [undefined, 'DirectoryUpdate', 'directory'],
  export_sheet: ['ExportRequest', undefined, 'directory'],
  diff_directories: [undefined, 'DirectoryDifference', 'directory'],
  examples: ['ListRequest', 'Example', 'directory'],
  geography: [undefined, 'GeographySource', 'geography'],
  commune: ['CodeRequest', 'Commune', 'geography'],
  resolve_commune: ['CodeRequest', 'Commune', 'geography'],
  communes_by_postal_code: ['CodeRequest', 'Commune', 'geography'],
  search_communes: ['SearchRequest', 'FoundCommune', 'geography'],
  locate: ['LocateRequest', 'Location', 'geography'],
  zones_containing: ['CodeRequest', undefined, 'geography'],
  communes_of: ['ZoneRequest', 'Commune', 'geography'],
  zones: ['ZoneKindRequest', undefined, 'geography'],
  zone_name: ['ZoneRequest', undefined, 'geography'],
  population: ['ZoneRequest', undefined, 'geography'],
  read_company: ['CompanyAnswerRequest', 'Company', 'company'],
  read_company_row: ['CompanyRowRequest', 'Company', 'company'],
  complete_need: ['CompleteNeedRequest', 'CompletedNeed', 'company'],
  finding_message: ['FindingRequest', undefined, 'company'],
  naf: ['NafRequest', 'NafDetails', 'company'],
  opco_of_agreements: ['AgreementsRequest', 'AgreementOpcos', 'company'],
  send: ['SendRequest', 'Changes', 'referral'],
  move_referral: ['MoveRequest', 'Changes', 'referral'],
  reassign: ['ReassignRequest', 'Changes', 'referral'],
  comment: ['CommentRequest', 'Changes', 'referral'],
  transfer: ['TransferRequest', 'Changes', 'referral'],
  transfer_all: ['TransferAllRequest', 'DepartureChanges', 'referral'],
  recipients: ['RecipientsRequest', 'Recipient', 'referral'],
  recipient_rules: [undefined, 'RecipientRule', 'referral'],
  apply: ['ApplyRequest', 'Referral', 'referral'],
  fold: ['FoldRequest', 'Folded', 'referral'],
  check: ['ReferralRequest', undefined, 'referral'],
  read_referral: ['ReferralRequest', 'Referral', 'referral'],
  read_event: ['EventRequest', 'ReferralEvent', 'referral'],
  read_tracked_need: ['TrackedNeedRequest', 'TrackedNeed', 'referral'],
  read_request: ['ReadRequestRequest', 'Request', 'referral'],
  need_status: ['NeedStatusRequest', undefined, 'referral'],
  next_states: ['StateRequest', undefined, 'referral'],
  reminders: ['RemindersRequest', 'Reminders', 'referral'],
  need_reminder: ['RemindersRequest', 'NeedReminder', 'referral'],
  classify_request: ['ClassifyRequest', 'RequestVerdict', 'referral'],
  due_for_anonymisation: ['RetentionRequest', 'RetentionDue', 'referral'],
  anonymise: ['AnonymiseRequest', 'TrackedNeed', 'referral'],
  anonymise_referral: ['ReferralRequest', 'Referral', 'referral'],
  reminder_policy: [undefined, 'ReminderPolicy', 'referral'],
  request_policy: [undefined, 'RequestPolicy', 'referral'],
  retention_policy: [undefined, 'RetentionPolicy', 'referral'],
  fold_requests: ['FoldRequestsRequest', 'FoldedRequests', 'referral'],
  apply_request_event: ['ApplyRequestEventRequest', 'TrackedRequest', 'referral'],
  request_fate: ['RequestStateRequest', undefined, 'referral'],
  check_request: ['TrackedRequestRequest', undefined, 'referral'],
  read_tracked_request: ['TrackedRequestRequest', 'TrackedRequest', 'referral'],
  read_request_event: ['RequestEventRequest', 'RequestEvent', 'referral'],
  anonymise_request: ['TrackedRequestRequest', 'TrackedRequest', 'referral'],
  come_backs_due: ['ComeBacksDueRequest', 'ComeBackDue', 'referral'],
  come_back_policy: [undefined, 'ComeBackPolicy', 'referral'],
  candidates: ['CandidatesRequest', 'Candidates', 'need'],
  next_wave: ['NextWaveRequest', 'Wave', 'referral'],
  wave_policy: [undefined, 'WavePolicy', 'referral'],
  perimeter: ['PerimeterRequest', undefined, 'referral'],
  may: ['MayRequest', 'Permission', 'referral'],
  permission_rules: [undefined, 'PermissionRule', 'referral'],
  surveys_due: ['SurveysDueRequest', 'SurveyDue', 'referral'],
  ask_survey: ['AskSurveyRequest', 'SurveyChanges', 'referral'],
  answer_survey: ['AnswerSurveyRequest', 'SurveyChanges', 'referral'],
  fold_surveys: ['FoldSurveysRequest', 'FoldedSurveys', 'referral'],
  read_survey: ['SurveyRequest', 'Survey', 'referral'],
  read_survey_event: ['SurveyEventRequest', 'SurveyEvent', 'referral'],
  survey_policy: [undefined, 'SurveyPolicy', 'referral'],
  impact: ['ImpactRequest', 'ImpactReport', 'referral'],
  impact_table: ['ReportRequest', 'ImpactTable', 'referral'],
  impact_csv: ['ReportRequest', undefined, 'referral'],
  compare_impact: ['CompareReportsRequest', 'ImpactChange', 'referral'],
  previous_impact_query: ['ImpactQueryRequest', 'ImpactQuery', 'referral'],
  read_impact_query: ['ImpactQueryRequest', 'ImpactQuery', 'referral'],
  impact_query_on: ['DayRequest', 'ImpactQuery', 'referral'],
  read_referrals_csv: ['ReferralFileRequest', 'ReferralFile', 'referral'],
  read_requests_csv: ['RequestFileRequest', 'RequestFile', 'referral'],
  read_surveys_csv: ['SurveyFileRequest', 'SurveyFile', 'referral'],
  render: ['RenderRequest', 'Message', 'referral'],
  render_with: ['RenderWithRequest', 'Message', 'referral'],
  default_templates: [undefined, 'map', 'referral'],
  labels: [undefined, 'WordList', 'request'],
};
