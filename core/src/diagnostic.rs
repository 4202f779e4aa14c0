//! What is wrong with a directory, and where: findings are collected, never thrown one by one.

use std::fmt;

use serde::Serialize;

use crate::language::{CodeList, CodeTexts, Label, Language, Sentence, sentence};
use crate::record::words::words;

words! {
    /// How grave a finding is.
    Severity, "severity";
    /// Nothing is wrong; it tells how something was read.
    Remark "remarque" "remark",
    /// The directory can be used; somebody should have a look.
    Warning "avertissement" "warning",
    /// No router is built from the directory, unless it is read leniently: then without the item.
    Error "erreur" "error",
}

macro_rules! codes {
    ($($severity:ident $variant:ident $text:literal $doc:literal,)*) => {
        /// The kind of a finding. Its text form is stable; programs may rely on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum DiagnosticCode {
            $(#[doc = $doc] #[cfg_attr(feature = "schema", schemars(rename = $text))] $variant,)*
        }

        impl DiagnosticCode {
            /// Every code there is.
            pub const ALL: &'static [DiagnosticCode] = &[$(DiagnosticCode::$variant),*];

            /// What the documentation says of each: a macro cannot take it from the catalogue.
            #[cfg(test)]
            const DOCUMENTED: &'static [&'static str] = &[$($doc),*];

            /// The stable text, such as `unknown_subject`.
            pub fn as_str(self) -> &'static str {
                match self { $(DiagnosticCode::$variant => $text,)* }
            }

            /// The severity of every finding of this kind.
            pub fn severity(self) -> Severity {
                match self { $(DiagnosticCode::$variant => Severity::$severity,)* }
            }

            /// What the code means, in one sentence.
            pub fn meaning(self) -> &'static str {
                self.meaning_in(Language::English)
            }

            /// The same in a language.
            pub fn meaning_in(self, language: Language) -> &'static str {
                self.texts(language).map_or("", |texts| texts.meaning)
            }

            /// What to do about such a finding, in a language.
            pub fn remedy_in(self, language: Language) -> &'static str {
                self.texts(language).map_or("", |texts| texts.remedy)
            }

            fn texts(self, language: Language) -> Option<&'static CodeTexts> {
                CodeTexts::of(CodeList::Findings, self.as_str(), language)
            }
        }
    };
}

