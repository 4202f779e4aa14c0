//! What every sentence says in French, in plain words for people who are no programmers, with the no-break spaces
//! and the apostrophes of French. What users wrote stands in guillemets.

use super::{CodeTexts, texts};

texts! { French,
    // Nouns, which other sentences name; in French with their article.
    Territory => "le territoire";
    Theme => "le thème";
    Subject => "le sujet";
    Question => "la question";
    Institution => "l’institution";
    Antenne => "l’antenne";
    Expert => "l’expert";
    Zone => "la zone";
    Referral => "la mise en relation";
    Template => "le modèle";
    SurveyAbout => "l’enquête sur";
    Need => "le besoin";
    Function => "la fonction";

    // What stands where something else is expected.
    AText => "un texte";
    ANumber => "un nombre";
    TrueOrFalse => "vrai ou faux";
    Nothing => "rien";
    AList => "une liste";
    AnObject => "un objet";
    ATextList => "une liste de textes";
    AnObjectByName => "un objet, avec une valeur par nom";
    AnObjectOfPeriod => "un objet avec « from » et « until »";
    ADay => "une date";
    YesOrNo => "oui ou non";
    AnAnswer => "vrai ou faux, un choix ou une liste de choix";
    AnId => "un identifiant";
    AListOfIds => "une liste d’identifiants";
    AnObjectOfLists => "un objet de listes d’identifiants";
    AListOfObjects => "une liste d’objets";
    AWholeDirectory => "un objet avec « themes », « subjects », « experts »…";
    True => "vrai";
    False => "faux";

    // What has fields.
    ADirectory => "un annuaire";
    AChange => "une modification";
    TheRemoved => "« removed »";
    AnEntryOf { kind } => "une ligne de « {kind} »";
    ANeed => "un besoin";

    // Files and sheets.
    TitleLine => "une ligne de titre au-dessus des en-têtes : elle n’a pas été lue";
    FileEmpty => "le fichier est vide : il n’a même pas d’en-têtes";
    FileBlank => "le fichier ne contient que des lignes vides";
    TooManyColumns { columns, most } =>
        "la ligne d’en-têtes compte {columns} colonnes, et un tableau en a {most} au plus";
    CellTooLong { bytes } => "une cellule de {bytes} octets : aucune valeur n’est aussi longue";
    CellUnderNoHeader { headers, cell } =>
        "la ligne a plus de cellules que les {headers} en-têtes : « {cell} » n’est sous aucun d’eux";
    UnseenCharacters => "il contenait des caractères invisibles, qui ont été retirés";
    WorkbookNotRead =>
        "le fichier est un classeur, que cette version ne lit pas (celle des téléphones, par exemple) : enregistrez-le en CSV";
    NoSheet => "le fichier n’est pas un tableau : son contenu n’est pas du texte";
    QuoteNeverCloses => "un guillemet ouvert sur cette ligne n’est jamais fermé";
    CellBehindQuote =>
        "une cellule continue après son guillemet fermant, et les cellules de la ligne ne correspondent plus aux en-têtes";
    LinesReadAsOneRow { first, last } =>
        "les lignes {first} à {last} ont été lues comme une seule : si elles sont plusieurs, il manque un guillemet ou il y en a un de trop";
    QuoteInsideCell =>
        "un guillemet au milieu d’une cellule : s’il fait partie du texte, il s’écrit deux fois, et la cellule entre guillemets";
    QuoteSwallowsLines { first, last } =>
        "il manque un guillemet, ou il y en a un de trop : les lignes {first} à {last} n’en feraient qu’une, elles sont lues une à une";
    SeveralSheetsFit { sheets } =>
        "plusieurs feuilles ont les bons en-têtes, {sheets} : indiquez laquelle lire, ou ne gardez qu’elle dans le classeur";
    WorkbookBlank => "le classeur ne contient que des feuilles vides";
    SheetRead { count, sheet } => "parmi {count} feuilles, « {sheet} » a été lue";
    CellShowsError { error } =>
        "la cellule affiche l’erreur de tableur « {error} » : elle a été lue comme vide";
    FormulaWithoutValue =>
        "la cellule contient une formule sans son résultat : ouvrez le classeur dans un tableur et enregistrez-le";
    WorkbookHasPassword => "le classeur est protégé par un mot de passe : enregistrez-le sans mot de passe";
    WorkbookBroken { reason } => "le classeur est illisible, peut-être tronqué : {reason}";
    WorkbookTooLarge { megabytes } => "le classeur est trop gros : plus de {megabytes} Mo";
    WorkbookTooLargeUnpacked { megabytes } =>
        "le classeur est trop gros : plus de {megabytes} Mo une fois décompressé";
    WorkbookTooManyCells { most } => "le classeur est trop gros : plus de {most} cellules";
    FolderNotListed { path, reason } => "le dossier « {path} » ne peut pas être lu : {reason}";
    FolderNotCompiledIn { path } => "« {path} » est un dossier, et cette version ne lit pas les fichiers CSV";
    FileNotRead { path, reason } => "le fichier « {path} » ne peut pas être lu : {reason}";
    FileNotUtf8 { path } => "« {path} » n’est pas un document JSON : il n’est pas enregistré en UTF-8";
    DocumentEmpty => "le document est vide";
    NotJson { reason } => "ce n’est pas un document JSON valide : {reason}";
    NestedTooDeep => "des objets emboîtés plus profondément que dans aucun annuaire";
    Unexpected { wanted, found } => "il faut {wanted} ici, et on trouve : {found}";
    NoField { owner, field } => "{owner} n’a pas de champ « {field} »";
    GivenTwice { name } => "« {name} » est donné deux fois";
    SameRecordsAlready { file } =>
        "le fichier « {file} » contient déjà ces données : un annuaire n’en a qu’un";
    NoDirectoryFile { files } => "le dossier ne contient aucun des fichiers d’un annuaire ({files})";
    ThisFileNotRead { reason } => "le fichier ne peut pas être lu : {reason}";
    NotADirectoryFile { file } => "« {file} » n’est pas un fichier d’annuaire";
    FileNotUsed { file } => "« {file} » n’est pas un fichier d’annuaire : il n’est pas lu";
    NoValueBelowHeader { file } => "le fichier « {file} » n’a pas de valeur sous son en-tête";
    ColumnTwice { column } => "la colonne « {column} » figure deux fois";
    ColumnTwiceFirstRead { column } => "la colonne « {column} » figure deux fois : la première a été lue";
    FileHasNoColumn { file, column } => "le fichier « {file} » n’a pas de colonne « {column} »";
    FieldMissing { field } => "« {field} » manque";
    CountedAlready { expert, counted, line } =>
        "« {expert} » a déjà sa valeur « {counted} » à la ligne {line}";
    NumberFromZero { field, value } => "« {field} » est un nombre positif ou nul, pas « {value} »";
    NoColumnOfFile { column, header } =>
        "« {column} » n’est pas une colonne de ce fichier, dont la première ligne est « {header} »";

    // Records of a directory, one by one.
    EntryLacksField { field, kind } => "« {field} » manque : chaque ligne de « {kind} » doit en avoir un";
    IdHoldsSpace { id } => "l’identifiant « {id} » contient un espace";
    NotAFlag { field, value } => "« {field} » vaut oui ou non (en JSON : true ou false), pas « {value} »";
    NotAWholeNumber { field, most, value } =>
        "« {field} » est un nombre entier de 0 à {most}, pas « {value} »";
    NotAWeight { field, value } => "« {field} » est un nombre supérieur à 0, pas « {value} »";
    SerialDay { text, day } => "« {text} » est la date {day}, telle qu’un tableur la compte";
    PeriodHasNoField { field } => "une période n’a pas de champ « {field} »";
    PeriodWithoutDays { field } => "« {field} » n’a ni premier ni dernier jour";
    PeriodEndsBeforeItBegins { from, until } => "la période finit le {until}, avant de commencer le {from}";
    PeriodOver { kind, until } =>
        "cette ligne de « {kind} » ne compte plus : sa période a pris fin le {until}";
    PeriodNearlyOver { kind, until } => "cette ligne de « {kind} » ne comptera plus après le {until}";
    EntryHoldsSpace { entry, field } => "« {entry} », dans « {field} », contient un espace";
    EntryHoldsBar { entry, field } =>
        "« {entry} », dans « {field} », contient « | », qui sépare les valeurs dans une cellule";
    StandsTwice { entry, field } => "« {entry} » figure deux fois dans « {field} »";
    EntryLacksZones { field, kind } =>
        "« {field} » manque ou est vide : chaque ligne de « {kind} » doit en avoir";
    TerritoryInTerritory { text } => "« {text} » est dans un territoire, qui ne peut contenir que des zones";
    WrongType { field, wanted, found } => "« {field} » attend {wanted}, et contient : {found}";
    QuestionIdHoldsEquals { id } => "l’identifiant de question « {id} » contient « = »";
    ChoiceIdIsOdd { id } =>
        "l’identifiant de choix « {id} » contient « = » ou « | », ou se lit comme oui ou non";
    AgreementLostZeros { entry, idcc } => "« {entry} » a perdu ses premiers zéros : il a été lu « {idcc} »";
    AnswerGroupEmpty => "un groupe de réponses sans réponse accepte tout le monde";
    QualityIsNoWord { quality } => "« {quality} » contient un espace ou « = » : une qualité est un seul mot";
    NotANamedValue { part, wanted } =>
        "« {part} » n’est pas un nom avec sa valeur ({wanted}), comme « nom=oui »";
    AnsweredTwice { name } => "« {name} » a deux réponses";
    NotAnEmail { text } => "« {text} » n’est pas une adresse électronique";
    PhoneLostZero { text, number } => "« {text} » a perdu son zéro dans un tableur : lu « {number} »";
    PhoneTakenForNumber { text, number } =>
        "« {text} » a été pris pour un nombre par un tableur : lu « {number} »";
    PhoneLostDigits { text } =>
        "« {text} » a perdu des chiffres dans un tableur : ce n’est plus un numéro de téléphone";
    PhoneIsError { text } => "« {text} » est une erreur de tableur, pas un numéro de téléphone";
    NotAPhone { text } => "« {text} » n’est un numéro de téléphone ni français ni international";
    AbsenceEndsBeforeItBegins { from, until } => "l’absence finit le {until}, avant de commencer le {from}";
    RangeEmpty { min, below, unit } => "aucune entreprise n’a au moins {min} et moins de {below} {unit}";
    ExcludesAll { field } => "« {field} » exclut tout ce que le même critère accepte";
    AlternativeEmpty => "une alternative sans condition accepte tout le monde";
    HeadcountCutsBand { threshold, band, bounds } =>
        "le seuil {threshold} coupe la tranche {band} de l’INSEE ({bounds}) : les entreprises dont on ne connaît que la tranche sont refusées ; indiquez « when_unknown : accept », ou choisissez une borne de tranche";
    FromTo { lower, upper } => "de {lower} à {upper}";
    AndMore { lower } => "{lower} et plus";
    OwnsNothing { kind, what } =>
        "« {kind} » ne peut pas avoir de « {what} » : seuls « institution », « antenne » et « expert » le peuvent";
    NoAlternativeLabelled { file, label } => "aucune ligne de « {file} » ne porte l’étiquette « {label} »";
    CriteriaLabelTwice { label } => "deux critères du même titulaire portent l’étiquette « {label} »";
    NoCriterionLabelled { label, column } =>
        "aucun critère de ce titulaire ne porte l’étiquette « {label} » dans sa colonne « {column} »";
    NafSplitOne { to, from, outside } =>
        "la NAF 2025 coupe cette liste : « {to} » reprend « {from} », qui y figure, et « {outside} », qui n’y figure pas ; « aiguillage naf-2025 » ajoute les codes de la NAF 2025";
    NafSplitTwo { to, from, outside } =>
        "la NAF 2025 coupe cette liste : « {to} » reprend « {from} », qui y figure, et « {outside} », qui n’y figure pas, et un autre code de la NAF 2025 fait de même ; « aiguillage naf-2025 » ajoute les codes de la NAF 2025";
    NafSplitMany { to, from, outside, more } =>
        "la NAF 2025 coupe cette liste : « {to} » reprend « {from} », qui y figure, et « {outside} », qui n’y figure pas, et {more} autres codes de la NAF 2025 font de même ; « aiguillage naf-2025 » ajoute les codes de la NAF 2025";
    Years => "ans";
    Employees => "salariés";
    EurosOfTurnover => "euros de chiffre d’affaires";
    EurosInBalance => "euros de total de bilan";

    // Records of a directory among each other.
    AlreadyExists { what, id } => "{what} « {id} » existe déjà";
    ThereIsNo { what, id } => "{what} « {id} » n’existe pas";
    AliasTaken { alias, institution } =>
        "l’ancien nom « {alias} » désigne déjà l’institution « {institution} »";
    IsAnAlias { name, institution } => "« {name} » est un ancien nom de l’institution « {institution} »";
    IsAlreadyAnAlias { alias, institution } =>
        "« {alias} » est déjà un ancien nom de l’institution « {institution} »";
    QuestionOfOther { question, owner, subject } =>
        "la question « {question} » est posée pour le sujet « {owner} », pas pour « {subject} »";
    QuestionOfNobody { question } => "aucun sujet ne pose la question « {question} »";
    AnsweredByChoice { question, given, choices } =>
        "à la question « {question} », on répond par un choix, pas par « {given} » : {choices}";
    AnsweredByYesOrNo { question, given } =>
        "à la question « {question} », on répond par oui ou non, pas par « {given} »";
    NoSuchChoice { question, choice } => "la question « {question} » ne propose pas le choix « {choice} »";
    NotOfCategoryOpco { institution } => "l’institution « {institution} » n’est pas de la catégorie « opco »";
    ZoneHasOpco { zone } => "la zone « {zone} » a déjà son OPCO";
    OneVersionOfRules => "un annuaire n’a qu’une version des règles";
    OneSeed => "un annuaire n’a qu’une graine de tirage";
    SeedIsBlank => "« seed » est un texte, qui n’est pas vide";
    SeedIsShort { least } => "une graine de moins de {least} caractères peut être trouvée par essais";
    RemovedAndGiven { id } => "« {id} » est supprimé, et aussi donné ou supprimé une seconde fois";
    NothingToRemove { what, id } => "{what} « {id} » n’existe pas et ne peut pas être supprimé";
    CannotBeRemoved { id, what, holder } =>
        "« {id} » ne peut pas être supprimé : {what} « {holder} » en dépend";
    StaysAnOpco { institution, zone } => "« {institution} » est l’OPCO de « {zone} » : elle doit le rester";
    OfAnAbsence { expert, fault } => "pour une absence de l’expert « {expert} » : {fault}";
    StandsInForItself { expert } => "« {expert} » ne peut pas se remplacer lui-même";
    SubstitutesInCircle { day, substitute, expert } =>
        "le {day}, « {substitute} » remplace « {expert} » et, par d’autres, « {expert} » remplace « {substitute} »";
    TooManySubstitutes { day, substitute, most } =>
        "le {day}, à partir de « {substitute} », plus de {most} experts se remplacent à la suite";
    ChoiceExists { question, choice } => "la question « {question} » a déjà un choix « {choice} »";
    ExampleTwice { subject } => "cet exemple de « {subject} » figure deux fois";
    ExpertNeverMatches { expert, lacks } => "l’expert « {expert} » ne recevra jamais de besoin : {lacks}";
    SubstituteNeverMatches { expert, lacks } =>
        "l’expert « {expert} » ne recevra de besoins qu’en remplacement : {lacks}";
    NoCompetence => "il n’a aucune compétence";
    NoTerritory => "il n’a pas de territoire, ni lui ni son antenne";
    NoCommonDay => "il ne compte aucun jour où son antenne compte aussi";
    PeriodIsOver => "sa période, ou celle de son antenne, est terminée";
    CompetencesAreOver => "la période de toutes ses compétences est terminée";
    NoDayOfCompetence => "aucune de ses compétences ne compte un jour où il compte";
    NobodyCanAlert { expert } =>
        "personne ne peut prévenir l’expert « {expert} » : il n’a pas d’adresse électronique";
    AddressOfTwo { email, first, second } =>
        "« {email} » est l’adresse de deux experts d’une même antenne, « {first} » et « {second} »";
    NobodyHandles { subject } => "aucun expert ne traite le sujet « {subject} »";
    CriterionOnUnhandled { subject, what, id } =>
        "le critère sur « {subject} » ne sert à rien : personne ne traite ce sujet dans {what} « {id} »";
    CapacityTooGreat { expert, capacity, bound, subject, institution } =>
        "la capacité de « {expert} » est {capacity}, et compte pour {bound} sur « {subject} » : dix fois la médiane des experts qui traitent ce sujet pour « {institution} »";
    AddressOfOther { expert, other, subject } =>
        "« {expert} » a la même adresse que « {other} », et traite aussi « {subject} » : si c’est un seul bureau, il est tiré au sort deux fois. Une équipe est un seul expert, avec des membres";
    ZonesLackLittle { what, id, listed, all, departement } =>
        "{what} « {id} » couvre {listed} des {all} communes de « {departement} », et passe avant tous ceux qui nomment le département entier : est-ce voulu ?";
    AcceptNobodyTogether { own, other, fact } =>
        "{own} et {other} n’acceptent ensemble aucune entreprise dont « {fact} » est connu";
    DecidesNothing { own, other } => "{own} ne sert à rien : qui satisfait {other} le satisfait aussi";
    TheCriterionOf { kind, id } => "le critère de « {id} » ({kind})";
    CriterionNumberOf { number, kind, id } => "le critère n° {number} de « {id} » ({kind})";
    OtherRules { number, rules, first } =>
        "l’annuaire {number} suit les règles « {rules} », le premier « {first} »";
    OtherGeography { number, year, first } =>
        "l’annuaire {number} a les zones de {year}, le premier celles de {first}";
    OtherSeed { number } => "l’annuaire {number} a une autre graine de tirage que les précédents";
    OtherRecord { id, kind, number, fields } =>
        "« {id} », dans « {kind} », n’est pas le même avant l’annuaire {number} et dans celui-ci : {fields}";
    FieldDiffers { field, before, after } => "« {field} » : {before} et {after}";

    // Zones.
    FormerZone { zone, name, held } => "« {zone} » était {name} : ce qu’elle contenait, {held}, a été pris";
    NoSuchZone { zone, source } => "la zone « {zone} » n’existe pas ({source})";
    SeveralZonesToday { zone, count } =>
        "« {zone} » correspond à {count} zones aujourd’hui, et il en faut une seule ici";
    AFormerCode => "un ancien code";
    ADelegatedCommune => "une commune déléguée";
    AnAssociatedCommune => "une commune associée";
    FormerCommune { code, kind, name, current } =>
        "« {code} » est {kind} : sa commune actuelle, {name} ({current}), a été prise";
    FormerCommuneOrPostal { code, kind, name, current, others } =>
        "« {code} » est {kind} de {name} ({current}), qui a été prise, mais aussi le code postal de {others} : vérifiez ce qui était voulu";
    CommuneLostZero { code, name, current } =>
        "« {code} » n’a que quatre chiffres : lu « 0{code} », {name} ({current}), dont un tableur a ôté le zéro";
    NoSuchCommune { code, source } => "la commune « {code} » n’existe pas ({source})";
    WithHint { fault, hint } => "{fault} : {hint}";
    OddDepartement { code } =>
        "« {code} » est dans un autre département que tout le reste de la liste, et c’est aussi un code postal : vérifiez que c’est bien le code INSEE qui était voulu";
    LikelyPostalCodes { postal, codes, quoted } =>
        "{postal} codes INSEE sur {codes} sont aussi les codes postaux d’autres communes ({quoted}) : vérifiez que ce sont bien des codes INSEE";

    // Imports of partners’ sheets.
    NoColumnOfAntennes { column } => "un tableau d’antennes n’a pas de colonne « {column} »";
    NoColumnOfExperts { column } => "un tableau d’experts n’a pas de colonne « {column} »";
    AntenneInSheetsAlready { institution, antenne } =>
        "« {institution} » a déjà une antenne « {antenne} » dans les tableaux";
    SheetLacksColumn { column } => "le tableau n’a pas de colonne « {column} »";
    SaidOtherwise { what, known, line, said } =>
        "{what} : « {known} » à la ligne {line}, qui a été pris, et « {said} » ici";
    TheNameOfTheTeam => "nom de l’équipe";
    TheEmailOf { name } => "adresse électronique de « {name} »";
    ThePhoneOf { name } => "téléphone de « {name} »";
    TheJobOf { name } => "fonction de « {name} »";
    RowsDifferInZones { name } =>
        "les lignes de « {name} » ont des zones et des sujets différents : toutes les zones valent pour tous ses sujets";
    GivenBefore { subject } =>
        "une ligne précédente donne le sujet « {subject} », qui est gardé, et celle-ci le refuse";
    RefusedBefore { subject } =>
        "une ligne précédente refuse le sujet « {subject} », que celle-ci donne : il a été pris";
    GivenByOtherColumn { subject } =>
        "une autre colonne de cette ligne donne le sujet « {subject} » : il a été pris";
    IdOfAnother { id, name } =>
        "« {id} » est déjà l’identifiant de « {name} » : une équipe de plusieurs personnes a un nom ou une adresse électronique à elle";
    ReadAsNo { cell } => "« {cell} » a été lu comme non";
    InstitutionHasNoAntenne { institution, antenne } => "« {institution} » n’a pas d’antenne « {antenne} »";
    TerritoryKept { territory } => "« {territory} », dans l’annuaire, est gardé avec les zones du tableau";
    NamesNoSubject { text } => "« {text} » n’est le nom d’aucun sujet";
    NamesSeveralSubjects { text, ids } =>
        "« {text} » est le nom de plusieurs sujets ({ids}) : écrivez l’identifiant";
    NoWorkbookHasSheet { sheet } => "aucun classeur n’a de feuille « {sheet} »";
    NamedByAlias { name, alias } => "« {name} » est désignée par un ancien nom, « {alias} »";
    MissingInRow { field } => "« {field} » manque sur cette ligne";
    KeepsId { name, id } =>
        "« {name} » a été reconnu par son nom ou son adresse électronique, et garde l’identifiant « {id} »";
    RowMakesNoExpert => "la ligne ne nomme ni équipe ni sujet : elle ne donne aucun expert";
    SpreadsheetMade { text, code } => "un tableur a fait « {text} » du code {code}";
    CodeLostDigits { text } =>
        "« {text} » a perdu des chiffres dans un tableur : on ne peut plus savoir quel code c’était";
    CodeLostZero { text, code } => "« {text} » a perdu son zéro dans un tableur : lu « {code} »";

    // Hints.
    DidYouMean { nearest } => "vouliez-vous dire « {nearest} » ?";
    Write { instead } => "écrivez {instead}";
    Verbatim { text } => "{text}";

    // Codes of nomenclatures.
    IsNot { text, what } => "« {text} » n’est pas {what}";
    ADate => "une date";
    ASiren => "un numéro SIREN";
    ASiret => "un numéro SIRET";
    AHeadcountBand => "une tranche d’effectif";
    ALegalForm => "une forme juridique";
    AnAgreement => "une convention collective";
    AnActivityNature => "une nature d’activité";
    ACraftCode => "un code de métier (NAFA)";
    AnActivityCode => "un code d’activité (NAF)";
    AnActivity => "une activité (NAF)";
    ANafRev2Activity => "une activité de la NAF rév. 2";
    ANaf2025Activity => "une activité de la NAF 2025";
    DayIso => "une date qui existe s’écrit « 2026-11-23 »";
    DayIsoOrFrench => "une date qui existe s’écrit « 2026-11-23 » ou « 23/11/2026 »";
    WrongSirenKey => "la clé de son SIREN, le neuvième chiffre, est fausse";
    WrongKey => "sa clé, le dernier chiffre, est fausse";
    SiretForSiren => "c’est un SIRET ; le SIREN en est les neuf premiers chiffres";
    SirenLostZero => "un SIREN a neuf chiffres ; un tableur a peut-être ôté un premier zéro";
    SirenDigits => "un SIREN a neuf chiffres";
    SirenForSiret => "c’est un SIREN ; un SIRET a cinq chiffres de plus";
    SiretLostZero => "un SIRET a 14 chiffres ; un tableur a peut-être ôté un premier zéro";
    SiretDigits => "un SIRET a 14 chiffres";
    BandOrHeadcount { digit } =>
        "la tranche s’écrit « 0{digit} », et un nombre seul se donne dans « headcount »";
    BandNotKnown => "« NR » dit que l’effectif n’est pas connu : laissez la tranche vide";
    BandsOfInsee { bands } => "les tranches de l’INSEE sont {bands}";
    LegalFormLevel =>
        "c’est un niveau au-dessus des formes juridiques ; celle d’une entreprise a quatre chiffres, comme « 5710 »";
    LegalFormDigits => "la forme juridique d’une entreprise a quatre chiffres, comme « 5710 »";
    LegalFormThreeDigits =>
        "trois chiffres ne sont pas un niveau : ceux de l’INSEE en ont un, deux ou quatre, comme « 5 », « 57 » ou « 5710 »";
    LegalFormLevels =>
        "les niveaux de l’INSEE ont un, deux ou quatre chiffres, comme « 5 », « 57 » ou « 5710 »";
    IdccShort { meant } => "un IDCC a quatre chiffres : vouliez-vous dire « {meant} » ?";
    IdccDigits => "un IDCC a quatre chiffres, comme « 1486 »";
    ActivityNames => "c’est un nom comme « COMMERCIALE » ou « ARTISANALE »";
    CraftCodeDigits => "un code de métier a quatre chiffres et deux lettres, comme « 4002CZ »";
    CraftCodeBeginning => "c’est un code de métier, comme « 4321AB », ou son début, comme « 43 »";
    NotCodedYet =>
        "« 00.00Z », dans SIRENE, dit que l’activité n’est pas encore codée : laissez le champ vide";
    OtherHasDivision { version, division, other } =>
        "la {version} n’a pas de division {division} ; la {other} en a une";
    NoDivision { version, division } => "la {version} n’a pas de division {division}";
    ActivityLetterMissing =>
        "il manque la lettre ; un code d’activité a quatre chiffres et une lettre, comme « 62.01Z »";
    ActivityCodeDigits => "un code d’activité a quatre chiffres et une lettre, comme « 62.01Z »";
    NafVersions => "les versions s’écrivent « rev2: » (ou rien) et « 2025: »";
    DivisionDigits { division } => "une division a deux chiffres, ici « {division} »";
    NafLevels =>
        "c’est une section « C », une division « 10 », un groupe « 10.7 », une classe « 10.71 » ou un code « 10.71C »";
    NoSection { version, section } => "la {version} n’a pas de section {section}";
    OtherHasSection { version, section, other, entry } =>
        "la {version} n’a pas de section {section} ; la {other} en a une : « {entry} »";

    // Words of closed lists.
    NotOneOf { word, known } => "« {word} » ne fait pas partie de {known}";

    // The writing of zones.
    ZoneLacksKind => "une zone commence par son type";
    NoKindOfZone { kind } => "« {kind} » n’est pas un type de zone";
    KindsOfZones =>
        "les types sont « commune », « ept », « epci », « departement », « region » et « france »";
    ZoneEmpty => "la zone est vide";
    ZoneWithoutKind { text } => "« {text} » n’indique pas son type";
    ZoneIsKindAndCode => "une zone est un type et un code, comme « commune:59350 »";
    CommuneCode => "une commune a un code INSEE de cinq caractères";
    EptCode => "un EPT a un code de neuf chiffres";
    EpciCode => "un EPCI a un code de neuf chiffres";
    DepartementCode => "un département a un code de deux ou trois caractères";
    RegionCode => "une région a un code de deux chiffres";
    FranceHasNoCode => "« france » n’a pas de code";
    ZoneLacksCode { kind, expected } => "il manque le code de « {kind} » : {expected}";
    ZoneMalformed { zone, expected } => "« {zone} » est mal écrit, car {expected}";
    MetropoleDeLyon => "la métropole de Lyon est « epci:200046977 », dans « departement:69 »";
    RhoneWithoutLyon =>
        "le Rhône sans la métropole de Lyon n’est pas une zone : nommez ses EPCI, ou prenez « departement:69 »";
    PostalCodeServes { code, communes } => "« {code} » est un code postal, qui dessert {communes}";
    NameNotCode { text, communes } =>
        "« {text} » est un nom, et une commune se donne par son code INSEE : {communes}";
    CommuneWithName { code, name } => "« {code} » ({name})";
    SomeMore { count } => "{count} autres";

    // Answers.

    // Needs, and requests about them.
    TheDate => "une date comme « 2026-11-23 »";
    AWholeNumber => "un nombre entier positif ou nul";
    AnObjectOfValues => "un objet de valeurs par nom";
    TheCell { text } => "« {text} »";
    TheText { text } => "le texte « {text} »";
    TheNumber { number } => "le nombre {number}";
    TheDay { day } => "la date {day}";
    AValueOfType { name } => "une valeur de type « {name} »";
    NeedIsAnObject { found } => "un besoin est un objet, pas {found}";
    NeedIsNotJson { reason } => "le besoin n’est pas un document JSON valide : {reason}";
    WrongValue { field, wanted, found } => "« {field} » attend {wanted}, pas {found}";
    InField { field, fault } => "dans « {field} », {fault}";
    LostDigits { text } => "« {text} » a perdu des chiffres dans un tableur";
    NoNeedInRow { row } => "il n’y a pas de besoin n° {row}";
    InstitutionIsNoOpco { institution } => "l’institution « {institution} » n’est pas un OPCO";
    CodeOfOtherVersion { field, version, other } =>
        "« {field} » contient un code de la {other}, il en faut un de la {version}";
    CreatedAfterNeed { created, day } =>
        "l’entreprise a été créée le {created}, après le jour du besoin, le {day}";
    QuestionOfThisSubject => "la question de ce sujet";
    AskedOnSubject { subject } => "elle est posée pour le sujet « {subject} »";
    CountFromZero { option, expert, count } =>
        "dans « {option} », la valeur de « {expert} » est un nombre positif ou nul, pas {count}";
    FormerOrPostal { former, others } =>
        "comme ancien code, c’est {former} ; comme code postal, {others} : donnez le code de celle qui est voulue";
    ZeroMayBeLost { code, name } => "« {code} » est {name} : un premier zéro s’est peut-être perdu";
    Commune => "la commune";
    NotSurelyACommune { text } => "« {text} » n’est pas une commune certaine";
    MayBeSeveralCommunes { text } => "« {text} » peut être plusieurs communes";
    GiveTheCommune { communes } => "donnez la « commune » voulue, par exemple {communes}";
    NearestNames { communes } => "les noms les plus proches sont {communes}";
    CodeAndName { code, name } => "« {code} » {name}";
    AndSoOn => "…";
    ProfileHasNo { field } => "un profil n’a pas de « {field} » : la demande le donne";
    NoSuchField { field } => "il n’y a pas de champ « {field} »";
    NotTheJson { reason } => "ce n’est pas le document JSON attendu : {reason}";

    // Findings, with their places.
    SaidWithNearest { said, nearest } => "{said} (vouliez-vous dire « {nearest} » ?)";
    AtLine { line } => "ligne {line}";
    AtColumn { column } => "colonne {column}";
    AtLineAndColumn { line, column } => "ligne {line}, colonne {column}";
    AndMoreErrors { first, count } => "{first}, et {count} autres erreurs";
    Finding { severity, code, place, said } => "{severity}[{code}]{place} : {said}";
    Nowhere => "";
    At { at } => " {at}";
    InFile { file } => " {file}";
    InFileAt { file, at } => " {file}, {at}";
    FileNotWritten { reason } => "le fichier ne peut pas être écrit : {reason}";

    // Snapshots and geographies.
    NotASnapshot => "ce n’est pas un instantané";
    SnapshotNewerField { reason } => "l’instantané a été écrit par une version plus récente : {reason}";
    SnapshotNewerFormat { found, newest } =>
        "l’instantané est au format {found}, plus récent que le format {newest}, le dernier que cette version sait lire";
    SnapshotOlderFormat { found, oldest } =>
        "l’instantané est au format {found}, plus ancien que le format {oldest}, le premier que cette version sait lire : refaites-le à partir de l’annuaire avec « aiguillage snapshot », ou « Router::save »";
    SnapshotOtherYear { snapshot, geography } =>
        "l’instantané suit la géographie de {snapshot}, pas celle de {geography} : donnez-lui cette géographie, ou refaites-le";
    SnapshotTruncated { expected, found } =>
        "l’instantané fait {found} octets, et son en-tête en annonce {expected}";
    SnapshotDamaged => "l’instantané est abîmé : sa somme de contrôle est fausse";
    SnapshotMalformed { reason } => "l’instantané n’a pas de sens : {reason}";
    GeographyNotRead { path, reason } => "la géographie {path} ne peut pas être lue : {reason}";
    NotAGeography => "ce n’est pas une géographie : faites-en une avec « core/data/make-cog.mjs »";
    GeographyOtherFormat { found, expected } =>
        "la géographie est au format {found}, et cette version lit le format {expected} : refaites-la";
    GeographyTruncated { expected, found } =>
        "la géographie devrait faire {expected} octets et en fait {found} : elle a été coupée ou rallongée";
    GeographyDamaged => "la géographie est abîmée : sa somme de contrôle est fausse";
    GeographyMalformed { reason } => "la géographie est mal formée : {reason}";

    // Answers of registers.
    NoRegisterAnswer { fields } =>
        "ce n’est pas la réponse d’un registre connu : aucun des champs {fields} n’y est comme les registres l’écrivent";
    NoRegisterAnswerWithFault { fault, fields } =>
        "ce n’est pas la réponse d’un registre connu ({fault}) : aucun des champs {fields} n’y est comme les registres l’écrivent";
    RegisterError { message } => "le registre a répondu par une erreur : {message}";
    RegisterErrorWithStatus { status, message } =>
        "le registre a répondu par une erreur {status} : {message}";
    NoCompanyInAnswer => "la réponse n’a aucune entreprise";
    NoFacilityInAnswer { siret } => "la réponse n’a pas l’établissement « {siret} »";
    SeveralCompanies { count } => "la réponse a {count} entreprises : demandez un SIRET";

    // Calls.
    IdOrPositionMissing => "il manque « id » ou « position »";
    SheetsNotCompiledIn => "cette version de la bibliothèque ne lit pas les tableaux";
    WrongTarget { call } => "« {call} » a été appelée sur autre chose que ce qu’il lui faut";
    NoSuchFindingCode { code } => "il n’y a pas de code « {code} » parmi les constats";
}

