//! A text cut into words, folded, each with its place.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The bytes of a text that are looked at: about five pages.
pub const LONGEST_TEXT: usize = 20_000;

/// A longer word is none: a link, an encoded file, a key held down.
const LONGEST_WORD: usize = 40;

/// A longer tag is no tag, but a text with a `<` in it.
const LONGEST_TAG: usize = 300;

/// The beginning of a text that is looked at, and whether anything was cut off.
pub(super) fn beginning(text: &str) -> (&str, bool) {
    let mut end = text.len().min(LONGEST_TEXT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    (&text[..end], end < text.len())
}

/// The words of a text.
#[derive(Debug, Default)]
pub(super) struct Words {
    folded: String,
    words: Vec<Word>,
}

/// One word: a run of letters and digits, without accents, case or ligatures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Where it stands in the text, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    folded_start: usize,
    folded_end: usize,
    /// Whether it is written as a name: with one capital, inside a sentence.
    pub(super) is_name: bool,
}

impl Words {
    /// Cuts a text into words. Apostrophes and hyphens separate; a single letter joined to the next
    /// word by `-`, `&` or `.` is part of it (`e-commerce`, `R&D`, `S.A.R.L.`); a number is apart from
    /// the letters that follow it (`200m2`). Tags of HTML are passed over.
    pub(super) fn of(text: &str) -> Words {
        let mut words =
            Words { folded: String::with_capacity(text.len()), words: Vec::with_capacity(text.len() / 5) };
        // Where the word that is being read began, in the text and folded.
        let mut open: Option<(usize, usize)> = None;
        let mut at = 0;
        // Whether the next word begins a sentence.
        let mut begins = true;
        while let Some(c) = text[at..].chars().next() {
            let next = at + c.len_utf8();
            if is_combining_mark(c) || c == '\u{ad}' {
                at = next;
                continue;
            }
            if c.is_alphanumeric() {
                if let Some((start, folded)) = open
                    && c.is_ascii_alphabetic()
                    && words.folded[folded..].bytes().all(|byte| byte.is_ascii_digit())
                {
                    words.close(text, start, at, folded, &mut begins);
                    open = None;
                }
                open.get_or_insert((at, words.folded.len()));
                push_folded(c, &mut words.folded);
                at = next;
                continue;
            }
            if let Some((start, folded)) = open {
                let joined = matches!(c, '-' | '&' | '.')
                    && words.is_letters_joined(start, folded, text, at)
                    && text[next..].starts_with(|c: char| c.is_alphabetic());
                if joined {
                    at = next;
                    continue;
                }
                words.close(text, start, at, folded, &mut begins);
                open = None;
            }
            begins |= matches!(c, '.' | '!' | '?' | ':' | '\n');
            at = if c == '<' { at + tag(&text[at..]).unwrap_or(1) } else { next };
        }
        if let Some((start, folded)) = open {
            words.close(text, start, text.len(), folded, &mut begins);
        }
        words
    }

    /// Whether what was read of a word is one letter, or letters that were each joined already.
    fn is_letters_joined(&self, start: usize, folded: usize, text: &str, at: usize) -> bool {
        let letters = &self.folded[folded..];
        if letters.len() > LONGEST_WORD {
            return false;
        }
        letters.len() == 1 && letters.bytes().all(|byte| byte.is_ascii_alphabetic())
            || text[start..at].split(['.', '&']).all(|part| part.chars().count() == 1)
    }

    fn close(&mut self, text: &str, start: usize, end: usize, folded_start: usize, begins: &mut bool) {
        let folded_end = self.folded.len();
        if folded_end > folded_start && folded_end - folded_start <= LONGEST_WORD {
            let mut letters = text[start..end].chars();
            let capital = letters.next().is_some_and(char::is_uppercase);
            let is_name = !*begins && capital && letters.next().is_some_and(char::is_lowercase);
            self.words.push(Word { start, end, folded_start, folded_end, is_name });
        }
        *begins = false;
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word of this number.
    pub(super) fn get(&self, number: usize) -> Option<Word> {
        self.words.get(number).copied()
    }

    /// Where a word begins and another one ends.
    pub(super) fn range(&self, first: usize, last: usize) -> Option<Range<usize>> {
        Some(self.get(first)?.start..self.get(last)?.end)
    }

    /// Every word with its folded form.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Word, &str)> {
        self.words.iter().map(|word| (*word, &self.folded[word.folded_start..word.folded_end]))
    }
}

/// Adds the letters of a character without accent and case.
fn push_folded(c: char, folded: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => folded.push(c),
        'A'..='Z' => folded.push(c.to_ascii_lowercase()),
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' => folded.push('e'),
        'à' | 'â' | 'À' | 'Â' => folded.push('a'),
        'œ' | 'Œ' => folded.push_str("oe"),
        'æ' | 'Æ' => folded.push_str("ae"),
        'ß' => folded.push_str("ss"),
        c => folded.extend(
            std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase),
        ),
    }
}

/// The length of the HTML tag, comment or character reference that `text` begins with.
fn tag(text: &str) -> Option<usize> {
    let named = text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
    let end = text.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')?;
    named.then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Words::of(text).iter().map(|(_, folded)| folded.to_owned()).collect()
    }

    #[test]
    fn words_are_cut_and_folded() {
        assert_eq!(words("L’Œuvre d'été, à NOËL !"), ["l", "oeuvre", "d", "ete", "a", "noel"]);
        assert_eq!(
            words("e-commerce, R&D et S.A.R.L. a-t-il"),
            ["ecommerce", "rd", "et", "sarl", "at", "il"]
        );
        assert_eq!(words("200m2 ou 14h, 2 m²"), ["200", "m2", "ou", "14", "h", "2", "m2"]);
        assert_eq!(words("Cafe\u{301} co\u{ad}operative"), ["cafe", "cooperative"]);
        assert_eq!(words("<p class=\"x\">je <b>recrute</b></p> si 3 < 4"), ["je", "recrute", "si", "3", "4"]);
        assert_eq!(words(&"x".repeat(1000)), Vec::<String>::new());
        assert_eq!(words("🎉\u{0}\u{7}"), Vec::<String>::new());
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "Où l’été s'achève";
        for (word, _) in Words::of(text).iter() {
            assert!(text[word.start..word.end].chars().all(char::is_alphanumeric));
        }
    }

    #[test]
    fn names_have_a_capital_inside_a_sentence() {
        let names = |text: &str| {
            let words = Words::of(text);
            words.iter().filter(|(word, _)| word.is_name).map(|(_, word)| word.to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(names("Bonjour, je suis à Péronne. Merci à la CCI"), ["peronne"]);
        assert_eq!(names("JE SUIS À PÉRONNE"), Vec::<String>::new());
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        let text = "é".repeat(LONGEST_TEXT);
        let (beginning, cut) = beginning(&text);
        assert!(cut && beginning.len() <= LONGEST_TEXT);
        assert_eq!(super::beginning("court"), ("court", false));
    }
}
