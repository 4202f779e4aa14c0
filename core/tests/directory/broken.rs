//! One deliberately broken directory in each form: every fault is found in one pass.

use std::collections::BTreeSet;
use std::path::Path;

use aiguillage::directory::Import;
use aiguillage::{Diagnostic, DiagnosticCode, Directory, Severity};
use serde_json::json;
use tempfile::TempDir;

use super::criteria_chains::odd_chains;
use super::fair_share::gamed;
use crate::{check_json, folder, lines};

const FILES: [(&str, &str); 16] = [
    (
        "territories.csv",
        "id,label,zones\n\
         somme,La Somme,departement:80 territory:somme\n\
         rien,Rien,\n\
         inconnu,Inconnu,departement:00\n",
    ),
    (
        "themes.csv",
        "id,label,zones,zone\n\
         emploi,Emploi,,\n\
         emploi,Encore,,\n\
         mer,Mer,commune:02695 commune:75012 commune:6002 departement:00 32,\n\
         a b,Deux \"mots\",,\n",
    ),
    (
        "subjects.csv",
        "id,theme,label,keywords,archived\n\
         recruter,emploi,Recruter,embauche|embauche,\n\
         former,emplois,Former,,\n\
         apprendre,emploi,,,peut-être\n\
         personne,emploi,Personne,,\n",
    ),
    // Questions under a name with a typing fault: all of them would be lost.
    ("question.csv", "id,subject,label\nq,recruter,Une question ?\n"),
    (
        "institutions.csv",
        "id,name,aliases,name\n\
         cci,CCI,Chambre|consulaire|,\n\
         cma,CMA,consulaire,\n",
    ),
    (
        "antennes.csv",
        "id;institution;name;level;zones\n\
         amiens;Consulaire;Amiens;local;departement:80 territory:some territory:rien\n\
         lille;cca;Lille;local;departement:59\n\
         nulle;cci;Nulle part;locale;\n\
         vide;cci;Vide;local;\n",
    ),
    (
        "experts.csv",
        "id,antenne,name,email,capacity,max_open\n\
         un,amiens,Une,\"un@chambre,example\",0,-1\n\
         deux,amiens,Deux,deux@chambre.example,,\n\
         trois,amien,Trois,,,\n\
         quatre,vide,Quatre,,\"1,5\",3\n",
    ),
    (
        "competences.csv",
        "expert,subject,note\n\
         deux,recruter,Le lundi\n\
         deux,recruteur,\n\
         cinq,recruter,\n\
         deux,recruter,Un,de trop\n\
         quatre,recruter,\"jamais\n",
    ),
    (
        "absences.csv",
        "expert,from,until,substitute\n\
         deux,2026-12-31,24/12/2026,\n\
         deux,2026-02-30,2026-03-01,\n\
         deux,2026-05-01,2026-05-02,quatr\n\
         deux,2026-06-01,2026-06-02,quatre\n\
         quatre,2026-06-02,2026-06-03,deux\n",
    ),
    (
        "criteria.csv",
        "owner_kind,owner,subjects,min_years,below_years,min_headcount,accepted_naf,any_of,valid_from,valid_until,accepted_idcc\n\
         expert,deux,recruter,5,5,11,,,,,\n\
         personne,deux,,1,,,,,,,\n\
         antenne,amiens,personne,1,,,10.71 34,,,,16\n\
         expert,deux,,,,,,deux,2026-12-31,2026-01-01,\n\
         expert,deux,,,,,,deux,,,\n\
         expert,deux,,,,,,nulle,bientot,,\n\
         expert,deux,,1,,,,,,2020-02-29,\n",
    ),
    (
        "any_of.csv",
        "owner_kind,owner,any_of,min_years,below_years,qualities\n\
         expert,deux,deux,3,2,\n\
         expert,deux,deux,,,\n\
         expert,deux,trois,3,,\n\
         expert,deux,deux,3,,ess=oui rge\n",
    ),
    ("choices.csv", "question,id,label\nqui,tel,Tel\n,visio,Visio\nqui,oui,Oui\n"),
    (
        "answer_groups.csv",
        "owner_kind,owner,subject,answers\n\
         institution,cci,recruter,\n\
         institution,cci,recruter,q=oui\n\
         expert,trente,recruter,q=oui\n",
    ),
    ("opco_by_zone.csv", "zone,institution\ndepartement:976,cci\n"),
    ("rules.csv", " \r\n,,\r\n"),
    (
        "examples.csv",
        "subject,text\nrecuter,je cherche un apprenti\nrecruter,\nrecruter,deux fois\nrecruter,deux fois\n",
    ),
];

