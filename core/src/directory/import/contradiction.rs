//! Rows of sheets that say different things of one expert: the first stands, and that is told.

use std::collections::BTreeSet;

use super::draft::{Draft, Placed};
use super::rewrite::is_same_phone;
use crate::diagnostic::{DiagnosticCode, Report};
use crate::language::{Sentence, sentence};
use crate::text::{fold, shorten};

/// Whether two texts of a field say the same.
type IsSame = fn(&str, &str) -> bool;

/// Tells what a row says otherwise than the rows before it.
pub(super) fn report(known: &Draft, row: &Draft, report: &mut Report) {
    let mut tell = |what: Sentence, known: &Placed, said: &Placed| {
        let message = sentence!(SaidOtherwise {
            what,
            known: shorten(&known.0, 60),
            line: known.1.line,
            said: shorten(&said.0, 60)
        });
        report.add(DiagnosticCode::ContradictingRows, said.1, &said.0, message);
    };
    let is_same_text = |known: &str, said: &str| fold(known) == fold(said);
    let name = shorten(&known.name.0, 60);
    if known.is_team && row.scope.name && known.scope.name && !is_same_text(&known.name.0, &row.name.0) {
        tell(sentence!(TheNameOfTheTeam), &known.name, &row.name);
    }
    let fields: [(Sentence, _, _, IsSame); 3] = [
        (sentence!(TheEmailOf { name: name.as_ref() }), &known.email, &row.email, |known, said| {
            known.to_lowercase() == said.to_lowercase()
        }),
        (sentence!(ThePhoneOf { name: name.as_ref() }), &known.phone, &row.phone, is_same_phone),
        (sentence!(TheJobOf { name: name.as_ref() }), &known.job, &row.job, |known, said| {
            fold(known) == fold(said)
        }),
    ];
    for (field, known, said, is_same) in fields {
        if let (Some(known), Some(said)) = (known, said)
            && !is_same(&known.0, &said.0)
        {
            tell(field, known, said);
        }
    }
    for said in &row.members {
        let known = known.members.iter().find(|known| known.is_same(said));
        if let Some((known, phone)) =
            known.and_then(|known| Some((known.phone.as_ref()?, said.phone.as_ref()?)))
            && !is_same_phone(&known.0, &phone.0)
        {
            tell(sentence!(ThePhoneOf { name: shorten(&said.name.0, 60) }), known, phone);
        }
    }
    zones(known, row, report);
    // Of a team, some handle what others do not.
    if !known.is_team {
        subjects(known, row, report);
    }
}

/// Tells where rows have zones of their own and subjects of their own: the zones of all rows are those of
/// the expert, for every subject.
fn zones(known: &Draft, row: &Draft, report: &mut Report) {
    let zones = |draft: &Draft| -> BTreeSet<String> {
        draft.zones.iter().map(|(_, zone)| zone.text().to_owned()).collect()
    };
    let subjects = |draft: &Draft| -> BTreeSet<String> {
        draft.competences.iter().map(|one| one.subject.clone()).collect()
    };
    let has_more = subjects(row).difference(&subjects(known)).next().is_some();
    if has_more && zones(known) != zones(row) {
        let at = row.zones.first().map_or(row.at, |(at, _)| *at);
        let name = shorten(&known.name.0, 60);
        let message = sentence!(RowsDifferInZones { name: name.as_ref() });
        report.add(DiagnosticCode::ContradictingRows, at, &name, message);
    }
}

