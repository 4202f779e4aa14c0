"""What goes wrong, with stable codes."""

from __future__ import annotations

from typing import Optional

from .generated.directory import Diagnostic, Language

__all__ = [
    "CompanyError",
    "DirectoryError",
    "GeographyError",
    "NeedError",
    "ReferralError",
    "SnapshotError",
]


class _FieldError(ValueError):
    """What is wrong, in which field, and what was probably meant."""

    message: str
    """What is wrong, without the hint."""
    code: str
    """The stable code, such as ``unknown_commune``."""
    field: Optional[str]
    """The field at fault, with its place where it is nested."""
    hint: Optional[str]
    """What was probably meant, or how to write it."""

    def __init__(
        self,
        message: str,
        code: str,
        field: Optional[str] = None,
        hint: Optional[str] = None,
        french: Optional[tuple[str, Optional[str]]] = None,
    ) -> None:
        super().__init__(message, code, field, hint, french)
        self.message = message
        self.code = code
        self.field = field
        self.hint = hint
        self._french = french or (message, hint)

    def message_in(self, language: Language = "fr") -> str:
        """What is wrong and the hint, in French or English."""
        if language != "fr":
            return str(self)
        message, hint = self._french
        return message if hint is None else f"{message}\u00a0: {hint}"

    def __str__(self) -> str:
        return self.message if self.hint is None else f"{self.message}: {self.hint}"


class NeedError(_FieldError):
    """A need, or a request about one, that cannot be answered.

    >>> from aiguillage import Need, NeedError
    >>> try:
    ...     Need("recruter", "80021", naf="10.71")
    ... except NeedError as error:
    ...     print(error.code, error.field)
    invalid_value naf
    """


class GeographyError(_FieldError):
    """A geography that cannot be read, or a zone that is written wrongly.

    >>> from aiguillage import Geography, GeographyError
    >>> try:
    ...     Geography.embedded().population("departements:80")
    ... except GeographyError as error:
    ...     print(error.code)
    invalid_zone
    """


class CompanyError(_FieldError):
    """An answer of a register that gives no company, or a code that its nomenclature does not have.

    >>> from aiguillage import Company, CompanyError
    >>> try:
    ...     Company.from_json('{"erreur": "Veuillez réessayer plus tard."}')
    ... except CompanyError as error:
    ...     print(error.code, "-", error)
    register_error - the register answered with an error: Veuillez réessayer plus tard.
    """


class ReferralError(_FieldError):
    """Something about referrals, messages or figures that cannot be done.

    >>> from aiguillage import ReferralError, referrals
    >>> try:
    ...     referrals.need_status(["waitting"])
    ... except ReferralError as error:
    ...     print(error.code, error.field, "-", error.hint)
    unknown_state states[0] - did you mean `waiting`?
    """


class DirectoryError(ValueError):
    """A directory that was refused, with everything that is wrong with it.

    >>> from aiguillage import DirectoryError, Router
    >>> try:
    ...     Router.from_json('{"themes": [{"id": "t", "label": "T", "zone": ["france"]}]}')
    ... except DirectoryError as error:
    ...     print(error.code, error.diagnostics[0].nearest)
    unknown_field zones
    """

    message: str
    """The first error, and how many more there are."""
    code: str
    """The code of the first error."""
    diagnostics: list[Diagnostic]
    """Every finding, warnings included."""

    def __init__(
        self, message: str, code: str, diagnostics: list[Diagnostic], french: Optional[str] = None
    ) -> None:
        super().__init__(message, code, diagnostics, french)
        self.message = message
        self.code = code
        self.diagnostics = diagnostics
        self._french = french or message

    def message_in(self, language: Language = "fr") -> str:
        """The first error and how many more there are, in French or English."""
        return self._french if language == "fr" else self.message

    def __str__(self) -> str:
        return self.message


class SnapshotError(ValueError):
    """Bytes that are no snapshot that can be loaded."""

    message: str
    """What is wrong."""
    code: str
    """The stable code: ``not_a_snapshot``, ``truncated``, ``checksum``, ``malformed``,
    ``newer_format``, ``older_format`` or ``other_year``."""

    def __init__(self, message: str, code: str, french: Optional[str] = None) -> None:
        super().__init__(message, code, french)
        self.message = message
        self.code = code
        self._french = french or message

    def message_in(self, language: Language = "fr") -> str:
        """What is wrong, in French or English."""
        return self._french if language == "fr" else self.message

    def __str__(self) -> str:
        return self.message
