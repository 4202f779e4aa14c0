// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import kotlinx.serialization.KSerializer
import kotlinx.serialization.serializer

/** A call of the core: its name, and how its request and its answer are written. */
internal class Call<Request, Answer>(
    val name: String,
    val request: KSerializer<Request>,
    val answer: KSerializer<Answer>,
)

private inline fun <reified Request, reified Answer> call(name: String): Call<Request, Answer> =
    Call(name, serializer(), serializer())

/** The calls of the core. */
internal object Calls {
    /** The need as the library writes it. */
    val READ_NEED: Call<NeedRequest, Need> by lazy { call("read_need") }

    /** Whether a need can be answered, without matching it; it may lack its subject. */
    val CHECK_NEED: Call<NeedRequest, Unit?> by lazy { call("check_need") }

    /** Why each competent expert matches the need or does not. */
    val EXPLAIN: Call<ExplainRequest, Explanation> by lazy { call("explain") }

    /** How many experts reach each commune, where nobody does, and where an institution sends two. */
    val COVERAGE: Call<CoverageQuery, Coverage> by lazy { call("coverage") }

    /** The needs whose experts differ between two routers, and why. */
    val COMPARE: Call<CompareRequest, Comparison> by lazy { call("compare") }

    /** What was asked of each institution, antenne or expert, what stopped it, and what one change would add. */
    val DEMAND: Call<DemandRequest, DemandReport> by lazy { call("demand") }

    /** What a message may be about, the best subject first. */
    val SUGGEST_SUBJECTS: Call<SuggestRequest, Suggestions> by lazy { call("suggest_subjects") }

    /** What an adviser should know of a message before it goes on. */
    val SCREEN: Call<MessageRequest, Screening> by lazy { call("screen") }

    /** The facts that a message gives away, with their places. */
    val EXTRACT: Call<MessageRequest, Extract> by lazy { call("extract") }

    /** Everything that is wrong with the directory at a path, or worth a look. */
    val CHECK_DIRECTORY: Call<PathRequest, List<Diagnostic>> by lazy { call("check_directory") }

    /** What the code of a finding means, and what to do about it. */
    val DIAGNOSTIC_CODE: Call<DiagnosticCodeRequest, DiagnosticCodeTexts> by lazy { call("diagnostic_code") }

    /** What was found while the directory was read. */
    val DIAGNOSTICS: Call<Unit, List<Diagnostic>> by lazy { call("diagnostics") }

    /** What the directory holds, in numbers. */
    val DIRECTORY_SUMMARY: Call<Unit, DirectorySummary> by lazy { call("directory_summary") }

    /** The ids of a list, in the order of its positions. */
    val IDS: Call<IdsRequest, List<String>> by lazy { call("ids") }

    /** The territory of an id or position. */
    val TERRITORY: Call<RecordRequest, Territory?> by lazy { call("territory") }

    /** The territories: lists of zones that others name. */
    val TERRITORIES: Call<ListRequest, List<Territory>> by lazy { call("territories") }

    /** The theme of an id or position. */
    val THEME: Call<RecordRequest, Theme?> by lazy { call("theme") }

    /** The themes. */
    val THEMES: Call<ListRequest, List<Theme>> by lazy { call("themes") }

    /** The subject of an id or position. */
    val SUBJECT: Call<RecordRequest, Subject?> by lazy { call("subject") }

    /** The subjects, with their questions. */
    val SUBJECTS: Call<ListRequest, List<Subject>> by lazy { call("subjects") }

    /** The institution of an id or position. */
    val INSTITUTION: Call<RecordRequest, Institution?> by lazy { call("institution") }

    /** The institutions. */
    val INSTITUTIONS: Call<ListRequest, List<Institution>> by lazy { call("institutions") }

    /** The antenne of an id or position. */
    val ANTENNE: Call<RecordRequest, Antenne?> by lazy { call("antenne") }

    /** The antennes. */
    val ANTENNES: Call<ListRequest, List<Antenne>> by lazy { call("antennes") }

    /** The expert of an id or position. */
    val EXPERT: Call<RecordRequest, Expert?> by lazy { call("expert") }

    /** The experts. */
    val EXPERTS: Call<ListRequest, List<Expert>> by lazy { call("experts") }

    /** What the import of sheets changed that the directory came from. */
    val IMPORT_UPDATE: Call<Unit, DirectoryUpdate?> by lazy { call("import_update") }

