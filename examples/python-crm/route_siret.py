#!/usr/bin/env python3
"""Routes the export of a CRM that knows companies by their SIRET: INSEE's files say the rest.

    python sirene.py sirene
    python route_siret.py crm-sirets.csv --sirene sirene --directory ../hauts-de-france --output resultats.xlsx

DuckDB joins the export with the two Parquet files, `match_table` takes the result as it is, and what comes out becomes
a workbook. Copy it with `route.py`, whose categories it shares, and adapt the columns below.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import duckdb
import pyarrow
import xlsxwriter
from route import ERRORS, SUBJECTS, Row, read

from aiguillage import Router

# The columns of the export that say something about the need: what they say stays, whatever Sirene says.
COLUMNS = {
    "N° dossier": "id",
    "Date": "on",
    "SIRET": "siret",
    "Besoin": "subject",
    "Code postal": "postal_code",
    "Ville": "town",
    "Effectif": "headcount",
}

# What to check before calling, by the library's stable codes: facts that nobody knows, and what is odd in Sirene.
TO_CHECK = {
    "created_on": "date de création inconnue",
    "headcount": "effectif inconnu",
    "legal_form": "forme juridique inconnue",
    "naf": "activité inconnue",
    "ceased_company": "entreprise cessée",
    "closed_facility": "établissement fermé",
    "differs_from_need": "le dossier et Sirene se contredisent",
    "foreign_address": "adresse à l’étranger",
    "headcount_of_company_differs": "effectif de l’établissement, non de l’entreprise",
    "no_company": "introuvable dans Sirene",
    "not_diffusible": "données non diffusibles",
    "old_nomenclature": "activité d’une ancienne nomenclature",
}

# The header of each field, and of a commune that nobody gave; the columns of the first sheet behind the export's.
HEADERS = {"commune": "Code postal", **{field: header for header, field in COLUMNS.items()}}
FOUND = ["Rang", "Expert", "Antenne", "Institution", "E-mail", "Commune", "À vérifier"]

# One row a need, the latest where a facility has several, in the order of the export: by its number a result finds its
# row again. Sirene's columns keep their names, by which the library knows them.
JOIN = """
    SELECT DISTINCT ON (number) needs.* EXCLUDE (number), COLUMNS('(Etablissement|UniteLegale)$')
    FROM needs
    LEFT JOIN read_parquet($folder || '/StockEtablissement_*.parquet') AS facility USING (siret)
    LEFT JOIN read_parquet($folder || '/StockUniteLegale_*.parquet') AS company ON company.siren = facility.siren
    ORDER BY number, dateDernierTraitementEtablissement DESC, dateDernierTraitementUniteLegale DESC
"""


def siret_of(cell: str) -> str:
    """The digits as Sirene writes them. A join compares texts: it finds nobody by `111 000 022 00017`, by
    `11100005500017.0`, or by a number whose first zeros a spreadsheet took. Routing says whether the key is right."""
    digits = re.sub(r"[.,]0+$|[\s.]", "", cell)
    return digits.zfill(14) if re.fullmatch(r"\d{10,13}", digits) else digits


def routed(router: Router, rows: list[Row], sirene: Path, limit: int) -> dict[int, list[dict[str, Any]]]:
    """What `match_table` says of each row of the export, by the row's number."""
    columns = {field: [row.cells.get(header, "") for row in rows] for header, field in COLUMNS.items()}
    columns["subject"] = [SUBJECTS.get(category, category) for category in columns["subject"]]
    columns["siret"] = [siret_of(cell) for cell in columns["siret"]]
    connection = duckdb.connect()
    connection.register("needs", pyarrow.table({**columns, "number": range(len(rows))}))
    joined = connection.sql(JOIN, params={"folder": str(sirene)})
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for one in router.match_table(joined, limit=limit).to_pyarrow().to_pylist():
        found[one["row"]].append(one)
    return found


def to_check(row: Row, one: dict[str, Any]) -> str:
    told = []
    for word in f"{one['unverified'] or ''} {one['company_findings'] or ''}".split():
        code, _, field = word.partition(":")
        where = f" ({HEADERS.get(field, field)})" if field else ""
        told.append(TO_CHECK.get(code, code) + where)
    if one["commune_is_likely"]:
        told.append("commune probable")
    written = row.cells[HEADERS["siret"]]
    if siret_of(written) != "".join(written.split()):
        told.append(f"SIRET lu {siret_of(written)}")
    return " ; ".join(told)


def save(path: Path, router: Router, rows: list[Row], found: dict[int, list[dict[str, Any]]]) -> str:
    """Writes the workbook, and says how many rows went where."""
    experts = {expert.id: expert for expert in router.directory.experts}
    antennes = {antenne.id: antenne.name for antenne in router.directory.antennes}
    institutions = {institution.id: institution.name for institution in router.directory.institutions}
    headers = list(rows[0].cells) if rows else []
    matches: list[list[object]] = [[*headers, *FOUND]]
    rejected: list[list[object]] = [["Ligne", "Colonne", "Erreur", "Détail", "À vérifier", *headers]]
    for number, row in enumerate(rows):
        if number not in found:
            matches.append([*row.cells.values(), "", "aucun expert"])
        for one in found.get(number, []):
            if code := one["error_code"]:
                told = [HEADERS.get(one["error_field"]), ERRORS.get(code, code), one["error"], to_check(row, one)]
                rejected.append([row.line, *told, *row.cells.values()])
                continue
            expert, commune = experts[one["expert"]], router.directory.geography.commune(one["commune"])
            who = [expert.name, antennes[one["antenne"]], institutions[one["institution"]], expert.email]
            place = commune and f"{commune.name} ({commune.code})"
            matches.append([*row.cells.values(), one["rank"], *who, place, to_check(row, one)])
    path.parent.mkdir(parents=True, exist_ok=True)
    # What begins like a formula is a text, and stays one when somebody edits the cell.
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        text = workbook.add_format({"num_format": "@"})
        for name, lines in {"Mises en relation": matches, "Rejets": rejected}.items():
            sheet = workbook.add_worksheet(name)
            for number, line in enumerate(lines):
                sheet.write_row(number, 0, line, text)
    errors = len(rejected) - 1
    return f"{len(found) - errors} besoins routés, {len(rows) - len(found)} sans expert, {errors} rejets"


def main() -> None:
    parser = argparse.ArgumentParser(description="Route l’export d’un CRM, complété par Sirene.")
    parser.add_argument("export", type=Path, help="le fichier CSV du CRM")
    parser.add_argument("--sirene", type=Path, required=True, help="le dossier des fichiers Parquet de l’INSEE")
    parser.add_argument("--directory", type=Path, required=True, help="l’annuaire (dossier CSV, JSON)")
    parser.add_argument("--output", type=Path, default=Path("resultats.xlsx"), help="le classeur des résultats")
    parser.add_argument("--limit", type=int, default=3, help="le nombre d’experts par besoin")
    given = parser.parse_args()
    if given.limit < 1:
        parser.error("--limit est un nombre à partir de 1")
    try:
        router = Router.open(given.directory)
        rows = read(given.export, required=frozenset({HEADERS["subject"], HEADERS["siret"]}))
        print(save(given.output, router, rows, routed(router, rows, given.sirene, given.limit)))
    except (OSError, ValueError, duckdb.Error, xlsxwriter.exceptions.FileCreateError) as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