codes! {
    Error UnreadableFile "unreadable_file" "A file could not be read.",
    Error UnknownFile "unknown_file" "A CSV file of the folder is named like one of the directory's files, but is none.",
    Error EmptyFile "empty_file" "A file holds nothing, not even a header.",
    Error MalformedJson "malformed_json" "The text is not a JSON document of the expected shape.",
    Error MalformedCsv "malformed_csv" "A row cannot be read: a quote that never closes, or more cells than headers.",
    Error UnknownField "unknown_field" "A field or column that the format does not have.",
    Error DuplicateField "duplicate_field" "A field or column that is given twice.",
    Error MissingField "missing_field" "A field that must be given is missing or blank.",
    Error InvalidValue "invalid_value" "A value that cannot be read as what its field holds.",
    Error InvalidId "invalid_id" "An id that holds white space.",
    Error DuplicateId "duplicate_id" "An id or alias that something of the same kind already has.",
    Error UnknownTheme "unknown_theme" "A theme that the directory does not define.",
    Error UnknownSubject "unknown_subject" "A subject that the directory does not define.",
    Error UnknownQuestion "unknown_question" "A question that the subject does not ask.",
    Error UnknownInstitution "unknown_institution" "An institution that the directory does not define.",
    Error UnknownAntenne "unknown_antenne" "An antenne that the directory does not define.",
    Error UnknownExpert "unknown_expert" "An expert that the directory does not define.",
    Error UnknownCriterion "unknown_criterion" "Alternatives whose criterion does not stand in the directory, or a criterion whose alternatives do not.",
    Error UnknownTerritory "unknown_territory" "A territory that the directory does not define.",
    Error ConflictingRecords "conflicting_records" "A record that two directories which are merged have under one id, and do not say the same of; or rules, seeds or geographies that differ.",
    Error InvalidZone "invalid_zone" "A zone that is not written as a kind and a code, such as `commune:59350`.",
    Error UnknownZone "unknown_zone" "A zone that the geography does not have.",
    Error EmptyRange "empty_range" "A range of years, headcounts or dates that nothing can lie in.",
    Error EmptyGroup "empty_group" "An answer group without answers or an alternative without conditions, which would accept everybody by accident.",
    Error SubstituteCircle "substitute_circle" "Experts who stand in for each other on the same day, or more than 32 in turn.",
    Error NotAnOpco "not_an_opco" "An institution that stands where an OPCO must, and is not of category `opco`.",
    Warning FormerCode "former_code" "A former, delegated or associated commune: its current commune was taken.",
    Warning FormerCodeIsPostalCode "former_code_is_postal_code" "A former commune code that is also a postal code of somewhere else: people often mean the latter.",
    Warning FormerZone "former_zone" "A group of communes or a région of the past: the zones of today that it held were taken.",
    Warning LostZero "lost_zero" "A code or a phone, read with the leading zero that a spreadsheet took away.",
    Warning RepairedCell "repaired_cell" "A cell or a text that a spreadsheet or a copy spoiled, read as what it certainly was.",
    Warning DigitsLost "digits_lost" "A number of which a spreadsheet kept the first digits only.",
    Warning InvalidPhone "invalid_phone" "A phone that is neither a French number nor an international one.",
    Warning ContradictingRows "contradicting_rows" "Two rows or cells of sheets that say different things of one expert: the first was taken, and of a subject the yes.",
    Warning InstitutionAlias "institution_alias" "An institution named by an alias, not by its id.",
    Warning ExpertNeverMatches "expert_never_matches" "An expert without any competence, without any territory, or without a day on which all periods hold.",
    Warning PeriodEnded "period_ended" "A period that is over: what has it counts no longer.",
    Warning PeriodEndsSoon "period_ends_soon" "A period that ends within sixty days.",
    Warning SubjectUnhandled "subject_unhandled" "A subject that no expert handles.",
    Warning CriteriaUnused "criteria_unused" "A criterion on a subject that nobody of its owner handles.",
    Warning ContradictingCriteria "contradicting_criteria" "Criteria of a chain of institution, antenne and expert that accept nobody together of whom a fact is known.",
    Warning UselessCriterion "useless_criterion" "A criterion that decides nothing, because another of its chain accepts no more.",
    Warning HeadcountCutsBand "headcount_cuts_band" "A headcount threshold inside a band of INSEE: companies known by their band only are lost on both sides.",
    Warning DuplicateValue "duplicate_value" "A value that a list holds twice.",
    Warning NoAddress "no_address" "An expert that nobody can alert: neither it nor a member of it has an e-mail address.",
    Warning PostalCodeLikely "postal_code_likely" "An INSEE code that is also a postal code, which is likelier to be meant.",
    Error UnknownSheet "unknown_sheet" "The name of a sheet that no workbook has.",
    Error SeveralSheets "several_sheets" "A workbook of which several sheets have the headers that are looked for.",
    Error UncomputedFormula "uncomputed_formula" "A formula whose value no spreadsheet has stored.",
    Warning SpreadsheetError "spreadsheet_error" "A cell that shows an error of a spreadsheet, such as #N/A, and was read as blank.",
    Remark SheetChosen "sheet_chosen" "The sheet of a workbook that was read, among several.",
    Remark TitleLine "title_line" "A line above the headers of a sheet, which was passed over.",
    Remark TerritoryKept "territory_kept" "A territory that stays beside the zones that a sheet names.",
    Remark ReadAsNo "read_as_no" "A cell that was read as no.",
    Remark NafSplit "naf_split" "A list of activities of NAF rév. 2 whose companies share codes of NAF 2025 with companies outside of the list.",
    Warning StrayQuote "stray_quote" "A quote in the middle of a cell, or a cell of several lines that may be several rows.",
    Warning GreatCapacity "great_capacity" "A capacity over ten times the median of the experts who handle the same subject for the same institution: it counts as that.",
    Warning SharedAddress "shared_address" "An e-mail address that two experts of one antenne have, or two of one institution with a subject in common: one office may be drawn several times.",
    Warning NearlyWholeZone "nearly_whole_zone" "Nearly all communes of a département, which rank before the département.",
    Warning WeakSeed "weak_seed" "A seed that is short enough to be found by trying.",
    Warning UnusedFile "unused_file" "A CSV file of the folder that the directory does not read.",
}

