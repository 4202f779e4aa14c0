"""Waves: a need goes to a few experts at a time, and to the next when these have not moved.

>>> from aiguillage import waves
>>> found = {"matched": [{"expert": e, "institution": "cci"} for e in ("a", "b", "c")]}
>>> first = waves.next_wave(found, [], "2026-11-02", size=2)
>>> [one.expert for one in first.alert], first.tell_company
(['a', 'b'], False)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Union, cast

from ._aiguillage import Need, Router, _call
from ._words import LABELS
from .generated import Candidates, Language, PassedOverReason, Referral, Wave, WaveCause, WaveStep
from .referrals import Day, Like

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .generated.arguments import MatchOptionsFields, WavePolicyFields

__all__ = ["CAUSES", "PASSED_OVER", "STEPS", "candidates", "next_wave"]

STEPS = cast("dict[WaveStep, str]", LABELS["WaveStep"])
"""What waves are made of, in the order in which they follow each other, and what users read."""
CAUSES = cast("dict[WaveCause, str]", LABELS["WaveCause"])
"""Why a wave is due or is not, and what users read."""
PASSED_OVER = cast("dict[PassedOverReason, str]", LABELS["PassedOverReason"])
"""Why a candidate is not alerted, and what users read."""


def candidates(
    router: Router, need: Union[Need, Mapping[str, Any]], **options: Unpack[MatchOptionsFields]
) -> Candidates:
    """Whom a need could go to on its day (``on``): those who match, and those nearest outside their
    territory. ``load`` and ``received`` say who is full. Raises `NeedError`."""
    fields = need.to_dict() if isinstance(need, Need) else need
    found: Candidates = _call("candidates", {"need": fields, "options": options}, router)
    return found


def next_wave(
    candidates: Like[Candidates],
    referrals: Iterable[Like[Referral]],
    on: Day,
    *,
    language: Language = "fr",
    **policy: Unpack[WavePolicyFields],
) -> Wave:
    """Whom to alert now about a need; ``referrals`` are all those that it has.

    The policy: ``size`` 3 experts a wave, ``days`` 5 of silence before the next one, ``outside`` 3 experts
    outside their territory in all, ``fallback`` (candidates whom the host names for needs that nobody else is
    left for). On every day somebody has the need, or is in ``alert``, or ``tell_company`` says that the
    company is to be told; ``sentence`` says why.
    """
    arguments = {
        "candidates": candidates,
        "referrals": list(referrals),
        "on": on,
        "policy": policy,
        "language": language,
    }
    wave: Wave = _call("next_wave", arguments)
    return wave
