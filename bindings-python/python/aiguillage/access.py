"""Who may see and do what: the perimeter of an antenne, and one table of permissions.

>>> from aiguillage import access
>>> need = {"id": "b-17", "subject": "recruter", "deposited_on": "2026-11-01", "adviser": "agent-7"}
>>> access.may({"role": "adviser", "adviser": "agent-7"}, "see_contact", need, []).allowed
True
>>> access.may({"role": "steering"}, "see_contact", need, [])
Permission(allowed=False, scope='nothing', reason='not_for_role')
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Union, cast

from ._aiguillage import Directory, _call
from ._words import LABELS
from .generated import (
    Action,
    Actor,
    Antenne,
    Permission,
    PermissionRule,
    Referral,
    Role,
    Scope,
    TrackedNeed,
)
from .referrals import Like

__all__ = ["ACTIONS", "ROLES", "SCOPES", "may", "perimeter", "rules"]

ROLES = cast("dict[Role, str]", LABELS["Role"])
"""As what people act, and what users read."""
ACTIONS = cast("dict[Action, str]", LABELS["Action"])
"""What can be seen or done of a need, and what users read."""
SCOPES = cast("dict[Scope, str]", LABELS["Scope"])
"""Of which needs, and what users read."""


def perimeter(directory: Directory, antenne: Union[str, Antenne]) -> list[str]:
    """The ids of an antenne and of those below it: those of its institution whose territory lies in its own,
    where it is ``regional`` or ``national``. Raises `ReferralError` for an unknown one."""
    ids: list[str] = _call("perimeter", {"antenne": antenne}, directory)
    return ids


def may(
    actor: Like[Actor], action: Action, need: Like[TrackedNeed], referrals: Iterable[Like[Referral]]
) -> Permission:
    """Whether somebody may see or do something of a need, and why; ``referrals`` are those of the need."""
    arguments = {"actor": actor, "action": action, "need": need, "referrals": list(referrals)}
    permission: Permission = _call("may", arguments)
    return permission


def rules() -> list[PermissionRule]:
    """Who may see and do what, as one table: a row for each role and action."""
    table: list[PermissionRule] = _call("permission_rules", {})
    return table
