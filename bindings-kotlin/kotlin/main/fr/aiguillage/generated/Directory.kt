// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The kind of a finding. Its text form is stable; programs may rely on it. */
@Serializable
public enum class DiagnosticCode(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** A file could not be read. */
    @SerialName("unreadable_file")
    UNREADABLE_FILE("unreadable_file"),
    /** A CSV file of the folder is named like one of the directory's files, but is none. */
    @SerialName("unknown_file")
    UNKNOWN_FILE("unknown_file"),
    /** A file holds nothing, not even a header. */
    @SerialName("empty_file")
    EMPTY_FILE("empty_file"),
    /** The text is not a JSON document of the expected shape. */
    @SerialName("malformed_json")
    MALFORMED_JSON("malformed_json"),
    /** A row cannot be read: a quote that never closes, or more cells than headers. */
    @SerialName("malformed_csv")
    MALFORMED_CSV("malformed_csv"),
    /** A field or column that the format does not have. */
    @SerialName("unknown_field")
    UNKNOWN_FIELD("unknown_field"),
    /** A field or column that is given twice. */
    @SerialName("duplicate_field")
    DUPLICATE_FIELD("duplicate_field"),
    /** A field that must be given is missing or blank. */
    @SerialName("missing_field")
    MISSING_FIELD("missing_field"),
    /** A value that cannot be read as what its field holds. */
    @SerialName("invalid_value")
    INVALID_VALUE("invalid_value"),
    /** An id that holds white space. */
    @SerialName("invalid_id")
    INVALID_ID("invalid_id"),
    /** An id or alias that something of the same kind already has. */
    @SerialName("duplicate_id")
    DUPLICATE_ID("duplicate_id"),
    /** A theme that the directory does not define. */
    @SerialName("unknown_theme")
    UNKNOWN_THEME("unknown_theme"),
    /** A subject that the directory does not define. */
    @SerialName("unknown_subject")
    UNKNOWN_SUBJECT("unknown_subject"),
    /** A question that the subject does not ask. */
    @SerialName("unknown_question")
    UNKNOWN_QUESTION("unknown_question"),
    /** An institution that the directory does not define. */
    @SerialName("unknown_institution")
    UNKNOWN_INSTITUTION("unknown_institution"),
    /** An antenne that the directory does not define. */
    @SerialName("unknown_antenne")
    UNKNOWN_ANTENNE("unknown_antenne"),
    /** An expert that the directory does not define. */
    @SerialName("unknown_expert")
    UNKNOWN_EXPERT("unknown_expert"),
    /** Alternatives whose criterion does not stand in the directory, or a criterion whose alternatives do not. */
    @SerialName("unknown_criterion")
    UNKNOWN_CRITERION("unknown_criterion"),
    /** A territory that the directory does not define. */
    @SerialName("unknown_territory")
    UNKNOWN_TERRITORY("unknown_territory"),
    /**
     * A record that two directories which are merged have under one id, and do not say the same of; or rules,
     * seeds or geographies that differ.
     */
    @SerialName("conflicting_records")
    CONFLICTING_RECORDS("conflicting_records"),
    /** A zone that is not written as a kind and a code, such as `commune:59350`. */
    @SerialName("invalid_zone")
    INVALID_ZONE("invalid_zone"),
    /** A zone that the geography does not have. */
    @SerialName("unknown_zone")
    UNKNOWN_ZONE("unknown_zone"),
    /** A range of years, headcounts or dates that nothing can lie in. */
    @SerialName("empty_range")
    EMPTY_RANGE("empty_range"),
    /**
     * An answer group without answers or an alternative without conditions, which would accept everybody by
     * accident.
     */
    @SerialName("empty_group")
    EMPTY_GROUP("empty_group"),
    /** Experts who stand in for each other on the same day, or more than 32 in turn. */
    @SerialName("substitute_circle")
    SUBSTITUTE_CIRCLE("substitute_circle"),
    /** An institution that stands where an OPCO must, and is not of category `opco`. */
    @SerialName("not_an_opco")
    NOT_AN_OPCO("not_an_opco"),
    /** A former, delegated or associated commune: its current commune was taken. */
    @SerialName("former_code")
    FORMER_CODE("former_code"),
    /** A former commune code that is also a postal code of somewhere else: people often mean the latter. */
    @SerialName("former_code_is_postal_code")
    FORMER_CODE_IS_POSTAL_CODE("former_code_is_postal_code"),
    /** A group of communes or a région of the past: the zones of today that it held were taken. */
    @SerialName("former_zone")
    FORMER_ZONE("former_zone"),
    /** A code or a phone, read with the leading zero that a spreadsheet took away. */
    @SerialName("lost_zero")
    LOST_ZERO("lost_zero"),
    /** A cell or a text that a spreadsheet or a copy spoiled, read as what it certainly was. */
    @SerialName("repaired_cell")
    REPAIRED_CELL("repaired_cell"),
    /** A number of which a spreadsheet kept the first digits only. */
    @SerialName("digits_lost")
    DIGITS_LOST("digits_lost"),
    /** A phone that is neither a French number nor an international one. */
    @SerialName("invalid_phone")
    INVALID_PHONE("invalid_phone"),
    /**
     * Two rows or cells of sheets that say different things of one expert: the first was taken, and of a
     * subject the yes.
     */
    @SerialName("contradicting_rows")
    CONTRADICTING_ROWS("contradicting_rows"),
    /** An institution named by an alias, not by its id. */
    @SerialName("institution_alias")
    INSTITUTION_ALIAS("institution_alias"),
    /** An expert without any competence, without any territory, or without a day on which all periods hold. */
    @SerialName("expert_never_matches")
    EXPERT_NEVER_MATCHES("expert_never_matches"),
    /** A period that is over: what has it counts no longer. */
    @SerialName("period_ended")
    PERIOD_ENDED("period_ended"),
    /** A period that ends within sixty days. */
    @SerialName("period_ends_soon")
    PERIOD_ENDS_SOON("period_ends_soon"),
    /** A subject that no expert handles. */
    @SerialName("subject_unhandled")
    SUBJECT_UNHANDLED("subject_unhandled"),
    /** A criterion on a subject that nobody of its owner handles. */
    @SerialName("criteria_unused")
    CRITERIA_UNUSED("criteria_unused"),
    /**
     * Criteria of a chain of institution, antenne and expert that accept nobody together of whom a fact is
     * known.
     */
    @SerialName("contradicting_criteria")
    CONTRADICTING_CRITERIA("contradicting_criteria"),
    /** A criterion that decides nothing, because another of its chain accepts no more. */
    @SerialName("useless_criterion")
    USELESS_CRITERION("useless_criterion"),
    /** A headcount threshold inside a band of INSEE: companies known by their band only are lost on both sides. */
    @SerialName("headcount_cuts_band")
    HEADCOUNT_CUTS_BAND("headcount_cuts_band"),
    /** A value that a list holds twice. */
    @SerialName("duplicate_value")
    DUPLICATE_VALUE("duplicate_value"),
    /** An expert that nobody can alert: neither it nor a member of it has an e-mail address. */
    @SerialName("no_address")
    NO_ADDRESS("no_address"),
    /** An INSEE code that is also a postal code, which is likelier to be meant. */
    @SerialName("postal_code_likely")
    POSTAL_CODE_LIKELY("postal_code_likely"),
    /** The name of a sheet that no workbook has. */
    @SerialName("unknown_sheet")
    UNKNOWN_SHEET("unknown_sheet"),
    /** A workbook of which several sheets have the headers that are looked for. */
    @SerialName("several_sheets")
    SEVERAL_SHEETS("several_sheets"),
    /** A formula whose value no spreadsheet has stored. */
    @SerialName("uncomputed_formula")
    UNCOMPUTED_FORMULA("uncomputed_formula"),
    /** A cell that shows an error of a spreadsheet, such as #N/A, and was read as blank. */
    @SerialName("spreadsheet_error")
    SPREADSHEET_ERROR("spreadsheet_error"),
    /** The sheet of a workbook that was read, among several. */
    @SerialName("sheet_chosen")
    SHEET_CHOSEN("sheet_chosen"),
    /** A line above the headers of a sheet, which was passed over. */
    @SerialName("title_line")
    TITLE_LINE("title_line"),
    /** A territory that stays beside the zones that a sheet names. */
    @SerialName("territory_kept")
    TERRITORY_KEPT("territory_kept"),
    /** A cell that was read as no. */
    @SerialName("read_as_no")
    READ_AS_NO("read_as_no"),
    /**
     * A list of activities of NAF rév. 2 whose companies share codes of NAF 2025 with companies outside of the
     * list.
     */
    @SerialName("naf_split")
    NAF_SPLIT("naf_split"),
    /** A quote in the middle of a cell, or a cell of several lines that may be several rows. */
    @SerialName("stray_quote")
    STRAY_QUOTE("stray_quote"),
    /**
     * A capacity over ten times the median of the experts who handle the same subject for the same
     * institution: it counts as that.
     */
    @SerialName("great_capacity")
    GREAT_CAPACITY("great_capacity"),
    /**
     * An e-mail address that two experts of one antenne have, or two of one institution with a subject in
     * common: one office may be drawn several times.
     */
    @SerialName("shared_address")
    SHARED_ADDRESS("shared_address"),
    /** Nearly all communes of a département, which rank before the département. */
    @SerialName("nearly_whole_zone")
    NEARLY_WHOLE_ZONE("nearly_whole_zone"),
    /** A seed that is short enough to be found by trying. */
    @SerialName("weak_seed")
    WEAK_SEED("weak_seed"),
    /** A CSV file of the folder that the directory does not read. */
    @SerialName("unused_file")
    UNUSED_FILE("unused_file"),
}

