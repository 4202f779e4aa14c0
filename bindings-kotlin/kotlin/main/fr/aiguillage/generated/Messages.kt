// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A way to reach somebody. */
@Serializable
public enum class ContactKind(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** A phone number. */
    @SerialName("phone")
    PHONE("phone", "Téléphone"),
    /** An e-mail address. */
    @SerialName("email")
    EMAIL("email", "Adresse électronique"),
}

/** Why an adviser should look at a message first. */
@Serializable
public enum class FlagReason(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** It speaks of despair or suicide: somebody should call at once. */
    @SerialName("distress")
    DISTRESS("distress", "Détresse"),
    /** It is too short to say what is needed. */
    @SerialName("too_short")
    TOO_SHORT("too_short", "Trop court"),
    /** It has a length, but no need of the directory's subjects in it. */
    @SerialName("no_need")
    NO_NEED("no_need", "Sans besoin reconnu"),
    /** An employee or a jobseeker seems to write, not a company. */
    @SerialName("employee")
    EMPLOYEE("employee", "Salarié ou demandeur d’emploi"),
    /** A private person seems to write, as a consumer, tenant or home owner. */
    @SerialName("private_person")
    PRIVATE_PERSON("private_person", "Particulier"),
    /** It is about a company that does not exist yet. */
    @SerialName("creation")
    CREATION("creation", "Création d’entreprise"),
    /** Somebody seems to write for a client, or to offer services. */
    @SerialName("intermediary")
    INTERMEDIARY("intermediary", "Intermédiaire"),
    /** It holds insults. */
    @SerialName("insult")
    INSULT("insult", "Injures"),
    /** It seems to be in another language than French. */
    @SerialName("other_language")
    OTHER_LANGUAGE("other_language", "Autre langue"),
}

/** What a language counts when it slices its strings. */
@Serializable
public enum class Offsets(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** Bytes of UTF-8: Rust, Go. What answers hold until they are put into another unit. */
    @SerialName("bytes")
    BYTES("bytes"),
    /** Unicode scalar values: Python. */
    @SerialName("characters")
    CHARACTERS("characters"),
    /** UTF-16 code units: JavaScript, Kotlin, Java, C#, Swift's `NSString`. */
    @SerialName("utf16")
    UTF16("utf16"),
}

/** What a message is that is about no need of a company. */
@Serializable
public enum class OutOfScopeKind(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** It does not say what is needed. */
    @SerialName("too_vague")
    TOO_VAGUE("too_vague", "Trop vague"),
    /** It is about something else altogether. */
    @SerialName("off_topic")
    OFF_TOPIC("off_topic", "Hors sujet"),
    /** An employee asks about his or her own rights. */
    @SerialName("employee")
    EMPLOYEE("employee", "Salarié"),
    /** Somebody looks for work. */
    @SerialName("job_seeker")
    JOB_SEEKER("job_seeker", "Demandeur d’emploi"),
    /** A private person writes, as a tenant, a home owner or a taxpayer. */
    @SerialName("private_person")
    PRIVATE_PERSON("private_person", "Particulier"),
    /** A customer complains of a company. */
    @SerialName("consumer")
    CONSUMER("consumer", "Consommateur"),
    /** It is about a company that does not exist yet. */
    @SerialName("creation")
    CREATION("creation", "Création d’entreprise"),
    /** A commune or another local authority asks for itself. */
    @SerialName("local_authority")
    LOCAL_AUTHORITY("local_authority", "Collectivité"),
    /** Somebody has something to sell. */
    @SerialName("canvassing")
    CANVASSING("canvassing", "Démarchage"),
    /** A student writes, for a paper or a placement. */
    @SerialName("student")
    STUDENT("student", "Étudiant"),
    /** It holds insults. */
    @SerialName("insult")
    INSULT("insult", "Injures"),
    /** It is in another language than French. */
    @SerialName("other_language")
    OTHER_LANGUAGE("other_language", "Autre langue"),
    /** Somebody writes for a client. */
    @SerialName("intermediary")
    INTERMEDIARY("intermediary", "Intermédiaire"),
}

/** How a place is named. */
@Serializable
public enum class PlaceKind(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** By a postal code. */
    @SerialName("postal_code")
    POSTAL_CODE("postal_code", "Code postal"),
    /** By a name. */
    @SerialName("name")
    NAME("name", "Nom de commune"),
}

/** A word that speaks for a subject. */
@Serializable
public data class DecidingWord(
    /** Where it stands. */
    public val span: Span,
    /** Its part of the evidence for the subject, from 0 to 1. */
    public val weight: Double,
    /** The word as which it was read, where it seems to hold a typing fault. */
    public val meant: String? = null,
)

/** The facts found in a message; each list is in the order of the text. */
@Serializable
public data class Extract(
    /** Postal codes and names of communes. */
    public val places: List<Place>,
    /** SIRETs with a right key. */
    public val sirets: List<FoundSiret>,
    /** How many people the company says it has; those of a range, or of a change, are both its ends. */
    public val headcounts: List<FoundHeadcount>,
    /** Amounts in euros; those of a range are both its ends. */
    public val amounts: List<FoundAmount>,
    /** Phone numbers and e-mail addresses, for a host that masks them. */
    public val contacts: List<FoundContact>,
    /** Whether the text was longer than `LONGEST_TEXT`, so that only its beginning was looked at. */
    public val truncated: Boolean,
)

