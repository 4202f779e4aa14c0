// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import kotlinx.serialization.Serializable

/** The OPCO to which collective agreements lead. */
@Serializable
public data class AgreementOpcos(
    /** How surely. */
    public val certainty: OpcoCertainty,
    /** The OPCO: the one, or those among which it is. */
    public val opcos: List<NamedOpco>,
)

/** Collective agreements whose OPCO are asked for. */
@Serializable
internal data class AgreementsRequest(
    /** The agreements that a facility applies. */
    internal val idcc: List<String>,
)

/** An activity code, or a level above codes, with its label. */
@Serializable
public data class LabelledNaf(
    /** The code or level. */
    public val entry: String,
    /** Its label, in French. */
    public val label: String? = null,
)

/** What is known of an activity code, or of a level above codes. */
@Serializable
public data class NafDetails(
    /** The code or level. */
    public val entry: String,
    /** Its version, as people read it. */
    public val version: String,
    /** The levels above it, from the section down. */
    public val levels: List<LabelledNaf>,
    /** The codes below it. */
    public val codes: List<LabelledNaf>,
    /** The codes of the other version that companies of its codes may have. */
    public val correspondents: List<LabelledNaf>,
    /** Its label, in French. */
    public val label: String? = null,
)

/** An activity that is looked up. */
@Serializable
internal data class NafRequest(
    /** A code or a level of NAF rév. 2 (`10.71C`, `10.7`, `C`), or of NAF 2025 (`2025:10.71G`). */
    internal val code: String,
)

/** An OPCO, with its name. */
@Serializable
public data class NamedOpco(
    /** Its stable id, such as `akto`. */
    public val id: String,
    /** Its name. */
    public val name: String,
)
