"""The blocks of the guide and of the README run: those of a page are one program, which shows what the page says."""

from __future__ import annotations

import contextlib
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAID = re.compile(r"^# → (.*)$", re.MULTILINE)
PATHS = [ROOT / "README.md", *(ROOT / "core" / "guide").glob("*.md")]
PAGES = {path.name: BLOCK.findall(path.read_text(encoding="utf-8")) for path in PATHS}


@pytest.fixture(autouse=True)
def at_the_root() -> Iterator[None]:
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


@pytest.mark.parametrize("name", sorted(name for name, blocks in PAGES.items() if blocks))
def test_a_page(name: str) -> None:
    program = "\n".join(PAGES[name])
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        exec(compile(program, name, "exec"), {"__name__": "guide"})
    assert shown.getvalue().splitlines() == SAID.findall(program)


def test_the_cookbook_has_at_least_25_tasks() -> None:
    assert sum(len(blocks) for name, blocks in PAGES.items() if name.startswith("cookbook-")) >= 25
