"""Starts every peer in a process of its own, takes their times in turn, and writes the table.

Run by `run`, which makes the world, the environments and the PostgreSQL cluster. Peers are asked in
rounds, one after the other, so that a busy moment of the machine does not hit one of them alone; a
ratio is that of two medians of one round, and the table has the median of the rounds' ratios.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


class Peer:
    """A worker under way. It says hello once its answers are checked."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        hello = self.process.stdout.readline()
        if not hello:
            self.process.wait()
            raise RuntimeError(f"it ended with {self.process.returncode}")
        hello = json.loads(hello)
        self.name, self.count, self.batch = hello["name"], hello["count"], hello.get("batch", False)
        self.rounds = []

    def round(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        reply = self.process.stdout.readline()
        if not reply:
            sys.exit(f"{self.name} ended in a round")
        self.rounds.append(json.loads(reply)["batch" if self.batch else "times"])

    def close(self):
        self.process.stdin.close()
        self.process.wait()

    def percentile(self, percent, number, count):
        """Of the times of the first `count` needs in a round, in nanoseconds."""
        times = sorted(self.rounds[number][:count])
        return times[len(times) * percent // 100]


def start(commands):
    """The peers that are there; one that is missing or gives a wrong answer is reported and passed over."""
    peers = []
    for name, command in commands.items():
        try:
            peers.append(Peer(command))
            print(f"  {peers[-1].name}; {peers[-1].count} needs", file=sys.stderr)
        except (OSError, RuntimeError) as error:
            print(f"  {name} is passed over: {error}", file=sys.stderr)
    return peers


def microseconds(nanoseconds):
    value = nanoseconds / 1000
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def ratio(value):
    return "1" if value == 1 else f"{value:,.0f}×" if value >= 10 else f"{value:.1f}×"


def one_by_one(peers, ours, rounds):
    """Rows of peer, needs, p50, p99, and how many times ours."""
    for peer in peers:
        over = range(rounds)
        p50 = statistics.median(peer.percentile(50, number, peer.count) for number in over)
        p99 = statistics.median(peer.percentile(99, number, peer.count) for number in over)
        # Ours on the same needs.
        times = statistics.median(
            peer.percentile(50, number, peer.count) / ours.percentile(50, number, peer.count) for number in over
        )
        yield f"| {peer.name} | {peer.count:,} | {microseconds(p50)} | {microseconds(p99)} | {ratio(times)} |"


def batches(peers, ours, rounds):
    for peer in peers:
        each = statistics.median(elapsed / peer.count for elapsed in peer.rounds)
        times = statistics.median(one / own for one, own in zip(peer.rounds, ours.rounds))
        yield f"| {peer.name} | {peer.count:,} | {microseconds(each)} | {ratio(times)} |"


def processor():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.processor()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("world", type=Path)
    arguments.add_argument("--native", type=Path, required=True)
    arguments.add_argument("--python", type=Path, required=True)
    arguments.add_argument("--node", type=Path, help="folder of the Node peer")
    arguments.add_argument("--socket", help="folder of PostgreSQL's unix socket")
    arguments.add_argument("--rounds", type=int, default=5)
    given = arguments.parse_args()

    def native(peer, *more):
        return [given.native, peer, given.world, *more]

    def python(peer, *more):
        return [given.python, HERE / "worker.py", peer, given.world, *more]

    commands = {"ours": native("ours"), "ours, whole": native("ours-matches"), "ours from Python": python("ours")}
    if given.socket:
        commands["PostgreSQL from Rust"] = native("postgres", given.socket)
        commands["PostgreSQL from Python"] = python("postgres", given.socket)
        commands["a round trip to PostgreSQL"] = python("round-trip", given.socket)
    else:
        print("  PostgreSQL is passed over: there are no binaries of it (see PG_BIN)", file=sys.stderr)
    commands |= {
        "SQLite from Rust": native("sqlite"),
        "SQLite from Python": python("sqlite"),
        "a-tree": native("a-tree"),
        "a loop in Python": python("loop"),
        "ZEN": python("zen"),
    }
    if given.node:
        commands["json-rules-engine"] = ["node", given.node / "json-rules.mjs", given.world]
    else:
        print("  json-rules-engine is passed over: there is no Node", file=sys.stderr)
    commands |= {"our batch": native("ours-batch"), "DuckDB": python("duckdb")}

    print("checking answers", file=sys.stderr)
    peers = start(commands)
    single, whole = [peer for peer in peers if not peer.batch], [peer for peer in peers if peer.batch]
    if not single or single[0].process.args[1] != "ours":
        sys.exit("nothing to compare with: ours did not start")
    before = os.getloadavg()[0]
    for number in range(given.rounds):
        print(f"round {number + 1} of {given.rounds}", file=sys.stderr)
        for peer in peers:
            peer.round()
    after = os.getloadavg()[0]
    for peer in peers:
        peer.close()

    directory = json.loads((given.world / "directory.json").read_text())
    needs = (given.world / "needs.jsonl").read_text().splitlines()
    found = statistics.mean(len(json.loads(need)["expected"]) for need in needs)
    rows = sum(1 for _ in (given.world / "rows.tsv").open())
    print(
        f"{len(directory['experts']):,} experts, {len(directory['subjects'])} subjects, {rows:,} rows of (subject, zone,"
        f" expert); {len(needs):,} needs with {found:.1f} matches on average. {processor()}, {os.cpu_count()} cores;"
        f" load {before:.1f} before and {after:.1f} after; {given.rounds} interleaved rounds.\n"
    )
    print("| one need at a time | needs | p50 µs | p99 µs | p50, times ours |\n|---|--:|--:|--:|--:|")
    print("\n".join(one_by_one(single, single[0], given.rounds)))
    if whole and whole[0].process.args[1] == "ours-batch":
        print("\n| all needs at once | needs | µs a need | times ours |\n|---|--:|--:|--:|")
        print("\n".join(batches(whole, whole[0], given.rounds)))


if __name__ == "__main__":
    main()
