//! What needs and requests are grouped and filtered by.

use jiff::civil::Date;

use crate::codes::{CodeError, HeadcountBand, NafCode, NafVersion};
use crate::follow_up::{ReferralError, TrackedNeed, TrackedRequest};
use crate::geography::{Commune, Geography, PlaceId};

/// What a need or a request is grouped and filtered by.
pub(super) struct Attributes<'f> {
    pub(super) deposited_on: Date,
    pub(super) subject: Option<&'f str>,
    pub(super) theme: Option<&'f str>,
    pub(super) place: Option<PlaceId>,
    pub(super) adviser: Option<&'f str>,
    pub(super) origin: Option<&'f str>,
    pub(super) section: Option<char>,
    pub(super) band: Option<HeadcountBand>,
}

impl<'f> Attributes<'f> {
    pub(super) fn of_need(
        need: &'f TrackedNeed,
        theme: Option<&'f str>,
        place: Option<PlaceId>,
    ) -> Attributes<'f> {
        let band = need.headcount_band.as_deref().and_then(|band| band.parse().ok());
        Attributes {
            deposited_on: need.deposited_on,
            subject: Some(&need.subject),
            theme,
            place,
            adviser: need.adviser.as_deref(),
            origin: need.origin.as_deref(),
            section: section(need),
            band: need.headcount.map(HeadcountBand::of).or(band),
        }
    }

    /// Who reads a request is no adviser of it, and of its company nothing is known yet.
    pub(super) fn of_request(
        request: &'f TrackedRequest,
        theme: Option<&'f str>,
        place: Option<PlaceId>,
    ) -> Attributes<'f> {
        Attributes {
            deposited_on: request.deposited_on,
            subject: request.subject.as_deref(),
            theme,
            place,
            adviser: None,
            origin: request.origin.as_deref(),
            section: None,
            band: None,
        }
    }

    pub(super) fn commune<'g>(&self, geography: Option<&'g Geography>) -> Option<Commune<'g>> {
        geography?.commune_by_id(self.place?)
    }
}

/// What of a need's company cannot be read, and so is in no group of headcounts or sections.
pub(super) fn faults(need: &TrackedNeed) -> impl Iterator<Item = ReferralError> {
    let fault = |field: &'static str, error: CodeError| {
        ReferralError::invalid(field, format!("in `{field}`, {error}"))
    };
    let told = |text: &'_ Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    let band = need
        .headcount_band
        .as_deref()
        .filter(|band| told(&need.headcount_band) && !band.trim().eq_ignore_ascii_case("NR"));
    let band = band.and_then(|band| Some(fault("headcount_band", band.parse::<HeadcountBand>().err()?)));
    let code = move |field, version, text: &Option<String>| {
        let text = text.as_deref().filter(|text| !text.trim().is_empty() && !NafCode::is_pending(text))?;
        Some(fault(field, NafCode::parse(version, text).err()?))
    };
    let naf = code("naf", NafVersion::Rev2, &need.naf);
    let naf_2025 = code("naf_2025", NafVersion::Naf2025, &need.naf_2025);
    band.into_iter().chain(naf).chain(naf_2025)
}

/// The section of NAF rév. 2 of a need's company: by its code there, else by its code of NAF 2025 where all
/// correspondents of that are of one section.
fn section(need: &TrackedNeed) -> Option<char> {
    let code = |version, text: &Option<String>| NafCode::parse(version, text.as_deref()?).ok();
    let told = code(NafVersion::Rev2, &need.naf).map(NafCode::section);
    told.or_else(|| section_of_2025(code(NafVersion::Naf2025, &need.naf_2025)?))
}

#[cfg(feature = "naf")]
fn section_of_2025(code: NafCode) -> Option<char> {
    let mut sections = code.correspondents().iter().map(|code| code.section());
    let first = sections.next()?;
    sections.all(|section| section == first).then_some(first)
}

#[cfg(not(feature = "naf"))]
fn section_of_2025(_: NafCode) -> Option<char> {
    None
}