    /** The antennes or experts as the sheet that partners fill. */
    val EXPORT_SHEET: Call<ExportRequest, String> by lazy { call("export_sheet") }

    /** What differs between two directories, record by record and field by field. */
    val DIFF_DIRECTORIES: Call<Unit, DirectoryDifference> by lazy { call("diff_directories") }

    /** The messages of which the subject is known. */
    val EXAMPLES: Call<ListRequest, List<Example>> by lazy { call("examples") }

    /** The year of the geography's codes, and where they come from. */
    val GEOGRAPHY: Call<Unit, GeographySource> by lazy { call("geography") }

    /** The commune or municipal arrondissement that has this INSEE code today. */
    val COMMUNE: Call<CodeRequest, Commune?> by lazy { call("commune") }

    /** The current commune of a code of today or of the past. */
    val RESOLVE_COMMUNE: Call<CodeRequest, Commune?> by lazy { call("resolve_commune") }

    /** The communes that a postal code serves, the most populous first. */
    val COMMUNES_BY_POSTAL_CODE: Call<CodeRequest, List<Commune>> by lazy { call("communes_by_postal_code") }

    /** The communes whose names are nearest to what was typed, and how each was found. */
    val SEARCH_COMMUNES: Call<SearchRequest, List<FoundCommune>> by lazy { call("search_communes") }

    /** The commune that is meant by what people wrote, or those that may be. */
    val LOCATE: Call<LocateRequest, Location> by lazy { call("locate") }

    /** The zones that contain a commune, from narrow to wide. */
    val ZONES_CONTAINING: Call<CodeRequest, List<String>> by lazy { call("zones_containing") }

    /** The communes of a zone. */
    val COMMUNES_OF: Call<ZoneRequest, List<Commune>> by lazy { call("communes_of") }

    /** The zones of a kind. */
    val ZONES: Call<ZoneKindRequest, List<String>> by lazy { call("zones") }

    /** The name of a zone, where there is such a zone. */
    val ZONE_NAME: Call<ZoneRequest, String?> by lazy { call("zone_name") }

    /** The people who live in a zone, where there is such a zone. */
    val POPULATION: Call<ZoneRequest, Long?> by lazy { call("population") }

    /** What is known of a company, from the answer of a public register. */
    val READ_COMPANY: Call<CompanyAnswerRequest, Company> by lazy { call("read_company") }

    /** What is known of a company, from a row of INSEE's stock files. */
    val READ_COMPANY_ROW: Call<CompanyRowRequest, Company> by lazy { call("read_company_row") }

    /** The need with what it leaves open filled by what is known of its company, and where they disagree. */
    val COMPLETE_NEED: Call<CompleteNeedRequest, CompletedNeed> by lazy { call("complete_need") }

    /** What a finding says, in one sentence in French or in English. */
    val FINDING_MESSAGE: Call<FindingRequest, String> by lazy { call("finding_message") }

    /** What is known of an activity: its label, the levels above it, the codes below it and its correspondents. */
    val NAF: Call<NafRequest, NafDetails> by lazy { call("naf") }

    /** The OPCO to which collective agreements lead. */
    val OPCO_OF_AGREEMENTS: Call<AgreementsRequest, AgreementOpcos> by lazy { call("opco_of_agreements") }

    /** Sends a need to an expert. */
    val SEND: Call<SendRequest, Changes> by lazy { call("send") }

    /** Moves a referral to another state, and closes those of a single taker's colleagues. */
    val MOVE_REFERRAL: Call<MoveRequest, Changes> by lazy { call("move_referral") }

    /** Gives a referral to another expert, and keeps who had it. */
    val REASSIGN: Call<ReassignRequest, Changes> by lazy { call("reassign") }

    /** The event of a comment on a referral, which changes nothing. */
    val COMMENT: Call<CommentRequest, Changes> by lazy { call("comment") }

    /** Another expert takes a referral over as it stands. */
    val TRANSFER: Call<TransferRequest, Changes> by lazy { call("transfer") }

    /** All open referrals of somebody who leaves go over to a successor. */
    val TRANSFER_ALL: Call<TransferAllRequest, DepartureChanges> by lazy { call("transfer_all") }

    /** Whom an event concerns. */
    val RECIPIENTS: Call<RecipientsRequest, List<Recipient>> by lazy { call("recipients") }

    /** Who is told of what, as one table. */
    val RECIPIENT_RULES: Call<Unit, List<RecipientRule>> by lazy { call("recipient_rules") }

