package fr.aiguillage

import fr.aiguillage.model.Dimension
import fr.aiguillage.model.ImpactChange
import fr.aiguillage.model.ImpactQuery
import fr.aiguillage.model.ImpactReport
import fr.aiguillage.model.ImpactTable
import fr.aiguillage.model.Referral
import fr.aiguillage.model.TrackedNeed
import java.time.LocalDate

/** What was done for companies, in figures, from needs and referrals alone. */
public object Impact {
    /**
     * The report that [query] asks for. With a [directory], groups have names, and themes and offices
     * are known. What cannot be counted is among its faults.
     *
     * @throws ReferralException if the query names what does not exist, or needs a directory
     */
    public fun report(
        needs: List<TrackedNeed>,
        referrals: List<Referral>,
        query: ImpactQuery,
        directory: Directory? = null,
    ): ImpactReport = throwing { nativeImpact(needs, referrals, query, directory?.native) }

    /** How the figures changed from one report to another. */
    public fun compare(before: ImpactReport, after: ImpactReport): List<ImpactChange> = nativeCompareImpact(before, after)
}

/** The report as columns, for a table or a file. */
public fun ImpactReport.table(): ImpactTable = nativeImpactTable(this)

/** Everything, seen from a day: to be copied with groups, periods and filters. */
public fun ImpactQuery.Companion.on(day: LocalDate): ImpactQuery = nativeImpactQuery(day)

/** The same question about the period before, of the same length; `null` where it has no beginning. */
public fun ImpactQuery.previous(): ImpactQuery? = nativePreviousQuery(this)

/** What users read, in French. */
public val Dimension.label: String get() = nativeDimensionLabel(this)
