//! No row is lost without a finding, over arbitrary sheets.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::diagnostic::{DiagnosticCode, Severity};

fn read(text: &str) -> (Option<Sheet>, Vec<Diagnostic>) {
    read_sheet("f.csv", text.as_bytes(), &|_| false)
}

fn errors(found: &[Diagnostic]) -> Vec<(u32, DiagnosticCode)> {
    let errors = found.iter().filter(|one| one.severity == Severity::Error);
    errors.map(|one| (one.line.unwrap_or_default(), one.code)).collect()
}

#[test]
fn what_spreadsheets_add_is_no_part_of_a_sheet() {
    for (text, lines) in [
        ("sep=;\nid;label\na;b, c\n", vec![]),
        ("id\tlabel\r\na\tb, c\r\n", vec![]),
        ("Annuaire;\n;\nMis à jour, en septembre;\nid;label\na;b, c\n", vec![1, 3]),
    ] {
        let (sheet, found) = read_sheet("f.csv", text.as_bytes(), &|cell| ["id", "label"].contains(&cell));
        let sheet = sheet.unwrap();
        assert_eq!(sheet.headers, ["id", "label"]);
        assert!(sheet.rows[0].cells.iter().eq(["a", "b, c"]));
        assert_eq!(found.iter().map(|one| one.line.unwrap()).collect::<Vec<_>>(), lines);
        assert!(found.iter().all(|one| one.code == DiagnosticCode::TitleLine), "{found:?}");
    }
}

#[test]
fn characters_without_width_are_taken_away_with_a_warning() {
    let (sheet, found) = read("id,la\u{200b}bel\na,x\u{feff}y\n\u{200b},\n");
    let sheet = sheet.unwrap();
    assert_eq!((sheet.headers[1].as_str(), sheet.rows[0].cells.get(1), sheet.rows.len()), ("label", "xy", 1));
    let found: Vec<_> = found.iter().map(|one| (one.code, one.line, one.column)).collect();
    assert_eq!(found, [(DiagnosticCode::RepairedCell, Some(2), Some(2))]);
}

#[test]
fn noise_is_no_sheet() {
    for bytes in [&b"\x00\x01\x02\x03"[..], b"\x7fELF\x02\x01\x01\x00\x00\x00", b"a;b\x00\x00\x00\x00"] {
        let (sheet, found) = read_sheet("f.csv", bytes, &|_| false);
        assert!(sheet.is_none());
        assert_eq!(found[0].code, DiagnosticCode::UnreadableFile);
    }
}

/// A sheet of plain rows, each with as many cells as the header, and one or more quotes put into it
/// anywhere below the header.
fn torn_sheet() -> impl Strategy<Value = (usize, String)> {
    let cell = "[a-z0-9\u{e9}]{1,6}";
    let sheet = (2..5_usize)
        .prop_flat_map(move |width| proptest::collection::vec(proptest::collection::vec(cell, width), 1..12));
    (sheet, proptest::collection::vec((0..1000_usize, 1..3_usize), 0..6), any::<bool>()).prop_map(
        |(rows, quotes, semicolon)| {
            let separator = if semicolon { ";" } else { "," };
            let header: Vec<String> = (0..rows[0].len()).map(|column| format!("h{column}")).collect();
            let mut body: Vec<char> =
                rows.iter().map(|row| row.join(separator) + "\n").collect::<String>().chars().collect();
            for (at, times) in quotes {
                let at = at % body.len();
                (0..times).for_each(|_| body.insert(at, '"'));
            }
            (rows.len(), header.join(separator) + "\n" + &body.into_iter().collect::<String>())
        },
    )
}

/// The same with sound cells of two lines, and rows that end early; and the lines where rows begin. A row of
/// one cell has no separator, which is all that tells it from a line of the cell before. There is one stray quote at
/// most: two may make a sound cell of the ends of others, which nobody could tell from one that was meant.
fn torn_sheet_of_many_lines() -> impl Strategy<Value = (Vec<u32>, String)> {
    let cell = prop_oneof![4 => "[a-z0-9\u{e9}]{1,6}", 1 => "\"[a-z]{1,3}\n[a-z]{1,3}\""];
    let sheet = (2..5_usize).prop_flat_map(move |width| {
        let row = (
            proptest::collection::vec(cell.clone(), width),
            prop_oneof![3 => Just(0_usize), 1 => 0..width - 1],
        );
        proptest::collection::vec(row, 1..8)
    });
    (sheet, proptest::option::weighted(0.8, 0..1000_usize)).prop_map(|(rows, quote)| {
        let header: Vec<String> = (0..rows[0].0.len()).map(|column| format!("h{column}")).collect();
        let mut line = 2;
        let mut starts = Vec::new();
        let mut body: Vec<char> = Vec::new();
        for (cells, missing) in &rows {
            let row = cells[..cells.len() - missing].join(",") + "\n";
            starts.push(line);
            line += u32::try_from(row.matches('\n').count()).unwrap();
            body.extend(row.chars());
        }
        if let Some(at) = quote {
            body.insert(at % body.len(), '"');
        }
        (starts, header.join(",") + "\n" + &body.into_iter().collect::<String>())
    })
}

