//! Whatever a company writes: reading it never fails, and what is found stands where it is said to.
#![no_main]

use std::sync::LazyLock;

use aiguillage::Router;
use aiguillage::intake::{Offsets, Span};
use libfuzzer_sys::fuzz_target;

/// The sample, with its taxonomy and its labelled examples.
static ROUTER: LazyLock<Router> = LazyLock::new(|| {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/hauts-de-france");
    Router::open(sample).expect("the sample is sound")
});

fuzz_target!(|text: &str| {
    let suggestions = ROUTER.suggest_subjects(text, 5);
    let screening = ROUTER.screen(text);
    let extract = ROUTER.extract(text);
    assert!(suggestions.subjects.len() <= 5);
    assert!(suggestions.subjects.iter().all(|one| (0.0..=1.0).contains(&one.score)), "{suggestions:?}");
    assert!(suggestions.subjects.is_sorted_by(|one, next| one.score >= next.score), "{suggestions:?}");
    assert!(extract.amounts.iter().all(|amount| amount.euros.is_finite()), "{extract:?}");
    for siret in &extract.sirets {
        siret.siret.parse::<aiguillage::codes::Siret>().expect("what is found is sound");
    }
    for place in &extract.places {
        assert!((1..=10).contains(&place.communes.len()), "{place:?}");
    }

    let words = suggestions.subjects.iter().flat_map(|one| &one.words).map(|word| &word.span);
    let flagged = screening.flags.iter().flat_map(|flag| &flag.words);
    let places = extract.places.iter().map(|one| &one.span);
    let facts = extract.sirets.iter().map(|one| &one.span);
    let facts = facts.chain(extract.headcounts.iter().map(|one| &one.span));
    let facts = facts.chain(extract.amounts.iter().map(|one| &one.span));
    for span in words.chain(flagged).chain(places).chain(facts) {
        assert_eq!(text.get(span.start as usize..span.end as usize), Some(span.text.as_str()), "{span:?}");
    }

    let characters: Vec<char> = text.chars().collect();
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let by_character = suggestions.clone().with_offsets(text, Offsets::Characters);
    let by_utf16 = suggestions.with_offsets(text, Offsets::Utf16);
    let range = |span: &Span| span.start as usize..span.end as usize;
    for word in by_character.subjects.iter().flat_map(|one| &one.words) {
        assert!(characters[range(&word.span)].iter().copied().eq(word.span.text.chars()), "{word:?}");
    }
    for word in by_utf16.subjects.iter().flat_map(|one| &one.words) {
        assert!(utf16[range(&word.span)].iter().copied().eq(word.span.text.encode_utf16()), "{word:?}");
    }
});
