//! Events as they are given, of which a later version may have written some.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

use super::BoundaryError;
use crate::follow_up::{OfKinds, ReferralError, UnknownEvent, from_value};
use crate::need::FieldValue;

/// Events of kinds that this version knows, and those of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenEvents<T> {
    known: Vec<T>,
    unknown: Vec<UnknownEvent>,
    /// The first event of a known kind that cannot be read, and why.
    fault: Option<(usize, ReferralError)>,
}

impl<T> GivenEvents<T> {
    /// The events that can be read, and those of unknown kinds: in their own order and each once, so that
    /// the answer does not depend on when and how often they arrived.
    ///
    /// # Errors
    /// With the first event of a known kind that cannot be read.
    pub fn read(mut self) -> Result<(Vec<T>, Vec<UnknownEvent>), BoundaryError> {
        if let Some((position, error)) = self.fault {
            return Err(error.under(&format!("events[{position}]")).into());
        }
        self.unknown.sort_unstable();
        self.unknown.dedup();
        Ok((self.known, self.unknown))
    }
}

impl<'de, T: Deserialize<'de> + OfKinds> Deserialize<'de> for GivenEvents<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<GivenEvents<T>, D::Error> {
        deserializer.deserialize_seq(EventsVisitor(PhantomData))
    }
}

struct EventsVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + OfKinds> Visitor<'de> for EventsVisitor<T> {
    type Value = GivenEvents<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<GivenEvents<T>, A::Error> {
        let mut events = GivenEvents { known: Vec::new(), unknown: Vec::new(), fault: None };
        for position in 0.. {
            let Some(item) = items.next_element::<FieldValue<'de>>()? else { break };
            if let Some(unknown) = UnknownEvent::of_value::<T>(&item) {
                events.unknown.push(unknown);
                continue;
            }
            match from_value(item) {
                Ok(event) => events.known.push(event),
                Err(error) => {
                    events.fault.get_or_insert((position, error));
                }
            }
        }
        Ok(events)
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for GivenEvents<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        <Vec<T> as schemars::JsonSchema>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <Vec<T> as schemars::JsonSchema>::json_schema(generator)
    }
}
