"""Needs, and what is wrong with them."""

from __future__ import annotations

import json
import pickle
from collections import ChainMap
from datetime import date, datetime
from typing import Any

import pytest

from aiguillage import Match, Matches, Need, NeedError, Router

FACTS = {
    "id": "n",
    "subject": "recruter",
    "commune": "80021",
    "on": date(2026, 11, 23),
    "siret": "82161143100015",
    "naf": "10.71C",
    "naf_2025": "62.10Y",
    "nafa_codes": ["4002CZ"],
    "headcount": 3,
    "headcount_band": "02",
    "legal_form": "5710",
    "created_on": date(2020, 2, 29),
    "activities": ["COMMERCIALE"],
    "opco": "akto",
    "origin": "site",
    "answers": {"handicap": True},
}


def test_every_field_comes_back() -> None:
    need = Need(**FACTS)  # type: ignore[arg-type]
    assert need.to_dict() == FACTS
    for name, value in FACTS.items():
        assert getattr(need, name) == value, name
    assert Need.from_dict(FACTS) == need
    assert Need.from_dict(ChainMap({}, FACTS)) == need
    assert hash(Need.from_dict(FACTS)) == hash(need)
    assert eval(repr(need), {"Need": Need, "datetime": __import__("datetime")}) == need
    assert need != need.replace(headcount=4)
    assert need != "need"


def test_nothing_given_is_nothing() -> None:
    need = Need("recruter", "80021", naf=None, opco=" ", activities=[], answers={"handicap": None})
    assert need == Need("recruter", "80021")
    assert (need.naf, need.activities, need.answers, need.on) == (None, [], {}, None)


def test_a_need_a_dict_and_keywords_are_the_same(small: Router) -> None:
    by_need = small.match_experts(Need("recruter", "80021", on=date(2026, 11, 23)))
    by_dict = small.match_experts({"subject": "recruter", "commune": "80021", "on": "2026-11-23"})
    by_keyword = small.match_experts(subject="recruter", commune="80021", on=datetime(2026, 11, 23))
    assert by_need == by_dict == by_keyword
    assert [one.expert.id for one in by_need] == ["grands-comptes", "recrutement"]


def test_a_match_says_why(small: Router) -> None:
    matches = small.match_experts(subject="recruter", commune="80021", on="2026-11-23")
    assert isinstance(matches, Matches) and len(matches) == 2
    away = matches[1]
    assert isinstance(away, Match)
    assert (away.expert.name, away.expert.email) == ("Conseiller recrutement", "recrutement@cci.example")
    assert (away.antenne.name, away.institution.name, away.subject.label) == ("Somme", "CCI", "Recruter")
    assert (away.zone, away.zone_owner, away.note) == ("departement:80", "antenne", "sur rendez-vous")
    assert away.absent_until == date(2026, 11, 30)
    assert matches[0].unverified == ["headcount"]
    assert away.to_dict() == {
        "expert": "recrutement",
        "antenne": "somme",
        "institution": "cci",
        "subject": "recruter",
        "zone": "departement:80",
        "zone_owner": "antenne",
        "note": "sur rendez-vous",
        "absent_until": date(2026, 11, 30),
    }
    assert away.expert.absences[0].until == date(2026, 11, 30)
    assert "Match(expert=\"recrutement\"" in repr(away)


def test_matches_are_a_sequence(router: Router) -> None:
    matches = router.match_experts(subject="recruter", commune="80021")
    ids = [one.expert.id for one in matches]
    assert len(ids) == len(matches) > 3
    assert matches[-1].expert.id == ids[-1]
    assert [one.expert.id for one in matches[1:6:2]] == ids[1:6:2]
    assert [one.expert.id for one in matches[::-1]] == ids[::-1]
    assert [one.expert.id for one in reversed(matches)] == ids[::-1]
    assert matches[0] in matches
    with pytest.raises(IndexError):
        matches[len(matches)]
    with pytest.raises(IndexError):
        matches[-len(matches) - 1]
    with pytest.raises(TypeError):
        matches["first"]  # type: ignore[call-overload]


def test_options(router: Router) -> None:
    everyone = router.match_experts(subject="recruter", commune="80021", on="2026-11-23")
    three = router.match_experts(subject="recruter", commune="80021", on="2026-11-23", limit=3)
    assert list(three) == list(everyone)[:3]
    one_each = router.match_experts(subject="recruter", commune="80021", per_institution=1)
    institutions = [one.institution.id for one in one_each]
    assert len(institutions) == len(set(institutions))
    first = everyone[0].expert.id
    loaded = router.match_experts(subject="recruter", commune="80021", load={first: 1000})
    assert loaded[0].expert.id != first


