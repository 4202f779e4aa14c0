package fr.aiguillage

import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Comments, transfers, and whom events concern. */
class TransfersTest {
    private fun day(text: String) = LocalDate.parse(text)

    private val sent = Referrals.send(
        emptyList(),
        Sending(referral = "r1", need = "b-17", expert = "e", institution = "cci", on = day("2026-11-02")),
    )

    @Test
    fun `referrals go over as they stand, one or all of them`() {
        val one = Referrals.transfer(sent.referrals, Transfer("r1", expert = "f", institution = "cci", on = day("2026-11-05")))
        assertEquals("f" to day("2026-11-02"), one.referrals.single().let { it.expert to it.sentOn })
        val departure = Departure(expert = "f", successor = "g", institution = "cci", on = day("2026-11-06"))
        val all = Referrals.transferAll(one.referrals, departure)
        assertEquals(all.referrals, Referrals.fold(all.events + sent.events + one.events).referrals)
        assertThrows(ReferralException::class.java) { Referrals.transferAll(emptyList(), departure.copy(successor = "f")) }
    }

    @Test
    fun `people are told by one table`() {
        val need = TrackedNeed(id = "b-17", subject = "recruter", depositedOn = day("2026-11-01"), adviser = "agent-7")
        val said = Referrals.comment(sent.referrals, Comment("r1", day("2026-11-03"), author = "e"))
        assertTrue(said.referrals.isEmpty())
        val told = Referrals.recipients(said.events.single(), need, sent.referrals)
        assertEquals(listOf(RecipientRole.ADVISER to "agent-7"), told.map { it.role to it.id })
        assertEquals(Occasion.entries, Referrals.recipientRules().map { it.occasion })
    }
}
