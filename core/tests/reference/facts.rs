//! What a need says, and what is wrong with it: DESIGN §4.

use std::collections::{BTreeMap, BTreeSet};

use aiguillage::codes::{AgreementOpco, Idcc, OPCOS};
use aiguillage::directory::{Institution, Validity};
use aiguillage::geography::{PlaceQuery, Resolution};
use aiguillage::taxonomy::{Question, Subject};
use aiguillage::{Answer, Directory, Geography, MatchOptions, Need};
use jiff::Zoned;
use jiff::civil::Date;

use super::{Faults, is_opco};

pub(crate) struct Facts<'n> {
    pub(crate) need: &'n Need,
    pub(crate) subject: &'n Subject,
    /// Where its theme is offered; everywhere if empty.
    pub(crate) theme_zones: Vec<String>,
    /// The current code of the commune.
    pub(crate) commune: String,
    /// The zones that contain it, from narrow to wide.
    pub(crate) zones: Vec<String>,
    pub(crate) geography: &'n Geography,
    /// The directory's seed, which only its own forms show.
    pub(crate) seed: Option<String>,
    pub(crate) on: Date,
    /// Empty where they are unknown.
    pub(crate) activities: BTreeSet<String>,
    /// The ids of the OPCO that the facility may belong to: one is certain.
    pub(crate) opcos: BTreeSet<String>,
}

impl<'n> Facts<'n> {
    pub(crate) fn of(
        directory: &'n Directory,
        need: &'n Need,
        options: &MatchOptions,
    ) -> Result<Facts<'n>, Faults> {
        let on = need.on.unwrap_or_else(|| Zoned::now().date());
        let mut faults = Faults::new();
        let subject = subject(directory, need).map_err(|fault| faults.insert(fault)).ok();
        let commune = commune(directory, need).map_err(|fault| faults.insert(fault)).ok();
        let given_opco = given_opco(directory, need).map_err(|fault| faults.insert(fault)).ok().flatten();
        let questions = subject.iter().flat_map(|subject| &subject.questions);
        let known: BTreeMap<&str, &Question> =
            questions.map(|question| (question.id.as_str(), question)).collect();
        for (question, answer) in need.answers.iter().filter(|_| subject.is_some()) {
            match known.get(question.as_str()) {
                None => drop(faults.insert("unknown_question")),
                Some(question) if !offers(question, answer) => drop(faults.insert("invalid_value")),
                Some(_) => {}
            }
        }
        if need.created_on.is_some_and(|created| created > on) {
            faults.insert("invalid_value");
        }
        for (id, count) in options.load.iter().chain(&options.received).flatten() {
            if !directory.experts().iter().any(|expert| expert.id == *id) {
                faults.insert("unknown_expert");
            }
            if *count < 0.0 || !count.is_finite() {
                faults.insert("invalid_value");
            }
        }
        let (Some(subject), Some((commune, zones)), true) = (subject, commune, faults.is_empty()) else {
            return Err(faults);
        };
        let opcos = match imposed_opco(directory, &zones).or(given_opco) {
            Some(opco) => BTreeSet::from([opco]),
            None => agreed_opcos(directory, need),
        };
        let seed = directory.is_seeded().then(|| {
            let written: serde_json::Value = serde_json::from_str(&directory.to_json()).unwrap();
            written["seed"].as_str().unwrap().to_owned()
        });
        let activities = activities(need);
        let theme = directory.themes().iter().find(|theme| theme.id == subject.theme);
        let theme_zones = theme.iter().flat_map(|theme| &theme.zones).map(ToString::to_string).collect();
        Ok(Facts {
            need,
            subject,
            theme_zones,
            commune,
            zones,
            geography: directory.geography(),
            seed,
            on,
            activities,
            opcos,
        })
    }
}

