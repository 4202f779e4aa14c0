//! Antennes: the local, regional and national offices of institutions.

use super::criterion::Criterion;
use super::institution::AnswerGroup;
use crate::geography::ZoneList;
use crate::record::kinds::{Choice, Flag, Id, Lenient, Optional, Period, Reference, Text, Zones};
use crate::record::record;
use crate::record::values::stored_as_text;
use crate::record::words::words;
use crate::validity::Validity;

record! {
    /// An office of an institution.
    #[french = "Une implantation d’une institution."]
    pub struct Antenne {
        /// Unique among antennes.
        #[french = "Identifiant, unique parmi les antennes."]
        1 id: String = Id,
        /// The id of its institution.
        #[french = "Identifiant de son institution, ou l’un de ses autres noms."]
        2 institution: String = Reference,
        /// What users read.
        #[french = "Ce que lisent les utilisateurs."]
        3 name: String = Text,
        /// How far it reaches.
        #[french = "Sa portée : `local`, `regional` ou `national`."]
        4 level: Level = Choice<Level>,
        /// Its territory.

        #[french = "Son territoire."]
        5 zones: ZoneList = Lenient<Zones>,
        /// The experts of an inactive antenne match nothing.
        #[french = "Les experts d’une antenne inactive ne reçoivent rien."]
        6 active: bool = Flag<true>,
        /// The days on which its experts match; always if it is not given.
        #[french = "Les jours où ses experts reçoivent des besoins ; toujours si rien n’est donné."]
        8 valid: Option<Validity> = Optional<Period>,
    }
    nests {
        /// Conditions on the companies that it helps.
        #[french = "Conditions sur les entreprises qu’elle aide."]
        7 criteria: Criterion,
        /// For a subject, the combinations of answers for which it can help.
        #[french = "Pour un sujet, les combinaisons de réponses pour lesquelles elle peut aider."]
        9 answer_groups: AnswerGroup,
    }
}

words! {
    /// How far an antenne reaches, narrow to wide. Only `national` changes what matches: it covers everything.
    #[derive(Default)]
    Level, "level";
    /// A part of a region.
    #[default]
    Local "locale" "local",
    /// A whole region. It covers its zones, as a local one does.
    Regional "régionale" "regional",
    /// All of France, whatever its zones say.
    National "nationale" "national",
}

stored_as_text!(Level);
