//! The headcounts of one message, where some tell of the same people twice: `3 salariés : 2 cdi, 1 cdd`, `avec mon mari
//! et une serveuse, on est trois`, `2 associés et 8 salariés`.

use crate::intake::extract::found::FoundHeadcount;

/// A headcount as it is told.
pub(super) struct Told {
    pub(super) found: FoundHeadcount,
    /// Whether those who own the company are counted, and nobody else.
    pub(super) are_owners: bool,
    /// Whether they are who writes and their family, told one by one: `mon mari et moi`.
    pub(super) are_family: bool,
    /// Whether they are told as a number, rather than one by one: `nous sommes deux`, not `mon mari et moi`.
    pub(super) is_number: bool,
}

/// What was told so far, each people once.
pub(super) struct ToldHeadcounts<'t> {
    text: &'t str,
    told: Vec<Told>,
}

impl<'t> ToldHeadcounts<'t> {
    pub(super) fn new(text: &'t str) -> ToldHeadcounts<'t> {
        ToldHeadcounts { text, told: Vec::new() }
    }

    /// Whether a headcount so far reaches beyond a place.
    pub(super) fn reach_beyond(&self, start: u32) -> bool {
        self.told.last().is_some_and(|before| before.found.span.end > start)
    }

    /// Whether any was told so far.
    pub(super) fn has_some(&self) -> bool {
        !self.told.is_empty()
    }

    /// Both ends of a range.
    pub(super) fn extend(&mut self, ends: impl IntoIterator<Item = FoundHeadcount>) {
        self.told.extend(ends.into_iter().map(|found| Told {
            found,
            are_owners: false,
            are_family: false,
            is_number: true,
        }));
    }

    /// One more, which may tell of those of the last one: then the one that says more stays.
    pub(super) fn add(&mut self, next: Told) {
        match self.told.last().map_or(Again::No, |before| self.again(before, &next)) {
            Again::Before => {}
            Again::Next => {
                self.told.pop();
                self.told.push(next);
            }
            Again::No => self.told.push(next),
            Again::Beside => {
                if let Some(before) = self.told.last_mut() {
                    let end = next.found.span.end;
                    let Some(text) = self.text.get(before.found.span.start as usize..end as usize) else {
                        return;
                    };
                    before.found.span.text = text.to_owned();
                    before.found.span.end = end;
                    before.found.headcount = before.found.headcount.saturating_add(next.found.headcount);
                    before.are_family = false;
                }
            }
        }
    }

    pub(super) fn finish(self) -> Vec<FoundHeadcount> {
        self.told.into_iter().map(|told| told.found).collect()
    }

    /// Whether a headcount is told of a whole group, of which one's own company is a part.
    fn is_of_all(&self, told: &Told) -> bool {
        let start = told.found.span.start as usize;
        let before = self.text.get(..start).unwrap_or("");
        let before = before.rsplit(['.', '!', '?', '\n']).next().unwrap_or("").to_lowercase();
        ["groupe", "maison mère", "réseau", "enseigne", "franchise", "siège", "fédération"]
            .iter()
            .any(|whole| before.contains(whole))
    }

    /// Whether a headcount tells of those of the one before, and which of the two says more.
    fn again(&self, before: &Told, next: &Told) -> Again {
        let between = self.text.get(before.found.span.end as usize..next.found.span.start as usize);
        let between = between.unwrap_or("");
        let (counted, more) = (before.found.headcount, next.found.headcount);
        let (with_writer, also) = (before.found.includes_writer, next.found.includes_writer);
        // `3 salariés : 2 cdi, 1 cdd`
        if matches!(between.trim(), ":" | "(") {
            return Again::Before;
        }
        // `trois salariés à temps partiel (2,1 ETP)`
        if between.trim_end().ends_with('(') && next.found.span.text.to_lowercase().ends_with("etp") {
            return Again::Before;
        }
        // Who has nobody says so in several ways: `mon mari et moi, sans employé`.
        if more == 0 {
            // Who owns a company works there, and is all that is counted: `nous sommes 4 associés sans salarié`.
            return match () {
                () if before.is_number && counted > 0 && (before.are_owners || with_writer) => Again::Before,
                () if counted == 0 || with_writer => Again::Next,
                () => Again::No,
            };
        }
        // Employees count where both are told: `nous sommes trois associés et employons huit salariés`.
        if before.are_owners && !next.are_owners {
            return Again::Next;
        }
        // `mon mari et moi tenons un café, nous avons une serveuse`
        let says_employed = ["nous avons", "on a", "nous employons", "j'ai", "j’ai", "on emploie", "avec"];
        if before.are_family && says_employed.iter().any(|words| between.trim().ends_with(words)) {
            return Again::Next;
        }
        // `mon associé et moi employons quatre maçons`
        if before.are_family && next.found.span.text.starts_with("employ") {
            return Again::Next;
        }
        // `on est sept au total avec les deux apprentis`
        let are_of_these = ["avec les", "avec mes", "avec nos", "dont les", "avec le", "avec la", "avec mon"];
        if with_writer && counted > more && are_of_these.iter().any(|words| between.trim().ends_with(words)) {
            return Again::Before;
        }
        // `on est 5 en comptant ma femme et moi`
        let are_counted = ["en comptant", "y compris", "incluant", "en incluant", "dont"];
        if counted > more && are_counted.iter().any(|words| between.trim().ends_with(words)) {
            return Again::Before;
        }
        // `le groupe compte 2 300 salariés mais notre filiale de Brive n'en a que 38`
        let is_of_unit = || {
            let between = between.to_lowercase();
            UNITS.iter().any(|unit| between.contains(unit))
        };
        if counted > more
            && !between.contains(['.', '!', '?', '\n'])
            && is_of_unit()
            && self.is_of_all(before)
        {
            return Again::Next;
        }
        // `mon mari et moi gérons l'hôtel, plus une femme de chambre et un veilleur`
        let is_added = between.trim().ends_with(", plus") || between.trim().ends_with("aidés par");
        if is_added && before.are_family && !between.contains(['.', '!', '?', '\n']) {
            return Again::Beside;
        }
        // `le groupe a 5000 salariés, notre site 12`
        if counted > more && between.trim_start().starts_with(',') && is_our_unit(&next.found.span.text) {
            return Again::Next;
        }
        // `8 collaborateurs, 2 associés`
        if next.are_owners && !before.are_owners && !with_writer && counted > 0 {
            return Again::Before;
        }
        // `l'agence compte 17 personnes, mon associé et moi faisons les pompiers`
        if next.are_family && !before.are_family && !before.are_owners && !with_writer && counted > more {
            return Again::Before;
        }
        if between.contains(['.', '!', '?', '\n']) {
            return Again::No;
        }
        match () {
            // `avec mon mari et une serveuse, on est trois`
            () if also && more == counted.saturating_add(1) => Again::Next,
            // `on est trois avec mon frère et un manœuvre`
            () if with_writer && counted == more.saturating_add(1) => Again::Before,
            // `avec mon épouse nous tenons à deux une mercerie`
            () if (with_writer || also) && counted == more => Again::Before,
            () => Again::No,
        }
    }
}

/// What one's own part of a larger group is called.
const UNITS: [&str; 12] = [
    "notre filiale",
    "notre site",
    "notre agence",
    "notre usine",
    "notre magasin",
    "notre établissement",
    "mon agence",
    "mon magasin",
    "mon établissement",
    "mon point de vente",
    "notre antenne",
    "chez nous",
];

/// Whether a headcount is told of a part of the company, which is what counts beside the number of all.
fn is_our_unit(told: &str) -> bool {
    let told = told.to_lowercase();
    ["notre ", "mon ", "ma ", "nous "].iter().any(|ours| told.starts_with(ours)) && !told.contains("sommes")
}

/// Which of two headcounts stays.
enum Again {
    /// Both: they tell of others.
    No,
    Before,
    Next,
    /// Their sum, as they tell of all of the company together.
    Beside,
}
