// Generated from the declarations of the core by `make generate`: not to be edited.

package fr.aiguillage

import kotlinx.serialization.serializer

/** Writes the fields that are given, as `boundary::packed::needs` of the core reads them. */
internal fun MatchOptions.pack(to: PackedWriter) {
    limit?.let { to.number("limit", it) }
    perInstitution?.let { to.number("per_institution", it) }
    load?.let { to.json("load", it, serializer()) }
    share?.let { to.json("share", it, serializer()) }
    received?.let { to.json("received", it, serializer()) }
    absent?.let { to.json("absent", it, serializer()) }
    full?.let { to.json("full", it, serializer()) }
}

/** Writes the fields that are given, as `boundary::packed::needs` of the core reads them. */
internal fun Need.pack(to: PackedWriter) {
    id?.let { to.text("id", it) }
    subject?.let { to.text("subject", it) }
    commune?.let { to.text("commune", it) }
    postalCode?.let { to.text("postal_code", it) }
    town?.let { to.text("town", it) }
    on?.let { to.day("on", it) }
    siret?.let { to.text("siret", it) }
    naf?.let { to.text("naf", it) }
    naf2025?.let { to.text("naf_2025", it) }
    if (nafaCodes.isNotEmpty()) to.json("nafa_codes", nafaCodes, serializer())
    headcount?.let { to.number("headcount", it) }
    headcountBand?.let { to.text("headcount_band", it) }
    employer?.let { to.truth("employer", it) }
    legalForm?.let { to.text("legal_form", it) }
    createdOn?.let { to.day("created_on", it) }
    if (activities.isNotEmpty()) to.json("activities", activities, serializer())
    turnover?.let { to.number("turnover", it) }
    balanceSheet?.let { to.number("balance_sheet", it) }
    microEntrepreneur?.let { to.truth("micro_entrepreneur", it) }
    if (qualities.isNotEmpty()) to.json("qualities", qualities, serializer())
    if (idcc.isNotEmpty()) to.json("idcc", idcc, serializer())
    opco?.let { to.text("opco", it) }
    origin?.let { to.text("origin", it) }
    if (answers.isNotEmpty()) to.json("answers", answers, serializer())
}
