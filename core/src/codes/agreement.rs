//! The OPCO of collective agreements: France compétences' table, counted facility by facility (Licence Ouverte
//! 2.0; `core/data/README.md`).

use std::sync::OnceLock;

use super::Idcc;

/// The OPCO of France by ids that stay, whatever their names become.
pub const OPCOS: [&str; 11] = [
    "afdas",
    "akto",
    "atlas",
    "constructys",
    "ocapiat",
    "opco-2i",
    "opco-ep",
    "opco-mobilites",
    "opco-sante",
    "opcommerce",
    "uniformation",
];

/// What the OPCO call themselves, in the order of [`OPCOS`].
const NAMES: [&str; OPCOS.len()] = [
    "Afdas",
    "Akto",
    "Atlas",
    "Constructys",
    "Ocapiat",
    "OPCO 2i",
    "OPCO EP",
    "OPCO Mobilités",
    "OPCO Santé",
    "L’Opcommerce",
    "Uniformation",
];

/// The name of the OPCO of an id; nothing for an id that none has.
///
/// ```
/// use aiguillage::codes::opco_name;
///
/// assert_eq!(opco_name("opco-mobilites"), Some("OPCO Mobilités"));
/// assert_eq!(opco_name("cci"), None);
/// ```
pub fn opco_name(id: &str) -> Option<&'static str> {
    OPCOS.into_iter().zip(NAMES).find(|(known, _)| *known == id).map(|(_, name)| name)
}

/// What stands in the place of an agreement where there is none, or none that is known.
const ESCAPES: [u16; 4] = [5100, 5501, 9998, 9999];

/// Which OPCO collective agreements lead to.
///
/// ```
/// use aiguillage::codes::{AgreementOpco, Idcc};
///
/// let idcc = |texts: &[&str]| texts.iter().map(|text| text.parse::<Idcc>()).collect::<Result<Vec<_>, _>>();
/// assert_eq!(AgreementOpco::of(&idcc(&["1486"])?), AgreementOpco::Certain("atlas"));
/// // Shared by two, each with one facility in a hundred and more.
/// assert_eq!(AgreementOpco::of(&idcc(&["8241"])?), AgreementOpco::Ambiguous(vec!["akto", "ocapiat"]));
/// // No agreement.
/// assert_eq!(AgreementOpco::of(&idcc(&["9999"])?), AgreementOpco::Unknown);
/// # Ok::<(), aiguillage::codes::CodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgreementOpco {
    /// One OPCO, by its id of [`OPCOS`].
    Certain(&'static str),
    /// One of several.
    Ambiguous(Vec<&'static str>),
    /// The table knows none of the agreements.
    Unknown,
}

impl AgreementOpco {
    /// The OPCO of a facility that applies these agreements. Those that say nothing are passed over.
    pub fn of(agreements: &[Idcc]) -> AgreementOpco {
        let table = Table::embedded();
        let opcos = agreements.iter().fold(OpcoSet::default(), |all, idcc| all.union(table.opcos(*idcc)));
        let mut ids: Vec<&'static str> = opcos.ids().collect();
        match ids.len() {
            0 => AgreementOpco::Unknown,
            1 => AgreementOpco::Certain(ids.remove(0)),
            _ => AgreementOpco::Ambiguous(ids),
        }
    }
}

impl Idcc {
    /// Whether the number is that of an agreement: 5100, 5501, 9998 and 9999 say that there is none.
    pub fn is_agreement(self) -> bool {
        !ESCAPES.contains(&self.number())
    }

    /// The agreements that this one joined when it was merged; none where it still is one of its own.
    ///
    /// ```
    /// use aiguillage::codes::Idcc;
    ///
    /// let of_a_departement: Idcc = "0054".parse()?;
    /// let joined: Vec<String> = of_a_departement.joined().map(|idcc| idcc.to_string()).collect();
    /// assert_eq!(joined, ["3248"]);
    /// # Ok::<(), aiguillage::codes::CodeError>(())
    /// ```
    pub fn joined(self) -> impl Iterator<Item = Idcc> {
        let table = Table::embedded();
        table.joined_by(self.number()).iter().filter_map(|(_, into)| Idcc::new(*into))
    }
}

impl Idcc {
    /// What the agreement is today: those that it joined, or itself.
    pub(crate) fn current(self) -> impl Iterator<Item = Idcc> {
        let joined = Table::embedded().joined_by(self.number());
        let itself = joined.is_empty().then_some(self);
        joined.iter().filter_map(|(_, into)| Idcc::new(*into)).chain(itself)
    }
}

/// OPCO as a set, a bit each in the order of [`OPCOS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct OpcoSet(u16);

impl OpcoSet {
    fn union(self, other: OpcoSet) -> OpcoSet {
        OpcoSet(self.0 | other.0)
    }

    fn ids(self) -> impl Iterator<Item = &'static str> {
        OPCOS.into_iter().zip(0..).filter(move |(_, bit)| self.0 >> bit & 1 == 1).map(|(id, _)| id)
    }
}

