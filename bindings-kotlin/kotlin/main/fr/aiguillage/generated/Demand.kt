// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** By what needs are counted, and what is changed. */
@Serializable
public enum class DemandBy(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** An institution. */
    @SerialName("institution")
    INSTITUTION("institution", "institution"),
    /** An antenne. */
    @SerialName("antenne")
    ANTENNE("antenne", "antenne"),
    /** An expert. */
    @SerialName("expert")
    EXPERT("expert", "expert"),
}

/** What is changed, from what asks for least to what asks for most. */
@Serializable
public enum class DemandChangeKind(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** A bound of a criterion is set wider. */
    @SerialName("bound")
    BOUND("bound", "seuil élargi"),
    /** A list of a criterion accepts one entry more. */
    @SerialName("entry")
    ENTRY("entry", "entrée acceptée"),
    /** A list of a criterion excludes one entry less. */
    @SerialName("exclusion")
    EXCLUSION("exclusion", "exclusion levée"),
    /** A criterion accepts what is not known, to be verified. */
    @SerialName("unknown")
    UNKNOWN("unknown", "inconnu accepté"),
    /** A criterion no longer has one of its conditions. */
    @SerialName("condition")
    CONDITION("condition", "condition levée"),
    /** A criterion no longer asks for one of its alternatives. */
    @SerialName("alternatives")
    ALTERNATIVES("alternatives", "alternatives levées"),
    /** A criterion is taken away. */
    @SerialName("criterion")
    CRITERION("criterion", "filtre retiré"),
    /** Other answers of the company are taken too. */
    @SerialName("answers")
    ANSWERS("answers", "réponses élargies"),
    /** The institution serves other natures of activity too. */
    @SerialName("activities")
    ACTIVITIES("activities", "natures d’activité élargies"),
    /** A zone is added to the territory. */
    @SerialName("zone")
    ZONE("zone", "zone ajoutée"),
    /** What was switched off is active. */
    @SerialName("active")
    ACTIVE("active", "réactivation"),
    /** A period of validity is taken away. */
    @SerialName("period")
    PERIOD("period", "période levée"),
    /** An expert handles one subject more. */
    @SerialName("subject")
    SUBJECT("subject", "sujet ajouté"),
}

/** One change of the directory, and what it adds. */
@Serializable
public data class DemandChange(
    /** What is changed. */
    public val kind: DemandChangeKind,
    /** Whether it is changed in an institution, an antenne or an expert. */
    public val target: DemandBy,
    /** The id of that institution, antenne or expert. */
    public val id: String,
    /** The field that changes: of the criterion where there is one, else of the target. */
    public val field: String,
    /** How many needs the row matches more. */
    public val needs: Long,
    /** All that in one sentence. */
    public val sentence: String,
    /** The change as a JSON document that `Router::with_changes` takes: the whole record as it is afterwards. */
    public val document: String,
    /** Of a criterion, its position among those of the target, from 0. */
    public val criterion: Int? = null,
    /** What the field says before; of a list, the entry that is taken out. */
    public val before: String? = null,
    /** What the field says afterwards; of a list, the entry that is added. */
    public val after: String? = null,
    /** The subject that the expert handles afterwards, or to whose questions other answers are taken. */
    public val subject: String? = null,
)

/** A need that cannot be routed as it is. */
@Serializable
public data class DemandFault(
    /** The position of the need, from 0. */
    public val position: Int,
    /** The stable code of the error. */
    public val code: String,
    /** The error in words. */
    public val message: String,
    /** The need's id, if it has one. */
    public val need: String? = null,
    /** The field at fault. */
    public val field: String? = null,
)

/**
 * What the report is asked for. Without any field: a row an institution, with ten of the changes that would
 * bring it most, at most three of each kind.
 */
@Serializable
public data class DemandQuery(
    /** By what needs are counted. */
    public val by: DemandBy = DemandBy.INSTITUTION,
    /** The ids or aliases of the institutions that are looked at; all if empty. */
    public val institutions: List<String> = emptyList(),
    /** The ids of the subjects whose needs count; all if empty. */
    public val subjects: List<String> = emptyList(),
    /** The kinds of changes that are looked for; all if empty. */
    public val kinds: List<DemandChangeKind> = emptyList(),
    /** How many changes each row tells at most. */
    public val changes: Int = 10,
    /** How many of them are of one kind at most, so that one kind leaves room for others. */
    @SerialName("of_kind")
    public val ofKind: Int = 3,
    /** The language of the sentences. */
    public val language: Language = Language.FR,
)

/** What became of the needs that were sent: needs are counted, not referrals. */
@Serializable
public data class DemandReferrals(
    /** Needs that it received, now or before they were given to another. */
    public val sent: Long,
    /** Of these, the needs that it answered: taken in charge, closed or refused by itself. */
    public val answered: Long,
    /** Of these, the needs that it helped. */
    public val helped: Long,
)

/** What was asked of each institution, antenne or expert, and what stood in the way. */
@Serializable
public data class DemandReport(
    /** By what needs are counted. */
    public val by: DemandBy,
    /** How many needs count: those that can be routed, on the subjects that were asked for. */
    public val needs: Long,
    /** One row an institution, antenne or expert, in the order of their ids. */
    public val rows: List<DemandRow>,
    /**
     * How many referrals of these needs the rows do not count for everybody who had them, now or before: the
     * directory does not have the expert, antenne or institution, or it is in no row.
     */
    @SerialName("referrals_elsewhere")
    public val referralsElsewhere: Long,
    /** The needs that cannot be routed as they are, and do not count. */
    public val faults: List<DemandFault>,
)

/** The needs of which a report is wanted. */
@Serializable
internal data class DemandRequest(
    /** The needs. What cannot be read or routed is a fault of the report. */
    internal val needs: List<Need>,
    /** Their referrals. Where there are some, the report says what was sent, answered and helped. */
    internal val referrals: List<Referral> = emptyList(),
    /** What to report. */
    internal val query: DemandQuery? = null,
)

/** What was asked of one institution, antenne or expert. */
@Serializable
public data class DemandRow(
    /** The id of the institution, antenne or expert. */
    public val id: String,
    /** Its name. */
    public val name: String,
    /** The institution that it is, or belongs to. */
    public val institution: String,
    /** Needs on its subjects, in its territory. */
    public val asked: Long,
    /** Of these, the needs that it matches. */
    public val matched: Long,
    /**
     * Of these, the others, by the rule that stops them, in the order of the rules. A need counts once: with
     * `matched` they add up to `asked`.
     */
    public val stopped: List<DemandStop>,
    /** Needs on its subjects outside of its territory. */
    public val outside: Long,
    /** What one change of the directory would add, the greatest first. */
    public val changes: List<DemandChange>,
    /** What became of the needs, where referrals are given. */
    public val referrals: DemandReferrals? = null,
)

/** How many needs a rule stops. */
@Serializable
public data class DemandStop(
    /** The rule. */
    public val rule: Rule,
    /** How many needs. */
    public val needs: Long,
)
