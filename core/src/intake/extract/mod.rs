//! Facts that a message gives away: offered with their places, never assumed.

mod amount;
mod contact;
mod found;
mod headcount;
mod numbers;
mod place;
mod quantity;
mod references;
mod siret;

pub use found::{
    ContactKind, Extract, FoundAmount, FoundContact, FoundHeadcount, FoundSiret, Place, PlaceCommune,
    PlaceKind,
};

use super::span::Span;
use super::words::Words;
use crate::geography::Geography;

pub(super) fn extract(geography: &Geography, text: &str, truncated: bool) -> Extract {
    let words = Words::of(text);
    let runs = numbers::runs(text);
    let quantities = quantity::quantities(text, &words);
    let sirets = siret::find(text, &runs);
    let contacts = contact::find(text, &runs, &sirets);
    let mut extract = Extract {
        places: place::find(geography, text, &words, &runs),
        headcounts: headcount::find(text, &words, &quantities),
        amounts: amount::find(text, &words, &quantities),
        sirets,
        contacts,
        truncated,
    };
    one_reading(&mut extract);
    extract
}

/// Leaves each number of a text one reading, the surest: a SIRET or a phone before an amount, that before a
/// headcount, that before a postal code.
fn one_reading(extract: &mut Extract) {
    let spans = |contacts: &[FoundContact], sirets: &[FoundSiret]| -> Vec<Span> {
        let contacts = contacts.iter().map(|contact| contact.span.clone());
        contacts.chain(sirets.iter().map(|siret| siret.span.clone())).collect()
    };
    let mut taken = spans(&extract.contacts, &extract.sirets);
    let is_free = |taken: &[Span], span: &Span| {
        taken.iter().all(|other| other.end <= span.start || span.end <= other.start)
    };
    extract.amounts.retain(|amount| is_free(&taken, &amount.span));
    taken.extend(extract.amounts.iter().map(|amount| amount.span.clone()));
    extract.headcounts.retain(|headcount| is_free(&taken, &headcount.span));
    taken.extend(extract.headcounts.iter().map(|headcount| headcount.span.clone()));
    extract.places.retain(|place| is_free(&taken, &place.span));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_reading() {
        let readings = |text: &str| {
            let extract = extract(&Geography::embedded(), text, false);
            (extract.amounts.len(), extract.headcounts.len(), extract.places.len(), extract.contacts.len())
        };
        assert_eq!(readings("un devis de 12000 ht"), (1, 0, 0, 0));
        assert_eq!(readings("62300 de dettes"), (1, 0, 0, 0));
        assert_eq!(readings("on est à 10 000 de dettes"), (1, 0, 0, 0));
        assert_eq!(readings("urssaf 0321456789"), (0, 0, 0, 1));
        assert_eq!(readings("12000 Rodez, 3 salariés"), (0, 1, 2, 0));
    }
}
