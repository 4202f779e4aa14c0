//! Coverage as a picture: the territory by département, and a matrix of subjects by département.
//!
//! Every cell says its number, and its shade and hatching say the same without colours, so that the
//! picture serves colour-blind readers and black-and-white print.

use std::collections::BTreeMap;
use std::fmt::Write;

use aiguillage::coverage::{Coverage, ZoneSummary};
use aiguillage::geography::{Geography, Zone, ZoneKind};

use crate::output::grouped;
use crate::svg::{cut, text};

const LABEL: usize = 350;
const CELL: usize = 64;
const ROW: usize = 24;
const MARGIN: usize = 20;
const TILES: usize = 8;

/// The picture as an SVG document.
pub(crate) fn draw(coverage: &Coverage<'_>, geography: &Geography) -> String {
    let by_subject: Vec<(&str, BTreeMap<Zone, ZoneSummary>)> = coverage
        .subjects
        .iter()
        .map(|subject| {
            let zones = subject.by_zone(ZoneKind::Departement);
            (subject.subject.label.as_str(), zones.into_iter().map(|zone| (zone.zone, zone)).collect())
        })
        .collect();
    let mut departements: Vec<Zone> =
        by_subject.iter().flat_map(|(_, zones)| zones.keys().copied()).collect();
    departements.sort_unstable();
    departements.dedup();
    let matrix_top = 110 + departements.len().div_ceil(TILES) * 64 + 60;
    let width = (MARGIN * 2 + LABEL + CELL * departements.len()).max(MARGIN * 2 + TILES * 104).max(640);
    let height = matrix_top + 30 + ROW * by_subject.len() + 60;
    let mut picture = Picture { svg: String::new(), geography, departements, by_subject };
    picture.open(width, height);
    picture.heading(coverage);
    picture.tiles();
    picture.matrix(matrix_top);
    legend(&mut picture.svg, height - 34);
    picture.svg.push_str("</svg>\n");
    picture.svg
}

/// The picture while it is drawn. Writing to a string does not fail.
struct Picture<'c> {
    svg: String,
    geography: &'c Geography,
    departements: Vec<Zone>,
    /// The label of each subject, and what is known of it by département.
    by_subject: Vec<(&'c str, BTreeMap<Zone, ZoneSummary>)>,
}

impl Picture<'_> {
    fn open(&mut self, width: usize, height: usize) {
        let _ = write!(
            self.svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
             font-family=\"Segoe UI, Helvetica, Arial, sans-serif\" font-size=\"12\" role=\"img\">\
             <title>Couverture du territoire</title>\
             <defs><pattern id=\"gap\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <rect width=\"6\" height=\"6\" fill=\"#fff\"/><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"#000\" stroke-width=\"1.6\"/></pattern></defs>\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>"
        );
    }

    fn heading(&mut self, coverage: &Coverage<'_>) {
        let subjects = match self.by_subject.as_slice() {
            [(only, _)] => (*only).to_owned(),
            several => format!("{} sujets", several.len()),
        };
        let (communes, people) = (grouped(coverage.communes as u64), grouped(coverage.population));
        let sizes = format!("{subjects}, {communes} communes, {people} habitants");
        text(&mut self.svg, MARGIN, 32, 20, "start", "Couverture du territoire");
        text(&mut self.svg, MARGIN, 54, 13, "start", &sizes);
    }

    /// A tile for each département, over all subjects.
    fn tiles(&mut self) {
        let title = "Par département : part des habitants (tous sujets) qui ont au moins un expert";
        text(&mut self.svg, MARGIN, 90, 14, "start", title);
        for (number, departement) in self.departements.iter().enumerate() {
            let of_all = || self.by_subject.iter().filter_map(|(_, zones)| zones.get(departement));
            let population: u64 = of_all().map(|zone| zone.population).sum();
            let gap: u64 = of_all().map(|zone| zone.gap_population).sum();
            let share = Share::of(population, gap);
            let (x, y) = (MARGIN + number % TILES * 104, 104 + number / TILES * 64);
            cell(&mut self.svg, (x, y, 98, 56), share);
            let name = self.geography.zone_name(*departement).unwrap_or_default();
            let name = format!("{} {}", departement.code(), cut(name, 13));
            let _ = write!(self.svg, "<g fill=\"{}\">{}", share.ink(), share.plate(x + 4, y + 6, 90, 44));
            text(&mut self.svg, x + 49, y + 20, 12, "middle", &name);
            text(&mut self.svg, x + 49, y + 44, 16, "middle", &share.label());
            self.svg.push_str("</g>");
        }
    }

    /// A row for each subject, a column for each département.
    fn matrix(&mut self, top: usize) {
        let title = "Par sujet : le plus petit nombre d’experts dans une commune, ou le nombre de communes sans expert";
        text(&mut self.svg, MARGIN, top - 14, 14, "start", title);
        for (column, departement) in self.departements.iter().enumerate() {
            let middle = MARGIN + LABEL + column * CELL + CELL / 2;
            text(&mut self.svg, middle, top + 16, 12, "middle", departement.code());
        }
        for (row, (label, zones)) in self.by_subject.iter().enumerate() {
            let y = top + 26 + row * ROW;
            text(&mut self.svg, MARGIN + LABEL - 8, y + 16, 12, "end", &cut(label, 52));
            for (column, departement) in self.departements.iter().enumerate() {
                if let Some(zone) = zones.get(departement) {
                    matrix_cell(&mut self.svg, (MARGIN + LABEL + column * CELL, y), zone);
                }
            }
        }
    }
}

