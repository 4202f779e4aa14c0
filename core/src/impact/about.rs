//! What a fault is about.

use crate::follow_up::{Referral, TrackedNeed, TrackedRequest};

/// What a fault is about, by ids.
#[derive(Clone, Copy, Default)]
pub(super) struct About<'f> {
    pub(super) need: Option<&'f str>,
    pub(super) referral: Option<&'f str>,
    pub(super) request: Option<&'f str>,
}

impl<'f> About<'f> {
    pub(super) fn need(need: &'f TrackedNeed) -> About<'f> {
        About { need: Some(&need.id), ..About::default() }
    }

    pub(super) fn referral(referral: &'f Referral) -> About<'f> {
        About { need: Some(&referral.need), referral: Some(&referral.id), ..About::default() }
    }

    pub(super) fn request(request: &'f TrackedRequest) -> About<'f> {
        About { request: Some(&request.id), ..About::default() }
    }

    /// The field that holds the id of the fact itself, and the id.
    pub(super) fn field(self) -> (&'static str, &'f str) {
        let fields = [("request", self.request), ("referral", self.referral), ("need", self.need)];
        let named = fields.into_iter().find_map(|(field, id)| Some((field, id?)));
        named.unwrap_or(("need", ""))
    }
}
