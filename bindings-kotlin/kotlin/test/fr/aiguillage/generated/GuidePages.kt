// The Kotlin of the guide and of the README, a function a page. Written from these by `make generate`: not to be edited here.

package fr.aiguillage

import java.nio.charset.Charset
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate

/** The program of each page that has Kotlin, by the path of the page. */
internal val guidePages: Map<String, suspend () -> Unit> = mapOf(
    "README.md" to ::readme,
    "core/guide/cookbook-directory.md" to ::cookbookDirectory,
    "core/guide/cookbook-files.md" to ::cookbookFiles,
    "core/guide/cookbook-follow-up.md" to ::cookbookFollowUp,
    "core/guide/cookbook-messages.md" to ::cookbookMessages,
    "core/guide/cookbook-needs.md" to ::cookbookNeeds,
    "core/guide/errors.md" to ::errors,
    "core/guide/first-hour.md" to ::firstHour,
)

private suspend fun readme() {
    val router = Router.open(Path.of("examples/hauts-de-france"))
    val need = Need(id = "b-17", subject = "recruter", commune = "80021", headcount = 3)
    for (match in router.matchExperts(need, MatchOptions(limit = 1))) println("${match.institution.name} ${match.zone}")
    // → Missions locales epci:248000531
}

private suspend fun cookbookDirectory() {
    val document = """{
        "themes": [{"id": "emploi", "label": "Emploi"}],
        "subjects": [{"id": "recruter", "theme": "emploi", "label": "Recruter"}],
        "institutions": [{"id": "cci", "name": "CCI", "criteria": [{"below_headcount": 50}]}],
        "antennes": [{"id": "somme", "institution": "cci", "name": "Somme", "zones": ["departement:80"]}],
        "experts": [{"id": "conseil", "antenne": "somme", "name": "Conseiller recrutement", "email": "conseil@cci.example",
                     "competences": [{"subject": "recruter"}]}]
    }"""
    val router = Router.fromJson(document)
    println(router.directory.experts.size)
    // → 1
    println(Directory.check(Path.of("examples/hauts-de-france")))
    // → []
    val broken = """{"themes": [{"id": "emploi", "label": "Emploi"}], "subjects": [{"id": "s", "theme": "emplois", "label": "S"}]}"""
    try {
        Directory.fromJson(broken)
    } catch (error: DirectoryException) {
        println(error.diagnostics.filter { it.severity == Severity.ERROR }.map { "${it.code} ${it.nearest}" })
    }
    // → [UNKNOWN_THEME emploi]
    val sample = Router.open(Path.of("examples/hauts-de-france"))
    val other = Router(sample.directory.withRules(RulesVersion.ANY_IN_LEVEL))
    val need = Need(id = "b-17", subject = "recruter", commune = "80021")
    println(sample.compare(other, listOf(need)).differences.size)
    // → 0
    val query = CoverageQuery(subject = "handicap-entreprise", zones = listOf("departement:80"), institution = "cap-emploi")
    val coverage = sample.coverage(query)
    println("${coverage.communes} ${coverage.subjects.first().gapCommunes}")
    // → 771 41
    val asked = listOf(Need(subject = "recruter", commune = "80021", answers = mapOf("recrutement_poste_cadre" to Answer.NO)))
    val row = sample.demand(asked, query = DemandQuery(institutions = listOf("apec"))).rows.single()
    println("${row.asked} ${row.matched} ${row.changes.first().kind} ${row.changes.first().needs}")
    // → 1 0 ANSWERS 1
    val sheet = Sheet("experts.csv", Files.readAllBytes(Path.of("examples/partner-files/experts-macroman.csv")))
    println(sample.directory.importSheets(experts = listOf(sheet), lenient = true).update?.experts?.added?.size)
    // → 3
    val snapshot = Files.createTempFile("annuaire", ".aig")
    sample.save(snapshot)
    Router.load(snapshot).use { println(it.directory.experts.size) }
    // → 400
}

