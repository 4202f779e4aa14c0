"""The examples run, as one would run them."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLE

CRM = ROOT / "examples" / "python-crm"


def route(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(CRM / "route.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))


def test_the_crm_export_is_routed(tmp_path: Path) -> None:
    done = route(CRM / "crm-export.csv", "--directory", SAMPLE, "--output", tmp_path, "--limit", 2)
    assert done.returncode == 0, done.stderr
    assert "5 rejets" in done.stdout and "besoins routés" in done.stdout

    rejected = tmp_path / "rejets.csv"
    assert rejected.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = rows_of(rejected)
    assert [(row["Ligne"], row["Colonne"], row["Erreur"]) for row in rows] == [
        ("12", "Besoin", "catégorie inconnue"),
        ("22", "Ville", "commune introuvable"),
        ("32", "Effectif", "valeur illisible"),
        ("42", "SIRET", "valeur illisible"),
        ("52", "Création", "valeur illisible"),
    ]

    found = rows_of(tmp_path / "mises-en-relation.csv")
    assert len({row["N° dossier"] for row in found}) > 100
    assert {row["Rang"] for row in found} == {"1", "2"}
    assert all(row["E-mail"].endswith(".example") for row in found)


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


@pytest.mark.parametrize("arguments", [("nowhere.csv",), (CRM / "crm-export.csv", "--limit", 0)])
def test_wrong_arguments_are_told(arguments: tuple[object, ...]) -> None:
    done = route(*arguments, "--directory", SAMPLE)
    assert done.returncode == 2 and "Traceback" not in done.stderr
