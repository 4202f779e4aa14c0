// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The kind of a finding. Its text form is stable; programs may rely on it. */
@Serializable
public enum class FindingCode(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** the activity code `{}` is of a nomenclature older than NAF rév. 2, and was left out */
    @SerialName("old_nomenclature")
    OLD_NOMENCLATURE("old_nomenclature"),
    /** `{}` says that INSEE has not decided on the activity yet */
    @SerialName("activity_pending")
    ACTIVITY_PENDING("activity_pending"),
    /** the facility `{}` is closed */
    @SerialName("closed_facility")
    CLOSED_FACILITY("closed_facility"),
    /** the company `{}` has ceased */
    @SerialName("ceased_company")
    CEASED_COMPANY("ceased_company"),
    /** the facility is abroad (`{}`), in no commune */
    @SerialName("foreign_address")
    FOREIGN_ADDRESS("foreign_address"),
    /** the company does not want all of its data to be shown: what the register hides stands for nothing */
    @SerialName("not_diffusible")
    NOT_DIFFUSIBLE("not_diffusible"),
    /** `{}` is the code of a commune of the past; its current commune `{=}` was taken */
    @SerialName("former_commune")
    FORMER_COMMUNE("former_commune"),
    /** no commune has or had the code `{}` */
    @SerialName("unknown_commune")
    UNKNOWN_COMMUNE("unknown_commune"),
    /** the facility has the headcount band `{}`, and its company `{=}` */
    @SerialName("headcount_of_company_differs")
    HEADCOUNT_OF_COMPANY_DIFFERS("headcount_of_company_differs"),
    /** the register gives the headcount band `{}`, and says that there are no employees now */
    @SerialName("employer_and_band_differ")
    EMPLOYER_AND_BAND_DIFFER("employer_and_band_differ"),
    /** the collective agreements lead to several OPCO: {} */
    @SerialName("several_opcos")
    SEVERAL_OPCOS("several_opcos"),
    /** the collective agreement `{}` joined `{=}` */
    @SerialName("merged_agreement")
    MERGED_AGREEMENT("merged_agreement"),
    /** `{}` stands for the want of a collective agreement, and was left out */
    @SerialName("no_agreement")
    NO_AGREEMENT("no_agreement"),
    /** `{}` is how the register writes that it does not know the date */
    @SerialName("date_unknown")
    DATE_UNKNOWN("date_unknown"),
    /** the answer has no facility: what is known is the company's */
    @SerialName("no_facility")
    NO_FACILITY("no_facility"),
    /** the answer has several facilities and none was asked for: {} */
    @SerialName("several_facilities")
    SEVERAL_FACILITIES("several_facilities"),
    /** `{}` was read as `{=}`, with the zeros that a spreadsheet took away */
    @SerialName("lost_zero")
    LOST_ZERO("lost_zero"),
    /** `{}` has a wrong key: it is the number of no company or facility */
    @SerialName("wrong_key")
    WRONG_KEY("wrong_key"),
    /** the company's number `{}` is not that of the facility `{=}`, whose company was taken */
    @SerialName("numbers_differ")
    NUMBERS_DIFFER("numbers_differ"),
    /** the value `{}` of `{@}` is not one that is known */
    @SerialName("unknown_value")
    UNKNOWN_VALUE("unknown_value"),
    /** of `{@}` the need says `{}`, and the register `{=}`: what the need says stays */
    @SerialName("differs_from_need")
    DIFFERS_FROM_NEED("differs_from_need"),
    /** the need is of the facility `{}`, and the register's answer is of `{=}` */
    @SerialName("other_facility")
    OTHER_FACILITY("other_facility"),
}

/** How surely collective agreements tell the OPCO. */
@Serializable
public enum class OpcoCertainty(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** All lead to one. */
    @SerialName("certain")
    CERTAIN("certain", "certain"),
    /** They lead to several, or one of them is shared by several. */
    @SerialName("ambiguous")
    AMBIGUOUS("ambiguous", "ambigu"),
    /** None of them leads to any. */
    @SerialName("unknown")
    UNKNOWN("unknown", "inconnu"),
}

/** A public register that answers what is known of companies. */
@Serializable
public enum class Register(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** The API Recherche d'entreprises of the Annuaire des entreprises. */
    @SerialName("recherche_entreprises")
    RECHERCHE_ENTREPRISES("recherche_entreprises", "API Recherche d’entreprises"),
    /** INSEE's register of companies and facilities, by its API. */
    @SerialName("sirene")
    SIRENE("sirene", "Sirene (API de l’INSEE)"),
    /** The same register, by its stock files. */
    @SerialName("sirene_stock")
    SIRENE_STOCK("sirene_stock", "Sirene (fichiers stock de l’INSEE)"),
    /** The Registre national des entreprises, which INPI keeps. */
    @SerialName("rne")
    RNE("rne", "Registre national des entreprises"),
}

