//! Who has nobody, or one: `sans salarié`, `toute seule`, `mon seul employé`.

use super::people::{WORKPLACES, is_employee, is_kin, is_one_of_staff, is_people, is_person};
use super::people_text::{Counted, PeopleText};
use super::trades::{is_line_of_work, is_occupation, may_be_occupation, may_be_occupations};
use crate::intake::extract::quantity::is_digits;

/// The headcount that is said at a word without any number.
pub(super) fn without_number(people: PeopleText<'_>, at: usize) -> Option<Counted> {
    let (before, from) = people.folded.split_at(at);
    let counted = |words: usize, headcount: u32| Some(Counted { first: at, last: at + words - 1, headcount });
    // `aucun salarié n'a été payé` is said of those who are there.
    let is_none = |words: usize| {
        people.between(at + words - 1).contains(',')
            || !matches!(
                from.get(words).copied(),
                Some("n" | "ne" | "en" | "protege" | "proteges" | "cette" | "ce")
            )
    };
    match from {
        ["sans" | "aucun" | "aucune", word, ..] if is_employee(word) && is_none(2) => counted(2, 0),
        ["pas" | "point", "de" | "d", word, ..] if is_employee(word) && is_none(3) => counted(3, 0),
        ["pas", "encore", "de" | "d", word, ..] if is_employee(word) && is_none(4) => counted(4, 0),
        // `micro-entreprise, personne d'autre que moi`
        ["personne", "d", "autre", "que", "moi", ..] => counted(5, 0),
        // `il n'y a que moi dans ma société`
        ["a" | "ya", "que", "moi", "dans" | "a" | "au" | "pour", ..] => counted(3, 1),
        ["mon" | "ma" | "un" | "une" | "notre", "seul" | "seule" | "unique", word, ..]
            if is_employee(word) || matches!(*from, ["mon" | "ma", ..]) && is_occupation(word) =>
        {
            counted(3, 1)
        }
        // `je suis le seul salarié de ma SASU`
        ["suis", "le" | "la", "seul" | "seule" | "unique", word, ..] if is_employee(word) => counted(4, 1),
        // `je viens d'embaucher mon premier salarié`, but not `je veux embaucher mon premier salarié`
        ["mon" | "ma", "premier" | "premiere", word, ..]
            if is_one_of_staff(word)
                && (people.before_in_sentence(at, 6).any(|word| matches!(word, "viens" | "venons"))
                    || matches!(
                        before,
                        [.., "ai" | "jai" | "avons", "embauche" | "recrute" | "pris"]
                            | [.., "viens" | "venons", "d" | "de", "embaucher" | "recruter" | "prendre"]
                    )) =>
        {
            counted(3, 1)
        }
        ["personne", "ne", "travaille" | "bosse", "pour" | "avec" | "chez", "moi" | "nous", ..] => {
            counted(5, 0)
        }
        ["gere" | "tiens" | "exploite" | "dirige", "seul" | "seule", ..]
            if matches!(before, [.., "je" | "j"]) =>
        {
            counted(2, 0)
        }
        ["un" | "une", "seul" | "seule", word, ..] if is_occupation(word) => counted(3, 1),
        ["mon" | "ma", word, "unique" | "seul" | "seule", ..] if is_employee(word) => counted(3, 1),
        ["n", "emploie" | "employons", "personne", ..] => counted(3, 0),
        ["emploie" | "jemploie", "personne", ..] | ["ai", "personne", "avec" | "chez" | "sous", ..] => {
            counted(2, 0)
        }
        // `mon salarié (le seul) est en arrêt`
        ["mon" | "ma", word, "le" | "la", "seul" | "seule", ..] if is_employee(word) => counted(4, 1),
        ["n", "ai", "personne", "avec", "moi", ..] => counted(5, 0),
        // `je travaille seul avec ma femme`
        [
            "travaille" | "bosse" | "exerce" | "suis",
            "seul" | "seule",
            "avec" | "ac",
            "ma" | "mon",
            kin,
            ..,
        ] if is_kin(kin) => counted(5, 2),
        ["suis" | "jsuis", "seul" | "seule", rest @ ..] if is_by_itself(rest) => counted(2, 0),
        ["suis" | "jsuis", "tout" | "toute" | "tt" | "tte", "seul" | "seule", rest @ ..]
            if is_by_itself(rest) =>
        {
            counted(3, 0)
        }
        ["travaille" | "bosse" | "exerce", "seul" | "seule" | "tout" | "toute" | "solo", ..]
            if matches!(before, [.., "je" | "j"]) =>
        {
            counted(2, 0)
        }
        ["nous", "sommes", "en", "couple", ..] => counted(4, 2),
        ["nous", "sommes", "mari", "et", "femme", ..] => counted(5, 2),
        ["on", "est", "en", "couple", ..] => counted(4, 2),
        // `chauffeur VTC seul à Lyon`
        ["seul" | "seule", "a", place, ..]
            if !place.ends_with("er")
                && !place.ends_with("ir")
                && !place.ends_with("re")
                && before.iter().rev().take(2).any(|word| is_occupation(word))
                && (1..=2).any(|back| at.checked_sub(back).is_some_and(|at| people.is_apart(at))) =>
        {
            counted(1, 0)
        }
        ["me", "retrouve", "seul" | "seule", rest @ ..] if is_by_itself(rest) => counted(3, 0),
        ["suis" | "jsuis", "solo", ..] => counted(2, 0),
        ["travaille" | "bosse" | "exerce" | "suis", "en", "solo", ..] => counted(3, 0),
        // `un atelier de couture, toute seule`
        ["tout" | "toute" | "tt" | "tte", "seul" | "seule", rest @ ..]
            if is_by_itself(rest) && (people.is_apart(at) || is_run(people, at) || is_all(people, at))
                // `une ruche qui se pèse toute seule`
                && (people.before_in_sentence(at, 5).any(|word| word == "moi")
                    || !people.before_in_sentence(at, 4).any(|word| matches!(word, "qui" | "se" | "s"))) =>
        {
            counted(2, 0)
        }
        // `mon assistante (seule salariée)`
        ["seul" | "seule" | "unique", word, ..] if people.is_apart(at) && is_employee(word) => counted(2, 1),
        // `je me suis séparé de deux vendeuses, il m'en reste une`
        ["m" | "nous", "en", "reste", "un" | "une", ..]
            if people.ends_phrase(at + 3) && people.before_in_sentence(at, 14).any(is_person) =>
        {
            counted(4, 1)
        }
        ["en", "ai" | "avons", "qu", "un" | "une", ..]
            if people.ends_phrase(at + 3) && people.before_in_sentence(at, 14).any(is_person) =>
        {
            counted(4, 1)
        }
        // `je suis le gérant et l'unique salarié de ma SASU`, `salarié unique de mon entreprise`
        ["l", "unique", word, ..]
            if is_employee(word) && people.before_in_sentence(at, 6).any(|word| word == "suis") =>
        {
            counted(3, 1)
        }
        [word, "unique", "de", "mon" | "ma", ..] if is_employee(word) => counted(2, 1),
        // `elle est la seule employée`
        ["est", "la" | "le" | "ma" | "mon", "seul" | "seule", word, ..] if is_employee(word) => counted(4, 1),
        ["sans", "personne", ..]
            if people.ends_phrase(at + 1)
                && people
                    .before_in_sentence(at, 3)
                    .any(|word| matches!(word, "retrouve" | "suis" | "reste" | "travaille" | "bosse")) =>
        {
            counted(2, 0)
        }
        ["sans" | "aucun", "personnel", ..] => counted(2, 0),
        ["pas", "de", "personnel", ..] => counted(3, 0),
        ["sans", "personne", "sous" | "avec" | "a", ..] => counted(2, 0),
        ["en", "duo" | "binome" | "tandem", ..]
            if people.is_apart(at)
                || people.before_in_sentence(at, 6).any(|word| matches!(word, "nous" | "on" | "je")) =>
        {
            counted(2, 2)
        }
        // `trio de potières, nous partageons un four`
        ["trio" | "quatuor" | "duo", "de" | "d", word, ..]
            if (people.is_apart(at) || matches!(before, [.., "sommes" | "est", "un"]))
                && may_be_occupations(word) =>
        {
            counted(
                3,
                match from {
                    ["trio", ..] => 3,
                    ["duo", ..] => 2,
                    _ => 4,
                },
            )
        }
        // `je n'ai ni salarié ni associé`
        ["ni", word, ..] if is_employee(word) => counted(2, 0),
        // `je roule seul`
        ["seul" | "seule", ..]
            if people.ends_phrase(at)
                && match before {
                    [.., "je" | "j", verb] => *verb != "etais",
                    [.., "suis", work] => is_occupation(work),
                    _ => false,
                } =>
        {
            counted(1, 0)
        }
        ["seul" | "seule", rest @ ..]
            if people.is_apart(at)
                && (people.ends_phrase(at)
                    || is_at_work(rest)
                    || matches!(
                        rest,
                        ["depuis", ..]
                            | ["sur", _, "hectares" | "ha", ..]
                            | ["dans", "mon" | "ma", ..]
                            | ["l" | "a", "annee" | "l", ..]
                    )) =>
        {
            counted(1, 0)
        }
        ["jamais", "eu", "de" | "d", word, ..] if is_employee(word) => counted(4, 0),
        _ => None,
    }
}

