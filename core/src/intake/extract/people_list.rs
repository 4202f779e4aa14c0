//! People who are told one after the other: `moi et deux gars`, `12 ouvriers et 2 administratifs`, `trois en cuisine et
//! deux en salle`.

use super::people::{
    CONTRACTS, HAD, STAFF, WANTED, WORKPLACES, is_kin, is_occupation, is_one_of_staff, is_owner, is_person,
    may_be_occupation,
};
use super::people_text::{Counted, MOST, PeopleText, is_about, is_of_company};
use super::quantity::is_digits;

/// Several people who are told one after the other.
pub(super) struct PeopleList {
    /// The number of the last word that belongs to them.
    pub(super) last: usize,
    pub(super) headcount: u32,
    /// Whether they are there, rather than looked for.
    pub(super) is_there: bool,
}

/// A headcount of which only bounds are told: `entre 10 et 12 salariés`.
pub(super) struct PeopleRange {
    /// The number of the last word that belongs to it.
    pub(super) last: usize,
    pub(super) ends: [u32; 2],
}

/// Somebody, or several of one kind.
struct Item {
    last: usize,
    headcount: u32,
    kind: Kind,
    /// Whether the words are known, rather than guessed by their endings.
    is_known: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
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
    /// The list of people that begins at a word, if it is one of two kinds at least.
    pub(super) fn list_at(self, at: usize) -> Option<PeopleList> {
        let mut items = vec![self.item_at(at).filter(|item| item.headcount > 0)?];
        while let Some(next) = items.last().and_then(|item| self.after(item.last)) {
            let Some(item) = self.item_at(next).filter(|item| item.headcount > 0) else { break };
            items.push(item);
        }
        if items.len() < 2 || !items.iter().any(|item| item.is_known) || !self.is_own(at, &items) {
            return None;
        }
        // Who owns a company is not employed: `2 associés et 3 salariés` are three.
        let is_employee = |item: &Item| {
            item.kind == Kind::Counted || self.folded.get(item.last).is_some_and(|word| is_one_of_staff(word))
        };
        let has_employees = items.iter().any(is_employee);
        let counted = items.iter().filter(|item| !has_employees || item.kind != Kind::Owner);
        let headcount = counted.map(|item| item.headcount).fold(0, u32::saturating_add);
        let last = items.last()?.last;
        Some(PeopleList { last, headcount, is_there: !self.is_planned(at, last) })
    }

    /// The headcount that begins at a word as a range, where it is said of the company: as its headcount, of us,
    /// or apart (`une fromagerie, 10-12 salariés`).
    pub(super) fn range_at(self, at: usize) -> Option<PeopleRange> {
        let quantity = |first: usize| {
            let place = self.quantities.binary_search_by_key(&first, |quantity| quantity.first).ok()?;
            self.quantities.get(place).filter(|quantity| quantity.value <= MOST)
        };
        let least = quantity(at)?;
        let begin = at - usize::from(at > 0 && matches!(self.folded.get(at - 1), Some(&"entre" | &"de")));
        let next = least.last + 1;
        let most = match self.folded.get(next).copied()? {
            "a" | "ou" => quantity(next + 1)?,
            "et" if begin < at => quantity(next + 1)?,
            _ if matches!(self.between(least.last).trim(), "-" | "–") => quantity(next)?,
            _ => return None,
        };
        let noun = most.last + 1;
        let is_of_people = self.folded.get(noun).is_some_and(|word| is_person(word));
        let ends = || {
            self.ends_phrase(most.last) || matches!(self.folded.get(noun), Some(&"selon" | &"en" | &"dans"))
        };
        let is_of_us = match self.folded.get(..begin)? {
            [.., "effectif" | "effectifs" | "equipe" | "tourne" | "tournons"] => true,
            [.., "nous", "sommes"] | [.., "on", "est"] if ends() => true,
            [.., "effectif", "est"] => true,
            _ if is_of_people && self.folded.get(begin) == Some(&"de") => is_of_company(self, begin),
            [.., "sommes" | "est" | "ai" | "avons" | "emploie" | "employons"] => is_of_people,
            _ => begin > 0 && is_of_people && self.is_apart(begin),
        };
        let is_wanted = self.before_in_sentence(at, self.folded.len()).any(|word| WANTED.contains(&word));
        if !is_of_us || is_wanted || least.value >= most.value {
            return None;
        }
        let last = if is_of_people { self.with_qualifiers(noun) } else { most.last };
        Some(PeopleRange { last, ends: [least.value, most.value].map(|number| number.floor() as u32) })
    }

