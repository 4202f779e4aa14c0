//! Impact as a page: the funnel with each loss named, months, themes, institutions, territories and
//! reasons of refusal.
//!
//! Every bar says its number, and what is lost is hatched, so that the page serves colour-blind
//! readers and black-and-white print.

use std::fmt::Write;

use aiguillage::Directory;
use aiguillage::impact::{
    Dimension, Figures, ImpactQuery, ImpactReport, ImpactRow, Period, ReferralFile, Share,
};
use aiguillage::language::Language;
use jiff::civil::Date;

use crate::Failure;
use crate::output::grouped;
use crate::svg::{cut, escaped, text};

const WIDTH: usize = 1000;
const HEIGHT: usize = 1414;
const MARGIN: usize = 40;
const INNER: usize = WIDTH - 2 * MARGIN;
const HALF: usize = (INNER - 40) / 2;
const RIGHT: usize = MARGIN + HALF + 40;

const DARK: &str = "#1b4f72";
const LIGHT: &str = "#85c1e9";
const PALE: &str = "#dbe9f4";
const LOST: &str = "url(#lost)";

/// Where the bars of the funnel begin, and how wide the whole is.
const FUNNEL_LEFT: usize = MARGIN + 104;
const FUNNEL_WIDTH: usize = 430;

/// A stage of the funnel: its name, how many reach it, how many go on, and what becomes of the others,
/// with whether that is a loss.
type Stage = (&'static str, u64, u64, Vec<(u64, &'static str, bool)>);

/// The page as an SVG document. `report` is the whole; its cuts are made here.
pub(crate) fn draw(
    file: &ReferralFile,
    report: &ImpactReport,
    directory: Option<&Directory>,
) -> Result<String, Failure> {
    let cut = |by: Option<Dimension>, period: Option<Period>| {
        file.measure(&ImpactQuery { by, period, ..report.query.clone() }, directory)
    };
    let months = cut(None, Some(Period::Month))?;
    let (groups, title) = match directory {
        Some(_) => (cut(Some(Dimension::Theme), None)?, "Par thème"),
        None => (cut(Some(Dimension::Subject), None)?, "Par sujet"),
    };
    let institutions = cut(Some(Dimension::Institution), None)?;
    let territories = cut(Some(Dimension::Departement), None)?;
    let mut page = Page { svg: String::new() };
    page.head(report);
    page.tiles(&report.total, 100);
    page.funnel(&report.total, 230);
    page.months(&months.rows, 602);
    page.groups(&groups.rows, title, (MARGIN, 856));
    page.institutions(&institutions.rows, (RIGHT, 856));
    page.territories(&territories, (MARGIN, 1140));
    page.refusals(&report.total, (RIGHT, 1140));
    page.foot(report);
    Ok(page.svg)
}

struct Page {
    svg: String,
}

impl Page {
    fn head(&mut self, report: &ImpactReport) {
        let query = &report.query;
        let _ = write!(
            self.svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             font-family=\"Segoe UI, Helvetica, Arial, sans-serif\" font-size=\"12\" role=\"img\" lang=\"fr\">\
             <title>Mesure d’impact</title>\
             <defs><pattern id=\"lost\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <rect width=\"6\" height=\"6\" fill=\"#fff\"/><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"#7a3b12\" stroke-width=\"2\"/></pattern></defs>\
             <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>"
        );
        self.bold(MARGIN, 56, 26, "start", "Mesure d’impact");
        let span = match (query.from, query.until) {
            (Some(from), Some(until)) => format!("Besoins déposés du {} au {}", day(from), day(until)),
            (Some(from), None) => format!("Besoins déposés depuis le {}", day(from)),
            (None, Some(until)) => format!("Besoins déposés jusqu’au {}", day(until)),
            (None, None) => "Tous les besoins déposés".to_owned(),
        };
        let mut lists: Vec<String> = Vec::new();
        for (name, list) in [
            ("thème", &query.themes),
            ("sujet", &query.subjects),
            ("institution", &query.institutions),
            ("antenne", &query.antennes),
            ("zone", &query.zones),
            ("conseiller référent", &query.advisers),
            ("provenance", &query.origins),
        ] {
            if !list.is_empty() {
                lists.push(format!("{name}\u{a0}: {}", list.join(", ")));
            }
        }
        let only = if lists.is_empty() { String::new() } else { format!(" ({})", lists.join("\u{202f}; ")) };
        let line = cut(&format!("{span}, vus au {}{only}", day(query.on)), 130);
        self.text(MARGIN, 80, 14, "start", &line);
    }

