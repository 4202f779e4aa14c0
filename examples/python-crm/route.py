#!/usr/bin/env python3
"""Routes the export of a CRM: a CSV file with French headers in, two CSV files for Excel out.

    python route.py crm-export.csv --directory ../hauts-de-france --output resultats

Copy this script and adapt the two tables below: which column is which field of a need, and which
subject each of your CRM's categories stands for. Everything else stays.
"""

from __future__ import annotations

import argparse
import csv
import functools
import io
import sys
from collections import Counter
from pathlib import Path
from typing import IO, Iterable, Optional, Union

from tqdm import tqdm

from aiguillage import DirectoryError, Geography, Matches, Need, NeedError, Router

# The columns of the export that say something about the need. The others (names, telephones…) stay
# in your hands: routing needs nothing personal.
COLUMNS = {
    "N° dossier": "id",
    "Date": "on",
    "SIRET": "siret",
    "Code NAF": "naf",
    "Tranche effectif": "headcount_band",
    "Effectif": "headcount",
    "Forme juridique": "legal_form",
    "Création": "created_on",
}

# The column in which to correct a field.
HEADERS = {**{field: header for header, field in COLUMNS.items()}, "subject": "Besoin", "commune": "Ville"}

# What the CRM calls its categories, and the subjects of the directory.
SUBJECTS = {
    "Recrutement": "recruter",
    "Formation": "former",
    "Trésorerie": "tresorerie",
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
    "unknown_institution": "organisme inconnu",
    "unknown_question": "question inconnue",
}


class Row:
    """A row of the export: its line, its cells, and the need or what keeps it from being one."""

    def __init__(self, line: int, cells: dict[str, str], need: Union[Need, NeedError]) -> None:
        self.line = line
        self.cells = cells
        self.need = need


def read(path: Path, geography: Geography) -> list[Row]:
    """The rows of an export as Excel saves it in France: `;` and Windows-1252, or UTF-8."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    # Cells may hold line ends: the reader of CSV cuts lines, nobody else.
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    headers = set(reader.fieldnames or [])
    missing = {"Besoin", "Code postal", "Ville"} - headers
    if missing:
        sys.exit(f"{path} : colonnes absentes : {', '.join(sorted(missing))}")
    rows = []
    for cells in reader:
        cells = {name: (cell or "").strip() for name, cell in cells.items() if name is not None}
        if any(cells.values()):
            rows.append(Row(reader.line_num, cells, need_of(cells, geography)))
    return rows


def need_of(cells: dict[str, str], geography: Geography) -> Union[Need, NeedError]:
    subject = SUBJECTS.get(cells["Besoin"])
    if subject is None:
        known = ", ".join(SUBJECTS)
        return NeedError(f"« {cells['Besoin']} »", "unknown_subject", "subject", f"catégories connues : {known}")
    commune = commune_of(geography, cells["Code postal"], cells["Ville"])
    if commune is None:
        place = f"{cells['Code postal']} {cells['Ville']}".strip()
        return NeedError(f"« {place} »", "unknown_commune", "commune", "code postal et ville ne vont pas ensemble")
    named = {field: cells[header] for header, field in COLUMNS.items() if header in cells}
    try:
        # Cells of a CSV file are read as they are: dates in French, blanks as nothing.
        return Need.from_cells({"subject": subject, "commune": commune, **named})
    except NeedError as error:
        return error


@functools.lru_cache(maxsize=None)
def commune_of(geography: Geography, postal_code: str, town: str) -> Optional[str]:
    """A postal code serves several communes, and a name is borne by several: both together tell."""
    # Excel drops the first zero of `02000`.
    served = geography.by_postal_code(postal_code.zfill(5))
    named = {commune.code for commune in geography.search(town, 20)} if town else set()
    both = [commune.code for commune in served if commune.code in named]
    if both:
        return both[0]
    return served[0].code if len(served) == 1 else None


def write(folder: Path, rows: list[Row], results: list[Union[Matches, NeedError]]) -> None:
    """Two files that Excel opens with a double click."""
    folder.mkdir(parents=True, exist_ok=True)
    headers = list(rows[0].cells) if rows else []
    with _excel(folder / "mises-en-relation.csv") as file:
        output = csv.writer(file, delimiter=";")
        output.writerow([*headers, "Rang", "Expert", "Antenne", "Institution", "E-mail", "Zone", "À vérifier"])
        for row, result in zip(rows, results):
            if isinstance(result, NeedError):
                continue
            for rank, match in enumerate(result, 1):
                found = [
                    rank,
                    match.expert.name,
                    match.antenne.name,
                    match.institution.name,
                    match.expert.email or "",
                    match.zone,
                    " ".join(match.unverified),
                ]
                output.writerow([_safe(cell) for cell in (*row.cells.values(), *found)])
    with _excel(folder / "rejets.csv") as file:
        output = csv.writer(file, delimiter=";")
        output.writerow(["Ligne", "Colonne", "Erreur", "Détail", *headers])
        for row, result in zip(rows, results):
            if isinstance(result, NeedError):
                told = (HEADERS.get(result.field or "", ""), ERRORS.get(result.code, result.code), result)
                output.writerow([_safe(cell) for cell in (row.line, *told, *row.cells.values())])


def _excel(path: Path) -> IO[str]:
    # The mark at the beginning tells Excel that it is UTF-8.
    return path.open("w", encoding="utf-8-sig", newline="")


def _safe(cell: object) -> str:
    """What begins like a formula would be run by the spreadsheet."""
    text = str(cell)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def summary(results: Iterable[Union[Matches, NeedError]]) -> str:
    count: Counter[str] = Counter()
    institutions: Counter[str] = Counter()
    for result in results:
        if isinstance(result, NeedError):
            count["rejets"] += 1
        elif len(result) == 0:
            count["sans expert"] += 1
        else:
            count["routés"] += 1
            institutions.update({match.institution.name for match in result})
    lines = [f"{count['routés']} besoins routés, {count['sans expert']} sans expert, {count['rejets']} rejets"]
    lines += [f"  {number:>5}  {name}" for name, number in institutions.most_common(8)]
    return "\n".join(lines)


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
    rows = read(given.export, router.directory.geography)
    sound = [row.need for row in rows if isinstance(row.need, Need)]
    with tqdm(total=len(sound), unit=" besoins", disable=None) as bar:
        routed = iter(
            router.match_batch(sound, limit=given.limit, progress=lambda done, _: bar.update(done - bar.n))
        )
    results = [next(routed) if isinstance(row.need, Need) else row.need for row in rows]
    write(given.output, rows, results)
    print(summary(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
