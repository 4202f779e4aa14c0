"""The nomenclatures that companies are described by.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .._records import Record
from .companies import OpcoCertainty


@dataclass(frozen=True)
class LabelledNaf(Record):
    """An activity code, or a level above codes, with its label."""

    entry: str
    """The code or level."""
    label: Optional[str] = None
    """Its label, in French."""


@dataclass(frozen=True)
class NafDetails(Record):
    """What is known of an activity code, or of a level above codes."""

    entry: str
    """The code or level."""
    version: str
    """Its version, as people read it."""
    label: Optional[str] = None
    """Its label, in French."""
    levels: tuple[LabelledNaf, ...] = ()
    """The levels above it, from the section down."""
    codes: tuple[LabelledNaf, ...] = ()
    """The codes below it."""
    correspondents: tuple[LabelledNaf, ...] = ()
    """The codes of the other version that companies of its codes may have."""


@dataclass(frozen=True)
class NamedOpco(Record):
    """An OPCO, with its name."""

    id: str
    """Its stable id, such as `akto`."""
    name: str
    """Its name."""


@dataclass(frozen=True)
class AgreementOpcos(Record):
    """The OPCO to which collective agreements lead."""

    certainty: OpcoCertainty
    """How surely."""
    opcos: tuple[NamedOpco, ...] = ()
    """The OPCO: the one, or those among which it is."""
