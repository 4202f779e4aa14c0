//! Requests: what a company deposits, until it becomes needs or is closed.
//!
//! A request is what its [`RequestEvent`]s make it, as a referral is. At any date it has exactly one
//! [fate](RequestFate): it waits for a reading, was transmitted, or was closed.

mod check;
mod classify;
mod event;
mod fold;
mod tracked;
mod words;

pub use classify::{Request, RequestKind, RequestPolicy, RequestVerdict, classify_request};
pub use event::RequestEvent;
pub use fold::{FoldedRequests, IgnoredRequestEvent, fold_requests};
pub use tracked::TrackedRequest;
pub use words::{ClosureReason, HoldReason, RequestEventKind, RequestFate, RequestState};
