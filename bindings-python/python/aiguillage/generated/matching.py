"""Needs and their matches.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Optional

from .._records import Record

NeedField = Literal[
    "id",
    "subject",
    "commune",
    "postal_code",
    "town",
    "on",
    "siret",
    "naf",
    "naf_2025",
    "nafa_codes",
    "headcount",
    "headcount_band",
    "employer",
    "legal_form",
    "created_on",
    "activities",
    "turnover",
    "balance_sheet",
    "micro_entrepreneur",
    "qualities",
    "idcc",
    "opco",
    "origin",
    "answers",
]
"""The fields of a need."""

ShareAmong = Literal[
    "expert",
    "antenne",
    "institution",
]
"""Among whom needs are shared equally, where nothing else decides on the order."""

WhenUnavailable = Literal[
    "last",
    "skip",
]
"""What becomes of experts who are absent, or full, as long as somebody else remains."""

ZoneOwner = Literal[
    "competence",
    "expert",
    "antenne",
]
"""Whose zone covers the commune."""


@dataclass(frozen=True)
class MatchOptions(Record):
    """What is wanted of the matches of a need. Without any option every match is returned. """

    limit: Optional[int] = None
    """At most so many matches, the first ones."""
    per_institution: Optional[int] = None
    """At most so many matches of each institution, the first ones."""
    load: Optional[dict[str, float]] = None
    """The open referrals of experts, by id; 0 for those it does not name. The full come last, and the less
    loaded per capacity first.
    """
    share: Optional[ShareAmong] = None
    """Among whom needs are shared equally: `expert` where it is not given. With `antenne` or
    `institution`, houses draw first, and take turns: the first expert of each, then the second of each.
    """
    received: Optional[dict[str, float]] = None
    """The needs that experts received in the host's current period, by id; 0 for those it does not name.
    Those who have as many as their `max_per_period` are full.
    """
    absent: Optional[WhenUnavailable] = None
    """What becomes of the absent for whom nobody stands in: `last` where it is not given."""
    full: Optional[WhenUnavailable] = None
    """What becomes of the full: `last` where it is not given. Where somebody stands in for an absent
    expert, `load` and `received` are those of the absent one, whose place it is.
    """
