//! Help in the language of the run. The declarations of commands say it in English.

use aiguillage::language::Language;
use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};

use super::help_french::HELP;
use crate::spoken::language;

/// The French headings around what clap lists.
const TEMPLATE: &str =
    "{before-help}{about-with-newline}\nUtilisation\u{a0}: {usage}\n\n{all-args}{after-help}";

const EXIT_CODES: &str = "Codes de sortie\u{a0}:\n  \
    0  fait, et rien ne cloche\n  \
    1  quelque chose ne va pas\u{a0}: erreurs dans l’annuaire, lignes fautives, rien trouvé, une différence\n  \
    2  pas fait\u{a0}: mauvais usage, un fichier qui ne peut pas être lu ou écrit";

/// The command with its help in the language of the run.
pub(crate) fn spoken(command: Command) -> Command {
    match language() {
        Language::English => command,
        Language::French => in_french(command).after_help(EXIT_CODES),
    }
}

fn in_french(command: Command) -> Command {
    let about = command.get_about().and_then(french);
    let long_about = command.get_long_about().and_then(french);
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help("Affiche l’aide");
    let mut command = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("Commandes")
        .subcommand_value_name("COMMANDE")
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .mut_args(argument_in_french);
    if let Some(about) = about {
        command = command.about(about);
    }
    if let Some(long_about) = long_about {
        command = command.long_about(long_about);
    }
    command.mut_subcommands(in_french)
}

fn argument_in_french(argument: Arg) -> Arg {
    let (help, long_help) = (argument.get_help().and_then(french), argument.get_long_help().and_then(french));
    let argument = match help {
        Some(help) => argument.help(help),
        None => argument,
    };
    match long_help {
        Some(long_help) => argument.long_help(long_help),
        None => argument,
    }
}

fn french(english: &StyledStr) -> Option<&'static str> {
    let english = english.to_string();
    HELP.iter().find(|(known, _)| *known == english).map(|(_, french)| *french)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    /// What of a command and its arguments has no French text.
    fn untold(command: &Command, untold: &mut Vec<String>) {
        let own = [command.get_about(), command.get_long_about()];
        let arguments = command.get_arguments().filter(|argument| !argument.is_hide_set());
        let arguments = arguments.flat_map(|argument| [argument.get_help(), argument.get_long_help()]);
        for text in own.into_iter().chain(arguments).flatten() {
            if french(text).is_none() {
                untold.push(text.to_string());
            }
        }
        command.get_subcommands().for_each(|command| self::untold(command, untold));
    }

    #[test]
    fn all_help_has_its_french_text() {
        let mut texts = Vec::new();
        untold(&crate::Cli::command(), &mut texts);
        assert!(texts.is_empty(), "{texts:#?}");
        in_french(crate::Cli::command()).debug_assert();
    }
}
