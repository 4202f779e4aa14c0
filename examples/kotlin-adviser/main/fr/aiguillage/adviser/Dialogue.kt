package fr.aiguillage.adviser

import com.github.ajalt.clikt.core.UsageError
import fr.aiguillage.Answer
import fr.aiguillage.Commune
import fr.aiguillage.MatchOptions
import fr.aiguillage.Need
import fr.aiguillage.NeedField
import fr.aiguillage.Question
import fr.aiguillage.Router
import fr.aiguillage.Subject
import java.time.LocalDate
import java.time.format.DateTimeParseException

/** Nobody is there to answer any more. */
internal class EndOfInput : Exception()

/** The answer to a question as one types it: yes or no, or its choices by number or id; `null` for anything else. */
internal fun readAnswer(question: Question, text: String): Answer? {
    if (question.choices.isEmpty()) {
        return when (text.trim().lowercase()) {
            "oui", "o" -> Answer.YES
            "non", "n" -> Answer.NO
            else -> null
        }
    }
    val chosen = text.split(' ', ',', '|').filter { it.isNotEmpty() }.map { word ->
        question.choices.find { it.id == word } ?: word.toIntOrNull()?.let { question.choices.getOrNull(it - 1) }
    }
    return chosen.filterNotNull().takeIf { it.isNotEmpty() && it.size == chosen.size }
        ?.let { Answer.Choices(it.map { choice -> choice.id }.distinct()) }
}

/** How a question is answered. */
internal fun hint(question: Question): String =
    if (question.choices.isEmpty()) "oui, non"
    else question.choices.withIndex().joinToString { (number, choice) -> "${number + 1} ${choice.label}" }

/** What is asked of the adviser, a line an answer. */
internal class Dialogue(private val screen: Screen, private val router: Router) {
    private val input = System.`in`.bufferedReader(Charsets.UTF_8)

    private fun ask(question: String): String {
        screen.question(question)
        return input.readLine()?.trim() ?: throw EndOfInput()
    }

    /** The commune of a flag: the only one, or the most likely one of a name. */
    fun communeOf(text: String): Commune {
        val found = communes(text)
        val exact = found.filter { it.name.equals(text, ignoreCase = true) }
        return found.singleOrNull() ?: exact.singleOrNull()
            ?: throw UsageError(
                if (found.isEmpty()) "aucune commune ne répond à « $text »"
                else "plusieurs communes répondent à « $text » : " + found.joinToString { "${it.name} (${it.code})" },
            )
    }

    fun askCommune(): Commune {
        while (true) {
            val text = ask("Commune de l’entreprise (nom, code postal ou code Insee)")
            val found = communes(text)
            if (found.isEmpty()) {
                screen.remark("Aucune commune ne répond à « $text ».")
            } else if (found.size == 1) {
                return found.single()
            } else {
                screen.choices(found.map { "${it.name} (${it.postalCodes.firstOrNull() ?: it.code})" })
                ask("Laquelle ?").toIntOrNull()?.let { found.getOrNull(it - 1) }?.let { return it }
            }
        }
    }

    private fun communes(text: String): List<Commune> {
        val geography = router.directory.geography
        val byPostalCode = geography.byPostalCode(text)
        return if (byPostalCode.isNotEmpty()) byPostalCode
        else geography.commune(text.uppercase())?.let(::listOf)
            ?: geography.search(text, 8).mapNotNull { geography.commune(it.code) }
    }

    private fun offered(): List<Subject> = router.directory.subjects.filterNot { it.archived }

    /** The subject of a flag: its id, or its number in the list. */
    fun subjectOf(text: String): Subject =
        router.directory.subject(text) ?: text.toIntOrNull()?.let { offered().getOrNull(it - 1) }
            ?: throw UsageError("« $text » n’est pas un besoin : voir --sujets")

    /** Ticked by number, or said in a few words that the library reads. */
    fun askSubjects(): List<Subject> {
        screen.subjects()
        while (true) {
            val text = ask("Besoins de l’entreprise (numéros, ou ce qu’elle dit)")
            if (text.isEmpty()) continue
            val numbers = text.split(' ', ',').filter { it.isNotBlank() }
            if (numbers.any { it.toIntOrNull() == null }) {
                chosenOf(text)?.let { return listOf(it) }
                continue
            }
            val chosen = numbers.map { offered().getOrNull(it.toInt() - 1) }
            if (null !in chosen) return chosen.filterNotNull().distinct()
            screen.remark("Des numéros de 1 à ${offered().size}, séparés par des espaces.")
        }
    }

    private fun chosenOf(text: String): Subject? {
        val suggested = suggested(text)
        if (suggested.isEmpty()) {
            screen.remark("Aucun besoin ne ressort de ces mots.")
            return null
        }
        screen.choices(suggested.map { it.label })
        return ask("Lequel ?").toIntOrNull()?.let { suggested.getOrNull(it - 1) }
    }

    private fun suggested(text: String): List<Subject> =
        router.suggestSubjects(text).subjects.mapNotNull { router.directory.subject(it.subject) }

    /** The subject of a message that a script hands in: only one that the library is sure of. */
    fun subjectOfMessage(text: String): Subject =
        router.suggestSubjects(text).takeIf { it.sure }?.subjects?.firstOrNull()?.let { router.directory.subject(it.subject) }
            ?: throw UsageError(
                "le besoin n’est pas sûr, préciser --besoin : " + suggested(text).joinToString { it.id }.ifEmpty { "voir --sujets" },
            )

    fun askQuestions(subject: Subject, answered: Set<String>): Map<String, Answer> {
        val open = subject.questions.filterNot { it.id in answered }
        if (open.isNotEmpty()) screen.heading(subject.label)
        return open.mapNotNull { question ->
            readAnswer(question, ask("${question.label} (${hint(question)}, ou rien)"))?.let { question.id to it }
        }.toMap()
    }

    /** Shows who can help; when a fact would find somebody more, asks for it once. */
    fun route(need: Need, limit: Int?, asking: Boolean) {
        val explanation = router.explain(need)
        screen.experts(need, router.matchExperts(need, MatchOptions(limit = limit)), explanation)
        if (!asking) return
        val fact = explanation.missing.firstOrNull { it.unlocks > 0 } ?: return
        val completed = complete(need, fact.field) ?: return
        route(completed, limit, asking = true)
    }

    /** The need with the fact that was asked for; `null` where the adviser does not know either. */
    private fun complete(need: Need, field: NeedField): Need? {
        val text = when (field) {
            NeedField.HEADCOUNT, NeedField.CREATED_ON, NeedField.NAF, NeedField.LEGAL_FORM -> ask("${field.label()} (ou rien)")
            else -> return null
        }
        if (text.isEmpty()) return null
        return when (field) {
            NeedField.HEADCOUNT -> text.toIntOrNull()?.let { need.copy(headcount = it) }
            NeedField.CREATED_ON -> try {
                need.copy(createdOn = LocalDate.parse(text))
            } catch (_: DateTimeParseException) {
                null
            }
            NeedField.NAF -> need.copy(naf = text)
            else -> need.copy(legalForm = text)
        }
    }
}
