//! The boundary: every call answers or refuses in one shape, requests have defaults and places, and the
//! packed form says what the JSON form says.

#![cfg(all(feature = "cog", feature = "csv", feature = "notifications"))]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;

use aiguillage::boundary::packed::{self, Packed, PackedSources, matches};
use aiguillage::boundary::{BoundaryError, CALLS, Family, Target, TargetKind, call};
use aiguillage::follow_up::notification::Templates;
use aiguillage::need::FieldValue;
use aiguillage::{Directory, MatchOptions, Need, NeedField, Router};
use serde_json::{Value, json};

fn router() -> Router {
    Router::from_json(
        r#"{"themes": [{"id": "emploi", "label": "Emploi"}],
            "subjects": [{"id": "recruter", "theme": "emploi", "label": "Recruter un salarié"},
                         {"id": "former", "theme": "emploi", "label": "Former"}],
            "institutions": [{"id": "cci", "name": "CCI", "criteria": [{"min_years": 3, "when_unknown": "accept"}]}],
            "antennes": [{"id": "amiens", "institution": "cci", "name": "Amiens", "zones": ["departement:80"]}],
            "experts": [
                {"id": "e1", "antenne": "amiens", "name": "Une", "competences": [{"subject": "recruter", "note": "le lundi"}],
                 "absences": [{"from": "2026-11-20", "until": "2026-11-30"}]},
                {"id": "e2", "antenne": "amiens", "name": "Deux", "competences": [
                    {"subject": "recruter", "note": "ici", "zones": ["commune:80021"]},
                    {"subject": "recruter", "note": "partout", "zones": ["region:32"]}]}
            ]}"#,
    )
    .unwrap()
}

fn on<'t>(kind: TargetKind, router: &'t Router, templates: &'t Templates) -> Target<'t> {
    match kind {
        TargetKind::Routers => Target::Routers(router, router),
        TargetKind::Directories => Target::Directories(router.directory(), router.directory()),
        TargetKind::Templates => Target::Templates(templates),
        TargetKind::Nothing => Target::Nothing,
        _ => Target::Router(router),
    }
}

fn answer(name: &str, target: Target<'_>, request: &Value) -> Value {
    serde_json::from_str(&call(name, target, &request.to_string()).unwrap()).unwrap()
}

fn error(name: &str, target: Target<'_>, request: &str) -> BoundaryError {
    call(name, target, request).unwrap_err()
}

