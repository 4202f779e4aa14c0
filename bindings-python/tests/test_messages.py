"""What a message in French says."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from aiguillage import Router

TEXT = "\U0001f642 L’urssaf me réclame 8000 euros, je peux pas payer. On est 3, à Amiens (80000)."


def test_subjects_are_suggested(router: Router) -> None:
    found = router.suggest_subjects(TEXT)
    assert found.sure and len(found.subjects) <= 3
    first = found.subjects[0]
    assert first.subject is router.directory.subject("tresorerie")
    assert 0 < first.score <= 1 and first.sure
    # Offsets are those of Python's strings, emoji or not.
    assert first.words and all(TEXT[word.span.start : word.span.end] == word.span.text for word in first.words)
    assert len(router.suggest_subjects(TEXT, limit=1).subjects) == 1
    nothing = router.suggest_subjects("")
    assert nothing.subjects == () and not nothing.sure
    assert pickle.loads(pickle.dumps(found)) == found


def test_messages_are_screened(router: Router) -> None:
    (flag,) = router.screen("Mon patron ne me paie plus mes heures supplémentaires, que puis-je faire ?").flags
    assert flag.reason == "employee" and flag.message
    assert router.screen(TEXT).flags == ()


def test_messages_out_of_scope_say_what_they_are(router: Router) -> None:
    text = "Bonjour, je suis étudiante en licence et je cherche un stage pour mon mémoire sur l’export."
    found = router.suggest_subjects(text)
    assert found.out_of_scope is not None and not found.sure
    assert (found.out_of_scope.kind, found.out_of_scope.label) == ("student", "Étudiant")
    assert 0.5 <= found.out_of_scope.probability <= 1
    assert router.screen(text).out_of_scope == found.out_of_scope
    assert router.suggest_subjects(TEXT).out_of_scope is None


def test_facts_are_extracted(router: Router) -> None:
    found = router.extract(TEXT + " SIRET 821 611 431 00015")
    assert [one.headcount for one in found.headcounts] == [3]
    assert [one.euros for one in found.amounts] == [8000]
    assert [(one.kind, one.communes[0].code) for one in found.places][0] == ("name", "80021")
    (siret,) = found.sirets
    assert siret.siret == "82161143100015"
    for span in (found.places[0].span, found.headcounts[0].span, found.amounts[0].span):
        assert TEXT[span.start : span.end] == span.text


@pytest.mark.parametrize("text", ["", "\x00", "\U0001f642" * 1_000, "<script>", "a" * 1_000_000])
def test_any_text_has_an_answer(router: Router, text: str) -> None:
    assert not router.suggest_subjects(text).sure
    assert router.extract(text).sirets == ()
    assert router.screen(text).truncated == (len(text.encode()) > 20_000)


def test_what_is_no_text_is_a_type_error(router: Router) -> None:
    nothing: Any = None
    for ask in (router.suggest_subjects, router.screen, router.extract):
        with pytest.raises(TypeError):
            ask(nothing)
