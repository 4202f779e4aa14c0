//! The words that the subjects know, and which of them a written word is: the same, another form of
//! it, or one with a typing fault.

use rust_stemmers::Stemmer;

use super::common::COMMON_WORDS;
use super::french::{self, SHORT_FORMS, STOP_WORDS, short_form};
use crate::hash::TextMap;

/// Words with typing faults that are looked for in one text; what has more is no French.
pub(super) const MOST_FAULTY: usize = 60;

/// A term: a stem that the vocabulary knows, by number.
pub(super) type Term = u32;

/// What a written word is to the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// It says nothing of a subject.
    Stop,
    /// It is a form of the term.
    Term(Term),
    /// It resembles the term.
    Resembles(Term),
    /// It is none of the vocabulary's words.
    Stranger,
}

pub(super) struct Vocabulary {
    stemmer: Stemmer,
    /// Words as they are spelled, folded: most need no stemming then.
    spelled: TextMap<Box<str>, Known>,
    stems: TextMap<Box<str>, Term>,
    /// One spelling of each term, for the reader of an explanation.
    shown: Vec<Box<str>>,
    /// The words that may be meant by one with a typing fault, by first letter and length.
    by_letter: Vec<Spelling>,
}

struct Spelling {
    word: Box<str>,
    letters: u32,
    term: Term,
}

impl Spelling {
    fn key(&self) -> (Option<u8>, usize) {
        (self.word.as_bytes().first().copied(), self.word.len())
    }
}

/// Shorter words are too near each other to tell a typing fault.
const SHORTEST_FAULTY: usize = 5;

impl Vocabulary {
    pub(super) fn new() -> Vocabulary {
        let stop = STOP_WORDS.split_whitespace().map(|word| (word.into(), Known::Stop));
        Vocabulary {
            stemmer: french::stemmer(),
            spelled: stop.collect(),
            stems: TextMap::default(),
            shown: Vec::new(),
            by_letter: Vec::new(),
        }
    }

    /// The term of a folded word, which becomes one if it was none; nothing for a stop word or number.
    /// Words are only learned before the vocabulary is [finished](Vocabulary::finish).
    pub(super) fn learn(&mut self, word: &str) -> Option<Term> {
        let word = short_form(word);
        if is_number(word) {
            return None;
        }
        match self.spelled.get(word) {
            Some(Known::Term(term)) => return Some(*term),
            Some(_) => return None,
            None => {}
        }
        let mut stem = String::new();
        french::stem(&self.stemmer, word, &mut stem);
        let term = match self.stems.get(stem.as_str()) {
            Some(term) => *term,
            None => {
                let term = self.shown.len() as Term;
                self.shown.push(word.into());
                self.stems.insert(stem.into(), term);
                term
            }
        };
        self.spelled.insert(word.into(), Known::Term(term));
        Some(term)
    }

    /// Gets ready for texts.
    pub(super) fn finish(&mut self) {
        for (short, meant) in SHORT_FORMS {
            let known = self.spelled.get(meant).copied().unwrap_or(Known::Stranger);
            self.spelled.insert(short.into(), known);
        }
        for (word, known) in &self.spelled {
            if let Known::Term(term) = *known
                && word.len() >= SHORTEST_FAULTY
            {
                self.by_letter.push(Spelling { word: word.clone(), letters: letters(word), term });
            }
        }
        self.by_letter.sort_unstable_by(|a, b| (a.key(), &a.word).cmp(&(b.key(), &b.word)));
        self.by_letter.shrink_to_fit();
        let mut stem = String::new();
        for word in COMMON_WORDS.split_whitespace() {
            if self.spelled.contains_key(word) {
                continue;
            }
            french::stem(&self.stemmer, word, &mut stem);
            let known = self.stems.get(stem.as_str()).map_or(Known::Stranger, |term| Known::Term(*term));
            self.spelled.insert(word.into(), known);
        }
    }

