"""How matches, explanations and coverage look in a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from ._aiguillage import Matches
from ._page import page
from .generated import Coverage, Explanation, ImpactReport, Share

__all__ = ["coverage", "explanation", "impact", "matches"]


def _table(headers: Iterable[str], rows: Iterable[Iterable[Any]], caption: str) -> str:
    head = "".join(f'<th scope="col">{escape(header)}</th>' for header in headers)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape('' if cell is None else str(cell))}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return (
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _number(count: int) -> str:
    return f"{count:,}".replace(",", "\u202f")


@page.register
def matches(found: Matches) -> str:
    """A row a match."""
    rows = (
        (
            position,
            one.expert.name,
            one.antenne.name,
            one.institution.name,
            one.zone,
            one.note,
            f"absent jusqu’au {one.absent_until:%d/%m/%Y}"
            if one.absent_until
            else f"à la place de {one.instead_of.name}"
            if one.instead_of
            else "",
            ", ".join(one.unverified),
        )
        for position, one in enumerate(found, 1)
    )
    need = found.need
    likely = " (commune probable)" if found.commune_is_likely else ""
    caption = f"{len(found)} expert(s) pour « {need.subject} » à {found.commune}{likely}"
    headers = ("", "Expert", "Antenne", "Institution", "Zone", "Note", "Absence", "À vérifier")
    return _table(headers, rows, caption)


@page.register
def explanation(of: Explanation) -> str:
    """A row an expert: matching, or why not; then what to ask."""
    rows = (
        (
            "✓" if verdict.matches else "✗",
            verdict.expert.name,
            verdict.institution.name,
            " ".join(rule.sentence for rule in (verdict.stopped_by or verdict.rules[2:3])),
        )
        for verdict in sorted(of.experts, key=lambda verdict: not verdict.matches)
    )
    left = " → ".join(f"{step.rule} {step.left}" for step in of.funnel)
    shown = _table(
        ("", "Expert", "Institution", "Pourquoi"),
        rows,
        f"« {of.subject.label} », {of.commune} : {left}",
    )
    if of.missing:
        asked = ((fact.field, fact.unlocks, fact.concerns) for fact in of.missing)
        shown += _table(("Fait", "Débloque", "Concerne"), asked, "À demander à l’entreprise")
    return shown


@page.register
def coverage(of: Coverage) -> str:
    """A row a subject."""
    rows = (
        (
            one.subject.label,
            _number(one.gap_communes),
            _number(one.gap_population),
            ", ".join(area.name for area in one.gaps[:5]) + (", …" if len(one.gaps) > 5 else ""),
            len(one.overlaps),
        )
        for one in of.subjects
    )
    caption = f"{', '.join(of.zones)} : {_number(of.communes)} communes, {_number(of.population)} habitants"
    headers = ("Sujet", "Communes sans expert", "Habitants concernés", "Où", "Recouvrements")
    return _table(headers, rows, caption)


@page.register
def impact(of: ImpactReport) -> str:
    """The total, then a row a group and period."""
    groups = [("Total", None, of.total), *((row.label, row.period, row.figures) for row in of.rows)]
    rows = (
        (
            label,
            period,
            _number(figures.funnel.deposited),
            _number(figures.funnel.matched),
            _number(figures.funnel.answered),
            _number(figures.funnel.exchanged),
            _number(figures.funnel.helped),
            _share(figures.helped),
            _share(figures.taken_within_5_days),
        )
        for label, period, figures in groups
    )
    headers = ("", "Période", "Déposés", "Transmis", "Répondus", "Échangés", "Aidés", "Part aidée", "Pris en 5 jours")
    caption = f"Besoins au {of.query.on:%d/%m/%Y}"
    if not of.adds_up:
        caption += " ; un besoin peut compter dans plusieurs lignes"
    return _table(headers, rows, caption)


def _share(share: Share) -> str:
    """A share of a small number is in brackets."""
    if share.value is None:
        return ""
    text = f"{100 * share.value:.0f}\u202f%"
    return f"({text})" if share.small else text
