//! Needs: small companies where people live, with as much known of them as registers tell.

use aiguillage::Need;
use aiguillage::codes::{Activity, HeadcountBand, LegalForm, NafCode, NafVersion};
use fastrand::Rng;
use jiff::civil::{Date, date};

use crate::institutions::Institutions;
use crate::size::Size;
use crate::territory::Territory;
use crate::{chance, weighted};

/// The day of all needs, so that no clock is read.
const TODAY: Date = date(2026, 11, 23);

/// What companies do: code, and nature of the activity.
const TRADES: [(u32, (&str, &str)); 22] = [
    (10, ("56.10A", "COMMERCIALE")),
    (6, ("47.11B", "COMMERCIALE")),
    (6, ("47.71Z", "COMMERCIALE")),
    (4, ("47.91B", "COMMERCIALE")),
    (4, ("46.19B", "AGENT_COMMERCIAL")),
    (6, ("10.71C", "ARTISANALE")),
    (4, ("10.13B", "ARTISANALE")),
    (7, ("43.22A", "ARTISANALE")),
    (7, ("43.21A", "ARTISANALE")),
    (6, ("43.99C", "ARTISANALE")),
    (5, ("41.20A", "ARTISANALE")),
    (6, ("96.02A", "ARTISANALE_REGLEMENTEE")),
    (4, ("45.20A", "ARTISANALE")),
    (4, ("49.41A", "COMMERCIALE")),
    (3, ("49.32Z", "ARTISANALE_REGLEMENTEE")),
    (5, ("62.01Z", "LIBERALE_NON_REGLEMENTEE")),
    (5, ("70.22Z", "LIBERALE_NON_REGLEMENTEE")),
    (3, ("71.11Z", "LIBERALE_REGLEMENTEE")),
    (3, ("69.20Z", "LIBERALE_REGLEMENTEE")),
    (3, ("01.13Z", "INDEPENDANTE")),
    (3, ("25.62B", "COMMERCIALE")),
    (4, ("68.20B", "GESTION_DE_BIENS")),
];
const BANDS: [(u32, &str); 9] =
    [(30, "NN"), (8, "00"), (24, "01"), (13, "02"), (9, "03"), (8, "11"), (5, "12"), (2, "21"), (1, "22")];
const LEGAL_FORMS: [(u32, &str); 8] = [
    (30, "1000"),
    (28, "5499"),
    (26, "5710"),
    (5, "5498"),
    (5, "5720"),
    (3, "6540"),
    (2, "9220"),
    (1, "7210"),
];
const ORIGINS: [(u32, &str); 4] =
    [(70, "conseillers-entreprises"), (20, "les-aides"), (5, "relance-2026"), (5, "mon-entreprise")];

pub(crate) fn draw(
    rng: &mut Rng,
    size: &Size,
    territory: &Territory,
    institutions: &Institutions,
) -> Vec<Need> {
    let opcos: Vec<usize> = institutions.opcos().collect();
    (0..size.needs).map(|number| need(rng, number, territory, institutions, &opcos)).collect()
}

fn need(
    rng: &mut Rng,
    number: usize,
    territory: &Territory,
    institutions: &Institutions,
    opcos: &[usize],
) -> Need {
    let subject = rng.usize(..institutions.questions.len());
    let (naf, activity) = weighted(rng, &TRADES);
    let mut need = Need::new(format!("sujet-{subject}"), territory.commune(rng));
    need.id = Some(format!("besoin-{number}"));
    need.on = Some(TODAY);
    if chance(rng, 0.9) {
        need.naf = NafCode::parse(NafVersion::Rev2, naf).ok();
    }
    if chance(rng, 0.8) {
        need.activities = activity.parse::<Activity>().into_iter().collect();
    }
    if chance(rng, 0.85) {
        need.headcount_band = weighted(rng, &BANDS).parse::<HeadcountBand>().ok();
    }
    if chance(rng, 0.95) {
        need.legal_form = weighted(rng, &LEGAL_FORMS).parse::<LegalForm>().ok();
    }
    if chance(rng, 0.95) {
        need.created_on = Some(birthday(rng));
    }
    if chance(rng, 0.75) {
        need.opco = rng.choice(opcos).map(|opco| format!("institution-{opco}"));
    }
    if chance(rng, 0.9) {
        need.origin = Some((*weighted(rng, &ORIGINS)).to_owned());
    }
    for question in 0..institutions.questions[subject] {
        if chance(rng, 0.7) {
            need.answers.insert(format!("question-{subject}-{question}"), rng.bool().into());
        }
    }
    need
}

/// Half of the companies that ask for help are younger than five years.
fn birthday(rng: &mut Rng) -> Date {
    let years = if rng.bool() { rng.i16(1..5) } else { rng.i16(5..40) };
    date(TODAY.year() - years, rng.i8(1..=12), rng.i8(1..=28))
}
