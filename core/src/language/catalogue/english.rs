//! What every sentence says in English: lower case, no full stop, what users wrote in backticks.

use super::{CodeTexts, texts};

texts! { English,
    // Nouns, which other sentences name; in French with their article.
    Territory => "territory";
    Theme => "theme";
    Subject => "subject";
    Question => "question";
    Institution => "institution";
    Antenne => "antenne";
    Expert => "expert";
    Zone => "zone";
    Referral => "referral";
    Template => "template";
    SurveyAbout => "survey about";
    Need => "need";
    Function => "function";

    // What stands where something else is expected.
    AText => "text";
    ANumber => "a number";
    TrueOrFalse => "true or false";
    Nothing => "nothing";
    AList => "a list";
    AnObject => "an object";
    ATextList => "a list of texts";
    AnObjectByName => "an object by name";
    AnObjectOfPeriod => "an object with `from` and `until`";
    ADay => "a day";
    YesOrNo => "yes or no";
    AnAnswer => "true or false, a choice or a list of choices";
    AnId => "an id";
    AListOfIds => "a list of ids";
    AnObjectOfLists => "an object of lists of ids";
    AListOfObjects => "a list of objects";
    AWholeDirectory => "an object with `themes`, `subjects`, `experts`…";
    True => "true";
    False => "false";

    // What has fields.
    ADirectory => "a directory";
    AChange => "a change";
    TheRemoved => "`removed`";
    AnEntryOf { kind } => "an entry of `{kind}`";
    ANeed => "a need";

    // Files and sheets.
    TitleLine => "a title above the headers, which was passed over";
    FileEmpty => "the file is empty: not even a header";
    FileBlank => "the file holds blank rows only";
    TooManyColumns { columns, most } => "the header has {columns} columns, where a sheet has at most {most}";
    CellTooLong { bytes } => "a cell of {bytes} bytes: no value is that long";
    CellUnderNoHeader { headers, cell } =>
        "the row has more cells than the {headers} headers; `{cell}` stands under none";
    UnseenCharacters => "it holds characters that nobody sees, which were taken away";
    WorkbookNotRead =>
        "the file is a workbook, which is not read here (phones leave that out): save it as CSV";
    NoSheet => "the file is no sheet: it holds bytes that are no text";
    QuoteNeverCloses => "a quote that opens in this row never closes";
    CellBehindQuote =>
        "a cell goes on behind its closing quote, and the cells of the row do not fit the headers";
    LinesReadAsOneRow { first, last } =>
        "the lines {first} to {last} were read as one row: if they are several, a quote is missing or too many";
    QuoteInsideCell =>
        "a quote inside of a cell: where one belongs to the text, it is written twice, and the cell between quotes";
    QuoteSwallowsLines { first, last } =>
        "a quote is missing or too many: the lines {first} to {last} would be one row, and are read line by line";
    SeveralSheetsFit { sheets } =>
        "the headers of several sheets fit, {sheets}: which one is meant cannot be told; name it, or keep it alone in the workbook";
    WorkbookBlank => "the workbook holds blank sheets only";
    SheetRead { count, sheet } => "of {count} sheets, `{sheet}` was read";
    CellShowsError { error } => "the cell shows the error `{error}` of a spreadsheet: it was read as blank";
    FormulaWithoutValue =>
        "the cell holds a formula without its value: save the workbook in a spreadsheet first";
    WorkbookHasPassword => "the workbook has a password: save it without one";
    WorkbookBroken { reason } => "the workbook cannot be read, it may be truncated: {reason}";
    WorkbookTooLarge { megabytes } => "the workbook is too large: more than {megabytes} MB";
    WorkbookTooLargeUnpacked { megabytes } =>
        "the workbook is too large: more than {megabytes} MB when it is unpacked";
    WorkbookTooManyCells { most } => "the workbook is too large: more than {most} cells";
    FolderNotListed { path, reason } => "`{path}` cannot be listed: {reason}";
    FolderNotCompiledIn { path } => "`{path}` is a folder: reading CSV was not compiled in";
    FileNotRead { path, reason } => "`{path}` cannot be read: {reason}";
    FileNotUtf8 { path } => "`{path}` is not JSON: it is not in UTF-8";
    DocumentEmpty => "the document is empty";
    NotJson { reason } => "not JSON: {reason}";
    NestedTooDeep => "nested deeper than any directory";
    Unexpected { wanted, found } => "{wanted} was expected, not {found}";
    NoField { owner, field } => "{owner} has no field `{field}`";
    GivenTwice { name } => "`{name}` is given twice";
    SameRecordsAlready { file } => "`{file}` holds the same records already: a directory has one of them";
    NoDirectoryFile { files } => "the folder holds none of a directory's files ({files})";
    ThisFileNotRead { reason } => "the file cannot be read: {reason}";
    NotADirectoryFile { file } => "`{file}` is no file of a directory";
    FileNotUsed { file } => "`{file}` is no file of a directory and is not read";
    NoValueBelowHeader { file } => "`{file}` has no value below its header";
    ColumnTwice { column } => "the column `{column}` is given twice";
    ColumnTwiceFirstRead { column } => "the column `{column}` is given twice, and the first is read";
    FileHasNoColumn { file, column } => "`{file}` has no column `{column}`";
    FieldMissing { field } => "`{field}` is missing";
    CountedAlready { expert, counted, line } => "`{expert}` has its `{counted}` on line {line} already";
    NumberFromZero { field, value } => "`{field}` is a number from 0 up, not `{value}`";
    NoColumnOfFile { column, header } =>
        "`{column}` is no column of this file, whose first row is `{header}`";

    // Records of a directory, one by one.
    EntryLacksField { field, kind } => "`{field}` is missing: every entry of `{kind}` has one";
    IdHoldsSpace { id } => "the id `{id}` holds white space";
    NotAFlag { field, value } => "`{field}` is true or false (in a cell also oui, non), not `{value}`";
    NotAWholeNumber { field, most, value } => "`{field}` is a whole number from 0 to {most}, not `{value}`";
    NotAWeight { field, value } => "`{field}` is a number above 0, not `{value}`";
    SerialDay { text, day } => "`{text}` is the day {day} as a spreadsheet counts it";
    PeriodHasNoField { field } => "a period has no field `{field}`";
    PeriodWithoutDays { field } => "`{field}` has neither a first nor a last day";
    PeriodEndsBeforeItBegins { from, until } => "the period ends on {until}, before it begins on {from}";
    PeriodOver { kind, until } => "this entry of `{kind}` counts no longer: its period ended on {until}";
    PeriodNearlyOver { kind, until } => "this entry of `{kind}` counts up to {until} only";
    EntryHoldsSpace { entry, field } => "`{entry}` in `{field}` holds white space";
    EntryHoldsBar { entry, field } => "`{entry}` in `{field}` holds `|`, which separates them in a cell";
    StandsTwice { entry, field } => "`{entry}` stands twice in `{field}`";
    EntryLacksZones { field, kind } => "`{field}` is missing or empty: every entry of `{kind}` has some";
    TerritoryInTerritory { text } => "`{text}` stands in a territory, which holds zones only";
    WrongType { field, wanted, found } => "`{field}` is {wanted}, not {found}";
    QuestionIdHoldsEquals { id } => "the id `{id}` of a question holds `=`";
    ChoiceIdIsOdd { id } => "the id `{id}` of a choice holds `=` or `|`, or reads as yes or no";
    AgreementLostZeros { entry, idcc } => "`{entry}` lost leading zeros: it was read as `{idcc}`";
    AnswerGroupEmpty => "an answer group without answers accepts everybody";
    QualityIsNoWord { quality } => "`{quality}` holds white space or `=`: a quality is a word";
    NotANamedValue { part, wanted } => "`{part}` is not a name with {wanted}, such as `name=oui`";
    AnsweredTwice { name } => "`{name}` is answered twice";
    NotAnEmail { text } => "`{text}` is not an e-mail address";
    PhoneLostZero { text, number } => "`{text}` has lost its zero in a spreadsheet: read as {number}";
    PhoneTakenForNumber { text, number } =>
        "`{text}` was taken for a number by a spreadsheet: read as {number}";
    PhoneLostDigits { text } => "`{text}` has lost digits in a spreadsheet: it is no phone any more";
    PhoneIsError { text } => "`{text}` is an error of a spreadsheet, and no phone";
    NotAPhone { text } => "`{text}` is neither a French phone nor an international one";
    AbsenceEndsBeforeItBegins { from, until } => "the absence ends on {until}, before it begins on {from}";
    RangeEmpty { min, below, unit } => "no company has at least {min} and fewer than {below} {unit}";
    ExcludesAll { field } => "`{field}` excludes everything that the same criterion accepts";
    AlternativeEmpty => "an alternative without conditions accepts everybody";
    HeadcountCutsBand { threshold, band, bounds } =>
        "{threshold} cuts INSEE's band {band} ({bounds}): companies known by their band only are rejected; say `when_unknown: accept`, or take a bound of a band";
    FromTo { lower, upper } => "{lower} to {upper}";
    AndMore { lower } => "{lower} and more";
    OwnsNothing { kind, what } => "`{kind}` owns no `{what}`: institutions, antennes and experts do";
    NoAlternativeLabelled { file, label } => "no row of `{file}` has the label `{label}`";
    CriteriaLabelTwice { label } => "two criteria of one owner have the label `{label}`";
    NoCriterionLabelled { label, column } =>
        "no criterion of this owner has the label `{label}` in its column `{column}`";
    NafSplitOne { to, from, outside } =>
        "NAF 2025 splits this list: `{to}` takes in `{from}`, which it holds, and `{outside}`, which it does not; `aiguillage naf-2025` adds the codes of NAF 2025";
    NafSplitTwo { to, from, outside } =>
        "NAF 2025 splits this list: `{to}` takes in `{from}`, which it holds, and `{outside}`, which it does not, and so does another code of NAF 2025; `aiguillage naf-2025` adds the codes of NAF 2025";
    NafSplitMany { to, from, outside, more } =>
        "NAF 2025 splits this list: `{to}` takes in `{from}`, which it holds, and `{outside}`, which it does not, and so do {more} more codes of NAF 2025; `aiguillage naf-2025` adds the codes of NAF 2025";
    Years => "years";
    Employees => "employees";
    EurosOfTurnover => "euros of turnover";
    EurosInBalance => "euros in the balance sheet";

    // Records of a directory among each other.
    AlreadyExists { what, id } => "the {what} `{id}` already exists";
    ThereIsNo { what, id } => "there is no {what} `{id}`";
    AliasTaken { alias, institution } => "the alias `{alias}` already names the institution `{institution}`";
    IsAnAlias { name, institution } => "`{name}` is an alias of the institution `{institution}`";
    IsAlreadyAnAlias { alias, institution } =>
        "`{alias}` is already an alias of the institution `{institution}`";
    QuestionOfOther { question, owner, subject } =>
        "the question `{question}` is asked on `{owner}`, not on `{subject}`";
    QuestionOfNobody { question } => "no subject asks the question `{question}`";
    AnsweredByChoice { question, given, choices } =>
        "`{question}` is answered by a choice, not by `{given}`: {choices}";
    AnsweredByYesOrNo { question, given } => "`{question}` is answered by true or false, not by `{given}`";
    NoSuchChoice { question, choice } => "`{question}` does not offer the choice `{choice}`";
    NotOfCategoryOpco { institution } => "`{institution}` is not of category `opco`";
    ZoneHasOpco { zone } => "`{zone}` already has its OPCO";
    OneVersionOfRules => "a directory has one version of the rules";
    OneSeed => "a directory has one seed";
    SeedIsBlank => "`seed` is a text, which is not blank";
    SeedIsShort { least } => "a seed of less than {least} characters can be found by trying";
    RemovedAndGiven { id } => "`{id}` is removed, and also given or removed again";
    NothingToRemove { what, id } => "there is no {what} `{id}` to remove";
    CannotBeRemoved { id, what, holder } => "`{id}` cannot be removed: the {what} `{holder}` needs it";
    StaysAnOpco { institution, zone } => "`{institution}` is the OPCO of `{zone}`: it stays one";
    OfAnAbsence { expert, fault } => "of an absence of the expert `{expert}`: {fault}";
    StandsInForItself { expert } => "`{expert}` cannot stand in for itself";
    SubstitutesInCircle { day, substitute, expert } =>
        "on {day} `{substitute}` stands in for `{expert}`, and through others the other way round";
    TooManySubstitutes { day, substitute, most } =>
        "on {day} `{substitute}` leads through more than {most} who stand in for each other in turn";
    ChoiceExists { question, choice } => "the question `{question}` already has a choice `{choice}`";
    ExampleTwice { subject } => "this example of `{subject}` is given twice";
    ExpertNeverMatches { expert, lacks } => "the expert `{expert}` can never match: it has {lacks}";
    SubstituteNeverMatches { expert, lacks } =>
        "the expert `{expert}` can match as a substitute at most: it has {lacks}";
    NoCompetence => "no competence";
    NoTerritory => "no territory: neither its own nor its antenne's";
    NoCommonDay => "no day on which its antenne counts too";
    PeriodIsOver => "a period that is over, or its antenne has";
    CompetencesAreOver => "only competences whose period is over";
    NoDayOfCompetence => "no day on which a competence of it counts";
    NobodyCanAlert { expert } => "nobody can alert the expert `{expert}`: it has no e-mail address";
    AddressOfTwo { email, first, second } =>
        "`{email}` is the address of two experts of one antenne, `{first}` and `{second}`";
    NobodyHandles { subject } => "no expert handles the subject `{subject}`";
    CriterionOnUnhandled { subject, what, id } =>
        "the criterion on `{subject}` decides nothing: nobody of the {what} `{id}` handles it";
    CapacityTooGreat { expert, capacity, bound, subject, institution } =>
        "the capacity of `{expert}` is {capacity}, and counts as {bound} on `{subject}`: ten times the median of the experts who handle it for `{institution}`";
    AddressOfOther { expert, other, subject } =>
        "`{expert}` has the address of `{other}`, and handles `{subject}` too: if it is one office, it is drawn twice. A team is one expert with members";
    ZonesLackLittle { what, id, listed, all, departement } =>
        "the zones of the {what} `{id}` are {listed} of the {all} communes of `{departement}`, and stand before all who name the département: is it meant?";
    AcceptNobodyTogether { own, other, fact } =>
        "{own} and {other} accept nobody together whose `{fact}` is known";
    DecidesNothing { own, other } => "{own} decides nothing: whoever passes {other} passes it too";
    TheCriterionOf { kind, id } => "the criterion of the {kind} `{id}`";
    CriterionNumberOf { number, kind, id } => "criterion {number} of the {kind} `{id}`";
    OtherRules { number, rules, first } => "directory {number} has the rules `{rules}`, the first `{first}`";
    OtherGeography { number, year, first } =>
        "directory {number} has the zones of {year}, the first those of {first}";
    OtherSeed { number } => "directory {number} has another seed than those before";
    OtherRecord { id, kind, number, fields } =>
        "`{id}` stands in `{kind}` otherwise before directory {number} and in it: {fields}";
    FieldDiffers { field, before, after } => "{field} is {before} and {after}";

    // Zones.
    FormerZone { zone, name, held } => "`{zone}` was {name}: what it held, {held}, was taken";
    NoSuchZone { zone, source } => "there is no zone `{zone}` in {source}";
    SeveralZonesToday { zone, count } => "`{zone}` is {count} zones today, and one must stand here";
    AFormerCode => "a former code";
    ADelegatedCommune => "a delegated commune";
    AnAssociatedCommune => "an associated commune";
    FormerCommune { code, kind, name, current } =>
        "`{code}` is {kind}: its current commune, {name} ({current}), was taken";
    FormerCommuneOrPostal { code, kind, name, current, others } =>
        "`{code}` is {kind} of {name} ({current}), which was taken, and also the postal code of {others}: make sure which was meant";
    CommuneLostZero { code, name, current } =>
        "`{code}` has four digits: read as `0{code}`, {name} ({current}), whose zero a spreadsheet took away";
    NoSuchCommune { code, source } => "there is no commune `{code}` in {source}";
    WithHint { fault, hint } => "{fault}: {hint}";
    OddDepartement { code } =>
        "`{code}` is in another département than all the rest of the list, and also a postal code: make sure that the INSEE code was meant";
    LikelyPostalCodes { postal, codes, quoted } =>
        "{postal} of {codes} INSEE codes are also postal codes of other communes ({quoted}): make sure that INSEE codes were meant";

    // Imports of partners’ sheets.
    NoColumnOfAntennes { column } => "a sheet of antennes has no column `{column}`";
    NoColumnOfExperts { column } => "a sheet of experts has no column `{column}`";
    AntenneInSheetsAlready { institution, antenne } =>
        "`{institution}` has an antenne `{antenne}` in the sheets already";
    SheetLacksColumn { column } => "the sheet has no column `{column}`";
    SaidOtherwise { what, known, line, said } =>
        "{what} is `{known}` in line {line}, which was taken, and `{said}` here";
    TheNameOfTheTeam => "the name of the team";
    TheEmailOf { name } => "the e-mail of `{name}`";
    ThePhoneOf { name } => "the phone of `{name}`";
    TheJobOf { name } => "the job of `{name}`";
    RowsDifferInZones { name } =>
        "the rows of `{name}` have different zones and subjects: all zones hold for all its subjects";
    GivenBefore { subject } =>
        "a row before gives the subject `{subject}`, which stays, and this one refuses it";
    RefusedBefore { subject } =>
        "a row before refuses the subject `{subject}`, which this one gives: it was taken";
    GivenByOtherColumn { subject } =>
        "another column of this row gives the subject `{subject}`: it was taken";
    IdOfAnother { id, name } =>
        "`{id}` is the id of `{name}` already: a team of several people has a name or an e-mail of its own";
    ReadAsNo { cell } => "`{cell}` was read as no";
    InstitutionHasNoAntenne { institution, antenne } => "`{institution}` has no antenne `{antenne}`";
    TerritoryKept { territory } => "`{territory}` of the directory stays beside the zones of the sheet";
    NamesNoSubject { text } => "`{text}` names no subject";
    NamesSeveralSubjects { text, ids } => "`{text}` names several subjects ({ids}): write the id";
    NoWorkbookHasSheet { sheet } => "no workbook has a sheet `{sheet}`";
    NamedByAlias { name, alias } => "`{name}` is named by an alias, `{alias}`";
    MissingInRow { field } => "`{field}` is missing in this row";
    KeepsId { name, id } => "`{name}` was recognised by name or e-mail, and keeps the id `{id}`";
    RowMakesNoExpert => "the row names neither a team nor a subject: it makes no expert";
    SpreadsheetMade { text, code } => "a spreadsheet made `{text}` of the code {code}";
    CodeLostDigits { text } => "`{text}` has lost digits in a spreadsheet: which code it was cannot be told";
    CodeLostZero { text, code } => "`{text}` has lost its zero in a spreadsheet: read as {code}";

    // Hints.
    DidYouMean { nearest } => "did you mean `{nearest}`?";
    Write { instead } => "write {instead}";
    Verbatim { text } => "{text}";

    // Codes of nomenclatures.
    IsNot { text, what } => "`{text}` is not {what}";
    ADate => "a date";
    ASiren => "a SIREN";
    ASiret => "a SIRET";
    AHeadcountBand => "a headcount band";
    ALegalForm => "a legal form";
    AnAgreement => "a collective agreement";
    AnActivityNature => "a nature of activity";
    ACraftCode => "a craft code";
    AnActivityCode => "an activity code";
    AnActivity => "an activity";
    ANafRev2Activity => "an activity of NAF rév. 2";
    ANaf2025Activity => "an activity of NAF 2025";
    DayIso => "it is a day that exists, written as `2026-11-23`";
    DayIsoOrFrench => "it is a day that exists, written as `2026-11-23` or `23/11/2026`";
    WrongSirenKey => "the key of its SIREN, the ninth digit, is wrong";
    WrongKey => "its key, the last digit, is wrong";
    SiretForSiren => "this is a SIRET; a SIREN is its first nine digits";
    SirenLostZero => "a SIREN has nine digits; a spreadsheet may have taken a leading zero away";
    SirenDigits => "a SIREN has nine digits";
    SirenForSiret => "this is a SIREN; a SIRET has five digits more";
    SiretLostZero => "a SIRET has 14 digits; a spreadsheet may have taken a leading zero away";
    SiretDigits => "a SIRET has 14 digits";
    BandOrHeadcount { digit } => "the band is `0{digit}`, and a bare number is a `headcount`";
    BandNotKnown => "it says that the number is not known: leave the band out";
    BandsOfInsee { bands } => "the bands of INSEE are {bands}";
    LegalFormLevel => "this is a level above legal forms; a company's has four digits, such as `5710`";
    LegalFormDigits => "a company's legal form has four digits, such as `5710`";
    LegalFormThreeDigits =>
        "three digits are no level: INSEE's have one, two or four, such as `5`, `57` or `5710`";
    LegalFormLevels => "INSEE's levels have one, two or four digits, such as `5`, `57` or `5710`";
    IdccShort { meant } => "an IDCC has four digits: did you mean `{meant}`?";
    IdccDigits => "an IDCC has four digits, such as `1486`";
    ActivityNames => "it is a name such as `COMMERCIALE` or `ARTISANALE`";
    CraftCodeDigits => "a craft code has four digits and two letters, such as `4002CZ`";
    CraftCodeBeginning => "it is a craft code, such as `4321AB`, or its beginning, such as `43`";
    NotCodedYet => "SIRENE's `00.00Z` says that the activity is not coded yet: leave it out";
    OtherHasDivision { version, division, other } => "{version} has no division {division}; {other} has";
    NoDivision { version, division } => "{version} has no division {division}";
    ActivityLetterMissing =>
        "its letter is missing; an activity code has four digits and a letter, as `62.01Z`";
    ActivityCodeDigits => "an activity code has four digits and a letter, as `62.01Z`";
    NafVersions => "the versions are `rev2:` (or no prefix) and `2025:`";
    DivisionDigits { division } => "a division has two digits: `{division}`";
    NafLevels => "it is a section `C`, a division `10`, a group `10.7`, a class `10.71` or a code `10.71C`";
    NoSection { version, section } => "{version} has no section {section}";
    OtherHasSection { version, section, other, entry } =>
        "{version} has no section {section}; {other} has: `{entry}`";

    // Words of closed lists.
    NotOneOf { word, known } => "`{word}` is not one of {known}";

    // The writing of zones.
    ZoneLacksKind => "a zone begins with its kind";
    NoKindOfZone { kind } => "`{kind}` is no kind of zone";
    KindsOfZones => "the kinds are `commune`, `ept`, `epci`, `departement`, `region` and `france`";
    ZoneEmpty => "the zone is empty";
    ZoneWithoutKind { text } => "`{text}` has no kind";
    ZoneIsKindAndCode => "a zone is a kind and a code, such as `commune:59350`";
    CommuneCode => "a commune has an INSEE code of five characters";
    EptCode => "an EPT has a code of nine digits";
    EpciCode => "an EPCI has a code of nine digits";
    DepartementCode => "a département has a code of two or three characters";
    RegionCode => "a région has a code of two digits";
    FranceHasNoCode => "`france` has no code";
    ZoneLacksCode { kind, expected } => "`{kind}` lacks its code, {expected}";
    ZoneMalformed { zone, expected } => "`{zone}` is malformed, {expected}";
    MetropoleDeLyon => "the métropole de Lyon is `epci:200046977`, in `departement:69`";
    RhoneWithoutLyon =>
        "the Rhône without the métropole de Lyon is no zone: name its EPCI, or take `departement:69`";
    PostalCodeServes { code, communes } => "`{code}` is a postal code, which serves {communes}";
    NameNotCode { text, communes } =>
        "`{text}` is a name, and a commune is given by its INSEE code: {communes}";
    CommuneWithName { code, name } => "`{code}` ({name})";
    SomeMore { count } => "{count} more";

    // Answers.

    // Needs, and requests about them.
    TheDate => "a date such as `2026-11-23`";
    AWholeNumber => "a whole number from 0 up";
    AnObjectOfValues => "an object of values by name";
    TheCell { text } => "`{text}`";
    TheText { text } => "the text `{text}`";
    TheNumber { number } => "the number {number}";
    TheDay { day } => "the date {day}";
    AValueOfType { name } => "a value of type `{name}`";
    NeedIsAnObject { found } => "a need is an object, not {found}";
    NeedIsNotJson { reason } => "the need is not JSON: {reason}";
    WrongValue { field, wanted, found } => "`{field}` is {wanted}, not {found}";
    InField { field, fault } => "in `{field}`, {fault}";
    LostDigits { text } => "`{text}` has lost digits in a spreadsheet";
    NoNeedInRow { row } => "there is no need {row}";
    InstitutionIsNoOpco { institution } => "the institution `{institution}` is no OPCO";
    CodeOfOtherVersion { field, version, other } => "`{field}` holds a code of {version}, not of {other}";
    CreatedAfterNeed { created, day } =>
        "the company was created on {created}, after the day of the need, {day}";
    QuestionOfThisSubject => "question of this subject";
    AskedOnSubject { subject } => "it is asked on the subject `{subject}`";
    CountFromZero { option, expert, count } =>
        "in `{option}`, what `{expert}` has is a number from 0 up, not {count}";
    FormerOrPostal { former, others } =>
        "as a former code it is {former}, as a postal code {others}; give the code of the one that is meant";
    ZeroMayBeLost { code, name } => "`{code}` is {name}: a leading zero may be lost";
    Commune => "commune";
    NotSurelyACommune { text } => "`{text}` is not surely a commune";
    MayBeSeveralCommunes { text } => "`{text}` may be several communes";
    GiveTheCommune { communes } => "give the `commune` that is meant, such as {communes}";
    NearestNames { communes } => "the nearest names are {communes}";
    CodeAndName { code, name } => "`{code}` {name}";
    AndSoOn => "…";
    ProfileHasNo { field } => "a profile has no `{field}`: the query names it";
    NoSuchField { field } => "there is no field `{field}`";
    NotTheJson { reason } => "not the JSON that was expected: {reason}";

    // Findings, with their places.
    SaidWithNearest { said, nearest } => "{said} (did you mean `{nearest}`?)";
    AtLine { line } => "line {line}";
    AtColumn { column } => "column {column}";
    AtLineAndColumn { line, column } => "line {line}, column {column}";
    AndMoreErrors { first, count } => "{first}, and {count} more errors";
    Finding { severity, code, place, said } => "{severity}[{code}]{place}: {said}";
    Nowhere => "";
    At { at } => " {at}";
    InFile { file } => " {file}";
    InFileAt { file, at } => " {file}, {at}";
    FileNotWritten { reason } => "the file cannot be written: {reason}";

    // Snapshots and geographies.
    NotASnapshot => "this is no snapshot";
    SnapshotNewerField { reason } => "the snapshot was written by a newer version: {reason}";
    SnapshotNewerFormat { found, newest } =>
        "the snapshot is of format {found}, newer than {newest}, the newest that this version reads";
    SnapshotOlderFormat { found, oldest } =>
        "the snapshot is of format {found}, older than {oldest}, the oldest that this version reads: write it again from the directory with `aiguillage snapshot`, or `Router::save`";
    SnapshotOtherYear { snapshot, geography } =>
        "the snapshot is of the geography of {snapshot}, not of {geography}: give it that geography, or write it again";
    SnapshotTruncated { expected, found } =>
        "the snapshot has {found} bytes where its header says {expected}";
    SnapshotDamaged => "the snapshot is damaged: its checksum does not fit";
    SnapshotMalformed { reason } => "the snapshot makes no sense: {reason}";
    GeographyNotRead { path, reason } => "cannot read the geography {path}: {reason}";
    NotAGeography => "this is not a geography: make one with `core/data/make-cog.mjs`";
    GeographyOtherFormat { found, expected } =>
        "the geography has format {found}, and this library reads format {expected}: make it again";
    GeographyTruncated { expected, found } =>
        "the geography should have {expected} bytes, and has {found}: it was cut or added to";
    GeographyDamaged => "the geography is damaged: its checksum is wrong";
    GeographyMalformed { reason } => "the geography is malformed: {reason}";

    // Answers of registers.
    NoRegisterAnswer { fields } =>
        "this is no answer of a register that is known: none of {fields} is there as registers write it";
    NoRegisterAnswerWithFault { fault, fields } =>
        "this is no answer of a register that is known ({fault}): none of {fields} is there as registers write it";
    RegisterError { message } => "the register answered with an error: {message}";
    RegisterErrorWithStatus { status, message } => "the register answered with an error {status}: {message}";
    NoCompanyInAnswer => "the answer has no company";
    NoFacilityInAnswer { siret } => "the answer does not have the facility `{siret}`";
    SeveralCompanies { count } => "the answer has {count} companies: ask for a SIRET";

    // Calls.
    IdOrPositionMissing => "`id` or `position` is missing";
    SheetsNotCompiledIn => "this build of the library reads no sheets";
    WrongTarget { call } => "`{call}` was called on something else than what it needs";
    NoSuchFindingCode { code } => "there is no code `{code}` of findings";
}

