//! Templates, the default ones and the host's, and rendering with them.

use std::panic::{AssertUnwindSafe, catch_unwind};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value};
use serde::{Deserialize, Serialize};

use super::data::{NotificationData, NotificationKind};
use super::{clean, filters, limits, nesting};
use crate::follow_up::ReferralError;
use crate::language::sentence;
use crate::text::{cut, shorten};

/// What a template may cost: many times what any of ours takes, and little enough that one which
/// never ends is stopped at once.
const FUEL: u64 = 500_000;

/// How deep templates may include each other, in the engine's own measure: an inclusion counts as ten,
/// a block or loop as one. Ours take twenty.
const DEEPEST_INCLUSION: usize = 60;

/// A longer subject is cut: mail clients show a third of it.
const LONGEST_SUBJECT: usize = 200;

/// A message to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// One line without control characters.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// A whole HTML document.
    pub html: String,
}

/// A template of the host's instead of ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TemplateOverride {
    /// Which one: `expert_new_need.html`, `layout.text`… See [`template_names`].
    pub template: String,
    /// Its text, in Jinja.
    pub source: String,
}

macro_rules! defaults {
    ($($name:literal)*) => {
        const DEFAULTS: &[(&str, &str)] = &[$(($name, include_str!(concat!("templates/", $name))),)*];
    };
}

defaults! {
    "layout.text" "layout.html"
    "need.text" "need.html" "contact.text" "contact.html" "expert.text"
    "buttons.text" "buttons.html" "see.text" "see.html"
    "expert_new_need.subject" "expert_new_need.text" "expert_new_need.html"
    "expert_reminder.subject" "expert_reminder.text" "expert_reminder.html"
    "expert_last_chance.subject" "expert_last_chance.text" "expert_last_chance.html"
    "company_sent.subject" "company_sent.text" "company_sent.html"
    "company_taken.subject" "company_taken.text" "company_taken.html"
    "company_abandoned.subject" "company_abandoned.text" "company_abandoned.html"
    "company_not_taken.subject" "company_not_taken.text" "company_not_taken.html"
    "company_not_reachable.subject" "company_not_reachable.text" "company_not_reachable.html"
    "company_survey.subject" "company_survey.text" "company_survey.html"
    "company_come_back.subject" "company_come_back.text" "company_come_back.html"
    "adviser_progress.subject" "adviser_progress.text" "adviser_progress.html"
    "adviser_refused.subject" "adviser_refused.text" "adviser_refused.html"
    "adviser_last_chance.subject" "adviser_last_chance.text" "adviser_last_chance.html"
}

/// The names of all templates, which a host can override.
pub fn template_names() -> impl Iterator<Item = &'static str> {
    DEFAULTS.iter().map(|(name, _)| *name)
}

/// What stands in a template unless the host overrides it.
///
/// ```
/// use aiguillage::follow_up::notification::default_template;
///
/// assert!(default_template("buttons.text").unwrap().contains("{{ links.take_charge }}"));
/// ```
pub fn default_template(name: &str) -> Option<&'static str> {
    DEFAULTS.iter().find(|(known, _)| *known == name).map(|(_, source)| *source)
}

/// Renders a message from the default templates.
///
/// # Errors
/// As [`Templates::render`].
pub fn render(kind: NotificationKind, data: &NotificationData) -> Result<Message, ReferralError> {
    Templates::new(&[])?.render(kind, data)
}

/// Compiled templates: made once, and shared between threads.
#[derive(Debug)]
pub struct Templates {
    environment: Environment<'static>,
}