    /** The referral after one more event. */
    val APPLY: Call<ApplyRequest, Referral> by lazy { call("apply") }

    /** The referrals that events amount to, in whatever order they arrived. */
    val FOLD: Call<FoldRequest, Folded> by lazy { call("fold") }

    /** Whether the dates of a referral can be true, and go with its state. */
    val CHECK: Call<ReferralRequest, Unit?> by lazy { call("check") }

    /** The referral as the library writes it. */
    val READ_REFERRAL: Call<ReferralRequest, Referral> by lazy { call("read_referral") }

    /** The event as the library writes it. */
    val READ_EVENT: Call<EventRequest, ReferralEvent> by lazy { call("read_event") }

    /** The tracked need as the library writes it. */
    val READ_TRACKED_NEED: Call<TrackedNeedRequest, TrackedNeed> by lazy { call("read_tracked_need") }

    /** The request as the library writes it. */
    val READ_REQUEST: Call<ReadRequestRequest, Request> by lazy { call("read_request") }

    /** The status of a need from the states of its referrals. */
    val NEED_STATUS: Call<NeedStatusRequest, NeedStatus> by lazy { call("need_status") }

    /** The states that a referral may be moved to. */
    val NEXT_STATES: Call<StateRequest, List<ReferralState>> by lazy { call("next_states") }

    /** Everything that a day calls for. */
    val REMINDERS: Call<RemindersRequest, Reminders> by lazy { call("reminders") }

    /** What a day calls for, for the one need of these referrals. */
    val NEED_REMINDER: Call<RemindersRequest, NeedReminder?> by lazy { call("need_reminder") }

    /** Whether a request is new, a reminder of one whose need is open, or a duplicate. */
    val CLASSIFY_REQUEST: Call<ClassifyRequest, RequestVerdict> by lazy { call("classify_request") }

    /** The needs that are to be anonymised. */
    val DUE_FOR_ANONYMISATION: Call<RetentionRequest, List<RetentionDue>> by lazy { call("due_for_anonymisation") }

    /** The need with what statistics may keep. */
    val ANONYMISE: Call<AnonymiseRequest, TrackedNeed> by lazy { call("anonymise") }

    /** The referral with what statistics may keep. */
    val ANONYMISE_REFERRAL: Call<ReferralRequest, Referral> by lazy { call("anonymise_referral") }

    /** After how many days reminders are due where the host does not say. */
    val REMINDER_POLICY: Call<Unit, ReminderPolicy> by lazy { call("reminder_policy") }

    /** How far apart requests are the same where the host does not say. */
    val REQUEST_POLICY: Call<Unit, RequestPolicy> by lazy { call("request_policy") }

    /** How long needs are kept where the host does not say. */
    val RETENTION_POLICY: Call<Unit, RetentionPolicy> by lazy { call("retention_policy") }

    /** The requests that events amount to, in whatever order they arrived. */
    val FOLD_REQUESTS: Call<FoldRequestsRequest, FoldedRequests> by lazy { call("fold_requests") }

    /** The request after one more event; without a request, the one that a deposit begins. */
    val APPLY_REQUEST_EVENT: Call<ApplyRequestEventRequest, TrackedRequest> by lazy { call("apply_request_event") }

    /** What became of a request in a state. */
    val REQUEST_FATE: Call<RequestStateRequest, RequestFate> by lazy { call("request_fate") }

    /** Whether the dates of a request can be true, and go with its state. */
    val CHECK_REQUEST: Call<TrackedRequestRequest, Unit?> by lazy { call("check_request") }

    /** The tracked request as the library writes it. */
    val READ_TRACKED_REQUEST: Call<TrackedRequestRequest, TrackedRequest> by lazy { call("read_tracked_request") }

    /** The event as the library writes it. */
    val READ_REQUEST_EVENT: Call<RequestEventRequest, RequestEvent> by lazy { call("read_request_event") }

    /** The request with what statistics may keep. */
    val ANONYMISE_REQUEST: Call<TrackedRequestRequest, TrackedRequest> by lazy { call("anonymise_request") }

    /** The companies to invite to come back, each by its last need. */
    val COME_BACKS_DUE: Call<ComeBacksDueRequest, List<ComeBackDue>> by lazy { call("come_backs_due") }

    /** When companies are invited to come back where the host does not say. */
    val COME_BACK_POLICY: Call<Unit, ComeBackPolicy> by lazy { call("come_back_policy") }