/// The lines that a finding names: `the lines 3 to 5`.
fn named_lines(found: &Diagnostic) -> std::ops::RangeInclusive<u32> {
    let message = found.message();
    let numbers = message.strip_prefix("the lines ").and_then(|rest| rest.split_once(" were read"));
    let numbers = numbers.and_then(|(numbers, _)| numbers.split_once(" to "));
    let line = found.line.unwrap();
    numbers.map_or(line..=line, |(first, last)| first.parse().unwrap()..=last.parse().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn rows_in_are_rows_and_findings((rows, text) in torn_sheet()) {
        let (sheet, found) = read(&text);
        let sheet = sheet.unwrap();
        let mut lines: BTreeSet<u32> = sheet.rows.iter().map(|row| row.line).collect();
        lines.extend(errors(&found).iter().map(|(line, _)| *line));
        // Rows that are still read as one are said to be.
        lines.extend(found.iter().filter(|one| one.severity == Severity::Warning).flat_map(named_lines));
        prop_assert!(lines.iter().copied().eq(2..rows as u32 + 2), "{text}\n{found:#?}");
    }

    #[test]
    fn rows_of_many_lines_are_rows_and_findings((starts, text) in torn_sheet_of_many_lines()) {
        let (sheet, found) = read(&text);
        let sheet = sheet.unwrap();
        let mut lines: BTreeSet<u32> = sheet.rows.iter().map(|row| row.line).collect();
        lines.extend(errors(&found).iter().map(|(line, _)| *line));
        lines.extend(found.iter().filter(|one| one.severity == Severity::Warning).flat_map(named_lines));
        let lost: Vec<&u32> = starts.iter().filter(|start| !lines.contains(start)).collect();
        prop_assert!(lost.is_empty(), "{lost:?} of\n{text}\n{found:#?}");
    }

    #[test]
    fn what_is_written_is_read_back(
        rows in proptest::collection::vec(proptest::collection::vec("[ab=+@'\", ;\n\u{e9}-]{0,8}", 3), 0..6)
    ) {
        let mut text = String::new();
        write::push_row(&mut text, ["x", "y", "z"]);
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect()).collect();
        for row in &rows {
            write::push_row(&mut text, row);
        }
        let (sheet, found) = read(&text);
        prop_assert!(errors(&found).is_empty(), "{found:?}");
        let back: Vec<Vec<&str>> =
            sheet.as_ref().unwrap().rows.iter().map(|row| (0..3).map(|number| row.cells.get(number)).collect()).collect();
        let given: Vec<Vec<String>> =
            rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        prop_assert_eq!(back, given);
    }

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(proptest::sample::select(b"ab,;\"\n\r \xe9\x00".as_slice()), 0..80)) {
        let (sheet, found) = read_sheet("f.csv", &bytes, &|_| false);
        prop_assert!(sheet.is_some() || !found.is_empty());
    }
}

#[test]
fn two_stray_quotes_swallow_nothing() {
    let header = "subject,commune,id,note\n";
    let row = |number: u32| format!("recruter,80021,n{number},x\n");
    let plain: String = (2..=9).map(row).collect();
    for (from, to, at) in [
        // The quote stands before the last cell, in or before another, behind one, or ends a line.
        ("n3,x", "n3,\"x", ["n6,x", "n6,\"x"]),
        ("n3,x", "n3,\"x", ["n6,x", "n6,x\""]),
        ("n3,x", "\"n3,x", ["n6,x", "n6\",x"]),
        ("n3,x", "\"n3,x", ["n6,x", "\"n6,x"]),
        ("n3,x", "n3,\"x", ["recruter,80021,n4", "\"recruter,80021,n4"]),
        ("n3,x", "\"n3,x", ["n4,x", "n4\",x"]),
    ] {
        let text = format!("{header}{}", plain.replace(from, to).replace(at[0], at[1]));
        let (sheet, found) = read(&text);
        let lost = 8 - sheet.unwrap().rows.len();
        assert_eq!(errors(&found).len(), lost, "{text}{found:#?}");
        assert!((1..=2).contains(&lost), "{text}{found:#?}");
    }
}

#[test]
fn sound_cells_of_several_lines_stay_sound() {
    let (sheet, found) =
        read("id,label,note\n\"a\nb\",c,\"d\n\ne\"\nf,\"g\",\"Aide, conseil,\nsuivi, et plus\"\n");
    let sheet = sheet.unwrap();
    assert_eq!(sheet.rows.len(), 2);
    assert_eq!(sheet.rows[0].cells.get(2), "d\n\ne");
    // The second may be two rows: somebody should look.
    let found: Vec<_> = found.iter().map(|one| (one.code, one.line, one.column)).collect();
    assert_eq!(found, [(DiagnosticCode::StrayQuote, Some(6), Some(3))]);
}

