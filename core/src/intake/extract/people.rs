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
pub(super) const OTHERWISE: [&str; 40] = [
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
];

/// What is counted in days or money after `on est`.
pub(super) const UNITS: [&str; 26] = [
    "ans", "an", "mois", "jour", "jours", "semaine", "semaines", "heure", "heures", "h", "km", "minutes",
    "euros", "euro", "e", "k", "m2", "fois", "clients", "magasins", "janvier", "fevrier", "mars", "avril",
    "mai", "eme",
];

/// Words that may follow a headcount which counts nothing by name.
pub(super) const GOES_ON: [&str; 12] =
    ["salaries", "employes", "personnes", "en", "depuis", "cette", "cet", "l", "apres", "dans", "avec", "et"];

/// Words of what has been, or will be.
pub(super) const WERE: [&str; 5] = ["etions", "etait", "etaient", "serons", "sera"];

/// Whose people are none of one's own.
pub(super) const OTHERS: [&str; 9] = [
    "concurrent",
    "concurrents",
    "client",
    "donneur",
    "fournisseur",
    "ordre",
    "voisin",
    "repreneur",
    "acheteur",
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
