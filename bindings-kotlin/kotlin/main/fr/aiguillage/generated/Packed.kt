// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

/** The layout of packed needs and matches: see `boundary::packed` of the core. */
internal object Packed {
    /** Between a name and its value, and between fields. */
    const val SEPARATOR: Char = '\u001f'

    /** Between the needs of a batch. */
    const val BETWEEN_NEEDS: String = "\u001f\u001f"

    /** Between two notes. */
    const val NOTE_SEPARATOR: Char = '\u001f'

    /** The words of the header of a row. */
    const val HEADER_WORDS: Int = 5

    /** The words of a match. */
    const val MATCH_WORDS: Int = 7

    /** In the place of the count of matches: the need was refused. */
    const val REFUSED: Int = -1

    /** In the flags: the kind of the zone, by its position in [ZONE_KINDS]. */
    const val ZONE_KIND_MASK: Int = 7

    /** Where in the flags the length of the zone's code stands. */
    const val ZONE_LENGTH_SHIFT: Int = 3

    /** The length of the zone's code, once it was shifted. */
    const val ZONE_LENGTH_MASK: Int = 15

    /** Where in the flags the owner of the zone stands, by its position in [ZONE_OWNERS]. */
    const val ZONE_OWNER_SHIFT: Int = 7

    /** The owner of the zone, once it was shifted. */
    const val ZONE_OWNER_MASK: Int = 3

    /** In the flags: there is a note. */
    const val HAS_NOTE: Int = 512

    /** In the flags: owner and note are told with the match. */
    const val TOLD: Int = 1024
    const val IS_SUBSTITUTE: Int = 2048

    /** Codes of this length are numbers to the base of ten. */
    const val DECIMAL_LENGTH: Int = 9

    /** Shorter ones may hold a letter: they are numbers to this base. */
    const val LETTER_RADIX: Int = 36

    /** The characters of the code of a commune. */
    const val COMMUNE_LENGTH: Int = 5

    /** The kinds of zones, in the order of their numbers. */
    val ZONE_KINDS: Array<String> = arrayOf("commune", "ept", "epci", "departement", "region", "france")

    /** Whose zone it may be, in the order of their numbers. */
    val ZONE_OWNERS: Array<ZoneOwner> = ZoneOwner.entries.toTypedArray()

    /** The fields of a need, in the order of their bits. */
    val NEED_FIELDS: Array<NeedField> = NeedField.entries.toTypedArray()
}
