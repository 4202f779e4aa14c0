//! What the command line says in English.

use super::texts;

texts! {
    RowsNotCompared { count } => "{count} rows are faulty and were not compared.";
    NoDifference { needs } => "No difference over {needs} needs.";
    MoreChanges { count } => "{count} more changes; --csv prints all.";
    NeedsDiffer { differing, needs } => "{differing} of {needs} needs differ.";
    NoSubjectOf { institution } => "`{institution}` handles no subject: --all-subjects looks at all";
    KindCoverage => "coverage";
    SubjectLookedAt { subject, communes, people } =>
        "“{subject}”: {communes} communes, {people} inhabitants looked at.";
    SomebodyEverywhere => "Somebody is everywhere.";
    Gaps { communes, people } => "Gaps: {communes} communes, {people} inhabitants.";
    LookedAt { communes, people } => "{communes} communes, {people} inhabitants looked at.";
    HeadcountDiffers =>
        "the exact headcount lies outside of the band that is given too: it counts, since bands are two years old";
    KindHeadcount => "headcount";
    CommuneIsLikely { name, code } =>
        "{name} ({code}) is likely, not certain, by the need's postal code and town";
    SubjectInCommune { subject, commune, code, rules } =>
        "“{subject}” in {commune} ({code}), rules `{rules}`";
    ExpertsLeft { steps } => "Experts left after each rule: {steps}";
    NobodyMatches => "Nobody matches.";
    SomeMatch { places } => "{places} match:";
    SomeMatchWith { places, receiving } => "{places} match (experts who receive the need: {receiving}):";
    InsteadOf { name } => "instead of {name}";
    ToAsk => "To ask the company:";
    MoreTogether { count } => ", and {count} more together with other facts";
    MayBring { question, field, count, more } => "  {question} ({field}): may bring {count} experts{more}";
    NearestOutside => "Nearest experts outside of their territory:";
    StopsOthers => "What stops the others first:";
    MoreReasons { count } => "{count} more reasons; ";
    AllShows { more } => "{more}--all shows every expert and every rule.";
    Yes => "yes";
    No => "no";
    AskCreation => "When was the company created?";
    AskHeadcount => "How many employees does the facility have, exactly?";
    AskNaf => "What is its activity code (NAF)?";
    AskLegalForm => "What is its legal form?";
    AskOrigin => "Where does the request come from?";
    AskOpco => "Which OPCO does it belong to?";
    AskTurnover => "What was its turnover in the last closed year?";
    AskBalance => "What was the total of its balance sheet in the last closed year?";
    AskMicro => "Is it a micro-entreprise?";
    AskActivity => "What is the nature of its activity (trade, craft, profession…)?";
    AskNafa => "What is its craft (NAFA or APRM code)?";
    AskIdcc => "Which collective agreement does it apply (IDCC)?";
    AskQualities =>
        "Does it have the qualities that are asked for (ESS, organic, RGE, Qualiopi, insertion, insolvency)?";
    AskOther => "A fact that is missing";
    NeedsCounted { count } => "{count} needs counted.";
    RowsNotCounted { count } => "{count} rows are faulty and were not counted.";
    ReferralsElsewhere { count } =>
        "{count} referrals of these needs went to somebody whom the directory does not have, or who is in no row.";
    NoNeedAmong { path, line, need } => "{path}:{line}: there is no need `{need}` among the needs";
    KindUnknownNeed => "error[unknown_need]";
    WrittenTo { path } => "Written to {path}.";
    NothingWrittenDirectory => "Nothing was written: --write writes the directory, --output another place.";
    NothingChangesNaf => "Nothing changes: no list of the criteria lacks codes of NAF 2025.";
    ListsSplit { split, lists } =>
        "{split} of {lists} lists are split: codes of NAF 2025 take in what they hold and what they do not.";
    AndMore { texts, more } => "{texts} and {more} more";
    NobodyInCommune { commune } =>
        "Nobody for this need in {commune}. `aiguillage explain` says why, and what to ask.";
    OneExpert { commune } => "1 expert for this need in {commune}:";
    SomeExperts { count, commune } => "{count} experts for this need in {commune}:";
    AbsentUntil { day } => "absent until {day}";
    Unverified { fields } => "unverified: {fields}";
    CannotBeUsed { path, count } => "`{path}` cannot be used: {count}";
    AllMatchesIn { path } => "All matches are in {path}.";
    WriteAllMatches => "Write all matches with --output matches.csv, or print them with --csv or --json.";
    NeedsRouted { needs, routed, matches, nobody, faulty } =>
        "{needs} needs: {routed} routed to {matches} experts' matches, {nobody} with nobody, {faulty} faulty.";
    LikelyCommunes { count } =>
        "Of {count} the commune is likely, not certain: `commune_is_likely` in the result.";
    MatchedIn { elapsed, rate, rules } =>
        "Matched in {elapsed}, {rate} needs a second, under the rules `{rules}`.";
    NumberedLine { line } => "line {line}";
    AndSomeMore { count } => "and {count} more";
    NeedsPerSecond => "{{bar:40}} {{human_pos}}/{{human_len}} needs, {{per_sec}}";
    SnapshotWritten { path, experts, subjects, year } =>
        "{path}: {experts} experts on {subjects} subjects, over the geography of {year}.";
    OfFile { path, message } => "`{path}`: {message}";
    NotDone => "not done";
    LeftOut => "left out";
    OneErrorLeftOut { path } => "`{path}`: 1 error; what it names is left out";
    ErrorsLeftOut { path, count } => "`{path}`: {count} errors; what they name is left out";
    NotUtf8 { path } => "`{path}` is not in UTF-8";
    CannotBeRead { path, reason } => "`{path}` cannot be read: {reason}";
    CannotBeWritten { path, reason } => "`{path}` cannot be written: {reason}";
    IsReadFrom { path } => "`{path}` is read from: the result would take its place";
    DoesNotExist { path } => "`{path}` does not exist";
    Replaced => "replaced";
    TakenAway => "taken away";
    HeldAnother { path } => "`{path}` held another directory";
    FilesGone { files, path } => "{files} of `{path}`, which this directory does not have";
    NeitherFolderNorJson { path } => "`{path}` is no folder and no JSON document: use --output";
    NothingWrittenBase => "Nothing was written: --write writes the base, --output another place.";
    AddedAndWritten { antennes, experts, path } =>
        "{antennes} antennes and {experts} experts added; written to {path}.";
    NothingChanges => "Nothing changes.";
    ListUpdated { title, added, changed, same, gone } =>
        "{title}: {added} added, {changed} changed, {same} the same, {gone} no longer in the sheets";
    NothingInParentheses => "(nothing)";
    EntryTakenAway { name } => "  - {name} (taken away)";
    EntryKept { name } => "  ? {name} (kept)";
    MergedNoConflict { institutions, antennes, experts, subjects } =>
        "{institutions} institutions, {antennes} antennes, {experts} experts on {subjects} subjects; no conflict.";
    NothingWrittenWhole => "Nothing was written: --output writes the whole.";
    NothingCorresponds { other } => "Nothing in {other} corresponds to it.";
    InLevels { levels } => "in {levels}";
    InVersion { other } => "in {other}";
    NoRowsToLocate { path } => "`{path}` has no rows to locate";
    NoPlaceColumn { path, headers } => "`{path}` has no such column of places: its headers are `{headers}`";
    ReadBy { columns } => "Read by `{columns}`:";
    StdinNotRead { reason } => "standard input cannot be read: {reason}";
    StdinNotUtf8 => "standard input is not in UTF-8";
    VeryLong => "The message is very long: only its beginning was read.";
    OutOfScope { label, percent } =>
        "Probably about none of the subjects: “{label}” ({percent} %): have somebody read it.";
    NoWord => "No word of the message belongs to any subject: ask what it is about.";
    NotSure => "Not sure: have somebody choose among these, or ask.";
    Sure { subjects } => "Sure: {subjects}.";
    ReadAs { text, meant, share } => "{text} (read as {meant}) {share}";
    NothingToRemark => "Nothing to remark on the message.";
    NoFacts => "No facts found in it.";
    IsPostalCodeOf { code } => "`{code}` is the postal code of:";
    IsInseeCodeOf { code } => "`{code}` is the INSEE code of:";
    IsAlsoInseeCodeOf { code } => "`{code}` is also the INSEE code of:";
    IsFormerCodeOf { code } => "`{code}` is a former code of:";
    IsAlsoFormerCodeOf { code } => "`{code}` is also a former code of:";
    ZoneInNumbers { zone, name, communes, people } =>
        "{zone}: {name}, {communes} communes, {people} inhabitants";
    ZoneOfThePast { zone, name } => "{zone} is a zone of the past: {name}. What it held is today in:";
    ReadAsHeld { held } => "In a directory it is read as what it held: {held}.";
    NothingFound { what, hint } => "nothing found for `{what}`{hint}";
    IsTodayIn { name, commune, code } => "{name} is today in {commune} ({code}).";
    SimilarNames { what } => "No commune is called `{what}`; similar names are:";
    CommuneAndPost { name, code, postal_codes } => "{name} ({code}), postal code {postal_codes}";
    ColumnNeed => "need";
    ColumnExpert => "expert";
    ColumnInstitution => "institution";
    ColumnChange => "change";
    ColumnCause => "cause";
    ColumnSubject => "subject";
    ColumnGained => "gained";
    ColumnLost => "lost";
    ColumnNobodyIn => "nobody in";
    ColumnName => "name";
    ColumnCommunes => "communes";
    ColumnInhabitants => "inhabitants";
    ColumnTwoOrMoreOf => "two or more of";
    ColumnIn => "in";
    ColumnCommunesWithoutAnybody => "communes without anybody";
    ColumnTheirInhabitants => "their inhabitants";
    ColumnSuchAs => "such as";
    ColumnTerritory => "territory";
    ColumnReachesInto => "reaches into";
    ColumnWhyNot => "why not";
    ColumnExperts => "experts";
    ColumnRule => "rule";
    ColumnReason => "reason";
    ColumnHolds => "holds";
    ColumnWhy => "why";
    ColumnAsked => "asked";
    ColumnMatched => "matched";
    ColumnStoppedBy => "stopped by";
    ColumnOutside => "outside";
    ColumnSent => "sent";
    ColumnAnswered => "answered";
    ColumnHelped => "helped";
    ColumnWouldAdd => "would add";
    ColumnWhatOneChangeWouldAdd => "what one change would add";
    ColumnCriterionOf => "criterion of";
    ColumnField => "field";
    ColumnAdded => "added";
    ColumnNaf2025 => "NAF 2025";
    ColumnFromACodeOfAList => "from a code of a list";
    ColumnAndFromAnother => "and from another";
    ColumnInstitutionAntenne => "institution, antenne";
    ColumnZoneThatCovers => "zone that covers";
    ColumnRemarks => "remarks";
    ColumnNeeds => "needs";
    ColumnMatches => "matches";
    ColumnCode => "code";
    ColumnLabel => "label";
    ColumnScore => "score";
    ColumnWordsThatDecided => "words that decided";
    ColumnToLookAtFirst => "to look at first";
    ColumnToConfirm => "to confirm";
    ColumnReadAs => "read as";
    ColumnWritten => "written";
    ColumnZone => "zone";
    ColumnCommune => "commune";
    ColumnPostalCodes => "postal codes";
    ColumnDepartement => "département";
}
