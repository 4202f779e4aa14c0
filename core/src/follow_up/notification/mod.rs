//! The messages that keep people in the loop: to the expert, the company and the adviser, in French,
//! each with a subject, a plain text and accessible HTML. The library renders, the host sends.
//!
//! Names and contacts are given at the moment of rendering and kept nowhere. Whatever they hold,
//! HTML is escaped, a subject is one line without control characters, and no line can be slipped
//! into a plain text but through what the company wrote. Links must be `http`, `https` or `mailto`.
//!
//! ```
//! use aiguillage::follow_up::from_json;
//! use aiguillage::follow_up::notification::{NotificationData, NotificationKind, render};
//!
//! let data: NotificationData = from_json(r#"{
//!     "service": {"name": "Entraide entreprises"},
//!     "need": {"subject": "Recruter", "days": 21},
//!     "facility": {"name": "Boulangerie <Test>", "commune": "Amiens"},
//!     "contact": {"phone": "03 53 01 00 00"},
//!     "links": {"take_charge": "https://example.org/oui", "not_for_me": "https://example.org/non"}
//! }"#)?;
//! let message = render(NotificationKind::ExpertLastChance, &data)?;
//! assert_eq!(message.subject, "Dernier rappel\u{a0}: Boulangerie <Test> (Amiens) attend depuis 21\u{a0}jours");
//! assert!(message.html.contains("Boulangerie &lt;Test&gt;"));
//!
//! let error = render(NotificationKind::CompanyTaken, &data).unwrap_err();
//! assert_eq!((error.code(), error.field()), ("missing_variable", Some("expert.name")));
//! # Ok::<(), aiguillage::ReferralError>(())
//! ```
//!
//! A host changes wording or look by overriding templates ([`Templates::new`]), which are written in
//! [Jinja](https://docs.rs/minijinja/latest/minijinja/syntax/): each message has `KIND.subject`,
//! `KIND.text` and `KIND.html`, which extend `layout.text` and `layout.html` and include parts such
//! as `need.html`, `contact.html` and `buttons.html`. [`default_template`] shows what stands there.
//! Besides Jinja's own filters there are `date` (3 novembre 2026), `yes_no` (Oui, Non), `answer` (the
//! same, and labels of choices), `state_label`, `reason_label`, `tel_url` and `mail_url`. There is no
//! `namespace`, and loops are not `recursive`: no value stands in another without bound.

mod clean;
mod data;
mod filters;
mod limits;
mod nesting;
mod templates;

pub use data::{
    AdviserCard, AnswerCard, ContactCard, ExpertCard, FacilityCard, Links, NeedCard, NotificationData,
    NotificationKind, Service,
};
pub use limits::{DEEPEST_BLOCKS, DEEPEST_BRACKETS, LONGEST_TEMPLATE, MOST_OPERATORS};
pub use nesting::DEEPEST_VALUES;
pub use templates::{Message, TemplateOverride, Templates, default_template, render, template_names};
