"""ZEN: one decision table for each subject, of which every row that holds is collected.

A row is an expert. Lists of codes are reduced to the numbers of those that reject the need, because
the table has no notion of a code's levels.
"""

import json
from importlib.metadata import version

import zen

HUGE = 1_000_000_001


class Zen:
    count, answers = 300, True

    def __init__(self, world):
        self.name = f"ZEN {version('zen-engine')}, from Python: one decision table for each subject"
        subjects = {}
        for subject, zone, expert, *tests in world.rows():
            subjects.setdefault(subject, {}).setdefault((expert, *tests), []).append(zone)
        engine = zen.ZenEngine()
        self.decisions = {
            subject: engine.create_decision(json.dumps(table(subject, experts)))
            for subject, experts in subjects.items()
        }

    def parameters(self, need):
        columns = need["columns"]
        return columns["subject"], {
            "zones": columns["zones"],
            "opco": columns["opco"],
            "activities": bits(columns["activities"]),
            "low": columns["years"][0],
            "high": columns["years"][1],
            "least": columns["heads"][0],
            "most": columns["heads"][1],
            "rejected": bits(columns["rejected"]),
            "answers": columns["answers"],
        }

    def answer(self, given):
        subject, context = given
        return [row["expert"] for row in self.decisions[subject].evaluate(context)["result"]]


def bits(mask):
    return [number for number in range(64) if mask >> number & 1]


def table(subject, experts):
    rules = []
    for number, ((expert, opco, activities, *bounds, lists, answers), zones) in enumerate(experts.items()):
        tests = [f"some(zones, # in {zones})"]
        if opco >= 0:
            tests.append(f"opco == {opco}")
        if activities:
            tests.append(f"(len(activities) == 0 or some(activities, # in {bits(activities)}))")
        for (name, sign, nothing), bound in zip(BOUNDS, bounds, strict=True):
            if bound != nothing:
                tests.append(f"{name} {sign} {bound}")
        if lists:
            tests.append(f"none(rejected, # in {bits(lists)})")
        if answers != 511:
            tests.append(f"answers in {bits(answers)}")
        rules.append({"_id": str(number), "when": " and ".join(tests), "then": str(expert)})
    content = {
        "hitPolicy": "collect",
        "inputs": [{"id": "when", "name": "when", "type": "expression"}],
        "outputs": [{"id": "then", "name": "then", "field": "expert", "type": "expression"}],
        "rules": rules,
    }
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "table", "type": "decisionTableNode", "name": "table", "content": content},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = [
        {"id": "a", "type": "edge", "sourceId": "in", "targetId": "table"},
        {"id": "b", "type": "edge", "sourceId": "table", "targetId": "out"},
    ]
    return {"nodes": nodes, "edges": edges}


BOUNDS = [
    ("low", ">=", -1), ("high", ">=", 0), ("high", "<", HUGE), ("low", "<", HUGE),
    ("least", ">=", -1), ("most", ">=", 0), ("most", "<", HUGE), ("least", "<", HUGE),
]  # fmt: skip
