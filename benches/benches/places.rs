//! What it costs to bring a place, as people write it, to a commune.

use std::hint::black_box;

use aiguillage::Geography;
use aiguillage::geography::PlaceQuery;
use criterion::Criterion;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let geography = Geography::embedded();
    let place = |postal_code, town| PlaceQuery {
        postal_code: Some(postal_code).filter(|code: &&'static str| !code.is_empty()),
        town: Some(town),
        ..PlaceQuery::default()
    };
    let address = PlaceQuery { address: Some("12 rue de Paris, 59100 Roubaix"), ..PlaceQuery::default() };
    let mut group = criterion.benchmark_group("locate");
    for (name, query) in [
        ("clean pair", place("59100", "ROUBAIX")),
        ("clean pair with accents", place("42000", "Saint-Étienne")),
        ("code of many communes", place("02160", "CRAONNE")),
        ("arrondissement", place("75012", "PARIS 12")),
        ("former name", place("59160", "LOMME")),
        ("CEDEX", place("80001", "AMIENS CEDEX 1")),
        ("typing fault", place("59100", "ROUBAX")),
        ("typing fault in a département", place("29833", "Carhaix-Plouger Cedex")),
        ("quarter", place("97490", "Sainte-Clotilde")),
        ("typing fault alone", place("", "Rouabix")),
        ("nobody's name", place("", "Saint-Quentin-en-Yvelines Cedex")),
        ("address", address),
    ] {
        // The first search makes the index of names, which no call should count.
        geography.locate(&query);
        group.bench_function(name, |bencher| bencher.iter(|| geography.locate(black_box(&query))));
    }
    group.finish();
    criterion.final_summary();
}
