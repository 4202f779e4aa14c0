//! The figures: what is counted, and exactly how.

use serde::{Deserialize, Serialize};

use super::{ImpactSurveys, RequestFigures};
use crate::follow_up::RefusalReason;
use crate::language::Language;

/// A part of a whole, with both, so that nobody has to guess what a percentage is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// The part.
    pub count: u64,
    /// The whole.
    pub of: u64,
    /// One by the other, from 0 to 1; nothing where the whole is 0.
    pub value: Option<f64>,
    /// Whether the whole is too small for the value to mean much.
    pub small: bool,
}

impl Share {
    pub(super) fn of(count: u64, of: u64, small: u32) -> Share {
        #[expect(clippy::cast_precision_loss, reason = "counts of needs are far below 2^53")]
        let value = (of > 0).then(|| count as f64 / of as f64);
        Share { count, of, value, small: of < u64::from(small) }
    }
}

/// What became of needs: one funnel with one denominator, in which everything is counted once.
///
/// A need is in the deepest stage that it reached, and in exactly one part of it:
///
/// - `deposited` = `nobody_found` + `not_sent` + `matched`
/// - `matched` = `waiting` + `abandoned` + `answered`
/// - `answered` = `pending` + `expired` + `refused` + `unreachable` + `in_progress` + `exchanged`
/// - `exchanged` = `no_help` + `helped`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Funnel {
    /// Needs that companies deposited.
    pub deposited: u64,
    /// Lost: no expert was found, and none was chosen by hand.
    pub nobody_found: u64,
    /// Open: experts were found, and nothing was sent yet.
    pub not_sent: u64,
    /// Needs that were sent to at least one expert.
    pub matched: u64,
    /// Open: nobody has answered, for less than `abandoned` days.
    pub waiting: u64,
    /// Lost: nobody has answered for `abandoned` days or more.
    pub abandoned: u64,
    /// Needs on which at least one expert took position, refusals included.
    pub answered: u64,
    /// Open: some have refused, others may still answer.
    pub pending: u64,
    /// Lost: some have refused, and the others have let `abandoned` days pass.
    pub expired: u64,
    /// Lost: everybody has refused.
    pub refused: u64,
    /// Lost: the company could not be reached.
    pub unreachable: u64,
    /// Open: somebody takes care of it.
    pub in_progress: u64,
    /// Needs on which an expert and the company have spoken (`done` or `done_no_help`).
    pub exchanged: u64,
    /// Lost: there was no help for it.
    pub no_help: u64,
    /// Needs on which the company was helped (`done`).
    pub helped: u64,
}

/// Referrals by where they stand. A referral that was given to another expert counts once for each
/// who had it. `sent` is the sum of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReferralCounts {
    /// All of them.
    pub sent: u64,
    /// Waiting for an answer, or expired without one.
    pub waiting: u64,
    /// Taken in charge.
    pub taken_in_charge: u64,
    /// Closed with help.
    pub done: u64,
    /// Closed, there was no help.
    pub done_no_help: u64,
    /// Closed, the company could not be reached.
    pub done_not_reachable: u64,
    /// Refused.
    pub refused: u64,
    /// Closed because a colleague of the network took the need: in no rate.
    pub taken_by_sibling: u64,
    /// Given to another expert before any refusal: in no rate.
    pub withdrawn: u64,
}

/// How often a reason was given for refusing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReasonCount {
    /// The reason; nothing where none was given.
    pub reason: Option<RefusalReason>,
    /// What users read, in French.
    pub label: String,
    /// How many refusals.
    pub count: u64,
}

impl ReasonCount {
    /// What people read for a reason, or for refusals that give none.
    pub(super) fn label_of(reason: Option<RefusalReason>, language: Language) -> &'static str {
        let none = language.choose("Sans raison donnée", "No reason given");
        reason.map_or(none, |reason| reason.label_in(language))
    }
}

/// Figures of some needs and of their referrals.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// What became of requests, before they were needs; noughts where none were given.
    pub requests: RequestFigures,
    /// What became of the needs.
    pub funnel: Funnel,
    /// Where their referrals stand.
    pub referrals: ReferralCounts,
    /// Refusals by reason, the most frequent first; they add up to `referrals.refused`.
    pub refusals: Vec<ReasonCount>,
    /// What the companies said of the help that they got; noughts where no surveys were given.
    pub surveys: ImpactSurveys,
    /// Companies that deposited them, each once; of the needs that say which company.
    pub companies: u64,
    /// Companies that were helped, each once; of the needs that say which company.
    pub companies_helped: u64,
    /// Needs that do not say which company, so that they are in neither.
    pub without_company: u64,
    /// `matched` / `deposited`.
    pub matched: Share,
    /// `answered` / `matched`.
    pub answered: Share,
    /// Needs with an exchange: `exchanged` / `matched`.
    pub exchanged: Share,
    /// `helped` / `matched`.
    pub helped: Share,
    /// `helped` / `deposited`: from one end to the other.
    pub helped_of_deposited: Share,
    /// Needs that nobody covers: `nobody_found` / `deposited`.
    pub nobody_found: Share,
    /// Needs that ever went `abandoned` days after their first sending without any answer, even if
    /// one came later / `matched`.
    pub abandoned: Share,
    /// Needs whose subject was changed after the company chose it / `deposited`.
    pub requalified: Share,
    /// Needs whose subject was changed to one of this group, from one of another: by theme where themes
    /// are asked for, else by subject. Added up over the groups, as many as went out.
    #[serde(default)]
    pub requalified_in: u64,
    /// Needs whose company had chosen a subject of this group, which was changed to one of another; of the
    /// needs that the query lets through.
    #[serde(default)]
    pub requalified_out: u64,
    /// Helped needs that were their company's first / helped needs for which that is known.
    pub new_companies: Share,
    /// Positioning: referrals that left `waiting` / referrals sent, without `taken_by_sibling` and
    /// `withdrawn` in either.
    pub positioning: Share,
    /// Referrals taken in charge (now, or closed since) / the same referrals.
    pub taken: Share,
    /// Referrals refused / the same referrals.
    pub refusal: Share,
    /// Needs of which a referral was taken in charge in fewer than 3 whole days after it was sent /
    /// needs of which one was taken in charge.
    pub taken_within_3_days: Share,
    /// The same in fewer than 5.
    pub taken_within_5_days: Share,
    /// The same among needs with an exchange, in fewer than 3: as the national service publishes it.
    pub exchanged_within_3_days: Share,
    /// The same in fewer than 5.
    pub exchanged_within_5_days: Share,
    /// Median over needs of the days from the first sending to the first answer, a refusal included.
    pub median_days_to_answer: Option<f64>,
    /// Median over needs taken in charge of the days from sending to taking, of their quickest referral.
    pub median_days_to_take: Option<f64>,
    /// Median over needs with an exchange of the days from deposit to the first closing with an exchange.
    pub median_days_to_close: Option<f64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_divided_by_nothing() {
        assert_eq!(Share::of(0, 0, 10), Share { count: 0, of: 0, value: None, small: true });
        assert_eq!(Share::of(5, 10, 10), Share { count: 5, of: 10, value: Some(0.5), small: false });
    }
}