impl Facts<'_> {
    /// Whether the day of the need lies in a period.
    pub(crate) fn counts(&self, valid: Option<Validity>) -> bool {
        let Some(Validity { from, until, .. }) = valid else { return true };
        from.is_none_or(|from| from <= self.on) && until.is_none_or(|until| self.on <= until)
    }
}

/// Agreements as they are today; what stands for the want of one is none.
pub(crate) fn agreements(list: &[Idcc]) -> BTreeSet<Idcc> {
    let mut today = BTreeSet::new();
    for idcc in
        list.iter().filter(|idcc| !["5100", "5501", "9998", "9999"].contains(&idcc.to_string().as_str()))
    {
        let joined: Vec<Idcc> = idcc.joined().collect();
        if joined.is_empty() {
            today.insert(*idcc);
        }
        today.extend(joined);
    }
    today
}

fn subject<'d>(directory: &'d Directory, need: &Need) -> Result<&'d Subject, &'static str> {
    let given = need.subject.trim();
    if given.is_empty() {
        return Err("missing_field");
    }
    directory.subjects().iter().find(|subject| subject.id == given).ok_or("unknown_subject")
}

/// The current code of the commune and the zones that contain it.
fn commune(directory: &Directory, need: &Need) -> Result<(String, Vec<String>), &'static str> {
    let given = need.commune.trim();
    let geography = directory.geography();
    let said = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let (postal_code, town) = (said(&need.postal_code), said(&need.town));
    if postal_code.is_some() || town.is_some() {
        return located(geography, given, postal_code.as_deref(), town.as_deref());
    }
    if given.is_empty() {
        return Err("missing_field");
    }
    let place = match geography.resolve(given) {
        Resolution::Current(place) | Resolution::Former { place, .. } => place,
        // Also the postal code of somewhere else, four digits, or nothing at all.
        _ => return Err("unknown_commune"),
    };
    let commune = geography.commune_by_id(place).ok_or("unknown_commune")?;
    Ok((commune.code().to_owned(), commune.zones().iter().map(ToString::to_string).collect()))
}

/// The same where a postal code or a town is given; how these are read has tests of its own.
fn located(
    geography: &Geography,
    code: &str,
    postal_code: Option<&str>,
    town: Option<&str>,
) -> Result<(String, Vec<String>), &'static str> {
    let code = Some(code).filter(|code| !code.is_empty());
    if code.is_some_and(|code| matches!(geography.resolve(code), Resolution::Unknown { .. })) {
        return Err("unknown_commune");
    }
    let location = geography.locate(&PlaceQuery { code, postal_code, town, ..PlaceQuery::default() });
    match (location.commune, location.candidates.is_empty()) {
        (Some(found), _) => {
            let zones = found.commune.zones().iter().map(ToString::to_string).collect();
            Ok((found.commune.code().to_owned(), zones))
        }
        (None, true) => Err("unknown_commune"),
        (None, false) => Err("ambiguous_commune"),
    }
}

/// The OPCO that the need names by id, or else by alias.
fn given_opco(directory: &Directory, need: &Need) -> Result<Option<String>, &'static str> {
    let Some(given) = need.opco.as_deref().map(str::trim).filter(|given| !given.is_empty()) else {
        return Ok(None);
    };
    match named(directory, given) {
        None if OPCOS.contains(&given) => Ok(Some(given.to_owned())),
        None => Err("unknown_institution"),
        Some(institution) if !is_opco(institution) => Err("invalid_value"),
        Some(institution) => Ok(Some(institution.id.clone())),
    }
}

/// The OPCO that the narrowest zone imposes.
fn imposed_opco(directory: &Directory, zones: &[String]) -> Option<String> {
    let in_zone = |zone: &String| directory.opco_by_zone().iter().find(|row| row.zone.to_string() == *zone);
    zones.iter().find_map(in_zone).map(|row| row.institution.clone())
}

