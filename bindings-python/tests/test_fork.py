"""Processes that are forked after a router was used.

`multiprocessing` forks by default on Linux before Python 3.14, gunicorn forks its workers after `preload_app`
loaded the router, and PySpark's daemon forks the Python workers of an executor. A child has the
memory of its parent's thread pool and none of its threads: it must not wait for them.
"""

from __future__ import annotations

import dataclasses
import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import pyarrow
import pytest
from conftest import SAMPLE

from aiguillage import Matches, Router

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")

NEED = {"subject": "recruter", "commune": "80021", "on": "2026-11-23"}
# Enough of them for every core.
NEEDS = [NEED] * 2000
PATIENCE = 60


def batch(router: Router) -> int:
    return sum(len(found) for found in router.match_batch(NEEDS) if isinstance(found, Matches))


def opened(router: Router) -> int:
    return batch(Router.open(SAMPLE))


def changed(router: Router) -> int:
    expert = router.directory.experts[0]
    return batch(router.with_changes(experts=[dataclasses.replace(expert, active=False)]))


def from_snapshot(router: Router) -> int:
    return batch(Router.loads(router.dumps()))


def covered(router: Router) -> int:
    return len(router.coverage(zones=["departement:80"]).subjects)


def table(router: Router) -> int:
    needs = pyarrow.table({name: [value] * len(NEEDS) for name, value in NEED.items()})
    rows: int = router.match_table(needs).to_pyarrow().num_rows
    return rows


def grandchild(router: Router) -> int:
    return in_child(batch, router)


def tell(pipe: Connection, work: Callable[[Router], int], router: Router) -> None:
    pipe.send(work(router))


def in_child(work: Callable[[Router], int], router: Router) -> int:
    """What `work` gives in a forked child, which is ended if it does not come back."""
    context: Any = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    child = context.Process(target=tell, args=(theirs, work, router))
    child.start()
    theirs.close()
    try:
        assert ours.poll(PATIENCE), f"`{work.__name__}` hangs in a forked child"
        result: int = ours.recv()
        return result
    finally:
        child.join(5)
        if child.is_alive():
            child.kill()


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
@pytest.mark.parametrize("work", [batch, opened, changed, from_snapshot, covered, table, grandchild])
def test_a_forked_child_answers_as_its_parent(router: Router, work: Callable[[Router], int]) -> None:
    # The parent's threads are at work before the fork.
    batch(router)
    expected = batch(router) if work is grandchild else work(router)
    assert in_child(work, router) == expected
    # And they still are behind it.
    assert work is grandchild or work(router) == expected
