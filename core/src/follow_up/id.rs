//! Ids that hosts give.

use super::ReferralError;
use crate::codes::repair::is_unseen;
use crate::text::shorten;

/// Refuses an id that is blank, or that has white space or characters around it that nobody sees: to a
/// program `a-1` and `a-1 ` are two, to everybody else they are one.
pub(crate) fn check_id(field: &str, id: &str) -> Result<(), ReferralError> {
    let plain = id.trim_matches(|c: char| c.is_whitespace() || is_unseen(c));
    if plain.is_empty() {
        Err(ReferralError::missing(field))
    } else if plain.len() < id.len() {
        let message =
            format!("`{}` has white space or characters around it that nobody sees", shorten(id, 60));
        Err(ReferralError::invalid(field, message).with_hint(format!("write `{}`", shorten(plain, 60))))
    } else {
        Ok(())
    }
}

/// Refuses the first of several ids that [`check_id`] refuses.
pub(crate) fn check_ids<const COUNT: usize>(ids: [(&str, &str); COUNT]) -> Result<(), ReferralError> {
    ids.into_iter().try_for_each(|(field, id)| check_id(field, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_look_like_others_are_told() {
        let code = |id: &str| check_id("need", id).map_err(|error| error.code());
        assert_eq!(code("b 1"), Ok(()));
        assert_eq!(code("é"), Ok(()));
        for blank in ["", " ", "\u{200b}", "\u{a0}\t"] {
            assert_eq!(code(blank), Err("missing_field"), "{blank:?}");
        }
        for padded in ["b1 ", "\u{feff}b1", "b1\n", "b1\u{200b}"] {
            assert_eq!(code(padded), Err("invalid_value"), "{padded:?}");
        }
        let error = check_ids([("need", "b1"), ("expert", "a ")]).unwrap_err();
        assert_eq!(error.field(), Some("expert"));
        assert!(error.to_string().contains("write `a`"), "{error}");
    }
}
