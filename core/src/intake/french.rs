//! French as it is written: words that say nothing of a subject, abbreviations, and stems.

use rust_stemmers::{Algorithm, Stemmer};

/// Words that stand in messages about anything: grammar, politeness, asking and wanting, numbers and
/// times, as they are written in letters and in text messages. Folded.
pub(super) const STOP_WORDS: &str = "\
    a ai aie aient ait alors apres as at atil au aucun aucune aujourd hui auquel aura aurai aurais aurait aussi autant \
    autre autres aux avais avait avant avec avez avoir avons ayant b beaucoup bien bientot bon bonjour bonsoir c ca car \
    ce ceci cela celle celles celui certain certains ces cet cette ceux chaque chez ci combien comme comment \
    cordialement d dans de deja depuis des deux dont donc du e elle elles en encore entre es est et etc ete etais etait \
    etaient etant etes etre eu eux f fait faire fais font faut faudra faudrait g grand h i ici il ils j jamais je \
    jusqu jusque k l la laquelle le lequel les leur leurs lors lorsque lui m ma madame mais malgre me meme memes merci \
    mes messieurs mieux moi moins mon monsieur n ne ni non nos notre notamment nous o on ont ou oui p par parce parfois \
    pas peu peut peuvent peux plein plus plusieurs plutot pour pourquoi pourrais pourrait pourriez pouvez pouvoir \
    pouvons pres puis puisque q qu quand que quel quelle quelles quelqu quelque quelques quels qui quoi r sa sais sait \
    sans savoir se sera serai serais serait seriez ses si sinon soit sommes son sont souhaite souhaiterais souhaiterait \
    souhaitons souhaiterions sous suis suite sur svp s t ta tant te tel telle tels tes toi ton toujours tous tout toute \
    toutes tres trop tu u un une v va vais vas vers veut veux voici voila voir vont vos votre voudrais voudrait \
    voudrions voulons vouloir vous vu w x y z aimerais aimerait aimerions aime besoin aider aidez question questions \
    renseignement renseignements dois doit devoir devons devrais devrait niveau cas fois jour jours mois semaine \
    semaines an ans annee annees prochain prochaine prochaines avance salutations distinguees veuillez agreer reponse \
    bonne journee trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante \
    cent cents mille premier premiere existe possible hier bref vraiment \
    contacter contact rappeler rappelez rappelle rappel appeler appelez rendez rdv discuter parler disponible \
    disponibles poser joindre til at coordonnees interlocuteur fera ferai ferais ferait ferons feront feriez aout amp nbsp";

/// How words are written in haste, and the word that is meant. Both sides are folded; what is
/// meant may be a stop word.
pub(super) const SHORT_FORMS: [(&str, &str); 63] = [
    ("admin", "administratif"),
    ("appli", "application"),
    ("bcp", "beaucoup"),
    ("bjr", "bonjour"),
    ("boite", "entreprise"),
    ("bsr", "bonsoir"),
    ("cad", "donc"),
    ("cest", "est"),
    ("cmt", "comment"),
    ("com", "communication"),
    ("compta", "comptabilite"),
    ("dapres", "apres"),
    ("dispo", "disponible"),
    ("dp", "depuis"),
    ("ds", "dans"),
    ("dun", "un"),
    ("dune", "une"),
    ("fo", "faut"),
    ("fodrait", "faudrait"),
    ("jaimerai", "aimerais"),
    ("jaimerais", "aimerais"),
    ("jai", "ai"),
    ("jcherche", "cherche"),
    ("jpeu", "peux"),
    ("jpeux", "peux"),
    ("jsuis", "suis"),
    ("jsais", "sais"),
    ("jve", "veux"),
    ("jveu", "veux"),
    ("jveux", "veux"),
    ("jvoudrai", "voudrais"),
    ("jvoudrais", "voudrais"),
    ("jvoudre", "voudrais"),
    ("kan", "quand"),
    ("ke", "que"),
    ("kel", "quel"),
    ("kelkun", "quelqu"),
    ("ki", "qui"),
    ("koi", "quoi"),
    ("ms", "mais"),
    ("nest", "est"),
    ("orga", "organisation"),
    ("pa", "pas"),
    ("pb", "probleme"),
    ("plu", "plus"),
    ("pr", "pour"),
    ("pub", "publicite"),
    ("qd", "quand"),
    ("qqn", "quelqu"),
    ("quelquun", "quelqu"),
    ("resto", "restaurant"),
    ("sa", "ca"),
    ("slt", "bonjour"),
    ("stp", "svp"),
    ("sui", "suis"),
    ("tjs", "toujours"),
    ("treso", "tresorerie"),
    ("tt", "tout"),
    ("ve", "veux"),
    ("veu", "veux"),
    ("voudrai", "voudrais"),
    ("ya", "a"),
    ("aimerai", "aimerais"),
];

