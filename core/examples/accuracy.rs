//! What the suggestions and the screening are worth, over the labelled messages of
//! `core/tests/messages`: `make accuracy`. With `--faults`, also the messages of `provided` and `dev`
//! that went wrong; the others are not for tuning, and stay unseen.

#[path = "../tests/messages/mod.rs"]
mod messages;

use aiguillage::Router;
use messages::{
    Message, SETS, accuracy, extract_cases, flagged, is_right, reasons, wrong_amounts, wrong_headcounts,
};

/// The sets that vocabulary and settings were chosen by.
const TUNED: [&str; 2] = ["provided", "dev"];

/// The sets of authors who knew nothing of the vocabulary; nothing was chosen by them.
const VOICES: [&str; 2] = ["voices_fit", "voices_unseen"];

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let router = messages::router()?;
    let read = |set: &'static str| Ok((set, messages::messages(set)?));
    let sets = SETS.into_iter().map(read).collect::<Outcome<Vec<_>>>()?;
    let voices = VOICES.into_iter().map(read).collect::<Outcome<Vec<_>>>()?;
    subjects(&router, &sets);
    let all: Vec<&Message> = sets.iter().flat_map(|(_, messages)| messages).collect();
    let unseen: Vec<&Message> =
        sets.iter().filter(|(set, _)| !TUNED.contains(set)).flat_map(|(_, m)| m).collect();
    several(&router, &sets);
    curve(&router, "held_out and unseen", &unseen);
    curve(&router, "all", &all);
    screening(&router, "held_out and unseen", &unseen);
    screening(&router, "all", &all);
    extraction(&router)?;
    println!("\nBy authors who knew nothing of the vocabulary\n");
    subjects(&router, &voices);
    several(&router, &voices);
    let voices: Vec<&Message> = voices.iter().flat_map(|(_, messages)| messages).collect();
    curve(&router, "voices", &voices);
    screening(&router, "voices", &voices);
    if std::env::args().any(|argument| argument == "--faults") {
        sets.iter()
            .filter(|(set, _)| TUNED.contains(set))
            .for_each(|(_, messages)| faults(&router, messages));
    }
    Ok(())
}

fn extraction(router: &Router) -> Outcome<()> {
    println!("\nExtraction, over texts that the rules were made by\n");
    for set in ["extract_cases", "extract_voices"] {
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

fn subjects(router: &Router, sets: &[(&str, Vec<Message>)]) {
    println!("Subjects, over the messages that are about one\n");
    println!("| set | messages | top-1 | or acceptable | top-3 | sure | right when sure |");
    println!("|---|---|---|---|---|---|---|");
    for (set, messages) in sets {
        let a = accuracy(router, messages);
        println!(
            "| {set} | {} | {} | {} | {} | {} | {} |",
            a.count,
            percent(a.first, a.count),
            percent(a.first_or_acceptable, a.count),
            percent(a.among_three, a.count),
            percent(a.sure, a.count),
            percent(a.sure_and_right, a.sure)
        );
    }
}

/// Whether a second need is seen, and only where there is one.
fn several(router: &Router, sets: &[(&str, Vec<Message>)]) {
    println!("\nSeveral needs: further subjects that are sure\n");
    println!("| set | with several needs | another of them found | with one need | another claimed |");
    println!("|---|---|---|---|---|");
    for (set, messages) in sets {
        let mut counts = [[0; 2]; 2];
        for message in messages.iter().filter(|message| message.is_in_scope()) {
            let is_expected = |subject: &str| message.expected.iter().any(|one| one == subject);
            let several = message.expected.iter().filter(|one| *one != "autre-demande").count() > 1;
            let suggestions = router.suggest_subjects(&message.text, 3);
            let others = suggestions.subjects.iter().skip(1).filter(|one| one.sure);
            let told = others.filter(|one| several == is_expected(&one.subject)).count() > 0;
            counts[usize::from(several)][0] += 1;
            counts[usize::from(several)][1] += usize::from(told);
        }
        let [[one, claimed], [more, found]] = counts;
        println!("| {set} | {more} | {found} | {one} | {claimed} |");
    }
}

fn curve(router: &Router, name: &str, messages: &[&Message]) {
    println!("\nWhen to be sure, {name}: the first suggestion by its score\n");
    println!("| threshold | answered | right when answered | off-topic messages answered |");
    println!("|---|---|---|---|");
    for threshold in [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] {
        let s = sureness(router, messages, threshold);
        println!(
            "| {threshold:.2} | {} | {} | {} of {} |",
            percent(s.answered, s.count),
            percent(s.right, s.answered),
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

fn sureness(router: &Router, messages: &[&Message], threshold: f64) -> Sureness {
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
