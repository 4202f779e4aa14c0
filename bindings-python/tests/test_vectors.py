"""The vectors that all languages run."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import VECTORS, vectors

from aiguillage import Directory, DirectoryError, Geography, NeedError, Referral, ReferralError, Router, referrals

MATCHING = sorted(path.name for path in VECTORS.glob("*.json") if isinstance(vectors(path.name), list))


def test_all_the_vectors_are_there() -> None:
    assert len(MATCHING) >= 14
    assert sum(len(vector["cases"]) for name in MATCHING for vector in vectors(name)) >= 100


@pytest.mark.parametrize("name", MATCHING)
def test_matching(name: str) -> None:
    for vector in vectors(name):
        router = Router.from_json(_json(vector["directory"]))
        for case in vector["cases"]:
            where = f"{vector['name']}: {case['name']}"
            options = case.get("options", {})
            if "error" in case:
                with pytest.raises(NeedError) as refused:
                    router.match_experts(case["need"], **options)
                assert refused.value.code == case["error"], where
                (in_batch,) = router.match_batch([case["need"]], **options)
                assert isinstance(in_batch, NeedError) and in_batch.code == case["error"], where
                continue
            matches = router.match_experts(case["need"], **options)
            assert matches.seeded == router.directory.seeded == ("seed" in vector["directory"]), where
            if "commune" in case:
                assert (matches.commune, matches.commune_is_likely) == (case["commune"], case["likely"]), where
            found = [one.expert.id for one in matches]
            if case.get("ordered"):
                assert found == case["experts"], where
            else:
                assert sorted(found) == sorted(case["experts"]), where
            explained = [verdict.expert.id for verdict in router.explain(case["need"]).matching]
            if not options:
                assert sorted(explained) == sorted(case["experts"]), where
            (in_batch,) = router.match_batch([case["need"]], **options)
            assert in_batch == matches, where
            for expert, details in case.get("details", {}).items():
                (one,) = (one for one in matches if one.expert.id == expert)
                for attribute, expected in details.items():
                    assert _plain(getattr(one, attribute)) == _plain(expected), f"{where}: {attribute}"


def test_coverage() -> None:
    for group in vectors("coverage.json")["coverage"]:
        router = Router.from_json(_json(group["directory"]))
        for case in group["cases"]:
            where = f"{group['name']}: {case['name']}"
            (covered,) = router.coverage(
                case["subject"], case["zones"], case.get("institution"), case.get("profile"), case.get("on")
            )
            for commune, count in case["counts"].items():
                assert covered.experts_in(commune) == count, where
            assert sorted(area.zone for area in covered.gaps) == sorted(case["gaps"]), where
            assert sorted(area.zone for area in covered.overlaps) == sorted(case["overlaps"]), where
            assert covered.gap_population == case["gap_population"], where


def test_places() -> None:
    geography = Geography.embedded()
    cases = vectors("places.json")["cases"]
    assert len(cases) > 400
    for case in cases:
        location = geography.locate(**case["input"])
        expected = case["expected"]
        where = f"{case['name']}: {case['input']} {location}"
        assert location.certainty in [expected["certainty"], *expected.get("also", [])], where
        candidates = [commune.code for commune in location.candidates]
        if location.commune is None:
            listed = [code for code in candidates if code in expected.get("candidates", [])]
            assert location.certainty == "unknown" or listed == expected.get("candidates", []), where
            continue
        assert location.certainty in ("certain", "likely") and not candidates, where
        right = [expected.get("commune"), *expected.get("or", []), *expected.get("candidates", [])[:1]]
        assert location.commune.code in right or right == [None], where


def test_csv_import() -> None:
    file = vectors("csv_import.json")
    base = Directory.from_json(_json(file["base"]))
    for case in file["csv_import"]:
        sheets: Any = {
            kind: [(case[kind], (VECTORS / case[kind]).read_bytes())]
            for kind in ("antennes", "experts")
            if kind in case
        }
        try:
            directory = base.import_sheets(**sheets)
            refused, diagnostics = False, directory.diagnostics
        except DirectoryError as error:
            refused, diagnostics = True, error.diagnostics
        assert refused == case.get("refused", False), case["name"]
        found = [one for one in diagnostics if one.code != "expert_never_matches"]
        shown = [{"severity": one.severity, "line": one.line, "text": one.text} for one in found]
        assert shown == case["diagnostics"], case["name"]
        if refused:
            continue
        if "antennes" in case:
            names = {one.id: one.name for one in directory.institutions}
            brought: list[Any] = [
                {"institution": names[one.institution], "name": one.name, "zones": list(one.zones)}
                for one in directory.antennes
                if one not in base.antennes
            ]
        else:
            names = {one.id: one.name for one in directory.antennes}
            brought = [
                {
                    "antenne": names[one.antenne],
                    "name": one.name,
                    "email": one.email,
                    "competences": [competence.to_dict() for competence in one.competences],
                }
                for one in directory.experts
            ]
        assert brought == case["expected"], case["name"]


def _referral(id: str, institution: str, sent_on: str, state: str = "waiting") -> Referral:
    """A referral of a vector, which says only what matters."""
    closed = {} if state in ("waiting", "taken_in_charge") else {"closed_on": sent_on}
    taken = {} if state in ("waiting", "not_for_me", "taken_by_sibling") else {"taken_on": sent_on}
    fields = {"id": id, "need": "n", "expert": id, "institution": institution, "sent_on": sent_on, "state": state}
    referral = Referral.from_dict({**fields, **closed, **taken})
    referrals.check(referral)
    return referral


def test_transitions() -> None:
    cases = vectors("referrals.json")["transitions"]
    assert len(cases) >= 7
    for case in cases:
        held = {own["id"]: _referral(own["id"], own["institution"], case["sent_on"]) for own in case["referrals"]}
        takers = case.get("single_taker", [])
        for number, event in enumerate(case["events"], 1):
            if case.get("last_event_refused") and number == len(case["events"]):
                with pytest.raises(ReferralError) as refused:
                    referrals.move(held.values(), **event, single_takers=takers)
                assert refused.value.code == "forbidden_transition", case["name"]
                continue
            changes = referrals.move(held.values(), **event, single_takers=takers)
            held.update({own.id: own for own in changes.referrals})
        for id, expected in case["expected"].items():
            for field, value in expected.items():
                assert _plain(getattr(held[id], field)) == value, f"{case['name']}: {id}.{field}"


def test_the_status_of_a_need() -> None:
    cases = vectors("referrals.json")["need_status"]
    assert len(cases) >= 5
    for case in cases:
        assert referrals.need_status(case["states"]) == case["status"], case["name"]


def test_reminders() -> None:
    cases = vectors("referrals.json")["reminders"]
    assert len(cases) >= 5
    for case in cases:
        states = enumerate(case["states"], 1)
        held = [_referral(f"r{number}", "i", case["sent_on"], state) for number, state in states]
        found = referrals.need_reminder(held, case["on"])
        assert (found and found.kind) == case["reminder"], case["name"]


def _json(value: Any) -> str:
    import json

    return json.dumps(value)


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return sorted(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
