// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What kind of thing happened. */
@Serializable
public enum class EventKind(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** The referral was sent to an expert: its first event. */
    @SerialName("sent")
    SENT("sent", "Transmise"),
    /** It went from one state to another. */
    @SerialName("moved")
    MOVED("moved", "Suivi"),
    /** It was given to another expert, for whom it begins anew. */
    @SerialName("reassigned")
    REASSIGNED("reassigned", "Réattribuée"),
    /** Another expert has taken it over as it stands, from somebody who leaves, say. */
    @SerialName("transferred")
    TRANSFERRED("transferred", "Transférée"),
    /** Somebody has said something about it. The text is the host's. */
    @SerialName("comment")
    COMMENT("comment", "Commentaire"),
}

/** Where a need stands, by its referrals. */
@Serializable
public enum class NeedStatus(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** Nothing was sent. */
    @SerialName("not_sent")
    NOT_SENT("not_sent", "Pas encore transmis"),
    /** Somebody has helped. */
    @SerialName("done")
    DONE("done", "Aide proposée"),
    /** Somebody has called, and there was no help. */
    @SerialName("done_no_help")
    DONE_NO_HELP("done_no_help", "Pas d’aide disponible"),
    /** The company could not be reached. */
    @SerialName("done_not_reachable")
    DONE_NOT_REACHABLE("done_not_reachable", "Entreprise injoignable"),
    /** Somebody takes care of it. */
    @SerialName("taken_in_charge")
    TAKEN_IN_CHARGE("taken_in_charge", "Prise en charge"),
    /** Everybody who has it may still answer, or somebody may. */
    @SerialName("waiting")
    WAITING("waiting", "En attente de réponse"),
    /** Everybody has refused. */
    @SerialName("not_for_me")
    NOT_FOR_ME("not_for_me", "Refusé par tous"),
}

/** Where a referral stands. */
@Serializable
public enum class ReferralState(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** Sent, and the expert has not moved. */
    @SerialName("waiting")
    WAITING("waiting", "En attente de réponse"),
    /** The expert has said that they will call the company. */
    @SerialName("taken_in_charge")
    TAKEN_IN_CHARGE("taken_in_charge", "Prise en charge"),
    /** Closed: the company was helped. */
    @SerialName("done")
    DONE("done", "Aide proposée"),
    /** Closed: the company was called, and there was no help for it. */
    @SerialName("done_no_help")
    DONE_NO_HELP("done_no_help", "Pas d’aide disponible"),
    /** Closed: the company could not be reached. */
    @SerialName("done_not_reachable")
    DONE_NOT_REACHABLE("done_not_reachable", "Entreprise injoignable"),
    /** Closed: the expert has refused. */
    @SerialName("not_for_me")
    NOT_FOR_ME("not_for_me", "Refusée"),
    /** Closed by itself: another expert of the same network takes the need. It is no refusal. */
    @SerialName("taken_by_sibling")
    TAKEN_BY_SIBLING("taken_by_sibling", "Prise en charge par un collègue du réseau"),
}

/** Why an expert refused. */
@Serializable
public enum class RefusalReason(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** The subject is not theirs. */
    @SerialName("subject")
    SUBJECT("subject", "Sujet hors de ma compétence"),
    /** The company is not on their territory. */
    @SerialName("territory")
    TERRITORY("territory", "Hors de mon territoire"),
    /** The company does not meet the conditions. */
    @SerialName("criteria")
    CRITERIA("criteria", "Entreprise hors critères"),
    /** No time, or nobody there. */
    @SerialName("capacity")
    CAPACITY("capacity", "Pas disponible"),
    /** The company is already being helped with it. */
    @SerialName("already_helped")
    ALREADY_HELPED("already_helped", "Entreprise déjà accompagnée"),
    /** The request is no need: a sales call, a test, a mistake. */
    @SerialName("not_a_need")
    NOT_A_NEED("not_a_need", "Demande sans objet"),
    /** Something else. */
    @SerialName("other")
    OTHER("other", "Autre raison"),
}

/** What a request is. */
@Serializable
public enum class RequestKind(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** A new need. */
    @SerialName("new")
    NEW("new", "Nouveau besoin"),
    /** The company reminds us of a need that is still open. */
    @SerialName("reminder")
    REMINDER("reminder", "Relance d’un besoin en cours"),
    /** The same request once more. */
    @SerialName("duplicate")
    DUPLICATE("duplicate", "Doublon"),
}

/** A need of which only what statistics may keep is to stay. */
@Serializable
internal data class AnonymiseRequest(
    /** The need. */
    internal val need: TrackedNeed,
    /** The day. */
    internal val on: @Serializable(with = DaySerializer::class) LocalDate,
)

