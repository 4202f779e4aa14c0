//! An event as a row, and the columns in which it stands.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::follow_up::{
    ClosureReason, EventKind, HoldReason, ReferralEvent, ReferralState, RefusalReason, RequestEvent,
    RequestEventKind, SurveyEvent, SurveyEventKind, SurveyOutcome,
};
use crate::language::Language;

/// An event as a row. The order of its fields is that of rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EventRow {
    pub(super) on: Date,
    at: Option<Timestamp>,
    kind: Option<Kind>,
    pub(super) request: Option<String>,
    pub(super) need: Option<String>,
    pub(super) referral: Option<String>,
    seq: u32,
    subject: Option<String>,
    from_subject: Option<String>,
    origin: Option<String>,
    expert: Option<String>,
    pub(super) antenne: Option<String>,
    pub(super) institution: Option<String>,
    from: Option<ReferralState>,
    to: Option<ReferralState>,
    by_hand: Option<bool>,
    reason: Option<Reason>,
    called_back: Option<bool>,
    useful: Option<bool>,
    outcomes: Vec<SurveyOutcome>,
}

/// What kind of thing happened, and to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Request(RequestEventKind),
    Referral(EventKind),
    Survey(SurveyEventKind),
}

/// Why a request is held or closed, or a referral refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    Held(HoldReason),
    Closed(ClosureReason),
    Refused(RefusalReason),
}

impl EventRow {
    pub(super) fn of_request(event: &RequestEvent) -> EventRow {
        let held = event.held_for.map(Reason::Held);
        EventRow {
            on: event.on,
            at: event.at,
            kind: Some(Kind::Request(event.kind)),
            request: Some(event.request.clone()),
            need: (!event.needs.is_empty()).then(|| event.needs.join("|")),
            seq: event.seq,
            subject: event.subject.clone(),
            from_subject: event.from.clone(),
            origin: event.origin.clone(),
            reason: held.or(event.closed_for.map(Reason::Closed)),
            ..EventRow::default()
        }
    }

    /// `holder` is the event by which it came to the expert who has it.
    pub(super) fn of_referral(
        event: &ReferralEvent,
        holder: Option<&ReferralEvent>,
        from: Option<ReferralState>,
        subject: Option<String>,
    ) -> EventRow {
        let holder = holder.unwrap_or(event);
        EventRow {
            on: event.on,
            kind: Some(Kind::Referral(event.kind)),
            need: Some(event.need.clone()),
            referral: Some(event.referral.clone()),
            seq: event.seq,
            subject,
            expert: holder.expert.clone(),
            antenne: holder.antenne.clone(),
            institution: holder.institution.clone(),
            from,
            to: Some(event.to),
            by_hand: matches!(event.kind, EventKind::Sent | EventKind::Reassigned).then_some(event.by_hand),
            reason: event.reason.map(Reason::Refused),
            ..EventRow::default()
        }
    }

    pub(super) fn of_survey(event: &SurveyEvent, subject: Option<String>) -> EventRow {
        EventRow {
            on: event.on,
            kind: Some(Kind::Survey(event.kind)),
            need: Some(event.need.clone()),
            subject,
            called_back: event.called_back,
            useful: event.useful,
            outcomes: event.outcomes.clone(),
            ..EventRow::default()
        }
    }
}

/// A column, and how its cells are written: as codes, or in a language.
pub(super) struct Column {
    name: &'static str,
    french: &'static str,
    english: &'static str,
    pub(super) cell: fn(&EventRow, Option<Language>) -> String,
}

impl Column {
    pub(super) fn header(&self, language: Option<Language>) -> &'static str {
        language.map_or(self.name, |language| language.choose(self.french, self.english))
    }
}

macro_rules! columns {
    ($($name:ident $french:literal $english:literal => $cell:expr,)*) => {
        /// The columns, in order.
        pub(super) const COLUMNS: &[Column] = &[$(Column {
            name: stringify!($name),
            french: $french,
            english: $english,
            cell: $cell,
        },)*];
    };
}

/// A word as its code, or as people read it.
macro_rules! word {
    ($word:expr, $language:expr) => {
        $language.map_or($word.as_str(), |language| $word.label_in(language)).to_owned()
    };
}

columns! {
    of "Objet" "Of" => |row, language| {
        let (name, french, english) = match row.kind {
            Some(Kind::Request(_)) => ("request", "Demande", "Request"),
            Some(Kind::Referral(_)) => ("referral", "Mise en relation", "Referral"),
            Some(Kind::Survey(_)) => ("survey", "Enquête", "Survey"),
            None => return String::new(),
        };
        language.map_or(name, |language| language.choose(french, english)).to_owned()
    },
    kind "Événement" "Event" => |row, language| match row.kind {
        Some(Kind::Request(kind)) => word!(kind, language),
        Some(Kind::Referral(kind)) => word!(kind, language),
        Some(Kind::Survey(kind)) => word!(kind, language),
        None => String::new(),
    },
    on "Jour" "Day" => |row, _| row.on.to_string(),
    at "Instant" "Instant" => |row, _| text(&row.at),
    seq "Numéro" "Number" => |row, _| if row.seq == 0 { String::new() } else { row.seq.to_string() },
    request "Demande" "Request" => |row, _| text(&row.request),
    need "Besoin" "Need" => |row, _| text(&row.need),
    referral "Mise en relation" "Referral" => |row, _| text(&row.referral),
    subject "Sujet" "Subject" => |row, _| text(&row.subject),
    from_subject "Sujet précédent" "Subject before" => |row, _| text(&row.from_subject),
    origin "Provenance" "Origin" => |row, _| text(&row.origin),
    expert "Expert" "Expert" => |row, _| text(&row.expert),
    antenne "Antenne" "Antenne" => |row, _| text(&row.antenne),
    institution "Institution" "Institution" => |row, _| text(&row.institution),
    from "État précédent" "State before" => |row, language| {
        row.from.map_or_else(String::new, |state| word!(state, language))
    },
    to "État" "State" => |row, language| row.to.map_or_else(String::new, |state| word!(state, language)),
    by_hand "Choisi à la main" "By hand" => |row, language| yes_no(row.by_hand, language),
    reason "Motif" "Reason" => |row, language| match row.reason {
        Some(Reason::Held(reason)) => word!(reason, language),
        Some(Reason::Closed(reason)) => word!(reason, language),
        Some(Reason::Refused(reason)) => word!(reason, language),
        None => String::new(),
    },
    called_back "Entreprise rappelée" "Called back" => |row, language| yes_no(row.called_back, language),
    useful "Échange utile" "Useful" => |row, language| yes_no(row.useful, language),
    outcomes "L’échange a permis" "Outcomes" => |row, language| {
        let outcomes = row.outcomes.iter().map(|outcome| word!(outcome, language));
        outcomes.collect::<Vec<_>>().join("|")
    },
}

fn text<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map_or_else(String::new, ToString::to_string)
}

/// As in every file of rows that this package writes; in English for people who read that.
fn yes_no(value: Option<bool>, language: Option<Language>) -> String {
    let language = language.unwrap_or_default();
    let word =
        value.map(|value| if value { language.choose("oui", "yes") } else { language.choose("non", "no") });
    word.unwrap_or_default().to_owned()
}