/**
 * A language in which people read labels, messages and explanations.
 *
 * It is written as its ISO 639-1 code. Parsing also takes a language tag or the name of a locale, of which the
 * language alone counts.
 */
@Serializable
public enum class Language(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** French: what users of the service read. */
    @SerialName("fr")
    FR("fr"),
    /** English. */
    @SerialName("en")
    EN("en"),
}

/** How far an antenne reaches, narrow to wide. Only `national` changes what matches: it covers everything. */
@Serializable
public enum class Level(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** A part of a region. */
    @SerialName("local")
    LOCAL("local"),
    /** A whole region. It covers its zones, as a local one does. */
    @SerialName("regional")
    REGIONAL("regional"),
    /** All of France, whatever its zones say. */
    @SerialName("national")
    NATIONAL("national"),
}

/** The lists of a directory whose records are known by an id. */
@Serializable
public enum class RecordList(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** The territories. */
    @SerialName("territories")
    TERRITORIES("territories"),
    /** The themes. */
    @SerialName("themes")
    THEMES("themes"),
    /** The subjects. */
    @SerialName("subjects")
    SUBJECTS("subjects"),
    /** The institutions. */
    @SerialName("institutions")
    INSTITUTIONS("institutions"),
    /** The antennes. */
    @SerialName("antennes")
    ANTENNES("antennes"),
    /** The experts. */
    @SerialName("experts")
    EXPERTS("experts"),
}

