"""Referrals, messages and figures, and what is wrong with them."""

from __future__ import annotations

import io
import itertools
import pickle
import random
import zipfile
from datetime import date, datetime, timedelta, timezone
from typing import Any

import polars
import pytest

from aiguillage import (
    Changes,
    ImpactQuery,
    ImpactReport,
    NotificationKind,
    Referral,
    ReferralError,
    ReferralEvent,
    Request,
    Router,
    TrackedNeed,
    compare_impact,
    impact,
    notifications,
    referrals,
)

DAY = date(2026, 11, 2)
SENT: dict[str, Any] = {"referral": "r1", "need": "b-17", "expert": "recrutement", "institution": "cci", "on": DAY}


def sent(**fields: Any) -> Changes:
    return referrals.send([], **{**SENT, **fields})


def test_a_match_is_sent(small: Router) -> None:
    match = small.match_experts(subject="recruter", commune="80021", on=DAY)[0]
    changes = sent(expert=match.expert, antenne=match.antenne, institution=match.institution, author="agent-7")
    (referral,), (event,) = changes.referrals, changes.events
    assert (referral.expert, referral.antenne, referral.institution) == (match.expert.id, "somme", "cci")
    assert (referral.state, referral.sent_on, referral.author, referral.seq) == ("waiting", DAY, "agent-7", 1)
    assert (event.kind, event.to, event.seq, event.on) == ("sent", "waiting", 1, DAY)
    assert referrals.fold([event]).referrals == (referral,)


def test_a_referral_is_moved_and_given_to_another() -> None:
    held = sent().referrals
    refused = referrals.move(held, referral="r1", to="not_for_me", on="2026-11-03", reason="criteria")
    (referral,) = refused.referrals
    assert (referral.state, referral.closed_on, referral.reason) == ("not_for_me", date(2026, 11, 3), "criteria")
    given = referrals.reassign(refused.referrals, referral="r1", expert="e2", institution="cma", on="2026-11-04")
    (referral,) = given.referrals
    assert (referral.expert, referral.state) == ("e2", "waiting")
    (past,) = referral.past
    assert (past.expert, past.state, past.until) == ("recrutement", "not_for_me", date(2026, 11, 4))
    # Twice the same move changes nothing.
    again = referrals.move(given.referrals, referral="r1", to="waiting", on="2026-11-04")
    assert again == Changes()
    events = [*sent().events, *refused.events, *given.events]
    for order in itertools.permutations(events):
        assert referrals.fold([*order, *order]).referrals == (referral,)
    assert referrals.fold(events, on="2026-11-03").referrals == refused.referrals
    after = referrals.apply(held[0], refused.events[0])
    assert referrals.apply(after, refused.events[0]) == after == refused.referrals[0]


def test_single_takers_are_those_of_the_directory(small: Router) -> None:
    first = sent().referrals
    held = [*first, *referrals.send(first, **{**SENT, "referral": "r2", "expert": "grands-comptes"}).referrals]
    move: Any = {"referral": "r1", "to": "taken_in_charge", "on": DAY}
    assert len(referrals.move(held, **move).referrals) == 1
    both = referrals.move(held, **move, single_takers=["cci"]).referrals
    assert [own.state for own in both] == ["taken_in_charge", "taken_by_sibling"]
    (cci,) = small.directory.institutions
    changed = small.with_changes(institutions=[{**cci.to_dict(), "single_taker": True}])
    assert referrals.move(held, **move, directory=changed.directory).referrals == both


def test_what_a_day_calls_for() -> None:
    held = sent().referrals
    (need,) = referrals.reminders(held, DAY + timedelta(days=9)).needs
    assert (need.need, need.kind, need.days, need.experts) == ("b-17", "poke", 9, ("recrutement",))
    assert referrals.reminders(held, DAY + timedelta(days=8)).needs == ()
    (need,) = referrals.reminders(held, DAY + timedelta(days=3), poke=3).needs
    assert need.kind == "poke"
    assert referrals.need_reminder(held, DAY + timedelta(days=46)) is not None
    assert referrals.reminders(held, DAY + timedelta(days=300)).to_archive == ("r1",)


def test_requests_again() -> None:
    noon = datetime(2026, 11, 2, 12, tzinfo=timezone.utc)
    first = Request("a", "recruter", noon, company="c1", open=True)
    soon = Request("b", "former", noon + timedelta(hours=1), company="c1")
    assert referrals.classify_request(soon, [first]).kind == "duplicate"
    assert referrals.classify_request(soon, [first], duplicate_hours=0).kind == "new"
    later = Request("c", "recruter", noon + timedelta(days=5), company="c1")
    verdict = referrals.classify_request(later, [first])
    assert (verdict.kind, verdict.of) == ("reminder", "a")
    assert referrals.REQUESTS["reminder"] == "Relance d’un besoin en cours"
    assert Request.from_dict({"id": "a", "subject": "recruter", "at": "2026-11-02T12:00:00Z"}).at == noon


