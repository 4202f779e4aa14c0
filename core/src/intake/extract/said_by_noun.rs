//! Numbers that count people by the noun after them: `mes 14 gars`, `une brasserie, 5 serveurs`, `4 salariés`.

use super::counted::Number;
use super::people::{
    GROUPS, OTHERS, OWN_TRADES, is_employee, is_occupation, is_owner, is_people, may_be_occupation,
};
use super::people_text::{Counted, is_workplace_of_company};
use super::quantity::is_digits;

impl Number<'_> {
    /// Whether a note tells what the company is, and then whom it has.
    fn follows_kind(&self, kind: &str) -> bool {
        let at = self.quantity.first - 1;
        let is_kind = |word: &str| {
            GROUPS.contains(&word)
                || is_occupation(word)
                || may_be_occupation(word)
                || is_workplace_of_company(word)
        };
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

    /// What is said by a noun of people after it: `mes 14 gars`, `une brasserie, 5 serveurs`, `4 salariés`.
    pub(super) fn said_by_noun(&self) -> Option<Counted> {
        let word = self.next();
        let works = is_occupation(word);
        match (self.before, self.after) {
            // `j'ai deux confrères partants`
            _ if word.starts_with("confrere") => None,
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
            // `une douzaine de couturières`
            _ if self.skipped > 0 && works && !self.is_otherwise() => self.found(0, self.noun()),
            // `4 gars avec moi`
            (_, [trade, "avec", "moi" | "nous", ..]) if OWN_TRADES.contains(trade) => {
                self.found(0, self.noun())
            }
            _ if is_own_trade(word) && !self.is_otherwise() && self.headcount > 1 => {
                self.found(0, self.noun())
            }
            // `4 grimpeurs salariés`
            (_, [_, "salaries" | "salariees", ..]) if may_be_occupation(word) && !self.is_otherwise() => {
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
