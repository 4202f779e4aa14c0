//! The OPCO of a need's facility: what its zone imposes, what the need says, or what its collective agreements
//! lead to.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::codes::{AgreementOpco, OPCOS, Truth};
use crate::directory::Directory;
use crate::geography::ZoneId;
use crate::language::sentence;
use crate::need::{Need, NeedError, NeedField};
use crate::text::non_blank;

/// What is known of the facility's OPCO.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum OpcoFact {
    Unknown,
    /// It is known, and may be no institution of the directory.
    Known(Option<u32>),
    /// One of those to which its collective agreements lead; those that are institutions of the directory.
    OneOf(SmallVec<[u32; 2]>),
}

impl OpcoFact {
    /// Whether it is this institution.
    pub(crate) fn is(&self, institution: u32) -> Truth {
        match self {
            OpcoFact::Known(known) => Truth::from(*known == Some(institution)),
            OpcoFact::OneOf(opcos) if opcos.contains(&institution) => Truth::Unknown,
            // An OPCO that is not known is nobody's.
            OpcoFact::Unknown | OpcoFact::OneOf(_) => Truth::No,
        }
    }
}

/// The institutions of a directory that are OPCO, by what names them in a need.
#[derive(Debug, Default)]
pub(crate) struct OpcoTables {
    /// The institutions that are the OPCO of France, in the order of [`OPCOS`].
    of_france: [Option<u32>; OPCOS.len()],
    /// The OPCO that a zone imposes.
    by_zone: FxHashMap<ZoneId, u32>,
}

impl OpcoTables {
    pub(crate) fn of(directory: &Directory) -> OpcoTables {
        let of_france = OPCOS.map(|id| {
            let number = directory.names().find(id)?;
            let institution = directory.institutions().get(number)?;
            institution.is_opco().then(|| u32::try_from(number).ok()).flatten()
        });
        let mut by_zone = FxHashMap::default();
        for rule in directory.opco_by_zone() {
            let zones = rule.zone.iter().filter_map(|zone| directory.geography().zone_id(*zone));
            let institution =
                directory.names().find(&rule.institution).and_then(|number| u32::try_from(number).ok());
            if let Some(institution) = institution {
                by_zone.extend(zones.map(|zone| (zone, institution)));
            }
        }
        OpcoTables { of_france, by_zone }
    }

    /// What is known of the OPCO of a need's facility, whose zones are given from narrow to wide.
    ///
    /// # Errors
    /// Where the need names an institution that is unknown or no OPCO.
    pub(crate) fn fact(
        &self,
        directory: &Directory,
        need: &Need,
        chain: &[ZoneId; 7],
    ) -> Result<OpcoFact, NeedError> {
        let given = match non_blank(need.opco.as_deref()) {
            None if need.idcc.is_empty() => OpcoFact::Unknown,
            None => self.of_agreements(need),
            Some(name) => OpcoFact::Known(given_opco(directory, name)?),
        };
        if self.by_zone.is_empty() {
            return Ok(given);
        }
        let imposed = chain.iter().find_map(|zone| self.by_zone.get(zone).copied());
        Ok(imposed.map_or(given, |institution| OpcoFact::Known(Some(institution))))
    }

    #[cold]
    fn of_agreements(&self, need: &Need) -> OpcoFact {
        let number = |id: &str| {
            let place = OPCOS.iter().position(|known| *known == id)?;
            self.of_france.get(place).copied().flatten()
        };
        match AgreementOpco::of(&need.idcc) {
            AgreementOpco::Unknown => OpcoFact::Unknown,
            AgreementOpco::Certain(id) => OpcoFact::Known(number(id)),
            AgreementOpco::Ambiguous(ids) => OpcoFact::OneOf(ids.into_iter().filter_map(number).collect()),
        }
    }
}

/// The OPCO that a need names by id or alias; nothing for one of France that the directory does not have.
fn given_opco(directory: &Directory, name: &str) -> Result<Option<u32>, NeedError> {
    let field = NeedField::Opco.as_str();
    let found =
        directory.names().find(name).and_then(|number| Some((number, directory.institutions().get(number)?)));
    match found {
        None if OPCOS.contains(&name) => Ok(None),
        None => {
            let opcos = directory.institutions().iter().filter(|institution| institution.is_opco());
            let known = opcos.map(|institution| institution.id.as_str());
            Err(NeedError::unknown("unknown_institution", field, sentence!(Institution), name, known))
        }
        Some((_, institution)) if !institution.is_opco() => {
            let message = sentence!(InstitutionIsNoOpco { institution: institution.id.as_str() });
            Err(NeedError::invalid(field, message))
        }
        Some((number, _)) => Ok(u32::try_from(number).ok()),
    }
}
