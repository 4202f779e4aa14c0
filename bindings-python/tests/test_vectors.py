"""The vectors that all languages run."""

from __future__ import annotations

from typing import Any, Optional

import pytest
from conftest import VECTORS, vectors

from aiguillage import (
    Diagnostic,
    Directory,
    DirectoryError,
    Geography,
    NeedError,
    Referral,
    ReferralError,
    Router,
    referrals,
)

MATCHING = sorted(path.name for path in VECTORS.glob("*.json") if isinstance(vectors(path.name), list))
SHEETS = vectors("sheets/index.json")


def test_all_the_vectors_are_there() -> None:
    assert len(MATCHING) >= 14
    assert sum(len(vector["cases"]) for name in MATCHING for vector in vectors(name)) >= 100
    assert len(SHEETS["cases"]) >= 64


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
            verdicts = router.explain(case["need"]).matching
            explained = {(verdict.replaced_by or verdict.expert).id for verdict in verdicts}
            if not options:
                assert sorted(explained) == sorted(case["experts"]), where
            (in_batch,) = router.match_batch([case["need"]], **options)
            assert in_batch == matches, where
            for expert, details in case.get("details", {}).items():
                (one,) = (one for one in matches if one.expert.id == expert)
                for attribute, expected in details.items():
                    got = getattr(one, attribute)
                    if attribute in ("antenne", "institution", "instead_of"):
                        got = got and got.id
                    assert _plain(got) == _plain(expected), f"{where}: {attribute}"


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


@pytest.mark.parametrize("case", SHEETS["cases"], ids=lambda case: str(case["name"]))
def test_sheets(case: Any) -> None:
    base = Directory.from_json(_json(SHEETS["bases"]["small"]))
    if "before" in case:
        base = _import(base, {"experts": case["before"]} if isinstance(case["before"], str) else case["before"])
    whole = case.get("options", {}).get("whole", False)
    try:
        directory = _import(base, case, whole)
        diagnostics = directory.diagnostics
    except DirectoryError as error:
        directory, diagnostics = None, list(error.diagnostics)
    faults = [_fault(expected, case, directory, diagnostics) for expected in case.get("either", [case])]
    assert None in faults, faults
    if directory is None:
        return
    if "update" in case:
        assert directory.update is not None
        listed = directory.update.antennes if "antennes" in case else directory.update.experts
        changed = [
            {"key": _key(one.id, base), "fields": [field.field for field in one.fields]} for one in listed.changed
        ]
        gone = sorted(_key(id, base) for id in listed.gone)
        assert sorted(_key(id, directory) for id in listed.added) == sorted(case["update"]["added"])
        assert sorted(changed, key=_json) == sorted(case["update"]["changed"], key=_json)
        assert sorted(_key(id, base) for id in listed.same) == sorted(case["update"]["same"])
        may_be_empty = case.get("options", {}).get("gone_may_be_empty", False)
        assert gone == sorted(case["update"]["gone"]) or (may_be_empty and not gone)
    # What is read twice changes nothing, and neither does what was exported.
    again = [_import(directory, case, whole)]
    if case.get("roundtrip"):
        antennes = [("antennes.csv", directory.export_antennes().encode())]
        experts = [("experts.csv", directory.export_experts().encode())]
        again.append(directory.import_sheets(antennes=antennes, experts=experts))
        assert base.import_sheets(antennes=antennes, experts=experts) == directory
    for one in again:
        assert one == directory and one.update is not None
        for listed in (one.update.antennes, one.update.experts):
            assert not listed.added and not listed.changed


def _import(base: Directory, files: Any, whole: bool = False) -> Directory:
    """What the sheets of antennes and experts, by their names beside the index, make of a directory."""
    sheets: Any = {
        kind: [(files[kind], (VECTORS / "sheets" / files[kind]).read_bytes())]
        for kind in ("antennes", "experts")
        if kind in files
    }
    return base.import_sheets(**sheets, whole=whole)


