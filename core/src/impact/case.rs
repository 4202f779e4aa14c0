//! Facts put together: a need with everybody who got it, as it stood on the day of looking.

use jiff::civil::Date;

use super::{ImpactFault, ImpactQuery};
use crate::directory::Directory;
use crate::follow_up::{PastExpert, Referral, ReferralError, ReferralState, RefusalReason, TrackedNeed};
use crate::geography::{Commune, Geography, PlaceId, Resolution};
use crate::hash::{TextMap, TextSet};

/// A need and everybody who got it.
pub(super) struct Case<'f> {
    pub(super) need: &'f TrackedNeed,
    pub(super) place: Option<PlaceId>,
    pub(super) theme: Option<&'f str>,
    pub(super) pieces: Vec<Piece<'f>>,
}

/// A referral with one expert who had it.
pub(super) struct Piece<'f> {
    pub(super) institution: &'f str,
    pub(super) antenne: Option<&'f str>,
    pub(super) standing: Standing,
    pub(super) sent_on: Date,
    pub(super) waiting_since: Date,
    pub(super) taken_on: Option<Date>,
    pub(super) closed_on: Option<Date>,
    pub(super) reason: Option<RefusalReason>,
}

/// Where a referral stands with an expert.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// In this state; refused too if it was given to another afterwards.
    In(ReferralState),
    /// Given to another before any refusal.
    Withdrawn,
}

impl Piece<'_> {
    /// The state, unless it says nothing about the need: a colleague took it, or somebody else got it.
    pub(super) fn state(&self) -> Option<ReferralState> {
        match self.standing {
            Standing::In(ReferralState::TakenBySibling) | Standing::Withdrawn => None,
            Standing::In(state) => Some(state),
        }
    }

    /// The day the expert took position.
    pub(super) fn answered_on(&self) -> Option<Date> {
        match self.state()? {
            ReferralState::Waiting => None,
            ReferralState::NotForMe => self.closed_on,
            _ => self.taken_on,
        }
    }
}

/// The facts that a report is made of, and what is wrong with the others.
pub(super) struct Cases<'f> {
    pub(super) cases: Vec<Case<'f>>,
    pub(super) faults: Vec<ImpactFault>,
}

