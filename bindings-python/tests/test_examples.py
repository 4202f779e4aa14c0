"""The examples run, as one would run them."""

from __future__ import annotations

import csv
import io
import runpy
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow
import pytest
from conftest import ROOT, SAMPLE
from pyarrow import compute, parquet

from aiguillage import Company, Directory, Need, NeedError, Router

CRM = ROOT / "examples" / "python-crm"
PARTNER = ROOT / "examples" / "partner-files"


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(CRM / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def route(*arguments: object) -> subprocess.CompletedProcess[str]:
    return run("route.py", *arguments)


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


SIRETS = CRM / "crm-sirets.csv"
FACILITIES, COMPANIES = "StockEtablissement_utf8.parquet", "StockUniteLegale_utf8.parquet"


@pytest.fixture(scope="module")
def sirene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sirene")
    assert run("sirene.py", folder).returncode == 0
    return folder


def route_sirets(
    export: Path, sirene: Path, output: Path, directory: Path = SAMPLE
) -> tuple[str, dict[str, list[dict[str, Any]]]]:
    """What the script says, and the rows of its sheets."""
    done = run("route_siret.py", export, "--sirene", sirene, "--directory", directory, "--output", output)
    assert done.returncode == 0, done.stderr
    sheets = {}
    for sheet in openpyxl.load_workbook(output):
        headers, *rows = sheet.iter_rows(values_only=True)
        sheets[sheet.title] = [dict(zip(headers, row)) for row in rows]
    return done.stdout, sheets


def told(rows: list[dict[str, Any]]) -> dict[str, str]:
    """What to check before the first expert of each file is called."""
    return {row["N° dossier"]: row["À vérifier"] for row in reversed(rows) if row["À vérifier"]}


def who(rows: list[dict[str, Any]], file: str) -> list[str]:
    return [row["Expert"] for row in rows if row["N° dossier"] == file]


def test_an_export_is_joined_with_sirene(sirene: Path, tmp_path: Path, router: Router) -> None:
    said, sheets = route_sirets(SIRETS, sirene, tmp_path / "out" / "resultats.xlsx")
    assert said == "20 besoins routés, 0 sans expert, 4 rejets\n"
    readme = (CRM / "README.md").read_text(encoding="utf-8")
    assert said in readme
    assert list(sheets) == ["Mises en relation", "Rejets"]
    matches, rejected = sheets["Mises en relation"], sheets["Rejets"]
    assert [(row["Ligne"], row["N° dossier"], row["Colonne"], row["Erreur"]) for row in rejected] == [
        (14, "S-013", "SIRET", "valeur illisible"),
        (15, "S-014", "SIRET", "valeur illisible"),
        (19, "S-018", "Code postal", "information absente"),
        (20, "S-019", "Besoin", "catégorie inconnue"),
    ]
    assert told(rejected) == dict.fromkeys(["S-013", "S-014", "S-018"], "introuvable dans Sirene")
    assert told(matches) == {
        "S-003": "effectif de l’établissement, non de l’entreprise ; établissement fermé",
        "S-005": "SIRET lu 11100005500017",
        "S-006": "activité d’une ancienne nomenclature ; établissement fermé",
        "S-009": "le dossier et Sirene se contredisent (Effectif)",
        "S-010": "SIRET lu 00100010800017",
        "S-011": "données non diffusibles",
        "S-012": "effectif de l’établissement, non de l’entreprise",
        "S-016": "introuvable dans Sirene",
        "S-017": "introuvable dans Sirene",
    }
    assert [row["Rang"] for row in matches if row["N° dossier"] == "S-012"] == [1, 2, 3]
    assert {row["Commune"] for row in matches if row["N° dossier"] == "S-012"} == {"Zuydcoote (59668)"}
    for row in matches:
        if row["N° dossier"] in ("S-002", "S-003", "S-006", "S-009", "S-010", "S-017") and row["Rang"] == 1:
            cells = (row["N° dossier"], f"`{row['SIRET']}`", row["Commune"], row["À vérifier"] or "")
            assert f"| {' | '.join(cells)} |".replace("|  |", "| |") in readme
    # The place that the export gives stays.
    assert {row["Commune"] for row in matches if row["N° dossier"] == "S-020"} == {"Amiens (80021)"}

    # Facts that somebody reads in Sirene and types lead to the same experts.
    by_hand = [
        Need("financer-projet", "59584", id="S-002", on=date(2026, 10, 12), headcount_band="03", naf="56.10A",
             naf_2025="56.11G", legal_form="5710", created_on=date(2004, 3, 3), employer=True),
        Need("financer-projet", "60306", id="S-004", on=date(2026, 10, 13), headcount_band="00", naf="96.02A",
             naf_2025="96.21G", legal_form="1000", created_on=date(2018, 5, 5), employer=False),
        Need("tresorerie", "60505", id="S-005", on=date(2026, 10, 13), headcount_band="11", naf="49.41A",
             naf_2025="49.41G", legal_form="5710", created_on=date(1990, 6, 6), employer=True),
        Need("projet-immobilier", "62195", id="S-007", on=date(2026, 10, 14), headcount_band="NN", naf="68.20B",
             naf_2025="68.20H", legal_form="6540", created_on=date(2004, 8, 8), employer=False),
        Need("tresorerie", "62590", id="S-009", on=date(2026, 10, 14), headcount=40, naf="10.71C",
             naf_2025="10.71H", legal_form="5499", created_on=date(2018, 10, 10), employer=True),
        Need("former", "62784", id="S-010", on=date(2026, 10, 15), headcount_band="01", naf="43.32A",
             naf_2025="43.32G", legal_form="5499", created_on=date(1990, 11, 11), employer=True),
    ]  # fmt: skip
    for need in by_hand:
        assert who(matches, need.id or "") == [one.expert.name for one in router.match_experts(need, limit=3)], need.id
    # What was filled decided: without it, or with another form, others are proposed.
    for other in (
        Need("financer-projet", "60306", id="S-004"),
        by_hand[1].replace(legal_form="5710"),
        by_hand[3].replace(legal_form="5710"),
    ):
        assert who(matches, other.id or "") != [one.expert.name for one in router.match_experts(other, limit=3)]


def test_rows_of_the_workbook_are_those_of_single_calls(
    sirene: Path, tmp_path: Path, router: Router, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(CRM)
    script = runpy.run_path(str(CRM / "route_siret.py"))
    companies = {row["siren"]: row for row in parquet.read_table(sirene / COMPANIES).to_pylist()}
    known = {}
    for row in parquet.read_table(sirene / FACILITIES).to_pylist():
        cells = {**companies[row["siren"]], **row}
        known[row["siret"]] = Company.from_row({name: str(cell) for name, cell in cells.items() if cell is not None})
    expected, faulty = [], []
    for row in csv.DictReader(io.StringIO(SIRETS.read_text(encoding="cp1252")), delimiter=";"):
        if not row["N° dossier"]:
            continue
        cells = {field: row[header] for header, field in script["COLUMNS"].items()}
        cells["subject"] = script["SUBJECTS"].get(row["Besoin"], row["Besoin"])
        cells["siret"] = script["siret_of"](row["SIRET"])
        try:
            need = Need.from_cells(cells)
            need = need.with_company(known[need.siret]).need if need.siret in known else need
            expected += [(row["N° dossier"], one.expert.name) for one in router.match_experts(need, limit=3)]
        except NeedError:
            faulty.append(row["N° dossier"])
    _, sheets = route_sirets(SIRETS, sirene, tmp_path / "resultats.xlsx")
    assert [(row["N° dossier"], row["Expert"]) for row in sheets["Mises en relation"]] == expected
    assert [row["N° dossier"] for row in sheets["Rejets"]] == faulty
    assert len({file for file, _ in expected}) == 20 and len(faulty) == 4


def test_what_nobody_knows_is_to_check(small: Router, sirene: Path, tmp_path: Path) -> None:
    small.directory.save_csv(tmp_path / "annuaire")
    export = tmp_path / "export.csv"
    lines = ["N° dossier;Besoin;SIRET;Code postal;Ville", "known;Recrutement;11100011300014;;",
             "placed;Recrutement;;80001;AMIENS CEDEX 1", "away;Recrutement;11100001400014;;"]  # fmt: skip
    export.write_text("\n".join(lines), encoding="utf-8")
    said, sheets = route_sirets(export, sirene, tmp_path / "resultats.xlsx", tmp_path / "annuaire")
    assert said == "2 besoins routés, 1 sans expert, 0 rejets\n"
    rows = [(row["N° dossier"], row["Expert"], row["À vérifier"]) for row in sheets["Mises en relation"]]
    # The facility of six to nine employees is not for the one who helps from fifty on.
    assert rows[0] == ("known", "Conseiller recrutement", "données non diffusibles")
    assert sorted(rows[1:3]) == [
        ("placed", "Conseiller grands comptes", "effectif inconnu ; introuvable dans Sirene ; commune probable"),
        ("placed", "Conseiller recrutement", "introuvable dans Sirene ; commune probable"),
    ]
    assert rows[3:] == [("away", "aucun expert", None)]


def test_the_latest_of_several_extracts_counts(sirene: Path, tmp_path: Path) -> None:
    later = tmp_path / "sirene"
    later.mkdir()
    for file, ending in ((FACILITIES, "Etablissement"), (COMPANIES, "UniteLegale")):
        month = parquet.read_table(sirene / file)
        parquet.write_table(month, later / file)
        treated, state = f"dateDernierTraitement{ending}", f"etatAdministratif{ending}"
        on = pyarrow.array([datetime(2026, 11, 1)] * len(month), pyarrow.timestamp("us"))
        closed = pyarrow.array(["F" if ending == "Etablissement" else "C"] * len(month))
        month = month.set_column(month.column_names.index(treated), treated, on)
        month = month.set_column(month.column_names.index(state), state, closed)
        # The name comes before that of the month before.
        parquet.write_table(month, later / file.replace("_utf8", "_11"))
    said, sheets = route_sirets(SIRETS, later, tmp_path / "resultats.xlsx")
    assert said == "20 besoins routés, 0 sans expert, 4 rejets\n"
    assert told(sheets["Mises en relation"])["S-001"] == "établissement fermé ; entreprise cessée"


def test_a_workbook_runs_nothing(sirene: Path, tmp_path: Path) -> None:
    export = tmp_path / "export.csv"
    cells = ["=1+1", "@SOMME(A1)", "+33 3 22", "{=A1}", "https://exemple.example"]
    lines = ["Besoin;SIRET;Remarque", *(f"Recrutement;11100001400014;{cell}" for cell in cells), "Autre;;=1+1"]
    export.write_text("\n".join(lines), encoding="utf-8")
    route_sirets(export, sirene, tmp_path / "resultats.xlsx")
    found = []
    for sheet in openpyxl.load_workbook(tmp_path / "resultats.xlsx"):
        column = next(cell.column for cell in sheet[1] if cell.value == "Remarque")
        for (cell,) in sheet.iter_rows(min_row=2, min_col=column, max_col=column):
            # `s` is a text where a formula would be `f`; `@` keeps it one when it is edited.
            assert (cell.data_type, cell.number_format, cell.hyperlink) == ("s", "@", None)
            found.append(cell.value)
    assert list(dict.fromkeys(found)) == cells and found[-1] == "=1+1"


def test_the_extract_is_one_that_insee_could_publish(sirene: Path, tmp_path: Path) -> None:
    facilities, companies = parquet.read_table(sirene / FACILITIES), parquet.read_table(sirene / COMPANIES)
    kinds = {field.name: str(field.type) for table in (facilities, companies) for field in table.schema}
    assert {name: kind for name, kind in kinds.items() if kind != "string"} == {
        "anneeCategorieEntreprise": "int64",
        "anneeEffectifsEtablissement": "int64",
        "anneeEffectifsUniteLegale": "int64",
        "categorieJuridiqueUniteLegale": "int64",
        "dateCreationEtablissement": "date32[day]",
        "dateCreationUniteLegale": "date32[day]",
        "dateDebut": "date32[day]",
        "dateDernierTraitementEtablissement": "timestamp[us]",
        "dateDernierTraitementUniteLegale": "timestamp[us]",
        "etablissementSiege": "bool",
        "nombrePeriodesEtablissement": "int64",
        "nombrePeriodesUniteLegale": "int64",
        "unitePurgeeUniteLegale": "bool",
    }
    assert (facilities.num_columns, companies.num_columns) == (54, 35)
    rows = [*facilities.to_pylist(), *companies.to_pylist()]
    read = [Company.from_row({name: str(cell) for name, cell in row.items() if cell is not None}) for row in rows]
    assert [company.siren for company in read] == [row["siren"] for row in rows]
    assert [company.siret for company in read[: len(facilities)]] == facilities.column("siret").to_pylist()
    codes = {finding.code for company in read[: len(facilities)] for finding in company.findings}
    assert codes == {"closed_facility", "old_nomenclature", "not_diffusible"}
    assert compute.value_counts(facilities.column("siren"))[11]["counts"].as_py() == 3
    assert "NN" in facilities.column("trancheEffectifsEtablissement").to_pylist()

    assert run("sirene.py", tmp_path).returncode == 0
    assert [(tmp_path / file).read_bytes() for file in (FACILITIES, COMPANIES)] == [
        (sirene / file).read_bytes() for file in (FACILITIES, COMPANIES)
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere.csv",), "nowhere.csv"),
        ((SIRETS, "--sirene", "nowhere"), "StockEtablissement"),
        ((SIRETS, "--limit", 0), "--limit"),
        ((SIRETS, "--directory", CRM), "empty_file"),
    ],
)
def test_what_keeps_sirets_from_being_routed_is_told(
    sirene: Path, tmp_path: Path, arguments: tuple[object, ...], message: str
) -> None:
    output = tmp_path / "resultats.xlsx"
    given = ("--sirene", sirene, "--directory", SAMPLE, "--output", output)
    done = run("route_siret.py", arguments[0], *given, *arguments[1:])
    assert done.returncode == 2 and message in done.stderr and "Traceback" not in done.stderr
    assert not output.exists()
