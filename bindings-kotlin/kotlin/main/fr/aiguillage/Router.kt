package fr.aiguillage

import java.io.IOException
import java.io.InputStream
import java.nio.ByteBuffer
import java.nio.file.Files
import java.nio.file.Path
import kotlin.coroutines.coroutineContext
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withContext

/**
 * Routes needs to experts. It never changes, and may be shared between threads; a new directory is a
 * new router, which the host swaps in. Close it when it is replaced, or leave it to the garbage
 * collector.
 */
public class Router internal constructor(private val native: NativeRouter) : AutoCloseable {
    /** Compiles a directory. */
    public constructor(directory: Directory) : this(NativeRouter.of(directory.native))

    private val key = native.key().toLong()
    private val target: Target = native::call

    /** The directory that was compiled. It stays open when the router is closed. */
    public val directory: Directory = Directory(native.directory())

    /**
     * Every expert who can help with the need, in order: the present before the absent, narrower zones
     * before wider ones, equals in fair shares. That nobody matches is no error.
     *
     * @throws NeedException if the need or an option is missing, unknown or cannot be read
     */
    public fun matchExperts(need: Need, options: MatchOptions = NO_OPTIONS): Matches =
        Crossing.match(key, PackedWriter().also(need::pack).bytes(), packed(options)).result(directory)

    /**
     * The matches of many needs, in their order and on every core: one result or [NeedException] a need,
     * so that a faulty one does not sink the others.
     *
     * @throws NeedException if the options themselves are wrong
     */
    public fun matchBatch(needs: List<Need>, options: MatchOptions = NO_OPTIONS): List<Result<Matches>> =
        needs.chunked(STEP).flatMap { step(it, options) }

    /** [matchBatch] on another thread. Cancelling stops it between two steps of some thousand needs. */
    public suspend fun matchBatchAsync(
        needs: List<Need>,
        options: MatchOptions = NO_OPTIONS,
        dispatcher: CoroutineDispatcher = Dispatchers.Default,
    ): List<Result<Matches>> =
        withContext(dispatcher) {
            needs.chunked(STEP).flatMap {
                coroutineContext.ensureActive()
                step(it, options)
            }
        }

    /** So many needs cross at once: few crossings, and buffers that a phone can hold. */
    private fun step(needs: List<Need>, options: MatchOptions): List<Result<Matches>> {
        val writer = PackedWriter()
        needs.forEachIndexed { row, need ->
            if (row > 0) writer.next()
            need.pack(writer)
        }
        val rows = throwing { native.matchBatch(writer.bytes(), packed(options)) }
        return PackedRows.read(ByteBuffer.wrap(rows)).results(directory)
    }

    private fun packed(options: MatchOptions): ByteArray =
        if (options === NO_OPTIONS) NOTHING else PackedWriter().also(options::pack).bytes()

    /**
     * Why each competent expert matches the need or does not, what to ask the company, and who is
     * nearest. It agrees with [matchExperts] always.
     *
     * @throws NeedException as [matchExperts]
     */
    public fun explain(need: Need): Explanation = target.answer(Calls.EXPLAIN, ExplainRequest(need))

    /**
     * Whom a need could go to on its day: those who match, and those nearest outside their territory.
     * `load` and `received` of the [options] say who is full. [Waves] are made of them.
     *
     * @throws NeedException as [matchExperts]
     */
    public fun candidates(need: Need, options: MatchOptions? = null): Candidates =
        target.answer(Calls.CANDIDATES, CandidatesRequest(need, options))

    /**
     * What a message may be about: at most [limit] subjects (three if it is not given), the best first,
     * with the words that decided. Where it is not `sure`, let the adviser choose.
     */
    public fun suggestSubjects(text: String, limit: Int? = null): Suggestions {
        val request = SuggestRequest(text, offsets = Offsets.UTF16)
        return target.answer(Calls.SUGGEST_SUBJECTS, if (limit == null) request else request.copy(limit = limit))
    }

    /** What an adviser should know before a message goes on; a flag is for a person to judge. */
    public fun screen(text: String): Screening = target.answer(Calls.SCREEN, MessageRequest(text, Offsets.UTF16))

    /** The facts that a message gives away, with their places, for a person to confirm. */
    public fun extract(text: String): Extract = target.answer(Calls.EXTRACT, MessageRequest(text, Offsets.UTF16))

    /**
     * How many experts reach each commune of a reference territory, where nobody does, and where an
     * institution sends two. [by] is the kind of zone of the summaries.
     *
     * @throws NeedException if the query names what does not exist
     */
    public fun coverage(query: CoverageQuery = CoverageQuery(), by: ZoneKind = query.by): Coverage =
        target.answer(Calls.COVERAGE, query.copy(by = by))

