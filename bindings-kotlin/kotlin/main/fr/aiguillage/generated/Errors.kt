// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What an error is about. Languages with classes of errors have one for each family. */
@Serializable
public enum class Family(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** A need, or a request about one. */
    @SerialName("need")
    NEED("need"),
    /** A directory that was refused, or that cannot be written. */
    @SerialName("directory")
    DIRECTORY("directory"),
    /** A geography that cannot be read, or a zone that is written wrongly. */
    @SerialName("geography")
    GEOGRAPHY("geography"),
    /** An answer of a register that gives no company, or a code that its nomenclature does not have. */
    @SerialName("company")
    COMPANY("company"),
    /** A referral, an event, a message, or a request for figures. */
    @SerialName("referral")
    REFERRAL("referral"),
    /** Bytes that are no snapshot that can be loaded. */
    @SerialName("snapshot")
    SNAPSHOT("snapshot"),
    /**
     * A call that the library does not have, or that lacks what it is called on: a fault of a binding, never
     * of its users.
     */
    @SerialName("request")
    REQUEST("request"),
}

/** What every error is once it crosses a boundary: what, where, and what was probably meant. */
@Serializable
public data class BoundaryError(
    /** What it is about. */
    public val family: Family,
    /** The stable code, such as `unknown_commune`: what programs look at. */
    public val code: String,
    /** What is wrong, without the hint. */
    public val message: String,
    /** What is wrong, in French. */
    @SerialName("message_fr")
    public val messageFr: String,
    /** The field at fault, with its place where it is nested: `referrals[3].state`. */
    public val field: String? = null,
    /** What was probably meant, or how to write it. */
    public val hint: String? = null,
    /** Where it stands, if it stands in a file or among several. */
    public val place: ErrorPlace? = null,
    /** Everything that is wrong with a directory; empty for other errors. */
    public val related: List<Diagnostic> = emptyList(),
    /** What was probably meant, or how to write it, in French. */
    @SerialName("hint_fr")
    public val hintFr: String? = null,
)

/** Where an error stands in what was given. */
@Serializable
public data class ErrorPlace(
    /** The file, relative to the folder that was read. */
    public val file: String? = null,
    /** The line, the first being 1. */
    public val line: Int? = null,
    /** In a sheet the number of the cell; in JSON the number of the character. */
    public val column: Int? = null,
    /** The position of the item among those that were given, from 0. */
    public val row: Int? = null,
)
