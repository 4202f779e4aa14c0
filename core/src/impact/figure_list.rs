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
    /// What it counts, in a French sentence; `{abandoned}` stands for the days of silence of a query, `{poke}` for
    /// those of a first reminder.
    #[cfg_attr(
        not(feature = "impact-workbooks"),
        expect(dead_code, reason = "only reading guides define figures")
    )]
    pub(super) definition: &'static str,
    /// What a share is out of, in French.
    #[cfg_attr(
        not(feature = "impact-workbooks"),
        expect(dead_code, reason = "only reading guides define figures")
    )]
    pub(super) whole: Option<&'static str>,
    pub(super) cell: fn(&Figures) -> Cell,
}

impl Figure {
    /// What people read, in a language.
    pub(super) fn label_in(&self, language: Language) -> &'static str {
        language.choose(self.french, self.english)
    }

    /// Whether it is of requests, which no receiver has.
    #[cfg_attr(
        not(feature = "impact-workbooks"),
        expect(dead_code, reason = "other tables have every figure")
    )]
    pub(super) fn is_of_requests(&self) -> bool {
        self.name.starts_with("requests")
    }

    /// Whether it is of surveys.
    #[cfg_attr(
        not(feature = "impact-workbooks"),
        expect(dead_code, reason = "other tables have every figure")
    )]
    pub(super) fn is_of_surveys(&self) -> bool {
        self.name.starts_with("surveys")
    }

    /// Whether it is a share of too few to mean much.
    pub(super) fn is_small(&self, figures: &Figures) -> bool {
        matches!((self.cell)(figures), Cell::Share(share) if share.small)
    }
}

macro_rules! figures {
    (@whole) => { None };
    (@whole $whole:literal) => { Some($whole) };
    ($($kind:ident $name:ident $french:literal $english:literal $($path:ident).+:
       $definition:literal $(/ $whole:literal)?;)*) => {
        /// Every figure of a row, in the order of the columns. A share gives two columns: the value
        /// as `NAME_rate`, and the whole as `NAME_of`.
        pub(super) const FIGURES: &[Figure] = &[$(Figure {
            name: stringify!($name),
            french: $french,
            english: $english,
            definition: $definition,
            whole: figures!(@whole $($whole)?),
            cell: |figures| Cell::$kind(figures.$($path).+),
        },)*];
    };
}

