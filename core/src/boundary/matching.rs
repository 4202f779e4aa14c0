//! Needs to their experts, as JSON. The hot form of the same is [`packed`](super::packed).

use std::borrow::Cow;
use std::ops::{ControlFlow, Not};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{BoundaryError, NeedInput, Nothing};
use crate::follow_up::{ReferralError, from_value};
use crate::language::sentence;
use crate::need::{FieldValue, Need, NeedError};
use crate::{Match, MatchOptions, Matches, Router, RulesVersion};

/// A need that is to be read.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NeedRequest<'v> {
    /// The need.
    #[serde(borrow)]
    pub need: NeedInput<'v>,
}

/// A need whose experts are asked for.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MatchRequest<'v> {
    /// The need.
    #[serde(borrow)]
    pub need: NeedInput<'v>,
    /// What is wanted of its matches.
    #[serde(default)]
    pub options: MatchOptions,
}

/// Needs whose experts are asked for.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MatchBatchRequest<'v> {
    /// The needs.
    #[serde(borrow)]
    pub needs: Vec<NeedInput<'v>>,
    /// What is wanted of the matches of each.
    #[serde(default)]
    pub options: MatchOptions,
}

/// The matches of one need, in order.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MatchAnswer<'r> {
    /// The day for which they were found: that of the need, else today.
    pub on: Date,
    /// The version of the rules under which they were found.
    pub rules: RulesVersion,
    /// Whether a secret seed of the directory's keeper entered the draw.
    #[serde(skip_serializing_if = "Not::not")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub seeded: bool,
    /// INSEE's code of the current commune of the need.
    pub commune: &'r str,
    /// Whether the need's postal code and town make that commune likely, not certain.
    #[serde(skip_serializing_if = "Not::not")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub commune_is_likely: bool,
    /// Whether the need's exact headcount, which counts, lies outside of the band that it gives too.
    #[serde(skip_serializing_if = "Not::not")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub headcount_differs: bool,
    /// The matches, in order.
    pub matches: Vec<Match<'r>>,
}

/// What became of one need among many: it was routed, or it was refused.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MatchRow<'r> {
    /// Its matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<MatchAnswer<'r>>,
    /// Why it cannot be routed as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<BoundaryError>,
}

/// What became of many needs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MatchBatchAnswer<'r> {
    /// One row a need, in their order.
    pub rows: Vec<MatchRow<'r>>,
}

impl<'r> From<&Matches<'r>> for MatchAnswer<'r> {
    fn from(matches: &Matches<'r>) -> MatchAnswer<'r> {
        MatchAnswer {
            on: matches.on(),
            rules: matches.rules(),
            seeded: matches.is_seeded(),
            commune: matches.commune().code(),
            commune_is_likely: matches.is_commune_likely(),
            headcount_differs: matches.headcount_differs(),
            matches: matches.iter().collect(),
        }
    }
}

/// The need as the library writes it: without blanks, its codes in their one form.
///
/// # Errors
/// With the first field that does not exist, is given twice or has a value that cannot be read.
pub fn read_need((): (), request: NeedRequest<'_>) -> Result<Need, BoundaryError> {
    Ok(request.need.read()?)
}

/// Whether a need can be answered, without matching it; it may lack its subject.
///
/// # Errors
/// As [`Router::check_need`].
pub fn check_need(router: &Router, request: NeedRequest<'_>) -> Result<Nothing, BoundaryError> {
    router.check_need(&request.need.read()?)?;
    Ok(Nothing)
}

/// The matches of one need.
///
/// # Errors
/// As [`Router::match_experts_with`].
pub fn match_experts<'r>(
    router: &'r Router,
    request: MatchRequest<'_>,
) -> Result<MatchAnswer<'r>, BoundaryError> {
    let matches = router.match_experts_with(&request.need.read()?, &request.options)?;
    Ok(MatchAnswer::from(&matches))
}

/// The matches of many needs: one row a need, so that a faulty one does not sink the others.
///
/// # Errors
/// When the options themselves are wrong.
pub fn match_batch<'r>(
    router: &'r Router,
    request: MatchBatchRequest<'_>,
) -> Result<MatchBatchAnswer<'r>, BoundaryError> {
    let needs: Vec<_> = request.needs.into_iter().map(NeedInput::read).collect();
    let need = |row: usize| match needs.get(row) {
        Some(need) => need.as_ref().map_err(Clone::clone),
        None => Err(NeedError::not_json(sentence!(NoNeedInRow { row }))),
    };
    let results = router.match_rows(needs.len(), need, &request.options, |_| ControlFlow::Continue(()))?;
    let row = |result: &Result<Matches<'r>, NeedError>| match result {
        Ok(matches) => MatchRow { found: Some(matches.into()), error: None },
        Err(error) => MatchRow { found: None, error: Some(error.into()) },
    };
    Ok(MatchBatchAnswer { rows: results.iter().map(row).collect() })
}

impl MatchOptions {
    /// Options from named values, as other languages give them. Blank values are options not given.
    ///
    /// # Errors
    /// With the first option that does not exist, is given twice or has a value that is none. That a
    /// load is of an unknown expert only shows when the options are used.
    ///
    /// ```
    /// use aiguillage::MatchOptions;
    /// use aiguillage::need::FieldValue;
    ///
    /// let options = MatchOptions::from_fields([("limit".into(), FieldValue::Integer(3))])?;
    /// assert_eq!(options.limit, Some(3));
    /// let error = MatchOptions::from_fields([("limits".into(), FieldValue::Integer(3))]).unwrap_err();
    /// assert_eq!(error.hint().as_deref(), Some("did you mean `limit`?"));
    /// # Ok::<(), aiguillage::NeedError>(())
    /// ```
    pub fn from_fields<'v>(
        fields: impl IntoIterator<Item = (Cow<'v, str>, FieldValue<'v>)>,
    ) -> Result<MatchOptions, NeedError> {
        from_value(FieldValue::Map(fields.into_iter().collect())).map_err(|error| need_error(&error))
    }
}

/// A fault of a request about needs, as the error of a need.
pub(super) fn need_error(error: &ReferralError) -> NeedError {
    NeedError::of_fault(error.code(), error.field().map(str::to_owned), error.fault().clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(name: &'static str, value: FieldValue<'static>) -> (&'static str, Option<String>) {
        let error = MatchOptions::from_fields([(Cow::Borrowed(name), value)]).unwrap_err();
        (error.code(), error.field().map(str::to_owned))
    }

    #[test]
    fn options_are_typed() {
        let load = FieldValue::Map(vec![("e".into(), FieldValue::Integer(2))]);
        let options = MatchOptions::from_fields([
            ("limit".into(), FieldValue::Integer(0)),
            ("per_institution".into(), FieldValue::Null),
            ("load".into(), load),
        ]);
        let options = options.unwrap();
        assert_eq!((options.limit, options.per_institution), (Some(0), None));
        assert_eq!(options.load.unwrap()["e"].to_bits(), 2_f64.to_bits());
        assert_eq!(error("limit", FieldValue::Integer(-1)), ("invalid_value", Some("limit".into())));
        assert_eq!(error("load", FieldValue::Integer(1)), ("invalid_value", Some("load".into())));
        let load = FieldValue::Map(vec![("e".into(), FieldValue::Bool(true))]);
        assert_eq!(error("load", load), ("invalid_value", Some("load.e".into())));
    }
}