/// Whether the words before tell of a company that somebody runs: `je tiens le magasin toute seule`.
fn is_run(people: PeopleText<'_>, at: usize) -> bool {
    let runs = |word: &str| {
        matches!(word, "tiens" | "gere" | "dirige" | "exploite" | "travaille" | "bosse" | "mene")
    };
    let says_so = matches!(people.folded.get(..at), Some([.., "je" | "j", verb]) if *verb != "etais");
    says_so || people.before_in_sentence(at, 4).any(runs)
}

/// Whether being alone ends a phrase in which nothing fails for it: `un foodtruck tout seul`, but not `je n'y arrive
/// pas tout seul`.
fn is_all(people: PeopleText<'_>, at: usize) -> bool {
    let is_me = |word: &str| {
        matches!(word, "je" | "j" | "suis" | "jsuis" | "moi" | "mon" | "un" | "une") || is_line_of_work(word)
    };
    // `le téléphone sonnait tout seul`, `ma boîte tourne toute seule`
    let runs_itself = |word: &str| {
        matches!(word, "tourne" | "continue" | "marche" | "sonnait" | "fonctionne" | "il" | "elle" | "ca")
    };
    people.before_in_sentence(at, 6).any(is_me)
        && !people.before_in_sentence(at, 4).any(runs_itself)
        && people.ends_phrase(at + 1)
        && !people.before_in_sentence(at, 5).any(|word| matches!(word, "pas" | "plus"))
}

