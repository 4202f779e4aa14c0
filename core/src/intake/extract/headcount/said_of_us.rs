//! Numbers that are said of who writes and theirs: `on est trois`, `nous tenons l'auberge, à deux`.

use super::number::Number;
use super::people::{
    GROUPS, MEMBERS, OTHERS, OWN_TRADES, WERE, is_employee, is_one_of_staff, is_owner, is_people, is_person,
};
use super::people_text::Counted;
use super::seasons::{followed_by_season, is_season};
use super::trades::may_be_occupations;

impl Number<'_> {
    /// What is said of who writes and theirs: `on est trois`, `nous tenons l'auberge, à deux`.
    pub(super) fn said_of_us(&self) -> Option<Counted> {
        let counts_people = self.counts_people();
        let is_apart =
            |back: usize| self.quantity.first.checked_sub(back).is_some_and(|at| self.people.is_apart(at));
        match (self.before, self.after) {
            // `nous sommes encore 61`
            (
                [
                    ..,
                    "sommes" | "est",
                    "encore" | "toujours" | "actuellement" | "maintenant" | "memes" | "environ" | "desormais"
                    | "donc" | "deja",
                ],
                _,
            ) if counts_people
                && self.before.iter().rev().take(5).any(|word| matches!(*word, "nous" | "on")) =>
            {
                self.found_with_staff(2)
            }
            ([.., "ai" | "avons" | "a", "plus", "que"], [word, ..]) if is_people(word) => self.found(1, 1),
            (
                [.., "ai" | "avons" | "a", "qu"] | [.., "ai" | "avons" | "a" | "reste", "plus", "qu"],
                [word, ..],
            ) if is_one_of_staff(word) => self.found(1, 1),
            (
                [.., "nous", "tenons" | "gerons" | "travaillons" | "bossons", "a"],
                ["un" | "une" | "les", ..],
            ) if self.headcount > 1 => self.found(3, 0),
            ([.., "sommes"], _) if counts_people && is_apart(1) => self.found_with_staff(1),
            ([.., "en", "reste"], _) if counts_people => self.found_with_staff(2),
            // `nous venons d'atteindre 12 salariés`
            (
                [.., "viens" | "venons" | "vient", "d", "atteindre"] | [.., "avons" | "ai", "atteint"],
                [word, ..],
            ) if is_employee(word) => self.found(1, 1),
            // `un gars s'est blessé, je n'en ai que trois`
            ([.., "en", "ai" | "avons", "que"], _)
                if counts_people
                    && self.people.before_in_sentence(self.quantity.first, 14).any(is_person) =>
            {
                self.found(3, 0)
            }
            // `je voudrais recruter trois personnes, j'en ai déjà douze`
            ([.., "en", "ai" | "avons", "deja"], _)
                if counts_people
                    && self.people.before_in_sentence(self.quantity.first, 14).any(is_person) =>
            {
                self.found(3, 0)
            }
            // `avec trois potes on a monté une boîte`
            ([.., "avec"], [who, "on" | "nous", ..]) if MEMBERS.contains(who) || is_owner(who) => {
                let counted = self.found(1, 1)?;
                Some(Counted { headcount: self.headcount.saturating_add(1), ..counted })
            }
            ([.., "nous", "voila" | "voici"] | [.., "est", "nous"], _) if counts_people => {
                self.found_with_staff(2)
            }
            ([.., "on", "est", "que"], _) if counts_people => self.found_with_staff(3),
            ([.., "a"], _)
                if is_apart(1)
                    && self.headcount > 1
                    && (self.ends_phrase() || matches!(self.next(), "avec" | "depuis")) =>
            {
                self.found_with_staff(1)
            }
            ([.., "est" | "sommes", "plus", "que"], _) if counts_people => self.found_with_staff(3),
            ([.., "sommes", "nous", "memes"], _) if counts_people => self.found_with_staff(3),
            // `je travaille avec deux collaboratrices`
            ([.., "je" | "j", "travaille" | "bosse", "avec"], [word, ..])
                if is_one_of_staff(word) || OWN_TRADES.contains(word) =>
            {
                let counted = self.found(2, self.noun())?;
                Some(Counted { headcount: self.headcount.saturating_add(1), ..counted })
            }
            // `je viens de passer le cap des 10 salariés`
            (
                [
                    ..,
                    "passer" | "passe" | "franchi" | "franchir" | "depasse" | "depasser" | "atteint"
                    | "atteindre",
                    "le" | "la",
                    "cap" | "seuil" | "barre",
                    "des" | "de",
                ],
                _,
            ) if (is_employee(self.next()) || counts_people && matches!(self.before, [.., "des"]))
                && self
                    .before
                    .iter()
                    .rev()
                    .take(7)
                    .any(|word| matches!(*word, "viens" | "venons" | "ai" | "avons")) =>
            {
                self.found(1, 1)
            }
            // `on vient de passer à onze`
            (
                [
                    ..,
                    "vient" | "viens" | "venons",
                    "de" | "d",
                    "passer" | "monter" | "descendre" | "arriver" | "tomber",
                    "a",
                ]
                | [
                    ..,
                    "on",
                    "est",
                    "tombe" | "tombes" | "passe" | "passes" | "monte" | "montes" | "descendu" | "descendus",
                    "a",
                ]
                | [.., "nous", "sommes", "tombes" | "passes" | "montes" | "descendus", "a"],
                _,
            ) if counts_people && self.headcount > 1 => self.found_with_staff(3),
            // `mes associées et moi sommes quatre`
            ([.., "moi", "sommes"], _) if counts_people => self.found_with_staff(2),
            // `les gars sont 26`
            ([.., "les" | "mes" | "nos", who, "sont"], _)
                if is_people(who) && counts_people && self.headcount > 1 =>
            {
                self.found(3, 0)
            }
            // `nous en sommes à 47`
            ([.., "en", "sommes" | "est" | "suis", "a"], _)
                if self.ends_phrase()
                    && self.headcount > 2
                    && !self.people.text[..self.quantity.start].contains('%') =>
            {
                self.found(3, 0)
            }
            // `on est une bande de cinq artisans`
            ([.., "de" | "d"], _)
                if self.headcount > 1
                    && self.people.is_what_we_are(self.quantity.first)
                    && (counts_people && self.ends_phrase() || may_be_occupations(self.next())) =>
            {
                self.found_with_staff(1)
            }
            // `on ne sera plus que 6`
            ([.., "sera" | "serons", "plus", "que"], _) if counts_people => self.found_with_staff(3),
            // `j'ai sous mes ordres une quarantaine d'hommes`
            (
                [
                    ..,
                    "sous",
                    "mes" | "ma" | "nos" | "notre",
                    "ordres" | "responsabilite" | "direction" | "coupe",
                ],
                [word, ..],
            ) if is_people(word) => self.found(0, self.noun()),
            // `nous somme 6 dans l'entreprise`, as it is written by ear
            (
                [.., "nous" | "ns", "somme"]
                | [.., "on", "et" | "ai"]
                | [.., "ont", "est"]
                | [.., "on", "es"],
                _,
            ) if counts_people && self.headcount > 1 => self.found_with_staff(2),
            // `à 9 dans 60 m²`
            ([.., "a"], ["dans" | "sur", ..])
                if is_apart(1) && self.headcount > 1 && self.headcount < 100 =>
            {
                self.found(1, 0)
            }
            // `12 l'été, 5 l'hiver`
            (_, after)
                if is_season(after)
                    && self.people.is_apart(self.quantity.first)
                    && self.headcount > 1
                    && followed_by_season(self.people, self.quantity.last) =>
            {
                self.found(0, 0)
            }
            // `avant on était une douzaine, maintenant c'est huit`
            ([.., "maintenant" | "hui" | "desormais", "c", "est"], _)
                if counts_people && self.before.iter().rev().take(14).any(|word| WERE.contains(word)) =>
            {
                self.found(2, 0)
            }
            // `120 au lieu de 240`
            (_, ["au", "lieu", "de", ..] | ["contre", ..])
                if self.headcount > 1
                    && self.people.is_apart(self.quantity.first)
                    && self.people.before_in_sentence(self.quantity.first, 14).any(|word| {
                        matches!(
                            word,
                            "gens" | "personnel" | "effectif" | "effectifs" | "salaries" | "equipe"
                        )
                    }) =>
            {
                self.found(0, 0)
            }
            // `notre usine n'en compte que 60`
            ([.., "n", "en", "compte" | "emploie", "que"], _) if counts_people && !self.are_of_others() => {
                self.found(3, 0)
            }
            // `mes employés, au nombre de sept`
            ([.., "au", "nombre", "de"], _)
                if self.headcount > 1
                    && self.people.before_in_sentence(self.quantity.first, 6).any(is_person) =>
            {
                self.found(3, 0)
            }
            // `on doit être sept`
            ([.., "on", "doit", "etre"] | [.., "nous", "devons", "etre"], _) if counts_people => {
                self.found_with_staff(3)
            }
            // `notre fournisseur a 200 salariés, nous 12`
            ([.., "nous"], _) if self.ends_phrase() && is_apart(1) && self.follows_others() => {
                self.found(1, 0)
            }
            // `une famille de 4 à travailler sur l'exploitation`
            ([.., "de"], ["a", "travailler" | "bosser", ..]) if self.headcount > 1 => self.found(0, 0),
            // `ma crèche fait travailler cinq femmes`
            ([.., "fait" | "fais" | "faisons", "travailler"], [word, ..]) if is_people(word) => {
                self.found(0, self.noun())
            }
            // `on monte à 14 l'été`
            ([.., "on", "monte" | "passe" | "descend", "a"], after) if is_season(after) => self.found(3, 0),
            // `chez nous, ils sont 29 à pointer`
            ([.., "ils" | "elles", "sont"], _) if counts_people && self.is_at_ours() => {
                self.found_with_staff(2)
            }
            // `avec une apprentie, donc à deux`
            ([.., "donc"] | [.., "donc", "a"], _)
                if self.headcount > 1
                    && self.ends_phrase()
                    && self.people.before_in_sentence(self.quantity.first, 8).any(|word| word == "avec") =>
            {
                self.found(1, 0)
            }
            // `nous étions quinze, donc treize aujourd'hui`
            ([.., previous], ["aujourd", "hui", ..])
                if !matches!(*previous, "serons" | "sera")
                    && self.before.iter().rev().take(12).any(|word| WERE.contains(word)) =>
            {
                self.found(0, 0)
            }
            ([.., "on", "n", "est", "que"], _) if counts_people => self.found_with_staff(4),
            (
                [
                    ..,
                    "on",
                    "est" | "tourne" | "bosse" | "travaille" | "tient" | "gere" | "demarre" | "commence"
                    | "reste",
                    "a",
                ]
                | [.., "nous", "voila" | "voici", "a"]
                | [.., "est", "qu", "a"]
                | [
                    ..,
                    "nous" | "ns",
                    "sommes" | "demarrons" | "tenons" | "travaillons" | "bossons" | "tournons",
                    "a",
                ],
                _,
            ) if counts_people => self.found_with_staff(3),
            ([.., "on", "est" | "e"] | [.., "nous" | "ns", "sommes"] | [.., "sommes", "que"], _)
                if counts_people =>
            {
                self.found_with_staff(2)
            }
            _ => None,
        }
    }

    /// Whether the words before tell of another company, with which one's own is compared.
    fn follows_others(&self) -> bool {
        self.people.before_in_sentence(self.quantity.first, 8).any(|word| OTHERS.contains(&word))
    }

    /// Whether the words before tell of the place of who writes: `chez nous, ils sont`, `la boîte a deux ans, ils sont`.
    fn is_at_ours(&self) -> bool {
        let before = |most| self.people.before_in_sentence(self.quantity.first, most);
        let is_at = before(6).zip(before(6).skip(1)).any(|pair| matches!(pair, ("nous" | "moi", "chez")));
        is_at || before(14).any(|word| GROUPS.contains(&word)) && self.ends_phrase() && !self.are_of_others()
    }
}
