//! The search by name.

use super::geography;
use crate::geography::FoundBy;

fn found(name: &str, limit: usize) -> Vec<String> {
    geography().search(name, limit).iter().map(|found| found.commune.code().to_owned()).collect()
}

fn first(name: &str) -> String {
    found(name, 1).pop().unwrap_or_default()
}

#[test]
fn spelling_is_forgiven() {
    for name in ["Saint-Étienne", "saint etienne", "ST ETIENNE", "St. Étienne", " st-étienne "] {
        assert_eq!(first(name), "42218", "{name}");
    }
    assert_eq!(first("ste foy les lyon"), "69202");
    assert_eq!(first("l hay les roses"), "94038");
    assert_eq!(first("L’Haÿ-les-Roses"), "94038");
    assert_eq!(first("Œuilly"), first("oeuilly"));
    assert_eq!(first("marseile"), "13055");
    assert_eq!(first("Ajacio"), "2A004");
}

#[test]
fn arrondissements_have_many_spellings() {
    for name in
        ["paris 12", "Paris 12e", "paris 12ème", "Paris 12e arrondissement", "PARIS XII", "paris 12eme arr"]
    {
        match name {
            "PARIS XII" => assert_eq!(first(name), ""),
            name => assert_eq!(found(name, 5), ["75112"], "{name}"),
        }
    }
    assert_eq!(first("paris 1"), "75101");
    assert_eq!(first("Paris 1er"), "75101");
    assert_eq!(first("lyon 3"), "69383");
    assert_eq!(found("paris", 2), ["75056", "75115"]);
}

#[test]
fn the_name_itself_comes_first_then_the_most_populous() {
    assert_eq!(found("saint-denis", 2), ["97411", "93066"]);
    let lille = found("lille", 5);
    assert_eq!(lille[..2], ["59350", "62516"]);
    assert!(lille.contains(&"59527".to_owned()), "a word begins with it: Saint-André-lez-Lille");
    assert_eq!(first("havre"), "76351");
    assert_eq!(first("st"), "67482", "the beginning of Strasbourg");
    assert_eq!(found("lille", 0), [""; 0]);
}

#[test]
fn odd_names_find_nothing_quickly() {
    for name in ["", " ", "-", "\n", "\0", "🦀", "zzzzzzzzzzzz", "' OR 1=1", ":"] {
        assert_eq!(found(name, 10), [""; 0], "{name}");
    }
    assert_eq!(found(&"saint ".repeat(1 << 20), 10), [""; 0]);
    assert_eq!(found(&"\u{fdfa}".repeat(100), 10), [""; 0]);
    assert_eq!(found("a", usize::MAX).len(), found("A", 100_000).len());
}

#[test]
fn every_commune_is_found_by_its_name() {
    let geography = geography();
    for commune in geography.communes_of(crate::geography::Zone::FRANCE) {
        let named = geography.named(commune.name());
        assert!(named.contains(&commune.place), "{commune:?}");
    }
}

#[test]
fn names_of_the_past_lead_to_the_commune_of_today() {
    for (name, code) in [
        ("Hellemmes", "59350"),
        ("Lomme", "59350"),
        ("Seynod", "74010"),
        ("Cran-Gevrier", "74010"),
        ("Cherbourg-Octeville", "50129"),
        ("Tourlaville", "50129"),
        ("Fort-Mardyck", "59183"),
        ("Pierrefitte-sur-Seine", "93066"),
        ("Verneuil-sur-Avre", "27679"),
        ("Châlons-sur-Marne", "51108"),
    ] {
        let geography = geography();
        let hits = geography.search(name, 1);
        let hit = hits[0];
        assert_eq!((hit.commune.code(), hit.found), (code, FoundBy::FormerName), "{name}");
        assert_eq!(hit.former_name.map(crate::text::fold), Some(crate::text::fold(name)));
    }
}

#[test]
fn an_exact_name_stands_before_beginnings_and_a_guess_is_called_one() {
    let geography = geography();
    let found = |name: &str| {
        let hits = geography.search(name, 3);
        hits.into_iter().map(|hit| (hit.commune.code(), hit.found)).collect::<Vec<_>>()
    };
    assert_eq!(found("Évry")[..2], [("89162", FoundBy::Name), ("91228", FoundBy::FormerName)]);
    assert_eq!(found("Helemes")[0], ("59297", FoundBy::Resemblance));
    assert_eq!(found("strasb")[0], ("67482", FoundBy::Beginning));
    assert_eq!(found("havre")[0], ("76351", FoundBy::Word));
}
