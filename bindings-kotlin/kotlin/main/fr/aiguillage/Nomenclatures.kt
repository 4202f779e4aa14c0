package fr.aiguillage

/** The nomenclatures that companies are described by, looked up. */
public object Nomenclatures {
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