/**
 * How the criteria of an expert, its antenne and its institution compose: a version of the rules, which every
 * answer quotes and under which a directory can be replayed.
 */
@Serializable
public enum class RulesVersion(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** All criteria of all levels accept. */
    @SerialName("every")
    EVERY("every"),
    /** In each level that has criteria for the subject, at least one accepts. */
    @SerialName("any-in-level")
    ANY_IN_LEVEL("any-in-level"),
}

/** How grave a finding is. */
@Serializable
public enum class Severity(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** Nothing is wrong; it tells how something was read. */
    @SerialName("remark")
    REMARK("remark"),
    /** The directory can be used; somebody should have a look. */
    @SerialName("warning")
    WARNING("warning"),
    /** No router is built from the directory, unless it is read leniently: then without the item. */
    @SerialName("error")
    ERROR("error"),
}

/** What a partner's sheet lists. */
@Serializable
public enum class SheetKind(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** Antennes. */
    @SerialName("antennes")
    ANTENNES("antennes"),
    /** Experts. */
    @SerialName("experts")
    EXPERTS("experts"),
}

/** What becomes of a condition whose fact the need does not carry. */
@Serializable
public enum class WhenUnknown(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** The criterion rejects. */
    @SerialName("reject")
    REJECT("reject"),
    /** The criterion accepts, and the match says that the fact is unverified. */
    @SerialName("accept")
    ACCEPT("accept"),
}