/// What each code of findings about directories means, and what to do.
pub(super) const FINDINGS: &[CodeTexts] = &[
    CodeTexts {
        code: "unreadable_file",
        meaning: "Un fichier n’a pas pu être lu.",
        remedy: "Ouvrez le fichier et enregistrez-le de nouveau ; vérifiez qu’il n’est ni protégé, ni ouvert ailleurs.",
    },
    CodeTexts {
        code: "unknown_file",
        meaning: "Un fichier CSV du dossier porte presque le nom d’un fichier d’annuaire, sans en être un.",
        remedy: "Donnez au fichier le nom que le format prévoit, ou sortez-le du dossier.",
    },
    CodeTexts {
        code: "empty_file",
        meaning: "Un fichier est vide : il n’a même pas d’en-têtes.",
        remedy: "Donnez au fichier sa ligne d’en-têtes, ou sortez-le du dossier.",
    },
    CodeTexts {
        code: "malformed_json",
        meaning: "Le texte n’est pas un document JSON de la forme attendue.",
        remedy: "Corrigez le document à l’endroit indiqué ; un programme qui écrit du JSON ne fait pas cette faute.",
    },
    CodeTexts {
        code: "malformed_csv",
        meaning: "Une ligne ne peut pas être lue : un guillemet n’est jamais fermé, ou il y a plus de cellules que d’en-têtes.",
        remedy: "Ouvrez le fichier dans un tableur, corrigez la ligne et enregistrez de nouveau en CSV.",
    },
    CodeTexts {
        code: "unknown_field",
        meaning: "Un champ ou une colonne que le format n’a pas.",
        remedy: "Prenez le nom proposé, ou retirez le champ ou la colonne.",
    },
    CodeTexts {
        code: "duplicate_field",
        meaning: "Un champ ou une colonne qui figure deux fois.",
        remedy: "Gardez un seul des deux.",
    },
    CodeTexts {
        code: "missing_field",
        meaning: "Un champ obligatoire manque ou est vide.",
        remedy: "Remplissez le champ.",
    },
    CodeTexts {
        code: "invalid_value",
        meaning: "Une valeur qui ne se lit pas comme ce que son champ contient.",
        remedy: "Écrivez la valeur comme le message l’indique.",
    },
    CodeTexts {
        code: "invalid_id",
        meaning: "Un identifiant qui contient un espace.",
        remedy: "Remplacez l’espace de l’identifiant, par un tiret par exemple.",
    },
    CodeTexts {
        code: "duplicate_id",
        meaning: "Un identifiant ou un ancien nom que quelque chose de même nature porte déjà.",
        remedy: "Donnez à l’un des deux un autre identifiant, ou supprimez-le si c’est le même.",
    },
    CodeTexts {
        code: "unknown_theme",
        meaning: "Un thème que l’annuaire ne définit pas.",
        remedy: "Corrigez l’identifiant du thème, ou ajoutez le thème à « themes ».",
    },
    CodeTexts {
        code: "unknown_subject",
        meaning: "Un sujet que l’annuaire ne définit pas.",
        remedy: "Corrigez l’identifiant du sujet, ou ajoutez le sujet à « subjects ».",
    },
    CodeTexts {
        code: "unknown_question",
        meaning: "Une question que le sujet ne pose pas.",
        remedy: "Prenez une question de ce sujet, ou ajoutez-la à « questions ».",
    },
    CodeTexts {
        code: "unknown_institution",
        meaning: "Une institution que l’annuaire ne définit pas.",
        remedy: "Corrigez l’identifiant de l’institution, ou ajoutez l’institution à « institutions ».",
    },
    CodeTexts {
        code: "unknown_antenne",
        meaning: "Une antenne que l’annuaire ne définit pas.",
        remedy: "Corrigez l’identifiant de l’antenne, ou ajoutez l’antenne à « antennes ».",
    },
    CodeTexts {
        code: "unknown_expert",
        meaning: "Un expert que l’annuaire ne définit pas.",
        remedy: "Corrigez l’identifiant de l’expert, ou ajoutez l’expert à « experts ».",
    },
    CodeTexts {
        code: "unknown_criterion",
        meaning: "Des alternatives dont le critère n’est pas dans l’annuaire, ou un critère dont les alternatives n’y sont pas.",
        remedy: "Écrivez la même étiquette dans le critère et dans ses alternatives.",
    },
    CodeTexts {
        code: "unknown_territory",
        meaning: "Un territoire que l’annuaire ne définit pas.",
        remedy: "Corrigez l’identifiant du territoire, ou ajoutez le territoire à « territories ».",
    },
    CodeTexts {
        code: "conflicting_records",
        meaning: "Un élément que deux annuaires à réunir ont sous le même identifiant sans en dire la même chose, ou des règles, graines ou géographies différentes.",
        remedy: "Décidez lequel des deux annuaires a raison, et corrigez l’autre.",
    },
    CodeTexts {
        code: "invalid_zone",
        meaning: "Une zone qui n’est pas écrite comme un type et un code, tel « commune:59350 ».",
        remedy: "Écrivez la zone comme un type et un code, tel « commune:59350 ».",
    },
    CodeTexts {
        code: "unknown_zone",
        meaning: "Une zone que la géographie n’a pas.",
        remedy: "Cherchez le lieu avec « aiguillage where », et écrivez son code.",
    },
    CodeTexts {
        code: "empty_range",
        meaning: "Une plage d’années, d’effectifs ou de dates dans laquelle rien ne peut se trouver.",
        remedy: "Échangez les deux bornes, ou retirez-en une.",
    },
    CodeTexts {
        code: "empty_group",
        meaning: "Un groupe sans réponse ou une alternative sans condition, qui accepterait tout le monde par accident.",
        remedy: "Ajoutez une réponse ou une condition, ou retirez le groupe.",
    },
    CodeTexts {
        code: "substitute_circle",
        meaning: "Des experts qui se remplacent l’un l’autre le même jour, ou plus de 32 à la suite.",
        remedy: "Désignez comme remplaçant quelqu’un qui est présent ces jours-là.",
    },
    CodeTexts {
        code: "not_an_opco",
        meaning: "Une institution qui est là où il faut un OPCO, et n’est pas de la catégorie « opco ».",
        remedy: "Nommez un OPCO, ou donnez à l’institution la catégorie « opco ».",
    },
    CodeTexts {
        code: "former_code",
        meaning: "Une commune ancienne, déléguée ou associée : sa commune actuelle a été prise.",
        remedy: "Écrivez le code de la commune actuelle.",
    },
    CodeTexts {
        code: "former_code_is_postal_code",
        meaning: "Un ancien code de commune qui est aussi un code postal d’un autre lieu : on veut souvent dire ce dernier.",
        remedy: "Vérifiez quelle commune était voulue, et écrivez son code INSEE d’aujourd’hui.",
    },
    CodeTexts {
        code: "former_zone",
        meaning: "Un groupement de communes ou une région du passé : les zones d’aujourd’hui qu’il contenait ont été prises.",
        remedy: "Écrivez les zones d’aujourd’hui.",
    },
    CodeTexts {
        code: "lost_zero",
        meaning: "Un code ou un téléphone, lu avec le premier zéro qu’un tableur a ôté.",
        remedy: "Écrivez le zéro, et mettez la colonne au format « texte » dans le tableur.",
    },
    CodeTexts {
        code: "repaired_cell",
        meaning: "Une cellule ou un texte abîmé par un tableur ou une copie, lu comme ce qu’il était certainement.",
        remedy: "Il n’y a rien à faire ; une colonne au format « texte » l’évite.",
    },
    CodeTexts {
        code: "digits_lost",
        meaning: "Un nombre dont un tableur n’a gardé que les premiers chiffres.",
        remedy: "Saisissez de nouveau le numéro entier, dans une colonne au format « texte ».",
    },
    CodeTexts {
        code: "invalid_phone",
        meaning: "Un téléphone qui n’est ni un numéro français, ni un numéro international.",
        remedy: "Écrivez un numéro français à dix chiffres, ou un numéro qui commence par « + ».",
    },
    CodeTexts {
        code: "contradicting_rows",
        meaning: "Deux lignes ou cellules qui disent des choses différentes d’un expert : la première a été prise, et pour un sujet le oui.",
        remedy: "Gardez ce qui est juste dans l’une des lignes, et corrigez l’autre.",
    },
    CodeTexts {
        code: "institution_alias",
        meaning: "Une institution désignée par un ancien nom, et non par son identifiant.",
        remedy: "Écrivez l’identifiant ou le nom d’aujourd’hui.",
    },
    CodeTexts {
        code: "expert_never_matches",
        meaning: "Un expert sans compétence, sans territoire, ou sans un jour où toutes les périodes se rencontrent.",
        remedy: "Donnez à l’expert une compétence, un territoire ou une période en cours ; ou retirez-le.",
    },
    CodeTexts {
        code: "period_ended",
        meaning: "Une période terminée : ce qu’elle concerne ne compte plus.",
        remedy: "Prolongez la période, ou retirez ce qu’elle concerne.",
    },
    CodeTexts {
        code: "period_ends_soon",
        meaning: "Une période qui se termine dans moins de soixante jours.",
        remedy: "Prolongez la période, si elle doit continuer.",
    },
    CodeTexts {
        code: "subject_unhandled",
        meaning: "Un sujet qu’aucun expert ne traite.",
        remedy: "Confiez le sujet à un expert, ou archivez-le.",
    },
    CodeTexts {
        code: "criteria_unused",
        meaning: "Un critère sur un sujet que personne ne traite chez son titulaire.",
        remedy: "Corrigez le sujet du critère, ou retirez le critère.",
    },
    CodeTexts {
        code: "contradicting_criteria",
        meaning: "Des critères de l’institution, de l’antenne et de l’expert qui, ensemble, n’acceptent aucune entreprise dont un fait est connu.",
        remedy: "Changez ou retirez l’un des deux critères.",
    },
    CodeTexts {
        code: "useless_criterion",
        meaning: "Un critère qui ne sert à rien, parce qu’un autre n’en accepte pas davantage.",
        remedy: "Retirez le critère, ou rendez-le plus strict que l’autre.",
    },
    CodeTexts {
        code: "headcount_cuts_band",
        meaning: "Un seuil d’effectif au milieu d’une tranche de l’INSEE : les entreprises connues par leur seule tranche sont perdues des deux côtés.",
        remedy: "Prenez une borne de tranche de l’INSEE, ou indiquez « when_unknown : accept ».",
    },
    CodeTexts {
        code: "duplicate_value",
        meaning: "Une valeur qui figure deux fois dans une liste.",
        remedy: "Retirez l’une des deux.",
    },
    CodeTexts {
        code: "no_address",
        meaning: "Un expert que personne ne peut prévenir : ni lui ni un membre de l’équipe n’a d’adresse électronique.",
        remedy: "Donnez une adresse électronique à l’expert ou à un membre de l’équipe.",
    },
    CodeTexts {
        code: "postal_code_likely",
        meaning: "Un code INSEE qui est aussi un code postal, plus vraisemblable.",
        remedy: "Cherchez la commune avec « aiguillage where », et écrivez son code INSEE.",
    },
    CodeTexts {
        code: "unknown_sheet",
        meaning: "Un nom de feuille qu’aucun classeur n’a.",
        remedy: "Donnez le nom d’une feuille du classeur.",
    },
    CodeTexts {
        code: "several_sheets",
        meaning: "Un classeur dont plusieurs feuilles ont les en-têtes recherchés.",
        remedy: "Indiquez la feuille à lire, ou ne gardez qu’elle dans le classeur.",
    },
    CodeTexts {
        code: "uncomputed_formula",
        meaning: "Une formule dont aucun tableur n’a enregistré le résultat.",
        remedy: "Ouvrez le classeur dans un tableur et enregistrez-le.",
    },
    CodeTexts {
        code: "spreadsheet_error",
        meaning: "Une cellule qui affiche une erreur de tableur, comme #N/A, et a été lue comme vide.",
        remedy: "Corrigez la formule, ou saisissez la valeur.",
    },
    CodeTexts {
        code: "sheet_chosen",
        meaning: "La feuille de classeur qui a été lue, parmi plusieurs.",
        remedy: "Il n’y a rien à faire, si c’est la bonne feuille.",
    },
    CodeTexts {
        code: "title_line",
        meaning: "Une ligne au-dessus des en-têtes, qui n’a pas été lue.",
        remedy: "Il n’y a rien à faire.",
    },
    CodeTexts {
        code: "territory_kept",
        meaning: "Un territoire gardé avec les zones que nomme un tableau.",
        remedy: "Retirez le territoire de l’annuaire, si le tableau dit tout.",
    },
    CodeTexts {
        code: "read_as_no",
        meaning: "Une cellule lue comme non.",
        remedy: "Écrivez « non », ou laissez la cellule vide.",
    },
    CodeTexts {
        code: "naf_split",
        meaning: "Une liste d’activités de la NAF rév. 2 dont les entreprises partagent des codes de la NAF 2025 avec d’autres.",
        remedy: "Lancez « aiguillage naf-2025 » avant le 1er janvier 2027.",
    },
    CodeTexts {
        code: "stray_quote",
        meaning: "Un guillemet au milieu d’une cellule, ou une cellule de plusieurs lignes qui sont peut-être plusieurs rangées.",
        remedy: "Écrivez deux fois un guillemet qui fait partie du texte, et la cellule entre guillemets.",
    },
    CodeTexts {
        code: "great_capacity",
        meaning: "Une capacité supérieure à dix fois la médiane des experts qui traitent le même sujet pour la même institution : elle compte pour cette valeur.",
        remedy: "Corrigez la capacité ; il n’y a rien à faire si elle est voulue.",
    },
    CodeTexts {
        code: "shared_address",
        meaning: "Une adresse électronique que partagent deux experts d’une antenne, ou d’une institution avec un sujet commun : un même bureau peut être tiré au sort plusieurs fois.",
        remedy: "Faites des deux un seul expert avec des membres, ou corrigez l’une des adresses.",
    },
    CodeTexts {
        code: "nearly_whole_zone",
        meaning: "Presque toutes les communes d’un département, qui passent avant le département.",
        remedy: "Nommez le département à la place de ses communes, ou ne changez rien si c’est voulu.",
    },
    CodeTexts {
        code: "weak_seed",
        meaning: "Une graine de tirage assez courte pour être trouvée par essais.",
        remedy: "Prenez une graine plus longue, faite de caractères au hasard.",
    },
    CodeTexts {
        code: "unused_file",
        meaning: "Un fichier CSV du dossier que l’annuaire ne lit pas.",
        remedy: "Sortez le fichier du dossier ; il n’y a rien d’autre à faire.",
    },
];