figures! {
    Count requests "Demandes déposées" "Requests deposited" requests.deposited:
        "Demandes déposées par des entreprises, avant toute lecture.";
    Count requests_to_read "dont à lire" "of which to be read" requests.to_read:
        "Demandes que personne n’a encore lues.";
    Count requests_held "dont en attente d’un conseiller" "of which held for an adviser" requests.held:
        "Demandes mises en attente d’un conseiller.";
    Count requests_transmitted "dont transmises" "of which transmitted" requests.transmitted:
        "Demandes devenues un ou plusieurs besoins.";
    Count requests_closed "dont classées sans suite" "of which closed" requests.closed:
        "Demandes qui n’iront pas plus loin (doublon, hors sujet, retirée…).";
    Count deposited "Besoins déposés" "Needs deposited" funnel.deposited:
        "Besoins déposés par des entreprises ; chacun est compté une fois, dans l’étape la plus avancée qu’il a atteinte. Déposés = sans expert trouvé + pas encore transmis + transmis.";
    Count nobody_found "Sans expert trouvé" "No expert found" funnel.nobody_found:
        "Perdus : on sait qu’aucun expert n’a été trouvé, et aucun n’a été choisi à la main.";
    Count not_sent "Pas encore transmis" "Not sent yet" funnel.not_sent:
        "Encore ouverts : des experts ont été trouvés, ou l’on ne sait pas s’il y en a, et rien n’a encore été transmis.";
    Count matched "Besoins transmis" "Needs sent" funnel.matched:
        "Besoins transmis à au moins un expert. Transmis = en attente + abandonnés + avec réponse.";
    Count waiting "En attente" "Waiting" funnel.waiting:
        "Encore ouverts : personne n’a encore répondu, et le besoin n’est pas abandonné.";
    Count abandoned "Abandonnés" "Abandoned" funnel.abandoned:
        "Perdus : personne n’a répondu, {abandoned} jours après la première des transmissions encore en attente, et {poke} jours au moins après la dernière.";
    Count answered "Besoins avec réponse" "Needs answered" funnel.answered:
        "Besoins sur lesquels au moins un expert a pris position, refus compris.";
    Count pending "Refus partiels, en attente" "Partly refused, waiting" funnel.pending:
        "Encore ouverts : certains ont refusé, d’autres peuvent encore répondre.";
    Count expired "Refus partiels, puis sans suite" "Partly refused, then left" funnel.expired:
        "Perdus : certains ont refusé, et les autres ont laissé le besoin être abandonné ({abandoned} jours sans réponse).";
    Count refused "Refusés par tous" "Refused by everybody" funnel.refused:
        "Perdus : tous ont refusé.";
    Count unreachable "Entreprise injoignable" "Company not reachable" funnel.unreachable:
        "Perdus : un expert n’a pas pu joindre l’entreprise, et personne n’a eu d’échange avec elle, même si un autre s’en occupe encore.";
    Count in_progress "Pris en charge, en cours" "Taken in charge, in progress" funnel.in_progress:
        "Encore ouverts : quelqu’un s’en occupe, et personne n’a conclu.";
    Count exchanged "Besoins avec échange" "Needs with an exchange" funnel.exchanged:
        "Besoins pour lesquels un expert et l’entreprise se sont parlé. Avec échange = sans aide disponible + aidés.";
    Count no_help "Sans aide disponible" "No help available" funnel.no_help:
        "Perdus : il y a eu un échange, mais aucune aide n’était disponible.";
    Count helped "Besoins aidés" "Needs helped" funnel.helped:
        "Besoins pour lesquels l’entreprise a été aidée.";
    Count surveys_asked "Enquêtes envoyées" "Surveys sent" surveys.asked:
        "Enquêtes envoyées aux entreprises, une par besoin : une entreprise qui a deux besoins en reçoit deux.";
    Count surveys_answered "dont avec réponse" "of which answered" surveys.answered:
        "Enquêtes auxquelles l’entreprise a répondu.";
    Count surveys_called_back "dont entreprise rappelée" "of which called back" surveys.called_back:
        "Réponses où l’entreprise dit avoir été rappelée.";
    Count surveys_useful "dont échange utile" "of which useful" surveys.useful:
        "Réponses où l’entreprise dit que l’échange a été utile.";
    Count surveys_satisfied "dont entreprise satisfaite" "of which satisfied" surveys.satisfied:
        "Réponses où l’entreprise dit avoir été rappelée et que l’échange a été utile.";
    Count companies "Entreprises" "Companies" companies:
        "Entreprises qui ont déposé ces besoins, chacune une fois ; ne s’additionnent pas d’une ligne à l’autre.";
    Count companies_helped "Entreprises aidées" "Companies helped" companies_helped:
        "Entreprises aidées, chacune une fois ; ne s’additionnent pas d’une ligne à l’autre.";
    Count without_company "Besoins sans entreprise connue" "Needs without a known company" without_company:
        "Besoins qui ne disent pas de quelle entreprise ils viennent ; ils ne sont dans aucun des deux nombres d’entreprises.";
    Count referrals "Mises en relation" "Referrals" referrals.sent:
        "Transmissions d’un besoin à un expert ; un besoin en a plusieurs s’il va à plusieurs experts, et une réattribution en fait une de plus.";
    Count referrals_waiting "dont en attente" "of which waiting" referrals.waiting:
        "Mises en relation sans réponse de l’expert, même expirées.";
    Count referrals_taken_in_charge "dont prises en charge" "of which taken in charge" referrals.taken_in_charge:
        "Mises en relation dont un expert s’occupe.";
    Count referrals_done "dont avec aide" "of which helped" referrals.done:
        "Mises en relation closes avec une aide.";
    Count referrals_done_no_help "dont sans aide disponible" "of which no help available" referrals.done_no_help:
        "Mises en relation closes après un échange, sans aide disponible.";
    Count referrals_done_not_reachable "dont entreprise injoignable" "of which company not reachable" referrals.done_not_reachable:
        "Mises en relation closes parce que l’entreprise était injoignable.";
    Count referrals_refused "dont refusées" "of which refused" referrals.refused:
        "Mises en relation que l’expert a refusées.";
    Count referrals_taken_by_sibling "dont prises par un collègue" "of which taken by a colleague" referrals.taken_by_sibling:
        "Mises en relation closes parce qu’un collègue du réseau a pris le besoin ; elles n’entrent dans aucun taux.";
    Count referrals_withdrawn "dont réattribuées" "of which reassigned" referrals.withdrawn:
        "Mises en relation données à un autre expert avant tout refus ; elles n’entrent dans aucun taux.";
    Share matched "Taux de transmission" "Sending rate" matched:
        "Besoins transmis à au moins un expert."
        / "besoins déposés";
    Share answered "Taux de réponse" "Answer rate" answered:
        "Besoins sur lesquels au moins un expert a pris position, refus compris."
        / "besoins transmis";
    Share exchanged "Taux d’échange" "Exchange rate" exchanged:
        "Besoins pour lesquels un expert et l’entreprise se sont parlé."
        / "besoins transmis";
    Share helped "Taux d’aide" "Help rate" helped:
        "Besoins pour lesquels l’entreprise a été aidée."
        / "besoins transmis";
    Share helped_of_deposited "Aidés sur déposés" "Helped of deposited" helped_of_deposited:
        "Besoins pour lesquels l’entreprise a été aidée, d’un bout à l’autre du parcours."
        / "besoins déposés";
    Share nobody_found "Part sans expert trouvé" "Share without an expert" nobody_found:
        "Besoins pour lesquels on sait qu’aucun expert n’a été trouvé."
        / "besoins déposés";
    Share abandoned "Taux d’abandon" "Abandonment rate" abandoned:
        "Besoins restés {abandoned} jours sans aucune réponse après leur première transmission, même si une réponse est venue plus tard."
        / "besoins transmis";
    Count requalified_in "Requalifiés depuis un autre sujet" "Requalified from another subject" requalified_in:
        "Besoins dont le sujet a été changé pour un sujet de cette ligne, depuis celui d’une autre.";
    Count requalified_out "Requalifiés vers un autre sujet" "Requalified to another subject" requalified_out:
        "Besoins dont l’entreprise avait choisi un sujet de cette ligne, changé pour celui d’une autre.";
    Share requests_transmitted "Part de demandes transmises" "Share of requests transmitted" requests.transmitted_share:
        "Demandes devenues un ou plusieurs besoins."
        / "demandes déposées";
    Share requests_in_time "Demandes transmises en moins de 72 heures" "Requests transmitted within 72 hours" requests.transmitted_in_time:
        "Demandes transmises moins de 72 heures après leur dépôt."
        / "demandes transmises, et demandes qui attendent depuis plus longtemps";
    Share surveys_answers "Taux de réponse aux enquêtes" "Answer rate of surveys" surveys.answers:
        "Enquêtes auxquelles l’entreprise a répondu."
        / "enquêtes envoyées";
    Share surveys_satisfaction "Taux de satisfaction" "Satisfaction rate" surveys.satisfaction:
        "Réponses où l’entreprise dit avoir été rappelée et que l’échange a été utile."
        / "enquêtes avec réponse";
    Share requalified "Taux de requalification" "Requalification rate" requalified:
        "Besoins dont le sujet a été changé après le choix de l’entreprise."
        / "besoins déposés";
    Share new_companies "Part de nouvelles entreprises" "Share of new companies" new_companies:
        "Besoins aidés qui étaient les premiers de leur entreprise."
        / "besoins aidés pour lesquels on sait si l’entreprise est nouvelle";
    Share positioning "Taux de positionnement" "Positioning rate" positioning:
        "Mises en relation sur lesquelles l’expert a pris position."
        / "mises en relation, sans celles prises par un collègue ni les réattribuées";
    Share taken "Taux de prise en charge" "Rate of taking in charge" taken:
        "Mises en relation prises en charge, closes depuis ou non."
        / "mises en relation, sans celles prises par un collègue ni les réattribuées";
    Share refusal "Taux de refus" "Refusal rate" refusal:
        "Mises en relation refusées."
        / "mises en relation, sans celles prises par un collègue ni les réattribuées";
    Share taken_within_3_days "Prises en charge en moins de 3 jours" "Taken in charge in fewer than 3 days" taken_within_3_days:
        "Besoins dont une mise en relation a été prise en charge en moins de 3 jours pleins après sa transmission."
        / "besoins pris en charge";
    Share taken_within_5_days "Prises en charge en moins de 5 jours" "Taken in charge in fewer than 5 days" taken_within_5_days:
        "Besoins dont une mise en relation a été prise en charge en moins de 5 jours pleins après sa transmission."
        / "besoins pris en charge";
    Share exchanged_within_3_days "Échanges en moins de 3 jours" "Exchanges in fewer than 3 days" exchanged_within_3_days:
        "Besoins avec échange dont une mise en relation a été prise en charge en moins de 3 jours pleins."
        / "besoins avec échange";
    Share exchanged_within_5_days "Échanges en moins de 5 jours" "Exchanges in fewer than 5 days" exchanged_within_5_days:
        "Besoins avec échange dont une mise en relation a été prise en charge en moins de 5 jours pleins."
        / "besoins avec échange";
    Number median_days_to_answer "Délai médian de réponse (jours)" "Median days to answer" median_days_to_answer:
        "Médiane, sur les besoins, des jours entre la première transmission et la première réponse, refus compris.";
    Number median_days_to_take "Délai médian de prise en charge (jours)" "Median days to take in charge" median_days_to_take:
        "Médiane, sur les besoins pris en charge, des jours entre la transmission et la prise en charge la plus rapide.";
    Number median_days_to_close "Délai médian de clôture (jours)" "Median days to close" median_days_to_close:
        "Médiane, sur les besoins avec échange, des jours entre le dépôt et la première clôture avec échange.";
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
