//! Demand as a picture: a bar for each institution, antenne or expert with what it was asked, matched and was
//! stopped by, and under it the change that would bring most.
//!
//! Every part says its number, and parts differ in lightness and hatching, so that the picture serves
//! colour-blind readers and black-and-white print.

use std::fmt::Write;

use aiguillage::demand::{DemandBy, DemandReport, DemandRow};
use aiguillage::explain::Rule;

use crate::output::grouped;
use crate::svg::{cut, text};

const WIDTH: usize = 1120;
const MARGIN: usize = 20;
const LABEL: usize = 300;
const BAR: usize = 640;
const ROW: usize = 50;
const TOP: usize = 110;
/// More rows than a page holds are the last ones asked.
const MOST: usize = 24;

const MATCHED: &str = "#1b4f72";
const BY_CRITERIA: &str = "#85c1e9";
const BY_ANSWERS: &str = "#fdebd0";
const BY_OTHERS: &str = "url(#others)";

/// The picture of the rows of a report, as an SVG document.
pub(crate) fn draw(report: &DemandReport, all: &[&DemandRow]) -> String {
    let rows = &all[..all.len().min(MOST)];
    let height = TOP + ROW * rows.len() + 60;
    let mut svg = String::new();
    // Writing to a string does not fail.
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
         font-family=\"Segoe UI, Helvetica, Arial, sans-serif\" font-size=\"12\" role=\"img\">\
         <title>Demande</title>\
         <defs><pattern id=\"others\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <rect width=\"6\" height=\"6\" fill=\"#fff\"/><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"#000\" stroke-width=\"1.6\"/></pattern></defs>\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>"
    );
    text(&mut svg, MARGIN, 32, 20, "start", "Besoins demandés, reçus et arrêtés");
    let by = match report.by {
        DemandBy::Institution => "par institution",
        DemandBy::Antenne => "par antenne",
        DemandBy::Expert => "par expert",
    };
    let shown = match all.len() > rows.len() {
        true => format!(", les {MOST} plus demandés sur {}", grouped(all.len() as u64)),
        false => String::new(),
    };
    let told = format!("{} besoins, {by}{shown}", grouped(report.needs));
    text(&mut svg, MARGIN, 54, 13, "start", &told);
    legend(&mut svg);
    let most = rows.iter().map(|row| row.asked).max().unwrap_or(0);
    for (number, row) in rows.iter().enumerate() {
        bar(&mut svg, TOP + number * ROW, row, most);
    }
    let note = "Demandé : besoins sur ses sujets, dans son territoire. Chaque changement est compté seul, toutes choses égales par ailleurs.";
    text(&mut svg, MARGIN, height - 20, 11, "start", note);
    svg.push_str("</svg>\n");
    svg
}

fn legend(svg: &mut String) {
    let parts = [
        (MATCHED, "reçus"),
        (BY_CRITERIA, "arrêtés par un filtre"),
        (BY_ANSWERS, "arrêtés par les réponses attendues"),
        (BY_OTHERS, "arrêtés par une autre règle"),
    ];
    for (number, (fill, label)) in parts.into_iter().enumerate() {
        let x = MARGIN + number * 260;
        part(svg, (x, 70, 22), fill);
        text(svg, x + 28, 83, 12, "start", label);
    }
}

fn bar(svg: &mut String, y: usize, row: &DemandRow, most: u64) {
    text(svg, MARGIN, y + 15, 12, "start", &cut(&row.name, 44));
    let stopped = |wanted: fn(Rule) -> bool| -> u64 {
        row.stopped.iter().filter(|stop| wanted(stop.rule)).map(|stop| stop.needs).sum()
    };
    let parts = [
        (row.matched, MATCHED, "#fff"),
        (stopped(|rule| rule == Rule::Criteria), BY_CRITERIA, "#000"),
        (stopped(|rule| rule == Rule::Answers), BY_ANSWERS, "#000"),
        (stopped(|rule| !matches!(rule, Rule::Criteria | Rule::Answers)), BY_OTHERS, "#000"),
    ];
    let mut x = MARGIN + LABEL;
    for (needs, fill, ink) in parts {
        let width = scaled(needs, most);
        if width == 0 {
            continue;
        }
        part(svg, (x, y, width), fill);
        let label = grouped(needs);
        // A number stands where there is room for it.
        if width > 8 * label.chars().count() + 6 {
            let plate = x + width / 2 - 4 * label.chars().count() - 2;
            if fill == BY_OTHERS {
                let wide = 8 * label.chars().count() + 4;
                let _ = write!(
                    svg,
                    "<rect x=\"{plate}\" y=\"{}\" width=\"{wide}\" height=\"14\" fill=\"#fff\"/>",
                    y + 2
                );
            }
            let _ = write!(svg, "<g fill=\"{ink}\">");
            text(svg, x + width / 2, y + 14, 11, "middle", &label);
            svg.push_str("</g>");
        }
        x += width;
    }
    let mut told = format!("{} sur {}", grouped(row.matched), grouped(row.asked));
    if row.outside > 0 {
        let _ = write!(told, " ({} hors territoire)", grouped(row.outside));
    }
    text(svg, x + 8, y + 14, 11, "start", &told);
    if let Some(change) = row.changes.first() {
        // The number first: a sentence may be cut.
        let told = format!("+{}  {}", grouped(change.needs), change.sentence);
        text(svg, MARGIN + LABEL, y + 33, 11, "start", &cut(&told, 132));
    }
}

fn part(svg: &mut String, (x, y, width): (usize, usize, usize), fill: &str) {
    let _ = write!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"18\" fill=\"{fill}\" stroke=\"#555\" stroke-width=\".7\"/>"
    );
}

/// A length in proportion to the greatest; what is there is seen.
fn scaled(needs: u64, most: u64) -> usize {
    if needs == 0 {
        return 0;
    }
    let length = (needs * BAR as u64).checked_div(most).unwrap_or(0);
    usize::try_from(length).unwrap_or(BAR).max(2)
}
