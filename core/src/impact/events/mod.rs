//! Everything that happened to requests, referrals and surveys as one table, a row an event.
//!
//! It is for those who count for themselves: no company, no commune, no text and nobody who did something stand in
//! it; those who were asked to help do, by their ids.

mod row;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::cases::Cases;
use super::filter::Filter;
use super::geography::geography_of;
use super::{ImpactFacts, ImpactQuery};
use crate::directory::Directory;
use crate::follow_up::{
    Order, ReferralError, ReferralEvent, ReferralState, RequestEvent, Survey, SurveyEvent, SurveyEventKind,
    TrackedNeed, fold, fold_requests, fold_surveys,
};
use crate::language::Language;
use crate::sheet::write::push_row;
use row::{COLUMNS, EventRow};

/// What happened, as hosts keep it. Each list may be empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct ImpactEvents<'f> {
    /// The needs, whose subjects stand beside what happened to them.
    pub needs: &'f [TrackedNeed],
    /// What happened to requests.
    pub requests: &'f [RequestEvent],
    /// What happened to referrals; of a host that keeps referrals as they stand,
    /// [`known_events`](crate::Referral::known_events).
    pub referrals: &'f [ReferralEvent],
    /// What happened to surveys; of a host that keeps them as they stand, [`EventTable::survey_events`].
    pub surveys: &'f [SurveyEvent],
}

/// Events in order: by day and instant, then requests before referrals before surveys, then by their ids and numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventTable {
    rows: Vec<EventRow>,
}