    /// One who works for the company, where that is said: `j'ai déjà une employée`, `pressing, une vendeuse à mi-temps`.
    pub(super) fn one_at(self, at: usize) -> Option<Counted> {
        let item = self.counted_at(at).filter(|item| item.kind == Kind::One && item.is_known)?;
        // `m'associer avec un confrère` tells of nobody who is there.
        let is_had = self.before_in_sentence(at, 1).any(|word| word != "avec" && HAD.contains(&word))
            || matches!(
                self.folded.get(..at)?,
                [.., "ai" | "jai" | "avons", "deja" | "encore" | "toujours" | "aussi"]
            );
        let next = self.folded.get(item.last + 1).copied();
        let is_told = || {
            (self.is_apart(at) || matches!(self.folded.get(..at), Some([.., "y", "a"])))
                && (self.ends_phrase(item.last) || next == Some("a"))
                && self.folded.get(item.last).is_some_and(|word| is_one_of_staff(word) || is_contract(word))
        };
        let is_there = (is_had || is_told())
            && !self.is_planned(at, item.last)
            && !self.before_in_sentence(at, self.folded.len()).any(|word| WANTED.contains(&word));
        is_there.then_some(Counted { first: at, last: item.last, headcount: 1 })
    }

    /// The writer and those of the family who work with them: `je travaille avec mon fils`, `avec ma femme on tient
    /// une épicerie`.
    pub(super) fn with_kin_at(self, at: usize) -> Option<PeopleList> {
        let mut last = at;
        let mut headcount = 1_u32;
        let mut next = Some(at + 1).filter(|_| self.folded.get(at) == Some(&"avec"));
        while let Some(item) = next.and_then(|next| self.item_at(next)) {
            // The first is of the family: `avec mon apprenti` counts the apprentice alone.
            let is_family = self.folded.get(item.last).is_some_and(|word| {
                is_kin(word) || word.strip_suffix('s').is_some_and(is_kin) || *word == "parents"
            });
            if headcount == 1 && !is_family {
                break;
            }
            headcount = headcount.saturating_add(item.headcount);
            last = item.last;
            next = self.after(last);
        }
        let works = |word: &str| {
            matches!(
                word,
                "travaille"
                    | "travaillons"
                    | "bosse"
                    | "bossons"
                    | "tiens"
                    | "tient"
                    | "tenons"
                    | "gere"
                    | "gerons"
                    | "exploite"
                    | "exploitons"
                    | "dirige"
                    | "dirigeons"
                    | "repris"
            )
        };
        let after = self.folded.get(last + 1..).unwrap_or(&[]).iter().take(4);
        let is_work = self.before_in_sentence(at, 4).any(works) || after.copied().any(works);
        let is_said = self.is_apart(at) && self.ends_phrase(last);
        (headcount > 1 && (is_work || is_said)).then_some(PeopleList { last, headcount, is_there: true })
    }

