//! Suggestions, screening and extraction over the labelled messages, and on anything at all.

#![cfg(feature = "cog")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[cfg(feature = "training")]
#[path = "messages/labelled.rs"]
mod labelled;
mod messages;

use std::cell::LazyCell;

use aiguillage::Router;
use aiguillage::intake::{ALSO_SURE, DEFAULT_LIMIT, FlagReason, LONGEST_TEXT, Offsets, SURE, Span};
use messages::{
    SETS, UNSEEN, accuracy, extract_cases, flagged, messages, reasons, wrong_amounts, wrong_headcounts,
};
use proptest::prelude::*;

fn router() -> Router {
    messages::router().unwrap()
}

/// Floors that lie a little under what is reached, by sets from which nothing was learned.
#[test]
fn suggestions_are_right_as_often_as_they_were() {
    let router = router();
    for (set, first, among_three, sure, when_sure, both, another, not_sure) in [
        ("voices_unseen", 75, 91, 34, 93, 40, 8, 95),
        ("author_unseen", 88, 96, 63, 95, 40, 8, 95),
        ("stranger_unseen", 95, 98, 83, 98, 70, 9, 95),
    ] {
        let a = accuracy(&router, &messages(set).unwrap());
        let at_least = |what: &str, part: usize, whole: usize, percent: usize| {
            assert!(whole > 10 && 100 * part >= percent * whole, "{set}, {what}: {part} of {whole}");
        };
        at_least("first", a.first, a.count, first);
        at_least("first or acceptable", a.first_or_acceptable, a.count, first);
        at_least("three", a.among_three, a.count, among_three);
        at_least("sure", a.sure, a.count, sure);
        at_least("right when sure", a.sure_and_right, a.sure, when_sure);
        at_least("both", a.several_sure, a.several, both);
        at_least("no other", a.single - a.single_and_another, a.single, 100 - another);
        assert!(2 * a.tricky_right >= a.tricky, "{set}: {} of {} tricky ones", a.tricky_right, a.tricky);
        at_least("outside not sure", a.outside_not_sure, a.outside, not_sure);
        at_least("outside told", a.outside_told, a.outside, 55);
        at_least("inside not told", a.count - a.inside_told, a.count, 97);
    }
    let tricky = accuracy(&router, &messages("tricky_unseen").unwrap());
    assert!(tricky.tricky == 60 && tricky.tricky_right >= 44 && tricky.among_three >= 58);
    assert!(tricky.sure >= 30 && 100 * tricky.sure_and_right >= 90 * tricky.sure);
    // Learned from: a fault here is a fault of the reading.
    for set in SETS {
        let a = accuracy(&router, &messages(set).unwrap());
        assert!(100 * a.first >= 97 * a.count && 100 * a.sure_and_right >= 99 * a.sure, "{set}");
    }
}

/// `make weights` after messages or the taxonomy have changed.
#[cfg(feature = "training")]
#[test]
fn weights_are_those_of_the_messages() {
    use aiguillage::intake::training::{fingerprint, fingerprint_of_brought_weights};
    let messages = labelled::labelled().unwrap();
    let fingerprint = fingerprint(router().directory(), &messages);
    assert_eq!(fingerprint_of_brought_weights(), Some(fingerprint));
    // What is learned from is not measured by.
    let unseen: Vec<_> = UNSEEN.iter().flat_map(|set| self::messages(set).unwrap()).collect();
    assert!(unseen.len() > 800);
    for message in unseen {
        assert!(messages.iter().all(|learned| learned.text != message.text), "{}", message.id);
    }
}

