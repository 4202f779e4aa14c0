"""Surveys: whom to ask, what companies answer, and what is wrong with it."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest

from aiguillage import Referral, ReferralError, Survey, TrackedNeed, impact, referrals, surveys

DAY = date(2026, 11, 2)


def helped(need: str = "b-17", expert: str = "recrutement") -> Referral:
    sent = referrals.send([], referral=need, need=need, expert=expert, institution="cci", on=DAY)
    (done,) = referrals.move(sent.referrals, referral=need, to="done", on="2026-11-05").referrals
    return done


def answered() -> Any:
    asked = surveys.ask([], "b-17", on="2026-11-16")
    return asked, surveys.answer(
        asked.surveys, need="b-17", on="2026-11-17", called_back=True, useful=True, outcomes=["choice_made"]
    )


def test_whom_to_ask() -> None:
    (due,) = surveys.due([helped()], [], "2026-11-15")
    assert (due.need, due.helped_on, due.until, due.experts) == (
        "b-17", date(2026, 11, 5), date(2027, 2, 1), ("recrutement",)
    )  # fmt: skip
    assert surveys.due([helped()], [], "2026-11-14") == []
    assert surveys.due([helped()], [], "2026-11-14", after_days=3) != []
    assert surveys.due([helped()], surveys.ask([], "b-17", DAY).surveys, "2026-11-15") == []


def test_events_make_the_same_survey() -> None:
    asked, answer = answered()
    (survey,) = answer.surveys
    assert Survey.from_dict(survey.to_dict()) == survey
    for order in itertools.permutations([*asked.events, *answer.events]):
        assert surveys.fold([*order, *order]).surveys == (survey,)
    later = {"need": "b-17", "on": "2026-11-18", "kind": "withdrawn", "by": "company"}
    folded = surveys.fold([later, *asked.events, later])
    assert [(event.of, event.kind, event.code) for event in folded.unknown] == [("b-17", "withdrawn", "unknown_kind")]


def test_results() -> None:
    _, answer = answered()
    need = TrackedNeed("b-17", "recruter", date(2026, 11, 1))
    report = impact([need], [helped()], surveys=answer.surveys, on="2026-12-31", by="expert")
    (row,) = report.rows
    figures = row.figures.surveys
    assert (row.group, figures.satisfied, figures.satisfaction.value) == ("recrutement", 1, 1.0)
    assert [(count.outcome, count.count) for count in report.total.surveys.outcomes] == [("choice_made", 1)]
    assert impact([need], [], surveys=answer.surveys, on="2026-12-31", by="subject", least=2).rows[0].group == "*"
    (fault,) = impact([], [], surveys=answer.surveys, on="2026-12-31").faults
    assert (fault.code, fault.need) == ("unknown_need", "b-17")


def test_what_is_wrong_with_an_answer() -> None:
    _, answer = answered()
    fields: Any = {"need": "b-17", "on": "2026-11-18", "called_back": False}
    for known, changed, code in [
        (answer.surveys, {}, "already_answered"),
        ([], {}, "unknown_need"),
        (surveys.ask([], "b-17", "2026-11-20").surveys, {}, "impossible_date"),
        (answer.surveys, {"outcomes": ["choix"]}, "invalid_value"),
    ]:
        with pytest.raises(ReferralError) as error:
            surveys.answer(known, **{**fields, **changed})
        assert error.value.code == code
    with pytest.raises(ReferralError) as error:
        surveys.ask(answer.surveys, "b-17", on="2026-11-20")
    assert error.value.code == "already_asked"
