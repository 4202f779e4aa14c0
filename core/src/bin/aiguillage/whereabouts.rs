//! `aiguillage where`: a commune and its zones.

use aiguillage::Geography;
use aiguillage::geography::{Commune, Resolution};
use clap::Args;
use serde_json::json;

use crate::Failure;
use crate::output::{Output, grouped};

#[derive(Args)]
pub(crate) struct Arguments {
    /// An INSEE code, a postal code or a name
    #[arg(required = true, num_args = 1..)]
    what: Vec<String>,
    /// Print JSON lines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    const MOST: usize = 10;
    let geography = Geography::embedded();
    let what = arguments.what.join(" ");
    let what = what.trim();
    let by_postal_code = geography.by_postal_code(what);
    let (communes, remark) = match geography.resolve(what) {
        Resolution::Current(place) => (geography.commune_by_id(place).into_iter().collect(), None),
        Resolution::Former { place, .. } => (
            geography.commune_by_id(place).into_iter().collect(),
            Some(format!("`{what}` is a former code of:")),
        ),
        Resolution::FormerAndPostal { place, .. } => {
            let current = geography.commune_by_id(place);
            let name =
                current.map(|commune| format!("{} ({})", commune.name(), commune.code())).unwrap_or_default();
            (by_postal_code, Some(format!("`{what}` is a former code of {name}, and the postal code of:")))
        }
        _ if !by_postal_code.is_empty() => (by_postal_code, None),
        _ => (geography.search(what, MOST).into_iter().map(|found| found.commune).collect(), None),
    };
    if communes.is_empty() {
        let hint = match geography.resolve(what) {
            Resolution::Unknown { hint: Some(hint) } => format!(": {hint}"),
            _ => String::new(),
        };
        output.complain(&format!("nothing found for `{what}`{hint}"));
        return Err(Failure::Found);
    }
    if arguments.json {
        for commune in &communes {
            output.json(&json!({
                "code": commune.code(),
                "name": commune.name(),
                "population": commune.population(),
                "postal_codes": commune.postal_codes().collect::<Vec<_>>(),
                "zones": commune.zones(),
            }))?;
        }
        return Ok(());
    }
    if let Some(remark) = remark {
        output.line(remark)?;
    }
    match communes.as_slice() {
        [one] => zones(&geography, *one, output),
        several => list(&geography, several, output),
    }
}

fn zones(geography: &Geography, commune: Commune<'_>, output: &mut Output) -> Result<(), Failure> {
    let postal_codes: Vec<&str> = commune.postal_codes().collect();
    output.line(format!(
        "{} ({}), postal code {}",
        commune.name(),
        commune.code(),
        postal_codes.join(", ")
    ))?;
    let rows = commune.zones().into_iter().map(|zone| {
        vec![
            zone.to_string(),
            geography.zone_name(zone).unwrap_or_default().to_owned(),
            grouped(geography.population(zone).unwrap_or_default()),
        ]
    });
    output.table(&["zone", "name", "inhabitants"], rows)?;
    Ok(())
}

fn list(geography: &Geography, communes: &[Commune<'_>], output: &mut Output) -> Result<(), Failure> {
    let rows = communes.iter().map(|commune| {
        let departement = commune.departement();
        let postal_codes: Vec<&str> = commune.postal_codes().take(3).collect();
        vec![
            commune.code().to_owned(),
            commune.name().to_owned(),
            postal_codes.join(" "),
            format!("{} {}", departement.code(), geography.zone_name(departement).unwrap_or_default()),
            grouped(commune.population()),
        ]
    });
    output.table(&["code", "commune", "postal codes", "département", "inhabitants"], rows)?;
    Ok(())
}