#[test]
fn the_flags_are_right_as_often_as_they_were() {
    let router = router();
    let sets: Vec<_> = SETS.iter().flat_map(|set| messages(set).unwrap()).collect();
    let all: Vec<_> = sets.iter().collect();
    for (label, flags) in reasons() {
        let f = flagged(&router, &all, label, flags);
        assert!(f.labelled >= 4, "{label}");
        assert!(10 * f.both >= 8 * f.flagged, "{label}: of {} flagged, {} rightly", f.flagged, f.both);
        let least = if label == "description_insuffisante" { 5 } else { 9 };
        assert!(10 * f.both >= least * f.labelled, "{label}: {} of {} found", f.both, f.labelled);
    }
    let untroubled: Vec<_> = sets.iter().filter(|message| message.out_of_scope_reason.is_none()).collect();
    let flagged = untroubled.iter().filter(|message| !router.screen(&message.text).flags.is_empty()).count();
    assert!(untroubled.len() > 300 && 50 * flagged < untroubled.len(), "{flagged} of {}", untroubled.len());
}

#[test]
fn amounts_and_headcounts_are_found_as_often_as_they_were() {
    let router = router();
    for (set, most_amounts, most_headcounts) in [
        ("extract_cases", 0, 0),
        ("extract_voices", 4, 3),
        ("extract_authors", 10, 13),
        ("extract_more", 0, 36),
        ("extract_first", 1, 0),
        ("extract_unseen", 2, 11),
    ] {
        let cases = extract_cases(set).unwrap();
        for (what, most, (wrong, count)) in [
            ("amounts", most_amounts, wrong_amounts(&router, &cases)),
            ("headcounts", most_headcounts, wrong_headcounts(&router, &cases)),
        ] {
            let texts: Vec<&str> = wrong.iter().map(|case| case.text.as_str()).collect();
            assert!(
                count > 50 && wrong.len() <= most,
                "{set}, {what}: {} of {count}: {texts:#?}",
                wrong.len()
            );
        }
    }
}

#[test]
fn the_messages_are_whole_and_each_is_there_once() {
    let subjects: Vec<String> = router().directory().subjects().iter().map(|one| one.id.clone()).collect();
    let mut texts = std::collections::HashSet::new();
    let mut ids = std::collections::HashSet::new();
    for message in SETS.iter().chain(&UNSEEN).flat_map(|set| messages(set).unwrap()) {
        assert!(ids.insert(message.id.clone()) && texts.insert(message.text.clone()), "{}", message.id);
        for subject in message.expected.iter().chain(&message.acceptable) {
            assert!(subject == "autre-demande" || subjects.contains(subject), "{}: {subject}", message.id);
        }
        let reason = message.out_of_scope_reason;
        assert!(
            reason.is_none_or(|reason| reasons().iter().any(|(label, _)| *label == reason)),
            "{}",
            message.id
        );
    }
    assert!(texts.len() >= 180);
}

