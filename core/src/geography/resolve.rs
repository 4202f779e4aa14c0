//! What a commune code means: today's commune, a commune of the past, or nothing, and why.

use super::Geography;
use super::code::slot;
use super::former::{Former, FormerKind};
use super::id::PlaceId;
use super::slots::Meaning;
use crate::language::{Hint, Sentence, sentence};
use crate::text::shorten;

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
        hint: Option<Hint>,
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
    /// assert_eq!(hint.unwrap().to_string(), "`59800` is a postal code, which serves `59350` (Lille)");
    /// ```
    pub fn resolve(&self, code: &str) -> Resolution {
        let meaning = slot(code).map_or(Meaning::Unknown, |slot| self.meaning(slot));
        match meaning {
            Meaning::Place(place) => Resolution::Current(place),
            Meaning::Former(Former { place, kind }) => {
                let postal = self.served_by(code);
                let is_itself = |served: &PlaceId| {
                    let [arrondissement, commune, ..] = *self.chain(*served);
                    [arrondissement, commune].contains(&place.into())
                };
                match postal.is_empty() || postal.iter().any(is_itself) {
                    true => Resolution::Former { place, kind },
                    false => Resolution::FormerAndPostal { place, kind, postal },
                }
            }
            Meaning::Unknown => match self.with_zero(code) {
                Some(place) => Resolution::LostZero { place },
                None => Resolution::Unknown { hint: self.hint(code).map(Hint) },
            },
        }
    }

    fn with_zero(&self, code: &str) -> Option<PlaceId> {
        if code.len() != 4 {
            return None;
        }
        match self.meaning(slot(&format!("0{code}"))?) {
            Meaning::Place(place) => Some(place),
            Meaning::Former(former) => Some(former.place),
            Meaning::Unknown => None,
        }
    }

    /// What was probably meant by a code that no commune has or had.
    #[cold]
    fn hint(&self, code: &str) -> Option<Sentence> {
        let text = code.trim();
        let bare = text.strip_prefix("commune:").unwrap_or(text);
        if bare.len() != code.len()
            && slot(bare).is_some_and(|slot| !matches!(self.meaning(slot), Meaning::Unknown))
        {
            return Some(sentence!(Write { instead: bare }));
        }
        let zero = format!("0{}", shorten(text, 5));
        for code in [text, if text.len() == 4 { &zero } else { text }] {
            let served = self.served_by(code);
            if !served.is_empty() {
                return Some(sentence!(PostalCodeServes { code, communes: self.list(&served) }));
            }
        }
        let named = self.named(text);
        if named.is_empty() {
            return None;
        }
        Some(sentence!(NameNotCode { text, communes: self.list(&named) }))
    }

    /// A few communes, in words.
    fn list(&self, places: &[PlaceId]) -> Vec<Sentence> {
        const LISTED: usize = 5;
        let commune = |place: &PlaceId| {
            let commune = self.commune_at(*place);
            sentence!(CommuneWithName { code: commune.code(), name: commune.name() })
        };
        let mut words: Vec<Sentence> = places.iter().take(LISTED).map(commune).collect();
        if places.len() > LISTED {
            words.push(sentence!(SomeMore { count: places.len() - LISTED }));
        }
        words
    }
}
