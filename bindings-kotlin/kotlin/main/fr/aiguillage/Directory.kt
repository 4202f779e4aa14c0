package fr.aiguillage

import fr.aiguillage.model.Antenne
import fr.aiguillage.model.Diagnostic
import fr.aiguillage.model.Expert
import fr.aiguillage.model.Institution
import fr.aiguillage.model.Rules
import fr.aiguillage.model.Subject
import fr.aiguillage.model.Theme
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicReferenceArray
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/**
 * A directory that was read and checked: the taxonomy, the institutions, their antennes and experts.
 *
 * Its lists are filled as they are looked at, so that a phone holds no more than it shows. It never
 * changes, and may be shared between threads.
 */
public class Directory internal constructor(internal val native: NativeDirectory) : AutoCloseable {
    /** The version of the rules under which it matches. */
    public val rules: Rules by lazy { native.rules() }

    /** What was found while it was read: warnings, and errors if it was read leniently. */
    public val diagnostics: List<Diagnostic> by lazy { native.diagnostics() }

    /** The geography that its zones refer to. */
    public val geography: Geography by lazy { Geography(native.geography()) }

    /** The themes. */
    public val themes: List<Theme> by lazy { native.themes() }

    /** The subjects, with their questions. */
    public val subjects: List<Subject> by lazy { native.subjects() }

    /** Labelled examples, which sharpen what `Router.suggestSubjects` says. */
    public val examples: List<Example> by lazy { native.examples() }

    /** The institutions. */
    public val institutions: List<Institution> by lazy { table(NativeList.INSTITUTIONS, native::institution) }

    /** The antennes. */
    public val antennes: List<Antenne> by lazy { table(NativeList.ANTENNES, native::antenne) }

    /** The experts. */
    public val experts: List<Expert> by lazy { table(NativeList.EXPERTS, native::expert) }

    /** The theme of that id. */
    public fun theme(id: String): Theme? = themes.find { it.id == id }

    /** The subject of that id. */
    public fun subject(id: String): Subject? = subjects.find { it.id == id }

    /** The institution of that id. */
    public fun institution(id: String): Institution? = find(NativeList.INSTITUTIONS, institutions, id)

    /** The antenne of that id. */
    public fun antenne(id: String): Antenne? = find(NativeList.ANTENNES, antennes, id)

    /** The expert of that id. */
    public fun expert(id: String): Expert? = find(NativeList.EXPERTS, experts, id)

    /** The directory as one JSON document. */
    public fun toJson(): String = native.toJson()

    /** The same directory under another version of the rules. */
    public fun withRules(rules: Rules): Directory = Directory(NativeDirectory.withRules(native, rules))

    /** Releases the native side; what was looked at already stays. */
    override fun close(): Unit = native.close()

    override fun toString(): String =
        "Directory(${experts.size} experts, ${antennes.size} antennes, ${institutions.size} institutions, " +
            "${subjects.size} subjects)"

    private fun <T : Any> table(list: NativeList, load: (Int) -> T?): List<T> = Table(native.size(list), load)

    private fun <T : Any> find(list: NativeList, all: List<T>, id: String): T? = native.position(list, id)?.let(all::get)

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
        public fun check(path: Path): List<Diagnostic> = nativeCheck(path.toString())

        /** [open] on another thread. */
        public suspend fun openAsync(
            path: Path,
            lenient: Boolean = false,
            geography: Geography? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.Default,
        ): Directory = withContext(dispatcher) { open(path, lenient, geography) }
    }
}

/** A list on the native side, whose items are fetched when they are first looked at. */
private class Table<T : Any>(override val size: Int, private val load: (Int) -> T?) : AbstractList<T>(), RandomAccess {
    private val loaded = AtomicReferenceArray<T>(size)

    override fun get(index: Int): T =
        loaded[index] ?: checkNotNull(load(index)) { "the directory has no item $index" }.also { loaded[index] = it }
}
