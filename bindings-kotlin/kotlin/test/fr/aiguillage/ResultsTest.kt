package fr.aiguillage

import java.nio.file.Files
import java.nio.file.Path
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.cancel
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** What is answered. */
class ResultsTest {
    @Test
    fun `a match has the records of the directory`() {
        val matches = router.matchExperts(recruit, MatchOptions(limit = 3))
        assertEquals(3, matches.size)
        val first = matches.first()
        assertEquals("PLIE", first.institution.name)
        assertEquals(first.institution.id, first.antenne.institution)
        assertEquals(first.antenne.id, first.expert.antenne)
        assertSame(first.expert, router.directory.expert(first.expert.id))
        assertSame(first.antenne, router.directory.antenne(first.antenne.id))
        assertSame(first.institution, router.directory.institution("plie"))
        assertEquals("recruter", first.subject.id)
        assertEquals("epci:248000531", first.zone)
        assertEquals(ZoneOwner.ANTENNE, first.zoneOwner)
        assertEquals(recruit.on, matches.on)
        assertEquals(RulesVersion.EVERY, matches.rules)
        assertEquals(matches, router.matchExperts(recruit, MatchOptions(limit = 3)))
        assertNotEquals(matches[0], matches[1])
    }

    @Test
    fun `notes come with their matches, and any text crosses`() {
        val noted = Router.fromJson(
            """{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
                "institutions": [{"id": "i", "name": "I"}],
                "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:2A"]}],
                "experts": [
                    {"id": "e1", "antenne": "a", "name": "E", "competences": [{"subject": "s", "note": "un"}]},
                    {"id": "e2", "antenne": "a", "name": "E", "competences": [{"subject": "s"}]},
                    {"id": "e3", "antenne": "a", "name": "E",
                     "competences": [{"subject": "s", "note": "trois", "zones": ["commune:2A004"]}]}]}""",
        )
        val need = Need("s", "2A004", origin = "a\u001fb \u00e9", nafaCodes = listOf("4002CZ"), id = "\u001f")
        val expected = mapOf("e1" to "un", "e2" to null, "e3" to "trois")
        val matches = noted.matchExperts(need)
        val batch = noted.matchBatch(listOf(need, Need(), need))
        noted.close()
        for (found in listOf(matches, batch[0].getOrThrow(), batch[2].getOrThrow())) {
            assertEquals(expected, found.associate { it.expert.id to it.note })
            assertEquals(setOf("departement:2A", "commune:2A004"), found.map { it.zone }.toSet())
            assertEquals(ZoneOwner.COMPETENCE, found.first { it.expert.id == "e3" }.zoneOwner)
        }
        assertEquals("missing_field", (batch[1].exceptionOrNull() as NeedException).code)
        assertThrows(IndexOutOfBoundsException::class.java) { matches[3] }
    }

    @Test
    fun `a batch keeps faulty needs in their places`() = runBlocking {
        val needs = List(10_000) { if (it % 7 == 0) recruit.copy(commune = "99999") else recruit.copy(id = "n$it") }
        val results = router.matchBatchAsync(needs, MatchOptions(limit = 2))
        assertEquals(needs.size, results.size)
        results.forEachIndexed { row, result ->
            if (row % 7 == 0) {
                assertEquals("unknown_commune", (result.exceptionOrNull() as NeedException).code)
            } else {
                assertEquals(router.matchExperts(needs[row], MatchOptions(limit = 2)), result.getOrThrow())
            }
        }
        assertEquals(emptyList<Any>(), router.matchBatch(emptyList()))
    }

    @Test
    fun `a batch can be cancelled`() {
        assertThrows(CancellationException::class.java) {
            runBlocking {
                val batch = async { router.matchBatchAsync(List(20_000) { recruit }) }
                batch.cancel()
                batch.await()
            }
        }
    }

