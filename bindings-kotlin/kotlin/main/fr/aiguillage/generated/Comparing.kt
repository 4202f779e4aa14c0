// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What made the difference. */
@Serializable
public enum class Cause(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** The directory that does not propose the expert does not have it at all. */
    @SerialName("expert")
    EXPERT("expert"),
    /** It has the expert without the competence. */
    @SerialName("competence")
    COMPETENCE("competence"),
    /** There somebody else has the place: the expert is away and replaced, or stands in for nobody. */
    @SerialName("substitute")
    SUBSTITUTE("substitute"),
    /** The expert has the competence, and the subject is not archived. */
    @SerialName("subject")
    SUBJECT("subject"),
    /** The expert, its antenne and its institution are active, and the day of the need lies in their periods. */
    @SerialName("active")
    ACTIVE("active"),
    /** The theme is offered there, and the expert's territory covers the commune. */
    @SerialName("territory")
    TERRITORY("territory"),
    /** The institution serves the nature of the facility's activity. */
    @SerialName("activities")
    ACTIVITIES("activities"),
    /** An OPCO matches only its own facilities. */
    @SerialName("opco")
    OPCO("opco"),
    /** The criteria of the expert, its antenne and its institution accept. */
    @SerialName("criteria")
    CRITERIA("criteria"),
    /** No answer contradicts what the institution asks for. */
    @SerialName("answers")
    ANSWERS("answers"),
}

/** Whether a need gains or loses the expert. */
@Serializable
public enum class ChangeKind(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** Only the second router proposes the expert. */
    @SerialName("gained")
    GAINED("gained"),
    /** Only the first router proposes the expert. */
    @SerialName("lost")
    LOST("lost"),
}

/** An expert whom a need gains or loses. */
@Serializable
public data class Change(
    /** The id of the expert. */
    public val expert: String,
    /** The id of the expert's institution. */
    public val institution: String,
    /** Gained or lost. */
    public val kind: ChangeKind,
    /** What made the difference. */
    public val cause: Cause,
)

/** How often an institution's experts are gained and lost on a subject. */
@Serializable
public data class ChangeCount(
    /** The id of the institution. */
    public val institution: String,
    /** The id of the subject. */
    public val subject: String,
    /** Experts gained, added up over the needs. */
    public val gained: Int,
    /** Experts lost, added up over the needs. */
    public val lost: Int,
)

/** Needs that are to be routed through both. */
@Serializable
internal data class CompareRequest(
    /** The needs. */
    internal val needs: List<Need>,
)

/** What changes for some needs between two routers. */
@Serializable
public data class Comparison(
    /** How many needs were routed through both. */
    public val needs: Int,
    /** The needs whose experts differ, in the order of the needs. */
    public val differences: List<Difference>,
    /** The changes counted by institution and subject. */
    public val summary: List<ChangeCount>,
)

/** A need whose experts differ. */
@Serializable
public data class Difference(
    /** The position of the need, from 0. */
    public val position: Int,
    /** The need's id, if it has one. */
    public val need: String? = null,
    /** Who is gained or lost, by id. */
    public val changes: List<Change> = emptyList(),
    /** What the first router refuses and the second does not, or the other way round. */
    public val refusal: Refusal? = null,
)

/** A need that only one of the routers can answer. */
@Serializable
public data class Refusal(
    /** Whether it is the second router that refuses. */
    @SerialName("by_second")
    public val bySecond: Boolean,
    /** The stable code of the error. */
    public val code: String,
    /** The error in words. */
    public val message: String,
)
