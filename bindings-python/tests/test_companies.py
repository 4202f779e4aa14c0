"""What public registers know of companies, and the nomenclatures that describe them."""

from __future__ import annotations

import csv
import io
import json
import pickle
from datetime import date
from typing import Any

import pytest
from conftest import VECTORS, vectors

from aiguillage import Company, CompanyError, CompletedNeed, Need, NeedError, Router, naf, opco_of_agreements

INDEX = vectors("company/index.json")
CODES = INDEX["about"]["codes"]
LOOK_UPS = vectors("look_ups.json")

BAKERY = {
    "results": [
        {
            "siren": "111454278",
            "nom_complet": "BOULANGERIE DU BEFFROI",
            "nature_juridique": "5710",
            "date_creation": "2014-03-01",
            "siege": {
                "siret": "11145427800016",
                "commune": "80021",
                "activite_principale": "10.71C",
                "tranche_effectif_salarie": "02",
                "annee_tranche_effectif_salarie": "2023",
                "caractere_employeur": "O",
                "liste_idcc": ["0843"],
            },
        }
    ]
}


def companies(case: Any) -> list[Company]:
    path = VECTORS / "company" / case["file"]
    if path.suffix == ".csv":
        return [Company.from_row(row) for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")))]
    return [Company.from_json(path.read_bytes(), case.get("options", {}).get("siret"))]


def plain(value: Any) -> Any:
    return json.loads(json.dumps(value, default=date.isoformat))


def is_same(expected: Any, found: Any) -> bool:
    """Lists are compared as sets; what is absent is null, or an empty list where one is expected."""
    if isinstance(expected, dict) and "or" in expected:
        return any(is_same(one, found) for one in expected["or"])
    if isinstance(expected, list):
        return sorted(map(str, expected)) == sorted(map(str, found or []))
    return bool(expected == found)


@pytest.mark.parametrize("case", INDEX["cases"], ids=lambda case: str(case["name"]))
def test_vectors(case: Any) -> None:
    expected = case["expected"]
    if "error" in expected:
        with pytest.raises(CompanyError) as refused:
            companies(case)
        assert refused.value.code == expected["error"]
        return
    found = companies(case)
    rows = expected["facts"].get("rows", [expected["facts"]])
    assert len(found) == len(rows)
    for company, facts in zip(found, rows):
        known = plain(company.to_dict())
        differing = {name: known.get(name) for name, value in facts.items() if not is_same(value, known.get(name))}
        assert differing == {}
    findings = [finding for company in found for finding in company.findings]
    wanted = expected.get("findings", [])
    for one in wanted:
        assert any(f.code == one["code"] and one.get("text", f.text) == f.text for f in findings), one
    allowed = {*(one["code"] for one in wanted), *expected.get("may", [])}
    assert {f.code for f in findings if f.code in CODES["findings"]} <= allowed
    assert all(CODES["findings"][f.code].startswith(f.severity) for f in findings if f.code in CODES["findings"])
    if "open" in expected:
        assert is_same(expected["open"], [siret for finding in findings for siret in finding.open])


def test_all_the_vectors_are_there() -> None:
    assert len(INDEX["cases"]) >= 60
    errors = {case["expected"]["error"] for case in INDEX["cases"] if "error" in case["expected"]}
    assert errors == set(CODES["errors"])


def test_text_bytes_and_values_are_the_same_answer() -> None:
    company = Company.from_json(BAKERY)
    text = json.dumps(BAKERY, ensure_ascii=False)
    assert Company.from_json(text) == company
    assert Company.from_json(text.encode()) == company
    assert Company.from_json("\ufeff" + text, "111 454 278 00016") == company
    assert Company.from_json([BAKERY["results"][0]]).siret == company.siret
    with pytest.raises(CompanyError) as refused:
        Company.from_json(BAKERY, "35600000000048")
    assert (refused.value.code, str(refused.value)) == (
        "no_company",
        "the answer does not have the facility `35600000000048`",
    )
    with pytest.raises(CompanyError) as refused:
        Company.from_json(BAKERY, "11145427800017")
    assert (refused.value.code, refused.value.field) == ("invalid_value", "siret")


def test_a_company_is_a_record() -> None:
    company = Company.from_json(BAKERY)
    assert pickle.loads(pickle.dumps(company)) == company
    assert hash(company) == hash(Company.from_json(BAKERY))
    assert company.created_on == date(2014, 3, 1)
    assert company.opco is not None and company.opco.certainty == "certain"
    assert company.sources["naf"].to_dict() == {
        "register": "recherche_entreprises",
        "field": "siege.activite_principale",
    }
    assert company.to_dict()["sources"]["naf"]["field"] == "siege.activite_principale"
    with pytest.raises(AttributeError):
        company.naf = None  # type: ignore[misc]


def test_a_register_and_a_hand_route_alike(router: Router) -> None:
    """A bakery whose facts a register told goes to those to whom the same facts lead when somebody types them."""
    completed = Need("recruter", id="b-17", on=date(2026, 11, 23)).with_company(Company.from_json(BAKERY))
    typed = Need(
        "recruter",
        "80021",
        id="b-17",
        on=date(2026, 11, 23),
        siret="11145427800016",
        naf="10.71C",
        headcount_band="02",
        employer=True,
        legal_form="5710",
        created_on=date(2014, 3, 1),
        idcc=["0843"],
    )
    assert completed == CompletedNeed(typed)
    matches = router.match_experts(completed.need)
    assert len(matches) > 3 and matches == router.match_experts(typed)
    assert matches != router.match_experts(typed.replace(commune="59350"))


def test_what_a_need_says_stays() -> None:
    company = Company.from_json(BAKERY)
    need = Need("recruter", "59350", headcount=40, legal_form="5499")
    completed = need.with_company(company)
    assert [(one.code, one.field, one.text, one.taken) for one in completed.findings] == [
        ("differs_from_need", "commune", "59350", "80021"),
        ("differs_from_need", "headcount", "40", "02"),
        ("differs_from_need", "legal_form", "5499", "5710"),
    ]
    assert (completed.need.commune, completed.need.headcount, completed.need.naf) == ("59350", 40, "10.71C")
    assert completed.findings[0].message_in("en") == completed.findings[0].message
    assert completed.findings[0].message_in().startswith("pour `commune` le besoin dit `59350`")
    # A company that was kept as a dict is the same.
    assert need.with_company(company.to_dict()) == completed
    assert need.with_company(plain(company.to_dict())) == completed
    assert pickle.loads(pickle.dumps(completed)) == completed
    assert completed.to_dict()["need"] == completed.need.to_dict()


@pytest.mark.parametrize(
    ("company", "code", "field"),
    [
        ({"comune": "80021"}, "unknown_field", "comune"),
        ({"naf": "10.71"}, "invalid_value", "naf"),
        ({"sources": {"naf": {"register": "rne"}}}, "missing_field", "sources.naf.field"),
        ({"turnover": object()}, "invalid_value", "turnover"),
        (3, "invalid_value", "company"),
    ],
)
def test_what_is_no_company_is_refused(company: Any, code: str, field: Any) -> None:
    with pytest.raises(CompanyError) as refused:
        Need("recruter").with_company(company)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert not isinstance(refused.value, NeedError) and isinstance(refused.value, ValueError)


def test_rows_hold_texts() -> None:
    row = {"siret": "82161143100015", "codeCommuneEtablissement": "6088", "nom": None, "denominationUniteLegale": " "}
    company = Company.from_row(row)
    assert (company.commune, company.name) == ("06088", None)
    assert [finding.code for finding in company.findings] == ["lost_zero"]
    with pytest.raises(CompanyError) as refused:
        Company.from_row({"siret": 82161143100015})  # type: ignore[dict-item]
    assert (refused.value.code, refused.value.field) == ("invalid_value", "siret")
    with pytest.raises(CompanyError) as refused:
        Company.from_row({"siret": "82161143100015", "nom": "A"})
    assert refused.value.code == "unknown_shape" and "codeCommuneEtablissement" in str(refused.value)


@pytest.mark.parametrize("case", LOOK_UPS["naf"], ids=lambda case: str(case["code"]))
def test_activities(case: Any) -> None:
    if "error" in case:
        with pytest.raises(CompanyError) as refused:
            naf(case["code"])
        assert (refused.value.code, refused.value.field) == (case["error"], "code")
        assert refused.value.hint == case.get("hint", refused.value.hint)
        return
    found = naf(case["code"])
    for name in ("entry", "version", "label"):
        assert getattr(found, name) == case.get(name, getattr(found, name))
    for name in ("levels", "codes", "correspondents"):
        entries = [one.entry for one in getattr(found, name)]
        assert entries == case.get(name, entries)


@pytest.mark.parametrize("case", LOOK_UPS["opco"], ids=lambda case: str(case["idcc"]))
def test_opcos(case: Any) -> None:
    if "error" in case:
        with pytest.raises(CompanyError) as refused:
            opco_of_agreements(case["idcc"])
        assert (refused.value.code, refused.value.field) == (case["error"], "idcc[0]")
        return
    found = opco_of_agreements(case["idcc"])
    assert (found.certainty, {one.id: one.name for one in found.opcos}) == (case["certainty"], case["opcos"])
