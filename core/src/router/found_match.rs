//! One match, as hosts read it.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::Serialize;

use super::ZoneOwner;
use crate::directory::{Antenne, Expert, Institution, as_id, as_id_if_any};
use crate::geography::Zone;
use crate::need::NeedField;
use crate::taxonomy::Subject;

/// One expert found for one need, and why.
///
/// It serializes with the ids of `expert`, `antenne`, `institution` and `subject`; `instead_of`, `note`,
/// `absent_until` and `unverified` only where there are any.
///
/// ```
/// # use aiguillage::{Need, Router};
/// # let router = Router::from_json(r#"{
/// #     "themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
/// #     "institutions": [{"id": "i", "name": "I"}],
/// #     "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"]}],
/// #     "experts": [{"id": "e", "antenne": "a", "name": "E", "competences": [{"subject": "s"}]}]}"#)?;
/// let matches = router.match_experts(&Need::new("s", "80021"))?;
/// let json = serde_json::to_string(&matches.get(0))?;
/// assert_eq!(
///     json,
///     r#"{"expert":"e","antenne":"a","institution":"i","subject":"s","zone":"departement:80","zone_owner":"antenne"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Match<'r> {
    /// The expert.
    #[serde(serialize_with = "as_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("x-record" = "Expert")))]
    pub expert: &'r Expert,
    /// The expert's antenne.
    #[serde(serialize_with = "as_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("x-record" = "Antenne")))]
    pub antenne: &'r Antenne,
    /// The antenne's institution.
    #[serde(serialize_with = "as_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("x-record" = "Institution")))]
    pub institution: &'r Institution,
    /// The absent expert whose place this one takes: zone, owner and note are of that place.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_id_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("x-record" = "Expert")))]
    pub instead_of: Option<&'r Expert>,
    /// The subject of the need.
    #[serde(serialize_with = "as_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("x-record" = "Subject")))]
    pub subject: &'r Subject,
    /// The narrowest zone that covers the need's commune.
    pub zone: Zone,
    /// Whose zone that is.
    pub zone_owner: ZoneOwner,
    /// What the expert offers on the subject there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Cow<'r, str>>,
    /// The last day of the expert's absence, if the expert is absent on the day of the need.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub absent_until: Option<Date>,
    /// The fields of the need that criteria would have looked at, and that it does not carry.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unverified: Vec<NeedField>,
}
