package fr.aiguillage.adviser

import com.github.ajalt.mordant.rendering.TextColors.cyan
import com.github.ajalt.mordant.rendering.TextColors.yellow
import com.github.ajalt.mordant.rendering.TextStyles.bold
import com.github.ajalt.mordant.rendering.TextStyles.dim
import com.github.ajalt.mordant.terminal.Terminal
import fr.aiguillage.Commune
import fr.aiguillage.Explanation
import fr.aiguillage.Match
import fr.aiguillage.Matches
import fr.aiguillage.Need
import fr.aiguillage.NeedField
import fr.aiguillage.Router
import fr.aiguillage.Rule
import java.time.format.DateTimeFormatter

/** What the adviser sees. */
internal class Screen(private val terminal: Terminal, private val router: Router) {
    fun heading(text: String) = terminal.println("\n${bold(cyan(text))}")

    fun remark(text: String) = terminal.println(yellow(text))

    fun question(text: String) = terminal.print("${bold(text)} : ")

    fun choices(texts: List<String>) = texts.forEachIndexed { index, text -> terminal.println("${index + 1}. $text") }

    fun place(commune: Commune) {
        val zones = commune.zones.drop(1).dropLast(1).mapNotNull { router.directory.geography.zoneName(it) }
        terminal.println("${bold(commune.name)} ${dim(zones.joinToString(", "))}")
    }

    /** The needs, numbered, by theme. */
    fun subjects() {
        val offered = router.directory.subjects.filterNot { it.archived }
        for (theme in router.directory.themes) {
            val own = offered.withIndex().filter { it.value.theme == theme.id }
            if (own.isNotEmpty()) heading(theme.label)
            for ((index, subject) in own) terminal.println("${(index + 1).toString().padStart(3)}. ${subject.label} ${dim(subject.id)}")
        }
    }

    /** Who can help, and why; or else what to ask, and who comes nearest. */
    fun experts(need: Need, matches: Matches, explanation: Explanation) {
        need.subject?.let { heading(router.directory.subject(it)?.label ?: it) }
        if (matches.isEmpty()) remark("Personne ne peut aider sur ce besoin, avec ce qui est connu de l’entreprise.")
        matches.forEachIndexed { index, match -> expert(index + 1, match, explanation) }
        for (fact in explanation.missing.filter { it.unlocks > 0 }) {
            terminal.println("À demander : ${bold(fact.field.label())}, qui peut ouvrir ${experts(fact.unlocks)} de plus.")
        }
        if (matches.isEmpty()) {
            for (miss in explanation.nearest.take(3)) {
                val name = router.directory.expert(miss.expert)?.name ?: miss.expert
                terminal.println("Au plus près : ${bold(name)}. ${miss.sentence}")
            }
        }
    }

    private fun expert(number: Int, match: Match, explanation: Explanation) {
        terminal.println("${number.toString().padStart(2)}. ${bold(match.institution.name)}, ${match.expert.name}")
        val reach = listOfNotNull(match.expert.phone, match.expert.email).joinToString(" · ")
        if (reach.isNotEmpty()) terminal.println("    $reach")
        for (line in why(match, explanation)) terminal.println("    ${dim(line)}")
    }

    /** Why this expert is proposed, and what to know before calling. */
    private fun why(match: Match, explanation: Explanation): List<String> {
        val verdict = explanation.experts.first { it.expert == match.expert.id }
        val territory = verdict.rules.first { it.rule == Rule.TERRITORY }.sentence
        val unverified = match.unverified.takeIf { it.isNotEmpty() }?.joinToString { it.label() }
        return listOfNotNull(
            territory,
            match.note,
            match.absentUntil?.let { "Absent jusqu’au ${it.format(DAY)}." },
            unverified?.let { "À vérifier : $it." },
        )
    }

    private fun experts(count: Int) = if (count == 1) "un expert" else "$count experts"

    private companion object {
        val DAY: DateTimeFormatter = DateTimeFormatter.ofPattern("dd/MM/yyyy")
    }
}

/** What the adviser calls a field of the need. */
internal fun NeedField.label(): String =
    when (this) {
        NeedField.HEADCOUNT -> "l’effectif exact"
        NeedField.HEADCOUNT_BAND -> "la tranche d’effectif"
        NeedField.CREATED_ON -> "la date de création (AAAA-MM-JJ)"
        NeedField.NAF -> "le code NAF"
        NeedField.NAF_2025 -> "le code NAF 2025"
        NeedField.LEGAL_FORM -> "la forme juridique"
        NeedField.OPCO -> "l’OPCO"
        NeedField.ORIGIN -> "l’origine de la demande"
        NeedField.ACTIVITIES -> "la nature de l’activité"
        NeedField.ANSWERS -> "les réponses aux questions"
        else -> name.lowercase()
    }