/// The word that is meant by one that may be written in haste.
pub(super) fn short_form(word: &str) -> &str {
    SHORT_FORMS.iter().find(|(short, _)| *short == word).map_or(word, |(_, meant)| meant)
}

/// The stem of a folded word: what its plural, its feminine, its verb forms and its doubled
/// consonants (which are what people get wrong first) have in common.
pub(super) fn stem(stemmer: &Stemmer, word: &str, into: &mut String) {
    into.clear();
    // Participles lose their é with the accents, and the stemmer then no longer knows them; and it
    // leaves `nous cherchons` apart from `chercher`.
    let cut = match word {
        _ if word.ends_with("ees") => 2,
        _ if word.ends_with("ee") => 1,
        _ if word.len() >= 8
            && word.ends_with("ons")
            && !word.ends_with("ions")
            && !word.ends_with("ssons") =>
        {
            3
        }
        _ => 0,
    };
    let word = &word[..word.len() - cut];
    let mut last = None;
    for c in stemmer.stem(word).chars() {
        if last != Some(c) || c.is_ascii_digit() {
            into.push(c);
        }
        last = Some(c);
    }
    // `licencier` and `licencié`, once its accent is lost, differ by this.
    if into.len() > 4 && into.ends_with(['i', 'e']) {
        into.pop();
    }
}

pub(super) fn stemmer() -> Stemmer {
    Stemmer::create(Algorithm::French)
}

/// What follows an article, a pronoun or `qu` whose apostrophe was left out: `urssaf` of `lurssaf`.
pub(super) fn without_elision(word: &str) -> Option<&str> {
    let rest = match word.as_bytes() {
        [b'q', b'u', ..] => &word[2..],
        [b'l' | b'd' | b'j' | b'n' | b's' | b'm' | b't' | b'c', ..] => &word[1..],
        _ => return None,
    };
    let vowel = matches!(rest.as_bytes().first(), Some(b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'h'));
    (vowel && rest.len() >= 3).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let stemmer = stemmer();
        let stem_of = |word: &str| {
            let mut stem = String::new();
            super::stem(&stemmer, word, &mut stem);
            stem
        };
        for forms in [
            &["embaucher", "embauche", "embauchee", "embauches", "embauchons"][..],
            &["salarie", "salaries", "salariees"],
            &["connaitre", "conaitre"],
            &["licencier", "licencie", "licenciee"],
            &["fournisseur", "fourniseurs"],
        ] {
            for form in forms {
                assert_eq!(stem_of(form), stem_of(forms[0]), "{form}");
            }
        }
        assert_ne!(stem_of("former"), stem_of("fermer"));
    }

    #[test]
    fn elisions_without_apostrophe() {
        assert_eq!(without_elision("lurssaf"), Some("urssaf"));
        assert_eq!(without_elision("quon"), None);
        assert_eq!(without_elision("dettes"), Some("ettes"));
        assert_eq!(without_elision("banque"), None);
    }
}
