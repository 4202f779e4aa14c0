//! Workbooks of the sample's year, read back: they say what the library's reports say, and agree with each other.

use std::collections::BTreeMap;
use std::io::Cursor;

use aiguillage::Directory;
use aiguillage::follow_up::{Referral, ReferralState, Survey, SurveyOutcome, TrackedNeed, TrackedRequest};
use aiguillage::impact::{
    Dimension, ImpactFacts, ImpactQuery, ImpactReport, ImpactTable, ImpactWorkbook, Period, ReferralFile,
    RequestFile,
};
use calamine::{Data, Reader, Xlsx};
use jiff::ToSpan;
use jiff::civil::Date;

use super::super::{day, need, referral};

struct Year {
    directory: Directory,
    needs: Vec<TrackedNeed>,
    referrals: Vec<Referral>,
    requests: Vec<TrackedRequest>,
    surveys: Vec<Survey>,
}

impl Year {
    fn facts(&self) -> ImpactFacts<'_> {
        ImpactFacts {
            needs: &self.needs,
            referrals: &self.referrals,
            requests: &self.requests,
            surveys: &self.surveys,
        }
    }
}

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/hauts-de-france");

/// The sample's year, in which some experts work straight at their institution, and helped companies were asked.
fn year() -> Year {
    let directory = Directory::open(SAMPLE).unwrap();
    let bytes = |name: &str| std::fs::read(format!("{SAMPLE}/{name}")).unwrap();
    let file = ReferralFile::read_csv("referrals.csv", &bytes("referrals.csv"), Some(&directory)).unwrap();
    let mut referrals = file.referrals;
    for (number, referral) in referrals.iter_mut().enumerate() {
        if number % 7 == 0 {
            referral.antenne = None;
        }
    }
    let helped = referrals.iter().filter(|referral| referral.state == ReferralState::Done);
    let mut surveys: BTreeMap<&str, Survey> = BTreeMap::new();
    for (number, referral) in helped.enumerate() {
        let asked_on = referral.closed_on.unwrap().checked_add(10.days()).unwrap();
        surveys.entry(&referral.need).or_insert_with(|| Survey {
            need: referral.need.clone(),
            asked_on,
            answered_on: (number % 3 == 0).then_some(asked_on),
            called_back: (number % 3 == 0).then_some(true),
            useful: (number % 3 == 0).then_some(number % 2 == 0),
            outcomes: if number % 6 == 0 { vec![SurveyOutcome::ActionsStarted] } else { Vec::new() },
        });
    }
    let surveys = surveys.into_values().collect();
    let requests = RequestFile::read_csv("requests.csv", &bytes("requests.csv")).unwrap().on(END);
    Year { directory, needs: file.needs, referrals, requests, surveys }
}

const END: Date = Date::constant(2026, 11, 30);

fn query(by: Option<Dimension>) -> ImpactQuery {
    ImpactQuery { by, ..ImpactQuery::on(END) }
}

/// The third quarter: it has a period before.
fn quarter() -> ImpactQuery {
    ImpactQuery { from: Some(day(7, 1)), until: Some(day(9, 30)), ..query(None) }
}

/// A sheet as it was read: a header, and rows.
struct Sheet {
    headers: Vec<String>,
    rows: Vec<Vec<Data>>,
}

impl Sheet {
    fn column(&self, header: &str) -> Option<usize> {
        self.headers.iter().position(|own| own == header)
    }

    fn cell(&self, row: usize, header: &str) -> &Data {
        let column = self.column(header);
        assert!(column.is_some(), "no column `{header}`");
        &self.rows[row][column.unwrap()]
    }

    fn text(&self, row: usize, header: &str) -> &str {
        let cell = self.cell(row, header);
        assert!(matches!(cell, Data::String(_) | Data::Empty), "no text: {cell:?}");
        if let Data::String(text) = cell { text } else { "" }
    }

    fn number(&self, row: usize, header: &str) -> Option<f64> {
        let cell = self.cell(row, header);
        assert!(matches!(cell, Data::Float(_) | Data::Empty), "no number: {cell:?}");
        if let Data::Float(number) = cell { Some(*number) } else { None }
    }