/** A time away, first and last day included. */
@Serializable
public data class Absence(
    /** The first day away. */
    public val from: @Serializable(with = DaySerializer::class) LocalDate,
    /** The last day away. */
    public val until: @Serializable(with = DaySerializer::class) LocalDate,
    /** The id of the expert who receives the needs meanwhile, on every subject. */
    public val substitute: String? = null,
)

/** One of several sets of conditions of which a criterion asks for one. */
@Serializable
public data class Alternative(
    /** The company is at least so many full years old. */
    @SerialName("min_years")
    public val minYears: Int? = null,
    /** The company is less than so many full years old. */
    @SerialName("below_years")
    public val belowYears: Int? = null,
    /** At least so many employees. */
    @SerialName("min_headcount")
    public val minHeadcount: Int? = null,
    /** Fewer than so many employees. */
    @SerialName("below_headcount")
    public val belowHeadcount: Int? = null,
    /** The activity is one of these, or below one of them. */
    @SerialName("accepted_naf")
    public val acceptedNaf: List<String> = emptyList(),
    /** The activity is none of these, nor below one of them. */
    @SerialName("excluded_naf")
    public val excludedNaf: List<String> = emptyList(),
    /** The legal form is one of these, or below one of them. */
    @SerialName("accepted_legal_forms")
    public val acceptedLegalForms: List<String> = emptyList(),
    /** The legal form is none of these, nor below one of them. */
    @SerialName("excluded_legal_forms")
    public val excludedLegalForms: List<String> = emptyList(),
    /** The facility lies in none of these. */
    @SerialName("excluded_zones")
    public val excludedZones: List<String> = emptyList(),
    /** The need comes from one of these campaigns or sites. */
    public val origins: List<String> = emptyList(),
    /** At least so many euros of turnover in the last closed year. */
    @SerialName("min_turnover")
    public val minTurnover: Int? = null,
    /** Less than so many euros of turnover in the last closed year. */
    @SerialName("below_turnover")
    public val belowTurnover: Int? = null,
    /** The balance sheet of the last closed year adds up to at least so many euros. */
    @SerialName("min_balance_sheet")
    public val minBalanceSheet: Int? = null,
    /** The balance sheet of the last closed year adds up to less than so many euros. */
    @SerialName("below_balance_sheet")
    public val belowBalanceSheet: Int? = null,
    /** The facility has one of these natures of activity; craft codes count as `ARTISANALE`. */
    @SerialName("accepted_activities")
    public val acceptedActivities: List<String> = emptyList(),
    /** The facility has none of these natures of activity. */
    @SerialName("excluded_activities")
    public val excludedActivities: List<String> = emptyList(),
    /** The facility has one of these craft codes, or one that begins so. */
    @SerialName("accepted_nafa")
    public val acceptedNafa: List<String> = emptyList(),
    /** The facility has none of these craft codes, nor one that begins so. */
    @SerialName("excluded_nafa")
    public val excludedNafa: List<String> = emptyList(),
    /** The facility applies one of these collective agreements. */
    @SerialName("accepted_idcc")
    public val acceptedIdcc: List<String> = emptyList(),
    /** The facility applies none of these collective agreements. */
    @SerialName("excluded_idcc")
    public val excludedIdcc: List<String> = emptyList(),
    /** Whether the company is run under the scheme of micro-entrepreneurs. */
    @SerialName("micro_entrepreneur")
    public val microEntrepreneur: Boolean? = null,
    /**
     * What the company must be or hold, or must not: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
     * `procedure-collective` and others.
     */
    public val qualities: Map<String, Boolean> = emptyMap(),
)

