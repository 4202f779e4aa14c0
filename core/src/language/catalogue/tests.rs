//! Rules that the texts of every language keep.

use super::{CodeList, CodeTexts};
use crate::diagnostic::DiagnosticCode;
use crate::language::Language;
use crate::need::NeedError;

const FRENCH: &str = include_str!("french.rs");
const ENGLISH: &str = include_str!("english.rs");

/// The texts of a catalogue's file, as they stand between quotes.
fn texts(file: &str) -> Vec<&str> {
    let quoted = |line: &'_ str| -> Option<(usize, usize)> {
        let (first, last) = (line.find('"')?, line.rfind('"')?);
        (first < last && !line.trim_start().starts_with("//")).then_some((first + 1, last))
    };
    file.lines().filter_map(|line| quoted(line).and_then(|(first, last)| line.get(first..last))).collect()
}

/// The names that stand between braces in a text, sorted.
fn placeholders(text: &str) -> Vec<&str> {
    let parts = text.split('{').skip(1);
    let mut names: Vec<&str> = parts.filter_map(|part| part.split(['}', ':']).next()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Each entry of a catalogue's file: its name, and the facts that its text names.
fn entries(file: &str) -> Vec<(String, Vec<&str>)> {
    let table = file.split("texts! {").nth(1).unwrap_or_default().split("\n}\n").next().unwrap_or_default();
    let mut entries = Vec::new();
    for entry in table.split(";\n") {
        let entry = entry.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>();
        let Some(first) = entry.iter().find(|line| line.contains("=>")) else { continue };
        let name = first.trim().split([' ', '{']).next().unwrap_or_default().to_owned();
        let text = entry.iter().rev().find(|line| line.contains('"'));
        entries.push((name, text.map(|text| placeholders_of_line(text)).unwrap_or_default()));
    }
    entries
}

fn placeholders_of_line(line: &str) -> Vec<&str> {
    texts(line).first().map(|text| placeholders(text)).unwrap_or_default()
}

#[test]
fn both_languages_name_the_same_facts_in_every_sentence() {
    let (french, english) = (entries(FRENCH), entries(ENGLISH));
    assert!(french.len() > 300, "{}", french.len());
    for (french, english) in french.iter().zip(&english) {
        assert_eq!(french, english);
    }
    assert_eq!(french.len(), english.len());
}

#[test]
fn french_has_its_typography() {
    for text in texts(FRENCH) {
        assert!(!text.contains('\''), "an apostrophe is ’: {text}");
        assert!(!text.contains("..."), "three points are one character: {text}");
        let characters: Vec<char> = text.chars().collect();
        for (at, character) in characters.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| characters.get(before));
            let after = characters.get(at + 1);
            match character {
                ';' | '?' | '!' => assert_eq!(before, Some(&'\u{a0}'), "{character}: {text}"),
                '«' => assert_eq!(after, Some(&'\u{a0}'), "«: {text}"),
                '»' => assert_eq!(before, Some(&'\u{a0}'), "»: {text}"),
                // Inside of codes (`commune:59350`) and formats nothing stands before a colon.
                ':' if after.is_none_or(|after| *after == ' ') && !text.contains("2025:\u{a0}»") => {
                    assert_eq!(before, Some(&'\u{a0}'), "colon: {text}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn english_has_no_french_quotes() {
    for text in texts(ENGLISH) {
        assert!(!text.contains(['«', '»', '\u{a0}']), "{text}");
    }
}

#[test]
fn every_code_means_something_in_every_language_and_can_be_mended() {
    let findings: Vec<&str> = DiagnosticCode::ALL.iter().map(|code| code.as_str()).collect();
    for (list, codes) in [(CodeList::Findings, findings), (CodeList::Needs, NeedError::CODES.to_vec())] {
        for language in Language::ALL {
            for code in &codes {
                let texts = CodeTexts::of(list, code, *language);
                let texts = texts.unwrap_or_else(|| panic!("{code} says nothing in {language}"));
                assert!(texts.meaning.ends_with('.') && texts.remedy.ends_with('.'), "{code}");
            }
            assert_eq!(CodeTexts::all(list, *language).len(), codes.len());
        }
    }
}
