"""Threads, processes, pickles, memory."""

from __future__ import annotations

import copy
import gc
import multiprocessing
import pickle
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import pytest
from conftest import ROOT

from aiguillage import DirectoryError, Geography, Need, NeedError, Router, SnapshotError

NEED = Need("recruter", "80021", on="2026-11-23")


def test_everything_pickles(router: Router) -> None:
    matches = router.match_experts(NEED, limit=3)
    for value in [
        NEED,
        matches,
        matches[1],
        matches[0].expert,
        router.explain(NEED),
        router.coverage("recruter", ["region:32"]),
        router.directory,
        router.directory.diagnostics,
    ]:
        assert pickle.loads(pickle.dumps(value)) == value
        assert copy.deepcopy(value) == value
    again = pickle.loads(pickle.dumps(router))
    assert again.directory == router.directory
    assert pickle.loads(pickle.dumps(router.directory.geography)).year == 2026


def test_another_geography_is_not_lost_on_the_way(router: Router) -> None:
    other = Geography.open(ROOT / "core" / "data" / "cog-2026.bin")
    elsewhere = Router.loads(router.dumps(), geography=other)
    for value in (other, elsewhere, elsewhere.directory, elsewhere.match_experts(NEED)):
        with pytest.raises(TypeError, match="geography"):
            pickle.dumps(value)
    assert ids(elsewhere, NEED) == ids(router, NEED)


def test_matches_of_one_router_share_its_pickle(router: Router) -> None:
    one = pickle.dumps([router.match_experts(NEED)])
    ten = pickle.dumps([router.match_experts(NEED.replace(id=str(number))) for number in range(10)])
    assert len(ten) < 2 * len(one)
    assert [len(matches) for matches in pickle.loads(ten)] == [len(router.match_experts(NEED))] * 10


@pytest.mark.parametrize(
    "raising",
    [
        lambda router: router.match_experts(subject="recruter", commune="99999"),
        lambda router: Router.from_json("[]"),
        lambda router: Router.loads(b"?"),
    ],
)
def test_errors_pickle(router: Router, raising: Any) -> None:
    with pytest.raises((NeedError, DirectoryError, SnapshotError)) as refused:
        raising(router)
    again = pickle.loads(pickle.dumps(refused.value))
    assert type(again) is type(refused.value)
    assert vars(again) == vars(refused.value) and str(again) == str(refused.value)


def ids(router: Router, need: Need) -> list[str]:
    return [one.expert.id for one in router.match_experts(need)]


def test_a_router_is_shared_between_threads(router: Router) -> None:
    expected = ids(router, NEED)
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: ids(router, NEED), range(400)))
    assert all(found == expected for found in results)


def test_a_router_goes_to_other_processes(router: Router) -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        assert pool.submit(ids, router, NEED).result() == ids(router, NEED)


def test_other_threads_run_while_the_core_works(router: Router) -> None:
    needs = [NEED] * 60_000
    ticks = 0
    done = threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not done.is_set():
            ticks += 1
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    before = ticks
    coverage = router.coverage(zones=["france"])
    router.match_batch(needs)
    during = ticks - before
    done.set()
    thread.join()
    assert len(coverage.subjects) > 10
    # With the interpreter's lock held throughout, it could not tick at all.
    assert during > 5


def test_calls_leave_no_memory_behind(router: Router) -> None:
    resource = pytest.importorskip("resource")

    def round_of_calls() -> None:
        for _ in range(4_000):
            list(router.match_experts(NEED))
            with pytest.raises(NeedError):
                router.match_experts(subject="recruter", commune="99999")
        gc.collect()

    round_of_calls()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(3):
        round_of_calls()
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    # In KiB. A leak of one match a call would be several times that.
    assert grown < 8_192
