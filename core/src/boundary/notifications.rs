//! The messages to experts, companies and advisers: the library renders, the host sends.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{BoundaryError, NoRequest};
use crate::follow_up::notification::{
    Message, NotificationData, NotificationKind, TemplateOverride, Templates, default_template,
    template_names,
};

/// A message that is to be rendered.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RenderRequest {
    /// What it is.
    pub kind: NotificationKind,
    /// What it shows.
    pub data: NotificationData,
    /// Templates of the host instead of the library's.
    #[serde(default)]
    pub overrides: Vec<TemplateOverride>,
}

/// A message that is to be rendered by templates that were compiled before.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RenderWithRequest {
    /// What it is.
    pub kind: NotificationKind,
    /// What it shows.
    pub data: NotificationData,
}

/// A message with its subject, its text and its HTML.
///
/// # Errors
/// `unknown_template`, `invalid_template`, `missing_variable`, `invalid_link`.
pub fn render((): (), request: RenderRequest) -> Result<Message, BoundaryError> {
    Ok(Templates::new(&request.overrides)?.render(request.kind, &request.data)?)
}

/// The same, by templates that were compiled before.
///
/// # Errors
/// `invalid_template`, `missing_variable`, `invalid_link`.
pub fn render_with(templates: &Templates, request: RenderWithRequest) -> Result<Message, BoundaryError> {
    Ok(templates.render(request.kind, &request.data)?)
}

/// The sources of the library's own templates, by their names.
///
/// # Errors
/// None.
pub fn default_templates(
    (): (),
    _: NoRequest,
) -> Result<BTreeMap<&'static str, &'static str>, BoundaryError> {
    Ok(template_names().filter_map(|name| Some((name, default_template(name)?))).collect())
}

/// Templates that are compiled once, some of them the host's own.
///
/// # Errors
/// `unknown_template`, `invalid_template`; `unknown_field`, `missing_field` and `invalid_value` for
/// overrides that cannot be read.
pub fn templates(overrides: &str) -> Result<Templates, BoundaryError> {
    let overrides: Vec<TemplateOverride> = crate::follow_up::from_json(overrides)?;
    Ok(Templates::new(&overrides)?)
}
