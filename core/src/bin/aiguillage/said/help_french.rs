//! The help of commands and of their arguments in French, by what it says in English.

/// Each help text beside its French one.
pub(super) const HELP: &[(&str, &str)] = &[
    ("A folder of CSV files or a JSON document", "Un dossier de fichiers CSV ou un document JSON"),
    ("Print the findings as one JSON list", "Affiche les constats en une liste JSON"),
    ("The directory of today", "L’annuaire d’aujourd’hui"),
    (
        "The directory of tomorrow; the first one again if not given",
        "L’annuaire de demain ; le premier s’il n’est pas donné",
    ),
    (
        "The needs to route through both, CSV or JSON lines (.jsonl)",
        "Les besoins à adresser par les deux, en CSV ou en lignes JSON (.jsonl)",
    ),
    (
        "The version of the rules for the second directory, instead of its own",
        "La version des règles du second annuaire, à la place de la sienne",
    ),
    (
        "Print what a shell needs to complete this command line",
        "Affiche de quoi compléter cette ligne de commande dans un interpréteur",
    ),
    ("Write the pages that `man` shows", "Écrit les pages que `man` montre"),
    ("The folder to write into", "Le dossier où écrire"),
    ("Print one JSON object", "Affiche un objet JSON"),
    ("Print every change as CSV", "Affiche chaque changement en CSV"),
    (
        "A folder of CSV files, a JSON document or a snapshot",
        "Un dossier de fichiers CSV, un document JSON ou un instantané",
    ),
    (
        "One subject; if not given, all, or those that the institution handles",
        "Un sujet ; sinon tous, ou ceux que traite l’institution",
    ),
    (
        "Look at subjects too that the institution does not handle",
        "Regarde aussi les sujets que l’institution ne traite pas",
    ),
    (
        "The territory to look at, such as region:32; may be repeated; France if not given",
        "Le territoire à regarder, comme region:32 ; peut être répété ; la France s’il n’est pas donné",
    ),
    (
        "One institution whose experts count; all if not given",
        "Une institution dont les experts comptent ; toutes si elle n’est pas donnée",
    ),
    (
        "A day: experts who are away on it do not count",
        "Un jour : les experts absents ce jour-là ne comptent pas",
    ),
    ("Print gaps and overlaps as CSV", "Affiche les manques et les recouvrements en CSV"),
    (
        "Draw the territory and a matrix of subjects by département",
        "Dessine le territoire et un tableau des sujets par département",
    ),
    ("The needs, CSV or JSON lines (.jsonl)", "Les besoins, en CSV ou en lignes JSON (.jsonl)"),
    (
        "Count by institution, antenne or expert",
        "Compte par institution, antenne ou expert : institution, antenne, expert",
    ),
    ("Look at this institution only; may be repeated", "Ne regarde que cette institution ; peut être répété"),
    (
        "Count needs on this subject only; may be repeated",
        "Ne compte que les besoins sur ce sujet ; peut être répété",
    ),
    (
        "Look for changes of this kind only, such as zone, bound or subject; may be repeated",
        "Ne cherche que des changements de cette sorte, comme zone, bound ou subject ; peut être répété",
    ),
    ("Tell at most so many changes of each", "Donne au plus tant de changements pour chacun"),
    (
        "What became of the needs: a file of referrals, as `aiguillage impact` reads it",
        "Ce que sont devenus les besoins : un fichier de mises en relation, tel que « aiguillage impact » le lit",
    ),
    ("Print every figure and change as CSV", "Affiche chaque chiffre et chaque changement en CSV"),
    (
        "Draw what is asked, matched and stopped, with the first change of each",
        "Dessine ce qui est demandé, reçu et arrêté, avec le premier changement de chacun",
    ),
    (
        "Show every competent expert and every rule, not only what decides",
        "Montre chaque expert compétent et chaque règle, pas seulement ce qui décide",
    ),
    ("What the sheet lists", "Ce que liste le tableau"),
    ("Antennes, with the codes of their territories", "Les antennes, avec les codes de leurs territoires"),
    (
        "Experts, with their teams and a column a subject",
        "Les experts, avec leurs équipes et une colonne par sujet",
    ),
    (
        "A CSV file of needs and referrals, a row each referral",
        "Un fichier CSV de besoins et de mises en relation, une ligne par mise en relation",
    ),
    (
        "The directory that knows themes and names: a folder or a JSON document; the folder of FILE if that is one",
        "L’annuaire qui connaît les thèmes et les noms : un dossier ou un document JSON ; le dossier de FILE si c’en est un",
    ),
    (
        "Group by: theme, subject, institution, antenne, commune, ept, epci, departement, region, adviser, origin, headcount, section",
        "Groupe par : theme, subject, institution, antenne, commune, ept, epci, departement, region, adviser, origin, headcount, section",
    ),
    (
        "Cut time into: month, quarter, year",
        "Découpe le temps en : month (mois), quarter (trimestre), year (année)",
    ),
    (
        "The day of looking; the last day in the file if not given",
        "Le jour de l’observation ; le dernier jour du fichier s’il n’est pas donné",
    ),
    ("The first day of deposit", "Le premier jour de dépôt"),
    ("The last day of deposit", "Le dernier jour de dépôt"),
    (
        "Show groups with fewer needs than this together, as `*`",
        "Réunit sous « * » les groupes qui ont moins de besoins que ce nombre",
    ),
    (
        "Compare with the period of the same length before (needs --from and --until)",
        "Compare à la période précédente de même durée (avec --from et --until)",
    ),
    ("Print the rows as CSV", "Affiche les lignes en CSV"),
    ("Print the report as one JSON object", "Affiche le rapport en un objet JSON"),
    ("Draw a dashboard of one page", "Dessine un tableau de bord d’une page"),
    ("Are of this theme", "Ne garde que ce thème"),
    ("Are of this subject", "Ne garde que ce sujet"),
    ("This institution got", "Ne garde que ce qu’a reçu cette institution"),
    ("This antenne got", "Ne garde que ce qu’a reçu cette antenne"),
    ("Lie in this zone, such as departement:59", "Ne garde que cette zone, comme departement:59"),
    ("This adviser follows", "Ne garde que ce que suit ce conseiller"),
    ("Come from this campaign or site", "Ne garde que ce qui vient de cette campagne ou de ce site"),
    (
        "A CSV file of the events of requests: what happened before needs were sent",
        "Un fichier CSV des événements des demandes : ce qui s’est passé avant l’envoi des besoins",
    ),
    (
        "A CSV file of the events of surveys: what companies were asked about needs, and answered",
        "Un fichier CSV des événements des enquêtes : ce qui a été demandé aux entreprises, et leurs réponses",
    ),
    (
        "Write a workbook (.xlsx) in French: a reading guide, the whole, by institution and by antenne, by --period and --by; with --from and --until the period before beside each figure",
        "Écrit un classeur (.xlsx) : un guide de lecture, l’ensemble, par institution et par antenne, par --period et --by ; avec --from et --until, la période précédente à côté de chaque chiffre",
    ),
    (
        "Write a workbook for each institution, and in a folder of its name one for each of its antennes",
        "Écrit un classeur par institution et, dans un dossier à son nom, un par antenne",
    ),
    (
        "Write what happened to requests, referrals and surveys as CSV, a row an event, without companies",
        "Écrit en CSV ce qui est arrivé aux demandes, mises en relation et enquêtes, une ligne par événement, sans les entreprises",
    ),
    (
        "Write headers and words of --events in French, for people",
        "Écrit en français les en-têtes et les mots de --events, pour des lecteurs",
    ),
    (
        "A directory with at least the subjects and institutions that the sheets name",
        "Un annuaire qui a au moins les sujets et les institutions que nomment les tableaux",
    ),
    ("A sheet of antennes; may be repeated", "Un tableau d’antennes ; peut être répété"),
    ("A sheet of experts; may be repeated", "Un tableau d’experts ; peut être répété"),
    (
        "The sheet to read of a workbook that holds several; may be repeated",
        "La feuille à lire d’un classeur qui en a plusieurs ; peut être répété",
    ),
    (
        "Where to write: a folder of CSV files, or a JSON document (.json); without it and --write, what would change is shown and nothing is written",
        "Où écrire : un dossier de fichiers CSV, ou un document JSON (.json) ; sans cela ni --write, ce qui changerait est montré et rien n’est écrit",
    ),
    (
        "Write the base itself: a folder of CSV files, or a JSON document",
        "Écrit dans la base elle-même : un dossier de fichiers CSV, ou un document JSON",
    ),
    (
        "The sheets are whole: take away what the antennes that they name have, and they no longer",
        "Les tableaux sont complets : retire ce que les antennes nommées ont et que les tableaux n’ont plus",
    ),
    (
        "Leave out what is faulty instead of refusing the whole",
        "Laisse de côté ce qui est fautif au lieu de tout refuser",
    ),
    ("Print what changes as JSON", "Affiche en JSON ce qui change"),
    (
        "A CSV file with a column of postal codes, towns, addresses or INSEE codes, or several of these",
        "Un fichier CSV avec une colonne de codes postaux, de villes, d’adresses ou de codes INSEE, ou plusieurs",
    ),
    (
        "The header of the INSEE codes; it is guessed where it is not given, as all of them",
        "L’en-tête des codes INSEE ; deviné s’il n’est pas donné, comme tous les autres",
    ),
    ("The header of the postal codes", "L’en-tête des codes postaux"),
    ("The header of the towns", "L’en-tête des villes"),
    ("The header of the addresses", "L’en-tête des adresses"),
    ("The header of the départements", "L’en-tête des départements"),
    (
        "Where to write the file with its codes; they are printed otherwise",
        "Où écrire le fichier avec ses codes ; sinon ils sont affichés",
    ),
    (
        "Language of what is said: fr or en; without it, that of the locale",
        "Langue des textes : fr ou en ; sinon, celle du système",
    ),
    (
        "Route one need, or a file of needs, to the experts of a directory",
        "Adresse un besoin, ou un fichier de besoins, aux experts d’un annuaire",
    ),
    (
        "Say why each expert is proposed for a need or not, and what to ask the company",
        "Dit pourquoi chaque expert est proposé ou non pour un besoin, et quoi demander à l’entreprise",
    ),
    (
        "Report everything that is wrong with a directory, and where",
        "Dit tout ce qui ne va pas dans un annuaire, et où",
    ),
    (
        "Show where experts are missing, and where an institution has several",
        "Montre où il manque des experts, et où une institution en a plusieurs",
    ),
    (
        "Compare two directories, or two versions of the rules, over the same needs",
        "Compare deux annuaires, ou deux versions des règles, sur les mêmes besoins",
    ),
    (
        "Show what was asked of each institution, what stopped it, and what one change would add",
        "Montre ce qui a été demandé à chaque institution, ce qui l’a arrêté, et ce qu’un changement apporterait",
    ),
    (
        "Show communes and zones, of today and of the past, by code, postal code or name",
        "Montre des communes et des zones, d’aujourd’hui et du passé, par code, code postal ou nom",
    ),
    (
        "Add the INSEE code of each place to a file of postal codes, towns or addresses",
        "Ajoute le code INSEE de chaque lieu à un fichier de codes postaux, de villes ou d’adresses",
    ),
    (
        "Show activity codes and levels of NAF rév. 2 and NAF 2025: labels, levels, correspondents",
        "Montre des codes et niveaux d’activité de la NAF rév. 2 et de la NAF 2025 : libellés, niveaux, correspondances",
    ),
    (
        "Add the codes of NAF 2025 to the criteria of a directory, or show what would change and what it moves",
        "Ajoute les codes de la NAF 2025 aux critères d’un annuaire, ou montre ce qui changerait et ce que cela déplace",
    ),
    (
        "Say what a message is about and why, what to look at first, and the facts in it",
        "Dit sur quoi porte un message et pourquoi, quoi regarder d’abord, et les renseignements qu’il contient",
    ),
    (
        "Measure what became of a file of needs and referrals",
        "Mesure ce qu’est devenu un fichier de besoins et de mises en relation",
    ),
    (
        "Write a directory as a snapshot: the one file that phones and other processes open",
        "Écrit un annuaire en instantané : le fichier unique qu’ouvrent les téléphones et les autres programmes",
    ),
    (
        "Make one directory of several, or name their conflicts",
        "Fait un annuaire de plusieurs, ou nomme leurs conflits",
    ),
    (
        "Update a directory from partners' spreadsheets of antennes and experts, or show what would change",
        "Met à jour un annuaire d’après les tableaux d’antennes et d’experts des partenaires, ou montre ce qui changerait",
    ),
    (
        "Print the antennes or experts of a directory as the spreadsheet that partners fill",
        "Affiche les antennes ou les experts d’un annuaire comme le tableau que remplissent les partenaires",
    ),
    (
        "Folders of CSV files, JSON documents or snapshots, two or more",
        "Des dossiers de fichiers CSV, documents JSON ou instantanés, deux ou plus",
    ),
    (
        "Where to write the whole: a folder of CSV files, or a JSON document (.json)",
        "Où écrire le tout : un dossier de fichiers CSV, ou un document JSON (.json)",
    ),
    (
        "Codes, classes, groups, divisions or sections of NAF rév. 2: 10.71C, 10.7, C; of NAF 2025 as 2025:10.71G",
        "Codes, classes, groupes, divisions ou sections de la NAF rév. 2 : 10.71C, 10.7, C ; de la NAF 2025 : 2025:10.71G",
    ),
    ("Print JSON lines", "Affiche des lignes JSON"),
    ("The directory, whose lists are of NAF rév. 2", "L’annuaire, dont les listes sont de la NAF rév. 2"),
    (
        "Needs to route before and after, CSV or JSON lines (.jsonl): says that nothing moves, or what does",
        "Des besoins à adresser avant et après, en CSV ou en lignes JSON (.jsonl) : dit que rien ne bouge, ou ce qui bouge",
    ),
    (
        "Write the directory itself: a folder of CSV files, or a JSON document",
        "Écrit dans l’annuaire lui-même : un dossier de fichiers CSV, ou un document JSON",
    ),
    ("The id of the subject", "L’identifiant du sujet"),
    ("INSEE's code of the commune", "Le code INSEE de la commune"),
    (
        "The postal code, which with the town stands for the commune",
        "Le code postal, qui avec la ville remplace la commune",
    ),
    ("The town, as addresses have it", "La ville, comme dans les adresses"),
    (
        "A file with what a public register answered of the company (JSON); --siret chooses its facility",
        "Un fichier de ce qu’un registre public a répondu sur l’entreprise (JSON) ; --siret choisit l’établissement",
    ),
    ("What the host calls the need", "Le nom du besoin dans le système qui l’envoie"),
    (
        "The day of the need, such as 2026-11-23 (today if not given)",
        "Le jour du besoin, comme 2026-11-23 (aujourd’hui s’il n’est pas donné)",
    ),
    ("The facility's SIRET", "Le SIRET de l’établissement"),
    ("The activity in NAF rév. 2", "L’activité dans la NAF rév. 2"),
    ("The activity in NAF 2025", "L’activité dans la NAF 2025"),
    ("A craft code; may be repeated", "Un code de métier (NAFA) ; peut être répété"),
    ("The exact number of employees", "Le nombre exact de salariés"),
    (
        "INSEE's band of employees, such as 11 for 10 to 19",
        "La tranche d’effectif de l’INSEE, comme 11 pour 10 à 19",
    ),
    ("The legal form, four digits", "La forme juridique, quatre chiffres"),
    ("The day the company was created", "Le jour de création de l’entreprise"),
    (
        "A nature of activity, such as COMMERCIALE; may be repeated",
        "Une nature d’activité, comme COMMERCIALE ; peut être répété",
    ),
    ("Whether the company employs anybody", "Si l’entreprise emploie quelqu’un"),
    (
        "The turnover of the last closed year, in euros",
        "Le chiffre d’affaires du dernier exercice clos, en euros",
    ),
    (
        "The total of the balance sheet of the last closed year, in euros",
        "Le total du bilan du dernier exercice clos, en euros",
    ),
    ("Whether the company is a micro-entrepreneur's", "Si l’entreprise est une micro-entreprise"),
    (
        "What the company is or holds, such as ess=oui; may be repeated",
        "Ce que l’entreprise est ou possède, comme ess=oui ; peut être répété",
    ),
    (
        "A collective agreement by its number, such as 1486; may be repeated",
        "Une convention collective par son numéro, comme 1486 ; peut être répété",
    ),
    ("The facility's OPCO", "L’OPCO de l’établissement"),
    ("The campaign or site that the need comes from", "La campagne ou le site d’où vient le besoin"),
    (
        "An answer to a question, such as recrutement_premier=oui or contact=tel|visio; may be repeated",
        "Une réponse à une question, comme recrutement_premier=oui ou contact=tel|visio ; peut être répété",
    ),
    (
        "A file of needs to route, CSV or JSON lines (.jsonl)",
        "Un fichier de besoins à adresser, en CSV ou en lignes JSON (.jsonl)",
    ),
    (
        "Where to write all matches of the file, CSV or JSON lines (.jsonl)",
        "Où écrire toutes les mises en relation du fichier, en CSV ou en lignes JSON (.jsonl)",
    ),
    ("At most so many experts a need", "Au plus tant d’experts par besoin"),
    ("At most so many experts of each institution", "Au plus tant d’experts de chaque institution"),
    (
        "A CSV file of open referrals: columns expert, open",
        "Un fichier CSV des mises en relation ouvertes : colonnes expert, open",
    ),
    (
        "A CSV file of needs received in the current period: columns expert, received",
        "Un fichier CSV des besoins reçus dans la période : colonnes expert, received",
    ),
    (
        "What becomes of the absent for whom nobody stands in: last, skip",
        "Que faire des absents que personne ne remplace : last (en dernier), skip (les passer)",
    ),
    (
        "What becomes of the full (in a substitute's place the absent expert counts): last, skip",
        "Que faire de ceux qui sont pleins (à la place d’un remplaçant, l’absent compte) : last (en dernier), skip (les passer)",
    ),
    (
        "Among whom needs are shared equally: expert, antenne, institution",
        "Entre qui les besoins sont partagés également : expert, antenne, institution",
    ),
    (
        "Leave out what is faulty in the directory instead of refusing it",
        "Laisse de côté ce qui est fautif dans l’annuaire au lieu de le refuser",
    ),
    ("Print JSON lines instead of tables", "Affiche des lignes JSON au lieu de tableaux"),
    ("Print CSV instead of tables", "Affiche du CSV au lieu de tableaux"),
    ("The file to write", "Le fichier à écrire"),
    (
        "The message, or `-` to read it from standard input",
        "Le message, ou « - » pour le lire sur l’entrée standard",
    ),
    (
        "A folder of CSV files, a JSON document or a snapshot; the default taxonomy if not given",
        "Un dossier de fichiers CSV, un document JSON ou un instantané ; sinon la taxonomie fournie",
    ),
    ("How many subjects to show", "Combien de sujets montrer"),
    (
        "An INSEE code, a postal code, a zone or its code, a name, or a postal code and a town",
        "Un code INSEE, un code postal, une zone ou son code, un nom, ou un code postal et une ville",
    ),
    (
        "Routes a small company's need to the public experts who can help",
        "Adresse le besoin d’une petite entreprise aux experts publics qui peuvent l’aider",
    ),
    (
        "Routes a small company's need to the public experts who can help.\n\nDIRECTORY is a folder of CSV files, a JSON document or a snapshot.",
        "Adresse le besoin d’une petite entreprise aux experts publics qui peuvent l’aider.\n\nDIRECTORY est un dossier de fichiers CSV, un document JSON ou un instantané.",
    ),
];
