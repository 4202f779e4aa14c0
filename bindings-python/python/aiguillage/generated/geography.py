"""Communes and zones.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass

from .._methods import CommuneMethods
from .._records import Record


@dataclass(frozen=True)
class Commune(CommuneMethods, Record):
    """A current commune, or a municipal arrondissement of Paris, Lyon or Marseille."""

    code: str
    """Its INSEE code; not a postal code."""
    name: str
    """Its name."""
    population: int
    """The people who live in it."""
    postal_codes: tuple[str, ...] = ()
    """The postal codes that serve it. Most also serve other communes."""
    zones: tuple[str, ...] = ()
    """The zones that contain it, from narrow to wide."""


@dataclass(frozen=True)
class GeographySource(Record):
    """What a geography is."""

    year: int
    """The year of its codes."""
    source: str
    """Where it comes from, and its licence, in French."""
