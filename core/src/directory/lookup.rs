//! Records by their ids.

use super::{Antenne, Directory, Expert, Institution, Territory};
use crate::hash::TextMap;
use crate::taxonomy::{Question, Subject, Theme};

/// The positions of records by id; made when one is first looked up, and shared by clones.
#[derive(Debug)]
pub(super) struct Lookups {
    territories: TextMap<String, usize>,
    themes: TextMap<String, usize>,
    subjects: TextMap<String, usize>,
    /// The position of the subject, and that of the question among its questions.
    questions: TextMap<String, (usize, usize)>,
    antennes: TextMap<String, usize>,
    experts: TextMap<String, usize>,
}

impl Lookups {
    fn of(directory: &Directory) -> Lookups {
        let questions = directory.subjects().iter().enumerate().flat_map(|(subject, record)| {
            let numbered = record.questions.iter().enumerate();
            numbered.map(move |(number, question)| (question.id.clone(), (subject, number)))
        });
        Lookups {
            territories: positions(directory.territories().iter().map(|territory| &territory.id)),
            themes: positions(directory.themes().iter().map(|theme| &theme.id)),
            subjects: positions(directory.subjects().iter().map(|subject| &subject.id)),
            questions: questions.collect(),
            antennes: positions(directory.antennes().iter().map(|antenne| &antenne.id)),
            experts: positions(directory.experts().iter().map(|expert| &expert.id)),
        }
    }
}

fn positions<'d>(ids: impl Iterator<Item = &'d String>) -> TextMap<String, usize> {
    ids.cloned().zip(0..).collect()
}

/// Records by id.
///
/// ```
/// use aiguillage::Directory;
///
/// let directory = Directory::from_json(r#"{
///     "themes": [{"id": "emploi", "label": "Emploi"}],
///     "subjects": [{"id": "recruter", "theme": "emploi", "label": "Recruter",
///                   "questions": [{"id": "apprenti", "label": "Un apprenti ?"}]}],
///     "institutions": [{"id": "france-travail", "name": "France Travail", "aliases": ["Pôle emploi"]}],
///     "antennes": [{"id": "amiens", "institution": "france-travail", "name": "Amiens", "zones": ["commune:80021"]}],
///     "experts": [{"id": "conseil", "antenne": "amiens", "name": "Conseil", "competences": [{"subject": "recruter"}]}]
/// }"#)?;
/// assert_eq!(directory.expert("conseil").map(|expert| expert.antenne.as_str()), Some("amiens"));
/// assert_eq!(directory.institution("pole emploi").map(|one| one.id.as_str()), Some("france-travail"));
/// assert_eq!(directory.question("apprenti").map(|(subject, _)| subject.id.as_str()), Some("recruter"));
/// assert!(directory.subject("inconnu").is_none());
/// # Ok::<(), aiguillage::DirectoryError>(())
/// ```
impl Directory {
    fn lookups(&self) -> &Lookups {
        self.lookups.get_or_init(|| Lookups::of(self))
    }

    /// The territory of this id.
    pub fn territory(&self, id: &str) -> Option<&Territory> {
        self.territories().get(*self.lookups().territories.get(id)?)
    }

    /// The theme of this id.
    pub fn theme(&self, id: &str) -> Option<&Theme> {
        self.themes().get(*self.lookups().themes.get(id)?)
    }

    /// The subject of this id.
    pub fn subject(&self, id: &str) -> Option<&Subject> {
        self.subjects().get(*self.lookups().subjects.get(id)?)
    }

    /// The question of this id, behind the subject that asks it.
    pub fn question(&self, id: &str) -> Option<(&Subject, &Question)> {
        let (subject, number) = *self.lookups().questions.get(id)?;
        let subject = self.subjects().get(subject)?;
        Some((subject, subject.questions.get(number)?))
    }

    /// The institution of this id or alias; the spelling of an alias is forgiven.
    pub fn institution(&self, name: &str) -> Option<&Institution> {
        self.institutions().get(self.names.find(name)?)
    }

    /// The antenne of this id.
    pub fn antenne(&self, id: &str) -> Option<&Antenne> {
        self.antennes().get(*self.lookups().antennes.get(id)?)
    }

    /// The expert of this id.
    pub fn expert(&self, id: &str) -> Option<&Expert> {
        self.experts().get(*self.lookups().experts.get(id)?)
    }
}