/// The folder, with a file that cannot be read and one that is not the directory's.
fn broken_folder() -> TempDir {
    let mut files: Vec<(&str, &[u8])> = FILES.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    files.push(("contacts.csv", b"nom\n"));
    files.push(("needs.csv", b"subject,commune\n"));
    files.push(("README.md", b"# Annuaire\n"));
    let folder = folder(&files);
    std::fs::create_dir(folder.path().join("naf_correspondence.csv")).unwrap();
    folder
}

const DOCUMENT: &str = r#"{
  "themes": [{"id": "emploi", "label": "Emploi", "zones": ["commune:02695", "commune:75012", "commune:6002"]}],
  "subjects": [
    {"id": "recruter", "theme": "emploi", "label": "Recruter", "questions": [{"id": "q", "label": "Q ?"}]},
    {"id": "former", "theme": "emplois", "label": "Former", "keyword": ["stage"]},
    {"id": "autre", "theme": "emploi", "label": "Autre", "questions": [{"id": "q", "label": "Q ?"}]}
  ],
  "institutions": [
    {"id": "cci", "name": "CCI", "aliases": ["consulaire"], "answer_groups": [
      {"subject": "recruter", "answers": {}},
      {"subject": "recruter", "answers": {"qq": true}}
    ]},
    {"id": "cma", "label": "CMA", "active": "oui"}
  ],
  "antennes": [
    {"id": "amiens", "institution": "Consulaire", "name": "Amiens", "zones": ["departement:80", "departement:80"]},
    {"id": "lille", "institution": "cca", "name": "Lille", "zones": ["59", "region:31"]},
    {"id": "vide", "institution": "cci", "name": "Vide"}
  ],
  "experts": [
    {"id": "un", "antenne": "amiens", "name": "Une", "capacity": 1e400, "competences": [{"subject": "recruteur"}]},
    {"id": "deux", "antenne": "amiens", "name": "Deux", "zones": ["region:978"], "competences": [{"subject": "recruter"}]},
    {"id": "trois mots", "antenne": "amien", "name": "Trois"},
    {"id": "quatre", "antenne": "vide", "name": "Quatre", "competences": [{"subject": "recruter"}], "criteria": [
      {"min_headcount": 11, "below_headcount": 11},
      {"subjects": ["autre"], "min_headcount": 11, "min_headcount": 12}
    ]}
  ],
  "opco_by_zone": [{"zone": "departement:976", "institution": "cci"}],
  "rules": "all"
}"#;

/// A list that NAF 2025 splits.
const SPLIT: &str =
    r#"{"institutions": [{"id": "cma", "name": "CMA", "criteria": [{"accepted_naf": ["10.71C"]}]}]}"#;

#[test]
fn a_list_that_naf_2025_splits_is_remarked() {
    let found = |list: &str, table: &str| {
        let document =
            SPLIT.replace("\"10.71C\"", list).replace("{\"institutions", &format!("{{{table}\"institutions"));
        check_json(&document)
    };
    let split = found("\"10.71C\"", "");
    assert_eq!(lines(&split), [":1:78 naf_split `10.71C`"]);
    assert!(
        split[0].message().contains("`2025:10.71H` takes in `10.71C`, which it holds, and `10.86Z`"),
        "{split:?}"
    );
    // One to one; decided by entries of NAF 2025; by a table of the directory's own, or one without rows.
    assert!(found("\"62.01Z\", \"2025:47\"", "").is_empty());
    assert!(found("\"10.71C\", \"2025:10.71H\"", "").is_empty());
    assert!(found("\"10.71C\"", "\"naf_correspondence\": [],").is_empty());
    let table =
        r#""naf_correspondence": [{"from": "62.01Z", "to": "62.10Y"}, {"from": "62.02A", "to": "62.10Y"}],"#;
    assert_eq!(lines(&found("\"62.01Z\"", table)).len(), 1);
    assert!(found("\"62.01Z\", \"62.02A\"", table).is_empty());
}

/// A directory whose antenne counts up to a day.
fn ending(until: &str) -> String {
    format!(
        r#"{{"institutions": [{{"id": "i", "name": "I"}}],
            "antennes": [{{"id": "a", "institution": "i", "name": "A", "valid": {{"until": "{until}"}}}}]}}"#
    )
}

