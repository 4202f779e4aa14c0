"""What the calls of the core answer, as records."""

from __future__ import annotations

import json
from typing import Any

from ._records import made
from .generated.calls import ANSWERS


def answer(call: str, text: str, directory: Any = None) -> Any:
    """The answer of a call, of its JSON; ids become the records of the directory, where one is given."""

    def find(kind: str, id: str) -> Any:
        return getattr(directory, kind)(id)

    return made(ANSWERS[call], json.loads(text), None if directory is None else find)
