//! What no facts show: bounds, and text that a spreadsheet would compute.

use jiff::civil::date;

use super::sheet::{Column, Entry, Sheet};
use super::*;

fn workbook(rows: Vec<Vec<Entry>>) -> ImpactWorkbook {
    let columns = vec![Column::new("Libellé", 12.0)];
    let sheet = Sheet { name: "Par sujet".to_owned(), columns, rows, frozen: 1, is_table: true };
    ImpactWorkbook { title: "Ensemble".to_owned(), on: date(2026, 12, 31), sheets: vec![sheet] }
}

#[test]
fn a_sheet_that_no_spreadsheet_opens_is_an_error() {
    let error = workbook(vec![Vec::new(); 1_048_576]).to_xlsx().unwrap_err();
    assert_eq!(error.code(), "too_many_rows");
    assert!(error.to_string().contains("`Par sujet` has 1048577 rows"), "{error}");
}

#[test]
fn every_figure_has_a_definition_and_every_share_its_whole() {
    let topics = Topics::of(&Default::default());
    assert!(indicators(topics, 45).len() < indicators(all_topics(), 45).len());
    let all = indicators(all_topics(), 45);
    for indicator in &all {
        assert!(indicator.definition.ends_with('.'), "{}", indicator.label);
        assert!(!indicator.definition.contains('{'), "{}", indicator.definition);
        assert_eq!(indicator.whole.is_some(), sheet::is_share(indicator), "{}", indicator.label);
    }
    let mut labels: Vec<&str> = all.iter().map(|indicator| indicator.label.as_str()).collect();
    labels.sort_unstable();
    assert!(labels.windows(2).all(|two| two[0] != two[1]), "no two columns have the same header");
}

fn all_topics() -> Topics {
    let mut total = crate::impact::Figures::default();
    (total.requests.deposited, total.surveys.asked) = (1, 1);
    Topics::of(&total)
}

/// Written, the same report is the same bytes; a text that begins like a formula is read as a text.
#[cfg(feature = "workbooks")]
#[test]
fn texts_are_texts_and_bytes_are_the_same() {
    use calamine::{Data, Reader, Xlsx};

    let texts = ["=1+1", "+33 3 22", "-2+3|cmd", "@SUM(A1)", "é \u{1} _x0041_", "12"];
    let workbook = workbook(texts.iter().map(|text| vec![Entry::text(text)]).collect());
    let bytes = workbook.to_xlsx().unwrap();
    assert_eq!(bytes, workbook.to_xlsx().unwrap());
    let mut read: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let formulas = read.worksheet_formula("Par sujet").unwrap();
    assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()));
    let range = read.worksheet_range("Par sujet").unwrap();
    for (text, cell) in texts.iter().zip(range.rows().skip(1)) {
        assert_eq!(cell, [Data::String((*text).to_owned())]);
    }
}
