//! JSON Schemas of what follows the match, of figures, messages, places and codes: each field says
//! what it is, and what the library writes is what its schema lists.

#![cfg(all(
    feature = "schema",
    feature = "notifications",
    feature = "csv",
    feature = "cog",
    feature = "naf"
))]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use aiguillage::codes::NafDetails;
use aiguillage::company::{Company, CompletedNeed};
use aiguillage::follow_up::notification::{Message, NotificationData, NotificationKind, TemplateOverride};
use aiguillage::follow_up::{
    Actor, Candidates, Changes, Circumstances, ComeBackDue, ComeBackPolicy, DepartureChanges, Folded,
    FoldedSurveys, Move, NeedStatus, Permission, PermissionRule, Reassignment, Recipient, RecipientRule,
    Referral, ReferralEvent, ReminderPolicy, Reminders, Request, RequestPolicy, RequestVerdict, RetentionDue,
    RetentionPolicy, Sending, SurveyChanges, SurveyDue, SurveyPolicy, TrackedNeed, Wave, WavePolicy,
};
use aiguillage::geography::{Commune, Zone};
use aiguillage::impact::{ImpactChange, ImpactQuery, ImpactReport, ImpactTable, ReferralFile};
use aiguillage::intake::{Extract, Screening, Suggestions};
use aiguillage::language::Language;
use aiguillage::{Geography, codes};
use schemars::{JsonSchema, schema_for};
use serde_json::Value;

/// Checks that every property of a schema and of its definitions has a description.
fn check<T: JsonSchema>() {
    let schema = serde_json::to_value(schema_for!(T)).unwrap();
    let definitions = schema.get("$defs").and_then(Value::as_object);
    let all = definitions.into_iter().flatten().map(|(name, schema)| (name.as_str(), schema));
    for (name, schema) in all.chain([(schema["title"].as_str().unwrap(), &schema)]) {
        let described = |schema: &Value| schema["description"].as_str().is_some_and(|text| !text.is_empty());
        assert!(described(schema), "{name}: {schema}");
        for (field, property) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            assert!(described(property), "{name}.{field}");
        }
    }
}

#[test]
fn every_record_and_field_says_what_it_is() {
    check::<Sending>();
    check::<Move>();
    check::<Reassignment>();
    check::<Changes>();
    check::<Referral>();
    check::<ReferralEvent>();
    check::<Folded>();
    check::<TrackedNeed>();
    check::<FoldedSurveys>();
    check::<SurveyChanges>();
    check::<SurveyDue>();
    check::<SurveyPolicy>();
    check::<NeedStatus>();
    check::<ReminderPolicy>();
    check::<Reminders>();
    check::<Circumstances>();
    check::<Candidates>();
    check::<ComeBackDue>();
    check::<ComeBackPolicy>();
    check::<Actor>();
    check::<Permission>();
    check::<PermissionRule>();
    check::<DepartureChanges>();
    check::<Recipient>();
    check::<RecipientRule>();
    check::<Wave>();
    check::<WavePolicy>();
    check::<Request>();
    check::<RequestPolicy>();
    check::<RequestVerdict>();
    check::<RetentionPolicy>();
    check::<RetentionDue>();
    check::<NotificationKind>();
    check::<NotificationData>();
    check::<Message>();
    check::<TemplateOverride>();
    check::<ImpactQuery>();
    check::<ImpactReport>();
    check::<ImpactTable>();
    check::<ImpactChange>();
    check::<ReferralFile>();
    check::<Company>();
    check::<CompletedNeed>();
    check::<NafDetails>();
    check::<Suggestions>();
    check::<Screening>();
    check::<Extract>();
    check::<Commune<'_>>();
    check::<Zone>();
    check::<Language>();
    check::<codes::Siren>();
    check::<codes::Siret>();
    check::<codes::NafCode>();
    check::<codes::NafEntry>();
    check::<codes::LegalForm>();
    check::<codes::LegalFormEntry>();
    check::<codes::HeadcountBand>();
    check::<codes::Activity>();
    check::<codes::NafaCode>();
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn what_is_written_is_what_the_schema_lists() {
    let geography = Geography::embedded();
    let commune = serde_json::to_value(geography.commune("59350").unwrap()).unwrap();
    let schema = serde_json::to_value(schema_for!(Commune<'_>)).unwrap();
    assert_eq!(keys(&commune), keys(&schema["properties"]));
    let report = ImpactReport::measure(&[], &[], &ImpactQuery::on("2026-12-31".parse().unwrap()), None);
    let schema = serde_json::to_value(schema_for!(ImpactReport)).unwrap();
    assert_eq!(keys(&serde_json::to_value(report.unwrap()).unwrap()), keys(&schema["properties"]));
    let bands = serde_json::to_value(schema_for!(codes::HeadcountBand)).unwrap();
    let pattern = bands["pattern"].as_str().unwrap();
    assert_eq!(pattern.split('|').count(), codes::HeadcountBand::ALL.len());
    assert!(codes::HeadcountBand::ALL.iter().all(|band| pattern.contains(band.as_str())), "{pattern}");
}