@pytest.mark.parametrize(
    ("fields", "code", "field", "says"),
    [
        ({"subject": 3}, "invalid_value", "subject", "text"),
        ({"headcount": float("nan")}, "invalid_value", "headcount", "whole number"),
        ({"headcount": 10**30}, "invalid_value", "headcount", "64 bits"),
        ({"headcount": True}, "invalid_value", "headcount", "whole number"),
        ({"headcount": object()}, "invalid_value", "headcount", "object"),
        ({"headcount": {1: 2}}, "invalid_value", "headcount", "object"),
        ({"on": "23/11/2026"}, "invalid_value", "on", "2026-11-23"),
        ({"on": datetime(2026, 11, 23, 10)}, "invalid_value", "on", "datetime"),
        ({"created_on": b"2020"}, "invalid_value", "created_on", "bytes"),
        ({"siret": True}, "invalid_value", "siret", "text"),
        ({"activities": "COMMERCIALE"}, "invalid_value", "activities", "list"),
        ({"activities": [["COMMERCIALE"]]}, "invalid_value", "activities", "list"),
        ({"answers": {"handicap": "oui"}}, "invalid_value", "answers.handicap", "true or false"),
        ({"answers": {"handicap": ["oui", True]}}, "invalid_value", "answers.handicap", "a list of choices"),
        ({"answers": ["handicap"]}, "invalid_value", "answers", "object"),
        ({"communes": "80021"}, "unknown_field", "communes", "did you mean `commune`?"),
        ({1: 2}, "unknown_field", "1", "no field"),
        ({"commune": "\ud800"}, "invalid_value", "commune", "half a character"),
        ({"subject": None}, "missing_field", "subject", "missing"),
        ({"commune": "59800"}, "unknown_commune", "commune", ""),
        ({"answers": {"autre": True}}, "unknown_question", "answers.autre", ""),
        ({"opco": "cci"}, "invalid_value", "opco", ""),
    ],
)
def test_faults_name_their_field(
    small: Router, fields: dict[Any, Any], code: str, field: str, says: str
) -> None:
    need = {"subject": "recruter", "commune": "80021", **fields}
    with pytest.raises(NeedError) as refused:
        small.match_experts(need)
    error = refused.value
    assert (error.code, error.field) == (code, field)
    assert says in str(error)
    assert isinstance(error, ValueError)


def test_a_list_within_itself_is_refused(small: Router) -> None:
    knot: list[Any] = []
    knot.append(knot)
    with pytest.raises(NeedError) as refused:
        small.match_experts(subject="recruter", commune="80021", activities=knot)
    assert refused.value.field == "activities"


def test_what_is_no_need_is_a_type_error(small: Router) -> None:
    with pytest.raises(TypeError, match="not `int`"):
        small.match_experts(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="replace"):
        small.match_experts(Need("recruter", "80021"), headcount=3)
    with pytest.raises(TypeError):
        Router(5)  # type: ignore[arg-type]


def test_keywords_that_are_neither_options_nor_fields_are_named(small: Router) -> None:
    need = Need(subject="recruter", commune="80021")
    with pytest.raises(TypeError, match=r"match_batch\(\) got an unexpected keyword argument 'limits'"):
        small.match_batch([need], limits=1)  # type: ignore[call-arg]
    with pytest.raises(NeedError) as refused:
        small.match_experts(subject="recruter", commune="80021", limits=1)  # type: ignore[call-arg]
    assert refused.value.code == "unknown_field"
    assert len(small.match_experts(need, limit=1)) == 1
    assert small.match_experts(need, limit=None) == small.match_experts(need)


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"limit": -1}, "limit"),
        ({"limit": "3"}, "limit"),
        ({"per_institution": 1.5}, "per_institution"),
        ({"load": {"nobody": 1}}, "load"),
        ({"load": {"recrutement": -1}}, "load"),
        ({"load": {"recrutement": float("nan")}}, "load"),
        ({"load": {"recrutement": None}}, "load.recrutement"),
        ({"load": 3}, "load"),
        ({"share": "team"}, "share"),
    ],
)
def test_faulty_options_name_theirs(small: Router, options: dict[str, Any], field: str) -> None:
    with pytest.raises(NeedError) as refused:
        small.match_experts(subject="recruter", commune="80021", **options)
    assert refused.value.field == field


def test_numbers_of_numpy_count(small: Router) -> None:
    numpy = pytest.importorskip("numpy")
    matches = small.match_experts(subject="recruter", commune="80021", headcount=numpy.int64(80))
    assert len(matches) == 2
    matches = small.match_experts(subject="recruter", commune="80021", headcount=numpy.float64(8))
    assert [one.expert.id for one in matches] == ["recrutement"]


def test_a_batch_keeps_every_row(small: Router) -> None:
    needs: list[Any] = [
        {"subject": "recruter", "commune": "80021"},
        {"subject": "recruter", "commune": "99999"},
        5,
        {"subject": "recruter", "commune": "80021", "headcount": "many"},
        Need("recruter", "59350"),
    ]
    seen: list[tuple[int, int]] = []
    results = small.match_batch(needs, progress=lambda done, total: seen.append((done, total)))
    assert [type(one).__name__ for one in results] == [
        "Matches", "NeedError", "NeedError", "NeedError", "Matches",
    ]  # fmt: skip
    assert [one.code for one in results if isinstance(one, NeedError)] == [
        "unknown_commune", "invalid_value", "invalid_value",
    ]  # fmt: skip
    assert seen[-1] == (5, 5)
    assert small.match_batch([]) == []
    with pytest.raises(TypeError):
        small.match_batch(5)  # type: ignore[arg-type]


