//! The taxonomy of needs: a theme groups subjects, and a need is about exactly one subject.

use serde::Serialize;

use crate::geography::Zone;

/// A group of subjects, such as recruitment and training.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct Theme {
    /// Unique among themes.
    pub id: String,
    /// What users read.
    pub label: String,
    /// Where the theme is offered; everywhere if empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<Zone>,
}

/// What a need can be about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct Subject {
    /// Unique among subjects.
    pub id: String,
    /// The id of its theme.
    pub theme: String,
    /// What users read.
    pub label: String,
    /// What the subject includes, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Words and phrases by which companies name it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// An archived subject is known, and matches nobody.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = false)))]
    pub archived: bool,
    /// The questions that refine it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
}

/// A yes/no question that refines a subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct Question {
    /// Unique among the questions of all subjects.
    pub id: String,
    /// What users read.
    pub label: String,
}

/// A message as a company wrote it, and the subject it was about. A message with several needs may
/// stand under several subjects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct Example {
    /// The id of the subject.
    pub subject: String,
    /// What was written.
    pub text: String,
}
