//! What a directory shows of somebody who would have more than a fair share of needs.

use aiguillage::Geography;
use serde_json::{Value, json};

use crate::{check, check_json, lines};

/// A directory with everything that is worth a warning.
pub(crate) fn gamed() -> String {
    let expert = |id: &str, antenne: &str, more: Value| {
        let mut expert = json!({
            "id": id, "antenne": antenne, "name": id, "email": format!("{id}@example.org"),
            "competences": [{"subject": "recruter"}],
        });
        expert.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        expert
    };
    let geography = Geography::embedded();
    let communes = geography.communes_of("departement:80".parse().unwrap());
    let nearly_all: Vec<String> = communes.iter().skip(1).map(|commune| commune.zone().to_string()).collect();
    json!({
        "seed": "court",
        "themes": [{"id": "emploi", "label": "Emploi"}],
        "subjects": [{"id": "recruter", "theme": "emploi", "label": "Recruter"}],
        "institutions": [{"id": "cci", "name": "CCI"}, {"id": "cma", "name": "CMA"}],
        "antennes": [
            {"id": "amiens", "institution": "cci", "name": "Amiens", "zones": ["departement:80"]},
            {"id": "presque", "institution": "cma", "name": "Presque", "zones": nearly_all},
            {"id": "autre", "institution": "cma", "name": "Autre", "zones": ["departement:80"]},
        ],
        "experts": [
            expert("glouton", "amiens", json!({"capacity": 1e308})),
            expert("un", "amiens", json!({})),
            expert("deux", "amiens", json!({"capacity": 10})),
            expert("bureau-1", "presque", json!({"email": "Bureau@example.org"})),
            expert("bureau-2", "autre", json!({"email": "bureau@example.org"})),
            expert("parti", "autre", json!({"email": "bureau@example.org", "active": false})),
        ],
    })
    .to_string()
}

#[test]
fn whatever_would_give_more_than_a_fair_share_is_told() {
    let found = check_json(&gamed());
    let told: Vec<String> =
        lines(&found).iter().map(|line| line.split(' ').skip(1).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(
        told.iter().map(String::as_str).collect::<std::collections::BTreeSet<_>>(),
        [
            "great_capacity `1e308`",
            "nearly_whole_zone `departement:80`",
            "shared_address `bureau@example.org`",
            "weak_seed `seed`",
        ]
        .into(),
    );
    let message = |code: &str| found.iter().find(|one| one.code.as_str() == code).unwrap().message();
    // Of 1, 10 and 1e308 the median is 10.
    assert!(
        message("great_capacity").contains("counts as 100 on `recruter`"),
        "{}",
        message("great_capacity")
    );
    assert!(
        message("nearly_whole_zone").contains("of the antenne `presque`"),
        "{}",
        message("nearly_whole_zone")
    );
    assert!(message("shared_address").starts_with("`bureau-2` has the address of `bureau-1`"));
    // The secret is not in what people print.
    assert!(!found.iter().any(|one| one.to_string().contains("court")), "{found:?}");
}

#[test]
fn a_seed_that_is_none_is_told_without_showing_it() {
    for (seed, code) in [
        (json!("  "), "invalid_value"),
        (json!(["secret-secret"]), "invalid_value"),
        (json!(77), "invalid_value"),
    ] {
        let found = check_json(&json!({"seed": seed}).to_string());
        assert_eq!(found.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), [code], "{seed}");
        assert!(
            !found[0].to_string().contains("secret-secret") && !found[0].to_string().contains("77"),
            "{found:?}"
        );
    }
    // Nothing is no seed.
    assert_eq!(check_json(r#"{"seed": null}"#), []);
}

#[test]
fn a_file_of_a_seed_without_one_is_told() {
    for text in ["seed\n", "seed\n\n"] {
        let found = lines(&check(&[("themes.csv", b"id,label\nt,T\n"), ("seed.csv", text.as_bytes())]));
        assert_eq!(found, ["seed.csv:: missing_field `seed`"], "{text:?}");
    }
}
