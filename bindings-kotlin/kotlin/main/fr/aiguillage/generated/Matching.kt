// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The fields of a need. */
@Serializable
public enum class NeedField(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** What the host calls it. Equals share needs by it, so that the same need always goes the same way. */
    @SerialName("id")
    ID("id"),
    /** The id of the subject. */
    @SerialName("subject")
    SUBJECT("subject"),
    /**
     * INSEE's code of the facility's commune or municipal arrondissement; not a postal code, which has a field
     * of its own.
     */
    @SerialName("commune")
    COMMUNE("commune"),
    /** The postal code of the facility, from which, with the town, the commune is found where it is not given. */
    @SerialName("postal_code")
    POSTAL_CODE("postal_code"),
    /** The town of the facility, as addresses have it: `AMIENS CEDEX 1`. */
    @SerialName("town")
    TOWN("town"),
    /** The day of the need, from which ages and absences are counted; today if it is not given. */
    @SerialName("on")
    ON("on"),
    /** The facility's number. */
    @SerialName("siret")
    SIRET("siret"),
    /** The activity in NAF rév. 2. */
    @SerialName("naf")
    NAF("naf"),
    /** The activity in NAF 2025. */
    @SerialName("naf_2025")
    NAF_2025("naf_2025"),
    /** The facility's craft codes. */
    @SerialName("nafa_codes")
    NAFA_CODES("nafa_codes"),
    /** The facility's number of employees, where it is known exactly. */
    @SerialName("headcount")
    HEADCOUNT("headcount"),
    /** INSEE's band of it, such as `02`, where it is not. */
    @SerialName("headcount_band")
    HEADCOUNT_BAND("headcount_band"),
    /** Whether the company employs anybody, where no headcount says so. */
    @SerialName("employer")
    EMPLOYER("employer"),
    /** The company's legal form. */
    @SerialName("legal_form")
    LEGAL_FORM("legal_form"),
    /** The day the company was created. */
    @SerialName("created_on")
    CREATED_ON("created_on"),
    /** The natures of the activity of the facility and of its company, such as `COMMERCIALE`; unknown if empty. */
    @SerialName("activities")
    ACTIVITIES("activities"),
    /** The company's turnover in the last closed year, in whole euros. */
    @SerialName("turnover")
    TURNOVER("turnover"),
    /** The total of the company's balance sheet at the end of the last closed year, in whole euros. */
    @SerialName("balance_sheet")
    BALANCE_SHEET("balance_sheet"),
    /** Whether the company is run under the scheme of micro-entrepreneurs. */
    @SerialName("micro_entrepreneur")
    MICRO_ENTREPRENEUR("micro_entrepreneur"),
    /**
     * What the company is or holds, or is known not to: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
     * `procedure-collective` and others.
     */
    @SerialName("qualities")
    QUALITIES("qualities"),
    /** The collective agreements that the facility applies, by their IDCC of four digits. */
    @SerialName("idcc")
    IDCC("idcc"),
    /** The id or alias of the facility's OPCO. */
    @SerialName("opco")
    OPCO("opco"),
    /** The campaign or site that the need comes from. */
    @SerialName("origin")
    ORIGIN("origin"),
    /** Answers to the subject's questions, by the question's id. */
    @SerialName("answers")
    ANSWERS("answers"),
}

/** Among whom needs are shared equally, where nothing else decides on the order. */
@Serializable
public enum class ShareAmong(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** Each expert has its share, by capacity: a house with more experts has more needs. */
    @SerialName("expert")
    EXPERT("expert"),
    /** Each antenne has the same share, whatever the number and the capacities of its experts. */
    @SerialName("antenne")
    ANTENNE("antenne"),
    /** Each institution has the same share, whatever the number and the capacities of its experts. */
    @SerialName("institution")
    INSTITUTION("institution"),
}

/** What becomes of experts who are absent, or full, as long as somebody else remains. */
@Serializable
public enum class WhenUnavailable(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** They come last. */
    @SerialName("last")
    LAST("last"),
    /** They are left out. */
    @SerialName("skip")
    SKIP("skip"),
}

/** Whose zone covers the commune. */
@Serializable
public enum class ZoneOwner(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** The competence has zones, which replace the expert's for its subject. */
    @SerialName("competence")
    COMPETENCE("competence"),
    /** The expert has zones, which replace the antenne's. */
    @SerialName("expert")
    EXPERT("expert"),
    /** The expert follows the antenne. */
    @SerialName("antenne")
    ANTENNE("antenne"),
}

