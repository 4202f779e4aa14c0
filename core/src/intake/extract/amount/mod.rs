//! Amounts of euros: `18 400 €`, `€ 2300`, `8k`, `1,2 million`, `quinze mille`, `900 e` as in text messages, and
//! numbers that only what stands beside them makes an amount (`un prêt de 50 000`).

mod again;
mod reader;
mod unit;

use super::found::FoundAmount;
use super::quantity::Quantity;
use crate::intake::span::Span;
use crate::intake::words::Words;
use reader::Reader;

/// A trillion: what is more was no amount.
const MOST: f64 = 1e12;

pub(super) fn find(text: &str, words: &Words, quantities: &[Quantity]) -> Vec<FoundAmount> {
    let reader = Reader { text, folded: words.iter().map(|(_, folded)| folded).collect() };
    let mut found: Vec<FoundAmount> = Vec::new();
    // What stands before belongs to the amounts that were found.
    let mut free_from = 0;
    // The number before, and whether it is an amount.
    let mut before: Option<(&Quantity, bool)> = None;
    for quantity in quantities {
        let is_free = quantity.start >= free_from;
        let upper_end = || {
            before
                .filter(|(_, is_amount)| *is_amount)
                .and_then(|(lower, _)| reader.upper_end(lower, quantity))
        };
        let again = || found.last().and_then(|_| reader.amount_again(quantity, free_from));
        let amount = || reader.amount_at(quantity, free_from).or_else(upper_end).or_else(again);
        let amount = is_free.then(amount).flatten();
        let lower = before.filter(|(lower, is_amount)| !is_amount && lower.start >= free_from);
        let lower = lower.zip(amount.as_ref());
        let lower = lower.and_then(|((lower, _), amount)| reader.lower_end(lower, quantity, amount.factor));
        before = Some((quantity, amount.is_some()));
        for amount in lower.into_iter().chain(amount) {
            if amount.euros < MOST {
                let span = Span::of(text, amount.start, amount.end);
                free_from = amount.end;
                found.push(FoundAmount { span, euros: amount.euros });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::intake::extract::quantity::quantities;
    use crate::intake::words::Words;

    fn find(text: &str) -> Vec<(String, f64)> {
        let words = Words::of(text);
        let found = super::find(text, &words, &quantities(text, &words));
        found.into_iter().map(|amount| (amount.span.text, amount.euros)).collect()
    }

    #[test]
    fn amounts_as_they_are_written() {
        for (text, euros) in [
            ("8000 euros", 8_000.0),
            ("8 k€", 8_000.0),
            ("8k€", 8_000.0),
            ("18 400 €", 18_400.0),
            ("18\u{202f}400\u{a0}€", 18_400.0),
            ("1.200,50 €", 1_200.5),
            ("12,5 k€", 12_500.0),
            ("1,5 M€", 1_500_000.0),
            ("2 millions d'euros", 2_000_000.0),
            ("20 mille euros", 20_000.0),
            ("900 e", 900.0),
            ("4200e", 4_200.0),
            ("95 000 € HT", 95_000.0),
            ("300EUR", 300.0),
            ("8000 euros ht", 8_000.0),
            ("12 k€ TTC", 12_000.0),
            ("8k", 8_000.0),
            ("12k5", 12_500.0),
            ("1M5", 1_500_000.0),
            ("32 000 ttc", 32_000.0),
            ("1.2M", 1_200_000.0),
            ("6 kE", 6_000.0),
            ("quinze mille euros", 15_000.0),
            ("trois mille deux cents euros", 3_200.0),
            ("quinze mille", 15_000.0),
            ("1,2 million", 1_200_000.0),
            ("un million d'euros", 1_000_000.0),
            ("une dizaine de milliers d'euros", 10_000.0),
            ("€ 2 300", 2_300.0),
            ("EUR 2300", 2_300.0),
            ("1'500 €", 1_500.0),
            ("50,000 euros", 50_000.0),
            ("45 balles", 45.0),
        ] {
            let found = find(&format!("il faut {text}, vite"));
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1, euros, "{text}");
            assert!(text.starts_with(&found[0].0), "{text}: {}", found[0].0);
        }
    }

    #[test]
    fn taxes_are_part_of_an_amount() {
        assert_eq!(find("un devis de 8000 euros HT, dit-il"), [("8000 euros HT".to_owned(), 8_000.0)]);
        assert_eq!(find("95\u{a0}000\u{a0}€ ttc"), [("95\u{a0}000\u{a0}€ ttc".to_owned(), 95_000.0)]);
        assert_eq!(find("900 euros htva"), [("900 euros".to_owned(), 900.0)]);
        assert_eq!(find("900 euroht"), []);
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "le 12e arrondissement",
            "14 h",
            "3 salariés",
            "200 m2",
            "59000 Lille",
            "50 k abonnés",
            "70 %",
            "12 3e",
            "12 000 francs",
            "un e-commerce",
            "un millier de clients",
            "2 millions d'habitants",
            "créée en deux mille dix-neuf",
            "tva 40303265045",
            "urssaf 627123456",
            "facture n° 202401",
            "payer au 0612345678",
            "mon 100e client",
            "la 500e édition",
            "mille clients",
            "50 M de tissu linéaire 3",
            "quelques milliers d'euros",
            "depuis 2024 de nouveaux clients",
            "une surface de 1200 m2",
            "environ 2000 clients",
            "un local à 80000 Amiens",
            "l'aide de 2026",
            "une facture de 2024 impayée",
            "une commande de 9 000 pièces",
            "une machine de 2 000 kg",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
        assert_eq!(find(&format!("{} euros", "9".repeat(400))), []);
    }

    #[test]
    fn ranges_are_their_ends() {
        for (text, lower, upper) in [
            ("1500 à 2000 euros", 1_500.0, 2_000.0),
            ("entre 10 000 et 15 000 €", 10_000.0, 15_000.0),
            ("10 à 15 000 euros", 10_000.0, 15_000.0),
            ("50/60 000 €", 50_000.0, 60_000.0),
            ("8 à 10 k€", 8_000.0, 10_000.0),
            ("2 à 3 millions", 2_000_000.0, 3_000_000.0),
            ("entre 2 et 3 millions d'euros", 2_000_000.0, 3_000_000.0),
            ("un à deux millions", 1_000_000.0, 2_000_000.0),
            ("900 à 1 200 €", 900.0, 1_200.0),
            ("entre 500 et 1 000 euros", 500.0, 1_000.0),
            ("800 à 1 200 k€", 800_000.0, 1_200_000.0),
            ("10k à 15k", 10_000.0, 15_000.0),
            ("un budget de 10 000 à 15 000", 10_000.0, 15_000.0),
        ] {
            let found: Vec<f64> = find(text).into_iter().map(|(_, euros)| euros).collect();
            assert_eq!(found, [lower, upper], "{text}");
        }
        // Two numbers that say different things.
        assert_eq!(find("nous sommes 3 et 15 000 € manquent").len(), 1);
        assert_eq!(find("800 € 2300 m2"), [("800 €".to_owned(), 800.0)]);
        assert_eq!(find("1k€5 €"), [("1k€5".to_owned(), 1_500.0)]);
    }

    #[test]
    fn what_stands_beside_makes_a_number_an_amount() {
        for text in [
            "un prêt de 50 000",
            "80 000 d'investissement",
            "35000 de trou",
            "loyer de 2 200",
            "un CA de 400 000",
            "une échéance de 2 742 tombe le 5",
            "1 100 par mois",
            "environ 90000",
        ] {
            assert_eq!(find(text).len(), 1, "{text}");
        }
    }
}
