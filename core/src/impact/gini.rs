//! How unevenly something is shared out.

/// The Gini index of something shared out among holders of some weight: twice the surface between
/// the Lorenz curve and that of perfect equality. Nothing where there is nothing to share, or nobody
/// to have it; those of no weight are left out.
pub(super) fn gini(mut holders: Vec<(u64, u64)>) -> Option<f64> {
    holders.retain(|(weight, _)| *weight > 0);
    let share = |(weight, count): &(u64, u64)| (u128::from(*count), u128::from(*weight));
    // Poorest first, compared as fractions without rounding.
    holders.sort_unstable_by(|a, b| {
        let ((count_a, weight_a), (count_b, weight_b)) = (share(a), share(b));
        (count_a * weight_b).cmp(&(count_b * weight_a)).then(a.cmp(b))
    });
    let total: (u128, u128) =
        holders.iter().map(share).fold((0, 0), |sum, holder| (sum.0 + holder.0, sum.1 + holder.1));
    if total.0 == 0 || total.1 == 0 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "an index to look at; people are far below 2^53")]
    let part = |count: u128, of: u128| count as f64 / of as f64;
    let (mut cumulated, mut surface) = (0_u128, 0.0);
    for (count, weight) in holders.iter().map(share) {
        let before = cumulated;
        cumulated += count;
        surface += part(weight, total.1) * (part(before, total.0) + part(cumulated, total.0));
    }
    // Rounding may lead a hair out of the range.
    Some((1.0 - surface).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_goes_from_equality_to_one_who_has_everything() {
        assert_eq!(gini(vec![(10, 1), (20, 2), (30, 3)]), Some(0.0));
        assert_eq!(gini(vec![]), None);
        assert_eq!(gini(vec![(0, 5)]), None);
        assert_eq!(gini(vec![(5, 0), (1, 0)]), None);
        assert_eq!(gini(vec![(7, 3)]), Some(0.0));
        let one_of_hundred: Vec<_> = (0..100).map(|number| (1, u64::from(number == 3))).collect();
        assert!((gini(one_of_hundred).unwrap() - 0.99).abs() < 1e-12);
        assert!((gini(vec![(1, 1), (1, 3)]).unwrap() - 0.25).abs() < 1e-12);
    }

    #[test]
    fn it_is_the_mean_difference_over_twice_the_mean() {
        let mut rng = fastrand::Rng::with_seed(7);
        for _ in 0..200 {
            let holders: Vec<(u64, u64)> =
                (0..rng.usize(1..30)).map(|_| (rng.u64(1..50), rng.u64(..9))).collect();
            let (weight, count) =
                holders.iter().fold((0, 0), |sum, holder| (sum.0 + holder.0, sum.1 + holder.1));
            let Some(index) = gini(holders.clone()) else { continue };
            let mut differences = 0.0;
            for (w, c) in &holders {
                for (v, d) in &holders {
                    let rate = |count: u64, weight: u64| count as f64 / weight as f64;
                    differences += (*w * *v) as f64 * (rate(*c, *w) - rate(*d, *v)).abs();
                }
            }
            let mean = count as f64 / weight as f64;
            let expected = differences / (2.0 * mean * (weight * weight) as f64);
            assert!((index - expected).abs() < 1e-9, "{index} {expected}");
        }
    }
}
