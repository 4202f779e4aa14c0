//! A table of weights, and what it says of a message.

use std::borrow::Cow;
use std::ops::Range;

use minicbor::decode::{Decoder, Error as DecodeError};
#[cfg(feature = "training")]
use minicbor::encode::{Encoder, Error};

use super::features::Features;

/// Writing into memory cannot fail.
#[cfg(feature = "training")]
pub(in crate::intake) type EncodeError = Error<std::convert::Infallible>;

/// Rarities are kept in sixteenths.
const RARITY_UNIT: f64 = 16.0;

/// Weights of features, for a number of answers.
///
/// Weights and rarities are bytes. Sums of them are exact, so that a message has the same scores on
/// every machine. `answers` is the length of a row.
pub(in crate::intake) struct Table {
    /// The keys of features, in order.
    keys: Vec<u32>,
    /// How rare each feature is, for the length of a message.
    rarities: Cow<'static, [u8]>,
    /// By feature, one weight for each answer: signed bytes.
    rows: Cow<'static, [u8]>,
    /// What a weight of one is worth.
    unit: f64,
    /// What is said for each answer before any word is read.
    biases: Vec<f64>,
    /// Where the keys with the same first bits begin.
    starts: Vec<u32>,
    /// How many bits of a key are not among the first ones.
    shift: u32,
}

/// The features of a message that have a row, by row and then by word.
pub(in crate::intake) struct Found(Vec<FoundFeature>);

struct FoundFeature {
    row: u32,
    words: [u32; 2],
}

impl Table {
    /// Rounds weights that were learned: by feature its key, its rarity and a weight for each answer, in
    /// the order of the keys.
    pub(super) fn of(features: &[(u32, f64)], weights: &[f64], biases: Vec<f64>) -> Table {
        let mut sizes: Vec<f64> = weights.iter().map(|weight| weight.abs()).collect();
        sizes.sort_unstable_by(f64::total_cmp);
        // The few that are larger are cut: in steps for them, most others would be nothing.
        let largest = sizes.get(sizes.len() * 9_995 / 10_000).copied().unwrap_or(1.0).max(f64::MIN_POSITIVE);
        let unit = largest / f64::from(i8::MAX);
        let rarity = |(_, rarity): &(u32, f64)| (rarity * RARITY_UNIT).round().clamp(1.0, 255.0) as u8;
        let rows: Vec<u8> =
            weights.iter().map(|weight| ((weight / unit).round() as i8).cast_unsigned()).collect();
        Table::new(
            features.iter().map(|(key, _)| *key).collect(),
            features.iter().map(rarity).collect::<Vec<u8>>().into(),
            rows.into(),
            unit,
            biases,
        )
    }

    fn new(
        keys: Vec<u32>,
        rarities: Cow<'static, [u8]>,
        rows: Cow<'static, [u8]>,
        unit: f64,
        biases: Vec<f64>,
    ) -> Table {
        // About one key for each beginning.
        let bits = keys.len().max(2).ilog2();
        let shift = u32::BITS - bits;
        let starts = (0..=1_u64 << bits)
            .map(|first| keys.partition_point(|key| u64::from(*key) < first << shift) as u32)
            .collect();
        Table { keys, rarities, rows, unit, biases, starts, shift }
    }

    pub(in crate::intake) fn answers(&self) -> usize {
        self.biases.len()
    }

    /// The rows of a message's features.
    pub(in crate::intake) fn find(&self, features: &Features) -> Found {
        let found = features.iter().filter_map(|feature| {
            Some(FoundFeature { row: self.row_of(feature.key)?, words: feature.words })
        });
        let mut found: Vec<FoundFeature> = found.collect();
        found.sort_unstable_by_key(|feature| (feature.row, feature.words));
        Found(found)
    }

    fn row_of(&self, key: u32) -> Option<u32> {
        let first = (key >> self.shift) as usize;
        let (start, end) = (*self.starts.get(first)?, *self.starts.get(first + 1)?);
        let place = self.keys.get(start as usize..end as usize)?.binary_search(&key).ok()?;
        Some(start + place as u32)
    }

    /// The evidence for each answer in a part of a message. A feature counts once, however often it
    /// stands there.
    pub(in crate::intake) fn evidence(&self, found: &Found, words: Range<u32>) -> Vec<f64> {
        let mut sums = vec![0_i32; self.answers()];
        let mut length = 0_u64;
        for row in found.rows_within(words) {
            let rarity = self.rarities.get(row as usize).copied().map_or(0, u64::from);
            length += rarity * rarity;
            for (sum, weight) in sums.iter_mut().zip(self.row(row)) {
                *sum += i32::from(weight.cast_signed());
            }
        }
        let unit = self.unit_of(length);
        sums.into_iter().zip(&self.biases).map(|(sum, bias)| f64::from(sum) * unit + bias).collect()
    }

