//! The text of a file, whatever wrote it.

use std::borrow::Cow;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

/// The text of a file: by its mark, else UTF-8, else Windows-1252, or Mac Roman where that alone makes
/// French words.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => single_byte_encoding(bytes).decode_without_bom_handling(bytes).0,
    }
}

/// How many letters beyond ASCII are looked at, to tell the two encodings of one byte a letter apart.
const LOOKED_AT: usize = 10_000;

/// Windows-1252, unless Mac Roman reads more of the letters beyond ASCII as French.
fn single_byte_encoding(bytes: &[u8]) -> &'static Encoding {
    let windows = frenchness(WINDOWS_1252, bytes);
    let mac = frenchness(MACINTOSH, bytes);
    if mac > 0 && mac > windows { MACINTOSH } else { WINDOWS_1252 }
}

/// How many of the letters beyond ASCII stand as they do in French words, less those that do not.
fn frenchness(encoding: &'static Encoding, bytes: &[u8]) -> i64 {
    let neighbor = |at: Option<usize>| at.and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
    let foreign = bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()).take(LOOKED_AT);
    let scores = foreign.map(|(at, byte)| {
        let (text, _) = encoding.decode_without_bom_handling(std::slice::from_ref(byte));
        let letter = text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
        score(letter, neighbor(at.checked_sub(1)), neighbor(Some(at + 1)))
    });
    scores.sum()
}

/// What a letter says for a reading of its file, with the bytes before and behind it.
fn score(letter: char, before: u8, behind: u8) -> i64 {
    match letter {
        // No word begins with these.
        'ë' | 'ï' | 'ù' | 'û' | 'ü' | 'ÿ' if before.is_ascii() && !before.is_ascii_alphabetic() => -2,
        'à' | 'â' | 'æ' | 'ç' | 'è' | 'é' | 'ê' | 'ë' | 'î' | 'ï' | 'ô' | 'ù' | 'û' | 'ü' | 'ÿ' | 'œ' => {
            2
        }
        // No capital stands behind a small letter.
        'À' | 'Â' | 'Æ' | 'Ç' | 'È' | 'É' | 'Ê' | 'Ë' | 'Î' | 'Ï' | 'Ô' | 'Ù' | 'Û' | 'Ü' | 'Ÿ' | 'Œ' => {
            if before.is_ascii_lowercase() {
                -2
            } else {
                2
            }
        }
        '’' if before.is_ascii_alphabetic() => 2,
        // Marks stand between words, where their reading is that of the file.
        '«' | '»' | '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '€' | '°' | '\u{a0}' => {
            if before.is_ascii_alphabetic() && behind.is_ascii_alphabetic() {
                -2
            } else {
                1
            }
        }
        _ => -2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [&str; 12] = [
        "Prénom et nom",
        "École de l’été",
        "Île-de-France",
        "Téléphone de l’équipe",
        "Trésorerie",
        "Pôle Emploi",
        "À Noël, Œuilly",
        "ÉQUIPE DE L'HÔTEL",
        "Régions spécifiques",
        "« Économie » – n° 3",
        "Ça va où ?",
        "Chambre de métiers et de l’artisanat",
    ];

    #[test]
    fn french_words_are_read_in_the_encoding_that_wrote_them() {
        for word in WORDS {
            let (windows, _, _) = WINDOWS_1252.encode(word);
            assert_eq!(decode(&windows), word);
            assert_eq!(decode(word.as_bytes()), word);
            // Mac Roman lacks no letter of French.
            let mac: Vec<u8> = word.chars().map(mac_roman).collect();
            assert_eq!(decode(&mac), word);
        }
    }

    #[test]
    fn a_file_of_neither_language_stays_windows_1252() {
        assert_eq!(decode(b"\x80 5"), "€ 5");
        assert_eq!(decode(b"Pe\xf1a;\xc5se"), "Peña;Åse");
        assert_eq!(decode(b"\xff\xfea\x00\xe9\x00"), "aé");
        assert_eq!(decode(b"\xfe\xff\x00a\x00\xe9"), "aé");
    }

    fn mac_roman(letter: char) -> u8 {
        let byte =
            (0..=u8::MAX).find(|byte| MACINTOSH.decode_without_bom_handling(&[*byte]).0.starts_with(letter));
        byte.unwrap()
    }
}
