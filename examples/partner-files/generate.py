#!/usr/bin/env python3
"""Writes the files of this folder again, the same bytes every time.

    pip install xlsxwriter
    python examples/partner-files/generate.py

A workbook and a file in Mac Roman are no text that a review could read, so that what they hold stands
here. Institutions, places and their codes are real; people are functions, and the SIRET is the one that
the tests of the library use.
"""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent

TITLES = [
    "CCI HAUTS-DE-FRANCE : RÉSEAU DE PROXIMITÉ",
    "Antennes et territoires, liste arrêtée au 15/10/2026",
    "Contact : direction de l’appui aux entreprises, appui@cci-hauts-de-france.example",
]

ANTENNES_HEADERS = [
    "INSTITUTION",
    "Nom ",
    "Codes INSEE",
    "Codes EPCI",
    "Codes départements",
    "Codes régions",
    "Nom du responsable",
    "Email du responsable",
    "Téléphone du responsable",
]

# The institution stands in one merged cell for each block; numbers are what Excel made of codes. Blank
# rows stand between the blocks.
ANTENNES: list[tuple[str, list[list[object]]]] = [
    (
        "CCI Hauts-de-France",
        [
            ["CCI Aisne", None, None, 2, None],
            ["CCI Oise", None, None, 60, None],
            ["CCI Amiens-Picardie", None, None, 80, None],
        ],
    ),
    (
        "CCI Hauts de France",
        [
            ["CCI Grand Lille", None, "200093201, 200041960, 245900758, 200044618", None, None],
            ["Point d’accueil de Lomme", 59355, None, None, None],
            ["Point d’accueil de Laon", 2408, 200043495, None, None],
            ["Point d’accueil de Saint-Quentin", "2691, 2371\n02287", None, None, None],
            ["Point d'accueil d'Abbeville", 80001, 200070993, None, None],
        ],
    ),
]

NOTES = [
    "Notes",
    "Codes EPCI : liste de la DGCL au 1er janvier 2026.",
    "Le point d’accueil de Lomme reçoit sur rendez-vous, le mardi.",
]


def antennes() -> bytes:
    """The workbook: titles above the headers, merged cells, codes as numbers, and a sheet of notes."""
    # Imported here: the tests make the other files, and are not to need it.
    import xlsxwriter

    file = io.BytesIO()
    workbook = xlsxwriter.Workbook(file, {"in_memory": True})
    # The day of making would differ each time.
    workbook.set_properties({"created": datetime(2026, 10, 15)})
    bold = workbook.add_format({"bold": True})
    top = workbook.add_format({"valign": "top"})
    sheet = workbook.add_worksheet("Antennes 2026")
    sheet.set_column(0, 8, 24)
    for line, title in enumerate(TITLES):
        sheet.write(line, 0, title, bold)
    line = len(TITLES) + 1
    sheet.write_row(line, 0, ANTENNES_HEADERS, bold)
    number = 0
    for institution, rows in ANTENNES:
        first = line + 1
        for row in rows:
            line, number = line + 1, number + 1
            name = f"Responsable, {row[0]}"
            # A phone without its zero is a number for Excel.
            sheet.write_row(line, 1, [*row, name, f"responsable-{number}@cci.example", 353019000 + number])
        sheet.merge_range(first, 0, line, 0, institution, top)
        line += 1
    notes = workbook.add_worksheet("Notes")
    for line, note in enumerate(NOTES):
        notes.write(line, 0, note)
    workbook.close()
    return file.getvalue()


EXPERTS = """\
Institution;Antenne;Prénom et nom;Email;Téléphone;Fonction;Nom de l’équipe;Email de l’équipe;Téléphone de l’équipe;Recruter un ou plusieurs salariés;former;Numérique:Améliorer sa visibilité sur internet et ses outils numériques;Faire un point sur sa stratégie
CCI Hauts-de-France;CCI Aisne;Conseiller recrutement et formation, CCI Aisne;recrutement-et-formation@cci-aisne.example;+33 3 53 01 00 67;;;;;x;x;;
CCI Hauts-de-France;CCI Grand Lille;Conseiller numérique, CCI Grand Lille;numerique@cci-grand-lille.example;03.53.01.91.88;;;;;non;non;diagnostic numérique gratuit;
CCI Hauts-de-France;CCI Amiens-Picardie;Conseiller recrutement, CCI Amiens-Picardie 2;recrutement.2@cci-amiens-picardie.example;353019101;Conseiller emploi;;;;oui;non;;
CCI Hauts-de-France;CCI AMIENS-PICARDIE;Conseiller alternance, CCI Amiens-Picardie;alternance@cci-amiens-picardie.example;03 53 01 91 02 / 06 39 98 91 02;Développeur de l’apprentissage;;;;apprentis et alternants seulement;X;;-
CCI Hauts de France;Point d’accueil de Lomme;Conseiller stratégie, Point d’accueil de Lomme;strategie@cci-lomme.example;03\u00a053\u00a001\u00a091\u00a003;;;;;non;non;non;Oui
CCI Hauts de France;Point d'accueil de Laon;Conseiller emploi, Point d’accueil de Laon;;06-39-98-91-04;;;;;x;n/a;;

CCI Hauts-de-France;CCI Littoral;Conseiller formation, CCI Littoral;formation@cci-littoral.example;(0)3 53 01 91 05;Équipe de Calais;Pôle compétences, CCI Littoral;competences@cci-littoral.example;0353019100;x;x;;
CCI Hauts-de-France;CCI Littoral;Conseiller apprentissage, CCI Littoral;apprentissage@cci-littoral.example;0033 3 53 01 91 06;Équipe de Boulogne;Pôle compétences, CCI Littoral;competences@cci-littoral.example;0353019100;;x;;
CCI Hauts-de-France;CCI Oise;Assistant d’accueil, CCI Oise;accueil@cci-oise.example;03 53 01 91 07;;;;;non;non;non;non
"""


