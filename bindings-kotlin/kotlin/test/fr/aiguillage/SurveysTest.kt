package fr.aiguillage

import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Surveys: whom to ask, what companies answer, and what that is in figures. */
class SurveysTest {
    private fun day(text: String) = LocalDate.parse(text)

    private val helped = Referral(
        id = "r1", need = "b-17", expert = "e1", institution = "cci", sentOn = day("2026-11-02"),
        state = ReferralState.DONE, takenOn = day("2026-11-03"), closedOn = day("2026-11-05"),
    )

    @Test
    fun `companies that were helped are asked, once`() {
        assertTrue(Surveys.due(listOf(helped), emptyList(), day("2026-11-14")).isEmpty())
        assertEquals(listOf("e1"), Surveys.due(listOf(helped), emptyList(), day("2026-11-15")).single().experts)
        val asked = Surveys.ask(emptyList(), "b-17", day("2026-11-15"))
        assertTrue(Surveys.due(listOf(helped), asked.surveys, day("2026-11-16")).isEmpty())
    }

    @Test
    fun `events make the same survey, and figures`() {
        val asked = Surveys.ask(emptyList(), "b-17", day("2026-11-15"))
        val answer = SurveyAnswer("b-17", day("2026-11-17"), calledBack = true, useful = true, outcomes = listOf(SurveyOutcome.CHOICE_MADE))
        val answered = Surveys.record(asked.surveys, answer)
        assertEquals(answered.surveys, Surveys.fold(answered.events + asked.events + answered.events).surveys)
        val error = assertThrows(ReferralException::class.java) { Surveys.record(answered.surveys, answer.copy(useful = false)) }
        assertEquals("already_answered", error.code)
        val need = TrackedNeed(id = "b-17", subject = "recruter", depositedOn = day("2026-11-01"))
        val query = ImpactQuery.on(day("2026-12-31")).copy(by = Dimension.EXPERT)
        val report = Impact.report(listOf(need), listOf(helped), query, surveys = answered.surveys)
        assertEquals("e1" to 1L, report.rows.single().let { it.group to it.figures.surveys.satisfied })
        assertEquals(10, SurveyPolicy.default().afterDays)
    }
}