    /// Whether those of a list work for the company: a single trade might be anybody's.
    fn is_own(self, at: usize, items: &[Item]) -> bool {
        let has = |kind: Kind| items.iter().any(|item| item.kind == kind);
        let is_employed = |item: &Item| self.folded.get(item.last).is_some_and(|word| is_one_of_staff(word));
        if has(Kind::Somewhere) {
            return items.iter().all(|item| matches!(item.kind, Kind::Somewhere | Kind::Counted));
        }
        let is_had = self.before_in_sentence(at, 1).any(|word| HAD.contains(&word));
        has(Kind::Writer)
            || has(Kind::Counted)
            || items.iter().all(|item| item.kind != Kind::One || is_employed(item))
                && !(items.iter().all(|item| item.kind == Kind::Own) && self.is_family(items))
            || is_had
            || self.is_apart(at) && (items.len() > 2 || items.iter().any(is_employed))
    }

    /// Whether nobody of a list is more than the writer's family: `mon frère et ma sœur` may be anywhere.
    fn is_family(self, items: &[Item]) -> bool {
        items.iter().all(|item| self.folded.get(item.last).is_some_and(|word| is_kin(word)))
    }

    /// The first word of what may follow in a list.
    fn after(self, last: usize) -> Option<usize> {
        let between = self.between(last);
        let next = self.folded.get(last + 1).copied()?;
        let is_total = matches!(
            self.folded.get(last).copied(),
            Some("salaries" | "employes" | "personnes" | "collaborateurs")
        );
        match (between.trim(), next) {
            ("" | ",", "et" | "plus") if self.between(last + 1).trim().is_empty() => {
                let of = matches!(self.folded.get(last + 2), Some(&"d" | &"de"));
                Some(last + 2 + usize::from(of))
            }
            ("+", _) => Some(last + 1),
            // `3 salariés, 2 cdi, 1 cdd` are three.
            _ if is_total => None,
            (",", _) => Some(last + 1),
            // `2 cdi 1 cdd`, `3 moniteurs une secrétaire`
            ("", next) if is_digits(next) || matches!(next, "un" | "une") => Some(last + 1),
            _ => None,
        }
    }