#[derive(Debug, Default)]
struct Table {
    /// By number.
    opcos: Vec<(u16, OpcoSet)>,
    /// What was merged, and into what; by the former.
    merged: Vec<(u16, u16)>,
}

impl Table {
    fn embedded() -> &'static Table {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(|| Table::read(include_str!("../../data/agreements.txt")))
    }

    /// Reads lines of OPCO and their agreements, and of an agreement and those that it took in.
    fn read(text: &str) -> Table {
        let mut table = Table::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((key, list)) = line.split_once(':') else { continue };
            let numbers = list.split_whitespace().filter_map(|number| number.parse().ok());
            match key.strip_prefix("> ") {
                Some(into) => {
                    let into = into.parse().unwrap_or_default();
                    table.merged.extend(numbers.map(|number: u16| (number, into)));
                }
                None => {
                    let bit =
                        |id: &str| OPCOS.iter().position(|known| *known == id).map_or(0, |bit| 1 << bit);
                    let opcos = OpcoSet(key.split(' ').fold(0, |set, id| set | bit(id)));
                    table.opcos.extend(numbers.map(|number| (number, opcos)));
                }
            }
        }
        table.opcos.sort_unstable_by_key(|(number, _)| *number);
        table.merged.sort_unstable();
        table
    }

    /// The OPCO of an agreement, or of what it joined; none for what is no agreement.
    fn opcos(&self, idcc: Idcc) -> OpcoSet {
        let of_number = |number: u16| {
            let found = self.opcos.binary_search_by_key(&number, |(known, _)| *known);
            found.ok().and_then(|at| self.opcos.get(at)).map_or(OpcoSet::default(), |(_, opcos)| *opcos)
        };
        match self.joined_by(idcc.number()) {
            [] => of_number(idcc.number()),
            joined => joined.iter().fold(OpcoSet::default(), |all, (_, into)| all.union(of_number(*into))),
        }
    }

    fn joined_by(&self, number: u16) -> &[(u16, u16)] {
        let first = self.merged.partition_point(|(merged, _)| *merged < number);
        let following = self.merged.get(first..).unwrap_or_default();
        // Of most there is none, and of none more than a few.
        let count = following.iter().take_while(|(merged, _)| *merged == number).count();
        following.get(..count).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opco(agreements: &[&str]) -> AgreementOpco {
        let agreements: Vec<Idcc> = agreements.iter().map(|text| text.parse().unwrap()).collect();
        AgreementOpco::of(&agreements)
    }

    #[test]
    fn every_line_of_the_table_is_read() {
        let table = Table::embedded();
        assert_eq!((table.opcos.len(), table.merged.len()), (951, 82));
        assert!(table.opcos.iter().all(|(_, opcos)| *opcos != OpcoSet::default()));
        assert!(table.merged.iter().all(|(_, into)| *into != 0));
        let known: Vec<&str> =
            table.opcos.iter().fold(OpcoSet::default(), |all, (_, one)| all.union(*one)).ids().collect();
        assert_eq!(known, OPCOS);
    }

    #[test]
    fn agreements_lead_to_opco() {
        use AgreementOpco::{Ambiguous, Certain, Unknown};
        assert_eq!(opco(&["3248", "0650"]), Certain("opco-2i"));
        // One facility of 222,294 shares nothing.
        assert_eq!(opco(&["1979"]), Certain("akto"));
        assert_eq!(opco(&["9998", "1486"]), Certain("atlas"));
        assert_eq!(opco(&["1486", "1979"]), Ambiguous(vec!["akto", "atlas"]));
        // Merged into two.
        assert_eq!(opco(&["1740"]), Certain("constructys"));
        assert_eq!(opco(&["5501"]), Unknown);
        assert_eq!(opco(&["0001"]), Unknown);
        assert_eq!(opco(&[]), Unknown);
    }
}