/// What each code of errors of needs means, and what to do.
pub(super) const NEEDS: &[CodeTexts] = &[
    CodeTexts {
        code: "missing_field",
        meaning: "Un champ obligatoire manque.",
        remedy: "Donnez une valeur au champ.",
    },
    CodeTexts {
        code: "unknown_field",
        meaning: "Un champ que les besoins, ou les demandes à leur sujet, n’ont pas.",
        remedy: "Prenez le nom proposé, ou retirez le champ.",
    },
    CodeTexts {
        code: "invalid_value",
        meaning: "Une valeur qui ne se lit pas comme ce que son champ contient.",
        remedy: "Écrivez la valeur comme le message l’indique.",
    },
    CodeTexts {
        code: "unknown_subject",
        meaning: "Un sujet que l’annuaire n’a pas.",
        remedy: "Prenez un sujet de l’annuaire.",
    },
    CodeTexts {
        code: "unknown_commune",
        meaning: "Un lieu qui n’est pas une commune de France.",
        remedy: "Donnez le code INSEE de la commune, ou son code postal et son nom.",
    },
    CodeTexts {
        code: "ambiguous_commune",
        meaning: "Un lieu qui peut être plusieurs communes.",
        remedy: "Choisissez l’une des communes proposées.",
    },
    CodeTexts {
        code: "unknown_question",
        meaning: "Une question que le sujet ne pose pas.",
        remedy: "Prenez une question du sujet, ou retirez la réponse.",
    },
    CodeTexts {
        code: "unknown_institution",
        meaning: "Une institution que l’annuaire n’a pas.",
        remedy: "Prenez une institution de l’annuaire.",
    },
    CodeTexts {
        code: "unknown_expert",
        meaning: "Un expert que l’annuaire n’a pas.",
        remedy: "Prenez un expert de l’annuaire.",
    },
    CodeTexts {
        code: "unknown_zone",
        meaning: "Une zone que la géographie n’a pas.",
        remedy: "Prenez une zone de la géographie.",
    },
];
