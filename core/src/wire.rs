//! What follows the match, as JSON in and JSON out: for languages that convert and do nothing else.
//!
//! ```
//! use aiguillage::wire::call;
//!
//! let answer = call("need_status", r#"{"states": ["waiting", "done_no_help"]}"#, None)?;
//! assert_eq!(answer, r#""done_no_help""#);
//!
//! let error = call("need_status", r#"{"states": ["waitting"]}"#, None).unwrap_err();
//! assert_eq!((error.code(), error.field()), ("unknown_state", Some("states[0]")));
//! # Ok::<(), aiguillage::ReferralError>(())
//! ```

use std::borrow::Cow;

use jiff::civil::Date;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::directory::Directory;
use crate::follow_up::{
    self, Move, Reassignment, Referral, ReferralError, ReferralEvent, ReferralState, ReminderPolicy, Request,
    RequestPolicy, RetentionPolicy, Sending, TrackedNeed, from_json,
};
use crate::impact::{ImpactFault, ImpactQuery, ImpactReport};

type Answer = Result<String, ReferralError>;

macro_rules! functions {
    ($($(#[$attribute:meta])* $name:literal $function:ident,)*) => {
        /// The names of the functions that [`call`] knows.
        pub const FUNCTIONS: &[&str] = &[$($(#[$attribute])* $name),*];

        fn dispatch(
            name: &str,
            arguments: &mut Arguments<'_>,
            directory: Option<&Directory>,
        ) -> Answer {
            match name {
                $($(#[$attribute])* $name => $function(arguments, directory),)*
                _ => {
                    let known = FUNCTIONS.iter().copied();
                    Err(ReferralError::unknown("unknown_function", "function", "function", name, known))
                }
            }
        }
    };
}

functions! {
    "send" send,
    "move_referral" move_referral,
    "reassign" reassign,
    "apply" apply,
    "fold" fold,
    "check" check,
    "need_status" need_status,
    "reminders" reminders,
    "need_reminder" need_reminder,
    "classify_request" classify_request,
    "due_for_anonymisation" due_for_anonymisation,
    "anonymise" anonymise,
    "impact" impact_report,
    "impact_table" impact_table,
    #[cfg(feature = "csv")]
    "impact_csv" impact_csv,
    "compare_impact" compare_impact,
    #[cfg(feature = "csv")]
    "read_referrals_csv" read_referrals_csv,
    #[cfg(feature = "notifications")]
    "render" render,
}

/// Calls a function of [`follow_up`] or [`impact`](crate::impact) by its name, with
/// its arguments as one JSON object; the answer is JSON. Arguments that have a default may be left
/// out, and null is the same as nothing.
///
/// A directory, where the host has one, tells `move_referral` which institutions are single takers,
/// and `impact` and `read_referrals_csv` names, themes and offices.
///
/// # Errors
/// `unknown_function`, `missing_field` and `unknown_field` for an argument, `invalid_value` for what
/// is not JSON, and what the function itself returns.
pub fn call(function: &str, arguments: &str, directory: Option<&Directory>) -> Answer {
    dispatch(function, &mut Arguments::read(arguments)?, directory)
}

fn send(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    let (referrals, sending) =
        (arguments.list::<Referral>("referrals")?, arguments.one::<Sending>("sending")?);
    arguments.finish(&["referrals", "sending"])?;
    json(&follow_up::send(&referrals, &sending)?)
}

fn move_referral(arguments: &mut Arguments<'_>, directory: Option<&Directory>) -> Answer {
    let (referrals, change) = (arguments.list::<Referral>("referrals")?, arguments.one::<Move>("move")?);
    let mut single_takers = arguments.or::<Vec<String>>("single_takers", Vec::new)?;
    arguments.finish(&["referrals", "move", "single_takers"])?;
    single_takers.extend(directory.map(Directory::single_takers).unwrap_or_default());
    json(&follow_up::move_referral(&referrals, &change, &single_takers)?)
}

fn reassign(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    let referrals = arguments.list::<Referral>("referrals")?;
    let to = arguments.one::<Reassignment>("reassignment")?;
    arguments.finish(&["referrals", "reassignment"])?;
    json(&follow_up::reassign(&referrals, &to)?)
}

fn apply(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    let (mut referral, event) =
        (arguments.one::<Referral>("referral")?, arguments.one::<ReferralEvent>("event")?);
    arguments.finish(&["referral", "event"])?;
    referral.apply(&event)?;
    json(&referral)
}

fn fold(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    let (events, on) =
        (arguments.list::<ReferralEvent>("events")?, arguments.or::<Option<Date>>("on", || None)?);
    arguments.finish(&["events", "on"])?;
    json(&follow_up::fold(&events, on))
}

fn check(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    let referral = arguments.one::<Referral>("referral")?;
    arguments.finish(&["referral"])?;
    json(&referral.check()?)
}

fn need_status(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    let states = arguments.list::<ReferralState>("states")?;
    arguments.finish(&["states"])?;
    json(&follow_up::need_status(&states))
}

fn reminders(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    let (referrals, on, policy) = reminder_arguments(arguments)?;
    json(&follow_up::reminders(&referrals, on, &policy))
}

fn need_reminder(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    let (referrals, on, policy) = reminder_arguments(arguments)?;
    json(&follow_up::need_reminder_on(&referrals, on, &policy))
}

fn reminder_arguments(
    arguments: &mut Arguments<'_>,
) -> Result<(Vec<Referral>, Date, ReminderPolicy), ReferralError> {
    let referrals = arguments.list("referrals")?;
    let (on, policy) = (arguments.one("on")?, arguments.or("policy", ReminderPolicy::default)?);
    arguments.finish(&["referrals", "on", "policy"])?;
    Ok((referrals, on, policy))
}

fn classify_request(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    let (request, earlier) = (arguments.one::<Request>("request")?, arguments.list::<Request>("earlier")?);
    let policy = arguments.or("policy", RequestPolicy::default)?;
    arguments.finish(&["request", "earlier", "policy"])?;
    json(&follow_up::classify_request(&request, &earlier, &policy))
}

fn due_for_anonymisation(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    let (needs, referrals) =
        (arguments.list::<TrackedNeed>("needs")?, arguments.list::<Referral>("referrals")?);
    let (on, policy) = (arguments.one("on")?, arguments.or("policy", RetentionPolicy::default)?);
    arguments.finish(&["needs", "referrals", "on", "policy"])?;
    json(&follow_up::due_for_anonymisation(&needs, &referrals, on, &policy))
}

fn anonymise(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    let (need, on) = (arguments.one::<TrackedNeed>("need")?, arguments.one("on")?);
    arguments.finish(&["need", "on"])?;
    json(&need.anonymised(on))
}

fn impact_report(arguments: &mut Arguments<'_>, directory: Option<&Directory>) -> Answer {
    let mut faults = Vec::new();
    let needs = arguments.good::<TrackedNeed>("needs", &mut faults)?;
    let referrals = arguments.good::<Referral>("referrals", &mut faults)?;
    let query = arguments.one::<ImpactQuery>("query")?;
    arguments.finish(&["needs", "referrals", "query"])?;
    let mut report = ImpactReport::measure(&needs, &referrals, &query, directory)?;
    faults.append(&mut report.faults);
    report.faults = faults;
    json(&report)
}

fn impact_table(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    let report = arguments.one::<ImpactReport>("report")?;
    arguments.finish(&["report"])?;
    json(&report.table())
}

#[cfg(feature = "csv")]
fn impact_csv(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    let report = arguments.one::<ImpactReport>("report")?;
    arguments.finish(&["report"])?;
    json(&report.to_csv())
}

fn compare_impact(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    let (before, after) = (arguments.one::<ImpactReport>("before")?, arguments.one::<ImpactReport>("after")?);
    arguments.finish(&["before", "after"])?;
    json(&before.changes_to(&after))
}

#[cfg(feature = "csv")]
fn read_referrals_csv(arguments: &mut Arguments<'_>, directory: Option<&Directory>) -> Answer {
    let name = arguments.or("name", || "referrals.csv".to_owned())?;
    let text = arguments.one::<String>("text")?;
    arguments.finish(&["name", "text"])?;
    json(&crate::impact::ReferralFile::read_csv(&name, text.as_bytes(), directory)?)
}

#[cfg(feature = "notifications")]
fn render(arguments: &mut Arguments<'_>, _: Option<&Directory>) -> Answer {
    use crate::follow_up::notification::{MessageFacts, MessageKind, TemplateOverride, Templates};
    let kind = arguments.one::<MessageKind>("kind")?;
    let data = arguments.one::<MessageFacts>("data")?;
    let overrides = arguments.or::<Vec<TemplateOverride>>("overrides", Vec::new)?;
    arguments.finish(&["kind", "data", "overrides"])?;
    json(&Templates::new(&overrides)?.render(kind, &data)?)
}

fn json(value: &impl Serialize) -> Answer {
    // Texts, numbers that are finite and lists of them: nothing that JSON could not hold.
    serde_json::to_string(value).map_err(|error| ReferralError::new("invalid_value", None, error.to_string()))
}

/// Arguments by name, still as text: lists of a million events are read item by item.
struct Arguments<'t> {
    members: Vec<(Cow<'t, str>, &'t RawValue)>,
}

impl<'t> Arguments<'t> {
    fn read(text: &'t str) -> Result<Arguments<'t>, ReferralError> {
        let members = crate::json::members(text).map_err(|error| {
            ReferralError::new("invalid_value", None, format!("the arguments are no JSON object: {error}"))
        })?;
        let twice = members
            .iter()
            .enumerate()
            .find(|(number, (name, _))| members.iter().take(*number).any(|(earlier, _)| earlier == name));
        match twice {
            Some((_, (name, _))) => Err(ReferralError::invalid(name, format!("`{name}` is given twice"))),
            None => Ok(Arguments { members }),
        }
    }

    /// Takes an argument; null is the same as nothing.
    fn take(&mut self, name: &str) -> Option<&'t str> {
        let position = self.members.iter().position(|(own, _)| own == name)?;
        let text = self.members.swap_remove(position).1.get();
        (text != "null").then_some(text)
    }

    fn one<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, ReferralError> {
        let Some(text) = self.take(name) else { return Err(ReferralError::missing(name)) };
        from_json(text).map_err(|error| error.under(name))
    }

    fn or<T: DeserializeOwned>(&mut self, name: &str, default: impl Fn() -> T) -> Result<T, ReferralError> {
        self.take(name).map_or_else(|| Ok(default()), from_json).map_err(|error| error.under(name))
    }

    /// The items of a list, each as it was read.
    fn items<T: DeserializeOwned>(
        &mut self,
        name: &str,
    ) -> Result<impl Iterator<Item = Result<T, ReferralError>>, ReferralError> {
        let Some(text) = self.take(name) else { return Err(ReferralError::missing(name)) };
        let items = follow_up::from_json_list::<T>(text).map_err(|error| error.under(name))?;
        let place = name.to_owned();
        let numbered = (0_usize..).zip(items);
        Ok(numbered
            .map(move |(number, item)| item.map_err(|error| error.under(&format!("{place}[{number}]")))))
    }

    fn list<T: DeserializeOwned>(&mut self, name: &str) -> Result<Vec<T>, ReferralError> {
        self.items(name)?.collect()
    }

    /// The items that can be read; the others are faults.
    fn good<T: DeserializeOwned>(
        &mut self,
        name: &str,
        faults: &mut Vec<ImpactFault>,
    ) -> Result<Vec<T>, ReferralError> {
        let mut good = Vec::new();
        for item in self.items(name)? {
            match item {
                Ok(item) => good.push(item),
                Err(error) => faults.push(ImpactFault {
                    line: None,
                    need: None,
                    referral: None,
                    code: error.code().to_owned(),
                    field: error.field().map(str::to_owned),
                    message: error.to_string(),
                    left_out: true,
                }),
            }
        }
        Ok(good)
    }

    /// Refuses arguments that nobody took.
    fn finish(&self, known: &[&str]) -> Result<(), ReferralError> {
        match self.members.first() {
            Some((name, _)) => Err(ReferralError::unknown_field(name, known)),
            None => Ok(()),
        }
    }
}