    fn tiles(&mut self, total: &Figures, top: usize) {
        let tiles = [
            (
                grouped(total.funnel.deposited),
                "besoins déposés",
                format!("{} entreprises", grouped(total.companies)),
            ),
            (
                grouped(total.companies_helped),
                "entreprises aidées",
                format!("{} besoins", grouped(total.funnel.helped)),
            ),
            (rate(&total.exchanged), "ont eu un échange", "des besoins transmis".to_owned()),
            (rate(&total.helped), "ont été aidés", "des besoins transmis".to_owned()),
            (rate(&total.taken_within_5_days), "en moins de 5 jours", "des prises en charge".to_owned()),
            (rate(&total.abandoned), "restés sans réponse", "des besoins transmis".to_owned()),
        ];
        let width = (INNER - 5 * 12) / 6;
        for (number, (value, what, of)) in tiles.iter().enumerate() {
            let x = MARGIN + number * (width + 12);
            self.rect((x, top, width, 92), PALE, 6);
            self.bold(x + width / 2, top + 38, 26, "middle", value);
            self.text(x + width / 2, top + 60, 13, "middle", what);
            self.text(x + width / 2, top + 78, 12, "middle", of);
        }
    }

    /// Five bars of one scale, and beside each what was lost or is open before the next.
    fn funnel(&mut self, total: &Figures, top: usize) {
        let of = &total.funnel;
        self.title(MARGIN, top, "De la demande à l’aide");
        self.requests(total, top + 19);
        let stages: [Stage; 5] = [
            (
                "Déposés",
                of.deposited,
                of.matched,
                vec![(of.nobody_found, "sans expert trouvé", true), (of.not_sent, "à transmettre", false)],
            ),
            (
                "Transmis",
                of.matched,
                of.answered,
                vec![(of.abandoned, "abandonnés sans réponse", true), (of.waiting, "en attente", false)],
            ),
            (
                "Avec réponse",
                of.answered,
                of.exchanged,
                vec![
                    (of.refused, "refusés par tous", true),
                    (of.expired, "refus partiels, puis sans suite", true),
                    (of.unreachable, "entreprises injoignables", true),
                    (of.pending, "refus partiels, en attente", false),
                    (of.in_progress, "pris en charge, en cours", false),
                ],
            ),
            ("Avec échange", of.exchanged, of.helped, vec![(of.no_help, "sans aide disponible", true)]),
            ("Aidés", of.helped, of.helped, vec![]),
        ];
        for (number, stage) in stages.iter().enumerate() {
            self.stage(stage, of.deposited, top + 26 + number * 57);
        }
        let y = top + 26 + 5 * 57 + 10;
        for (number, (fill, what)) in
            [(DARK, "passent à l’étape suivante"), (LIGHT, "encore ouverts"), (LOST, "perdus")]
                .iter()
                .enumerate()
        {
            let x = FUNNEL_LEFT + number * 190;
            self.bar((x, y - 10, 20, 12), fill);
            self.text(x + 28, y, 12, "start", what);
        }
        self.surveys(total, y + 23);
    }

    /// What companies said, in one line, where they were asked.
    fn surveys(&mut self, total: &Figures, y: usize) {
        let surveys = &total.surveys;
        if surveys.asked == 0 {
            return;
        }
        let line = format!(
            "{} enquêtes envoyées\u{a0}: {} réponses ({})\u{202f}; {} des réponses disent que l’entreprise a été rappelée et l’échange utile",
            grouped(surveys.asked),
            grouped(surveys.answered),
            rate(&surveys.answers),
            rate(&surveys.satisfaction),
        );
        self.text(MARGIN, y, 12, "start", &line);
    }

