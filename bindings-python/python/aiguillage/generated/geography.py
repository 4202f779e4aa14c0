"""Communes and zones.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Optional

from .._methods import CommuneMethods
from .._records import Record

Certainty = Literal[
    "certain",
    "likely",
    "ambiguous",
    "unknown",
]
"""How sure it is which commune was meant."""

FoundBy = Literal[
    "code",
    "postal_code",
    "name",
    "former_name",
    "beginning",
    "word",
    "resemblance",
]
"""How a commune was found."""

PlaceBasis = Literal[
    "code",
    "postal_code",
    "postal_code_and_town",
    "departement_of_postal_code",
    "departement_and_town",
    "town",
    "nothing",
]
"""By what a place was located."""


@dataclass(frozen=True)
class Commune(CommuneMethods, Record):
    """A commune as other programs read it: `code`, `name`, `population`, `postal_codes`, `zones`."""

    code: str
    """The INSEE code of five characters; not a postal code."""
    name: str
    """The name."""
    population: int
    """The people who live in it; nought where nobody does, or nobody counts them."""
    postal_codes: tuple[str, ...] = ()
    """The postal codes that serve it, sorted. Most also serve other communes."""
    zones: tuple[str, ...] = ()
    """The zones that contain it, from narrow to wide: itself first, France last."""


@dataclass(frozen=True)
class FoundCommune(CommuneMethods, Record):
    """A commune as other programs read it, and how it was found."""

    code: str
    """The INSEE code of five characters; not a postal code."""
    name: str
    """The name."""
    population: int
    """The people who live in it; nought where nobody does, or nobody counts them."""
    found: FoundBy
    """How it was found."""
    postal_codes: tuple[str, ...] = ()
    """The postal codes that serve it, sorted. Most also serve other communes."""
    zones: tuple[str, ...] = ()
    """The zones that contain it, from narrow to wide: itself first, France last."""
    former_name: Optional[str] = None
    """The name of the past by which it was found, where it was: `Lomme` for Lille."""


@dataclass(frozen=True)
class GeographySource(Record):
    """What a geography is."""

    year: int
    """The year of its codes."""
    source: str
    """Where it comes from, and its licence, in French."""


@dataclass(frozen=True)
class PlaceReading(Record):
    """What was read out of the parts of a place, and by which of them it was located."""

    basis: PlaceBasis
    """By what the place was located."""
    cedex: bool
    """Whether CEDEX was written."""
    code: Optional[str] = None
    """The INSEE code."""
    postal_code: Optional[str] = None
    """The postal code, of five digits."""
    town: Optional[str] = None
    """The name of the town, without accents, CEDEX and département."""
    departement: Optional[str] = None
    """The code of the département that was named."""


@dataclass(frozen=True)
class Location(Record):
    """The commune that is meant by what people wrote, or why it cannot be told."""

    certainty: Certainty
    """How sure it is."""
    reading: PlaceReading
    """What was read, and used."""
    commune: Optional[FoundCommune] = None
    """The commune, where it is certain or likely."""
    candidates: tuple[FoundCommune, ...] = ()
    """The communes that may be meant, where it is ambiguous; the most populous first."""