impl ImpactEvents<'_> {
    /// Every event as a row, in order; equal events are one row.
    ///
    /// ```
    /// use aiguillage::follow_up::{ReferralEvent, TrackedNeed};
    /// use aiguillage::impact::ImpactEvents;
    /// use aiguillage::language::Language;
    ///
    /// let referrals: Vec<ReferralEvent> = serde_json::from_str(r#"[
    ///     {"referral": "r1", "need": "b-17", "seq": 2, "on": "2026-11-03", "kind": "moved", "to": "taken_in_charge"},
    ///     {"referral": "r1", "need": "b-17", "seq": 1, "on": "2026-11-02", "kind": "sent", "to": "waiting",
    ///      "expert": "cci-1", "institution": "cci"}
    /// ]"#)?;
    /// let needs = [TrackedNeed::new("b-17", "recruter", "2026-11-02".parse()?)];
    /// let table = ImpactEvents { needs: &needs, referrals: &referrals, ..ImpactEvents::default() }.table();
    /// assert_eq!(table.to_csv().lines().collect::<Vec<_>>(), [
    ///     "of,kind,on,at,seq,request,need,referral,subject,from_subject,origin,expert,antenne,institution,from,to,\
    ///      by_hand,reason,called_back,useful,outcomes",
    ///     "referral,sent,2026-11-02,,1,,b-17,r1,recruter,,,cci-1,,cci,,waiting,non,,,,",
    ///     "referral,moved,2026-11-03,,2,,b-17,r1,recruter,,,cci-1,,cci,waiting,taken_in_charge,,,,,",
    /// ]);
    /// let french = table.to_csv_in(Language::French);
    /// assert!(french.contains("En attente de réponse,Prise en charge") && french.starts_with("Objet,"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn table(&self) -> EventTable {
        let subjects: HashMap<&str, &str> =
            self.needs.iter().rev().map(|need| (need.id.as_str(), need.subject.as_str())).collect();
        let subject = |need: &str| subjects.get(need).map(|subject| (*subject).to_owned());
        let mut rows: Vec<EventRow> = self.requests.iter().map(EventRow::of_request).collect();
        let mut referrals: BTreeMap<&str, Vec<&ReferralEvent>> = BTreeMap::new();
        for event in self.referrals {
            referrals.entry(&event.referral).or_default().push(event);
        }
        for mut events in referrals.into_values() {
            events.sort_unstable_by_key(|event| Order::of(event));
            events.dedup();
            let mut state: Option<ReferralState> = None;
            let mut holder: Option<&ReferralEvent> = None;
            for event in events {
                if event.expert.is_some() {
                    holder = Some(event);
                }
                rows.push(EventRow::of_referral(event, holder, state, subject(&event.need)));
                state = Some(event.to);
            }
        }
        rows.extend(self.surveys.iter().map(|event| EventRow::of_survey(event, subject(&event.need))));
        rows.sort_unstable();
        rows.dedup();
        EventTable { rows }
    }

    /// The events that a query is about: those of its needs and requests until its day of looking; where it names
    /// institutions or antennes, of referrals only what happened there, and no requests.
    ///
    /// # Errors
    /// As [`ImpactReport::measure`](super::ImpactReport::measure).
    pub fn table_of(
        &self,
        query: &ImpactQuery,
        directory: Option<&Directory>,
    ) -> Result<EventTable, ReferralError> {
        let (on, until) = (query.on, Some(query.on));
        let (referrals, requests) = (fold(self.referrals, until), fold_requests(self.requests, until));
        let surveys = fold_surveys(self.surveys, until);
        let facts = ImpactFacts {
            needs: self.needs,
            referrals: &referrals.referrals,
            requests: &requests.requests,
            surveys: &surveys.surveys,
        };
        let geography = geography_of(directory);
        let geography = geography.as_deref();
        let filter = Filter::of(query, directory, geography)?;
        let cases = Cases::gather(&facts, on, directory, geography);
        let of_needs = cases.cases.iter().filter(|case| filter.lets_through(case, geography));
        let needs: HashSet<&str> = of_needs.map(|case| case.need.id.as_str()).collect();
        let of_requests = cases.requests.iter().filter(|case| filter.lets_through_request(case, geography));
        let requests: HashSet<&str> = of_requests.map(|case| case.request.id.as_str()).collect();
        let is_there = |row: &EventRow| {
            let Some(institution) = row.institution.as_deref() else { return !filter.by_receiver() };
            let known = directory.and_then(|directory| directory.institution(institution));
            let institution = known.map_or(institution, |known| &known.id);
            filter.looks_at_office(institution, row.antenne.as_deref())
        };
        let mut table = self.table();
        table.rows.retain(|row| {
            row.on <= on
                && match (&row.request, &row.need) {
                    (Some(request), _) => requests.contains(request.as_str()),
                    (None, Some(need)) => {
                        needs.contains(need.as_str()) && (row.referral.is_none() || is_there(row))
                    }
                    (None, None) => false,
                }
        });
        Ok(table)
    }
}

impl EventTable {
    /// How many events there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The events that surveys as they stand tell of.
    pub fn survey_events(surveys: &[Survey]) -> Vec<SurveyEvent> {
        let event = |survey: &Survey, on, kind| SurveyEvent {
            need: survey.need.clone(),
            on,
            kind,
            called_back: None,
            useful: None,
            outcomes: Vec::new(),
        };
        let events = surveys.iter().flat_map(|survey| {
            let answered = survey.answered_on.map(|on| SurveyEvent {
                called_back: survey.called_back,
                useful: survey.useful,
                outcomes: survey.outcomes.clone(),
                ..event(survey, on, SurveyEventKind::Answered)
            });
            std::iter::once(event(survey, survey.asked_on, SurveyEventKind::Asked)).chain(answered)
        });
        events.collect()
    }

    /// The table as CSV, for programs: names of columns and words as they stand in JSON.
    pub fn to_csv(&self) -> String {
        self.csv(None)
    }

    /// The same for people: headers and words in a language. Ids and days stay.
    pub fn to_csv_in(&self, language: Language) -> String {
        self.csv(Some(language))
    }

    fn csv(&self, language: Option<Language>) -> String {
        let mut text = String::new();
        push_row(&mut text, COLUMNS.iter().map(|column| column.header(language)));
        for row in &self.rows {
            push_row(&mut text, COLUMNS.iter().map(|column| (column.cell)(row, language)));
        }
        text
    }
}