/** One combination of answers for which an institution, an antenne or an expert can help on a subject. */
@Serializable
public data class AnswerGroup(
    /** The subject whose questions are answered. */
    public val subject: String,
    /** The answers by question, at least one. */
    public val answers: Map<String, Answer>,
)

/** An office of an institution. */
@Serializable
public data class Antenne(
    /** Unique among antennes. */
    public val id: String,
    /** The id of its institution. */
    public val institution: String,
    /** What users read. */
    public val name: String,
    /** How far it reaches. */
    public val level: Level = Level.LOCAL,
    /** Its territory. */
    public val zones: List<String> = emptyList(),
    /** The experts of an inactive antenne match nothing. */
    public val active: Boolean = true,
    /** The days on which its experts match; always if it is not given. */
    public val valid: Validity? = null,
    /** Conditions on the companies that it helps. */
    public val criteria: List<Criterion> = emptyList(),
    /** For a subject, the combinations of answers for which it can help. */
    @SerialName("answer_groups")
    public val answerGroups: List<AnswerGroup> = emptyList(),
)

/** One of the answers that a question offers. */
@Serializable
public data class Choice(
    /** Unique among the choices of the question. */
    public val id: String,
    /** What users read. */
    public val label: String,
)

/** An expert handles a subject. */
@Serializable
public data class Competence(
    /** The id of the subject. */
    public val subject: String,
    /** What the expert offers on it, or on which condition. */
    public val note: String? = null,
    /** Where: replaces the expert's own zones for this subject, if there is any. */
    public val zones: List<String> = emptyList(),
    /** The days on which the expert handles it; always if it is not given. */
    public val valid: Validity? = null,
)

/** A set of conditions on the company; all that are set must hold. */
@Serializable
public data class Criterion(
    /** The subjects to which it applies; all if empty. */
    public val subjects: List<String> = emptyList(),
    /** The company is at least so many full years old. */
    @SerialName("min_years")
    public val minYears: Int? = null,
    /** The company is less than so many full years old. */
    @SerialName("below_years")
    public val belowYears: Int? = null,
    /** At least so many employees. */
    @SerialName("min_headcount")
    public val minHeadcount: Int? = null,
    /** Fewer than so many employees. */
    @SerialName("below_headcount")
    public val belowHeadcount: Int? = null,
    /** The activity is one of these, or below one of them. */
    @SerialName("accepted_naf")
    public val acceptedNaf: List<String> = emptyList(),
    /** The activity is none of these, nor below one of them. */
    @SerialName("excluded_naf")
    public val excludedNaf: List<String> = emptyList(),
    /** The legal form is one of these, or below one of them. */
    @SerialName("accepted_legal_forms")
    public val acceptedLegalForms: List<String> = emptyList(),
    /** The legal form is none of these, nor below one of them. */
    @SerialName("excluded_legal_forms")
    public val excludedLegalForms: List<String> = emptyList(),
    /** The facility lies in none of these. */
    @SerialName("excluded_zones")
    public val excludedZones: List<String> = emptyList(),
    /** The need comes from one of these campaigns or sites. */
    public val origins: List<String> = emptyList(),
    /** At least so many euros of turnover in the last closed year. */
    @SerialName("min_turnover")
    public val minTurnover: Int? = null,
    /** Less than so many euros of turnover in the last closed year. */
    @SerialName("below_turnover")
    public val belowTurnover: Int? = null,
    /** The balance sheet of the last closed year adds up to at least so many euros. */
    @SerialName("min_balance_sheet")
    public val minBalanceSheet: Int? = null,
    /** The balance sheet of the last closed year adds up to less than so many euros. */
    @SerialName("below_balance_sheet")
    public val belowBalanceSheet: Int? = null,
    /** The facility has one of these natures of activity; craft codes count as `ARTISANALE`. */
    @SerialName("accepted_activities")
    public val acceptedActivities: List<String> = emptyList(),
    /** The facility has none of these natures of activity. */
    @SerialName("excluded_activities")
    public val excludedActivities: List<String> = emptyList(),
    /** The facility has one of these craft codes, or one that begins so. */
    @SerialName("accepted_nafa")
    public val acceptedNafa: List<String> = emptyList(),
    /** The facility has none of these craft codes, nor one that begins so. */
    @SerialName("excluded_nafa")
    public val excludedNafa: List<String> = emptyList(),
    /** The facility applies one of these collective agreements. */
    @SerialName("accepted_idcc")
    public val acceptedIdcc: List<String> = emptyList(),
    /** The facility applies none of these collective agreements. */
    @SerialName("excluded_idcc")
    public val excludedIdcc: List<String> = emptyList(),
    /** Whether the company is run under the scheme of micro-entrepreneurs. */
    @SerialName("micro_entrepreneur")
    public val microEntrepreneur: Boolean? = null,
    /**
     * What the company must be or hold, or must not: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
     * `procedure-collective` and others.
     */
    public val qualities: Map<String, Boolean> = emptyMap(),
    /**
     * What becomes of a condition whose fact the need does not carry. Conditions that exclude accept in any
     * case.
     */
    @SerialName("when_unknown")
    public val whenUnknown: WhenUnknown = WhenUnknown.REJECT,
    /** The days on which it counts; always if it is not given. */
    public val valid: Validity? = null,
    /** Alternatives, of which one must hold besides; none if empty. */
    @SerialName("any_of")
    public val anyOf: List<Alternative> = emptyList(),
)