#[test]
fn despair_is_flagged_first_and_never_routed_by_a_machine() {
    let router = router();
    for text in [
        "je veux me suicider",
        "Mon entreprise coule, l'Urssaf me réclame 40 000 euros et j'ai envie d'en finir avec la vie.",
        "Plus de trésorerie, plus envie de vivre, je ne sais plus vers qui me tourner.",
        "j'ai des idées noires depuis le redressement",
        "Je veux mourir, mon entreprise coule",
        "je pense à mourir",
        "je préfère mourir que de fermer",
        "je veux en finir, j'ai 3 salariés et je ne peux plus les payer",
        "j'ai envie d'en finir pour de bon",
        "je vais en finir ce soir",
        "je ne veux plus vivre",
        "j'ai plus la force de vivre",
        "je vais me tuer",
        "je vais me tirer une balle",
        "si rien ne change je saute du pont",
        "mes enfants seront mieux sans moi",
        // A figure of speech takes nothing from what else is said.
        "suicide commercial. je vais me suicider",
        "Je veux en finir avec mes dettes. Je vais me suicider.",
        "je veux en finir avec mes dettes, je pense au suicide",
        "je me tue au travail et j'ai envie de mourir",
        "je me jette à l'eau, non vraiment, je vais me jeter sous un train",
        "je vais en finir avec cette vie",
        "je veux en finir avec mon existence",
        "je veux en finir avec mes souffrances",
        "je veux en finir avec cette vie, les dettes me tuent",
        "je veux en finir avec mes dettes et avec la vie",
        "je veux en finir, avec mes dettes je n'en peux plus",
        "en finir avec cette vie de merde",
        "j'ai perdu ma raison de vivre avec l'entreprise",
        "plus qu'à me jeter dans la Seine",
        "je vais me foutre en l'air ce soir",
        // Nor do other words and typing errors.
        "autant mourir",
        "je pense à la mort tous les jours",
        "je songe à me supprimer",
        "me trancher les veines",
        "je finirai au bout d'une corde",
        "avaler des médicaments pour en finir",
        "la mort serait un soulagement",
        "j'en ai marre de vivre",
        "ne plus jamais me reveiller",
        "je vais me sucider",
        "je pense a me suisider",
    ] {
        let screening = router.screen(text);
        let first = screening.flags.first().unwrap();
        assert_eq!(first.reason, FlagReason::Distress, "{text}");
        assert!(first.message.contains("3114") && !first.words.is_empty());
        assert!(!router.suggest_subjects(text, DEFAULT_LIMIT).sure, "{text}");
    }
    for plain in [
        "Baisser encore nos prix serait un suicide commercial, comment trouver d'autres clients ?",
        "Je veux en finir avec ce contrôle Urssaf qui dure depuis six mois, quel recours ?",
        "Je vais mettre fin à mon activité en juin, quelles démarches pour le bail ?",
        "Je veux me jeter à l'eau et vendre en Espagne, qui peut m'aider à exporter ?",
        "je veux en finir avec mes dettes",
        "je veux en finir avec la paperasse",
        "je veux en finir avec l’administration",
        "je veux en finir avec toutes ces démarches",
        "je vais en finir avec la location et acheter mes murs",
        "j'ai envie de vivre de mon métier",
        "le commerce est notre raison de vivre",
        "la force de vivre en milieu rural",
        "un suicide fiscal",
        "ce serait suicidaire d'embaucher maintenant",
        "formation prévention du suicide pour mes salariés",
        "les clients seraient mieux sans moi comme intermédiaire",
        "je me jette dans l'aventure de la franchise",
        "on va mourir économiquement",
        "je me tue au travail pour 800 euros par mois",
    ] {
        let flags = router.screen(plain).flags;
        assert!(flags.iter().all(|flag| flag.reason != FlagReason::Distress), "{plain}");
    }
}

#[test]
fn numbers_are_no_deciding_words() {
    let text = "Je cherche à recruter un soudeur, rappelez-moi au 06 12 34 56 78 avant le 15 mars 2027";
    for subject in router().suggest_subjects(text, 24).subjects {
        for word in subject.words {
            assert!(!word.span.text.bytes().all(|byte| byte.is_ascii_digit()), "{word:?}");
        }
    }
}

#[test]
fn a_need_for_each_of_two_subjects_is_seen() {
    let suggestions = router().suggest_subjects(
        "Il faut embaucher deux apprentis et déposer une offre d'emploi. Autre chose : l'isolation et le chauffage, \
         nos factures d'énergie sont trop lourdes.",
        DEFAULT_LIMIT,
    );
    let sure: Vec<&str> =
        suggestions.subjects.iter().filter(|one| one.sure).map(|one| one.subject.as_str()).collect();
    assert_eq!(sure.len(), 2, "{suggestions:?}");
    assert!(sure.contains(&"recruter") && sure.contains(&"demarche-ecologie"));
}

