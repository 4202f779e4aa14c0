"""Values that change while they are read: they are read as they were when the call began."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aiguillage import Need, ReferralError, Router
from aiguillage.referrals import fold


class Number:
    """A number that changes something whenever somebody looks at it."""

    def __init__(self, change: Callable[[], object], value: int = 3) -> None:
        self.change = change
        self.value = value

    def __index__(self) -> int:
        self.change()
        return self.value


class Item:
    """A scalar as those of numpy, which changes something whenever somebody looks at it."""

    dtype = "int64"

    def __init__(self, change: Callable[[], object]) -> None:
        self.change = change

    def item(self) -> int:
        self.change()
        return 3


def changes(values: dict[Any, Any]) -> list[Callable[[], object]]:
    """What can happen to a dict: it grows, it shrinks, or has other keys."""

    def swap() -> None:
        values.pop("origin", None)
        values[object()] = 1

    return [lambda: values.update({object(): 1}), lambda: values.pop("origin", None), swap, values.clear]


def need() -> dict[Any, Any]:
    return {"subject": "recruter", "commune": "80021"}


@pytest.mark.parametrize("change", range(4))
@pytest.mark.parametrize("field", ["headcount", "turnover"])
def test_a_need_is_read_as_it_was(small: Router, field: str, change: int) -> None:
    for call in (small.match_experts, Need.from_dict, lambda fields: small.match_batch([fields])[0]):
        fields = need()
        fields[field] = Number(changes(fields)[change])
        fields["origin"] = "x"
        found: Any = call(fields)
        read = found if isinstance(found, Need) else found.need
        assert (read.origin, getattr(read, field)) == ("x", 3)


@pytest.mark.parametrize("change", range(4))
def test_mappings_and_lists_of_a_need_are_read_as_they_were(small: Router, change: int) -> None:
    for call in (lambda load: small.match_experts(need(), load=load), lambda load: small.match_batch([], load=load)):
        load: dict[Any, Any] = {}
        load.update({"recrutement": Number(changes(load)[change]), "grands-comptes": 1})
        assert len(call(load)) in (0, 2)

    answers: dict[Any, Any] = {}
    answers.update({"handicap": Number(changes(answers)[change]), "origin": True})
    with pytest.raises(ValueError):
        Need.from_dict({**need(), "answers": answers})

    for kind in (list, set):
        items: Any = kind()
        grow = items.append if kind is list else items.add
        items.update([Number(lambda: grow(object()))]) if kind is set else items.extend([Number(lambda: grow(1))])  # noqa: B023
        with pytest.raises(ValueError):
            Need.from_dict({**need(), "subject": items})


def test_a_batch_is_what_it_was(small: Router) -> None:
    batch: list[Any] = []
    batch += [{**need(), "headcount": Number(lambda: batch.append(need()))}, need()]
    assert len(small.match_batch(batch)) == 2
    batch[:] = [{**need(), "headcount": Number(batch.clear)}, need()]
    assert len(small.match_batch(batch)) == 2
    batch[:] = [{**need(), "headcount": Number(lambda: batch.append(need()))}]
    assert small.compare(small, batch) is not None and len(batch) == 2


@pytest.mark.parametrize("change", range(4))
def test_what_crosses_as_json_is_written_as_it_was(change: int) -> None:
    event: dict[Any, Any] = {"id": "r1", "kind": "sent", "need": "n", "origin": 1}
    event["on"] = Item(changes(event)[change])
    with pytest.raises(ReferralError):
        fold([event])
    events: list[Any] = []
    events.append({"on": Item(lambda: events.append(1))})
    with pytest.raises(ReferralError):
        fold(events)
    assert len(events) == 2
