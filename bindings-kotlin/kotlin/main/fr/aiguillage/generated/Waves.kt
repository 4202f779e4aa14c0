// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Why a candidate is not alerted. */
@Serializable
public enum class PassedOverReason(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** They have the need, and may still move. */
    @SerialName("has_it")
    HAS_IT("has_it", "A déjà le besoin"),
    /** They have refused it. */
    @SerialName("refused")
    REFUSED("refused", "L’a refusé"),
    /** They had it, and it was given to somebody else or taken by a colleague. */
    @SerialName("had_it")
    HAD_IT("had_it", "L’a eu"),
    /** They are away. */
    @SerialName("absent")
    ABSENT("absent", "En congé"),
    /** They are full. */
    @SerialName("full")
    FULL("full", "Complet"),
    /** They are for a later wave. */
    @SerialName("later")
    LATER("later", "Pour une vague suivante"),
}

/** Why a wave is due, or is not. */
@Serializable
public enum class WaveCause(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** The need was sent to nobody. */
    @SerialName("first")
    FIRST("first", "Le besoin n’a encore été transmis à personne"),
    /** Those who have it have been silent for too long. */
    @SerialName("silent")
    SILENT("silent", "Personne n’a bougé"),
    /** Those who have it are away. */
    @SerialName("away")
    AWAY("away", "Celles et ceux qui l’ont reçu sont absents"),
    /** Nobody has it any more: all have refused. */
    @SerialName("refused")
    REFUSED("refused", "Tous ont refusé"),
    /** Those who have it have had little time. */
    @SerialName("pending")
    PENDING("pending", "La vague précédente peut encore répondre"),
    /** Somebody has moved. */
    @SerialName("answered")
    ANSWERED("answered", "Quelqu’un s’en occupe, ou a appelé l’entreprise"),
}

/** What a wave is made of, in the order in which waves follow each other, or why there is none. */
@Serializable
public enum class WaveStep(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** Experts who match. */
    @SerialName("matched")
    MATCHED("matched", "Experts compétents"),
    /** Those nearest outside their territory. */
    @SerialName("outside")
    OUTSIDE("outside", "Experts voisins, hors de leur territoire"),
    /** Those whom the host names. */
    @SerialName("fallback")
    FALLBACK("fallback", "Recours désigné"),
    /** Experts who match and are away or full: better than nobody. */
    @SerialName("unavailable")
    UNAVAILABLE("unavailable", "Experts absents ou complets"),
    /** There is nobody left to alert: the company and the adviser are to be told. */
    @SerialName("nobody_left")
    NOBODY_LEFT("nobody_left", "Plus personne à alerter"),
    /** Those who have the need may still answer. */
    @SerialName("wait")
    WAIT("wait", "En attente de la vague précédente"),
    /** Somebody takes care of the need, or has called the company. */
    @SerialName("settled")
    SETTLED("settled", "Besoin pris en charge ou traité"),
}

/** An expert to whom a need could go. */
@Serializable
public data class Candidate(
    /** The id of the expert. */
    public val expert: String,
    /** The id of their institution. */
    public val institution: String,
    /** The id of their antenne. */
    public val antenne: String? = null,
    /** The id of the absent expert whose place this one takes. */
    @SerialName("instead_of")
    public val insteadOf: String? = null,
    /** The last day of their absence, of those who are away. */
    @SerialName("absent_until")
    public val absentUntil: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** Whether they have as many needs as they can take. */
    public val full: Boolean = false,
)

/** Whom a need could go to on a day. */
@Serializable
public data class Candidates(
    /** Those who match, in their order. */
    public val matched: List<Candidate> = emptyList(),
    /** Those whom their territory alone stops, the nearest first. */
    public val outside: List<Candidate> = emptyList(),
)

/** A need whose candidates are asked for. */
@Serializable
internal data class CandidatesRequest(
    /** The need, with the day of the wave as its day. */
    internal val need: Need,
    /** What is wanted of its matches; `load` and `received` say who is full. */
    internal val options: MatchOptions? = null,
)

/** A need of which the next wave is asked for. */
@Serializable
internal data class NextWaveRequest(
    /** Whom it could go to. */
    internal val candidates: Candidates,
    /** All its referrals. */
    internal val referrals: List<Referral>,
    /** The day. */
    internal val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** How waves follow each other. */
    internal val policy: WavePolicy? = null,
    /** The language of the sentence. */
    internal val language: Language = Language.FR,
)

/** A candidate who is not alerted now. */
@Serializable
public data class PassedOver(
    /** The id of the expert. */
    public val expert: String,
    /** Why. */
    public val reason: PassedOverReason,
    /** The last day of the absence, of those who are away. */
    public val until: @Serializable(with = DaySerializer::class) LocalDate? = null,
)

/** Whom to alert now. */
@Serializable
public data class Wave(
    /** What it is made of, or why there is none. */
    public val step: WaveStep,
    /** Why. */
    public val cause: WaveCause,
    /**
     * Which wave it is, from 1: one more than the days on which the need was sent. Where there is none now,
     * the one that would be next.
     */
    public val number: Int,
    /** Whether to tell the company and its adviser that nobody is left. */
    @SerialName("tell_company")
    public val tellCompany: Boolean,
    /** All this in words. */
    public val sentence: String,
    /**
     * Since when it is due; while those before may still answer, when it will be. Nothing for a first wave and
     * where somebody takes care of the need.
     */
    public val since: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** Whom to alert, in order. */
    public val alert: List<Candidate> = emptyList(),
    /** The other candidates, and why they are not alerted. */
    @SerialName("passed_over")
    public val passedOver: List<PassedOver> = emptyList(),
)

/** How waves follow each other. */
@Serializable
public data class WavePolicy(
    /** How many experts a wave alerts at most: 3. */
    public val size: Int = 3,
    /** For how many days the experts of a wave may stay silent before the next one: 5. */
    public val days: Int = 5,
    /** How many experts outside their territory are alerted in all: 3. */
    public val outside: Int = 3,
    /** Whom the host names for needs that nobody else is left for, in order: nobody. */
    public val fallback: List<Candidate> = emptyList(),
)
