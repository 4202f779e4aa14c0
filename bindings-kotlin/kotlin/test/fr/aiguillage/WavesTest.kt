package fr.aiguillage

import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Waves, and reminders of people who are away and needs that are suspended. */
class WavesTest {
    private fun day(text: String) = LocalDate.parse(text)

    private val found = Candidates(matched = listOf("a", "b").map { Candidate(expert = it, institution = "i") })

    private fun sent(expert: String) = Referral(
        id = "r-$expert", need = "b-17", expert = expert, institution = "i", sentOn = day("2026-11-02"),
        state = ReferralState.WAITING,
    )

    @Test
    fun `waves follow each other`() {
        val one = WavePolicy(size = 1)
        assertEquals(listOf("a"), Waves.next(found, emptyList(), day("2026-11-02"), one).alert.map { it.expert })
        assertEquals(WaveStep.WAIT, Waves.next(found, listOf(sent("a")), day("2026-11-06"), one).step)
        val second = Waves.next(found, listOf(sent("a")), day("2026-11-07"), one, Language.EN)
        assertTrue(second.sentence.startsWith("Wave 2: nobody has moved"))
        val last = Waves.next(found, listOf(sent("a"), sent("b")), day("2026-11-07"), one)
        assertEquals(WaveStep.NOBODY_LEFT to true, last.step to last.tellCompany)
        assertThrows(ReferralException::class.java) { Waves.next(found, emptyList(), day("2026-11-02"), WavePolicy(size = 0)) }
    }

    @Test
    fun `companies are invited to come back`() {
        val need = TrackedNeed(id = "b-17", subject = "recruter", depositedOn = day("2026-06-01"))
        assertEquals(ComeBackDue("b-17", day("2026-11-01")), Referrals.comeBacksDue(listOf(need), emptyList(), day("2026-11-02")).single())
    }

    @Test
    fun `reminders know absences and suspensions`() {
        val on = day("2026-11-11")
        val away = listOf(ExpertAbsence("a", day("2026-11-02"), on))
        assertEquals(listOf("a"), Referrals.reminders(listOf(sent("a")), on, absences = away).needs.single().away)
        assertNull(Referrals.reminder(listOf(sent("a")), on, suspensions = listOf(Suspension("b-17", on))))
    }
}
