// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What a column holds. */
@Serializable
public enum class ColumnKind(
    /** The word, as JSON and tables hold it. */
    public val word: String,
) {
    /** Texts: the group, the period. */
    @SerialName("text")
    TEXT("text"),
    /** Whole numbers. */
    @SerialName("count")
    COUNT("count"),
    /** Shares from 0 to 1, and days. */
    @SerialName("number")
    NUMBER("number"),
}

/**
 * By what figures are grouped.
 *
 * Each need is in exactly one group, but by institution, antenne and expert, where a need is in the group of
 * each that got it, with what became of it there.
 */
@Serializable
public enum class Dimension(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** By theme of the subject. */
    @SerialName("theme")
    THEME("theme", "Thème"),
    /** By subject. */
    @SerialName("subject")
    SUBJECT("subject", "Sujet"),
    /** By institution that got the need. */
    @SerialName("institution")
    INSTITUTION("institution", "Institution"),
    /** By antenne that got the need. */
    @SerialName("antenne")
    ANTENNE("antenne", "Antenne"),
    /** By expert who got the need. */
    @SerialName("expert")
    EXPERT("expert", "Expert"),
    /** By commune. */
    @SerialName("commune")
    COMMUNE("commune", "Commune"),
    /** By établissement public territorial; most communes have none. */
    @SerialName("ept")
    EPT("ept", "EPT"),
    /** By group of communes. */
    @SerialName("epci")
    EPCI("epci", "Intercommunalité"),
    /** By département. */
    @SerialName("departement")
    DEPARTEMENT("departement", "Département"),
    /** By région. */
    @SerialName("region")
    REGION("region", "Région"),
    /** By adviser who follows the need. */
    @SerialName("adviser")
    ADVISER("adviser", "Conseiller référent"),
    /** By campaign or site. */
    @SerialName("origin")
    ORIGIN("origin", "Provenance"),
    /** By INSEE's band of the facility's headcount. */
    @SerialName("headcount")
    HEADCOUNT("headcount", "Tranche d’effectif"),
    /** By section of NAF rév. 2 of the company's activity. */
    @SerialName("section")
    SECTION("section", "Secteur d’activité"),
}

/** The length of periods, by the day on which needs were deposited. */
@Serializable
public enum class Period(
    /** The word, as JSON and tables hold it. */
    public val word: String,
    /** What users read, in French. */
    public val label: String,
) {
    /** Calendar months. */
    @SerialName("month")
    MONTH("month", "Mois"),
    /** Calendar quarters. */
    @SerialName("quarter")
    QUARTER("quarter", "Trimestre"),
    /** Calendar years. */
    @SerialName("year")
    YEAR("year", "Année"),
}

/** How often a reason was given for closing. */
@Serializable
public data class ClosureCount(
    /** What users read, in French. */
    public val label: String,
    /** How many requests. */
    public val count: Long,
    /** The reason; nothing where none is known. */
    public val reason: ClosureReason? = null,
)

/** Two reports that are compared. */
@Serializable
internal data class CompareReportsRequest(
    /** The earlier one. */
    internal val before: ImpactReport,
    /** The later one. */
    internal val after: ImpactReport,
)

/** A day of looking. */
@Serializable
internal data class DayRequest(
    /** The day. */
    internal val on: @Serializable(with = DaySerializer::class) LocalDate,
)

/**
 * How evenly needs reach territories and institutions.
 *
 * The Gini index goes from 0 (all have the same) to 1 (one has everything). Over territories it is that of
 * needs an inhabitant, each territory weighing as much as its inhabitants; over institutions and experts, that
 * of needs each of them got.
 */
