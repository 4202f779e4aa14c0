//! `aiguillage impact` as people read it in a terminal.

use std::path::Path;

use aiguillage::impact::{Figures, ImpactFault, ImpactReport, ImpactRow, RequestFigures, Share};
use jiff::civil::Date;

use crate::Failure;
use crate::impact_events::Events;
use crate::output::{Output, grouped};

/// The figures of a report; what companies said where they were asked anything.
pub(crate) fn show(report: &ImpactReport, has_surveys: bool, output: &mut Output) -> Result<(), Failure> {
    headline(report, output)?;
    if report.total.requests.deposited > 0 {
        requests_funnel(&report.total.requests, output)?;
    }
    funnel(&report.total, output)?;
    if has_surveys {
        surveys(&report.total, output)?;
    }
    shares(report, output)?;
    if !report.rows.is_empty() {
        rows(report, output)?;
    }
    Ok(())
}

fn headline(report: &ImpactReport, output: &mut Output) -> Result<(), Failure> {
    let total = &report.total;
    let query = &report.query;
    let span = match (query.from, query.until) {
        (Some(from), Some(until)) => format!(", deposited from {from} until {until}"),
        (Some(from), None) => format!(", deposited from {from} on"),
        (None, Some(until)) => format!(", deposited until {until}"),
        (None, None) => String::new(),
    };
    output.line(format!(
        "{} needs{span}, seen on {}: {} helped, {} companies helped.",
        grouped(total.funnel.deposited),
        query.on,
        grouped(total.funnel.helped),
        grouped(total.companies_helped)
    ))?;
    Ok(())
}

fn requests_funnel(requests: &RequestFigures, output: &mut Output) -> Result<(), Failure> {
    let parts = [
        ("deposited", requests.deposited, ""),
        ("· to be read", requests.to_read, "open"),
        ("· held for an adviser", requests.held, "open"),
        ("· closed", requests.closed, "lost"),
        ("transmitted", requests.transmitted, ""),
    ];
    let row = |(name, count, kind): (&str, u64, &str)| {
        vec![name.to_owned(), grouped(count), percent_of(count, requests.deposited), kind.to_owned()]
    };
    output.table(&["requests", "", "of deposited", ""], parts.into_iter().map(row))?;
    let closures: Vec<String> = requests
        .closures
        .iter()
        .map(|own| {
            let reason = own.reason.map_or("without a reason", |reason| reason.as_str());
            format!("{reason} {}", grouped(own.count))
        })
        .collect();
    output.line(format!(
        "Of {} that were transmitted, or have waited for longer, {} were transmitted within 72 hours of the deposit. \
         Of {} whose subject was chosen, {} changed it. Closed: {}.",
        grouped(requests.transmitted_in_time.of),
        rate(&requests.transmitted_in_time),
        grouped(requests.requalified.of),
        rate(&requests.requalified),
        if closures.is_empty() { "none".to_owned() } else { closures.join(", ") }
    ))?;
    Ok(())
}

fn surveys(total: &Figures, output: &mut Output) -> Result<(), Failure> {
    let surveys = &total.surveys;
    let outcomes: Vec<String> = surveys
        .outcomes
        .iter()
        .map(|own| format!("{} {}", own.outcome.as_str(), grouped(own.count)))
        .collect();
    output.line(format!(
        "{} surveys were sent, {} answered. {} companies say that they were called back; {} of the answers say that \
         the call came and was useful. It allowed: {}.",
        grouped(surveys.asked),
        rate(&surveys.answers),
        grouped(surveys.called_back),
        rate(&surveys.satisfaction),
        if outcomes.is_empty() { "nothing that was said".to_owned() } else { outcomes.join(", ") }
    ))?;
    Ok(())
}