/** What is wanted of the matches of a need. Without any option every match is returned.  */
@Serializable
public data class MatchOptions(
    /** At most so many matches, the first ones. */
    public val limit: Int? = null,
    /** At most so many matches of each institution, the first ones. */
    @SerialName("per_institution")
    public val perInstitution: Int? = null,
    /**
     * The open referrals of experts, by id; 0 for those it does not name. The full come last, and the less
     * loaded per capacity first.
     */
    public val load: Map<String, Double>? = null,
    /**
     * Among whom needs are shared equally: `expert` where it is not given. With `antenne` or `institution`,
     * houses draw first, and take turns: the first expert of each, then the second of each.
     */
    public val share: ShareAmong? = null,
    /**
     * The needs that experts received in the host's current period, by id; 0 for those it does not name. Those
     * who have as many as their `max_per_period` are full.
     */
    public val received: Map<String, Double>? = null,
    /** What becomes of the absent for whom nobody stands in: `last` where it is not given. */
    public val absent: WhenUnavailable? = null,
    /**
     * What becomes of the full: `last` where it is not given. Where somebody stands in for an absent expert,
     * `load` and `received` are those of the absent one, whose place it is.
     */
    public val full: WhenUnavailable? = null,
)

/** One need of one facility, about one subject. */
@Serializable
public data class Need(
    /** The id of the subject. */
    public val subject: String? = null,
    /**
     * INSEE's code of the facility's commune or municipal arrondissement; not a postal code, which has a field
     * of its own.
     */
    public val commune: String? = null,
    /** The postal code of the facility, from which, with the town, the commune is found where it is not given. */
    @SerialName("postal_code")
    public val postalCode: String? = null,
    /** The town of the facility, as addresses have it: `AMIENS CEDEX 1`. */
    public val town: String? = null,
    /** The day of the need, from which ages and absences are counted; today if it is not given. */
    public val on: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** The facility's number. */
    public val siret: String? = null,
    /** The activity in NAF rév. 2. */
    public val naf: String? = null,
    /** The activity in NAF 2025. */
    @SerialName("naf_2025")
    public val naf2025: String? = null,
    /** The facility's craft codes. */
    @SerialName("nafa_codes")
    public val nafaCodes: List<String> = emptyList(),
    /** The facility's number of employees, where it is known exactly. */
    public val headcount: Int? = null,
    /** INSEE's band of it, such as `02`, where it is not. */
    @SerialName("headcount_band")
    public val headcountBand: String? = null,
    /** Whether the company employs anybody, where no headcount says so. */
    public val employer: Boolean? = null,
    /** The company's legal form. */
    @SerialName("legal_form")
    public val legalForm: String? = null,
    /** The day the company was created. */
    @SerialName("created_on")
    public val createdOn: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** The natures of the activity of the facility and of its company, such as `COMMERCIALE`; unknown if empty. */
    public val activities: List<String> = emptyList(),
    /** The company's turnover in the last closed year, in whole euros. */
    public val turnover: Long? = null,
    /** The total of the company's balance sheet at the end of the last closed year, in whole euros. */
    @SerialName("balance_sheet")
    public val balanceSheet: Long? = null,
    /** Whether the company is run under the scheme of micro-entrepreneurs. */
    @SerialName("micro_entrepreneur")
    public val microEntrepreneur: Boolean? = null,
    /**
     * What the company is or holds, or is known not to: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
     * `procedure-collective` and others.
     */
    public val qualities: Map<String, Boolean> = emptyMap(),
    /** The collective agreements that the facility applies, by their IDCC of four digits. */
    public val idcc: List<String> = emptyList(),
    /** The id or alias of the facility's OPCO. */
    public val opco: String? = null,
    /** The campaign or site that the need comes from. */
    public val origin: String? = null,
    /** Answers to the subject's questions, by the question's id. */
    public val answers: Map<String, Answer> = emptyMap(),
    /** What the host calls it. Equals share needs by it, so that the same need always goes the same way. */
    public val id: String? = null,
)

/** A need that is to be read. */
@Serializable
internal data class NeedRequest(
    /** The need. */
    internal val need: Need,
)