    /// The row in which this stands in a column.
    fn row(&self, header: &str, text: &str) -> usize {
        (0..self.rows.len()).find(|row| self.text(*row, header) == text).unwrap()
    }
}

fn read(workbook: &ImpactWorkbook) -> BTreeMap<String, Sheet> {
    let mut read: Xlsx<_> = Xlsx::new(Cursor::new(workbook.to_xlsx().unwrap())).unwrap();
    assert_eq!(read.sheet_names(), workbook.sheet_names().collect::<Vec<_>>());
    let sheets = read.worksheets().into_iter().map(|(name, range)| {
        let mut rows = range.rows().map(<[Data]>::to_vec);
        let headers = rows.next().unwrap().iter().map(ToString::to_string).collect();
        (name, Sheet { headers, rows: rows.collect() })
    });
    sheets.collect()
}

/// The header of a column of the report's table.
fn header(sheet: &Sheet, label: &str) -> Option<String> {
    let prefixes = ["", "Mises en relation : ", "Demandes : ", "Enquêtes : "];
    let headers = prefixes.iter().map(|prefix| format!("{prefix}{label}"));
    let mut found = headers.filter(|header| sheet.column(header).is_some());
    found.next()
}

fn close(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < 1e-9,
        (one, other) => one == other,
    }
}

/// Every figure of a table stands in the sheet, in rows of the same order; returns how many columns do.
fn says_the_same(sheet: &Sheet, table: &ImpactTable) -> usize {
    let leading = ["group", "label", "period", "population", "small"];
    let mut columns = 0;
    for column in table.columns.iter().filter(|column| !leading.contains(&column.name.as_str())) {
        let Some(header) = header(sheet, &column.label) else {
            let is_left_out = column.name.starts_with("requests");
            assert!(is_left_out, "`{}` is missing", column.label);
            continue;
        };
        let counts = column.counts.iter().map(|count| count.map(|count| count as f64));
        let cells: Vec<Option<f64>> = counts.chain(column.numbers.iter().copied()).collect();
        assert_eq!(cells.len(), sheet.rows.len(), "{header}");
        for (row, cell) in cells.into_iter().enumerate() {
            assert!(close(sheet.number(row, &header), cell), "{header}, row {row}: {cell:?}");
        }
        columns += 1;
    }
    columns
}

/// The columns whose counts add up over the antennes of an institution.
fn is_additive(header: &str) -> bool {
    header == "Mises en relation"
        || header.starts_with("Mises en relation : dont")
        || header.starts_with("Refus : ")
}

/// For each institution of the one sheet, the rows of the other add up to its referrals and refusals. Of the period
/// before, what is withheld is not known.
fn antennes_add_up(institutions: &Sheet, antennes: &Sheet, is_withheld: bool) {
    for row in 0..institutions.rows.len() {
        let id = institutions.text(row, "Identifiant");
        let own: Vec<usize> = (0..antennes.rows.len())
            .filter(|row| antennes.text(*row, "Identifiant de l’institution") == id)
            .collect();
        let is_checked = |header: &&String| {
            is_additive(header)
                && !(is_withheld && header.contains("précédente") || header.contains("évolution"))
        };
        for header in institutions.headers.iter().filter(is_checked) {
            let sum: f64 = own.iter().map(|row| antennes.number(*row, header).unwrap()).sum();
            assert_eq!(institutions.number(row, header), Some(sum), "{id}: {header}");
        }
    }
}

