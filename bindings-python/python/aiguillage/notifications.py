"""The messages to experts, companies and advisers, in French: a subject, a text, accessible HTML.

The library renders, the host sends. What a message shows is given by keyword at that moment and kept
nowhere: ``service`` (name, email, phone), ``need`` (subject, theme, description, answers, sent_on,
days, state, reason), ``facility`` (name, siret, commune, activity, headcount), ``contact`` (name, phone,
email), ``expert`` and ``experts`` (name, institution, phone, email), ``adviser`` (name), ``links``
(take_charge, not_for_me, see, ask_again). A message that lacks what it needs raises ``ReferralError``,
whose ``field`` names it. HTML is escaped, and a subject is one line whatever is given.

>>> from aiguillage.notifications import render
>>> message = render("company_taken", service={"name": "Entraide"}, need={"subject": "Recruter"},
...                  expert={"name": "Camille <CCI>"})
>>> "Camille &lt;CCI&gt;" in message.html
True
>>> render("company_taken", need={"subject": "Recruter"})
Traceback (most recent call last):
    ...
aiguillage.errors.ReferralError: ...
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from ._aiguillage import Templates, _call
from ._words import LABELS
from .generated import Message, NotificationKind

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .generated.arguments import NotificationDataFields

__all__ = ["DEFAULT_TEMPLATES", "KINDS", "Templates", "render"]

KINDS = cast("dict[NotificationKind, str]", LABELS["NotificationKind"])
"""The kinds of messages, and what users read."""
DEFAULT_TEMPLATES: Mapping[str, str] = _call("default_templates", {})
"""The sources of the templates by name, for hosts that change some: see `Templates`."""


_default: list[Templates] = []


def render(kind: NotificationKind, /, **data: Unpack[NotificationDataFields]) -> Message:
    """The message of a kind, by the library's own templates."""
    if not _default:
        # Compiled when they are first wanted, which takes some milliseconds.
        _default.append(Templates())
    return _default[0].render(kind, **data)
