package fr.aiguillage

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Files
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The blocks of the guide and of the README run: those of a page are one program, which shows what the page says. */
class GuideTest {
    @Test
    fun `every page prints what it says`() {
        assertTrue(guidePages.size >= 6)
        guidePages.forEach { (page, program) ->
            val text = Files.readString(root.resolve(page))
            val blocks = Regex("^```kotlin\\n(.*?)^```$", setOf(RegexOption.MULTILINE, RegexOption.DOT_MATCHES_ALL))
                .findAll(text).joinToString("") { it.groupValues[1] }
            val said = Regex("^// → (.*)$", RegexOption.MULTILINE).findAll(blocks).map { it.groupValues[1] }.toList()
            assertEquals(said, printed { runBlocking { program() } }, page)
        }
    }

    private fun printed(program: () -> Unit): List<String> {
        val bytes = ByteArrayOutputStream()
        val before = System.out
        System.setOut(PrintStream(bytes, true, Charsets.UTF_8))
        try {
            program()
        } finally {
            System.setOut(before)
        }
        return bytes.toString(Charsets.UTF_8).lines().dropLast(1)
    }
}