private suspend fun cookbookFiles() {
    val router = Router.open(Path.of("examples/hauts-de-france"))
    val subjects = mapOf("Recrutement" to "recruter", "Formation" to "former", "Trésorerie" to "tresorerie")
    val lines = Files.readAllLines(Path.of("examples/partner-files/crm-export.csv"), Charset.forName("windows-1252"))
        .map { it.split(";") }
    val column = lines.first().withIndex().associate { (position, name) -> name to position }
    val needs = lines.drop(1).take(6).map { cells ->
        fun cell(name: String) = cells[column.getValue(name)]
        Need(
            id = cell("N° dossier"), subject = subjects[cell("Besoin")] ?: "",
            postalCode = cell("Code postal"), town = cell("Ville"), naf = cell("Code NAF"),
        )
    }
    needs.zip(router.matchBatch(needs)).forEach { (need, result) ->
        println("${need.id} ${result.fold({ it.size }, { (it as NeedException).code })}")
    }
    // → P-001 15
    // → P-002 26
    // → P-003 14
    // → P-004 9
    // → P-005 9
    // → P-006 missing_field
    val two = listOf(Need(subject = "recruter", commune = "80021"), Need(subject = "recruter", commune = "99999"))
    println(router.matchBatchAsync(two, MatchOptions(limit = 1)).map { it.isSuccess })
    // → [true, false]
    for ((postalCode, town) in listOf("59160" to "LOMME", "62300" to "St-Denis")) {
        val place = Geography.embedded().locate(postalCode = postalCode, town = town)
        println("${place.certainty} ${place.commune?.code ?: place.candidates.map { it.name }.take(2)}")
    }
    // → CERTAIN 59350
    // → AMBIGUOUS [Saint-Denis, Saint-Denis]
    println(Geography.embedded().search("hellemmes", 1).map { "${it.name} ${it.found}" })
    // → [Lille FORMER_NAME]
    val company = Company.fromRow(
        mapOf("siret" to "82161143100015", "codeCommuneEtablissement" to "80021", "etatAdministratifEtablissement" to "F"),
    )
    println("${company.commune} ${company.findings.map { it.code }}")
    // → 80021 [CLOSED_FACILITY]
}

