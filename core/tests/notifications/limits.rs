//! Templates that would overflow the stack when they are compiled or rendered.

use aiguillage::ReferralError;
use aiguillage::follow_up::notification::{
    DEEPEST_BLOCKS, DEEPEST_BRACKETS, DEEPEST_VALUES, LONGEST_TEMPLATE, MOST_OPERATORS, NotificationKind,
    TemplateOverride, Templates, default_template, template_names,
};

use super::super::data;

/// Compiles and renders a template where the stack is small: an overflow ends the test's process.
fn render(source: String) -> Result<String, ReferralError> {
    let render = move || {
        let template = "company_sent.text".to_owned();
        let templates = Templates::new(&[TemplateOverride { template, source }])?;
        Ok(templates.render(NotificationKind::CompanySent, &data())?.text)
    };
    let thread = std::thread::Builder::new().stack_size(512 * 1024).spawn(render).unwrap();
    thread.join().unwrap()
}

fn refused(source: String, limit: usize) {
    let shown: String = source.chars().take(60).collect();
    let error = render(source).unwrap_err();
    assert_eq!((error.code(), error.field()), ("invalid_template", Some("company_sent.text")), "{shown}");
    assert!(error.message().contains(&limit.to_string()), "{error}");
}

fn nested(open: &str, times: usize, close: &str) -> String {
    format!("{}x{}", open.repeat(times), close.repeat(times))
}

#[test]
fn branches_and_nested_blocks_have_a_limit() {
    let elifs =
        |times: usize| format!("{{% if 0 %}}a{}{{% else %}}x{{% endif %}}", "{% elif 0 %}b".repeat(times));
    refused(elifs(2_000), DEEPEST_BLOCKS);
    assert_eq!(render(elifs(DEEPEST_BLOCKS - 1)).unwrap(), "x");
    for (open, close) in [
        ("{% if 1 %}", "{% endif %}"),
        ("{%- if 1 -%}", "{%- endif -%}"),
        ("{% for a in [1] %}", "{% endfor %}"),
        ("{% with a = 1 %}", "{% endwith %}"),
        ("{% filter trim %}", "{% endfilter %}"),
        ("{% autoescape true %}", "{% endautoescape %}"),
        ("{% set x | default(a == b) %}", "{% endset %}"),
        ("{% if 0 %}{% else %}", "{% endif %}"),
        ("{% if 0 %}{% elif 1 %}", "{% endif %}"),
    ] {
        refused(nested(open, 1_000, close), DEEPEST_BLOCKS);
    }
    for (open, close) in [
        ("{% if 1 %}", "{% endif %}"),
        ("{% for a in [1] %}", "{% endfor %}"),
        ("{% filter trim %}", "{% endfilter %}"),
    ] {
        assert_eq!(render(nested(open, DEEPEST_BLOCKS, close)).unwrap(), "x", "{open}");
    }
}

#[test]
fn expressions_have_a_limit() {
    for (open, close) in [("(", ")"), ("[", "]"), ("{1: ", "}"), ("a[", "]"), ("range(", ")"), ("not (", ")")]
    {
        refused(format!("{{{{ {}1{} }}}}", open.repeat(1_000), close.repeat(1_000)), DEEPEST_BRACKETS);
        let source =
            format!("{{% set y = {}1{} %}}x", open.repeat(DEEPEST_BRACKETS), close.repeat(DEEPEST_BRACKETS));
        // Whether it makes sense is the engine's to say: the stack holds.
        let _ = render(source);
    }
    for chain in
        [".a", "|trim", "+1", "~1", "[0]", "()", " and 1", " if 1 else 1", " == 1", " is defined", " **1"]
    {
        refused(format!("{{{{ 1{} }}}}", chain.repeat(20_000 / chain.len())), MOST_OPERATORS);
    }
    for prefix in ["not ", "-"] {
        refused(format!("{{{{ {}1 }}}}", prefix.repeat(10_000)), MOST_OPERATORS);
    }
}

