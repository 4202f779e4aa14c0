//! What suggestions, screening and extraction are worth, over the labelled messages of
//! `core/tests/messages`: `make accuracy`. Shares stand beside the interval in which they lie with 95 %
//! certainty (Wilson's). With `--faults`, also the messages of `provided` and `dev` that went wrong.

#[path = "../tests/messages/mod.rs"]
mod messages;

use aiguillage::Router;
use messages::{
    Message, SETS, UNSEEN, accuracy, extract_cases, flagged, is_right, reasons, wrong_amounts,
    wrong_headcounts,
};

/// The sets whose faults may be read.
const TUNED: [&str; 2] = ["provided", "dev"];

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let router = messages::router()?;
    let read = |set: &'static str| Ok((set, messages::messages(set)?));
    let sets = SETS.into_iter().map(read).collect::<Outcome<Vec<_>>>()?;
    let unseen = UNSEEN.into_iter().map(read).collect::<Outcome<Vec<_>>>()?;
    println!("Unseen: nothing is learned from these, and nothing chosen by them");
    for (set, messages) in &unseen {
        figures(&router, set, messages);
        curve(&router, set, messages);
    }
    let all: Vec<&Message> = unseen.iter().flat_map(|(_, messages)| messages).collect();
    screening(&router, "unseen", &all);

    println!("\nLearned from: these figures only tell that nothing is broken");
    for (set, messages) in &sets {
        figures(&router, set, messages);
    }
    let all: Vec<&Message> = sets.iter().flat_map(|(_, messages)| messages).collect();
    screening(&router, "the sets that its rules were made by", &all);
    extraction(&router)?;
    if std::env::args().any(|argument| argument == "--faults") {
        sets.iter()
            .filter(|(set, _)| TUNED.contains(set))
            .for_each(|(_, messages)| faults(&router, messages));
    }
    Ok(())
}

fn extraction(router: &Router) -> Outcome<()> {
    println!("\nExtraction, over texts that the rules were made by\n");
    for set in [
        "extract_cases",
        "extract_voices",
        "extract_authors",
        "extract_more",
        "extract_first",
        "extract_unseen",
    ] {
        let cases = extract_cases(set)?;
        for (what, (wrong, count)) in
            [("amounts", wrong_amounts(router, &cases)), ("headcounts", wrong_headcounts(router, &cases))]
        {
            println!("{set}, {what}: {} of {count} texts right; not", count - wrong.len());
            wrong.iter().for_each(|case| println!("  {}", case.text));
        }
    }
    Ok(())
}

fn percent(part: usize, whole: usize) -> String {
    format!("{:.0} %", 100.0 * part as f64 / whole.max(1) as f64)
}

/// A share with its interval.
fn share(part: usize, whole: usize) -> String {
    let (count, part) = (whole.max(1) as f64, part as f64);
    // Wilson's interval, at 1.96 standard deviations.
    let square = 1.96_f64.powi(2) / count;
    let middle = (part / count + square / 2.0) / (1.0 + square);
    let half = (square * (part / count * (1.0 - part / count) + square / 4.0)).sqrt() / (1.0 + square);
    format!(
        "{part} of {whole}: {:.0} % ({:.0} to {:.0})",
        100.0 * part / count,
        100.0 * (middle - half),
        100.0 * (middle + half)
    )
}

fn figures(router: &Router, set: &str, messages: &[Message]) {
    let a = accuracy(router, messages);
    println!("\n{set}, {} messages\n\n| | |\n|---|---|", messages.len());
    let rows = [
        ("first is right", a.first, a.count),
        ("first is right, or would do", a.first_or_acceptable, a.count),
        ("main subject among three", a.among_three, a.count),
        ("sure", a.sure, a.count),
        ("right (or would do) when sure", a.sure_and_right, a.sure),
        ("of two needs, another one sure too", a.several_sure, a.several),
        ("beside one need, another claimed", a.single_and_another, a.single),
        ("negates, tells the past or comes to its need last: first is right", a.tricky_right, a.tricky),
        ("about no subject: not sure", a.outside_not_sure, a.outside),
        ("about no subject: told to be out of scope", a.outside_told, a.outside),
        ("about a subject: told to be out of scope", a.inside_told, a.count),
    ];
    for (what, part, whole) in rows.into_iter().filter(|(_, _, whole)| *whole > 0) {
        println!("| {what} | {} |", share(part, whole));
    }
}