/// The day in so many days.
fn in_days(days: i64) -> String {
    jiff::Zoned::now().date().saturating_add(jiff::Span::new().days(days)).to_string()
}

#[test]
fn what_ends_soon_is_told_and_so_is_what_never_counts() {
    let directory = |antenne: &str, expert: &str, competence: &str| {
        format!(
            r#"{{"themes": [{{"id": "t", "label": "T"}}], "subjects": [{{"id": "s", "theme": "t", "label": "S"}}],
                "institutions": [{{"id": "i", "name": "I"}}],
                "antennes": [{{"id": "a", "institution": "i", "name": "A", "level": "national"{antenne}}}],
                "experts": [{{"id": "e", "antenne": "a", "name": "E", "email": "e@i.example"{expert},
                              "competences": [{{"subject": "s"{competence}}}]}}]}}"#
        )
    };
    let codes = |json: String| check_json(&json).iter().map(|one| one.code.as_str()).collect::<Vec<_>>();
    let until = |day: &str| format!(r#", "valid": {{"until": "{day}"}}"#);
    let from = |day: &str| format!(r#", "valid": {{"from": "{day}"}}"#);
    assert_eq!(codes(ending(&in_days(30))), ["period_ends_soon"]);
    assert_eq!(codes(directory(&until(&in_days(70)), "", "")), [""; 0]);
    assert_eq!(codes(ending(&in_days(60))), ["period_ends_soon"]);
    assert_eq!(codes(ending(&in_days(61))), [""; 0]);
    assert_eq!(codes(directory("", &until("2020-12-31"), "")), ["expert_never_matches", "period_ended"]);
    assert_eq!(codes(directory("", "", &until("2020-12-31"))), ["expert_never_matches", "period_ended"]);
    assert_eq!(codes(directory(&until("2120-12-31"), &from("2121-01-01"), "")), ["expert_never_matches"]);
    assert_eq!(codes(directory(&from("2121-01-01"), "", &until("2120-12-31"))), ["expert_never_matches"]);
    assert_eq!(codes(directory(&from("2120-12-31"), "", &until("2120-12-31"))), [""; 0]);
}

#[test]
fn who_only_stands_in_for_others_is_told_so() {
    let told = |substitute: &str| {
        let json = format!(
            r#"{{"themes": [{{"id": "t", "label": "T"}}], "subjects": [{{"id": "s", "theme": "t", "label": "S"}}],
                "institutions": [{{"id": "i", "name": "I"}}],
                "antennes": [{{"id": "a", "institution": "i", "name": "A", "level": "national"}}],
                "experts": [{{"id": "e", "antenne": "a", "name": "E", "email": "e@i.example",
                              "competences": [{{"subject": "s"}}],
                              "absences": [{{"from": "2120-01-01", "until": "2120-12-31"{substitute}}}]}},
                            {{"id": "f", "antenne": "a", "name": "F", "email": "f@i.example"}}]}}"#
        );
        check_json(&json).into_iter().map(|one| one.message()).collect::<Vec<_>>()
    };
    assert_eq!(told(""), ["the expert `f` can never match: it has no competence"]);
    assert_eq!(
        told(r#", "substitute": "f""#),
        ["the expert `f` can match as a substitute at most: it has no competence"]
    );
}

