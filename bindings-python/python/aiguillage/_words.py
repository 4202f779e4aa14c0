"""The closed lists that users read, each word with its label."""

from ._aiguillage import _call

LABELS: dict[str, dict[str, str]] = {
    words.name: {one.word: one.label for one in words.words} for words in _call("labels", {})
}
"""By the name of the list's type, such as ``ReferralState``."""
