//! Who holds a subject, and through which competence: so that putting a match together need not look
//! through all competences of its expert.

use crate::directory::Expert;
use crate::engine::facts::Lexicon;
use crate::engine::span::offset;

/// An expert who holds a subject, active or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Holder {
    /// The number of the expert.
    pub(crate) expert: u32,
    pub(crate) competence: HeldThrough,
}

/// The competence through which an expert holds a subject. Four bytes for each member of a shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct HeldThrough(u32);

impl HeldThrough {
    /// Several competences are of the same subject.
    pub(crate) const SEVERAL: HeldThrough = HeldThrough(u32::MAX);

    /// The competence at a position among the expert's.
    pub(crate) fn at(position: usize) -> HeldThrough {
        HeldThrough(offset(position))
    }

    /// The position among the expert's competences; `None` where several are of the subject.
    pub(crate) fn only(self) -> Option<usize> {
        (self != HeldThrough::SEVERAL).then_some(self.0 as usize)
    }
}

/// The subjects that an expert holds, by number, each once.
pub(crate) fn subjects_of(expert: &Expert, lexicon: &Lexicon) -> Vec<(u32, HeldThrough)> {
    let mut subjects: Vec<(u32, HeldThrough)> = Vec::with_capacity(expert.competences.len());
    for (position, competence) in (0..).zip(&expert.competences) {
        let Some(subject) = lexicon.subject(&competence.subject) else { continue };
        match subjects.iter_mut().find(|(known, _)| *known == subject) {
            Some((_, competence)) => *competence = HeldThrough::SEVERAL,
            None => subjects.push((subject, HeldThrough(position))),
        }
    }
    subjects
}

#[cfg(test)]
mod tests {
    use crate::directory::Directory;
    use crate::engine::facts::Lexicon;

    #[test]
    fn a_subject_that_is_held_several_times_has_no_single_competence() {
        let json = r#"{"themes": [{"id": "t", "label": "T"}],
            "subjects": [{"id": "a", "theme": "t", "label": "A"}, {"id": "b", "theme": "t", "label": "B"}],
            "institutions": [{"id": "i", "name": "I"}],
            "antennes": [{"id": "n", "institution": "i", "name": "N", "level": "national"}],
            "experts": [{"id": "e", "antenne": "n", "name": "E", "competences": [
                {"subject": "b"}, {"subject": "a"}, {"subject": "b", "note": "le soir"}]}]}"#;
        let directory = Directory::from_json(json).unwrap();
        let held = super::subjects_of(&directory.experts()[0], &Lexicon::of(&directory));
        let held: Vec<_> =
            held.into_iter().map(|(subject, competence)| (subject, competence.only())).collect();
        assert_eq!(held, [(1, None), (0, Some(1))]);
    }
}
