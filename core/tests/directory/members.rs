//! The people of a team.

use aiguillage::{Directory, Router};

const TEAM: &str = r#"{
    "themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S"}],
    "institutions": [{"id": "i", "name": "I"}],
    "antennes": [{"id": "a", "institution": "i", "name": "A", "zones": ["departement:80"]}],
    "experts": [{"id": "e", "antenne": "a", "name": "Équipe", "competences": [{"subject": "s"}],
                 "members": [{"name": "Conseil 1", "email": "un@i.example"}, {"name": "Conseil 2", "phone": "03 22"}]}]}"#;

#[test]
fn members_stay_through_json_files_and_snapshots() {
    let directory = Directory::from_json(TEAM).unwrap();
    let names = |directory: &Directory| -> Vec<String> {
        directory.expert("e").unwrap().members.iter().map(|member| member.name.clone()).collect()
    };
    assert_eq!(names(&directory), ["Conseil 1", "Conseil 2"]);
    let folder = tempfile::tempdir().unwrap();
    directory.save_csv(folder.path()).unwrap();
    assert!(folder.path().join("members.csv").exists());
    assert_eq!(Directory::open(folder.path()).unwrap(), directory);
    let router = Router::new(directory.clone());
    assert_eq!(*Router::from_bytes(&router.to_bytes().unwrap()).unwrap().directory(), directory);
}

#[test]
fn a_faulty_address_is_told_and_the_member_stays() {
    let text = TEAM.replace("un@i.example", "un@i");
    let error = Directory::from_json(&text).unwrap_err();
    let fault = error.diagnostics().iter().find(|one| one.code.as_str() == "invalid_value").unwrap();
    assert_eq!((error.code(), fault.text.as_str()), ("invalid_value", "un@i"));
    let nameless = TEAM.replace(r#""name": "Conseil 1", "#, "");
    assert_eq!(Directory::from_json(&nameless).unwrap_err().code(), "missing_field");
    let misspelt = TEAM.replace(r#""phone": "03 22""#, r#""phon": "03 22""#);
    let error = Directory::from_json(&misspelt).unwrap_err();
    assert_eq!(error.diagnostics()[0].nearest.as_deref(), Some("phone"));
}
