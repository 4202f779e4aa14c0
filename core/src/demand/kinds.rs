//! The closed lists of the report.

use crate::directory::CriterionOwner;
use crate::record::words::words;

words! {
    /// By what needs are counted, and what is changed.
    #[derive(Default)]
    DemandBy, "by";
    /// An institution.
    #[default]
    Institution "institution" "institution",
    /// An antenne.
    Antenne "antenne" "antenne",
    /// An expert.
    Expert "expert" "expert",
}

words! {
    /// What is changed, from what asks for least to what asks for most.
    DemandChangeKind, "kinds";
    /// A bound of a criterion is set wider.
    Bound "seuil élargi" "wider bound",
    /// A list of a criterion accepts one entry more.
    Entry "entrée acceptée" "accepted entry",
    /// A list of a criterion excludes one entry less.
    Exclusion "exclusion levée" "lifted exclusion",
    /// A criterion accepts what is not known, to be verified.
    Unknown "inconnu accepté" "accepted unknown",
    /// A criterion no longer has one of its conditions.
    Condition "condition levée" "lifted condition",
    /// A criterion no longer asks for one of its alternatives.
    Alternatives "alternatives levées" "lifted alternatives",
    /// A criterion is taken away.
    Criterion "filtre retiré" "criterion taken away",
    /// Other answers of the company are taken too.
    Answers "réponses élargies" "wider answers",
    /// The institution serves other natures of activity too.
    Activities "natures d’activité élargies" "wider natures of activity",
    /// A zone is added to the territory.
    Zone "zone ajoutée" "added zone",
    /// What was switched off is active.
    Active "réactivation" "reactivation",
    /// A period of validity is taken away.
    Period "période levée" "lifted period",
    /// An expert handles one subject more.
    Subject "sujet ajouté" "added subject",
}

impl DemandBy {
    /// What an owner is.
    pub(super) fn of(owner: CriterionOwner) -> DemandBy {
        match owner {
            CriterionOwner::Institution(_) => DemandBy::Institution,
            CriterionOwner::Antenne(_) => DemandBy::Antenne,
            CriterionOwner::Expert(_) => DemandBy::Expert,
        }
    }

    /// The institution, antenne or expert of a position.
    pub(super) fn owner(self, position: usize) -> CriterionOwner {
        match self {
            DemandBy::Institution => CriterionOwner::Institution(position),
            DemandBy::Antenne => CriterionOwner::Antenne(position),
            DemandBy::Expert => CriterionOwner::Expert(position),
        }
    }
}
