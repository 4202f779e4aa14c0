//! Workbooks that are odd, broken or hostile.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::read_sheet;
use crate::diagnostic::{Diagnostic, DiagnosticCode, Report};
use crate::sheet::{ChosenSheets, Sheet};

const CONTENT_TYPES: &str =
    r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r0" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// A workbook of the newer kind: tables of names and the XML of their cells and merged regions.
fn xlsx(tables: &[(&str, &str)]) -> Vec<u8> {
    let (mut sheets, mut relations) = (String::new(), String::new());
    for (number, (name, _)) in tables.iter().enumerate() {
        sheets += &format!(r#"<sheet name="{name}" sheetId="{}" r:id="r{number}"/>"#, number + 1);
        relations += &format!(
            r#"<Relationship Id="r{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{number}.xml"/>"#
        );
    }
    let workbook = format!(
        r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{sheets}</sheets></workbook>"#
    );
    let relations = format!(
        r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"#
    );
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), CONTENT_TYPES.to_owned()),
        ("_rels/.rels".to_owned(), RELATIONS.to_owned()),
        ("xl/workbook.xml".to_owned(), workbook),
        ("xl/_rels/workbook.xml.rels".to_owned(), relations),
    ];
    for (number, (_, cells)) in tables.iter().enumerate() {
        let sheet = format!(
            r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{cells}</worksheet>"#
        );
        parts.push((format!("xl/worksheets/sheet{number}.xml"), sheet));
    }
    zipped(&parts.iter().map(|(name, part)| (name.as_str(), part.as_bytes())).collect::<Vec<_>>())
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(part).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn cell(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn row(number: u32, cells: &str) -> String {
    format!(r#"<row r="{number}">{cells}</row>"#)
}

fn header() -> String {
    row(1, &(cell("A1", "id") + &cell("B1", "label")))
}

fn read(bytes: &[u8]) -> (Option<Sheet>, Vec<Diagnostic>) {
    read_sheet("f.xlsx", bytes, &|cell| ["id", "label"].contains(&cell))
}

fn refused(bytes: &[u8]) -> (DiagnosticCode, String) {
    let (sheet, found) = read(bytes);
    assert!(sheet.is_none());
    (found[0].code, found[0].message().clone())
}

#[test]
fn formulas_have_their_value_or_are_told() {
    let computed = r#"<c r="A2"><f>1+1</f><v>2</v></c>"#.to_owned() + &cell("B2", "a");
    let uncomputed = r#"<c r="A3"><f>1+1</f></c>"#.to_owned() + &cell("B3", "b");
    let cells = format!("<sheetData>{}{}{}</sheetData>", header(), row(2, &computed), row(3, &uncomputed));
    let (sheet, found) = read(&xlsx(&[("a", &cells)]));
    let sheet = sheet.unwrap();
    let ids: Vec<_> = sheet.rows.iter().map(|row| row.cells.get(0)).collect();
    assert_eq!(ids, ["2", ""]);
    let found: Vec<_> = found.iter().map(|one| (one.code, one.line, one.column)).collect();
    assert_eq!(found, [(DiagnosticCode::UncomputedFormula, Some(3), Some(1))]);
}

#[test]
fn merged_cells_have_the_value_of_the_first() {
    let title = row(1, &cell("A1", "Un titre"));
    let header = row(2, &(cell("A2", "id") + &cell("B2", "label")));
    let rows = row(3, &(cell("A3", "x") + &cell("B3", "a"))) + &row(4, &cell("B4", "b"));
    let merged =
        r#"<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A1048576"/></mergeCells>"#;
    let cells = format!("<sheetData>{title}{header}{rows}</sheetData>{merged}");
    let (sheet, found) = read(&xlsx(&[("a", &cells)]));
    let sheet = sheet.unwrap();
    let ids: Vec<_> = sheet.rows.iter().map(|row| (row.line, row.cells.get(0))).collect();
    assert_eq!(ids, [(3, "x"), (4, "x")]);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].code, found[0].line), (DiagnosticCode::TitleLine, Some(1)));
}

#[test]
fn the_sheet_whose_headers_fit_is_read() {
    let fits = format!("<sheetData>{}{}</sheetData>", header(), row(2, &cell("A2", "x")));
    let other = format!("<sheetData>{}</sheetData>", row(1, &(cell("A1", "lisez") + &cell("B1", "moi"))));
    let (sheet, found) = read(&xlsx(&[("Lisez-moi", &other), ("Liste", &fits)]));
    assert_eq!(sheet.unwrap().rows.len(), 1);
    assert_eq!((found[0].code, found[0].text.as_str()), (DiagnosticCode::SheetChosen, "Liste"));
    let (code, message) = refused(&xlsx(&[("Nord", &fits), ("Sud", &fits)]));
    assert_eq!(code, DiagnosticCode::SeveralSheets);
    assert!(message.contains("`Nord`, `Sud`"), "{message}");
    assert_eq!(refused(&xlsx(&[("vide", "<sheetData/>")])).0, DiagnosticCode::EmptyFile);
}

