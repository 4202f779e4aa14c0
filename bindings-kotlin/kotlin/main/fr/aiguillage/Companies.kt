package fr.aiguillage

/**
 * What is known of a company, from the [text] that a public register answers: API Recherche d'entreprises, INSEE's Sirene
 * or the RNE. The [siret] tells the facility where the answer has several companies. Nothing here opens a socket.
 *
 * @throws CompanyException if the answer has no company, or is a register's own error
 */
public fun Company.Companion.fromJson(text: String, siret: String? = null): Company =
    answer(Calls.READ_COMPANY, CompanyAnswerRequest(text, siret))

/**
 * What is known of a company, from a row of INSEE's stock files: texts by the names of their columns. Other
 * columns, and those without a text, say nothing.
 *
 * @throws CompanyException if the columns are not those of a stock file, or the row has no company
 */
public fun Company.Companion.fromRow(row: Map<String, String?>): Company =
    answer(Calls.READ_COMPANY_ROW, CompanyRowRequest(row))

/**
 * The need with what it leaves open filled by what a register knows of its [company], and where the two disagree:
 * what the need says stays.
 *
 * @throws NeedException if the need cannot be read
 * @throws CompanyException if the company cannot
 */
public fun Need.withCompany(company: Company): CompletedNeed =
    answer(Calls.COMPLETE_NEED, CompleteNeedRequest(this, company))

/** What the finding says, in one sentence in French, or in another [language]. */
public fun Finding.messageIn(language: Language = Language.FR): String =
    answer(Calls.FINDING_MESSAGE, FindingRequest(this, language))