@Serializable
public data class Equity(
    /** Each of them, those with no need included. */
    public val territories: List<TerritoryEquity>,
    /**
     * How many institutions there are to get needs: the active ones of the directory and those of the
     * referrals.
     */
    public val institutions: Long,
    /** Needs that nobody covers. */
    @SerialName("nobody_found")
    public val nobodyFound: Share,
    /** What the territories are; nothing without a geography. */
    public val by: Dimension? = null,
    /** Over all needs. */
    @SerialName("territories_gini")
    public val territoriesGini: Double? = null,
    /** Over needs that were helped. */
    @SerialName("helped_gini")
    public val helpedGini: Double? = null,
    /** Over them. */
    @SerialName("institutions_gini")
    public val institutionsGini: Double? = null,
    /** How many experts there are to get needs: the active ones of the directory and those of the referrals. */
    public val experts: Long = 0,
    /**
     * Over them. Where it is far above that of institutions, some experts have what their colleagues might
     * have: compare their capacities, and see what `check` says of them.
     */
    @SerialName("experts_gini")
    public val expertsGini: Double? = null,
)

/** Figures of some needs and of their referrals. */
@Serializable
public data class Figures(
    /** What became of requests, before they were needs; noughts where none were given. */
    public val requests: RequestFigures,
    /** What became of the needs. */
    public val funnel: Funnel,
    /** Where their referrals stand. */
    public val referrals: ReferralCounts,
    /** Refusals by reason, the most frequent first; they add up to `referrals.refused`. */
    public val refusals: List<ReasonCount>,
    /** What the companies said of the help that they got; noughts where no surveys were given. */
    public val surveys: ImpactSurveys,
    /** Companies that deposited them, each once; of the needs that say which company. */
    public val companies: Long,
    /** Companies that were helped, each once; of the needs that say which company. */
    @SerialName("companies_helped")
    public val companiesHelped: Long,
    /** Needs that do not say which company, so that they are in neither. */
    @SerialName("without_company")
    public val withoutCompany: Long,
    /** `matched` / `deposited`. */
    public val matched: Share,
    /** `answered` / `matched`. */
    public val answered: Share,
    /** Needs with an exchange: `exchanged` / `matched`. */
    public val exchanged: Share,
    /** `helped` / `matched`. */
    public val helped: Share,
    /** `helped` / `deposited`: from one end to the other. */
    @SerialName("helped_of_deposited")
    public val helpedOfDeposited: Share,
    /** Needs that nobody covers: `nobody_found` / `deposited`. */
    @SerialName("nobody_found")
    public val nobodyFound: Share,
    /**
     * Needs that ever went `abandoned` days after their first sending without any answer, even if one came
     * later / `matched`.
     */
    public val abandoned: Share,
    /** Needs whose subject was changed after the company chose it / `deposited`. */
    public val requalified: Share,
    /** Helped needs that were their company's first / helped needs for which that is known. */
    @SerialName("new_companies")
    public val newCompanies: Share,
    /**
     * Positioning: referrals that left `waiting` / referrals sent, without `taken_by_sibling` and `withdrawn`
     * in either.
     */
    public val positioning: Share,
    /** Referrals taken in charge (now, or closed since) / the same referrals. */
    public val taken: Share,
    /** Referrals refused / the same referrals. */
    public val refusal: Share,
    /**
     * Needs of which a referral was taken in charge in fewer than 3 whole days after it was sent / needs of
     * which one was taken in charge.
     */
    @SerialName("taken_within_3_days")
    public val takenWithin3Days: Share,
    /** The same in fewer than 5. */
    @SerialName("taken_within_5_days")
    public val takenWithin5Days: Share,
    /** The same among needs with an exchange, in fewer than 3: as the national service publishes it. */
    @SerialName("exchanged_within_3_days")
    public val exchangedWithin3Days: Share,
    /** The same in fewer than 5. */
    @SerialName("exchanged_within_5_days")
    public val exchangedWithin5Days: Share,
    /**
     * Needs whose subject was changed to one of this group, from one of another: by theme where themes are
     * asked for, else by subject. Added up over the groups, as many as went out.
     */
    @SerialName("requalified_in")
    public val requalifiedIn: Long = 0,
    /**
     * Needs whose company had chosen a subject of this group, which was changed to one of another; of the
     * needs that the query lets through.
     */
    @SerialName("requalified_out")
    public val requalifiedOut: Long = 0,
    /** Median over needs of the days from the first sending to the first answer, a refusal included. */
    @SerialName("median_days_to_answer")
    public val medianDaysToAnswer: Double? = null,
    /** Median over needs taken in charge of the days from sending to taking, of their quickest referral. */
    @SerialName("median_days_to_take")
    public val medianDaysToTake: Double? = null,
    /** Median over needs with an exchange of the days from deposit to the first closing with an exchange. */
    @SerialName("median_days_to_close")
    public val medianDaysToClose: Double? = null,
)

