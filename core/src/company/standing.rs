//! Whether the facility is open, its company alive, and either shown.

use super::CompanyField;
use super::block::Written;
use super::choice::Facility;
use super::draft::Draft;
use super::finding::{Finding, FindingCode};

impl Draft<'_> {
    /// Takes the state of the facility: `A`, active, or `F`, closed. `others` are the facilities of the same
    /// company in the answer.
    pub(super) fn facility_state(&mut self, state: Option<Written<'_>>, others: &[Facility<'_>]) {
        let Some(state) = self.seen(state) else { return };
        match &*state.text {
            "A" | "a" => self.take_closed(false, &state),
            "F" | "f" | "C" | "c" => self.facility_closed(&state, others),
            _ => self.unknown(&state),
        }
    }

    /// Takes that the facility is closed.
    pub(super) fn facility_closed(&mut self, state: &Written<'_>, others: &[Facility<'_>]) {
        self.take_closed(true, state);
        let own = self.company.siret;
        let siret = own.map_or_else(String::new, |siret| siret.to_string());
        let open = others.iter().filter(|other| other.is_open).filter_map(|other| other.siret);
        let open = open.filter(|siret| Some(*siret) != own).take(MOST_OPEN).collect();
        self.add(Finding::new(FindingCode::ClosedFacility, &siret, None).with_open(open));
    }

    /// Takes the state of the company: `A`, active, or `C`, ceased.
    pub(super) fn company_state(&mut self, state: Option<Written<'_>>) {
        let Some(state) = self.seen(state) else { return };
        match &*state.text {
            "A" | "a" if self.company.closed.is_none() => self.take_closed(false, &state),
            "A" | "a" => {}
            "C" | "c" | "F" | "f" => self.company_ceased(&state),
            _ => self.unknown(&state),
        }
    }

    /// Takes that the company has ceased, and with it the facility.
    pub(super) fn company_ceased(&mut self, state: &Written<'_>) {
        self.take_closed(true, state);
        let siren = self.company.siren.map_or_else(String::new, |siren| siren.to_string());
        self.find(FindingCode::CeasedCompany, &siren, None);
    }

    fn take_closed(&mut self, closed: bool, state: &Written<'_>) {
        self.company.closed = Some(closed);
        self.know(CompanyField::Closed, state);
    }

    /// Takes whether the register shows everything: `O`, or `P` and `N` where it hides some or all. What is
    /// hidden of the facility or of the company counts alike.
    pub(super) fn diffusion(&mut self, status: Option<Written<'_>>) {
        let Some(status) = self.seen(status) else { return };
        let hides = match &*status.text {
            "O" | "o" => false,
            "P" | "p" | "N" | "n" => true,
            _ => return self.unknown(&status),
        };
        self.hidden(hides, &status);
    }

    /// Tells that the answer has several facilities, where none was asked for.
    pub(super) fn several_facilities(&mut self, facilities: &[Facility<'_>]) {
        let sirets: Vec<String> = facilities
            .iter()
            .filter_map(|one| one.siret)
            .take(MOST_NAMED)
            .map(|siret| siret.to_string())
            .collect();
        self.find(FindingCode::SeveralFacilities, &sirets.join(" "), None);
    }
}

/// How many open facilities a finding lists: a large company has thousands.
const MOST_OPEN: usize = 100;

/// How many facilities a finding names in its text.
const MOST_NAMED: usize = 5;