#[test]
fn every_fault_of_a_folder_is_found_in_one_pass() {
    let found = Directory::check(broken_folder().path());
    assert_eq!(
        lines(&found),
        [
            "territories.csv:2:3 invalid_zone `territory:somme`",
            "territories.csv:3: missing_field `zones`",
            "territories.csv:4:3 unknown_zone `departement:00`",
            "themes.csv:1:4 unknown_field `zone` → zones",
            "themes.csv:3:1 duplicate_id `emploi`",
            "themes.csv:4:3 former_code `commune:02695` → commune:02054",
            "themes.csv:4:3 former_code_is_postal_code `commune:75012`",
            "themes.csv:4:3 lost_zero `commune:6002` → commune:06002",
            "themes.csv:4:3 unknown_zone `departement:00`",
            "themes.csv:4:3 invalid_zone `32`",
            "themes.csv:5:1 invalid_id `a b` → a-b",
            "themes.csv:5:2 stray_quote `Deux \"mots\"`",
            "subjects.csv:2:4 duplicate_value `embauche`",
            "subjects.csv:3:2 unknown_theme `emplois` → emploi",
            "subjects.csv:4: missing_field `label`",
            "subjects.csv:4:5 invalid_value `peut-être`",
            "subjects.csv:5: subject_unhandled `personne`",
            "choices.csv:2:1 unknown_question `qui`",
            "choices.csv:3: missing_field `question`",
            "choices.csv:4:1 unknown_question `qui`",
            "choices.csv:4:2 invalid_id `oui`",
            "institutions.csv:1:4 duplicate_field `name`",
            "institutions.csv:3:3 duplicate_id `consulaire`",
            "antennes.csv:2:2 institution_alias `Consulaire` → cci",
            "antennes.csv:2:5 unknown_territory `some` → somme",
            "antennes.csv:3:2 unknown_institution `cca` → cci",
            "antennes.csv:4:4 invalid_value `locale`",
            "experts.csv:2:4 invalid_value `un@chambre,example`",
            "experts.csv:2:5 invalid_value `0`",
            "experts.csv:2:6 invalid_value `-1`",
            "experts.csv:4:2 unknown_antenne `amien` → amiens",
            "experts.csv:5: expert_never_matches `quatre`",
            "experts.csv:5: no_address `quatre`",
            "competences.csv:3:2 unknown_subject `recruteur` → recruter",
            "competences.csv:4:1 unknown_expert `cinq`",
            "competences.csv:5:4 malformed_csv `de trop`",
            "competences.csv:6: malformed_csv `jamais`",
            "absences.csv:2:3 empty_range `24/12/2026`",
            "absences.csv:3:2 invalid_value `2026-02-30`",
            "absences.csv:4:4 unknown_expert `quatr` → quatre",
            "absences.csv:6:4 substitute_circle `deux`",
            "criteria.csv:2:5 empty_range `5`",
            "criteria.csv:2:6 headcount_cuts_band `11`",
            "criteria.csv:3:1 invalid_value `personne`",
            "criteria.csv:4:3 criteria_unused `personne`",
            "criteria.csv:4:7 invalid_value `34`",
            "criteria.csv:4:7 naf_split `10.71`",
            "criteria.csv:4:11 lost_zero `16`",
            "criteria.csv:5:9 empty_range `2026-01-01`",
            "criteria.csv:6:8 duplicate_id `deux`",
            "criteria.csv:7:8 unknown_criterion `nulle`",
            "criteria.csv:7:9 invalid_value `bientot`",
            "criteria.csv:8:10 period_ended `2020-02-29`",
            "any_of.csv:2:5 empty_range `2`",
            "any_of.csv:3:3 empty_group `deux`",
            "any_of.csv:4:3 unknown_criterion `trois`",
            "any_of.csv:5:6 invalid_value `rge`",
            "answer_groups.csv:2: empty_group `answers`",
            "answer_groups.csv:3:4 unknown_question `q`",
            "answer_groups.csv:4:2 unknown_expert `trente`",
            "answer_groups.csv:4:4 unknown_question `q`",
            "opco_by_zone.csv:2:2 not_an_opco `cci`",
            "naf_correspondence.csv:: unreadable_file `naf_correspondence.csv`",
            "rules.csv:: empty_file ``",
            "examples.csv:2:1 unknown_subject `recuter` → recruter",
            "examples.csv:3: missing_field `text`",
            "examples.csv:5:2 duplicate_value `deux fois`",
            "contacts.csv:: unused_file `contacts.csv`",
            "question.csv:: unknown_file `question.csv` → questions.csv",
        ]
    );
}

