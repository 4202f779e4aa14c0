//! The words by which messages tell who works for a company, folded, and those that make a number something else.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::trades::is_occupation;

/// Those of whom every one counts, besides employees.
const STAFF: [&str; 17] = [
    "etpt",
    "uth",
    "utp",
    "etp",
    "personne",
    "personnes",
    "pers",
    "agents",
    "sal",
    "cdi",
    // As they are written by ear or in haste.
    "persone",
    "persones",
    "salarier",
    "salariers",
    "employer",
    "employers",
    "emploies",
];

/// Nouns after which `de 12` is a headcount.
pub(super) const GROUPS: [&str; 28] = [
    "equipe",
    "effectif",
    "effectifs",
    "entreprise",
    "societe",
    "boite",
    "pme",
    "tpe",
    "structure",
    "association",
    "cabinet",
    "startup",
    // `start-up`
    "up",
    // `bureau d'études de sept ingénieurs`
    "etudes",
    "brigade",
    "patron",
    "patronne",
    "familiale",
    "atelier",
    "scop",
    "sarl",
    "sas",
    "eurl",
    "earl",
    "gaec",
    "agence",
    "etude",
    "groupe",
];

/// Words before a number that make it a plan, a bound, a part or people who are received instead, one a line: from
/// messages that told of nobody, and the forms of the same verbs.
static OTHERWISE: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("otherwise.txt").lines().collect());

/// Whether a word before a number makes it a plan, a bound, a part or people who are received.
pub(super) fn is_otherwise(word: &str) -> bool {
    OTHERWISE.contains(word)
}

/// Words of who is looked for: people of a trade who are told of later in such a sentence may be these.
pub(super) const WANTED: [&str; 18] = [
    "faut",
    "faudrait",
    "recruter",
    "recrute",
    "recrutons",
    "recrutement",
    "embaucher",
    "embauche",
    "embauchons",
    "cherche",
    "cherchons",
    "recherche",
    "recherchons",
    "trouver",
    "besoin",
    "former",
    "manque",
    "remplacer",
];

/// Words before people whom one has: `avec un ouvrier`, `j'ai`, `nous employons`.
pub(super) const HAD: [&str; 13] = [
    "jai",
    "ai",
    "avons",
    "avec",
    "compte",
    "comptons",
    "emploie",
    "emploient",
    "employons",
    "occupe",
    "reunit",
    "rassemble",
    "travailler",
];

/// People of whom a company consists, besides those who work for it.
pub(super) const MEMBERS: [&str; 20] = [
    "filles",
    "garcons",
    "mecs",
    "nanas",
    "collegues",
    "cousins",
    "femmes",
    "freres",
    "hommes",
    "soeurs",
    "tetes",
    "bonshommes",
    "actifs",
    "permanents",
    "copines",
    "copains",
    "amis",
    "amies",
    "potes",
    "assos",
];

/// Words after a number that counts whoever was told before it: `on est trois dans l'atelier`.
pub(super) const FOLLOWS: [&str; 65] = [
    "alors",
    "puis",
    "parce",
    "lorsque",
    "bonjour",
    "c",
    "ca",
    "ce",
    "comment",
    "cmt",
    "g",
    "merci",
    "quel",
    "quelle",
    "s",
    "se",
    "peut",
    "entre",
    "selon",
    "suivant",
    "dont",
    "ici",
    "maintenant",
    "n",
    "ne",
    "quoi",
    "seulement",
    "desormais",
    "environ",
    "a",
    "ac",
    "actuellement",
    "apres",
    "au",
    "aujourd",
    "avec",
    "car",
    "cette",
    "chez",
    "dans",
    "depuis",
    "donc",
    "ds",
    "en",
    "et",
    "il",
    "j",
    "je",
    "l",
    "la",
    "le",
    "mais",
    "nous",
    "on",
    "ou",
    "pour",
    "quand",
    "qui",
    "sans",
    "si",
    "sur",
    "tous",
    "tout",
    "toute",
    "voila",
];

/// Words of what has been, or will be.
pub(super) const WERE: [&str; 5] = ["etions", "etait", "etaient", "serons", "sera"];

