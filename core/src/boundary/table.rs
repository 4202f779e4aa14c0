//! The calls: one entry each, from which follow its dispatch, its schemas and what bindings generate.

use serde::{Deserialize, Serialize};

use super::target::FromTarget;
use super::{BoundaryError, Family, NoRequest, Nothing, Target, TargetKind, read};
use super::{
    access, companies, comparing, coverage, demand, deposits, directory, explaining, follow_up, geography,
    impact, matching, messages, nomenclatures, reminders, surveys, transfers, waves, words,
};
#[cfg(feature = "naf")]
use crate::codes::NafDetails;
#[cfg(feature = "cog")]
use crate::company::Company;
use crate::company::CompletedNeed;
use crate::compare::Comparison;
use crate::demand::DemandReport;
use crate::directory::{
    Antenne, Diagnostic, DirectoryDifference, DirectoryUpdate, Expert, Institution, Territory,
};
use crate::follow_up::{
    Candidates, Changes, ComeBackDue, ComeBackPolicy, DepartureChanges, Folded, FoldedRequests,
    FoldedSurveys, NeedReminder, NeedStatus, Permission, PermissionRule, Recipient, RecipientRule, Referral,
    ReferralEvent, ReferralState, ReminderPolicy, Reminders, Request, RequestEvent, RequestFate,
    RequestPolicy, RequestVerdict, RetentionDue, RetentionPolicy, Survey, SurveyChanges, SurveyDue,
    SurveyEvent, SurveyPolicy, TrackedNeed, TrackedRequest, Wave, WavePolicy,
};
use crate::geography::{Commune, FoundCommune, Location, Zone};
use crate::impact::{ImpactChange, ImpactQuery, ImpactReport, ImpactTable};
#[cfg(feature = "csv")]
use crate::impact::{ReferralFile, RequestFile, SurveyFile};
use crate::intake::{Extract, Screening, Suggestions};
use crate::language::{Fault, sentence};
use crate::taxonomy::{Example, Subject, Theme};
use crate::{Directory, Explanation, Geography, Need, Router};
#[cfg(feature = "notifications")]
use {
    super::notifications,
    crate::follow_up::notification::{Message, Templates},
    std::collections::BTreeMap,
};

/// A call of the boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Call {
    /// The name that [`call`] takes.
    pub name: &'static str,
    /// What it is called on.
    pub on: TargetKind,
    /// The family of errors of requests that cannot be read.
    pub family: Family,
    /// The function of a module of this one: `matching::match_experts`.
    pub function: &'static str,
    /// What it answers, in one sentence.
    pub doc: &'static str,
}

