//! Somebody who works, or several of one kind, as lists of people name them: `3 serveurs`, `mon mari`, `trois en cuisine`.

use super::people::{CONTRACTS, are_kin, is_kin, is_owner, is_person, is_staff};
use super::people_text::{PeopleText, is_about};
use super::trades::{is_occupation, may_be_occupation, trade_of_several_words};
use crate::intake::extract::quantity::is_digits;

/// Somebody, or several of one kind.
pub(super) struct Item {
    /// The number of the word that names them.
    pub(super) noun: usize,
    pub(super) last: usize,
    pub(super) headcount: u32,
    pub(super) kind: Kind,
    /// Whether the words are known, rather than guessed by their endings.
    pub(super) is_known: bool,
}

impl Item {
    /// People whom known words name, of which a word is the noun and the last one.
    fn known(last: usize, headcount: u32, kind: Kind) -> Item {
        Item { noun: last, last, headcount, kind, is_known: true }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Who writes.
    Writer,
    /// One of the writer's own, or of the company: `mon mari`, `notre apprenti`.
    Own,
    /// Who owns the company.
    Owner,
    /// So many who work.
    Counted,
    /// One of a trade: `un serveur`, `la cuisinière`.
    One,
    /// So many at a place: `trois en cuisine`.
    Somewhere,
}

impl PeopleText<'_> {
    /// Who is named at a word.
    pub(super) fn item_at(self, at: usize) -> Option<Item> {
        let item = |last: usize, headcount: u32, kind: Kind| Some(Item::known(last, headcount, kind));
        match self.folded.get(at..)? {
            // `et moi je cours partout`
            ["moi", "je" | "j", ..] if self.between(at).trim().is_empty() => None,
            ["moi", "compris" | "comprise" | "inclus" | "incluse", ..] => None,
            ["moi", "meme", ..] if !self.is_pronoun(at) => item(at + 1, 1, Kind::Writer),
            ["moi", ..] if !self.is_pronoun(at) => item(self.with_place(at), 1, Kind::Writer),
            // `plus le gérant`
            ["le" | "la", word, ..]
                if is_owner(word) && matches!(self.folded.get(..at), Some([.., "plus"])) =>
            {
                item(at + 1, 1, Kind::Counted)
            }
            // `deux bouchers et sa vendeuse`
            ["son" | "sa", word, ..]
                if is_person(word) && matches!(self.folded.get(..at), Some([.., "et"])) =>
            {
                item(at + 1, 1, Kind::Own)
            }
            // `mon chef de cuisine et ses trois commis`
            ["ses", ..] if matches!(self.folded.get(..at), Some([.., "et"])) => self.counted_at(at + 1),
            // `4 compagnons et lui`
            ["lui" | "elle", ..]
                if self.ends_phrase(at) && matches!(self.folded.get(..at), Some([.., "et" | "plus"])) =>
            {
                item(at, 1, Kind::Own)
            }
            // `il n'y a que lui et moi`
            ["lui" | "elle", "et", "moi", ..] if matches!(self.folded.get(..at), Some([.., "que"])) => {
                item(at, 1, Kind::Own)
            }
            // `un jeune en alternance`
            ["un" | "une", "jeune", "en", word, ..] if CONTRACTS.contains(word) => item(at + 3, 1, Kind::One),
            ["mon" | "ma", "beau" | "belle", word, ..] if is_kin(word) => item(at + 2, 1, Kind::Own),
            ["mes" | "nos", "parents", ..] => item(self.with_place(at + 1), 2, Kind::Own),
            // `mes deux fils`
            ["mes" | "nos", ..] if self.folded.get(at + 1).is_some() => self.counted_at(at + 1),
            ["mon" | "ma" | "notre", "unique" | "seul" | "seule" | "premier" | "jeune", word, ..]
            | ["mon" | "ma" | "notre", word, ..]
                if is_kin(word) || is_person(word) || is_owner(word) =>
            {
                let skipped = usize::from(self.folded.get(at + 1) != Some(word));
                item(self.with_qualifiers(at + 1 + skipped), 1, Kind::Own)
            }
            ["le" | "la", word, ..] if is_occupation(word) => {
                item(self.with_qualifiers(at + 1), 1, Kind::One)
            }
            _ => self.counted_at(at),
        }
    }