#[test]
fn accents_do_not_matter_and_capitals_hardly() {
    let router = router();
    let plain = |text: &str| -> String {
        text.chars()
            .map(|c| match c {
                'é' | 'è' | 'ê' | 'ë' => 'e',
                'à' | 'â' => 'a',
                'ç' => 'c',
                'î' | 'ï' => 'i',
                'ô' => 'o',
                'ù' | 'û' => 'u',
                '’' => '\'',
                c => c,
            })
            .collect()
    };
    let (mut count, mut same) = (0, 0);
    for message in SETS.iter().flat_map(|set| messages(set).unwrap()) {
        let ranked = |text: &str| -> Vec<(String, f64)> {
            let suggestions = router.suggest_subjects(text, 24);
            suggestions.subjects.into_iter().map(|one| (one.subject, one.score)).collect()
        };
        let written = ranked(&message.text);
        assert_eq!(ranked(&plain(&message.text)), written, "{}", message.text);
        count += 1;
        let shouted = ranked(&message.text.to_uppercase());
        same += usize::from(shouted.first().map(|one| &one.0) == written.first().map(|one| &one.0));
    }
    assert!(100 * same >= 98 * count, "{same} of {count}");
}

#[test]
fn a_taxonomy_of_ones_own_works_untrained_and_examples_sharpen_it() {
    let taxonomy = |examples: &str| {
        Router::from_json(&format!(
            r#"{{"themes": [{{"id": "t", "label": "Ville"}}],
                "subjects": [
                    {{"id": "voirie", "theme": "t", "label": "Signaler un problème de voirie", "keywords": ["nid de poule", "trottoir"]}},
                    {{"id": "dechets", "theme": "t", "label": "Déchets et encombrants", "keywords": ["poubelle", "collecte"]}},
                    {{"id": "ancien", "theme": "t", "label": "Trottoir, ancien sujet", "archived": true}}],
                "examples": [{examples}]}}"#
        ))
        .unwrap()
    };
    let first = |router: &Router, text: &str| {
        router.suggest_subjects(text, 1).subjects.first().map(|one| one.subject.clone())
    };
    let untrained = taxonomy("");
    assert_eq!(first(&untrained, "ya un enorme nids de poules devant le magasin").as_deref(), Some("voirie"));
    assert_eq!(first(&untrained, "les poubeles n'ont pas été collectées").as_deref(), Some("dechets"));
    assert_eq!(first(&untrained, "le lampadaire clignote"), None);
    let sharpened = taxonomy(r#"{"subject": "voirie", "text": "un lampadaire ne marche plus"}"#);
    assert_eq!(first(&sharpened, "le lampadaire clignote").as_deref(), Some("voirie"));

    // With three examples of each subject weights are learned: words that no text has in one piece count.
    let examples = [
        ("voirie", "un lampadaire ne marche plus devant chez nous"),
        ("voirie", "il fait noir, l'éclairage est en panne"),
        ("voirie", "la chaussée est défoncée"),
        ("dechets", "un matelas est resté sur la place"),
        ("dechets", "le camion n'est pas passé ce matin"),
        ("dechets", "les bacs débordent depuis lundi"),
    ]
    .map(|(subject, text)| format!(r#"{{"subject": "{subject}", "text": "{text}"}}"#));
    let learned = taxonomy(&examples.join(","));
    assert_eq!(first(&learned, "réverbère éteint, eclairages en panes").as_deref(), Some("voirie"));
    assert_eq!(first(&learned, "le camions est pas passer").as_deref(), Some("dechets"));
    let suggestions = learned.suggest_subjects("le camions est pas passer", 3);
    assert!(suggestions.subjects.iter().all(|one| one.subject != "ancien"), "{suggestions:?}");
    assert!(suggestions.subjects[0].words.iter().any(|word| word.span.text == "camions"));
}

#[test]
fn whatever_is_no_message_has_a_quick_answer() {
    let router = router();
    let reasons = |text: &str| -> Vec<FlagReason> {
        router.screen(text).flags.iter().map(|flag| flag.reason).collect()
    };
    for nothing in ["", "   \n\t", "🎉🎉🎉", "\u{0}\u{7}\u{1b}[31m", "!!!", "<p></p>", "12 34 56"] {
        let suggestions = router.suggest_subjects(nothing, DEFAULT_LIMIT);
        assert!(suggestions.subjects.is_empty() && !suggestions.sure, "{nothing:?}");
    }
    for nothing in ["", "🎉🎉🎉", "<p></p>"] {
        assert_eq!(reasons(nothing), [FlagReason::TooShort], "{nothing:?}");
    }
    assert!(
        reasons("Hello, I would like to hire a baker for my shop, can you help?")
            .contains(&FlagReason::OtherLanguage)
    );

    // A megabyte: the beginning is read, and the answer says so.
    let long = "je cherche un apprenti boulanger à Péronne, on est 3. ".repeat(20_000);
    let suggestions = router.suggest_subjects(&long, DEFAULT_LIMIT);
    assert!(suggestions.truncated && suggestions.subjects[0].subject == "recruter");
    assert!(router.screen(&long).truncated && router.extract(&long).truncated);
    let within = |span: &Span| (span.end as usize) <= LONGEST_TEXT;
    assert!(router.extract(&long).places.iter().all(|place| within(&place.span)));
    for hostile in ["é".repeat(1_000_000), "a".repeat(1_000_000), "<".repeat(1_000_000), "1 ".repeat(500_000)]
    {
        assert!(router.suggest_subjects(&hostile, DEFAULT_LIMIT).truncated);
        assert!(router.screen(&hostile).truncated && router.extract(&hostile).truncated);
    }

    // Tags are passed over, and places in the text stay right.
    let html = "<div class=\"message\"><b>je recrute</b> un apprenti &agrave; Lille</div>";
    let suggestions = router.suggest_subjects(html, 1);
    let words: Vec<&str> = suggestions.subjects[0].words.iter().map(|word| word.span.text.as_str()).collect();
    assert!(
        words.contains(&"recrute") && words.contains(&"apprenti") && !words.contains(&"message"),
        "{words:?}"
    );
}

#[test]
fn the_facts_of_a_message_are_offered_with_their_places() {
    let text = "Bonjour, on est 3 à Péronne (80200), siret 821 611 431 00015, il me faut 8 k€ 🎉 avant Noël";
    let extract = router().extract(text).with_offsets(text, Offsets::Characters);
    let slice = |span: &Span| -> String {
        text.chars().skip(span.start as usize).take((span.end - span.start) as usize).collect()
    };
    let place = |number: usize| {
        (slice(&extract.places[number].span), extract.places[number].communes[0].code.as_str())
    };
    assert_eq!(place(0), ("Péronne".to_owned(), "80620"));
    assert_eq!(place(1), ("80200".to_owned(), "80620"));
    assert_eq!(slice(&extract.sirets[0].span), "821 611 431 00015");
    assert_eq!(extract.sirets[0].siret, "82161143100015");
    assert_eq!((extract.headcounts[0].headcount, extract.amounts[0].euros), (3, 8_000.0));
    assert_eq!(slice(&extract.amounts[0].span), "8 k€");
    assert!(extract.headcounts[0].includes_writer && extract.contacts.is_empty());
    let text = "🎉 écrire à accueil@fournil.example ou au 03 22 00 00 00, 3 salariés";
    let extract = router().extract(text).with_offsets(text, Offsets::Characters);
    let contacts: Vec<String> = extract
        .contacts
        .iter()
        .map(|contact| {
            text.chars()
                .skip(contact.span.start as usize)
                .take((contact.span.end - contact.span.start) as usize)
                .collect()
        })
        .collect();
    assert_eq!(contacts, ["accueil@fournil.example", "03 22 00 00 00"]);
    assert!(!extract.headcounts[0].includes_writer);
}

/// Any text: of anything, of words that mean something here, and of both.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "je",
        "recrute",
        "un",
        "apprenti",
        "l'urssaf",
        "cotisations",
        "peyer",
        "Péronne",
        "59000",
        "8000 €",
        "on est 3",
        "<b>",
        "</b>",
        "821 611 431 00015",
        "mon patron",
        "R&D",
        "e-commerce",
        "🎉",
        "\u{301}",
        "\u{ad}",
        "ﬁ",
        "İ",
        "ß",
        "\n",
        "k€",
        "12e",
        "vingt",
        "mille",
        "million",
        "dizaine",
        "de milliers",
        "et",
        "à",
        "salariés",
        "moi",
        "06 12 34 56 78",
        "accueil@fournil.example",
        "&",
        ".",
        "-",
        "'",
        "’",
        "…",
        "the",
        "and",
        "con",
        "9",
        "99999999999999999999",
    ]);
    prop_oneof![
        any::<String>(),
        prop::collection::vec(word, 0..30).prop_map(|words| words.join(" ")),
        prop::collection::vec(prop_oneof![any::<char>().prop_map(String::from), "[a-zé ]{0,12}"], 0..40)
            .prop_map(|parts| parts.concat()),
    ]
}

