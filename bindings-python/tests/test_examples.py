"""The examples run, as one would run them."""

from __future__ import annotations

import csv
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLE

from aiguillage import Directory

CRM = ROOT / "examples" / "python-crm"
PARTNER = ROOT / "examples" / "partner-files"


def route(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(CRM / "route.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))


def reasons(folder: Path) -> list[tuple[str, str, str]]:
    return [(row["Ligne"], row["Colonne"], row["Erreur"]) for row in rows_of(folder / "rejets.csv")]


def likely(folder: Path) -> dict[str, str]:
    """The communes that somebody is to check, by the file of the company."""
    rows = rows_of(folder / "mises-en-relation.csv")
    return {row["N° dossier"]: row["Commune à vérifier"] for row in rows if row["Commune à vérifier"]}


def test_the_crm_export_is_routed(tmp_path: Path) -> None:
    done = route(CRM / "crm-export.csv", "--directory", SAMPLE, "--output", tmp_path, "--limit", 2)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[:2] == [
        "114 besoins routés, 1 sans expert, 5 rejets",
        "0 communes à vérifier, 0 cellules réparées",
    ]

    assert (tmp_path / "rejets.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert reasons(tmp_path) == [
        ("12", "Besoin", "catégorie inconnue"),
        ("22", "Ville", "commune introuvable"),
        ("32", "Effectif", "valeur illisible"),
        ("42", "SIRET", "valeur illisible"),
        ("52", "Création", "valeur illisible"),
    ]

    found = rows_of(tmp_path / "mises-en-relation.csv")
    assert len({row["N° dossier"] for row in found}) == 115
    assert {row["Rang"] for row in found} == {"", "1", "2"}
    assert all(row["E-mail"].endswith(".example") for row in found if row["Rang"])
    assert [row["N° dossier"] for row in found if not row["Rang"]] == ["D-0076"]
    assert likely(tmp_path) == {}


def test_a_messy_export_is_routed_or_told(tmp_path: Path) -> None:
    done = route(PARTNER / "crm-export.csv", "--directory", SAMPLE, "--output", tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[:2] == [
        "24 besoins routés, 1 sans expert, 8 rejets",
        "9 communes à vérifier, 5 cellules réparées",
    ]
    readme = (CRM / "README.md").read_text(encoding="utf-8")
    assert "\n".join(done.stdout.splitlines()[:3]) in readme
    assert reasons(tmp_path) == [
        ("12", "SIRET", "valeur illisible"),
        ("13", "Ville", "plusieurs communes possibles"),
        ("14", "Ville", "plusieurs communes possibles"),
        ("15", "Ville", "commune introuvable"),
        ("22", "Code postal", "plusieurs communes possibles"),
        ("29", "Ville", "plusieurs communes possibles"),
        ("31", "Besoin", "catégorie inconnue"),
        ("35", "Tranche effectif", "valeur illisible"),
    ]
    told = {row["Ligne"]: row["Détail"] for row in rows_of(tmp_path / "rejets.csv")}
    # A postal code of Arras beside the name of Amiens: both readings are named.
    assert "`80021` Amiens" in told["13"] and "`62041` Arras" in told["13"]
    assert "lost digits" in told["12"]
    assert likely(tmp_path) == {
        "P-001": "Amiens (80021)",
        "P-002": "Lille (59350)",
        "P-015": "Beauvais (60057)",
        "P-016": "Arras (62041)",
        "P-018": "Amiens (80021)",
        "P-019": "Lens (62498)",
        "P-025": "Valenciennes (59606)",
        "P-026": "Abbeville (80001)",
        "P-029": "Villeneuve-d'Ascq (59009)",
    }
    found = rows_of(tmp_path / "mises-en-relation.csv")
    nobody = [(row["N° dossier"], row["Ville"], row["Expert"]) for row in found if not row["Rang"]]
    assert nobody == [("P-031", "PARIS 12", "aucun expert")]


def test_partners_sheets_update_the_directory(tmp_path: Path) -> None:
    names = ("antennes.xlsx", "experts-macroman.csv")
    antennes, experts = ([(name, (PARTNER / name).read_bytes())] for name in names)
    directory = Directory.open(SAMPLE).import_sheets(antennes=antennes, experts=experts)
    warnings = [finding for finding in directory.diagnostics if finding.severity == "warning"]
    assert [(finding.file, finding.line, finding.code, finding.text) for finding in warnings] == [
        ("antennes.xlsx", 6, "lost_zero", "2"),
        ("antennes.xlsx", 11, "former_code", "59355"),
        ("antennes.xlsx", 12, "lost_zero", "2408"),
        ("antennes.xlsx", 13, "lost_zero", "2691"),
        ("antennes.xlsx", 13, "lost_zero", "2371"),
        ("experts-macroman.csv", 4, "lost_zero", "353019101"),
        ("experts-macroman.csv", 5, "invalid_phone", "03 53 01 91 02 / 06 39 98 91 02"),
        ("experts-macroman.csv", 7, "no_address", "conseiller-emploi-point-d-accueil-de-laon"),
        ("experts-macroman.csv", 11, "expert_never_matches", "Assistant d’accueil, CCI Oise"),
    ]
    remarks = [finding.code for finding in directory.diagnostics if finding.severity == "remark"]
    assert sorted(remarks) == ["read_as_no"] * 2 + ["sheet_chosen"] + ["title_line"] * 3

    update = directory.update
    assert update is not None
    assert [change.id for change in update.antennes.changed] == ["cci-grand-lille"]
    assert [change.id for change in update.experts.changed] == ["cci-grand-lille-numerique"]
    assert update.antennes.same == ("cci-aisne", "cci-oise", "cci-amiens-picardie")
    assert update.experts.same == ("cci-aisne-recrutement-et-formation",)
    assert [antenne.zones for antenne in directory.antennes if antenne.id in update.antennes.added] == [
        ("commune:59350",),
        ("commune:02408", "epci:200043495"),
        ("commune:02691", "commune:02371", "commune:02287"),
        ("commune:80001", "epci:200070993"),
    ]
    team = directory.expert("competences-cci-littoral-example")
    assert team is not None and (team.name, len(team.members)) == ("Pôle compétences, CCI Littoral", 2)

    again = directory.import_sheets(antennes=antennes, experts=experts)
    assert again == directory
    directory.save_csv(tmp_path)
    assert Directory.open(tmp_path) == directory
    done = route(PARTNER / "crm-export.csv", "--directory", tmp_path, "--output", tmp_path / "out", "--limit", 50)
    assert done.returncode == 0, done.stderr
    found = {row["Expert"] for row in rows_of(tmp_path / "out" / "mises-en-relation.csv")}
    assert {expert.name for expert in directory.experts if expert.id in update.experts.added} <= found


def test_partners_files_are_those_that_are_generated() -> None:
    made = runpy.run_path(str(PARTNER / "generate.py"))
    assert made["experts"]() == (PARTNER / "experts-macroman.csv").read_bytes()
    assert made["crm_export"]() == (PARTNER / "crm-export.csv").read_bytes()


def test_a_faulty_directory_is_told(tmp_path: Path) -> None:
    (tmp_path / "themes.csv").write_text("id,label,zone\n")
    done = route(CRM / "crm-export.csv", "--directory", tmp_path, "--output", tmp_path / "out")
    assert done.returncode == 2
    assert "themes.csv:1" in done.stderr
    assert not (tmp_path / "out").exists()


def test_formulas_are_not_run(tmp_path: Path) -> None:
    export = tmp_path / "export.csv"
    export.write_bytes(
        "N° dossier;Raison sociale;Code postal;Ville;Besoin\r\n1;=1+1;80000;Amiens;Recrutement\r\n".encode("cp1252")
    )
    assert route(export, "--directory", SAMPLE, "--output", tmp_path).returncode == 0
    text = (tmp_path / "mises-en-relation.csv").read_text(encoding="utf-8-sig")
    assert ";'=1+1;" in text and ";=1+1" not in text


def test_cells_may_hold_line_ends_and_anything(tmp_path: Path) -> None:
    export = tmp_path / "export.csv"
    rows = b'Code postal;Ville;Besoin;Remarque\r\n80000;Amiens;Recrutement;"a\nb\x81"\r\n80000;Amiens;Autre;\r\n'
    export.write_bytes(rows)
    done = route(export, "--directory", SAMPLE, "--output", tmp_path)
    assert done.returncode == 0 and "1 besoins routés, 0 sans expert, 1 rejets" in done.stdout
    (rejected,) = rows_of(tmp_path / "rejets.csv")
    assert rejected["Ligne"] == "4"


def test_each_row_keeps_its_own_need(tmp_path: Path) -> None:
    export = tmp_path / "export.csv"
    rows = [";;;à rappeler", '59160;"LOMME\nCEDEX";Recrutement;', ";Nulleville;Recrutement;"]
    export.write_bytes("\n".join(["Code postal;Ville;Besoin;Remarque", *rows]).encode("cp1252"))
    done = route(export, "--directory", SAMPLE, "--output", tmp_path)
    assert done.returncode == 0 and "1 besoins routés, 0 sans expert, 2 rejets" in done.stdout
    assert reasons(tmp_path) == [
        ("2", "Besoin", "information absente"),
        ("5", "Ville", "commune introuvable"),
    ]
    assert rows_of(tmp_path / "mises-en-relation.csv")[0]["Zone"] == "commune:59350"


@pytest.mark.parametrize("arguments", [("nowhere.csv",), (CRM / "crm-export.csv", "--limit", 0)])
def test_wrong_arguments_are_told(arguments: tuple[object, ...]) -> None:
    done = route(*arguments, "--directory", SAMPLE)
    assert done.returncode == 2 and "Traceback" not in done.stderr
