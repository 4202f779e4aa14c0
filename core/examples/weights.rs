//! Learns the weights that the library brings, from the messages of `core/tests/messages`:
//! `make weights`. Prints what they say of messages that they were not learned from, a fifth at a time.

#[path = "../tests/messages/labelled.rs"]
mod labelled;

use aiguillage::Directory;
use aiguillage::intake::training::{Judged, learn};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let taxonomy = Directory::from_json(include_str!("../data/taxonomy.json"))?;
    let messages = labelled::labelled()?;
    let learning = learn(&taxonomy, &messages)?;
    std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/data/weights.bin"), &learning.bytes)?;
    println!("{} messages, {} bytes\n", messages.len(), learning.bytes.len());

    let (inside, outside): (Vec<_>, Vec<_>) =
        messages.iter().zip(&learning.judged).partition(|(message, _)| message.out_of_scope.is_none());
    let right = inside.iter().filter(|(_, judged)| judged.is_right).count();
    println!("The first subject is right in {}.\n", percent(right, inside.len()));
    println!(
        "| score | of messages with a need | right | of others | out of scope by probability: others | needs |"
    );
    println!("|---|---|---|---|---|---|");
    for threshold in [0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95] {
        let reaches = |judged: &Judged| judged.score >= threshold;
        let answered = inside.iter().filter(|(_, judged)| reaches(judged)).count();
        let right = inside.iter().filter(|(_, judged)| reaches(judged) && judged.is_right).count();
        let others = outside.iter().filter(|(_, judged)| reaches(judged)).count();
        let caught = outside.iter().filter(|(_, judged)| judged.out_of_scope >= threshold).count();
        let missed = inside.iter().filter(|(_, judged)| judged.out_of_scope >= threshold).count();
        println!(
            "| {threshold:.2} | {} | {} | {} | {} | {} |",
            percent(answered, inside.len()),
            percent(right, answered),
            percent(others, outside.len()),
            percent(caught, outside.len()),
            percent(missed, inside.len()),
        );
    }
    println!("\n| first | also | both of two | another beside one need |");
    println!("|---|---|---|---|");
    for first in [0.5, 0.6, 0.7, 0.8] {
        for also in [0.25, 0.3, 0.35, 0.4, 0.5] {
            let count = |several: bool| {
                let those = inside.iter().filter(|(message, _)| (message.subjects.len() > 1) == several);
                let told = those.clone().filter(|(_, judged)| {
                    let wanted = |(score, is): &(f64, bool)| *score >= also && *is == several;
                    judged.score >= first && judged.others.iter().any(wanted)
                });
                percent(told.count(), those.count())
            };
            println!("| {first:.2} | {also:.2} | {} | {} |", count(true), count(false));
        }
    }
    Ok(())
}

fn percent(part: usize, whole: usize) -> String {
    format!("{:.1} %", 100.0 * part as f64 / whole.max(1) as f64)
}