/** A referral and one more event. */
@Serializable
internal data class ApplyRequest(
    /** The referral. */
    internal val referral: Referral,
    /** The event. */
    internal val event: ReferralEvent,
)

/** What changed: the events to keep, and the referrals that changed, as they stand now. */
@Serializable
public data class Changes(
    /** In the order in which they happened. */
    public val events: List<ReferralEvent>,
    /** Only those that changed. */
    public val referrals: List<Referral>,
)

/** A request of a company, and those that came before it. */
@Serializable
internal data class ClassifyRequest(
    /** The request. */
    internal val request: Request,
    /** Those before it. */
    internal val earlier: List<Request>,
    /** How far apart requests are the same. */
    internal val policy: RequestPolicy? = null,
)

/** One event. */
@Serializable
internal data class EventRequest(
    /** The event. */
    internal val event: ReferralEvent,
)

/** Events, in whatever order and however often they arrived. */
@Serializable
internal data class FoldRequest(
    /** The events. */
    internal val events: List<ReferralEvent>,
    /** The day as of which the referrals are wanted; as they stand now if it is not given. */
    internal val on: @Serializable(with = DaySerializer::class) LocalDate? = null,
)

/** What events make. */
@Serializable
public data class Folded(
    /** The referrals as they stand, in the order of their ids. */
    public val referrals: List<Referral>,
    /**
     * The events that could not happen where their date puts them, in the order of their referrals; a repeated
     * event is not one of them.
     */
    public val ignored: List<IgnoredEvent>,
    /**
     * The events of kinds that this version does not know, each once: none where they were read as
     * `ReferralEvent`s already.
     */
    public val unknown: List<UnknownEvent> = emptyList(),
)

/** An event that changed nothing, and why. */
@Serializable
public data class IgnoredEvent(
    /** The event. */
    public val event: ReferralEvent,
    /** A code of `ReferralError`. */
    public val code: String,
    /** What is wrong, with what can be done. */
    public val message: String,
    /** The field at fault. */
    public val field: String? = null,
)

/** A move from one state to another. */
@Serializable
public data class Move(
    /** The id of the referral. */
    public val referral: String,
    /** Where it goes. */
    public val to: ReferralState,
    /** The day. */
    public val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** Why, where the expert refuses. */
    public val reason: RefusalReason? = null,
    /** The host's id of who moves it. */
    public val author: String? = null,
)

/** A referral that moves to another state. */
@Serializable
internal data class MoveRequest(
    /** All referrals of its need. */
    internal val referrals: List<Referral>,
    /** What moves, and where. */
    internal val move: Move,
    /** The ids of institutions of which one expert suffices, besides those that the directory marks. */
    @SerialName("single_takers")
    internal val singleTakers: List<String> = emptyList(),
)

/** The states of a need's referrals. */
@Serializable
internal data class NeedStatusRequest(
    /** The states. */
    internal val states: List<ReferralState>,
)

/** An expert who had a referral before it was given to another. */
@Serializable
public data class PastExpert(
    /** Their id. */
    public val expert: String,
    /** Their institution, at that time. */
    public val institution: String,
    /** The day it was sent to them, or came to them. */
    @SerialName("sent_on")
    public val sentOn: @Serializable(with = DaySerializer::class) LocalDate,
    /** The day it was given to another. */
    public val until: @Serializable(with = DaySerializer::class) LocalDate,
    /** Where it stood then: `not_for_me` if they had refused. */
    public val state: ReferralState,
    /** Their antenne, at that time. */
    public val antenne: String? = null,
    /** The day they refused, if they had. */
    @SerialName("closed_on")
    public val closedOn: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** Why they had refused. */
    public val reason: RefusalReason? = null,
    /** The host's id of who gave it to another. */
    public val author: String? = null,
)

/** One request of a company. */
@Serializable
internal data class ReadRequestRequest(
    /** The request. */
    internal val request: Request,
)

/** A referral that is given to another expert. */
@Serializable
internal data class ReassignRequest(
    /** All referrals of its need. */
    internal val referrals: List<Referral>,
    /** Who gets it. */
    internal val reassignment: Reassignment,
)

/** A referral to be given to another expert. */
@Serializable
public data class Reassignment(
    /** The id of the referral. */
    public val referral: String,
    /** To whom. */
    public val expert: String,
    /** Their institution. */
    public val institution: String,
    /** The day. */
    public val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** Their antenne. */
    public val antenne: String? = null,
    /** The host's id of who gives it to another. */
    public val author: String? = null,
)