#[test]
fn groups_name_answers_that_questions_offer() {
    let document = r#"{"themes": [{"id": "t", "label": "T"}], "subjects": [{"id": "s", "theme": "t", "label": "S", "questions": [
        {"id": "q", "label": "Oui ?"},
        {"id": "contact", "label": "Comment ?", "choices": [{"id": "tel", "label": "Tel"}, {"id": "visio", "label": "V"},
            {"id": "tel", "label": "Encore"}, {"id": "a|b", "label": "Ou"}]}]}],
        "institutions": [{"id": "i", "name": "I", "answer_groups": [
        {"subject": "s", "answers": {"contact": "telo"}},
        {"subject": "s", "answers": {"contact": ["visio", "fax"]}},
        {"subject": "s", "answers": {"contact": true}},
        {"subject": "s", "answers": {"q": "tel"}},
        {"subject": "s", "answers": {"contact": []}},
        {"subject": "s", "answers": {"contact": [true]}},
        {"subject": "s", "answers": {"contact": ["tel", "visio"], "q": false}}]}]}"#;
    let found = check_json(document);
    let about_answers = |one: &&Diagnostic| one.code != DiagnosticCode::SubjectUnhandled;
    assert_eq!(
        lines(&found.iter().filter(about_answers).cloned().collect::<Vec<_>>()),
        [
            ":4:20 duplicate_id `tel`",
            ":4:54 invalid_id `a|b`",
            ":6:49 invalid_value `telo` → tel",
            ":7:49 invalid_value `visio|fax`",
            ":8:49 invalid_value `oui`",
            ":9:43 invalid_value `tel`",
            ":10:49 invalid_value `[…]`",
            ":11:49 invalid_value `[…]`",
        ]
    );
    let messages: Vec<String> = found.iter().map(Diagnostic::message).collect();
    let has = |message: &str| messages.iter().any(|known| known == message);
    assert!(has("`contact` does not offer the choice `fax`"), "{messages:?}");
    assert!(has("`contact` is answered by a choice, not by `oui`: `tel`, `visio`"), "{messages:?}");
    assert!(has("`q` is answered by true or false, not by `tel`"), "{messages:?}");
}

#[test]
fn every_fault_of_a_document_is_found_in_one_pass() {
    assert_eq!(
        lines(&check_json(DOCUMENT)),
        [
            ":2:60 former_code `commune:02695` → commune:02054",
            ":2:77 former_code_is_postal_code `commune:75012`",
            ":2:94 lost_zero `commune:6002` → commune:06002",
            ":5:31 unknown_theme `emplois` → emploi",
            ":5:72 unknown_field `keyword` → keywords",
            ":6:5 subject_unhandled `autre`",
            ":6:79 duplicate_id `q`",
            ":10:42 empty_group `answers`",
            ":11:49 unknown_question `qq` → q",
            ":13:5 missing_field `name`",
            ":13:28 unknown_field `label`",
            ":13:45 invalid_value `oui`",
            ":16:37 institution_alias `Consulaire` → cci",
            ":16:97 duplicate_value `departement:80`",
            ":17:36 unknown_institution `cca` → cci",
            ":17:70 invalid_zone `59`",
            ":17:76 former_zone `region:31` → region:32",
            ":21:66 invalid_value `1e400`",
            ":21:101 unknown_subject `recruteur` → recruter",
            ":22:67 unknown_zone `region:978` → departement:978",
            ":23:12 invalid_id `trois mots` → trois-mots",
            ":23:37 unknown_antenne `amien` → amiens",
            ":24:5 expert_never_matches `quatre`",
            ":24:5 no_address `quatre`",
            ":25:25 headcount_cuts_band `11`",
            ":25:48 empty_range `11`",
            ":25:48 headcount_cuts_band `11`",
            ":26:21 criteria_unused `autre`",
            ":26:48 headcount_cuts_band `11`",
            ":26:69 duplicate_field `min_headcount`",
            ":29:63 not_an_opco `cci`",
            ":30:12 invalid_value `all`",
        ]
    );
}

/// What is found in sheets that went through a spreadsheet.
#[cfg(feature = "workbooks")]
fn spoiled_by_spreadsheets() -> Vec<Diagnostic> {
    let files = [
        ("themes.csv", "Les thèmes,\nid,label\nemploi,Emp\u{200b}loi\n"),
        ("subjects.csv", "id,theme,label\nrecruter,emploi,Recruter\n"),
        ("institutions.csv", "id,name\ncci,CCI\n"),
        ("territories.csv", "id,label,zones\nsomme,Somme,departement:80\n"),
        (
            "antennes.csv",
            "id,institution,name,zones\namiens,cci,Amiens,departement:80\nroye,cci,Roye,territory:somme\n",
        ),
        (
            "experts.csv",
            "id;antenne;name;phone\nun;amiens;Un;327123456\ndeux;amiens;Deux;3,27123E+08\ntrois;amiens;Trois;abc\n",
        ),
    ];
    let spoiled = folder(&files.map(|(name, text)| (name, text.as_bytes())));
    let mut found = Directory::check(spoiled.path());
    let mut import = Import::onto(&Directory::open(spoiled.path()).unwrap());
    let experts = "Institution;Antenne;Prénom et nom;Email;Recruter\nCCI;Amiens;Quatre;quatre@cci.example;n/a\n\
        CCI;Amiens;Cinq;conseil@cci.example;x\nCCI;Amiens;Six;conseil@cci.example;x\nCCI;Amiens;Six;conseil@cci.example;non\n";
    import.experts("experts.csv", experts.as_bytes());
    import.antennes(
        "antennes.csv",
        b"Institution;Nom;Codes INSEE\nCCI;Ham;80021 80001 80016 62100\nCCI;Roye;62041\n",
    );
    found.extend(import.finish().unwrap().diagnostics().iter().cloned());
    found
}