macro_rules! calls {
    ($($(#[cfg($($cfg:tt)*)])? $name:literal $family:ident $on:ty, $request:ty => $answer:ty, $function:path, $doc:literal;)*) => {
        /// Every call.
        pub const CALLS: &[Call] = &[$(
            $(#[cfg($($cfg)*)])?
            Call {
                name: $name,
                on: <$on as FromTarget<'static>>::KIND,
                family: Family::$family,
                function: stringify!($function),
                doc: $doc,
            },
        )*];

        /// Calls the call of a name with a request that is a JSON object; the answer is JSON. What has a
        /// default may be left out, and null is the same as nothing.
        ///
        /// # Errors
        /// `unknown_function` for a name that is none and `missing_target` for a call on something else
        /// than what [`CALLS`] says; `missing_field`, `unknown_field` and `invalid_value` for a request
        /// that cannot be read; and the errors of the call itself.
        pub fn call(name: &str, target: Target<'_>, request: &str) -> Result<String, BoundaryError> {
            match name {
                $($(#[cfg($($cfg)*)])? $name => {
                    answered::<$on, $request, $answer>(name, Family::$family, target, request, |on, request| {
                        $function(on, request)
                    })
                })*
                _ => Err(unknown(name)),
            }
        }

        /// The schemas of the requests and answers, in the order of [`CALLS`].
        #[cfg(feature = "schema")]
        pub(super) fn schemas(
            requests: &mut schemars::SchemaGenerator,
            answers: &mut schemars::SchemaGenerator,
        ) -> Vec<(schemars::Schema, schemars::Schema)> {
            vec![$(
                $(#[cfg($($cfg)*)])?
                (requests.subschema_for::<$request>(), answers.subschema_for::<$answer>()),
            )*]
        }
    };
}

calls! {
    "read_need" Need (), matching::NeedRequest<'_> => Need, matching::read_need,
        "The need as the library writes it.";
    "match" Need &Router, matching::MatchRequest<'_> => matching::MatchAnswer<'_>, matching::match_experts,
        "The matches of one need, in order.";
    "match_batch" Need &Router, matching::MatchBatchRequest<'_> => matching::MatchBatchAnswer<'_>, matching::match_batch,
        "The matches of many needs, or why a need was refused.";
    "check_need" Need &Router, matching::NeedRequest<'_> => Nothing, matching::check_need,
        "Whether a need can be answered, without matching it; it may lack its subject.";
    "explain" Need &Router, explaining::ExplainRequest<'_> => Explanation<'_>, explaining::explain,
        "Why each competent expert matches the need or does not.";
    "coverage" Need &Router, coverage::CoverageRequest<'_> => coverage::CoverageAnswer<'_>, coverage::coverage,
        "How many experts reach each commune, where nobody does, and where an institution sends two.";
    "compare" Need (&Router, &Router), comparing::CompareRequest<'_> => Comparison<'_>, comparing::compare,
        "The needs whose experts differ between two routers, and why.";
    "demand" Need &Router, demand::DemandRequest<'_> => DemandReport, demand::demand,
        "What was asked of each institution, antenne or expert, what stopped it, and what one change would add.";
    "suggest_subjects" Need &Router, messages::SuggestRequest => Suggestions, messages::suggest_subjects,
        "What a message may be about, the best subject first.";
    "screen" Need &Router, messages::MessageRequest => Screening, messages::screen,
        "What an adviser should know of a message before it goes on.";
    "extract" Need &Router, messages::MessageRequest => Extract, messages::extract,
        "The facts that a message gives away, with their places.";

    #[cfg(feature = "cog")]
    "check_directory" Directory (), directory::PathRequest => Vec<Diagnostic>, directory::check,
        "Everything that is wrong with the directory at a path, or worth a look.";
    "diagnostic_code" Directory (), directory::DiagnosticCodeRequest => directory::DiagnosticCodeTexts, directory::diagnostic_code,
        "What the code of a finding means, and what to do about it.";
    "diagnostics" Directory &Directory, NoRequest => &[Diagnostic], directory::diagnostics,
        "What was found while the directory was read.";
    "directory_summary" Directory &Directory, NoRequest => directory::DirectorySummary, directory::summary,
        "What the directory holds, in numbers.";
    "ids" Directory &Directory, directory::IdsRequest => Vec<&str>, directory::ids,
        "The ids of a list, in the order of its positions.";
    "territory" Directory &Directory, directory::RecordRequest => Option<&Territory>, directory::territory,
        "The territory of an id or position.";
    "territories" Directory &Directory, directory::ListRequest => &[Territory], directory::territories,
        "The territories: lists of zones that others name.";
    "theme" Directory &Directory, directory::RecordRequest => Option<&Theme>, directory::theme,
        "The theme of an id or position.";
    "themes" Directory &Directory, directory::ListRequest => &[Theme], directory::themes,
        "The themes.";
    "subject" Directory &Directory, directory::RecordRequest => Option<&Subject>, directory::subject,
        "The subject of an id or position.";
    "subjects" Directory &Directory, directory::ListRequest => &[Subject], directory::subjects,
        "The subjects, with their questions.";
    "institution" Directory &Directory, directory::RecordRequest => Option<&Institution>, directory::institution,
        "The institution of an id or position.";
    "institutions" Directory &Directory, directory::ListRequest => &[Institution], directory::institutions,
        "The institutions.";
    "antenne" Directory &Directory, directory::RecordRequest => Option<&Antenne>, directory::antenne,
        "The antenne of an id or position.";
    "antennes" Directory &Directory, directory::ListRequest => &[Antenne], directory::antennes,
        "The antennes.";
    "expert" Directory &Directory, directory::RecordRequest => Option<&Expert>, directory::expert,
        "The expert of an id or position.";
    "experts" Directory &Directory, directory::ListRequest => &[Expert], directory::experts,
        "The experts.";
    "import_update" Directory &Directory, NoRequest => Option<&DirectoryUpdate>, directory::update,
        "What the import of sheets changed that the directory came from.";
    #[cfg(feature = "csv")]
    "export_sheet" Directory &Directory, directory::ExportRequest => String, directory::export,
        "The antennes or experts as the sheet that partners fill.";
    "diff_directories" Directory (&Directory, &Directory), NoRequest => DirectoryDifference, directory::diff,
        "What differs between two directories, record by record and field by field.";
    "examples" Directory &Directory, directory::ListRequest => &[Example], directory::examples,
        "The messages of which the subject is known.";

    "geography" Geography &Geography, NoRequest => geography::GeographySource<'_>, geography::source,
        "The year of the geography's codes, and where they come from.";
    "commune" Geography &Geography, geography::CodeRequest => Option<Commune<'_>>, geography::commune,
        "The commune or municipal arrondissement that has this INSEE code today.";
    "resolve_commune" Geography &Geography, geography::CodeRequest => Option<Commune<'_>>, geography::resolve,
        "The current commune of a code of today or of the past.";
    "communes_by_postal_code" Geography &Geography, geography::CodeRequest => Vec<Commune<'_>>, geography::by_postal_code,
        "The communes that a postal code serves, the most populous first.";
    "search_communes" Geography &Geography, geography::SearchRequest => Vec<FoundCommune<'_>>, geography::search,
        "The communes whose names are nearest to what was typed, and how each was found.";
    "locate" Geography &Geography, geography::LocateRequest => Location<'_>, geography::locate,
        "The commune that is meant by what people wrote, or those that may be.";
    "zones_containing" Geography &Geography, geography::CodeRequest => Vec<Zone>, geography::zones_containing,
        "The zones that contain a commune, from narrow to wide.";
    "communes_of" Geography &Geography, geography::ZoneRequest => Vec<Commune<'_>>, geography::communes_of,
        "The communes of a zone.";
    "zones" Geography &Geography, geography::ZoneKindRequest => Vec<Zone>, geography::zones,
        "The zones of a kind.";
    "zone_name" Geography &Geography, geography::ZoneRequest => Option<&str>, geography::zone_name,
        "The name of a zone, where there is such a zone.";
    "population" Geography &Geography, geography::ZoneRequest => Option<u64>, geography::population,
        "The people who live in a zone, where there is such a zone.";

    #[cfg(feature = "cog")]
    "read_company" Company (), companies::CompanyAnswerRequest => Company, companies::read,
        "What is known of a company, from the answer of a public register.";
    #[cfg(feature = "cog")]
    "read_company_row" Company (), companies::CompanyRowRequest => Company, companies::read_row,
        "What is known of a company, from a row of INSEE's stock files.";
    "complete_need" Company (), companies::CompleteNeedRequest<'_> => CompletedNeed, companies::complete_need,
        "The need with what it leaves open filled by what is known of its company, and where they disagree.";
    "finding_message" Company (), companies::FindingRequest => String, companies::finding_message,
        "What a finding says, in one sentence in French or in English.";
    #[cfg(feature = "naf")]
    "naf" Company (), nomenclatures::NafRequest => NafDetails, nomenclatures::naf,
        "What is known of an activity: its label, the levels above it, the codes below it and its correspondents.";
    "opco_of_agreements" Company (), nomenclatures::AgreementsRequest => nomenclatures::AgreementOpcos, nomenclatures::opco_of_agreements,
        "The OPCO to which collective agreements lead.";

    "send" Referral (), follow_up::SendRequest => Changes, follow_up::send,
        "Sends a need to an expert.";
    "move_referral" Referral Option<&Directory>, follow_up::MoveRequest => Changes, follow_up::move_referral,
        "Moves a referral to another state, and closes those of a single taker's colleagues.";
    "reassign" Referral (), follow_up::ReassignRequest => Changes, follow_up::reassign,
        "Gives a referral to another expert, and keeps who had it.";
    "comment" Referral (), transfers::CommentRequest => Changes, transfers::comment,
        "The event of a comment on a referral, which changes nothing.";
    "transfer" Referral (), transfers::TransferRequest => Changes, transfers::transfer,
        "Another expert takes a referral over as it stands.";
    "transfer_all" Referral (), transfers::TransferAllRequest => DepartureChanges, transfers::transfer_all,
        "All open referrals of somebody who leaves go over to a successor.";
    "recipients" Referral Option<&Directory>, transfers::RecipientsRequest => Vec<Recipient>, transfers::recipients,
        "Whom an event concerns.";
    "recipient_rules" Referral (), NoRequest => Vec<RecipientRule>, transfers::recipient_rules,
        "Who is told of what, as one table.";
    "apply" Referral (), follow_up::ApplyRequest => Referral, follow_up::apply,
        "The referral after one more event.";
    "fold" Referral (), follow_up::FoldRequest => Folded, follow_up::fold,
        "The referrals that events amount to, in whatever order they arrived.";
    "check" Referral (), follow_up::ReferralRequest => Nothing, follow_up::check,
        "Whether the dates of a referral can be true, and go with its state.";
    "read_referral" Referral (), follow_up::ReferralRequest => Referral, follow_up::read_referral,
        "The referral as the library writes it.";
    "read_event" Referral (), follow_up::EventRequest => ReferralEvent, follow_up::read_event,
        "The event as the library writes it.";
    "read_tracked_need" Referral (), follow_up::TrackedNeedRequest => TrackedNeed, follow_up::read_tracked_need,
        "The tracked need as the library writes it.";
    "read_request" Referral (), follow_up::ReadRequestRequest => Request, follow_up::read_request,
        "The request as the library writes it.";
    "need_status" Referral (), follow_up::NeedStatusRequest => NeedStatus, follow_up::need_status,
        "The status of a need from the states of its referrals.";
    "next_states" Referral (), follow_up::StateRequest => Vec<ReferralState>, follow_up::next_states,
        "The states that a referral may be moved to.";
    "reminders" Referral Option<&Directory>, reminders::RemindersRequest => Reminders, reminders::reminders,
        "Everything that a day calls for.";
    "need_reminder" Referral Option<&Directory>, reminders::RemindersRequest => Option<NeedReminder>, reminders::need_reminder,
        "What a day calls for, for the one need of these referrals.";
    "classify_request" Referral (), follow_up::ClassifyRequest => RequestVerdict, follow_up::classify_request,
        "Whether a request is new, a reminder of one whose need is open, or a duplicate.";
    "due_for_anonymisation" Referral (), follow_up::RetentionRequest => Vec<RetentionDue>, follow_up::due_for_anonymisation,
        "The needs that are to be anonymised.";
    "anonymise" Referral (), follow_up::AnonymiseRequest => TrackedNeed, follow_up::anonymise,
        "The need with what statistics may keep.";
    "anonymise_referral" Referral (), follow_up::ReferralRequest => Referral, follow_up::anonymise_referral,
        "The referral with what statistics may keep.";
    "reminder_policy" Referral (), NoRequest => ReminderPolicy, reminders::reminder_policy,
        "After how many days reminders are due where the host does not say.";
    "request_policy" Referral (), NoRequest => RequestPolicy, follow_up::request_policy,
        "How far apart requests are the same where the host does not say.";
    "retention_policy" Referral (), NoRequest => RetentionPolicy, follow_up::retention_policy,
        "How long needs are kept where the host does not say.";

    "fold_requests" Referral (), deposits::FoldRequestsRequest => FoldedRequests, deposits::fold_requests,
        "The requests that events amount to, in whatever order they arrived.";
    "apply_request_event" Referral (), deposits::ApplyRequestEventRequest => TrackedRequest, deposits::apply_request_event,
        "The request after one more event; without a request, the one that a deposit begins.";
    "request_fate" Referral (), deposits::RequestStateRequest => RequestFate, deposits::request_fate,
        "What became of a request in a state.";
    "check_request" Referral (), deposits::TrackedRequestRequest => Nothing, deposits::check_request,
        "Whether the dates of a request can be true, and go with its state.";
    "read_tracked_request" Referral (), deposits::TrackedRequestRequest => TrackedRequest, deposits::read_tracked_request,
        "The tracked request as the library writes it.";
    "read_request_event" Referral (), deposits::RequestEventRequest => RequestEvent, deposits::read_request_event,
        "The event as the library writes it.";
    "anonymise_request" Referral (), deposits::TrackedRequestRequest => TrackedRequest, deposits::anonymise_request,
        "The request with what statistics may keep.";

    "come_backs_due" Referral (), reminders::ComeBacksDueRequest => Vec<ComeBackDue>, reminders::come_backs_due,
        "The companies to invite to come back, each by its last need.";
    "come_back_policy" Referral (), NoRequest => ComeBackPolicy, reminders::come_back_policy,
        "When companies are invited to come back where the host does not say.";
    "candidates" Need &Router, waves::CandidatesRequest<'_> => Candidates, waves::candidates,
        "Whom a need could go to: those who match, and those nearest outside their territory.";
    "next_wave" Referral (), waves::NextWaveRequest => Wave, waves::next_wave,
        "Whom to alert now about a need, when those of the wave before have not moved.";
    "wave_policy" Referral (), NoRequest => WavePolicy, waves::wave_policy,
        "How waves follow each other where the host does not say.";

    "perimeter" Referral &Directory, access::PerimeterRequest => Vec<&str>, access::perimeter,
        "The ids of the antennes of a perimeter: an antenne, and those below it.";
    "may" Referral (), access::MayRequest => Permission, access::may,
        "Whether somebody may see or do something of a need, and why.";
    "permission_rules" Referral (), NoRequest => Vec<PermissionRule>, access::permission_rules,
        "Who may see and do what, as one table.";

    "surveys_due" Referral (), surveys::SurveysDueRequest => Vec<SurveyDue>, surveys::surveys_due,
        "The needs whose companies are to be asked whether they were helped.";
    "ask_survey" Referral (), surveys::AskSurveyRequest => SurveyChanges, surveys::ask_survey,
        "Asks a company about a need.";
    "answer_survey" Referral (), surveys::AnswerSurveyRequest => SurveyChanges, surveys::answer_survey,
        "Takes down what a company answers.";
    "fold_surveys" Referral (), surveys::FoldSurveysRequest => FoldedSurveys, surveys::fold_surveys,
        "The surveys that events amount to, in whatever order they arrived.";
    "read_survey" Referral (), surveys::SurveyRequest => Survey, surveys::read_survey,
        "The survey as the library writes it.";
    "read_survey_event" Referral (), surveys::SurveyEventRequest => SurveyEvent, surveys::read_survey_event,
        "The event of a survey as the library writes it.";
    "survey_policy" Referral (), NoRequest => SurveyPolicy, surveys::survey_policy,
        "When companies are asked where the host does not say.";

    "impact" Referral Option<&Directory>, impact::ImpactRequest => ImpactReport, impact::report,
        "What was done for companies, in figures.";
    "impact_table" Referral (), impact::ReportRequest => ImpactTable, impact::table,
        "The report as one flat table, a row a group and period.";
    #[cfg(feature = "csv")]
    "impact_csv" Referral (), impact::ReportRequest => String, impact::csv,
        "The same as the text of a CSV file.";
    "compare_impact" Referral (), impact::CompareReportsRequest => Vec<ImpactChange>, impact::compare,
        "How the figures changed from one report to another.";
    "previous_impact_query" Referral (), impact::ImpactQueryRequest => Option<ImpactQuery>, impact::previous,
        "The same query for the period before, of the same length.";
    "read_impact_query" Referral (), impact::ImpactQueryRequest => ImpactQuery, impact::read_query,
        "The query as the library writes it.";
    "impact_query_on" Referral (), impact::DayRequest => ImpactQuery, impact::query_on,
        "Everything, seen from a day: a query to be changed.";
    #[cfg(feature = "csv")]
    "read_referrals_csv" Referral Option<&Directory>, impact::ReferralFileRequest => ReferralFile, impact::read_referrals_csv,
        "The needs and referrals of a CSV file, and what is wrong with its rows.";
    #[cfg(feature = "csv")]
    "read_requests_csv" Referral (), impact::RequestFileRequest => RequestFile, impact::read_requests_csv,
        "The requests of a CSV file of events, and what is wrong with its rows.";
    #[cfg(feature = "csv")]
    "read_surveys_csv" Referral (), impact::SurveyFileRequest => SurveyFile, impact::read_surveys_csv,
        "The surveys of a CSV file of events, and what is wrong with its rows.";

    #[cfg(feature = "notifications")]
    "render" Referral (), notifications::RenderRequest => Message, notifications::render,
        "A message with its subject, its text and its HTML.";
    #[cfg(feature = "notifications")]
    "render_with" Referral &Templates, notifications::RenderWithRequest => Message, notifications::render_with,
        "The same, by templates that were compiled before.";
    #[cfg(feature = "notifications")]
    "default_templates" Referral (), NoRequest => BTreeMap<&str, &str>, notifications::default_templates,
        "The sources of the library's own templates, by their names.";
    "labels" Request (), NoRequest => Vec<words::WordList>, words::labels,
        "Every closed list that users read, with its labels.";
}

/// Reads the request, calls the function and writes its answer.
fn answered<'t, T, R, A>(
    name: &str,
    family: Family,
    target: Target<'t>,
    request: &'t str,
    function: impl FnOnce(T, R) -> Result<A, BoundaryError>,
) -> Result<String, BoundaryError>
where
    T: FromTarget<'t>,
    R: Deserialize<'t>,
    A: Serialize,
{
    let target = T::required(name, target)?;
    let request = read::request(request).map_err(|error| BoundaryError::of_request(family, &error))?;
    let answer = function(target, request)?;
    // Texts, numbers that are finite and lists of them: nothing that JSON could not hold.
    serde_json::to_string(&answer)
        .map_err(|error| BoundaryError::new(family, "invalid_value", error.to_string()))
}

#[cold]
fn unknown(name: &str) -> BoundaryError {
    let message = sentence!(ThereIsNo { what: sentence!(Function), id: crate::text::shorten(name, 60) });
    let nearest = crate::text::nearest(name, CALLS.iter().map(|call| call.name));
    let hint = nearest.map(|nearest| sentence!(DidYouMean { nearest }));
    BoundaryError::of_fault(Family::Request, "unknown_function", Fault { message, hint }).at(Some("function"))
}
