"""Surveys: whether companies that were helped were called back, and whether that was of use to them.

A survey holds yes, no and words of a closed list. What a company writes besides stays with the host.
What companies answered is counted by `impact`, beside what became of their needs.

>>> from aiguillage import surveys
>>> asked = surveys.ask([], "b-17", on="2026-11-20")
>>> answered = surveys.answer(asked.surveys, need="b-17", on="2026-11-21", called_back=True, useful=True)
>>> surveys.fold([*answered.events, *asked.events, *answered.events]).surveys == answered.surveys
True
>>> from aiguillage import impact
>>> need = {"id": "b-17", "subject": "recruter", "deposited_on": "2026-11-01"}
>>> impact([need], [], surveys=answered.surveys, on="2026-12-31").total.surveys.satisfied
1
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Optional, cast

from ._aiguillage import _call, _read_surveys_csv
from ._words import LABELS
from .generated import (
    FoldedSurveys,
    Referral,
    Survey,
    SurveyChanges,
    SurveyDue,
    SurveyEvent,
    SurveyFile,
    SurveyOutcome,
)
from .referrals import Day, Like

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .generated.arguments import SurveyAnswerFields, SurveyPolicyFields

__all__ = ["OUTCOMES", "answer", "ask", "due", "fold", "read_csv"]

OUTCOMES = cast("dict[SurveyOutcome, str]", LABELS["SurveyOutcome"])
"""What an exchange allowed companies to do, and what users read."""


def due(
    referrals: Iterable[Like[Referral]],
    surveys: Iterable[Like[Survey]],
    on: Day,
    **policy: Unpack[SurveyPolicyFields],
) -> list[SurveyDue]:
    """The needs whose companies are to be asked on a day: those that somebody helped, each once.

    The policy: ``after_days`` 10 after the first help, ``within_months`` 3 after the need was first sent.
    """
    arguments = {"referrals": list(referrals), "surveys": list(surveys), "on": on, "policy": policy}
    found: list[SurveyDue] = _call("surveys_due", arguments)
    return found


def ask(surveys: Iterable[Like[Survey]], need: str, on: Day) -> SurveyChanges:
    """Asks a company about a need; ``surveys`` are those that there are already."""
    changes: SurveyChanges = _call("ask_survey", {"surveys": list(surveys), "need": need, "on": on})
    return changes


def answer(surveys: Iterable[Like[Survey]], **answer: Unpack[SurveyAnswerFields]) -> SurveyChanges:
    """Takes down what a company answers; the same answer twice changes nothing.

    The keywords are the fields of a `SurveyAnswer`: ``need``, ``on``, ``called_back``, ``useful``,
    ``outcomes``.
    """
    changes: SurveyChanges = _call("answer_survey", {"surveys": list(surveys), "answer": answer})
    return changes


def fold(events: Iterable[Like[SurveyEvent]], on: Optional[Day] = None) -> FoldedSurveys:
    """The surveys that events amount to, in whatever order and however often they arrived."""
    folded: FoldedSurveys = _call("fold_surveys", {"events": list(events), "on": on})
    return folded


def read_csv(data: bytes, *, name: str = "surveys.csv") -> SurveyFile:
    """The surveys of a CSV file with a row an event, and what is wrong with its rows.

    >>> from aiguillage import surveys
    >>> file = surveys.read_csv(b"need,on,kind,called_back\\nb-1,2026-11-20,asked,\\nb-1,2026-11-21,answered,oui\\n")
    >>> file.surveys[0].called_back, file.faults
    (True, ())
    """
    file: SurveyFile = _read_surveys_csv(name, data)
    return file
