package fr.aiguillage

import java.time.LocalDate

/** What was done for companies, in figures, from needs and referrals alone. */
public object Impact {
    /**
     * The report that [query] asks for. With a [directory], groups have names, and themes and offices
     * are known. With [requests] the funnel begins at the deposit: they are taken as they stood on the day of
     * looking, for a past day as [Requests.fold] makes them of that day. With [surveys] it ends with what companies
     * say. What cannot be true is among its faults.
     *
     * @throws ReferralException if the query names what does not exist, or needs a directory
     */
    public fun report(
        needs: List<TrackedNeed>,
        referrals: List<Referral>,
        query: ImpactQuery,
        directory: Directory? = null,
        requests: List<TrackedRequest> = emptyList(),
        surveys: List<Survey> = emptyList(),
    ): ImpactReport =
        (directory?.target ?: ALONE).answer(Calls.IMPACT, ImpactRequest(needs, referrals, query, requests, surveys))

    /** How the figures changed from one report to another. */
    public fun compare(before: ImpactReport, after: ImpactReport): List<ImpactChange> =
        answer(Calls.COMPARE_IMPACT, CompareReportsRequest(before, after))
}

/** The report as columns, for a table or a file. */
public fun ImpactReport.table(): ImpactTable = answer(Calls.IMPACT_TABLE, ReportRequest(this))

/** Everything, seen from a day: to be copied with groups, periods and filters. */
public fun ImpactQuery.Companion.on(day: LocalDate): ImpactQuery = answer(Calls.IMPACT_QUERY_ON, DayRequest(day))

/** The same question about the period before, of the same length; `null` where it has no beginning. */
public fun ImpactQuery.previous(): ImpactQuery? = answer(Calls.PREVIOUS_IMPACT_QUERY, ImpactQueryRequest(this))