#[test]
fn a_workbook_says_what_the_reports_say() {
    let year = year();
    let (facts, directory) = (year.facts(), Some(&year.directory));
    let report = |by, period| {
        let query = ImpactQuery { period, ..query(by) };
        facts.measure(&query, directory).unwrap()
    };
    let asked = ImpactQuery { period: Some(Period::Month), ..query(Some(Dimension::Theme)) };
    let workbook = facts.workbook(&asked, directory).unwrap();
    let sheets = read(&workbook);

    let by_institution = report(Some(Dimension::Institution), None);
    assert_eq!(says_the_same(&sheets["Par institution"], &by_institution.table()), 81);
    says_the_same(&sheets["Par thème"], &report(Some(Dimension::Theme), None).table());
    says_the_same(&sheets["Par mois"], &report(None, Some(Period::Month)).table());
    antennes_add_up(&sheets["Par institution"], &sheets["Par antenne"], false);

    let whole = &sheets["Ensemble"];
    let value = |label: &str, header: &str| whole.number(whole.row("Indicateur", label), header);
    let total = &by_institution.total;
    assert_eq!(value("Demandes déposées", "Valeur"), Some(1_410.0));
    assert_eq!(value("Besoins aidés", "Valeur"), Some(total.funnel.helped as f64));
    assert_eq!(value("Taux d’aide", "Valeur"), total.helped.value);
    assert_eq!(value("Taux d’aide", "Nombre"), Some(total.helped.count as f64));
    assert_eq!(value("Taux d’aide", "Effectif"), Some(total.helped.of as f64));
    assert_eq!(value("Classées : Création d’entreprise", "Valeur").map(|count| count > 0.0), Some(true));
    assert_eq!(whole.text(whole.row("Indicateur", "Taux d’aide"), "Rapporté à"), "besoins transmis");

    // Some went straight to the institution.
    let antennes = &sheets["Par antenne"];
    let straight = (0..antennes.rows.len()).filter(|row| antennes.text(*row, "Antenne") == "Sans antenne");
    assert!(straight.count() > 10);
    let guide = &sheets["Guide de lecture"];
    let row = guide.rows.iter().find(|row| row[0] == Data::String("Taux d’aide".to_owned())).unwrap();
    assert_eq!(row[2], Data::String("besoins transmis".to_owned()));
}

#[test]
fn workbooks_of_partners_agree_with_the_whole_and_with_each_other() {
    let year = year();
    let (facts, directory) = (year.facts(), Some(&year.directory));
    let whole = read(&facts.workbook(&quarter(), directory).unwrap());
    let (institutions, antennes) = (&whole["Par institution"], &whole["Par antenne"]);
    antennes_add_up(institutions, antennes, false);
    let workbooks = facts.partner_workbooks(&quarter(), directory).unwrap();
    let of_institutions = workbooks.iter().filter(|own| own.antenne.is_none()).count();
    let shown = (0..institutions.rows.len()).filter(|row| !institutions.text(*row, "Identifiant").is_empty());
    assert_eq!(of_institutions, shown.count());
    let mut paths: Vec<&str> = workbooks.iter().map(|own| own.path.as_str()).collect();
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), workbooks.len());

    for partner in &workbooks {
        let sheets = read(&partner.workbook);
        let own = &sheets["Ensemble"];
        let (sheet, row) = match &partner.antenne {
            None => (institutions, institutions.row("Identifiant", &partner.institution)),
            Some(antenne) => (antennes, antennes.row("Identifiant de l’antenne", antenne)),
        };
        for (number, label) in (0..own.rows.len()).map(|number| (number, own.text(number, "Indicateur"))) {
            assert_eq!(own.number(number, "Valeur"), sheet.number(row, label), "{}: {label}", partner.path);
            let before = format!("{label} : période précédente");
            assert_eq!(
                own.number(number, "Période précédente"),
                sheet.number(row, &before),
                "{}: {label}",
                partner.path
            );
        }
        let value = |label: &str| own.number(own.row("Indicateur", label), "Valeur");
        // A need has one subject and one month.
        for sheet in ["Par sujet", "Par mois"].map(|part| &sheets[part]) {
            for label in ["Besoins déposés", "Besoins aidés", "Mises en relation", "Refus : Pas disponible"]
            {
                let sum: f64 = (0..sheet.rows.len()).map(|row| sheet.number(row, label).unwrap()).sum();
                assert_eq!(value(label), Some(sum), "{}: {label}", partner.path);
            }
        }
        if partner.antenne.is_none() {
            let sheet = &sheets["Par antenne"];
            let (mut same, first) = (0, antennes.column("Besoins déposés").unwrap());
            for row in (0..antennes.rows.len())
                .filter(|row| antennes.text(*row, "Identifiant de l’institution") == partner.institution)
            {
                let id = antennes.text(row, "Identifiant de l’antenne");
                let own = sheet.row("Identifiant", id);
                assert_eq!(sheet.rows[own][2..], antennes.rows[row][first..], "{}: {id}", partner.path);
                same += 1;
            }
            assert_eq!(same, sheet.rows.len());
        }
    }
}