fn funnel(total: &Figures, output: &mut Output) -> Result<(), Failure> {
    let of = &total.funnel;
    let parts = [
        ("deposited", of.deposited, ""),
        ("  nobody found", of.nobody_found, "lost"),
        ("  not sent yet", of.not_sent, "open"),
        ("matched", of.matched, ""),
        ("  nobody answered", of.abandoned, "lost"),
        ("  waiting for an answer", of.waiting, "open"),
        ("answered", of.answered, ""),
        ("  refused by all", of.refused, "lost"),
        ("  refused by some, left by the others", of.expired, "lost"),
        ("  company unreachable", of.unreachable, "lost"),
        ("  refused by some, waiting for others", of.pending, "open"),
        ("  taken in charge", of.in_progress, "open"),
        ("exchanged", of.exchanged, ""),
        ("  no help available", of.no_help, "lost"),
        ("helped", of.helped, ""),
    ];
    // Spaces at the start of a cell would be trimmed.
    let indented = |name: &str| match name.strip_prefix("  ") {
        Some(part) => format!("· {part}"),
        None => name.to_owned(),
    };
    let row = |(name, count, kind): (&str, u64, &str)| {
        vec![indented(name), grouped(count), percent_of(count, of.deposited), kind.to_owned()]
    };
    output.table(&["needs", "", "of deposited", ""], parts.into_iter().map(row))?;
    Ok(())
}

fn shares(report: &ImpactReport, output: &mut Output) -> Result<(), Failure> {
    let total = &report.total;
    let counts = &total.referrals;
    output.line(format!(
        "{} referrals: {} took position, {} took it in charge, {} refused.",
        grouped(counts.sent),
        rate(&total.positioning),
        rate(&total.taken),
        rate(&total.refusal)
    ))?;
    output.line(format!(
        "Of needs taken in charge, {} were in fewer than 3 days, {} in fewer than 5; medians: {} to answer, {} to take, {} from deposit to help.",
        rate(&total.taken_within_3_days),
        rate(&total.taken_within_5_days),
        days(total.median_days_to_answer),
        days(total.median_days_to_take),
        days(total.median_days_to_close)
    ))?;
    output.line(format!(
        "{} of needs went {} days without any answer, {} changed subject, {} of helped ones were their company's first.",
        rate(&total.abandoned),
        report.query.abandoned_days(),
        rate(&total.requalified),
        rate(&total.new_companies)
    ))?;
    if !total.refusals.is_empty() {
        let reason = |own: &aiguillage::impact::ReasonCount| {
            format!(
                "{} {}",
                own.reason.map_or("without a reason", |reason| reason.as_str()),
                grouped(own.count)
            )
        };
        let reasons: Vec<String> = total.refusals.iter().map(reason).collect();
        output.line(format!("Refusals: {}.", reasons.join(", ")))?;
    }
    let equity = &report.equity;
    let index =
        |value: Option<f64>| value.map_or_else(|| "unknown".to_owned(), |value| format!("{value:.2}"));
    if let Some(by) = equity.by {
        output.line(format!(
            "Evenness (Gini index, 0 is equal): {} over {} zones ({by}) by inhabitants, {} over {} institutions, \
             {} over {} experts.",
            index(equity.territories_gini),
            equity.territories.len(),
            index(equity.institutions_gini),
            equity.institutions,
            index(equity.experts_gini),
            equity.experts
        ))?;
    }
    Ok(())
}

fn rows(report: &ImpactReport, output: &mut Output) -> Result<(), Failure> {
    let query = &report.query;
    let mut header = Vec::new();
    header.extend(query.by.map(|by| by.as_str()));
    header.extend(query.period.map(|period| period.as_str()));
    header.extend([
        "needs",
        "helped",
        "",
        "exchange",
        "silence",
        "< 5 days",
        "days to take",
        "referrals",
        "refused",
    ]);
    let row = |row: &ImpactRow| {
        let figures = &row.figures;
        let mut cells = Vec::new();
        cells.extend(query.by.map(|_| row.label.clone()));
        cells.extend(query.period.map(|_| row.period.clone().unwrap_or_default()));
        cells.extend([
            grouped(figures.funnel.deposited),
            grouped(figures.funnel.helped),
            rate(&figures.helped),
            rate(&figures.exchanged),
            rate(&figures.abandoned),
            rate(&figures.taken_within_5_days),
            days(figures.median_days_to_take),
            grouped(figures.referrals.sent),
            rate(&figures.refusal),
        ]);
        cells
    };
    output.table(&header, report.rows.iter().map(row))?;
    output.line(format!("* of fewer than {}: too few for a rate to mean much.", query.small))?;
    if !report.adds_up {
        output.line(
            "A need is counted with each who got it: needs do not add up to the total, referrals do.",
        )?;
    }
    Ok(())
}

