"""What tests share: the sample directory and the vectors of the project."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from aiguillage import Router

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "examples" / "hauts-de-france"
VECTORS = ROOT / "core" / "tests" / "vectors"


def vectors(name: str) -> Any:
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def router() -> Router:
    return Router.open(SAMPLE)


@pytest.fixture
def small() -> Router:
    """A subject with a question, held by one expert everywhere and by another who asks for more."""
    return Router.from_json(
        json.dumps(
            {
                "themes": [{"id": "emploi", "label": "Emploi"}],
                "subjects": [
                    {
                        "id": "recruter",
                        "theme": "emploi",
                        "label": "Recruter",
                        "questions": [{"id": "handicap", "label": "Une personne handicapée ?"}],
                    }
                ],
                "institutions": [{"id": "cci", "name": "CCI", "aliases": ["chambre"]}],
                "antennes": [
                    {"id": "somme", "institution": "cci", "name": "Somme", "zones": ["departement:80"]}
                ],
                "experts": [
                    {
                        "id": "recrutement",
                        "antenne": "somme",
                        "name": "Conseiller recrutement",
                        "email": "recrutement@cci.example",
                        "absences": [{"from": "2026-11-20", "until": "2026-11-30"}],
                        "competences": [{"subject": "recruter", "note": "sur rendez-vous"}],
                    },
                    {
                        "id": "grands-comptes",
                        "antenne": "somme",
                        "name": "Conseiller grands comptes",
                        "competences": [{"subject": "recruter"}],
                        "criteria": [{"min_headcount": 50, "when_unknown": "accept"}],
                    },
                ],
            }
        )
    )
