//! The needs of a year: communes drawn by population, companies as they are in the region's towns.

use std::path::Path;

use aiguillage::Directory;
use aiguillage::geography::Zone;
use fastrand::Rng;

use super::Outcome;

const COUNT: usize = 1_200;

const COLUMNS: [&str; 12] = [
    "id",
    "subject",
    "commune",
    "on",
    "naf",
    "headcount_band",
    "headcount",
    "legal_form",
    "created_on",
    "activities",
    "opco",
    "answers",
];

/// How often a subject is asked for.
const SUBJECTS: [(&str, u32); 24] = [
    ("recruter", 18),
    ("tresorerie", 14),
    ("financer-projet", 12),
    ("former", 8),
    ("clients", 6),
    ("strategie", 5),
    ("visibilite-sur-internet", 5),
    ("droit-du-travail", 4),
    ("reglementation-formalites", 4),
    ("projet-immobilier", 4),
    ("diagnostic", 3),
    ("demarche-ecologie", 3),
    ("vendre-entreprise", 3),
    ("reprendre-entreprise", 3),
    ("vendre-sur-internet", 2),
    ("international", 2),
    ("sante-securite-travail", 2),
    ("organisation-du-travail", 2),
    ("handicap-entreprise", 2),
    ("activite-partielle", 2),
    ("litige", 2),
    ("projet-innovation", 2),
    ("nouvelle-offre-produit-service", 2),
    ("reduction-impots", 1),
];

/// Activity, weight, nature.
const TRADES: [(&str, u32, &str); 20] = [
    ("10.71C", 8, "ARTISANALE COMMERCIALE"),
    ("56.10A", 10, "COMMERCIALE"),
    ("56.10C", 6, "COMMERCIALE"),
    ("43.21A", 5, "ARTISANALE"),
    ("43.22A", 5, "ARTISANALE"),
    ("43.32A", 5, "ARTISANALE"),
    ("43.34Z", 5, "ARTISANALE"),
    ("43.99C", 5, "ARTISANALE"),
    ("96.02A", 6, "ARTISANALE"),
    ("96.02B", 3, "ARTISANALE"),
    ("45.20A", 5, "ARTISANALE COMMERCIALE"),
    ("47.11B", 4, "COMMERCIALE"),
    ("47.71Z", 4, "COMMERCIALE"),
    ("47.76Z", 3, "COMMERCIALE ARTISANALE"),
    ("49.41A", 4, "COMMERCIALE"),
    ("62.01Z", 4, "COMMERCIALE"),
    ("70.22Z", 4, "LIBERALE_NON_REGLEMENTEE"),
    ("86.21Z", 2, "LIBERALE_REGLEMENTEE"),
    ("25.62B", 4, "COMMERCIALE"),
    ("78.20Z", 2, "COMMERCIALE"),
];

const BANDS: [(&str, u32); 9] =
    [("NN", 18), ("00", 14), ("01", 28), ("02", 18), ("03", 10), ("11", 7), ("12", 4), ("21", 2), ("31", 1)];

const LEGAL_FORMS: [(&str, u32); 6] =
    [("1000", 30), ("5499", 30), ("5710", 32), ("5498", 4), ("6540", 2), ("9220", 2)];

/// Codes of communes that have merged, as old files still hold them.
const FORMER: [&str; 4] = ["02695", "59298", "59355", "80624"];

pub(crate) fn write(directory: &Directory, path: &Path) -> Outcome<()> {
    let mut rng = Rng::with_seed(2026);
    let geography = directory.geography();
    let mut communes: Vec<(String, u32)> = Vec::new();
    for departement in ["02", "59", "60", "62", "80"] {
        let zone: Zone = format!("departement:{departement}").parse()?;
        for commune in geography.communes_of(zone) {
            communes.push((commune.code().to_owned(), u32::try_from(commune.population())?));
        }
    }
    let communes: Vec<(&str, u32)> = communes.iter().map(|(code, weight)| (code.as_str(), *weight)).collect();
    let mut writer = csv::Writer::from_path(path)?;
    writer.write_record(COLUMNS)?;
    for number in 1..=COUNT {
        writer.write_record(need(number, directory, &communes, &mut rng))?;
    }
    writer.flush()?;
    Ok(())
}

fn need(
    number: usize,
    directory: &Directory,
    communes: &[(&str, u32)],
    rng: &mut Rng,
) -> [String; COLUMNS.len()] {
    let subject = draw(&SUBJECTS, rng);
    let commune =
        if number.is_multiple_of(100) { FORMER[rng.usize(..FORMER.len())] } else { draw(communes, rng) };
    let (naf, _, activities) = TRADES[position(TRADES.iter().map(|(_, weight, _)| *weight), rng)];
    let on = day(2026, 1 + rng.i8(0..11), rng);
    // Half of the companies are younger than ten years.
    let age = if rng.bool() { rng.i16(1..10) } else { rng.i16(10..50) };
    let created = day(2026 - age, rng.i8(1..=12), rng);
    let exact = rng.u8(..10) == 0;
    let known = |rng: &mut Rng, of_ten: u8| rng.u8(..10) < of_ten;
    let mut cell = |text: &str, of_ten: u8| if known(rng, of_ten) { text.to_owned() } else { String::new() };
    let (naf_cell, activities, created) = (cell(naf, 9), cell(activities, 8), cell(&created, 9));
    let opco = if naf == "78.20Z" { "akto".to_owned() } else { String::new() };
    let (band, headcount) = match exact {
        true => (String::new(), rng.u8(..40).to_string()),
        false if known(rng, 9) => (draw(&BANDS, rng).to_owned(), String::new()),
        false => (String::new(), String::new()),
    };
    let legal_form = if known(rng, 9) { draw(&LEGAL_FORMS, rng).to_owned() } else { String::new() };
    let questions =
        directory.subjects().iter().find(|own| own.id == subject).map(|own| own.questions.as_slice());
    let answers: Vec<String> = questions
        .unwrap_or_default()
        .iter()
        .filter_map(|question| {
            let (asked, yes) = (known(rng, 7), known(rng, 4));
            let choices = question.choices.as_slice();
            let answer = match (choices.first().zip(choices.last()), yes) {
                (None, true) => "oui",
                (None, false) => "non",
                (Some((first, _)), true) => &first.id,
                (Some((_, last)), false) => &last.id,
            };
            asked.then(|| format!("{}={answer}", question.id))
        })
        .collect();
    [
        format!("b-{number:04}"),
        subject.to_owned(),
        commune.to_owned(),
        on,
        naf_cell,
        band,
        headcount,
        legal_form,
        created,
        activities,
        opco,
        answers.join(" "),
    ]
}

/// A day that every month has.
fn day(year: i16, month: i8, rng: &mut Rng) -> String {
    format!("{year}-{month:02}-{:02}", rng.i8(1..=28))
}

fn draw<'a>(weighted: &[(&'a str, u32)], rng: &mut Rng) -> &'a str {
    weighted[position(weighted.iter().map(|(_, weight)| *weight), rng)].0
}

/// A place drawn by weight.
pub(crate) fn position(weights: impl Iterator<Item = u32> + Clone, rng: &mut Rng) -> usize {
    let mut ticket = rng.u32(..weights.clone().sum::<u32>());
    for (position, weight) in weights.enumerate() {
        match ticket.checked_sub(weight) {
            Some(rest) => ticket = rest,
            None => return position,
        }
    }
    0
}