impl fmt::Display for DiagnosticCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for DiagnosticCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One finding about a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// Its kind.
    pub code: DiagnosticCode,
    /// The file, relative to the directory's folder; `None` for a directory given as text.
    pub file: Option<String>,
    /// The line, the first being 1; in a CSV file, the line where the row begins.
    pub line: Option<u32>,
    /// In a CSV file the number of the cell in its row, as a spreadsheet counts columns (1 is A);
    /// in JSON the number of the character in its line.
    pub column: Option<u32>,
    /// The offending text, cut after 120 characters.
    pub text: String,
    pub(crate) said: Sentence,
    /// The known value that was probably meant.
    pub nearest: Option<String>,
}

impl Diagnostic {
    /// What is wrong, in one sentence without its place, in English.
    pub fn message(&self) -> String {
        self.message_in(Language::English)
    }

    /// The same in a language.
    pub fn message_in(&self, language: Language) -> String {
        self.said.in_language(language)
    }

    /// The finding as one line: how grave it is, its code, where it stands, what is wrong and what was probably
    /// meant.
    ///
    /// ```
    /// use aiguillage::Directory;
    /// use aiguillage::language::Language;
    ///
    /// let error = Directory::from_json(r#"{"themes": [{"id": "t"}]}"#).unwrap_err();
    /// assert_eq!(
    ///     error.diagnostics()[0].line_in(Language::French),
    ///     "erreur[missing_field] ligne 1, colonne 13\u{a0}: «\u{a0}label\u{a0}» manque\u{a0}: chaque ligne de «\u{a0}themes\u{a0}» doit en avoir un"
    /// );
    /// ```
    pub fn line_in(&self, language: Language) -> String {
        self.sentence().in_language(language)
    }

    /// The finding as one line.
    pub(crate) fn sentence(&self) -> Sentence {
        let severity = Label::of(|language| self.severity.label_in(language));
        let place = match (&self.file, self.place()) {
            (None, None) => sentence!(Nowhere),
            (None, Some(at)) => sentence!(At { at }),
            (Some(file), None) => sentence!(InFile { file: file.as_str() }),
            (Some(file), Some(at)) => sentence!(InFileAt { file: file.as_str(), at }),
        };
        let said = match &self.nearest {
            Some(nearest) => {
                sentence!(SaidWithNearest { said: self.said.clone(), nearest: nearest.as_str() })
            }
            None => self.said.clone(),
        };
        sentence!(Finding { severity, code: self.code.as_str(), place, said })
    }

    /// Line and column.
    fn place(&self) -> Option<Sentence> {
        match (self.line, self.column) {
            (None, None) => None,
            (Some(line), None) => Some(sentence!(AtLine { line })),
            (None, Some(column)) => Some(sentence!(AtColumn { column })),
            (Some(line), Some(column)) => Some(sentence!(AtLineAndColumn { line, column })),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line_in(Language::English))
    }
}

/// One finding about a directory.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Diagnostic"))]
struct Written<'d> {
    /// How grave it is.
    severity: Severity,
    /// Its kind.
    code: DiagnosticCode,
    /// The file, relative to the directory's folder; `None` for a directory given as text.
    file: Option<&'d str>,
    /// The line, the first being 1; in a CSV file, the line where the row begins.
    line: Option<u32>,
    /// In a CSV file the number of the cell in its row, as a spreadsheet counts columns (1 is A);
    /// in JSON the number of the character in its line.
    column: Option<u32>,
    /// The offending text, cut after 120 characters.
    text: &'d str,
    /// What is wrong, in one sentence without its place.
    message: String,
    /// The known value that was probably meant.
    nearest: Option<&'d str>,
    /// What is wrong, in French.
    message_fr: String,
}

impl Serialize for Diagnostic {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = Written {
            severity: self.severity,
            code: self.code,
            file: self.file.as_deref(),
            line: self.line,
            column: self.column,
            text: &self.text,
            message: self.message_in(Language::English),
            nearest: self.nearest.as_deref(),
            message_fr: self.message_in(Language::French),
        };
        written.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Diagnostic {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Written::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Written::json_schema(generator)
    }
}

/// Where something was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// Index into the reader's list of files.
    pub(crate) file: u16,
    /// 0 stands for the file as a whole.
    pub(crate) line: u32,
    /// 0 stands for the line as a whole.
    pub(crate) column: u32,
}

