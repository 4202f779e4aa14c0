"""Who may see and do what.

Generated from the declarations of the core by ``make generate``: not to be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Optional

from .._records import Record

Action = Literal[
    "see_need",
    "see_contact",
    "comment",
    "move",
    "transfer",
    "send",
    "suspend",
    "see_survey",
    "see_figures",
]
"""What can be seen or done of a need."""

PermissionReason = Literal[
    "in_scope",
    "out_of_scope",
    "not_for_role",
]
"""Why something is allowed, or is not."""

Role = Literal[
    "expert",
    "member",
    "antenne_manager",
    "adviser",
    "cooperation_manager",
    "steering",
]
"""As what somebody uses the host's application."""

Scope = Literal[
    "nothing",
    "own",
    "perimeter",
    "cooperation",
    "everything",
]
"""Of which needs."""


@dataclass(frozen=True)
class Actor(Record):
    """Somebody who wants to see or do something, as far as permissions go."""

    role: Role
    """As what they act."""
    expert: Optional[str] = None
    """The id of the expert, or of the team of a member."""
    antennes: tuple[str, ...] = ()
    """The ids of the antennes of a manager's perimeter: those that `perimeter` lists."""
    adviser: Optional[str] = None
    """The host's id of an adviser."""
    origins: tuple[str, ...] = ()
    """The sites and campaigns of a cooperation."""


@dataclass(frozen=True)
class Permission(Record):
    """Whether something is allowed, and why."""

    allowed: bool
    """Whether it is."""
    scope: Scope
    """Of which needs the role may."""
    reason: PermissionReason
    """Why."""


@dataclass(frozen=True)
class PermissionRule(Record):
    """A row of the table."""

    role: Role
    """As what somebody acts."""
    action: Action
    """What they want to see or do."""
    scope: Scope
    """Of which needs they may."""
