package fr.aiguillage

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.NullNode
import java.nio.file.Files
import java.time.LocalDate
import kotlinx.serialization.json.Json
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** What public registers know of companies, and the nomenclatures that describe them. */
class CompaniesTest {
    private val index = vectors("company/index.json")
    private val codes = index["about"]["codes"]
    private val bakery = """{"results": [{"siren": "111454278", "nom_complet": "BOULANGERIE DU BEFFROI",
        "nature_juridique": "5710", "date_creation": "2014-03-01", "siege": {"siret": "11145427800016",
        "commune": "80021", "activite_principale": "10.71C", "tranche_effectif_salarie": "02",
        "caractere_employeur": "O", "liste_idcc": ["0843"]}}]}"""

    private fun refused(call: () -> Unit): CompanyException = assertThrows(CompanyException::class.java) { call() }

    @TestFactory
    fun vectors(): List<DynamicTest> {
        val cases = index["cases"]
        assertTrue(cases.size() >= 60)
        assertEquals(
            codes["errors"].fieldNames().asSequence().toSet(),
            cases.mapNotNull { it["expected"]["error"]?.asText() }.toSet(),
        )
        return cases.map { case -> dynamicTest(case["name"].asText()) { read(case) } }
    }

    private fun companies(case: JsonNode): List<Company> {
        val file = case["file"].asText()
        val text = Files.readString(root.resolve("core/tests/vectors/company").resolve(file))
        if (!file.endsWith(".csv")) return listOf(Company.fromJson(text, case["options"]?.get("siret")?.asText()))
        val lines = text.removePrefix("\ufeff").lines().filter { it.isNotEmpty() }.map { it.split(',') }
        return lines.drop(1).map { cells -> Company.fromRow(lines[0].zip(cells).toMap()) }
    }

    private fun read(case: JsonNode) {
        val expected = case["expected"]
        if (expected.has("error")) {
            assertEquals(expected["error"].asText(), refused { companies(case) }.code)
            return
        }
        val found = companies(case)
        val rows = expected["facts"]["rows"]?.toList() ?: listOf(expected["facts"])
        assertEquals(rows.size, found.size)
        for ((company, facts) in found.zip(rows)) {
            // A company that was kept as JSON is the same.
            val kept = Json.encodeToString(Company.serializer(), company)
            assertEquals(company, Json.decodeFromString(Company.serializer(), kept))
            val known = parse(kept)
            facts.properties().forEach { (name, value) ->
                assertTrue(isSame(value, known[name] ?: NullNode.instance), "$name: $value, not ${known[name]}")
            }
        }
        val findings = found.flatMap { it.findings }
        val wanted = expected["findings"]?.toList() ?: emptyList()
        for (one in wanted) {
            val text = one["text"]?.asText()
            assertTrue(findings.any { it.code.word == one["code"].asText() && (text ?: it.text) == it.text }, "$one")
        }
        val allowed = wanted.map { it["code"].asText() } + (expected["may"]?.texts() ?: emptyList())
        for (finding in findings.filter { codes["findings"].has(it.code.word) }) {
            assertTrue(finding.code.word in allowed, "$finding")
            assertTrue(codes["findings"][finding.code.word].asText().startsWith(finding.severity.word), "$finding")
        }
        expected["open"]?.let { open -> assertEquals(open.texts().toSet(), findings.flatMap { it.open }.toSet()) }
    }

    /** Lists are compared as sets; what is absent is null, or an empty list where one is expected. */
    private fun isSame(expected: JsonNode, found: JsonNode): Boolean = when {
        expected.has("or") -> expected["or"].any { isSame(it, found) }
        expected.isArray -> expected.toSet() == found.toSet()
        expected.isNumber -> found.isNumber && expected.asLong() == found.asLong()
        else -> expected == found
    }

    @Test
    fun `a register and a hand route alike`() {
        val need = Need(id = "b-17", subject = "recruter", on = LocalDate.of(2026, 11, 23))
        val typed = need.copy(
            commune = "80021",
            siret = "11145427800016",
            naf = "10.71C",
            headcountBand = "02",
            employer = true,
            legalForm = "5710",
            createdOn = LocalDate.of(2014, 3, 1),
            idcc = listOf("0843"),
        )
        val completed = need.withCompany(Company.fromJson(bakery))
        assertEquals(CompletedNeed(typed), completed)
        val ids = { asked: Need -> router.matchExperts(asked).map { it.expert.id } }
        assertTrue(ids(typed).size > 3)
        assertEquals(ids(typed), ids(completed.need))
        assertNotEquals(ids(typed), ids(typed.copy(commune = "59350")))
    }