    /** Whom a need could go to: those who match, and those nearest outside their territory. */
    val CANDIDATES: Call<CandidatesRequest, Candidates> by lazy { call("candidates") }

    /** Whom to alert now about a need, when those of the wave before have not moved. */
    val NEXT_WAVE: Call<NextWaveRequest, Wave> by lazy { call("next_wave") }

    /** How waves follow each other where the host does not say. */
    val WAVE_POLICY: Call<Unit, WavePolicy> by lazy { call("wave_policy") }

    /** The ids of the antennes of a perimeter: an antenne, and those below it. */
    val PERIMETER: Call<PerimeterRequest, List<String>> by lazy { call("perimeter") }

    /** Whether somebody may see or do something of a need, and why. */
    val MAY: Call<MayRequest, Permission> by lazy { call("may") }

    /** Who may see and do what, as one table. */
    val PERMISSION_RULES: Call<Unit, List<PermissionRule>> by lazy { call("permission_rules") }

    /** The needs whose companies are to be asked whether they were helped. */
    val SURVEYS_DUE: Call<SurveysDueRequest, List<SurveyDue>> by lazy { call("surveys_due") }

    /** Asks a company about a need. */
    val ASK_SURVEY: Call<AskSurveyRequest, SurveyChanges> by lazy { call("ask_survey") }

    /** Takes down what a company answers. */
    val ANSWER_SURVEY: Call<AnswerSurveyRequest, SurveyChanges> by lazy { call("answer_survey") }

    /** The surveys that events amount to, in whatever order they arrived. */
    val FOLD_SURVEYS: Call<FoldSurveysRequest, FoldedSurveys> by lazy { call("fold_surveys") }

    /** The survey as the library writes it. */
    val READ_SURVEY: Call<SurveyRequest, Survey> by lazy { call("read_survey") }

    /** The event of a survey as the library writes it. */
    val READ_SURVEY_EVENT: Call<SurveyEventRequest, SurveyEvent> by lazy { call("read_survey_event") }

    /** When companies are asked where the host does not say. */
    val SURVEY_POLICY: Call<Unit, SurveyPolicy> by lazy { call("survey_policy") }

    /** What was done for companies, in figures. */
    val IMPACT: Call<ImpactRequest, ImpactReport> by lazy { call("impact") }

    /** The report as one flat table, a row a group and period. */
    val IMPACT_TABLE: Call<ReportRequest, ImpactTable> by lazy { call("impact_table") }

    /** The same as the text of a CSV file. */
    val IMPACT_CSV: Call<ReportRequest, String> by lazy { call("impact_csv") }

    /** How the figures changed from one report to another. */
    val COMPARE_IMPACT: Call<CompareReportsRequest, List<ImpactChange>> by lazy { call("compare_impact") }

    /** The same query for the period before, of the same length. */
    val PREVIOUS_IMPACT_QUERY: Call<ImpactQueryRequest, ImpactQuery?> by lazy { call("previous_impact_query") }

    /** The query as the library writes it. */
    val READ_IMPACT_QUERY: Call<ImpactQueryRequest, ImpactQuery> by lazy { call("read_impact_query") }

    /** Everything, seen from a day: a query to be changed. */
    val IMPACT_QUERY_ON: Call<DayRequest, ImpactQuery> by lazy { call("impact_query_on") }

    /** The needs and referrals of a CSV file, and what is wrong with its rows. */
    val READ_REFERRALS_CSV: Call<ReferralFileRequest, ReferralFile> by lazy { call("read_referrals_csv") }

    /** The requests of a CSV file of events, and what is wrong with its rows. */
    val READ_REQUESTS_CSV: Call<RequestFileRequest, RequestFile> by lazy { call("read_requests_csv") }

    /** The surveys of a CSV file of events, and what is wrong with its rows. */
    val READ_SURVEYS_CSV: Call<SurveyFileRequest, SurveyFile> by lazy { call("read_surveys_csv") }

    /** A message with its subject, its text and its HTML. */
    val RENDER: Call<RenderRequest, Message> by lazy { call("render") }

    /** The same, by templates that were compiled before. */
    val RENDER_WITH: Call<RenderWithRequest, Message> by lazy { call("render_with") }

    /** The sources of the library's own templates, by their names. */
    val DEFAULT_TEMPLATES: Call<Unit, Map<String, String>> by lazy { call("default_templates") }

    /** Every closed list that users read, with its labels. */
    val LABELS: Call<Unit, List<WordList>> by lazy { call("labels") }
}