    /// What was before the needs, in one line, where requests were given.
    fn requests(&mut self, total: &Figures, y: usize) {
        let requests = &total.requests;
        if requests.deposited == 0 {
            return;
        }
        let line = format!(
            "{} demandes\u{a0}: {} transmises ({}), {} classées, {} en attente d’un conseiller, {} à lire\u{202f}; {} en moins de 72\u{a0}heures",
            grouped(requests.deposited),
            grouped(requests.transmitted),
            rate(&requests.transmitted_share),
            grouped(requests.closed),
            grouped(requests.held),
            grouped(requests.to_read),
            rate(&requests.transmitted_in_time),
        );
        self.text(MARGIN, y, 12, "start", &line);
    }

    /// A stage as a bar: what goes on, what is open, what is lost.
    fn stage(&mut self, (name, count, next, parts): &Stage, deposited: u64, y: usize) {
        self.bold(MARGIN, y + 20, 14, "start", name);
        let share = format!("{} ({})", grouped(*count), percent(*count, deposited));
        self.text(MARGIN, y + 38, 12, "start", &share);
        let lost: u64 = parts.iter().filter(|part| part.2).map(|part| part.0).sum();
        let open: u64 = parts.iter().filter(|part| !part.2).map(|part| part.0).sum();
        let [goes_on, open, lost] = [*next, open, lost].map(|count| scaled(count, deposited, FUNNEL_WIDTH));
        self.bar((FUNNEL_LEFT, y + 4, goes_on, 38), DARK);
        self.bar((FUNNEL_LEFT + goes_on, y + 4, open, 38), LIGHT);
        self.bar((FUNNEL_LEFT + goes_on + open, y + 4, lost, 38), LOST);
        // Three lines, and two columns where there are more.
        for (line, (count, what, lost)) in parts.iter().filter(|part| part.0 > 0).enumerate() {
            let (x, y) = (FUNNEL_LEFT + FUNNEL_WIDTH + 16 + line / 3 * 204, y + 14 + line % 3 * 17);
            self.bar((x, y - 9, 10, 10), if *lost { LOST } else { LIGHT });
            self.text(x + 15, y, 12, "start", &format!("{} {what}", grouped(*count)));
        }
    }

    fn months(&mut self, rows: &[ImpactRow], top: usize) {
        self.title(MARGIN, top, "Mois par mois : besoins aidés, avec échange sans aide, autres");
        let most = rows.iter().map(|row| row.figures.funnel.deposited).max().unwrap_or(0);
        // More months than there is room for: the last ones.
        let rows = &rows[rows.len().saturating_sub(24)..];
        let (step, floor, full) = (INNER / rows.len().max(1), top + 176, 132);
        let width = step.min(70).saturating_sub(14).max(6);
        for (number, row) in rows.iter().enumerate() {
            let of = &row.figures.funnel;
            let x = MARGIN + number * step + (step - width) / 2;
            let parts = [(of.helped, DARK), (of.no_help, LIGHT), (of.deposited - of.exchanged, PALE)];
            let mut y = floor;
            for (count, fill) in parts {
                let height = scaled(count, most, full);
                y -= height;
                self.bar((x, y, width, height), fill);
            }
            let middle = x + width / 2;
            self.text(middle, y - 5, 11, "middle", &grouped(of.deposited));
            if scaled(of.helped, most, full) >= 16 {
                self.white(middle, floor - 5, 11, &rate(&row.figures.helped_of_deposited));
            }
            self.text(
                middle,
                floor + 16,
                11,
                "middle",
                &month(row.period.as_deref().unwrap_or_default(), step),
            );
        }
        let y = floor + 36;
        for (number, (fill, what)) in
            [(DARK, "aidés (part des déposés)"), (LIGHT, "échange, sans aide disponible"), (PALE, "autres")]
                .iter()
                .enumerate()
        {
            let x = MARGIN + number * 220;
            self.bar((x, y - 10, 20, 12), fill);
            self.text(x + 28, y, 12, "start", what);
        }
    }

