package fr.aiguillage

import com.fasterxml.jackson.databind.JsonNode
import java.nio.file.Files
import java.time.LocalDate
import kotlin.io.path.extension
import kotlin.io.path.name
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** The vectors that run through every language. */
class VectorsTest {
    @TestFactory
    fun matching(): List<DynamicTest> {
        val files = Files.list(root.resolve("core/tests/vectors")).use { all ->
            all.filter { it.extension == "json" }.map { it.name }.sorted().toList()
        }
        val matching = files.filter { vectors(it).isArray }
        assertTrue(matching.size >= 14, "some vectors are missing: $matching")
        val tests = matching.flatMap { file -> vectors(file).flatMap { tests(file, it) } }
        assertTrue(tests.size >= 100, "only ${tests.size} cases")
        return tests
    }

    private fun tests(file: String, vector: JsonNode): List<DynamicTest> {
        val router = Router.fromJson(vector["directory"].toString())
        return vector["cases"].map { case ->
            dynamicTest("$file: ${vector["name"].asText()}: ${case["name"].asText()}") {
                assertEquals(vector["directory"].has("seed"), router.directory.isSeeded)
                run(router, case)
            }
        }
    }

    private fun run(router: Router, case: JsonNode) {
        val ask = { router.matchExperts(Need.fromJson(case["need"].toString()), options(case["options"])) }
        if (case.has("error")) {
            assertEquals(case["error"].asText(), assertThrows(NeedException::class.java) { ask() }.code)
            return
        }
        val matches = ask()
        assertEquals(router.directory.isSeeded, matches.isSeeded)
        case["commune"]?.let {
            assertEquals(it.asText() to case["likely"].asBoolean(), matches.commune to matches.isCommuneLikely)
        }
        val found = matches.map { it.expert.id }
        val expected = case["experts"].texts()
        if (case["ordered"]?.asBoolean() == true) {
            assertEquals(expected, found)
        } else {
            assertEquals(expected.sorted(), found.sorted())
        }
        case["details"]?.properties()?.forEach { (expert, details) ->
            details(matches.first { it.expert.id == expert }, details)
        }
        val explained = router.explain(Need.fromJson(case["need"].toString())).matching.map { it.expert }
        if (!case.has("options")) assertEquals(found.sorted(), explained.sorted(), "explain agrees")
    }

    private fun details(match: Match, details: JsonNode) {
        details.properties().forEach { (attribute, expected) ->
            when (attribute) {
                "zone" -> assertEquals(expected.asText(), match.zone)
                "zone_owner" -> assertEquals(expected.asText(), match.zoneOwner.name.lowercase())
                "absent_until" ->
                    assertEquals(if (expected.isNull) null else LocalDate.parse(expected.asText()), match.absentUntil)
                "unverified" ->
                    assertEquals(expected.texts().toSet(), match.unverified.map { it.name.lowercase() }.toSet())
                else -> throw AssertionError("no attribute $attribute")
            }
        }
    }

    private fun options(options: JsonNode?) = MatchOptions(
        limit = options?.get("limit")?.asInt(),
        perInstitution = options?.get("per_institution")?.asInt(),
        share = options?.get("share")?.asText()?.let { ShareAmong.valueOf(it.uppercase()) },
        load = options?.get("load")?.properties()?.associate { (expert, open) -> expert to open.asDouble() },
    )

    @TestFactory
    fun places(): List<DynamicTest> {
        val geography = Geography.embedded()
        val cases = vectors("places.json")["cases"]
        assertTrue(cases.size() > 400)
        return cases.map { case -> dynamicTest(case["name"].asText()) { locate(geography, case) } }
    }

    private fun locate(geography: Geography, case: JsonNode) {
        val input = case["input"]
        val location = geography.locate(
            code = input["code"]?.asText(),
            postalCode = input["postal_code"]?.asText(),
            town = input["town"]?.asText(),
            address = input["address"]?.asText(),
            departement = input["departement"]?.asText(),
        )
        val expected = case["expected"]
        val certainties = listOf(expected["certainty"].asText()) + (expected["also"]?.texts() ?: emptyList())
        assertTrue(location.certainty.word in certainties, "$input $location")
        val wanted = expected["candidates"]?.texts() ?: emptyList()
        val commune = location.commune
        if (commune == null) {
            val listed = location.candidates.map { it.code }.filter { it in wanted }
            assertTrue(location.certainty == Certainty.UNKNOWN || listed == wanted, "$input $location")
            return
        }
        assertTrue(location.candidates.isEmpty(), "$input $location")
        val right = listOfNotNull(expected["commune"]?.asText()) + (expected["or"]?.texts() ?: emptyList()) + wanted.take(1)
        assertTrue(right.isEmpty() || commune.code in right, "$input $location")
    }

    @TestFactory
    fun coverage(): List<DynamicTest> {
        val groups = vectors("coverage.json")["coverage"]
        assertTrue(groups.size() >= 7)
        return groups.flatMap { group ->
            val router = Router.fromJson(group["directory"].toString())
            group["cases"].map { case ->
                dynamicTest("${group["name"].asText()}: ${case["name"].asText()}") { cover(router, case) }
            }
        }
    }

    private fun cover(router: Router, case: JsonNode) {
        val subject = case["subject"].asText()
        val query = CoverageQuery(
            subject = subject,
            zones = case["zones"].texts(),
            institution = case["institution"]?.asText(),
            profile = case["profile"]?.let { Need.fromJson(it.toString()) },
            on = case["on"]?.let { LocalDate.parse(it.asText()) },
        )
        val coverage = router.coverage(query)
        val counts = coverage.expertsByCommune(subject)
        case["counts"].properties().forEach { (commune, count) -> assertEquals(count.asInt(), counts[commune], commune) }
        val one = coverage.subjects.single()
        assertEquals(case["gaps"].texts().sorted(), one.gaps.map { it.zone }.sorted())
        assertEquals(case["overlaps"].texts().sorted(), one.overlaps.map { it.zone }.sorted())
        assertEquals(case["gap_population"].asLong(), one.gapPopulation)
    }

    @Test
    fun `needs travel as JSON`() {
        val need = Need.fromJson(
            """{"id": "n", "subject": "s", "commune": "80021", "on": "2026-11-23", "siret": "82161143100015",
                "naf": "1071C", "naf_2025": "62.10Y", "nafa_codes": ["4002CZ"], "headcount": 3, "turnover": 50000, "headcount_band": "02",
                "legal_form": "5710", "created_on": "2020-02-29", "activities": ["commerciale"], "opco": "akto",
                "origin": "site", "answers": {"q": true}}""",
        )
        assertEquals("10.71C", need.naf)
        assertEquals(LocalDate.of(2020, 2, 29), need.createdOn)
        assertEquals(mapOf("q" to true), need.answers)
        assertEquals(need, Need.fromJson(need.toJson()))
        // Every field that the core has.
        assertEquals(NeedField.entries.size, parse(need.toJson()).size())
    }
}
