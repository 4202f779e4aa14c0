//! Half a character in JSON (a lone surrogate) is no text: an error with its code, never a panic, and
//! never another text in its place.

#![cfg(feature = "cog")]

use aiguillage::follow_up::{Referral, ReferralEvent, from_json, from_json_list};
use aiguillage::wire::call;
use aiguillage::{Directory, Need, Router};

const HALVES: [&str; 5] = [r"\ud800", r"\udfff", r"a\ud83dz", r"\ud83d\ud83d", r"\udc00\ud800"];

#[test]
fn half_a_character_is_an_error_with_its_code() {
    let router = Router::from_json(r#"{"themes": [{"id": "t", "label": "T"}]}"#).unwrap();
    for half in HALVES {
        for text in [
            format!(r#"{{"subject": "{half}", "commune": "80021"}}"#),
            format!(r#"{{"subject": "s", "commune": "80021", "answers": {{"{half}": true}}}}"#),
            format!(r#"{{"subject": "s", "commune": "80021", "{half}": 1}}"#),
        ] {
            let error = Need::from_json(&text).unwrap_err();
            assert!(!error.code().is_empty(), "{text}");
        }
        for text in [
            format!(r#"{{"themes": [{{"id": "{half}", "label": "T"}}]}}"#),
            format!(r#"{{"themes": [{{"id": "t", "label": "T", "{half}": 1}}]}}"#),
            format!(r#"{{"{half}": []}}"#),
        ] {
            let error = Directory::from_json(&text).unwrap_err();
            assert!(error.diagnostics().iter().any(|one| one.code.as_str() == "malformed_json"), "{text}");
            assert!(router.with_changes(&text).is_err(), "{text}");
        }
        let referral = format!(
            r#"{{"id": "{half}", "need": "n", "expert": "e", "institution": "i", "sent_on": "2026-11-02", "state": "waiting"}}"#
        );
        assert!(!from_json::<Referral>(&referral).unwrap_err().code().is_empty());
        let items = from_json_list::<ReferralEvent>(&format!("[{referral}]"));
        assert!(items.is_err() || items.unwrap()[0].is_err());
        assert!(call("fold", &format!(r#"{{"events": [], "on": "{half}"}}"#), None).is_err());
        assert!(call("fold", &format!(r#"{{"events": [], "{half}": 1}}"#), None).is_err());
    }
    // Whole characters, written as pairs, are texts.
    let need = Need::from_json(r#"{"subject": "\ud83d\ude00", "commune": "80021"}"#).unwrap();
    assert_eq!(need.subject, "\u{1f600}");
}
