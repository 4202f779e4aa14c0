//! Weights from examples: one linear separation for each answer, of its examples from all others.
//!
//! The separations are those of a support vector machine with squared hinge loss, found by descending
//! along one example at a time (Hsieh et al., *A dual coordinate descent method for large-scale linear
//! SVM*, 2008), in an order that is shuffled with a fixed seed: the same examples give the same weights.

use super::features::Features;
use super::table::Table;

/// How much a wrong example costs beside large weights. With a quarter of it one or two in a hundred
/// fewer would be right (`core/tests/messages/README.md` says how it was measured).
const COST: f64 = 0.6;

/// Passes over the examples, at most: with 30, no figure changes.
const MOST_PASSES: usize = 12;

/// A pass whose examples agree this far is the last.
const TOLERANCE: f64 = 0.1;

/// Labelled texts.
#[derive(Default)]
pub(in crate::intake) struct Examples {
    /// By example, the keys of its features in order.
    keys: Vec<Vec<u32>>,
    /// By example, its answers.
    answers: Vec<Vec<usize>>,
    features: usize,
}

impl Examples {
    pub(in crate::intake) fn add(&mut self, features: &Features, answers: Vec<usize>) {
        let keys = features.keys();
        self.features += keys.len();
        self.keys.push(keys);
        self.answers.push(answers);
    }

    /// How many features all examples have together.
    pub(in crate::intake) fn features(&self) -> usize {
        self.features
    }
}

/// Learns weights for a number of answers: of all features, or of so many that matter most.
pub(in crate::intake) fn fit(examples: &Examples, answers: usize, most_features: usize) -> Table {
    let mut keys: Vec<u32> = examples.keys.iter().flatten().copied().collect();
    keys.sort_unstable();
    keys.dedup();
    let mut matrix = Matrix::of(examples, keys);
    let mut separations = matrix.separate(answers);
    if matrix.keys.len() > most_features {
        let mut strongest: Vec<(f64, u32)> = matrix
            .keys
            .iter()
            .enumerate()
            .map(|(place, key)| {
                let weights = separations.iter().filter_map(|one| one.weights.get(place));
                (weights.fold(0.0, |most, weight| f64::max(most, weight.abs())), *key)
            })
            .collect();
        strongest.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut keys: Vec<u32> = strongest.into_iter().take(most_features).map(|(_, key)| key).collect();
        keys.sort_unstable();
        // Examples are shorter without the others, so they are separated anew.
        matrix = Matrix::of(examples, keys);
        separations = matrix.separate(answers);
    }
    let features: Vec<(u32, f64)> =
        matrix.keys.iter().copied().zip(matrix.rarities.iter().copied()).collect();
    let mut weights = Vec::with_capacity(features.len() * answers);
    for (place, (_, rarity)) in features.iter().enumerate() {
        weights.extend(
            separations.iter().map(|one| one.weights.get(place).map_or(0.0, |weight| weight * rarity)),
        );
    }
    Table::of(&features, &weights, separations.into_iter().map(|one| one.bias).collect())
}

/// Examples as rows of length one, whose values are the rarities of their features.
struct Matrix<'e> {
    keys: Vec<u32>,
    rarities: Vec<f64>,
    rows: Vec<Vec<(u32, f64)>>,
    answers: &'e [Vec<usize>],
}

/// What separates the examples of an answer from all others.
struct Separation {
    weights: Vec<f64>,
    bias: f64,
}