/** One finding about a directory. */
@Serializable
public data class Diagnostic(
    /** How grave it is. */
    public val severity: Severity,
    /** Its kind. */
    public val code: DiagnosticCode,
    /** The offending text, cut after 120 characters. */
    public val text: String,
    /** What is wrong, in one sentence without its place. */
    public val message: String,
    /** What is wrong, in French. */
    @SerialName("message_fr")
    public val messageFr: String,
    /** The file, relative to the directory's folder; `None` for a directory given as text. */
    public val file: String? = null,
    /** The line, the first being 1; in a CSV file, the line where the row begins. */
    public val line: Int? = null,
    /**
     * In a CSV file the number of the cell in its row, as a spreadsheet counts columns (1 is A); in JSON the
     * number of the character in its line.
     */
    public val column: Int? = null,
    /** The known value that was probably meant. */
    public val nearest: String? = null,
)

/** The code of a finding that is asked about. */
@Serializable
internal data class DiagnosticCodeRequest(
    /** The code, such as `unknown_subject`. */
    internal val code: String,
    /** The language of the texts. */
    internal val language: Language = Language.FR,
)

/** What the code of a finding means, and what to do about it. */
@Serializable
public data class DiagnosticCodeTexts(
    /** How grave such findings are. */
    public val severity: Severity,
    /** What it means, in one sentence. */
    public val meaning: String,
    /** What to do about it. */
    public val remedy: String,
)

/** What differs between two directories: see `Directory::diff`. */
@Serializable
public data class DirectoryDifference(
    /** Territories. */
    public val territories: ListDifference,
    /** Themes. */
    public val themes: ListDifference,
    /** Subjects, with their questions. */
    public val subjects: ListDifference,
    /** Institutions, with their criteria and answer groups. */
    public val institutions: ListDifference,
    /** Antennes, with their criteria. */
    public val antennes: ListDifference,
    /** Experts, with their competences, absences, members and criteria. */
    public val experts: ListDifference,
    /**
     * The fields of the directory itself that differ: lists without ids, the version of the rules, and the
     * seed, of which only whether there is one is shown.
     */
    public val fields: List<FieldChange>,
)

