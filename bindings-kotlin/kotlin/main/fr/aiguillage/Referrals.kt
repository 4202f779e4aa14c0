package fr.aiguillage

import fr.aiguillage.model.Changes
import fr.aiguillage.model.EventKind
import fr.aiguillage.model.Folded
import fr.aiguillage.model.Move
import fr.aiguillage.model.NeedReminder
import fr.aiguillage.model.NeedStatus
import fr.aiguillage.model.Reassignment
import fr.aiguillage.model.Referral
import fr.aiguillage.model.ReferralEvent
import fr.aiguillage.model.ReferralState
import fr.aiguillage.model.RefusalReason
import fr.aiguillage.model.ReminderKind
import fr.aiguillage.model.ReminderPolicy
import fr.aiguillage.model.Reminders
import fr.aiguillage.model.Request
import fr.aiguillage.model.RequestKind
import fr.aiguillage.model.RequestPolicy
import fr.aiguillage.model.RequestVerdict
import fr.aiguillage.model.RetentionDue
import fr.aiguillage.model.RetentionPolicy
import fr.aiguillage.model.Sending
import fr.aiguillage.model.TrackedNeed
import java.time.LocalDate

/**
 * After the match: referrals and their life, what they call for, and when to forget. Nothing is stored
 * and no clock is read: facts and a day go in, a value comes out. A host stores the events, or the
 * referrals, or both.
 */
public object Referrals {
    /**
     * Sends a need to an expert. [referrals] are those of the need.
     *
     * @throws ReferralException if the id is taken, or the expert has the need already
     */
    public fun send(referrals: List<Referral>, sending: Sending): Changes = throwing { nativeSend(referrals, sending) }

    /**
     * Moves a referral to another state, and closes what follows from it. [singleTakers] are institutions
     * of which one expert is enough; those that [directory] flags are added.
     *
     * @throws ReferralException if the state cannot follow, or a date comes before another
     */
    public fun move(
        referrals: List<Referral>,
        change: Move,
        directory: Directory? = null,
        singleTakers: List<String> = emptyList(),
    ): Changes = throwing { nativeMove(referrals, change, singleTakers, directory?.native) }

    /**
     * Gives a referral to another expert.
     *
     * @throws ReferralException if that expert has the need already, or the referral is closed
     */
    public fun reassign(referrals: List<Referral>, to: Reassignment): Changes = throwing { nativeReassign(referrals, to) }

    /**
     * The referral after one more event; the same event twice changes nothing.
     *
     * @throws ReferralException if the event cannot follow
     */
    public fun apply(referral: Referral, event: ReferralEvent): Referral = throwing { nativeApply(referral, event) }

    /** The referrals that events make, in whatever order they arrived; with [on], as they stood that day. */
    public fun fold(events: List<ReferralEvent>, on: LocalDate? = null): Folded = nativeFold(events, on)

    /**
     * Checks that the dates of a referral can be true and go with its state.
     *
     * @throws ReferralException with the first that cannot
     */
    public fun check(referral: Referral): Unit = throwing { nativeCheckReferral(referral) }

    /** Where a need stands, by the states of its referrals. */
    public fun statusOf(states: List<ReferralState>): NeedStatus = nativeNeedStatus(states)

    /** Whom to remind of what on a day, what has expired, and who has too much waiting. */
    public fun reminders(referrals: List<Referral>, on: LocalDate, policy: ReminderPolicy? = null): Reminders =
        nativeReminders(referrals, on, policy)

    /** What one need calls for on a day; [referrals] are its own. */
    public fun reminder(referrals: List<Referral>, on: LocalDate, policy: ReminderPolicy? = null): NeedReminder? =
        nativeNeedReminder(referrals, on, policy)

    /** Whether a request is a new need, reminds of one that is open, or is there twice. */
    public fun classify(request: Request, earlier: List<Request>, policy: RequestPolicy? = null): RequestVerdict =
        nativeClassifyRequest(request, earlier, policy)

    /** The needs that are to be anonymised on a day, by the last thing that happened to them. */
    public fun dueForAnonymisation(
        needs: List<TrackedNeed>,
        referrals: List<Referral>,
        on: LocalDate,
        policy: RetentionPolicy? = null,
    ): List<RetentionDue> = nativeDueForAnonymisation(needs, referrals, on, policy)
}

/** What stays of a need for statistics. */
public fun TrackedNeed.anonymised(on: LocalDate): TrackedNeed = nativeAnonymiseNeed(this, on)

/** The same without who moved it. */
public fun Referral.anonymised(): Referral = nativeAnonymiseReferral(this)

/** The delays that apply where nothing else is said: to be copied with others. */
public fun ReminderPolicy.Companion.default(): ReminderPolicy = nativeReminderPolicy()

/** What applies where nothing else is said. */
public fun RequestPolicy.Companion.default(): RequestPolicy = nativeRequestPolicy()

/** What applies where nothing else is said. */
public fun RetentionPolicy.Companion.default(): RetentionPolicy = nativeRetentionPolicy()

/** What users read, in French. */
public val ReferralState.label: String get() = nativeStateLabel(this)

/** What users read, in French. */
public val NeedStatus.label: String get() = nativeStatusLabel(this)

/** What users read, in French. */
public val RefusalReason.label: String get() = nativeReasonLabel(this)

/** What users read, in French. */
public val ReminderKind.label: String get() = nativeReminderLabel(this)

/** What users read, in French. */
public val RequestKind.label: String get() = nativeRequestLabel(this)

/** What users read, in French. */
public val EventKind.label: String get() = nativeEventLabel(this)
