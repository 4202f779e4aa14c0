package fr.aiguillage

import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** Every way to go wrong, and that each is an exception with its code. */
class ErrorsTest {
    private fun refused(need: Need, options: MatchOptions = MatchOptions()): NeedException =
        assertThrows(NeedException::class.java) { router.matchExperts(need, options) }

    @Test
    fun `every fault of a need has its code and field`() {
        val faults = listOf(
            Triple(Need(commune = "80021"), "missing_field", "subject"),
            Triple(Need(subject = "recruter"), "missing_field", "commune"),
            Triple(recruit.copy(commune = " "), "missing_field", "commune"),
            Triple(recruit.copy(subject = "recruiter"), "unknown_subject", "subject"),
            Triple(recruit.copy(commune = "99999"), "unknown_commune", "commune"),
            Triple(recruit.copy(answers = mapOf("autre" to Answer.YES)), "unknown_question", "answers.autre"),
            Triple(recruit.copy(opco = "inconnu"), "unknown_institution", "opco"),
            Triple(recruit.copy(siret = "82161143100016"), "invalid_value", "siret"),
            Triple(recruit.copy(naf = "10.71"), "invalid_value", "naf"),
            Triple(recruit.copy(naf2025 = "?"), "invalid_value", "naf_2025"),
            Triple(recruit.copy(nafaCodes = listOf("?")), "invalid_value", "nafa_codes"),
            Triple(recruit.copy(headcount = -1), "invalid_value", "headcount"),
            Triple(recruit.copy(headcountBand = "99"), "invalid_value", "headcount_band"),
            Triple(recruit.copy(legalForm = "?"), "invalid_value", "legal_form"),
            Triple(recruit.copy(activities = listOf("_")), "invalid_value", "activities"),
            Triple(recruit.copy(createdOn = LocalDate.of(2027, 1, 1)), "invalid_value", "created_on"),
            // The JVM has dates that the core has not.
            Triple(recruit.copy(on = LocalDate.of(12026, 1, 1)), "invalid_value", "on"),
        )
        for ((need, code, field) in faults) {
            val error = refused(need)
            assertEquals(code to field, error.code to error.field, error.message)
        }
    }

    @Test
    fun `what was probably meant is said`() {
        val error = refused(recruit.copy(subject = "recruiter"))
        assertEquals("did you mean `recruter`?", error.hint)
        assertEquals("there is no subject `recruiter`: did you mean `recruter`?", error.message)
        val json = assertThrows(NeedException::class.java) { Need.fromJson("""{"subjet": "recruter"}""") }
        assertEquals("unknown_field", json.code)
        assertEquals("did you mean `subject`?", json.hint)
        assertNull(assertThrows(NeedException::class.java) { Need.fromJson("[]") }.field)
    }

    @Test
    fun `options and queries are checked as needs are`() {
        assertEquals("limit", refused(recruit, MatchOptions(limit = -1)).field)
        assertEquals("unknown_expert", refused(recruit, MatchOptions(load = mapOf("personne" to 1.0))).code)
        val expert = router.directory.experts[0].id
        assertEquals("invalid_value", refused(recruit, MatchOptions(load = mapOf(expert to -1.0))).code)
        val batch = assertThrows(NeedException::class.java) { router.matchBatch(listOf(recruit), MatchOptions(limit = -1)) }
        assertEquals("limit", batch.field)
        val query = { query: CoverageQuery -> assertThrows(NeedException::class.java) { router.coverage(query) }.field }
        assertEquals("subject", query(CoverageQuery(subject = "rien")))
        assertEquals("zones", query(CoverageQuery(zones = listOf("32"))))
        assertEquals("headcount", query(CoverageQuery(profile = Need(headcount = -1))))
        assertThrows(NeedException::class.java) { router.explain(recruit.copy(commune = "99999")) }
        assertThrows(NeedException::class.java) { router.compare(router, listOf(recruit.copy(headcount = -1))) }
    }

    @Test
    fun `a directory is refused with all that is wrong`() {
        val error = assertThrows(DirectoryException::class.java) {
            Directory.fromJson("""{"themes": [{"id": "t", "label": "T", "zone": ["france"]}], "subject": []}""")
        }
        assertEquals("unknown_field", error.code)
        assertEquals(listOf("zones", "subjects"), error.diagnostics.map { it.nearest })
        assertEquals(DiagnosticCode.UNKNOWN_FIELD, error.diagnostics[0].code)
        assertEquals(Severity.ERROR, error.diagnostics[0].severity)
        val lenient = Directory.fromJson("""{"themes": [{"id": "t", "label": "T", "zone": ["france"]}]}""", lenient = true)
        assertEquals(1, lenient.diagnostics.size)
        assertEquals("T", lenient.themes.single().label)
        assertEquals("unreadable_file", assertThrows(DirectoryException::class.java) { Router.open(Path.of("/rien")) }.code)
        assertEquals("unreadable_file", Directory.check(Path.of("/rien")).single().code.name.lowercase())
        assertEquals(emptyList<Diagnostic>(), Directory.check(hautsDeFrance))
    }

    @Test
    fun `what is no snapshot is refused`(@TempDir folder: Path) {
        val bytes = Router.fromJson("""{"themes": [{"id": "t", "label": "T"}]}""").toBytes()
        val code = { bytes: ByteArray -> assertThrows(SnapshotException::class.java) { Router.fromBytes(bytes) }.code }
        val with = { at: Int, byte: Int -> bytes.copyOf().also { it[at] = byte.toByte() } }
        assertEquals("not_a_snapshot", code("?".toByteArray()))
        assertEquals("not_a_snapshot", code(ByteArray(0)))
        assertEquals("truncated", code(bytes.copyOf(bytes.size - 1)))
        assertEquals("truncated", code(bytes + 0))
        assertEquals("newer_format", code(with(8, 99)))
        assertEquals("older_format", code(with(8, 0)))
        assertEquals("other_year", code(with(10, 1)))
        assertEquals("checksum", code(with(bytes.size - 1, bytes.last() + 1)))
        assertThrows(NoSuchFileException::class.java) { Router.load(folder.resolve("rien")) }
        val file = Files.write(folder.resolve("faux"), byteArrayOf(1, 2))
        assertThrows(SnapshotException::class.java) { Router.load(file) }
    }

    @Test
    fun `zones and geographies are refused`() {
        val geography = Geography.embedded()
        val error = assertThrows(GeographyException::class.java) { geography.communesOf("32") }
        assertEquals("invalid_zone", error.code)
        assertTrue(error.message!!.contains("departement:32"), error.message)
        assertThrows(GeographyException::class.java) { geography.zoneName("") }
        assertThrows(GeographyException::class.java) { geography.population("pays:fr") }
        assertEquals("not_a_geography", assertThrows(GeographyException::class.java) { Geography.fromBytes(ByteArray(3)) }.code)
    }

    @Test
    fun `who asks a closed router is told`() {
        val closed = Router.fromJson("""{"themes": []}""")
        closed.close()
        closed.close()
        assertThrows(IllegalStateException::class.java) { closed.matchExperts(recruit) }
    }
}
