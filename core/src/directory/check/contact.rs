//! E-mail addresses and phones, as files bring them.

use crate::codes::phone::{self, Phone};
use crate::diagnostic::{DiagnosticCode, Place, Report};
use crate::language::sentence;
use crate::record::kinds::is_deliverable_email;
use crate::text::shorten;

/// The address; nothing where it is none, which is reported.
pub(crate) fn email(written: &str, at: Place, report: &mut Report) -> Option<String> {
    if is_deliverable_email(written) {
        return Some(written.to_owned());
    }
    let message = sentence!(NotAnEmail { text: shorten(written, 60) });
    report.add(DiagnosticCode::InvalidValue, at, written, message);
    None
}

/// The phone as it was written, or repaired where a spreadsheet spoiled the cell; nothing where no
/// number is left of it. What is no phone is reported, and stays: people may still read it.
pub(crate) fn phone(written: &str, is_cell: bool, at: Place, report: &mut Report) -> Option<String> {
    let shown = shorten(written, 60);
    match phone::phone(written) {
        Phone::Number => Some(written.to_owned()),
        Phone::LostZero(number) if is_cell => {
            let message = sentence!(PhoneLostZero { text: shown, number: number.as_str() });
            report.add_with(DiagnosticCode::LostZero, at, written, message, Some(number.clone()));
            Some(number)
        }
        Phone::Whole(number) if is_cell => {
            let message = sentence!(PhoneTakenForNumber { text: shown, number: number.as_str() });
            report.add(DiagnosticCode::RepairedCell, at, written, message);
            Some(number)
        }
        Phone::DigitsLost if is_cell => {
            let message = sentence!(PhoneLostDigits { text: shown });
            report.add(DiagnosticCode::DigitsLost, at, written, message);
            None
        }
        Phone::Error if is_cell => {
            let message = sentence!(PhoneIsError { text: shown });
            report.add(DiagnosticCode::InvalidPhone, at, written, message);
            None
        }
        _ => {
            let message = sentence!(NotAPhone { text: shown });
            report.add(DiagnosticCode::InvalidPhone, at, written, message);
            // A cell without any digit holds no number that somebody could dial. A document was written by a
            // program, which reads back what it wrote.
            let is_kept = !is_cell || written.contains(|c: char| c.is_ascii_digit());
            is_kept.then(|| written.to_owned())
        }
    }
}