    fn groups(&mut self, rows: &[ImpactRow], title: &str, (left, top): (usize, usize)) {
        self.title(left, top, &format!("{title} : besoins, et part aidée"));
        let most = rows.iter().map(|row| row.figures.funnel.deposited).max().unwrap_or(0);
        for (number, row) in rows.iter().take(9).enumerate() {
            let of = &row.figures.funnel;
            let line = Line { label: &row.label, count: of.deposited, part: of.helped, most };
            self.line((left, top + 14 + number * 26), &line, &rate(&row.figures.helped));
        }
    }

    fn institutions(&mut self, rows: &[ImpactRow], (left, top): (usize, usize)) {
        self.title(left, top, "Par institution : mises en relation, et part prise en charge");
        let mut rows: Vec<&ImpactRow> = rows.iter().filter(|row| row.group.is_some()).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.figures.referrals.sent));
        rows.truncate(9);
        let most = rows.iter().map(|row| row.figures.referrals.sent).max().unwrap_or(0);
        for (number, row) in rows.iter().enumerate() {
            let figures = &row.figures;
            let line =
                Line { label: &row.label, count: figures.referrals.sent, part: figures.taken.count, most };
            self.line((left, top + 14 + number * 26), &line, &rate(&figures.taken));
        }
    }

    fn territories(&mut self, report: &ImpactReport, (left, top): (usize, usize)) {
        self.title(left, top, "Par département : besoins pour 1 000 habitants");
        let equity = &report.equity;
        let most = equity.territories.iter().filter_map(|own| own.needs_per_thousand).fold(0.0, f64::max);
        let mut territories: Vec<_> = equity.territories.iter().collect();
        territories.sort_by(|a, b| {
            b.needs_per_thousand.partial_cmp(&a.needs_per_thousand).unwrap_or(std::cmp::Ordering::Equal)
        });
        for (number, own) in territories.iter().take(7).enumerate() {
            let y = top + 14 + number * 26;
            self.text(left, y + 15, 12, "start", &cut(&own.label, 24));
            let value = own.needs_per_thousand.unwrap_or(0.0);
            let width = part_of(value, most, 190);
            self.bar((left + 160, y + 3, width, 16), DARK);
            let shown = format!("{}  ({} besoins)", decimal(value, 2), grouped(own.needs));
            self.text(left + 168 + width, y + 15, 12, "start", &shown);
        }
        let y = top + 32 + 26 * territories.len().min(7);
        let index = |value: Option<f64>| value.map_or("–".to_owned(), |value| decimal(value, 2));
        self.text(
            left,
            y,
            12,
            "start",
            &format!(
                "Gini (0\u{a0}: égalité)\u{a0}: territoires {}, institutions {}, experts {}",
                index(equity.territories_gini),
                index(equity.institutions_gini),
                index(equity.experts_gini)
            ),
        );
    }

    fn refusals(&mut self, total: &Figures, (left, top): (usize, usize)) {
        let refused = total.referrals.refused;
        let title = format!("Refus : {} ({} des mises en relation)", grouped(refused), rate(&total.refusal));
        self.title(left, top, &title);
        let most = total.refusals.iter().map(|own| own.count).max().unwrap_or(0);
        for (number, own) in total.refusals.iter().take(8).enumerate() {
            let y = top + 14 + number * 24;
            self.text(left, y + 15, 12, "start", &own.label);
            let width = scaled(own.count, most, 150);
            self.bar((left + 200, y + 3, width, 15), LOST);
            let shown = format!("{} ({})", grouped(own.count), percent(own.count, refused));
            self.text(left + 208 + width, y + 15, 12, "start", &shown);
        }
    }

    fn foot(&mut self, report: &ImpactReport) {
        let total = &report.total;
        let days =
            |value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{} j", decimal(value, 1)));
        let lines = [
            format!(
                "Délais médians\u{a0}: première réponse {}, prise en charge {}, de la demande à la fin de l’échange {}. Sujets requalifiés\u{a0}: {}. Nouvelles entreprises parmi les aidées\u{a0}: {}.",
                days(total.median_days_to_answer),
                days(total.median_days_to_take),
                days(total.median_days_to_close),
                rate(&total.requalified),
                rate(&total.new_companies)
            ),
            format!(
                "Chaque besoin compte une fois, à l’étape la plus avancée qu’il a atteinte. Sans réponse\u{a0}: {} jours sans qu’aucun expert ne bouge. * Moins de {}\u{a0}: trop peu pour conclure.",
                report.query.abandoned_days(),
                report.query.small
            ),
        ];
        for (number, line) in lines.iter().enumerate() {
            self.text(MARGIN, HEIGHT - 44 + number * 18, 11, "start", line);
        }
        self.svg.push_str("</svg>\n");
    }

    /// A label, a bar of which a part is dark, the count and a share.
    fn line(&mut self, (left, y): (usize, usize), line: &Line<'_>, share: &str) {
        self.text(left, y + 15, 12, "start", &cut(line.label, 38));
        let (all, part) = (scaled(line.count, line.most, 110), scaled(line.part, line.most, 110));
        self.bar((left + 228, y + 3, all, 16), PALE);
        self.bar((left + 228, y + 3, part, 16), DARK);
        self.text(left + 234 + all, y + 15, 12, "start", &format!("{}  ({share})", grouped(line.count)));
    }

    fn title(&mut self, x: usize, y: usize, content: &str) {
        self.bold(x, y, 15, "start", content);
    }

    fn text(&mut self, x: usize, y: usize, size: usize, anchor: &str, content: &str) {
        text(&mut self.svg, x, y, size, anchor, content);
    }

    fn bold(&mut self, x: usize, y: usize, size: usize, anchor: &str, content: &str) {
        self.svg.push_str("<g font-weight=\"bold\">");
        self.text(x, y, size, anchor, content);
        self.svg.push_str("</g>");
    }

    fn white(&mut self, x: usize, y: usize, size: usize, content: &str) {
        let _ = write!(
            self.svg,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"middle\" fill=\"#fff\">{}</text>",
            escaped(content)
        );
    }

    fn rect(&mut self, (x, y, width, height): (usize, usize, usize, usize), fill: &str, round: usize) {
        let _ = write!(
            self.svg,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\" fill=\"{fill}\"/>"
        );
    }

    fn bar(&mut self, (x, y, width, height): (usize, usize, usize, usize), fill: &str) {
        if width > 0 && height > 0 {
            let _ = write!(
                self.svg,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\" stroke=\"#33526b\" stroke-width=\".6\"/>"
            );
        }
    }
}

