package fr.aiguillage

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The README's blocks, word for word. */
private fun snippets() = runBlocking {
    // begin
    val router = Router.open(Path.of("examples/hauts-de-france"))
    val need = Need(id = "b-17", subject = "recruter", commune = "80021", headcount = 3)
    for (match in router.matchExperts(need, MatchOptions(limit = 2))) {
        println("${match.institution.name} ${match.zone} ${match.zoneOwner}")
    }

    try {
        router.matchExperts(need.copy(subject = "recruiter"))
    } catch (error: NeedException) {
        println("${error.code} ${error.field} - ${error.hint}")
    }

    val answer = """{"results": [{"siren": "111454278", "nom_complet": "BOULANGERIE DU BEFFROI", "siege": {
        "siret": "11145427800016", "commune": "80021", "activite_principale": "10.71C",
        "tranche_effectif_salarie": "02", "caractere_employeur": "O", "liste_idcc": ["0843"]}}]}"""
    val company = Company.fromJson(answer, siret = "11145427800016")
    println("${company.naf} ${company.headcountBand} ${company.opco?.ids} ${company.sources["naf"]?.register}")
    val completed = Need(subject = "recruter", headcount = 12).withCompany(company)
    println("${completed.need.commune} ${completed.findings.map { it.messageIn() }}")

    println("${Nomenclatures.naf("10.71C").label} ${Nomenclatures.naf("10.71C").correspondents.map { it.entry }}")
    println(Nomenclatures.opcoOfAgreements(listOf("1486")).opcos.map { it.name })

    val explanation = router.explain(need)
    println(explanation.funnel.take(3).map { it.rule to it.left })
    println(explanation.experts[0].rules[0].sentence)

    val file = Files.createTempFile("annuaire", ".aig")
    router.save(file)
    Files.newInputStream(file).use { Router.fromStream(it) }.use { offline ->
        println(offline.directory.geography.search("amien").first().name)
    }

    val results = router.matchBatchAsync(listOf(need, need.copy(commune = "99999")))
    println(results.map { it.isSuccess })

    val text = "lurssaf me reclame 8000 euros, je peux pas peyer"
    println(router.suggestSubjects(text).subjects.first().subject)
    println(router.extract(text).amounts.map { it.euros })

    val first = router.matchExperts(need).first()
    val sent = Referrals.send(
        emptyList(),
        Sending("r1", need = "b-17", expert = first.expert.id, institution = first.institution.id, on = LocalDate.of(2026, 11, 2)),
    )
    println(Referrals.reminder(sent.referrals, LocalDate.of(2026, 11, 11))?.kind)
    val done = Referrals.move(sent.referrals, Move("r1", ReferralState.DONE, LocalDate.of(2026, 11, 12)), router.directory)
    println(done.referrals.single().state.label)
    println(Referrals.statusOf(done.referrals.map { it.state }))

    println(Directory.check(Path.of("examples/hauts-de-france")))
    val coverage = router.coverage(CoverageQuery(subject = "recruter", zones = listOf("region:32")))
    println("${coverage.communes} ${coverage.subjects[0].gapCommunes}")
    // end
}

/** The README as a program, which `android/test-r8.sh` shrinks and runs. */
object ReadmeProgram {
    @JvmStatic
    fun main(arguments: Array<String>): Unit = snippets()
}

/** What the README shows prints what it says. */
class ReadmeTest {
    @Test
    fun `the README prints what it says`() {
        val readme = Files.readString(root.resolve("bindings-kotlin/README.md"))
        val blocks = Regex("```(\\w*)\\n(.*?)```\\n", RegexOption.DOT_MATCHES_ALL).findAll(readme).map { it.groupValues[1] to it.groupValues[2] }.toList()

        val source = Files.readString(root.resolve("bindings-kotlin/kotlin/test/fr/aiguillage/ReadmeTest.kt"))
        val shown = source.substringAfter("// begin\n").substringBefore("    // end").trimIndent()
        assertEquals(shown, blocks.filter { it.first == "kotlin" }.joinToString("\n") { it.second }.trim())

        val printed = ByteArrayOutputStream()
        val before = System.out
        System.setOut(PrintStream(printed, true, Charsets.UTF_8))
        try {
            snippets()
        } finally {
            System.setOut(before)
        }
        val promised = blocks.filter { it.first.isEmpty() }.joinToString("") { it.second }
        assertTrue(promised.isNotEmpty())
        assertEquals(promised, printed.toString(Charsets.UTF_8))
    }
}
