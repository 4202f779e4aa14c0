//! Whether a text is in another language: by the little words that every text is full of.

use rustc_hash::FxHashSet;

use crate::intake::french::STOP_WORDS;
use crate::intake::words::{Word, Words};

/// Little words of other languages that no French text holds, folded.
const FOREIGN: &str = "\
    the and of with for you your this that are have would like please hello dear need help how what can we our is my to \
    which about from available some \
    het een wij ik niet naar voor met zijn hebben onze uw goedendag graag willen zoeken wil heb van mijn hoe kan bij \
    el los las una mi necesito quiero para por con tengo ayuda gracias como hola buenos dias somos nuestro esta y \
    der die das ich und nicht wir haben ist fur mit auf bitte guten tag mein unser eine einen suche zu brauche \
    il della che sono ho vorrei aiuto mia azienda grazie buongiorno per gli nella abbiamo \
    o uma preciso obrigado ola minha empresa quero ajuda nao meu estou \
    jest nie prosze potrzebuje firma dzien dobry mam jak \
    merhaba bir ve icin sirket yardim istiyorum";

/// Words of [`FOREIGN`] that French writes too, in messages or by chance.
const FRENCH_TOO: [&str; 9] = ["il", "y", "o", "tag", "per", "con", "son", "met", "mi"];

/// The little words of French, and of other languages.
pub(super) struct LittleWords {
    french: FxHashSet<&'static str>,
    foreign: FxHashSet<&'static str>,
}

impl LittleWords {
    pub(super) fn new() -> LittleWords {
        let french: FxHashSet<&'static str> =
            STOP_WORDS.split_whitespace().filter(|word| word.len() > 1).collect();
        let foreign = FOREIGN.split_whitespace();
        let foreign = foreign.filter(|word| !FRENCH_TOO.contains(word) && !french.contains(word)).collect();
        LittleWords { french, foreign }
    }

    /// The words that show another language, where it is one; none where the text is French.
    pub(super) fn foreign_words(&self, text: &str, words: &Words) -> Vec<Word> {
        let other_script = |c: &char| c.is_alphabetic() && !is_latin(*c);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        if 2 * text.chars().filter(other_script).count() > letters {
            let strange = |word: &Word| text[word.start..word.end].chars().any(|c| other_script(&c));
            return words.iter().map(|(word, _)| word).filter(strange).collect();
        }
        let foreign: Vec<Word> =
            words.iter().filter(|(_, word)| self.foreign.contains(word)).map(|(word, _)| word).collect();
        let french = words.iter().filter(|(_, word)| self.french.contains(word)).count();
        let enough = if words.len() < 8 { 2 } else { 3 };
        if foreign.len() >= enough && foreign.len() > french { foreign } else { Vec::new() }
    }
}

/// The blocks of Latin letters, with accents.
fn is_latin(c: char) -> bool {
    matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{fb00}'..='\u{fb06}' | '\u{ff21}'..='\u{ff5a}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(text: &str) -> bool {
        !LittleWords::new().foreign_words(text, &Words::of(text)).is_empty()
    }

    #[test]
    fn french_however_it_is_written_is_french() {
        for text in [
            "bjr jai besoin daide pr mon entreprise",
            "Je cherche un commercial pour le marché belge, the best of",
            "recruter",
            "",
            "59000 Lille",
            "Mon fils est parti, per diem, con brio",
        ] {
            assert!(!foreign(text), "{text}");
        }
    }

    #[test]
    fn other_languages_and_scripts_are_foreign() {
        for text in [
            "Hello, I would like to open a shop in Lille, can you help?",
            "Guten Tag, ich suche einen Mitarbeiter für meine Firma",
            "Necesito ayuda con los impuestos de mi empresa",
            "Vorrei aprire una filiale, ho bisogno di aiuto per gli impianti della mia azienda",
            "Здравствуйте, мне нужна помощь",
            "أحتاج إلى مساعدة في شركتي",
        ] {
            assert!(foreign(text), "{text}");
        }
    }
}