/// How figures changed from one report to another, those that are watched most.
pub(crate) fn show_changes(
    before: &ImpactReport,
    report: &ImpactReport,
    events: &Events,
    output: &mut Output,
) -> Result<(), Failure> {
    let shown = [
        "requests",
        "requests_in_time_rate",
        "deposited",
        "helped",
        "exchanged_rate",
        "helped_rate",
        "abandoned_rate",
        "refusal_rate",
        "surveys_satisfaction_rate",
    ];
    let is_known = |figure: &str| match figure {
        "surveys_satisfaction_rate" => !events.of_surveys().is_empty(),
        _ => !events.of_requests().is_empty() || !figure.starts_with("requests"),
    };
    let is_shown = |figure: &str| shown.contains(&figure) && is_known(figure);
    // Small groups are others each time.
    let is_same = |group: Option<&str>| group != Some("*");
    let changes = before.changes_to(report).into_iter();
    let changes = changes.filter(|own| is_shown(&own.figure) && is_same(own.group.as_deref()));
    let rows = changes.map(|own| {
        let is_rate = own.figure.ends_with("_rate");
        let number = |value: Option<f64>, sign: bool| match value {
            None => "–".to_owned(),
            Some(value) if is_rate && sign => format!("{:+.1} points", value * 100.0),
            Some(value) if is_rate => format!("{:.1} %", value * 100.0),
            Some(value) if sign => format!("{value:+}"),
            Some(value) => format!("{value}"),
        };
        let small = if own.small { " *" } else { "" };
        vec![
            own.label.clone(),
            own.figure.clone(),
            number(own.before, false),
            number(own.after, false),
            format!("{}{small}", number(own.difference, true)),
        ]
    });
    let day = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let (was, is) = (
        format!("{} to {}", day(before.query.from), day(before.query.until)),
        format!("{} to {}", day(report.query.from), day(report.query.until)),
    );
    output.table(&["", "", &was, &is, "change"], rows)?;
    Ok(())
}

/// Says the faults beside a result that has no room for them.
pub(crate) fn complain(path: &Path, faults: &[ImpactFault], output: &mut Output) {
    for fault in faults {
        let kind = format!("{}[{}]", if fault.left_out { "left out" } else { "counted" }, fault.code);
        let line = fault.line.map(|line| format!(":{line}")).unwrap_or_default();
        output.remark(&kind, &format!("{}{line}: {}", path.display(), fault.message));
    }
}

/// What is wrong, as far as there is room for it.
pub(crate) fn show_faults(faults: &[ImpactFault], output: &mut Output) -> Result<(), Failure> {
    const MOST: usize = 20;
    if faults.is_empty() {
        return Ok(());
    }
    let row = |fault: &ImpactFault| {
        let kind = if fault.left_out { "left out" } else { "counted" };
        let line = fault.line.map(|line| line.to_string()).unwrap_or_default();
        vec![line, fault.code.clone(), kind.to_owned(), fault.message.clone()]
    };
    output.table(&["line", "", "", "what is wrong"], faults.iter().take(MOST).map(row))?;
    let left_out = faults.iter().filter(|fault| fault.left_out).count();
    output.line(format!(
        "{} faults; {} rows left out{}",
        grouped(faults.len() as u64),
        grouped(left_out as u64),
        if faults.len() > MOST { "; --json prints them all." } else { "." }
    ))?;
    Ok(())
}

/// A share as a percentage, with a mark where it is of too few.
fn rate(share: &Share) -> String {
    match share.value {
        None => "–".to_owned(),
        Some(value) => format!("{:.1} %{}", value * 100.0, if share.small { " *" } else { "" }),
    }
}

fn percent_of(count: u64, of: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a percentage to look at")]
    let percent = (of > 0).then(|| format!("{:.1} %", count as f64 * 100.0 / of as f64));
    percent.unwrap_or_default()
}

fn days(days: Option<f64>) -> String {
    days.map_or_else(|| "–".to_owned(), |days| format!("{days} d"))
}
