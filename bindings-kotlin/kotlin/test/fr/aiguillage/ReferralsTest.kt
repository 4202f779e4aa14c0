package fr.aiguillage

import com.fasterxml.jackson.databind.JsonNode
import java.time.Instant
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** After the match: the vectors that run through every language, and what each function is for. */
class ReferralsTest {
    private val vectors = vectors("referrals.json")

    private fun day(text: String) = LocalDate.parse(text)

    private fun state(text: String) = ReferralState.valueOf(text.uppercase())

    private fun waiting(id: String, institution: String, sentOn: LocalDate) = Referral(
        id = id, need = "n", expert = id, institution = institution, sentOn = sentOn, state = ReferralState.WAITING,
    )

    @TestFactory
    fun transitions(): List<DynamicTest> = vectors["transitions"].map { dynamicTest(it["name"].asText()) { transition(it) } }

    private fun transition(case: JsonNode) {
        val sentOn = day(case["sent_on"].asText())
        var referrals = case["referrals"].map { waiting(it["id"].asText(), it["institution"].asText(), sentOn) }
        val takers = case["single_taker"]?.texts().orEmpty()
        val events = case["events"].toList()
        val refused = case["last_event_refused"]?.asBoolean() == true
        events.forEachIndexed { index, event ->
            val move = Move(event["referral"].asText(), state(event["to"].asText()), day(event["on"].asText()))
            if (refused && index == events.lastIndex) {
                assertThrows(ReferralException::class.java) { Referrals.move(referrals, move, singleTakers = takers) }
            } else {
                val changed = Referrals.move(referrals, move, singleTakers = takers).referrals.associateBy { it.id }
                referrals = referrals.map { changed[it.id] ?: it }
            }
        }
        case["expected"].properties().forEach { (id, expected) ->
            val referral = referrals.first { it.id == id }
            assertEquals(state(expected["state"].asText()), referral.state, id)
            for ((name, got) in listOf("taken_on" to referral.takenOn, "closed_on" to referral.closedOn)) {
                if (expected.has(name)) assertEquals(expected[name].takeUnless { it.isNull }?.let { day(it.asText()) }, got, "$id $name")
            }
            Referrals.check(referral)
        }
    }

    @TestFactory
    fun statuses(): List<DynamicTest> = vectors["need_status"].map { case ->
        dynamicTest(case["states"].toString()) {
            assertEquals(case["status"].asText(), Referrals.statusOf(case["states"].texts().map(::state)).name.lowercase())
        }
    }

    @TestFactory
    fun reminders(): List<DynamicTest> = vectors["reminders"].map { case ->
        dynamicTest(case["name"].asText()) {
            val sentOn = day(case["sent_on"].asText())
            val referrals = case["states"].texts().mapIndexed { index, text ->
                val state = state(text)
                val closed = state !in setOf(ReferralState.WAITING, ReferralState.TAKEN_IN_CHARGE)
                val taken = state !in setOf(ReferralState.WAITING, ReferralState.NOT_FOR_ME, ReferralState.TAKEN_BY_SIBLING)
                waiting("r$index", "i", sentOn)
                    .copy(state = state, takenOn = sentOn.takeIf { taken }, closedOn = sentOn.takeIf { closed })
                    .also(Referrals::check)
            }
            val on = day(case["on"].asText())
            val expected = case["reminder"].takeUnless { it.isNull }?.asText()
            assertEquals(expected, Referrals.reminder(referrals, on)?.kind?.name?.lowercase())
        }
    }

