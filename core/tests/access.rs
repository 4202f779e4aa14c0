//! Perimeters and permissions.

#![cfg(feature = "cog")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use aiguillage::Directory;
use aiguillage::follow_up::{
    Action, Actor, PermissionReason, Referral, Role, Scope, TrackedNeed, may, perimeter, permission_rules,
};
use serde_json::json;

/// A chamber with a national antenne, two regional ones (one inside the other), and local ones.
fn directory() -> Directory {
    let antenne = |id: &str, level: &str, zones: &[&str]| json!({"id": id, "institution": "cci", "name": id, "level": level, "zones": zones});
    let expert = |id: &str, antenne: &str, zones: &[&str]| json!({"id": id, "antenne": antenne, "name": id, "zones": zones, "competences": [{"subject": "s"}]});
    let directory = json!({
        "themes": [{"id": "t", "label": "T"}],
        "subjects": [{"id": "s", "theme": "t", "label": "S"}],
        "institutions": [{"id": "cci", "name": "CCI"}, {"id": "cma", "name": "CMA"}],
        "antennes": [
            antenne("france", "national", &[]),
            antenne("hdf", "regional", &["region:32"]),
            // The same département, commune by commune, is no smaller than as a whole.
            antenne("hdf-again", "regional", &["departement:02", "departement:59", "departement:60", "departement:62", "departement:80"]),
            antenne("somme", "regional", &["departement:80"]),
            antenne("amiens", "local", &["commune:80021"]),
            antenne("border", "local", &["commune:80021", "commune:75056"]),
            antenne("of-experts", "local", &[]),
            antenne("nowhere", "local", &[]),
            json!({"id": "closed", "institution": "cci", "name": "C", "zones": ["commune:80021"], "active": false}),
            json!({"id": "other-house", "institution": "cma", "name": "O", "zones": ["commune:80021"]}),
        ],
        "experts": [
            expert("e1", "of-experts", &["commune:80021"]),
            expert("e2", "of-experts", &["commune:80016"]),
            expert("e3", "nowhere", &[]),
        ]
    });
    Directory::from_json(&directory.to_string()).unwrap()
}

#[test]
fn a_perimeter_is_what_lies_below() {
    let directory = directory();
    let ids = |antenne: &str| -> Vec<String> {
        perimeter(&directory, antenne).unwrap().iter().map(|antenne| antenne.id.clone()).collect()
    };
    assert_eq!(
        ids("france"),
        ["france", "hdf", "hdf-again", "somme", "amiens", "border", "of-experts", "nowhere", "closed"]
    );
    assert_eq!(ids("hdf"), ["hdf", "somme", "amiens", "of-experts", "closed"]);
    assert_eq!(ids("hdf-again"), ["hdf-again", "somme", "amiens", "of-experts", "closed"]);
    assert_eq!(ids("somme"), ["somme", "amiens", "of-experts", "closed"]);
    assert_eq!(ids("amiens"), ["amiens"], "a local antenne is above nobody");
    assert_eq!(ids("other-house"), ["other-house"]);
    let error = perimeter(&directory, "some").unwrap_err();
    assert_eq!((error.code(), error.hint().as_deref()), ("unknown_antenne", Some("did you mean `somme`?")));
}

#[test]
fn whoever_is_above_is_never_below() {
    let directory = directory();
    let below = |above: &str, below: &str| {
        above != below && perimeter(&directory, above).unwrap().iter().any(|antenne| antenne.id == below)
    };
    for one in directory.antennes() {
        for other in directory.antennes() {
            assert!(!(below(&one.id, &other.id) && below(&other.id, &one.id)), "{} {}", one.id, other.id);
        }
    }
}

fn need() -> TrackedNeed {
    let mut need = TrackedNeed::new("n", "s", "2026-11-01".parse().unwrap());
    need.adviser = Some("adviser".into());
    need.origin = Some("site".into());
    need
}

/// A referral that went from `before` to `e`, and one of another need.
fn referrals() -> Vec<Referral> {
    serde_json::from_value(json!([
        {"id": "r", "need": "n", "expert": "e", "antenne": "amiens", "institution": "cci", "sent_on": "2026-11-02",
         "state": "not_for_me", "closed_on": "2026-11-03",
         "past": [{"expert": "before", "institution": "cci", "sent_on": "2026-11-01", "until": "2026-11-02", "state": "waiting"}]},
        {"id": "s", "need": "m", "expert": "stranger", "antenne": "paris", "institution": "cci", "sent_on": "2026-11-02",
         "state": "waiting"}
    ]))
    .unwrap()
}

fn actor(role: Role, is_theirs: bool) -> Actor {
    let name = |theirs: &str, other: &str| if is_theirs { theirs.to_owned() } else { other.to_owned() };
    Actor {
        role,
        expert: Some(name("e", "stranger")),
        antennes: vec![name("amiens", "paris")],
        adviser: Some(name("adviser", "colleague")),
        origins: vec![name("site", "campaign")],
    }
}

#[test]
fn what_is_allowed_is_what_the_table_says() {
    let rules = permission_rules();
    assert_eq!(rules.len(), Role::ALL.len() * Action::ALL.len());
    for rule in rules {
        for is_theirs in [true, false] {
            let permission = may(&actor(rule.role, is_theirs), rule.action, &need(), &referrals()).unwrap();
            let expected = match rule.scope {
                Scope::Nothing => PermissionReason::NotForRole,
                Scope::Everything => PermissionReason::InScope,
                _ if is_theirs => PermissionReason::InScope,
                _ => PermissionReason::OutOfScope,
            };
            assert_eq!((permission.reason, permission.scope), (expected, rule.scope), "{rule:?}");
            assert_eq!(permission.allowed, expected == PermissionReason::InScope);
        }
    }
}

#[test]
fn persons_are_shown_to_those_who_call_and_those_who_watch_over_them() {
    let sees: Vec<Role> =
        Role::ALL.iter().copied().filter(|role| role.scope(Action::SeeContact) != Scope::Nothing).collect();
    assert_eq!(sees, [Role::Expert, Role::Member, Role::AntenneManager, Role::Adviser]);
    for role in Role::ALL {
        let seen = role.scope(Action::SeeNeed);
        assert_ne!(seen, Scope::Nothing, "{role}");
        for action in Action::ALL {
            let scope = role.scope(*action);
            assert!(
                scope == Scope::Nothing || scope == seen,
                "{role} {action}: nobody does what they cannot see"
            );
        }
    }
}

#[test]
fn whoever_had_a_need_has_it_no_more() {
    let before = Actor { expert: Some("before".into()), ..Actor::new(Role::Expert) };
    assert!(!may(&before, Action::SeeNeed, &need(), &referrals()).unwrap().allowed);
    assert!(
        !may(
            &actor(Role::Adviser, true),
            Action::SeeNeed,
            &TrackedNeed::new("n", "s", need().deposited_on),
            &[]
        )
        .unwrap()
        .allowed
    );
}

#[test]
fn a_role_that_does_not_say_who_it_is_is_refused() {
    for (role, field) in [
        (Role::Expert, "actor.expert"),
        (Role::Member, "actor.expert"),
        (Role::AntenneManager, "actor.antennes"),
        (Role::Adviser, "actor.adviser"),
        (Role::CooperationManager, "actor.origins"),
    ] {
        let error = may(&Actor::new(role), Action::SeeNeed, &need(), &referrals()).unwrap_err();
        assert_eq!((error.code(), error.field()), ("missing_field", Some(field)));
    }
    assert!(may(&Actor::new(Role::Steering), Action::SeeNeed, &need(), &[]).unwrap().allowed);
}