    @Test
    fun `an explanation says why, and what to ask`() {
        val explanation = router.explain(recruit)
        assertEquals(router.matchExperts(recruit).map { it.expert.id }.sorted(), explanation.matching.map { it.expert })
        assertEquals(Rule.entries, explanation.funnel.map { it.rule })
        assertEquals(explanation.matching.size, explanation.funnel.last().left)
        assertEquals("Compétent sur le sujet « Recruter un ou plusieurs salariés ».", explanation.experts[0].rules[0].sentence)
        val stopped = explanation.experts.first { !it.matches }
        assertTrue(stopped.stoppedBy.isNotEmpty())
        assertTrue(explanation.nearest.all { miss -> router.directory.expert(miss.expert) != null })
        // Somebody asks for more employees than one does not know.
        val missing = router.explain(recruit.copy(subject = "financer-projet")).missing
        assertTrue(missing.any { it.concerns > 0 }, missing.toString())
    }

    @Test
    fun `snapshots open from bytes, streams and files`(@TempDir folder: Path) = runBlocking {
        val bytes = router.toBytes()
        val file = folder.resolve("hauts-de-france.aig")
        router.save(file)
        val stream = Files.newInputStream(file)
        val opened = listOf(
            Router.fromBytes(bytes),
            stream.use { Router.fromStream(it) },
            Router.load(file),
            Router.loadAsync(file),
            Router.openAsync(hautsDeFrance),
            Router(Directory.openAsync(hautsDeFrance)),
        )
        val ids = router.matchExperts(recruit).map { it.expert.id }
        for (one in opened) one.use { assertEquals(ids, it.matchExperts(recruit).map { match -> match.expert.id }) }
    }

    @Test
    fun `a directory is there to be looked at`() {
        val directory = router.directory
        assertEquals(400, directory.experts.size)
        assertEquals(24, directory.subjects.size)
        assertEquals(directory.experts.size, directory.experts.map { it.id }.toSet().size)
        assertEquals("recrutement_premier", directory.subject("recruter")!!.questions.first().id)
        assertEquals("recrutement-formation", directory.theme(directory.subject("recruter")!!.theme)!!.id)
        assertNull(directory.expert("personne"))
        assertThrows(IndexOutOfBoundsException::class.java) { directory.experts[400] }
        val again = Directory.fromJson(directory.toJson())
        assertEquals(directory.experts.toList(), again.experts.toList())
        assertEquals(directory.institutions.toList(), again.institutions.toList())
        assertEquals(RulesVersion.ANY_IN_LEVEL, directory.withRules(RulesVersion.ANY_IN_LEVEL).rules)
        assertTrue(directory.toString().startsWith("Directory(400 experts"))
    }

    @Test
    fun `what is exported reads back`() {
        val directory = router.directory
        val antennes = listOf(Sheet("antennes.csv", directory.exportSheet(SheetKind.ANTENNES).toByteArray()))
        val experts = listOf(Sheet("experts.csv", directory.exportSheet(SheetKind.EXPERTS).toByteArray()))
        val again = directory.importSheets(antennes, experts, whole = true)
        assertEquals(directory.toJson(), again.toJson())
        assertEquals(emptyList<Diagnostic>(), again.diagnostics)
        val update = again.update!!
        assertEquals(ListUpdate(emptyList(), emptyList(), directory.antennes.map { it.id }, emptyList()), update.antennes)
        assertEquals(ListUpdate(emptyList(), emptyList(), directory.experts.map { it.id }, emptyList()), update.experts)
        val error = assertThrows(DirectoryException::class.java) { directory.importSheets(experts = antennes) }
        assertEquals("missing_field" to "Antenne", error.code to error.diagnostics[0].text)
    }

    /** Workbooks are not read here: a sheet that is chosen by name is in none. */
    @Test
    fun `the name of a sheet that no workbook has is told`() {
        val experts = listOf(Sheet("experts.csv", router.directory.exportSheet(SheetKind.EXPERTS).toByteArray()))
        val error = assertThrows(DirectoryException::class.java) {
            router.directory.importSheets(experts = experts, sheets = listOf("Sud"))
        }
        assertEquals("unknown_sheet" to "Sud", error.code to error.diagnostics[0].text)
    }

