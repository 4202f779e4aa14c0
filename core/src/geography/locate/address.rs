//! Lines of addresses: where the town stands in them.

use super::cell::is_code;
use crate::text::fold;

/// What streets begin with: a town's name behind it is a street's.
const STREETS: &str = "rue avenue av ave boulevard bd bld boul place pl allee allees chemin route rte impasse imp quai \
    square sq sentier faubourg fg fbg residence res immeuble imm batiment bat zone za zi zac zae lotissement esplanade \
    promenade etage bp cs tsa cidex";

/// Countries that stand at the end of addresses, folded: the neighbours, and those from which France
/// receives most mail. What is missing here is unknown as a town, unless a commune is called so.
const COUNTRIES: &str = "allemagne|deutschland|germany|andorre|autriche|belgique|belgie|belgium|espagne|espana|spain|\
    italie|italia|italy|luxembourg|monaco|pays bas|nederland|netherlands|portugal|royaume uni|united kingdom|uk|\
    angleterre|irlande|suisse|schweiz|svizzera|switzerland|pologne|roumanie|republique tcheque|hongrie|bulgarie|grece|\
    danemark|suede|norvege|finlande|maroc|algerie|tunisie|senegal|cote d ivoire|cameroun|madagascar|maurice|canada|\
    etats unis|usa|bresil|chine|japon|inde|israel|liban|turquie|ukraine|russie";

/// The postal code and the town of an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Address<'a> {
    pub(super) postal_code: Option<&'a str>,
    pub(super) town: Option<&'a str>,
    /// What stands before a code that no town follows, and may be its town.
    pub(super) before: Option<&'a str>,
}

/// Reads an address of a line or several: the street is not the town. Where several codes stand in it, each
/// is read with what follows it; the last one is mostly meant, and the others may be.
pub(super) fn read_addresses(text: &str) -> Vec<Address<'_>> {
    let codes = codes(text);
    let mut addresses = Vec::with_capacity(codes.len());
    for (number, (start, end)) in codes.iter().enumerate() {
        let next = codes.get(number + 1).map_or(text.len(), |(next, _)| *next);
        let town = text.get(*end..next).and_then(|after| segments(after).next());
        // Five digits before a street are the number of a house.
        if town.is_some_and(|town| is_named_like_a_street(&fold(town))) {
            continue;
        }
        let before = text.get(..*start).and_then(|before| segments(before).last());
        addresses.push(Address {
            postal_code: text.get(*start..*end),
            town: town.filter(|town| !is_country(town)),
            before: before.filter(|before| town.is_none() && !is_street(before)),
        });
    }
    if addresses.is_empty() {
        let towns = segments(text).filter(|segment| !is_country(segment) && !is_street(segment));
        addresses.extend(towns.map(|town| Address { town: Some(town), ..Address::default() }));
        // What stands last is mostly the town, and where that is a street there is none.
        if segments(text).filter(|segment| !is_country(segment)).last().is_none_or(is_street) {
            addresses.clear();
        }
    }
    addresses
}

/// Whether an address ends with another country. A country alone is none: Suisse and Allemagne are also
/// communes.
pub(super) fn is_abroad(text: &str) -> bool {
    let mut segments = segments(text);
    let is_country = |last: &str| {
        let folded = fold(last);
        COUNTRIES.split('|').any(|country| country == folded)
    };
    segments.next().is_some() && segments.last().is_some_and(is_country)
}

/// Where five digits stand alone and are no number of a post box, in their order.
fn codes(text: &str) -> Vec<(usize, usize)> {
    let mut codes = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = from + start;
        let rest = text.get(start..).unwrap_or("");
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let end = start + length;
        let (before, code, after) = (
            text.get(..start).unwrap_or(""),
            text.get(start..end).unwrap_or(""),
            text.get(end..).unwrap_or(""),
        );
        let is_apart = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        if is_code(code) && is_apart && !ends_with_post_box(before) {
            codes.push((start, end));
        }
        from = end;
    }
    codes
}

fn ends_with_post_box(before: &str) -> bool {
    let words = before.rsplit(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    words.take(1).any(|word| ["bp", "b p", "cs", "c s", "tsa", "cidex", "n"].contains(&fold(word).as_str()))
}

/// The parts between commas, line ends and dashes that stand apart.
fn segments(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([',', ';', '\n', '\r', '–', '—', '|']).flat_map(|part| part.split(" - "));
    parts.map(str::trim).filter(|part| part.contains(char::is_alphanumeric))
}

fn is_country(segment: &str) -> bool {
    segment.len() <= 12 && fold(segment) == "france"
}

/// Whether a part of an address is a street, or anything else that is no town.
fn is_street(segment: &str) -> bool {
    let folded = fold(segment);
    let first = folded.split(' ').next().unwrap_or("");
    first.starts_with(|c: char| c.is_ascii_digit()) || is_named_like_a_street(&folded)
}

/// Whether a folded text begins with the word for a street.
fn is_named_like_a_street(folded: &str) -> bool {
    let first = folded.split(' ').next().unwrap_or("");
    STREETS.split_whitespace().any(|street| street == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_street_is_not_the_town() {
        let read = |text| {
            let Address { postal_code, town, .. } = read_addresses(text).pop().unwrap_or_default();
            (postal_code, town)
        };
        assert_eq!(read("12 rue de Paris, 59100 Roubaix"), (Some("59100"), Some("Roubaix")));
        assert_eq!(read("12 rue de Paris"), (None, None));
        assert_eq!(read("avenue de Lens, Arras"), (None, Some("Arras")));
        assert_eq!(
            read("7 rue Jean Jaurès, BP 80100, 59300 Valenciennes"),
            (Some("59300"), Some("Valenciennes"))
        );
        assert_eq!(read("CS 75012\n35000 RENNES"), (Some("35000"), Some("RENNES")));
        assert_eq!(read("13008 Marseille, 75 rue Paradis"), (Some("13008"), Some("Marseille")));
        assert_eq!(read("67000 Strasbourg, France"), (Some("67000"), Some("Strasbourg")));
        assert_eq!(read("1 Grande Rue – 25000 Besançon"), (Some("25000"), Some("Besançon")));
        assert_eq!(read("12, rue de Paris 59100"), (Some("59100"), None));
        assert_eq!(read("é"), (None, Some("é")));
        assert_eq!(read(""), (None, None));
        assert_eq!(read("10000 rue du Port, Lille"), (None, Some("Lille")));
    }

    #[test]
    fn each_code_is_read_with_what_follows_it() {
        let codes = |text| {
            let read = read_addresses(text).into_iter();
            read.map(|one| (one.postal_code.unwrap(), one.town, one.before)).collect::<Vec<_>>()
        };
        assert_eq!(
            codes("80000 Amiens ou 59000 Lille"),
            [("80000", Some("Amiens ou"), None), ("59000", Some("Lille"), None)]
        );
        assert_eq!(
            codes("8 rue X, 80000 Amiens, code 59000"),
            [("80000", Some("Amiens"), None), ("59000", None, Some("code"))]
        );
        assert_eq!(codes("Amiens, 10000 €"), [("10000", None, Some("Amiens"))]);
    }
}
