//! Headcounts: `on est 3`, `avec mes 12 salariés`, `une équipe de cinq`, `une quinzaine d'employés`, but not `recruter
//! 3 serveurs`.

mod adverbs;
mod alone;
mod by_proxy;
mod counted;
mod family;
mod labelled_list;
mod not_ours;
mod number;
mod parts;
mod people;
mod people_item;
mod people_list;
mod people_text;
mod qualifiers;
mod ranges;
mod said_by_noun;
mod said_of_all;
mod said_of_company;
mod said_of_us;
mod seasons;
mod told;
mod trades;

use super::found::FoundHeadcount;
use super::quantity::Quantity;
use crate::intake::span::Span;
use crate::intake::words::Words;
use alone::without_number;
use counted::counted;
use people::{is_kin, is_owner};
use people_text::{Counted, MOST, PeopleText};
use seasons::{second_time, was_and_is};
use told::{Told, ToldHeadcounts};

pub(super) fn find(text: &str, words: &Words, quantities: &[Quantity]) -> Vec<FoundHeadcount> {
    let folded: Vec<&str> = words.iter().map(|(_, folded)| folded).collect();
    let people = PeopleText { text, words, folded: &folded, quantities };
    let mut told = ToldHeadcounts::new(text);
    // The first word that belongs to no headcount yet.
    let mut free_from = 0;
    for at in 0..folded.len() {
        if at < free_from {
            continue;
        }
        if let Some(range) = people.change_at(at).or_else(|| people.range_at(at)) {
            let Some(place) = words.range(at, range.last) else { continue };
            let span = Span::of(text, place.start, place.end);
            let end = |headcount| FoundHeadcount { span: span.clone(), headcount, includes_writer: false };
            told.extend(range.ends.into_iter().map(end));
            free_from = range.last + 1;
            continue;
        }
        let (mut is_list, mut are_family) = (false, false);
        let counted = match people.with_kin_at(at).or_else(|| people.list_at(at)) {
            Some(list) if !list.is_there => {
                free_from = list.last + 1;
                continue;
            }
            Some(list) if f64::from(list.headcount) <= MOST => {
                (is_list, are_family) = (true, list.are_family);
                Some(Counted { first: at, last: list.last, headcount: list.headcount })
            }
            _ => (people.labelled_at(at))
                .or_else(|| without_number(people, at))
                .or_else(|| was_and_is(people, at))
                .or_else(|| numbered(people, at))
                .or_else(|| people.one_at(at))
                .or_else(|| second_time(people, at, free_from.checked_sub(1).filter(|_| told.has_some())?)),
        };
        let Some(Counted { first, last, headcount }) = counted else { continue };
        let Some(range) = words.range(first, last.min(folded.len() - 1)) else { continue };
        let span = Span::of(text, range.start, range.end);
        if told.reach_beyond(span.start) {
            continue;
        }
        free_from = last + 1;
        // `nous sommes trois sœurs à la tête d'une distillerie, avec huit employés`
        let is_owner = |at: usize| {
            folded.get(at).is_some_and(|word| is_owner(word) || word.strip_suffix('s').is_some_and(is_kin))
        };
        let includes_writer = headcount > 0 && includes_writer(&folded, first, last);
        let found = FoundHeadcount { span, headcount, includes_writer };
        let is_number = !is_list && headcount > 0;
        told.add(Told { found, are_owners: is_owner(last) || is_owner(last + 1), are_family, is_number });
    }
    told.finish()
}

/// The headcount that a number at a word is.
fn numbered(people: PeopleText<'_>, at: usize) -> Option<Counted> {
    let place = people.quantities.binary_search_by_key(&at, |quantity| quantity.first).ok()?;
    counted(people, people.quantities.get(place)?)
}

/// Whether who writes is one of those who are counted: `on est trois`, `moi et deux gars`, `à six avec moi`.
fn includes_writer(folded: &[&str], first: usize, last: usize) -> bool {
    let own = folded.get(first..=last).unwrap_or(&[]);
    let is_we = |pair: &[&str]| {
        matches!(
            pair,
            [
                "on",
                "est" | "e" | "tourne" | "n" | "bosse" | "travaille" | "tient" | "gere" | "demarre" | "doit"
            ] | ["nous" | "ns", "sommes" | "tenons" | "travaillons" | "bossons" | "tournons" | "demarrons"]
                | ["nous", "voila" | "voici" | "devons"]
                | ["sommes", "que"]
        )
    };
    let says_we = own.windows(2).any(is_we)
        || own.contains(&"moi")
        || matches!(own, ["avec" | "travaille" | "bosse", ..]);
    let after = folded.get(last + 1..).unwrap_or(&[]);
    if matches!(after, ["sans", "moi" | "nous" | "compter", ..]) {
        return false;
    }
    says_we || matches!(after, ["avec", "moi", ..] | ["moi", "compris" | "comprise", ..])
}

