//! The messages that weights are learned from, with their labels.

use aiguillage::intake::OutOfScopeKind;
use aiguillage::intake::training::LabelledMessage;
use serde::Deserialize;

/// The sets that weights are learned from; `core/tests/messages/README.md` says how they came about.
pub(crate) const LEARNED: [&str; 10] = [
    "provided",
    "dev",
    "held_out",
    "unseen",
    "voices_fit",
    "learned",
    "authors_fit",
    "direct",
    "tangled",
    "digressing",
];

#[derive(Deserialize)]
struct Set {
    messages: Vec<Message>,
}

#[derive(Deserialize)]
struct Message {
    text: String,
    expected: Vec<String>,
    acceptable: Vec<String>,
    kind: String,
    out_of_scope_reason: Option<String>,
    group: Option<u64>,
}

/// All messages of these sets.
pub(crate) fn labelled() -> Result<Vec<LabelledMessage>, Box<dyn std::error::Error>> {
    let mut labelled = Vec::new();
    for set in LEARNED {
        let path = format!("{}/tests/messages/{set}.json", env!("CARGO_MANIFEST_DIR"));
        let set: Set = serde_json::from_str(&std::fs::read_to_string(path)?)?;
        for message in set.messages {
            let kind = kind(&message);
            let subjects = message.expected.into_iter().filter(|id| id != "autre-demande").collect();
            let mut one = LabelledMessage::new(message.text, subjects, message.acceptable);
            one.out_of_scope = kind.filter(|_| one.subjects.is_empty());
            one.group = message.group.unwrap_or(one.group);
            labelled.push(one);
        }
    }
    Ok(labelled)
}

/// What a message out of scope is: by its kind, or in the older sets by its reason.
fn kind(message: &Message) -> Option<OutOfScopeKind> {
    let told = |label: &str| {
        Some(match label {
            "trop_vague" | "description_insuffisante" => OutOfScopeKind::TooVague,
            "hors_sujet" => OutOfScopeKind::OffTopic,
            "salarie" | "salarie_et_non_dirigeant" => OutOfScopeKind::Employee,
            "demandeur_emploi" => OutOfScopeKind::JobSeeker,
            "particulier" => OutOfScopeKind::PrivatePerson,
            "consommateur" => OutOfScopeKind::Consumer,
            "creation" | "creation_entreprise" => OutOfScopeKind::Creation,
            "collectivite" => OutOfScopeKind::LocalAuthority,
            "demarchage" => OutOfScopeKind::Canvassing,
            "etudiant" => OutOfScopeKind::Student,
            "injures" => OutOfScopeKind::Insult,
            "langue" | "langue_etrangere" => OutOfScopeKind::OtherLanguage,
            "intermediaire" => OutOfScopeKind::Intermediary,
            _ => return None,
        })
    };
    let reason = message.out_of_scope_reason.as_deref().and_then(told);
    Some(told(&message.kind).or(reason).unwrap_or(OutOfScopeKind::OffTopic))
}
