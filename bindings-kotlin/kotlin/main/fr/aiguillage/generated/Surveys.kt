// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What kind of thing happened to a survey. */
@Serializable
public enum class SurveyEventKind(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** The company was asked. */
    @SerialName("asked")
    ASKED("asked", "Enquête envoyée"),
    /** The company answered. */
    @SerialName("answered")
    ANSWERED("answered", "Réponse reçue"),
}

/** What an exchange with an expert allowed the company to do. */
@Serializable
public enum class SurveyOutcome(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** It found out about a programme, an aid or a service. */
    @SerialName("offer_discovered")
    OFFER_DISCOVERED("offer_discovered", "Découvrir une offre d’accompagnement"),
    /** It started something. */
    @SerialName("actions_started")
    ACTIONS_STARTED("actions_started", "Engager des actions"),
    /** It made a choice. */
    @SerialName("choice_made")
    CHOICE_MADE("choice_made", "Faire un choix"),
    /** Something else. */
    @SerialName("other")
    OTHER("other", "Autre"),
}

/** What a company answers. */
@Serializable
internal data class AnswerSurveyRequest(
    /** The surveys, that of the need among them. */
    internal val surveys: List<Survey>,
    /** The answer. */
    internal val answer: SurveyAnswer,
)

/** A need about which its company is asked. */
@Serializable
internal data class AskSurveyRequest(
    /** The surveys that there are already. */
    internal val surveys: List<Survey>,
    /** The id of the need. */
    internal val need: String,
    /** The day. */
    internal val on: @Serializable(with = DaySerializer::class) LocalDate,
)

/** What happened to surveys, in whatever order and however often it arrived. */
@Serializable
internal data class FoldSurveysRequest(
    /** The events. */
    internal val events: List<SurveyEvent>,
    /** The day as of which the surveys are wanted; as they stand now if it is not given. */
    internal val on: @Serializable(with = DaySerializer::class) LocalDate? = null,
)

/** What events make. */
@Serializable
public data class FoldedSurveys(
    /** The surveys as they stand, in the order of their needs. */
    public val surveys: List<Survey>,
    /** The events that could not happen where their date puts them; a repeated event is not one of them. */
    public val ignored: List<IgnoredSurveyEvent>,
    /** The events of kinds that this version does not know, each once. */
    public val unknown: List<UnknownEvent> = emptyList(),
)

/** An event of a survey that changed nothing, and why. */
@Serializable
public data class IgnoredSurveyEvent(
    /** The event. */
    public val event: SurveyEvent,
    /**
     * A code of `ReferralError`: `already_asked`, `already_answered`, `unknown_need` for an answer that nobody
     * asked for, `missing_field`, `invalid_value`.
     */
    public val code: String,
    /** What is wrong. */
    public val message: String,
    /** The field at fault. */
    public val field: String? = null,
)

/** What a company was asked about a need, and what it answered. */
@Serializable
public data class Survey(
    /** The id of the need. A need has one survey. */
    public val need: String,
    /** The day the company was asked. */
    @SerialName("asked_on")
    public val askedOn: @Serializable(with = DaySerializer::class) LocalDate,
    /** The day it answered. */
    @SerialName("answered_on")
    public val answeredOn: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** Whether somebody called it back. */
    @SerialName("called_back")
    public val calledBack: Boolean? = null,
    /** Whether the exchange was useful; not known where nobody asked that. */
    public val useful: Boolean? = null,
    /** What the exchange allowed it to do, each once. */
    public val outcomes: List<SurveyOutcome> = emptyList(),
)

/** What a company answers. */
@Serializable
public data class SurveyAnswer(
    /** The id of the need. */
    public val need: String,
    /** The day. */
    public val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** Whether somebody called it back. */
    @SerialName("called_back")
    public val calledBack: Boolean,
    /** Whether the exchange was useful. */
    public val useful: Boolean? = null,
    /** What the exchange allowed it to do. */
    public val outcomes: List<SurveyOutcome> = emptyList(),
)

/** What changed: the events to keep, and the surveys that changed, as they stand now. */
@Serializable
public data class SurveyChanges(
    /** In the order in which they happened. */
    public val events: List<SurveyEvent>,
    /** Only those that changed. */
    public val surveys: List<Survey>,
)

/** A need whose company is to be asked. */
@Serializable
public data class SurveyDue(
    /** Its id. */
    public val need: String,
    /** The day the first expert helped. */
    @SerialName("helped_on")
    public val helpedOn: @Serializable(with = DaySerializer::class) LocalDate,
    /** Since when the company is to be asked. */
    public val since: @Serializable(with = DaySerializer::class) LocalDate,
    /** The last day on which it is. */
    public val until: @Serializable(with = DaySerializer::class) LocalDate,
    /** The experts who helped, in the order in which they did: those to whom the answer is shown. */
    public val experts: List<String>,
)

/**
 * One thing that happened to the survey of a need. Events are only ever added; what a survey is follows from
 * them (`fold_surveys`).
 */
@Serializable
public data class SurveyEvent(
    /** The id of the need. */
    public val need: String,
    /** The day it happened. */
    public val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** What happened. */
    public val kind: SurveyEventKind,
    /** Whether somebody called the company back; an answer says so. */
    @SerialName("called_back")
    public val calledBack: Boolean? = null,
    /** Whether the exchange was useful. */
    public val useful: Boolean? = null,
    /** What the exchange allowed the company to do. */
    public val outcomes: List<SurveyOutcome> = emptyList(),
)

/** One event of a survey. */
@Serializable
internal data class SurveyEventRequest(
    /** The event. */
    internal val event: SurveyEvent,
)

/** When to ask a company. */
@Serializable
public data class SurveyPolicy(
    /** How many days after the first help: 10. */
    @SerialName("after_days")
    public val afterDays: Int = 10,
    /** For how many months after the need was first sent: 3. */
    @SerialName("within_months")
    public val withinMonths: Int = 3,
)

/** One survey. */
@Serializable
internal data class SurveyRequest(
    /** The survey. */
    internal val survey: Survey,
)

/** Referrals whose companies may be due for a survey. */
@Serializable
internal data class SurveysDueRequest(
    /** The referrals. */
    internal val referrals: List<Referral>,
    /** The surveys that there are already. */
    internal val surveys: List<Survey>,
    /** The day. */
    internal val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** When companies are asked. */
    internal val policy: SurveyPolicy? = null,
)
