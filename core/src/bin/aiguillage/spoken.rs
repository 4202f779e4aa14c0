//! The language of a run: `--lang`, else the locale, else English. It is set once, before anything is said.

use std::sync::OnceLock;

use aiguillage::language::Language;

static LANGUAGE: OnceLock<Language> = OnceLock::new();

/// The language in which this run speaks.
pub(crate) fn language() -> Language {
    *LANGUAGE.get_or_init(of_locale)
}

/// Makes the run speak a language; only the first call counts.
pub(crate) fn speak(language: Language) {
    let _ = LANGUAGE.set(language);
}

/// The language that is asked for among arguments, before they are read: help is said in it too.
pub(crate) fn asked(arguments: impl Iterator<Item = String>) -> Option<Language> {
    let mut arguments = arguments.take_while(|argument| argument != "--");
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix("--lang") {
            Some("") => return arguments.next()?.parse().ok(),
            Some(rest) if rest.starts_with('=') => return rest.get(1..)?.parse().ok(),
            _ => {}
        }
    }
    None
}

/// The language of the locale, as POSIX orders its variables; English where it is another one, or none.
fn of_locale() -> Language {
    let given = |name: &&str| std::env::var(name).is_ok_and(|value| !value.is_empty());
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find(given);
    let locale = named.and_then(|name| std::env::var(name).ok());
    locale.and_then(|locale| locale.parse().ok()).unwrap_or(Language::English)
}

/// One of two texts that say the same, in the language of the run.
pub(crate) fn choose<T>(french: T, english: T) -> T {
    match language() {
        Language::French => french,
        Language::English => english,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        let of = |text: &str| asked(text.split(' ').map(str::to_owned));
        assert_eq!(of("check --lang fr dir"), Some(Language::French));
        assert_eq!(of("--lang=en check dir"), Some(Language::English));
        assert_eq!(of("check dir --lang"), None);
        assert_eq!(of("check -- --lang fr"), None);
        assert_eq!(of("check --language fr"), None);
    }
}
