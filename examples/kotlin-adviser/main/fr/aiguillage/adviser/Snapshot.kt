package fr.aiguillage.adviser

import fr.aiguillage.Router
import java.nio.file.Path
import kotlin.io.path.createParentDirectories

/** Writes a directory as a snapshot: what a chamber's server does each night. Arguments: from, to. */
fun main(arguments: Array<String>) {
    val (from, to) = arguments.map(Path::of)
    Router.open(from).use { it.save(to.createParentDirectories()) }
}
