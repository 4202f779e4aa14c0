//! A code taken apart: division, group, class, letter.

/// The parts of a code, as far as they go.
pub(super) struct Parts {
    pub(super) division: u8,
    /// Group, class.
    pub(super) digits: [Option<u8>; 2],
    pub(super) letter: Option<u8>,
}

impl Parts {
    pub(super) fn read(text: &str) -> Option<Parts> {
        let text = text.trim().as_bytes();
        // The only place of a dot is after the division.
        let (tens, units, tail) = match text {
            [tens, units, b'.', tail @ ..] if !tail.is_empty() => (*tens, *units, tail),
            [tens, units, tail @ ..] => (*tens, *units, tail),
            _ => return None,
        };
        let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
        let division = digit(tens)? * 10 + digit(units)?;
        let (digits, letter) = match *tail {
            [] => ([None, None], None),
            [a] => ([Some(digit(a)?), None], None),
            [a, b] => ([Some(digit(a)?), Some(digit(b)?)], None),
            [a, b, letter] if letter.is_ascii_alphabetic() => {
                ([Some(digit(a)?), Some(digit(b)?)], Some(letter.to_ascii_uppercase()))
            }
            _ => return None,
        };
        Some(Parts { division, digits, letter })
    }
}
