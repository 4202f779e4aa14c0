"""The stubs say what the package is, and a program that uses it type-checks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def run(*arguments: str, cwd: Path) -> str:
    done = subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_stubs_are_those_of_the_package(tmp_path: Path) -> None:
    allowlist = str(HERE / "stubtest-allowlist.txt")
    arguments = ("--allowlist", allowlist, "aiguillage")
    assert "Success" in run("mypy.stubtest", *arguments, cwd=tmp_path)


def test_the_package_its_tests_and_examples_are_typed() -> None:
    assert "Success" in run("mypy", "--config-file", "pyproject.toml", "-p", "aiguillage", cwd=HERE.parent)
    scripts = ["route.py", "route_siret.py", "sirene.py"]
    programs = ["tests", "benches", *(f"../examples/python-crm/{script}" for script in scripts)]
    assert "Success" in run("mypy", "--config-file", "pyproject.toml", *programs, cwd=HERE.parent)


def test_a_typed_program_passes(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "from datetime import date\n"
        "from typing import Optional\n"
        "from aiguillage import Expert, Matches, Need, NeedError, Router\n"
        "router: Router = Router.open('directory')\n"
        "matches: Matches = router.match_experts(subject='recruter', commune='80021', on=date(2026, 11, 23))\n"
        "first: Expert = matches[0].expert\n"
        "mail: Optional[str] = first.email\n"
        "for result in router.match_batch([Need('recruter', '80021')]):\n"
        "    if isinstance(result, NeedError):\n"
        "        code: str = result.code\n"
        "    else:\n"
        "        count: int = len(result)\n"
    )
    assert "Success" in run("mypy", "--strict", "program.py", cwd=tmp_path)


def test_a_wrong_program_does_not(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("from aiguillage import Need\nNeed('recruter', '80021', headcont=3)\n")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "program.py"], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 1 and "headcont" in done.stdout
