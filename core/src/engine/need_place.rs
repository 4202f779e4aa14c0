//! The place of a need: by the code of its commune, or by its postal code and town.

use crate::geography::{Certainty, Commune, FoundCommune, Geography, PlaceId, PlaceQuery, Resolution};
use crate::language::{Sentence, sentence};
use crate::need::{Need, NeedError, NeedField};
use crate::text::{non_blank, shorten};

/// How many of the communes that may be meant an error names.
const NAMED: usize = 5;

/// Where a need is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NeedPlace {
    pub(crate) id: PlaceId,
    /// Whether its postal code and town make the place likely, not certain.
    pub(crate) is_likely: bool,
}

impl NeedPlace {
    pub(crate) fn certain(id: PlaceId) -> NeedPlace {
        NeedPlace { id, is_likely: false }
    }
}

/// The place of a need. Former codes resolve silently; what could mean two places is refused.
///
/// # Errors
/// `missing_field` where nothing says where the need is, `unknown_commune` and `ambiguous_commune`.
pub(crate) fn need_place(geography: &Geography, need: &Need) -> Result<NeedPlace, NeedError> {
    let Some(code) = need.only_commune() else { return located(geography, need) };
    match geography.place(code) {
        Some(id) => Ok(NeedPlace::certain(id)),
        None => by_code(geography, code),
    }
}

/// The place of the code of a commune, perhaps one of the past.
fn by_code(geography: &Geography, code: &str) -> Result<NeedPlace, NeedError> {
    let Some(code) = non_blank(Some(code)) else { return Err(NeedError::missing(NeedField::Commune)) };
    let hint = match geography.resolve(code) {
        Resolution::Current(id) | Resolution::Former { place: id, .. } => return Ok(NeedPlace::certain(id)),
        Resolution::FormerAndPostal { place, postal, .. } => {
            let others = postal.iter().take(NAMED).map(|place| named(geography.commune_at(*place)));
            Some(sentence!(FormerOrPostal {
                former: named(geography.commune_at(place)),
                others: others.collect::<Vec<_>>()
            }))
        }
        Resolution::LostZero { place } => {
            let current = geography.commune_at(place);
            Some(sentence!(ZeroMayBeLost { code: current.code(), name: current.name() }))
        }
        Resolution::Unknown { hint } => hint.map(|hint| hint.0),
    };
    Err(NeedError::unknown_with(
        "unknown_commune",
        NeedField::Commune.as_str(),
        sentence!(Commune),
        code,
        hint,
    ))
}

/// The place of a need that has a postal code or a town, and perhaps a code as well: what contradicts it is
/// never passed over.
#[cold]
fn located(geography: &Geography, need: &Need) -> Result<NeedPlace, NeedError> {
    let code = non_blank(Some(&need.commune));
    let (postal_code, town) = (non_blank(need.postal_code.as_deref()), non_blank(need.town.as_deref()));
    let is_no_code = code.is_some_and(|code| matches!(geography.resolve(code), Resolution::Unknown { .. }));
    if is_no_code || postal_code.is_none() && town.is_none() {
        return by_code(geography, &need.commune);
    }
    let location = geography.locate(&PlaceQuery { code, postal_code, town, ..PlaceQuery::default() });
    let found = location.commune.and_then(|found| geography.place(found.commune.code()));
    if let Some(id) = found {
        return Ok(NeedPlace { id, is_likely: location.certainty == Certainty::Likely });
    }
    let written: Vec<&str> = [code, postal_code, town].into_iter().flatten().collect();
    let written = written.join(" ");
    let field = if town.is_some() { NeedField::Town } else { NeedField::PostalCode };
    if location.candidates.is_empty() {
        let hint = town.and_then(|town| nearest_names(geography, town));
        return Err(NeedError::unknown_with(
            "unknown_commune",
            field.as_str(),
            sentence!(Commune),
            &written,
            hint,
        ));
    }
    let written = shorten(&written, 60);
    let message = match location.candidates.as_slice() {
        [_] => sentence!(NotSurelyACommune { text: written }),
        _ => sentence!(MayBeSeveralCommunes { text: written }),
    };
    let hint = sentence!(GiveTheCommune { communes: listed(&location.candidates) });
    Err(NeedError::new("ambiguous_commune", field.as_str().to_owned(), message, Some(hint)))
}

/// The communes whose names are nearest to a town that nobody knows.
fn nearest_names(geography: &Geography, town: &str) -> Option<Sentence> {
    let found = geography.search(town, NAMED);
    (!found.is_empty()).then(|| sentence!(NearestNames { communes: listed(&found) }))
}

fn listed(found: &[FoundCommune<'_>]) -> Vec<Sentence> {
    let more = (found.len() > NAMED).then_some(sentence!(AndSoOn));
    found.iter().take(NAMED).map(|one| named(one.commune)).chain(more).collect()
}

fn named(commune: Commune<'_>) -> Sentence {
    sentence!(CodeAndName { code: commune.code(), name: commune.name() })
}