#[cfg(test)]
mod tests {
    use super::super::quantity::quantities;
    use crate::intake::words::Words;

    fn find(text: &str) -> Vec<(String, u32)> {
        let words = Words::of(text);
        super::find(text, &words, &quantities(text, &words))
            .into_iter()
            .map(|found| (found.span.text, found.headcount))
            .collect()
    }

    #[test]
    fn people_who_are_there() {
        for (text, part, headcount) in [
            ("on est 3 dans la boite", "on est 3", 3),
            ("Nous sommes douze.", "Nous sommes douze", 12),
            ("On n'est que 2", "On n'est que 2", 2),
            ("petite boite de maconnerie 4 salariés", "4 salariés", 4),
            ("former mes 5 salariés", "mes 5 salariés", 5),
            ("une équipe de 8 personnes", "équipe de 8 personnes", 8),
            ("notre société emploie 25 personnes", "emploie 25 personnes", 25),
            ("Effectif : 14", "Effectif : 14", 14),
            ("mettre mes 14 gars au chômage", "mes 14 gars", 14),
            ("je suis artisan sans salarié", "sans salarié", 0),
            ("une quinzaine de salariés", "une quinzaine de salariés", 15),
            ("vingt-cinq salariés à la production", "vingt-cinq salariés", 25),
            ("c'est moi et deux gars", "moi et deux gars", 3),
            ("j'ai un salarié et un apprenti", "un salarié et un apprenti", 2),
            ("salariés : 17", "salariés : 17", 17),
            ("on tourne à six", "on tourne à six", 6),
            ("une librairie, dix gars avec moi", "dix gars", 10),
            ("mon seul employé est parti", "mon seul employé", 1),
            ("il n'y a pas de salarié", "pas de salarié", 0),
            ("4,5 ETP", "4,5 ETP", 4),
        ] {
            assert_eq!(find(text), [(part.to_owned(), headcount)], "{text}");
        }
    }

