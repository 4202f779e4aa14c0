"""Perimeters and permissions."""

from __future__ import annotations

import pytest

from aiguillage import Actor, ReferralError, Router, TrackedNeed, access

NEED = TrackedNeed.from_dict({"id": "n", "subject": "recruter", "deposited_on": "2026-11-01", "origin": "site"})


def test_perimeters(small: Router) -> None:
    antenne = small.directory.antennes[0]
    assert access.perimeter(small.directory, antenne) == [antenne.id]
    above = {**antenne.to_dict(), "id": "france", "name": "France", "level": "national", "zones": []}
    changed = small.with_changes(antennes=[above])
    ids = [own.id for own in small.directory.antennes if own.institution == antenne.institution]
    assert set(access.perimeter(changed.directory, "france")) == {"france", *ids}
    with pytest.raises(ReferralError) as error:
        access.perimeter(changed.directory, "frnce")
    assert (error.value.code, error.value.hint) == ("unknown_antenne", "did you mean `france`?")


def test_permissions_follow_one_table() -> None:
    table = {(rule.role, rule.action): rule.scope for rule in access.rules()}
    assert len(table) == len(access.ROLES) * len(access.ACTIONS)
    assert table["expert", "move"] == "own"
    manager = Actor("cooperation_manager", origins=("site",))
    assert access.may(manager, "see_need", NEED, []).allowed
    refused = access.may(manager, "see_contact", NEED, [])
    assert (refused.allowed, refused.reason) == (False, "not_for_role")
    with pytest.raises(ReferralError) as error:
        access.may({"role": "expert"}, "see_need", NEED, [])
    assert error.value.field == "actor.expert"