#[test]
fn a_cell_in_the_last_corner_takes_no_room() {
    let corner = row(1_048_576, &cell("B1048576", "x"));
    let (sheet, found) = read(&xlsx(&[("a", &format!("<sheetData>{}{corner}</sheetData>", header()))]));
    let sheet = sheet.unwrap();
    assert_eq!((sheet.rows.len(), sheet.rows[0].line), (1, 1_048_576));
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn broken_workbooks_are_told() {
    let sound = xlsx(&[("a", &format!("<sheetData>{}</sheetData>", header()))]);
    for bytes in [
        &sound[..sound.len() / 2],
        &b"PK\x03\x04"[..],
        &[crate::sheet::ZIP, &[7; 500]].concat(),
        &[super::COMPOUND, &[7; 500]].concat(),
        &[super::COMPOUND, &[0; 5000]].concat(),
        &zipped(&[("readme.txt", b"no workbook")]),
        &zipped(&[("content.xml", b"<table:table <table:table-row>")]),
    ] {
        let (code, message) = refused(bytes);
        assert!(matches!(code, DiagnosticCode::UnreadableFile | DiagnosticCode::EmptyFile), "{message}");
    }
    let package: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (_, message) = refused(&[super::COMPOUND, &[0; 600], &package, &[0; 600]].concat());
    assert!(message.contains("password"), "{message}");
}

#[test]
fn sizes_are_bounded_before_anything_is_unpacked() {
    let zeros = vec![b' '; 300 << 20];
    let (code, message) = refused(&zipped(&[("xl/workbook.xml", &zeros)]));
    assert!(code == DiagnosticCode::UnreadableFile && message.contains("256 MB"), "{message}");
    let row = r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000" office:value-type="float" office:value="1"/></table:table-row>"#;
    let content = format!(
        r#"<office:document-content><table:table table:name="a">{row}</table:table></office:document-content>"#
    );
    let (_, message) = refused(&zipped(&[("content.xml", content.as_bytes())]));
    assert!(message.contains("4000000 cells"), "{message}");
    let (_, message) = refused(&[crate::sheet::ZIP, &vec![0; 65 << 20]].concat());
    assert!(message.contains("64 MB"), "{message}");
}

/// As LibreOffice writes it: what a merged cell covers is there, and blank.
#[test]
fn merged_cells_of_open_documents_have_the_value_of_the_first() {
    let cell = |text: &str| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    };
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let merged =
        cell("a").replace("<table:table-cell ", r#"<table:table-cell table:number-rows-spanned="3" "#);
    let rows = row(&(cell("id") + &cell("label")))
        + &row(&(merged + &cell("un")))
        + &row(&("<table:covered-table-cell/>".to_owned() + &cell("deux")))
        + &row("<table:covered-table-cell/>")
        + &row(&("<table:table-cell/>".to_owned() + &cell("trois")));
    let content = format!(
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet><table:table table:name="L&apos;un">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let bytes = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            br#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#,
        ),
        ("content.xml", content.as_bytes()),
    ]);
    let (sheet, found) = read(&bytes);
    let rows = sheet.unwrap().rows;
    let rows: Vec<(u32, Vec<&str>)> = rows.iter().map(|row| (row.line, row.cells.iter().collect())).collect();
    assert_eq!(rows, [(2, vec!["a", "un"]), (3, vec!["a", "deux"]), (5, vec!["", "trois"])], "{found:?}");
}

#[test]
fn the_caller_chooses_between_sheets_that_fit() {
    let table = |text: &str| {
        format!("<sheetData>{}{}</sheetData>", header(), row(2, &(cell("A2", text) + &cell("B2", text))))
    };
    let (north, south) = (table("nord"), table("sud"));
    let bytes = xlsx(&[("Nord", &north), ("Sud", &south), ("Autre", "<sheetData/>")]);
    let choose = |names: &[&str]| {
        let (mut report, mut chosen) = (Report::default(), ChosenSheets::default());
        names.iter().for_each(|name| chosen.add(name));
        let file = report.add_file(Some("f.xlsx"));
        let is_header = |cell: &str| ["id", "label"].contains(&cell);
        let sheet = Sheet::read_chosen(&bytes, file, &is_header, &mut chosen, &mut report);
        let first = sheet.map(|sheet| sheet.rows[0].cells.get(0).to_owned());
        let codes: Vec<_> = report.into_diagnostics().iter().map(|one| one.code).collect();
        (first, codes, chosen.missing().map(str::to_owned).collect::<Vec<_>>())
    };
    use DiagnosticCode::{SeveralSheets, SheetChosen};
    assert_eq!(choose(&[]), (None, vec![SeveralSheets], vec![]));
    assert_eq!(choose(&["sud "]), (Some("sud".to_owned()), vec![SheetChosen], vec![]));
    assert_eq!(
        choose(&["Nord", "Est"]),
        (Some("nord".to_owned()), vec![SheetChosen], vec!["Est".to_owned()])
    );
    assert_eq!(choose(&["Nord", "Sud"]), (None, vec![SeveralSheets], vec![]));
    assert_eq!(choose(&["Est"]), (None, vec![SeveralSheets], vec!["Est".to_owned()]));
}
