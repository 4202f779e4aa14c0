"""The stubs say what the package is, and a program that uses it type-checks."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aiguillage import Router

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
        "from aiguillage import Expert, Matches, Need, NeedDict, NeedError, Router, referrals\n"
        "router: Router = Router.open('directory')\n"
        "matches: Matches = router.match_experts(subject='recruter', commune='80021', on=date(2026, 11, 23))\n"
        "first: Expert = matches[0].expert\n"
        "mail: Optional[str] = first.email\n"
        "for result in router.match_batch([Need('recruter', '80021')]):\n"
        "    if isinstance(result, NeedError):\n"
        "        code: str = result.code\n"
        "    else:\n"
        "        count: int = len(result)\n"
        "need: NeedDict = {'subject': 'recruter', 'commune': '80021', 'headcount': 3}\n"
        "router.match_experts(need, limit=3, share='antenne')\n"
        "status = referrals.need_status([state for state in referrals.STATES])\n"
        "label: str = referrals.NEED_STATUSES[status]\n"
    )
    assert "Success" in run("mypy", "--strict", "program.py", cwd=tmp_path)


WRONG = {
    "Need('recruter', '80021', headcont=3)": "headcont",
    "need: NeedDict = {'subjet': 'recruter'}": "subjet",
    "router.match_experts(subject='recruter', commune='80021', headcont=3)": "headcont",
    "router.match_experts(subject='recruter', commune='80021', headcount='3')": "headcount",
    "router.match_experts(subject='recruter', commune='80021', full='leave out')": "full",
    "referrals.need_status(['wating'])": "wating",
}


def test_wrong_programs_do_not(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    first = "from aiguillage import Need, NeedDict, Router, referrals\nrouter = Router.open('directory')\n"
    program.write_text(first + "".join(f"{line}\n" for line in WRONG))
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "program.py"], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 1
    for line, (text, word) in enumerate(WRONG.items(), 3):
        assert any(told.startswith(f"program.py:{line}:") and word in told for told in done.stdout.splitlines()), text


def test_keywords_are_named_while_a_program_runs() -> None:
    methods: dict[Callable[..., Any], set[str]] = {
        Router.match_experts: {"need", "limit", "share", "subject", "postal_code", "answers"},
        Router.match_batch: {"needs", "limit", "progress"},
        Router.match_table: {"needs", "columns", "ignore_unknown"},
        Router.explain: {"need", "subject", "headcount"},
    }
    for method, some in methods.items():
        parameters = inspect.signature(method).parameters
        assert some <= set(parameters) and not any(one.kind is one.VAR_KEYWORD for one in parameters.values())
        # What a method does follows its signature, which Python takes away.
        assert (method.__doc__ or "$")[0].isupper()


def test_the_stub_says_what_everything_does() -> None:
    stub = ast.parse((HERE.parent / "python" / "aiguillage" / "_aiguillage.pyi").read_text(encoding="utf-8"))
    classes = [node for node in stub.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    methods = [(one.name, node) for one in classes for node in one.body if isinstance(node, ast.FunctionDef)]
    assert len(methods) > 100
    silent = [f"{name}.{node.name}" for name, node in methods if not node.name.startswith("_") and not ast.get_docstring(node)]
    assert silent == [] and [one.name for one in classes if not ast.get_docstring(one)] == []