def _fault(expected: Any, case: Any, directory: Optional[Directory], diagnostics: list[Diagnostic]) -> Any:
    """What is not as expected; ``None`` where all is."""
    if (directory is None) != expected.get("refused", False):
        return diagnostics
    left = [one for one in diagnostics if one.code != "expert_never_matches"]
    for wanted in expected["diagnostics"]:
        told = [one for one in left if _is_told(one, wanted)]
        if not told:
            return f"{wanted} is not told: {left}"
        left.remove(told[0])
    may = case.get("may", [])
    left = [one for one in left if one.severity != "remark" and not any(_is_told(one, wanted) for wanted in may)]
    if left:
        return f"told besides: {left}"
    if directory is None or "expected" not in expected:
        return None
    assert directory.update is not None
    if "antennes" in case:
        listed = directory.update.antennes
        named = {*listed.added, *listed.same, *(one.id for one in listed.changed)}
        institutions = {one.id: one.name for one in directory.institutions}
        brought: list[Any] = [
            {"institution": institutions[one.institution], "name": one.name, "zones": one.zones}
            for one in directory.antennes
            if one.id in named
        ]
    else:
        antennes = {one.id: one.name for one in directory.antennes}
        brought = [
            {
                "antenne": antennes[one.antenne],
                "name": one.name,
                "email": one.email and one.email.lower(),
                "phone": "".join(filter(str.isdigit, one.phone or "")),
                "competences": [competence.to_dict() for competence in one.competences],
                "zones": one.zones,
                "members": [member.name for member in one.members],
            }
            for one in directory.experts
        ]
    found = [_comparable(one) for one in brought]
    wanted = [_comparable(one) for one in expected["expected"]]
    # A vector says of each record what matters to it.
    shown = [{name: one[name] for name in like} for one, like in zip(found, wanted)]
    return None if len(found) == len(wanted) and shown == wanted else f"{found} instead of {wanted}"


def _is_told(one: Diagnostic, wanted: Any) -> bool:
    texts = wanted["text"] if isinstance(wanted["text"], list) else [wanted["text"]]
    is_text = wanted["text"] is None or one.text in texts
    return is_text and wanted["line"] in (None, one.line) and wanted["severity"] == one.severity


def _comparable(record: Any) -> Any:
    """An expert or antenne with its lists as sets, and the notes of each subject together."""
    comparable = {name: set(value) if name in ("zones", "members") else value for name, value in record.items()}
    if "competences" in record:
        notes: dict[str, set[str]] = {}
        for competence in record["competences"]:
            notes.setdefault(competence["subject"], set()).update(filter(None, [competence.get("note")]))
        comparable["competences"] = notes
    return comparable


def _key(id: str, directory: Directory) -> str:
    """What an expert or antenne is called in the vectors."""
    expert = directory.expert(id)
    antenne = directory.antenne(expert.antenne if expert else id)
    assert antenne is not None
    if expert:
        return f"{antenne.name}/{expert.email.lower() if expert.email else expert.name}"
    institution = directory.institution(antenne.institution)
    assert institution is not None
    return f"{institution.name}/{antenne.name}"


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


def test_requests() -> None:
    cases = vectors("requests.json")["cases"]
    assert len(cases) >= 27
    for case in cases:
        folded = referrals.fold_requests(case["events"], case.get("on"))
        assert [own.id for own in folded.requests] == list(case["requests"]), case["name"]
        for own in folded.requests:
            referrals.check_request(own)
            for field, value in case["requests"][own.id].items():
                found = referrals.request_fate(own.state) if field == "fate" else getattr(own, field)
                found = list(found) or None if isinstance(found, tuple) else _plain(found)
                assert found == value, f"{case['name']}: {own.id}.{field}"
        for name in ("ignored", "unknown"):
            assert [own.code for own in getattr(folded, name)] == case.get(name, []), case["name"]


def _json(value: Any) -> str:
    import json

    return json.dumps(value)


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return sorted(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