impl<'f> Cases<'f> {
    /// Puts facts together. A need of a later day than that of looking does not exist yet.
    pub(super) fn of(
        needs: &'f [TrackedNeed],
        referrals: &'f [Referral],
        query: &ImpactQuery,
        directory: Option<&'f Directory>,
        geography: Option<&Geography>,
    ) -> Cases<'f> {
        let mut known = directory.map(Known::of);
        let mut put = Cases { cases: Vec::with_capacity(needs.len()), faults: Vec::new() };
        let mut numbers: TextMap<&str, usize> = TextMap::default();
        for need in needs {
            if let Some(first) = numbers.get(need.id.as_str()) {
                put.repeated(&need.id, None, put.cases[*first].need == need);
                continue;
            }
            if need.id.trim().is_empty() {
                put.fault(Some(need), None, &ReferralError::missing("id"), true);
                continue;
            }
            numbers.insert(&need.id, put.cases.len());
            let place = put.place(need, geography);
            let theme = put.theme(need, known.as_mut());
            put.cases.push(Case { need, place, theme, pieces: Vec::new() });
        }
        put.referrals(referrals, &numbers, query.on, known.as_mut());
        put.cases.retain(|case| case.need.deposited_on <= query.on);
        put
    }

    fn referrals(
        &mut self,
        referrals: &'f [Referral],
        numbers: &TextMap<&'f str, usize>,
        on: Date,
        mut known: Option<&mut Known<'f>>,
    ) {
        let mut seen: TextMap<&str, &Referral> = TextMap::default();
        let mut guesses = Guesses::default();
        for referral in referrals {
            if let Some(first) = seen.get(referral.id.as_str()) {
                self.repeated(&referral.need, Some(&referral.id), *first == referral);
                continue;
            }
            seen.insert(&referral.id, referral);
            let Some(number) = numbers.get(referral.need.as_str()).copied() else {
                let error = guesses.unknown(Kind::Need, &referral.need, || numbers.keys().copied());
                self.fault(None, Some(referral), &error, true);
                continue;
            };
            if let Err(error) = referral.check() {
                self.fault(None, Some(referral), &error, true);
                continue;
            }
            let need = self.cases[number].need;
            if referral.sent_on < need.deposited_on && referral.past.is_empty() {
                let message = format!(
                    "it was sent ({}) before the need was deposited ({})",
                    referral.sent_on, need.deposited_on
                );
                let error = ReferralError::new("impossible_date", Some("sent_on"), message);
                self.fault(None, Some(referral), &error, false);
            }
            let past = referral.past.iter().filter(|past| past.sent_on <= on);
            let mut pieces: Vec<Piece<'f>> = past.map(|past| piece_of_past(past, on)).collect();
            if referral.sent_on <= on {
                pieces.push(piece_of(referral, on));
            }
            if let Some(known) = &mut known {
                for error in known.check(referral) {
                    self.fault(None, Some(referral), &error, false);
                }
                for piece in &mut pieces {
                    piece.institution = known.institution(piece.institution);
                }
            }
            self.cases[number].pieces.extend(pieces);
        }
    }

    fn place(&mut self, need: &TrackedNeed, geography: Option<&Geography>) -> Option<PlaceId> {
        let (code, geography) = (need.commune.as_deref()?, geography?);
        match geography.resolve(code) {
            Resolution::Current(place) | Resolution::Former { place, .. } => Some(place),
            _ => {
                let error = ReferralError::unknown("unknown_commune", "commune", "commune", code, []);
                self.fault(Some(need), None, &error, false);
                None
            }
        }
    }

    fn theme(&mut self, need: &'f TrackedNeed, known: Option<&mut Known<'f>>) -> Option<&'f str> {
        let Known { theme_of, guesses, .. } = known?;
        let theme = theme_of.get(need.subject.as_str()).copied();
        if theme.is_none() {
            let error = guesses.unknown(Kind::Subject, &need.subject, || theme_of.keys().copied());
            self.fault(Some(need), None, &error, false);
        }
        theme
    }

    /// The same fact again counts once; another fact under the same id does not count.
    fn repeated(&mut self, need: &str, referral: Option<&str>, same: bool) {
        if same {
            return;
        }
        let (field, id) = referral.map_or(("need", need), |referral| ("referral", referral));
        let message = format!(
            "the {field} `{}` is given twice, with different facts: the first count",
            crate::text::shorten(id, 60)
        );
        self.faults.push(ImpactFault {
            line: None,
            need: Some(need.to_owned()),
            referral: referral.map(str::to_owned),
            code: "duplicate_id".to_owned(),
            field: Some(field.to_owned()),
            message,
            left_out: true,
        });
    }

    fn fault(
        &mut self,
        need: Option<&TrackedNeed>,
        referral: Option<&Referral>,
        error: &ReferralError,
        left_out: bool,
    ) {
        let need = need.map(|need| &need.id).or(referral.map(|referral| &referral.need));
        self.faults.push(ImpactFault {
            line: None,
            need: need.cloned(),
            referral: referral.map(|referral| referral.id.clone()),
            code: error.code().to_owned(),
            field: error.field().map(str::to_owned),
            message: error.to_string(),
            left_out,
        });
    }
}

/// A referral as it stood on a day: what happened later had not happened.
fn piece_of(referral: &Referral, on: Date) -> Piece<'_> {
    let taken_on = referral.taken_on.filter(|taken| *taken <= on);
    let closed_on = referral.closed_on.filter(|closed| *closed <= on);
    let state = match (referral.state, taken_on, closed_on) {
        (ReferralState::Waiting, ..) => ReferralState::Waiting,
        (state, _, Some(_)) => state,
        (_, Some(_), None) => ReferralState::TakenInCharge,
        (_, None, None) => ReferralState::Waiting,
    };
    Piece {
        institution: &referral.institution,
        antenne: referral.antenne.as_deref(),
        standing: Standing::In(state),
        sent_on: referral.sent_on,
        waiting_since: referral.reopened_on.filter(|reopened| *reopened <= on).unwrap_or(referral.sent_on),
        taken_on,
        closed_on,
        reason: referral.reason,
    }
}