#[test]
fn every_call_has_a_name_of_its_own_and_refuses_what_it_does_not_know() {
    let (router, templates) = (router(), Templates::new(&[]).unwrap());
    let names: BTreeSet<&str> = CALLS.iter().map(|call| call.name).collect();
    assert_eq!(names.len(), CALLS.len());
    for one in CALLS {
        let target = on(one.on, &router, &templates);
        let refused = error(one.name, target, r#"{"no_such_field": 1}"#);
        assert_eq!((refused.code, refused.family), ("unknown_field", one.family), "{}", one.name);
        assert_eq!(refused.field.as_deref(), Some("no_such_field"), "{}", one.name);
        for text in ["", "[]", "7", "{"] {
            assert_eq!(error(one.name, target, text).code, "invalid_value", "{} {text}", one.name);
        }
        if let Err(refused) = call(one.name, target, "{}") {
            assert_eq!(refused.code, "missing_field", "{}", one.name);
        }
        let needs_a_target = !matches!(one.on, TargetKind::Nothing | TargetKind::OptionalDirectory);
        if needs_a_target {
            assert_eq!(error(one.name, Target::Nothing, "{}").code, "missing_target", "{}", one.name);
        }
    }
    let unknown = error("matches", Target::Nothing, "{}");
    assert_eq!((unknown.code, unknown.family), ("unknown_function", Family::Request));
    assert_eq!(unknown.hint().as_deref(), Some("did you mean `match`?"));
}

#[test]
fn faults_of_a_need_keep_their_codes_and_rows() {
    let router = router();
    let target = Target::Router(&router);
    let refused = error("explain", target, r#"{"need": {"subject": "recruter", "communes": "80021"}}"#);
    assert_eq!((refused.code, refused.field.as_deref()), ("unknown_field", Some("communes")));
    assert_eq!(refused.family, Family::Need);
    let refused = error("match", target, r#"{"need": 7}"#);
    assert_eq!(
        (refused.code, refused.message().as_str()),
        ("invalid_value", "a need is an object, not the number 7")
    );
    let refused = error("match", target, r#"{"need": {}, "options": {"limit": -1}}"#);
    assert_eq!((refused.code, refused.field.as_deref()), ("invalid_value", Some("options.limit")));
    let needs = json!({"needs": [{"subject": "recruter", "commune": "80021"}, {"headcount": "x"}]});
    let refused = error("compare", Target::Routers(&router, &router), &needs.to_string());
    assert_eq!(refused.place.unwrap().row, Some(1));
    let rows = answer("match_batch", target, &needs);
    assert_eq!(rows["rows"][0]["found"]["matches"][0]["expert"], "e2");
    assert_eq!(rows["rows"][1]["error"]["field"], "headcount");
    assert_eq!(answer("check_need", target, &json!({"need": {"commune": "80021"}})), Value::Null);
    let refused = error("zone_name", target, r#"{"zone": "32"}"#);
    assert_eq!((refused.code, refused.family), ("invalid_zone", Family::Geography));
    assert_eq!(refused.to_string(), "`32` has no kind: write `departement:32` or `region:32`");
    let refused = Directory::from_json(r#"{"themes": [{"id": "t", "label": "T", "zone": []}]}"#).unwrap_err();
    let refused = BoundaryError::from(refused);
    assert_eq!((refused.code, refused.related.len()), ("unknown_field", 1));
    assert_eq!(refused.place.unwrap().line, Some(1));
}

#[test]
fn what_is_left_out_has_its_default_and_null_is_nothing() {
    let router = router();
    let target = Target::Router(&router);
    let coverage = answer("coverage", target, &json!({"zones": ["departement:80", null], "profile": null}));
    assert_eq!(coverage["subjects"][0]["by_zone"][0]["zone"], "departement:80");
    assert_eq!(
        coverage["codes"].as_array().unwrap().len(),
        coverage["subjects"][0]["counts"].as_array().unwrap().len()
    );
    let summed = answer(
        "coverage",
        target,
        &json!({"zones": ["departement:80"], "by": "region", "by_commune": false}),
    );
    assert_eq!(
        (&summed["codes"], &summed["subjects"][0]["by_zone"][0]["zone"]),
        (&Value::Null, &json!("region:32"))
    );
    assert_eq!(answer("search_communes", target, &json!({"name": "saint"})).as_array().unwrap().len(), 10);
    let found = answer("suggest_subjects", target, &json!({"text": "été recruter", "offsets": "utf16"}));
    let words = found["subjects"][0]["words"].as_array().unwrap();
    assert!(words.iter().any(|word| word["span"]["text"] == "recruter" && word["span"]["start"] == 4));
    assert_eq!(
        answer("expert", target, &json!({"id": "e2"})),
        answer("expert", target, &json!({"position": 1}))
    );
    assert_eq!(answer("experts", target, &json!({"from": 1, "limit": 5})).as_array().unwrap().len(), 1);
    assert_eq!(answer("ids", target, &json!({"list": "subjects"})), json!(["recruter", "former"]));
    assert_eq!(answer("reminder_policy", Target::Nothing, &json!({}))["poke"], 9);
}

/// What a binding reads of packed words.
struct Row<'p> {
    words: &'p [u32],
    notes: Vec<&'p str>,
}

impl Row<'_> {
    fn found(&self, router: &Router) -> Vec<Value> {
        let [count, subject, _, mut note, _] = self.words[..matches::HEADER_WORDS] else { return Vec::new() };
        let directory = router.directory();
        let mut found = Vec::new();
        for words in self.words[matches::HEADER_WORDS..].chunks(matches::MATCH_WORDS).take(count as usize) {
            let [expert, antenne, institution, zone, flags, absent, unverified] = *words else { continue };
            let length = (flags >> matches::ZONE_LENGTH_SHIFT & matches::ZONE_LENGTH_MASK) as usize;
            let kind = matches::ZONE_KINDS[(flags & matches::ZONE_KIND_MASK) as usize];
            assert!(length < matches::DECIMAL_LENGTH, "no code of this directory is a number of nine digits");
            let code = base_36(zone, length);
            let (owner, text) = if flags & matches::TOLD == 0 {
                let source = packed::source(router, expert, subject).unwrap();
                (source[..1].parse().unwrap(), source[1..].to_owned())
            } else {
                note += 1;
                let owner = flags >> matches::ZONE_OWNER_SHIFT & matches::ZONE_OWNER_MASK;
                (owner, self.notes[note as usize - 1].to_owned())
            };
            let mut one = json!({
                "expert": directory.experts()[expert as usize].id,
                "antenne": directory.antennes()[antenne as usize].id,
                "institution": directory.institutions()[institution as usize].id,
                "subject": directory.subjects()[subject as usize].id,
                "zone": format!("{kind}:{code}"),
                "zone_owner": matches::ZONE_OWNERS[owner as usize].as_str(),
                "note": text,
            });
            if absent > 0 {
                one["absent_until"] =
                    json!(format!("{}-{:02}-{:02}", absent / 10_000, absent / 100 % 100, absent % 100));
            }
            let fields: Vec<&str> = (0..)
                .zip(NeedField::ALL)
                .filter(|(bit, _)| unverified & (1 << bit) != 0)
                .map(|(_, field)| field.as_str())
                .collect();
            if !fields.is_empty() {
                one["unverified"] = json!(fields);
            }
            found.push(one);
        }
        found
    }
}

fn base_36(mut number: u32, length: usize) -> String {
    let mut digits = Vec::new();
    while number > 0 {
        digits.push(char::from_digit(number % 36, 36).unwrap().to_ascii_uppercase());
        number /= 36;
    }
    digits.resize(length.max(digits.len()), '0');
    digits.iter().rev().collect()
}

#[test]
fn packed_matches_say_what_json_says() {
    let router = router();
    let sources = PackedSources::of(&router);
    let text = "subject\u{1f}srecruter\u{1f}commune\u{1f}s80021\u{1f}on\u{1f}d2026-11-23";
    let need = packed::need(text).unwrap();
    assert_eq!(
        need,
        Need::from_json(r#"{"subject": "recruter", "commune": "80021", "on": "2026-11-23"}"#).unwrap()
    );
    let mut packed = Packed::default();
    packed.push(router.match_experts(&need), &sources);
    let json =
        answer("match", Target::Router(&router), &json!({"need": serde_json::to_value(&need).unwrap()}));
    let row = Row { words: packed.words(), notes: packed.notes().split(matches::NOTE_SEPARATOR).collect() };
    assert_eq!(Value::Array(row.found(&router)), json["matches"]);
    assert_eq!(packed.words()[2], 20_261_123);
    let commune = |words: &[u32]| (base_36(words[4] >> 2, matches::COMMUNE_LENGTH), words[4] & 1 == 1);
    assert_eq!(commune(packed.words()), ("80021".to_owned(), false));
    let cedex =
        packed::need("subject\u{1f}srecruter\u{1f}postal_code\u{1f}n80001\u{1f}town\u{1f}sAMIENS CEDEX 1");
    let mut likely = Packed::default();
    likely.push(router.match_experts(&cedex.unwrap()), &sources);
    assert_eq!(commune(likely.words()), ("80021".to_owned(), true));
    assert_eq!(packed.notes(), "ici; partout");
    assert!(
        json["matches"][1]["absent_until"] == "2026-11-30"
            && json["matches"][0]["unverified"][0] == "created_on"
    );

    packed.push(router.match_experts(&Need::new("recruter", "99999")), &sources);
    let refused = &packed.words()[packed.words().len() - matches::HEADER_WORDS..];
    assert_eq!(refused[..2], [matches::REFUSED, 0]);
    assert_eq!(packed.errors()[0].code, "unknown_commune");
    let bytes = packed.to_bytes().unwrap();
    let (words, notes, errors) = packed.into_parts().unwrap();
    assert_eq!(bytes.len(), 4 * (3 + words.len()) + notes.len() + errors.len());
    assert_eq!(bytes[..4], u32::try_from(words.len()).unwrap().to_le_bytes());
    assert!(bytes.ends_with(errors.as_bytes()));
}

#[test]
fn packed_values_are_typed() {
    let text = "a\u{1f}sx\u{1f}b\u{1f}n3\u{1f}c\u{1f}t\u{1f}d\u{1f}0\u{1f}e\u{1f}j[1]\u{1f}f\u{1f}osymbol\u{1f}g\u{1f}n1.5";
    let values: Vec<FieldValue<'_>> = packed::fields(text).map(|(_, value)| value).collect();
    assert_eq!(
        values,
        [
            FieldValue::Text("x".into()),
            FieldValue::Integer(3),
            FieldValue::Bool(true),
            FieldValue::Null,
            FieldValue::List(vec![FieldValue::Integer(1)]),
            FieldValue::Other("symbol".into()),
            FieldValue::Float(1.5),
        ]
    );
    assert_eq!(packed::needs("a\u{1f}sx\u{1f}\u{1f}a\u{1f}sy").len(), 2);
    assert_eq!(packed::options("").unwrap(), MatchOptions::default());
    assert_eq!(packed::options("limit\u{1f}n3").unwrap().limit, Some(3));
    assert_eq!(packed::need("\u{1f}[]").unwrap_err().message(), "a need is an object, not a list");
}

#[test]
fn an_unreadable_item_is_a_fault_of_the_report_and_nothing_more() {
    let deep = "[".repeat(200) + &"]".repeat(200);
    let request = format!(
        r#"{{"needs": [{{"id": "n", "subject": "recruter", "deposited_on": "2026-11-02"}}, {{"id": {deep}}}], "referrals": [{{"id": 7}}], "query": {{"on": "2026-12-31"}}}}"#
    );
    let report: Value = serde_json::from_str(&call("impact", Target::Nothing, &request).unwrap()).unwrap();
    assert_eq!(report["total"]["funnel"]["deposited"], 1);
    let fields: Vec<&str> =
        report["faults"].as_array().unwrap().iter().map(|fault| fault["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["needs[1]", "referrals[0].id"]);
}

#[test]
fn companies_are_read_complete_needs_and_come_back() {
    let answer_of_a_register = json!({"results": [{"siren": "821611431", "nom_complet": "ATELIER",
        "siege": {"siret": "82161143100015", "commune": "59298", "activite_principale": "10.71C",
                  "tranche_effectif_salarie": "02"}}]});
    let text = answer_of_a_register.to_string();
    let company = answer("read_company", Target::Nothing, &json!({"answer": text, "siret": null}));
    assert_eq!((&company["commune"], &company["naf"]), (&json!("59350"), &json!("10.71C")));
    let asked = json!({"answer": text, "siret": "821 611 431 00015"});
    assert_eq!(answer("read_company", Target::Nothing, &asked), company);
    let row = json!({"row": {"siret": "82161143100015", "codeCommuneEtablissement": "59298", "nom": null}});
    assert_eq!(answer("read_company_row", Target::Nothing, &row)["commune"], "59350");

    let need = json!({"subject": "recruter", "commune": "80021"});
    let completed = answer("complete_need", Target::Nothing, &json!({"need": need, "company": company}));
    assert_eq!(
        (&completed["need"]["commune"], &completed["need"]["naf"]),
        (&json!("80021"), &json!("10.71C"))
    );
    let finding = &completed["findings"][0];
    assert_eq!((&finding["code"], &finding["field"]), (&json!("differs_from_need"), &json!("commune")));
    let told = |language: Value| {
        answer("finding_message", Target::Nothing, &json!({"finding": finding, "language": language}))
    };
    assert_eq!(told(json!("en")), finding["message"]);
    assert_eq!(
        told(Value::Null),
        "pour `commune` le besoin dit `80021`, et le registre `59350` : ce que dit le besoin reste"
    );
}

#[test]
fn faults_of_companies_are_of_their_family() {
    let refused = |name: &str, request: Value| {
        let refused = error(name, Target::Nothing, &request.to_string());
        (refused.family, refused.code, refused.field.map(String::from))
    };
    let family = Family::Company;
    for (text, code) in [
        ("<html>", "unknown_shape"),
        (r#"{"erreur": "trop de requêtes"}"#, "register_error"),
        (r#"{"results": []}"#, "no_company"),
        (
            r#"{"results": [{"siren": "821611431", "nom_complet": "A"}, {"siren": "356000000", "nom_complet": "B"}]}"#,
            "several_companies",
        ),
    ] {
        assert_eq!(refused("read_company", json!({"answer": text})), (family, code, None));
        assert!(family.codes().contains(&code));
    }
    let siret = json!({"answer": "{}", "siret": "82161143100016"});
    assert_eq!(refused("read_company", siret), (family, "invalid_value", Some("siret".into())));
    let row = json!({"row": {"siret": 82_161_143_100_015_u64}});
    assert_eq!(refused("read_company_row", row), (family, "invalid_value", Some("row.siret".into())));
    let company = json!({"need": {}, "company": {"comune": "80021"}});
    assert_eq!(refused("complete_need", company), (family, "unknown_field", Some("company.comune".into())));
    let need = json!({"need": {"communes": ""}, "company": {}});
    assert_eq!(refused("complete_need", need), (Family::Need, "unknown_field", Some("communes".into())));
}

#[test]
fn demand_keeps_the_positions_of_needs_that_cannot_be_read() {
    let router = Router::from_json(
        r#"{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
            "institutions": [{"id": "i", "name": "I"}],
            "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"]}],
            "experts": [{"id": "e", "antenne": "a", "name": "E", "competences": [{"subject": "s"}]}]}"#,
    )
    .unwrap();
    let request = r#"{"needs": [{"subject": "s", "communes": "80021"}, {"subject": "s", "commune": "80021"}, 3,
        {"subject": "none", "commune": "80021", "id": "n"}], "query": {"by": "expert"}}"#;
    let report: Value =
        serde_json::from_str(&call("demand", Target::Router(&router), request).unwrap()).unwrap();
    assert_eq!(
        (&report["by"], &report["needs"], &report["rows"][0]["matched"]),
        (&"expert".into(), &1.into(), &1.into())
    );
    let faults: Vec<String> = report["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| format!("{} {}", fault["position"], fault["code"].as_str().unwrap()))
        .collect();
    assert_eq!(faults, ["0 unknown_field", "2 invalid_value", "3 unknown_subject"]);
    assert_eq!(report["faults"][2]["need"], "n");

    let refused = |query: &str| {
        let request = format!(r#"{{"needs": [], "query": {query}}}"#);
        call("demand", Target::Router(&router), &request).unwrap_err()
    };
    let error = refused(r#"{"kinds": ["zones"]}"#);
    assert_eq!((error.code, error.field.as_deref()), ("invalid_value", Some("query.kinds[0]")));
    assert_eq!(refused(r#"{"institutions": ["zz"]}"#).code, "unknown_institution");
}
