//! The reading guide: the first sheet, made of what the query and the figures declare.

use super::indicator::Indicator;
use super::sheet::{Column, Entry, Sheet};
use crate::impact::ImpactQuery;
use crate::impact::group::WITHHELD;
use crate::language::Language;

/// The name of the sheet.
const NAME: &str = "Guide de lecture";

/// A reading guide while sheets are added.
pub(super) struct Guide {
    /// What the workbook is of, and how to read it.
    before: Vec<[String; 2]>,
    sheets: Vec<[String; 2]>,
    /// Each figure, what it counts and what it is out of.
    figures: Vec<[String; 3]>,
}

impl Guide {
    pub(super) fn new(
        title: &str,
        query: &ImpactQuery,
        previous: Option<&ImpactQuery>,
        indicators: &[Indicator],
    ) -> Guide {
        let mut before = vec![
            ["Périmètre".to_owned(), title.to_owned()],
            ["Période".to_owned(), period(query)],
            [
                "Jour de lecture".to_owned(),
                format!(
                    "{} : ce qui est arrivé après ce jour n’est pas compté",
                    Language::French.day(query.on)
                ),
            ],
            [
                "Période précédente".to_owned(),
                match (previous, query.from.zip(query.until)) {
                    (Some(previous), _) => period(previous),
                    (None, Some(_)) => {
                        "non montrée : rien n’y a été déposé, ou elle n’est pas connue".to_owned()
                    }
                    (None, None) => {
                        "non montrée : la période n’a pas de premier et de dernier jour".to_owned()
                    }
                },
            ],
        ];
        before.extend(filters(query));
        before.push([WITHHELD.to_owned(), match query.least {
            0 => "aucun groupe n’est retenu : le seuil est à 0".to_owned(),
            least => format!(
                "retenu : les groupes et les périodes de moins de {least} besoins ou demandes ne sont pas montrés seuls ; \
                 de plus grands le sont avec eux, s’il le faut pour qu’aucun ne se déduise du reste. Pour ces groupes \
                 réunis, rien n’est comparé à la période précédente"
            ),
        }]);
        let small = format!("part calculée sur moins de {} : trop peu pour être parlante", query.small);
        let conventions = [
            ("Cellule vide", "aucune valeur : une part de rien, ou un chiffre qui n’est pas connu"),
            ("Gris italique", small.as_str()),
            ("Effectif", "ce à quoi une part est rapportée, dans la colonne à sa droite"),
            (
                "Évolution",
                "valeur moins celle de la période précédente ; pour une part, en points de pourcentage",
            ),
            ("Jours", "différence de deux dates, en jours pleins"),
        ];
        before.extend(conventions.map(|(word, meaning)| [word.to_owned(), meaning.to_owned()]));
        let figures = indicators.iter().map(|indicator| {
            let whole = indicator.whole.unwrap_or_default();
            [indicator.label.clone(), indicator.definition.clone(), whole.to_owned()]
        });
        Guide { before, sheets: Vec::new(), figures: figures.collect() }
    }

    /// Tells of a sheet.
    pub(super) fn tell(&mut self, sheet: &str, description: &str) {
        self.sheets.push([format!("Feuille « {sheet} »"), description.to_owned()]);
    }

    pub(super) fn into_sheet(self) -> Sheet {
        let pair = |[word, meaning]: [String; 2]| vec![Entry::Heading(word), Entry::Text(meaning)];
        let mut rows: Vec<Vec<Entry>> = self.before.into_iter().chain(self.sheets).map(pair).collect();
        rows.push(Vec::new());
        let headers = ["Indicateur", "Ce qui est compté", "Rapporté à"];
        rows.push(headers.map(|header| Entry::Heading(header.to_owned())).to_vec());
        rows.extend(self.figures.into_iter().map(|[label, definition, whole]| {
            vec![Entry::Heading(label), Entry::Text(definition), Entry::text(&whole)]
        }));
        Sheet {
            name: NAME.to_owned(),
            columns: vec![Column::new(NAME, 48.0), Column::new("", 100.0), Column::new("", 48.0)],
            rows,
            frozen: 0,
            is_table: false,
        }
    }
}

/// The days of deposit that count.
fn period(query: &ImpactQuery) -> String {
    let day = |date| Language::French.day(date);
    match (query.from, query.until) {
        (Some(from), Some(until)) => format!("déposés du {} au {}", day(from), day(until)),
        (Some(from), None) => format!("déposés à partir du {}", day(from)),
        (None, Some(until)) => format!("déposés jusqu’au {}", day(until)),
        (None, None) => "tous les dépôts connus".to_owned(),
    }
}

/// What the query lets through.
fn filters(query: &ImpactQuery) -> Vec<[String; 2]> {
    let lists = [
        ("Thèmes", &query.themes),
        ("Sujets", &query.subjects),
        ("Institutions", &query.institutions),
        ("Antennes", &query.antennes),
        ("Zones", &query.zones),
        ("Conseillers référents", &query.advisers),
        ("Provenances", &query.origins),
    ];
    let lists = lists.into_iter().filter(|(_, ids)| !ids.is_empty());
    lists.map(|(name, ids)| [name.to_owned(), format!("seulement {}", ids.join(", "))]).collect()
}
