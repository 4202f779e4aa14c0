//! Sheets as the bytes of an `.xlsx` file.

use std::borrow::Cow;
use std::collections::HashMap;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::ImpactWorkbook;
use super::sheet::{Entry, Sheet, Style};
use crate::follow_up::ReferralError;
use crate::sheet::write::protect;
use crate::text::cut;

/// The rows that a sheet has at most, its header included.
const MOST_ROWS: usize = 1_048_576;

/// The columns that a sheet has at most; a workbook has some hundreds.
const MOST_COLUMNS: usize = 16_384;

/// The characters that a cell holds at most are twice as many, in units of UTF-16.
const LONGEST_TEXT: usize = 16_000;

pub(super) fn xlsx(of: &ImpactWorkbook) -> Result<Vec<u8>, ReferralError> {
    for sheet in &of.sheets {
        check_size(sheet)?;
    }
    written(of).map_err(|error| {
        ReferralError::new("invalid_value", None, format!("the workbook cannot be written: {error}"))
    })
}

fn check_size(sheet: &Sheet) -> Result<(), ReferralError> {
    if sheet.rows.len() < MOST_ROWS && sheet.columns.len() <= MOST_COLUMNS {
        return Ok(());
    }
    let message = format!(
        "the sheet `{}` has {} rows and {} columns: spreadsheets have 1048576 and 16384 at most",
        sheet.name,
        sheet.rows.len().saturating_add(1),
        sheet.columns.len()
    );
    Err(ReferralError::new("too_many_rows", None, message).with_hint("group by something larger"))
}

fn written(of: &ImpactWorkbook) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let day = of.on;
    // Spreadsheets know no day before 1900; a report of one has the first that they know.
    let year = u16::try_from(day.year()).unwrap_or_default();
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    let created = ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
        .or_else(|_| ExcelDateTime::from_ymd(1900, 1, 1))?;
    let properties = DocProperties::new().set_title(of.title.as_str()).set_creation_datetime(&created);
    workbook.set_properties(&properties);
    let formats = Formats::new();
    for sheet in &of.sheets {
        write_sheet(workbook.add_worksheet(), sheet, &formats)?;
    }
    workbook.save_to_buffer()
}

/// The formats of all cells.
struct Formats {
    header: Format,
    title: Format,
    heading: Format,
    text: Format,
    /// Of text that a spreadsheet would compute once somebody edits the cell.
    protected: Format,
    /// Of numbers, and of those of too few to mean much.
    numbers: HashMap<(Style, bool), Format>,
}

impl Formats {
    fn new() -> Formats {
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let styles = [
            (Style::Count, "#,##0"),
            (Style::Percent, "0.0%"),
            (Style::Days, "0.0"),
            (Style::CountChange, "+#,##0;-#,##0;0"),
            (Style::PointsChange, "+0.0;-0.0;0.0"),
            (Style::DaysChange, "+0.0;-0.0;0.0"),
        ];
        let numbers = styles.into_iter().flat_map(|(style, pattern)| {
            let plain = Format::new().set_num_format(pattern).set_align(FormatAlign::Top);
            let small = plain.clone().set_italic().set_font_color(Color::Gray);
            [((style, false), plain), ((style, true), small)]
        });
        Formats {
            header: wrapped.clone().set_bold().set_border_bottom(FormatBorder::Thin),
            title: Format::new().set_bold().set_font_size(16),
            heading: wrapped.clone().set_bold(),
            protected: wrapped.clone().set_quote_prefix(),
            text: wrapped,
            numbers: numbers.collect(),
        }
    }
}

fn write_sheet(to: &mut Worksheet, sheet: &Sheet, formats: &Formats) -> Result<(), XlsxError> {
    to.set_name(&sheet.name)?;
    to.set_landscape().set_print_fit_to_pages(1, 0);
    let header = if sheet.is_table { &formats.header } else { &formats.title };
    for (number, column) in (0_u16..).zip(&sheet.columns) {
        to.set_column_width(number, column.width)?;
        if !column.header.is_empty() {
            to.write_string_with_format(0, number, column.header.as_str(), header)?;
        }
    }
    let mut number: u16 = 0;
    for run in sheet.columns.chunk_by(|one, next| one.is_before == next.is_before) {
        let length = u16::try_from(run.len()).unwrap_or(u16::MAX);
        if run.first().is_some_and(|column| column.is_before) {
            to.group_columns(number, number + length - 1)?;
        }
        number += length;
    }
    for (row, entries) in (1_u32..).zip(&sheet.rows) {
        for (column, entry) in (0_u16..).zip(entries) {
            write_entry(to, (row, column), entry, formats)?;
        }
    }
    if sheet.is_table {
        to.set_row_height(0, 62)?.set_freeze_panes(1, sheet.frozen)?.set_repeat_rows(0, 0)?;
        let (rows, columns) = (u32::try_from(sheet.rows.len()), u16::try_from(sheet.columns.len()));
        if let (Ok(rows), Ok(columns @ 1..)) = (rows, columns) {
            to.autofilter(0, 0, rows, columns - 1)?;
        }
    }
    Ok(())
}

fn write_entry(
    to: &mut Worksheet,
    (row, column): (u32, u16),
    entry: &Entry,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match entry {
        Entry::Empty => {}
        // A string is no formula, whatever it begins with.
        Entry::Text(text) => {
            let is_computed = matches!(protect(text), Cow::Owned(_));
            let format = if is_computed { &formats.protected } else { &formats.text };
            to.write_string_with_format(row, column, cut(text, LONGEST_TEXT), format)?;
        }
        Entry::Heading(text) => {
            to.write_string_with_format(row, column, cut(text, LONGEST_TEXT), &formats.heading)?;
        }
        Entry::Number { value, style, is_small } => match formats.numbers.get(&(*style, *is_small)) {
            Some(format) => {
                to.write_number_with_format(row, column, *value, format)?;
            }
            None => {
                to.write_number(row, column, *value)?;
            }
        },
    }
    Ok(())
}
