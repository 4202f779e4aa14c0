package fr.aiguillage

import java.time.LocalDate

/** Waves: a need goes to a few experts at a time, and to the next when these have not moved. */
public object Waves {
    /**
     * Whom to alert now about a need, of the [Router.candidates]. [referrals] are all those of the need. On
     * every day somebody has the need, or is in `alert`, or `tellCompany` says that the company is to be told.
     *
     * @throws ReferralException if a wave would alert nobody, or the referrals are of two needs
     */
    public fun next(
        candidates: Candidates,
        referrals: List<Referral>,
        on: LocalDate,
        policy: WavePolicy? = null,
        language: Language = Language.FR,
    ): Wave = answer(Calls.NEXT_WAVE, NextWaveRequest(candidates, referrals, on, policy, language))
}

/** What applies where nothing else is said. */
public fun WavePolicy.Companion.default(): WavePolicy = answer(Calls.WAVE_POLICY, Unit)
