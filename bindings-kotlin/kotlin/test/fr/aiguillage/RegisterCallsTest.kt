package fr.aiguillage

import com.sun.net.httpserver.HttpServer
import fr.aiguillage.examples.companyOf
import fr.aiguillage.examples.needOf
import java.net.InetSocketAddress
import java.nio.file.Files
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test

/** The example that asks a register, against a server that answers as one does. */
class RegisterCallsTest {
    private class Answer(val status: Int, val body: String, val retryAfter: String? = null)

    private var answers = listOf<Answer>()
    private val asked = mutableListOf<String>()
    private val server = HttpServer.create(InetSocketAddress("127.0.0.1", 0), 0).apply {
        createContext("/search") { exchange ->
            val answer = answers[minOf(asked.size, answers.size - 1)]
            asked += exchange.requestURI.query
            answer.retryAfter?.let { exchange.responseHeaders.add("Retry-After", it) }
            val bytes = answer.body.toByteArray()
            exchange.sendResponseHeaders(answer.status, bytes.size.toLong())
            exchange.responseBody.use { it.write(bytes) }
        }
        start()
    }
    private val api = "http://127.0.0.1:${server.address.port}"
    private val siret = "11145427800016"

    private fun vector(file: String): String = Files.readString(root.resolve("core/tests/vectors/company").resolve(file))

    @AfterEach
    fun stop() = server.stop(0)

    @Test
    fun aRegisterIsAskedAgainAndCompletesTheNeed() {
        answers = listOf(Answer(429, "{}", "0"), Answer(200, vector("re-plain.json")))
        val need = needOf(siret, "recruter", "", api)
        assertEquals(listOf("q=$siret", "q=$siret"), asked)
        assertEquals("59350", need.commune)
        assertEquals("recruter", need.subject)
    }

    @Test
    fun aRegisterThatIsDownLeavesTheNeedAsItIs() {
        val kept = Need(subject = "recruter", commune = "80021", siret = siret)
        val down = listOf(Answer(500, vector("re-error-500.json")), Answer(502, vector("re-error-html.txt")), Answer(200, "{"))
        for (answer in down) {
            answers = listOf(answer)
            asked.clear()
            assertEquals(kept, needOf(siret, "recruter", "80021", api))
            assertEquals(1, asked.size)
        }
        answers = listOf(Answer(429, "{}", "0"))
        asked.clear()
        assertNull(companyOf(siret, api))
        assertEquals(3, asked.size)
        server.stop(0)
        assertEquals(kept, needOf(siret, "recruter", "80021", api))
    }
}
