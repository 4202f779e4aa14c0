package fr.aiguillage

/** Nomenclatures and codes, looked up. */
public object Nomenclatures {
    /** What the [code] of a finding means and what to do about it, in a language. */
    @JvmOverloads
    public fun diagnosticCode(code: DiagnosticCode, language: Language = Language.FR): DiagnosticCodeTexts =
        answer(Calls.DIAGNOSTIC_CODE, DiagnosticCodeRequest(code.word, language))

    /**
     * What is known of an activity: its label, the levels above it, the codes below it and its correspondents in the
     * other version. The [code] is one of NAF rév. 2 (`10.71C`, `10.7`, `C`) or of NAF 2025 (`2025:10.71G`).
     *
     * @throws CompanyException if its nomenclature does not have it, with the code that was probably meant
     */
    public fun naf(code: String): NafDetails = answer(Calls.NAF, NafRequest(code))

    /**
     * The OPCO to which collective agreements lead, by France compétences' table.
     *
     * @throws CompanyException if an [idcc] is no number of an agreement
     */
    public fun opcoOfAgreements(idcc: List<String>): AgreementOpcos =
        answer(Calls.OPCO_OF_AGREEMENTS, AgreementsRequest(idcc))
}
