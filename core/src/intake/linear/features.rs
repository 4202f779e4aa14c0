//! What of a message has a weight: its stems, its pairs of neighbours, and four letters in a row.
//!
//! Stop words are kept: `je cherche` and `on me cherche` differ by nothing else. Letters in a row know
//! a word by its parts where a typing fault, a plural or an abbreviation hides its stem.

use rust_stemmers::Stemmer;
use xxhash_rust::xxh3::Xxh3;

use crate::intake::french;
use crate::intake::words::Words;

/// How many letters in a row are a feature.
const LETTERS: usize = 4;

/// The features of a text, in the order of its words.
pub(in crate::intake) struct Features(Vec<Feature>);

/// A feature, by a hash that is the same everywhere, and the words that it stands on.
#[derive(Clone, Copy, Debug)]
pub(in crate::intake) struct Feature {
    pub(super) key: u32,
    /// Twice the same where it stands on one word.
    pub(super) words: [u32; 2],
}

/// What kind of feature a key is of, so that a stem is none of its own letters.
#[derive(Clone, Copy)]
enum Kind {
    Stem,
    Pair,
    Letters,
}

impl Features {
    pub(in crate::intake) fn of(stemmer: &Stemmer, words: &Words) -> Features {
        let mut features = Vec::with_capacity(words.len() * 9);
        let (mut stem, mut before) = (String::new(), String::new());
        let mut letters: Vec<char> = Vec::new();
        for (number, (_, folded)) in words.iter().enumerate() {
            let number = number as u32;
            french::stem(stemmer, french::short_form(folded), &mut stem);
            features.push(Feature { key: key(Kind::Stem, &[&stem]), words: [number; 2] });
            let pair = [number.saturating_sub(1), number];
            features.push(Feature { key: key(Kind::Pair, &[&before, &stem]), words: pair });
            letters.clear();
            letters.push(' ');
            letters.extend(folded.chars());
            letters.push(' ');
            let mut text = [0; 4 * LETTERS];
            for row in letters.windows(LETTERS) {
                let mut end = 0;
                for letter in row {
                    end += letter.encode_utf8(text.get_mut(end..).unwrap_or_default()).len();
                }
                let row = std::str::from_utf8(text.get(..end).unwrap_or_default()).unwrap_or_default();
                features.push(Feature { key: key(Kind::Letters, &[row]), words: [number; 2] });
            }
            std::mem::swap(&mut before, &mut stem);
        }
        if let Some(last) = words.len().checked_sub(1) {
            features.push(Feature { key: key(Kind::Pair, &[&before, ""]), words: [last as u32; 2] });
        }
        Features(features)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Feature> {
        self.0.iter().copied()
    }

    /// The keys, each once and in order.
    pub(super) fn keys(&self) -> Vec<u32> {
        let mut keys: Vec<u32> = self.iter().map(|feature| feature.key).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

/// 32 bits are enough: of the features of a message that no weight is known for, one in 100,000 is
/// taken for another.
fn key(kind: Kind, parts: &[&str]) -> u32 {
    let mut hash = Xxh3::new();
    hash.update(&[kind as u8]);
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(&[0]);
    }
    hash.digest() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn features(text: &str) -> Features {
        Features::of(&french::stemmer(), &Words::of(text))
    }

    #[test]
    fn a_text_has_its_stems_pairs_and_letters() {
        // Three stems, four pairs with the beginning and the end, and the letters of ` je `, ` recrute `
        // and ` ici `.
        assert_eq!(features("Je recrute ici").iter().count(), 3 + 4 + 1 + 6 + 2);
        assert_eq!(features("Je recrute ici").keys(), features("je  RECRUTE, ici !").keys());
        assert_ne!(features("ici je recrute").keys(), features("je recrute ici").keys());
        assert_eq!(features("").iter().count(), 0);
    }

    #[test]
    fn features_stand_on_their_words() {
        assert!(features("je recrute ici").iter().all(|Feature { words: [first, last], .. }| {
            last < 3 && (first == last || first + 1 == last)
        }));
    }

    #[test]
    fn keys_are_the_same_on_every_machine() {
        // The weights that the library brings were learned with these.
        assert_eq!(key(Kind::Stem, &["recrut"]), 3_621_201_173);
    }
}