/**
 * What became of needs: one funnel with one denominator, in which everything is counted once.
 *
 * A need is in the deepest stage that it reached, and in exactly one part of it:
 *
 * - `deposited` = `nobody_found` + `not_sent` + `matched`
 * - `matched` = `waiting` + `abandoned` + `answered`
 * - `answered` = `pending` + `expired` + `refused` + `unreachable` + `in_progress` + `exchanged`
 * - `exchanged` = `no_help` + `helped`
 */
@Serializable
public data class Funnel(
    /** Needs that companies deposited. */
    public val deposited: Long,
    /** Lost: no expert was found, and none was chosen by hand. */
    @SerialName("nobody_found")
    public val nobodyFound: Long,
    /** Open: experts were found, and nothing was sent yet. */
    @SerialName("not_sent")
    public val notSent: Long,
    /** Needs that were sent to at least one expert. */
    public val matched: Long,
    /** Open: nobody has answered, for less than `abandoned` days. */
    public val waiting: Long,
    /** Lost: nobody has answered for `abandoned` days or more. */
    public val abandoned: Long,
    /** Needs on which at least one expert took position, refusals included. */
    public val answered: Long,
    /** Open: some have refused, others may still answer. */
    public val pending: Long,
    /** Lost: some have refused, and the others have let `abandoned` days pass. */
    public val expired: Long,
    /** Lost: everybody has refused. */
    public val refused: Long,
    /** Lost: the company could not be reached. */
    public val unreachable: Long,
    /** Open: somebody takes care of it. */
    @SerialName("in_progress")
    public val inProgress: Long,
    /** Needs on which an expert and the company have spoken (`done` or `done_no_help`). */
    public val exchanged: Long,
    /** Lost: there was no help for it. */
    @SerialName("no_help")
    public val noHelp: Long,
    /** Needs on which the company was helped (`done`). */
    public val helped: Long,
)

/** How a figure changed from one report to another. */
@Serializable
public data class ImpactChange(
    /** What users read: `Total` for the total. */
    public val label: String,
    /** The name of the figure, as a column of `ImpactReport::table`. */
    public val figure: String,
    /** Whether one of the two is a share of too few to mean much. */
    public val small: Boolean,
    /** The id of the group; nothing for the total, or for needs that have none. */
    public val group: String? = null,
    /** Its value before. */
    public val before: Double? = null,
    /** Its value after. */
    public val after: Double? = null,
    /** The difference, where there are both. */
    public val difference: Double? = null,
)

/** A column of a table: exactly one of the three lists holds its cells. */
@Serializable
public data class ImpactColumn(
    /** Its name, such as `helped` or `positioning_rate`. */
    public val name: String,
    /** What users read, in the language that was asked for. */
    public val label: String,
    /** What it holds. */
    public val kind: ColumnKind,
    /** The cells of a column of texts. */
    public val texts: List<String?> = emptyList(),
    /** The cells of a column of counts. */
    public val counts: List<Long?> = emptyList(),
    /** The cells of a column of other numbers. */
    public val numbers: List<Double?> = emptyList(),
)

/** Something that could not be counted, or only without some of its facts. */
@Serializable
public data class ImpactFault(
    /** A code of `ReferralError`. */
    public val code: String,
    /** What is wrong, and what was probably meant. */
    public val message: String,
    /** Whether it was left out of every figure; else it counts, without the fact at fault. */
    @SerialName("left_out")
    public val leftOut: Boolean,
    /** The line of the file that it comes from, where it comes from one. */
    public val line: Int? = null,
    /** The need. */
    public val need: String? = null,
    /** The referral. */
    public val referral: String? = null,
    /** The request. */
    public val request: String? = null,
    /** The field at fault. */
    public val field: String? = null,
)