/// What each code of findings about directories means, and what to do.
pub(super) const FINDINGS: &[CodeTexts] = &[
    CodeTexts {
        code: "unreadable_file",
        meaning: "A file could not be read.",
        remedy: "Open the file and save it again; check that it is not protected or open elsewhere.",
    },
    CodeTexts {
        code: "unknown_file",
        meaning: "A CSV file of the folder is named like one of the directory's files, but is none.",
        remedy: "Rename the file as the directory's format names it, or take it out of the folder.",
    },
    CodeTexts {
        code: "empty_file",
        meaning: "A file holds nothing, not even a header.",
        remedy: "Give the file its row of headers, or take it out of the folder.",
    },
    CodeTexts {
        code: "malformed_json",
        meaning: "The text is not a JSON document of the expected shape.",
        remedy: "Correct the document where it is shown; a program that writes JSON makes no such fault.",
    },
    CodeTexts {
        code: "malformed_csv",
        meaning: "A row cannot be read: a quote that never closes, or more cells than headers.",
        remedy: "Open the file in a spreadsheet, correct the row and save it again as CSV.",
    },
    CodeTexts {
        code: "unknown_field",
        meaning: "A field or column that the format does not have.",
        remedy: "Take the name that is proposed, or remove the field or column.",
    },
    CodeTexts {
        code: "duplicate_field",
        meaning: "A field or column that is given twice.",
        remedy: "Keep one of the two.",
    },
    CodeTexts {
        code: "missing_field",
        meaning: "A field that must be given is missing or blank.",
        remedy: "Fill in the field.",
    },
    CodeTexts {
        code: "invalid_value",
        meaning: "A value that cannot be read as what its field holds.",
        remedy: "Write the value as the message says.",
    },
    CodeTexts {
        code: "invalid_id",
        meaning: "An id that holds white space.",
        remedy: "Replace the white space in the id, by hyphens for instance.",
    },
    CodeTexts {
        code: "duplicate_id",
        meaning: "An id or alias that something of the same kind already has.",
        remedy: "Give one of the two another id, or remove it if it is the same.",
    },
    CodeTexts {
        code: "unknown_theme",
        meaning: "A theme that the directory does not define.",
        remedy: "Correct the id of the theme, or add the theme to `themes`.",
    },
    CodeTexts {
        code: "unknown_subject",
        meaning: "A subject that the directory does not define.",
        remedy: "Correct the id of the subject, or add the subject to `subjects`.",
    },
    CodeTexts {
        code: "unknown_question",
        meaning: "A question that the subject does not ask.",
        remedy: "Take a question of that subject, or add it to `questions`.",
    },
    CodeTexts {
        code: "unknown_institution",
        meaning: "An institution that the directory does not define.",
        remedy: "Correct the id of the institution, or add the institution to `institutions`.",
    },
    CodeTexts {
        code: "unknown_antenne",
        meaning: "An antenne that the directory does not define.",
        remedy: "Correct the id of the antenne, or add the antenne to `antennes`.",
    },
    CodeTexts {
        code: "unknown_expert",
        meaning: "An expert that the directory does not define.",
        remedy: "Correct the id of the expert, or add the expert to `experts`.",
    },
    CodeTexts {
        code: "unknown_criterion",
        meaning: "Alternatives whose criterion does not stand in the directory, or a criterion whose alternatives do not.",
        remedy: "Write the same label in the criterion and in its alternatives.",
    },
    CodeTexts {
        code: "unknown_territory",
        meaning: "A territory that the directory does not define.",
        remedy: "Correct the id of the territory, or add the territory to `territories`.",
    },
    CodeTexts {
        code: "conflicting_records",
        meaning: "A record that two directories which are merged have under one id, and do not say the same of; or rules, seeds or geographies that differ.",
        remedy: "Decide which of the two directories is right, and correct the other.",
    },
    CodeTexts {
        code: "invalid_zone",
        meaning: "A zone that is not written as a kind and a code, such as `commune:59350`.",
        remedy: "Write the zone as a kind and a code, such as `commune:59350`.",
    },
    CodeTexts {
        code: "unknown_zone",
        meaning: "A zone that the geography does not have.",
        remedy: "Look the place up with `aiguillage where`, and write its code.",
    },
    CodeTexts {
        code: "empty_range",
        meaning: "A range of years, headcounts or dates that nothing can lie in.",
        remedy: "Exchange the two bounds, or remove one.",
    },
    CodeTexts {
        code: "empty_group",
        meaning: "An answer group without answers or an alternative without conditions, which would accept everybody by accident.",
        remedy: "Add an answer or a condition, or remove the group.",
    },
    CodeTexts {
        code: "substitute_circle",
        meaning: "Experts who stand in for each other on the same day, or more than 32 in turn.",
        remedy: "Name somebody who is there on those days as a substitute.",
    },
    CodeTexts {
        code: "not_an_opco",
        meaning: "An institution that stands where an OPCO must, and is not of category `opco`.",
        remedy: "Name an OPCO, or give the institution the category `opco`.",
    },
    CodeTexts {
        code: "former_code",
        meaning: "A former, delegated or associated commune: its current commune was taken.",
        remedy: "Write the code of the current commune.",
    },
    CodeTexts {
        code: "former_code_is_postal_code",
        meaning: "A former commune code that is also a postal code of somewhere else: people often mean the latter.",
        remedy: "Make sure which commune was meant, and write its INSEE code of today.",
    },
    CodeTexts {
        code: "former_zone",
        meaning: "A group of communes or a région of the past: the zones of today that it held were taken.",
        remedy: "Write the zones of today.",
    },
    CodeTexts {
        code: "lost_zero",
        meaning: "A code or a phone, read with the leading zero that a spreadsheet took away.",
        remedy: "Write the zero, and format the column as text in the spreadsheet.",
    },
    CodeTexts {
        code: "repaired_cell",
        meaning: "A cell or a text that a spreadsheet or a copy spoiled, read as what it certainly was.",
        remedy: "Nothing has to be done; the column formatted as text avoids it.",
    },
    CodeTexts {
        code: "digits_lost",
        meaning: "A number of which a spreadsheet kept the first digits only.",
        remedy: "Type the whole number again, in a column formatted as text.",
    },
    CodeTexts {
        code: "invalid_phone",
        meaning: "A phone that is neither a French number nor an international one.",
        remedy: "Write a French number of ten digits, or one that begins with `+`.",
    },
    CodeTexts {
        code: "contradicting_rows",
        meaning: "Two rows or cells of sheets that say different things of one expert: the first was taken, and of a subject the yes.",
        remedy: "Keep what is right in one of the rows, and correct the other.",
    },
    CodeTexts {
        code: "institution_alias",
        meaning: "An institution named by an alias, not by its id.",
        remedy: "Write the id or the name of today.",
    },
    CodeTexts {
        code: "expert_never_matches",
        meaning: "An expert without any competence, without any territory, or without a day on which all periods hold.",
        remedy: "Give the expert a competence, a territory or a period that is not over; or remove the expert.",
    },
    CodeTexts {
        code: "period_ended",
        meaning: "A period that is over: what has it counts no longer.",
        remedy: "Extend the period, or remove what it ends.",
    },
    CodeTexts {
        code: "period_ends_soon",
        meaning: "A period that ends within sixty days.",
        remedy: "Extend the period, if it is meant to go on.",
    },
    CodeTexts {
        code: "subject_unhandled",
        meaning: "A subject that no expert handles.",
        remedy: "Give the subject to an expert, or archive it.",
    },
    CodeTexts {
        code: "criteria_unused",
        meaning: "A criterion on a subject that nobody of its owner handles.",
        remedy: "Correct the subject of the criterion, or remove the criterion.",
    },
    CodeTexts {
        code: "contradicting_criteria",
        meaning: "Criteria of a chain of institution, antenne and expert that accept nobody together of whom a fact is known.",
        remedy: "Change or remove one of the two criteria.",
    },
    CodeTexts {
        code: "useless_criterion",
        meaning: "A criterion that decides nothing, because another of its chain accepts no more.",
        remedy: "Remove the criterion, or make it stricter than the other.",
    },
    CodeTexts {
        code: "headcount_cuts_band",
        meaning: "A headcount threshold inside a band of INSEE: companies known by their band only are lost on both sides.",
        remedy: "Take a bound of a band of INSEE, or say `when_unknown: accept`.",
    },
    CodeTexts {
        code: "duplicate_value",
        meaning: "A value that a list holds twice.",
        remedy: "Remove one of the two.",
    },
    CodeTexts {
        code: "no_address",
        meaning: "An expert that nobody can alert: neither it nor a member of it has an e-mail address.",
        remedy: "Give the expert or one of its members an e-mail address.",
    },
    CodeTexts {
        code: "postal_code_likely",
        meaning: "An INSEE code that is also a postal code, which is likelier to be meant.",
        remedy: "Look the commune up with `aiguillage where`, and write its INSEE code.",
    },
    CodeTexts {
        code: "unknown_sheet",
        meaning: "The name of a sheet that no workbook has.",
        remedy: "Name a sheet that the workbook has.",
    },
    CodeTexts {
        code: "several_sheets",
        meaning: "A workbook of which several sheets have the headers that are looked for.",
        remedy: "Name the sheet to read, or keep it alone in the workbook.",
    },
    CodeTexts {
        code: "uncomputed_formula",
        meaning: "A formula whose value no spreadsheet has stored.",
        remedy: "Open the workbook in a spreadsheet and save it.",
    },
    CodeTexts {
        code: "spreadsheet_error",
        meaning: "A cell that shows an error of a spreadsheet, such as #N/A, and was read as blank.",
        remedy: "Correct the formula, or type the value.",
    },
    CodeTexts {
        code: "sheet_chosen",
        meaning: "The sheet of a workbook that was read, among several.",
        remedy: "Nothing has to be done, if that is the sheet that was meant.",
    },
    CodeTexts {
        code: "title_line",
        meaning: "A line above the headers of a sheet, which was passed over.",
        remedy: "Nothing has to be done.",
    },
    CodeTexts {
        code: "territory_kept",
        meaning: "A territory that stays beside the zones that a sheet names.",
        remedy: "Remove the territory from the directory, if the sheet says all there is.",
    },
    CodeTexts {
        code: "read_as_no",
        meaning: "A cell that was read as no.",
        remedy: "Write `non`, or leave the cell blank.",
    },
    CodeTexts {
        code: "naf_split",
        meaning: "A list of activities of NAF rév. 2 whose companies share codes of NAF 2025 with companies outside of the list.",
        remedy: "Run `aiguillage naf-2025` before 1 January 2027.",
    },
    CodeTexts {
        code: "stray_quote",
        meaning: "A quote in the middle of a cell, or a cell of several lines that may be several rows.",
        remedy: "Write a quote that belongs to the text twice, and the cell between quotes.",
    },
    CodeTexts {
        code: "great_capacity",
        meaning: "A capacity over ten times the median of the experts who handle the same subject for the same institution: it counts as that.",
        remedy: "Correct the capacity; nothing has to be done if it is meant.",
    },
    CodeTexts {
        code: "shared_address",
        meaning: "An e-mail address that two experts of one antenne have, or two of one institution with a subject in common: one office may be drawn several times.",
        remedy: "Make one expert with members of the two, or correct one of the addresses.",
    },
    CodeTexts {
        code: "nearly_whole_zone",
        meaning: "Nearly all communes of a département, which rank before the département.",
        remedy: "Name the département in place of its communes, or leave it so if it is meant.",
    },
    CodeTexts {
        code: "weak_seed",
        meaning: "A seed that is short enough to be found by trying.",
        remedy: "Take a longer seed, of random characters.",
    },
    CodeTexts {
        code: "unused_file",
        meaning: "A CSV file of the folder that the directory does not read.",
        remedy: "Take the file out of the folder; nothing else has to be done.",
    },
];

