package fr.aiguillage

import com.fasterxml.jackson.databind.JsonNode
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** Requests before they are needs: the vectors that run through every language, and event by event. */
class RequestsTest {
    /** Events are typed here: those of a later version cannot be had. */
    private val cases = vectors("requests.json")["cases"].filterNot { it.has("unknown") }

    @TestFactory
    fun vectors(): List<DynamicTest> = cases.map { dynamicTest(it["name"].asText()) { check(it) } }

    private fun check(case: JsonNode) {
        val events = case["events"].map { JSON.decodeFromString<RequestEvent>(it.toString()) }
        val folded = Requests.fold(events, case["on"]?.let { LocalDate.parse(it.asText()) })
        assertEquals(case["requests"].fieldNames().asSequence().toList(), folded.requests.map { it.id })
        folded.requests.forEach { request ->
            Requests.check(request)
            val found = parse(JSON.encodeToString(TrackedRequest.serializer(), request))
            case["requests"][request.id].properties().forEach { (field, value) ->
                when {
                    field == "fate" -> assertEquals(value.asText(), request.state.fate.word)
                    value.isNull -> assertTrue(!found.has(field) || found[field].isNull || found[field].isEmpty, field)
                    else -> assertEquals(value, found[field], field)
                }
            }
        }
        assertEquals(case["ignored"]?.texts().orEmpty(), folded.ignored.map { it.code })
    }

    @Test
    fun `the funnel begins at the deposit`() {
        val day = LocalDate.of(2026, 11, 2)
        val events = listOf(
            RequestEvent("d1", day, RequestEventKind.DEPOSITED, subject = "recruter"),
            RequestEvent("d1", day, RequestEventKind.TRANSMITTED, needs = listOf("n1")),
            RequestEvent("d2", day, RequestEventKind.DEPOSITED),
            RequestEvent("d2", day, RequestEventKind.CLOSED, closedFor = ClosureReason.CREATION),
        )
        val needs = listOf(TrackedNeed(id = "n1", subject = "recruter", depositedOn = day))
        val query = ImpactQuery.on(LocalDate.of(2026, 12, 31))
        val figures = Impact.report(needs, emptyList(), query, requests = Requests.fold(events).requests).total.requests
        assertEquals(listOf(2L, 1L, 1L), listOf(figures.deposited, figures.transmitted, figures.closed))
        assertEquals(ClosureReason.CREATION, figures.closures.single().reason)
    }

    @Test
    fun `a request goes from event to event`() {
        val day = LocalDate.of(2026, 11, 2)
        val request = Requests.begin(RequestEvent("d-17", day, RequestEventKind.DEPOSITED, company = "c1"))
        val closed = RequestEvent("d-17", day, RequestEventKind.CLOSED, closedFor = ClosureReason.SPAM)
        assertEquals(RequestFate.CLOSED, Requests.apply(request, closed).state.fate)
        assertNull(request.anonymised().company)
        val error = assertThrows(ReferralException::class.java) { Requests.apply(request, closed.copy(closedFor = null)) }
        assertEquals("missing_field", error.code)
    }
}