impl Templates {
    /// The default templates, some of them replaced.
    ///
    /// # Errors
    /// `unknown_template` for a name that is none, `invalid_template` for one that is no Jinja, with
    /// its line, or that is longer than [`LONGEST_TEMPLATE`](super::LONGEST_TEMPLATE) or nested deeper
    /// than [`DEEPEST_BLOCKS`](super::DEEPEST_BLOCKS), [`DEEPEST_BRACKETS`](super::DEEPEST_BRACKETS) and
    /// [`MOST_OPERATORS`](super::MOST_OPERATORS) let it.
    ///
    /// ```
    /// use aiguillage::follow_up::notification::{TemplateOverride, Templates};
    ///
    /// let replaced = TemplateOverride { template: "company_sent.subjet".into(), source: "Bonjour".into() };
    /// let error = Templates::new(&[replaced]).unwrap_err();
    /// assert_eq!(error.hint().as_deref(), Some("did you mean `company_sent.subject`?"));
    /// ```
    pub fn new(overrides: &[TemplateOverride]) -> Result<Templates, ReferralError> {
        let mut environment = Environment::new();
        environment.set_syntax(
            SyntaxConfig::builder()
                .trim_blocks(true)
                .lstrip_blocks(true)
                .keep_trailing_newline(true)
                .build()
                .map_err(|error| failure(&error))?,
        );
        environment.set_debug(true);
        environment.set_fuel(Some(FUEL));
        environment.set_recursion_limit(DEEPEST_INCLUSION);
        environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        environment.set_auto_escape_callback(|name| {
            if name.ends_with(".html") { AutoEscape::Html } else { AutoEscape::None }
        });
        filters::add(&mut environment);
        nesting::add(&mut environment);
        for (name, source) in DEFAULTS {
            environment.add_template(name, source).map_err(|error| failure(&error))?;
        }
        for replaced in overrides {
            let Some((name, _)) = DEFAULTS.iter().find(|(name, _)| *name == replaced.template) else {
                let name = &replaced.template;
                let known = template_names();
                return Err(ReferralError::unknown(
                    "unknown_template",
                    "template",
                    sentence!(Template),
                    name,
                    known,
                ));
            };
            let source = limits::guarded(name, &replaced.source)?;
            let added = environment.add_template_owned(*name, source);
            added.map_err(|error| failure(&error))?;
        }
        Ok(Templates { environment })
    }

    /// Renders a message.
    ///
    /// # Errors
    /// `missing_variable` with the fact that is missing, `invalid_link` for one that is no `http`,
    /// `https` or `mailto` link, `invalid_template` where a template of the host fails or makes a value
    /// deeper than [`DEEPEST_VALUES`](super::DEEPEST_VALUES).
    pub fn render(&self, kind: NotificationKind, data: &NotificationData) -> Result<Message, ReferralError> {
        clean::check_links(&data.links)?;
        let mut facts = serde_json::to_value(data)
            .map_err(|error| ReferralError::new("invalid_value", None, error.to_string()))?;
        clean::clean(&mut facts, "");
        let facts = Value::from(Serde(&facts));
        let part = |part: &str| {
            let name = format!("{kind}.{part}");
            let render = || self.environment.get_template(&name)?.render(facts.clone());
            // The engine panics at `loop.cycle()`, by a division by the number of its arguments. What a
            // rendering changes is its own, so that nothing is left half done.
            let rendered = catch_unwind(AssertUnwindSafe(render));
            let failed = || Error::new(ErrorKind::InvalidOperation, format!("`{name}` made the engine fail"));
            rendered.unwrap_or_else(|_| Err(failed())).map_err(|error| failure(&error))
        };
        Ok(Message {
            subject: cut(&clean::line(&part("subject")?), LONGEST_SUBJECT).into_owned(),
            text: clean::lines(&part("text")?),
            html: part("html")?.trim().to_owned(),
        })
    }
}

/// What the engine reports, as an error of ours.
fn failure(error: &Error) -> ReferralError {
    let inner = innermost(error);
    let place = match (inner.name(), inner.line()) {
        (Some(name), Some(line)) => format!("`{name}`, line {line}"),
        (Some(name), None) => format!("`{name}`"),
        _ => "a template".to_owned(),
    };
    if inner.kind() == ErrorKind::UndefinedError {
        let at = inner.range().zip(inner.template_source());
        let variable = at.map(|(range, source)| variable_at(source, range));
        let variable = variable.filter(|variable| !variable.is_empty()).unwrap_or("a variable");
        let message = format!("`{}` is missing, and {place} needs it", shorten(variable, 60));
        return ReferralError::new("missing_variable", Some(variable), message);
    }
    let message = match inner.detail() {
        Some(detail) if !detail.is_empty() => format!("{place}: {}: {detail}", inner.kind()),
        _ => format!("{place}: {}", inner.kind()),
    };
    ReferralError::new("invalid_template", inner.name(), message)
}

/// The variable at a place of a template, or before it where that is a filter.
fn variable_at(source: &str, range: std::ops::Range<usize>) -> &str {
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let before = source.get(..range.start).unwrap_or("");
    let variable = match before.trim_end().strip_suffix('|') {
        Some(filtered) => filtered.trim_end().rsplit(|c| !is_path(c)).next(),
        None => source.get(range).and_then(|at| at.split(|c| !is_path(c)).next()),
    };
    variable.unwrap_or("")
}

/// The error of an included or extended template stands inside that of the one which asked for it.
fn innermost(error: &Error) -> &Error {
    let mut inner = error;
    while let Some(next) = std::error::Error::source(inner).and_then(|source| source.downcast_ref::<Error>())
    {
        inner = next;
    }
    inner
}