def test_what_is_kept_for_statistics() -> None:
    need = TrackedNeed("b-17", "recruter", DAY, commune="80021", company="c1", adviser="agent-7", naf="10.71C")
    kept = referrals.anonymise(need, "2029-12-01")
    assert (kept.company, kept.adviser, kept.commune, kept.naf) == (None, None, "80021", "10.71C")
    assert kept.anonymised_on == date(2029, 12, 1)
    (due,) = referrals.due_for_anonymisation([need], sent().referrals, "2029-12-01")
    assert (due.need, due.last_activity) == ("b-17", DAY)
    assert referrals.due_for_anonymisation([need], [], "2029-11-01") == []
    assert referrals.due_for_anonymisation([need], [], "2029-11-01", months=12) != []


def test_records_come_back_from_dicts_and_pickles() -> None:
    changes = referrals.move(sent().referrals, referral="r1", to="not_for_me", on=DAY, reason="capacity")
    (referral,), (event,) = changes.referrals, changes.events
    assert Referral.from_dict(referral.to_dict()) == referral
    assert ReferralEvent.from_dict(event.to_dict()) == event
    need = TrackedNeed("n", "s", DAY, headcount=3)
    assert TrackedNeed.from_dict(need.to_dict()) == need
    for value in (changes, need, impact([need], [], on=DAY)):
        assert pickle.loads(pickle.dumps(value)) == value
        assert isinstance(hash(value), int)
    assert eval(repr(referral), {"Referral": Referral, "datetime": __import__("datetime")}) == referral


