// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What a zone is, from narrow to wide. */
@Serializable
public enum class ZoneKind(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** A commune, or a municipal arrondissement of Paris, Lyon or Marseille. */
    @SerialName("commune")
    COMMUNE("commune"),
    /** An établissement public territorial of Greater Paris. */
    @SerialName("ept")
    EPT("ept"),
    /** A group of communes: communauté de communes, d'agglomération, urbaine, or métropole. */
    @SerialName("epci")
    EPCI("epci"),
    /** A département, or an overseas collectivity. */
    @SerialName("departement")
    DEPARTEMENT("departement"),
    /** A région. */
    @SerialName("region")
    REGION("region"),
    /** The whole country, overseas included. */
    @SerialName("france")
    FRANCE("france"),
}

/** A whole zone, and what it is made of. */
@Serializable
public data class Area(
    /** The zone. */
    public val zone: String,
    /** Its name. */
    public val name: String,
    /** Its communes. */
    public val communes: Int,
    /** Its inhabitants. */
    public val population: Long,
)

/** The coverage of a reference territory. */
@Serializable
public data class Coverage(
    /** The reference territory. */
    public val zones: List<String>,
    /** How many communes it has, arrondissements instead of Paris, Lyon and Marseille. */
    public val communes: Int,
    /** How many inhabitants. */
    public val population: Long,
    /** One entry a subject, in the order of the directory. */
    public val subjects: List<SubjectCoverage>,
    /**
     * The codes of its communes, in the order of the counts of its subjects; Paris, Lyon and Marseille stand
     * beside their arrondissements.
     */
    public val codes: List<String> = emptyList(),
)

/** What coverage is asked for. Without any field: every subject on all of France. */
@Serializable
public data class CoverageQuery(
    /**
     * The id of one subject. If it is not given, every subject that is not archived and, of one institution,
     * that it handles.
     */
    public val subject: String? = null,
    /** Whether subjects count too that the institution does not handle, where one is given. */
    @SerialName("all_subjects")
    public val allSubjects: Boolean = false,
    /** The reference territory; France if it is empty. */
    public val zones: List<String> = emptyList(),
    /** The id or alias of one institution whose experts count; all if it is not given. */
    public val institution: String? = null,
    /** A company: a need without subject and commune. Then activities, OPCO, criteria and answers count too. */
    public val profile: Need? = null,
    /** A day. Then experts who are away on it do not count. */
    public val on: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** The kind of zone by which coverage is summed up. */
    public val by: ZoneKind = ZoneKind.DEPARTEMENT,
    /** Whether the answer counts the experts of each commune, besides what it sums up. */
    @SerialName("by_commune")
    public val byCommune: Boolean = true,
)

/** A whole zone where an institution has two experts or more on a subject. */
@Serializable
public data class Overlap(
    /** The institution. */
    public val institution: String,
    /** The zone. */
    public val zone: String,
    /** Its name. */
    public val name: String,
    /** Its communes. */
    public val communes: Int,
    /** Its inhabitants. */
    public val population: Long,
)

/** The coverage of one subject. */
@Serializable
public data class SubjectCoverage(
    /** The id of the subject. */
    public val subject: String,
    /** Where nobody is. Outside of the theme's own zones there is no gap. */
    public val gaps: List<Area>,
    /** How many communes that is. */
    @SerialName("gap_communes")
    public val gapCommunes: Int,
    /** How many inhabitants. */
    @SerialName("gap_population")
    public val gapPopulation: Long,
    /** Where an institution has two experts or more. */
    public val overlaps: List<Overlap>,
    /** The coverage of each zone of the kind that was asked for. */
    @SerialName("by_zone")
    public val byZone: List<ZoneSummary>,
    /** How many experts reach each commune, in the order of the codes of the coverage. */
    public val counts: List<Int> = emptyList(),
)

/** The coverage of one zone of the reference territory, such as a département. */
@Serializable
public data class ZoneSummary(
    /** The zone. */
    public val zone: String,
    /** Its communes that belong to the reference territory and to the theme's zones. */
    public val communes: Int,
    /** Those where nobody is. */
    @SerialName("gap_communes")
    public val gapCommunes: Int,
    /** The inhabitants of the communes. */
    public val population: Long,
    /** The inhabitants of those where nobody is. */
    @SerialName("gap_population")
    public val gapPopulation: Long,
    /** The fewest experts that a commune has. */
    public val fewest: Int,
    /** The most experts that a commune has. */
    public val most: Int,
)