def experts() -> bytes:
    """The sheet of experts as Excel for Mac saves a CSV file: Mac Roman, lines that end with CR alone."""
    return EXPERTS.replace("\n", "\r").encode("mac_roman")


CRM_HEADERS = (
    "N° dossier;Date;Raison sociale;Contact;SIRET;Code postal;Ville;Besoin;Code NAF;Tranche effectif;Effectif"
)

# Date, SIRET, postal code, town, need, NAF code, band, headcount; the company is known by its number.
CRM = """\
12/10/2026;;80001;AMIENS CEDEX 1;Recrutement;6201Z;02;
12/10/2026;;;LILLE CEDEX;Recrutement;62.01Z;01;
12/10/2026;;59777;LILLE CEDEX;Formation;62.01Z;03;
12/10/2026;;2000;Laon;Recrutement;56.10A;02;
13/10/2026;;02000;laon;Trésorerie;56.10A;;4
13/10/2026;;2100;St Quentin;Internet;47.71Z;01;
13/10/2026;82161143100015;2100;SAINT QUENTIN;Stratégie;47.71Z;01;
13/10/2026;;59160;LOMME;Stratégie;10.71C;02;
14/10/2026;;59260;Hellemmes;Formation;43.21A;02;
14/10/2026;82161143100015.0;59000;Lille;Recrutement;43.21A;02;
14/10/2026;8,21611E+13;59000;Lille;Recrutement;43.21A;02;
14/10/2026;;62000;Amiens;Recrutement;43.21A;02;
14/10/2026;;60000;Trifouillis-les-Oies;Formation;96.02A;01;
15/10/2026;;59999;Trifouillis-les-Oies;Formation;96.02A;01;
15/10/2026;;60006;BEAUVAIS CEDEX;Immobilier;28.99B;12;
15/10/2026;;62022;ARRAS CEDEX;Stratégie;10.71C;11;
15/10/2026;;59240;Malo-les-Bains;Internet;55.10Z;03;
15/10/2026;;80000;AMIENS - ZI NORD;Recrutement;25.62B;;18.0
16/10/2026;;62300;Lenss;Recrutement;49.41A;03;
16/10/2026;;59700;Marcq-en-Barœul;Stratégie;70.22Z;00;
16/10/2026;;02000;;Formation;56.10A;01;
16/10/2026;;80100;;Recrutement;47.11B;02;
;;;;;;;
46314;;62200;Boulogne sur Mer;Formation;10.20Z;21;
46314;;59313;VALENCIENNES CEDEX 9;Trésorerie;45.20A;;3
19/10/2026;;80000;Abbeville;Internet;47.71Z;;2
19/10/2026;;;Saint-Quentin (02);Recrutement;43.34Z;01;
19/10/2026;;;St Quentin;Recrutement;43.34Z;01;
19/10/2026;;59650;V. D ASCQ;Recrutement;62.01Z;02;
20/10/2026;;59100;59100 ROUBAIX;Autre;96.01B;02;
20/10/2026;;75012;PARIS 12;Formation;70.22Z;01;
20/10/2026;;60200;COMPIEGNE;Recrutement;56.10C;;12
20/10/2026;;62100.0;CALAIS;Recrutement;49.41A;02;
20/10/2026;;62400;BETHUNE;Internet;47.71Z;2;
"""


def crm_export() -> bytes:
    """The export of a CRM, as Excel saves it in France: Windows-1252, `;`, lines that end with CR LF."""
    file = io.StringIO()
    output = csv.writer(file, delimiter=";", lineterminator="\r\n")
    output.writerow(CRM_HEADERS.split(";"))
    for number, line in enumerate(CRM.splitlines(), 1):
        date, *cells = line.split(";")
        names = [f"P-{number:03}", date, f"Entreprise {number}", f"contact@entreprise-{number}.example"]
        output.writerow([*names, *cells] if date else [""] * (len(names) + len(cells)))
    return file.getvalue().encode("cp1252")


def needs() -> bytes:
    """The needs of `needs.csv` as a workbook: a title above the headers, and numbers where Excel made some."""
    import xlsxwriter

    file = io.BytesIO()
    workbook = xlsxwriter.Workbook(file, {"in_memory": True})
    workbook.set_properties({"created": datetime(2026, 10, 15)})
    sheet = workbook.add_worksheet("Besoins")
    sheet.write(0, 0, "Besoins à orienter")
    rows = csv.reader((HERE / "needs.csv").read_text(encoding="utf-8").splitlines(), delimiter=";")
    for line, row in enumerate(rows, 1):
        sheet.write_row(line, 0, [int(cell) if cell.isdigit() else cell for cell in row])
    workbook.close()
    return file.getvalue()


def main() -> None:
    (HERE / "antennes.xlsx").write_bytes(antennes())
    (HERE / "needs.xlsx").write_bytes(needs())
    (HERE / "experts-macroman.csv").write_bytes(experts())
    (HERE / "crm-export.csv").write_bytes(crm_export())


if __name__ == "__main__":
    main()
