// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Why a request goes no further. */
@Serializable
public enum class ClosureReason(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** A sales call or a machine. */
    @SerialName("spam")
    SPAM("spam", "Démarchage ou message indésirable"),
    /** The service is not there for it. */
    @SerialName("out_of_scope")
    OUT_OF_SCOPE("out_of_scope", "Hors périmètre"),
    /** It comes from an employee or a jobseeker. */
    @SerialName("employee")
    EMPLOYEE("employee", "Salarié ou demandeur d’emploi"),
    /** It comes from a private person. */
    @SerialName("private_person")
    PRIVATE_PERSON("private_person", "Particulier"),
    /** The company does not exist yet. */
    @SerialName("creation")
    CREATION("creation", "Création d’entreprise"),
    /** Somebody writes for a client. */
    @SerialName("intermediary")
    INTERMEDIARY("intermediary", "Intermédiaire"),
    /** It could not be found out what is needed. */
    @SerialName("unclear")
    UNCLEAR("unclear", "Besoin non précisé"),
    /** Nobody can help with it there. */
    @SerialName("no_expert")
    NO_EXPERT("no_expert", "Aucun expert pour ce besoin"),
    /** It repeats another request. */
    @SerialName("duplicate")
    DUPLICATE("duplicate", "Doublon"),
    /** The company has taken it back. */
    @SerialName("withdrawn")
    WITHDRAWN("withdrawn", "Retirée par l’entreprise"),
    /** The company did not confirm it, or could not be reached. */
    @SerialName("unconfirmed")
    UNCONFIRMED("unconfirmed", "Non confirmée par l’entreprise"),
    /** Somebody tried the form. */
    @SerialName("test")
    TEST("test", "Essai"),
    /** Something else. */
    @SerialName("other")
    OTHER("other", "Autre raison"),
}

/** Why a request is held. */
@Serializable
public enum class HoldReason(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** The company has not confirmed its address yet. */
    @SerialName("to_confirm")
    TO_CONFIRM("to_confirm", "Adresse à confirmer par l’entreprise"),
    /** The message does not say what is needed. */
    @SerialName("unclear")
    UNCLEAR("unclear", "Besoin à préciser"),
    /** It seems to come from somebody for whom the service is not there. */
    @SerialName("scope")
    SCOPE("scope", "Peut-être hors périmètre"),
    /** It is not certain which company it is. */
    @SerialName("company")
    COMPANY("company", "Entreprise à identifier"),
    /** It is not certain where the company is. */
    @SerialName("place")
    PLACE("place", "Commune à confirmer"),
    /** It resembles a request that came before. */
    @SerialName("duplicate")
    DUPLICATE("duplicate", "Doublon possible"),
    /** The router finds nobody for it. */
    @SerialName("no_expert")
    NO_EXPERT("no_expert", "Aucun expert trouvé"),
    /** Something else. */
    @SerialName("other")
    OTHER("other", "Autre raison"),
}

/** What kind of thing happened to a request. Those of one day that no number orders have this order. */
@Serializable
public enum class RequestEventKind(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** The company asked: the first event of a request. */
    @SerialName("deposited")
    DEPOSITED("deposited", "Déposée"),
    /** Somebody has to look at it before it goes on. */
    @SerialName("held")
    HELD("held", "Mise en attente"),
    /** Its subject was changed. */
    @SerialName("requalified")
    REQUALIFIED("requalified", "Requalifiée"),
    /** It waits for a reading again. */
    @SerialName("reopened")
    REOPENED("reopened", "Rouverte"),
    /** It became needs. */
    @SerialName("transmitted")
    TRANSMITTED("transmitted", "Transmise"),
    /** It goes no further. */
    @SerialName("closed")
    CLOSED("closed", "Classée"),
}

/** What became of a request: every one has exactly one fate at any date. */
@Serializable
public enum class RequestFate(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** It waits for a reading, held or not. */
    @SerialName("waiting")
    WAITING("waiting", "En attente de lecture"),
    /** It became needs. */
    @SerialName("transmitted")
    TRANSMITTED("transmitted", "Transmise"),
    /** It goes no further. */
    @SerialName("closed")
    CLOSED("closed", "Classée sans suite"),
}

/** Where a request stands. */
@Serializable
public enum class RequestState(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** Nobody has read it yet. */
    @SerialName("to_read")
    TO_READ("to_read", "À lire"),
    /** Somebody has to look at it before it goes on. */
    @SerialName("held")
    HELD("held", "En attente d’un conseiller"),
    /** It became needs. */
    @SerialName("transmitted")
    TRANSMITTED("transmitted", "Transmise"),
    /** It goes no further. */
    @SerialName("closed")
    CLOSED("closed", "Classée sans suite"),
}

/** A request, if there is one yet, and one more event. */
@Serializable
internal data class ApplyRequestEventRequest(
    /** The event. */
    internal val event: RequestEvent,
    /** The request; none for a deposit. */
    internal val request: TrackedRequest? = null,
)

/** Events of requests, in whatever order and however often they arrived. */
@Serializable
internal data class FoldRequestsRequest(
    /** The events. */
    internal val events: List<RequestEvent>,
    /** The day as of which the requests are wanted; as they stand now if it is not given. */
    internal val on: @Serializable(with = DaySerializer::class) LocalDate? = null,
)