    /**
     * The needs whose experts differ between this router and another, and why.
     *
     * @throws NeedException if a need has a value that cannot be read
     */
    public fun compare(other: Router, needs: List<Need>): Comparison {
        val both: Target = { name, request -> native.callWith(other.native, name, request) }
        return both.answer(Calls.COMPARE, CompareRequest(needs))
    }

    /**
     * What was asked of each institution, antenne or expert, what it matched, which rule stopped the rest,
     * and what one change of the directory would add, the greatest first. With [referrals] the rows say what
     * was sent, answered and helped. A need that cannot be routed is one of the faults of the report.
     *
     * @throws NeedException for an institution or a subject that does not exist
     */
    public fun demand(
        needs: List<Need>,
        referrals: List<Referral> = emptyList(),
        query: DemandQuery = DemandQuery(),
    ): DemandReport = target.answer(Calls.DEMAND, DemandRequest(needs, referrals, query))

    /** The router's directory as a snapshot, which [fromBytes] opens in milliseconds. */
    public fun toBytes(): ByteArray = throwing { native.toBytes() }

    /**
     * Writes the snapshot to a file.
     *
     * @throws IOException if it cannot be written
     */
    @Throws(IOException::class)
    public fun save(path: Path) {
        Files.write(path, toBytes())
    }

    /** Releases the native side. Calls under way end first; later ones throw `IllegalStateException`. */
    override fun close(): Unit = native.close()

    override fun toString(): String = "Router($directory)"

    public companion object {
        private val NO_OPTIONS = MatchOptions()
        private val NOTHING = ByteArray(0)

        private const val STEP = 8192

        /**
         * Reads and compiles a folder of CSV files or a JSON document. With [lenient], what is faulty is
         * left out, and `directory.diagnostics` tells.
         *
         * @throws DirectoryException with every finding, if one of them is an error
         */
        public fun open(path: Path, lenient: Boolean = false, geography: Geography? = null): Router =
            Directory.open(path, lenient, geography).use { Router(it) }

        /** [open] on another thread. */
        public suspend fun openAsync(
            path: Path,
            lenient: Boolean = false,
            geography: Geography? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.Default,
        ): Router = withContext(dispatcher) { open(path, lenient, geography) }

        /**
         * Reads and compiles a JSON document.
         *
         * @throws DirectoryException with every finding, if one of them is an error
         */
        public fun fromJson(text: String, lenient: Boolean = false, geography: Geography? = null): Router =
            Directory.fromJson(text, lenient, geography).use { Router(it) }

        /**
         * Opens a snapshot.
         *
         * @throws SnapshotException if the bytes are no snapshot that can be loaded
         */
        public fun fromBytes(bytes: ByteArray, geography: Geography? = null): Router =
            Router(throwing { NativeRouter.fromBytes(bytes, geography?.native) })

        /**
         * Opens a snapshot from a stream, such as an asset of an app. The stream is read to its end and
         * left open.
         *
         * @throws SnapshotException if the bytes are no snapshot that can be loaded
         * @throws IOException if they cannot be read
         */
        @Throws(IOException::class)
        public fun fromStream(stream: InputStream, geography: Geography? = null): Router =
            fromBytes(stream.readBytes(), geography)

        /**
         * Opens a snapshot in a file.
         *
         * @throws SnapshotException if the file is no snapshot that can be loaded
         * @throws IOException if it cannot be read
         */
        @Throws(IOException::class)
        public fun load(path: Path, geography: Geography? = null): Router =
            fromBytes(Files.readAllBytes(path), geography)

        /** [load] on another thread. */
        public suspend fun loadAsync(
            path: Path,
            geography: Geography? = null,
            dispatcher: CoroutineDispatcher = Dispatchers.IO,
        ): Router = withContext(dispatcher) { load(path, geography) }
    }
}

/** How many experts reach each commune of the reference territory on a subject, by code. */
public fun Coverage.expertsByCommune(subject: String): Map<String, Int> =
    subjects.find { it.subject == subject }?.let { codes.zip(it.counts).toMap() }.orEmpty()

/** The experts who match, by id. */
public val Explanation.matching: List<ExpertVerdict> get() = experts.filter { it.matches }

/** The rules that stop the expert, in order; none if the expert matches. */
public val ExpertVerdict.stoppedBy: List<RuleVerdict> get() = rules.filterNot { it.holds }
