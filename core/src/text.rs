//! Folding of French text for comparison, and the nearest known value for a typing fault.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds `text` so that two spellings of one name compare equal: accents, case, ligatures,
/// hyphens, apostrophes of any kind and repeated spaces are forgiven.
///
/// Words are separated by one space; whatever is neither a letter nor a digit separates words.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return fold_ascii(text);
    }
    let mut folded = String::with_capacity(text.len());
    let mut push = |c: char| {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    };
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'œ' => "oe".chars().for_each(&mut push),
            'æ' => "ae".chars().for_each(&mut push),
            'ß' => "ss".chars().for_each(&mut push),
            c => push(c),
        }
    }
    while folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// [`fold`] of a text without accents, as ids are: no decomposition, a fraction of the time.
fn fold_ascii(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut folded = String::with_capacity(text.len());
    for word in words {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded.make_ascii_lowercase();
    folded
}

/// A text without white space around it; nothing where it is blank.
///
/// Nearly all texts have no white space around them, which their first and last byte tell: the hot
/// path trims nothing.
#[inline]
pub(crate) fn non_blank(text: Option<&str>) -> Option<&str> {
    match text?.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.map(str::trim).filter(|text| !text.is_empty()),
    }
}

/// The value of `known` that was probably meant by `text`, if one is close enough to be worth naming.
///
/// Close means: equal once folded, or at most a third of the characters to change
/// (at least one, transpositions counting as one).
pub(crate) fn nearest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A name of a thousand characters is no typing fault of anything, and would cost its square.
    const LONGEST: usize = 80;
    if text.len() > 16 * LONGEST {
        return None;
    }
    let text = fold(text);
    let length = text.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let allowed = (length / 3).max(1);
    known
        .into_iter()
        .filter_map(|candidate| {
            // Folding adds nothing to a text without accents.
            if candidate.is_ascii() && candidate.len() + allowed < length {
                return None;
            }
            let folded = fold(candidate);
            let candidate_length = folded.chars().count();
            if candidate_length.abs_diff(length) > allowed || candidate_length > LONGEST {
                return None;
            }
            let distance = strsim::osa_distance(&text, &folded);
            (distance <= allowed && distance < length).then_some((distance, candidate))
        })
        .min_by_key(|(distance, candidate)| (*distance, *candidate))
        .map(|(_, candidate)| candidate)
}

/// The first `characters` of `text`, with an ellipsis where something was cut.
pub(crate) fn cut(text: &str, characters: usize) -> Cow<'_, str> {
    match text.char_indices().nth(characters) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
    }
}

/// The first `characters` of `text` for quoting in messages, which may be written to a terminal or a
/// log: control characters are escaped, and an ellipsis stands where something was cut.
pub(crate) fn shorten(text: &str, characters: usize) -> Cow<'_, str> {
    let cut = cut(text, characters);
    if !cut.contains(char::is_control) {
        return cut;
    }
    let mut harmless = String::with_capacity(cut.len());
    for c in cut.chars() {
        if c.is_control() {
            harmless.extend(c.escape_default());
        } else {
            harmless.push(c);
        }
    }
    Cow::Owned(harmless)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_texts_are_short_and_harmless() {
        assert_eq!(shorten("été", 3), "été");
        assert_eq!(shorten("étés", 3), "été…");
        assert_eq!(shorten("a\u{1b}[31m\n", 60), "a\\u{1b}[31m\\n");
        assert_eq!(cut("a\nb", 60), "a\nb");
    }

    #[test]
    fn spellings_of_one_name_fold_together() {
        assert_eq!(fold("Chambre d’Agriculture"), fold("chambre d'agriculture"));
        assert_eq!(fold("  L’Haÿ-les-Roses "), "l hay les roses");
        assert_eq!(fold("Œuilly"), "oeuilly");
        assert_eq!(fold("Caf\u{65}\u{301}"), "cafe");
        assert_eq!(fold(" - "), "");
    }

    #[test]
    fn texts_without_accents_fold_the_same_way() {
        for text in ["", " a", "A--B_c", "x1.Y ", "\u{0}a\tb\n", "...", "O'Neil & Co (2)"] {
            // A combining accent in front is dropped, and leads around the fast path.
            assert_eq!(fold(text), fold(&format!("\u{301}{text}")), "{text:?}");
        }
    }

    #[test]
    fn nearest_finds_typing_faults_and_nothing_else() {
        let known = ["recruter", "former", "tresorerie"];
        assert_eq!(nearest("recuter", known), Some("recruter"));
        assert_eq!(nearest("Trésorerie", known), Some("tresorerie"));
        assert_eq!(nearest("fromer", known), Some("former"));
        assert_eq!(nearest("logement", known), None);
        assert_eq!(nearest("", known), None);
        assert_eq!(nearest(&"a".repeat(1_000_000), known), None);
    }
}
