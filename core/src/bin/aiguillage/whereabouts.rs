//! `aiguillage where`: communes and zones, by whatever people call them.

use aiguillage::Geography;
use aiguillage::geography::{
    Certainty, Commune, FormerZone, FoundBy, FoundCommune, PlaceQuery, Resolution, Zone, ZoneKind,
};
use clap::Args;
use serde_json::json;

use crate::Failure;
use crate::output::{Output, grouped};
use crate::said::say;
use crate::spoken::{choose, language};

/// As many communes or zones are listed.
const MOST: usize = 10;

#[derive(Args)]
pub(crate) struct Arguments {
    /// An INSEE code, a postal code, a zone or its code, a name, or a postal code and a town
    #[arg(required = true, num_args = 1..)]
    what: Vec<String>,
    /// Print JSON lines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    let geography = Geography::embedded();
    let what = arguments.what.join(" ");
    let what = what.trim();
    let view = View { geography: &geography, what, json: arguments.json };
    if view.codes(output)? | view.zones(output)? {
        return Ok(());
    }
    view.name(output)
}

struct View<'g> {
    geography: &'g Geography,
    what: &'g str,
    json: bool,
}

impl<'g> View<'g> {
    /// Both readings of a code: INSEE's and the post's. Says whether there is one.
    fn codes(&self, output: &mut Output) -> Result<bool, Failure> {
        let what = self.what;
        let post = self.geography.by_postal_code(what);
        let (place, former) = match self.geography.resolve(what) {
            Resolution::Current(place) => (Some(place), ""),
            Resolution::Former { place, .. } | Resolution::FormerAndPostal { place, .. } => {
                (Some(place), "former ")
            }
            _ => (None, ""),
        };
        let of_code = place.and_then(|place| self.geography.commune_by_id(place));
        if post.is_empty() && of_code.is_none() {
            return Ok(false);
        }
        if self.json {
            let post = post.into_iter().filter(|commune| Some(*commune) != of_code);
            for commune in of_code.into_iter().chain(post) {
                output.json(&commune)?;
            }
            return Ok(true);
        }
        match (of_code, post.as_slice()) {
            (Some(commune), []) if former.is_empty() => self.show(commune, output)?,
            (Some(commune), [served]) if *served == commune && former.is_empty() => {
                self.show(commune, output)?;
            }
            (None, [served]) => self.show(*served, output)?,
            (None, several) => self.list(several, output)?,
            (Some(commune), post) => {
                if !post.is_empty() {
                    output.line(say!(IsPostalCodeOf { code: what }))?;
                    self.list(post, output)?;
                    output.line("")?;
                }
                output.line(match (former.is_empty(), post.is_empty()) {
                    (true, true) => say!(IsInseeCodeOf { code: what }),
                    (true, false) => say!(IsAlsoInseeCodeOf { code: what }),
                    (false, true) => say!(IsFormerCodeOf { code: what }),
                    (false, false) => say!(IsAlsoFormerCodeOf { code: what }),
                })?;
                self.show(commune, output)?;
            }
        }
        Ok(true)
    }

    /// The zones of today and of the past that have this code or are written so. Says whether there are any.
    fn zones(&self, output: &mut Output) -> Result<bool, Failure> {
        let kinds = [ZoneKind::Ept, ZoneKind::Epci, ZoneKind::Departement, ZoneKind::Region];
        let mut zones: Vec<Zone> = match self.what.parse::<Zone>() {
            Ok(zone) => vec![zone],
            Err(_) => kinds.into_iter().filter_map(|kind| Zone::new(kind, self.what).ok()).collect(),
        };
        if zones.is_empty() {
            let folded = self.what.to_lowercase();
            let named = kinds.into_iter().flat_map(|kind| self.geography.zones(kind));
            let is_named = |zone: &Zone| {
                self.geography.zone_name(*zone).is_some_and(|name| name.to_lowercase() == folded)
            };
            zones = named.filter(is_named).take(MOST).collect();
        }
        let mut is_found = false;
        for zone in zones {
            if zone.kind() == ZoneKind::Commune {
                let commune = self.geography.commune(zone.code());
                if let Some(commune) = commune {
                    is_found = true;
                    if self.json { output.json(&commune)? } else { self.show(commune, output)? }
                }
            } else if let Some(name) = self.geography.zone_name(zone) {
                is_found = true;
                self.zone(zone, name, output)?;
            } else if let Some(former) = self.geography.former_zone(zone) {
                is_found = true;
                self.former(&former, output)?;
            }
        }
        Ok(is_found)
    }

    fn zone(&self, zone: Zone, name: &str, output: &mut Output) -> Result<(), Failure> {
        let communes = self.geography.communes_of(zone).len();
        let people = self.geography.population(zone).unwrap_or_default();
        if self.json {
            output.json(&json!({"zone": zone, "name": name, "communes": communes, "population": people}))?;
            return Ok(());
        }
        let (communes, people) = (grouped(communes as u64), grouped(people));
        output.line(say!(ZoneInNumbers { zone, name, communes, people }))?;
        Ok(())
    }

