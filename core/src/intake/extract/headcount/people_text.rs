//! A text in which people are looked for: its words, its numbers, and what stands around a word.

use super::people::{GROUPS, WANTED, is_otherwise};
use crate::intake::extract::quantity::Quantity;
use crate::intake::words::Words;

/// Companies that write here are small; a larger number is something else.
pub(super) const MOST: f64 = 50_000.0;

/// How many words of a sentence are looked at. Nobody writes a longer one, but texts that are no messages have numbers
/// without end, and each would look at all of them.
const LONGEST_SENTENCE: usize = 200;

/// What happens to people of whom it is said: `le recrutement de trois ouvriers`.
const CHANGES: [&str; 10] = [
    "depart",
    "departs",
    "licenciement",
    "licenciements",
    "recrutement",
    "recrutements",
    "embauche",
    "embauches",
    "arrivee",
    "demission",
];

/// A text with its words and numbers, in which people are looked for.
#[derive(Clone, Copy)]
pub(super) struct PeopleText<'t> {
    pub(super) text: &'t str,
    pub(super) words: &'t Words,
    pub(super) folded: &'t [&'t str],
    pub(super) quantities: &'t [Quantity],
}

/// A headcount, with the numbers of the first and the last word that belong to it.
pub(super) struct Counted {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) headcount: u32,
}

impl<'t> PeopleText<'t> {
    /// Whether something is said of people before or after them that makes them a plan or somebody else's.
    pub(super) fn is_planned(self, first: usize, last: usize) -> bool {
        // `trois agents de service à recruter`
        let is_to_come = (last..last + 4).take_while(|at| self.between(*at).trim().is_empty()).any(|at| {
            matches!(
                self.folded.get(at + 1..),
                Some([
                    "a",
                    "recruter"
                        | "embaucher"
                        | "pourvoir"
                        | "renouveler"
                        | "former"
                        | "remplacer"
                        | "trouver"
                        | "licencier",
                    ..
                ])
            )
        });
        let is_same_phrase =
            |at: &usize| !self.between(*at).contains([',', '.', '!', '?', '\n', ';', ':', '(']);
        let mut before = (0..first).rev().take(3).take_while(is_same_phrase);
        // `préparer le départ en retraite de trois ouvriers`
        let is_change = matches!(self.folded.get(..first), Some([.., "de" | "d"]))
            && self.before_in_sentence(first, 6).any(|word| CHANGES.contains(&word));
        is_to_come
            || is_change
            // `j'aimerais avoir 10 salariés`
            || matches!(self.folded.get(..first), Some([.., "avoir" | "etre" | "compter"]))
                && self.before_in_sentence(first, 6).any(|word| {
                    matches!(word, "aimerais" | "aimerions" | "voudrais" | "voudrions" | "reve" | "espere" | "souhaite" | "projette")
                })
            // `il faudrait que je monte à 6 salariés`
            || self.before_in_sentence(first, 6).any(|word| matches!(word, "faudrait" | "faudra"))
            || before.any(|at| {
                self.folded.get(at).is_some_and(|word| is_otherwise(word))
                    && !self.is_line_of_business(at)
                    // `je tiens l'hôtel, plus une femme de chambre`
                    && !(at > 0 && self.folded.get(at) == Some(&"plus") && self.between(at - 1).trim() == ",")
            })
            || self.looks_for(first, 3)
    }

    /// Whether the sentence looks for somebody before a word.
    pub(super) fn looks_for_before(self, first: usize) -> bool {
        self.looks_for(first, LONGEST_SENTENCE)
    }

    /// Whether the words before, so many at most, look for somebody; a company that does so for others is called
    /// after it: `cabinet de recrutement, 4 associés`.
    pub(super) fn looks_for(self, first: usize, most: usize) -> bool {
        let is_same = move |at: &usize| !self.between(*at).contains(['.', '!', '?', '\n', ';']);
        (0..first).rev().take(most).take_while(is_same).any(|at| {
            // `nous avons recruté : 31 salariés`
            let is_done = self.folded.get(at) != Some(&"besoin")
                && !self.between(at).contains(',')
                && matches!(self.folded.get(..at), Some([.., "ai" | "avons"] | [.., "on" | "nous", "a"]))
                && self.between(first.saturating_sub(1)).contains([',', ':']);
            !is_done
                && self.folded.get(at).is_some_and(|word| WANTED.contains(word))
                && !self.is_line_of_business(at)
                && !self.looks_for_no_staff(at)
        })
    }

    /// Whether what is looked for at a word is nobody who would work there: `cherche repreneur`, `besoin d'un local`.
    fn looks_for_no_staff(self, at: usize) -> bool {
        let articles = |at: &usize| {
            self.folded.get(*at).is_some_and(|word| {
                matches!(
                    *word,
                    "un" | "une" | "le" | "la" | "l" | "de" | "d" | "des" | "du" | "mon" | "notre"
                )
            })
        };
        let skipped = (at + 1..).take(3).take_while(articles).count();
        self.folded.get(at + 1 + skipped).is_some_and(|word| {
            let one = word.strip_suffix('s').unwrap_or(word);
            matches!(
                one,
                "repreneur"
                    | "repreneuse"
                    | "acquereur"
                    | "acheteur"
                    | "successeur"
                    | "investisseur"
                    | "partenaire"
                    | "local"
                    | "locaux"
                    | "terrain"
                    | "financement"
                    | "conseil"
                    | "aide"
                    | "solution"
                    | "subvention"
                    | "fournisseur"
                    | "avocat"
                    | "expert"
                    | "pret"
                    | "credit"
                    | "client"
                    | "tresorerie"
                    | "accompagnement"
                    | "renseignement"
                    | "info"
                    | "information"
                    | "entrepot"
                    | "batiment"
                    | "logiciel"
                    | "mutuelle"
            )
        })
    }