    @Test
    fun `what a need says stays`() {
        val company = Company.fromJson(bakery, "111 454 278 00016")
        assertEquals(OpcoCertainty.CERTAIN, company.opco?.certainty)
        assertEquals(Register.RECHERCHE_ENTREPRISES, company.sources["headcount_band"]?.register)
        val completed = Need(subject = "recruter", commune = "59350", headcount = 40).withCompany(company)
        assertEquals("59350" to "10.71C", completed.need.commune to completed.need.naf)
        assertEquals(listOf("commune", "headcount"), completed.findings.map { it.field })
        assertEquals(setOf(FindingCode.DIFFERS_FROM_NEED), completed.findings.map { it.code }.toSet())
        assertEquals(
            "pour `headcount` le besoin dit `40`, et le registre `02` : ce que dit le besoin reste",
            completed.findings[1].messageIn(),
        )
        assertEquals(completed.findings[1].message, completed.findings[1].messageIn(Language.EN))
    }

    @Test
    fun `what is no company has its code and field`() {
        val other = refused { Company.fromJson(bakery, "35600000000048") }
        assertEquals("no_company", other.code)
        assertEquals("the answer does not have the facility `35600000000048`", other.message)
        val siret = refused { Company.fromJson(bakery, "11145427800017") }
        assertEquals("invalid_value" to "siret", siret.code to siret.field)
        val company = refused { Need(subject = "s").withCompany(Company(naf = "10.71")) }
        assertEquals("invalid_value" to "company.naf", company.code to company.field)
        assertThrows(NeedException::class.java) { Need(naf = "?").withCompany(Company()) }
        assertEquals("unknown_shape", refused { Company.fromRow(mapOf("siret" to "82161143100015", "nom" to "A")) }.code)
        val row = mapOf("siret" to "82161143100015", "codeCommuneEtablissement" to "6088", "denominationUniteLegale" to null)
        assertEquals("06088" to null, Company.fromRow(row).let { it.commune to it.name })
    }

    @TestFactory
    fun activities(): List<DynamicTest> {
        val cases = vectors("look_ups.json")["naf"]
        assertTrue(cases.size() >= 14)
        return cases.map { case -> dynamicTest(case["code"].toString()) { activity(case) } }
    }

    private fun activity(case: JsonNode) {
        val code = case["code"].asText()
        if (case.has("error")) {
            val error = refused { Nomenclatures.naf(code) }
            assertEquals(case["error"].asText() to "code", error.code to error.field)
            if (case.has("hint")) assertEquals(case["hint"].takeUnless { it.isNull }?.asText(), error.hint)
            return
        }
        val found = Nomenclatures.naf(code)
        assertEquals(case["entry"].asText() to case["version"].asText(), found.entry to found.version)
        case["label"]?.let { if (it.isNull) assertNull(found.label) else assertEquals(it.asText(), found.label) }
        case["levels"]?.let { levels -> assertEquals(levels.texts(), found.levels.map { it.entry }) }
        case["codes"]?.let { codes -> assertEquals(codes.texts(), found.codes.map { it.entry }) }
        case["correspondents"]?.let { codes -> assertEquals(codes.texts(), found.correspondents.map { it.entry }) }
    }

    @TestFactory
    fun opcos(): List<DynamicTest> {
        val cases = vectors("look_ups.json")["opco"]
        assertTrue(cases.size() >= 9)
        return cases.map { case -> dynamicTest(case["idcc"].toString()) { opco(case) } }
    }

    private fun opco(case: JsonNode) {
        val idcc = case["idcc"].texts()
        if (case.has("error")) {
            val error = refused { Nomenclatures.opcoOfAgreements(idcc) }
            assertEquals(case["error"].asText() to "idcc[0]", error.code to error.field)
            return
        }
        val found = Nomenclatures.opcoOfAgreements(idcc)
        assertEquals(case["certainty"].asText(), found.certainty.word)
        val expected = case["opcos"].properties().map { (id, name) -> id to name.asText() }
        assertEquals(expected, found.opcos.map { it.id to it.name })
    }
}
