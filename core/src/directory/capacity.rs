//! How much of an expert's capacity counts.
//!
//! The capacity is what a partner writes of itself. Without a bound, one expert of capacity 1e308 would
//! have every need of its institution and most of the others'.

/// A capacity counts up to so many times the median of the experts who handle the same subject for the
/// same institution.
const MOST_TIMES_THE_MEDIAN: f64 = 10.0;

/// The greatest capacity that counts among these, which it sorts: those of the active experts who handle
/// one subject for one institution. Of two in the middle the lower one is the median, so that a second
/// expert cannot lift it.
pub(crate) fn greatest_that_counts(capacities: &mut [f64]) -> f64 {
    capacities.sort_unstable_by(f64::total_cmp);
    let median = capacities.get(capacities.len().saturating_sub(1) / 2);
    median.map_or(f64::INFINITY, |median| median * MOST_TIMES_THE_MEDIAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bound_is_ten_times_the_lower_median() {
        let bound = |capacities: &[f64]| greatest_that_counts(&mut capacities.to_vec());
        assert_eq!(bound(&[3.0]), 30.0);
        assert_eq!(bound(&[1e308, 1.0]), 10.0);
        assert_eq!(bound(&[5.0, 1e308, 1.0]), 50.0);
        assert_eq!(bound(&[4.0, 2.0, 3.0, 1e308]), 30.0);
        // Nobody to compare with, and nobody who comes near.
        assert_eq!(bound(&[]), f64::INFINITY);
        assert_eq!(bound(&[1e308]), f64::INFINITY);
    }
}