/// Tells what one row gives and another refuses; what was given stands.
fn subjects(known: &Draft, row: &Draft, report: &mut Report) {
    let gives = |draft: &Draft, subject: &str| draft.competences.iter().any(|one| one.subject == subject);
    for (subject, at) in row.refused.iter().filter(|(subject, _)| gives(known, subject)) {
        let message = sentence!(GivenBefore { subject: subject.as_str() });
        report.add(DiagnosticCode::ContradictingRows, *at, subject, message);
    }
    for (subject, _) in known.refused.iter().filter(|(subject, _)| gives(row, subject)) {
        let given = row.competences.iter().find(|one| one.subject == *subject);
        let at = given.map_or(row.at, |given| given.at);
        let message = sentence!(RefusedBefore { subject: subject.as_str() });
        report.add(DiagnosticCode::ContradictingRows, at, subject, message);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Import;
    use crate::directory::Directory;

    const BASE: &str = r#"{
        "themes": [{"id": "t", "label": "T"}],
        "subjects": [{"id": "recruter", "theme": "t", "label": "Recruter"}, {"id": "former", "theme": "t", "label": "Former"}],
        "institutions": [{"id": "cci", "name": "CCI"}],
        "antennes": [{"id": "amiens", "institution": "cci", "name": "Amiens", "zones": ["departement:80"]}]
    }"#;

    /// What is told of rows under the headers, with its line and column.
    fn told(headers: &str, rows: &[&str]) -> Vec<(&'static str, Option<u32>, Option<u32>)> {
        let mut import = Import::onto(&Directory::from_json(BASE).unwrap());
        let text = format!("Institution;Antenne;Prénom et nom;Email;{headers}\n{}\n", rows.join("\n"));
        import.experts("e.csv", text.as_bytes());
        let directory = import.finish().unwrap();
        let told = directory.diagnostics().iter().filter(|one| one.code.as_str() != "subject_unhandled");
        told.map(|one| (one.code.as_str(), one.line, one.column)).collect()
    }

    #[test]
    fn what_two_rows_say_of_a_person_is_told_where_it_differs() {
        let rows = [
            "CCI;Amiens;Conseil A;a@cci.example;03 22 00 00 01;Chargée;x;",
            "CCI;Amiens;CONSEIL A;a@cci.example;+33 3 22 00 00 01;chargee;;x",
            "CCI;Amiens;Conseil A;a@cci.example;03 22 00 00 02;Directrice;non;non",
        ];
        let twice = |column| ("contradicting_rows", Some(4), Some(column));
        assert_eq!(
            told("Téléphone;Fonction;Recruter;Former", &rows),
            [twice(5), twice(6), twice(7), twice(8)]
        );
        let rows = ["CCI;Amiens;Conseil A;a@cci.example;non;x", "CCI;Amiens;Conseil A;a@cci.example;x;"];
        assert_eq!(told("Recruter;Former", &rows), [("contradicting_rows", Some(3), Some(5))]);
    }

    #[test]
    fn zones_of_rows_with_other_subjects_are_told() {
        let headers = "Communes spécifiques;Recruter;Former";
        let rows = |first: &str, second: &str| {
            let row = |rest: &str| format!("CCI;Amiens;Conseil A;a@cci.example;{rest}");
            told(headers, &[&row(first), &row(second)])
        };
        assert_eq!(rows("80021;x;", ";;x"), [("contradicting_rows", Some(3), None)]);
        assert_eq!(rows("80021;x;", "80001;;x"), [("contradicting_rows", Some(3), Some(5))]);
        assert_eq!(rows("80021;x;", "80001;x;"), []);
        assert_eq!(rows("80021;x;", "80021;;x"), []);
    }

    #[test]
    fn a_subject_of_two_columns_is_told_where_they_differ() {
        let two = |row: &str| told("Recruter;recruter", &[row]);
        assert_eq!(
            two("CCI;Amiens;Conseil A;a@cci.example;x;non"),
            [("contradicting_rows", Some(2), Some(6))]
        );
        assert_eq!(
            two("CCI;Amiens;Conseil A;a@cci.example;non;x"),
            [("contradicting_rows", Some(2), Some(5))]
        );
        assert_eq!(two("CCI;Amiens;Conseil A;a@cci.example;x;le lundi"), []);
    }

    #[test]
    fn a_team_may_divide_its_subjects_but_has_one_name_and_phone() {
        let headers = "Téléphone;Nom de l’équipe;Email de l’équipe;Téléphone de l’équipe;Recruter";
        let rows = [
            "CCI;Amiens;Conseil A;a@cci.example;03 22 00 00 01;Pôle emploi;pole@cci.example;03 22 00 00 00;x",
            "CCI;Amiens;Conseil B;b@cci.example;;Pôle emploi;pole@cci.example;;non",
        ];
        assert_eq!(told(headers, &rows), []);
        let other =
            "CCI;Amiens;Conseil A;a@cci.example;03 22 00 00 09;Pôle RH;pole@cci.example;03 22 00 00 08;";
        let third = |column| ("contradicting_rows", Some(4), Some(column));
        assert_eq!(told(headers, &[rows[0], rows[1], other]), [third(5), third(6), third(8)]);
    }
}
