"""What is wrong, in one shape.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Optional

from .._records import Record
from .directory import Diagnostic

Family = Literal[
    "need",
    "directory",
    "geography",
    "referral",
    "snapshot",
    "request",
]
"""What an error is about. Languages with classes of errors have one for each family."""


@dataclass(frozen=True)
class ErrorPlace(Record):
    """Where an error stands in what was given."""

    file: Optional[str] = None
    """The file, relative to the folder that was read."""
    line: Optional[int] = None
    """The line, the first being 1."""
    column: Optional[int] = None
    """In a sheet the number of the cell; in JSON the number of the character."""
    row: Optional[int] = None
    """The position of the item among those that were given, from 0."""


@dataclass(frozen=True)
class BoundaryError(Record):
    """What every error is once it crosses a boundary: what, where, and what was probably meant.

    Every error type of the library becomes one by `From`, with its stable code.
    """

    family: Family
    """What it is about."""
    code: str
    """The stable code, such as `unknown_commune`: what programs look at."""
    message: str
    """What is wrong, without the hint."""
    field: Optional[str] = None
    """The field at fault, with its place where it is nested: `referrals[3].state`."""
    hint: Optional[str] = None
    """What was probably meant, or how to write it."""
    place: Optional[ErrorPlace] = None
    """Where it stands, if it stands in a file or among several."""
    related: tuple[Diagnostic, ...] = ()
    """Everything that is wrong with a directory; empty for other errors."""