/// Whether the place where somebody works follows: `seul au garage`.
fn is_at_work(after: &[&str]) -> bool {
    matches!(after, ["au" | "dans" | "a", word, ..] | ["dans" | "a", "le" | "la" | "l" | "mon" | "ma", word, ..]
        if WORKPLACES.contains(word) || *word == "bord")
}

/// Whether who is alone is so in everything: not the only one who decides, nor with somebody.
fn is_by_itself(after: &[&str]) -> bool {
    is_at_work(after)
        // `seule à le gérer`, `seule à m'en occuper`
        || matches!(after, ["a", "le" | "la" | "les" | "l" | "tout" | "y", verb, ..] | ["a", "m", "en" | "y", verb, ..] | ["a", verb, ..]
            if matches!(*verb, "gerer" | "tenir" | "travailler" | "bosser" | "produire" | "faire" | "exploiter" | "occuper"
                | "assurer" | "porter" | "conduire" | "livrer" | "coller" | "cuisiner" | "fabriquer" | "vendre"))
        || matches!(after, ["aux" | "au" | "a", "fourneaux" | "volant" | "comptoir" | "four" | "bord"
            | "bureau" | "jardin" | "moulin" | "guichet", ..] | ["a", "la", "caisse" | "boutique", ..])
        // `tout seul avec ma camionnette`
        || matches!(after, ["avec", "ma" | "mon" | "mes", thing, ..]
            if !is_people(thing) && !is_kin(thing) && !may_be_occupation(thing) && *thing != "amie")
        // `seul avec 12 tonnes de truites`
        || matches!(after, ["avec", number, noun, ..] if is_digits(number) && !is_people(noun) && !may_be_occupation(noun))
        || !matches!(
            after,
            ["a" | "au" | "aux" | "avec" | "associe" | "associee" | "gerant" | "gerante" | "actionnaire"
                | "maitre" | "dirigeant" | "dirigeante" | "proprietaire" | "responsable" | "decisionnaire", ..]
        )
}
