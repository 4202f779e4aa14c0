"""Explanations, coverage, directories, snapshots: what is looked at."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import SAMPLE, VECTORS, vectors

from aiguillage import (
    Coverage,
    Directory,
    DirectoryError,
    Explanation,
    Geography,
    Need,
    NeedError,
    Router,
    SnapshotError,
)


def test_an_explanation_agrees_with_the_matches(small: Router) -> None:
    need = Need("recruter", "80021", on=date(2026, 11, 23), headcount=3)
    explanation = small.explain(need)
    assert isinstance(explanation, Explanation)
    assert [one.expert.id for one in explanation.matching] == ["recrutement"]
    (stopped,) = [one for one in explanation.experts if not one.matches]
    (rule,) = stopped.stopped_by
    assert (rule.rule, rule.owner, rule.fields) == ("criteria", "expert", ("headcount",))
    assert rule.criterion is not None and rule.criterion.min_headcount == 50
    assert rule.sentence.startswith("Filtre de l’expert")
    assert [step.left for step in explanation.funnel] == [2, 2, 2, 2, 2, 1, 1]
    assert explanation.nearest[0].expert.name == "Conseiller grands comptes"
    assert explanation.subject.label == "Recruter"
    assert explanation.to_dict()["experts"][0]["expert"] == "grands-comptes"
    with pytest.raises(NeedError):
        small.explain(need.replace(commune="99999"))


def test_missing_facts_are_named(small: Router) -> None:
    directory = json.loads(small.directory.to_json())
    del directory["experts"][1]["criteria"][0]["when_unknown"]
    explanation = Router.from_json(json.dumps(directory)).explain(subject="recruter", commune="80021")
    (fact,) = explanation.missing
    assert (fact.field, fact.unlocks, fact.concerns) == ("headcount", 1, 1)


def test_coverage_counts(small: Router) -> None:
    coverage = small.coverage("recruter", ["region:32"])
    assert isinstance(coverage, Coverage)
    (subject,) = coverage
    assert [area.name for area in subject.gaps] == ["Aisne", "Nord", "Oise", "Pas-de-Calais"]
    assert sum(area.population for area in subject.gaps) == subject.gap_population
    assert (subject.experts_in("80021"), subject.experts_in("59350"), subject.experts_in("75056")) == (2, 0, None)
    assert [overlap.institution.name for overlap in subject.overlaps] == ["CCI"]
    somme = next(one for one in subject.by_zone if one.zone == "departement:80")
    assert (somme.gap_communes, somme.fewest, somme.most) == (0, 2, 2)
    absent = small.coverage("recruter", ["commune:80021"], on=date(2026, 11, 23))
    assert absent.subjects[0].experts_in("80021") == 1
    tiny = small.coverage("recruter", ["commune:80021"], profile={"headcount": 3})
    assert tiny.subjects[0].experts_in("80021") == 1
    assert {one.zone for one in small.coverage(zones=["region:32"], by="region").subjects[0].by_zone} == {"region:32"}


@pytest.mark.parametrize(
    ("query", "code", "field"),
    [
        ({"subject": "autre"}, "unknown_subject", "subject"),
        ({"zones": ["departement:999"]}, "unknown_zone", "zones"),
        ({"zones": ["département 80"]}, "invalid_value", "zones"),
        ({"zones": ["commune:99999"]}, "unknown_zone", "zones"),
        ({"zones": "region:32"}, "invalid_value", "zones"),
        ({"institution": "autre"}, "unknown_institution", "institution"),
        ({"on": "demain"}, "invalid_value", "on"),
        ({"profile": {"naf": "boulanger"}}, "invalid_value", "naf"),
    ],
)
def test_faulty_coverage_names_its_field(small: Router, query: dict[str, object], code: str, field: str) -> None:
    with pytest.raises(NeedError) as refused:
        small.coverage(**query)  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.field) == (code, field)


def test_notebooks_show_tables(small: Router) -> None:
    directory = json.loads(small.directory.to_json())
    directory["experts"][0]["name"] = "<b>Conseiller</b>"
    router = Router.from_json(json.dumps(directory))
    matches = router.match_experts(subject="recruter", commune="80021", on="2026-11-23")
    page = matches._repr_html_()
    assert page.startswith("<table>") and page.count("<tr>") == 3
    assert "&lt;b&gt;Conseiller&lt;/b&gt;" in page and "absent jusqu’au 30/11/2026" in page
    explained = router.explain(subject="recruter", commune="80021", headcount=3)._repr_html_()
    assert "Filtre de l’expert" in explained and "<b>" not in explained
    covered = router.coverage("recruter", ["region:32"])._repr_html_()
    assert "Aisne" in covered and "recouvrements" in covered.lower()


def test_a_faulty_directory_says_all_that_is_wrong(tmp_path: Path) -> None:
    faulty = {
        "themes": [{"id": "emploi", "label": "Emploi"}],
        "subjects": [{"id": "recruter", "theme": "emplois", "label": "Recruter"}],
        "institutions": [{"id": "cci", "name": "CCI"}],
        "antennes": [{"id": "a", "institution": "cci", "name": "A", "zones": ["departement:800"]}],
    }
    with pytest.raises(DirectoryError) as refused:
        Router.from_json(json.dumps(faulty))
    error = refused.value
    assert {one.code for one in error.diagnostics} >= {"unknown_theme", error.code}
    theme = next(one for one in error.diagnostics if one.code == "unknown_theme")
    assert (theme.severity, theme.nearest, theme.line) == ("error", "emploi", 1)
    path = tmp_path / "directory.json"
    path.write_text(json.dumps(faulty))
    in_file = [replace(one, file="directory.json") for one in error.diagnostics]
    assert Directory.check(path) == in_file
    lenient = Directory.open(path, lenient=True)
    assert [one.id for one in lenient.institutions] == ["cci"] and lenient.subjects == ()
    assert [one.code for one in Directory.check(tmp_path / "nowhere")] == ["unreadable_file"]


def test_directories_are_read_and_written(tmp_path: Path) -> None:
    directory = Directory.open(SAMPLE)
    assert Directory.check(SAMPLE) == directory.diagnostics
    assert Directory.from_json(directory.to_json()) == directory
    directory.save_csv(tmp_path / "copy")
    assert Directory.open(tmp_path / "copy") == directory
    assert directory.rules == "every" and directory.with_rules("any-in-level").rules == "any-in-level"
    with pytest.raises(ValueError, match="any-in-level"):
        directory.with_rules("any")  # type: ignore[arg-type]
    assert len(directory.experts) == len({one.id for one in directory.experts})


def test_what_is_exported_reads_back() -> None:
    directory = Directory.open(SAMPLE)
    antennes = [("antennes.csv", directory.export_antennes().encode())]
    experts = [("experts.csv", directory.export_experts().encode())]
    again = directory.import_sheets(antennes=antennes, experts=experts, whole=True)
    assert again == directory and again.diagnostics == [] and again.update is not None
    for update, records in ((again.update.antennes, directory.antennes), (again.update.experts, directory.experts)):
        assert (update.added, update.changed, update.gone) == ((), (), ())
        assert update.same == tuple(record.id for record in records)
    with pytest.raises(DirectoryError) as refused:
        directory.import_sheets(experts=antennes)
    assert (refused.value.code, refused.value.diagnostics[0].text) == ("missing_field", "Antenne")


def test_headcounts_that_differ_are_remarked(small: Router) -> None:
    need = Need("recruter", "80021", headcount=1, headcount_band="NN")
    assert small.match_experts(need).headcount_differs
    assert small.explain(need).headcount_differs
    assert not small.match_experts(need.replace(headcount_band="01")).headcount_differs


def test_the_caller_chooses_the_sheet_of_a_workbook() -> None:
    base = Directory.from_json(json.dumps(vectors("sheets/index.json")["bases"]["small"]))
    experts = [("deux.xlsx", (VECTORS / "sheets" / "xlsx-two-sheets-that-fit.xlsx").read_bytes())]
    chosen = base.import_sheets(experts=experts, sheets=["sud"])
    assert [expert.name for expert in chosen.experts] == ["Ana Petit"]
    for sheets, code in ((None, "several_sheets"), (["Sud", "Est"], "unknown_sheet")):
        with pytest.raises(DirectoryError) as refused:
            base.import_sheets(experts=experts, sheets=sheets)
        assert refused.value.code == code


def test_two_directories_differ_by_their_records(small: Router) -> None:
    expert = small.directory.expert("recrutement")
    assert expert is not None
    new = {"id": "alternance", "antenne": "somme", "name": "Alternance", "competences": [{"subject": "recruter"}]}
    moved = replace(expert, email=None, zones=("departement:59",))
    later = small.with_changes(experts=[moved, new], removed={"experts": ["grands-comptes"]}).directory
    difference = small.directory.diff(later)
    assert (difference.experts.added, difference.experts.removed) == (("alternance",), ("grands-comptes",))
    (changed,) = difference.experts.changed
    assert (changed.id, [(one.field, one.before, one.after) for one in changed.fields]) == (
        "recrutement",
        [("email", "recrutement@cci.example", None), ("zones", None, "departement:59")],
    )
    others = (difference.themes, difference.subjects, difference.institutions, difference.antennes)
    assert all(not (one.added or one.changed or one.removed) for one in others) and difference.fields == ()
    assert small.directory.diff(small.directory).experts == difference.themes
    with pytest.raises(TypeError):
        small.directory.diff("later")  # type: ignore[arg-type]


def test_a_directory_is_looked_up_by_id(small: Router) -> None:
    directory = small.directory
    expert = directory.expert("recrutement")
    assert expert is not None and expert is directory.experts[0]
    assert small.match_experts(subject="recruter", commune="80021", on="2026-11-23")[1].expert is expert
    assert directory.antenne("somme") == directory.antennes[0]
    assert directory.institution("cci") == directory.institutions[0]
    assert directory.subject("recruter") == directory.subjects[0]
    assert directory.theme("emploi") == directory.themes[0]
    assert directory.expert("nobody") is None
    # Records are shared, so that they cannot change; and they are keys.
    with pytest.raises(AttributeError):
        expert.name = "autre"  # type: ignore[misc]
    assert {expert: 1, directory.institutions[0]: 2}[expert] == 1


def test_a_router_is_changed_in_part(small: Router) -> None:
    expert = small.directory.expert("recrutement")
    assert expert is not None
    away = replace(expert, active=False)
    new = {"id": "alternance", "antenne": "somme", "name": "Alternance", "competences": [{"subject": "recruter"}]}
    changed = small.with_changes(experts=[away, new], removed={"experts": ["grands-comptes"]})
    assert [one.expert.id for one in changed.match_experts(subject="recruter", commune="80021")] == ["alternance"]
    assert changed.directory.expert("recrutement") == away
    assert len(small.match_experts(subject="recruter", commune="80021")) == 2
    everything = Router.from_json(changed.directory.to_json())
    assert everything.directory == changed.directory
    same = small.with_changes(experts=small.directory.experts, antennes=small.directory.antennes,
                              institutions=small.directory.institutions)  # fmt: skip
    assert same.directory == small.directory
    with pytest.raises(DirectoryError) as refused:
        small.with_changes(removed={"antennes": ["somme"]})
    assert refused.value.code == "unknown_antenne"
    with pytest.raises(DirectoryError) as refused:
        small.with_changes(experts=[{**new, "zone": []}])
    assert refused.value.diagnostics[0].nearest == "zones"
    with pytest.raises(TypeError):
        small.with_changes(experts=3)  # type: ignore[arg-type]


def test_two_routers_are_compared(small: Router) -> None:
    directory = json.loads(small.directory.to_json())
    directory["experts"].pop(0)
    comparison = small.compare(Router.from_json(json.dumps(directory)), [Need("recruter", "80021")])
    (difference,) = comparison.differences
    assert [(one.expert, one.kind, one.cause) for one in difference.changes] == [("recrutement", "lost", "expert")]
    assert (comparison.needs, comparison.summary[0].lost) == (1, 1)


def test_demand_names_the_change_that_brings_most(small: Router) -> None:
    needs: list[Need | dict[str, object]] = [
        Need("recruter", "80021", headcount=60, id="b-1"),
        {"subject": "recruter", "commune": "59350", "headcount": 60},
        {"subject": "recruter", "commune": "99999"},
        {"subject": "recruter", "headcounts": 3},
    ]
    report = small.demand(needs, kinds=["zone"], language="en")
    assert (report.by, report.needs) == ("institution", 2)
    assert [(fault.position, fault.code) for fault in report.faults] == [(2, "unknown_commune"), (3, "unknown_field")]
    (row,) = [row for row in report.rows if row.id == "cci"]
    assert (row.asked, row.matched, row.outside, row.referrals) == (1, 1, 1, None)
    assert row.institution.name == "CCI"
    first = row.changes[0]
    assert (first.kind, first.target, first.after, first.needs) == ("zone", "antenne", "commune:59350", 1)
    assert first.sentence.startswith("Add Lille (commune:59350) to the territory of the antenne")
    changed = small.with_changes(antennes=json.loads(first.document)["antennes"])
    assert changed.demand(needs, institutions=["cci"], changes=0).rows[0].matched == 2
    sent = {"id": "r", "need": "b-1", "expert": "recrutement", "institution": "cci", "sent_on": "2026-11-02",
            "state": "done", "taken_on": "2026-11-03", "closed_on": "2026-11-05"}
    (row,) = small.demand(needs, [sent], by="expert", institutions=["cci"]).rows[-1:]
    assert row.referrals is not None
    assert (row.id, row.referrals.sent, row.referrals.helped) == ("recrutement", 1, 1)
    with pytest.raises(NeedError) as refused:
        small.demand(needs, institutions=["zz"])
    assert (refused.value.code, refused.value.field) == ("unknown_institution", "institutions")


def test_snapshots(small: Router, tmp_path: Path) -> None:
    path = tmp_path / "directory.aig"
    small.save(path)
    assert Router.load(path).directory == small.directory
    assert Router.loads(small.dumps()).directory == small.directory
    bytes_ = bytearray(small.dumps())
    bytes_[-1] ^= 1
    for damaged, code in [(bytes(bytes_), "checksum"), (b"", "not_a_snapshot"), (small.dumps()[:-1], "truncated")]:
        with pytest.raises(SnapshotError) as refused:
            Router.loads(damaged)
        assert refused.value.code == code
    with pytest.raises(FileNotFoundError):
        Router.load(tmp_path / "nothing")
    with pytest.raises(IsADirectoryError):
        small.save(tmp_path)


def test_the_geography_is_looked_up() -> None:
    geography = Geography.embedded()
    amiens = geography.commune("80021")
    assert amiens is not None
    assert (amiens.name, amiens.departement, amiens.region) == ("Amiens", "departement:80", "region:32")
    assert geography.commune("00000") is None
    assert [one.code for one in geography.search("saint-quentin", 1)] == ["02691"]
    assert [one.code for one in geography.by_postal_code("75012")] == ["75112"]
    assert geography.resolve("20004") == "2A004"
    assert geography.zone_name("departement:80") == "Somme"
    assert len(geography.communes_of("departement:75")) == 20
    assert geography.population("france") == sum(
        geography.population(zone) or 0 for zone in geography.zones("departement")
    )
    with pytest.raises(ValueError, match="zone"):
        geography.population("département 80")
    with pytest.raises(FileNotFoundError):
        Geography.open("nowhere")
    with pytest.raises(ValueError, match="not a geography"):
        Geography.from_bytes(b"?")
