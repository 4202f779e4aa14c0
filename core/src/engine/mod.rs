//! The engine: a directory compiled so that a need finds its experts in about a microsecond.
//!
//! It is private. The [`Router`](crate::Router) is its face; explanation and coverage read what it
//! compiled, and decide by its rules. Nothing in here knows who calls.
//!
//! # The way of a need
//!
//! ```text
//!   Directory ── build ──►  Lexicon    ids and codes as numbers
//!                           Sieve      which checks reject, for every value of every number
//!                           Shards     one a subject: postings, runs, members, guards
//!
//!   Need
//!    │  facts    ids become numbers, dates become ages; what is unknown is an error
//!    ▼
//!   Facts ───────────────► the shard of the subject
//!    │                      │ find   the postings of the seven zones around the commune,
//!    │  sieve               ▼        from narrow to wide
//!    ▼                     runs      experts who share guard and exceptions
//!   verdicts of checks ──►  │        runs that some check rejects are dropped by a few bits;
//!                           │        of the others, those left open ask exceptions and guard
//!                           ▼
//!                          accepted runs
//!                           │ order  each member draws; draws, levels and absences in one number,
//!                           ▼        sorted
//!                          Found     looked up in the directory when a match is read
//! ```
//!
//! # Words
//!
//! - *number*: how the engine knows an expert (which keeps it through changes of the directory), a
//!   subject, or a question of a subject. *Position*: the place in a list, such as the directory's.
//! - *lexicon*: the tables by which the words of a need become numbers.
//! - *facts*: a need in numbers.
//! - *chain*: the zones around a commune, one a level; *level*: 0 for an arrondissement to 6 for France.
//! - *criteria chain*: the criteria of an institution, an antenne and an expert, which a need passes one after the
//!   other.
//! - *shard*: what a need reads of one subject.
//! - *holder*: an expert who holds a subject, active or not.
//! - *posting*: everybody who handles the subject in one zone, as runs in a row.
//! - *run*: experts of a posting who share guard and exceptions.
//! - *member*: an expert in a run.
//! - *exception*: a narrower zone in whose posting the same experts stand: whoever lies there finds
//!   them through it, so that nobody is found twice.
//! - *guard*: all that decides on the experts of a run beside subject, status and territory.
//! - *test*: a compiled criterion. *Required* tests all have to accept; of *alternatives*, one.
//! - *condition*: one thing that a criterion asks for, such as a least headcount.
//! - *answer group*: answers that an institution asks for together.
//! - *check*: a part of a guard that has a number, such as one condition: its verdict on a need is looked
//!   up, and shared by all guards that have it.
//! - *verdict*: what a check makes of a need: it accepts, it rejects, or it is *open*, and the guard is
//!   asked.
//! - *sieve*: the verdicts of a directory's checks, a row for each interval of each number of a need,
//!   between *steps* at which some verdict changes; an *axis* is one such number. *Sifted*: decided by
//!   checks alone.
//! - *cohort*: while a shard is compiled, experts who stand in the same zones behind one guard.
//! - *draw*: the number that an expert has for one need, from the hash of both. *Score*: what capacity
//!   makes of it; the lowest comes first.
//! - *found*: a match in one number, which sorts.

pub(crate) mod answer_group;
pub(crate) mod axis;
pub(crate) mod build;
pub(crate) mod compiled;
pub(crate) mod conditions;
#[cfg(feature = "csv")]
mod counts;
pub(crate) mod criteria;
pub(crate) mod criteria_chains;
pub(crate) mod facts;
pub(crate) mod find;
pub(crate) mod need_opco;
pub(crate) mod need_place;
pub(crate) mod offer;
pub(crate) mod options;
pub(crate) mod order;
pub(crate) mod period;
pub(crate) mod sieve;
pub(crate) mod span;
