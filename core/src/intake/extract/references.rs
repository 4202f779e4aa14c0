//! Words that make a number a name.

/// Words before a number that names something instead of counting it.
pub(super) const REFERENCES: [&str; 18] = [
    "ape",
    "naf",
    "iban",
    "article",
    "commande",
    "contrat",
    "devis",
    "dossier",
    "facture",
    "fr",
    "n",
    "no",
    "numero",
    "ref",
    "reference",
    "siren",
    "tva",
    "urssaf",
];
