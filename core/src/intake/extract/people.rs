//! The words by which messages tell who works for a company, folded, and those that make a number something else.

/// Those of whom every one counts.
pub(super) const STAFF: [&str; 16] = [
    "salarie",
    "salaries",
    "salariee",
    "salariees",
    "employe",
    "employes",
    "employee",
    "employees",
    "collaborateur",
    "collaborateurs",
    "etp",
    "agents",
    "personnes",
    "pers",
    "sal",
    "cdi",
];

/// Nouns after which `de 12` is a headcount.
pub(super) const GROUPS: [&str; 13] = [
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
    "atelier",
];

/// Words before a number that make it a plan, a bound or a part instead.
pub(super) const OTHERWISE: [&str; 54] = [
    "recruter",
    "recrute",
    "recrutons",
    "embaucher",
    "embauche",
    "embauchons",
    "prendre",
    "former",
    "licencier",
    "cherche",
    "cherchons",
    "recherche",
    "recherchons",
    "trouver",
    "besoin",
    "remplacer",
    "perdu",
    "plus",
    "moins",
    "partir",
    "depasser",
    "depasse",
    "combien",
    "seuil",
    "au",
    "des",
    "chaque",
    "tous",
    "sur",
    "faut",
    "voudrais",
    "formation",
    "pour",
    "accueillir",
    "garder",
    "manque",
    "dont",
    "dela",
    "entre",
    "supprimer",
    "jusqu",
    "maximum",
    "max",
    "minimum",
    "objectif",
    "obligatoire",
    "avais",
    "avait",
    "avions",
    "licencie",
    "licencies",
    "table",
    "gite",
    "capacite",
];

/// People of whom a company consists, besides those who work for it.
pub(super) const MEMBERS: [&str; 14] = [
    "associes",
    "associees",
    "cogerants",
    "cousins",
    "femmes",
    "freres",
    "gerants",
    "hommes",
    "permanents",
    "permanentes",
    "soeurs",
    "tetes",
    "bonshommes",
    "actifs",
];

/// Words after a number that counts whoever was told before it: `on est trois dans l'atelier`.
pub(super) const FOLLOWS: [&str; 35] = [
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
    "tous",
    "tout",
    "toute",
    "voila",
];

/// Words that may follow a headcount which counts nothing by name.
pub(super) const GOES_ON: [&str; 12] =
    ["salaries", "employes", "personnes", "en", "depuis", "cette", "cet", "l", "apres", "dans", "avec", "et"];

/// Words of what has been, or will be.
pub(super) const WERE: [&str; 5] = ["etions", "etait", "etaient", "serons", "sera"];

/// Words of others, whose people are none of one's own.
pub(super) const OTHERS: [&str; 16] = [
    "concurrent",
    "concurrents",
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

/// What people call those who work for them.
pub(super) const TRADES: [&str; 62] = [
    "gars",
    "ouvriers",
    "ouvrieres",
    "compagnons",
    "vendeuses",
    "vendeurs",
    "chauffeurs",
    "serveurs",
    "serveuses",
    "apprentis",
    "cuisiniers",
    "coiffeuses",
    "coiffeurs",
    "infirmieres",
    "infirmiers",
    "macons",
    "techniciens",
    "techniciennes",
    "commerciaux",
    "secretaires",
    "assistantes",
    "conducteurs",
    "mecaniciens",
    "menuisiers",
    "peintres",
    "preparateurs",
    "livreurs",
    "boulangers",
    "mecanos",
    "soignantes",
    "formateurs",
    "vendangeurs",
    "saisonniers",
    "caissieres",
    "caissiers",
    "assistants",
    "comptables",
    "ingenieurs",
    "developpeurs",
    "electriciens",
    "plombiers",
    "couvreurs",
    "carreleurs",
    "soudeurs",
    "tailleurs",
    "couturieres",
    "barbiers",
    "estheticiennes",
    "moniteurs",
    "educateurs",
    "ambulanciers",
    "cavistes",
    "bouchers",
    "patissiers",
    "pizzaiolos",
    "commis",
    "manutentionnaires",
    "magasiniers",
    "monteurs",
    "jardiniers",
    "paysagistes",
    "permanents",
];

/// Trades of which people have as many as they say, be these theirs or not.
pub(super) const OWN_TRADES: [&str; 5] = ["gars", "ouvriers", "ouvrieres", "compagnons", "apprentis"];

/// One who is employed for good: of them "none" is a headcount.
pub(super) const EMPLOYEES: [&str; 6] =
    ["salarie", "salariee", "employe", "employee", "collaborateur", "collaboratrice"];

/// One who works for somebody.
pub(super) const ONE_OF_STAFF: [&str; 11] = [
    "salarie",
    "salariee",
    "employe",
    "employee",
    "apprenti",
    "apprentie",
    "alternant",
    "alternante",
    "cdd",
    "collaborateur",
    "collaboratrice",
];

/// Whether a word is one who works for somebody, or several.
pub(super) fn is_one_of_staff(word: &str) -> bool {
    ONE_OF_STAFF.iter().any(|one| *one == word || word.strip_suffix('s') == Some(one))
}

/// Whether a word is an employee, or several.
pub(super) fn is_employee(word: &str) -> bool {
    EMPLOYEES.iter().any(|one| *one == word || word.strip_suffix('s') == Some(one))
}

/// Whether a word is of people who are a company.
pub(super) fn is_people(word: &str) -> bool {
    STAFF.contains(&word) || TRADES.contains(&word) || MEMBERS.contains(&word) || is_one_of_staff(word)
}
