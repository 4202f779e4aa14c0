//! A wave in words.

use super::{PassedOverReason, Wave, WaveCause, WavePolicy, WaveStep};
use crate::language::Language;

/// What a wave is, why it is due and whom it passes over.
pub(super) fn of(wave: &Wave, policy: &WavePolicy, language: Language) -> String {
    let number = match language {
        Language::French => format!("Vague {}\u{a0}: {}.", wave.number, cause(wave, policy, language)),
        Language::English => format!("Wave {}: {}.", wave.number, cause(wave, policy, language)),
    };
    let mut sentences = vec![number, step(wave, language)];
    sentences.extend(passed_over(wave, language));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.join(" ")
}

fn cause(wave: &Wave, policy: &WavePolicy, language: Language) -> String {
    let days = match (language, policy.days) {
        (Language::French, days @ (0 | 1)) => format!("{days}\u{a0}jour"),
        (Language::French, days) => format!("{days}\u{a0}jours"),
        (Language::English, 1) => "1\u{a0}day".to_owned(),
        (Language::English, days) => format!("{days}\u{a0}days"),
    };
    let (french, english) = match wave.cause {
        WaveCause::First => (
            "le besoin n’a encore été transmis à personne".to_owned(),
            "the need was sent to nobody yet".to_owned(),
        ),
        WaveCause::Silent => {
            (format!("personne n’a bougé depuis {days}"), format!("nobody has moved for {days}"))
        }
        WaveCause::Away => (
            "celles et ceux qui ont le besoin sont absents".to_owned(),
            "those who have the need are away".to_owned(),
        ),
        WaveCause::Refused => {
            ("plus personne n’a le besoin".to_owned(), "nobody has the need any more".to_owned())
        }
        WaveCause::Pending => {
            let day = wave.since.map(|since| language.day(since)).unwrap_or_default();
            (
                format!("la précédente peut encore répondre, celle-ci partira le {day}"),
                format!("the one before may still answer, this one goes out on {day}"),
            )
        }
        WaveCause::Answered => (
            "quelqu’un s’occupe du besoin, ou a appelé l’entreprise".to_owned(),
            "somebody takes care of the need, or has called the company".to_owned(),
        ),
    };
    language.choose(french, english)
}

fn step(wave: &Wave, language: Language) -> String {
    let experts = wave.experts().collect::<Vec<_>>().join(", ");
    let (french, english) = match wave.step {
        WaveStep::Matched => ("parmi les experts compétents", "among the experts who match"),
        WaveStep::Outside => {
            ("parmi les plus proches, hors de leur territoire", "among the nearest, outside their territory")
        }
        WaveStep::Fallback => ("en dernier recours", "as a last resort"),
        WaveStep::Unavailable => (
            "bien qu’absents ou complets, faute d’autre personne",
            "although away or full, for want of anybody else",
        ),
        WaveStep::NobodyLeft => {
            let french = "Il n’y a plus personne à alerter\u{a0}: l’entreprise doit être prévenue.";
            let english = "There is nobody left to alert: the company is to be told.";
            return language.choose(french, english).to_owned();
        }
        WaveStep::Wait | WaveStep::Settled => {
            return language.choose("Personne n’est à alerter.", "Nobody is to be alerted.").to_owned();
        }
    };
    language
        .choose(format!("À alerter\u{a0}: {experts}, {french}."), format!("To alert: {experts}, {english}."))
}

/// Those who are passed over for a reason of their own; who has or had the need, or comes later, needs no word.
fn passed_over(wave: &Wave, language: Language) -> Option<String> {
    let told = wave.passed_over.iter().filter_map(|passed| {
        let expert = &passed.expert;
        match (passed.reason, passed.until) {
            (PassedOverReason::Absent, Some(until)) => {
                let day = language.day(until);
                Some(language.choose(
                    format!("{expert} (absent jusqu’au {day})"),
                    format!("{expert} (away until {day})"),
                ))
            }
            (PassedOverReason::Full, _) => {
                Some(language.choose(format!("{expert} (complet)"), format!("{expert} (full)")))
            }
            _ => None,
        }
    });
    let told = told.collect::<Vec<_>>().join(", ");
    let is_next = matches!(wave.step, WaveStep::Wait | WaveStep::Settled);
    (!told.is_empty() && !is_next)
        .then(|| language.choose(format!("Non retenus\u{a0}: {told}."), format!("Passed over: {told}.")))
}
