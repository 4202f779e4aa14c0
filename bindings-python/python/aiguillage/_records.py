"""What all records share, and how they are made of what the core says."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, ClassVar, Optional, TypeVar, Union

from ._native import native

Kept = TypeVar("Kept", bound="Stored")
Find = Callable[[str, str], Any]
"""The record of the directory of a kind (``expert``) and an id."""


class Record:
    """What all records share."""

    def to_dict(self) -> dict[str, Any]:
        """The record as a dict with the core's names, without what has no value; ids instead of experts
        and the like."""
        return {
            name: _plain(value)
            for name, own in _names(type(self)).items()
            if not own.startswith("_") and (value := getattr(self, own)) not in (None, (), {})
        }


class Stored(Record):
    """A record that hosts store and bring back."""

    _reader: ClassVar[tuple[str, str]]
    """The call that reads it, and the argument of that call."""

    @classmethod
    def from_dict(cls: type[Kept], fields: Mapping[str, Any]) -> Kept:
        """The record of a dict: days may be text, blank is nothing. Raises `ReferralError`."""
        call, argument = cls._reader
        record: Kept = native()._call(call, {argument: fields}, inside=argument)
        return record


class Entity(Record):
    """A record that the directory knows by its id."""

    id: str

    def __str__(self) -> str:
        return self.id


def _plain(value: Any) -> Any:
    if isinstance(value, Entity):
        return value.id
    if isinstance(value, (Record, native().Need)):
        return value.to_dict()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value


def made(kind: Any, value: Any, find: Optional[Find]) -> Any:
    """A value of JSON as a value of a type; ids become the records that ``find`` gives."""
    if value is None:
        return None
    origin = typing.get_origin(kind)
    if origin is Union:
        return made(typing.get_args(kind)[0], value, find)
    if origin is tuple or origin is list:
        item = typing.get_args(kind)[0]
        return origin(made(item, one, find) for one in value) if _is_made(item) else origin(value)
    if origin is dict:
        item = typing.get_args(kind)[1]
        return {name: made(item, one, find) for name, one in value.items()} if _is_made(item) else value
    if not _is_made(kind):
        return value
    if kind is native().Need:
        return kind.from_dict(value)
    if kind is date:
        return date.fromisoformat(value)
    if kind is datetime:
        # Python before 3.11 does not know `Z`.
        return datetime.fromisoformat(value.replace("Z", "+00:00"))
    if isinstance(value, str) and find is not None:
        return find(kind.__name__.lower(), value)
    hints, names = _hints(kind), _names(kind)
    known = ((names[name], one) for name, one in value.items() if name in names)
    return kind(**{name: made(hints[name], one, find) for name, one in known})


def _is_made(kind: Any) -> bool:
    is_class = isinstance(kind, type) and typing.get_origin(kind) is None
    return kind in (date, datetime, native().Need) or is_class and issubclass(kind, Record)


_HINTS: dict[type[Record], dict[str, Any]] = {}
_NAMES: dict[type[Record], dict[str, str]] = {}


def _hints(kind: type[Record]) -> dict[str, Any]:
    """The types of a record's fields, worked out once."""
    if kind not in _HINTS:
        _HINTS[kind] = typing.get_type_hints(kind)
    return _HINTS[kind]


def _names(kind: type[Record]) -> dict[str, str]:
    """Python's names of a record's fields, by those of the core. They differ by an underscore: before
    what a record keeps to itself, after what is a word of Python's."""
    if kind not in _NAMES:
        fields = dataclasses.fields(kind)  # type: ignore[arg-type]
        _NAMES[kind] = {one.name.strip("_"): one.name for one in fields}
    return _NAMES[kind]
