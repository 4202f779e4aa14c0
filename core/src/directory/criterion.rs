//! Criteria: conditions on the company, owned by an expert, an antenne or an institution.

use std::collections::BTreeMap;

use crate::codes::{Activity, Idcc, LegalFormEntry, NafEntry, NafaEntry};
use crate::geography::ZoneList;
use crate::language::{Sentence, sentence};
use crate::record::kinds::{
    Agreements, Choice, Codes, Number, Optional, Period, Qualities, Subjects, Words, YesOrNo, Zones,
};
use crate::record::record;
use crate::record::values::stored_as_text;
use crate::record::words::words;
use crate::validity::Validity;

/// Declares the conditions, and the two records that hold them: a criterion, and an alternative of one.
macro_rules! conditions {
    ($(
        $(#[doc = $doc:expr])+
        #[french = $french:expr]
        $tag:literal $field:ident: $type:ty = $kind:ty,
    )+) => {
        record! {
            /// A set of conditions on the company; all that are set must hold.
            #[french = "Des conditions sur l’entreprise ; toutes celles qui sont données doivent être remplies."]
            #[derive(Default, Eq, Hash)]
            pub struct Criterion {
                /// The subjects to which it applies; all if empty.
                #[french = "Les sujets auxquels il s’applique ; tous si la liste est vide."]
                1 subjects: Vec<String> = Subjects,
                $(
                    $(#[doc = $doc])+
                    #[french = $french]
                    $tag $field: $type = $kind,
                )+
                /// What becomes of a condition whose fact the need does not carry. Conditions that exclude
                /// accept in any case.
                #[french = "Ce que devient une condition dont le besoin ne dit rien : `reject` (refus) ou `accept`. Les exclusions acceptent toujours."]
                12 when_unknown: WhenUnknown = Choice<WhenUnknown>,
                /// The days on which it counts; always if it is not given.
                #[french = "Les jours où il compte ; toujours si rien n’est donné."]
                25 valid: Option<Validity> = Optional<Period>,
            }
            nests {
                /// Alternatives, of which one must hold besides; none if empty.
                #[french = "Des alternatives, dont l’une doit être remplie en plus ; aucune si la liste est vide."]
                26 any_of: Alternative,
            }
        }

        record! {
            /// One of several sets of conditions of which a criterion asks for one.
            #[french = "L’un des ensembles de conditions dont un filtre demande qu’un seul soit rempli."]
            #[derive(Default, Eq, Hash)]
            pub struct Alternative {
                $(
                    $(#[doc = $doc])+
                    #[french = $french]
                    $tag $field: $type = $kind,
                )+
            }
        }

        impl From<&Alternative> for Criterion {
            /// A criterion of the same conditions, which rejects what it does not know.
            fn from(alternative: &Alternative) -> Criterion {
                Criterion { $($field: alternative.$field.clone(),)+ ..Criterion::default() }
            }
        }
    };
}

conditions! {
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
    /// At least so many euros of turnover in the last closed year.
    #[french = "Au moins tant d’euros de chiffre d’affaires au dernier exercice clos."]
    13 min_turnover: Option<u32> = Optional<Number>,
    /// Less than so many euros of turnover in the last closed year.
    #[french = "Moins de tant d’euros de chiffre d’affaires au dernier exercice clos."]
    14 below_turnover: Option<u32> = Optional<Number>,
    /// The balance sheet of the last closed year adds up to at least so many euros.
    #[french = "Un total du bilan d’au moins tant d’euros au dernier exercice clos."]
    15 min_balance_sheet: Option<u32> = Optional<Number>,
    /// The balance sheet of the last closed year adds up to less than so many euros.
    #[french = "Un total du bilan de moins de tant d’euros au dernier exercice clos."]
    16 below_balance_sheet: Option<u32> = Optional<Number>,
    /// The facility has one of these natures of activity; craft codes count as `ARTISANALE`.
    #[french = "L’établissement a l’une de ces natures d’activité ; un code NAFA vaut `ARTISANALE`."]
    17 accepted_activities: Vec<Activity> = Codes<Activity>,
    /// The facility has none of these natures of activity.
    #[french = "L’établissement n’a aucune de ces natures d’activité."]
    18 excluded_activities: Vec<Activity> = Codes<Activity>,
    /// The facility has one of these craft codes, or one that begins so.
    #[french = "L’établissement a l’un de ces codes NAFA, ou un code qui commence ainsi."]
    19 accepted_nafa: Vec<NafaEntry> = Codes<NafaEntry>,
    /// The facility has none of these craft codes, nor one that begins so.
    #[french = "L’établissement n’a aucun de ces codes NAFA, ni de code qui commence ainsi."]
    20 excluded_nafa: Vec<NafaEntry> = Codes<NafaEntry>,
    /// The facility applies one of these collective agreements.
    #[french = "L’établissement applique l’une de ces conventions collectives."]
    21 accepted_idcc: Vec<Idcc> = Agreements,
    /// The facility applies none of these collective agreements.
    #[french = "L’établissement n’applique aucune de ces conventions collectives."]
    22 excluded_idcc: Vec<Idcc> = Agreements,
    /// Whether the company is run under the scheme of micro-entrepreneurs.
    #[french = "L’entreprise relève, ou non, du régime de la micro-entreprise."]
    23 micro_entrepreneur: Option<bool> = Optional<YesOrNo>,
    /// What the company must be or hold, or must not: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
    /// `procedure-collective` and others.
    #[french = "Ce que l’entreprise doit être ou détenir, ou non : `ess`, `bio`, `rge`, `qualiopi`, `siae`, `procedure-collective` et d’autres."]
    24 qualities: BTreeMap<String, bool> = Qualities,
}

impl Criterion {
    /// Whether it applies to needs on the subject.
    pub fn applies_to(&self, subject: &str) -> bool {
        self.subjects.is_empty() || self.subjects.iter().any(|listed| listed == subject)
    }

    /// The ranges in which a number must lie: the field of the upper bound, both bounds, and what is counted.
    pub(crate) fn ranges(&self) -> [(&'static str, Option<u32>, Option<u32>, Sentence); 4] {
        [
            ("below_years", self.min_years, self.below_years, sentence!(Years)),
            ("below_headcount", self.min_headcount, self.below_headcount, sentence!(Employees)),
            ("below_turnover", self.min_turnover, self.below_turnover, sentence!(EurosOfTurnover)),
            (
                "below_balance_sheet",
                self.min_balance_sheet,
                self.below_balance_sheet,
                sentence!(EurosInBalance),
            ),
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