/** A remark on a message, for a person to judge. */
@Serializable
public data class Flag(
    /** What it is about. */
    public val reason: FlagReason,
    /** A sentence for the adviser, in French. */
    public val message: String,
    /** The words that decided, where words did. */
    public val words: List<Span>,
)

/** An amount. */
@Serializable
public data class FoundAmount(
    /** Where it stands. */
    public val span: Span,
    /** The amount in euros. */
    public val euros: Double,
)

/** A phone number or an e-mail address. */
@Serializable
public data class FoundContact(
    /** Where it stands. */
    public val span: Span,
    /** What it is. */
    public val kind: ContactKind,
)

/** A headcount. */
@Serializable
public data class FoundHeadcount(
    /** Where it stands. */
    public val span: Span,
    /**
     * The number of people. A fraction is rounded down (`4,5 ETP` are 4), as thresholds are reached by whole
     * posts.
     */
    public val headcount: Int,
    /** Whether who writes is counted too (`on est trois`): criteria count employees. */
    @SerialName("includes_writer")
    public val includesWriter: Boolean,
)

/** A SIRET. */
@Serializable
public data class FoundSiret(
    /** Where it stands. */
    public val span: Span,
    /** Its 14 digits. */
    public val siret: String,
)

/** A message that is to be looked at. */
@Serializable
internal data class MessageRequest(
    /** The message. */
    internal val text: String,
    /** What the caller's language counts when it slices its strings. */
    internal val offsets: Offsets = Offsets.BYTES,
)

/**
 * That a message is probably about none of the subjects: for a person to judge, never a refusal.
 *
 * It is told by weights that were learned from messages, so that no phrase of the message need say so; `Flag`s
 * are told by phrases, which they quote. Only directories whose subjects are all of the default taxonomy have
 * it: what is out of its scope may be within another one's.
 */
@Serializable
public data class OutOfScope(
    /** What it is most likely instead. */
    public val kind: OutOfScopeKind,
    /** What users read, in French. */
    public val label: String,
    /** How likely the message is out of scope, of whichever kind: from 0.5 to 1. */
    public val probability: Double,
)

/** A postal code, or the name of a commune, and which communes may be meant. */
@Serializable
public data class Place(
    /** Where it stands. */
    public val span: Span,
    /** What it is. */
    public val kind: PlaceKind,
    /** The communes that it may mean, the most populous first; at least one, at most ten. */
    public val communes: List<PlaceCommune>,
)

/** A commune that a place may mean. */
@Serializable
public data class PlaceCommune(
    /** The INSEE code, as a need takes it. */
    public val code: String,
    /** The name. */
    public val name: String,
)

/** What there is to remark on a message. */
@Serializable
public data class Screening(
    /** In the order of `FlagReason`; none where there is nothing to remark. */
    public val flags: List<Flag>,
    /** Whether the text was longer than `LONGEST_TEXT`, so that only its beginning was looked at. */
    public val truncated: Boolean,
    /**
     * What the message is instead, where it is probably about none of the subjects: the same as
     * `Suggestions::out_of_scope`.
     */
    @SerialName("out_of_scope")
    public val outOfScope: OutOfScope? = null,
)

/** A part of the text that was read. */
@Serializable
public data class Span(
    /** Where it begins: in bytes, unless the answer was put into another unit. */
    public val start: Int,
    /** Where it ends; the unit at this place is no longer part of it. */
    public val end: Int,
    /** The part as it was written. */
    public val text: String,
)

/** A message whose subject is asked for. */
@Serializable
internal data class SuggestRequest(
    /** The message. */
    internal val text: String,
    /** At most so many subjects. */
    internal val limit: Int = 3,
    /** What the caller's language counts when it slices its strings. */
    internal val offsets: Offsets = Offsets.BYTES,
)

/** One subject that a message may be about. */
@Serializable
public data class Suggestion(
    /** The id of the subject. */
    public val subject: String,
    /** What users read. */
    public val label: String,
    /** From 0 to 1: about the share of suggestions with this score that are right. */
    public val score: Double,
    /**
     * Whether the message may be taken to ask for it: the first if its score reaches `SURE`, then the others
     * if theirs reach `ALSO_SURE`. Several are sure in a message with several needs.
     */
    public val sure: Boolean,
    /** The words that decided, in the order of the text. */
    public val words: List<DecidingWord>,
)

/** What a message may be about. */
@Serializable
public data class Suggestions(
    /** The best first; none where no word of the message belongs to any subject. */
    public val subjects: List<Suggestion>,
    /**
     * Whether the first may be taken. Where not, let the writer or an adviser choose. Never beside a `Flag` of
     * `Router::screen`, nor where the message is out of scope.
     */
    public val sure: Boolean,
    /** Whether the text was longer than `LONGEST_TEXT`, so that only its beginning was looked at. */
    public val truncated: Boolean,
    /** What the message is instead, where it is probably about none of the subjects. */
    @SerialName("out_of_scope")
    public val outOfScope: OutOfScope? = null,
)
