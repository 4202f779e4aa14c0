//! What a call is called on.

#[cfg(feature = "notifications")]
use crate::follow_up::notification::Templates;
use crate::language::sentence;
use crate::{Directory, Geography, Router};

use super::{BoundaryError, Family};

/// What a call is called on. What holds more than a call needs will do: a router has a directory, a
/// directory a geography.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub enum Target<'t> {
    /// Nothing: the request says everything.
    #[default]
    Nothing,
    /// A geography.
    Geography(&'t Geography),
    /// A directory.
    Directory(&'t Directory),
    /// A directory and a later one.
    Directories(&'t Directory, &'t Directory),
    /// A router.
    Router(&'t Router),
    /// A router and another, with which it is compared.
    Routers(&'t Router, &'t Router),
    /// Compiled templates.
    #[cfg(feature = "notifications")]
    Templates(&'t Templates),
}

/// What a call must be called on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TargetKind {
    /// Nothing.
    Nothing,
    /// A geography.
    Geography,
    /// A directory.
    Directory,
    /// A directory where the host has one.
    OptionalDirectory,
    /// Two directories.
    Directories,
    /// A router.
    Router,
    /// Two routers.
    Routers,
    /// Compiled templates.
    Templates,
}

/// How a function takes what it is called on.
pub(super) trait FromTarget<'t>: Sized {
    const KIND: TargetKind;

    fn from_target(target: Target<'t>) -> Option<Self>;

    /// # Errors
    /// `missing_target` where the binding did not hand on what the call is called on.
    fn required(call: &str, target: Target<'t>) -> Result<Self, BoundaryError> {
        Self::from_target(target).ok_or_else(|| {
            let message = sentence!(WrongTarget { call });
            BoundaryError::new(Family::Request, "missing_target", message)
        })
    }
}

impl<'t> FromTarget<'t> for () {
    const KIND: TargetKind = TargetKind::Nothing;

    fn from_target(_: Target<'t>) -> Option<()> {
        Some(())
    }
}

impl<'t> FromTarget<'t> for &'t Router {
    const KIND: TargetKind = TargetKind::Router;

    fn from_target(target: Target<'t>) -> Option<&'t Router> {
        match target {
            Target::Router(router) | Target::Routers(router, _) => Some(router),
            _ => None,
        }
    }
}

impl<'t> FromTarget<'t> for (&'t Router, &'t Router) {
    const KIND: TargetKind = TargetKind::Routers;

    fn from_target(target: Target<'t>) -> Option<(&'t Router, &'t Router)> {
        match target {
            Target::Routers(first, second) => Some((first, second)),
            _ => None,
        }
    }
}

impl<'t> FromTarget<'t> for &'t Directory {
    const KIND: TargetKind = TargetKind::Directory;

    fn from_target(target: Target<'t>) -> Option<&'t Directory> {
        match target {
            Target::Directory(directory) | Target::Directories(directory, _) => Some(directory),
            other => <&Router>::from_target(other).map(Router::directory),
        }
    }
}

impl<'t> FromTarget<'t> for (&'t Directory, &'t Directory) {
    const KIND: TargetKind = TargetKind::Directories;

    fn from_target(target: Target<'t>) -> Option<(&'t Directory, &'t Directory)> {
        match target {
            Target::Directories(first, second) => Some((first, second)),
            _ => None,
        }
    }
}

impl<'t> FromTarget<'t> for Option<&'t Directory> {
    const KIND: TargetKind = TargetKind::OptionalDirectory;

    fn from_target(target: Target<'t>) -> Option<Option<&'t Directory>> {
        Some(<&Directory>::from_target(target))
    }
}

impl<'t> FromTarget<'t> for &'t Geography {
    const KIND: TargetKind = TargetKind::Geography;

    fn from_target(target: Target<'t>) -> Option<&'t Geography> {
        match target {
            Target::Geography(geography) => Some(geography),
            other => <&Directory>::from_target(other).map(|directory| &**directory.geography()),
        }
    }
}

#[cfg(feature = "notifications")]
impl<'t> FromTarget<'t> for &'t Templates {
    const KIND: TargetKind = TargetKind::Templates;

    fn from_target(target: Target<'t>) -> Option<&'t Templates> {
        match target {
            Target::Templates(templates) => Some(templates),
            _ => None,
        }
    }
}