    @Test
    fun `events make the same referrals, late and repeated`() {
        val sent = Referrals.send(
            emptyList(),
            Sending(referral = "r1", need = "b-17", expert = "e1", institution = "cci", on = day("2026-11-02")),
        )
        val closed = Referrals.move(sent.referrals, Move("r1", ReferralState.DONE, day("2026-11-05"), author = "agent-7"))
        assertEquals(closed.referrals, Referrals.fold(closed.events + sent.events + closed.events).referrals)
        assertEquals(ReferralState.WAITING, Referrals.fold(sent.events + closed.events, on = day("2026-11-03")).referrals.single().state)
        assertEquals(closed.referrals.single(), Referrals.apply(sent.referrals.single(), closed.events.single()))
        val other = Referrals.reassign(sent.referrals, Reassignment("r1", expert = "e2", institution = "cma", on = day("2026-11-04")))
        assertEquals("e2", other.referrals.single().expert)
        assertEquals("e1", other.referrals.single().past.single().expert)
        assertNull(closed.referrals.single().anonymised().author)
        assertEquals("Aide proposée", ReferralState.DONE.label)
    }

    @Test
    fun `what cannot be is refused with its code`() {
        val sent = listOf(waiting("r1", "i", day("2026-11-02")))
        val refused = { move: Move -> assertThrows(ReferralException::class.java) { Referrals.move(sent, move) } }
        assertEquals("forbidden_transition", refused(Move("r1", ReferralState.TAKEN_BY_SIBLING, day("2026-11-03"))).code)
        assertEquals("impossible_date", refused(Move("r1", ReferralState.DONE, day("2026-11-01"))).code)
        assertEquals("unknown_referral", refused(Move("r2", ReferralState.DONE, day("2026-11-03"))).code)
        val twice = Sending(referral = "r2", need = "n", expert = "r1", institution = "i", on = day("2026-11-03"))
        assertEquals("already_referred", assertThrows(ReferralException::class.java) { Referrals.send(sent, twice) }.code)
        val broken = sent.single().copy(closedOn = day("2026-11-03"))
        assertEquals("closed_on", assertThrows(ReferralException::class.java) { Referrals.check(broken) }.field)
    }

    @Test
    fun `policies begin with the core's delays`() {
        val referrals = listOf(waiting("r1", "i", day("2026-11-02")))
        assertNull(Referrals.reminder(referrals, day("2026-11-06")))
        val sooner = ReminderPolicy.default().copy(poke = 4, grace = 1)
        assertEquals(ReminderKind.POKE, Referrals.reminder(referrals, day("2026-11-06"), sooner)?.kind)
        val all = Referrals.reminders(referrals, day("2027-06-01"))
        assertEquals(listOf("r1"), all.toArchive)
        val request = Request("b", company = "821611431", subject = "recruter", at = Instant.parse("2026-11-23T10:00:00Z"), open = true)
        val again = request.copy(id = "a", at = Instant.parse("2026-11-23T09:00:00Z"))
        assertEquals(RequestVerdict(RequestKind.DUPLICATE, "a"), Referrals.classify(request, listOf(again)))
        val strict = RequestPolicy.default().copy(duplicateHours = 0)
        assertEquals(RequestKind.REMINDER, Referrals.classify(request, listOf(again), strict).kind)
    }

    @Test
    fun `needs are forgotten after three years`() {
        val need = TrackedNeed(id = "n", subject = "recruter", depositedOn = day("2026-11-02"), company = "821611431", headcount = 12, adviser = "agent-7")
        assertEquals(emptyList<RetentionDue>(), Referrals.dueForAnonymisation(listOf(need), emptyList(), day("2029-11-01")))
        val due = Referrals.dueForAnonymisation(listOf(need), emptyList(), day("2029-11-02")).single()
        assertEquals("n", due.need)
        val anonymous = need.anonymised(day("2029-11-02"))
        assertEquals(listOf(null, null, null), listOf(anonymous.company, anonymous.adviser, anonymous.headcount))
        assertEquals("11", anonymous.headcountBand)
        val sooner = RetentionPolicy.default().copy(months = 12)
        assertEquals(1, Referrals.dueForAnonymisation(listOf(need), emptyList(), day("2028-01-01"), sooner).size)
    }

