//! What stands before a number and only says since when, or how nearly.

/// Words of time and measure between `nous sommes` and a number, the last one first where there are several.
const ADVERBS: [&[&str]; 25] = [
    &["aujourd", "hui"],
    &["a", "present"],
    &["a", "ce", "jour"],
    &["en", "ce", "moment"],
    &["pour", "le", "moment"],
    &["pour", "l", "instant"],
    &["au", "total"],
    &["en", "tout"],
    &["en", "tout", "et", "pour", "tout"],
    &["a", "peu", "pres"],
    &["pres", "de"],
    &["moi", "compris"],
    &["actuellement"],
    &["encore"],
    &["toujours"],
    &["maintenant"],
    &["desormais"],
    &["environ"],
    &["seulement"],
    &["donc"],
    &["bien"],
    &["presque"],
    &["quand", "meme"],
    &["plus", "que"],
    &["deja"],
];

/// The words before a number without what only says since when, or how nearly: `nous sommes aujourd'hui`, `compte à
/// ce jour`, `n'a que`.
pub(super) fn without_adverbs<'b, 't>(mut before: &'b [&'t str]) -> &'b [&'t str] {
    while let Some(adverb) =
        ADVERBS.iter().filter(|adverb| before.ends_with(adverb)).max_by_key(|adverb| adverb.len())
    {
        before = before.get(..before.len() - adverb.len()).unwrap_or(&[]);
    }
    match before {
        [rest @ .., "que" | "qu"] => rest,
        _ => before,
    }
}
