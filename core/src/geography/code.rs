//! Commune codes as small numbers, in the order of the codes.

/// How many codes can be written: 102 prefixes (00 to 99, 2A, 2B), a thousand numbers each.
pub(super) const SLOTS: usize = 102_000;

/// The number of a code of five characters, `2a` and `2A` alike; nothing for any other text.
#[inline]
pub(super) fn slot(code: &str) -> Option<usize> {
    let &[a, b, c, d, e] = code.as_bytes() else {
        return None;
    };
    let digit = |byte: u8| byte.is_ascii_digit().then(|| usize::from(byte - b'0'));
    let prefix = match (a, b) {
        (b'2', b'A' | b'a') => 30,
        (b'2', b'B' | b'b') => 31,
        _ => match digit(a)? * 10 + digit(b)? {
            number @ ..30 => number,
            number => number + 2,
        },
    };
    Some(prefix * 1000 + digit(c)? * 100 + digit(d)? * 10 + digit(e)?)
}

/// Writes the code of a slot at the end of `codes`.
pub(super) fn push_code(slot: usize, codes: &mut String) {
    let digit = |number: usize| char::from(b'0' + (number % 10) as u8);
    match slot / 1000 {
        30 => codes.push_str("2A"),
        31 => codes.push_str("2B"),
        prefix => {
            let number = if prefix < 30 { prefix } else { prefix - 2 };
            codes.extend([digit(number / 10), digit(number)]);
        }
    }
    codes.extend([digit(slot / 100), digit(slot / 10), digit(slot)]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_follow_the_codes() {
        let mut codes = String::new();
        (0..SLOTS).for_each(|slot| push_code(slot, &mut codes));
        let codes: Vec<&str> = (0..SLOTS).map(|i| &codes[5 * i..5 * i + 5]).collect();
        assert!(codes.is_sorted());
        for (expected, code) in codes.iter().enumerate() {
            assert_eq!(slot(code), Some(expected), "{code}");
        }
    }

    #[test]
    fn corsica_has_letters() {
        // A check for digits only would refuse Corsica.
        assert_eq!(slot("2a004"), slot("2A004"));
        assert!(slot("2B033").is_some());
        for odd in ["", "1", "2C004", "A2004", "5935", "593500", "593é", "5935 ", "-5935", "٥٩٣٥٠"] {
            assert_eq!(slot(odd), None, "{odd}");
        }
    }
}
