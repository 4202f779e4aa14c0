"""The closed lists of words, with what users read for each.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass

from .._records import Record


@dataclass(frozen=True)
class WordLabel(Record):
    """A word, and what users read for it."""

    word: str
    """The word, as programs write it."""
    label: str
    """What users read, in French."""


@dataclass(frozen=True)
class WordList(Record):
    """A closed list of words."""

    name: str
    """The name of its type, such as `ReferralState`."""
    words: tuple[WordLabel, ...] = ()
    """Its words, in order."""