    @Test
    fun `figures add up`() {
        val needs = listOf("80021", "59350").mapIndexed { index, commune ->
            TrackedNeed(id = "n$index", subject = "recruter", depositedOn = day("2026-11-02"), commune = commune, found = 2)
        }
        val done = waiting("r", "cci", day("2026-11-02")).copy(need = "n0", state = ReferralState.DONE, takenOn = day("2026-11-04"), closedOn = day("2026-11-05"))
        val query = ImpactQuery.on(day("2026-12-31")).copy(by = Dimension.DEPARTEMENT)
        val report = Impact.report(needs, listOf(done), query, router.directory)
        assertEquals(2L, report.total.funnel.deposited)
        assertEquals(1L, report.total.funnel.helped)
        assertEquals(2.0, report.total.medianDaysToTake)
        assertEquals(setOf("Nord", "Somme"), report.rows.map { it.label }.toSet())
        assertEquals("Département", Dimension.DEPARTEMENT.label)
        assertTrue(report.table().columns.any { it.name == "helped" })
        val before = Impact.report(needs.take(1), listOf(done), query, router.directory)
        assertTrue(Impact.compare(before, report).isNotEmpty())
        val wrong = query.copy(subjects = listOf("recruiter"))
        val error = assertThrows(ReferralException::class.java) { Impact.report(needs, emptyList(), wrong, router.directory) }
        assertEquals("unknown_subject", error.code)
    }

    @Test
    fun `messages are rendered, and ask for what they lack`() {
        Notifications().use { notifications ->
            val data = NotificationData(
                service = Service(name = "Entraide entreprises"),
                need = NeedCard(subject = "Recruter", days = 21),
                facility = FacilityCard(name = "Boulangerie <Test>", commune = "Amiens"),
                contact = ContactCard(phone = "03 53 01 00 00"),
                links = Links(takeCharge = "https://example.org/oui", notForMe = "https://example.org/non"),
            )
            val message = notifications.render(NotificationKind.EXPERT_LAST_CHANCE, data)
            assertTrue("Boulangerie <Test>" in message.subject)
            assertTrue("Boulangerie &lt;Test&gt;" in message.html)
            val lacking = assertThrows(ReferralException::class.java) { notifications.render(NotificationKind.COMPANY_TAKEN, data) }
            assertEquals("missing_variable" to "expert.name", lacking.code to lacking.field)
        }
        val override = TemplateOverride("expert_new_need.subject", "{{ need.subject")
        assertEquals("invalid_template", assertThrows(ReferralException::class.java) { Notifications(listOf(override)) }.code)
    }

    @Test
    fun `a message leads to a subject, remarks and facts`() {
        val text = "🎉 lurssaf me reclame 8000 euros a Amiens, je peux pas peyer"
        val suggestions = router.suggestSubjects(text)
        val first = suggestions.subjects.first()
        assertEquals("tresorerie", first.subject)
        // Places count as the JVM's strings do, so that one can slice.
        for (word in first.words) assertEquals(word.span.text, text.substring(word.span.start, word.span.end))
        assertEquals(1, router.suggestSubjects(text, limit = 1).subjects.size)
        assertEquals(null, suggestions.outOfScope)
        val student = "Bonjour, je suis étudiante en licence et je cherche un stage pour mon mémoire sur l’export."
        val outOfScope = router.suggestSubjects(student).outOfScope
        assertEquals(OutOfScopeKind.STUDENT, outOfScope?.kind)
        assertEquals(outOfScope, router.screen(student).outOfScope)
        val facts = router.extract(text)
        assertEquals(8000.0, facts.amounts.single().euros)
        assertEquals("80021", facts.places.single().communes.first().code)
        assertTrue(router.screen("bonjour").flags.any { it.reason == FlagReason.TOO_SHORT })
        assertEquals(emptyList<Flag>(), router.screen("Je cherche à recruter un apprenti boulanger pour mon entreprise à Amiens").flags)
    }
}
