package fr.aiguillage

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
    public fun send(referrals: List<Referral>, sending: Sending): Changes =
        answer(Calls.SEND, SendRequest(referrals, sending))

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
    ): Changes = (directory?.target ?: ALONE).answer(Calls.MOVE_REFERRAL, MoveRequest(referrals, change, singleTakers))

    /**
     * Gives a referral to another expert.
     *
     * @throws ReferralException if that expert has the need already, or the referral is closed
     */
    public fun reassign(referrals: List<Referral>, to: Reassignment): Changes =
        answer(Calls.REASSIGN, ReassignRequest(referrals, to))

    /**
     * Another expert takes a referral over as it stands: its state and dates stay.
     *
     * @throws ReferralException if that expert has the need already, or the referral is closed
     */
    public fun transfer(referrals: List<Referral>, to: Transfer): Changes =
        answer(Calls.TRANSFER, TransferRequest(referrals, to))

    /**
     * All open referrals of somebody who leaves go over to a successor; those that cannot are in `kept`.
     *
     * @throws ReferralException if somebody would take over from themselves
     */
    public fun transferAll(referrals: List<Referral>, departure: Departure): DepartureChanges =
        answer(Calls.TRANSFER_ALL, TransferAllRequest(referrals, departure))

    /**
     * The event of a comment on a referral, which changes nothing. The text is the host's.
     *
     * @throws ReferralException if there is no such referral, or it was not sent yet
     */
    public fun comment(referrals: List<Referral>, said: Comment): Changes =
        answer(Calls.COMMENT, CommentRequest(referrals, said))

    /**
     * Whom an event concerns, each once and without its author. [referrals] are those of the need after it;
     * [directory] knows members of teams, substitutes, names and addresses.
     *
     * @throws ReferralException if the event is of another need, or its referral is missing
     */
    public fun recipients(
        event: ReferralEvent,
        need: TrackedNeed,
        referrals: List<Referral>,
        directory: Directory? = null,
    ): List<Recipient> = (directory?.target ?: ALONE).answer(Calls.RECIPIENTS, RecipientsRequest(event, need, referrals))

    /** Who is told of what, as one table. */
    public fun recipientRules(): List<RecipientRule> = answer(Calls.RECIPIENT_RULES, Unit)

    /**
     * The referral after one more event; the same event twice changes nothing.
     *
     * @throws ReferralException if the event cannot follow
     */
    public fun apply(referral: Referral, event: ReferralEvent): Referral =
        answer(Calls.APPLY, ApplyRequest(referral, event))

    /** The referrals that events make, in whatever order they arrived; with [on], as they stood that day. */
    public fun fold(events: List<ReferralEvent>, on: LocalDate? = null): Folded =
        answer(Calls.FOLD, FoldRequest(events, on))

    /**
     * Checks that the dates of a referral can be true and go with its state.
     *
     * @throws ReferralException with the first that cannot
     */
    public fun check(referral: Referral) {
        answer(Calls.CHECK, ReferralRequest(referral))
    }

    /** Where a need stands, by the states of its referrals. */
    public fun statusOf(states: List<ReferralState>): NeedStatus = answer(Calls.NEED_STATUS, NeedStatusRequest(states))

    /**
     * Whom to remind of what on a day, what has expired, and who has too much waiting. Whoever is away, by
     * [absences] or by [directory], is not reminded; the clock of a need of [suspensions] stands still.
     */
    public fun reminders(
        referrals: List<Referral>,
        on: LocalDate,
        policy: ReminderPolicy? = null,
        directory: Directory? = null,
        absences: List<ExpertAbsence> = emptyList(),
        suspensions: List<Suspension> = emptyList(),
    ): Reminders = (directory?.target ?: ALONE)
        .answer(Calls.REMINDERS, RemindersRequest(referrals, on, policy, absences, suspensions))

    /** What one need calls for on a day; [referrals] are its own. See [reminders]. */
    public fun reminder(
        referrals: List<Referral>,
        on: LocalDate,
        policy: ReminderPolicy? = null,
        directory: Directory? = null,
        absences: List<ExpertAbsence> = emptyList(),
        suspensions: List<Suspension> = emptyList(),
    ): NeedReminder? = (directory?.target ?: ALONE)
        .answer(Calls.NEED_REMINDER, RemindersRequest(referrals, on, policy, absences, suspensions))

    /** The companies to invite on a day to come back, each by its last need; nobody who has an open one. */
    public fun comeBacksDue(
        needs: List<TrackedNeed>,
        referrals: List<Referral>,
        on: LocalDate,
        policy: ComeBackPolicy? = null,
    ): List<ComeBackDue> = answer(Calls.COME_BACKS_DUE, ComeBacksDueRequest(needs, referrals, on, policy))

    /** Whether a request is a new need, reminds of one that is open, or is there twice. */
    public fun classify(request: Request, earlier: List<Request>, policy: RequestPolicy? = null): RequestVerdict =
        answer(Calls.CLASSIFY_REQUEST, ClassifyRequest(request, earlier, policy))

    /** The needs that are to be anonymised on a day, by the last thing that happened to them. */
    public fun dueForAnonymisation(
        needs: List<TrackedNeed>,
        referrals: List<Referral>,
        on: LocalDate,
        policy: RetentionPolicy? = null,
    ): List<RetentionDue> = answer(Calls.DUE_FOR_ANONYMISATION, RetentionRequest(needs, referrals, on, policy))
}

/** What stays of a need for statistics. */
public fun TrackedNeed.anonymised(on: LocalDate): TrackedNeed = answer(Calls.ANONYMISE, AnonymiseRequest(this, on))

/** The same without who moved it. */
public fun Referral.anonymised(): Referral = answer(Calls.ANONYMISE_REFERRAL, ReferralRequest(this))

/** The delays that apply where nothing else is said: to be copied with others. */
public fun ReminderPolicy.Companion.default(): ReminderPolicy = answer(Calls.REMINDER_POLICY, Unit)

/** What applies where nothing else is said. */
public fun ComeBackPolicy.Companion.default(): ComeBackPolicy = answer(Calls.COME_BACK_POLICY, Unit)

/** What applies where nothing else is said. */
public fun RequestPolicy.Companion.default(): RequestPolicy = answer(Calls.REQUEST_POLICY, Unit)

/** What applies where nothing else is said. */
public fun RetentionPolicy.Companion.default(): RetentionPolicy = answer(Calls.RETENTION_POLICY, Unit)
