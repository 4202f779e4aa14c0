package fr.aiguillage

import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Perimeters and permissions. */
class AccessTest {
    private val need =
        TrackedNeed(id = "n", subject = "recruter", depositedOn = LocalDate.parse("2026-11-01"), adviser = "agent-7")

    @Test
    fun `permissions follow one table`() {
        assertEquals(Role.entries.size * Action.entries.size, Access.rules().size)
        assertTrue(Access.may(Actor(role = Role.ADVISER, adviser = "agent-7"), Action.SEND, need, emptyList()).allowed)
        val steering = Access.may(Actor(role = Role.STEERING), Action.SEE_CONTACT, need, emptyList())
        assertEquals(false to PermissionReason.NOT_FOR_ROLE, steering.allowed to steering.reason)
        assertThrows(ReferralException::class.java) { Access.may(Actor(role = Role.EXPERT), Action.SEE_NEED, need, emptyList()) }
    }

    @Test
    fun `a perimeter is an antenne and those below it`() {
        val directory = Directory.fromJson(
            """{"institutions": [{"id": "cci", "name": "CCI"}], "antennes": [
                {"id": "hdf", "institution": "cci", "name": "H", "level": "regional", "zones": ["region:32"]},
                {"id": "somme", "institution": "cci", "name": "S", "zones": ["departement:80"]}]}""",
        )
        assertEquals(listOf("hdf", "somme"), directory.perimeter("hdf"))
        assertThrows(ReferralException::class.java) { directory.perimeter("hdff") }
    }
}