#[test]
fn a_quote_in_the_middle_of_a_cell_is_remarked() {
    let (sheet, found) =
        read("id,label\na,SARL \"Dupont\"\nb,\"SARL \"Durand\"\nc,5\" de tube\nd,\"x\"y,z\n");
    let rows = sheet.unwrap().rows;
    let labels: Vec<_> = rows.iter().map(|row| row.cells.get(1)).collect();
    assert_eq!(labels, ["SARL \"Dupont\"", "SARL Durand\"", "5\" de tube"]);
    let found: Vec<_> = found.iter().map(|one| (one.code.as_str(), one.line)).collect();
    assert_eq!(found, [("stray_quote", Some(2)), ("stray_quote", Some(3)), ("malformed_csv", Some(5))]);
}

#[test]
fn a_wide_header_does_not_widen_short_rows() {
    let text = format!("id{}\n{}", ",".repeat(MOST_COLUMNS - 1), "a\n".repeat(15_000));
    let (sheet, found) = read(&text);
    let sheet = sheet.unwrap();
    assert!(found.is_empty() && sheet.rows.iter().all(|row| row.cells.len() == 1));
    assert!((1..MOST_COLUMNS).all(|number| sheet.is_margin(number)));
    let wider = format!("id{}x\n", ",".repeat(MOST_COLUMNS));
    let (sheet, found) = read(&wider);
    assert!(sheet.is_none() && found[0].message().contains("at most 16384"), "{found:?}");
}

#[test]
fn a_file_of_stray_quotes_is_read_in_time() {
    // From each line on, the rest of the file can be read as the inside of one row.
    for line in ["x\",y,\"z\n", "a,\"\"\"b\n", "a,\"b\n", "\"\"\",\"\n"] {
        let text = format!("{}\n{}", ["h"; 9000].join(","), line.repeat(40_000));
        let begun = std::time::Instant::now();
        let (sheet, found) = read(&text);
        let count = sheet.unwrap().rows.len() + errors(&found).len();
        assert!(begun.elapsed().as_secs() < 20, "{line:?}: {:?}", begun.elapsed());
        assert_eq!(count, 40_000, "{line:?}");
    }
}

#[test]
fn separators_marks_encodings_and_blank_rows() {
    for bytes in [
        "id,label\na,é\n".as_bytes(),
        "\u{feff}id;label\r\n ; \r\n\r\na;é".as_bytes(),
        b" id ; label \na ; \xe9 \n",
        "\u{feff}id,label\na,é\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>().as_slice(),
    ] {
        let (sheet, found) = read_sheet("f.csv", bytes, &|_| false);
        let sheet = sheet.unwrap();
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(sheet.headers, ["id", "label"]);
        assert_eq!(sheet.rows.len(), 1);
        assert!(sheet.rows[0].cells.iter().eq(["a", "é"]));
    }
}

#[test]
fn lines_count_blank_rows_and_cells_of_several_lines() {
    let (sheet, _) = read_sheet("f.csv", b"id,label\n\n,\n\"a\nb\",c\nd,e\n", &|_| false);
    let lines: Vec<_> = sheet.unwrap().rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [4, 6]);
}

#[test]
fn rows_out_of_shape_are_reported_with_their_line() {
    let (sheet, found) = read_sheet("f.csv", b"id,label\na,b,c\nd\ne,f,,\n", &|_| false);
    let rows = sheet.unwrap().rows;
    let cells: Vec<Vec<&str>> = rows.iter().map(|row| row.cells.iter().collect()).collect();
    assert_eq!(cells, [vec!["d"], vec!["e", "f"]]);
    assert_eq!(rows[0].cells.get(1), "");
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].line, found[0].column, found[0].text.as_str()), (Some(2), Some(3), "c"));

    let (_, found) = read_sheet("f.csv", b"id,label\na,\"never closed\nb,c\n", &|_| false);
    assert_eq!((found[0].code, found[0].line), (DiagnosticCode::MalformedCsv, Some(2)));
}

#[test]
fn empty_files_and_monstrous_cells_are_reported() {
    for bytes in [&b""[..], b" \n\n", b"\xef\xbb\xbf", b",,\n ,"] {
        let (sheet, found) = read_sheet("f.csv", bytes, &|_| false);
        assert!(sheet.is_none());
        assert_eq!(found[0].code, DiagnosticCode::EmptyFile);
    }
    let mut monster = b"id,label\na,".to_vec();
    monster.resize(LONGEST_CELL + 100, b'x');
    let (_, found) = read_sheet("f.csv", &monster, &|_| false);
    assert_eq!((found.len(), found[0].line), (1, Some(2)));
    assert!(found[0].text.len() < 200);
}
