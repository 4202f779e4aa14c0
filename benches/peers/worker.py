"""One peer in a process of its own: `worker.py PEER WORLD [SOCKET]`.

It checks every answer first, and says that it is ready. Then each line that comes in asks for a
round, which goes over all needs twice; the times of the second pass are the reply.
"""

import importlib
import json
import sys
import time
from pathlib import Path

PEERS = {
    "postgres": ("sql", "Postgres"),
    "round-trip": ("sql", "RoundTrip"),
    "sqlite": ("sql", "Sqlite"),
    "duckdb": ("sql", "DuckDb"),
    "loop": ("python_loop", "Loop"),
    "zen": ("zen_tables", "Zen"),
    "ours": ("ours", "Ours"),
}


class World:
    """What `export` wrote."""

    def __init__(self, folder, socket):
        self.folder, self.socket = folder, socket
        self.needs = [json.loads(line) for line in (folder / "needs.jsonl").open()]

    def rows(self):
        """Subject, zone, expert, then what is tested."""
        return [tuple(map(int, line.split("\t"))) for line in (self.folder / "rows.tsv").open()]

    def directory(self):
        return json.loads((self.folder / "directory.json").read_text())


def expected(need):
    """The experts by the numbers in their ids, as the peers know them. None of them sorts as we do."""
    return sorted(int(expert.rsplit("-", 1)[1]) for expert in need["expected"])


def say(message):
    print(json.dumps(message), flush=True)


def one_by_one(peer, needs):
    needs = needs[: peer.count]
    prepared = [peer.parameters(need) for need in needs]
    if peer.answers:
        for need, given in zip(needs, prepared):
            found = peer.answer(given)
            # Ours names experts by their ids, the others by the numbers in them.
            found = sorted(peer.numbers(found) if hasattr(peer, "numbers") else found)
            if found != expected(need):
                sys.exit(f"{peer.name}: {found} for {need}")
    say({"name": peer.name, "count": len(needs)})
    clock = time.perf_counter_ns
    for _ in sys.stdin:
        for _ in range(2):
            times = []
            for given in prepared:
                start = clock()
                peer.answer(given)
                times.append(clock() - start)
        say({"times": times})


def all_at_once(peer, needs):
    if [sorted(found) for found in peer.found()] != [expected(need) for need in needs]:
        sys.exit(f"{peer.name}: a wrong answer")
    say({"name": peer.name, "count": len(needs), "batch": True})
    for _ in sys.stdin:
        peer.run()
        start = time.perf_counter_ns()
        peer.run()
        say({"batch": time.perf_counter_ns() - start})


def main():
    peer, folder, *socket = sys.argv[1:]
    world = World(Path(folder), socket[0] if socket else None)
    module, name = PEERS[peer]
    peer = getattr(importlib.import_module(module), name)(world)
    (all_at_once if hasattr(peer, "run") else one_by_one)(peer, world.needs)


if __name__ == "__main__":
    main()
