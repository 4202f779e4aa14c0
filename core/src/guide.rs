//! The guide: for those who embed the library, in English; for those who keep a directory, in French; for those who
//! decide, in both. The same pages are a site of their own (`make guide`).
//!
//! The Rust of every page runs with the tests of the documentation, its Python, JavaScript and Kotlin with those of
//! their packages.

/// Declares a module for each page, whose documentation is the page. Pages name each other by file, which is right
/// for a repository and for the site; here the definitions of `rustdoc-links.md`, which come first and therefore count,
/// lead to modules.
macro_rules! pages {
    ($($module:ident $file:literal,)*) => {
        $(
            #[doc = include_str!("../guide/rustdoc-links.md")]
            #[doc = include_str!(concat!("../guide/", $file))]
            pub mod $module {}
        )*
    };
}

pages! {
    first_hour "first-hour.md",
    concepts "concepts.md",
    cookbook_needs "cookbook-needs.md",
    cookbook_files "cookbook-files.md",
    cookbook_directory "cookbook-directory.md",
    cookbook_messages "cookbook-messages.md",
    cookbook_follow_up "cookbook-follow-up.md",
    command_line "command-line.md",
    errors "errors.md",
    upgrading "upgrading.md",
    performance "performance.md",
    privacy "privacy.md",
    choosing "choosing.md",
    decider "decider.md",
    annuaire "annuaire.md",
    annuaire_fichiers "annuaire-fichiers.md",
    annuaire_regles "annuaire-regles.md",
    annuaire_tableurs "annuaire-tableurs.md",
    annuaire_controles "annuaire-controles.md",
    annuaire_publier "annuaire-publier.md",
    annuaire_chiffres "annuaire-chiffres.md",
    annuaire_memo "annuaire-memo.md",
}