impl Matrix<'_> {
    /// Examples by those of their features whose keys are given.
    fn of(examples: &Examples, keys: Vec<u32>) -> Matrix<'_> {
        let places: Vec<Vec<u32>> = examples
            .keys
            .iter()
            .map(|of_one| {
                of_one
                    .iter()
                    .filter_map(|key| keys.binary_search(key).ok())
                    .map(|place| place as u32)
                    .collect()
            })
            .collect();
        let mut having = vec![0_u32; keys.len()];
        for place in places.iter().flatten() {
            if let Some(having) = having.get_mut(*place as usize) {
                *having += 1;
            }
        }
        let all = examples.keys.len() as f64 + 1.0;
        // `libm` gives the same digits on every platform.
        let rarities: Vec<f64> =
            having.into_iter().map(|having| libm::log(all / (f64::from(having) + 1.0)) + 1.0).collect();
        let row = |places: Vec<u32>| -> Vec<(u32, f64)> {
            let values: Vec<f64> =
                places.iter().map(|place| rarities.get(*place as usize).copied().unwrap_or(0.0)).collect();
            let length = values.iter().map(|value| value * value).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
            places.into_iter().zip(values).map(|(place, value)| (place, value / length)).collect()
        };
        let rows = places.into_iter().map(row).collect();
        Matrix { keys, rarities, rows, answers: &examples.answers }
    }

    fn separate(&self, answers: usize) -> Vec<Separation> {
        (0..answers).map(|answer| self.separation(answer)).collect()
    }

    fn separation(&self, answer: usize) -> Separation {
        let mut separation = Separation { weights: vec![0.0; self.keys.len()], bias: 0.0 };
        let mut multipliers = vec![0.0; self.rows.len()];
        let soft = 0.5 / COST;
        // In the order in which they were given, examples of one answer would undo those of another one
        // many times over; the seed is fixed, so that the order is the same on every machine.
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..MOST_PASSES {
            random.shuffle(&mut order);
            let (mut lowest, mut highest) = (f64::INFINITY, f64::NEG_INFINITY);
            for number in &order {
                let (Some(row), Some(answers), Some(multiplier)) =
                    (self.rows.get(*number), self.answers.get(*number), multipliers.get_mut(*number))
                else {
                    continue;
                };
                let sign = if answers.contains(&answer) { 1.0 } else { -1.0 };
                let gradient = sign * separation.margin(row) - 1.0 + soft * *multiplier;
                let projected = if *multiplier == 0.0 { gradient.min(0.0) } else { gradient };
                (lowest, highest) = (lowest.min(projected), highest.max(projected));
                if projected == 0.0 {
                    continue;
                }
                // A row has the length one, and the bias is one feature more.
                let square = if row.is_empty() { 1.0 } else { 2.0 };
                let next = (*multiplier - gradient / (square + soft)).max(0.0);
                separation.add(row, (next - *multiplier) * sign);
                *multiplier = next;
            }
            if highest - lowest < TOLERANCE {
                break;
            }
        }
        separation
    }
}

impl Separation {
    fn margin(&self, row: &[(u32, f64)]) -> f64 {
        let weights = row
            .iter()
            .map(|(place, value)| self.weights.get(*place as usize).map_or(0.0, |weight| weight * value));
        weights.sum::<f64>() + self.bias
    }

    fn add(&mut self, row: &[(u32, f64)], share: f64) {
        for (place, value) in row {
            if let Some(weight) = self.weights.get_mut(*place as usize) {
                *weight += share * value;
            }
        }
        self.bias += share;
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

    fn table(most_features: usize) -> Table {
        let mut examples = Examples::default();
        for (text, answer) in [
            ("je cherche un apprenti", 0),
            ("il me faut un vendeur pour la saison", 0),
            ("je ne peux plus payer mes cotisations", 1),
            ("la banque refuse mon découvert", 1),
        ] {
            examples.add(&features(text), vec![answer]);
        }
        fit(&examples, 2, most_features)
    }

    fn best(table: &Table, text: &str) -> usize {
        let evidence = table.evidence(&table.find(&features(text)), 0..u32::MAX);
        usize::from(evidence[1] > evidence[0])
    }

    #[test]
    fn examples_tell_answers_apart() {
        for table in [table(usize::MAX), table(60)] {
            assert_eq!(best(&table, "nous cherchons un vendeur"), 0);
            assert_eq!(best(&table, "payer la banque"), 1);
        }
    }

    #[test]
    fn no_example_is_no_evidence() {
        let table = fit(&Examples::default(), 2, usize::MAX);
        assert_eq!(table.evidence(&table.find(&features("je cherche")), 0..u32::MAX), [0.0, 0.0]);
    }
}