#[test]
fn the_period_before_stands_beside_each_figure() {
    let year = year();
    let (facts, directory) = (year.facts(), Some(&year.directory));
    let before = facts.measure(&quarter().previous().unwrap(), directory).unwrap();
    let sheets = read(&facts.workbook(&quarter(), directory).unwrap());
    let whole = &sheets["Ensemble"];
    let row = whole.row("Indicateur", "Taux d’aide");
    assert!(close(whole.number(row, "Période précédente"), before.total.helped.value));
    assert_eq!(whole.number(row, "Effectif, période précédente"), Some(before.total.helped.of as f64));
    let difference = whole.number(row, "Valeur").unwrap() - before.total.helped.value.unwrap();
    assert!(close(whole.number(row, "Évolution"), Some(difference * 100.0)));
    let by_institution = ImpactQuery { by: Some(Dimension::Institution), ..quarter().previous().unwrap() };
    let by_institution = facts.measure(&by_institution, directory).unwrap();
    let sheet = &sheets["Par institution"];
    for own in &by_institution.rows {
        let row = sheet.row("Identifiant", own.group.as_deref().unwrap_or_default());
        let header = "Besoins aidés : période précédente";
        assert_eq!(sheet.number(row, header), Some(own.figures.funnel.helped as f64));
    }
    // A period before that is too small to be shown is not, while this one is large enough.
    let needs = before.total.funnel.deposited;
    for (least, is_shown) in [(needs, true), (needs + 1, false)] {
        let query = ImpactQuery { least: u32::try_from(least).unwrap(), ..quarter() };
        let sheets = read(&facts.workbook(&query, directory).unwrap());
        assert_eq!(sheets["Ensemble"].column("Période précédente").is_some(), is_shown, "{least}");
    }
    // Nothing was deposited in the year before: noughts would be no figures of it.
    let first = ImpactQuery { from: Some(day(1, 1)), until: Some(day(12, 31)), ..query(None) };
    let sheets = read(&facts.workbook(&first, directory).unwrap());
    assert_eq!(sheets["Ensemble"].column("Période précédente"), None);
}

#[test]
fn small_groups_are_withheld_in_every_sheet() {
    const LEAST: u32 = 12;
    let year = year();
    let (facts, directory) = (year.facts(), Some(&year.directory));
    let asked = ImpactQuery { least: LEAST, period: Some(Period::Month), ..quarter() };
    let sheets = read(&facts.workbook(&asked, directory).unwrap());
    let (institutions, antennes) = (&sheets["Par institution"], &sheets["Par antenne"]);
    let is_shown = |sheet: &Sheet| {
        let mut withheld = 0;
        for row in 0..sheet.rows.len() {
            withheld += usize::from(sheet.rows[row].contains(&Data::String("*".into())));
            let column = sheet.column("Besoins déposés").unwrap();
            if let Data::Float(needs) = sheet.rows[row][column] {
                assert!(needs == 0.0 || needs >= f64::from(LEAST), "{:?}", sheet.rows[row]);
            }
        }
        withheld
    };
    assert!(is_shown(institutions) > 0 && is_shown(antennes) > 0);
    antennes_add_up(institutions, antennes, true);
    // Of the groups together the period before is not known: it had others.
    let row = institutions.row("Identifiant", "*");
    assert_eq!(institutions.cell(row, "Besoins déposés : période précédente"), &Data::Empty);

    let workbooks = facts.partner_workbooks(&asked, directory).unwrap();
    let mut withheld = 0;
    for partner in &workbooks {
        assert!(
            (0..institutions.rows.len())
                .any(|row| institutions.text(row, "Identifiant") == partner.institution)
        );
        let sheets = read(&partner.workbook);
        for sheet in ["Par antenne", "Par sujet", "Par mois"].iter().filter_map(|name| sheets.get(*name)) {
            // All groups together are one group, which is the whole that stands beside it.
            withheld += is_shown(sheet);
        }
    }
    assert!(withheld > 50 && workbooks.len() > 10);
}

