"""What all records share, and how they are made of what the core says."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Optional, TypeVar, Union

if TYPE_CHECKING:
    from ._aiguillage import Directory

Own = TypeVar("Own", bound="Stored")


class Record:
    """What all records share."""

    def __init_subclass__(cls) -> None:
        _KINDS[cls.__name__] = cls

    def to_dict(self) -> dict[str, Any]:
        """The record as a dict, without what has no value; ids instead of experts and the like."""
        return {
            one.name: _plain(value)
            for one in dataclasses.fields(self)  # type: ignore[arg-type]
            if not one.name.startswith("_") and (value := getattr(self, one.name)) not in (None, (), {})
        }


_KINDS: dict[str, type[Record]] = {}


class Stored(Record):
    """A record that hosts store and bring back."""

    @classmethod
    def from_dict(cls: type[Own], fields: Mapping[str, Any]) -> Own:
        """The record of a dict: days may be text, blank is nothing. Raises `ReferralError`."""
        own: Own = load(cls.__name__, native()._read(cls.__name__, fields))
        return own


class Entity(Record):
    """A record that the directory knows by its id."""

    id: str

    def __str__(self) -> str:
        return self.id


def _plain(value: Any) -> Any:
    if isinstance(value, Entity):
        return value.id
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def load(kind: str, text: str, directory: Optional[Directory] = None) -> Any:
    """The record, or `list[…]` of records, that the native half wrote as JSON; ids become the
    directory's own records."""
    value = json.loads(text)
    if kind.startswith("list["):
        return [_made(_KINDS[kind[5:-1]], one, directory) for one in value]
    return _made(_KINDS[kind], value, directory)


def native() -> Any:
    """The native half, which imports this module itself when it first makes a record."""
    from . import _aiguillage

    return _aiguillage


def call(function: str, arguments: dict[str, Any], directory: Optional[Directory] = None) -> Any:
    """What a function of the core answers."""
    return json.loads(native()._call(function, arguments, directory))


_HINTS: dict[type[Record], dict[str, Any]] = {}


def _hints(kind: type[Record]) -> dict[str, Any]:
    """The types of a record's fields, worked out once."""
    if kind not in _HINTS:
        _HINTS[kind] = typing.get_type_hints(kind)
    return _HINTS[kind]


def _made(kind: Any, value: Any, directory: Optional[Directory]) -> Any:
    if value is None:
        return None
    origin = typing.get_origin(kind)
    if origin is Union:
        return _made(typing.get_args(kind)[0], value, directory)
    if origin is tuple:
        item = typing.get_args(kind)[0]
        return tuple(_made(item, one, directory) for one in value) if _is_made(item) else tuple(value)
    if kind is date:
        return date.fromisoformat(value)
    if kind is datetime:
        # Python before 3.11 does not know `Z`.
        return datetime.fromisoformat(value.replace("Z", "+00:00"))
    if not _is_made(kind):
        return value
    if isinstance(value, str):
        return getattr(directory, kind.__name__.lower())(value)
    hints = _hints(kind)
    named = ((_NAMES.get(name, name), one) for name, one in value.items())
    return kind(**{name: _made(hints[name], one, directory) for name, one in named if name in hints})


_NAMES = {"from": "from_", "counts": "_counts", "codes": "_codes"}
"""Names of the core that Python keeps for itself, or that records keep to themselves."""


def _is_made(kind: Any) -> bool:
    return kind in (date, datetime) or isinstance(kind, type) and issubclass(kind, Record)
