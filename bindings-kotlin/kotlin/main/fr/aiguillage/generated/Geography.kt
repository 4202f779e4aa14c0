// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** How sure it is which commune was meant. */
@Serializable
public enum class Certainty(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** One commune alone can be meant. */
    @SerialName("certain")
    CERTAIN("certain"),
    /**
     * One commune is meant unless two faults fell together: a typing fault, or a CEDEX code that was read by
     * its département and the town.
     */
    @SerialName("likely")
    LIKELY("likely"),
    /** Several communes may be meant, or the parts of the place contradict each other. */
    @SerialName("ambiguous")
    AMBIGUOUS("ambiguous"),
    /** Nothing that was written leads to a commune. */
    @SerialName("unknown")
    UNKNOWN("unknown"),
}

/** How a commune was found. */
@Serializable
public enum class FoundBy(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** By its INSEE code, of today or of the past. */
    @SerialName("code")
    CODE("code"),
    /** By a postal code that serves it. */
    @SerialName("postal_code")
    POSTAL_CODE("postal_code"),
    /** By its very name. */
    @SerialName("name")
    NAME("name"),
    /** By a name that it had, or that a part of it has or had. */
    @SerialName("former_name")
    FORMER_NAME("former_name"),
    /** By the beginning of a name. */
    @SerialName("beginning")
    BEGINNING("beginning"),
    /** By a word of a name. */
    @SerialName("word")
    WORD("word"),
    /** By a name that is written nearly so: a guess. */
    @SerialName("resemblance")
    RESEMBLANCE("resemblance"),
}

/** By what a place was located. */
@Serializable
public enum class PlaceBasis(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** By an INSEE code. */
    @SerialName("code")
    CODE("code"),
    /** By a postal code alone. */
    @SerialName("postal_code")
    POSTAL_CODE("postal_code"),
    /** By a town among the communes of its postal code. */
    @SerialName("postal_code_and_town")
    POSTAL_CODE_AND_TOWN("postal_code_and_town"),
    /** By a town in the département of a postal code that does not serve it, as CEDEX codes do not. */
    @SerialName("departement_of_postal_code")
    DEPARTEMENT_OF_POSTAL_CODE("departement_of_postal_code"),
    /** By a town in a département that was named. */
    @SerialName("departement_and_town")
    DEPARTEMENT_AND_TOWN("departement_and_town"),
    /** By a town alone. */
    @SerialName("town")
    TOWN("town"),
    /** By nothing: no part could be read. */
    @SerialName("nothing")
    NOTHING("nothing"),
}

/** A code that is looked up. */
@Serializable
internal data class CodeRequest(
    /** The code. */
    internal val code: String,
)

/** A commune as other programs read it: `code`, `name`, `population`, `postal_codes`, `zones`. */
@Serializable
public data class Commune(
    /** The INSEE code of five characters; not a postal code. */
    public val code: String,
    /** The name. */
    public val name: String,
    /** The people who live in it; nought where nobody does, or nobody counts them. */
    public val population: Long,
    /** The postal codes that serve it, sorted. Most also serve other communes. */
    @SerialName("postal_codes")
    public val postalCodes: List<String>,
    /** The zones that contain it, from narrow to wide: itself first, France last. */
    public val zones: List<String>,
)

/** A commune as other programs read it, and how it was found. */
@Serializable
public data class FoundCommune(
    /** The INSEE code of five characters; not a postal code. */
    public val code: String,
    /** The name. */
    public val name: String,
    /** The people who live in it; nought where nobody does, or nobody counts them. */
    public val population: Long,
    /** The postal codes that serve it, sorted. Most also serve other communes. */
    @SerialName("postal_codes")
    public val postalCodes: List<String>,
    /** The zones that contain it, from narrow to wide: itself first, France last. */
    public val zones: List<String>,
    /** How it was found. */
    public val found: FoundBy,
    /** The name of the past by which it was found, where it was: `Lomme` for Lille. */
    @SerialName("former_name")
    public val formerName: String? = null,
)

/** What a geography is. */
@Serializable
public data class GeographySource(
    /** The year of its codes. */
    public val year: Int,
    /** Where it comes from, and its licence, in French. */
    public val source: String,
)

/** A place as people write it: whichever parts there are. What says nothing (`n/a`, `#N/A`) is nothing. */
@Serializable
internal data class LocateRequest(
    /** An INSEE code. */
    internal val code: String? = null,
    /** A postal code, CEDEX codes included. */
    @SerialName("postal_code")
    internal val postalCode: String? = null,
    /** The name of a town, and what the post adds to it: `AMIENS CEDEX 1`, `59160 LOMME`, `PARIS 12`. */
    internal val town: String? = null,
    /** An address of a line or several; its town is taken, not its street. */
    internal val address: String? = null,
    /** A département, by its code or name. */
    internal val departement: String? = null,
)

/** The commune that is meant by what people wrote, or why it cannot be told. */
@Serializable
public data class Location(
    /** How sure it is. */
    public val certainty: Certainty,
    /** The communes that may be meant, where it is ambiguous; the most populous first. */
    public val candidates: List<FoundCommune>,
    /** What was read, and used. */
    public val reading: PlaceReading,
    /** The commune, where it is certain or likely. */
    public val commune: FoundCommune? = null,
)

/** What was read out of the parts of a place, and by which of them it was located. */
@Serializable
public data class PlaceReading(
    /** By what the place was located. */
    public val basis: PlaceBasis,
    /** Whether CEDEX was written. */
    public val cedex: Boolean,
    /** The INSEE code. */
    public val code: String? = null,
    /** The postal code, of five digits. */
    @SerialName("postal_code")
    public val postalCode: String? = null,
    /** The name of the town, without accents, CEDEX and département. */
    public val town: String? = null,
    /** The code of the département that was named. */
    public val departement: String? = null,
)

/** A name of a commune, as people type it. */
@Serializable
internal data class SearchRequest(
    /** The name; accents, case, hyphens and "St" are forgiven. */
    internal val name: String,
    /** At most so many communes. */
    internal val limit: Int = 10,
)

/** A kind of zones. */
@Serializable
internal data class ZoneKindRequest(
    /** The kind: `commune`, `ept`, `epci`, `departement`, `region` or `france`. */
    internal val kind: String,
)

/** A zone that is looked up. */
@Serializable
internal data class ZoneRequest(
    /** The zone, such as `departement:80`. */
    internal val zone: String,
)
