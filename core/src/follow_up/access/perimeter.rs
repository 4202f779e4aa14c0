//! The antennes that are below one.

use std::collections::HashSet;

use crate::Directory;
use crate::directory::{Antenne, Level};
use crate::follow_up::ReferralError;
use crate::geography::Zone;
use crate::language::sentence;

/// The antennes of a perimeter: the antenne itself, then those below it, in the order of the directory.
///
/// An antenne of level `regional` or `national` is above the antennes of its institution whose territory lies in
/// its own: those of a lower level, and those of its own level whose territory is smaller. `national` holds
/// everything, whatever its zones say. The territory of an antenne without zones is that of its experts, where
/// they have zones of their own; one without any is below a national antenne only. A local antenne is above
/// nobody. Antennes that are inactive or out of their period count: what they did is still to be seen.
///
/// # Errors
/// `unknown_antenne`, with the known one that was probably meant.
///
/// ```
/// use aiguillage::Directory;
/// use aiguillage::follow_up::perimeter;
///
/// let directory = Directory::from_json(r#"{
///     "institutions": [{"id": "cci", "name": "CCI"}, {"id": "cma", "name": "CMA"}],
///     "antennes": [
///         {"id": "hauts-de-france", "institution": "cci", "name": "H", "level": "regional", "zones": ["region:32"]},
///         {"id": "amiens", "institution": "cci", "name": "A", "zones": ["departement:80"]},
///         {"id": "paris", "institution": "cci", "name": "P", "zones": ["departement:75"]},
///         {"id": "artisans", "institution": "cma", "name": "R", "zones": ["departement:80"]}
///     ]
/// }"#)?;
/// let ids: Vec<&str> = perimeter(&directory, "hauts-de-france")?.iter().map(|antenne| antenne.id.as_str()).collect();
/// assert_eq!(ids, ["hauts-de-france", "amiens"]);
/// assert_eq!(perimeter(&directory, "amien").unwrap_err().hint().as_deref(), Some("did you mean `amiens`?"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn perimeter<'d>(directory: &'d Directory, antenne: &str) -> Result<Vec<&'d Antenne>, ReferralError> {
    let above = directory.antenne(antenne).ok_or_else(|| {
        let known = directory.antennes().iter().map(|antenne| antenne.id.as_str());
        ReferralError::unknown("unknown_antenne", "antenne", sentence!(Antenne), antenne, known)
    })?;
    let mut found = vec![above];
    if above.level == Level::Local {
        return Ok(found);
    }
    let others = directory.antennes().iter();
    let others = others.filter(|other| other.institution == above.institution && other.id != above.id);
    if above.level == Level::National {
        found.extend(others.filter(|other| other.level < Level::National));
        return Ok(found);
    }
    let own = Units::of(directory, above);
    found.extend(others.filter(|other| {
        other.level <= above.level && {
            let units = Units::of(directory, other);
            units.lie_in(&own) && (other.level < above.level || units.0.len() < own.0.len())
        }
    }));
    Ok(found)
}

/// The communes and arrondissements of a territory.
struct Units<'d>(HashSet<&'d str>);

impl<'d> Units<'d> {
    fn of(directory: &'d Directory, antenne: &Antenne) -> Units<'d> {
        let geography = directory.geography();
        let of_experts = || {
            let experts = directory.experts().iter().filter(|expert| expert.antenne == antenne.id);
            experts.flat_map(|expert| expert.zones.iter().copied()).collect::<Vec<Zone>>()
        };
        let zones = if antenne.zones.is_empty() { of_experts() } else { antenne.zones.to_vec() };
        let communes = zones.into_iter().flat_map(|zone| geography.communes_of(zone));
        Units(communes.map(|commune| commune.code()).collect())
    }

    fn lie_in(&self, wider: &Units<'_>) -> bool {
        !self.0.is_empty() && self.0.iter().all(|unit| wider.0.contains(unit))
    }
}
