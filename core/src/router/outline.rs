//! A match as positions in the lists of its directory.

use jiff::civil::Date;

use crate::geography::Zone;
use crate::need::NeedField;

/// A match by the positions of what it names in the lists of its directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MatchPositions {
    /// In [`Directory::experts`](crate::Directory::experts).
    pub expert: u32,
    /// In [`Directory::antennes`](crate::Directory::antennes).
    pub antenne: u32,
    /// In [`Directory::institutions`](crate::Directory::institutions).
    pub institution: u32,
    /// In [`Directory::subjects`](crate::Directory::subjects).
    pub subject: u32,
}

/// A match as far as it is known without looking at what the expert offers: for hosts that ask for
/// that once, with [`offer`](super::positions::offer), and remember it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MatchOutline {
    /// Whom it names.
    pub positions: MatchPositions,
    /// The position of the absent expert whose place this one takes, in the directory's experts.
    pub instead_of: Option<u32>,
    /// The narrowest zone that covers the need's commune.
    pub zone: Zone,
    /// The last day of the expert's absence, if the expert is absent on the day of the need.
    pub absent_until: Option<Date>,
    /// The fields of the need that criteria would have looked at, and that it does not carry.
    pub unverified: Vec<NeedField>,
}
