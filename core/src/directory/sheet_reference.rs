//! What the sheets of a directory's folder hold, from the declarations of the records: for the guide.

use super::source::{ANY_OF, Kind};
use super::{
    Absence, Alternative, AnswerGroup, Antenne, Competence, Criterion, ExpertRecord, Institution, Member,
    NafCorrespondence, OpcoByZone, Territory,
};
use crate::record::{FieldDeclaration, Record, Separator};
use crate::taxonomy::{Choice, Example, Question, Subject, Theme};

/// A sheet of a directory's folder.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SheetReference {
    /// The name of the file, without its ending.
    pub name: &'static str,
    /// What a row is, in French.
    pub french: &'static str,
    /// Its columns, in the order in which they are written.
    pub columns: Vec<SheetColumn>,
}

/// A column of a sheet.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SheetColumn {
    /// The header.
    pub name: &'static str,
    /// Whether a row must fill it.
    pub required: bool,
    /// What stands between the entries of a list: a space or a bar.
    pub separators: &'static [char],
    /// What it means, in French.
    pub french: &'static str,
}

/// Every sheet of a directory's folder.
///
/// ```
/// let sheets = aiguillage::directory::sheet_references();
/// let experts = sheets.iter().find(|sheet| sheet.name == "experts").unwrap();
/// assert!(experts.columns.iter().any(|column| column.name == "antenne" && column.required));
/// assert!(sheets.iter().all(|sheet| sheet.columns.iter().all(|column| !column.french.is_empty())));
/// ```
pub fn sheet_references() -> Vec<SheetReference> {
    Kind::ALL.into_iter().map(reference).collect()
}

fn reference(kind: Kind) -> SheetReference {
    let columns = kind.columns().iter().map(|name| SheetColumn {
        name,
        required: kind.required_fields().contains(name),
        separators: field(kind, name).map_or(&[], |field| separators(field.separator)),
        french: column_french(kind, name),
    });
    SheetReference { name: kind.name(), french: french(kind), columns: columns.collect() }
}

/// The declared field to which a column belongs; none for the columns that name an owner.
fn field(kind: Kind, column: &str) -> Option<&'static FieldDeclaration> {
    let is_end = |field: &FieldDeclaration| field.period.is_some_and(|ends| ends.contains(&column));
    kind.declared().iter().find(|field| field.name == column || is_end(field))
}

fn separators(separator: Separator) -> &'static [char] {
    match separator {
        Separator::None => &[],
        Separator::Space => &[' '],
        Separator::Bar => &['|'],
        Separator::SpaceOrBar => &[' ', '|'],
    }
}

fn column_french(kind: Kind, column: &str) -> &'static str {
    match (column, field(kind, column)) {
        (_, Some(field)) => match field.period {
            Some([from, _]) if from == column => "Premier jour où la ligne compte, compris.",
            Some(_) => "Dernier jour où la ligne compte, compris.",
            None => field.french,
        },
        (ANY_OF, None) if kind == Kind::Criterion => {
            "Une étiquette, s’il a des alternatives dans `any_of.csv` : elles la répètent."
        }
        (ANY_OF, None) => "L’étiquette du filtre dont c’est une alternative.",
        ("owner_kind", None) => "À qui cela appartient : `institution`, `antenne` ou `expert`.",
        ("owner", None) => "Identifiant de cette institution, de cette antenne ou de cet expert.",
        ("subject", None) => "Identifiant du sujet.",
        ("question", None) => "Identifiant de la question.",
        ("expert", None) => "Identifiant de l’expert.",
        _ => "",
    }
}

fn french(kind: Kind) -> &'static str {
    match kind {
        Kind::Territory => Territory::FRENCH,
        Kind::Theme => Theme::FRENCH,
        Kind::Subject => Subject::FRENCH,
        Kind::Question => Question::FRENCH,
        Kind::Choice => Choice::FRENCH,
        Kind::Institution => Institution::FRENCH,
        Kind::Antenne => Antenne::FRENCH,
        Kind::Expert => ExpertRecord::FRENCH,
        Kind::Competence => Competence::FRENCH,
        Kind::Absence => Absence::FRENCH,
        Kind::Member => Member::FRENCH,
        Kind::Criterion => Criterion::FRENCH,
        Kind::Alternative => Alternative::FRENCH,
        Kind::AnswerGroup => AnswerGroup::FRENCH,
        Kind::OpcoByZone => OpcoByZone::FRENCH,
        Kind::NafCorrespondence => NafCorrespondence::FRENCH,
        Kind::Rules => "La version de la composition des filtres : le fichier a une seule ligne.",
        Kind::Seed => "Le secret du gestionnaire : le fichier a une seule ligne.",
        Kind::Example => Example::FRENCH,
    }
}
