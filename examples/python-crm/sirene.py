#!/usr/bin/env python3
"""Writes a small fictive extract of Sirene: the two stock files that INSEE publishes, as Parquet.

    python sirene.py sirene

The columns have the names and types of the files on data.gouv.fr, down to the numbers that stand there for years and
legal forms. Names are made up; the keys of the numbers are right, and a number may by chance be somebody's.
Every run writes the same rows.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet

from aiguillage import Commune, Geography, naf

FACILITY = """siren nic siret statutDiffusionEtablissement dateCreationEtablissement trancheEffectifsEtablissement
    anneeEffectifsEtablissement activitePrincipaleRegistreMetiersEtablissement dateDernierTraitementEtablissement
    etablissementSiege nombrePeriodesEtablissement complementAdresseEtablissement numeroVoieEtablissement
    indiceRepetitionEtablissement dernierNumeroVoieEtablissement indiceRepetitionDernierNumeroVoieEtablissement
    typeVoieEtablissement libelleVoieEtablissement codePostalEtablissement libelleCommuneEtablissement
    libelleCommuneEtrangerEtablissement distributionSpecialeEtablissement codeCommuneEtablissement
    codeCedexEtablissement libelleCedexEtablissement codePaysEtrangerEtablissement libellePaysEtrangerEtablissement
    identifiantAdresseEtablissement coordonneeLambertAbscisseEtablissement coordonneeLambertOrdonneeEtablissement
    complementAdresse2Etablissement numeroVoie2Etablissement indiceRepetition2Etablissement typeVoie2Etablissement
    libelleVoie2Etablissement codePostal2Etablissement libelleCommune2Etablissement libelleCommuneEtranger2Etablissement
    distributionSpeciale2Etablissement codeCommune2Etablissement codeCedex2Etablissement libelleCedex2Etablissement
    codePaysEtranger2Etablissement libellePaysEtranger2Etablissement
    dateDebut etatAdministratifEtablissement enseigne1Etablissement enseigne2Etablissement enseigne3Etablissement
    denominationUsuelleEtablissement activitePrincipaleEtablissement nomenclatureActivitePrincipaleEtablissement
    caractereEmployeurEtablissement activitePrincipaleNAF25Etablissement"""

COMPANY = """siren statutDiffusionUniteLegale unitePurgeeUniteLegale dateCreationUniteLegale sigleUniteLegale
    sexeUniteLegale prenom1UniteLegale prenom2UniteLegale prenom3UniteLegale prenom4UniteLegale prenomUsuelUniteLegale
    pseudonymeUniteLegale identifiantAssociationUniteLegale trancheEffectifsUniteLegale anneeEffectifsUniteLegale
    dateDernierTraitementUniteLegale nombrePeriodesUniteLegale categorieEntreprise anneeCategorieEntreprise dateDebut
    etatAdministratifUniteLegale nomUniteLegale nomUsageUniteLegale denominationUniteLegale
    denominationUsuelle1UniteLegale denominationUsuelle2UniteLegale denominationUsuelle3UniteLegale
    categorieJuridiqueUniteLegale activitePrincipaleUniteLegale nomenclatureActivitePrincipaleUniteLegale
    nicSiegeUniteLegale economieSocialeSolidaireUniteLegale societeMissionUniteLegale caractereEmployeurUniteLegale
    activitePrincipaleNAF25UniteLegale"""

# What is no text, by how its name begins.
TYPES = {
    "dateDernierTraitement": pyarrow.timestamp("us"),
    "date": pyarrow.date32(),
    "annee": pyarrow.int64(),
    "nombrePeriodes": pyarrow.int64(),
    "categorieJuridique": pyarrow.int64(),
    "etablissementSiege": pyarrow.bool_(),
    "unitePurgee": pyarrow.bool_(),
}

# What companies are called, their activity, legal form and headcount band.
TRADES = [
    ("BOULANGERIE FICTIVE", "10.71C", 5499, "02"),
    ("MENUISERIE FICTIVE", "43.32A", 5499, "01"),
    ("RESTAURANT FICTIF", "56.10A", 5710, "03"),
    ("MECANIQUE FICTIVE", "25.62B", 5710, "12"),
    ("COIFFURE FICTIVE", "96.02A", 1000, "00"),
    ("TRANSPORTS FICTIFS", "49.41A", 5710, "11"),
    ("INTERIM FICTIF", "78.20Z", 5710, "11"),
    ("PIERRE FICTIVE", "68.20B", 6540, "NN"),
    ("ENTRAIDE FICTIVE", "88.99B", 9220, "01"),
]

# What is odd about some facilities, by the number of their company and their order in it: one is closed, another was
# before today's nomenclature.
ODD: dict[tuple[int, int], dict[str, Any]] = {
    (3, 1): {"etatAdministratifEtablissement": "F", "dateDebut": date(2024, 6, 30)},
    (6, 1): {
        "etatAdministratifEtablissement": "F",
        "dateDebut": date(2004, 12, 31),
        "activitePrincipaleEtablissement": "60.2M",
        "nomenclatureActivitePrincipaleEtablissement": "NAFRev1",
        "activitePrincipaleNAF25Etablissement": None,
    },
}
SEVERAL = {3: 2, 12: 3}  # how many facilities; the others have one
HIDDEN = 11  # does not want its data to be shown
WITH_ZEROS = 10  # its SIREN begins with zeros, which spreadsheets take away


def keyed(digits: str) -> str:
    """The digits and their Luhn key, which the library checks and does not make."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(digits))]
    return f"{digits}{-sum(number // 10 + number % 10 for number in doubled) % 10}"


