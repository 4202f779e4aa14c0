package fr.aiguillage

import java.lang.management.ManagementFactory
import java.nio.file.Files
import java.nio.file.Path
import java.util.jar.JarFile

/**
 * Prints what the README says of speed and sizes: `make bench-kotlin`. Arguments: the jar, and the JSON
 * of a national directory.
 */
fun main(arguments: Array<String>) {
    val (jar, national) = arguments.map(Path::of)
    println("jar: ${Files.size(jar) / 1024} KiB")
    JarFile(jar.toFile()).use { file ->
        file.stream().filter { it.name.contains("aiguillage_kotlin.") }.forEach {
            println("  ${it.name}: ${it.size / 1024} KiB, packed ${it.compressedSize / 1024} KiB")
        }
    }

    val start = System.nanoTime()
    Geography.embedded()
    println("first use (JNA, native library, geography): ${millis(start)} ms")

    measure("Hauts-de-France", Router.open(hautsDeFrance))
    if (Files.notExists(national)) return
    val snapshot = Router.fromJson(Files.readString(national)).use { it.toBytes() }
    println("national snapshot: ${snapshot.size / 1024} KiB")
    val opened = List(20) { System.nanoTime().let { from -> Router.fromBytes(snapshot).close(); millis(from) } }
    println("open it: first ${opened.first()} ms, median ${opened.sorted()[10]} ms")

    measure("national", Router.fromBytes(snapshot))
}

private fun measure(name: String, router: Router) {
    val subjects = router.directory.subjects
    val communes = router.directory.geography.communesOf("region:32")
    val needs = List(5000) { Need(subjects[it % subjects.size].id, communes[it * 7 % communes.size].code, id = "n$it") }
    val found = needs.sumOf { router.matchExperts(it).size.toLong() } / needs.size
    println("$name: $found matches a need")
    // Processor time of this thread: what else the machine does counts little.
    fun each(what: String, run: () -> Unit) {
        repeat(5) { run() }
        val times = List(9) { processor().let { from -> run(); (processor() - from) / needs.size } }.sorted()
        println("  $what: ${times[4] / 100 / 10.0} µs a need")
    }
    each("matchExperts") { for (need in needs) router.matchExperts(need) }
    each("matchExperts, limit 5") { for (need in needs) router.matchExperts(need, MatchOptions(limit = 5)) }
    each("matchExperts, limit 5, names read") {
        for (need in needs) router.matchExperts(need, MatchOptions(limit = 5)).forEach { check(it.expert.name.isNotEmpty()) }
    }
    // The work of every thread, and how long it took.
    fun batch(what: String, options: MatchOptions) {
        repeat(5) { router.matchBatch(needs, options) }
        val times = List(9) { System.nanoTime().let { from -> router.matchBatch(needs, options); (System.nanoTime() - from) / needs.size } }
        println("  $what: ${times.min() / 100 / 10.0} µs a need (best of 9, by the clock)")
    }
    batch("matchBatch", MatchOptions())
    batch("matchBatch, limit 5", MatchOptions(limit = 5))
}

private fun processor(): Long = ManagementFactory.getThreadMXBean().currentThreadCpuTime

private fun millis(from: Long): Double = (System.nanoTime() - from) / 100_000 / 10.0