    /// What a folded word is. Typing faults are looked for while there are `guesses` left, and not in
    /// names.
    pub(super) fn find(&self, word: &str, is_name: bool, guesses: &mut usize) -> Known {
        if let Some(known) = self.spelled.get(word) {
            return *known;
        }
        if is_number(word) {
            return Known::Stop;
        }
        let mut stem = String::with_capacity(word.len());
        french::stem(&self.stemmer, word, &mut stem);
        if let Some(term) = self.stems.get(stem.as_str()) {
            return Known::Term(*term);
        }
        if let Some(rest) = french::without_elision(word) {
            if let Some(known) = self.spelled.get(rest) {
                return *known;
            }
            let mut rest_stem = String::with_capacity(rest.len());
            french::stem(&self.stemmer, rest, &mut rest_stem);
            if let Some(term) = self.stems.get(rest_stem.as_str()) {
                return Known::Term(*term);
            }
        }
        if is_name || *guesses == 0 {
            return Known::Stranger;
        }
        *guesses -= 1;
        self.resembling(word).map_or(Known::Stranger, Known::Resembles)
    }

    /// The term of the word that differs least, if by little: one letter of five, two of eight.
    fn resembling(&self, written: &str) -> Option<Term> {
        let allowed = match written.len() {
            0..SHORTEST_FAULTY => return None,
            SHORTEST_FAULTY..8 => 1,
            _ => 2,
        };
        let (first, letters) = (written.as_bytes().first().copied(), letters(written));
        let (shortest, longest) = (written.len() - allowed, written.len() + allowed);
        let start = self.by_letter.partition_point(|spelling| spelling.key() < (first, shortest));
        let near = self.by_letter.iter().skip(start);
        let near = near.take_while(|spelling| spelling.key() <= (first, longest));
        let close = near.filter_map(|spelling| {
            let missing = (spelling.letters & !letters).count_ones();
            let strange = (letters & !spelling.letters).count_ones();
            if missing.max(strange) as usize > allowed {
                return None;
            }
            let distance = strsim::osa_distance(written, &spelling.word);
            (distance <= allowed).then_some((distance, &spelling.word, spelling.term))
        });
        close.min().map(|(_, _, term)| term)
    }

    /// How many bytes it takes, allocations counted by what they hold.
    #[cfg(test)]
    pub(super) fn size(&self) -> usize {
        let spelled = self.spelled.keys().map(|word| word.len()).sum::<usize>()
            + self.spelled.capacity() * (size_of::<(Box<str>, Known)>() + 1);
        let stems = self.stems.keys().map(|word| word.len()).sum::<usize>()
            + self.stems.capacity() * (size_of::<(Box<str>, Term)>() + 1);
        let shown = self.shown.iter().map(|word| word.len() + size_of::<Box<str>>()).sum::<usize>();
        let by_letter =
            self.by_letter.iter().map(|spelling| spelling.word.len() + size_of::<Spelling>()).sum::<usize>();
        spelled + stems + shown + by_letter
    }

    /// A spelling of the term.
    pub(super) fn shown(&self, term: Term) -> Option<&str> {
        self.shown.get(term as usize).map(|word| &**word)
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The set of a word's letters.
fn letters(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |set, byte| set | 1 << (byte - b'a'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let mut vocabulary = Vocabulary::new();
        for word in ["urssaf", "embaucher", "financement", "echeancier", "tresorerie", "pour"] {
            vocabulary.learn(word);
        }
        vocabulary.finish();
        vocabulary
    }

    fn find(word: &str) -> Option<String> {
        let vocabulary = vocabulary();
        match vocabulary.find(word, false, &mut 1) {
            Known::Term(term) => vocabulary.shown(term).map(str::to_owned),
            Known::Resembles(term) => vocabulary.shown(term).map(|word| format!("~{word}")),
            _ => None,
        }
    }

    #[test]
    fn forms_elisions_abbreviations_and_faults_are_known() {
        for (word, term) in [
            ("urssaf", "urssaf"),
            ("lurssaf", "urssaf"),
            ("embauchons", "embaucher"),
            ("dembaucher", "embaucher"),
            ("treso", "tresorerie"),
            ("finansement", "~financement"),
            ("echeansier", "~echeancier"),
            ("echeanciers", "echeancier"),
        ] {
            assert_eq!(find(word).as_deref(), Some(term), "{word}");
        }
        for stranger in ["camion", "urs", "pour", "2026"] {
            assert_eq!(find(stranger), None, "{stranger}");
        }
    }

    #[test]
    fn guesses_end() {
        let vocabulary = vocabulary();
        let mut guesses = 1;
        assert_ne!(vocabulary.find("finansement", false, &mut guesses), Known::Stranger);
        assert_eq!(vocabulary.find("finansement", false, &mut guesses), Known::Stranger);
    }
}