/** What events make. */
@Serializable
public data class FoldedRequests(
    /** The requests as they stand, in the order of their ids. */
    public val requests: List<TrackedRequest>,
    /**
     * The events that could not happen where their date puts them, in the order of their requests; a repeated
     * event is not one of them.
     */
    public val ignored: List<IgnoredRequestEvent>,
    /**
     * The events of kinds that this version does not know, in their own order and each once: nothing where
     * events are typed, as they are in Rust.
     */
    public val unknown: List<UnknownEvent>,
)

/** An event that changed nothing, and why. */
@Serializable
public data class IgnoredRequestEvent(
    /** The event. */
    public val event: RequestEvent,
    /** A code of `ReferralError`. */
    public val code: String,
    /** What is wrong, with what can be done. */
    public val message: String,
    /** The field at fault. */
    public val field: String? = null,
)

/**
 * One thing that happened to a request. Events are only ever added; what a request is follows from them
 * (`fold_requests`).
 *
 * It is flat, so that it is a row of a table as well as an object: `origin`, `company` and `commune` belong to
 * `deposited`, `subject` to it and to `requalified`, `from` to `requalified`, `needs` to `transmitted`,
 * `held_for` to `held`, `closed_for` to `closed`.
 */
@Serializable
public data class RequestEvent(
    /** The id of the request. */
    public val request: String,
    /** The day it happened, in the host's own place: with `seq`, what orders events, whenever they arrive. */
    public val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** What happened. */
    public val kind: RequestEventKind,
    /**
     * Which event of its request it is, from 1; it orders those of a day. 0 where the host does not count
     * them: then those of a day have the order of their instants, and of their kinds.
     */
    public val seq: Int = 0,
    /** The instant it happened, where it is known: what "within 72 hours" is counted by. */
    public val at: @Serializable(with = InstantSerializer::class) Instant? = null,
    /** The campaign, site or partner from which it came. */
    public val origin: String? = null,
    /** What tells companies apart: a SIREN, or an id of the host's. */
    public val company: String? = null,
    /** INSEE's code of the facility's commune or municipal arrondissement. */
    public val commune: String? = null,
    /** The subject that the company chose, if it chose any; or the one that it is requalified to. */
    public val subject: String? = null,
    /**
     * The subject before a requalification, where the host says so: it must be the one that the request has
     * there.
     */
    public val from: String? = null,
    /** The ids of the needs that it became. */
    public val needs: List<String> = emptyList(),
    /** Why it is held. */
    @SerialName("held_for")
    public val heldFor: HoldReason? = null,
    /** Why it goes no further. */
    @SerialName("closed_for")
    public val closedFor: ClosureReason? = null,
    /** The host's id of who did it; nobody for the company itself, and for what follows by itself. */
    public val author: String? = null,
)

/** One event of a request. */
@Serializable
internal data class RequestEventRequest(
    /** The event. */
    internal val event: RequestEvent,
)

/** The state of a request. */
@Serializable
internal data class RequestStateRequest(
    /** The state. */
    internal val state: RequestState,
)

/** A request as it stands. It names nobody: who the company is stays with the host, under the ids given here. */
@Serializable
public data class TrackedRequest(
    /** What the host calls it; unique among all requests. */
    public val id: String,
    /** The day the company asked. */
    @SerialName("deposited_on")
    public val depositedOn: @Serializable(with = DaySerializer::class) LocalDate,
    /** Where it stands. */
    public val state: RequestState,
    /** The instant it asked, where that is known. */
    @SerialName("deposited_at")
    public val depositedAt: @Serializable(with = InstantSerializer::class) Instant? = null,
    /** The campaign, site or partner from which it came. */
    public val origin: String? = null,
    /** What tells companies apart: a SIREN, or an id of the host's. */
    public val company: String? = null,
    /** INSEE's code of the facility's commune or municipal arrondissement. */
    public val commune: String? = null,
    /** The subject as it stands; nothing where neither the company nor anybody else chose one. */
    public val subject: String? = null,
    /** The subject that the company chose, if it chose any: however often it is changed, this stays. */
    @SerialName("chosen_subject")
    public val chosenSubject: String? = null,
    /** The day since when it is held. */
    @SerialName("held_on")
    public val heldOn: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** Why it is held. */
    @SerialName("held_for")
    public val heldFor: HoldReason? = null,
    /** The day it first became needs. */
    @SerialName("transmitted_on")
    public val transmittedOn: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** The instant of that, where it is known. */
    @SerialName("transmitted_at")
    public val transmittedAt: @Serializable(with = InstantSerializer::class) Instant? = null,
    /** The ids of the needs that it became, in the order in which it did. */
    public val needs: List<String> = emptyList(),
    /** The day it was closed. */
    @SerialName("closed_on")
    public val closedOn: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** Why it goes no further. */
    @SerialName("closed_for")
    public val closedFor: ClosureReason? = null,
    /** The host's id of who moved it last. */
    public val author: String? = null,
    /** The day of the last thing that happened after the deposit. */
    @SerialName("moved_on")
    public val movedOn: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** How many events it has had, or the number of the last. */
    public val seq: Int = 0,
)

/** One request as it stands. */
@Serializable
internal data class TrackedRequestRequest(
    /** The request. */
    internal val request: TrackedRequest,
)
