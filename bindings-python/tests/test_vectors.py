"""The vectors that all languages run."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import VECTORS, vectors

from aiguillage import Directory, DirectoryError, NeedError, Router

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


def _json(value: Any) -> str:
    import json

    return json.dumps(value)


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return sorted(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
