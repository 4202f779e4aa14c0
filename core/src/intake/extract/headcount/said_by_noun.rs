//! Numbers that count people by the noun after them: `mes 14 gars`, `une brasserie, 5 serveurs`, `4 salariés`.

use super::adverbs::without_adverbs;
use super::number::Number;
use super::people::{
    GROUPS, MEMBERS, OTHERS, OWN_TRADES, WORKPLACES, is_employee, is_otherwise, is_owner, is_people, is_unit,
};
use super::people_text::{Counted, is_workplace_of_company};
use super::trades::{is_line_of_work, may_be_occupation, may_be_occupations};
use crate::intake::extract::quantity::is_digits;

/// Words that begin another clause: what follows is not what was had before.
const CLAUSES: [&str; 16] = [
    "qui", "que", "dont", "je", "nous", "il", "elle", "ils", "elles", "mais", "car", "si", "pour", "depuis",
    "est", "sont",
];

impl Number<'_> {
    /// Whether a note tells what the company is, and then whom it has.
    fn follows_kind(&self, kind: &str) -> bool {
        let at = self.quantity.first - 1;
        let is_kind =
            |word: &str| GROUPS.contains(&word) || is_line_of_work(word) || is_workplace_of_company(word);
        match self.before {
            [.., group, "de", _] if GROUPS.contains(group) => true,
            // `taxi, 3 voitures 3 chauffeurs`
            [.., number, _] if is_digits(number) => {
                is_digits(self.people.folded.get(at + 1).copied().unwrap_or(""))
            }
            // `transporteur routier 12 chauffeurs`
            [.., trade, _] if is_kind(trade) && at > 0 && self.people.is_apart(at - 1) => {
                self.people.between(at - 1).trim().is_empty() && !self.people.ends_phrase(at)
            }
            _ => is_kind(kind) && self.people.is_apart(at) && !self.people.ends_phrase(at),
        }
    }

    /// Whether a number stands in brackets behind what is one's own: `mon agence de voyages (`.
    fn is_within_our_name(&self) -> bool {
        let Some(last) = self.quantity.first.checked_sub(1) else { return false };
        let is_joined = |at: &usize| self.people.between(*at).trim_matches([' ', '\'', '’', '-']).is_empty();
        let name = (0..last).rev().take(5).take_while(is_joined);
        let mut words = std::iter::once(last).chain(name).filter_map(|at| self.people.folded.get(at));
        self.people.between(last).trim() == "("
            && words
                .try_fold((), |(), word| match *word {
                    "mon" | "ma" | "notre" => Err(true),
                    word if OTHERS.contains(&word) => Err(false),
                    _ => Ok(()),
                })
                .err()
                .unwrap_or(false)
    }

    /// Whether the words before say that who writes, or their company, has so many, whatever adverb stands between.
    fn is_told_after_adverbs(&self) -> bool {
        let before = without_adverbs(self.before);
        let is_ours = || {
            let from = before.len().saturating_sub(8);
            before.get(from..).unwrap_or(&[]).windows(2).any(|pair| {
                matches!(pair, ["mon" | "ma" | "notre", what]
                    if GROUPS.contains(what) || is_workplace_of_company(what) || is_unit(what))
            })
        };
        match before {
            [.., "ai" | "avons" | "jai"] => before.len() < self.before.len() && !self.are_of_others(),
            [.., "a" | "compte" | "emploie" | "comprend"] => is_ours() && !self.are_of_others(),
            _ => false,
        }
    }

    /// Whether a number ends, or stands within, what who writes has: `j'ai une boutique de déco et deux vendeuses`.
    fn is_had_beside_things(&self) -> bool {
        let first = self.quantity.first;
        let Some(last) = first.checked_sub(1) else { return false };
        let is_joined = matches!(self.before, [.., "et" | "plus"]) || self.people.between(last).trim() == ",";
        let has = |at: usize| {
            matches!(
                self.people.folded.get(..=at),
                Some(
                    [.., "ai" | "jai" | "avons" | "possede" | "possedons"]
                        | [.., "on" | "onna", "a"]
                        | [.., "j" | "je", "exploite" | "gere" | "tiens"]
                        | [.., "g"]
                )
            )
        };
        let crosses = |at: usize| {
            self.people.between(at).contains(['.', '!', '?', '\n', ';', ':'])
                || self.people.folded.get(at).is_some_and(|word| CLAUSES.contains(word) || is_otherwise(word))
        };
        let had = (first.saturating_sub(16)..first).rev().take_while(|at| !crosses(*at)).find(|at| has(*at));
        // What is had begins right behind: `j'ai deux boutiques et`, not `j'ai vendu deux boutiques et`.
        let begins = |at: usize| {
            let next = self.people.folded.get(at + 1).copied().unwrap_or("");
            matches!(next, "un" | "une" | "des" | "mon" | "ma" | "le" | "la" | "l")
                || self.people.number_at(at + 1).is_some_and(|number| number.first != first)
        };
        is_joined && self.headcount > 1 && had.is_some_and(begins)
    }

    /// What is said by a noun of people after it: `mes 14 gars`, `une brasserie, 5 serveurs`, `4 salariés`.
    pub(super) fn said_by_noun(&self) -> Option<Counted> {
        let word = self.next();
        let works = self.is_of_trade();
        // `mes 4 échafaudeurs`: of a trade by its ending alone, where somebody employs them.
        let may_work = self.headcount > 1 && may_be_occupations(word);
        match (self.before, self.after) {
            // `j'ai deux confrères partants`
            _ if word.starts_with("confrere") => None,
            // `4 caissiers automatiques`
            (
                _,
                [
                    _,
                    "automatiques" | "automatique" | "electriques" | "electrique" | "numeriques"
                    | "connectes" | "solaires",
                    ..,
                ],
            ) => None,
            // `46 producteurs adhérents`
            (
                _,
                [
                    _,
                    "adherents" | "adherentes" | "societaires" | "benevoles" | "inscrits" | "membres"
                    | "clients",
                    ..,
                ],
            ) => None,
            (
                [.., "j" | "je", "ai" | "emploie"]
                | [.., "jai" | "g"]
                | [.., "nous", "avons"]
                | [.., "on", "a"],
                [_, ..],
            ) if works && !self.is_article() => self.found(0, self.noun()),
            // `racheter le concurrent, mais comment faire cohabiter ses cinq salariés et les miens`
            ([.., "ses"], _)
                if self.people.before_in_sentence(self.quantity.first, 20).any(is_wish_to_buy) =>
            {
                None
            }
            ([.., "mes" | "nos" | "ses"], _) if self.is_staff() || works => self.found(1, self.noun()),
            // `je gère trois salons et leurs douze coiffeurs`
            ([.., "et", "leurs"], _) if works => self.found(1, self.noun()),
            // `les six filles du salon`
            ([.., "les"], [who, "du" | "de", place, ..])
                if MEMBERS.contains(who)
                    && (is_workplace_of_company(place)
                        || WORKPLACES.contains(place)
                        || GROUPS.contains(place)) =>
            {
                self.found(1, self.noun())
            }
            ([.., "mes" | "nos"], _) if may_work => self.found(1, self.noun()),
            // `notre garage n'a que trois mécaniciens`
            (_, _) if (works || self.is_staff()) && !self.is_article() && self.is_told_after_adverbs() => {
                self.found(0, self.noun())
            }
            // `j'emploie quatre échafaudeurs`
            (
                [.., "emploie" | "employons" | "salarie" | "salarions"]
                | [.., "travailler" | "bosser"]
                | [.., "avec", "mes" | "nos"],
                _,
            ) if may_work && !self.is_otherwise() => self.found(0, self.noun()),
            // `on a 8 machines à coudre, 3 presses et 5 couturières`
            _ if (works || may_work) && self.is_had_beside_things() && !self.is_otherwise() => {
                self.found(0, self.noun())
            }
            // `on a huit personnes à la couture`
            (
                [.., "on", "a"] | [.., "j", "ai"] | [.., "nous", "avons"],
                ["personnes", "a" | "en" | "au" | "dans", ..],
            ) if !self.is_otherwise() => self.found(0, 1),
            // `les salaires de trois personnes à verser`
            ([.., "salaires" | "salaire" | "paies" | "payes", "de"], _) if self.is_staff() => {
                self.found(0, self.noun())
            }
            // `quatre passionnés, tous salariés`
            (_, [who, "tous" | "toutes", staff, ..])
                if is_employee(staff) && who.ends_with('s') && !self.is_otherwise() =>
            {
                self.found(0, 3)
            }
            // `17 emplois en jeu chez nous`
            (_, ["emplois", "en" | "a", "jeu" | "peril" | "sauver" | "danger", ..])
                if !self.is_otherwise() =>
            {
                self.found(0, 1)
            }
            // `j'ai une bijouterie et deux vendeuses`
            ([.., "ai" | "jai" | "avons", number, _, "et"], _)
                if works
                    && (matches!(*number, "un" | "une")
                        || self.people.number_at(self.quantity.first - 3).is_some())
                    && !self.is_otherwise() =>
            {
                self.found(0, self.noun())
            }
            // `transporteur 8 chauffeurs`, `SARL 3 maçons`, `entreprise de déménagement 7 déménageurs`
            ([.., kind], _)
                if works && self.headcount > 1 && self.follows_kind(kind) && !self.is_otherwise() =>
            {
                self.found(0, self.noun())
            }
            // `je cherche un repreneur pour ma menuiserie (8 compagnons)`
            _ if (works || self.is_staff()) && self.is_within_our_name() => self.found(0, self.noun()),
            // `avec neuf bonshommes`
            ([.., "avec"], _) if self.headcount > 1 && word == "bonshommes" && !self.is_otherwise() => {
                self.found(0, self.noun())
            }
            // `il y a 17 personnes à la paie`
            ([.., "a"], ["personnes", "a", "la", "paie" | "paye", ..]) => self.found(0, 4),
            // `une douzaine de couturières`
            _ if self.skipped > 0 && works && !self.is_article() && !self.is_otherwise() => {
                self.found(0, self.noun())
            }
            // `4 gars avec moi`
            (_, [trade, "avec", "moi" | "nous", ..]) if OWN_TRADES.contains(trade) => {
                self.found(0, self.noun())
            }
            _ if is_own_trade(word) && !self.is_otherwise() && self.headcount > 1 => {
                self.found(0, self.noun())
            }
            // `4 grimpeurs salariés`
            (_, [_, "salaries" | "salariees", ..])
                if (may_be_occupation(word) || word.ends_with('s') && word.len() > 5)
                    && !self.is_otherwise() =>
            {
                self.found(0, self.noun() + 1)
            }
            (
                [
                    ..,
                    "compte" | "comptons" | "employant" | "comptant" | "occupant" | "reunit" | "rassemble"
                    | "occupe",
                ]
                | [
                    ..,
                    "emploie" | "emploient" | "employons" | "compte",
                    "encore" | "actuellement" | "environ" | "hui",
                ],
                _,
            ) if (is_people(word) || may_be_occupation(word) && !self.is_article())
                && !self.is_otherwise() =>
            {
                self.found(0, self.noun())
            }
            // `je m'associe avec deux confrères`
            ([.., "associe" | "associer" | "association", "avec"], _) => None,
            // `mettre les 4 gars au chômage partiel`
            ([.., "les"], _)
                if is_own_trade(word)
                    && !self.are_of_others()
                    && !self.people.looks_for(self.quantity.first, 6) =>
            {
                self.found(1, self.noun())
            }
            ([.., "avec" | "compte"], _) if works && !self.is_otherwise() && self.headcount > 1 => {
                self.found(0, self.noun())
            }
            _ if (works || is_owner(word) || matches!(word, "bonshommes" | "permanents" | "tetes"))
                && self.is_said_of_company() =>
            {
                self.found(0, self.noun())
            }
            // `entreprise d'emballage 18 pers`
            ([.., group, "de" | "d", _], _)
                if matches!(word, "personnes" | "pers") && GROUPS.contains(group) && !self.is_otherwise() =>
            {
                self.found(0, self.noun())
            }
            // `un loto de 90 personnes`
            ([.., "de" | "d" | "pour" | "a" | "par", _] | [.., "de" | "d" | "pour" | "a" | "par"], _)
                if matches!(word, "personnes" | "pers") && !self.people.is_apart(self.quantity.first) =>
            {
                None
            }
            // `2,5 équivalents temps plein`
            (_, ["equivalent" | "equivalents", "temps", "plein" | "pleins", ..]) if !self.is_otherwise() => {
                self.found(0, 3)
            }
            // `céder mes parts à 3 salariés`
            ([.., "a" | "aux"], _)
                if self
                    .people
                    .before_in_sentence(self.quantity.first, 8)
                    .any(|word| matches!(word, "ceder" | "vendre" | "transmettre")) =>
            {
                None
            }
            // `80 personnes handicapées encadrées par 15 moniteurs`
            ([.., led, "par"], _) if works && led.starts_with("encadre") => self.found(0, self.noun()),
            // `22 en CDI`
            (_, ["en", "cdi", ..]) if !self.is_otherwise() => self.found(0, 2),
            // `un salarié` is any; `1 salarié` is one.
            _ if self.is_staff() && (self.headcount != 1 || !self.is_article()) && !self.is_otherwise() => {
                self.found_with_staff(0)
            }
            _ => None,
        }
    }
}

/// Whether a word is a trade of which people have as many as they say: `2 ouvrier` too, as it is written in haste.
fn is_own_trade(word: &str) -> bool {
    OWN_TRADES.iter().any(|one| *one == word || one.strip_suffix('s') == Some(word))
}

/// Whether a word tells of a company that is to be bought.
fn is_wish_to_buy(word: &str) -> bool {
    matches!(word, "racheter" | "reprendre" | "concurrent" | "acquerir" | "sienne")
}
