//! Départements as people write them, and those that a postal code may lie in.

use crate::geography::{Geography, Zone, ZoneId, ZoneKind};
use crate::text::fold;

impl Geography {
    /// The département of a code or a name, as INSEE, the post or the ASP write it: `59`, `059`, `59L`,
    /// `2A`, `02A`, `Nord`, `Réunion`. `20` is both of Corsica.
    pub(super) fn read_departement(&self, text: &str) -> Vec<ZoneId> {
        let text = text.trim();
        match text.chars().any(char::is_numeric) {
            true => self.departement_of_code(&text.to_ascii_uppercase()),
            false => self.departement_of_name(text),
        }
    }

    fn departement_of_code(&self, code: &str) -> Vec<ZoneId> {
        let known = self.departements(&[code]);
        if !known.is_empty() || !code.is_ascii() {
            return known;
        }
        match code.as_bytes() {
            b"20" | b"020" => self.departements(&["2A", "2B"]),
            [b'0', rest @ ..] if rest.len() == 2 => self.departements(&[code.get(1..).unwrap_or("")]),
            [digit] if digit.is_ascii_digit() => self.departements(&[&format!("0{code}")]),
            // The ASP divides large départements: `59L` and `59V` are Lille's and Valenciennes' halves.
            [b'2', b'0', letter @ (b'A' | b'B')] => {
                self.departements(&[&format!("2{}", char::from(*letter))])
            }
            // `12E` is the twelfth of something.
            [_, _, letter] if letter.is_ascii_alphabetic() && *letter != b'E' => {
                self.departements(&[code.get(..2).unwrap_or("")])
            }
            _ => Vec::new(),
        }
    }

    fn departement_of_name(&self, name: &str) -> Vec<ZoneId> {
        let name = fold(name);
        if name == "corse" {
            return self.departements(&["2A", "2B"]);
        }
        let is_named = |zone: &ZoneId| {
            let folded = fold(self.name_of(*zone));
            folded == name || without_article(&folded) == without_article(&name)
        };
        self.ids(ZoneKind::Departement).map(ZoneId).find(is_named).into_iter().collect()
    }

    /// The départements in which the communes of a postal code lie, by its first digits. CEDEX codes of
    /// La Réunion also begin with 977 and 978, which are collectivities of their own.
    pub(super) fn departements_of_postal_code(&self, code: &str) -> Vec<ZoneId> {
        let (two, three) = (code.get(..2).unwrap_or(""), code.get(..3).unwrap_or(""));
        match three {
            "977" | "978" => self.departements(&[three, "974"]),
            _ if matches!(two, "97" | "98") => self.departements(&[three]),
            _ if two == "20" => self.departements(&["2A", "2B"]),
            _ => self.departements(&[two]),
        }
    }

    fn departements(&self, codes: &[&str]) -> Vec<ZoneId> {
        let zone = |code: &&str| Zone::new(ZoneKind::Departement, code).ok();
        codes.iter().filter_map(zone).filter_map(|zone| self.zone_id(zone)).collect()
    }
}

/// A folded name without its article.
pub(super) fn without_article(name: &str) -> &str {
    let rest = ["le ", "la ", "les ", "l "].iter().find_map(|article| name.strip_prefix(article));
    rest.unwrap_or(name)
}