/// What is found where directories are merged.
fn conflicts() -> Vec<Diagnostic> {
    let directory = |name: &str| {
        Directory::from_json(&format!(r#"{{"institutions": [{{"id": "i", "name": "{name}"}}]}}"#))
    };
    directory("A").unwrap().merge(&[&directory("B").unwrap()]).unwrap_err().into_diagnostics()
}

/// What is found in workbooks.
#[cfg(feature = "workbooks")]
fn odd_workbooks() -> Vec<Diagnostic> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let sheets = tests.join("vectors/sheets");
    let index = std::fs::read_to_string(sheets.join("index.json")).unwrap();
    let index: serde_json::Value = serde_json::from_str(&index).unwrap();
    let base = Directory::from_json(&index["bases"]["small"].to_string()).unwrap();
    let workbooks = [
        sheets.join("xlsx-two-sheets-that-fit.xlsx"),
        sheets.join("xlsx-error-cell.xlsx"),
        sheets.join("xlsx-second-sheet.xlsx"),
        tests.join("directory/formula.xlsx"),
    ];
    let found = workbooks.map(|path| {
        let mut import = Import::onto(&base);
        import.experts("workbook", &std::fs::read(path).unwrap());
        match import.finish() {
            Ok(directory) => directory.diagnostics().to_vec(),
            Err(error) => error.into_diagnostics(),
        }
    });
    let nowhere = Import::onto(&base).sheet("Nulle part").finish().unwrap_err();
    [found.concat(), nowhere.into_diagnostics()].concat()
}

#[test]
#[cfg(feature = "workbooks")]
fn every_code_is_proven_to_reach_users() {
    let mut found = Directory::check(broken_folder().path());
    found.extend(check_json(DOCUMENT));
    found.extend(check_json("{\"themes\": [}"));
    found.extend(check_json(&gamed()));
    found.extend(check_json(SPLIT));
    found.extend(check_json(&ending(&in_days(30))));
    found.extend(spoiled_by_spreadsheets());
    found.extend(odd_workbooks());
    found.extend(conflicts());
    let (three, five) = (json!([{"min_years": 3}]), json!([{"min_years": 5}]));
    found.extend(odd_chains("every", [five, three, json!([{"below_years": 2}])]));
    let reached: BTreeSet<DiagnosticCode> = found.iter().map(|one| one.code).collect();
    let all: BTreeSet<DiagnosticCode> = DiagnosticCode::ALL.iter().copied().collect();
    let missing: Vec<_> = all.difference(&reached).collect();
    assert!(missing.is_empty(), "{missing:?} reach nobody");
    assert_eq!(reached.len(), DiagnosticCode::ALL.len());
}

#[test]
fn findings_say_in_one_sentence_what_is_wrong() {
    let mut found = Directory::check(broken_folder().path());
    found.extend(check_json(DOCUMENT));
    let sound = |one: &Diagnostic| {
        !one.message().is_empty()
            && !one.message().ends_with('.')
            && one.message().chars().count() < 400
            && one.severity == one.code.severity()
            && one.nearest.as_deref() != Some(one.text.as_str())
    };
    let odd: Vec<_> = found.iter().filter(|one| !sound(one)).collect();
    assert!(odd.is_empty(), "{odd:?}");
    // They come in the order of the places, and travel as data.
    let data = serde_json::to_value(&found).unwrap();
    assert_eq!(data[0]["severity"], "error");
    assert!(data[0].get("nearest").is_some() && data[0].get("file").is_some());
    let error = Directory::from_json(DOCUMENT).unwrap_err();
    let first = error.diagnostics().iter().find(|one| one.severity == Severity::Error).unwrap();
    assert_eq!(error.code(), first.code.as_str());
    assert!(error.to_string().starts_with(&first.to_string()), "{error}");
    assert!(error.to_string().ends_with(" more errors"), "{error}");
}
