//! The two tables that a directory may bring: OPCO that zones impose, and codes of activities.

#[cfg(feature = "naf")]
use std::sync::LazyLock;

use crate::codes::NafCode;
#[cfg(feature = "naf")]
use crate::codes::embedded_naf;
use crate::geography::ZoneOrTerritory;
use crate::record::kinds::{Naf2025, NafRev2, OneZone, Reference};
use crate::record::record;

record! {
    /// The facilities in a zone belong to an OPCO, whatever they say.
    #[french = "Les établissements d’une zone relèvent d’un OPCO, quoi qu’ils disent."]
    #[derive(Eq)]
    pub struct OpcoByZone {
        /// Where.
        #[french = "La zone."]
        1 zone: ZoneOrTerritory = OneZone,
        /// The id of the OPCO.
        #[french = "Identifiant de l’OPCO."]
        2 institution: String = Reference,
    }
}

record! {
    /// A code of NAF rév. 2 and one of NAF 2025 to which its companies may move. INSEE publishes the
    /// table; a code can have several correspondents, on either side.
    #[french = "Un code de la NAF rév. 2 et un code de la NAF 2025 vers lequel ses entreprises peuvent aller."]
    #[derive(Copy, Eq)]
    pub struct NafCorrespondence {
        /// The code of NAF rév. 2.
        #[french = "Le code de la NAF rév. 2."]
        1 from: NafCode = NafRev2,
        /// The code of NAF 2025.
        #[french = "Le code de la NAF 2025."]
        2 to: NafCode = Naf2025,
    }
}

/// The rows of the table that is compiled in; none without the feature `naf`.
pub(super) fn embedded_correspondence() -> &'static [NafCorrespondence] {
    #[cfg(feature = "naf")]
    {
        static ROWS: LazyLock<Vec<NafCorrespondence>> = LazyLock::new(|| {
            embedded_naf().pairs.iter().map(|(from, to)| NafCorrespondence { from: *from, to: *to }).collect()
        });
        &ROWS
    }
    #[cfg(not(feature = "naf"))]
    &[]
}