/// A row of bars.
struct Line<'a> {
    label: &'a str,
    count: u64,
    part: u64,
    most: u64,
}

/// A length in proportion; what is there is seen.
fn scaled(count: u64, of: u64, full: usize) -> usize {
    #[expect(clippy::cast_precision_loss, reason = "a length to look at")]
    part_of(count as f64, of as f64, full)
}

fn part_of(value: f64, of: f64, full: usize) -> usize {
    if value <= 0.0 || of <= 0.0 {
        return 0;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a length to look at, at most `full`"
    )]
    let length = (value / of * full as f64).round() as usize;
    length.clamp(1, full)
}

/// A share as people write it in French: `56,3 %`, with a mark where it is of too few.
fn rate(share: &Share) -> String {
    match share.value {
        None => "–".to_owned(),
        Some(value) => {
            // Nearly all is not all, and hardly any is not none.
            let digits = usize::from(value > 0.0 && value < 0.01 || value > 0.99 && value < 1.0);
            format!("{}\u{a0}%{}", decimal(value * 100.0, digits), if share.small { "\u{a0}*" } else { "" })
        }
    }
}

fn percent(count: u64, of: u64) -> String {
    rate(&Share { count, of, value: share_of(count, of), small: false })
}

fn share_of(count: u64, of: u64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "a percentage to look at")]
    let value = (of > 0).then(|| count as f64 / of as f64);
    value
}

fn decimal(value: f64, digits: usize) -> String {
    format!("{value:.digits$}").replace('.', ",")
}

fn day(date: Date) -> String {
    Language::French.day(date)
}

/// The name of a month (`2026-11`), as long as there is room for.
fn month(period: &str, room: usize) -> String {
    match format!("{period}-01").parse::<Date>() {
        Ok(date) if room >= 70 => Language::French.month(date).to_owned(),
        _ => period.to_owned(),
    }
}