    /// So many people: `3 serveurs`, `une dizaine de saisonniers`, `un apprenti`, `trois en cuisine`.
    pub(super) fn counted_at(self, at: usize) -> Option<Item> {
        let quantity = self.number_at(at)?;
        let headcount = quantity.value.floor() as u32;
        let mut next = quantity.last + 1;
        if quantity.is_round || is_about(self.folded, quantity.last) {
            next += usize::from(matches!(self.folded.get(next), Some(&"d" | &"de")));
        }
        next += usize::from(matches!(
            self.folded.get(next),
            Some(&"autre" | &"autres" | &"jeune" | &"jeunes" | &"bons" | &"petits" | &"anciens" | &"super")
        ));
        let is_article = matches!(self.folded.get(at), Some(&"un" | &"une"));
        let noun = self.folded.get(next).copied().unwrap_or("");
        if is_owner(noun) {
            let last = self.with_qualifiers(next);
            // `6 associés salariés`
            let is_employed = self.folded.get(last).is_some_and(|word| is_staff(word));
            let kind = if is_employed { Kind::Counted } else { Kind::Owner };
            return Some(Item { noun: next, last, headcount, kind, is_known: true });
        }
        // `une femme de ménage`, `deux contrats pro`
        let of_trade = || trade_of_several_words(self.folded.get(next..)?).map(|more| next + more);
        let is_two_words = match self.folded.get(next..)? {
            ["contrat" | "contrats", "pro" | "aides" | "aide", ..] => Some(next + 1),
            ["contrat" | "contrats", "d" | "de", "apprentissage" | "professionnalisation", ..] => {
                Some(next + 2)
            }
            // `un chef, un second et deux en salle`
            ["second" | "seconde", "de", "cuisine", ..] => Some(next + 2),
            ["second" | "seconde", ..]
                if is_article && (self.ends_phrase(next) || self.is(next + 1, "et")) =>
            {
                Some(next)
            }
            // `3 personnes à l'exploitation et une comptable`
            ["personne" | "personnes", "a", "l" | "la", place, ..] if is_place_of_work(place) => {
                Some(next + 3)
            }
            ["personne" | "personnes", "au" | "aux" | "en", place, ..] if is_place_of_work(place) => {
                Some(next + 2)
            }
            _ => of_trade(),
        };
        if let Some(last) = is_two_words {
            let kind = if is_article { Kind::One } else { Kind::Counted };
            // Private people have `une aide à domicile` as well.
            let is_known = !(is_article && noun == "aide");
            return Some(Item { noun: next, last, headcount, kind, is_known });
        }
        let is_known = is_person(noun);
        if (is_known || may_be_occupation(noun))
            && (!noun.starts_with("personne") || self.with_qualifiers(next) > next)
        {
            let kind = if is_article && headcount == 1 { Kind::One } else { Kind::Counted };
            return Some(Item { noun: next, last: self.with_qualifiers(next), headcount, kind, is_known });
        }
        if headcount > 1 && are_kin(noun) {
            return Some(Item::known(next, headcount, Kind::Own));
        }
        // Those whom the words around tell, without any noun.
        let has_no_noun = match (self.folded.get(..at)?, noun) {
            // `effectif : moi + 1`
            ([.., "moi"], _) if self.ends_phrase(quantity.last) && self.between(at - 1).trim() == "+" => true,
            // `effectif de 5 plus 1 alternant`
            ([.., "effectif" | "equipe", "de"], "plus") => true,
            // `on est 2 plus un mi-temps`
            ([.., "on", "est"] | [.., "nous", "sommes"], "plus" | "et") => true,
            _ => false,
        };
        if has_no_noun {
            return Some(Item::known(quantity.last, headcount, Kind::Counted));
        }
        // `ils sont quatre à souder et un seul à peindre`
        let is_first = matches!(self.folded.get(..at), Some([.., "sont" | "sommes" | "est"]));
        let is_next = matches!(self.folded.get(..at), Some([.., "a", verb, "et"]) if is_infinitive(verb));
        if is_first || is_next {
            let verb = match self.folded.get(quantity.last + 1..)? {
                ["seul" | "seule", "a", verb, ..] if is_next && is_infinitive(verb) => {
                    Some(quantity.last + 3)
                }
                ["a", verb, ..] if is_infinitive(verb) => Some(quantity.last + 2),
                _ => None,
            };
            if let Some(last) = verb {
                return Some(Item::known(last, headcount, Kind::Somewhere));
            }
        }
        // `six salariés en CDI et un en CDD`
        if let Some([.., contract, "et"] | [.., contract]) = self.folded.get(..at)
            && CONTRACTS.contains(contract)
            && noun == "en"
            && self.folded.get(next + 1).is_some_and(|word| CONTRACTS.contains(word))
        {
            return Some(Item::known(next + 1, headcount, Kind::Counted));
        }
        // `2 mi-temps`, `3 à temps plein`
        let with_time = match self.folded.get(next..)? {
            ["mi", "temps" | "temp", ..] | ["temps", "plein" | "pleins" | "partiel" | "partiels", ..] => {
                Some(next + 1)
            }
            ["a", "mi" | "plein", "temps" | "temp", ..] | ["a", "temps", "plein" | "partiel", ..] => {
                Some(next + 2)
            }
            _ => None,
        };
        if let Some(last) = with_time {
            return Some(Item::known(last, headcount, Kind::Counted));
        }
        // `deux salariées à Vichy et une à Thiers`
        if let Some([.., "et"]) = self.folded.get(..at)
            && noun == "a"
            && self.words.get(next + 1).is_some_and(|word| word.is_name)
            && at > 2
            && self.words.get(at - 2).is_some_and(|word| word.is_name)
        {
            return Some(Item::known(next + 1, headcount, Kind::Counted));
        }
        // `quinze ouvriers au parc et quatre à l'affûtage`
        let follows_place = matches!(self.folded.get(..at), Some([.., "au" | "en", _, "et"]));
        let elsewhere = match self.folded.get(next..)? {
            ["a", "l" | "la", _, ..] if follows_place => Some(next + 2),
            ["au" | "en" | "aux", _, ..] if follows_place => Some(next + 1),
            _ => None,
        };
        let last = self.workplace(quantity.last).or(elsewhere)?;
        (!is_article).then(|| Item::known(last, headcount, Kind::Somewhere))
    }

