//! Documentation of Rust, as other languages show it.

/// The first paragraphs of a documentation, without examples, headings and links, each a line.
pub(crate) fn paragraphs(documentation: &str) -> Vec<String> {
    let before_example = documentation.split("\n```").next().unwrap_or(documentation);
    let before_heading = before_example.split("\n# ").next().unwrap_or(before_example);
    let paragraphs = before_heading.split("\n\n").map(|paragraph| {
        let lines = paragraph.split('\n').map(str::trim);
        // The items of a list stay lines of their own.
        let mut text = String::new();
        for line in lines {
            let separator = if text.is_empty() {
                ""
            } else if line.starts_with("- ") {
                "\n"
            } else {
                " "
            };
            text.push_str(separator);
            text.push_str(line);
        }
        without_links(&text.replace(" See the [module](self).", ""))
    });
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect()
}

/// ``[`fold`](super::fold)`` → `` `fold` ``.
fn without_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        out.push_str(&rest[..at]);
        let inside = &rest[at + 1..];
        // An index, such as in `referrals[3]`, is no link.
        let is_link =
            inside.starts_with('`') || inside.find("](").is_some_and(|end| !inside[..end].contains(']'));
        let Some(end) = inside.find(']').filter(|_| is_link) else {
            out.push('[');
            rest = inside;
            continue;
        };
        out.push_str(&inside[..end]);
        let after = &inside[end + 1..];
        rest = match after.strip_prefix('(').and_then(|target| target.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    out + rest
}

/// The paragraphs in lines of at most so many characters, with empty lines between paragraphs.
pub(crate) fn wrapped(documentation: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in paragraphs(documentation) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        for line in paragraph.split('\n') {
            wrap(line, width, &mut lines);
        }
    }
    lines
}

fn wrap(text: &str, width: usize, lines: &mut Vec<String>) {
    let indent = if text.starts_with("- ") { "  " } else { "" };
    let mut line = String::new();
    for word in text.split(' ') {
        if line.trim().is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(std::mem::replace(&mut line, format!("{indent}{word}")));
        }
    }
    lines.push(line);
}
