"""The examples of the docstrings and of the README run."""

from __future__ import annotations

import doctest
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

import aiguillage
from aiguillage import _aiguillage, errors

NATIVE = [_aiguillage.Directory, _aiguillage.Geography, _aiguillage.Matches, _aiguillage.Need,
          _aiguillage.Router, _aiguillage.Table]  # fmt: skip


@pytest.fixture(autouse=True)
def at_the_root() -> Iterator[None]:
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


def run(text: str, name: str) -> int:
    examples = doctest.DocTestParser().get_doctest(text, {"Need": aiguillage.Need}, name, None, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL)
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


def test_modules() -> None:
    assert run(aiguillage.__doc__ or "", "aiguillage") > 0
    assert all(run(getattr(errors, name).__doc__, name) >= 0 for name in errors.__all__)


def test_the_readme() -> None:
    assert run((ROOT / "bindings-python" / "README.md").read_text(encoding="utf-8"), "README.md") > 5