/** What a directory holds, in numbers. */
@Serializable
public data class DirectorySummary(
    /** The version of the rules under which it matches. */
    public val rules: RulesVersion,
    /** Whether it carries a seed, a secret of its keeper that enters the draw by which equals share needs. */
    public val seeded: Boolean,
    /** The year of the geography that its zones refer to. */
    public val year: Int,
    /** How many themes it has. */
    public val themes: Int,
    /** How many subjects. */
    public val subjects: Int,
    /** How many institutions. */
    public val institutions: Int,
    /** How many antennes. */
    public val antennes: Int,
    /** How many experts. */
    public val experts: Int,
)

/** What an import changed: see `Directory::update`. */
@Serializable
public data class DirectoryUpdate(
    /** What the sheets of antennes changed. */
    public val antennes: ListUpdate,
    /** What the sheets of experts changed. */
    public val experts: ListUpdate,
)

/**
 * A message as a company wrote it, and the subject it was about. A message with several needs may stand under
 * several subjects.
 */
@Serializable
public data class Example(
    /** The id of the subject. */
    public val subject: String,
    /** What was written. */
    public val text: String,
)

/** A person or a team of an antenne who receives needs: the fields of an `Expert`. */
@Serializable
public data class Expert(
    /** Unique among experts. */
    public val id: String,
    /** The id of the antenne. */
    public val antenne: String,
    /** What users read. */
    public val name: String,
    /** Where needs are sent. */
    public val email: String? = null,
    /** As it was given. */
    public val phone: String? = null,
    /** What the person does there. */
    public val job: String? = null,
    /** The expert's own territory: where there is any, it replaces the antenne's. */
    public val zones: List<String> = emptyList(),
    /** An inactive expert matches nothing. */
    public val active: Boolean = true,
    /**
     * The expert's weight where equals share needs: twice the capacity, twice the share. It counts up to ten
     * times the median of the experts who handle the same subject for the same institution.
     */
    public val capacity: Double = 1.0,
    /** The number of open referrals from which the expert counts as full. */
    @SerialName("max_open")
    public val maxOpen: Int? = null,
    /** The number of needs received in the host's current period from which the expert counts as full. */
    @SerialName("max_per_period")
    public val maxPerPeriod: Int? = null,
    /** The days on which the expert matches; always if it is not given. */
    public val valid: Validity? = null,
    /** When the expert is away. An absent expert still matches, last. */
    public val absences: List<Absence> = emptyList(),
    /** The subjects that the expert handles. */
    public val competences: List<Competence> = emptyList(),
    /** Conditions on the companies that the expert helps. */
    public val criteria: List<Criterion> = emptyList(),
    /** The people of a team, each of whom hears of what the team receives. */
    public val members: List<Member> = emptyList(),
    /** For a subject, the combinations of answers for which the expert can help. */
    @SerialName("answer_groups")
    public val answerGroups: List<AnswerGroup> = emptyList(),
)

/** Which sheet is written. */
@Serializable
internal data class ExportRequest(
    /** What it lists. */
    internal val sheet: SheetKind,
)

/** A field that changed. */
@Serializable
public data class FieldChange(
    /** The name of the field. */
    public val field: String,
    /** Its value before: a text as it is, everything else as JSON; nothing where it had none. */
    public val before: String? = null,
    /** Its value after. */
    public val after: String? = null,
)

/** A list whose ids are asked for. */
@Serializable
internal data class IdsRequest(
    /** The list. */
    internal val list: RecordList,
)

/** An organisation: a chamber, an agency, a region. */
@Serializable
public data class Institution(
    /** Unique among institutions, aliases included. */
    public val id: String,
    /** What users read. */
    public val name: String,
    /** Former names and ids, by which it may be named too. */
    public val aliases: List<String> = emptyList(),
    /** What kind of institution it is. `OPCO` has a rule of its own; others are for the host. */
    public val categories: List<String> = emptyList(),
    /** The natures of activity that it serves; all if empty. */
    public val activities: List<String> = emptyList(),
    /** An inactive institution matches nothing. */
    public val active: Boolean = true,
    /** Where one of its experts takes a need in charge, its others need not. */
    @SerialName("single_taker")
    public val singleTaker: Boolean = false,
    /** Conditions on the companies that it helps. */
    public val criteria: List<Criterion> = emptyList(),
    /** For a subject, the combinations of answers for which it can help. */
    @SerialName("answer_groups")
    public val answerGroups: List<AnswerGroup> = emptyList(),
)