/// The same report makes the same bytes, whatever the hour; and of each sheet of the document the day is that of
/// looking.
#[test]
fn the_same_report_is_the_same_bytes() {
    let year = year();
    let made = || year.facts().workbook(&quarter(), Some(&year.directory)).unwrap().to_xlsx().unwrap();
    let bytes = made();
    assert_eq!(bytes, made());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let properties = std::io::read_to_string(archive.by_name("docProps/core.xml").unwrap()).unwrap();
    assert!(properties.contains("2026-11-30T00:00:00Z"), "{properties}");
}

#[test]
fn partners_are_those_who_got_something_or_are_named() {
    let needs = [need("n1", day(11, 2)), need("n2", day(11, 3))];
    let referrals = [
        referral("r1", "n1", "CCI", day(11, 2), r#""state": "waiting""#),
        referral("r2", "n1", "cci", day(11, 2), r#""state": "waiting""#),
        referral("r3", "n2", "../x", day(11, 3), r#""state": "waiting""#),
        // Of two with the same id the first counts, whoever has the second.
        referral("r3", "n2", "other", day(11, 3), r#""state": "waiting""#),
    ];
    let facts = ImpactFacts { needs: &needs, referrals: &referrals, ..ImpactFacts::default() };
    let paths = |query: &ImpactQuery, directory| -> Vec<String> {
        facts.partner_workbooks(query, directory).unwrap().into_iter().map(|own| own.path).collect()
    };
    assert_eq!(
        paths(&query(None), None),
        ["../x", "CCI", "cci"]
            .map(|_| ())
            .iter()
            .zip(["x", "CCI", "cci-2"])
            .flat_map(|((), name)| {
                let antenne = match name {
                    "x" => "x-1",
                    "CCI" => "CCI-1",
                    _ => "cci-1",
                };
                [format!("{name}.xlsx"), format!("{name}/{antenne}.xlsx")]
            })
            .collect::<Vec<_>>()
    );
    let named = |id: &str| ImpactQuery { institutions: vec![id.to_owned()], ..query(None) };
    assert_eq!(paths(&named("cci"), None), ["cci.xlsx", "cci/cci-1.xlsx"]);
    let error = facts.partner_workbooks(&named("cco"), None).unwrap_err();
    assert_eq!(error.code(), "unknown_institution");
    let directory = Directory::open(SAMPLE).unwrap();
    let error = facts.partner_workbooks(&named("cco"), Some(&directory)).unwrap_err();
    assert!(error.code() == "unknown_institution" && error.hint().is_some());
    assert_eq!(paths(&named("apec"), Some(&directory)), ["apec.xlsx"], "named, it has its noughts");
}

#[test]
fn one_report_is_a_workbook_too() {
    let year = year();
    let (facts, directory) = (year.facts(), Some(&year.directory));
    let by = |by| ImpactQuery { by: Some(by), ..quarter() };
    let report = |query: &ImpactQuery| facts.measure(query, directory).unwrap();
    let now = report(&by(Dimension::Departement));
    let before = report(&by(Dimension::Departement).previous().unwrap());
    let sheets = read(&now.workbook(Some(&before)));
    says_the_same(&sheets["Par département"], &now.table());
    assert!(sheets["Ensemble"].column("Période précédente").is_some());
    let cut = ImpactQuery { period: Some(Period::Month), ..by(Dimension::Section) };
    let cut: ImpactReport = report(&cut);
    let sheets = read(&cut.workbook(None));
    says_the_same(&sheets["Par secteur d’activité"], &cut.table());
    let empty = ImpactReport::measure(&[], &[], &query(None), None).unwrap();
    assert_eq!(empty.workbook(None).sheet_names().collect::<Vec<_>>(), ["Guide de lecture", "Ensemble"]);
    assert!(!empty.workbook(None).to_xlsx().unwrap().is_empty());
}
