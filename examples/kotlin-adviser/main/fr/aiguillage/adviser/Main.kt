package fr.aiguillage.adviser

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.UsageError
import com.github.ajalt.clikt.core.main
import com.github.ajalt.clikt.parameters.options.associate
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.multiple
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.path
import com.github.ajalt.mordant.terminal.Terminal
import fr.aiguillage.AiguillageException
import fr.aiguillage.Answer
import fr.aiguillage.Need
import fr.aiguillage.Question
import fr.aiguillage.Router
import java.io.FileDescriptor
import java.io.FileOutputStream
import java.io.PrintStream
import java.time.LocalDate
import java.time.format.DateTimeParseException

fun main(arguments: Array<String>) {
    // French has accents, whatever the locale of the terminal.
    System.setOut(PrintStream(FileOutputStream(FileDescriptor.out), true, Charsets.UTF_8))
    Adviser().main(arguments)
}

/** The command: asks for what its flags do not say. */
private class Adviser : CliktCommand(name = "conseiller") {
    override fun help(context: Context) =
        "Trouve, sans réseau, les experts publics qui peuvent aider une entreprise. Ce que les options ne disent pas est demandé."

    private val snapshot by option("--annuaire", metavar = "FICHIER", help = "un autre instantané que celui de l’application")
        .path(mustExist = true, canBeDir = false)
    private val commune by option("--commune", metavar = "TEXTE", help = "nom, code postal ou code Insee")
    private val needs by option("--besoin", metavar = "SUJET", help = "identifiant ou numéro d’un sujet ; plusieurs fois pour plusieurs").multiple()
    private val message by option("--message", metavar = "TEXTE", help = "ce que dit l’entreprise, au lieu d’un sujet")
    private val answers by option("--reponse", metavar = "QUESTION=RÉPONSE", help = "réponse à une question d’un sujet : oui, non, ou un choix").associate()
    private val headcount by option("--effectif", metavar = "NOMBRE", help = "nombre de salariés").int()
    private val createdOn by option("--creation", metavar = "AAAA-MM-JJ", help = "date de création de l’entreprise")
    private val naf by option("--naf", metavar = "CODE", help = "code d’activité, NAF rév. 2")
    private val limit by option("--limite", metavar = "NOMBRE", help = "au plus tant d’experts par besoin").int()
    private val list by option("--sujets", help = "donne la liste des besoins, et s’arrête").flag()

    override fun run() {
        val terminal = Terminal()
        try {
            open().use { router ->
                val screen = Screen(terminal, router)
                if (list) return screen.subjects()
                val dialogue = Dialogue(screen, router)
                // With both flags there is nothing left to ask, so that a script can call it.
                val asking = commune == null || (needs.isEmpty() && message == null)
                val place = commune?.let(dialogue::communeOf) ?: dialogue.askCommune()
                val named = needs.map(dialogue::subjectOf) + listOfNotNull(message?.let(dialogue::subjectOfMessage))
                val subjects = named.distinct().ifEmpty { dialogue.askSubjects() }
                val known = Need(
                    commune = place.code,
                    headcount = headcount,
                    naf = naf,
                    createdOn = createdOn?.let(::date),
                )
                screen.place(place)
                for (subject in subjects) {
                    val given = subject.questions.mapNotNull { question -> answers[question.id]?.let { question.id to answer(question, it) } }.toMap()
                    val all = if (asking) given + dialogue.askQuestions(subject, given.keys) else given
                    dialogue.route(known.copy(subject = subject.id, answers = all), limit, asking)
                }
                val unused = answers.keys - subjects.flatMap { it.questions }.map { it.id }.toSet()
                if (unused.isNotEmpty()) throw UsageError("aucun de ces besoins ne pose la question ${unused.joinToString()}")
            }
        } catch (error: AiguillageException) {
            throw UsageError(error.message ?: error.code)
        } catch (_: EndOfInput) {
            throw UsageError("il manque une réponse")
        }
    }

    private fun open(): Router {
        snapshot?.let { return Router.load(it) }
        val packed = checkNotNull(javaClass.getResourceAsStream("/annuaire.aig")) { "the app was built without its snapshot" }
        return packed.use { Router.fromStream(it) }
    }

    private fun date(text: String): LocalDate =
        try {
            LocalDate.parse(text)
        } catch (_: DateTimeParseException) {
            throw UsageError("« $text » n’est pas une date : écrire 2026-11-23")
        }

    private fun answer(question: Question, text: String): Answer =
        readAnswer(question, text) ?: throw UsageError("« $text » ne répond pas à ${question.id} : ${hint(question)}")
}