/**
 * One need with one expert, as it stands. A host stores this, or the events that `fold` makes it of.
 *
 * Days are civil days, as the host's calendar shows them: a delay is the difference of two dates, which
 * neither a change of clock nor the hour can move. A host that has instants takes their date in its own legal
 * time.
 */
@Serializable
public data class Referral(
    /** What the host calls it; unique among all referrals. */
    public val id: String,
    /** The id of the need. */
    public val need: String,
    /** The id of the expert who has it now. */
    public val expert: String,
    /** The institution of that expert, at that time. */
    public val institution: String,
    /** The day it was sent to that expert; where it was transferred to them, to whoever had it before. */
    @SerialName("sent_on")
    public val sentOn: @Serializable(with = DaySerializer::class) LocalDate,
    /** Where it stands. */
    public val state: ReferralState,
    /** The antenne of that expert, at that time. */
    public val antenne: String? = null,
    /** Whether a person chose the expert, rather than the router. */
    @SerialName("by_hand")
    public val byHand: Boolean = false,
    /** The day it came back to waiting, where it did: reminders count from there. */
    @SerialName("reopened_on")
    public val reopenedOn: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** The day it was taken in charge, or closed at once with a done state. */
    @SerialName("taken_on")
    public val takenOn: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** The day it was closed. */
    @SerialName("closed_on")
    public val closedOn: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** Why the expert refused. */
    public val reason: RefusalReason? = null,
    /** The host's id of who made the last move. */
    public val author: String? = null,
    /** The day of the last move. */
    @SerialName("moved_on")
    public val movedOn: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** How many events it is made of. */
    public val seq: Int = 0,
    /** The experts who had it before, in order. */
    public val past: List<PastExpert> = emptyList(),
)

/**
 * One thing that happened to a referral. Events are only ever added; what a referral is follows from them
 * (`fold`).
 *
 * It is flat, so that it is a row of a table as well as an object: `expert`, `antenne`, `institution` belong
 * to `sent`, `reassigned` and `transferred`, `by_hand` to the first two, `reason` to a refusal. A `comment`
 * changes nothing, and has no number.
 */
@Serializable
public data class ReferralEvent(
    /** The id of the referral. */
    public val referral: String,
    /** The day it happened: with `seq`, what orders events, whenever they arrive. */
    public val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** The id of the need. */
    public val need: String,
    /** What happened. */
    public val kind: EventKind,
    /**
     * Where the referral stands since: `waiting` where it was sent or reassigned; where it stood anyway of a
     * transfer and a comment.
     */
    public val to: ReferralState,
    /**
     * Which event of its referral it is, from 1; it orders those of a day. 0 where the host does not count
     * them: then those of a day have the order of their states.
     */
    public val seq: Int = 0,
    /** Why the expert refused. */
    public val reason: RefusalReason? = null,
    /** The host's id of who did it; nobody for what follows by itself. */
    public val author: String? = null,
    /** The expert to whom it was sent. */
    public val expert: String? = null,
    /** Their antenne. */
    public val antenne: String? = null,
    /** Their institution. */
    public val institution: String? = null,
    /** Whether a person chose the expert, rather than the router. */
    @SerialName("by_hand")
    public val byHand: Boolean = false,
)

/** One referral. */
@Serializable
internal data class ReferralRequest(
    /** The referral. */
    internal val referral: Referral,
)

/** A request of a company, as it comes in or as it came in before. */
@Serializable
public data class Request(
    /** What the host calls it. */
    public val id: String,
    /** The id of the subject. */
    public val subject: String,
    /** When it came in. */
    public val at: @Serializable(with = InstantSerializer::class) Instant,
    /**
     * Who asks: a SIREN, a SIRET (its SIREN counts) or an id of the host's. Nobody knows who asks without one,
     * and the request is new.
     */
    public val company: String? = null,
    /** Whether its need is still open; it does not matter for the one that comes in. */
    public val open: Boolean = false,
)

/** How far back to look. */
@Serializable
public data class RequestPolicy(
    /** Within how many hours a second request of a company is a duplicate: 4. */
    @SerialName("duplicate_hours")
    public val duplicateHours: Int = 4,
    /**
     * Whether that is so for the same subject only: no. Companies often send one need under several subjects
     * within minutes.
     */
    @SerialName("duplicate_same_subject")
    public val duplicateSameSubject: Boolean = false,
    /** Within how many days (of 24 hours) the same subject of a need that is still open is a reminder: 21. */
    @SerialName("reminder_days")
    public val reminderDays: Int = 21,
)