def test_what_progress_raises_stops_the_batch(small: Router) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        small.match_batch([Need("recruter", "80021")] * 100_000, progress=stop)


def test_needs_of_a_csv_file() -> None:
    text = "subject;commune;headcount\nrecruter;80021;3\nrecruter;80021;many\n"
    first, second = Need.read_csv(text.encode("cp1252"))
    assert first == (2, Need("recruter", "80021", headcount=3))
    assert second[0] == 3 and isinstance(second[1], NeedError) and second[1].field == "headcount"
    with pytest.raises(NeedError):
        Need.read_csv(b"subject;towns\nrecruter;Amiens\n")


def test_quotes_that_may_hide_rows_are_said() -> None:
    rows = "s,80021,n1,x\n" 's,80021,n2,"x\n' "s,80021,n3,x\n" 's,80021,n4,"x\n'
    read = Need.read_csv(("subject,commune,id,origin\n" + rows).encode())
    assert [(line, isinstance(need, Need)) for line, need in read] == [(2, True), (3, False), (4, True), (5, False)]
    with pytest.warns(UserWarning, match="stray_quote"):
        (row,) = Need.read_csv(b'subject,commune,origin\ns,80021,du "site"\n')
    assert row == (2, Need("s", "80021", origin='du "site"'))


def test_a_title_above_the_headers_is_no_row() -> None:
    assert Need.read_csv(b"Besoins de mars;\nsubject;commune\ns;80021\n") == [(3, Need("s", "80021"))]


def test_every_code_reaches_python(small: Router) -> None:
    """The stable codes of the core, each from a call."""
    base: dict[str, Any] = {"subject": "recruter", "commune": "80021"}
    calls: dict[str, Any] = {
        "missing_field": lambda: small.match_experts(),
        "unknown_field": lambda: small.match_experts(**base, communes="80021"),  # type: ignore[call-arg]
        "invalid_value": lambda: small.match_experts(**base, naf="boulanger"),
        "unknown_subject": lambda: small.match_experts(subject="recrutter", commune="80021"),
        "unknown_commune": lambda: small.match_experts(subject="recruter", commune="99999"),
        "ambiguous_commune": lambda: small.match_experts(subject="recruter", town="Saint-Denis"),
        "unknown_question": lambda: small.match_experts(**base, answers={"autre": True}),
        "unknown_institution": lambda: small.match_experts(**base, opco="autre"),
        "unknown_expert": lambda: small.match_experts(**base, load={"nobody": 1}),
    }
    for code, call in calls.items():
        with pytest.raises(NeedError) as refused:
            call()
        assert refused.value.code == code and refused.value.message and refused.value.field
        assert str(refused.value) in repr(refused.value) or refused.value.hint


def test_questions_with_choices_are_answered_by_one_or_several() -> None:
    contact = {"id": "contact", "label": "Comment ?", "choices": [{"id": "tel", "label": "Téléphone"},
                                                                   {"id": "visio", "label": "Visio"}]}  # fmt: skip
    group = {"subject": "s", "answers": {"contact": "visio"}}
    directory = {
        "themes": [{"id": "t", "label": "T"}],
        "subjects": [{"id": "s", "theme": "t", "label": "S", "questions": [contact]}],
        "institutions": [{"id": "i", "name": "I", "answer_groups": [group]}],
        "antennes": [{"id": "a", "institution": "i", "name": "A", "level": "national"}],
        "experts": [{"id": "e", "antenne": "a", "name": "E", "competences": [{"subject": "s"}]}],
    }
    router = Router.from_json(json.dumps(directory))
    (question,) = router.directory.subjects[0].questions
    assert [(choice.id, choice.label) for choice in question.choices] == [("tel", "Téléphone"), ("visio", "Visio")]
    assert router.directory.institutions[0].answer_groups[0].answers == {"contact": "visio"}

    def found(answer: Any) -> int:
        return len(router.match_experts(subject="s", commune="80021", answers={"contact": answer}))

    assert [found(answer) for answer in ("tel", "visio", ["tel", "visio"], ("visio",), None, [])] == [0, 1, 1, 1, 1, 1]
    need = Need("s", "80021", answers={"contact": ("tel", "visio")})
    assert need.answers == {"contact": ["tel", "visio"]}
    assert need == Need.from_dict(need.to_dict()) == pickle.loads(pickle.dumps(need))
    (row,) = Need.read_csv(b"subject,commune,answers\ns,80021,contact=tel|visio\n")
    assert isinstance(row[1], Need) and row[1].answers == need.answers
    with pytest.raises(NeedError, match="did you mean `visio`") as refused:
        found("visoi")
    assert (refused.value.code, refused.value.field) == ("invalid_value", "answers.contact")
