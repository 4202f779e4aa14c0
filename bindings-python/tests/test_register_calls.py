"""The example that asks a register, against a server that answers as one does."""

from __future__ import annotations

import runpy
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from conftest import ROOT, VECTORS

EXAMPLE = ROOT / "examples" / "register-calls" / "route_siret.py"
SIRET = "11145427800016"

Answer = tuple[int, str, dict[str, str]]


class Register:
    """A server with answers to give, the last of them as often as it is asked."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.asked: list[str] = []
        register = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, body, headers = register.answers[min(len(register.asked), len(register.answers) - 1)]
                register.asked.append(self.path)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *arguments: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.api = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = Thread(target=self.server.serve_forever)
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def register() -> Iterator[Register]:
    register = Register()
    yield register
    register.close()


def vector(name: str) -> str:
    return (VECTORS / "company" / name).read_text(encoding="utf-8")


def run(register: Register, *arguments: str) -> list[str]:
    command = [sys.executable, str(EXAMPLE), SIRET, "recruter", "--api", register.api, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_register_is_asked_again_and_completes_the_need(register: Register) -> None:
    register.answers = [(429, "{}", {"Retry-After": "0"}), (200, vector("re-plain.json"), {})]
    shown = run(register)
    assert register.asked == [f"/search?q={SIRET}"] * 2
    assert len(shown) == 3 and all("Lille" in line or "(" in line for line in shown)
    # The same as with the facts typed by hand: Lille, by the register.
    register.answers, register.asked = [(500, "{}", {})], []
    by_hand = [line for line in run(register, "--commune", "59350") if not line.startswith("registre")]
    assert {line.rsplit("(", 1)[1] for line in shown} & {line.rsplit("(", 1)[1] for line in by_hand}


@pytest.mark.parametrize(
    "answer",
    [
        (500, vector("re-error-500.json"), {}),
        (400, vector("re-error-400.json"), {}),
        (502, vector("re-error-html.txt"), {}),
        (200, "{", {}),
        (200, '{"results": [], "total_results": 0}', {}),
    ],
)  # fmt: skip
def test_a_register_that_is_down_leaves_the_need_as_it_is(register: Register, answer: Answer) -> None:
    register.answers = [answer]
    shown = run(register, "--commune", "80021")
    assert len(register.asked) == 1
    assert shown[0].startswith("registre : ") and len(shown) == 4


def test_nobody_is_asked_for_ever(register: Register) -> None:
    company_of: Any = runpy.run_path(str(EXAMPLE))["company_of"]
    register.answers = [(429, "{}", {"Retry-After": "0"})]
    assert company_of(SIRET, register.api) is None
    assert len(register.asked) == 3


def test_nobody_answers() -> None:
    company_of: Any = runpy.run_path(str(EXAMPLE))["company_of"]
    register = Register()
    register.close()
    assert company_of(SIRET, register.api) is None
