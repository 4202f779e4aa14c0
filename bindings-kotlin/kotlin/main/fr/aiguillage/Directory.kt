package fr.aiguillage

import java.nio.file.Path
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** A partner's sheet: what findings call it, and the file. */
public class Sheet(public val name: String, public val bytes: ByteArray)

/**
 * A directory that was read and checked: the taxonomy, the institutions, their antennes and experts.
 *
 * Its lists are filled as they are looked at, so that a phone holds no more than it shows. It never
 * changes, and may be shared between threads.
 */
public class Directory internal constructor(internal val native: NativeDirectory) : AutoCloseable {
    internal val target: Target = native::call

    private val summary: DirectorySummary by lazy { target.answer(Calls.DIRECTORY_SUMMARY, Unit) }

    private val institutionTable by lazy { RecordTable(target, RecordList.INSTITUTIONS, summary.institutions, Calls.INSTITUTION) }
    private val antenneTable by lazy { RecordTable(target, RecordList.ANTENNES, summary.antennes, Calls.ANTENNE) }
    private val expertTable by lazy { RecordTable(target, RecordList.EXPERTS, summary.experts, Calls.EXPERT) }

    /** The version of the rules under which it matches. */
    public val rules: RulesVersion get() = summary.rules

    /** Whether it carries a seed: a secret of its keeper that enters the draw by which equals share needs. */
    public val isSeeded: Boolean get() = summary.seeded

    /** What was found while it was read: warnings, and errors if it was read leniently. */
    public val diagnostics: List<Diagnostic> by lazy { target.answer(Calls.DIAGNOSTICS, Unit) }

    /** The geography that its zones refer to. */
    public val geography: Geography by lazy { Geography(native.geography()) }

    /** The territories: lists of zones that others name, as `territory:` and their id. */
    public val territories: List<Territory> by lazy { target.answer(Calls.TERRITORIES, ListRequest()) }

    /** The themes. */
    public val themes: List<Theme> by lazy { target.answer(Calls.THEMES, ListRequest()) }

    /** The subjects, with their questions. */
    public val subjects: List<Subject> by lazy { target.answer(Calls.SUBJECTS, ListRequest()) }

    /** Labelled examples, which sharpen what `Router.suggestSubjects` says. */
    public val examples: List<Example> by lazy { target.answer(Calls.EXAMPLES, ListRequest()) }

    /** The institutions. */
    public val institutions: List<Institution> get() = institutionTable

    /** The antennes. */
    public val antennes: List<Antenne> get() = antenneTable

    /** The experts. */
    public val experts: List<Expert> get() = expertTable

    /** The territory of that id. */
    public fun territory(id: String): Territory? = territories.find { it.id == id }

    /** The theme of that id. */
    public fun theme(id: String): Theme? = themes.find { it.id == id }

    /** The subject of that id. */
    public fun subject(id: String): Subject? = subjects.find { it.id == id }

    /** The institution of that id. */
    public fun institution(id: String): Institution? = institutionTable[id]

    /** The antenne of that id. */
    public fun antenne(id: String): Antenne? = antenneTable[id]

    /** The expert of that id. */
    public fun expert(id: String): Expert? = expertTable[id]

    /**
     * The ids of an antenne and of those below it: those of its institution whose territory lies in its own,
     * where it is regional or national.
     *
     * @throws ReferralException where there is no such antenne
     */
    public fun perimeter(antenne: String): List<String> = target.answer(Calls.PERIMETER, PerimeterRequest(antenne))

    /**
     * This directory as the antennes and experts of partners' sheets update it. What it has already is
     * recognised, and [update] tells what changed. With [whole], what the sheets no longer name is taken
     * away. [sheets] names those to read of workbooks that hold several, where workbooks are read. Not on phones.
     *
     * @throws DirectoryException with every finding, if one of them is an error and [lenient] is not set
     */
    public fun importSheets(
        antennes: List<Sheet> = emptyList(),
        experts: List<Sheet> = emptyList(),
        lenient: Boolean = false,
        whole: Boolean = false,
        sheets: List<String> = emptyList(),
    ): Directory {
        val given = { files: List<Sheet> -> files.map { NativeSheet(it.name, it.bytes) } }
        return Directory(throwing { native.importSheets(given(antennes), given(experts), lenient, whole, sheets) })
    }

    /** What the import changed that the directory came from; null where it came from none. */
    public val update: DirectoryUpdate? by lazy { target.answer(Calls.IMPORT_UPDATE, Unit) }

    /** What differs between this directory and a later one, record by record and field by field. */
    public fun diff(later: Directory): DirectoryDifference {
        val both: Target = { name, request -> native.callWith(later.native, name, request) }
        return both.answer(Calls.DIFF_DIRECTORIES, Unit)
    }

    /**
     * This directory and others as one: a record that several have under one id stands once.
     *
     * @throws DirectoryException with every conflict, if they do not say the same of it.
     */
    public fun merge(vararg others: Directory): Directory =
        Directory(throwing { native.merge(others.map { it.native }) })

    /** The antennes or experts as the sheet that partners fill, which [importSheets] reads back. Not on phones. */
    public fun exportSheet(sheet: SheetKind): String = target.answer(Calls.EXPORT_SHEET, ExportRequest(sheet))

    /** The directory as one JSON document. */
    public fun toJson(): String = native.toJson()

    /** The same directory under another version of the rules. */
    public fun withRules(rules: RulesVersion): Directory = Directory(throwing { native.withRules(rules.word) })

    /** Releases the native side; what was looked at already stays. */
    override fun close(): Unit = native.close()

    override fun toString(): String =
        "Directory(${summary.experts} experts, ${summary.antennes} antennes, ${summary.institutions} institutions, " +
            "${summary.subjects} subjects)"

    public companion object {
        /**
         * Reads a folder of CSV files or a JSON document. With [lenient], what is faulty is left out, and
         * [diagnostics] tells.
         *
         * @throws DirectoryException with every finding, if one of them is an error
         */
        public fun open(path: Path, lenient: Boolean = false, geography: Geography? = null): Directory =
            Directory(throwing { NativeDirectory.open(path.toString(), lenient, geography?.native) })

        /**
         * Reads a JSON document.
         *
         * @throws DirectoryException with every finding, if one of them is an error
         */
        public fun fromJson(text: String, lenient: Boolean = false, geography: Geography? = null): Directory =
            Directory(throwing { NativeDirectory.fromJson(text, lenient, geography?.native) })

        /** Everything that is wrong with the directory at [path], or worth a look; empty if nothing is. */
        public fun check(path: Path): List<Diagnostic> = answer(Calls.CHECK_DIRECTORY, PathRequest(path.toString()))

        /** [open] on another thread. */
        public suspend fun openAsync(
            path: Path,
            lenient: Boolean = false,
            geography: Geography? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.Default,
        ): Directory = withContext(dispatcher) { open(path, lenient, geography) }
    }
}
