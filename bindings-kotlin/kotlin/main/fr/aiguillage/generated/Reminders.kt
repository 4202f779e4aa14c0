// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What a need calls for. */
@Serializable
public enum class ReminderKind(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** Nobody has moved: remind the experts. */
    @SerialName("poke")
    POKE("poke", "À relancer"),
    /** Nobody has moved for long: remind them once more, and look for somebody else. */
    @SerialName("last_chance")
    LAST_CHANCE("last_chance", "Risque d’abandon"),
    /** Nobody will move: tell the company. */
    @SerialName("abandoned")
    ABANDONED("abandoned", "Abandonné"),
    /** Everybody has refused: give it to somebody else. */
    @SerialName("refused")
    REFUSED("refused", "Refusé par tous"),
}

/** A company to invite. */
@Serializable
public data class ComeBackDue(
    /** The id of its last need. */
    public val need: String,
    /**
     * Since when it is to be invited: a host that looks every day acts on those that are new since it last
     * looked.
     */
    public val since: @Serializable(with = DaySerializer::class) LocalDate,
)

/** When to invite a company to come back. */
@Serializable
public data class ComeBackPolicy(
    /** How many months after an expert has closed its last need, having spoken with it: 4. */
    @SerialName("after_exchange_months")
    public val afterExchangeMonths: Int = 4,
    /** How many months after it asked, where nobody has spoken with it: 5. */
    @SerialName("after_deposit_months")
    public val afterDepositMonths: Int = 5,
    /** For how many days it is due; those who were forgotten for longer are left in peace: 30. */
    @SerialName("within_days")
    public val withinDays: Int = 30,
)

/** Needs whose companies may be invited to come back. */
@Serializable
internal data class ComeBacksDueRequest(
    /** The needs. */
    internal val needs: List<TrackedNeed>,
    /** Their referrals. */
    internal val referrals: List<Referral>,
    /** The day. */
    internal val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** After how many months. */
    internal val policy: ComeBackPolicy? = null,
)

/** A time in which an expert is away. */
@Serializable
public data class ExpertAbsence(
    /** The id of the expert. */
    public val expert: String,
    /** The first day away. */
    public val from: @Serializable(with = DaySerializer::class) LocalDate,
    /** The last day away. Where it is before the first, no day is meant. */
    public val until: @Serializable(with = DaySerializer::class) LocalDate,
)

/** A need that calls for something. */
@Serializable
public data class NeedReminder(
    /** The id of the need. */
    public val need: String,
    /** What it calls for. */
    public val kind: ReminderKind,
    /** Since when: a host that looks every day acts on those that are new since it last looked. */
    public val since: @Serializable(with = DaySerializer::class) LocalDate,
    /** For how many days it has been waiting, or has been refused. */
    public val days: Int,
    /**
     * The referrals concerned: those to remind, without those whose experts are away; for `abandoned` those
     * that never moved; for `refused` those that were refused.
     */
    public val referrals: List<String>,
    /** Their experts, in the same order. */
    public val experts: List<String>,
    /**
     * Referrals that closed because a colleague took the need: where it is refused, the first who may be asked
     * again.
     */
    public val siblings: List<String>,
    /** The experts who would be reminded, were they not away. */
    public val away: List<String> = emptyList(),
)

/** An expert with many waiting referrals, or old ones. */
@Serializable
public data class PendingExpert(
    /** Their id. */
    public val expert: String,
    /** How many referrals wait for them and have not expired. */
    public val waiting: Int,
    /** How many of these are old. */
    public val old: Int,
    /** How many have expired and are not archived yet. */
    public val expired: Int,
    /** Whether they are many, rather than few and old. */
    public val many: Boolean,
    /** Since when the oldest of those that have not expired waits. */
    public val oldest: @Serializable(with = DaySerializer::class) LocalDate? = null,
)

/** When to remind. All numbers are days, but for `archive_months` and the counts of referrals. */
@Serializable
public data class ReminderPolicy(
    /** After how many days a need is poked: 9. */
    public val poke: Int = 9,
    /** After how many it gets its last chance: 21. */
    @SerialName("last_chance")
    public val lastChance: Int = 21,
    /** After how many it is abandoned, and the company told: 45. */
    public val abandoned: Int = 45,
    /** For how many days an expert who was just sent a need is left in peace: 3. */
    public val grace: Int = 3,
    /** After how many days a referral that waits has expired: 45. */
    public val expired: Int = 45,
    /** After how many months a referral that has expired is archived: 6. */
    @SerialName("archive_months")
    public val archiveMonths: Int = 6,
    /** From how many waiting referrals an expert has many: 6. */
    public val many: Int = 6,
    /** From how many of them being old an expert has fallen behind: 2. */
    public val old: Int = 2,
    /** From how many days a waiting referral is old: 15. */
    @SerialName("old_days")
    public val oldDays: Int = 15,
)

/** What referrals call for at a date. */
@Serializable
public data class Reminders(
    /** Needs, those that have waited longest first. */
    public val needs: List<NeedReminder>,
    /** Ids of the referrals that have expired and are not archived yet. */
    public val expired: List<String>,
    /** Ids of the referrals to archive. */
    @SerialName("to_archive")
    public val toArchive: List<String>,
    /** Experts who have fallen behind, those with most first. */
    public val experts: List<PendingExpert>,
    /** Ids of the needs that nobody takes care of and that are suspended that day. */
    public val suspended: List<String> = emptyList(),
)

/** Referrals, and a day on which they may call for something. */
@Serializable
internal data class RemindersRequest(
    /** The referrals. */
    internal val referrals: List<Referral>,
    /** The day. */
    internal val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** After how many days. */
    internal val policy: ReminderPolicy? = null,
    /** When experts are away, besides the absences that the directory knows. */
    internal val absences: List<ExpertAbsence> = emptyList(),
    /** The needs that are suspended. */
    internal val suspensions: List<Suspension> = emptyList(),
)

/** A time in which a need calls for no reminder: the company asked to wait, say. */
@Serializable
public data class Suspension(
    /** The id of the need. */
    public val need: String,
    /** The first day without reminders. */
    public val from: @Serializable(with = DaySerializer::class) LocalDate,
    /** The last one; until further notice if it is not given. Where it is before the first, no day is meant. */
    public val until: @Serializable(with = DaySerializer::class) LocalDate? = null,
)
