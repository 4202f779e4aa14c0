"""Comments, transfers, and whom events concern."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from aiguillage import ReferralError, Router, TrackedNeed, referrals

DAY = date(2026, 11, 2)
SENT: Any = {"referral": "r1", "need": "b-17", "expert": "recrutement", "institution": "cci", "on": DAY}


def test_a_referral_goes_over_as_it_stands() -> None:
    sent = referrals.send([], **SENT)
    to: Any = {"referral": "r1", "expert": "f", "institution": "cci", "on": "2026-11-05"}
    changes = referrals.transfer(sent.referrals, **to)
    (referral,) = changes.referrals
    assert (referral.expert, referral.sent_on, referral.past[0].expert) == ("f", DAY, "recrutement")
    assert referrals.fold([*changes.events, *sent.events, *changes.events]).referrals == (referral,)
    with pytest.raises(ReferralError) as error:
        referrals.transfer(changes.referrals, **to)
    assert error.value.code == "already_referred"


def test_all_referrals_of_somebody_who_leaves_go_over() -> None:
    held = [referrals.send([], **{**SENT, "referral": f"r{n}", "need": f"n{n}"}).referrals[0] for n in range(3)]
    held += referrals.send([], **{**SENT, "referral": "own", "need": "n0", "expert": "f"}).referrals
    leaves: Any = {"expert": "recrutement", "successor": "f", "institution": "cci", "on": "2026-11-05"}
    changes = referrals.transfer_all(held, **leaves)
    assert [own.id for own in changes.referrals] == ["r1", "r2"]
    assert [(kept.referral, kept.code) for kept in changes.kept] == [("r0", "already_referred")]
    with pytest.raises(ReferralError) as error:
        referrals.transfer_all(held, **{**leaves, "successor": "recrutement"})
    assert error.value.field == "successor"


def test_whom_events_concern(small: Router) -> None:
    sent = referrals.send([], **{**SENT, "author": "agent-7"})
    need = TrackedNeed("b-17", "recruter", date(2026, 11, 1), adviser="agent-7")
    told = referrals.recipients(sent.events[0], need, sent.referrals, small.directory)
    expert = small.directory.expert("recrutement")
    assert expert is not None and (told[0].role, told[0].name) == ("expert", expert.name)
    said = referrals.comment(sent.referrals, referral="r1", on=DAY, author="recrutement")
    assert said.referrals == ()
    (adviser,) = referrals.recipients(said.events[0], need, sent.referrals)
    assert (adviser.role, adviser.id) == ("adviser", "agent-7")
    rules = {rule.occasion: rule.roles for rule in referrals.recipient_rules()}
    assert set(rules) == set(referrals.OCCASIONS)
    assert rules["refused"] == ("adviser", "manager")
