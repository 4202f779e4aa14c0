//! Lines of addresses: where the town stands in them.

use super::cell::is_code;
use crate::text::fold;

/// What streets begin with: a town's name behind it is a street's.
const STREETS: &str = "rue avenue av ave boulevard bd bld boul place pl allee allees chemin route rte impasse imp quai \
    square sq sentier faubourg fg fbg residence res immeuble imm batiment bat zone za zi zac zae lotissement esplanade \
    promenade etage bp cs tsa cidex";

/// The postal code and the town of an address.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Address<'a> {
    pub(super) postal_code: Option<&'a str>,
    pub(super) town: Option<&'a str>,
}

/// Reads an address of a line or several: the street is not the town.
pub(super) fn read_address(text: &str) -> Address<'_> {
    if let Some((code, after)) = last_code(text) {
        let town = segments(after).next().filter(|town| !is_country(town));
        return Address { postal_code: Some(code), town };
    }
    let named: Vec<&str> = segments(text).filter(|segment| !is_country(segment)).collect();
    let town = named.last().copied().filter(|last| !is_street(last));
    Address { postal_code: None, town }
}

/// The last five digits that stand alone and are no number of a post box, and what follows them.
fn last_code(text: &str) -> Option<(&str, &str)> {
    let mut end = text.len();
    while let Some(start) = text.get(..end)?.rfind(|c: char| c.is_ascii_digit()) {
        let digits = text.get(..=start)?;
        let first = digits.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (before, code) = digits.split_at_checked(first)?;
        let after = text.get(start + 1..)?;
        let is_apart = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        if is_code(code) && is_apart && !ends_with_post_box(before) {
            return Some((code, after));
        }
        end = first;
    }
    None
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
    first.starts_with(|c: char| c.is_ascii_digit())
        || STREETS.split_whitespace().any(|street| street == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_street_is_not_the_town() {
        let read = |text| {
            let Address { postal_code, town } = read_address(text);
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
    }
}
