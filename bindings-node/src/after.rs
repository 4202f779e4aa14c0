//! What follows the match: the core takes and gives JSON, here under JavaScript's names.

use std::fmt::Display;

use aiguillage::follow_up::notification::{NotificationKind, TemplateOverride, Templates, default_template};
use aiguillage::follow_up::{
    EventKind, NeedStatus, ReferralState, RefusalReason, ReminderKind, RequestKind, from_json,
};
use aiguillage::impact::{Dimension, Period};
use aiguillage::{Directory, wire};
use napi::Result;
use napi::bindgen_prelude::AsyncTask;
use napi_derive::napi;
use serde_json::{Map, Value};

use crate::directory::NativeDirectory;
use crate::work::{Work, work};
use crate::{errors, keys};

fn call(name: &str, arguments: &str, directory: Option<&Directory>) -> Result<String> {
    let answer = wire::call(name, &keys::to_core(arguments), directory);
    answer.map(|json| keys::from_core(&json)).map_err(|error| errors::referral(&error))
}

/// Calls a function of the core by its name.
#[napi(catch_unwind)]
pub fn call_core(name: String, arguments: String, directory: Option<&NativeDirectory>) -> Result<String> {
    call(&name, &arguments, directory.map(|directory| &directory.core))
}

/// The same off the event loop.
#[napi(ts_return_type = "Promise<string>")]
pub fn call_core_later(
    name: String,
    arguments: String,
    directory: Option<&NativeDirectory>,
) -> AsyncTask<Work<String>> {
    let directory = directory.map(|directory| directory.core.clone());
    work(move || call(&name, &arguments, directory.as_ref()))
}

/// The templates of notifications, compiled.
#[napi]
pub struct NativeTemplates {
    core: Templates,
}

#[napi]
impl NativeTemplates {
    /// Compiles the templates, some of them the host's own.
    #[napi(factory, catch_unwind)]
    pub fn with(overrides: String) -> Result<NativeTemplates> {
        let overrides: std::result::Result<Vec<TemplateOverride>, _> = from_json(&keys::to_core(&overrides));
        let overrides = overrides.map_err(|error| errors::referral(&error))?;
        match Templates::new(&overrides) {
            Ok(core) => Ok(NativeTemplates { core }),
            Err(error) => Err(errors::referral(&error)),
        }
    }

    /// Renders a message, as JSON.
    #[napi(catch_unwind)]
    pub fn render(&self, kind: String, data: String) -> Result<String> {
        let kind: NotificationKind = kind.parse().map_err(|error: aiguillage::language::UnknownWord| {
            errors::referral(&aiguillage::ReferralError::from(error))
        })?;
        let data = from_json(&keys::to_core(&data)).map_err(|error| errors::referral(&error))?;
        let message = self.core.render(kind, &data).map_err(|error| errors::referral(&error))?;
        crate::records::to_json(&message)
    }
}

/// The template that is rendered where the host has none of its own.
#[napi]
pub fn template_source(name: String) -> Option<&'static str> {
    default_template(&name)
}

/// The words of closed lists with their French labels, as JSON: `{"need_status": {"done": "…"}}`.
#[napi]
pub fn labels() -> String {
    let lists = [
        list("referralState", ReferralState::ALL, |one| one.label()),
        list("needStatus", NeedStatus::ALL, |one| one.label()),
        list("refusalReason", RefusalReason::ALL, |one| one.label()),
        list("eventKind", EventKind::ALL, |one| one.label()),
        list("reminderKind", ReminderKind::ALL, |one| one.label()),
        list("requestKind", RequestKind::ALL, |one| one.label()),
        list("notificationKind", NotificationKind::ALL, |one| one.label()),
        list("dimension", Dimension::ALL, |one| one.label()),
        list("period", Period::ALL, |one| one.label()),
        list("rule", &aiguillage::explain::Rule::ALL, |one| one.label()),
    ];
    Value::Object(lists.into_iter().collect()).to_string()
}

fn list<T: Copy + Display>(name: &str, all: &[T], label: fn(T) -> &'static str) -> (String, Value) {
    let labels: Map<String, Value> = all.iter().map(|one| (one.to_string(), label(*one).into())).collect();
    (name.to_owned(), Value::Object(labels))
}

/// The states that a referral may be moved to.
#[napi]
pub fn next_states(state: String) -> Result<Vec<&'static str>> {
    let state: ReferralState = state.parse().map_err(|error: aiguillage::language::UnknownWord| {
        errors::referral(&aiguillage::ReferralError::from(error))
    })?;
    let next = ReferralState::ALL.iter().filter(|next| state.may_become(**next));
    Ok(next.map(|next| next.as_str()).collect())
}