def company(number: int) -> dict[str, Any]:
    name, activity, form, band = TRADES[number % len(TRADES)]
    siren = keyed(f"{'00' if number == WITH_ZEROS else '11'}1{number:05}")
    person = {"nomUniteLegale": f"FICTIF {number}", "prenom1UniteLegale": "CAMILLE"}
    names = person if form == 1000 else {"denominationUniteLegale": f"{name} {number}"}
    hides = number == HIDDEN
    return {
        "siren": siren,
        "statutDiffusionUniteLegale": "P" if hides else "O",
        "dateCreationUniteLegale": date(1990 + number * 7 % 35, 1 + number % 12, 1 + number % 28),
        # A company of several facilities has the headcount of them all.
        "trancheEffectifsUniteLegale": "21" if number in SEVERAL else band,
        "anneeEffectifsUniteLegale": None if band == "NN" else 2023,
        "dateDernierTraitementUniteLegale": datetime(2026, 9, 1 + number % 28, 5, 29, 58),
        "nombrePeriodesUniteLegale": 1,
        "categorieEntreprise": "PME",
        "anneeCategorieEntreprise": 2023,
        "dateDebut": date(2008, 1, 1),
        "etatAdministratifUniteLegale": "A",
        **{field: "[ND]" if hides else text for field, text in names.items()},
        "categorieJuridiqueUniteLegale": form,
        "activitePrincipaleUniteLegale": activity,
        "nomenclatureActivitePrincipaleUniteLegale": "NAFRev2",
        "nicSiegeUniteLegale": keyed(f"{siren}0001")[9:],
        "economieSocialeSolidaireUniteLegale": "O" if form == 9220 else None,
        "caractereEmployeurUniteLegale": "N" if band in ("00", "NN") else "O",
        "activitePrincipaleNAF25UniteLegale": naf(activity).correspondents[0].entry.split(":")[1],
    }


def facilities(number: int, company: dict[str, Any], communes: list[Commune]) -> Iterator[dict[str, Any]]:
    for order in range(1, SEVERAL.get(number, 1) + 1):
        place = communes[(number * 191 + order * 977) % len(communes)]
        siret = keyed(f"{company['siren']}{order:04}")
        hides = number == HIDDEN
        yield {
            "siren": company["siren"],
            "nic": siret[9:],
            "siret": siret,
            "statutDiffusionEtablissement": company["statutDiffusionUniteLegale"],
            "dateCreationEtablissement": company["dateCreationUniteLegale"],
            "trancheEffectifsEtablissement": TRADES[number % len(TRADES)][3],
            "anneeEffectifsEtablissement": company["anneeEffectifsUniteLegale"],
            "dateDernierTraitementEtablissement": company["dateDernierTraitementUniteLegale"],
            "etablissementSiege": order == 1,
            "nombrePeriodesEtablissement": 1,
            "numeroVoieEtablissement": "[ND]" if hides else "1",
            "typeVoieEtablissement": "RUE",
            "libelleVoieEtablissement": "[ND]" if hides else "DE L'EXEMPLE",
            "codePostalEtablissement": "[ND]" if hides else place.postal_codes[0],
            "libelleCommuneEtablissement": place.name.upper(),
            "codeCommuneEtablissement": place.code,
            "dateDebut": company["dateDebut"],
            "etatAdministratifEtablissement": "A",
            "activitePrincipaleEtablissement": company["activitePrincipaleUniteLegale"],
            "nomenclatureActivitePrincipaleEtablissement": "NAFRev2",
            "caractereEmployeurEtablissement": company["caractereEmployeurUniteLegale"],
            "activitePrincipaleNAF25Etablissement": company["activitePrincipaleNAF25UniteLegale"],
            **ODD.get((number, order), {}),
        }


def table(rows: list[dict[str, Any]], names: str) -> pyarrow.Table:
    """A table with all the columns of a file: what a row does not say is null."""

    def kind(name: str) -> pyarrow.DataType:
        return next((kind for start, kind in TYPES.items() if name.startswith(start)), pyarrow.string())

    return pyarrow.Table.from_pylist(rows, pyarrow.schema([(name, kind(name)) for name in names.split()]))


def write(folder: Path, companies: int = 60) -> None:
    communes = Geography.embedded().communes_of("region:32")
    units = [company(number) for number in range(1, companies + 1)]
    places = [row for number, unit in enumerate(units, 1) for row in facilities(number, unit, communes)]
    folder.mkdir(parents=True, exist_ok=True)
    parquet.write_table(table(places, FACILITY), folder / "StockEtablissement_utf8.parquet")
    parquet.write_table(table(units, COMPANY), folder / "StockUniteLegale_utf8.parquet")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Écrit un petit extrait fictif de Sirene, en Parquet.")
    parser.add_argument("folder", type=Path, help="le dossier des deux fichiers")
    parser.add_argument("--companies", type=int, default=60, help="le nombre d’entreprises")
    given = parser.parse_args()
    if not 0 < given.companies < 100_000:
        parser.error("--companies est un nombre de 1 à 99999")
    write(given.folder, given.companies)