/**
 * What to report, and on what needs. Every figure is of the same needs: those deposited from `from` until
 * `until` that the lists let through; an empty list lets everything through.
 */
@Serializable
public data class ImpactQuery(
    /**
     * The day of looking: what is still open and what is abandoned is seen from here, and needs deposited
     * later do not exist yet.
     */
    public val on: @Serializable(with = DaySerializer::class) LocalDate,
    /** The first day of deposit. */
    public val from: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** The last day of deposit. */
    public val until: @Serializable(with = DaySerializer::class) LocalDate? = null,
    /** How to group. */
    public val by: Dimension? = null,
    /** How to cut time; with `by`, each group in each period. */
    public val period: Period? = null,
    /** Only these themes. */
    public val themes: List<String> = emptyList(),
    /** Only these subjects. */
    public val subjects: List<String> = emptyList(),
    /** Only needs that one of these institutions got, and what became of them there. */
    public val institutions: List<String> = emptyList(),
    /** Only needs that one of these antennes got, and what became of them there. */
    public val antennes: List<String> = emptyList(),
    /**
     * Only needs in one of these zones, such as `departement:59`; they are also the territory over which
     * equity is measured.
     */
    public val zones: List<String> = emptyList(),
    /** Only needs that one of these advisers follows. */
    public val advisers: List<String> = emptyList(),
    /** Only needs from these campaigns or sites. */
    public val origins: List<String> = emptyList(),
    /**
     * After how many days of silence a need is abandoned, where that is another number here than that of the
     * policy. The report's query holds the number that was used.
     */
    public val abandoned: Int? = null,
    /** The host's policy of reminders: a need is abandoned by the same clock here and there. */
    public val policy: ReminderPolicy? = null,
    /** Shares of fewer than this are flagged as small: 10. */
    public val small: Int = 10,
    /**
     * Groups with fewer needs or fewer requests than this are shown together as one group `*`, with as many
     * larger ones as it takes for two groups and this number, what is in no group among them: so that what is
     * published tells nothing of a single company. A period alone is no group, nor is the total: who lets
     * others choose the needs refuses a selection that is smaller, as the command line does. 0: every group is
     * shown.
     */
    public val least: Int? = null,
)

/** What is to be reported. */
@Serializable
internal data class ImpactQueryRequest(
    /** The query. */
    internal val query: ImpactQuery,
)

/** What was done for companies, in figures, without naming any of them. */
@Serializable
public data class ImpactReport(
    /** What was asked. */
    public val query: ImpactQuery,
    /** The figures of everything together. */
    public val total: Figures,
    /**
     * The figures of each group in each period: groups by their number of needs, periods in order. Empty where
     * neither was asked for. Months without a need are there, with noughts.
     */
    public val rows: List<ImpactRow>,
    /**
     * Whether the needs of the rows add up to the total: not by institution, antenne and expert, since a need
     * is sent to several. Referrals and their refusals add up always; companies and medians never do.
     */
    @SerialName("adds_up")
    public val addsUp: Boolean,
    /** How evenly needs reach territories and institutions. */
    public val equity: Equity,
    /** What was left out or is doubtful, and why. */
    public val faults: List<ImpactFault>,
)

/** The needs and referrals of which a report is wanted. */
@Serializable
internal data class ImpactRequest(
    /** The needs. What cannot be read is a fault of the report. */
    internal val needs: List<TrackedNeed>,
    /** Their referrals. What cannot be read is a fault of the report. */
    internal val referrals: List<Referral>,
    /** What to report. */
    internal val query: ImpactQuery,
    /** The requests from which the needs came, or did not. What cannot be read is a fault of the report. */
    internal val requests: List<TrackedRequest> = emptyList(),
    /** What companies were asked about needs, and answered. What cannot be read is a fault of the report. */
    internal val surveys: List<Survey> = emptyList(),
)