/** What a request is, and of which earlier one. */
@Serializable
public data class RequestVerdict(
    /** What it is. */
    public val kind: RequestKind,
    /** The id of the request that it repeats: the latest of those. */
    public val of: String? = null,
)

/** A need that is due for anonymisation. */
@Serializable
public data class RetentionDue(
    /** Its id. */
    public val need: String,
    /** The last day on which something happened to it. */
    @SerialName("last_activity")
    public val lastActivity: @Serializable(with = DaySerializer::class) LocalDate,
    /** Since when it is due. */
    public val since: @Serializable(with = DaySerializer::class) LocalDate,
)

/** How long a need keeps what leads to persons. */
@Serializable
public data class RetentionPolicy(
    /** For how many months after the last thing that happened: 36. */
    public val months: Int = 36,
)

/** Needs that may be due for anonymisation. */
@Serializable
internal data class RetentionRequest(
    /** The needs. */
    internal val needs: List<TrackedNeed>,
    /** Their referrals. */
    internal val referrals: List<Referral>,
    /** The day. */
    internal val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** How long needs are kept. */
    internal val policy: RetentionPolicy? = null,
)

/** A need that goes to an expert. */
@Serializable
internal data class SendRequest(
    /** The referrals that the need has already. */
    internal val referrals: List<Referral>,
    /** To whom it goes. */
    internal val sending: Sending,
)

/** A referral to be sent. */
@Serializable
public data class Sending(
    /** What the host calls the referral. */
    public val referral: String,
    /** The id of the need. */
    public val need: String,
    /** To whom. */
    public val expert: String,
    /** Their institution. */
    public val institution: String,
    /** The day it is sent. */
    public val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** Their antenne. */
    public val antenne: String? = null,
    /** Whether a person chose the expert, rather than the router. */
    @SerialName("by_hand")
    public val byHand: Boolean = false,
    /** The host's id of who sends it. */
    public val author: String? = null,
)

/** The state of a referral. */
@Serializable
internal data class StateRequest(
    /** The state. */
    internal val state: ReferralState,
)

/**
 * A need, as far as its follow-up and the figures go. It names nobody: who the company is stays with the host,
 * under the ids given here.
 */
@Serializable
public data class TrackedNeed(
    /** What the host calls it; unique among all needs. */
    public val id: String,
    /** The id of the subject under which it was sent. */
    public val subject: String,
    /** The day the company asked. */
    @SerialName("deposited_on")
    public val depositedOn: @Serializable(with = DaySerializer::class) LocalDate,
    /** The subject that the company chose, where somebody changed it afterwards. */
    @SerialName("first_subject")
    public val firstSubject: String? = null,
    /** INSEE's code of the facility's commune or municipal arrondissement. */
    public val commune: String? = null,
    /** How many experts the router found; unknown if not given. */
    public val found: Int? = null,
    /** What tells companies apart: a SIREN, or an id of the host's. */
    public val company: String? = null,
    /** Whether it is the company's first need; unknown if not given. */
    @SerialName("new_company")
    public val newCompany: Boolean? = null,
    /** The host's id of the adviser who follows it. */
    public val adviser: String? = null,
    /** The campaign or site that it comes from. */
    public val origin: String? = null,
    /** The activity in NAF rév. 2. */
    public val naf: String? = null,
    /** The activity in NAF 2025. */
    @SerialName("naf_2025")
    public val naf2025: String? = null,
    /** The facility's number of employees, where it is known exactly. */
    public val headcount: Int? = null,
    /** INSEE's band of it, where it is not. */
    @SerialName("headcount_band")
    public val headcountBand: String? = null,
    /** The day it was anonymised, where it was. */
    @SerialName("anonymised_on")
    public val anonymisedOn: @Serializable(with = DaySerializer::class) LocalDate? = null,
)

/** One need, as far as its follow-up goes. */
@Serializable
internal data class TrackedNeedRequest(
    /** The need. */
    internal val need: TrackedNeed,
)

/**
 * An event of a kind that this version of the library does not know: one that a later version wrote, or a word
 * that was mistyped. It is left out of what the others make, and told; one of a known kind that cannot be read
 * is an error, since nothing later could have written it.
 */
@Serializable
public data class UnknownEvent(
    /** Its kind. */
    public val kind: String,
    /** `unknown_kind`. */
    public val code: String,
    /** What is wrong, with the kind that was probably meant. */
    public val message: String,
    /** The id of its referral or request, else of its need. */
    public val of: String? = null,
    /** The day it happened, as it was written. */
    public val on: String? = null,
)
