"""A web application whose workers gunicorn forks after the router was loaded and used (`--preload`)."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import SAMPLE

from aiguillage import Matches, Router

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")

NEEDS = [{"subject": "recruter", "commune": "80021", "on": "2026-11-23"}] * 2000
PATIENCE = 60
APPLICATION = f"""
import os
from aiguillage import Router

needs = {NEEDS[:1]!r} * {len(NEEDS)}
router = Router.open({str(SAMPLE)!r})
# The threads of the master are at work before it forks.
router.match_batch(needs)


def application(environ, start_response):
    start_response("200 OK", [("X-Worker", str(os.getpid()))])
    return [str(sum(len(found) for found in router.match_batch(needs))).encode()]
"""


class OverSocket(http.client.HTTPConnection):
    """HTTP over a socket of this machine, which needs no port."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=PATIENCE)
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(PATIENCE)
        self.sock.connect(str(self.path))


def ask(path: Path) -> tuple[str | None, int]:
    connection = OverSocket(path)
    connection.request("GET", "/")
    answer = connection.getresponse()
    return answer.getheader("X-Worker"), int(answer.read())


def test_workers_answer_from_a_router_that_was_loaded_before(tmp_path: Path) -> None:
    (tmp_path / "routing.py").write_text(APPLICATION)
    place = tmp_path / "s"
    command = [sys.executable, "-m", "gunicorn", "--preload", "--workers", "2", "--bind", f"unix:{place}"]
    server = subprocess.Popen([*command, "--chdir", str(tmp_path), "routing"], env=os.environ)
    try:
        until = time.monotonic() + PATIENCE
        while not place.exists() and server.poll() is None and time.monotonic() < until:
            time.sleep(0.1)
        expected = sum(len(one) for one in Router.open(SAMPLE).match_batch(NEEDS) if isinstance(one, Matches))
        answers = [ask(place) for _ in range(6)]
        assert {count for _, count in answers} == {expected}
        assert str(server.pid) not in {worker for worker, _ in answers}
    finally:
        server.terminate()
        server.wait(PATIENCE)
