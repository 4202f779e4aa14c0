//! Several files in one input: a line `@@ name.csv` begins a file, whose content goes up to the next
//! such line. What stands before the first one is ignored.

const MARK: &[u8] = b"@@ ";

/// The files of a bundle; of two of the same name the last one counts.
pub fn files(bundle: &[u8]) -> Vec<(&str, &[u8])> {
    let mut files: Vec<(&str, &[u8])> = Vec::new();
    let mut rest = bundle;
    while let Some(start) = mark(rest) {
        rest = &rest[start + MARK.len()..];
        let line = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        let (name, content) = (&rest[..line], rest.get(line + 1..).unwrap_or_default());
        let content = &content[..mark(content).unwrap_or(content.len())];
        rest = &rest[line..];
        if let Some(name) = plain(name) {
            files.retain(|(other, _)| *other != name);
            files.push((name, content));
        }
    }
    files
}

/// Writes what [`files`] reads.
pub fn write(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut bundle = Vec::new();
    for (name, content) in files {
        bundle.extend(MARK);
        bundle.extend(name.as_bytes());
        bundle.push(b'\n');
        bundle.extend(content);
        if !content.ends_with(b"\n") {
            bundle.push(b'\n');
        }
    }
    bundle
}

/// Where the next line that begins a file stands.
fn mark(bytes: &[u8]) -> Option<usize> {
    let begins = |at: &usize| bytes[*at..].starts_with(MARK) && (*at == 0 || bytes[*at - 1] == b'\n');
    (0..bytes.len()).find(begins)
}

/// A name that stays in its folder.
fn plain(name: &[u8]) -> Option<&str> {
    let name = str::from_utf8(name).ok()?;
    let stem = name.strip_suffix(".csv")?;
    let sound = !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    sound.then_some(name)
}