/** What public registers know of a company and of one facility of it. */
@Serializable
public data class Company(
    /** The company's number. */
    public val siren: String? = null,
    /** The facility's number. */
    public val siret: String? = null,
    /** The name of the company. */
    public val name: String? = null,
    /** INSEE's code of the facility's commune or municipal arrondissement, as it is today. */
    public val commune: String? = null,
    /**
     * The facility's activity in NAF rév. 2; the company's where the answer has no facility or no activity of
     * it.
     */
    public val naf: String? = null,
    /** The same activity in NAF 2025. */
    @SerialName("naf_2025")
    public val naf2025: String? = null,
    /** The facility's craft codes. */
    @SerialName("nafa_codes")
    public val nafaCodes: List<String> = emptyList(),
    /** INSEE's band of the facility's headcount; the company's where the answer has no facility. */
    @SerialName("headcount_band")
    public val headcountBand: String? = null,
    /** The year of that band, which lags two years or three. */
    @SerialName("headcount_year")
    public val headcountYear: Int? = null,
    /** INSEE's band of the company's headcount. */
    @SerialName("company_headcount_band")
    public val companyHeadcountBand: String? = null,
    /** The year of the company's band. */
    @SerialName("company_headcount_year")
    public val companyHeadcountYear: Int? = null,
    /** Whether the facility employs; the company where the answer has no facility. */
    public val employer: Boolean? = null,
    /** The company's legal form. */
    @SerialName("legal_form")
    public val legalForm: String? = null,
    /** The day the company was created. */
    @SerialName("created_on")
    public val createdOn: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** The natures of the activity, such as `COMMERCIALE`; unknown if empty. */
    public val activities: List<String> = emptyList(),
    /** The facility's collective agreements; the company's where the facility has none. */
    public val idcc: List<String> = emptyList(),
    /** The OPCO to which the collective agreements lead. */
    public val opco: CompanyOpco? = null,
    /** Labels and statuses such as `ess` or `rge`; what is not there is not known. */
    public val qualities: Map<String, Boolean> = emptyMap(),
    /** The company's turnover in the last closed year that has one, in whole euros. */
    public val turnover: Long? = null,
    /** The year of the turnover. */
    @SerialName("turnover_year")
    public val turnoverYear: Int? = null,
    /** Whether the company is a micro-entrepreneur's. */
    @SerialName("micro_entrepreneur")
    public val microEntrepreneur: Boolean? = null,
    /** Whether the facility is closed or the company has ceased. */
    public val closed: Boolean? = null,
    /** Whether the facility is abroad. */
    public val foreign: Boolean? = null,
    /** Whether the register hides a part of what it knows, at the wish of the company. */
    @SerialName("not_diffusible")
    public val notDiffusible: Boolean? = null,
    /** Where each fact that is known comes from, by the name of its field. */
    public val sources: Map<String, FactSource> = emptyMap(),
    /** What is odd about the answer. */
    public val findings: List<Finding> = emptyList(),
)

/** What a register answered. */
@Serializable
internal data class CompanyAnswerRequest(
    /** The text of the answer, which is JSON. */
    internal val answer: String,
    /** The facility that is asked for; where the answer has one company, it may be left out. */
    internal val siret: String? = null,
)

/** The OPCO to which the collective agreements of a facility lead. */
@Serializable
public data class CompanyOpco(
    /** How surely. */
    public val certainty: OpcoCertainty,
    /** The OPCO by their stable ids, such as `akto`. */
    public val ids: List<String> = emptyList(),
)

/** A row of INSEE's stock files. */
@Serializable
internal data class CompanyRowRequest(
    /**
     * Its texts by the names of their columns, such as `siret` and `codeCommuneEtablissement`; other columns
     * are passed over.
     */
    internal val row: Map<String, String?>,
)

/** A need that is to be completed by what is known of its company. */
@Serializable
internal data class CompleteNeedRequest(
    /** The need. */
    internal val need: Need,
    /** What is known. */
    internal val company: Company,
)

/** A need that was completed by what a register knows of its company. */
@Serializable
public data class CompletedNeed(
    /** The need with what the register added. */
    public val need: Need,
    /**
     * Where the need and the register disagree; what is odd about the answer itself is among the findings of
     * the company.
     */
    public val findings: List<Finding> = emptyList(),
)

/** Where a fact comes from, and of which day it is. */
@Serializable
public data class FactSource(
    /** The register. */
    public val register: Register,
    /** The field of its answer, such as `siege.commune`, or the column of its file. */
    public val field: String,
    /** The day on which the register last treated what it says there, where it tells. */
    public val on: @Serializable(with = DaySerializer::class) LocalDate? = null,
)

/** What is odd about the answer of a register, or about a need beside it. */
@Serializable
public data class Finding(
    /** How grave it is. */
    public val severity: Severity,
    /** Its kind. */
    public val code: FindingCode,
    /** The text that was found, cut after 120 characters. */
    public val text: String,
    /** What is wrong, in one sentence in English. */
    public val message: String,
    /** The field where it stands: of the answer, or of the need beside it. */
    public val field: String? = null,
    /** What was taken in place of the text, or stands beside it. */
    public val taken: String? = null,
    /** The open facilities of the company that the answer has, where its own is closed. */
    public val open: List<String> = emptyList(),
)

/** A finding that people are to read. */
@Serializable
internal data class FindingRequest(
    /** The finding. */
    internal val finding: Finding,
    /** The language in which they read it. */
    internal val language: Language = Language.FR,
)
