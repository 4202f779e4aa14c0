//! Territories: lists of zones that a directory names.

use crate::geography::Zone;
use crate::record::kinds::{Id, PlainZones, Text};
use crate::record::record;

record! {
    /// A list of zones under a name, such as a bassin or a zone d'emploi: `territory:` and its id stand
    /// for them wherever zones stand.
    #[french = "Une liste de zones sous un nom, par exemple un bassin ou une zone d’emploi : `territory:` et son identifiant les remplacent partout où figurent des zones."]
    pub struct Territory {
        /// Unique among territories.
        #[french = "Identifiant, unique parmi les territoires."]
        1 id: String = Id,
        /// What users read.
        #[french = "Ce que lisent les utilisateurs."]
        2 label: String = Text,
        /// What it holds: no other territory.
        #[french = "Ce qu’elle contient : aucun autre territoire."]
        3 zones: Vec<Zone> = PlainZones,
    }
}
