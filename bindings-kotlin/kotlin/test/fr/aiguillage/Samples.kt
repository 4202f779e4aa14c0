package fr.aiguillage

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate

/** The root of the repository. */
internal val root: Path = Path.of(System.getProperty("aiguillage.root", "..")).toAbsolutePath().normalize()

internal val hautsDeFrance: Path = root.resolve("examples/hauts-de-france")

/** One router for every test that only asks: it may be shared. */
internal val router: Router by lazy { Router.open(hautsDeFrance) }

internal val recruit = Need(subject = "recruter", commune = "80021", on = LocalDate.of(2026, 11, 23))

private val json = ObjectMapper()

internal fun parse(text: String): JsonNode = json.readTree(text)

internal fun vectors(name: String): JsonNode = parse(Files.readString(root.resolve("core/tests/vectors/$name")))

internal fun JsonNode.texts(): List<String> = map { it.asText() }
