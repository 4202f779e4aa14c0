"""The examples of the docstrings and of the README run."""

from __future__ import annotations

import doctest
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import get_origin

import pytest
from conftest import ROOT

import aiguillage
from aiguillage import Table, _aiguillage, _methods, errors, impacts, nomenclatures, notifications, records, referrals

NATIVE = [_aiguillage.Directory, _aiguillage.Geography, _aiguillage.Matches, _aiguillage.Need,
          _aiguillage.Router, _aiguillage.Templates, Table]  # fmt: skip
MODULES = [aiguillage, errors, impacts, nomenclatures, notifications, referrals]


@pytest.fixture(autouse=True)
def at_the_root() -> Iterator[None]:
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


OPTIONS = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL


def run(text: str, name: str) -> int:
    examples = doctest.DocTestParser().get_doctest(text, dict(vars(aiguillage)), name, None, 0)
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    shown: list[str] = []
    runner.run(examples, out=shown.append)
    assert runner.failures == 0, "".join(shown)
    return len(examples.examples)


@pytest.mark.parametrize("kind", NATIVE)
def test_classes(kind: type) -> None:
    assert run(kind.__doc__ or "", kind.__name__) > 0


def test_methods() -> None:
    members = ((kind, name) for kind in NATIVE for name in vars(kind))
    documented = [(getattr(kind, name).__doc__ or "", name) for kind, name in members if name[0] != "_"]
    assert sum(run(text, name) for text, name in documented) > 0
    # Everything that users call says what it does.
    assert [name for text, name in documented if not text.strip()] == []


@pytest.mark.parametrize("module", MODULES)
def test_modules(module: ModuleType) -> None:
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    shown: list[str] = []
    for found in doctest.DocTestFinder(exclude_empty=False).find(module):
        runner.run(found, out=shown.append)
    assert runner.failures == 0, "".join(shown)
    assert runner.tries > 0
    # Everything that users call says what it does.
    named = [getattr(module, name) for name in module.__all__]
    named = [one for one in named if get_origin(one) is None]
    assert [one for one in named if callable(one) and not (one.__doc__ or "").strip()] == []


def test_methods_of_records() -> None:
    kinds = [kind for kind in vars(_methods).values() if isinstance(kind, type) and kind.__module__ == _methods.__name__]
    members = [(kind, name) for kind in kinds for name in vars(kind) if name[0] != "_"]
    documented = [(getattr(kind, name).__doc__ or "", name) for kind, name in members]
    assert sum(run(text, name) for text, name in documented) > 5


def test_records_say_what_they_are() -> None:
    # A dataclass without words of its own gets its signature for a docstring.
    kinds = [kind for name in records.__all__ if isinstance(kind := getattr(records, name), type)]
    assert [kind for kind in kinds if (kind.__doc__ or "").startswith(f"{kind.__name__}(")] == []


def test_the_readme() -> None:
    assert run((ROOT / "bindings-python" / "README.md").read_text(encoding="utf-8"), "README.md") > 5
