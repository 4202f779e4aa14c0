"""The HTML that a notebook shows of a value: ``aiguillage.html`` writes it, kind by kind."""

from __future__ import annotations

from functools import singledispatch


@singledispatch
def page(value: object) -> str:
    """The page of a value."""
    raise TypeError(f"{type(value).__name__} has no page")


class Shown:
    """What shows as a table in a notebook."""

    def _repr_html_(self) -> str:
        return page(self)
