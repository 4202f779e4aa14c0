// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What can be seen or done of a need. */
@Serializable
public enum class Action(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** See what it is about, and where it stands. */
    @SerialName("see_need")
    SEE_NEED("see_need", "Voir le besoin"),
    /** See who the company is and how to reach it. */
    @SerialName("see_contact")
    SEE_CONTACT("see_contact", "Voir les coordonnées de l’entreprise"),
    /** Say something about it. */
    @SerialName("comment")
    COMMENT("comment", "Commenter"),
    /** Take it in charge, refuse it, close or reopen it. */
    @SerialName("move")
    MOVE("move", "Prendre en charge, refuser, clore"),
    /** Give a referral to somebody else. */
    @SerialName("transfer")
    TRANSFER("transfer", "Transférer"),
    /** Send it to further experts. */
    @SerialName("send")
    SEND("send", "Transmettre à d’autres experts"),
    /** Suspend its reminders. */
    @SerialName("suspend")
    SUSPEND("suspend", "Suspendre les relances"),
    /** See what the company answered to the survey. */
    @SerialName("see_survey")
    SEE_SURVEY("see_survey", "Voir la réponse à l’enquête"),
    /** Count it in figures. */
    @SerialName("see_figures")
    SEE_FIGURES("see_figures", "Voir les indicateurs"),
}

/** Why something is allowed, or is not. */
@Serializable
public enum class PermissionReason(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** The need is of those of which the role may. */
    @SerialName("in_scope")
    IN_SCOPE("in_scope", "Le besoin est dans son champ"),
    /** The need is not. */
    @SerialName("out_of_scope")
    OUT_OF_SCOPE("out_of_scope", "Le besoin n’est pas dans son champ"),
    /** The role may not, of any need. */
    @SerialName("not_for_role")
    NOT_FOR_ROLE("not_for_role", "Ce rôle ne le permet pas"),
}

/** As what somebody uses the host's application. */
@Serializable
public enum class Role(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** A person who receives needs. */
    @SerialName("expert")
    EXPERT("expert", "Expert"),
    /** A person of a team that receives needs. */
    @SerialName("member")
    MEMBER("member", "Membre d’équipe"),
    /** A manager of an antenne. */
    @SerialName("antenne_manager")
    ANTENNE_MANAGER("antenne_manager", "Responsable d’antenne"),
    /** Who follows needs and sends them to experts. */
    @SerialName("adviser")
    ADVISER("adviser", "Conseiller référent"),
    /** Who runs a cooperation: a site or campaign from which needs come. */
    @SerialName("cooperation_manager")
    COOPERATION_MANAGER("cooperation_manager", "Responsable de coopération"),
    /** Who steers the service. */
    @SerialName("steering")
    STEERING("steering", "Pilotage"),
}

/** Of which needs. */
@Serializable
public enum class Scope(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** None. */
    @SerialName("nothing")
    NOTHING("nothing", "Aucun"),
    /** Those that they have, or follow. */
    @SerialName("own")
    OWN("own", "Les siens"),
    /** Those of the antennes of their perimeter. */
    @SerialName("perimeter")
    PERIMETER("perimeter", "Ceux de son périmètre"),
    /** Those that come from their sites and campaigns. */
    @SerialName("cooperation")
    COOPERATION("cooperation", "Ceux de sa coopération"),
    /** All. */
    @SerialName("everything")
    EVERYTHING("everything", "Tous"),
}

/** Somebody who wants to see or do something, as far as permissions go. */
@Serializable
public data class Actor(
    /** As what they act. */
    public val role: Role,
    /** The id of the expert, or of the team of a member. */
    public val expert: String? = null,
    /** The ids of the antennes of a manager's perimeter: those that `perimeter` lists. */
    public val antennes: List<String> = emptyList(),
    /** The host's id of an adviser. */
    public val adviser: String? = null,
    /** The sites and campaigns of a cooperation. */
    public val origins: List<String> = emptyList(),
)

/** Somebody who wants to see or do something. */
@Serializable
internal data class MayRequest(
    /** Who. */
    internal val actor: Actor,
    /** What. */
    internal val action: Action,
    /** Of which need. */
    internal val need: TrackedNeed,
    /** The referrals of the need. */
    internal val referrals: List<Referral>,
)

/** An antenne whose perimeter is asked for. */
@Serializable
internal data class PerimeterRequest(
    /** The id of the antenne. */
    internal val antenne: String,
)

/** Whether something is allowed, and why. */
@Serializable
public data class Permission(
    /** Whether it is. */
    public val allowed: Boolean,
    /** Of which needs the role may. */
    public val scope: Scope,
    /** Why. */
    public val reason: PermissionReason,
)

/** A row of the table. */
@Serializable
public data class PermissionRule(
    /** As what somebody acts. */
    public val role: Role,
    /** What they want to see or do. */
    public val action: Action,
    /** Of which needs they may. */
    public val scope: Scope,
)
