//! Which expert of a directory a draft is: by its id, else by antenne and e-mail, else by antenne and
//! folded name. Where antenne and e-mail fit two, the name decides.

use std::collections::{HashMap, HashSet};

use super::super::Expert;
use super::draft::Draft;
use crate::text::fold;

/// The experts that drafts were recognised as, by the number of the draft.
pub(super) fn recognised(experts: &[Expert], drafts: &[Draft]) -> Vec<Option<usize>> {
    let mut roster = Roster { found: vec![None; drafts.len()], taken: HashSet::new() };
    let by_id: HashMap<&str, usize> =
        experts.iter().enumerate().map(|(number, expert)| (expert.id.as_str(), number)).collect();
    roster.pass(drafts, |draft| {
        let id = draft.id.as_ref().map(|(id, _)| id.as_str());
        id.and_then(|id| by_id.get(id).copied()).into_iter().collect()
    });
    let mut by_email: HashMap<(&str, String), Vec<usize>> = HashMap::new();
    let mut by_name: HashMap<(&str, String), Vec<usize>> = HashMap::new();
    for (number, expert) in experts.iter().enumerate() {
        let antenne = expert.antenne.as_str();
        by_name.entry((antenne, fold(&expert.name))).or_default().push(number);
        if let Some(email) = &expert.email {
            by_email.entry((antenne, email.to_lowercase())).or_default().push(number);
        }
    }
    let of_email = |draft: &Draft| {
        let email = draft.email.as_ref().map(|(email, _)| email.to_lowercase());
        email.and_then(|email| by_email.get(&(draft.antenne.0.as_str(), email)).cloned()).unwrap_or_default()
    };
    let of_name = |draft: &Draft| {
        let name = fold(&draft.name.0);
        by_name.get(&(draft.antenne.0.as_str(), name)).cloned().unwrap_or_default()
    };
    // Who fits by both comes first, so that nobody takes the place of somebody of the same address.
    roster.pass(drafts, |draft| {
        let named = of_name(draft);
        of_email(draft).into_iter().filter(|number| named.contains(number)).collect()
    });
    roster.pass(drafts, of_email);
    roster.pass(drafts, of_name);
    roster.found
}

struct Roster {
    found: Vec<Option<usize>>,
    taken: HashSet<usize>,
}

impl Roster {
    /// Recognises the drafts that fit one expert alone, among those that are left.
    fn pass(&mut self, drafts: &[Draft], candidates: impl Fn(&Draft) -> Vec<usize>) {
        for (number, draft) in drafts.iter().enumerate() {
            if self.found[number].is_some() {
                continue;
            }
            let mut left = candidates(draft);
            left.retain(|expert| !self.taken.contains(expert));
            if let [expert] = left[..] {
                self.found[number] = Some(expert);
                self.taken.insert(expert);
            }
        }
    }
}
