//! What other languages cross: the request, the answer and the errors of every call, in one place.
//!
//! A binding translates shapes and holds no name, default or rule. It hands [`call`] the name of a call,
//! what it is called on and the request as JSON, and gets the answer or the error as JSON; what it
//! needs to know of records (their fields, types, defaults and documentation) is generated from the
//! declarations here and in the core, by `make generate`. [`CALLS`] lists the calls; each is also a
//! function of a module here, for a binding that has typed values already.
//!
//! ```
//! use aiguillage::Router;
//! use aiguillage::boundary::{Target, call};
//!
//! let router = Router::from_json(r#"{
//!     "themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "recruter", "theme": "t", "label": "S"}],
//!     "institutions": [{"id": "i", "name": "I"}],
//!     "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"]}],
//!     "experts": [{"id": "e", "antenne": "a", "name": "E", "competences": [{"subject": "recruter"}]}]
//! }"#)?;
//! let request = r#"{"need": {"subject": "recruter", "commune": "80021", "on": "2026-11-23"}, "options": {"limit": 3}}"#;
//! assert_eq!(
//!     call("match", Target::Router(&router), request)?,
//!     r#"{"on":"2026-11-23","rules":"every","commune":"80021","matches":[{"expert":"e","antenne":"a","institution":"i","subject":"recruter","zone":"departement:80","zone_owner":"antenne"}]}"#
//! );
//!
//! let error = call("match", Target::Router(&router), r#"{"need": {}, "option": {}}"#).unwrap_err();
//! assert_eq!((error.code, error.field.as_deref()), ("unknown_field", Some("option")));
//! assert_eq!(error.hint().as_deref(), Some("did you mean `options`?"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The hot call, a need that is matched, has a form of its own that holds no JSON: [`packed`].

pub mod access;
pub mod companies;
pub mod comparing;
pub mod coverage;
pub mod demand;
pub mod deposits;
pub mod directory;
mod error;
mod events;
pub mod explaining;
pub mod follow_up;
pub mod geography;
pub mod impact;
pub mod matching;
pub mod messages;
pub mod nomenclatures;
#[cfg(feature = "notifications")]
pub mod notifications;
pub mod packed;
mod read;
pub mod reminders;
#[cfg(feature = "schema")]
pub mod schema;
pub mod surveys;
mod table;
mod target;
pub mod transfers;
pub mod waves;
pub mod words;

pub use error::{BoundaryError, ErrorPlace, Family};
pub use events::GivenEvents;
pub use read::{NeedInput, Tolerant};
pub use table::{CALLS, Call, call};
pub use target::{Target, TargetKind};

/// A request that asks for nothing in particular.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoRequest {}

/// What a call answers where there is nothing to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Nothing;