private suspend fun cookbookFollowUp() {
    val sent = Referrals.send(
        emptyList(),
        Sending("r-1", need = "b-17", expert = "cadres", institution = "apec", on = LocalDate.of(2026, 11, 2)),
    )
    val taken = Referrals.move(sent.referrals, Move("r-1", ReferralState.TAKEN_IN_CHARGE, LocalDate.of(2026, 11, 4)))
    println("${taken.referrals.single().state} ${taken.events.first().seq} ${taken.referrals.single().state.label}")
    // → TAKEN_IN_CHARGE 2 Prise en charge
    val done = Referrals.move(taken.referrals, Move("r-1", ReferralState.DONE, LocalDate.of(2026, 11, 10)))
    println(Referrals.fold(done.events + taken.events + sent.events).referrals.map { it.state })
    // → [DONE]
    println(Referrals.reminders(sent.referrals, LocalDate.of(2026, 11, 12)).needs.map { "${it.kind} ${it.days}" })
    // → [POKE 10]
    val later = ReminderPolicy.default().copy(poke = 14)
    println(Referrals.reminders(sent.referrals, LocalDate.of(2026, 11, 12), later).needs.size)
    // → 0
    val router = Router.open(Path.of("examples/hauts-de-france"))
    val candidates = router.candidates(Need(id = "b-17", subject = "recruter", commune = "80021"))
    val wave = Waves.next(candidates, emptyList(), LocalDate.of(2026, 11, 2))
    println("${wave.number} ${wave.alert.size} ${wave.tellCompany}")
    // → 1 3 false
    val data = NotificationData(
        service = Service(name = "Entraide entreprises"), need = NeedCard(subject = "Recruter", days = 21),
        facility = FacilityCard(name = "Boulangerie Test", commune = "Amiens"), contact = ContactCard(phone = "03 53 01 00 00"),
        links = Links(takeCharge = "https://example.org/oui", notForMe = "https://example.org/non"),
    )
    println(Notifications().use { it.render(NotificationKind.EXPERT_LAST_CHANCE, data) }.subject)
    // → Dernier rappel : Boulangerie Test (Amiens) attend depuis 21 jours
    println(Surveys.due(done.referrals, emptyList(), LocalDate.of(2026, 11, 20)).map { it.need })
    // → [b-17]
    val asked = Surveys.ask(emptyList(), "b-17", LocalDate.of(2026, 11, 20))
    val given = SurveyAnswer(need = "b-17", on = LocalDate.of(2026, 11, 22), calledBack = true, useful = true)
    println(Surveys.record(asked.surveys, given).surveys.single().useful)
    // → true
    val tracked = TrackedNeed(
        id = "b-17", subject = "recruter", commune = "80021", depositedOn = LocalDate.of(2026, 11, 1), found = 15,
    )
    val query = ImpactQuery.on(LocalDate.of(2026, 12, 31)).copy(by = Dimension.DEPARTEMENT)
    val report = Impact.report(listOf(tracked), done.referrals, query, router.directory)
    println("${report.rows.first().label} ${report.total.helped.count} of ${report.total.helped.of}")
    // → Somme 1 of 1
    val permission = Access.may(Actor(role = Role.EXPERT, expert = "cadres"), Action.MOVE, tracked, done.referrals)
    println("${permission.allowed} ${permission.scope} ${Access.rules().size}")
    // → true OWN 54
    println(Referrals.dueForAnonymisation(listOf(tracked), done.referrals, LocalDate.of(2029, 12, 1)).map { it.need })
    // → [b-17]
    println(tracked.copy(company = "c-1").anonymised(LocalDate.of(2029, 12, 1)).company)
    // → null
}

private suspend fun cookbookMessages() {
    val router = Router.open(Path.of("examples/hauts-de-france"))
    val found = router.suggestSubjects("lurssaf me reclame 8000 euros de cotisations, je peux pas payer")
    println("${found.sure} ${found.subjects.first().subject} ${found.subjects.first().words.first().span.text}")
    // → true tresorerie lurssaf
    println(router.screen("aide").flags.map { it.reason })
    // → [TOO_SHORT]
    val text = "on est 3, il nous faut 8000 euros, tel 03 20 00 00 00"
    val facts = router.extract(text)
    println("${facts.headcounts.first().headcount} ${facts.amounts.first().euros}")
    // → 3 8000.0
    val span = facts.contacts.first().span
    println(text.replaceRange(span.start, span.end, "…"))
    // → on est 3, il nous faut 8000 euros, tel …
}

