//! Zones as a directory lists them: one by one, or by the name of a territory that holds several.

use std::collections::HashSet;
use std::fmt;
use std::ops::Deref;

use serde::ser::{Serialize, Serializer};

use super::Zone;
use crate::codes::text_form::{schema_as_text, serialize_as_text};

/// What stands before the id of a territory.
const TERRITORY: &str = "territory";

/// Zones as a directory lists them. It is a slice of all of them, those of its territories included;
/// written, it is the zones that stand for themselves and the names of the territories.
///
/// ```
/// use aiguillage::Directory;
///
/// let directory = Directory::from_json(r#"{
///     "territories": [{"id": "avesnois", "label": "Avesnois", "zones": ["epci:200043396", "epci:200043263"]}],
///     "institutions": [{"id": "cci", "name": "CCI"}],
///     "antennes": [{"id": "sud", "institution": "cci", "name": "Sud", "zones": ["territory:avesnois", "commune:59606"]}]
/// }"#)?;
/// let zones = &directory.antenne("sud").unwrap().zones;
/// assert_eq!((zones.len(), zones.own().len(), zones.territories()), (3, 1, &["avesnois".to_owned()][..]));
/// # Ok::<(), aiguillage::DirectoryError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ZoneList {
    /// Those that stand for themselves, then those of the territories.
    zones: Vec<Zone>,
    /// Most lists name no territory.
    named: Option<Box<Named>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Named {
    /// The ids of the territories.
    territories: Vec<String>,
    /// How many zones stand for themselves.
    own: usize,
}

impl ZoneList {
    /// The zones that stand for themselves, and the territories with theirs.
    pub(crate) fn new<'t>(
        own: Vec<Zone>,
        territories: impl IntoIterator<Item = (&'t str, &'t [Zone])>,
    ) -> ZoneList {
        let mut list = ZoneList::from(own);
        let mut known = HashSet::new();
        for (id, zones) in territories {
            let own = list.zones.len();
            let named = list.named.get_or_insert_with(|| Box::new(Named { territories: Vec::new(), own }));
            if named.territories.is_empty() {
                known.extend(list.zones.iter().copied());
            }
            named.territories.push(id.to_owned());
            list.zones.extend(zones.iter().filter(|zone| known.insert(**zone)));
        }
        list
    }

    /// The zones that stand for themselves.
    pub fn own(&self) -> &[Zone] {
        let own = self.named.as_ref().map_or(self.zones.len(), |named| named.own);
        self.zones.get(..own).unwrap_or_default()
    }

    /// The ids of the territories that the list names.
    pub fn territories(&self) -> &[String] {
        self.named.as_ref().map_or(&[], |named| &named.territories)
    }

    /// The entries as they are written.
    pub(crate) fn entries(&self) -> impl Iterator<Item = ListedZone<'_>> {
        let own = self.own().iter().map(|zone| ListedZone::Zone(*zone));
        own.chain(self.territories().iter().map(|id| ListedZone::Territory(id)))
    }
}

impl From<Vec<Zone>> for ZoneList {
    fn from(zones: Vec<Zone>) -> ZoneList {
        ZoneList { zones, named: None }
    }
}

impl Deref for ZoneList {
    type Target = [Zone];

    fn deref(&self) -> &[Zone] {
        &self.zones
    }
}

impl<'l> IntoIterator for &'l ZoneList {
    type Item = &'l Zone;
    type IntoIter = std::slice::Iter<'l, Zone>;

    fn into_iter(self) -> Self::IntoIter {
        self.zones.iter()
    }
}

impl Serialize for ZoneList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.entries())
    }
}

/// An entry of a list of zones: a zone, or a territory by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListedZone<'l> {
    Zone(Zone),
    Territory(&'l str),
}

impl ListedZone<'_> {
    /// The id of the territory that a text names, if it names one.
    pub(crate) fn territory(text: &str) -> Option<&str> {
        let (kind, id) = text.split_once(':')?;
        (kind.trim() == TERRITORY).then(|| id.trim())
    }
}

impl fmt::Display for ListedZone<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ListedZone::Zone(zone) => zone.fmt(f),
            ListedZone::Territory(id) => write!(f, "{TERRITORY}:{id}"),
        }
    }
}

serialize_as_text!(ListedZone<'_>);

schema_as_text!(
    ListedZone<'_>,
    "ListedZone",
    "A zone, or a territory of the directory: `territory:` and its id.",
    {
        "pattern": r"^\s*(?:france|commune\s*:\s*(?:[0-9]{4,5}|2[ABab][0-9]{3})|(?:ept|epci)\s*:\s*[0-9]{9}|departement\s*:\s*(?:[0-9]{2,3}|2[ABab])|region\s*:\s*[0-9]{2,3}|territory\s*:\s*\S+)\s*$",
        "examples": ["commune:59350", "departement:59", "territory:avesnois"]
    }
);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ZoneList {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ZoneList".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<Vec<ListedZone<'_>>>()
    }
}

/// A zone or a territory where one of them must stand alone: a slice of its zones, written as one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneOrTerritory(ZoneList);

impl ZoneOrTerritory {
    /// A list of one entry; nothing where it has another number.
    pub(crate) fn of(list: ZoneList) -> Option<ZoneOrTerritory> {
        (list.entries().count() == 1).then_some(ZoneOrTerritory(list))
    }

    /// The list with the one entry.
    pub(crate) fn as_list(&self) -> &ZoneList {
        &self.0
    }
}

impl Deref for ZoneOrTerritory {
    type Target = [Zone];

    fn deref(&self) -> &[Zone] {
        &self.0
    }
}

impl fmt::Display for ZoneOrTerritory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.entries().try_for_each(|entry| entry.fmt(f))
    }
}

serialize_as_text!(ZoneOrTerritory);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ZoneOrTerritory {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ZoneOrTerritory".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<ListedZone<'_>>()
    }
}