    @Test
    fun `two directories differ by their records`() {
        val directory = { experts: String ->
            Directory.fromJson(
                """{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
                    "institutions": [{"id": "i", "name": "I"}],
                    "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"]}],
                    "experts": [$experts]}""",
            )
        }
        val expert = { id: String, more: String ->
            """{"id": "$id", "antenne": "a", "name": "E", "competences": [{"subject": "s"}]$more}"""
        }
        val earlier = directory(expert("changed", """, "email": "e@i.example" """) + "," + expert("removed", ""))
        val later = directory(expert("changed", """, "zones": ["departement:59"]""") + "," + expert("added", ""))
        val fields = listOf(FieldChange("email", before = "e@i.example"), FieldChange("zones", after = "departement:59"))
        val same = ListDifference(emptyList(), emptyList(), emptyList())
        val experts = ListDifference(listOf("added"), listOf(RecordChange("changed", fields)), listOf("removed"))
        assertEquals(DirectoryDifference(same, same, same, same, same, experts, emptyList()), earlier.diff(later))
        assertEquals(DirectoryDifference(same, same, same, same, same, same, emptyList()), later.diff(later))
        assertEquals(later.toJson(), later.merge(later, later).toJson())
        val conflict = assertThrows(DirectoryException::class.java) { later.merge(later, earlier) }
        assertEquals("conflicting_records" to "changed", conflict.code to conflict.diagnostics.single().text)
        earlier.close()
        assertThrows(IllegalStateException::class.java) { earlier.diff(later) }
        assertThrows(IllegalStateException::class.java) { earlier.exportSheet(SheetKind.EXPERTS) }
    }

    @Test
    fun `two routers are compared`() {
        val other = Router(router.directory.withRules(RulesVersion.ANY_IN_LEVEL))
        val needs = Files.readAllLines(hautsDeFrance.resolve("needs.csv")).drop(1).map { line ->
            val cells = line.split(',')
            Need(subject = cells[1], commune = cells[2], id = cells[0])
        }
        val comparison = router.compare(other, needs)
        assertEquals(needs.size, comparison.needs)
        assertEquals(emptyList<Difference>(), router.compare(router, needs).differences)
        for (difference in comparison.differences) assertEquals(needs[difference.position].id, difference.need)
    }

    @Test
    fun `demand names the change that brings most`() {
        val needs = listOf(
            Need(subject = "recruter", commune = "80021", answers = mapOf("recrutement_poste_cadre" to Answer.NO)),
            Need(subject = "recruter", commune = "99999"),
        )
        val query = DemandQuery(institutions = listOf("apec"), language = Language.EN)
        val report = router.demand(needs, query = query)
        assertEquals(1L to listOf(1), report.needs to report.faults.map { it.position })
        val row = report.rows.single()
        assertEquals(listOf(1L, 0L, 0L), listOf(row.asked, row.matched, row.outside))
        assertEquals(Rule.ANSWERS, row.stopped.single().rule)
        val first = row.changes.first()
        assertEquals(1L, first.needs)
        // The document holds the whole institution as it is afterwards.
        assertTrue(first.document.startsWith("{\"institutions\":[{\"id\":\"apec\""), first.document)
        val unknown = DemandQuery(institutions = listOf("zz"))
        assertEquals("institutions", assertThrows(NeedException::class.java) { router.demand(needs, query = unknown) }.field)
    }

    @Test
    fun `communes are found by code, postal code and name`() {
        val geography = router.directory.geography
        assertEquals(2026, geography.year)
        assertTrue(geography.source.isNotEmpty())
        assertEquals("Amiens", geography.commune("80021")!!.name)
        assertNull(geography.commune("00000"))
        assertEquals("02054", geography.resolve("02695")!!.code)
        assertNull(geography.resolve("?"))
        assertEquals(listOf("75112"), geography.byPostalCode("75012").map { it.code })
        assertEquals("93066", geography.search("st denis", 5).first { it.code == "93066" }.code)
        assertEquals(listOf("commune:80021", "epci:248000531", "departement:80", "region:32", "france"), geography.zonesContaining("80021"))
        assertTrue(geography.communesOf("departement:80").any { it.code == "80021" })
        assertEquals(11, geography.zones(ZoneKind.EPT).size)
        assertEquals("Hauts-de-France", geography.zoneName("region:32"))
        assertTrue(geography.population("france")!! > 60_000_000)
    }
}