#[test]
fn everything_at_its_limit_fits_a_small_stack() {
    let brackets = DEEPEST_BRACKETS - 1;
    let operators = MOST_OPERATORS - brackets - 5;
    for chain in ["+1", "~1", " and 1", "|trim", ".a"] {
        let times = operators / 2;
        let expression = format!("{}1{}{}", "(".repeat(brackets), ")".repeat(brackets), chain.repeat(times));
        for (open, close) in [
            ("{% if 1 %}", "{% endif %}"),
            ("{% for a in [1] %}", "{% endfor %}"),
            ("{% filter trim %}", "{% endfilter %}"),
        ] {
            let source = format!(
                "{}{{% if {expression} %}}{{% endif %}}{}",
                open.repeat(DEEPEST_BLOCKS - 1),
                close.repeat(DEEPEST_BLOCKS - 1)
            );
            if let Err(error) = render(source) {
                assert!(!error.message().contains("at most"), "{error}");
            }
        }
    }
    let prefixes = "not ".repeat(MOST_OPERATORS - 2);
    assert_eq!(render(format!("{{{{ {prefixes}1 }}}}")).unwrap().len(), 4);
}

#[test]
fn templates_that_include_themselves_end() {
    for source in [
        r#"{% include "company_sent.text" %}"#,
        r#"{% extends "company_sent.text" %}"#,
        "{% block a %}{{ self.a() }}{% endblock %}",
        r#"{% for a in [1] %}{% include "company_sent.text" %}{% endfor %}"#,
        "{% for a in [[1]] recursive %}{{ loop([[1]]) }}{% endfor %}",
    ] {
        let error = render(source.to_owned()).unwrap_err();
        assert_eq!(error.code(), "invalid_template", "{source}: {error}");
    }
}

#[test]
fn values_in_values_have_a_limit() {
    let body = |tag: &str, print: &str| format!("{{% set a = 1 %}}{}{print}", tag.repeat(1_000));
    for tag in [
        "{% set a = [a] %}",
        "{%- set a=[[[[[[[[[[a]]]]]]]]]] -%}",
        "{% set a = (a,) %}",
        "{% set a = a, %}",
        "{% set a, b = [a], a %}",
        "{% set a = {'a': a} %}",
        "{% set a = {(a, 1): 1} %}",
        "{% set a = dict(a=a) %}",
        "{% set a = [a] if a else [a] %}",
        "{% set a = [a]\n  | list %}",
        "{% set a | default([a], true) %}{% endset %}",
        "{%- set a | default([a], true) -%}{% endset %}",
    ] {
        for print in ["", "{{ a }}", "{{ a|pprint }}", "{% if a == a %}{% endif %}"] {
            refused(body(tag, print), DEEPEST_VALUES);
        }
    }
    // What is computed when it is looked through nests as lists do.
    let kept =
        format!("{}{{{{ a|length }}}}", "{% set a = [a][0]|default([1])|batch(1)|first %}".repeat(1_000));
    assert_eq!(render(format!("{{% set a = [1] %}}{kept}")).unwrap(), "1");
    assert_eq!(render(format!("{{% set a = [1] %}}{}x", "{% set a = a * 1 %}".repeat(2_000))).unwrap(), "x");
    assert_eq!(render(format!("{{% set a = [1] %}}{}x", "{% set a = a[0:] %}".repeat(2_000))).unwrap(), "x");

    let blocks = |open: &str, close: &str| nested(open, DEEPEST_BLOCKS - 1, close);
    for source in [
        blocks("{% with b = [a], a = [b] %}", "{% endwith %}"),
        blocks("{% with (a, b) = ([a], 1), c = a == a %}", "{% endwith %}"),
        blocks("{% for a in [[[a]]] %}", "{% endfor %}"),
        blocks("{% for a in [[[a]]] if a is defined %}", "{% endfor %}"),
        blocks("{% for b, a in {1: [[a]]}|items %}", "{% endfor %}"),
    ] {
        refused(format!("{{% set a = 1 %}}{{% set b = 1 %}}{source}"), DEEPEST_VALUES);
    }
}

#[test]
fn nothing_nests_by_another_way() {
    let namespace =
        "{% set n = namespace() %}{% for i in range(50000) %}{% set n.a = [n.a] %}{% endfor %}{{ n.a }}";
    for source in [
        namespace,
        "{% set n = namespace(a=1) %}{% set n.a = n %}{{ n }}",
        "{% for a in [[1]] recursive %}{{ loop([[a]]) }}{% endfor %}",
        "{% for a in [[1]]|list if a recursive -%}{{ loop([[a]]) }}{% endfor %}",
        // Brackets that would close those of the limit.
        "{% set a = [1]) if (1 %}x",
        "{% set a = [1]]|list + [[2] %}x",
        "{% set a = \"(\") if (1 %}x",
    ] {
        let error = render(source.to_owned()).unwrap_err();
        assert_eq!(
            (error.code(), error.field()),
            ("invalid_template", Some("company_sent.text")),
            "{source}: {error}"
        );
    }
}