    fn former(&self, former: &FormerZone<'_>, output: &mut Output) -> Result<(), Failure> {
        let FormerZone { zone, name, zones, successors, .. } = former;
        if self.json {
            let value = json!({"zone": zone, "name": name, "held": zones, "successors": successors});
            output.json(&value)?;
            return Ok(());
        }
        output.line(say!(ZoneOfThePast { zone, name }))?;
        let rows = successors.iter().map(|zone| {
            vec![zone.to_string(), self.geography.zone_name(*zone).unwrap_or_default().to_owned()]
        });
        output.table(&[say!(ColumnZone), say!(ColumnName)], rows)?;
        let held: Vec<String> = zones.iter().take(MOST).map(ToString::to_string).collect();
        let more = zones.len().saturating_sub(MOST);
        let held = held.join(", ");
        let held = if more > 0 { say!(AndMore { texts: held, more }) } else { held };
        output.line(say!(ReadAsHeld { held }))?;
        Ok(())
    }

    /// A name, or a place as people write it.
    fn name(&self, output: &mut Output) -> Result<(), Failure> {
        let found = self.geography.search(self.what, MOST);
        let exact: Vec<FoundCommune<'_>> = found
            .iter()
            .copied()
            .filter(|found| matches!(found.found, FoundBy::Name | FoundBy::FormerName))
            .collect();
        let place = PlaceQuery { town: Some(self.what), ..PlaceQuery::default() };
        let location = self.geography.locate(&place);
        let located: Vec<FoundCommune<'_>> = match location.certainty {
            Certainty::Unknown => Vec::new(),
            _ => location.commune.into_iter().chain(location.candidates).collect(),
        };
        let is_guess = |found: &FoundCommune<'_>| found.found == FoundBy::Resemblance;
        let communes = match (exact.is_empty(), located.is_empty() || located.iter().all(is_guess)) {
            (false, _) => exact,
            (true, false) if location.commune.is_some() || found.is_empty() => located,
            _ => found,
        };
        if communes.is_empty() {
            let hint =
                self.hint().map(|hint| format!("{}: {hint}", choose("\u{a0}", ""))).unwrap_or_default();
            output.complain(&say!(NothingFound { what: self.what, hint }));
            return Err(Failure::Found);
        }
        if self.json {
            for found in &communes {
                output.json(found)?;
            }
            return Ok(());
        }
        for found in communes.iter().filter(|found| found.former_name.is_some()) {
            let (commune, name) = (found.commune, found.former_name.unwrap_or_default());
            output.line(say!(IsTodayIn { name, commune: commune.name(), code: commune.code() }))?;
        }
        if communes.iter().all(is_guess) {
            output.line(say!(SimilarNames { what: self.what }))?;
        }
        let all: Vec<Commune<'_>> = communes.iter().map(|found| found.commune).collect();
        match all.as_slice() {
            [commune] if !communes.iter().all(is_guess) => self.show(*commune, output),
            several => self.list(several, output),
        }
    }

    fn hint(&self) -> Option<String> {
        if let Err(error) = Zone::new(ZoneKind::Departement, self.what)
            && self.what.len() == 3
        {
            return error.hint_in(language());
        }
        match self.geography.resolve(self.what) {
            Resolution::Unknown { hint } => hint.map(|hint| hint.in_language(language())),
            _ => None,
        }
    }

    fn show(&self, commune: Commune<'_>, output: &mut Output) -> Result<(), Failure> {
        let postal_codes: Vec<&str> = commune.postal_codes().collect();
        output.line(say!(CommuneAndPost {
            name: commune.name(),
            code: commune.code(),
            postal_codes: postal_codes.join(", ")
        }))?;
        let rows = commune.zones().into_iter().map(|zone| {
            vec![
                zone.to_string(),
                self.geography.zone_name(zone).unwrap_or_default().to_owned(),
                grouped(self.geography.population(zone).unwrap_or_default()),
            ]
        });
        output.table(&[say!(ColumnZone), say!(ColumnName), say!(ColumnInhabitants)], rows)?;
        Ok(())
    }

    fn list(&self, communes: &[Commune<'_>], output: &mut Output) -> Result<(), Failure> {
        let rows = communes.iter().map(|commune| {
            let departement = commune.departement();
            let postal_codes: Vec<&str> = commune.postal_codes().take(3).collect();
            vec![
                commune.code().to_owned(),
                commune.name().to_owned(),
                postal_codes.join(" "),
                format!(
                    "{} {}",
                    departement.code(),
                    self.geography.zone_name(departement).unwrap_or_default()
                ),
                grouped(commune.population()),
            ]
        });
        output.table(
            &[
                say!(ColumnCode),
                say!(ColumnCommune),
                say!(ColumnPostalCodes),
                say!(ColumnDepartement),
                say!(ColumnInhabitants),
            ],
            rows,
        )?;
        Ok(())
    }
}