/** The figures of one group in one period. */
@Serializable
public data class ImpactRow(
    /** What users read. */
    public val label: String,
    /** The figures. */
    public val figures: Figures,
    /**
     * The id of the group (a zone such as `departement:59`); nothing for the needs that have none, or without
     * groups.
     */
    public val group: String? = null,
    /** The period: `2026-11`, `2026-T4`, `2026`. */
    public val period: String? = null,
    /** The people who live in the zone that the group is. */
    public val population: Long? = null,
)

/**
 * What companies said of their needs, as far as they were asked and have answered by the day of looking. A
 * need has one survey. It counts for the receivers who helped; one of a need that nobody has helped any more
 * is in the row without a group.
 */
@Serializable
public data class ImpactSurveys(
    /** Surveys that were sent, one for each need: a company with two needs is asked twice. */
    public val asked: Long,
    /** Those that were answered. */
    public val answered: Long,
    /** Those whose company says that it was called back. */
    @SerialName("called_back")
    public val calledBack: Long,
    /** Those whose company found the exchange useful. */
    public val useful: Long,
    /** Those whose company was called back and found it useful. */
    public val satisfied: Long,
    /** `answered` / `asked`. */
    public val answers: Share,
    /** `satisfied` / `answered`. */
    public val satisfaction: Share,
    /** What the exchange allowed companies to do, the most frequent first; a company may name several. */
    public val outcomes: List<OutcomeCount>,
)

/** A table: named columns, each with a cell a row. */
@Serializable
public data class ImpactTable(
    /** The columns, all of the same length. */
    public val columns: List<ImpactColumn>,
)

/** How many companies an exchange allowed to do something. */
@Serializable
public data class OutcomeCount(
    /** What. */
    public val outcome: SurveyOutcome,
    /** What users read, in French. */
    public val label: String,
    /** How many. */
    public val count: Long,
)

/** How often a reason was given for refusing. */
@Serializable
public data class ReasonCount(
    /** What users read, in French. */
    public val label: String,
    /** How many refusals. */
    public val count: Long,
    /** The reason; nothing where none was given. */
    public val reason: RefusalReason? = null,
)

/**
 * Referrals by where they stand. A referral that was given to another expert counts once for each who had it.
 * `sent` is the sum of the others.
 */
@Serializable
public data class ReferralCounts(
    /** All of them. */
    public val sent: Long,
    /** Waiting for an answer, or expired without one. */
    public val waiting: Long,
    /** Taken in charge. */
    @SerialName("taken_in_charge")
    public val takenInCharge: Long,
    /** Closed with help. */
    public val done: Long,
    /** Closed, there was no help. */
    @SerialName("done_no_help")
    public val doneNoHelp: Long,
    /** Closed, the company could not be reached. */
    @SerialName("done_not_reachable")
    public val doneNotReachable: Long,
    /** Refused. */
    public val refused: Long,
    /** Closed because a colleague of the network took the need: in no rate. */
    @SerialName("taken_by_sibling")
    public val takenBySibling: Long,
    /** Given to another expert before any refusal: in no rate. */
    public val withdrawn: Long,
)

/**
 * Needs and referrals of a file.
 *
 * A row is a referral with the facts of its need; a need without referral is a row that has nothing in the
 * referral's columns. Facts of a need may be left blank in its further rows. An expert who had a referral
 * before is a row of its own, before the referral's row, with `until`. Columns may stand in any order, and
 * those that are not needed may be missing.
 */
@Serializable
public data class ReferralFile(
    /** The needs, each once. */
    public val needs: List<TrackedNeed>,
    /** The line on which each of them begins. */
    @SerialName("need_lines")
    public val needLines: List<Int>,
    /** The referrals. */
    public val referrals: List<Referral>,
    /** The line on which each of them stands. */
    @SerialName("referral_lines")
    public val referralLines: List<Int>,
    /** Rows that are left out, or that contradict others, with their lines. */
    public val faults: List<ImpactFault>,
)

/** A CSV file of needs and referrals, a row a referral. */
@Serializable
internal data class ReferralFileRequest(
    /** Its text. */
    internal val text: String,
    /** What its faults call it. */
    internal val name: String = "referrals.csv",
)