fn piece_of_past(past: &PastExpert, on: Date) -> Piece<'_> {
    let standing = match past.state {
        ReferralState::NotForMe => Standing::In(ReferralState::NotForMe),
        _ if past.until > on => Standing::In(ReferralState::Waiting),
        _ => Standing::Withdrawn,
    };
    Piece {
        institution: &past.institution,
        antenne: past.antenne.as_deref(),
        standing,
        sent_on: past.sent_on,
        waiting_since: past.sent_on,
        taken_on: None,
        closed_on: past.closed_on.or((past.state == ReferralState::NotForMe).then_some(past.until)),
        reason: past.reason,
    }
}

/// What a directory knows, by id.
struct Known<'d> {
    directory: &'d Directory,
    theme_of: TextMap<&'d str, &'d str>,
    antennes: TextSet<&'d str>,
    experts: TextSet<&'d str>,
    guesses: Guesses<'d>,
}

impl<'d> Known<'d> {
    fn of(directory: &'d Directory) -> Known<'d> {
        let subjects = directory.subjects().iter();
        Known {
            directory,
            theme_of: subjects.map(|subject| (subject.id.as_str(), subject.theme.as_str())).collect(),
            antennes: directory.antennes().iter().map(|antenne| antenne.id.as_str()).collect(),
            experts: directory.experts().iter().map(|expert| expert.id.as_str()).collect(),
            guesses: Guesses::default(),
        }
    }

    /// The id of an institution that may be named by an alias.
    fn institution(&self, name: &'d str) -> &'d str {
        self.directory.institution(name).map_or(name, |own| own.id.as_str())
    }

    /// Whom of a referral the directory does not have: people come and go, and the referral counts
    /// all the same.
    fn check(&mut self, referral: &'d Referral) -> Vec<ReferralError> {
        let Known { directory, antennes, experts, guesses, .. } = self;
        let mut found = Vec::new();
        if !experts.contains(referral.expert.as_str()) {
            found.push(guesses.unknown(Kind::Expert, &referral.expert, || experts.iter().copied()));
        }
        if let Some(antenne) = referral.antenne.as_deref().filter(|own| !antennes.contains(own)) {
            found.push(guesses.unknown(Kind::Antenne, antenne, || antennes.iter().copied()));
        }
        if directory.institution(&referral.institution).is_none() {
            let ids = || directory.institutions().iter().map(|own| own.id.as_str());
            found.push(guesses.unknown(Kind::Institution, &referral.institution, ids));
        }
        found
    }
}

/// What a fact can refer to.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Need,
    Subject,
    Expert,
    Antenne,
    Institution,
}

/// Errors about unknown ids, each made once: looking for the nearest known one takes time.
#[derive(Default)]
struct Guesses<'f> {
    made: TextMap<(Kind, &'f str), ReferralError>,
}

impl<'f> Guesses<'f> {
    /// So many ids are looked for; a file with more of them is of another directory.
    const MOST: usize = 200;

    fn unknown<'k, K>(&mut self, kind: Kind, id: &'f str, known: impl FnOnce() -> K) -> ReferralError
    where
        K: Iterator<Item = &'k str>,
    {
        let most = if self.made.len() < Guesses::MOST { usize::MAX } else { 0 };
        let made = self.made.entry((kind, id)).or_insert_with(|| {
            let (code, what) = match kind {
                Kind::Need => ("unknown_need", "need"),
                Kind::Subject => ("unknown_subject", "subject"),
                Kind::Expert => ("unknown_expert", "expert"),
                Kind::Antenne => ("unknown_antenne", "antenne"),
                Kind::Institution => ("unknown_institution", "institution"),
            };
            ReferralError::unknown(code, what, what, id, known().take(most))
        });
        made.clone()
    }
}

impl Case<'_> {
    /// Whether any of those who got it says something about the need.
    pub(super) fn says_something(&self) -> bool {
        self.pieces.iter().any(|piece| piece.state().is_some())
    }

    pub(super) fn commune<'g>(&self, geography: Option<&'g Geography>) -> Option<Commune<'g>> {
        geography?.commune_by_id(self.place?)
    }
}