/// Words of others, whose people are none of one's own.
pub(super) const OTHERS: [&str; 32] = [
    "concurrente",
    "concurrentes",
    "absorber",
    "achete",
    "acheter",
    "acquerir",
    "rachat",
    "mandat",
    "vise",
    "employeur",
    "concurrent",
    "concurrents",
    "mairie",
    "bailleur",
    "franchiseur",
    "assureur",
    "prestataire",
    "cliente",
    "client",
    "donneur",
    "fournisseur",
    "ordre",
    "voisin",
    "repreneur",
    "acheteur",
    "reprends",
    "reprend",
    "reprendre",
    "reprenons",
    "rachete",
    "racheter",
    "rachetons",
];

/// Trades of which people have as many as they say, be these theirs or not.
pub(super) const OWN_TRADES: [&str; 5] = ["gars", "ouvriers", "ouvrieres", "compagnons", "apprentis"];

/// Those who own a company.
const OWNERS: [&str; 10] = [
    "associe",
    "associee",
    "cofondateur",
    "cofondatrice",
    "fondateur",
    "fondatrice",
    "gerant",
    "gerante",
    "cogerant",
    "cogerante",
];

/// Whether a word is who owns a company, or several.
pub(super) fn is_owner(word: &str) -> bool {
    is_one_or_several(&OWNERS, word)
}

/// Those of a family who may work in its company.
const KIN: [&str; 25] = [
    "frangin",
    "frangine",
    "tante",
    "tonton",
    "gendre",
    "mari",
    "femme",
    "epouse",
    "epoux",
    "conjoint",
    "conjointe",
    "compagne",
    "frere",
    "soeur",
    "pere",
    "mere",
    "fils",
    "fille",
    "cousin",
    "cousine",
    "beau",
    "neveu",
    "niece",
    "oncle",
    "copain",
];

/// Whether a word is somebody of a family, or several.
pub(super) fn are_kin(word: &str) -> bool {
    is_one_or_several(&KIN, word)
}

/// Whether a word is somebody of a family.
pub(super) fn is_kin(word: &str) -> bool {
    KIN.contains(&word)
}

/// How people are employed: `en cdi`.
pub(super) const CONTRACTS: [&str; 10] = [
    "parcours",
    "cdi",
    "cdd",
    "alternance",
    "apprentissage",
    "insertion",
    "interim",
    "contrat",
    "stage",
    "formation",
];

/// Where people of a company work.
pub(super) const WORKPLACES: [&str; 35] = [
    "expedition",
    "expeditions",
    "logistique",
    "maintenance",
    "montage",
    "conditionnement",
    "etages",
    "reception",
    "chantiers",
    "route",
    "terrain",
    "vente",
    "garage",
    "accueil",
    "atelier",
    "bar",
    "bureau",
    "bureaux",
    "caisse",
    "champs",
    "chantier",
    "comptoir",
    "cuisine",
    "entrepot",
    "four",
    "fournil",
    "labo",
    "laboratoire",
    "magasin",
    "boutique",
    "plonge",
    "production",
    "salle",
    "service",
    "serre",
];

/// One who is employed for good: of them "none" is a headcount.
const EMPLOYEES: [&str; 6] =
    ["salarie", "salariee", "employe", "employee", "collaborateur", "collaboratrice"];

/// One who works for somebody, besides employees.
const ONE_OF_STAFF: [&str; 5] = ["apprenti", "apprentie", "alternant", "alternante", "cdd"];

/// Whether a word is one of some words, or its plural.
fn is_one_or_several(words: &[&str], word: &str) -> bool {
    words.iter().any(|one| *one == word || word.strip_suffix('s') == Some(one))
}

/// Whether a word is an employee, or several.
pub(super) fn is_employee(word: &str) -> bool {
    is_one_or_several(&EMPLOYEES, word)
}

/// Whether a word is one who works for somebody, or several.
pub(super) fn is_one_of_staff(word: &str) -> bool {
    is_employee(word) || is_one_or_several(&ONE_OF_STAFF, word)
}

/// Whether a word is of those of whom every one counts.
pub(super) fn is_staff(word: &str) -> bool {
    is_employee(word) || STAFF.contains(&word)
}

/// Whether a word is of people who are a company.
pub(super) fn is_people(word: &str) -> bool {
    is_person(word) || is_owner(word) || MEMBERS.contains(&word)
}

/// Whether a word is somebody who works, or several.
pub(super) fn is_person(word: &str) -> bool {
    is_staff(word) || is_one_of_staff(word) || is_occupation(word)
}

/// Whether a part of a company is called so, which tells its own headcount beside that of all.
pub(super) fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "site" | "filiale" | "agence" | "etablissement" | "usine" | "antenne" | "magasin" | "atelier"
    )
}
