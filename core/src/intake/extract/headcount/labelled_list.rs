//! People as a form lists them, each kind before its number: `Bureau : 2. Atelier : 9. Chauffeurs : 3.`

use super::people::{WORKPLACES, is_employee, is_one_of_staff, is_owner};
use super::people_text::{Counted, PeopleText};
use super::trades::is_occupation;
use crate::intake::extract::quantity::Quantity;

/// How many kinds of people one form lists at most: a text that is no form has labels without end.
const MOST_KINDS: usize = 50;

impl<'t> PeopleText<'t> {
    /// All of those whom a form lists from a word on, two kinds at least.
    pub(super) fn labelled_at(self, at: usize) -> Option<Counted> {
        let (mut headcount, mut last, mut has_people) = (0_u32, at, false);
        let mut kinds = 0;
        let mut label = at;
        while kinds < MOST_KINDS
            && let Some((number, is_people)) = self.labelled_number(label)
        {
            headcount = headcount.saturating_add(number.value.floor() as u32);
            kinds += 1;
            has_people |= is_people;
            last = number.last;
            if !matches!(self.between(last).trim(), "." | "," | ";" | "/" | "|")
                && !self.between(last).contains('\n')
            {
                break;
            }
            label = last + 1;
        }
        (kinds >= 2 && has_people).then_some(Counted { first: at, last, headcount })
    }

    /// The number behind a label and a colon, and whether the label is of people rather than a place of work.
    fn labelled_number(self, label: usize) -> Option<(&'t Quantity, bool)> {
        let word = *self.folded.get(label)?;
        // All are told before their kinds: `salariés : 12, cadres : 3`.
        let is_all = is_employee(word) && word.ends_with('s');
        let is_people = !is_all && (is_occupation(word) || is_one_of_staff(word) || is_owner(word));
        let is_place =
            WORKPLACES.contains(&word) || matches!(word, "administratif" | "administration" | "depot");
        let is_told = matches!(self.between(label).trim(), ":" | "=");
        let number = self.number_at(label + 1).filter(|number| number.value < 1e4);
        number.filter(|_| is_told && (is_people || is_place)).map(|number| (number, is_people))
    }
}