    /// What each word of a message says for an answer, by the number of the word.
    pub(in crate::intake) fn words_for(&self, found: &Found, answer: usize) -> Vec<(u32, f64)> {
        let rarities = found.rows_within(0..u32::MAX).filter_map(|row| self.rarities.get(row as usize));
        let unit = self.unit_of(rarities.map(|rarity| u64::from(*rarity).pow(2)).sum());
        let mut words = Vec::new();
        let mut before = None;
        for feature in &found.0 {
            if before.replace(feature.row) == Some(feature.row) {
                continue;
            }
            let weight = self.row(feature.row).get(answer).map_or(0, |weight| weight.cast_signed());
            for word in feature.words {
                words.push((word, f64::from(weight) * unit / 2.0));
            }
        }
        words
    }

    /// What a weight of one says in a message of this length, squared.
    fn unit_of(&self, length: u64) -> f64 {
        self.unit * RARITY_UNIT / (length.max(1) as f64).sqrt()
    }

    fn row(&self, row: u32) -> &[u8] {
        let start = row as usize * self.answers();
        self.rows.get(start..start + self.answers()).unwrap_or(&[])
    }

    /// Writes it, for [`Table::read`].
    #[cfg(feature = "training")]
    pub(in crate::intake) fn write(&self, into: &mut Encoder<Vec<u8>>) -> Result<(), EncodeError> {
        let keys: Vec<u8> = self.keys.iter().flat_map(|key| key.to_le_bytes()).collect();
        into.bytes(&keys)?.bytes(&self.rarities)?.bytes(&self.rows)?.f64(self.unit)?;
        into.array(self.biases.len() as u64)?;
        for bias in &self.biases {
            into.f64(*bias)?;
        }
        Ok(())
    }

    /// Reads what [`Table::write`] wrote.
    pub(in crate::intake) fn read(from: &mut Decoder<'static>) -> Result<Table, DecodeError> {
        let keys = from.bytes()?.as_chunks().0.iter().map(|key| u32::from_le_bytes(*key)).collect();
        let (rarities, rows) = (from.bytes()?.into(), from.bytes()?.into());
        let unit = from.f64()?;
        let answers = from.array()?.unwrap_or(0);
        let biases = (0..answers).map(|_| from.f64()).collect::<Result<Vec<f64>, DecodeError>>()?;
        Ok(Table::new(keys, rarities, rows, unit, biases))
    }
}

impl Found {
    pub(in crate::intake) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The rows of the features that stand within some words, each once.
    fn rows_within(&self, words: Range<u32>) -> impl Iterator<Item = u32> {
        let mut before = None;
        let within = self.0.iter().filter(move |feature| {
            let [first, last] = feature.words;
            words.contains(&first) && words.contains(&last)
        });
        within.map(|feature| feature.row).filter(move |row| before.replace(*row) != Some(*row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::french;
    use crate::intake::words::Words;

    fn features(text: &str) -> Features {
        Features::of(&french::stemmer(), &Words::of(text))
    }

    /// A table of two answers: `recrute` speaks for the first, and against the second.
    fn table() -> Table {
        let keys = features("recrute").keys();
        let weights = keys.iter().flat_map(|_| [0.5, -0.25]).collect::<Vec<f64>>();
        Table::of(&keys.iter().map(|key| (*key, 2.0)).collect::<Vec<_>>(), &weights, vec![0.0, -1.0])
    }

    #[test]
    fn what_is_said_once_or_often_weighs_the_same() {
        let table = table();
        let evidence = |text: &str| {
            let features = features(text);
            table.evidence(&table.find(&features), 0..u32::MAX)
        };
        let once = evidence("recrute");
        assert!(once[0] > 0.0 && once[1] < -1.0, "{once:?}");
        assert_eq!(evidence("recrute recrute recrute"), once);
        assert_eq!(evidence("rien"), [0.0, -1.0]);
    }

    #[test]
    fn a_part_of_a_message_has_evidence_of_its_own_and_words_add_up() {
        let (table, features) = (table(), features("rien ici recrute"));
        let found = table.find(&features);
        assert_eq!(table.evidence(&found, 0..2), [0.0, -1.0]);
        let whole = table.evidence(&found, 0..3);
        let words = table.words_for(&found, 0);
        assert!(words.iter().all(|(word, _)| *word == 2));
        let sum: f64 = words.iter().map(|(_, evidence)| evidence).sum();
        assert!((sum - whole[0]).abs() < 1e-9, "{sum} {whole:?}");
    }
}
