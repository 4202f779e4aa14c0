//! Limits of templates, looked at before they are compiled.
//!
//! Hosts may let people write templates. The engine reads and compiles nested parts by recursion, so
//! that a template of a few kilobytes could overflow the stack, which ends the process. Each limit is
//! many times what messages take, and together they fit a stack of 512 KiB even in debug builds.

use super::nesting::{self, is_of_name, string_length};
use crate::follow_up::ReferralError;
use crate::text::shorten;

/// The bytes of one template, at most: 64 KiB.
pub const LONGEST_TEMPLATE: usize = 64 * 1024;

/// How deep blocks may stand in each other (`{% if %}`, `{% for %}`, `{% block %}`…), at most. Each
/// `{% elif %}` counts as one more level until its `{% endif %}`, as it does for the engine.
pub const DEEPEST_BLOCKS: usize = 50;

/// How deep brackets of any kind may stand in each other in one tag, at most.
pub const DEEPEST_BRACKETS: usize = 10;

/// The operators, filters, dots and calls of one tag, at most.
pub const MOST_OPERATORS: usize = 200;

/// Refuses a template that is too long, or too deeply nested to be compiled; gives its source with
/// [guards](nesting) around what it binds to names.
pub(super) fn guarded(name: &str, source: &str) -> Result<String, ReferralError> {
    if source.len() > LONGEST_TEMPLATE {
        let message =
            format!("`{name}` has {} bytes, and a template has {LONGEST_TEMPLATE} at most", source.len());
        return Err(ReferralError::new("invalid_template", Some(name), message));
    }
    let mut scanner = Scanner { name, source, at: 0, open_blocks: Vec::new(), depth: 0, guards: Vec::new() };
    scanner.scan()?;
    let mut guarded = String::with_capacity(source.len());
    let mut done = 0;
    for (at, text) in scanner.guards {
        guarded.push_str(source.get(done..at).unwrap_or(""));
        guarded.push_str(text);
        done = at;
    }
    guarded.push_str(source.get(done..).unwrap_or(""));
    Ok(guarded)
}

/// Reads a template as the engine's lexer does, as far as nesting goes.
struct Scanner<'s> {
    name: &'s str,
    source: &'s str,
    at: usize,
    /// The levels that each block which is open takes: one, and one more for each `elif`.
    open_blocks: Vec<usize>,
    /// The sum of these.
    depth: usize,
    /// What is to be written into the source, and where, in its order.
    guards: Vec<(usize, &'static str)>,
}

/// The tags that open a block which an `end…` closes. `set` opens one only without `=`.
const OPENING: [&str; 9] = ["if", "for", "with", "autoescape", "filter", "block", "macro", "call", "set"];

impl<'s> Scanner<'s> {
    fn scan(&mut self) -> Result<(), ReferralError> {
        while let Some(opened) = self.rest().find('{') {
            self.at += opened;
            let rest = self.rest();
            // A sign after the opening says what becomes of the white space around the tag.
            let start = 2 + usize::from(matches!(rest.as_bytes().get(2), Some(b'-' | b'+')));
            let inside = rest.get(start..).unwrap_or("");
            if rest.starts_with("{#") {
                self.at += inside.find("#}").map_or(rest.len(), |end| start + end + 2);
            } else if rest.starts_with("{%") {
                self.at += start;
                if let Some(length) = raw_length(inside) {
                    self.at += length;
                } else {
                    let start = self.at;
                    let tag = self.tag("%}")?;
                    self.follow_block(tag)?;
                    self.guards.extend(nesting::guards(tag).into_iter().map(|(at, text)| (start + at, text)));
                }
            } else if rest.starts_with("{{") {
                self.at += start;
                self.tag("}}")?;
            } else {
                self.at += 1;
            }
        }
        Ok(())
    }

