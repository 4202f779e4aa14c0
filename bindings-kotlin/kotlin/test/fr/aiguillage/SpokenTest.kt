package fr.aiguillage

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** What is wrong, in French and in English: the same words as in every language. */
class SpokenTest {
    @TestFactory
    fun `findings speak both languages`(): List<DynamicTest> =
        vectors("spoken/index.json")["directories"].map { vector ->
            dynamicTest(vector["name"].asText()) {
                val error = assertThrows(DirectoryException::class.java) {
                    Directory.fromJson(vector["directory"].toString())
                }
                val found = error.diagnostics.map {
                    Triple(it.code.word, it.messageIn(Language.EN), it.messageIn(Language.FR))
                }
                val wanted = vector["findings"].map {
                    Triple(it["code"].asText(), it["en"].asText(), it["fr"].asText())
                }
                assertEquals(wanted, found)
                assertEquals(error.message, error.messageIn(Language.EN))
                assertTrue(error.messageIn(Language.FR).startsWith("erreur["), error.messageIn())
            }
        }

    @Test
    fun `codes say what to do`() {
        val french = Nomenclatures.diagnosticCode(DiagnosticCode.LOST_ZERO)
        val english = Nomenclatures.diagnosticCode(DiagnosticCode.LOST_ZERO, Language.EN)
        assertEquals(Severity.WARNING, french.severity)
        assertNotEquals(english.remedy, french.remedy)
    }
}