/// So many known names are compared with unknown ones in one reading, to say what was probably meant. A
/// file of nothing but faults would otherwise take the square of its length; what comes after that many
/// is found all the same, without a suggestion.
const MOST_COMPARISONS: usize = 1_000_000;

/// Collects findings while a directory is read and checked.
#[derive(Debug, Default)]
pub(crate) struct Report {
    files: Vec<Option<String>>,
    found: Vec<Diagnostic>,
    comparisons: usize,
}

impl Report {
    /// A report over files that have names already.
    pub(crate) fn over(files: Vec<Option<String>>) -> Report {
        Report { files, ..Report::default() }
    }

    /// The names of the files.
    pub(crate) fn files(&self) -> &[Option<String>] {
        &self.files
    }

    /// Names a file, for the places inside it. `None` is a text without a name.
    pub(crate) fn add_file(&mut self, name: Option<&str>) -> u16 {
        self.files.push(name.map(str::to_owned));
        u16::try_from(self.files.len() - 1).unwrap_or(u16::MAX)
    }

    pub(crate) fn add(&mut self, code: DiagnosticCode, at: Place, text: &str, said: Sentence) {
        self.add_with(code, at, text, said, None);
    }

    pub(crate) fn add_with(
        &mut self,
        code: DiagnosticCode,
        at: Place,
        text: &str,
        said: Sentence,
        nearest: Option<String>,
    ) {
        self.found.push(Diagnostic {
            severity: code.severity(),
            code,
            file: self.files.get(usize::from(at.file)).cloned().flatten(),
            line: (at.line > 0).then_some(at.line),
            column: (at.column > 0).then_some(at.column),
            text: crate::text::cut(text, 120).into_owned(),
            said,
            nearest,
        });
    }

    /// The known name that was probably meant by a text, as long as there was not too much to compare.
    pub(crate) fn nearest<'n>(
        &mut self,
        text: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Option<&'n str> {
        if self.comparisons > MOST_COMPARISONS {
            return None;
        }
        let comparisons = &mut self.comparisons;
        crate::text::nearest(text, known.into_iter().inspect(|_| *comparisons += 1))
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.found.iter().any(|d| d.severity == Severity::Error)
    }

    /// The findings, file by file in the order of reading, then by line and column.
    pub(crate) fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        let order = |d: &Diagnostic| self.files.iter().position(|f| *f == d.file);
        self.found.sort_by_cached_key(|d| (order(d), d.line, d.column));
        // A cell that two readers looked at is told once.
        self.found.dedup();
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_stable_in_form() {
        let mut texts: Vec<_> = DiagnosticCode::ALL.iter().map(|c| c.as_str()).collect();
        texts.sort_unstable();
        let count = texts.len();
        texts.dedup();
        assert_eq!(texts.len(), count);
        assert!(texts.iter().all(|t| t.chars().all(|c| c.is_ascii_lowercase() || c == '_')));
    }

    #[test]
    fn the_documentation_says_what_the_catalogue_says() {
        for (code, documented) in DiagnosticCode::ALL.iter().zip(DiagnosticCode::DOCUMENTED) {
            assert_eq!(code.meaning(), *documented, "{code}");
        }
    }

    #[test]
    fn findings_come_back_in_the_order_of_the_files() {
        let mut report = Report::default();
        let (a, b) = (report.add_file(Some("z.csv")), report.add_file(Some("a.csv")));
        report.add(
            DiagnosticCode::InvalidValue,
            Place { file: b, line: 1, column: 1 },
            "x",
            Sentence::from("m"),
        );
        report.add(
            DiagnosticCode::InvalidValue,
            Place { file: a, line: 9, column: 2 },
            "x",
            Sentence::from("m"),
        );
        report.add(
            DiagnosticCode::InvalidValue,
            Place { file: a, line: 9, column: 1 },
            "x",
            Sentence::from("m"),
        );
        let found = report.into_diagnostics();
        let places: Vec<_> = found.iter().map(|d| (d.file.as_deref(), d.line, d.column)).collect();
        assert_eq!(
            places,
            [
                (Some("z.csv"), Some(9), Some(1)),
                (Some("z.csv"), Some(9), Some(2)),
                (Some("a.csv"), Some(1), Some(1))
            ]
        );
        assert_eq!(found[0].to_string(), "error[invalid_value] z.csv, line 9, column 1: m");
    }
}