fn matrix_cell(svg: &mut String, (x, y): (usize, usize), zone: &ZoneSummary) {
    let share = Share::of(zone.population, zone.gap_population);
    cell(svg, (x + 1, y + 1, CELL - 2, ROW - 2), share);
    let label = match (share, zone.gap_communes) {
        (Share::Nobody, _) => "personne".to_owned(),
        (_, 0) => zone.fewest.to_string(),
        (_, gaps) => format!("{gaps} sans"),
    };
    let _ = write!(svg, "<g fill=\"{}\">{}", share.ink(), share.plate(x + 3, y + 5, CELL - 6, 15));
    text(svg, x + CELL / 2, y + 16, 11, "middle", &label);
    svg.push_str("</g>");
}

/// How much of a population is covered, in steps that differ in lightness.
#[derive(Clone, Copy, PartialEq)]
enum Share {
    All,
    Most(u64),
    Some(u64),
    Nobody,
}

impl Share {
    fn of(population: u64, gap: u64) -> Share {
        // What has no inhabitants has nobody who lacks.
        let percent = ((population - gap) * 100).checked_div(population).unwrap_or(100);
        match percent {
            _ if gap == 0 => Share::All,
            0 => Share::Nobody,
            percent if percent >= 80 => Share::Most(percent.min(99)),
            percent => Share::Some(percent),
        }
    }

    fn fill(self) -> &'static str {
        match self {
            Share::All => "#1b4f72",
            Share::Most(_) => "#85c1e9",
            Share::Some(_) => "#fdebd0",
            Share::Nobody => "url(#gap)",
        }
    }

    fn ink(self) -> &'static str {
        if self == Share::All { "#fff" } else { "#000" }
    }

    fn label(self) -> String {
        match self {
            Share::All => "100 %".to_owned(),
            Share::Most(percent) | Share::Some(percent) => format!("{percent} %"),
            Share::Nobody => "personne".to_owned(),
        }
    }

    /// A white ground under text that stands on hatching.
    fn plate(self, x: usize, y: usize, width: usize, height: usize) -> String {
        match self {
            Share::Nobody => format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"#fff\" opacity=\".88\"/>"
            ),
            _ => String::new(),
        }
    }
}

fn cell(svg: &mut String, (x, y, width, height): (usize, usize, usize, usize), share: Share) {
    let _ = write!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"3\" fill=\"{}\" stroke=\"#555\" stroke-width=\".7\"/>",
        share.fill()
    );
    // A part that is missing is hatched at the edge as well: shades alone are not enough in print.
    if matches!(share, Share::Some(_) | Share::Most(_)) {
        let strip = if matches!(share, Share::Some(_)) { 8 } else { 4 };
        let top = y + height - strip;
        let _ = write!(
            svg,
            "<rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{strip}\" fill=\"url(#gap)\"/>"
        );
    }
}

fn legend(svg: &mut String, y: usize) {
    let steps = [
        (Share::All, "tous les habitants"),
        (Share::Most(90), "80 % et plus"),
        (Share::Some(50), "moins de 80 %"),
        (Share::Nobody, "personne"),
    ];
    for (number, (share, label)) in steps.into_iter().enumerate() {
        let x = MARGIN + number * 150;
        cell(svg, (x, y, 22, 16), share);
        text(svg, x + 28, y + 13, 12, "start", label);
    }
}
