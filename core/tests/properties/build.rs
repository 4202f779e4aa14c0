//! JSON out of small strategies.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value};

pub(crate) type Json = BoxedStrategy<Value>;

/// One of a list of values.
pub(crate) fn one_of<T: Clone + Into<Value> + std::fmt::Debug + 'static>(values: &[T]) -> Json {
    prop::sample::select(values.to_vec()).prop_map(Into::into).boxed()
}

/// The value, or nothing: null, which [`object`] leaves out.
pub(crate) fn maybe(probability: f64, value: Json) -> Json {
    option::weighted(probability, value).prop_map(|value| value.unwrap_or(Value::Null)).boxed()
}

/// A list of items without those that are there already.
pub(crate) fn list(item: Json, length: impl Into<prop::collection::SizeRange>) -> Json {
    let unique = |items: Vec<Value>| {
        let mut kept: Vec<Value> = Vec::new();
        for item in items {
            if !kept.contains(&item) {
                kept.push(item);
            }
        }
        kept
    };
    vec(item, length).prop_map(move |items| Value::Array(unique(items))).boxed()
}

pub(crate) fn object(fields: Vec<(&'static str, Json)>) -> Json {
    let (names, values): (Vec<&'static str>, Vec<Json>) = fields.into_iter().unzip();
    values
        .prop_map(move |values| {
            let members = names.iter().map(|name| (*name).to_owned()).zip(values);
            Value::Object(members.filter(|(_, value)| !value.is_null()).collect())
        })
        .boxed()
}

/// One object with the members of all.
pub(crate) fn merged(objects: Vec<Json>) -> Json {
    objects
        .prop_map(|objects| {
            let mut all = Map::new();
            objects.into_iter().for_each(|object| {
                if let Value::Object(members) = object {
                    all.extend(members);
                }
            });
            Value::Object(all)
        })
        .boxed()
}

/// A list of objects, one of each strategy.
pub(crate) fn rows(rows: Vec<Json>) -> Json {
    rows.prop_map(Value::Array).boxed()
}

pub(crate) fn fixed(value: impl Into<Value>) -> Json {
    Just(value.into()).boxed()
}
