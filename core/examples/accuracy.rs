//! What the suggestions and the screening are worth, over the labelled messages of
//! `core/tests/messages`: `make accuracy`. With `--faults`, also the messages of `provided` and `dev`
//! that went wrong; those of `held_out` are not for tuning, and stay unseen.

#[path = "../tests/messages/mod.rs"]
mod messages;

use aiguillage::Router;
use messages::{Message, NOT_SURE, SETS, accuracy, flagged, is_right, reasons, sureness};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let router = messages::router()?;
    let sets =
        SETS.map(|set| Ok((set, messages::messages(set)?))).into_iter().collect::<Outcome<Vec<_>>>()?;
    subjects(&router, &sets);
    let all: Vec<&Message> = sets.iter().flat_map(|(_, messages)| messages).collect();
    let unseen: Vec<&Message> =
        sets.iter().filter(|(set, _)| *set == "held_out").flat_map(|(_, m)| m).collect();
    curve(&router, "held_out", &unseen);
    curve(&router, "all", &all);
    screening(&router, "held_out", &unseen);
    screening(&router, "all", &all);
    if std::env::args().any(|argument| argument == "--faults") {
        sets.iter().filter(|(set, _)| *set != "held_out").for_each(|(_, messages)| faults(&router, messages));
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

fn curve(router: &Router, name: &str, messages: &[&Message]) {
    println!("\nWhen to be sure, {name}: the first suggestion by its score\n");
    println!("| threshold | answered | right when answered | off-topic messages answered |");
    println!("|---|---|---|---|");
    for threshold in NOT_SURE {
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