    fn rest(&self) -> &'s str {
        self.source.get(self.at..).unwrap_or("")
    }

    /// Reads the inside of a tag to its end, and returns it.
    fn tag(&mut self, end: &str) -> Result<&'s str, ReferralError> {
        let inside = self.rest();
        let mut length = 0;
        let mut brackets = 0_usize;
        let mut operators = 0;
        let mut previous = ' ';
        while let Some(c) = inside.get(length..).and_then(|rest| rest.chars().next()) {
            let rest = inside.get(length..).unwrap_or("");
            if brackets == 0 && rest.starts_with(end) {
                break;
            }
            match c {
                '"' | '\'' => {
                    length += string_length(rest, c);
                    previous = c;
                    continue;
                }
                '(' | '[' | '{' => {
                    brackets += 1;
                    operators += 1;
                }
                ')' | ']' | '}' => brackets = brackets.saturating_sub(1),
                // A keyword may be an operator (`not`, `and`, `if`), which each word is counted as.
                c if is_of_name(c) => operators += usize::from(!is_of_name(previous)),
                ',' | ':' => {}
                c if c.is_whitespace() => {}
                _ => operators += 1,
            }
            if brackets > DEEPEST_BRACKETS {
                return Err(self.too_much("brackets in each other", DEEPEST_BRACKETS));
            }
            if operators > MOST_OPERATORS {
                return Err(self.too_much("operators and names in one tag", MOST_OPERATORS));
            }
            previous = c;
            length += c.len_utf8();
        }
        self.at += length;
        let tag = inside.get(..length).unwrap_or("");
        self.at += if self.rest().starts_with(end) { end.len() } else { 0 };
        Ok(tag)
    }

    /// Follows the blocks that a tag opens and closes.
    fn follow_block(&mut self, tag: &str) -> Result<(), ReferralError> {
        if nesting::is_recursive_loop(tag) {
            return Err(self.refused("a template has no `recursive` loops"));
        }
        let tag = tag.trim_start();
        let (keyword, after) = tag.split_at(tag.find(|c: char| !is_of_name(c)).unwrap_or(tag.len()));
        if OPENING.contains(&keyword) && !(keyword == "set" && is_assignment(after)) {
            self.open_blocks.push(1);
            self.depth += 1;
        } else if keyword == "elif" {
            self.depth += 1;
            if let Some(levels) = self.open_blocks.last_mut() {
                *levels += 1;
            }
        } else if keyword.starts_with("end") {
            self.depth = self.depth.saturating_sub(self.open_blocks.pop().unwrap_or(0));
        }
        match self.depth > DEEPEST_BLOCKS {
            true => Err(self.too_much("blocks in each other, each `elif` counted as one", DEEPEST_BLOCKS)),
            false => Ok(()),
        }
    }

    #[cold]
    fn too_much(&self, what: &str, most: usize) -> ReferralError {
        self.refused(&format!("a template has {most} {what} at most"))
    }

    #[cold]
    fn refused(&self, why: &str) -> ReferralError {
        let line = 1 + self.source.get(..self.at).map_or(0, |before| before.matches('\n').count());
        let message = format!("`{}`, line {line}: {why}", shorten(self.name, 60));
        ReferralError::new("invalid_template", Some(self.name), message)
    }
}

/// Whether what follows `set` is names and then `=`, and not the beginning of a block.
fn is_assignment(after: &str) -> bool {
    let is_of_target = |c: char| is_of_name(c) || c.is_whitespace() || matches!(c, '.' | ',' | '(' | ')');
    after.trim_start_matches(is_of_target).starts_with('=')
}

/// The length of a `raw` block, from the inside of its first tag to the end of its last; nothing where
/// the tag is another.
fn raw_length(inside: &str) -> Option<usize> {
    let start = plain_tag_length(inside, "raw")?;
    let mut at = start;
    while let Some(next) = inside.get(at..).and_then(|rest| rest.find("{%")) {
        at += next + 2;
        let tag = inside.get(at..).unwrap_or("");
        let sign = usize::from(tag.starts_with(['-', '+']));
        if let Some(length) = tag.get(sign..).and_then(|tag| plain_tag_length(tag, "endraw")) {
            return Some(at + sign + length);
        }
    }
    // Without an end it is an error, which the engine reports.
    Some(inside.len())
}

/// The length of a tag that is a name and nothing else, from its inside to its end.
fn plain_tag_length(inside: &str, name: &str) -> Option<usize> {
    let after = inside.trim_ascii_start().strip_prefix(name)?.trim_ascii_start();
    let after = after.strip_prefix(['-', '+']).unwrap_or(after);
    let rest = after.strip_prefix("%}")?;
    Some(inside.len() - rest.len())
}
