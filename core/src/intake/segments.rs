//! The parts of a message that may each tell a need of their own.

use std::ops::Range;

use super::words::Words;

/// Folded words that begin another part.
const CONNECTIVES: [&str; 8] = ["et", "mais", "puis", "aussi", "ensuite", "sinon", "egalement", "autrement"];

/// A part of fewer words belongs to the next one: few words weigh much, and lead by chance. With 3, of
/// two needs two in a hundred fewer were both sure at the same share of false ones.
const FEWEST_WORDS: u32 = 8;

/// Parts of a text by the numbers of their words: cut where it pauses, and before connectives.
pub(super) fn segments(text: &str, words: &Words) -> Vec<Range<u32>> {
    let mut segments: Vec<Range<u32>> = Vec::new();
    let mut before = 0;
    for (number, (word, folded)) in words.iter().enumerate() {
        let number = number as u32;
        let between = text.get(before..word.start).unwrap_or_default();
        before = word.end;
        match segments.last_mut() {
            Some(last) if last.len() < FEWEST_WORDS as usize || !begins(between, folded) => {
                last.end = number + 1
            }
            _ => segments.push(number..number + 1),
        }
    }
    // What is left over at the end belongs to the part before.
    if let [.., before, last] = segments.as_mut_slice()
        && last.len() < FEWEST_WORDS as usize
    {
        before.end = last.end;
        segments.pop();
    }
    segments
}

/// Whether a part begins with a word, which stands behind `between`.
fn begins(between: &str, folded: &str) -> bool {
    let pauses = |c: char| matches!(c, '.' | ';' | '!' | '?' | '\n' | ':' | ',' | '(' | ')' | '–' | '—');
    between.contains(pauses) || between.contains(" - ") || CONNECTIVES.contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let words = Words::of(text);
        let parts = segments(text, &words);
        parts
            .into_iter()
            .filter_map(|part| words.range(part.start as usize, part.end as usize - 1))
            .filter_map(|range| text.get(range))
            .collect()
    }

    #[test]
    fn a_text_is_cut_where_it_pauses() {
        assert_eq!(
            parts(
                "Je cherche un vendeur pour la saison d'été et je dois refaire mon site avant Noël. Merci \
                 d'avance, je reste à votre disposition (le matin). Merci"
            ),
            [
                "Je cherche un vendeur pour la saison d'été",
                "et je dois refaire mon site avant Noël",
                "Merci d'avance, je reste à votre disposition (le matin). Merci",
            ],
        );
        // Too short to be cut.
        assert_eq!(parts("Bonjour, je recrute. Merci"), ["Bonjour, je recrute. Merci"]);
        assert_eq!(parts(""), Vec::<&str>::new());
    }
}
