"""What is wrong, in French and in English: the same words as in every language."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import vectors

from aiguillage import Directory, DirectoryError, Need, NeedError, diagnostic_code

SPOKEN = vectors("spoken/index.json")


@pytest.mark.parametrize("vector", SPOKEN["directories"], ids=lambda vector: vector["name"])
def test_findings_speak_both_languages(vector: dict[str, Any]) -> None:
    with pytest.raises(DirectoryError) as raised:
        Directory.from_json(json.dumps(vector["directory"]))
    found = [
        {"code": one.code, "en": one.message_in("en"), "fr": one.message_in("fr")}
        for one in raised.value.diagnostics
    ]
    assert found == vector["findings"]
    assert raised.value.message_in("en") == str(raised.value)
    assert raised.value.message_in("fr").startswith("erreur[")


@pytest.mark.parametrize("vector", SPOKEN["needs"], ids=lambda vector: vector["name"])
def test_errors_of_needs_speak_both_languages(vector: dict[str, Any]) -> None:
    with pytest.raises(NeedError) as raised:
        Need.from_dict(vector["need"])
    error, wanted = raised.value, vector["error"]
    hint = wanted["hint_fr"]
    assert (error.code, error.message, error.hint) == (wanted["code"], wanted["en"], wanted["hint_en"])
    assert error.message_in("fr") == (wanted["fr"] if hint is None else f"{wanted['fr']}\u00a0: {hint}")
    assert error.message_in("en") == str(error)


def test_codes_say_what_to_do() -> None:
    assert diagnostic_code("lost_zero").severity == "warning"
    assert diagnostic_code("lost_zero", "fr").remedy != diagnostic_code("lost_zero", "en").remedy
    with pytest.raises(DirectoryError) as raised:
        diagnostic_code("lost_zeros")
    assert raised.value.code == "invalid_value"
