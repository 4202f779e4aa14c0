// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A message that the library can render. */
@Serializable
public enum class NotificationKind(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** To an expert: a new need, with two buttons. */
    @SerialName("expert_new_need")
    EXPERT_NEW_NEED("expert_new_need", "Nouveau besoin, à l’expert"),
    /** To an expert: the need still waits. */
    @SerialName("expert_reminder")
    EXPERT_REMINDER("expert_reminder", "Relance de l’expert"),
    /** To an expert: the last reminder before the need is given up. */
    @SerialName("expert_last_chance")
    EXPERT_LAST_CHANCE("expert_last_chance", "Dernière relance de l’expert"),
    /** To the company: who will call. */
    @SerialName("company_sent")
    COMPANY_SENT("company_sent", "Qui va vous appeler, à l’entreprise"),
    /** To the company: an expert has taken the need in charge. */
    @SerialName("company_taken")
    COMPANY_TAKEN("company_taken", "Prise en charge, à l’entreprise"),
    /** To the company: nobody has answered. */
    @SerialName("company_abandoned")
    COMPANY_ABANDONED("company_abandoned", "Abandon, à l’entreprise"),
    /** To the company: nobody has taken the need in charge yet, and the experts were reminded. */
    @SerialName("company_not_taken")
    COMPANY_NOT_TAKEN("company_not_taken", "Pas encore prise en charge, à l’entreprise"),
    /** To the company: an expert has called, and nobody answered. */
    @SerialName("company_not_reachable")
    COMPANY_NOT_REACHABLE("company_not_reachable", "Entreprise injoignable, à l’entreprise"),
    /** To the company: was it called back, and was that useful? */
    @SerialName("company_survey")
    COMPANY_SURVEY("company_survey", "Enquête de satisfaction, à l’entreprise"),
    /** To the company, months later: it may ask again. */
    @SerialName("company_come_back")
    COMPANY_COME_BACK("company_come_back", "Invitation à revenir, à l’entreprise"),
    /** To the adviser: where a referral stands. */
    @SerialName("adviser_progress")
    ADVISER_PROGRESS("adviser_progress", "Nouvelles d’un besoin, au conseiller"),
    /** To the adviser: everybody has refused. */
    @SerialName("adviser_refused")
    ADVISER_REFUSED("adviser_refused", "Refus de tous, au conseiller"),
    /** To the adviser: nobody has moved for long. */
    @SerialName("adviser_last_chance")
    ADVISER_LAST_CHANCE("adviser_last_chance", "Risque d’abandon, au conseiller"),
}

/** An adviser, as messages show them. */
@Serializable
public data class AdviserCard(
    /** Their name. */
    public val name: String? = null,
)

/** A question and its answer. */
@Serializable
public data class AnswerCard(
    /** The label of the question. */
    public val question: String,
    /** The answer; choices by their labels. */
    public val answer: Answer,
)

/** A person of the company. */
@Serializable
public data class ContactCard(
    /** Their name. */
    public val name: String? = null,
    /** Where to call. */
    public val phone: String? = null,
    /** Where to write. */
    public val email: String? = null,
)

/** An expert, as messages show them. */
@Serializable
public data class ExpertCard(
    /** Their name. */
    public val name: String? = null,
    /** The name of their institution. */
    public val institution: String? = null,
    /** Where to call. */
    public val phone: String? = null,
    /** Where to write. */
    public val email: String? = null,
)

/** A facility, as messages show it. */
@Serializable
public data class FacilityCard(
    /** The company's name. */
    public val name: String? = null,
    /** Its number. */
    public val siret: String? = null,
    /** The name of its commune. */
    public val commune: String? = null,
    /** What it does, in words. */
    public val activity: String? = null,
    /** How many work there, in words. */
    public val headcount: String? = null,
)

/**
 * Where buttons lead: `http`, `https` or `mailto`, made by the host.
 *
 * Mail filters follow links before people do: a link should lead to a page with a button, and not change
 * anything by itself.
 */
@Serializable
public data class Links(
    /** “I take charge”. */
    @SerialName("take_charge")
    public val takeCharge: String? = null,
    /** “Not for me”. */
    @SerialName("not_for_me")
    public val notForMe: String? = null,
    /** The need in the host's application. */
    public val see: String? = null,
    /** Asking again, for a company that nobody called. */
    @SerialName("ask_again")
    public val askAgain: String? = null,
    /** The survey, for a company that was helped. */
    public val survey: String? = null,
)

/** A message to be sent. */
@Serializable
public data class Message(
    /** One line without control characters. */
    public val subject: String,
    /** Plain text. */
    public val text: String,
    /** A whole HTML document. */
    public val html: String,
)

/** A need, as messages show it. */
@Serializable
public data class NeedCard(
    /** The label of its subject. */
    public val subject: String? = null,
    /** The label of its theme. */
    public val theme: String? = null,
    /** What the company wrote. */
    public val description: String? = null,
    /** What the company answered. */
    public val answers: List<AnswerCard> = emptyList(),
    /** The day it was sent. */
    @SerialName("sent_on")
    public val sentOn: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** For how many days it has been waiting. */
    public val days: Int? = null,
    /** Where its referral stands: `taken_in_charge`, `done`… */
    public val state: ReferralState? = null,
    /** Why the expert refused. */
    public val reason: RefusalReason? = null,
)

/**
 * The facts of a message. Which of them a message needs is in `NotificationKind`'s template; one that is
 * missing is an error that names it.
 */
@Serializable
public data class NotificationData(
    /** Who sends. */
    public val service: Service? = null,
    /** What the company needs. */
    public val need: NeedCard? = null,
    /** The company's site. */
    public val facility: FacilityCard? = null,
    /** Whom to call in the company. */
    public val contact: ContactCard? = null,
    /** The expert to whom, or of whom, the message is. */
    public val expert: ExpertCard? = null,
    /** All experts who got the need. */
    public val experts: List<ExpertCard> = emptyList(),
    /** The adviser to whom the message is. */
    public val adviser: AdviserCard? = null,
    /** Where buttons lead. */
    public val links: Links? = null,
)

/** A message that is to be rendered. */
@Serializable
internal data class RenderRequest(
    /** What it is. */
    internal val kind: NotificationKind,
    /** What it shows. */
    internal val data: NotificationData,
    /** Templates of the host instead of the library's. */
    internal val overrides: List<TemplateOverride> = emptyList(),
)

/** A message that is to be rendered by templates that were compiled before. */
@Serializable
internal data class RenderWithRequest(
    /** What it is. */
    internal val kind: NotificationKind,
    /** What it shows. */
    internal val data: NotificationData,
)

/** The service that sends. */
@Serializable
public data class Service(
    /** Its name, at the head and the foot of every message. */
    public val name: String? = null,
    /** Where to write to a person. */
    public val email: String? = null,
    /** Where to call. */
    public val phone: String? = null,
)

/** A template of the host's instead of ours. */
@Serializable
public data class TemplateOverride(
    /** Which one: `expert_new_need.html`, `layout.text`… See `template_names`. */
    public val template: String,
    /** Its text, in Jinja. */
    public val source: String,
)
