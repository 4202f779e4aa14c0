//! Numbers of what there is one of for each who works: `17 bulletins de paie`, `16 salaires à verser`, `52 emplois`.

use super::number::Number;
use super::people_text::Counted;

impl Number<'_> {
    /// What is said by the pay or the posts of those who work.
    pub(super) fn said_by_proxy(&self) -> Option<Counted> {
        if self.headcount < 2 || self.is_otherwise() && !matches!(self.before, [.., "pour"]) {
            return None;
        }
        let before = |most| self.people.before_in_sentence(self.quantity.first, most);
        let words = match self.after {
            [
                "bulletins" | "fiches" | "feuilles",
                "de",
                "paie" | "paye" | "paies" | "payes" | "salaire" | "salaires",
                ..,
            ] => 3,
            ["bulletins" | "paies" | "payes", "par", "mois", ..]
            | ["bulletins" | "paies" | "payes", "chaque", "mois", ..] => 1,
            [
                "salaires" | "paies" | "payes",
                "a",
                "verser" | "payer" | "sortir" | "assurer" | "faire",
                ..,
            ] => 3,
            ["emplois", after @ ..]
                if before(14).chain(after.iter().take(5).copied()).any(is_ours)
                    && !before(14).any(is_of_others_or_plan)
                    && !is_to_fill(after) =>
            {
                1
            }
            // `la masse salariale pèse 410 000 € pour 12 têtes`
            ["tetes" | "personnes", ..]
                if matches!(self.before, [.., "pour"])
                    && before(10)
                        .any(|word| matches!(word, "salariale" | "salaires" | "paie" | "paye" | "paies")) =>
            {
                1
            }
            _ => return None,
        };
        self.found(0, words)
    }
}

fn is_ours(word: &str) -> bool {
    matches!(word, "nous" | "notre" | "nos" | "cette" | "ma" | "mon")
}

/// Whether posts are made, given up or somebody else's, rather than one's own: `créer deux emplois`.
fn is_of_others_or_plan(word: &str) -> bool {
    let begins = [
        "cre", "offr", "propos", "gener", "ferm", "repris", "rachat", "rachet", "repren", "supprim", "arret",
    ];
    begins.iter().any(|begin| word.starts_with(begin))
        || matches!(word, "soit" | "projet" | "confrere" | "concurrent" | "vallee")
}

fn is_to_fill(after: &[&str]) -> bool {
    matches!(after, ["a", "pourvoir" | "creer", ..] | ["crees" | "vacants" | "saisonniers", ..])
}
