// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

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

/** What a geography is. */
@Serializable
public data class GeographySource(
    /** The year of its codes. */
    public val year: Int,
    /** Where it comes from, and its licence, in French. */
    public val source: String,
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
