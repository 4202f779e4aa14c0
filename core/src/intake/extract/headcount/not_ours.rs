//! People who are counted, but do not work for the company of who writes: guests, callers, the staff of others.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::people::{GROUPS, OTHERS, WANTED, is_employee, is_kin, is_people};
use super::people_text::{PeopleText, is_workplace_of_company};

/// What gathers or holds people who are not employed there, one a line: from messages of hotels, restaurants, coaches
/// and trainers.
static GATHERINGS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("gatherings.txt").lines().collect());

/// Words of who runs what is told of: `je dirige un restaurant de 9 personnes`.
const RUN: [&str; 12] = [
    "dirige",
    "dirigeons",
    "dirigeant",
    "dirigeante",
    "gerant",
    "gerante",
    "patron",
    "patronne",
    "emploie",
    "employons",
    "gere",
    "gerons",
];

/// Verbs of people who do something to who writes, or in general: `50 personnes ont signé`. One a line.
static ACTS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| include_str!("acts.txt").lines().collect());

/// What `personnes` are said to be who are looked after, asked or expected. One a line.
static RECEIVED: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("received.txt").lines().collect());

/// Who works for, or belongs to, the company that is told next: `sous-traitant d'un groupe de 2000 personnes`.
const DEPENDENTS: [&str; 10] = [
    "traitant",
    "traitants",
    "traitance",
    "filiale",
    "client",
    "cliente",
    "fournisseur",
    "prestataire",
    "partenaire",
    "concurrent",
];

/// Whose people call on a company, and do not work for it: `deux agents de l'Urssaf`. One a line.
static OUTSIDERS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("outsiders.txt").lines().collect());

/// Words by which who writes tells of their own company: a client before these has nothing to do with what follows.
const FIRST_PERSON: [&str; 12] =
    ["ai", "jai", "avons", "sommes", "mes", "nos", "employons", "comptons", "suis", "moi", "je", "on"];

/// Whether a verb tells what people do to who writes, or in general.
pub(super) fn is_act(word: &str) -> bool {
    ACTS.contains(word)
}

