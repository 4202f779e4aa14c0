//! Words of closed lists: levels, policies, versions.

use crate::text::shorten;

/// The value that `text` names, case aside; else a message that lists what there is.
pub(crate) fn choose<T: Copy, const N: usize>(
    what: &str,
    text: &str,
    known: [(&str, T); N],
) -> Result<T, String> {
    let found = known.iter().find(|(word, _)| word.eq_ignore_ascii_case(text.trim()));
    found.map(|(_, value)| *value).ok_or_else(|| {
        let words: Vec<_> = known.iter().map(|(word, _)| format!("`{word}`")).collect();
        format!("`{}` is not {what}: it is one of {}", shorten(text, 60), words.join(", "))
    })
}
