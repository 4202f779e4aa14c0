//! Texts in pictures.

use std::fmt::Write;

/// A text, escaped.
pub(crate) fn text(svg: &mut String, x: usize, y: usize, size: usize, anchor: &str, content: &str) {
    // Writing to a string does not fail.
    let _ = write!(
        svg,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\">{}</text>",
        escaped(content)
    );
}

pub(crate) fn escaped(content: &str) -> String {
    content.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// As much of a text as there is room for.
pub(crate) fn cut(text: &str, characters: usize) -> String {
    if text.chars().count() <= characters {
        return text.to_owned();
    }
    let kept: String = text.chars().take(characters.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}
