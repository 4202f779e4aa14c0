package fr.aiguillage

/** Who may see and do what, by one table. The antennes of a perimeter are the directory's to say. */
public object Access {
    /**
     * Whether somebody may see or do something of a need, and why; [referrals] are those of the need.
     *
     * @throws ReferralException where the role needs to know who it is
     */
    public fun may(actor: Actor, action: Action, need: TrackedNeed, referrals: List<Referral>): Permission =
        answer(Calls.MAY, MayRequest(actor, action, need, referrals))

    /** Who may see and do what, as one table: a row for each role and action. */
    public fun rules(): List<PermissionRule> = answer(Calls.PERMISSION_RULES, Unit)
}
