// The fields of a need, each a property of the class `Need`.
//
// Generated from the declarations of the core by `make generate`: not to be edited.

getters! {
    /// What the host calls it. Equals share needs by it, so that the same need always goes the same way.
    id Id Single,
    /// The id of the subject.
    subject Subject Single,
    /// INSEE's code of the facility's commune or municipal arrondissement; not a postal code, which has a
    /// field of its own.
    commune Commune Single,
    /// The postal code of the facility, from which, with the town, the commune is found where it is not
    /// given.
    postal_code PostalCode Single,
    /// The town of the facility, as addresses have it: `AMIENS CEDEX 1`.
    town Town Single,
    /// The day of the need, from which ages and absences are counted; today if it is not given.
    on On Single,
    /// The facility's number.
    siret Siret Single,
    /// The activity in NAF rév. 2.
    naf Naf Single,
    /// The activity in NAF 2025.
    naf_2025 Naf2025 Single,
    /// The facility's craft codes.
    nafa_codes NafaCodes List,
    /// The facility's number of employees, where it is known exactly.
    headcount Headcount Single,
    /// INSEE's band of it, such as `02`, where it is not.
    headcount_band HeadcountBand Single,
    /// Whether the company employs anybody, where no headcount says so.
    employer Employer Single,
    /// The company's legal form.
    legal_form LegalForm Single,
    /// The day the company was created.
    created_on CreatedOn Single,
    /// The natures of the activity of the facility and of its company, such as `COMMERCIALE`; unknown if
    /// empty.
    activities Activities List,
    /// The company's turnover in the last closed year, in whole euros.
    turnover Turnover Single,
    /// The total of the company's balance sheet at the end of the last closed year, in whole euros.
    balance_sheet BalanceSheet Single,
    /// Whether the company is run under the scheme of micro-entrepreneurs.
    micro_entrepreneur MicroEntrepreneur Single,
    /// What the company is or holds, or is known not to: `ess`, `bio`, `rge`, `qualiopi`, `siae`,
    /// `procedure-collective` and others.
    qualities Qualities Map,
    /// The collective agreements that the facility applies, by their IDCC of four digits.
    idcc Idcc List,
    /// The id or alias of the facility's OPCO.
    opco Opco Single,
    /// The campaign or site that the need comes from.
    origin Origin Single,
    /// Answers to the subject's questions, by the question's id.
    answers Answers Map,
}
