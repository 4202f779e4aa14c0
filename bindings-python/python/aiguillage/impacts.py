"""What became of needs, in figures whose parts add up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Optional

from ._aiguillage import Directory, _call
from .generated import ImpactChange, ImpactQuery, ImpactReport, Referral, Survey, TrackedNeed, TrackedRequest
from .referrals import Like

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .generated.arguments import ImpactQueryFields

__all__ = ["compare_impact", "impact"]


def impact(
    needs: Iterable[Like[TrackedNeed]],
    referrals: Iterable[Like[Referral]],
    query: Optional[Like[ImpactQuery]] = None,
    *,
    requests: Iterable[Like[TrackedRequest]] = (),
    surveys: Iterable[Like[Survey]] = (),
    directory: Optional[Directory] = None,
    **fields: Unpack[ImpactQueryFields],
) -> ImpactReport:
    """The figures of needs and their referrals; the query is an `ImpactQuery`, a dict or keywords, of
    which only ``on`` is needed.

    With ``requests`` the funnel begins at the deposit: what was held, closed or never read is in
    ``total.requests``. They are taken as they stood on the day of looking: for a past day, as
    ``referrals.fold_requests(events, on)`` makes them. What companies answered to ``surveys`` is in ``total.surveys``.

    Needs, referrals, requests and surveys that cannot be true (dates, states, codes) are told in ``faults`` and do
    not sink the report. The directory gives names, themes, offices and the geography. Raises `ReferralError` for a
    query that is wrong, and for what is no such record at all (a field of another type), with its place.

    >>> from aiguillage import impact
    >>> needs = [{"id": "b-17", "subject": "recruter", "deposited_on": "2026-11-02", "found": 3}]
    >>> sent = {"id": "r1", "need": "b-17", "expert": "e", "institution": "cci", "sent_on": "2026-11-02",
    ...         "state": "done", "taken_on": "2026-11-03", "closed_on": "2026-11-05"}
    >>> report = impact(needs, [sent], on="2026-12-31", by="subject")
    >>> report.total.helped
    Share(count=1, of=1, small=True, value=1.0)
    >>> report.to_table().column_names[:4]
    ['group', 'label', 'period', 'population']
    """
    if query is not None and fields:
        raise TypeError("give a query or its fields, not both")
    arguments = {
        "needs": list(needs),
        "referrals": list(referrals),
        "requests": list(requests),
        "surveys": list(surveys),
        "query": fields if query is None else query,
    }
    report: ImpactReport = _call("impact", arguments, directory)
    return report


def compare_impact(before: ImpactReport, after: ImpactReport) -> list[ImpactChange]:
    """Every figure of two reports beside each other, such as those of a quarter and of the one before:
    ``impact(needs, referrals, report.query.previous())``."""
    arguments = {"before": before, "after": after}
    changes: list[ImpactChange] = _call("compare_impact", arguments)
    return changes