FIELDS: dict[str, Any] = {"id": "r1", "need": "n", "expert": "e", "institution": "i", "sent_on": DAY}


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"state": "waitting"}, "unknown_state", "state"),
        ({"stat": "waiting"}, "unknown_field", "stat"),
        ({"sent_on": "02/11/2026"}, "invalid_value", "sent_on"),
        ({"sent_on": None}, "missing_field", "sent_on"),
        ({"sent_on": b"2026"}, "invalid_value", "sent_on"),
        ({"sent_on": float("nan")}, "invalid_value", "sent_on"),
        ({"seq": 10**30}, "invalid_value", "seq"),
        ({"seq": -1}, "invalid_value", "seq"),
        ({"by_hand": "yes"}, "invalid_value", "by_hand"),
        ({"past": [object()]}, "invalid_value", "past[0]"),
        ({"past": [{"expert": 3}]}, "invalid_value", "past[0].expert"),
    ],
)
def test_faults_name_their_place(wrong: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(ReferralError) as refused:
        Referral.from_dict({"state": "waiting", **FIELDS, **wrong})
    assert (refused.value.code, refused.value.field) == (code, field)
    with pytest.raises(ReferralError) as refused:
        referrals.reminders([sent().referrals[0], {"state": "waiting", **FIELDS, **wrong}], DAY)
    assert (refused.value.code, refused.value.field) == (code, f"referrals[1].{field}")
    assert isinstance(refused.value, ValueError)
    assert vars(pickle.loads(pickle.dumps(refused.value))) == vars(refused.value)


def test_other_faults_are_told() -> None:
    held = sent().referrals
    with pytest.raises(ReferralError) as refused:
        referrals.move(held, referral="r1", to="taken_in_charge", on="2026-11-01")
    assert refused.value.code == "impossible_date"
    with pytest.raises(ReferralError) as refused:
        referrals.move(held, referral="r9", to="done", on=DAY)
    assert refused.value.code == "unknown_referral"
    with pytest.raises(ReferralError) as refused:
        referrals.send(held, **{**SENT, "referral": "r2"})
    assert refused.value.code == "already_referred"
    with pytest.raises(ReferralError) as refused:
        referrals.reminders(held, DAY, pokes=3)  # type: ignore[call-arg]
    assert (refused.value.code, refused.value.hint) == ("unknown_field", "did you mean `poke`?")
    with pytest.raises(ReferralError) as refused:
        referrals.check({**FIELDS, "state": "done"})
    assert (refused.value.code, refused.value.field) == ("missing_field", "taken_on")
    knot: list[Any] = []
    knot.append(knot)
    with pytest.raises(ReferralError):
        referrals.fold(knot)


CARD: Any = {
    "service": {"name": "Entraide"},
    "need": {"subject": "Recruter", "days": 21, "sent_on": DAY, "state": "waiting"},
    "facility": {"name": "Boulangerie <b>\nBcc: x", "commune": "Amiens"},
    "contact": {"name": "Camille", "phone": "03 53 01 00 00"},
    "expert": {"name": "Conseil", "institution": "CCI"},
    "experts": [{"name": "Conseil", "institution": "CCI"}],
    "adviser": {"name": "Dominique"},
    "links": {name: "https://example.org/x" for name in ("take_charge", "not_for_me", "see", "ask_again", "survey")},
}


@pytest.mark.parametrize("kind", notifications.KINDS)
def test_messages(kind: NotificationKind) -> None:
    message = notifications.render(kind, **CARD)
    assert message.subject and "\n" not in message.subject
    assert message.text and "<b>" not in message.html and message.html.startswith("<!")


def test_messages_of_the_host() -> None:
    own = notifications.Templates({"company_sent.subject": "{{ service.name }} : {{ need.subject }}"})
    assert own.render("company_sent", **CARD).subject == "Entraide : Recruter"
    assert pickle.loads(pickle.dumps(own)).render("company_sent", **CARD) == own.render("company_sent", **CARD)
    assert "company_sent.subject" in repr(own) and "company_sent.subject" in notifications.DEFAULT_TEMPLATES
    for overrides, code in [({"company_sent.subjet": ""}, "unknown_template"), ({"layout.html": "{{"}, "invalid_template")]:
        with pytest.raises(ReferralError) as refused:
            notifications.Templates(overrides)
        assert refused.value.code == code
    for card, code, field in [
        ({**CARD, "links": {"see": "javascript:x"}}, "invalid_link", "links.see"),
        ({**CARD, "expert": {}}, "missing_variable", "expert.name"),
        ({**CARD, "facility": {"nom": "x"}}, "unknown_field", "facility.nom"),
        ({**CARD, "facility": {"name": 3}}, "invalid_value", "facility.name"),
    ]:
        with pytest.raises(ReferralError) as refused:
            notifications.render("company_taken", **card)
        assert (refused.value.code, refused.value.field) == (code, field)
    with pytest.raises(ReferralError):
        notifications.render("company_takn", **CARD)  # type: ignore[arg-type]


def a_year(seed: int = 1) -> tuple[list[TrackedNeed], list[Referral]]:
    draw = random.Random(seed)
    needs, held = [], []
    for number in range(300):
        day = date(2026, 1, 1) + timedelta(days=draw.randrange(365))
        found = draw.randrange(3)
        needs.append(TrackedNeed(f"b-{number}", draw.choice(["recruter", "former"]), day, found=found, company=f"c{number}"))
        for one in range(found):
            state = draw.choice(["waiting", "taken_in_charge", "done", "not_for_me"])
            later = day + timedelta(days=draw.randrange(10))
            taken = later if state in ("taken_in_charge", "done") else None
            closed = later if state in ("done", "not_for_me") else None
            fields = {"state": state, "taken_on": taken, "closed_on": closed}
            held.append(Referral(f"r-{number}-{one}", f"b-{number}", f"e{one}", "cci", day, **fields))  # type: ignore[arg-type]
    return needs, held


def test_figures_agree_with_a_count() -> None:
    needs, held = a_year()
    report = impact(needs, held, on="2027-03-01", by="subject", period="quarter")
    assert isinstance(report, ImpactReport) and report.faults == ()
    of_need: dict[str, list[str]] = {}
    for own in held:
        of_need.setdefault(own.need, []).append(own.state)
    funnel = report.total.funnel
    assert funnel.deposited == 300
    assert funnel.nobody_found == sum(need.found == 0 for need in needs)
    assert funnel.helped == sum("done" in states for states in of_need.values())
    assert funnel.deposited == funnel.nobody_found + funnel.not_sent + funnel.matched
    assert report.total.helped.value == funnel.helped / funnel.matched
    assert report.adds_up and sum(row.figures.funnel.deposited for row in report.rows) == 300
    assert {row.period for row in report.rows} == {"2026-T1", "2026-T2", "2026-T3", "2026-T4"}
    # In another order it is the same.
    assert impact(needs[::-1], held[::-1], on="2027-03-01", by="subject", period="quarter") == report


def test_figures_are_a_table_a_file_and_a_page() -> None:
    needs, held = a_year()
    report = impact(needs, held, on="2027-03-01", by="subject")
    frame = report.to_table().to_polars()
    assert frame.height == len(report.rows) == 2
    assert frame["deposited"].to_list() == [row.figures.funnel.deposited for row in report.rows]
    assert frame.schema["deposited"] == polars.Int64 and frame.schema["label"] == polars.String
    assert len(report.to_csv().splitlines()) == frame.height + 1
    workbook = zipfile.ZipFile(io.BytesIO(report.to_workbook()))
    assert b"Guide de lecture" in workbook.read("xl/workbook.xml")
    assert report.to_workbook() == report.to_workbook() != report.to_workbook(report)
    page = report._repr_html_()
    assert page.count("<tr>") == frame.height + 2 and "recruter" in page
    nothing = impact([], [], on="2027-03-01")
    assert (nothing.total.helped.value, nothing.rows) == (None, ())
    assert nothing.to_table().to_polars()["deposited"].to_list() == [0]


def test_two_periods_are_compared() -> None:
    needs, held = a_year()
    query = ImpactQuery(on=date(2026, 12, 31), from_=date(2026, 7, 1), until=date(2026, 9, 30), by="subject")
    before = query.previous()
    assert before is not None and (before.from_, before.until) == (date(2026, 4, 1), date(2026, 6, 30))
    assert ImpactQuery(on=DAY).previous() is None
    changes = compare_impact(impact(needs, held, before), impact(needs, held, query))
    deposited = next(one for one in changes if one.group is None and one.figure == "deposited")
    assert deposited.before == sum(need.deposited_on.month in (4, 5, 6) for need in needs)
    assert deposited.after == sum(need.deposited_on.month in (7, 8, 9) for need in needs)


def test_faulty_rows_do_not_sink_figures(router: Router) -> None:
    needs, held = a_year()
    faulty: Any = [*held, {**FIELDS, "state": "waitting"}, {**FIELDS, "state": "waiting", "need": "nobody"}]
    report = impact(needs, faulty, on="2027-03-01")
    assert {fault.code for fault in report.faults} == {"unknown_state", "unknown_need"}
    assert report.total == impact(needs, held, on="2027-03-01").total
    faults: list[tuple[Any, str]] = [
        ({"by": "theme"}, "directory_needed"),
        ({"by": "themes"}, "invalid_value"),
        ({"from_": "2027-02-01", "until": "2027-01-01"}, "invalid_value"),
    ]
    for fields, code in faults:
        with pytest.raises(ReferralError) as refused:
            impact(needs, held, on="2027-03-01", **fields)
        assert refused.value.code == code
    assert impact(needs, held, on="2027-03-01", by="theme", directory=router.directory).rows
    with pytest.raises(ReferralError, match="on"):
        impact(needs, held)
    with pytest.raises(TypeError, match="not both"):
        impact(needs, held, ImpactQuery(on=DAY), on=DAY)


def test_referrals_of_a_csv_file() -> None:
    text = "need;subject;deposited_on;referral;expert;institution;sent_on;state\n"
    rows = "b1;recruter;2026-11-02;r1;e;cci;2026-11-03;waiting\nb2;recruter;2026-11-02;r2;e;cci;2026-11-03;waitting\n"
    file = referrals.read_csv((text + rows).encode("cp1252"))
    assert [own.id for own in file.referrals] == ["r1"]
    assert [need.id for need in file.needs] == ["b1", "b2"]
    assert [(fault.line, fault.code) for fault in file.faults] == [(3, "unknown_state")]
    with pytest.raises(ReferralError):
        referrals.read_csv(b"")


def test_the_funnel_begins_at_the_deposit() -> None:
    rows = [
        "request;on;kind;subject;needs;closed_for",
        "d1;01/10/2026;deposited;former;;",
        "d1;02/10/2026;requalified;recruter;;",
        "d1;02/10/2026;transmitted;;n1;",
        "d2;01/10/2026;deposited;;;",
        "d2;02/10/2026;closed;;;employe",
    ]
    file = referrals.read_requests_csv("\n".join(rows).encode("cp1252"))
    assert [(fault.line, fault.request, fault.code) for fault in file.faults] == [(6, "d2", "invalid_value")]
    needs = [{"id": "n1", "subject": "recruter", "deposited_on": "2026-10-01"}]
    report = impact(needs, [], requests=file.requests, on="2026-12-31", by="subject")
    figures = report.total.requests
    assert (figures.deposited, figures.transmitted, figures.to_read) == (2, 1, 1)
    assert (figures.transmitted_in_time.count, figures.transmitted_in_time.of, figures.requalified.count) == (1, 2, 1)
    assert report.to_table().to_polars()["requests"].to_list() == [1, 1]
    held = referrals.apply_request_event(
        file.requests[1], {"request": "d2", "on": "2026-10-03", "kind": "held", "held_for": "place"}
    )
    assert held.held_for is not None
    assert (held.state, referrals.request_fate(held.state), referrals.HOLD_REASONS[held.held_for]) == (
        "held",
        "waiting",
        "Commune à confirmer",
    )
    assert referrals.anonymise_request(held).held_for == "place"
    with pytest.raises(ReferralError) as wrong:
        referrals.apply_request_event(None, {"request": "d", "on": "2026-10-03", "kind": "held", "held_for": "place"})
    assert wrong.value.code == "unknown_request"
