//! Criteria: conditions on the company, owned by an expert, an antenne or an institution.

use crate::codes::{LegalFormEntry, NafEntry};
use crate::geography::ZoneList;
use crate::record::kinds::{Choice, Codes, Number, Optional, Subjects, Words, Zones};
use crate::record::record;
use crate::record::values::stored_as_text;
use crate::record::words::words;

record! {
    /// A set of conditions on the company; all that are set must hold.
    #[french = "Des conditions sur l’entreprise ; toutes celles qui sont données doivent être remplies."]
    #[derive(Default, Eq, Hash)]
    pub struct Criterion {
        /// The subjects to which it applies; all if empty.
        #[french = "Les sujets auxquels il s’applique ; tous si la liste est vide."]
        1 subjects: Vec<String> = Subjects,
        /// The company is at least so many full years old.
        #[french = "L’entreprise existe depuis au moins tant d’années pleines."]
        2 min_years: Option<u32> = Optional<Number>,
        /// The company is less than so many full years old.
        #[french = "L’entreprise existe depuis moins de tant d’années."]
        3 below_years: Option<u32> = Optional<Number>,
        /// At least so many employees.
        #[french = "Au moins tant de salariés."]
        4 min_headcount: Option<u32> = Optional<Number>,
        /// Fewer than so many employees.
        #[french = "Moins de tant de salariés."]
        5 below_headcount: Option<u32> = Optional<Number>,
        /// The activity is one of these, or below one of them.
        #[french = "L’activité est l’une de celles-ci, ou relève de l’une d’elles."]
        6 accepted_naf: Vec<NafEntry> = Codes<NafEntry>,
        /// The activity is none of these, nor below one of them.
        #[french = "L’activité n’est aucune de celles-ci et ne relève d’aucune."]
        7 excluded_naf: Vec<NafEntry> = Codes<NafEntry>,
        /// The legal form is one of these, or below one of them.
        #[french = "La forme juridique est l’une de celles-ci, ou en relève."]
        8 accepted_legal_forms: Vec<LegalFormEntry> = Codes<LegalFormEntry>,
        /// The legal form is none of these, nor below one of them.
        #[french = "La forme juridique n’est aucune de celles-ci et n’en relève pas."]
        9 excluded_legal_forms: Vec<LegalFormEntry> = Codes<LegalFormEntry>,
        /// The facility lies in none of these.
        #[french = "L’établissement n’est dans aucune de ces zones."]
        10 excluded_zones: ZoneList = Zones,
        /// The need comes from one of these campaigns or sites.
        #[french = "Le besoin vient de l’une de ces campagnes ou de l’un de ces sites."]
        11 origins: Vec<String> = Words,
        /// What becomes of a condition whose fact the need does not carry. Conditions that exclude
        /// accept in any case.
        #[french = "Ce que devient une condition dont le besoin ne dit rien : `reject` (refus) ou `accept`. Les exclusions acceptent toujours."]
        12 when_unknown: WhenUnknown = Choice<WhenUnknown>,
        /// At least so many euros of turnover in the last closed year.
        #[french = "Au moins tant d’euros de chiffre d’affaires au dernier exercice clos."]
        13 min_turnover: Option<u32> = Optional<Number>,
        /// Less than so many euros of turnover in the last closed year.
        #[french = "Moins de tant d’euros de chiffre d’affaires au dernier exercice clos."]
        14 below_turnover: Option<u32> = Optional<Number>,
    }
}

impl Criterion {
    /// Whether it applies to needs on the subject.
    pub fn applies_to(&self, subject: &str) -> bool {
        self.subjects.is_empty() || self.subjects.iter().any(|listed| listed == subject)
    }
}

impl Criterion {
    /// The ranges in which a number must lie: the field of the upper bound, both bounds, and what is counted.
    pub(crate) fn ranges(&self) -> [(&'static str, Option<u32>, Option<u32>, &'static str); 3] {
        [
            ("below_years", self.min_years, self.below_years, "years"),
            ("below_headcount", self.min_headcount, self.below_headcount, "employees"),
            ("below_turnover", self.min_turnover, self.below_turnover, "euros of turnover"),
        ]
    }
}

words! {
    /// What becomes of a condition whose fact the need does not carry.
    #[derive(Default)]
    WhenUnknown, "when_unknown";
    /// The criterion rejects.
    #[default]
    Reject "refuser" "reject",
    /// The criterion accepts, and the match says that the fact is unverified.
    Accept "accepter, à vérifier" "accept, to be verified",
}

words! {
    /// How the criteria of an expert, its antenne and its institution compose: a version of the rules,
    /// which every answer quotes and under which a directory can be replayed.
    #[derive(Default)]
    RulesVersion, "rules", "kebab-case";
    /// All criteria of all levels accept.
    #[default]
    Every "tous les filtres de tous les niveaux" "all criteria of all levels",
    /// In each level that has criteria for the subject, at least one accepts.
    AnyInLevel "un filtre au moins de chaque niveau" "one criterion at least of each level",
}

stored_as_text!(WhenUnknown, RulesVersion);