thread_local! {
    static ROUTER: LazyCell<Router> = LazyCell::new(router);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_a_sound_answer(text in text(), limit in 0_usize..30) {
        let (suggestions, screening, extract) =
            ROUTER.with(|router| (router.suggest_subjects(&text, limit), router.screen(&text), router.extract(&text)));
        let again = ROUTER.with(|router| (router.suggest_subjects(&text, limit), router.screen(&text), router.extract(&text)));
        prop_assert_eq!((&suggestions, &screening, &extract), (&again.0, &again.1, &again.2));

        prop_assert!(suggestions.subjects.len() <= limit);
        prop_assert!(suggestions.subjects.is_sorted_by(|a, b| a.score >= b.score));
        if let Some(first) = suggestions.subjects.first() {
            let is_sound = screening.flags.is_empty() && screening.out_of_scope.is_none();
            prop_assert_eq!(suggestions.sure, first.score >= SURE && is_sound);
        }
        for one in &suggestions.subjects {
            prop_assert!((0.0..=1.0).contains(&one.score) && one.sure == (suggestions.sure && one.score >= ALSO_SURE));
            prop_assert!(one.words.iter().all(|word| word.weight > 0.0 && word.weight <= 1.0));
            prop_assert!(one.words.iter().map(|word| word.weight).sum::<f64>() < 1.0 + 1e-9);
            prop_assert!(one.words.is_sorted_by_key(|word| word.span.start));
        }
        prop_assert_eq!(&suggestions.out_of_scope, &screening.out_of_scope);
        prop_assert!(screening.flags.is_sorted_by_key(|flag| flag.reason));

        let spans = |suggestions: &aiguillage::intake::Suggestions, screening: &aiguillage::intake::Screening,
                     extract: &aiguillage::intake::Extract| -> Vec<Span> {
            let words = suggestions.subjects.iter().flat_map(|one| &one.words).map(|word| word.span.clone());
            let flags = screening.flags.iter().flat_map(|flag| flag.words.clone());
            let places = extract.places.iter().map(|one| one.span.clone());
            let sirets = extract.sirets.iter().map(|one| one.span.clone());
            let headcounts = extract.headcounts.iter().map(|one| one.span.clone());
            let amounts = extract.amounts.iter().map(|one| one.span.clone());
            let contacts = extract.contacts.iter().map(|one| one.span.clone());
            words.chain(flags).chain(places).chain(sirets).chain(headcounts).chain(amounts).chain(contacts).collect()
        };
        for span in spans(&suggestions, &screening, &extract) {
            prop_assert_eq!(text.get(span.start as usize..span.end as usize), Some(span.text.as_str()));
            prop_assert!(span.start < span.end);
        }
        let in_units = |offsets| {
            spans(
                &suggestions.clone().with_offsets(&text, offsets),
                &screening.clone().with_offsets(&text, offsets),
                &extract.clone().with_offsets(&text, offsets),
            )
        };
        let characters: Vec<char> = text.chars().collect();
        for span in in_units(Offsets::Characters) {
            let slice: String = characters[span.start as usize..span.end as usize].iter().collect();
            prop_assert_eq!(slice, span.text);
        }
        let units: Vec<u16> = text.encode_utf16().collect();
        for span in in_units(Offsets::Utf16) {
            let slice = String::from_utf16(&units[span.start as usize..span.end as usize]);
            prop_assert_eq!(slice.ok(), Some(span.text));
        }
    }
}
