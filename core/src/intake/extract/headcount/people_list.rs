//! People who are told one after the other: `moi et deux gars`, `12 ouvriers et 2 administratifs`, `trois en cuisine et
//! deux en salle`.

use super::not_ours::is_act;
use super::people::{GROUPS, HAD, is_employee, is_kin, is_one_of_staff, is_owner, is_staff};
use super::people_item::{Item, Kind};
use super::people_text::{Counted, PeopleText};
use super::qualifiers::is_contract;
use super::trades::{is_occupation, may_be_occupation};
use crate::intake::extract::quantity::is_digits;

/// How many kinds of people one list tells at most: a text that is no message has lists without end, and each of their
/// items would be read as the beginning of one.
const MOST_ITEMS: usize = 50;

/// Several people who are told one after the other.
pub(super) struct PeopleList {
    /// The number of the last word that belongs to them.
    pub(super) last: usize,
    pub(super) headcount: u32,
    /// Whether they are there, rather than looked for.
    pub(super) is_there: bool,
    /// Whether they are who writes and their family or associates, who may own the company.
    pub(super) are_family: bool,
}

impl PeopleText<'_> {
    /// The list of people that begins at a word, if it is one of two kinds at least.
    pub(super) fn list_at(self, at: usize) -> Option<PeopleList> {
        let mut items = vec![self.item_at(at).filter(|item| item.headcount > 0)?];
        // `la société de mon père, 9 salariés`
        let is_owned = matches!(self.folded.get(..at), Some([.., "de" | "a" | "chez" | "pour"]));
        let is_at_others = matches!(self.folded.get(..at), Some([.., "chez"]));
        if is_at_others || is_owned && items.iter().all(|item| item.kind == Kind::Own) {
            return None;
        }
        // `deux agents de l'Urssaf`
        let are_outsiders = |item: &Item| self.are_of_outsiders(item.last);
        while items.len() < MOST_ITEMS
            && let Some(next) = items.last().and_then(|item| self.after(item.last))
        {
            let Some(item) = self.item_at(next).filter(|item| item.headcount > 0) else { break };
            items.push(item);
        }
        if items.last().is_some_and(are_outsiders)
            || items.len() < 2
            || !items.iter().any(|item| item.is_known)
            || !self.is_own(at, &items)
        {
            return None;
        }
        // `un traiteur, 4 salariés` tells first what the company is.
        let is_trade =
            items.first().is_some_and(|item| item.kind == Kind::One && self.between(item.last).trim() == ",");
        let is_employee = |item: &Item| self.folded.get(item.noun).is_some_and(|word| is_employee(word));
        if is_trade && self.is_apart(at) && items.get(1).is_some_and(is_employee) {
            return None;
        }
        // `j'ai un salarié, un secrétaire` tells of one twice.
        let is_one = |item: &Item| item.kind == Kind::One;
        if let [first, second] = items.as_slice()
            && is_one(first)
            && is_employee(first)
            && is_one(second)
            && self.between(first.last).trim() == ","
        {
            return Some(PeopleList {
                last: second.last,
                headcount: 1,
                is_there: !self.is_planned(at, second.last),
                are_family: false,
            });
        }
        // `ma comptable et ma secrétaire ne se parlent plus` tells of two of several.
        let do_something = items.last().is_some_and(|item| {
            self.between(item.last).trim().is_empty()
                && self.folded.get(item.last + 1).is_some_and(|word| is_act(word) && *word != "n")
        });
        if do_something && items.iter().all(|item| item.kind == Kind::Own && !self.is_kin_at(item.last)) {
            return None;
        }
        // Who owns a company is not employed: `2 associés et 3 salariés` are three.
        // Where they are added up, and beside people who are called by their trade, everybody counts.
        let is_employed = |item: &Item| {
            let is_staff =
                |at: usize| self.folded.get(at).is_some_and(|word| is_one_of_staff(word) || is_staff(word));
            is_staff(item.noun) || is_staff(item.last)
        };
        let is_sum = |item: &Item| {
            self.between(item.last).trim() == "+" || self.folded.get(item.last + 1) == Some(&"plus")
        };
        let are_apart = items.iter().any(is_employed) && !items.iter().any(is_sum);
        let counted = items.iter().filter(|item| !are_apart || item.kind != Kind::Owner);
        let mut headcount = counted.map(|item| item.headcount).fold(0, u32::saturating_add);
        let last = items.last()?.last;
        // `ma femme, mon fils et deux ouvriers travaillent avec moi`
        let is_with_writer = matches!(
            self.folded.get(last + 1..),
            Some(["travaillent" | "bossent", "avec", "moi" | "nous", ..])
        );
        // `j'exerce avec deux confrères et quatre auxiliaires`
        let is_beside_writer = items.iter().all(|item| item.kind != Kind::Writer)
            && matches!(
                self.folded.get(..at),
                Some(
                    [.., "j" | "je", "exerce" | "travaille" | "bosse", "avec"]
                        | [.., "j" | "je", "exerce" | "travaille" | "bosse", _, "avec"]
                )
            );
        if is_beside_writer {
            headcount = headcount.saturating_add(1);
        }
        if is_with_writer && items.iter().any(|item| self.is_kin_at(item.last)) {
            headcount = headcount.saturating_add(1);
        }
        let has_writer = items.iter().any(|item| item.kind == Kind::Writer);
        let are_family = items.iter().all(|item| match item.kind {
            Kind::Writer => true,
            Kind::Owner => has_writer,
            _ => item.kind == Kind::Own && (self.is_kin_at(item.last) || self.is_owner_at(item.last)),
        });
        Some(PeopleList { last, headcount, is_there: !self.is_planned(at, last), are_family })
    }

    /// One who works for the company, where that is said: `j'ai déjà une employée`, `pressing, une vendeuse à mi-temps`.
    pub(super) fn one_at(self, at: usize) -> Option<Counted> {
        let item = self.counted_at(at).filter(|item| item.kind == Kind::One && item.is_known)?;
        // `m'associer avec un confrère` tells of nobody who is there.
        // `peut-on faire travailler un apprenti le dimanche ?` asks of any.
        let is_asked = matches!(self.folded.get(..at), Some([.., "travailler"]))
            && self
                .before_in_sentence(at, 5)
                .any(|word| matches!(word, "peut" | "puis" | "doit" | "faut" | "droit"));
        let is_had = !is_asked
            && self.before_in_sentence(at, 1).any(|word| word != "avec" && HAD.contains(&word))
            || match self.folded.get(..at)? {
                [.., "ai" | "jai" | "avons", "deja" | "encore" | "toujours" | "aussi"] => true,
                // `je suis fleuriste avec une apprentie`
                [.., who, "avec"]
                    if self
                        .folded
                        .get(item.last)
                        .is_some_and(|word| is_one_of_staff(word) || is_contract(word)) =>
                {
                    is_occupation(who) || may_be_occupation(who) || GROUPS.contains(who)
                }
                _ => false,
            };
        let next = self.folded.get(item.last + 1).copied();
        let is_told = || {
            (self.is_apart(at) || matches!(self.folded.get(..at), Some([.., "y", "a"])))
                && (self.ends_phrase(item.last) || next == Some("a"))
                && self.folded.get(item.last).is_some_and(|word| {
                    is_one_of_staff(word) || is_contract(word) || word.starts_with("permanent")
                })
        };
        // `j'ai un mécanicien qui perd la vue` tells of one of several.
        let is_one_of_several = matches!(
            self.folded.get(item.last + 1..),
            Some(
                ["qui" | "dont" | "que", ..]
                    | ["de", _, "ans", ..]
                    | ["en", "arret" | "conge" | "burn", ..]
                    | ["malade", ..]
            )
        ) && self.between(item.last).trim().is_empty();
        let is_there = !is_one_of_several
            && (is_had || is_told())
            && !self.is_planned(at, item.last)
            && !self.looks_for_before(at);
        is_there.then_some(Counted { first: at, last: item.last, headcount: 1 })
    }

    /// Whether those of a list work for the company: a single trade might be anybody's.
    fn is_own(self, at: usize, items: &[Item]) -> bool {
        let has = |kind: Kind| items.iter().any(|item| item.kind == kind);
        let is_employed = |item: &Item| self.folded.get(item.noun).is_some_and(|word| is_one_of_staff(word));
        let is_had = self.before_in_sentence(at, 1).any(|word| HAD.contains(&word) || word == "plus");
        if has(Kind::Somewhere) {
            return is_had || items.iter().all(|item| item.kind != Kind::One && item.kind != Kind::Owner);
        }
        // `on est deux associés plus un développeur en alternance`
        let is_sum =
            has(Kind::Owner) && items.iter().any(|item| self.folded.get(item.last + 1) == Some(&"plus"));
        has(Kind::Writer)
            || is_sum
            || has(Kind::Counted)
            || items.iter().all(|item| item.kind != Kind::One || is_employed(item))
                && !(items.iter().all(|item| item.kind == Kind::Own) && self.is_family(items))
            || is_had
            || self.is_apart(at) && (items.len() > 2 || items.iter().any(is_employed))
    }

    /// Whether nobody of a list is more than the writer's family: `mon frère et ma sœur` may be anywhere.
    fn is_family(self, items: &[Item]) -> bool {
        items.iter().all(|item| self.is_kin_at(item.last))
    }

    fn is_owner_at(self, at: usize) -> bool {
        self.folded.get(at).is_some_and(|word| is_owner(word))
    }

    fn is_kin_at(self, at: usize) -> bool {
        self.folded.get(at).is_some_and(|word| is_kin(word))
    }

    /// The first word of what may follow in a list.
    pub(super) fn after(self, last: usize) -> Option<usize> {
        let between = self.between(last);
        let next = self.folded.get(last + 1).copied()?;
        // `14 professeurs, tous à temps partiel, et une secrétaire`
        if between.trim() == "," && matches!(next, "tous" | "toutes") {
            let end = (last + 1..last + 6).find(|at| self.between(*at).trim() == ",")?;
            return Some(end + 2).filter(|_| self.folded.get(end + 1) == Some(&"et"));
        }
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
}