/// What each code of errors of needs means, and what to do.
pub(super) const NEEDS: &[CodeTexts] = &[
    CodeTexts {
        code: "missing_field",
        meaning: "A field that must be given is missing.",
        remedy: "Give the field a value.",
    },
    CodeTexts {
        code: "unknown_field",
        meaning: "A field that needs, or requests about them, do not have.",
        remedy: "Take the name that is proposed, or remove the field.",
    },
    CodeTexts {
        code: "invalid_value",
        meaning: "A value that cannot be read as what its field holds.",
        remedy: "Write the value as the message says.",
    },
    CodeTexts {
        code: "unknown_subject",
        meaning: "A subject that the directory does not have.",
        remedy: "Take a subject of the directory.",
    },
    CodeTexts {
        code: "unknown_commune",
        meaning: "A place that is no commune of France.",
        remedy: "Give the INSEE code of the commune, or its postal code and its name.",
    },
    CodeTexts {
        code: "ambiguous_commune",
        meaning: "A place that may be several communes.",
        remedy: "Choose one of the communes that are proposed.",
    },
    CodeTexts {
        code: "unknown_question",
        meaning: "A question that the subject does not ask.",
        remedy: "Take a question of the subject, or remove the answer.",
    },
    CodeTexts {
        code: "unknown_institution",
        meaning: "An institution that the directory does not have.",
        remedy: "Take an institution of the directory.",
    },
    CodeTexts {
        code: "unknown_expert",
        meaning: "An expert whom the directory does not have.",
        remedy: "Take an expert of the directory.",
    },
    CodeTexts {
        code: "unknown_zone",
        meaning: "A zone that the geography does not have.",
        remedy: "Take a zone of the geography.",
    },
];