private suspend fun cookbookNeeds() {
    val router = Router.open(Path.of("examples/hauts-de-france"))
    val need = Need(id = "b-17", subject = "recruter", commune = "80021")
    println(router.matchExperts(need, MatchOptions(limit = 3, perInstitution = 1)).map { it.institution.name })
    // → [Missions locales, France Travail, PLIE]
    val match = router.matchExperts(need).first()
    println("""{"institution":"${match.institution.name}","zone":"${match.zone}"}""")
    // → {"institution":"Missions locales","zone":"epci:248000531"}
    println(Need.fromJson("""{"subject": "recruter", "commune": "80021", "headcount": 3}""").headcount)
    // → 3
    try {
        router.matchExperts(need.copy(commune = "59800"))
    } catch (error: NeedException) {
        println("${error.code} ${error.field} - ${error.hint}")
    }
    // → unknown_commune commune - `59800` is a postal code, which serves `59350` (Lille)
    val explanation = router.explain(need)
    println("${explanation.matching.size} of ${explanation.experts.size}")
    // → 15 of 144
    val apec = explanation.experts.first { it.expert.startsWith("apec-centre-de-lille") }
    println(apec.stoppedBy.joinToString { it.sentence })
    // → Ne couvre pas Amiens (80021) : le territoire de l’antenne ne la couvre pas.
    val small = Router.fromJson("""{
        "themes": [{"id": "emploi", "label": "Emploi"}],
        "subjects": [{"id": "recruter", "theme": "emploi", "label": "Recruter"}],
        "institutions": [{"id": "apec", "name": "APEC", "criteria": [{"min_headcount": 10}]}],
        "antennes": [{"id": "somme", "institution": "apec", "name": "Somme", "zones": ["departement:80"]}],
        "experts": [{"id": "cadres", "antenne": "somme", "name": "Conseiller cadres", "competences": [{"subject": "recruter"}]}]
    }""")
    println("${small.matchExperts(need).size} ${small.explain(need).missing.map { "${it.field} ${it.unlocks}" }}")
    // → 0 [HEADCOUNT 1]
    val lille = Need(id = "b-18", subject = "recruter", commune = "59350")
    val load = mapOf("apec-centre-de-lille-recrutement-et-formation-2" to 15.0)
    println("${router.matchExperts(lille, MatchOptions(load = load)).size} " +
        "${router.matchExperts(lille, MatchOptions(load = load, full = WhenUnavailable.SKIP)).size}")
    // → 26 25
    println("${Nomenclatures.naf("10.71C").label} ${Nomenclatures.naf("10.71C").correspondents.map { it.entry }}")
    // → Boulangerie et boulangerie-pâtisserie [2025:10.71H]
    println(Nomenclatures.opcoOfAgreements(listOf("1486")).opcos.first().name)
    // → Atlas
}

private suspend fun errors() {
    try {
        Need.fromJson("""{"subject": "recruter", "comune": "80021"}""")
    } catch (error: NeedException) {
        println("${error.code} ${error.field} - ${error.hint}")
    }
    // → unknown_field comune - did you mean `commune`?
}

private suspend fun firstHour() {
    val router = Router.open(Path.of("examples/hauts-de-france"))
    val matches = router.matchExperts(
        Need(id = "b-17", subject = "recruter", postalCode = "80001", town = "AMIENS CEDEX 1", headcount = 3),
    )
    println("${matches[0].institution.name}, through ${matches[0].zone}")
    // → Missions locales, through epci:248000531
    println("${matches.commune} is likely: ${matches.isCommuneLikely}")
    // → 80021 is likely: true
    val rows = Files.readAllLines(Path.of("examples/partner-files/needs.csv")).map { it.split(";") }
    val needs = rows.drop(1).map { (id, subject, postalCode, town, headcount) ->
        Need(id = id, subject = subject, postalCode = postalCode, town = town, headcount = headcount.toIntOrNull())
    }
    router.matchBatch(needs).forEachIndexed { row, result ->
        result
            .onSuccess { println("line ${row + 2}: ${it.size} experts in ${it.commune}") }
            .onFailure { println("line ${row + 2}: ${(it as NeedException).code} (${it.field})") }
    }
    // → line 2: 15 experts in 80021
    // → line 3: 26 experts in 59350
    // → line 4: 9 experts in 02408
    // → line 5: ambiguous_commune (town)
    val answer = """{"results": [{"siren": "111454278", "nom_complet": "BOULANGERIE DU BEFFROI", "siege": {
        "siret": "11145427800016", "commune": "80021", "activite_principale": "10.71C",
        "tranche_effectif_salarie": "02", "caractere_employeur": "O", "liste_idcc": ["0843"]}}]}"""
    val company = Company.fromJson(answer, siret = "11145427800016")
    val completed = Need(subject = "recruter", headcount = 12).withCompany(company)
    println("${router.matchExperts(completed.need).size} experts in ${completed.need.commune}")
    // → 15 experts in 80021
    // What is odd is told, and what the need says itself stays: the register has 3 to 5 employees, not 12.
    println("${completed.findings[0].field} ${completed.findings[0].code}")
    // → headcount DIFFERS_FROM_NEED
}
