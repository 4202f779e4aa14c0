package fr.aiguillage

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test

/** Threads and memory. */
class SharingTest {
    private val needs = router.directory.subjects.map { recruit.copy(subject = it.id) }

    @Test
    fun `threads share a router, and its tables`() {
        // Of its own, so that its tables are filled by all threads at once.
        val shared = Router.fromBytes(router.toBytes())
        val expected = needs.map { need -> router.matchExperts(need).map { it.expert to it.institution } }
        val threads = Executors.newFixedThreadPool(8)
        try {
            val work = List(8) {
                Callable {
                    repeat(20) { assertEquals(expected, needs.map { need -> shared.matchExperts(need).map { it.expert to it.institution } }) }
                    shared.explain(recruit)
                    shared.matchBatch(needs).forEach { it.getOrThrow() }
                }
            }
            threads.invokeAll(work).forEach { it.get() }
        } finally {
            threads.shutdown()
        }
    }

    @Test
    fun `a router may be closed while others ask`() {
        val threads = Executors.newFixedThreadPool(4)
        try {
            repeat(50) {
                val one = Router.fromBytes(small)
                val asking = threads.invokeAll(
                    List(4) { number ->
                        Callable {
                            if (number == 0) one.close()
                            // Either answered or refused; never a crash.
                            runCatching { one.matchExperts(Need(subject = "s", commune = "80021")).size }
                        }
                    },
                )
                for (result in asking.map { it.get() }) {
                    assertTrue(result.isSuccess || result.exceptionOrNull() is IllegalStateException, result.toString())
                }
            }
        } finally {
            threads.shutdown()
        }
    }

    @Test
    fun `a hundred thousand calls leave nothing behind`() {
        assumeTrue(Files.exists(STATUS), "only Linux tells how much memory is resident")
        val calls = { times: Int ->
            for (number in 0 until times) {
                val need = needs[number % needs.size].copy(id = "n$number")
                assertTrue(router.matchExperts(need, MatchOptions(limit = 5)).size <= 5)
                if (number % 10 == 0) runCatching { router.matchExperts(need.copy(commune = "99999")) }
                if (number % 100 == 0) Router.fromBytes(small).use { it.directory.experts.size }
                if (number % 1000 == 0) router.explain(need)
            }
        }
        // The first calls fill the tables and let the JVM compile.
        calls(30_000)
        val (heap, resident) = heap() to resident()
        calls(100_000)
        val (heapAfter, residentAfter) = heap() to resident()
        assertTrue(heapAfter < heap + 4 * MEGABYTE, "the heap grew from $heap to $heapAfter bytes")
        // The heap is resident from the start (see pom.xml), so that what grows is native. Two hundred
        // bytes a call would show.
        assertTrue(residentAfter < resident + 20 * MEGABYTE, "resident grew from $resident to $residentAfter bytes")
    }

    /** What is used once JNA's cleaner, a thread of its own, has freed what the collector found. */
    private fun heap(): Long {
        fun used(): Long {
            System.gc()
            Thread.sleep(100)
            return Runtime.getRuntime().run { totalMemory() - freeMemory() }
        }
        return generateSequence(used() to used()) { (_, last) -> last to used() }
            .take(50)
            .first { (before, after) -> after > before - MEGABYTE / 10 }
            .second
    }

    private fun resident(): Long =
        Files.readAllLines(STATUS).first { it.startsWith("VmRSS") }.filter(Char::isDigit).toLong() * 1024

    private companion object {
        const val MEGABYTE = 1L shl 20
        val STATUS: Path = Path.of("/proc/self/status")
        val small: ByteArray = Router.fromJson(
            """{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}]}""",
        ).toBytes()
    }
}
