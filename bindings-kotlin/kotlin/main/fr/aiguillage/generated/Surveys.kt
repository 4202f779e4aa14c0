// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** By what surveys are grouped. */
@Serializable
public enum class SurveyDimension(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** The experts who helped. */
    @SerialName("expert")
    EXPERT("expert", "Expert"),
    /** Their antennes. */
    @SerialName("antenne")
    ANTENNE("antenne", "Antenne"),
    /** Their institutions. */
    @SerialName("institution")
    INSTITUTION("institution", "Institution"),
    /** The subject of the need. */
    @SerialName("subject")
    SUBJECT("subject", "Sujet"),
}

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
)

/** How many companies an exchange allowed to do something. */
@Serializable
public data class OutcomeCount(
    /** What. */
    public val outcome: SurveyOutcome,
    /** How many. */
    public val count: Int,
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

/** A survey that does not count. */
@Serializable
public data class SurveyFault(
    /** A code of `ReferralError`: `unknown_need`, `duplicate_id`, `impossible_date`, `missing_field`. */
    public val code: String,
    /** What is wrong, with what was probably meant. */
    public val message: String,
    /** The field at fault: `surveys[3].need`. */
    public val field: String? = null,
)

/** Answers, in numbers. */
@Serializable
public data class SurveyFigures(
    /** How many companies were asked. */
    public val asked: Int,
    /** How many answered. */
    public val answered: Int,
    /** How many were called back. */
    @SerialName("called_back")
    public val calledBack: Int,
    /** How many found the exchange useful. */
    public val useful: Int,
    /** How many were called back and found that useful. */
    public val satisfied: Int,
    /** What the exchange allowed them to do: every outcome there is, with its number. */
    public val outcomes: List<OutcomeCount>,
    /** The share of those asked who answered, from 0 to 1; nothing where nobody was asked. */
    @SerialName("answer_rate")
    public val answerRate: Double? = null,
    /** The share of those who answered who are satisfied, from 0 to 1; nothing where nobody answered. */
    @SerialName("satisfied_rate")
    public val satisfiedRate: Double? = null,
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

/** Which surveys count, and how they are grouped. */
@Serializable
public data class SurveyQuery(
    /** By what they are grouped; all together if it is not given. */
    public val by: SurveyDimension? = null,
    /** The first day of asking; any if it is not given. */
    public val from: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** The last day of asking; any if it is not given. */
    public val until: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** Groups with fewer answers are not shown: 0. */
    public val minimum: Int = 0,
)

/** What companies answered. */
@Serializable
public data class SurveyReport(
    /** Every survey once. */
    public val total: SurveyFigures,
    /**
     * A row a group, those with most answers first. A need that two experts helped counts for both, so that
     * rows may add up to more than the total.
     */
    public val rows: List<SurveyRow>,
    /** How many groups have too few answers to be shown. */
    public val withheld: Int,
    /** The surveys that do not count, and why. */
    public val faults: List<SurveyFault>,
)

/** One survey. */
@Serializable
internal data class SurveyRequest(
    /** The survey. */
    internal val survey: Survey,
)

/** Surveys to be counted, with their needs and those who helped. */
@Serializable
internal data class SurveyResultsRequest(
    /** The needs. */
    internal val needs: List<TrackedNeed>,
    /** Their referrals. */
    internal val referrals: List<Referral>,
    /** The surveys. */
    internal val surveys: List<Survey>,
    /** Which of them count, and how they are grouped. */
    internal val query: SurveyQuery? = null,
)

/** What the companies of a group answered. */
@Serializable
public data class SurveyRow(
    /** Its figures. */
    public val figures: SurveyFigures,
    /**
     * The id of the expert, antenne, institution or subject; nothing for surveys about needs of which that is
     * not known, or that nobody has helped any more.
     */
    public val group: String? = null,
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