    fn item_at(self, at: usize) -> Option<Item> {
        let item =
            |last: usize, headcount: u32, kind: Kind| Some(Item { last, headcount, kind, is_known: true });
        match self.folded.get(at..)? {
            ["moi", "meme", ..] if !self.is_pronoun(at) => item(at + 1, 1, Kind::Writer),
            ["moi", ..] if !self.is_pronoun(at) => item(self.with_place(at), 1, Kind::Writer),
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
    fn counted_at(self, at: usize) -> Option<Item> {
        let place = self.quantities.binary_search_by_key(&at, |quantity| quantity.first).ok()?;
        let quantity = self.quantities.get(place).filter(|quantity| quantity.value <= MOST)?;
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
        // `16 aides-soignantes`
        next += usize::from(
            matches!(self.folded.get(next), Some(&"aide" | &"aides"))
                && self.folded.get(next + 1).is_some_and(|word| is_occupation(word)),
        );
        let noun = self.folded.get(next).copied()?;
        if is_owner(noun) {
            let last = self.with_qualifiers(next);
            // `6 associés salariés`
            let is_employed = self.folded.get(last).is_some_and(|word| STAFF.contains(word));
            let kind = if is_employed { Kind::Counted } else { Kind::Owner };
            return Some(Item { last, headcount, kind, is_known: true });
        }
        let is_known = is_person(noun);
        if (is_known || may_be_occupation(noun))
            && (!noun.starts_with("personne") || self.with_qualifiers(next) > next)
        {
            let kind = if is_article && headcount == 1 { Kind::One } else { Kind::Counted };
            return Some(Item { last: self.with_qualifiers(next), headcount, kind, is_known });
        }
        if headcount > 1 && (is_kin(noun) || noun.strip_suffix('s').is_some_and(is_kin)) {
            return Some(Item { last: next, headcount, kind: Kind::Own, is_known: true });
        }
        // `on est 2 plus un mi-temps`
        if let Some([.., "on", "est"] | [.., "nous", "sommes"]) = self.folded.get(..at)
            && matches!(noun, "plus" | "et")
        {
            return Some(Item { last: quantity.last, headcount, kind: Kind::Counted, is_known: true });
        }
        // `2 mi-temps`, `3 à temps plein`
        let with_time = match self.folded.get(next..)? {
            ["mi", "temps", ..] | ["temps", "plein" | "pleins" | "partiel" | "partiels", ..] => {
                Some(next + 1)
            }
            ["a", "mi", "temps", ..] | ["a", "temps", "plein" | "partiel", ..] => Some(next + 2),
            _ => None,
        };
        if let Some(last) = with_time {
            return Some(Item { last, headcount, kind: Kind::Counted, is_known: true });
        }
        let last = self.workplace(quantity.last)?;
        (!is_article).then_some(Item { last, headcount, kind: Kind::Somewhere, is_known: true })
    }

    /// The last word of the place of work that follows a word: `en cuisine`, `à l'entrepôt`.
    fn workplace(self, last: usize) -> Option<usize> {
        let end = match self.folded.get(last + 1..)? {
            ["a" | "dans", "l" | "la" | "le" | "les", word, ..] if WORKPLACES.contains(word) => last + 3,
            ["sur", "le" | "les" | "la", word, ..] if WORKPLACES.contains(word) => last + 3,
            ["en" | "au" | "aux" | "derriere", word, ..] if WORKPLACES.contains(word) => last + 2,
            ["derriere", "le", word, ..] if WORKPLACES.contains(word) => last + 3,
            _ => return None,
        };
        Some(end)
    }

    /// The last word of somebody with the place where they work, if that is said.
    fn with_place(self, last: usize) -> usize {
        self.workplace(last).unwrap_or(last)
    }

    /// The last word of somebody with what is said of them: `en cdi`, `à mi-temps`, `salariés`.
    fn with_qualifiers(self, mut last: usize) -> usize {
        loop {
            let more = match self.folded.get(last + 1..) {
                _ if !self.between(last).trim_matches([' ', '-', '\'', '’', '\u{a0}']).is_empty() => 0,
                Some(["en", word, ..]) if CONTRACTS.contains(word) => 2,
                Some(
                    ["a", "mi", "temps", ..]
                    | ["a", "temps", "plein" | "partiel", ..]
                    | ["a", "l", "annee", ..],
                ) => 3,
                Some(
                    ["l", "ete" | "hiver", ..] | ["de", "travaux" | "chantier" | "salle" | "cuisine", ..],
                ) => 2,
                Some([word, ..]) if is_quality(word) => 1,
                // `2 monitrices diplômées et un palefrenier`
                Some([word, "et" | "plus", ..])
                    if word.len() > 4
                        && word.ends_with('s')
                        && self.folded.get(last).is_some_and(|noun| noun.ends_with('s')) =>
                {
                    1
                }
                _ => self.workplace(last).map_or(0, |end| end - last),
            };
            if more == 0 {
                return last;
            }
            last += more;
        }
    }

    /// Whether `moi` is said of something else: `selon moi`, `chez moi`; but not `il y a moi`.
    fn is_pronoun(self, at: usize) -> bool {
        match self.folded.get(..at) {
            Some([.., "y", "a"]) => false,
            Some([.., before]) => {
                matches!(*before, "selon" | "chez" | "pour" | "avec" | "sans" | "a" | "de" | "comme")
            }
            _ => false,
        }
    }
}

/// Whether a word ends how somebody is employed: `à mi-temps`, `à temps plein`.
fn is_contract(word: &str) -> bool {
    matches!(word, "temps" | "plein" | "partiel" | "annee") || CONTRACTS.contains(&word)
}

/// Whether a word tells more of somebody: `aides soignantes`, `ouvriers qualifiés`.
fn is_quality(word: &str) -> bool {
    is_occupation(word)
        || is_one_of_staff(word)
        || matches!(
            word,
            "permanent"
                | "permanents"
                | "diplomes"
                | "diplomees"
                | "qualifies"
                | "qualifiees"
                | "qualifie"
                | "polyvalents"
                | "polyvalent"
                | "saisonniers"
                | "volants"
                | "agricoles"
        )
}