/// The OPCO to which the collective agreements lead; how the table is read has tests of its own.
fn agreed_opcos(directory: &Directory, need: &Need) -> BTreeSet<String> {
    let opcos = match AgreementOpco::of(&need.idcc) {
        AgreementOpco::Certain(opco) => vec![opco],
        AgreementOpco::Ambiguous(opcos) => opcos,
        AgreementOpco::Unknown => Vec::new(),
    };
    let own_id = |opco: &str| named(directory, opco).map_or(opco, |institution| &institution.id).to_owned();
    opcos.into_iter().map(own_id).collect()
}

/// The institution of an id, or else of an alias.
fn named<'d>(directory: &'d Directory, name: &str) -> Option<&'d Institution> {
    let by_id = directory.institutions().iter().find(|institution| institution.id == name);
    by_id.or_else(|| {
        let same = |alias: &String| alias.to_lowercase() == name.to_lowercase();
        directory.institutions().iter().find(|institution| institution.aliases.iter().any(same))
    })
}

/// NAFA codes count as `ARTISANALE` once any activity is known.
fn activities(need: &Need) -> BTreeSet<String> {
    let mut activities: BTreeSet<String> = need.activities.iter().map(ToString::to_string).collect();
    if !activities.is_empty() && !need.nafa_codes.is_empty() {
        activities.insert("ARTISANALE".to_owned());
    }
    activities
}

/// Whether there are at least so many employees; nothing where that is not known. The exact figure counts
/// before the band, the band before the word that somebody is employed. `NN` is none where that is enough.
pub(crate) fn has_employees(need: &Need, minimum: u32) -> Option<bool> {
    let band = need.headcount_band.map(|band| band.as_str());
    let bounds = match (need.headcount, band, need.employer) {
        (Some(exact), _, _) => (exact, Some(exact)),
        (None, None | Some("NN"), Some(true)) => (1, None),
        (None, None | Some("NN"), Some(false)) => (0, Some(0)),
        (None, Some("NN"), None) => return if minimum == 0 { Some(true) } else { None },
        (None, Some(band), _) => band_bounds(band),
        (None, None, None) => return None,
    };
    at_least(bounds, minimum)
}

/// Whether there are fewer employees than so many.
pub(crate) fn has_fewer_employees(need: &Need, maximum: u32) -> Option<bool> {
    let is_none_declared = need.headcount.is_none()
        && need.employer.is_none()
        && need.headcount_band.is_some_and(|band| band.as_str() == "NN");
    if is_none_declared { Some(maximum > 0) } else { has_employees(need, maximum).map(|truth| !truth) }
}

/// Whether a number between two bounds is at least so much.
fn at_least((lower, upper): (u32, Option<u32>), minimum: u32) -> Option<bool> {
    if lower >= minimum {
        return Some(true);
    }
    upper.filter(|upper| *upper < minimum).map(|_| false)
}

/// INSEE's bands.
fn band_bounds(band: &str) -> (u32, Option<u32>) {
    match band {
        "01" => (1, Some(2)),
        "02" => (3, Some(5)),
        "03" => (6, Some(9)),
        "11" => (10, Some(19)),
        "12" => (20, Some(49)),
        "21" => (50, Some(99)),
        "22" => (100, Some(199)),
        "31" => (200, Some(249)),
        "32" => (250, Some(499)),
        "41" => (500, Some(999)),
        "42" => (1_000, Some(1_999)),
        "51" => (2_000, Some(4_999)),
        "52" => (5_000, Some(9_999)),
        "53" => (10_000, None),
        // `00`.
        _ => (0, Some(0)),
    }
}

/// Whether a question takes an answer: yes or no where it has no choices, else some of these.
fn offers(question: &Question, answer: &Answer) -> bool {
    match answer {
        Answer::YesOrNo(_) => question.choices.is_empty(),
        Answer::Choices(chosen) => {
            chosen.iter().all(|chosen| question.choices.iter().any(|choice| choice.id == *chosen))
        }
    }
}