/** What differs between two lists of records that are known by an id. */
@Serializable
public data class ListDifference(
    /** The ids that only the second has. */
    public val added: List<String>,
    /** The records that both have, and that differ. */
    public val changed: List<RecordChange>,
    /** The ids that only the first has. */
    public val removed: List<String>,
)

/** Which part of a list is asked for; all of it where nothing is said. */
@Serializable
internal data class ListRequest(
    /** From which position on. */
    internal val from: Int = 0,
    /** At most so many. */
    internal val limit: Int? = null,
)

/** What sheets changed in a list of records. */
@Serializable
public data class ListUpdate(
    /** The ids that are new. */
    public val added: List<String>,
    /** The records that changed, field by field. */
    public val changed: List<RecordChange>,
    /** The ids of which the sheets said what the directory said. */
    public val same: List<String>,
    /**
     * The ids that stand in the directory and no longer in the sheets: experts of the antennes that the sheets
     * of experts name, antennes of the institutions that the sheets of antennes name. They are kept, unless
     * the import is `whole`.
     */
    public val gone: List<String>,
)

/** A person of a team. */
@Serializable
public data class Member(
    /** What users read. */
    public val name: String,
    /** The person's own address. */
    public val email: String? = null,
    /** As it was given. */
    public val phone: String? = null,
)

/** Where a directory is: a folder of CSV files or a JSON document. */
@Serializable
internal data class PathRequest(
    /** The path. */
    internal val path: String,
)

/** A question that refines a subject: yes or no, or one or several of its choices. */
@Serializable
public data class Question(
    /** Unique among the questions of all subjects. */
    public val id: String,
    /** What users read. */
    public val label: String,
    /** What can be answered; yes or no where there are none. */
    public val choices: List<Choice> = emptyList(),
)

/** A record that changed. */
@Serializable
public data class RecordChange(
    /** Its id. */
    public val id: String,
    /** The fields that differ. */
    public val fields: List<FieldChange>,
)

/** Which record of a list is asked for: by its id, or by its position in the list. */
@Serializable
internal data class RecordRequest(
    /** The position, from 0: what packed matches name records by. */
    internal val position: Int? = null,
    /** The id. */
    internal val id: String? = null,
)

/** What a need can be about. */
@Serializable
public data class Subject(
    /** Unique among subjects. */
    public val id: String,
    /** The id of its theme. */
    public val theme: String,
    /** What users read. */
    public val label: String,
    /** What the subject includes, in a sentence or two. */
    public val description: String? = null,
    /** Words and phrases by which companies name it. */
    public val keywords: List<String> = emptyList(),
    /** An archived subject is known, and matches nobody. */
    public val archived: Boolean = false,
    /** The questions that refine it. */
    public val questions: List<Question> = emptyList(),
)

/**
 * A list of zones under a name, such as a bassin or a zone d'emploi: `territory:` and its id stand for them
 * wherever zones stand.
 */
@Serializable
public data class Territory(
    /** Unique among territories. */
    public val id: String,
    /** What users read. */
    public val label: String,
    /** What it holds: no other territory. */
    public val zones: List<String>,
)

/** A group of subjects, such as recruitment and training. */
@Serializable
public data class Theme(
    /** Unique among themes. */
    public val id: String,
    /** What users read. */
    public val label: String,
    /** Where the theme is offered; everywhere if empty. */
    public val zones: List<String> = emptyList(),
)

/** The days on which something counts, the first and the last included; one of them at least is given.  */
@Serializable
public data class Validity(
    /** The first day; any day up to the last where it is not given. */
    public val from: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** The last day; any day from the first on where it is not given. */
    public val until: @Serializable(with = DaySerializer::class) LocalDate? = null,
)
