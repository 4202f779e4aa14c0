//! The list of all figures: what tables and comparisons are made of.

use super::{Figures, Share};
use crate::language::Language;

/// The value of a figure.
#[derive(Clone, Copy)]
pub(super) enum Cell {
    Count(u64),
    Number(Option<f64>),
    Share(Share),
}

/// A figure: its name, what people read, and where it stands.
pub(super) struct Figure {
    pub(super) name: &'static str,
    french: &'static str,
    english: &'static str,
    pub(super) cell: fn(&Figures) -> Cell,
}

impl Figure {
    /// What people read, in a language.
    pub(super) fn label_in(&self, language: Language) -> &'static str {
        language.choose(self.french, self.english)
    }

    /// Whether it is a share of too few to mean much.
    pub(super) fn is_small(&self, figures: &Figures) -> bool {
        matches!((self.cell)(figures), Cell::Share(share) if share.small)
    }
}

macro_rules! figures {
    ($($kind:ident $name:ident $french:literal $english:literal $($path:ident).+,)*) => {
        /// Every figure of a row, in the order of the columns. A share gives two columns: the value
        /// as `NAME_rate`, and the whole as `NAME_of`.
        pub(super) const FIGURES: &[Figure] = &[$(Figure {
            name: stringify!($name),
            french: $french,
            english: $english,
            cell: |figures| Cell::$kind(figures.$($path).+),
        },)*];
    };
}

figures! {
    Count requests "Demandes déposées" "Requests deposited" requests.deposited,
    Count requests_to_read "dont à lire" "of which to be read" requests.to_read,
    Count requests_held "dont en attente d’un conseiller" "of which held for an adviser" requests.held,
    Count requests_transmitted "dont transmises" "of which transmitted" requests.transmitted,
    Count requests_closed "dont classées sans suite" "of which closed" requests.closed,
    Count deposited "Besoins déposés" "Needs deposited" funnel.deposited,
    Count nobody_found "Sans expert trouvé" "No expert found" funnel.nobody_found,
    Count not_sent "Pas encore transmis" "Not sent yet" funnel.not_sent,
    Count matched "Besoins transmis" "Needs sent" funnel.matched,
    Count waiting "En attente" "Waiting" funnel.waiting,
    Count abandoned "Abandonnés" "Abandoned" funnel.abandoned,
    Count answered "Besoins avec réponse" "Needs answered" funnel.answered,
    Count pending "Refus partiels, en attente" "Partly refused, waiting" funnel.pending,
    Count expired "Refus partiels, puis sans suite" "Partly refused, then left" funnel.expired,
    Count refused "Refusés par tous" "Refused by everybody" funnel.refused,
    Count unreachable "Entreprise injoignable" "Company not reachable" funnel.unreachable,
    Count in_progress "Pris en charge, en cours" "Taken in charge, in progress" funnel.in_progress,
    Count exchanged "Besoins avec échange" "Needs with an exchange" funnel.exchanged,
    Count no_help "Sans aide disponible" "No help available" funnel.no_help,
    Count helped "Besoins aidés" "Needs helped" funnel.helped,
    Count surveys_asked "Entreprises interrogées" "Companies asked" surveys.asked,
    Count surveys_answered "dont ont répondu" "of which answered" surveys.answered,
    Count surveys_called_back "dont rappelées" "of which called back" surveys.called_back,
    Count surveys_useful "dont ont trouvé l’échange utile" "of which found it useful" surveys.useful,
    Count surveys_satisfied "dont satisfaites" "of which satisfied" surveys.satisfied,
    Count companies "Entreprises" "Companies" companies,
    Count companies_helped "Entreprises aidées" "Companies helped" companies_helped,
    Count without_company "Besoins sans entreprise connue" "Needs without a known company" without_company,
    Count referrals "Mises en relation" "Referrals" referrals.sent,
    Count referrals_waiting "dont en attente" "of which waiting" referrals.waiting,
    Count referrals_taken_in_charge "dont prises en charge" "of which taken in charge" referrals.taken_in_charge,
    Count referrals_done "dont avec aide" "of which helped" referrals.done,
    Count referrals_done_no_help "dont sans aide disponible" "of which no help available" referrals.done_no_help,
    Count referrals_done_not_reachable "dont entreprise injoignable" "of which company not reachable" referrals.done_not_reachable,
    Count referrals_refused "dont refusées" "of which refused" referrals.refused,
    Count referrals_taken_by_sibling "dont prises par un collègue" "of which taken by a colleague" referrals.taken_by_sibling,
    Count referrals_withdrawn "dont réattribuées" "of which reassigned" referrals.withdrawn,
    Share matched "Taux de transmission" "Sending rate" matched,
    Share answered "Taux de réponse" "Answer rate" answered,
    Share exchanged "Taux d’échange" "Exchange rate" exchanged,
    Share helped "Taux d’aide" "Help rate" helped,
    Share helped_of_deposited "Aidés sur déposés" "Helped of deposited" helped_of_deposited,
    Share nobody_found "Part sans expert trouvé" "Share without an expert" nobody_found,
    Share abandoned "Taux d’abandon" "Abandonment rate" abandoned,
    Count requalified_in "Requalifiés depuis un autre sujet" "Requalified from another subject" requalified_in,
    Count requalified_out "Requalifiés vers un autre sujet" "Requalified to another subject" requalified_out,
    Share requests_transmitted "Part de demandes transmises" "Share of requests transmitted" requests.transmitted_share,
    Share requests_in_time "Demandes transmises en moins de 72 heures" "Requests transmitted within 72 hours" requests.transmitted_in_time,
    Share surveys_answers "Taux de réponse aux enquêtes" "Answer rate of surveys" surveys.answers,
    Share surveys_satisfaction "Taux de satisfaction" "Satisfaction rate" surveys.satisfaction,
    Share requalified "Taux de requalification" "Requalification rate" requalified,
    Share new_companies "Part de nouvelles entreprises" "Share of new companies" new_companies,
    Share positioning "Taux de positionnement" "Positioning rate" positioning,
    Share taken "Taux de prise en charge" "Rate of taking in charge" taken,
    Share refusal "Taux de refus" "Refusal rate" refusal,
    Share taken_within_3_days "Prises en charge en moins de 3 jours" "Taken in charge in fewer than 3 days" taken_within_3_days,
    Share taken_within_5_days "Prises en charge en moins de 5 jours" "Taken in charge in fewer than 5 days" taken_within_5_days,
    Share exchanged_within_3_days "Échanges en moins de 3 jours" "Exchanges in fewer than 3 days" exchanged_within_3_days,
    Share exchanged_within_5_days "Échanges en moins de 5 jours" "Exchanges in fewer than 5 days" exchanged_within_5_days,
    Number median_days_to_answer "Délai médian de réponse (jours)" "Median days to answer" median_days_to_answer,
    Number median_days_to_take "Délai médian de prise en charge (jours)" "Median days to take in charge" median_days_to_take,
    Number median_days_to_close "Délai médian de clôture (jours)" "Median days to close" median_days_to_close,
}

impl Cell {
    /// The value, to compare.
    pub(super) fn value(self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "counts of needs are far below 2^53")]
        match self {
            Cell::Count(count) => Some(count as f64),
            Cell::Number(value) => value,
            Cell::Share(share) => share.value,
        }
    }
}