impl PeopleText<'_> {
    /// Whether a number counts people who do not work for the company, by its own word and the place of its noun.
    pub(super) fn are_not_ours(self, first: usize, noun: usize) -> bool {
        self.is_below_zero(first)
            || self.is_rate(noun)
            || self.are_gathered(first, noun)
            || self.act_on_us(first, noun)
            || self.are_of_outsiders(noun)
            || self.are_of_another_company(first, noun)
    }

    /// Whether the words before a number tell of others, whose people follow: `mon concurrent a 40 salariés`.
    pub(super) fn are_of_others(self, first: usize) -> bool {
        let mut crossed = false;
        for at in (first.saturating_sub(8)..first).rev() {
            let (Some(word), between) = (self.folded.get(at), self.between(at)) else { return false };
            if between.contains(['.', '!', '?', '\n', ';']) || FIRST_PERSON.contains(word) {
                return false;
            }
            // `mon ancien employeur, 40 salariés`
            let is_subject = between.contains(',')
                && OTHERS.contains(word)
                // `cherche repreneur, 4 salariés`
                && !(at > 0 && self.folded.get(at - 1).is_some_and(|word| WANTED.contains(word)))
                && (1..=3).any(|back| at.checked_sub(back).is_some_and(|at| self.begins_sentence(at)));
            // `mon fournisseur, une boîte de 200 personnes`
            let goes_on =
                matches!(self.folded.get(at + 1), Some(&"un" | &"une" | &"qui" | &"lui" | &"elle" | &"a"));
            crossed |= between.contains([',', ':']) && !goes_on && !is_subject;
            // `j'ai racheté une boîte de 8 salariés` is one's own by now.
            let is_bought = matches!(*word, "achete" | "rachete")
                && matches!(self.folded.get(..at), Some([.., "ai" | "jai" | "avons" | "a"]))
                || matches!(*word, "reprendre" | "racheter" | "acquerir")
                    && matches!(self.folded.get(..at), Some([.., "viens" | "venons" | "vient", "de" | "d"]));
            if !crossed && OTHERS.contains(word) && !is_bought {
                return true;
            }
        }
        self.are_next_door(first)
    }

    fn begins_sentence(self, at: usize) -> bool {
        at == 0 || self.between(at - 1).contains(['.', '!', '?', '\n', ':'])
    }

    /// `l'usine d'à côté a 200 salariés`
    fn are_next_door(self, first: usize) -> bool {
        let before = self.folded.get(first.saturating_sub(6)..first).unwrap_or(&[]);
        before.windows(2).any(|pair| matches!(pair, ["a", "cote"]))
    }

    /// `-3 salariés`, but not `- 3 salariés`, which is one of a list, nor `2-3 salariés`.
    fn is_below_zero(self, first: usize) -> bool {
        let before = self.words.get(first).and_then(|word| self.text.get(..word.start)).unwrap_or("");
        let before = before.strip_suffix(['-', '−']);
        before.is_some_and(|before| before.is_empty() || before.ends_with(char::is_whitespace))
    }

    /// `30 personnes par jour`
    fn is_rate(self, noun: usize) -> bool {
        matches!(
            self.folded.get(noun + 1..),
            Some([
                "par",
                "jour"
                    | "an"
                    | "mois"
                    | "semaine"
                    | "session"
                    | "seance"
                    | "groupe"
                    | "table"
                    | "heure"
                    | "soir"
                    | "service"
                    | "stage"
                    | "chambre"
                    | "voyage"
                    | "annee"
                    | "week"
                    | "chantier"
                    | "metier",
                ..
            ])
        )
    }

    /// People without another name, where something gathers them: `un mariage de 150 personnes`.
    fn are_gathered(self, first: usize, noun: usize) -> bool {
        if !matches!(self.folded.get(noun), Some(&"personnes" | &"personne" | &"pers")) {
            return false;
        }
        let is_same = |at: &usize| !self.between(*at).contains([',', '.', '!', '?', '\n', ';', ':', '(']);
        let before = (0..first).rev().take(4).take_while(is_same).filter_map(|at| self.folded.get(at));
        let is_gathering = |word: &str| {
            GATHERINGS.contains(word) || word.strip_suffix('s').is_some_and(|one| GATHERINGS.contains(one))
        };
        let is_received = match self.folded.get(noun + 1..) {
            Some(
                ["en", "entretien" | "entretiens" | "seminaire" | "visite" | "attente" | "formation", ..],
            ) => true,
            Some([word, ..]) => RECEIVED.contains(word),
            _ => false,
        };
        is_received
            || before.copied().any(is_gathering)
                && !self.before_in_sentence(first, 8).any(|word| RUN.contains(&word))
                && !self.is_what_we_are(first)
    }

    /// People who do something to who writes: `2 personnes m'ont dit`, `14 professeurs viennent visiter`. One's own
    /// employees do so too, who are called employees.
    fn act_on_us(self, first: usize, noun: usize) -> bool {
        let is_own = match self.folded.get(..first) {
            Some([.., "mes" | "nos" | "ses" | "les" | "ai" | "avons"]) => true,
            // `une PME de 90 personnes qui ne veut pas y passer sa vie`
            Some([.., group, "de"]) if GROUPS.contains(group) => true,
            // `un bureau d'architectes de 9 personnes cherche conseil`
            Some([.., group, "de" | "d", _, "de"]) => {
                GROUPS.contains(group) || is_workplace_of_company(group)
            }
            Some([.., "de"]) => self.is_what_we_are(first),
            _ => false,
        };
        // Employees and nobody else are one's own where they do something.
        let may_be_others = self.folded.get(noun).is_some_and(|word| is_people(word) && !is_employee(word));
        !is_own
            && may_be_others
            && !self.come_in_addition(noun)
            && self.between(noun).trim_matches([' ', '\u{a0}']).is_empty()
            && (self.act_later(noun)
                || match self.folded.get(noun + 1..) {
                    Some(["qui", next, ..]) => ACTS.contains(next),
                    // `deux tatoueurs indépendants me louent un poste`
                    Some([adjective, "me" | "nous" | "m", verb, ..])
                        if adjective.ends_with('s') && !verb.ends_with("ons") =>
                    {
                        true
                    }
                    Some([next, ..]) => ACTS.contains(next),
                    _ => false,
                })
    }

    /// `une quinzaine de saisonniers viennent grossir nos 8 permanents`
    fn come_in_addition(self, noun: usize) -> bool {
        let after = self.folded.get(noun + 1..).unwrap_or(&[]).iter().take(5);
        after.copied().any(|word| {
            matches!(
                word,
                "grossir"
                    | "renforcer"
                    | "completer"
                    | "renfort"
                    | "ajoutent"
                    | "ajouter"
                    | "rejoignent"
                    | "prete"
            )
        })
    }

    /// `deux commerciaux d'une société d'énergie m'ont fait signer`
    fn act_later(self, noun: usize) -> bool {
        let is_of = matches!(self.folded.get(noun + 1), Some(&"d" | &"de" | &"du"));
        // `deux chercheurs de Roscoff sont intéressés`
        let is_of_place = is_of
            && self.words.get(noun + 2).is_some_and(|word| word.is_name)
            && matches!(self.folded.get(noun + 3), Some(&"sont" | &"ont" | &"viennent" | &"veulent"));
        if is_of_place {
            return true;
        }
        let joined =
            (noun..noun + 7).take_while(|at| self.between(*at).trim_matches([' ', '\'', '’']).is_empty());
        is_of
            && joined.filter_map(|at| self.folded.get(at + 1..at + 3)).any(|pair| {
                matches!(pair, ["m" | "nous" | "me", "ont" | "sont" | "reclament" | "demandent" | "doivent"])
            })
    }

    /// `deux agents de l'Urssaf`, `2 employés de l'agence de location`
    pub(super) fn are_of_outsiders(self, noun: usize) -> bool {
        let whose = match self.folded.get(noun + 1..) {
            Some(
                ["de" | "d" | "du", "l" | "la" | "une" | "un", whose, ..] | ["de" | "du" | "d", whose, ..],
            ) => whose,
            _ => return false,
        };
        self.between(noun).trim().is_empty() && OUTSIDERS.contains(whose)
    }

    /// The staff of another company: `une entreprise de 300 salariés nous doit 4 000 €`, `sous-traitant d'un groupe de
    /// 2 000 personnes`, `mon mari a 5 salariés dans sa boîte, moi je suis seule`.
    fn are_of_another_company(self, first: usize, noun: usize) -> bool {
        let before = self.folded.get(..first).unwrap_or(&[]);
        let after = self.folded.get(noun + 1..).unwrap_or(&[]);
        let is_joined = self.between(noun).trim().is_empty();
        match (before, after) {
            ([.., "une" | "un", group, "de"], ["nous" | "me" | "m", verb, ..])
                if is_joined && GROUPS.contains(group) && !verb.ends_with("ons") =>
            {
                true
            }
            // `je loue un local à une SARL de 5 salariés qui ne paie plus`
            (
                [.., "une" | "un", group, "de"],
                ["qui", "nous" | "me" | "m" | "refuse" | "doit" | "paie", ..]
                | ["qui", "ne", "paie" | "paye" | "regle" | "rembourse" | "repond" | "livre" | "rend", ..],
            ) if is_joined && GROUPS.contains(group) => true,
            ([.., "un" | "une" | "du" | "grand" | "grande" | "gros" | "grosse", group, "de"], _)
                if GROUPS.contains(group) && self.is_dependent(first) =>
            {
                true
            }
            // `un groupe de 800 salariés veut nous racheter`
            (
                [.., "une" | "un", group, "de"],
                [
                    "veut" | "souhaite" | "propose" | "voudrait" | "cherche" | "rachete",
                    "nous" | "me" | "m" | "a" | "de",
                    ..,
                ],
            ) if is_joined && GROUPS.contains(group) => true,
            // `une boîte de 20 salariés voisine`
            (
                [.., "une" | "un", group, "de"],
                ["voisin" | "voisine" | "concurrent" | "concurrente" | "cliente", ..],
            ) if is_joined && GROUPS.contains(group) => true,
            // `un comité d'entreprise de 400 salariés`
            ([.., "comite" | "cse", "d", "entreprise", "de"], _) => true,
            (
                [.., "mon" | "ma", kin, "a" | "emploie"],
                ["dans" | "chez", "sa" | "son" | "lui", rest @ ..],
            ) if is_kin(kin) && rest.iter().take(8).any(|word| matches!(*word, "moi" | "je")) => true,
            _ => false,
        }
    }

    /// Whether who writes depends on the company that is told at a word: `filiale d'un groupe de`.
    fn is_dependent(self, first: usize) -> bool {
        self.before_in_sentence(first, 6).any(|word| DEPENDENTS.contains(&word))
    }
}
