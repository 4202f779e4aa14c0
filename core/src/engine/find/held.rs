//! Where an expert holds a subject: so that whoever puts a match together need not look through all
//! that the expert holds.

use crate::directory::Expert;
use crate::engine::facts::Lexicon;

/// An expert who holds a subject, active or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Holder {
    /// By number.
    pub(crate) expert: u32,
    pub(crate) held: Held,
}

/// Which competence of an expert is in a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Held(u32);

impl Held {
    /// More than one: the same subject may be held several times.
    pub(crate) const SEVERAL: Held = Held(u32::MAX);

    /// The place among the expert's competences, where there is one in the subject.
    pub(crate) fn only(self) -> Option<usize> {
        (self != Held::SEVERAL).then_some(self.0 as usize)
    }
}

/// The subjects that an expert holds, by number, each once.
pub(crate) fn subjects_of(expert: &Expert, lexicon: &Lexicon) -> Vec<(u32, Held)> {
    let mut subjects: Vec<(u32, Held)> = Vec::with_capacity(expert.competences.len());
    for (place, competence) in (0..).zip(&expert.competences) {
        let Some(subject) = lexicon.subject(&competence.subject) else { continue };
        match subjects.iter_mut().find(|(known, _)| *known == subject) {
            Some((_, held)) => *held = Held::SEVERAL,
            None => subjects.push((subject, Held(place))),
        }
    }
    subjects
}

#[cfg(test)]
mod tests {
    use crate::directory::Directory;
    use crate::engine::facts::Lexicon;

    #[test]
    fn a_subject_that_is_held_several_times_has_no_place() {
        let json = r#"{"themes": [{"id": "t", "label": "T"}],
            "subjects": [{"id": "a", "theme": "t", "label": "A"}, {"id": "b", "theme": "t", "label": "B"}],
            "institutions": [{"id": "i", "name": "I"}],
            "antennes": [{"id": "n", "institution": "i", "name": "N", "level": "national"}],
            "experts": [{"id": "e", "antenne": "n", "name": "E", "competences": [
                {"subject": "b"}, {"subject": "a"}, {"subject": "b", "note": "le soir"}]}]}"#;
        let directory = Directory::from_json(json).unwrap();
        let held = super::subjects_of(&directory.experts()[0], &Lexicon::of(&directory));
        let held: Vec<_> = held.into_iter().map(|(subject, held)| (subject, held.only())).collect();
        assert_eq!(held, [(1, None), (0, Some(1))]);
    }
}