    #[test]
    fn plans_bounds_and_other_numbers_are_none() {
        for text in [
            "je veux recruter 3 salariés",
            "à partir de 11 salariés",
            "plus de 50 salariés",
            "former 3 chauffeurs",
            "nous sommes le 12 mars",
            "on est 24 heures sur 24 ouverts",
            "depuis 5 mois",
            "un salarié est parti",
            "70 % des salariés",
            "on est 06 12 34 56 78",
            "les entreprises entre 10 et 19 salariés",
            "je cherche, entre 3 et 5 serveurs",
            "nous voulons passer de quatre à dix agences",
            "on est une petite boite",
            "recruter un salarié et un apprenti",
            "un loyer passé de 6 à 9",
            "on est à deux doigts de fermer",
            "on est cent pour cent bio",
            "on tourne à 20 couverts",
            "on est 4 sur 5 sur google",
            "on est 3 étoiles",
            "nous sommes 12 décembre",
            "nous sommes 12 rue de Paris",
            "une société de 2015",
            "effectifs 2023",
            "accueil de 30 personnes en séminaire",
            "nous accueillons 30 personnes par jour",
            "restaurant de 30 personnes",
            "groupe de 12 personnes en visite",
            "stage de 10 personnes",
            "50 personnes ont signé",
            "2 personnes m'ont dit",
            "une entreprise de 300 salariés nous doit 4000 €",
            "14 professeurs viennent visiter",
            "j'aurai 10 salariés l'an prochain",
            "-3 salariés",
            "une entreprise de moins de 11 salariés",
            "une SARL de 5 salariés qui ne paie plus",
            "deux chercheurs de Roscoff sont intéressés",
            "je m'associe avec deux confrères",
            "Mon ancien employeur, 40 salariés, me bloque",
            "deux commerciaux d'une société d'énergie m'ont fait signer",
            "deux agents de l'Urssaf sont venus",
            "à une SARL de 5 salariés qui ne paie plus",
            "on attend 15 personnes",
            "préparer le départ en retraite de trois ouvriers",
            "une ruche qui se pèse toute seule",
            "3 salariés sur 4 sont satisfaits",
            "entreprise de 12 véhicules",
            "association de 250 adhérents",
            "nous sommes 4 boutiques",
            "jusqu'à 10 salariés",
            "maximum 10 salariés",
            "50 salariés minimum",
            "11 salariés et plus",
            "je reprends une entreprise de 15 salariés",
            "une table de 8 personnes",
            "gîte 12 personnes",
            "nous avons licencié 3 salariés",
            "j'avais 10 salariés",
            "j'ai 5 salariés et 2 apprentis à recruter",
            "embaucher 1 cdd et 1 cdi",
            "aucun salarié n'a été payé",
            "pas de salarié protégé dans mon cas",
            "aucun apprenti cette année",
            "un seul cdd est renouvelable",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }

    #[test]
    fn ranges_are_both_ends() {
        for (text, ends) in [
            ("effectif 10 à 19, je recrute", [10, 19]),
            ("effectif 10-19", [10, 19]),
            ("une équipe de 3 ou 4 personnes", [3, 4]),
            ("une fromagerie, entre 10 et 12 salariés selon la saison", [10, 12]),
            ("nous sommes 6 à 8 personnes", [6, 8]),
            ("10 à 19 salariés", [10, 19]),
            ("5-10 salariés", [5, 10]),
            ("entre 5 et 10 salariés", [5, 10]),
            ("7/8 salariés dans ma boîte", [7, 8]),
            ("on est entre 6 et 8 suivant les mois", [6, 8]),
            ("nous sommes passés de 6 à 19", [6, 19]),
            ("on est passé de 9 à 6 depuis janvier", [9, 6]),
            ("De 25 salariés nous sommes passés à 40", [25, 40]),
        ] {
            let found: Vec<u32> = find(text).into_iter().map(|(_, headcount)| headcount).collect();
            assert_eq!(found, ends, "{text}");
        }
    }

    #[test]
    fn those_who_are_told_one_after_the_other_add_up() {
        for (text, headcount) in [
            ("Salon de coiffure, moi + 2 coiffeuses.", 3),
            ("Effectif : moi + 1, à Brest", 2),
            ("Effectif : moi + 1", 2),
            ("Entreprise de maçonnerie, 12 ouvriers et 2 administratifs", 14),
            ("resto, trois en cuisine et deux en salle", 5),
            ("mon mari au four, moi au magasin, un apprenti", 3),
            ("L'équipe c'est moi, mon frère et un plongeur.", 3),
            ("3 moniteurs une secretaire et moi", 5),
            ("4 salariés en insertion et une encadrante", 5),
            ("nous sommes 3 à temps plein et 2 à mi-temps", 5),
            ("2 associés et 3 salariés", 3),
            ("mon équipe est composée de deux préparatrices et d'un livreur", 3),
        ] {
            let found: Vec<u32> = find(text).into_iter().map(|(_, headcount)| headcount).collect();
            assert_eq!(found, [headcount], "{text}");
        }
        let none =
            ["je cherche un plombier et un électricien", "mon frère et ma sœur", "selon moi et 3 autres"];
        for text in none {
            assert_eq!(find(text), [], "{text}");
        }
    }

    #[test]
    fn some_of_the_staff_tell_how_many_there_are() {
        for (text, expected) in [
            ("4 salariés sur 12 sont malades", &[12][..]),
            ("un salarié sur mes 7", &[7]),
            ("4 personnes en arrêt sur 18", &[18]),
            ("garder trente personnes sur quarante-six", &[46]),
            ("nos 34 salariés sur 2025-2026", &[34]),
            ("52 salariés sur deux sites", &[52]),
            ("8 salariés sur 12 mois", &[8]),
            ("une PME de 90 personnes qui ne veut pas y passer sa vie", &[90]),
            ("je cherche un repreneur pour ma menuiserie (8 compagnons)", &[8]),
            ("trois à quatre salariés", &[3, 4]),
            ("j'ai deux vendeuses à Vichy et une à Thiers", &[3]),
            ("on est deux associés plus un développeur en alternance", &[3]),
            ("8 salariés l'hiver et 20 l'été", &[8, 20]),
            ("12 ETP et 3 intérimaires", &[15]),
            ("le groupe a 5000 salariés, notre site 12", &[12]),
            ("notre fournisseur a 200 salariés, nous 12", &[12]),
            ("seul maître à bord de 6 salariés", &[6]),
            ("mon mari a 5 salariés dans sa boîte, moi je suis seule", &[0]),
            ("mon effectif passe de 10 à 12 le mois prochain", &[10]),
            ("la société de mon père, 9 salariés", &[9]),
            ("un traiteur, 4 salariés", &[4]),
            ("cabinet de recrutement, 4 associés", &[4]),
            ("nous sommes 4 associés sans salarié", &[4]),
        ] {
            let found: Vec<u32> = find(text).into_iter().map(|(_, headcount)| headcount).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn trades_are_people_where_they_are_the_companys() {
        for (text, headcount) in [
            ("Société de messagerie, 20 livreurs.", 20),
            ("j'ai un garage avec 2 mécanos", 2),
            ("j'ai déjà une employée", 1),
            ("pressing, une employée à temps partiel", 1),
            ("Menuiserie de quatre personnes, Arras", 4),
            ("je ne tiens qu'avec 3 vendeuses", 3),
            ("Impayés de 20 %. Huit salariés sous la pluie", 8),
            ("PERSONNEL : 7", 7),
            ("nous sommes encore 61", 61),
            ("mon foodtruck, tt seul", 0),
            ("Seul au garage depuis août", 0),
            ("je n'emploie personne", 0),
        ] {
            let found: Vec<u32> = find(text).into_iter().map(|(_, headcount)| headcount).collect();
            assert_eq!(found, [headcount], "{text}");
        }
        for text in [
            "un loto de 90 personnes",
            "table de 8 personnes",
            "je cherche pour l'été 3 serveurs, 2 plongeurs",
            "10 mobil-homes neufs",
            "un salarié est parti",
            "je n'ai pas 10 salariés",
            "je n'ai pas encore atteint 11 salariés",
            "nous serons bientôt 12 salariés",
            "plan social de 40 personnes",
            "les entreprises de 50 salariés",
            "nous formons 30 personnes par an",
            "3 salariés sont partis",
            "je n'y arrive pas tout seul",
            "nous serons vingt, aujourd'hui",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }

    #[test]
    fn numbers_count_all_without_a_noun_or_by_their_pay() {
        for (text, expected) in [
            ("mes 4 échafaudeurs", &[4][..]),
            ("j'ai trois imprimantes et six claviers", &[]),
            ("on a 8 machines à coudre et 5 couturières", &[5]),
            ("une salle d'escalade qu'on fait tourner à trois", &[3]),
            ("l'entreprise est à nous deux", &[]),
            ("pâtisserie, 9 en tout", &[9]),
            ("Un salarié se blesse. J'en ai douze", &[12]),
            ("Le groupe compte 2 300 salariés mais notre filiale de Brive n'en a que 38", &[38]),
            ("17 bulletins de paie chaque mois", &[17]),
            ("créer six emplois chez nous", &[]),
            ("Bureau : 2. Atelier : 9. Chauffeurs : 3.", &[14]),
            ("nous étions 15, nous ne sommes plus que 3", &[15, 3]),
            ("160 salariés en période haute, 95 le reste du temps", &[160, 95]),
            ("nous sommes soixante-six, contre quatre-vingt-dix avant", &[66, 90]),
            ("12 l'été, 5 l'hiver", &[12, 5]),
            ("on est 5 en comptant ma femme et moi", &[5]),
            ("j'ai un salarié, un secrétaire", &[1]),
            ("mon associé et moi employons quatre maçons", &[4]),
            ("j'exerce avec deux confrères et quatre auxiliaires", &[7]),
            ("CHERCHE REPRENEUR, 4 SALARIES, CA 480 000", &[4]),
            ("une boîte de 20 salariés voisine", &[]),
        ] {
            let found: Vec<u32> = find(text).into_iter().map(|(_, headcount)| headcount).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn owners_give_way_to_employees_and_to_nobody_else() {
        let counts = |text: &str| find(text).into_iter().map(|(_, headcount)| headcount).collect::<Vec<_>>();
        assert_eq!(counts("nous sommes trois associés et employons huit salariés"), [8]);
        assert_eq!(counts("8 collaborateurs, 2 associés"), [8]);
        assert_eq!(counts("8 collaborateurs, 2 associés, une équipe de 5"), [8, 5], "the first stays");
        assert_eq!(counts("avec mon mari et une serveuse, on est trois"), [3]);
        assert_eq!(counts("on est trois avec mon frère et un manœuvre"), [3]);
        assert_eq!(counts("mon mari et moi, sans employé"), [0]);
    }

    #[test]
    fn those_who_are_told_twice_are_counted_once() {
        let first = |text: &str| find(text).first().map(|(_, headcount)| *headcount);
        assert_eq!(first("3 salariés : 2 cdi, 1 cdd"), Some(3));
        assert_eq!(first("5 salariés (3 cdi, 2 cdd)"), Some(5));
        assert_eq!(first("3 salariés. 2 cdd"), Some(3));
        assert_eq!(first("49999 cdi 49999 cdi"), Some(49_999));
        assert_eq!(first("selon moi 2 salariés suffisent"), Some(2));
    }

    #[test]
    fn who_writes_is_counted_or_not() {
        for (text, expected) in [
            ("on est 3", true),
            ("moi et deux gars", true),
            ("dix gars avec moi", true),
            ("on est 3 sans moi", false),
            ("j'ai 3 salariés", false),
        ] {
            let words = Words::of(text);
            let found = super::find(text, &words, &quantities(text, &words));
            assert_eq!(found[0].includes_writer, expected, "{text}");
        }
    }
}
