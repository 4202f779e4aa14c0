//! The names of members between JavaScript (`takenOn`) and the core (`taken_on`), rewritten in the
//! JSON text: values are copied as they are.

/// What JavaScript wrote, under the names of the core.
pub(crate) fn to_core(json: &str) -> String {
    rewrite(json, snake)
}

/// What the core wrote, under the names of JavaScript.
pub(crate) fn from_core(json: &str) -> String {
    rewrite(json, camel)
}

/// `headcountBand` → `headcount_band`, `takenWithin3Days` → `taken_within_3_days`.
fn snake(name: &str, into: &mut String) {
    let mut before_digit = false;
    for letter in name.chars() {
        if letter.is_ascii_uppercase() || letter.is_ascii_digit() && before_digit {
            into.push('_');
        }
        before_digit = letter.is_ascii_lowercase();
        into.push(letter.to_ascii_lowercase());
    }
}

/// The way back.
fn camel(name: &str, into: &mut String) {
    let mut raise = false;
    for letter in name.chars() {
        match letter {
            '_' => raise = true,
            _ if raise => {
                into.push(letter.to_ascii_uppercase());
                raise = false;
            }
            _ => into.push(letter),
        }
    }
}

/// Rewrites compact JSON: that of `JSON.stringify` and of `serde_json`. Members that are null, which
/// is the same as nothing on both sides, are left out.
fn rewrite(json: &str, rename: fn(&str, &mut String)) -> String {
    let mut out = String::with_capacity(json.len() + json.len() / 8);
    let mut rest = json;
    // For each object that is open, whether no member was written: the comma comes with the member.
    let mut open: Vec<bool> = Vec::new();
    while let Some(at) = rest.find(['"', '{', '}', ',']) {
        out.push_str(&rest[..at]);
        let mark = rest.as_bytes()[at];
        rest = &rest[at..];
        match mark {
            b'"' => {
                let (text, after) = string(rest).unwrap_or((rest, ""));
                out.push_str(text);
                rest = after;
                continue;
            }
            b'{' => {
                out.push('{');
                open.push(true);
            }
            b'}' => {
                out.push('}');
                open.pop();
            }
            _ => {}
        }
        rest = &rest[1..];
        let member = string(rest).filter(|(_, after)| after.starts_with(':'));
        match (mark, member) {
            (b'}', _) | (b'{', None) => {}
            // Between the items of a list.
            (_, None) => out.push(','),
            (_, Some((_, after))) if after.starts_with(":null") => {
                rest = &after[":null".len()..];
            }
            (_, Some((name, after))) => {
                if let Some(first) = open.last_mut()
                    && !std::mem::replace(first, false)
                {
                    out.push(',');
                }
                match name[1..name.len() - 1].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
                {
                    true => rename(name, &mut out),
                    false => out.push_str(name),
                }
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The string with which a text begins, quotes included, and what follows.
fn string(text: &str) -> Option<(&str, &str)> {
    let mut escaped = false;
    let mut bytes = text.bytes().enumerate();
    if bytes.next() != Some((0, b'"')) {
        return None;
    }
    for (at, byte) in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(text.split_at(at + 1)),
            _ => {}
        }
    }
    None
}
