"""Waves, and reminders of people who are away and needs that are suspended."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from aiguillage import Candidates, Need, NeedError, Referral, ReferralError, Router, referrals, waves

DAY = date(2026, 11, 2)
FOUND: Any = {"matched": [{"expert": "a", "institution": "i"}, {"expert": "b", "institution": "i"}]}


def sent(expert: str, on: date = DAY) -> Referral:
    fields: Any = {"referral": f"r-{expert}", "need": "b-17", "expert": expert, "institution": "i", "on": on}
    (referral,) = referrals.send([], **fields).referrals
    return referral


def test_candidates_are_the_matches_of_the_day(small: Router) -> None:
    need = Need(subject="recruter", commune="80021", on=DAY)
    found = waves.candidates(small, need)
    matches = small.match_experts(need)
    assert [one.expert for one in found.matched] == [match.expert.id for match in matches]
    assert waves.candidates(small, need.to_dict()) == found
    wave = waves.next_wave(found, [], DAY, size=1)
    assert [one.expert for one in wave.alert] == [matches[0].expert.id]
    with pytest.raises(NeedError):
        waves.candidates(small, {"subject": "recuter", "commune": "80021"})


def test_waves_follow_each_other() -> None:
    first = waves.next_wave(FOUND, [], DAY, size=1)
    assert (first.step, first.number, [one.expert for one in first.alert]) == ("matched", 1, ["a"])
    early = waves.next_wave(FOUND, [sent("a")], DAY + timedelta(days=4), size=1)
    assert (early.step, early.since) == ("wait", DAY + timedelta(days=5))
    second = waves.next_wave(FOUND, [sent("a")], DAY + timedelta(days=5), size=1, language="en")
    assert [one.expert for one in second.alert] == ["b"]
    assert second.sentence.startswith("Wave 2: nobody has moved for 5\u00a0days.")
    both = [sent("a"), sent("b")]
    last = waves.next_wave(FOUND, both, DAY + timedelta(days=5), size=1)
    assert (last.step, last.tell_company, waves.STEPS[last.step]) == ("nobody_left", True, "Plus personne à alerter")
    team: Any = {"expert": "team", "institution": "own"}
    named = waves.next_wave(FOUND, both, DAY + timedelta(days=5), fallback=[team])
    assert [one.expert for one in named.alert] == ["team"]
    with pytest.raises(ReferralError) as error:
        waves.next_wave(Candidates(), [], DAY, size=0)
    assert error.value.field == "policy.size"


def test_companies_are_invited_to_come_back() -> None:
    need: Any = {"id": "b-17", "subject": "recruter", "deposited_on": "2026-06-01"}
    (due,) = referrals.come_backs_due([need], [], "2026-11-02")
    assert (due.need, due.since) == ("b-17", date(2026, 11, 1))
    assert referrals.come_backs_due([need], [], "2026-11-02", after_deposit_months=6) == []


def test_reminders_know_absences_and_suspensions(small: Router) -> None:
    held = [sent("a")]
    on = DAY + timedelta(days=9)
    away: Any = [{"expert": "a", "from": DAY, "until": on}]
    (need,) = referrals.reminders(held, on, absences=away).needs
    assert (need.experts, need.away) == ((), ("a",))
    reminder = referrals.need_reminder(held, on + timedelta(days=1), absences=away)
    assert reminder is not None and reminder.since == on + timedelta(days=1)
    suspended: Any = [{"need": "b-17", "from": DAY}]
    found = referrals.reminders(held, on, suspensions=suspended)
    assert (found.needs, referrals.need_reminder(held, on, suspensions=suspended)) == ((), None)
    expert = small.directory.experts[0]
    absent = {**expert.to_dict(), "absences": [{"from": DAY.isoformat(), "until": on.isoformat()}]}
    changed = small.with_changes(experts=[absent])
    (need,) = referrals.reminders([sent(expert.id)], on, directory=changed.directory).needs
    assert need.away == (expert.id,)
