#!/usr/bin/env python3
"""Routes the export of a CRM: a CSV file with French headers in, two CSV files for Excel out.

    python route.py crm-export.csv --directory ../hauts-de-france --output resultats

Copy this script and adapt the two tables below: which column is which field of a need, and which
subject each of your CRM's categories stands for. Everything else stays.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
import warnings
from collections import Counter
from pathlib import Path
from typing import NamedTuple, Optional, Union

from tqdm import tqdm

from aiguillage import DirectoryError, Geography, Matches, Need, NeedError, Router

# The columns of the export that say something about the need. The others (names, telephones…) stay
# in your hands: routing needs nothing personal.
COLUMNS = {
    "N° dossier": "id",
    "Date": "on",
    "Besoin": "subject",
    "Code postal": "postal_code",
    "Ville": "town",
    "SIRET": "siret",
    "Code NAF": "naf",
    "Tranche effectif": "headcount_band",
    "Effectif": "headcount",
    "Forme juridique": "legal_form",
    "Création": "created_on",
}

# What the CRM calls its categories, and the subjects of the directory.
SUBJECTS = {
    "Recrutement": "recruter",
    "Formation": "former",
    "Trésorerie": "tresorerie",
    "Financement": "financer-projet",
    "Internet": "visibilite-sur-internet",
    "Immobilier": "projet-immobilier",
    "Stratégie": "strategie",
}

# What the reader of `rejets.csv` is told, by the library's stable codes.
ERRORS = {
    "missing_field": "information absente",
    "invalid_value": "valeur illisible",
    "unknown_subject": "catégorie inconnue",
    "unknown_commune": "commune introuvable",
    "ambiguous_commune": "plusieurs communes possibles",
}

# The columns of `mises-en-relation.csv` behind those of the export.
FOUND = ["Rang", "Expert", "Antenne", "Institution", "E-mail", "Zone", "À vérifier", "Commune à vérifier"]


class Row(NamedTuple):
    """A row of the export, with the number of its line."""

    line: int
    cells: dict[str, str]


def read(path: Path, required: frozenset[str] = frozenset({"Besoin", "Code postal", "Ville"})) -> list[Row]:
    """The rows of an export as Excel saves it in France: `;` and Windows-1252, or UTF-8."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    # Cells may hold line ends: the reader of CSV cuts lines, nobody else.
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    missing = required - set(reader.fieldnames or [])
    if missing:
        sys.exit(f"{path} : colonnes absentes : {', '.join(sorted(missing))}")
    rows = []
    for cells in reader:
        cells = {name: (cell or "").strip() for name, cell in cells.items() if name is not None}
        if any(cells.values()):
            rows.append(Row(reader.line_num, cells))
    return rows


def needs_of(rows: list[Row]) -> list[Union[Need, NeedError]]:
    """The need of each row, or what keeps it from being one."""
    # As a sheet of needs, whose reader undoes what a spreadsheet did to SIRETs, dates and numbers.
    sheet = io.StringIO()
    output = csv.writer(sheet)
    output.writerow(COLUMNS.values())
    for row in rows:
        cells = {**row.cells, "Besoin": SUBJECTS.get(row.cells["Besoin"], row.cells["Besoin"])}
        # Without line ends in cells each row is a line, by which its need is known.
        output.writerow(" ".join(cells.get(header, "").split()) for header in COLUMNS)
    needs = dict(Need.read_csv(sheet.getvalue().encode()))
    blank = NeedError("rien à router dans cette ligne", "missing_field", "subject")
    return [needs.get(line, blank) for line in range(2, len(rows) + 2)]


def write(folder: Path, rows: list[Row], results: list[Union[Matches, NeedError]], geography: Geography) -> None:
    """Two files that Excel opens with a double click."""
    folder.mkdir(parents=True, exist_ok=True)
    found: list[list[object]] = []
    rejected: list[list[object]] = []
    columns = {field: header for header, field in COLUMNS.items()}
    for row, result in zip(rows, results):
        if isinstance(result, NeedError):
            told = [columns.get(result.field or "", ""), ERRORS.get(result.code, result.code), result]
            rejected.append([row.line, *told, *row.cells.values()])
            continue
        commune = geography.commune(result.commune) if result.commune_is_likely else None
        to_check = f"{commune.name} ({commune.code})" if commune else ""
        if len(result) == 0:
            found.append([*row.cells.values(), "", "aucun expert", *[""] * 5, to_check])
        for rank, match in enumerate(result, 1):
            who = [match.expert.name, match.antenne.name, match.institution.name, match.expert.email or ""]
            unverified = " ".join(match.unverified)
            found.append([*row.cells.values(), rank, *who, match.zone, unverified, to_check])
    headers = list(rows[0].cells) if rows else []
    save(folder / "mises-en-relation.csv", [*headers, *FOUND], found)
    save(folder / "rejets.csv", ["Ligne", "Colonne", "Erreur", "Détail", *headers], rejected)


def save(path: Path, headers: list[str], rows: list[list[object]]) -> None:
    # The mark at the beginning tells Excel that it is UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        output = csv.writer(file, delimiter=";")
        output.writerow(headers)
        output.writerows([safe(cell) for cell in row] for row in rows)


def safe(cell: object) -> str:
    """What begins like a formula would be run by the spreadsheet."""
    text = str(cell)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def summary(results: list[Union[Matches, NeedError]], repaired: int) -> str:
    matches = [result for result in results if isinstance(result, Matches)]
    routed = [found for found in matches if len(found) > 0]
    likely = sum(found.commune_is_likely for found in matches)
    institutions = Counter(name for found in routed for name in {match.institution.name for match in found})
    return "\n".join(
        [
            f"{len(routed)} besoins routés, {len(matches) - len(routed)} sans expert, "
            f"{len(results) - len(matches)} rejets",
            f"{likely} communes à vérifier, {repaired} cellules réparées",
            *(f"  {number:>5}  {name}" for name, number in institutions.most_common(8)),
        ]
    )


def main(arguments: Optional[list[str]] = None) -> int:
    parser = argparse.ArgumentParser(description="Route l’export d’un CRM vers les experts publics.")
    parser.add_argument("export", type=Path, help="le fichier CSV du CRM")
    parser.add_argument("--directory", type=Path, required=True, help="l’annuaire (dossier CSV, JSON)")
    parser.add_argument("--output", type=Path, default=Path("resultats"), help="le dossier des résultats")
    parser.add_argument("--limit", type=int, default=3, help="le nombre d’experts par besoin")
    given = parser.parse_args(arguments)
    if not given.export.is_file():
        parser.error(f"{given.export} n’est pas un fichier")
    if given.limit < 1:
        parser.error("--limit est un nombre à partir de 1")
    try:
        router = Router.open(given.directory)
    except DirectoryError as error:
        for finding in error.diagnostics:
            print(f"{finding.severity} {finding.file}:{finding.line}: {finding.message}", file=sys.stderr)
        return 2
    rows = read(given.export)
    with warnings.catch_warnings(record=True) as repaired:
        warnings.simplefilter("always")
        needs = needs_of(rows)
    sound = [need for need in needs if isinstance(need, Need)]
    with tqdm(total=len(sound), unit=" besoins", disable=None) as bar:
        routed = iter(
            router.match_batch(sound, limit=given.limit, progress=lambda done, _: bar.update(done - bar.n))
        )
    results = [next(routed) if isinstance(need, Need) else need for need in needs]
    write(given.output, rows, results, router.directory.geography)
    print(summary(results, len(repaired)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
