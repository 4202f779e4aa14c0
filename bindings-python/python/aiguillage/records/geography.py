"""Communes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from .base import Record


@dataclass(frozen=True)
class Commune(Record):
    """A current commune, or a municipal arrondissement."""

    code: str
    name: str
    population: int
    postal_codes: tuple[str, ...]
    zones: tuple[str, ...]
    """The zones that contain it, from narrow to wide."""

    def _zone(self, kind: str) -> Optional[str]:
        return next((zone for zone in self.zones if zone.startswith(f"{kind}:")), None)

    @property
    def epci(self) -> Optional[str]:
        """Its group of communes, where it has one."""
        return self._zone("epci")

    @property
    def departement(self) -> Optional[str]:
        """Its département, or the overseas collectivity that it is in."""
        return self._zone("departement")

    @property
    def region(self) -> Optional[str]:
        """Its région; an overseas collectivity has none."""
        return self._zone("region")
