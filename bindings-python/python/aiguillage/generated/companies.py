"""What public registers know of companies.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Optional

from .._aiguillage import Need
from .._methods import CompanyMethods, FindingMethods
from .._records import Record
from .directory import Severity

FindingCode = Literal[
    "old_nomenclature",
    "activity_pending",
    "closed_facility",
    "ceased_company",
    "foreign_address",
    "not_diffusible",
    "former_commune",
    "unknown_commune",
    "headcount_of_company_differs",
    "employer_and_band_differ",
    "several_opcos",
    "merged_agreement",
    "no_agreement",
    "date_unknown",
    "no_facility",
    "several_facilities",
    "lost_zero",
    "wrong_key",
    "numbers_differ",
    "unknown_value",
    "differs_from_need",
    "other_facility",
]
"""The kind of a finding. Its text form is stable; programs may rely on it."""

OpcoCertainty = Literal[
    "certain",
    "ambiguous",
    "unknown",
]
"""How surely collective agreements tell the OPCO."""

Register = Literal[
    "recherche_entreprises",
    "sirene",
    "sirene_stock",
    "rne",
]
"""A public register that answers what is known of companies."""


@dataclass(frozen=True)
class CompanyOpco(Record):
    """The OPCO to which the collective agreements of a facility lead."""

    certainty: OpcoCertainty
    """How surely."""
    ids: tuple[str, ...] = ()
    """The OPCO by their stable ids, such as `akto`."""


@dataclass(frozen=True)
class FactSource(Record):
    """Where a fact comes from, and of which day it is."""

    register: Register
    """The register."""
    field: str
    """The field of its answer, such as `siege.commune`, or the column of its file."""
    on: Optional[date] = None
    """The day on which the register last treated what it says there, where it tells."""


@dataclass(frozen=True)
class Finding(FindingMethods, Record):
    """What is odd about the answer of a register, or about a need beside it."""

    severity: Severity
    """How grave it is."""
    code: FindingCode
    """Its kind."""
    text: str
    """The text that was found, cut after 120 characters."""
    message: str
    """What is wrong, in one sentence in English."""
    field: Optional[str] = None
    """The field where it stands: of the answer, or of the need beside it."""
    taken: Optional[str] = None
    """What was taken in place of the text, or stands beside it."""
    open: tuple[str, ...] = ()
    """The open facilities of the company that the answer has, where its own is closed."""


@dataclass(frozen=True)
class Company(CompanyMethods, Record):
    """What public registers know of a company and of one facility of it."""

    siren: Optional[str] = None
    """The company's number."""
    siret: Optional[str] = None
    """The facility's number."""
    name: Optional[str] = None
    """The name of the company."""
    commune: Optional[str] = None
    """INSEE's code of the facility's commune or municipal arrondissement, as it is today."""
    naf: Optional[str] = None
    """The facility's activity in NAF rév. 2; the company's where the answer has no facility or no activity
    of it.
    """
    naf_2025: Optional[str] = None
    """The same activity in NAF 2025."""
    nafa_codes: tuple[str, ...] = ()
    """The facility's craft codes."""
    headcount_band: Optional[str] = None
    """INSEE's band of the facility's headcount; the company's where the answer has no facility."""
    headcount_year: Optional[int] = None
    """The year of that band, which lags two years or three."""
    company_headcount_band: Optional[str] = None
    """INSEE's band of the company's headcount."""
    company_headcount_year: Optional[int] = None
    """The year of the company's band."""
    employer: Optional[bool] = None
    """Whether the facility employs; the company where the answer has no facility."""
    legal_form: Optional[str] = None
    """The company's legal form."""
    created_on: Optional[date] = None
    """The day the company was created."""
    activities: tuple[str, ...] = ()
    """The natures of the activity, such as `COMMERCIALE`; unknown if empty."""
    idcc: tuple[str, ...] = ()
    """The facility's collective agreements; the company's where the facility has none."""
    opco: Optional[CompanyOpco] = None
    """The OPCO to which the collective agreements lead."""
    qualities: dict[str, bool] = field(default_factory=dict, hash=False)
    """Labels and statuses such as `ess` or `rge`; what is not there is not known."""
    turnover: Optional[int] = None
    """The company's turnover in the last closed year that has one, in whole euros."""
    turnover_year: Optional[int] = None
    """The year of the turnover."""
    micro_entrepreneur: Optional[bool] = None
    """Whether the company is a micro-entrepreneur's."""
    closed: Optional[bool] = None
    """Whether the facility is closed or the company has ceased."""
    foreign: Optional[bool] = None
    """Whether the facility is abroad."""
    not_diffusible: Optional[bool] = None
    """Whether the register hides a part of what it knows, at the wish of the company."""
    sources: dict[str, FactSource] = field(default_factory=dict, hash=False)
    """Where each fact that is known comes from, by the name of its field."""
    findings: tuple[Finding, ...] = ()
    """What is odd about the answer."""


@dataclass(frozen=True)
class CompletedNeed(Record):
    """A need that was completed by what a register knows of its company."""

    need: Need
    """The need with what the register added."""
    findings: tuple[Finding, ...] = ()
    """Where the need and the register disagree; what is odd about the answer itself is among the findings
    of the company.
    """
