//! What the codes of findings mean for those who keep a directory: the cause, and the cure.

/// The cause and the cure of a finding, in French; none for a code that is not listed here.
pub(super) fn french(code: &str) -> Option<[&'static str; 2]> {
    CHECKS.iter().find(|[listed, ..]| *listed == code).map(|[_, cause, cure]| [*cause, *cure])
}

const CHECKS: &[[&str; 3]] = &[
    [
        "unreadable_file",
        "Le fichier ne s’ouvre pas.",
        "Fermez-le dans le tableur, vérifiez les droits, enregistrez-le de nouveau.",
    ],
    [
        "unknown_file",
        "Le nom du fichier ressemble à celui d’un fichier de l’annuaire, sans en être un.",
        "Renommez-le comme indiqué, ou retirez-le du dossier.",
    ],
    [
        "empty_file",
        "Le fichier est vide, même d’en-têtes.",
        "Remettez la ligne d’en-têtes, ou supprimez le fichier.",
    ],
    [
        "malformed_json",
        "Le texte n’est pas un document JSON de la forme attendue.",
        "Corrigez-le à la ligne et à la colonne indiquées.",
    ],
    [
        "malformed_csv",
        "La ligne ne se lit pas : un guillemet jamais fermé, ou plus de cellules que d’en-têtes.",
        "Fermez le guillemet, ou retirez les cellules en trop.",
    ],
    ["unknown_field", "La colonne n’existe pas.", "Prenez le nom proposé, ou supprimez la colonne."],
    ["duplicate_field", "La colonne est donnée deux fois.", "Gardez-en une."],
    ["missing_field", "Une valeur ou une colonne obligatoire manque.", "Remplissez-la."],
    [
        "invalid_value",
        "La valeur ne se lit pas comme ce que la colonne contient.",
        "Écrivez-la comme l’exemple de la colonne.",
    ],
    ["invalid_id", "L’identifiant contient une espace.", "Remplacez l’espace par un tiret."],
    [
        "duplicate_id",
        "L’identifiant, ou l’autre nom, est déjà pris.",
        "Donnez-en un autre à l’une des deux lignes.",
    ],
    [
        "unknown_theme",
        "Le thème n’est pas dans `themes.csv`.",
        "Corrigez l’identifiant, ou ajoutez le thème.",
    ],
    [
        "unknown_subject",
        "Le sujet n’est pas dans `subjects.csv`.",
        "Corrigez l’identifiant, ou ajoutez le sujet.",
    ],
    [
        "unknown_question",
        "Le sujet ne pose pas cette question.",
        "Corrigez l’identifiant, ou ajoutez la question à `questions.csv`.",
    ],
    [
        "unknown_institution",
        "L’institution n’est pas dans `institutions.csv`.",
        "Corrigez l’identifiant, ou donnez l’ancien nom dans `aliases`.",
    ],
    [
        "unknown_antenne",
        "L’antenne n’est pas dans `antennes.csv`.",
        "Corrigez l’identifiant, ou ajoutez l’antenne.",
    ],
    [
        "unknown_expert",
        "L’expert n’est pas dans `experts.csv`.",
        "Corrigez l’identifiant, ou retirez la ligne d’un expert parti.",
    ],
    [
        "unknown_criterion",
        "Une alternative n’a pas de filtre de même étiquette, ou un filtre pas d’alternative.",
        "Écrivez la même étiquette dans `any_of` des deux fichiers.",
    ],
    [
        "unknown_territory",
        "Le territoire n’est pas dans `territories.csv`.",
        "Corrigez l’identifiant, ou ajoutez le territoire.",
    ],
    [
        "conflicting_records",
        "Deux annuaires réunis disent autre chose sous le même identifiant.",
        "Choisissez : corrigez l’un des deux avant de les réunir.",
    ],
    [
        "invalid_zone",
        "La zone n’est pas écrite avec sa nature.",
        "Écrivez par exemple `commune:59350` ou `departement:59`.",
    ],
    [
        "unknown_zone",
        "Le code n’existe pas pour cette nature de zone.",
        "Vérifiez-le par `cargo aiguillage where`.",
    ],
    [
        "empty_range",
        "Rien ne peut être dans l’intervalle : le minimum dépasse le maximum.",
        "Corrigez l’une des deux bornes.",
    ],
    [
        "empty_group",
        "Un groupe de réponses sans réponse, ou une alternative sans condition, accepterait tout le monde.",
        "Remplissez la ligne, ou supprimez-la.",
    ],
    [
        "substitute_circle",
        "Des experts se remplacent en rond le même jour, ou plus de 32 à la suite.",
        "Nommez un remplaçant qui soit présent.",
    ],
    [
        "not_an_opco",
        "Un OPCO est attendu, et l’institution n’en est pas un.",
        "Ajoutez `opco` à ses `categories`, ou corrigez l’identifiant.",
    ],
    [
        "former_code",
        "La commune a fusionné ou changé de code : la commune d’aujourd’hui a été prise.",
        "Remplacez le code par le nouveau, quand vous le pourrez.",
    ],
    [
        "former_code_is_postal_code",
        "Cet ancien code de commune est aussi un code postal d’ailleurs, et c’est souvent lui qu’on a voulu.",
        "Vérifiez quelle commune est voulue, et écrivez son code Insee.",
    ],
    [
        "former_zone",
        "L’intercommunalité ou la région n’existe plus : ses communes d’alors ont été prises.",
        "Remplacez-la par celle qui lui succède, que le message nomme.",
    ],
    [
        "lost_zero",
        "Un tableur a enlevé le zéro de tête.",
        "Mettez la colonne au format Texte, et remettez le zéro.",
    ],
    [
        "repaired_cell",
        "Un tableur ou un copier-coller a abîmé la cellule ; elle a été lue comme ce qu’elle était.",
        "Rien d’urgent : mettez la colonne au format Texte.",
    ],
    [
        "digits_lost",
        "Un tableur n’a gardé que les premiers chiffres d’un grand nombre.",
        "Reprenez le numéro à la source ; la suite des chiffres est perdue.",
    ],
    [
        "invalid_phone",
        "Ce n’est ni un numéro français ni un numéro international.",
        "Écrivez dix chiffres, ou `+33…`.",
    ],
    [
        "contradicting_rows",
        "Deux lignes disent autre chose d’un même expert : la première a été prise.",
        "Corrigez l’une des deux.",
    ],
    ["institution_alias", "L’institution est nommée par un ancien nom.", "Écrivez son identifiant actuel."],
    [
        "expert_never_matches",
        "L’expert ne peut jamais être trouvé : sans compétence, sans territoire ou sans jour commun à ses périodes.",
        "Ajoutez ce qui manque, ou rendez-le inactif.",
    ],
    [
        "period_ended",
        "La période est finie : la ligne ne compte plus.",
        "Prolongez-la, ou supprimez la ligne.",
    ],
    ["period_ends_soon", "La période finit dans les soixante jours.", "Prolongez-la si elle doit continuer."],
    ["subject_unhandled", "Personne ne traite le sujet.", "Ajoutez une compétence, ou archivez le sujet."],
    [
        "criteria_unused",
        "Le filtre porte sur un sujet que personne de son propriétaire ne traite.",
        "Corrigez ses `subjects`, ou supprimez-le.",
    ],
    [
        "contradicting_criteria",
        "Personne ne passe à la fois les filtres de l’institution, de l’antenne et de l’expert.",
        "Élargissez l’un d’eux.",
    ],
    [
        "useless_criterion",
        "Un autre filtre de la même chaîne est plus étroit : celui-ci ne décide de rien.",
        "Supprimez l’un des deux.",
    ],
    [
        "headcount_cuts_band",
        "Le seuil coupe une tranche d’effectif de l’Insee : les entreprises dont on ne sait que la tranche sont perdues des deux côtés.",
        "Prenez un seuil de tranche (10, 20, 50, 100, 200, 250), ou `when_unknown` `accept`.",
    ],
    ["duplicate_value", "La liste contient deux fois la même valeur.", "Supprimez-en une."],
    [
        "no_address",
        "Ni l’expert ni un membre de son équipe n’a d’adresse électronique : personne ne peut l’alerter.",
        "Ajoutez une adresse.",
    ],
    [
        "postal_code_likely",
        "Ce code Insee est aussi un code postal, qui est plus probable ici.",
        "Vérifiez, et écrivez le code Insee de la commune voulue.",
    ],
    ["unknown_sheet", "Aucun classeur n’a de feuille de ce nom.", "Corrigez le nom de la feuille."],
    [
        "several_sheets",
        "Plusieurs feuilles du classeur ont les en-têtes attendus.",
        "Dites laquelle lire, ou supprimez les autres.",
    ],
    [
        "uncomputed_formula",
        "Le classeur contient une formule dont la valeur n’est pas enregistrée.",
        "Ouvrez-le dans un tableur, recalculez, enregistrez.",
    ],
    [
        "spreadsheet_error",
        "La cellule montre une erreur du tableur, telle que `#N/A` : elle est lue comme vide.",
        "Corrigez la formule, ou videz la cellule.",
    ],
    ["sheet_chosen", "Le classeur a plusieurs feuilles ; celle-ci a été lue.", "Rien, si c’est la bonne."],
    ["title_line", "Une ligne de titre au-dessus des en-têtes n’a pas été lue.", "Rien."],
    [
        "territory_kept",
        "Un territoire reste à côté des zones que nomme la feuille.",
        "Retirez-le de l’annuaire s’il ne doit plus compter.",
    ],
    ["read_as_no", "La cellule a été lue comme « non ».", "Rien, si c’est bien un non."],
    [
        "naf_split",
        "La NAF 2025 partage cette liste d’activités : des entreprises du même code en sont, d’autres non.",
        "Voyez ce que propose `cargo aiguillage naf-2025`.",
    ],
    [
        "stray_quote",
        "Un guillemet au milieu d’une cellule, ou une cellule de plusieurs lignes qui sont peut-être plusieurs rangs.",
        "Vérifiez la ligne dans un éditeur de texte.",
    ],
    [
        "great_capacity",
        "La capacité dépasse dix fois la médiane des collègues : elle compte pour dix fois.",
        "Baissez-la.",
    ],
    [
        "shared_address",
        "Deux experts ont la même adresse : un même bureau peut être tiré plusieurs fois.",
        "Réunissez-les en une équipe, avec des `members.csv`.",
    ],
    [
        "nearly_whole_zone",
        "Presque toutes les communes d’un département : elles passent avant le département.",
        "Écrivez `departement:…`, et ce qui manque en `excluded_zones`.",
    ],
    [
        "weak_seed",
        "Le secret du tirage est assez court pour être deviné.",
        "Prenez-en un plus long, au hasard.",
    ],
    ["unused_file", "Ce fichier CSV du dossier n’est pas lu.", "Rien, ou retirez-le du dossier."],
];