#[test]
fn a_fault_of_the_engine_is_an_error() {
    for source in [
        "{% for a in [1] %}{{ loop.cycle() }}{% endfor %}",
        "{% for a in [1] %}{{ loop.cycle(*[]) }}{% endfor %}",
    ] {
        let error = render(source.to_owned()).unwrap_err();
        assert_eq!(error.code(), "invalid_template", "{source}");
        assert!(error.message().contains("company_sent.text"), "{error}");
    }
}

#[test]
fn values_are_what_they_were() {
    for (source, text) in [
        ("{% set a = [1, 'b', (2, 3), {'c': [4]}] %}{{ a }}", "[1, 'b', (2, 3), {'c': [4]}]"),
        ("{% set a, b = 1, 2 %}{{ a }}{{ b }}", "12"),
        ("{% set a = 'x=1, %}' %}{{ a }}", "x=1, %}"),
        ("{% set a = 1 == 2 -%} {{ a }}", "False"),
        ("{% with a = 1 >= 2, b = dict(c='d') %}{{ a }} {{ b.c }}{% endwith %}", "False d"),
        ("{% for a in [3, 1, 2]|sort if a > 1 %}{{ loop.index }}{{ a }} {% endfor %}", "12 23"),
        ("{% for a in [1, 2] %}{% set l = [loop][0] %}{{ l.cycle('x', 'y') }}{% endfor %}", "xy"),
        ("{% for a, b in {'c': 1}|items %}{{ a }}{{ b }}{% endfor %}", "c1"),
        ("{% set a = ('<b>'|safe, '<') %}{{ a[0] is safe }}", "True"),
        ("{% set a = (none) %}{{ a is none }}{% set b = (c) %}{{ b is defined }}", "TrueFalse"),
        ("{% set a | upper %}x{% endset %}{{ a }}", "X"),
    ] {
        assert_eq!(render(source.to_owned()).unwrap(), text, "{source}");
    }
    for source in ["{% for a in need.none_such %}{% endfor %}", "{% set a = need.none_such ~ 'x' %}{{ a }}"] {
        let error = render(source.to_owned()).unwrap_err();
        assert_eq!((error.code(), error.field()), ("missing_variable", Some("need.none_such")), "{source}");
    }
}

#[test]
fn size_has_a_limit() {
    let text = |bytes: usize| "é".repeat(bytes / 2);
    assert!(render(text(LONGEST_TEMPLATE)).is_ok());
    refused(text(LONGEST_TEMPLATE + 2), LONGEST_TEMPLATE);
}

#[test]
fn what_only_looks_like_nesting_passes() {
    let open = "{% if 1 %}".repeat(100);
    for source in [
        format!("{{# {open} #}}x"),
        format!("{{#-{open}-#}}x"),
        format!("{{% raw %}}{open}{{% endraw %}}"),
        format!("{{%- raw -%}}{open}{{%- endraw +%}}"),
        format!("{{{{ \"{open}\" }}}}"),
        format!("{{{{ '\\'{open}' }}}}"),
        "{% if 1 %}x{% endif %}".repeat(1_000),
        "{% set a = [1, 2] %}".repeat(1_000),
        "{% set (a, b) = [1, 2] %}".repeat(1_000),
        format!("{{{{ [{}] }}}}", "'a', ".repeat(1_000)),
    ] {
        let shown: String = source.chars().take(60).collect();
        assert!(render(source).is_ok(), "{shown}");
    }
}

#[test]
fn nesting_that_hides_is_found() {
    let deep = "{% if 1 %}".repeat(2_000);
    for around in [
        "{#}DEEP#}",
        "{#-}DEEP#}",
        "{{ '{#' }}DEEP",
        "{# {{ ' #}DEEP{# ' }} #}",
        "{% raw %}{% endraw -%}DEEP",
        "{% raw %}{{ '{% endraw %}DEEP' }}",
        "{%- raw %}{%+endraw%}DEEP",
        "{{ \"\\\"\" }}DEEP",
        "{{ {1: {2: 3}} }}DEEP",
    ] {
        // Whatever the engine makes of it, the process goes on.
        assert!(render(around.replace("DEEP", &deep)).is_err() || around.starts_with("{#"), "{around}");
    }
}

#[test]
fn the_default_templates_keep_the_limits() {
    for template in template_names() {
        let source = default_template(template).unwrap().to_owned();
        let replaced = TemplateOverride { template: template.to_owned(), source };
        assert!(Templates::new(&[replaced]).is_ok(), "{template}");
    }
}