    fn is(self, at: usize, word: &str) -> bool {
        self.folded.get(at).is_some_and(|own| *own == word)
    }

    /// Whether `moi` is said of something else: `selon moi`, `chez moi`; but not `il y a moi`.
    fn is_pronoun(self, at: usize) -> bool {
        match self.folded.get(..at) {
            Some([.., "y", "a"]) => false,
            Some([.., before]) => {
                matches!(
                    *before,
                    "selon"
                        | "chez"
                        | "pour"
                        | "avec"
                        | "sans"
                        | "a"
                        | "de"
                        | "comme"
                        | "par"
                        | "sur"
                        | "devant"
                        | "vers"
                )
            }
            _ => false,
        }
    }
}

/// Whether `personnes en …` are told where they work, rather than what has become of them.
fn is_place_of_work(word: &str) -> bool {
    !matches!(
        word,
        "arret"
            | "conge"
            | "conges"
            | "retraite"
            | "formation"
            | "stage"
            | "moins"
            | "plus"
            | "total"
            | "chomage"
            | "mobilite"
            | "situation"
            | "difficulte"
            | "maladie"
            | "visite"
            | "entretien"
            | "seminaire"
            | "attente"
            | "moyenne"
            | "tout"
            | "maximum"
            | "minimum"
            | "mois"
            | "jour"
            | "repas"
            | "table"
            | "insertion"
    ) && word.len() > 2
        && !is_digits(word)
}

fn is_infinitive(word: &str) -> bool {
    word.len() > 4 && ["er", "ir", "re"].iter().any(|ending| word.ends_with(ending))
}
