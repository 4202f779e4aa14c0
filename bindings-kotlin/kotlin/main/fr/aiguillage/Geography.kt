package fr.aiguillage

import java.io.InputStream

/** The communes of France and the zones that contain them. It may be shared between threads. */
public class Geography internal constructor(internal val native: NativeGeography) : AutoCloseable {
    private val target: Target = native::call

    private val about: GeographySource by lazy { target.answer(Calls.GEOGRAPHY, Unit) }

    /** The year of its codes. */
    public val year: Int get() = about.year

    /** Where it comes from, and its licence. */
    public val source: String get() = about.source

    /** The commune or municipal arrondissement that has this INSEE code today. */
    public fun commune(code: String): Commune? = target.answer(Calls.COMMUNE, CodeRequest(code))

    /** The commune of a code of today or of the past; `null` where nothing is known. */
    public fun resolve(code: String): Commune? = target.answer(Calls.RESOLVE_COMMUNE, CodeRequest(code))

    /** The communes that a postal code serves, the most populous first. */
    public fun byPostalCode(code: String): List<Commune> = target.answer(Calls.COMMUNES_BY_POSTAL_CODE, CodeRequest(code))

    /**
     * The communes whose names are nearest to what was typed and how each was found, at most [limit] (ten if it
     * is not given); accents, case, hyphens and "St" are forgiven.
     */
    public fun search(name: String, limit: Int? = null): List<FoundCommune> {
        val request = SearchRequest(name)
        return target.answer(Calls.SEARCH_COMMUNES, if (limit == null) request else request.copy(limit = limit))
    }

    /** The commune that is meant by a place as files have it, or those that may be. */
    public fun locate(
        code: String? = null,
        postalCode: String? = null,
        town: String? = null,
        address: String? = null,
        departement: String? = null,
    ): Location = target.answer(Calls.LOCATE, LocateRequest(code, postalCode, town, address, departement))

    /** The zones that contain a commune, from narrow to wide. */
    public fun zonesContaining(code: String): List<String> = target.answer(Calls.ZONES_CONTAINING, CodeRequest(code))

    /**
     * The communes of a zone.
     *
     * @throws GeographyException if [zone] is not written as zones are
     */
    public fun communesOf(zone: String): List<Commune> = target.answer(Calls.COMMUNES_OF, ZoneRequest(zone))

    /** The zones of a kind. */
    public fun zones(kind: ZoneKind): List<String> = target.answer(Calls.ZONES, ZoneKindRequest(kind.word))

    /**
     * The name of a zone, where there is such a zone.
     *
     * @throws GeographyException if [zone] is not written as zones are
     */
    public fun zoneName(zone: String): String? = target.answer(Calls.ZONE_NAME, ZoneRequest(zone))

    /**
     * The people who live in a zone, where there is such a zone.
     *
     * @throws GeographyException if [zone] is not written as zones are
     */
    public fun population(zone: String): Long? = target.answer(Calls.POPULATION, ZoneRequest(zone))

    /** Releases the native side. */
    override fun close(): Unit = native.close()

    override fun toString(): String = "Geography($year)"

    public companion object {
        /** The Code officiel géographique that is compiled in. */
        public fun embedded(): Geography = Geography(NativeGeography.embedded())

        /**
         * Another geography, from what `make-cog.mjs` wrote.
         *
         * @throws GeographyException if the bytes are no geography
         */
        public fun fromBytes(bytes: ByteArray): Geography = Geography(throwing { NativeGeography.fromBytes(bytes) })

        /** The same from a stream, which is read to its end and left open. */
        public fun fromStream(stream: InputStream): Geography = fromBytes(stream.readBytes())
    }
}
