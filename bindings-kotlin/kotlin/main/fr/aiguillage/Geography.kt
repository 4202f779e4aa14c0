package fr.aiguillage

import fr.aiguillage.model.ZoneKind
import java.io.InputStream

/** The communes of France and the zones that contain them. It may be shared between threads. */
public class Geography internal constructor(internal val native: NativeGeography) : AutoCloseable {
    /** The year of its codes. */
    public val year: Int get() = native.year()

    /** Where it comes from, and its licence. */
    public val source: String get() = native.source()

    /** The commune or municipal arrondissement that has this INSEE code today. */
    public fun commune(code: String): Commune? = native.commune(code)

    /** The commune of a code of today or of the past; `null` where nothing is known. */
    public fun resolve(code: String): Commune? = native.resolve(code)

    /** The communes that a postal code serves, the most populous first. */
    public fun byPostalCode(code: String): List<Commune> = native.byPostalCode(code)

    /**
     * The communes whose names are nearest to what was typed; accents, case, hyphens and "St" are
     * forgiven.
     */
    public fun search(name: String, limit: Int = 10): List<Commune> = native.search(name, limit)

    /** The zones that contain a commune, from narrow to wide. */
    public fun zonesContaining(code: String): List<String> = native.zonesContaining(code)

    /**
     * The communes of a zone.
     *
     * @throws GeographyException if [zone] is not written as zones are
     */
    public fun communesOf(zone: String): List<Commune> = throwing { native.communesOf(zone) }

    /** The zones of a kind. */
    public fun zones(kind: ZoneKind): List<String> = native.zones(kind)

    /**
     * The name of a zone, where there is such a zone.
     *
     * @throws GeographyException if [zone] is not written as zones are
     */
    public fun zoneName(zone: String): String? = throwing { native.zoneName(zone) }

    /**
     * The people who live in a zone, where there is such a zone.
     *
     * @throws GeographyException if [zone] is not written as zones are
     */
    public fun population(zone: String): Long? = throwing { native.population(zone) }

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
