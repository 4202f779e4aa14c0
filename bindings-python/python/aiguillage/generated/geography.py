"""Communes and zones.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass

from .._methods import CommuneMethods
from .._records import Record


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
class GeographySource(Record):
    """What a geography is."""

    year: int
    """The year of its codes."""
    source: str
    """Where it comes from, and its licence, in French."""
