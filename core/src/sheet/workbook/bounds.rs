//! How large a workbook may be, checked before it is unpacked into memory.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::Fault;

/// A workbook has so many bytes at most.
const MOST_BYTES: usize = 64 << 20;

/// Its parts have so many bytes at most when they are unpacked.
const MOST_UNPACKED: u64 = 256 << 20;

/// Its tables have so many cells at most, blank ones before others included.
pub(super) const MOST_CELLS: usize = 4_000_000;

/// The kind of a zipped workbook.
pub(super) enum Package {
    OfficeOpen,
    OpenDocument,
}

pub(super) fn file(bytes: &[u8]) -> Result<(), Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::TooLarge(format!("more than {} MB", MOST_BYTES >> 20)));
    }
    Ok(())
}

/// The kind of a zipped workbook whose parts are within the bounds. Sizes that a file states of itself are
/// not believed: each part is unpacked once, into nothing.
pub(super) fn package(bytes: &[u8]) -> Result<Package, Fault> {
    let broken = |error: &dyn std::fmt::Display| Fault::Broken(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut left = MOST_UNPACKED;
    for number in 0..archive.len() {
        let part = match archive.by_index(number) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(reason)) if reason == ZipError::PASSWORD_REQUIRED => {
                return Err(Fault::Password);
            }
            Err(error) => return Err(broken(&error)),
        };
        let unpacked = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|error| broken(&error))?;
        left = left.checked_sub(unpacked).ok_or_else(|| {
            Fault::TooLarge(format!("more than {} MB when it is unpacked", MOST_UNPACKED >> 20))
        })?;
    }
    if archive.index_for_name("content.xml").is_none() {
        return Ok(Package::OfficeOpen);
    }
    let mut content = String::new();
    let mut part = archive.by_name("content.xml").map_err(|error| broken(&error))?;
    part.read_to_string(&mut content).map_err(|error| broken(&error))?;
    if cells(&content) > MOST_CELLS {
        return Err(Fault::TooLarge(format!("more than {MOST_CELLS} cells")));
    }
    Ok(Package::OpenDocument)
}

/// How many cells the tables of an OpenDocument spreadsheet span, from the first to the last that is not
/// blank: one row that repeats a million times is one element of its file.
fn cells(content: &str) -> usize {
    let mut all = 0_usize;
    for table in content.split("<table:table ").skip(1) {
        let (mut rows, mut last_row, mut width) = (0_usize, 0_usize, 0_usize);
        for row in table.split("<table:table-row").skip(1) {
            let tag = row.split('>').next().unwrap_or_default();
            rows = rows.saturating_add(repeats(tag, "table:number-rows-repeated=\""));
            let mut column = 0_usize;
            let mut used = 0;
            for cell in row.split("table-cell").skip(1) {
                let tag = cell.split('>').next().unwrap_or_default();
                // The end of a cell is no cell.
                if tag.is_empty() {
                    continue;
                }
                column = column.saturating_add(repeats(tag, "table:number-columns-repeated=\""));
                if tag.contains("office:") || cell.contains("<text:") {
                    used = column;
                }
            }
            if used > 0 {
                last_row = rows;
                width = width.max(used);
            }
        }
        all = all.saturating_add(last_row.saturating_mul(width));
    }
    all
}

fn repeats(tag: &str, attribute: &str) -> usize {
    let value = tag.split(attribute).nth(1).and_then(|rest| rest.split('"').next());
    value.and_then(|value| value.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_rows_at_the_end_take_no_room() {
        let table = |rows: &str| format!("<table:table table:name=\"a\">{rows}</table:table>");
        let full = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>";
        let blank = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
        assert_eq!(cells(&table(&format!("{full}{blank}"))), 1);
        assert_eq!(cells(&table(&format!("{blank}{full}"))), 1_000_001);
        let wide =
            full.replace("<table:table-cell ", "<table:table-cell table:number-columns-repeated=\"16384\" ");
        assert_eq!(cells(&table(&format!("{wide}{full}"))), 2 * 16384);
    }
}
