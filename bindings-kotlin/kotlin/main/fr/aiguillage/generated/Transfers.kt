// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What happened, as far as it matters to people. */
@Serializable
public enum class Occasion(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** A need was sent to an expert. */
    @SerialName("sent")
    SENT("sent", "Besoin transmis"),
    /** An expert takes it in charge. */
    @SerialName("taken_in_charge")
    TAKEN_IN_CHARGE("taken_in_charge", "Prise en charge"),
    /** The company was helped. */
    @SerialName("done")
    DONE("done", "Aide proposée"),
    /** There was no help for it. */
    @SerialName("done_no_help")
    DONE_NO_HELP("done_no_help", "Pas d’aide disponible"),
    /** It could not be reached. */
    @SerialName("done_not_reachable")
    DONE_NOT_REACHABLE("done_not_reachable", "Entreprise injoignable"),
    /** An expert has refused. */
    @SerialName("refused")
    REFUSED("refused", "Refus"),
    /** A colleague takes the need. */
    @SerialName("taken_by_sibling")
    TAKEN_BY_SIBLING("taken_by_sibling", "Prise en charge par un collègue du réseau"),
    /** It waits again. */
    @SerialName("reopened")
    REOPENED("reopened", "Rouverte"),
    /** It was given to another expert. */
    @SerialName("reassigned")
    REASSIGNED("reassigned", "Réattribuée"),
    /** Another expert has taken it over as it stands. */
    @SerialName("transferred")
    TRANSFERRED("transferred", "Transférée"),
    /** Somebody has said something. */
    @SerialName("comment")
    COMMENT("comment", "Commentaire"),
}

/** As what somebody is told. */
@Serializable
public enum class RecipientRole(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** The expert who has the referral. */
    @SerialName("expert")
    EXPERT("expert", "Expert"),
    /** The people of the expert's team. */
    @SerialName("member")
    MEMBER("member", "Membre de l’équipe"),
    /** Who stands in for the expert that day. */
    @SerialName("substitute")
    SUBSTITUTE("substitute", "Suppléant"),
    /** The expert who had it before. */
    @SerialName("former")
    FORMER("former", "Expert précédent"),
    /** The other experts of the same institution who have the need open. */
    @SerialName("sibling")
    SIBLING("sibling", "Collègue du réseau"),
    /** The company. */
    @SerialName("company")
    COMPANY("company", "Entreprise"),
    /** The adviser who follows the need. */
    @SerialName("adviser")
    ADVISER("adviser", "Conseiller référent"),
    /** The managers of the expert's antenne. */
    @SerialName("manager")
    MANAGER("manager", "Responsable d’antenne"),
}

/** That somebody says something about a referral. */
@Serializable
public data class Comment(
    /** The id of the referral. */
    public val referral: String,
    /** The day. */
    public val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** The host's id of who says it. */
    public val author: String? = null,
)

/** Something that is said about a referral. */
@Serializable
internal data class CommentRequest(
    /** The referrals, it among them. */
    internal val referrals: List<Referral>,
    /** That somebody says something. */
    internal val comment: Comment,
)

/** Somebody who leaves, and who takes over from them. */
@Serializable
public data class Departure(
    /** The id of the expert who leaves. */
    public val expert: String,
    /** Who takes over. */
    public val successor: String,
    /** Their institution. */
    public val institution: String,
    /** The day. */
    public val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** Their antenne. */
    public val antenne: String? = null,
    /** The host's id of who transfers. */
    public val author: String? = null,
)

/** What changed when somebody left. */
@Serializable
public data class DepartureChanges(
    /** The events to keep, in the order of the referrals. */
    public val events: List<ReferralEvent>,
    /** The referrals that went over, as they stand now. */
    public val referrals: List<Referral>,
    /** The open ones that could not go over, and stay with who leaves. */
    public val kept: List<KeptReferral>,
)

/** A referral that could not go over. */
@Serializable
public data class KeptReferral(
    /** Its id. */
    public val referral: String,
    /**
     * A code of `ReferralError`: `already_referred` where the successor has the need too, `impossible_date`
     * where something happened after that day.
     */
    public val code: String,
    /** What is wrong. */
    public val message: String,
)

/** Somebody whom an event concerns. */
@Serializable
public data class Recipient(
    /** As what they are told. */
    public val role: RecipientRole,
    /** The name of the expert, member or antenne, where a directory knows it. */
    public val name: String? = null,
    /** Where to write to an expert or member, where a directory knows it. */
    public val email: String? = null,
    /**
     * The id of the expert (of whose team it is, for a member), the antenne (for its managers), the adviser or
     * the company; nothing where the host alone knows it.
     */
    public val id: String? = null,
)

/** A row of the table: who is told on an occasion. */
@Serializable
public data class RecipientRule(
    /** What happened. */
    public val occasion: Occasion,
    /** Who is told, whoever made it happen excepted. */
    public val roles: List<RecipientRole>,
)

/** An event of which some people are told. */
@Serializable
internal data class RecipientsRequest(
    /** The event. */
    internal val event: ReferralEvent,
    /** Its need. */
    internal val need: TrackedNeed,
    /** The referrals of the need, as they stand after the event. */
    internal val referrals: List<Referral>,
)

/** A referral that another expert takes over. */
@Serializable
public data class Transfer(
    /** The id of the referral. */
    public val referral: String,
    /** Who takes it over. */
    public val expert: String,
    /** Their institution. */
    public val institution: String,
    /** The day. */
    public val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** Their antenne. */
    public val antenne: String? = null,
    /** The host's id of who transfers it. */
    public val author: String? = null,
)

/** Somebody who leaves. */
@Serializable
internal data class TransferAllRequest(
    /** All referrals of the needs that they have. */
    internal val referrals: List<Referral>,
    /** Who leaves, and who takes over. */
    internal val departure: Departure,
)

/** A referral that another expert takes over. */
@Serializable
internal data class TransferRequest(
    /** All referrals of its need. */
    internal val referrals: List<Referral>,
    /** Who takes it over. */
    internal val transfer: Transfer,
)
