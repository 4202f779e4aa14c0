//! What the command line says, in one file a language, as the catalogue of the library.

mod english;
mod french;
pub(crate) mod help;
mod help_french;
#[cfg(test)]
mod tests;

use aiguillage::language::Language;

use crate::spoken::language;

/// What is said, with its facts as text: both languages say all of it, or it does not compile.
macro_rules! sayings {
    ($($name:ident $({ $($fact:ident),+ })?,)+) => {
        pub(crate) enum Said {
            $($name $({ $($fact: String),+ })?,)+
        }
    };
}

/// The texts of a language, in which facts stand by their names.
macro_rules! texts {
    ($($name:ident $({ $($fact:ident),+ })? => $text:literal;)+) => {
        pub(super) fn text(said: &super::Said) -> String {
            match said {
                $(super::Said::$name $({ $($fact),+ })? => format!($text),)+
            }
        }
    };
}
use texts;

/// What is said in the language of the run, as a text.
macro_rules! say {
    ($name:ident) => {
        $crate::said::Said::$name.text()
    };
    ($name:ident { $($fact:ident $(: $value:expr)?),+ $(,)? }) => {
        $crate::said::Said::$name {
            $($fact: $crate::said::fact_text!($fact $(, $value)?)),+
        }
        .text()
    };
}
pub(crate) use say;

macro_rules! fact_text {
    ($fact:ident) => {
        $fact.to_string()
    };
    ($fact:ident, $value:expr) => {
        $value.to_string()
    };
}
pub(crate) use fact_text;

impl Said {
    /// The text in the language of the run.
    pub(crate) fn text(&self) -> String {
        match language() {
            Language::French => french::text(self),
            Language::English => english::text(self),
        }
    }
}

sayings! {
    RowsNotCompared { count },
    NoDifference { needs },
    MoreChanges { count },
    NeedsDiffer { differing, needs },
    NoSubjectOf { institution },
    KindCoverage,
    SubjectLookedAt { subject, communes, people },
    SomebodyEverywhere,
    Gaps { communes, people },
    LookedAt { communes, people },
    HeadcountDiffers,
    KindHeadcount,
    CommuneIsLikely { name, code },
    SubjectInCommune { subject, commune, code, rules },
    ExpertsLeft { steps },
    NobodyMatches,
    SomeMatch { places },
    SomeMatchWith { places, receiving },
    InsteadOf { name },
    ToAsk,
    MoreTogether { count },
    MayBring { question, field, count, more },
    NearestOutside,
    StopsOthers,
    MoreReasons { count },
    AllShows { more },
    Yes,
    No,
    AskCreation,
    AskHeadcount,
    AskNaf,
    AskLegalForm,
    AskOrigin,
    AskOpco,
    AskTurnover,
    AskBalance,
    AskMicro,
    AskActivity,
    AskNafa,
    AskIdcc,
    AskQualities,
    AskOther,
    NeedsCounted { count },
    RowsNotCounted { count },
    ReferralsElsewhere { count },
    NoNeedAmong { path, line, need },
    KindUnknownNeed,
    WrittenTo { path },
    NothingWrittenDirectory,
    NothingChangesNaf,
    ListsSplit { split, lists },
    AndMore { texts, more },
    NobodyInCommune { commune },
    OneExpert { commune },
    SomeExperts { count, commune },
    AbsentUntil { day },
    Unverified { fields },
    CannotBeUsed { path, count },
    AllMatchesIn { path },
    WriteAllMatches,
    NeedsRouted { needs, routed, matches, nobody, faulty },
    LikelyCommunes { count },
    MatchedIn { elapsed, rate, rules },
    NumberedLine { line },
    AndSomeMore { count },
    NeedsPerSecond,
    SnapshotWritten { path, experts, subjects, year },
    OfFile { path, message },
    NotDone,
    LeftOut,
    OneErrorLeftOut { path },
    ErrorsLeftOut { path, count },
    NotUtf8 { path },
    CannotBeRead { path, reason },
    CannotBeWritten { path, reason },
    IsReadFrom { path },
    DoesNotExist { path },
    Replaced,
    TakenAway,
    HeldAnother { path },
    FilesGone { files, path },
    NeitherFolderNorJson { path },
    NothingWrittenBase,
    AddedAndWritten { antennes, experts, path },
    NothingChanges,
    ListUpdated { title, added, changed, same, gone },
    NothingInParentheses,
    EntryTakenAway { name },
    EntryKept { name },
    MergedNoConflict { institutions, antennes, experts, subjects },
    NothingWrittenWhole,
    NothingCorresponds { other },
    InLevels { levels },
    InVersion { other },
    NoRowsToLocate { path },
    NoPlaceColumn { path, headers },
    ReadBy { columns },
    StdinNotRead { reason },
    StdinNotUtf8,
    VeryLong,
    OutOfScope { label, percent },
    NoWord,
    NotSure,
    Sure { subjects },
    ReadAs { text, meant, share },
    NothingToRemark,
    NoFacts,
    IsPostalCodeOf { code },
    IsInseeCodeOf { code },
    IsAlsoInseeCodeOf { code },
    IsFormerCodeOf { code },
    IsAlsoFormerCodeOf { code },
    ZoneInNumbers { zone, name, communes, people },
    ZoneOfThePast { zone, name },
    ReadAsHeld { held },
    NothingFound { what, hint },
    IsTodayIn { name, commune, code },
    SimilarNames { what },
    CommuneAndPost { name, code, postal_codes },
    ColumnNeed,
    ColumnExpert,
    ColumnInstitution,
    ColumnChange,
    ColumnCause,
    ColumnSubject,
    ColumnGained,
    ColumnLost,
    ColumnNobodyIn,
    ColumnName,
    ColumnCommunes,
    ColumnInhabitants,
    ColumnTwoOrMoreOf,
    ColumnIn,
    ColumnCommunesWithoutAnybody,
    ColumnTheirInhabitants,
    ColumnSuchAs,
    ColumnTerritory,
    ColumnReachesInto,
    ColumnWhyNot,
    ColumnExperts,
    ColumnRule,
    ColumnReason,
    ColumnHolds,
    ColumnWhy,
    ColumnAsked,
    ColumnMatched,
    ColumnStoppedBy,
    ColumnOutside,
    ColumnSent,
    ColumnAnswered,
    ColumnHelped,
    ColumnWouldAdd,
    ColumnWhatOneChangeWouldAdd,
    ColumnCriterionOf,
    ColumnField,
    ColumnAdded,
    ColumnNaf2025,
    ColumnFromACodeOfAList,
    ColumnAndFromAnother,
    ColumnInstitutionAntenne,
    ColumnZoneThatCovers,
    ColumnRemarks,
    ColumnNeeds,
    ColumnMatches,
    ColumnCode,
    ColumnLabel,
    ColumnScore,
    ColumnWordsThatDecided,
    ColumnToLookAtFirst,
    ColumnToConfirm,
    ColumnReadAs,
    ColumnWritten,
    ColumnZone,
    ColumnCommune,
    ColumnPostalCodes,
    ColumnDepartement,
}
