//! What a commune code means: today's commune, a commune of the past, or nothing, and why.

use super::code::slot;
use super::{Geography, PlaceId};
use crate::record::words::words;
use crate::text::shorten;

/// In the table of codes: a code that never was, as far as is known.
pub(super) const CODE_UNKNOWN: u32 = u32::MAX;
/// In the table of codes: from here on, former codes.
const FIRST_FORMER: u32 = 1 << 31;

pub(super) fn slot_of_place(place: usize) -> u32 {
    place as u32
}

pub(super) fn slot_of_former(index: usize) -> u32 {
    FIRST_FORMER + index as u32
}

/// What a slot of the table of codes says.
pub(super) enum Meaning {
    Place(PlaceId),
    Former(usize),
    Unknown,
}

words! {
    /// Why a code is no current code, and yet leads to a commune.
    FormerKind, "kind";
    /// The commune changed code, or was merged into another.
    Former "Ancienne commune" "Former commune",
    /// A commune déléguée, which keeps its name inside a commune nouvelle.
    Delegated "Commune déléguée" "Delegated commune",
    /// A commune associée, which keeps its name inside a commune merged under the law of 1971.
    Associated "Commune associée" "Associated commune",
}

/// What a commune code means. Read a [`PlaceId`] with [`Geography::commune_by_id`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// A commune or a municipal arrondissement has this code.
    Current(PlaceId),
    /// The code leads to this commune today.
    Former {
        /// The current commune.
        place: PlaceId,
        /// Why it is no current code.
        kind: FormerKind,
    },
    /// The code leads to one commune, and is also the postal code of others: people who write
    /// `75012` hardly mean Boulogne-Billancourt, which it was before 1968.
    FormerAndPostal {
        /// The current commune, read as an INSEE code.
        place: PlaceId,
        /// Why it is no current code.
        kind: FormerKind,
        /// The communes that it serves as a postal code, the most populous first.
        postal: Vec<PlaceId>,
    },
    /// Four digits that are a code with a `0` before them: a spreadsheet took it away.
    LostZero {
        /// The current commune.
        place: PlaceId,
    },
    /// No commune has or had this code.
    Unknown {
        /// What was probably meant; lower case, without a final stop.
        hint: Option<String>,
    },
}

impl Geography {
    /// What a commune code means.
    ///
    /// ```
    /// use aiguillage::geography::{FormerKind, Geography, Resolution};
    ///
    /// let geography = Geography::embedded();
    /// let Resolution::Former { place, kind } = geography.resolve("02695") else { panic!() };
    /// assert_eq!(geography.commune_by_id(place).unwrap().code(), "02054");
    /// assert_eq!(kind, FormerKind::Delegated);
    ///
    /// let Resolution::Unknown { hint } = geography.resolve("59800") else { panic!() };
    /// assert_eq!(hint.unwrap(), "`59800` is a postal code, which serves `59350` (Lille)");
    /// ```
    pub fn resolve(&self, code: &str) -> Resolution {
        let meaning = slot(code).map_or(Meaning::Unknown, |slot| self.meaning(slot));
        match meaning {
            Meaning::Place(place) => Resolution::Current(place),
            Meaning::Former(index) => {
                let former = self.former[index];
                let postal = self.served_by(code);
                let own = |place: &PlaceId| self.chain(*place)[..2].contains(&former.place.into());
                match postal.is_empty() || postal.iter().any(own) {
                    true => Resolution::Former { place: former.place, kind: former.kind },
                    false => Resolution::FormerAndPostal { place: former.place, kind: former.kind, postal },
                }
            }
            Meaning::Unknown => match self.with_zero(code) {
                Some(place) => Resolution::LostZero { place },
                None => Resolution::Unknown { hint: self.hint(code) },
            },
        }
    }

    #[inline]
    pub(super) fn meaning(&self, slot: usize) -> Meaning {
        match self.slots[slot] {
            CODE_UNKNOWN => Meaning::Unknown,
            place @ ..FIRST_FORMER => Meaning::Place(PlaceId(place)),
            former => Meaning::Former((former - FIRST_FORMER) as usize),
        }
    }

    fn with_zero(&self, code: &str) -> Option<PlaceId> {
        if code.len() != 4 {
            return None;
        }
        match self.meaning(slot(&format!("0{code}"))?) {
            Meaning::Place(place) => Some(place),
            Meaning::Former(index) => Some(self.former[index].place),
            Meaning::Unknown => None,
        }
    }

    /// What was probably meant by a code that no commune has or had.
    #[cold]
    fn hint(&self, given: &str) -> Option<String> {
        let text = given.trim();
        let bare = text.strip_prefix("commune:").unwrap_or(text);
        if bare.len() != given.len()
            && slot(bare).is_some_and(|slot| !matches!(self.meaning(slot), Meaning::Unknown))
        {
            return Some(format!("write `{bare}`"));
        }
        let zero = format!("0{}", shorten(text, 5));
        for code in [text, if text.len() == 4 { &zero } else { text }] {
            let served = self.served_by(code);
            if !served.is_empty() {
                return Some(format!("`{code}` is a postal code, which serves {}", self.list(&served)));
            }
        }
        let named = self.named(text);
        if named.is_empty() {
            return None;
        }
        Some(format!("`{text}` is a name, and a commune is given by its INSEE code: {}", self.list(&named)))
    }

    /// A few communes, in words.
    fn list(&self, places: &[PlaceId]) -> String {
        const LISTED: usize = 5;
        let commune = |place: &PlaceId| {
            let commune = self.commune_at(*place);
            format!("`{}` ({})", commune.code(), commune.name())
        };
        let mut words: Vec<String> = places.iter().take(LISTED).map(commune).collect();
        if places.len() > LISTED {
            words.push(format!("{} more", places.len() - LISTED));
        }
        match words.split_last() {
            Some((last, before)) if !before.is_empty() => {
                format!("{} and {last}", before.join(", "))
            }
            _ => words.concat(),
        }
    }
}
