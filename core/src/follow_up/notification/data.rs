//! What messages are about: given by the host at the moment of sending, and not kept.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::record::words::words;

words! {
    /// A message that the library can render.
    NotificationKind, "kind";
    /// To an expert: a new need, with two buttons.
    ExpertNewNeed "Nouveau besoin, à l’expert" "New need, to the expert",
    /// To an expert: the need still waits.
    ExpertReminder "Relance de l’expert" "Reminder, to the expert",
    /// To an expert: the last reminder before the need is given up.
    ExpertLastChance "Dernière relance de l’expert" "Last reminder, to the expert",
    /// To the company: who will call.
    CompanySent "Qui va vous appeler, à l’entreprise" "Who will call, to the company",
    /// To the company: an expert has taken the need in charge.
    CompanyTaken "Prise en charge, à l’entreprise" "Taken in charge, to the company",
    /// To the company: nobody has answered.
    CompanyAbandoned "Abandon, à l’entreprise" "Abandoned, to the company",
    /// To the company: nobody has taken the need in charge yet, and the experts were reminded.
    CompanyNotTaken "Pas encore prise en charge, à l’entreprise" "Not yet taken in charge, to the company",
    /// To the company: an expert has called, and nobody answered.
    CompanyNotReachable "Entreprise injoignable, à l’entreprise" "Not reachable, to the company",
    /// To the company: was it called back, and was that useful?
    CompanySurvey "Enquête de satisfaction, à l’entreprise" "Survey, to the company",
    /// To the company, months later: it may ask again.
    CompanyComeBack "Invitation à revenir, à l’entreprise" "Invitation to come back, to the company",
    /// To the adviser: where a referral stands.
    AdviserProgress "Nouvelles d’un besoin, au conseiller" "News of a need, to the adviser",
    /// To the adviser: everybody has refused.
    AdviserRefused "Refus de tous, au conseiller" "Refused by everybody, to the adviser",
    /// To the adviser: nobody has moved for long.
    AdviserLastChance "Risque d’abandon, au conseiller" "About to be abandoned, to the adviser",
}

/// The facts of a message. Which of them a message needs is in [`NotificationKind`]'s template; one
/// that is missing is an error that names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct NotificationData {
    /// Who sends.
    pub service: Service,
    /// What the company needs.
    pub need: NeedCard,
    /// The company's site.
    pub facility: FacilityCard,
    /// Whom to call in the company.
    pub contact: ContactCard,
    /// The expert to whom, or of whom, the message is.
    pub expert: ExpertCard,
    /// All experts who got the need.
    pub experts: Vec<ExpertCard>,
    /// The adviser to whom the message is.
    pub adviser: AdviserCard,
    /// Where buttons lead.
    pub links: Links,
}

/// The service that sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Service {
    /// Its name, at the head and the foot of every message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where to write to a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Where to call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// A need, as messages show it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct NeedCard {
    /// The label of its subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The label of its theme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// What the company wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What the company answered.
    pub answers: Vec<AnswerCard>,
    /// The day it was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_on: Option<Date>,
    /// For how many days it has been waiting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// Where its referral stands: `taken_in_charge`, `done`…
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<crate::follow_up::ReferralState>,
    /// Why the expert refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<crate::follow_up::RefusalReason>,
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerCard {
    /// The label of the question.
    pub question: String,
    /// The answer; choices by their labels.
    pub answer: Answer,
}

/// A facility, as messages show it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct FacilityCard {
    /// The company's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub siret: Option<String>,
    /// The name of its commune.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commune: Option<String>,
    /// What it does, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// How many work there, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headcount: Option<String>,
}

/// A person of the company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ContactCard {
    /// Their name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where to call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Where to write.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// An expert, as messages show them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ExpertCard {
    /// Their name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The name of their institution.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    /// Where to call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Where to write.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// An adviser, as messages show them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct AdviserCard {
    /// Their name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Where buttons lead: `http`, `https` or `mailto`, made by the host.
///
/// Mail filters follow links before people do: a link should lead to a page with a button, and not
/// change anything by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Links {
    /// “I take charge”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub take_charge: Option<String>,
    /// “Not for me”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_for_me: Option<String>,
    /// The need in the host's application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub see: Option<String>,
    /// Asking again, for a company that nobody called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask_again: Option<String>,
    /// The survey, for a company that was helped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub survey: Option<String>,
}
