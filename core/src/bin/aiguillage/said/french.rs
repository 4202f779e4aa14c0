//! What the command line says in French.

use super::texts;

texts! {
    RowsNotCompared { count } => "{count} lignes sont fautives et n’ont pas été comparées.";
    NoDifference { needs } => "Aucune différence sur {needs} besoins.";
    MoreChanges { count } => "{count} autres changements ; --csv les donne tous.";
    NeedsDiffer { differing, needs } => "{differing} besoins sur {needs} diffèrent.";
    NoSubjectOf { institution } =>
        "« {institution} » ne traite aucun sujet : --all-subjects les regarde tous";
    KindCoverage => "couverture";
    SubjectLookedAt { subject, communes, people } =>
        "« {subject} » : {communes} communes, {people} habitants examinés.";
    SomebodyEverywhere => "Il y a quelqu’un partout.";
    Gaps { communes, people } => "Manques : {communes} communes, {people} habitants.";
    LookedAt { communes, people } => "{communes} communes, {people} habitants examinés.";
    HeadcountDiffers =>
        "l’effectif exact n’est pas dans la tranche donnée : c’est lui qui compte, car les tranches ont deux ans";
    KindHeadcount => "effectif";
    CommuneIsLikely { name, code } =>
        "{name} ({code}) est probable, pas certaine, d’après le code postal et la ville du besoin";
    SubjectInCommune { subject, commune, code, rules } =>
        "« {subject} » à {commune} ({code}), règles « {rules} »";
    ExpertsLeft { steps } => "Experts restants après chaque règle : {steps}";
    NobodyMatches => "Personne ne correspond.";
    SomeMatch { places } => "{places} correspondent :";
    SomeMatchWith { places, receiving } =>
        "{places} correspondent (experts qui reçoivent le besoin : {receiving}) :";
    InsteadOf { name } => "à la place de {name}";
    ToAsk => "À demander à l’entreprise :";
    MoreTogether { count } => ", et {count} de plus avec d’autres renseignements";
    MayBring { question, field, count, more } =>
        "  {question} ({field}) : peut apporter {count} experts{more}";
    NearestOutside => "Experts les plus proches, hors de leur territoire :";
    StopsOthers => "Ce qui arrête d’abord les autres :";
    MoreReasons { count } => "{count} autres raisons ; ";
    AllShows { more } => "{more}--all montre chaque expert et chaque règle.";
    Yes => "oui";
    No => "non";
    AskCreation => "Quelle est la date de création de l’entreprise ?";
    AskHeadcount => "Combien l’établissement a-t-il de salariés, exactement ?";
    AskNaf => "Quel est son code d’activité (NAF) ?";
    AskLegalForm => "Quelle est sa forme juridique ?";
    AskOrigin => "D’où vient la demande ?";
    AskOpco => "Quel est son OPCO ?";
    AskTurnover => "Quel est son chiffre d’affaires au dernier exercice clos ?";
    AskBalance => "Quel est le total de son bilan au dernier exercice clos ?";
    AskMicro => "Est-ce une micro-entreprise ?";
    AskActivity => "Quelle est la nature de son activité (commerciale, artisanale, libérale…) ?";
    AskNafa => "Quel est son métier artisanal (code NAFA ou APRM) ?";
    AskIdcc => "Quelle convention collective applique-t-elle (IDCC) ?";
    AskQualities =>
        "A-t-elle les qualités demandées (ESS, bio, RGE, Qualiopi, insertion, procédure collective) ?";
    AskOther => "Renseignement manquant";
    NeedsCounted { count } => "{count} besoins comptés.";
    RowsNotCounted { count } => "{count} lignes sont fautives et n’ont pas été comptées.";
    ReferralsElsewhere { count } =>
        "{count} mises en relation de ces besoins sont allées à quelqu’un que l’annuaire n’a pas, ou qui n’est dans aucune ligne.";
    NoNeedAmong { path, line, need } => "{path}:{line} : le besoin « {need} » n’est pas parmi les besoins";
    KindUnknownNeed => "erreur[unknown_need]";
    WrittenTo { path } => "Écrit dans {path}.";
    NothingWrittenDirectory => "Rien n’a été écrit : --write écrit dans l’annuaire, --output ailleurs.";
    NothingChangesNaf => "Rien ne change : aucune liste des critères ne manque de codes de la NAF 2025.";
    ListsSplit { split, lists } =>
        "{split} listes sur {lists} sont coupées : des codes de la NAF 2025 reprennent ce qu’elles contiennent et ce qu’elles ne contiennent pas.";
    AndMore { texts, more } => "{texts} et {more} autres";
    NobodyInCommune { commune } =>
        "Personne pour ce besoin à {commune}. « aiguillage explain » dit pourquoi, et quoi demander.";
    OneExpert { commune } => "1 expert pour ce besoin à {commune} :";
    SomeExperts { count, commune } => "{count} experts pour ce besoin à {commune} :";
    AbsentUntil { day } => "absent jusqu’au {day}";
    Unverified { fields } => "à vérifier : {fields}";
    CannotBeUsed { path, count } => "« {path} » ne peut pas servir : {count}";
    AllMatchesIn { path } => "Toutes les mises en relation sont dans {path}.";
    WriteAllMatches => "Écrivez-les toutes avec --output matches.csv, ou affichez-les avec --csv ou --json.";
    NeedsRouted { needs, routed, matches, nobody, faulty } =>
        "{needs} besoins : {routed} adressés par {matches} mises en relation, {nobody} sans personne, {faulty} fautifs.";
    LikelyCommunes { count } =>
        "Pour {count}, la commune est probable, pas certaine : « commune_is_likely » dans le résultat.";
    MatchedIn { elapsed, rate, rules } =>
        "Fait en {elapsed}, {rate} besoins par seconde, selon les règles « {rules} ».";
    NumberedLine { line } => "ligne {line}";
    AndSomeMore { count } => "et {count} autres";
    NeedsPerSecond => "{{bar:40}} {{human_pos}}/{{human_len}} besoins, {{per_sec}}";
    SnapshotWritten { path, experts, subjects, year } =>
        "{path} : {experts} experts sur {subjects} sujets, sur la géographie de {year}.";
    OfFile { path, message } => "« {path} » : {message}";
    NotDone => "non fait";
    LeftOut => "laissé de côté";
    OneErrorLeftOut { path } => "« {path} » : 1 erreur ; ce qu’elle nomme est laissé de côté";
    ErrorsLeftOut { path, count } => "« {path} » : {count} erreurs ; ce qu’elles nomment est laissé de côté";
    NotUtf8 { path } => "« {path} » n’est pas en UTF-8";
    CannotBeRead { path, reason } => "« {path} » ne peut pas être lu : {reason}";
    CannotBeWritten { path, reason } => "« {path} » ne peut pas être écrit : {reason}";
    IsReadFrom { path } => "« {path} » est lu : le résultat prendrait sa place";
    DoesNotExist { path } => "« {path} » n’existe pas";
    Replaced => "remplacé";
    TakenAway => "retiré";
    HeldAnother { path } => "« {path} » contenait un autre annuaire";
    FilesGone { files, path } => "{files} de « {path} », que cet annuaire n’a pas";
    NeitherFolderNorJson { path } =>
        "« {path} » n’est ni un dossier, ni un document JSON : utilisez --output";
    NothingWrittenBase => "Rien n’a été écrit : --write écrit dans la base, --output ailleurs.";
    AddedAndWritten { antennes, experts, path } =>
        "{antennes} antennes et {experts} experts ajoutés ; écrit dans {path}.";
    NothingChanges => "Rien ne change.";
    ListUpdated { title, added, changed, same, gone } =>
        "{title} : {added} ajoutés, {changed} changés, {same} inchangés, {gone} qui ne sont plus dans les tableaux";
    NothingInParentheses => "(rien)";
    EntryTakenAway { name } => "  - {name} (retiré)";
    EntryKept { name } => "  ? {name} (gardé)";
    MergedNoConflict { institutions, antennes, experts, subjects } =>
        "{institutions} institutions, {antennes} antennes, {experts} experts sur {subjects} sujets ; aucun conflit.";
    NothingWrittenWhole => "Rien n’a été écrit : --output écrit le tout.";
    NothingCorresponds { other } => "Rien n’y correspond dans la {other}.";
    InLevels { levels } => "dans {levels}";
    InVersion { other } => "dans la {other}";
    NoRowsToLocate { path } => "« {path} » n’a pas de lignes à situer";
    NoPlaceColumn { path, headers } =>
        "« {path} » n’a pas de telle colonne de lieux : ses en-têtes sont « {headers} »";
    ReadBy { columns } => "Lu d’après « {columns} » :";
    StdinNotRead { reason } => "l’entrée standard ne peut pas être lue : {reason}";
    StdinNotUtf8 => "l’entrée standard n’est pas en UTF-8";
    VeryLong => "Le message est très long : seul son début a été lu.";
    OutOfScope { label, percent } =>
        "Ne porte sans doute sur aucun des sujets : « {label} » ({percent} %) : faites-le lire.";
    NoWord => "Aucun mot du message ne relève d’un sujet : demandez sur quoi il porte.";
    NotSure => "Pas sûr : faites choisir parmi ceux-ci, ou demandez.";
    Sure { subjects } => "Sûr : {subjects}.";
    ReadAs { text, meant, share } => "{text} (lu comme {meant}) {share}";
    NothingToRemark => "Rien à signaler sur le message.";
    NoFacts => "Aucun renseignement n’y a été trouvé.";
    IsPostalCodeOf { code } => "« {code} » est le code postal de :";
    IsInseeCodeOf { code } => "« {code} » est le code INSEE de :";
    IsAlsoInseeCodeOf { code } => "« {code} » est aussi le code INSEE de :";
    IsFormerCodeOf { code } => "« {code} » est un ancien code de :";
    IsAlsoFormerCodeOf { code } => "« {code} » est aussi un ancien code de :";
    ZoneInNumbers { zone, name, communes, people } =>
        "{zone} : {name}, {communes} communes, {people} habitants";
    ZoneOfThePast { zone, name } =>
        "{zone} est une zone du passé : {name}. Ce qu’elle contenait est aujourd’hui dans :";
    ReadAsHeld { held } => "Dans un annuaire, elle est lue comme ce qu’elle contenait : {held}.";
    NothingFound { what, hint } => "rien n’a été trouvé pour « {what} »{hint}";
    IsTodayIn { name, commune, code } => "{name} est aujourd’hui dans {commune} ({code}).";
    SimilarNames { what } => "Aucune commune ne s’appelle « {what} » ; noms semblables :";
    CommuneAndPost { name, code, postal_codes } => "{name} ({code}), code postal {postal_codes}";
    ColumnNeed => "besoin";
    ColumnExpert => "expert";
    ColumnInstitution => "institution";
    ColumnChange => "changement";
    ColumnCause => "cause";
    ColumnSubject => "sujet";
    ColumnGained => "gagnés";
    ColumnLost => "perdus";
    ColumnNobodyIn => "personne dans";
    ColumnName => "nom";
    ColumnCommunes => "communes";
    ColumnInhabitants => "habitants";
    ColumnTwoOrMoreOf => "plusieurs experts de";
    ColumnIn => "dans";
    ColumnCommunesWithoutAnybody => "communes sans personne";
    ColumnTheirInhabitants => "leurs habitants";
    ColumnSuchAs => "par exemple";
    ColumnTerritory => "territoire";
    ColumnReachesInto => "va jusqu’à";
    ColumnWhyNot => "pourquoi non";
    ColumnExperts => "experts";
    ColumnRule => "règle";
    ColumnReason => "raison";
    ColumnHolds => "satisfaite";
    ColumnWhy => "pourquoi";
    ColumnAsked => "demandés";
    ColumnMatched => "reçus";
    ColumnStoppedBy => "arrêtés par";
    ColumnOutside => "hors territoire";
    ColumnSent => "envoyés";
    ColumnAnswered => "répondus";
    ColumnHelped => "aidés";
    ColumnWouldAdd => "apporterait";
    ColumnWhatOneChangeWouldAdd => "ce qu’un changement apporterait";
    ColumnCriterionOf => "critère de";
    ColumnField => "champ";
    ColumnAdded => "ajouté";
    ColumnNaf2025 => "NAF 2025";
    ColumnFromACodeOfAList => "d’un code d’une liste";
    ColumnAndFromAnother => "et d’un autre";
    ColumnInstitutionAntenne => "institution, antenne";
    ColumnZoneThatCovers => "zone qui couvre";
    ColumnRemarks => "remarques";
    ColumnNeeds => "besoins";
    ColumnMatches => "mises en relation";
    ColumnCode => "code";
    ColumnLabel => "libellé";
    ColumnScore => "score";
    ColumnWordsThatDecided => "mots décisifs";
    ColumnToLookAtFirst => "à regarder d’abord";
    ColumnToConfirm => "à confirmer";
    ColumnReadAs => "lu comme";
    ColumnWritten => "écrit";
    ColumnZone => "zone";
    ColumnCommune => "commune";
    ColumnPostalCodes => "codes postaux";
    ColumnDepartement => "département";
}
