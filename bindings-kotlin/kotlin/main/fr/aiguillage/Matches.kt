package fr.aiguillage

import fr.aiguillage.model.Antenne
import fr.aiguillage.model.Expert
import fr.aiguillage.model.Institution
import fr.aiguillage.model.NeedField
import fr.aiguillage.model.Rules
import fr.aiguillage.model.Subject
import fr.aiguillage.model.ZoneOwner
import java.time.LocalDate

/** The matches of one need, in order. They stay when their router is closed. */
public class Matches internal constructor(private val directory: Directory, private val answer: NativeAnswer) :
    AbstractList<Match>(), RandomAccess {
    override val size: Int get() = answer.found.size

    /** The day for which they were found: that of the need, else today. */
    public val on: LocalDate get() = answer.on

    /** The version of the rules under which they were found. */
    public val rules: Rules get() = directory.rules

    override fun get(index: Int): Match = Match(directory, answer.found[index])
}

/** One expert found for one need, and why. */
public class Match internal constructor(private val directory: Directory, private val found: NativeMatch) {
    /** The expert. */
    public val expert: Expert get() = directory.experts[found.expert]

    /** The expert's antenne. */
    public val antenne: Antenne get() = directory.antennes[found.antenne]

    /** The antenne's institution. */
    public val institution: Institution get() = directory.institutions[found.institution]

    /** The subject of the need. */
    public val subject: Subject get() = directory.subjects[found.subject]

    /** The narrowest zone that covers the need's commune, such as `epci:200093201`. */
    public val zone: String get() = found.zone

    /** Whose zone that is. */
    public val zoneOwner: ZoneOwner get() = found.zoneOwner

    /** What the expert offers on the subject there. */
    public val note: String? get() = found.note

    /** The last day of the expert's absence, if the expert is away on the day of the need. */
    public val absentUntil: LocalDate? get() = found.absentUntil

    /** The fields of the need that criteria would have looked at, and that it does not carry. */
    public val unverified: List<NeedField> get() = found.unverified

    override fun equals(other: Any?): Boolean =
        other is Match && directory === other.directory && found == other.found

    override fun hashCode(): Int = found.hashCode()

    override fun toString(): String =
        "Match(expert=${expert.id}, antenne=${antenne.id}, institution=${institution.id}, subject=${subject.id}, " +
            "zone=$zone, zoneOwner=$zoneOwner)"
}
