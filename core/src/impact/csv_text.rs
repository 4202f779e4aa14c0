//! Rows of cells as the text of a CSV file.

/// Writes rows with commas between cells and quotes where a cell needs them (RFC 4180, lines ended by
/// `\n`). Unlike a writer to any output it cannot fail, so that callers have no error to invent.
pub(super) fn csv_text(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = String::new();
    for row in rows {
        for (number, cell) in row.iter().enumerate() {
            if number > 0 {
                text.push(',');
            }
            // A row that is one empty cell would be read as no row.
            if cell.contains(['"', ',', '\n', '\r']) || cell.is_empty() && row.len() == 1 {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(cell);
            }
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_the_csv_crate_writes_and_reads() {
        let cells = ["", "a", "a,b", "say \"no\"", "two\nlines", "a\r", "=1", " b ", "é"];
        let mut rng = fastrand::Rng::with_seed(7);
        for columns in 1..5 {
            let rows: Vec<Vec<String>> = (0..50)
                .map(|_| (0..columns).map(|_| cells[rng.usize(..cells.len())].to_owned()).collect())
                .collect();
            let text = csv_text(rows.iter().cloned());
            let mut writer = csv::Writer::from_writer(Vec::new());
            rows.iter().for_each(|row| writer.write_record(row).unwrap());
            assert_eq!(text.as_bytes(), writer.into_inner().unwrap());
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
            let read: Vec<Vec<String>> = reader.deserialize().map(Result::unwrap).collect();
            assert_eq!(read, rows);
        }
    }
}
