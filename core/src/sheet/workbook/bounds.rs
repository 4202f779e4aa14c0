//! How large a workbook may be, checked before it is unpacked into memory.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{Fault, open_document};
use crate::language::sentence;

/// A workbook has so many bytes at most.
const MOST_BYTES: usize = 64 << 20;

/// Its parts have so many bytes at most when they are unpacked.
const MOST_UNPACKED: u64 = 256 << 20;

/// Its tables have so many cells at most, blank ones before others included.
pub(super) const MOST_CELLS: usize = 4_000_000;

/// The kind of a zipped workbook.
pub(super) enum Package {
    OfficeOpen,
    OpenDocument(open_document::Merged),
}

pub(super) fn file(bytes: &[u8]) -> Result<(), Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::TooLarge(sentence!(WorkbookTooLarge { megabytes: MOST_BYTES >> 20 })));
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
            let megabytes = usize::try_from(MOST_UNPACKED >> 20).unwrap_or(usize::MAX);
            Fault::TooLarge(sentence!(WorkbookTooLargeUnpacked { megabytes }))
        })?;
    }
    if archive.index_for_name("content.xml").is_none() {
        return Ok(Package::OfficeOpen);
    }
    let mut content = String::new();
    let mut part = archive.by_name("content.xml").map_err(|error| broken(&error))?;
    part.read_to_string(&mut content).map_err(|error| broken(&error))?;
    let extent = open_document::extent(&content).map_err(|error| broken(&error))?;
    if extent.cells > MOST_CELLS {
        return Err(Fault::TooLarge(sentence!(WorkbookTooManyCells { most: MOST_CELLS })));
    }
    Ok(Package::OpenDocument(extent.merged))
}
