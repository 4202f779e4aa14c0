package fr.aiguillage.adviser

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption.REPLACE_EXISTING
import java.util.concurrent.TimeUnit
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** Runs the jar, alone in an empty folder, as an adviser would. */
class AdviserTest {
    private class Run(val exit: Int, val text: String)

    @TempDir
    private lateinit var empty: Path

    private fun run(vararg arguments: String, typed: String = ""): Run {
        val jar = Files.copy(Path.of(System.getProperty("conseiller.jar")), empty.resolve("conseiller.jar"), REPLACE_EXISTING)
        val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
        val output = empty.resolve("output")
        val process = ProcessBuilder(java, "-jar", jar.fileName.toString(), *arguments)
            .directory(empty.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
        process.outputStream.use { it.write(typed.toByteArray()) }
        if (!process.waitFor(5, TimeUnit.MINUTES)) process.destroyForcibly()
        return Run(process.exitValue(), Files.readString(output))
    }

    private fun Run.shows(vararg texts: String): Run {
        for (one in texts) assertTrue(one in text.replace(Regex("\\s+"), " "), "« $one » is missing:\n$text")
        return this
    }

    // Among equals the day decides, as these needs have no id: who is first is another one tomorrow.
    @Test
    fun `flags alone find the experts, with the reason`() {
        val run = run("--commune", "80000", "--besoin", "recruter", "--besoin", "former", "--effectif", "3", "--limite", "2")
        run.shows("Amiens", "Hauts-de-France", "Recruter un ou plusieurs salariés", "1. ", "2. ", "@", "Couvre Amiens")
        assertEquals(0, run.exit)
    }

    @Test
    fun `a dialogue asks for the commune, the needs and the answers`() {
        val run = run("--limite", "50", typed = "Nulle-Part-du-Tout\nAmiens\n1\n1\noui\n\n\n\n\n\n\n\n")
        run.shows("Commune de l’entreprise", "Besoins de l’entreprise", "premier recrutement", "France Travail")
        assertEquals(0, run.exit)
    }

    @Test
    fun `a question with choices is answered by one of them`() {
        val asked = run("--besoin", "financer-projet", "--limite", "50", typed = "80021\n\n\n2\n\n\n\n\n")
        asked.shows("1 Moins de 10 000 €, 2 10 000 € ou plus", "Banque de France")
        val flags = arrayOf("--commune", "Amiens", "--besoin", "financer-projet", "--limite", "50", "--reponse")
        val least = run(*flags, "montant_restant_a_financer=moins_de_10k")
        assertTrue("Banque de France" !in least.text && "Initiative" in least.text, least.text)
        run(*flags, "montant_restant_a_financer=oui").also { assertEquals(1, it.exit, it.text) }.shows("10 000 € ou plus")
    }

    @Test
    fun `what the company says leads to a need`() {
        run("--commune", "Amiens", "--message", "nous cherchons à recruter un salarié", "--limite", "50")
            .shows("Recruter un ou plusieurs salariés", "France Travail")
        run("--limite", "50", typed = "80021\nje veux embaucher un apprenti\n1\n\n\n\n\n\n\n\n\n")
            .shows("Lequel ?", "Recruter un ou plusieurs salariés", "France Travail")
        run("--commune", "Amiens", "--message", "xyz").also { assertEquals(1, it.exit, it.text) }.shows("--sujets")
    }

    @Test
    fun `when nobody matches it says what to ask and who is nearest`() {
        val run = run("--commune", "75112", "--besoin", "recruter")
        run.shows("Personne ne peut aider", "Au plus près")
        assertEquals(0, run.exit)
    }

    @Test
    fun `the list has the 24 needs`() {
        val run = run("--sujets")
        run.shows("1. Recruter un ou plusieurs salariés")
        assertEquals(24, Regex("(?m)^ *\\d+\\. ").findAll(run.text).count())
    }

    @Test
    fun `what is wrong is said`() {
        run("--commune", "Nulle-Part-du-Tout-Ici", "--besoin", "recruter").also { assertEquals(1, it.exit, it.text) }.shows("aucune commune")
        run("--commune", "80021", "--besoin", "rien").also { assertEquals(1, it.exit, it.text) }.shows("--sujets")
        run("--commune", "80021", "--besoin", "recruter", "--naf", "10").also { assertEquals(1, it.exit, it.text) }.shows("naf")
        run(typed = "80021\n").also { assertEquals(1, it.exit, it.text) }.shows("il manque une réponse")
    }
}