    /// Whether a word tells what a company does: `cabinet de recrutement`, `organisme de formation`.
    fn is_line_of_business(self, at: usize) -> bool {
        matches!(self.folded.get(at), Some(&"recrutement" | &"formation" | &"formations"))
            && matches!(
                self.folded.get(..at),
                Some([
                    ..,
                    "cabinet" | "agence" | "organisme" | "centre" | "societe" | "bureau" | "entreprise",
                    "de"
                ])
            )
    }

    /// The words before a word, the nearest first: so many at most, and none of another sentence.
    pub(super) fn before_in_sentence(self, first: usize, most: usize) -> impl Iterator<Item = &'t str> {
        let is_same = move |at: &usize| !self.between(*at).contains(['.', '!', '?', '\n', ';']);
        let before = (0..first).rev().take(most).take_while(is_same);
        before.filter_map(move |at| self.folded.get(at).copied())
    }

    /// Whether a word stands after a comma, a colon or the like, or begins the text: what it begins is
    /// said of the company.
    pub(super) fn is_apart(self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let before = self.text.get(..word.start).unwrap_or("").trim_end();
        before.is_empty() || before.ends_with([',', '.', ':', ';', '(', '-', '–', '!', '?', '>', '+'])
    }

    /// Whether nothing follows a word in its phrase.
    pub(super) fn ends_phrase(self, at: usize) -> bool {
        self.words.get(at + 1).is_none() || self.between(at).contains([',', '.', '!', '?', ';', ')', '\n'])
    }

    /// Whether the words before tell what who writes is: `nous sommes une salle de sport de`.
    pub(super) fn is_what_we_are(self, first: usize) -> bool {
        let from = first.saturating_sub(9);
        let before = self.folded.get(from..first).unwrap_or(&[]);
        let is_same = |at: usize| {
            (at..first).all(|at| !self.between(at).contains([',', '.', '!', '?', '\n', ';', ':']))
        };
        before.windows(3).enumerate().any(|(at, words)| {
            matches!(words, ["nous", "sommes", "un" | "une"] | ["on", "est", "un" | "une"])
                && is_same(from + at)
        })
    }

    /// The number that begins with a word, if it may count people.
    pub(super) fn number_at(self, at: usize) -> Option<&'t Quantity> {
        let place = self.quantities.binary_search_by_key(&at, |quantity| quantity.first).ok()?;
        self.quantities.get(place).filter(|quantity| quantity.value <= MOST)
    }

    /// What stands between a word and the next.
    pub(super) fn between(self, at: usize) -> &'t str {
        let next = self.words.get(at).zip(self.words.get(at + 1));
        next.and_then(|(last, next)| self.text.get(last.end..next.start)).unwrap_or("")
    }
}

/// Whether a word says about so many: `une quinzaine`.
pub(super) fn is_about(folded: &[&str], last: usize) -> bool {
    folded.get(last).is_some_and(|word| word.trim_end_matches('s').ends_with("aine"))
}

/// Whether what stands before `de 8 personnes` is a company: by its name, or as whose it is, or as what the message
/// begins with.
pub(super) fn is_of_company(people: PeopleText<'_>, of: usize) -> bool {
    let is_company = |word: &str| {
        GROUPS.contains(&word)
            || matches!(word, "notre" | "mon" | "ma" | "dirige" | "dirigeons" | "gere" | "gerons")
    };
    // `un bistrot de 5 personnes`, `nous sommes une ESN de 60 personnes`
    let is_named = match people.folded.get(..of) {
        _ if people.is_what_we_are(of) => true,
        Some([.., noun]) => is_workplace_of_company(noun),
        _ => false,
    };
    let is_place_or_meal =
        |word: &str| matches!(word, "table" | "gite" | "salle" | "groupe" | "loto" | "capacite");
    is_named
        || people.before_in_sentence(of, 6).any(is_workplace_of_company)
        || people.before_in_sentence(of, 6).any(is_company)
        || (1..=2).any(|back| of.checked_sub(back).is_some_and(|at| people.is_apart(at)))
            && !people.before_in_sentence(of, 3).any(is_place_or_meal)
}

/// Whether a word is what a company is called by its place or its trade: `fromagerie`, `officine`.
pub(super) fn is_workplace_of_company(word: &str) -> bool {
    const PLACES: [&str; 22] = [
        "bureau",
        "ecole",
        "fabrique",
        "officine",
        "garage",
        "usine",
        "ferme",
        "exploitation",
        "magasin",
        "boutique",
        "bistrot",
        "creche",
        "clinique",
        "laboratoire",
        "studio",
        "domaine",
        "cooperative",
        "forge",
        "filature",
        "esat",
        "salon",
        "commerce",
    ];
    PLACES.contains(&word) || word.len() > 6 && word.ends_with("erie")
}
