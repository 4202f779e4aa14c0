//! What the columns of a workbook show: every figure, and counts by reason and outcome.

use crate::follow_up::{ClosureReason, RefusalReason, ReminderPolicy, SurveyOutcome};
use crate::impact::figure_list::{Cell, FIGURES, Figure};
use crate::impact::{ClosureCount, Figures, ReasonCount};
use crate::language::Language;

/// What there is something of: columns of what nobody gave would be noughts.
#[derive(Clone, Copy)]
pub(super) struct Topics {
    requests: bool,
    surveys: bool,
}

impl Topics {
    pub(super) fn of(total: &Figures) -> Topics {
        Topics { requests: total.requests.deposited > 0, surveys: total.surveys.asked > 0 }
    }

    pub(super) fn with(self, other: Option<Topics>) -> Topics {
        let Some(other) = other else { return self };
        Topics { requests: self.requests || other.requests, surveys: self.surveys || other.surveys }
    }

    /// Those of institutions, antennes and experts: no request is any of theirs.
    pub(super) fn of_receivers(self) -> Topics {
        Topics { requests: false, ..self }
    }
}

/// A figure, or a count by reason.
pub(super) struct Indicator {
    /// What people read.
    pub(super) label: String,
    /// What it counts, as a sentence.
    pub(super) definition: String,
    /// What a share is out of.
    pub(super) whole: Option<&'static str>,
    source: Source,
}

enum Source {
    Figure(&'static Figure),
    Refusals(Option<RefusalReason>),
    Closures(Option<ClosureReason>),
    Outcomes(SurveyOutcome),
}

impl Indicator {
    pub(super) fn cell(&self, figures: &Figures) -> Cell {
        let count = match &self.source {
            Source::Figure(figure) => return (figure.cell)(figures),
            Source::Refusals(reason) => {
                figures.refusals.iter().find(|own| own.reason == *reason).map(|own| own.count)
            }
            Source::Closures(reason) => {
                figures.requests.closures.iter().find(|own| own.reason == *reason).map(|own| own.count)
            }
            Source::Outcomes(outcome) => {
                figures.surveys.outcomes.iter().find(|own| own.outcome == *outcome).map(|own| own.count)
            }
        };
        Cell::Count(count.unwrap_or(0))
    }

    fn of_figure(figure: &'static Figure, abandoned: u32) -> Indicator {
        let label = figure.label_in(Language::French);
        // A part says of what, since a column stands alone.
        let label = match label.strip_prefix("dont ") {
            Some(_) if figure.is_of_requests() => format!("Demandes : {label}"),
            Some(_) if figure.is_of_surveys() => format!("Enquêtes : {label}"),
            Some(_) => format!("Mises en relation : {label}"),
            None => label.to_owned(),
        };
        Indicator {
            label,
            definition: figure
                .definition
                .replace("{abandoned}", &abandoned.to_string())
                .replace("{poke}", &ReminderPolicy::default().poke.to_string()),
            whole: figure.whole,
            source: Source::Figure(figure),
        }
    }

    fn count(label: String, definition: String, source: Source) -> Indicator {
        Indicator { label, definition, whole: None, source }
    }
}

/// Every indicator of what there is something of, in the order of the columns.
pub(super) fn indicators(topics: Topics, abandoned: u32) -> Vec<Indicator> {
    let is_shown = |figure: &&Figure| {
        (topics.requests || !figure.is_of_requests()) && (topics.surveys || !figure.is_of_surveys())
    };
    let figures = FIGURES.iter().filter(is_shown).map(|figure| Indicator::of_figure(figure, abandoned));
    let refusals = RefusalReason::ALL.iter().map(|reason| Some(*reason)).chain([None]).map(|reason| {
        let label = format!("Refus : {}", ReasonCount::label_of(reason, Language::French));
        let definition = match reason {
            Some(_) => "Mises en relation refusées pour ce motif.",
            None => "Mises en relation refusées sans que l’expert dise pourquoi.",
        };
        Indicator::count(label, definition.to_owned(), Source::Refusals(reason))
    });
    let closures = ClosureReason::ALL.iter().map(|reason| Some(*reason)).chain([None]).map(|reason| {
        let label = format!("Classées : {}", ClosureCount::label_of(reason, Language::French));
        let definition = match reason {
            Some(_) => "Demandes classées sans suite pour ce motif.",
            None => "Demandes classées sans suite dont le motif n’est pas connu.",
        };
        Indicator::count(label, definition.to_owned(), Source::Closures(reason))
    });
    let outcomes = SurveyOutcome::ALL.iter().map(|outcome| {
        let label = format!("Enquêtes : {}", outcome.label());
        let definition =
            "Réponses qui disent que l’échange a permis cela ; une réponse peut en dire plusieurs.";
        Indicator::count(label, definition.to_owned(), Source::Outcomes(*outcome))
    });
    let closures = closures.filter(|_| topics.requests);
    figures.chain(refusals).chain(closures).chain(outcomes.filter(|_| topics.surveys)).collect()
}
