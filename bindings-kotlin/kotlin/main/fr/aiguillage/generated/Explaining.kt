// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Whose data decided a rule. */
@Serializable
public enum class Owner(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** The subject's theme, where it is offered in some zones only. */
    @SerialName("theme")
    THEME("theme"),
    /** The subject itself. */
    @SerialName("subject")
    SUBJECT("subject"),
    /** The institution. */
    @SerialName("institution")
    INSTITUTION("institution"),
    /** The antenne. */
    @SerialName("antenne")
    ANTENNE("antenne"),
    /** The expert. */
    @SerialName("expert")
    EXPERT("expert"),
    /** The expert's competence in the subject. */
    @SerialName("competence")
    COMPETENCE("competence"),
}

/** The rules of matching, in their order. */
@Serializable
public enum class Rule(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** The expert has the competence, and the subject is not archived. */
    @SerialName("subject")
    SUBJECT("subject", "Sujet"),
    /** The expert, its antenne and its institution are active, and the day of the need lies in their periods. */
    @SerialName("active")
    ACTIVE("active", "Activité"),
    /** The theme is offered there, and the expert's territory covers the commune. */
    @SerialName("territory")
    TERRITORY("territory", "Territoire"),
    /** The institution serves the nature of the facility's activity. */
    @SerialName("activities")
    ACTIVITIES("activities", "Nature d’activité"),
    /** An OPCO matches only its own facilities. */
    @SerialName("opco")
    OPCO("opco", "OPCO"),
    /** The criteria of the expert, its antenne and its institution accept. */
    @SerialName("criteria")
    CRITERIA("criteria", "Filtres"),
    /** No answer contradicts what the institution asks for. */
    @SerialName("answers")
    ANSWERS("answers", "Réponses"),
}

/** What the rules say of one competent expert. */
@Serializable
public data class ExpertVerdict(
    /** The expert. */
    public val expert: String,
    /** The expert's antenne. */
    public val antenne: String,
    /** The antenne's institution. */
    public val institution: String,
    /** Whether the expert matches. */
    public val matches: Boolean,
    /** One verdict a rule, in the order of the rules. */
    public val rules: List<RuleVerdict>,
    /** Who takes the expert's place on the day of the need, where it matches, is away, and somebody stands in. */
    @SerialName("replaced_by")
    public val replacedBy: String? = null,
)

/** A need whose experts are to be explained. */
@Serializable
internal data class ExplainRequest(
    /** The need. */
    internal val need: Need,
    /** The language of the sentences. */
    internal val language: Language = Language.FR,
)

/** Why each competent expert matches a need or does not. */
@Serializable
public data class Explanation(
    /** The version of the rules that decided. */
    public val rules: RulesVersion,
    /** The subject of the need. */
    public val subject: String,
    /** The current commune of the need. */
    public val commune: String,
    /** Every expert who has the competence, active or not, by id. */
    public val experts: List<ExpertVerdict>,
    /** How many are left after each rule. */
    public val funnel: List<FunnelStep>,
    /** The facts whose absence rejected somebody: what to ask the company. The most useful first. */
    public val missing: List<MissingFact>,
    /** The experts whom one rule alone stops, the nearest territory first. */
    public val nearest: List<NearMiss>,
    /** Whether the need's postal code and town make that commune likely, not certain. */
    @SerialName("commune_is_likely")
    public val communeIsLikely: Boolean = false,
    /** Whether the need's exact headcount, which counts, lies outside of the band that it gives too. */
    @SerialName("headcount_differs")
    public val headcountDiffers: Boolean = false,
)

/** How many experts are left after a rule and those before it. */
@Serializable
public data class FunnelStep(
    /** The rule. */
    public val rule: Rule,
    /** How many are left. */
    public val left: Int,
)

/** A fact that the need does not carry, or not exactly enough, and that rejected somebody. */
@Serializable
public data class MissingFact(
    /** The field of the need. For a headcount known by its band, the exact number. */
    public val field: NeedField,
    /** How many experts it could unlock by itself: nothing else stops them. */
    public val unlocks: Int,
    /** How many experts lack it, some of them among other facts: nothing that is known stops them. */
    public val concerns: Int,
)

/** An expert whom one rule alone stops. */
@Serializable
public data class NearMiss(
    /** The expert. */
    public val expert: String,
    /** The only rule that does not hold. */
    @SerialName("stopped_by")
    public val stoppedBy: Rule,
    /**
     * The narrowest zone that holds both the need's commune and a part of the expert's territory: the commune
     * itself where the territory covers it, else their EPT, EPCI, département or région.
     */
    public val shared: String,
    /** Why, in French. */
    public val sentence: String,
)

/** The verdict of one rule on one expert, and what decided it. */
@Serializable
public data class RuleVerdict(
    /** The rule. */
    public val rule: Rule,
    /** Whether it holds. */
    public val holds: Boolean,
    /** All that in French. */
    public val sentence: String,
    /** Whether it rejects only because facts are not known: more facts might make it hold. */
    public val undetermined: Boolean = false,
    /**
     * Whether the sentence tells more than that all is well: the rule stops the expert, or the directory has
     * something that it looked at, such as a territory, criteria, or answers that the institution waits for.
     * What is not remarkable, such as « Aucun filtre sur ce sujet. », can be left out where room is short.
     */
    public val remarkable: Boolean = false,
    /** Whose data decided. */
    public val owner: Owner? = null,
    /** The criterion that rejects. */
    public val criterion: Criterion? = null,
    /** Of the criterion's alternatives, where these reject, the position of the one that came nearest, from 0. */
    public val alternative: Int? = null,
    /** The facts of the need that decided, or are not known. */
    public val fields: List<NeedField> = emptyList(),
    /** The zone that covers the commune. */
    public val zone: String? = null,
    /** The question whose answer contradicts. */
    public val question: String? = null,
)
