package fr.aiguillage

import java.time.LocalDate

/** The matches of one need, in order. They stay when their router is closed. */
public class Matches internal constructor(
    internal val directory: Directory,
    /** The row, as `boundary::packed::matches` of the core writes it. */
    private val words: IntArray,
    private val notes: Lazy<List<String>>,
) : AbstractList<Match>(), RandomAccess {
    override val size: Int get() = words[0]

    /** The day for which they were found: that of the need, else today. */
    public val on: LocalDate get() = day(words[2])

    /** INSEE's code of the current commune of the need. */
    public val commune: String
        get() = (words[4] ushr 2).toString(Packed.LETTER_RADIX).uppercase().padStart(Packed.COMMUNE_LENGTH, '0')

    /** Whether the need's postal code and town make that commune likely, not certain. */
    public val isCommuneLikely: Boolean get() = words[4] and 1 != 0

    /** Whether the need's exact headcount, which counts, lies outside of the band that it gives too. */
    public val headcountDiffers: Boolean get() = words[4] and 2 != 0

    /** The version of the rules under which they were found. */
    public val rules: RulesVersion get() = directory.rules

    /** Whether a secret seed of the directory's keeper entered the draw. */
    public val isSeeded: Boolean get() = directory.isSeeded

    internal val subject: Subject get() = directory.subjects[words[1]]

    override fun get(index: Int): Match {
        if (index !in indices) throw IndexOutOfBoundsException("there is no match $index among $size")
        return Match(this, index)
    }

    /** A word of the match at an index. */
    internal fun word(index: Int, number: Int): Int = words[Packed.HEADER_WORDS + index * Packed.MATCH_WORDS + number]

    /** The note of the match at an index. */
    internal fun note(index: Int): String? {
        fun hasNote(index: Int) = word(index, FLAGS) and Packed.HAS_NOTE != 0
        return if (hasNote(index)) notes.value[words[3] + (0 until index).count(::hasNote)] else null
    }
}

/** One expert found for one need, and why. */
public class Match internal constructor(private val matches: Matches, private val index: Int) {
    /** The expert. */
    public val expert: Expert get() = matches.directory.experts[word(EXPERT)]

    /** The expert's antenne. */
    public val antenne: Antenne get() = matches.directory.antennes[word(ANTENNE)]

    /** The antenne's institution. */
    public val institution: Institution get() = matches.directory.institutions[word(INSTITUTION)]

    /** The subject of the need. */
    public val subject: Subject get() = matches.subject

    /** The narrowest zone that covers the need's commune, such as `epci:200093201`. */
    public val zone: String get() = zone(word(ZONE), word(FLAGS))

    /** Whose zone that is. */
    public val zoneOwner: ZoneOwner
        get() = Packed.ZONE_OWNERS[word(FLAGS) shr Packed.ZONE_OWNER_SHIFT and Packed.ZONE_OWNER_MASK]

    /** What the expert offers on the subject there. */
    public val note: String? get() = matches.note(index)

    /** The last day of the expert's absence, if the expert is away on the day of the need. */
    public val absentUntil: LocalDate?
        get() = word(ABSENT_UNTIL).let { if (it == 0 || isSubstitute) null else day(it) }

    /** The absent expert whose place this one takes: zone, owner and note are of that place. */
    public val insteadOf: Expert? get() = if (isSubstitute) matches.directory.experts[word(ABSENT_UNTIL)] else null

    // Of a substitute the position of the absent expert stands where the day of an absence does.
    private val isSubstitute: Boolean get() = word(FLAGS) and Packed.IS_SUBSTITUTE != 0

    /** The fields of the need that criteria would have looked at, and that it does not carry. */
    public val unverified: List<NeedField>
        get() = word(UNVERIFIED).let { bits -> Packed.NEED_FIELDS.filter { bits ushr it.ordinal and 1 != 0 } }

    private fun word(number: Int): Int = matches.word(index, number)

    override fun equals(other: Any?): Boolean =
        other is Match &&
            matches.directory === other.matches.directory &&
            matches.subject === other.matches.subject &&
            (0 until Packed.MATCH_WORDS).all { word(it) == other.word(it) } &&
            note == other.note

    override fun hashCode(): Int = (EXPERT..FLAGS).fold(0) { hash, number -> 31 * hash + word(number) }

    override fun toString(): String =
        "Match(expert=${expert.id}, antenne=${antenne.id}, institution=${institution.id}, subject=${subject.id}, " +
            "zone=$zone, zoneOwner=$zoneOwner)"
}

// The words of a match, in their order.
private const val EXPERT = 0
private const val ANTENNE = 1
private const val INSTITUTION = 2
private const val ZONE = 3
private const val FLAGS = 4
private const val ABSENT_UNTIL = 5
private const val UNVERIFIED = 6

/** A day of the digits of `YYYYMMDD`. */
private fun day(digits: Int): LocalDate = LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100)

/** A zone as it is written everywhere, of its code as a number. */
private fun zone(code: Int, flags: Int): String {
    val kind = Packed.ZONE_KINDS[flags and Packed.ZONE_KIND_MASK]
    val length = flags shr Packed.ZONE_LENGTH_SHIFT and Packed.ZONE_LENGTH_MASK
    if (length == 0) return kind
    val radix = if (length == Packed.DECIMAL_LENGTH) 10 else Packed.LETTER_RADIX
    return kind + ":" + code.toUInt().toString(radix).uppercase().padStart(length, '0')
}
