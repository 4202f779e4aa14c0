"""Half a character (a lone surrogate) is no text: a typed error, and never another text in its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pyarrow
import pytest

from aiguillage import Directory, DirectoryError, Geography, GeographyError, Need, NeedError, ReferralError, Router
from aiguillage.notifications import Templates
from aiguillage.referrals import fold

HALVES = ["\ud800", "\udfff", "a\ud83dz", "\ud83d\ud83d", "\udc00\ud800"]


@pytest.mark.parametrize("half", HALVES)
def test_needs(small: Router, half: str) -> None:
    base = {"subject": "recruter", "commune": "80021"}
    fields: dict[str, Any] = {name: half for name in ("id", "subject", "commune", "origin", "naf", "town", "siret")}
    fields |= {"opco": half, "answers": {half: True}, "excluded_experts": [half]}
    for field, value in fields.items():
        if field not in Need.__dict__:
            continue
        calls: list[Callable[[], object]] = [
            lambda: small.match_experts({**base, field: value}),  # noqa: B023
            lambda: Need(**{**base, field: value}),  # noqa: B023
            lambda: Need.from_dict({**base, field: value}),  # noqa: B023
        ]
        for call in calls:
            with pytest.raises(NeedError) as refused:
                call()
            assert (refused.value.code, refused.value.field) == ("invalid_value", field)
        (error,) = small.match_batch([{**base, field: value}])
        assert isinstance(error, NeedError) and error.field == field
    with pytest.raises(NeedError) as refused:
        small.match_experts({**base, half: 1})
    assert refused.value.code == "unknown_field"
    with pytest.raises(NeedError) as refused:
        small.match_experts(base, load={half: 1})
    assert (refused.value.code, refused.value.field) == ("invalid_value", "load")
    with pytest.raises(NeedError) as refused:
        Need.from_cells({**base, "id": half})
    assert (refused.value.code, refused.value.field) == ("invalid_value", "id")
    with pytest.raises(NeedError) as refused:
        Need.from_cells({**base, half: "x"})
    assert refused.value.code == "unknown_field"


@pytest.mark.parametrize("half", HALVES)
def test_messages_and_json(small: Router, half: str) -> None:
    document = json.loads(small.directory.to_json())
    document["themes"][0]["label"] = half
    text = json.dumps(document, ensure_ascii=False)
    expert: Any = {"id": half, "antenne": "somme", "name": "x", "competences": []}
    calls: dict[type[Any], list[Callable[[], object]]] = {
        NeedError: [
            lambda: small.suggest_subjects(half),
            lambda: small.screen(half),
            lambda: small.extract(half),
            lambda: Need.from_json(json.dumps({"subject": half, "commune": "80021"}, ensure_ascii=False)),
            lambda: small.coverage(half),
        ],
        DirectoryError: [
            lambda: Router.from_json(text),
            lambda: Directory.from_json(text),
            lambda: Directory.from_json(text, lenient=True),
            lambda: small.with_changes(experts=[expert]),
            lambda: small.directory.with_rules(half),  # type: ignore[arg-type]
            lambda: small.directory.import_sheets(experts=[(half, b"x")]),
            lambda: small.directory.import_sheets(experts=[("x", b"x")], sheets=[half]),
        ],
        GeographyError: [
            lambda: small.directory.geography.commune(half),
            lambda: small.directory.geography.resolve(half),
            lambda: small.directory.geography.search(half),
            lambda: small.directory.geography.locate(town=half),
            lambda: small.directory.geography.zone_name(half),
        ],
        ReferralError: [
            lambda: fold([{"id": half}]),
            lambda: fold([{half: 1}]),
            lambda: Templates({"company_sent.text": half}),
            lambda: Templates({half: "x"}),
            lambda: Templates().render("company_sent", service={"name": half}),
        ],
    }
    for kind, ones in calls.items():
        for call in ones:
            with pytest.raises(kind) as refused:
                call()
            assert refused.value.code in ("invalid_value", "unknown_template") and str(refused.value)


@pytest.mark.parametrize("half", HALVES)
def test_nothing_has_such_a_name(small: Router, half: str) -> None:
    directory = small.directory
    for find in (directory.expert, directory.subject, directory.institution, directory.theme):
        assert find(half) is None
    table = pyarrow.table({"subject": ["recruter"], "commune": ["80021"]})
    with pytest.raises(ValueError) as refused:
        small.match_table(table, columns=[half])
    assert not isinstance(refused.value, UnicodeError)


def test_whole_characters_are_texts(small: Router) -> None:
    assert Need("recruter", "80021", id="\U0001f600").id == "\U0001f600"
    assert small.screen("Bonjour \U0001f600").flags
    assert Geography.embedded().commune("80021") is not None
