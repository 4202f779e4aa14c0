package fr.aiguillage

import java.time.LocalDate

/**
 * Surveys: whether companies that were helped were called back, and whether that was of use to them. A
 * survey holds yes, no and words of a closed list; what a company writes besides stays with the host.
 */
public object Surveys {
    /** The needs whose companies are to be asked on a day: those that somebody helped, each once. */
    public fun due(
        referrals: List<Referral>,
        surveys: List<Survey>,
        on: LocalDate,
        policy: SurveyPolicy? = null,
    ): List<SurveyDue> = answer(Calls.SURVEYS_DUE, SurveysDueRequest(referrals, surveys, on, policy))

    /**
     * Asks a company about a need. [surveys] are those that there are already.
     *
     * @throws ReferralException if it was asked about that need already
     */
    public fun ask(surveys: List<Survey>, need: String, on: LocalDate): SurveyChanges =
        answer(Calls.ASK_SURVEY, AskSurveyRequest(surveys, need, on))

    /**
     * Takes down what a company answers; the same answer twice changes nothing.
     *
     * @throws ReferralException if nobody asked, or it gave another answer before
     */
    public fun record(surveys: List<Survey>, answered: SurveyAnswer): SurveyChanges =
        answer(Calls.ANSWER_SURVEY, AnswerSurveyRequest(surveys, answered))

    /** The surveys that events make, in whatever order they arrived; with [on], as they stood that day. */
    public fun fold(events: List<SurveyEvent>, on: LocalDate? = null): FoldedSurveys =
        answer(Calls.FOLD_SURVEYS, FoldSurveysRequest(events, on))
}

/** What applies where nothing else is said. */
public fun SurveyPolicy.Companion.default(): SurveyPolicy = answer(Calls.SURVEY_POLICY, Unit)
