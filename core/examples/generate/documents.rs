//! Templates, filled.

use std::error::Error;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;

/// The text of a template with its facts.
pub(crate) fn filled(template: &str, facts: &impl Serialize) -> Result<String, Box<dyn Error>> {
    let mut environment = Environment::new();
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    environment.set_syntax(syntax.build()?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    environment.add_filter("comment", comment);
    environment.add_filter("docstring", docstring);
    environment.add_template("document", template)?;
    let rendered = environment.get_template("document")?.render(minijinja::value::Serde(facts));
    Ok(rendered.map_err(|error| format!("{error:#}"))?)
}

/// A documentation comment of TypeScript and Kotlin, with the line's end after it; nothing for no lines.
fn comment(lines: Vec<String>, indent: &str) -> String {
    match &lines[..] {
        [] => String::new(),
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let lines = lines.iter().map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n");
            format!("{indent}/**\n{}{indent} */\n", lines.collect::<String>())
        }
    }
}

/// The same for Python.
pub(crate) fn docstring(lines: Vec<String>, indent: &str) -> String {
    match &lines[..] {
        [] => String::new(),
        [line] => format!("{indent}\"\"\"{line}\"\"\"\n"),
        [first, rest @ ..] => {
            let rest = rest.iter().map(|line| format!("{indent}{line}").trim_end().to_owned() + "\n");
            format!("{indent}\"\"\"{first}\n{}{indent}\"\"\"\n", rest.collect::<String>())
        }
    }
}