/** A report. */
@Serializable
internal data class ReportRequest(
    /** The report. */
    internal val report: ImpactReport,
)

/**
 * What became of requests, from their deposit on: `deposited` = `to_read` + `held` + `transmitted` + `closed`.
 *
 * A request is of one subject, commune, origin and day; who gets its needs is nothing of its own, so that by
 * institution, antenne, expert and adviser all requests are in the row without a group. They add up in every
 * report.
 */
@Serializable
public data class RequestFigures(
    /** Requests that companies deposited. */
    public val deposited: Long,
    /** Open: nobody has read them. */
    @SerialName("to_read")
    public val toRead: Long,
    /** Open: held for an adviser. */
    public val held: Long,
    /** Those that became needs. */
    public val transmitted: Long,
    /** Those that go no further. */
    public val closed: Long,
    /** Closed ones by reason, the most frequent first; they add up to `closed`. */
    public val closures: List<ClosureCount>,
    /** `transmitted` / `deposited`. */
    @SerialName("transmitted_share")
    public val transmittedShare: Share,
    /**
     * Transmitted within 72 hours of the deposit / transmitted, and those that have waited for longer. By
     * instants where both are known, else in fewer than 3 whole days.
     */
    @SerialName("transmitted_in_time")
    public val transmittedInTime: Share,
    /** Requests whose subject was changed after the company chose it / those of which it chose one. */
    public val requalified: Share,
)

/**
 * The requests of a file of events, a row an event.
 *
 * Columns may stand in any order, and those that are not needed may be missing. `needs` holds ids with a bar
 * between them.
 */
@Serializable
public data class RequestFile(
    /** The events that count, in the order of the file. */
    public val events: List<RequestEvent>,
    /** What they make. */
    public val requests: List<TrackedRequest>,
    /** Rows that could not be read, and events that cannot have happened, with their lines. */
    public val faults: List<ImpactFault>,
)

/** A CSV file of events of requests, a row an event. */
@Serializable
internal data class RequestFileRequest(
    /** Its text. */
    internal val text: String,
    /** What its faults call it. */
    internal val name: String = "requests.csv",
)

/** A part of a whole, with both, so that nobody has to guess what a percentage is of. */
@Serializable
public data class Share(
    /** The part. */
    public val count: Long,
    /** The whole. */
    public val of: Long,
    /** Whether the whole is too small for the value to mean much. */
    public val small: Boolean,
    /** One by the other, from 0 to 1; nothing where the whole is 0. */
    public val value: Double? = null,
)

/**
 * The surveys of a file of events, a row an event.
 *
 * Columns may stand in any order, and those that are not needed may be missing. `called_back` and `useful` say
 * yes or no (`oui`, `non`), `outcomes` holds words with a bar between them.
 */
@Serializable
public data class SurveyFile(
    /** The events that count, in the order of the file. */
    public val events: List<SurveyEvent>,
    /** What they make. */
    public val surveys: List<Survey>,
    /** Rows that could not be read, and events that cannot have happened, with their lines. */
    public val faults: List<ImpactFault>,
)

/** A CSV file of events of surveys, a row an event. */
@Serializable
internal data class SurveyFileRequest(
    /** Its text. */
    internal val text: String,
    /** What its faults call it. */
    internal val name: String = "surveys.csv",
)

/** What a territory got. */
@Serializable
public data class TerritoryEquity(
    /** Such as `departement:59`. */
    public val zone: String,
    /** Its name. */
    public val label: String,
    /** The people who live there. */
    public val population: Long,
    /** Needs deposited. */
    public val needs: Long,
    /** Needs helped. */
    public val helped: Long,
    /** Needs deposited for a thousand inhabitants; nothing where nobody lives. */
    @SerialName("needs_per_thousand")
    public val needsPerThousand: Double? = null,
    /** Needs helped for a thousand inhabitants. */
    @SerialName("helped_per_thousand")
    public val helpedPerThousand: Double? = null,
)
