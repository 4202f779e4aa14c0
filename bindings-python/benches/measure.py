#!/usr/bin/env python3
"""What the package costs over the core, and what tables save: ratios of one run.

    cargo run --release -p aiguillage-benches --example export -- target/world national 20000
    cargo build --release -p aiguillage-benches --example latency
    python bindings-python/benches/measure.py target/world

Every figure is the best of some passes, and what is compared is measured in the same minute. On a busy
machine trust the ratios, and processor time rather than the clock. The core's own time comes from
`latency`, over the same directory and needs.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow

import aiguillage
from aiguillage import Need, NeedError, Router

PASSES = 5
IDS = ["row", "rank", "expert", "antenne", "institution", "error_code"]


def per_call(call: Callable[[Any], object], needs: list[Any]) -> float:
    """The median time of a call in microseconds, of the best pass; what the clock takes is taken off."""
    clock = time.perf_counter_ns
    nothing = sorted(-clock() + clock() for _ in range(10_000))[5_000]
    medians = []
    for _ in range(PASSES):
        times = []
        for need in needs:
            start = clock()
            call(need)
            times.append(clock() - start)
        medians.append(sorted(times)[len(times) // 2] - nothing)
    return min(medians) / 1_000


def whole(work: Callable[[], object]) -> tuple[float, float]:
    """The time of some work in seconds by the clock and of all processors, each of the best pass."""
    clock, processors = [], []
    for _ in range(PASSES):
        start, busy = time.perf_counter(), time.process_time()
        kept = work()
        clock.append(time.perf_counter() - start)
        processors.append(time.process_time() - busy)
        del kept
    return min(clock), min(processors)


def core(count: int) -> float | None:
    """What a need takes in Rust, in microseconds."""
    example = Path(os.environ.get("CARGO_TARGET_DIR", "target"), "release/examples/latency")
    if not example.exists():
        return None
    shown = subprocess.run([example, "national", str(count)], capture_output=True, text=True, check=True)
    line = next(line for line in shown.stdout.splitlines() if line.startswith("national; all;"))
    return int(line.split("; ")[3]) / 1_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("world", type=Path, help="the folder that the example `export` wrote")
    parser.add_argument("--rows", type=int, default=200_000, help="how many needs a table has")
    given = parser.parse_args()
    router = Router.open(given.world / "directory.json")
    lines = (given.world / "needs.jsonl").read_text(encoding="utf-8").splitlines()
    dicts = [json.loads(line)["need"] for line in lines]
    objects = [Need.from_dict(need) for need in dicts]
    matches = sum(map(len, map(router.match_experts, objects))) / len(dicts)
    print(f"aiguillage {aiguillage.__version__}, {router}, {len(dicts)} needs, {matches:.1f} matches each")

    in_rust = core(len(dicts))
    calls: list[tuple[str, Callable[[Any], object], list[Any]]] = [
        ("match_experts(Need)", router.match_experts, objects),
        ("match_experts(dict)", router.match_experts, dicts),
        ("match_experts(**fields)", lambda need: router.match_experts(**need), dicts),
        ("Need.from_dict(dict)", Need.from_dict, dicts),
        ("… and every match, as objects", lambda need: [one.expert for one in router.match_experts(need)], dicts),
        ("… and every match, as dicts", lambda need: router.match_experts(need).to_dicts(), dicts),
    ]
    print("\nOne need, median")
    if in_rust is not None:
        print(f"  {'in Rust':<34}{in_rust:8.2f} µs")
    for name, call, needs in calls:
        taken = per_call(call, needs)
        over = "" if in_rust is None else f"{taken - in_rust:+8.2f} over Rust"
        print(f"  {name:<34}{taken:8.2f} µs{over}")

    # Tables as large as files are: the needs several times over.
    copies = max(1, given.rows // len(dicts))
    table = pyarrow.concat_tables([pyarrow.Table.from_pylist(_columns(dicts))] * copies).combine_chunks()

    def in_dicts() -> list[object]:
        return [found if isinstance(found, NeedError) else found.to_dicts() for found in router.match_batch(dicts)]

    ways: list[tuple[str, Callable[[], object], int]] = [
        ("dicts in, lists of dicts out", in_dicts, len(dicts)),
        ("dicts in, matches not looked at", lambda: router.match_batch(dicts), len(dicts)),
        ("table, all columns", lambda: router.match_table(table), len(table)),
        ("table, row and ids", lambda: router.match_table(table, columns=IDS), len(table)),
        ("table, row and expert", lambda: router.match_table(table, columns=["row", "expert"]), len(table)),
        ("table, limit 3, all columns", lambda: router.match_table(table, limit=3), len(table)),
    ]
    print(f"\nMany needs, on {os.cpu_count()} cores{'by the clock':>27}{'processor time':>22}{'ratio of that':>16}")
    slowest = None
    for name, work, count in ways:
        clock, processors = whole(work)
        slowest = slowest or processors / count
        rate, each = count / clock / 1e6, processors / count
        print(f"  {name:<34}{rate:8.2f} M needs/s{1e6 * each:12.2f} µs a need{slowest / each:12.1f} ×")


def _columns(needs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Dicts as a CSV file has them: cells of text."""
    def cell(value: Any) -> Any:
        if isinstance(value, dict):
            return " ".join(f"{name}={'oui' if yes else 'non'}" for name, yes in value.items())
        return " ".join(value) if isinstance(value, list) else value

    names = sorted({name for need in needs for name in need})
    return [{name: cell(need.get(name)) for name in names} for need in needs]


if __name__ == "__main__":
    main()