fn curve(router: &Router, name: &str, messages: &[Message]) {
    println!("\nWhen to be sure, {name}: the first suggestion by its score\n");
    println!("| threshold | answered | right when answered | about no subject, answered |");
    println!("|---|---|---|---|");
    for threshold in [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95] {
        let s = sureness(router, messages, threshold);
        println!(
            "| {threshold:.2} | {} | {} | {} of {} |",
            percent(s.answered, s.count),
            share(s.right, s.answered),
            s.off_topic_answered,
            s.off_topic
        );
    }
}

/// What a threshold makes of messages: those at or above it are answered, the others asked back.
#[derive(Default)]
struct Sureness {
    count: usize,
    answered: usize,
    right: usize,
    off_topic: usize,
    off_topic_answered: usize,
}

fn sureness(router: &Router, messages: &[Message], threshold: f64) -> Sureness {
    let mut sureness = Sureness::default();
    for message in messages {
        let suggestions = router.suggest_subjects(&message.text, 1);
        let answered = suggestions.subjects.first().is_some_and(|one| one.score >= threshold);
        if message.is_in_scope() {
            sureness.count += 1;
            sureness.answered += usize::from(answered);
            sureness.right += usize::from(answered && is_right(message, &suggestions));
        } else {
            sureness.off_topic += 1;
            sureness.off_topic_answered += usize::from(answered);
        }
    }
    sureness
}

fn screening(router: &Router, name: &str, messages: &[&Message]) {
    println!("\nScreening, {name}\n");
    println!("| what was asked | messages | flagged | precision | recall |");
    println!("|---|---|---|---|---|");
    for (label, flags) in reasons() {
        let f = flagged(router, messages, label, flags);
        println!(
            "| {label} | {} | {} | {} | {} |",
            f.labelled,
            f.flagged,
            percent(f.both, f.flagged),
            percent(f.both, f.labelled)
        );
    }
    let wrongly = messages.iter().filter(|m| m.out_of_scope_reason.is_none());
    let count = wrongly.clone().count();
    let wrongly = wrongly.filter(|m| !router.screen(&m.text).flags.is_empty()).count();
    println!("\nOf {count} messages without a reason, {wrongly} are flagged.");
}

fn faults(router: &Router, messages: &[Message]) {
    for message in messages {
        let suggestions = router.suggest_subjects(&message.text, 3);
        if message.is_in_scope() && !is_right(message, &suggestions) {
            let found = suggestions.subjects.iter().map(|one| {
                format!(
                    "{} {:.2} {:?}",
                    one.subject,
                    one.score,
                    one.words.iter().map(|w| &w.span.text[..]).collect::<Vec<_>>()
                )
            });
            println!(
                "\n{} is {:?}, not {:?}\n  {}",
                message.id,
                message.expected,
                found.collect::<Vec<_>>(),
                message.text
            );
        }
        let flags: Vec<_> = router.screen(&message.text).flags;
        let wanted = message.out_of_scope_reason.as_deref();
        let right = match wanted {
            None => flags.is_empty(),
            Some(label) => reasons().iter().any(|(one, reasons)| {
                *one == label && flags.iter().any(|flag| reasons.contains(&flag.reason))
            }),
        };
        if !right {
            let found: Vec<_> = flags.iter().map(|flag| flag.reason.as_str()).collect();
            println!("\n{} is flagged {found:?}, not {wanted:?}\n  {}", message.id, message.text);
        }
    }
}
