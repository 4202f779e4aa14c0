//! Messages: what they say, and what cannot be slipped into them.

#![cfg(feature = "notifications")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod notifications {
    pub(crate) mod limits;
}

use aiguillage::follow_up::from_json;
use aiguillage::follow_up::notification::{
    Message, NotificationData, NotificationKind, TemplateOverride, Templates, default_template, render,
    template_names,
};
use serde_json::{Value, json};

/// Everything that messages may show, without any real person.
fn data() -> NotificationData {
    from_json(
        r#"{
        "service": {"name": "Entraide entreprises", "email": "aide@example.org", "phone": "03 53 01 00 00"},
        "need": {"subject": "Recruter un ou plusieurs salariés", "theme": "Recrutement", "sent_on": "2026-11-02",
                 "description": "Nous cherchons un boulanger.\nLe nôtre part en janvier.", "days": 21,
                 "answers": [{"question": "Est-ce votre premier recrutement ?", "answer": false}],
                 "state": "not_for_me", "reason": "criteria"},
        "facility": {"name": "Boulangerie d’essai", "siret": "552 100 554 00021", "commune": "Amiens",
                     "activity": "Boulangerie", "headcount": "3 à 5 salariés"},
        "contact": {"name": "La gérante", "phone": "03 53 01 00 01", "email": "gerante@example.org"},
        "expert": {"name": "Conseiller recrutement", "institution": "CCI", "phone": "03 53 01 00 02",
                   "email": "recrutement@cci.example"},
        "experts": [{"name": "Conseiller recrutement", "institution": "CCI"}, {"name": "Conseiller apprentissage"}],
        "adviser": {"name": "Conseillère référente"},
        "links": {"take_charge": "https://example.org/r/1/oui?a=1&b=2", "not_for_me": "https://example.org/r/1/non",
                  "see": "https://example.org/b/17", "ask_again": "https://example.org/nouveau",
                  "survey": "https://example.org/enquete/17"}
    }"#,
    )
    .unwrap()
}

fn all(data: &NotificationData) -> Vec<(NotificationKind, Message)> {
    let templates = Templates::new(&[]).unwrap();
    NotificationKind::ALL.iter().map(|kind| (*kind, templates.render(*kind, data).unwrap())).collect()
}

#[test]
fn every_message_has_its_three_parts_in_good_french() {
    for (kind, message) in all(&data()) {
        assert!(!message.subject.is_empty() && !message.subject.contains('\n'), "{kind}");
        for (part, text) in
            [("subject", &message.subject), ("text", &message.text), ("html", &visible(&message.html))]
        {
            for wrong in [" :", " ;", " !", " ?", "« ", " »", "'", "..", " ,", " .\n", "{{", "{%", "\n\n\n"]
            {
                assert!(!text.contains(wrong), "{kind}.{part} holds {wrong:?}: {text}");
            }
            assert!(
                !text.to_lowercase().contains("undefined") && !text.contains("none"),
                "{kind}.{part}: {text}"
            );
        }
        assert!(
            message.html.contains(">Entraide entreprises<") && message.text.contains("Entraide entreprises")
        );
    }
}

/// The text of a document, without tags and attributes.
fn visible(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
        text.push('\n');
    }
    let lines = text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty());
    lines.collect::<Vec<_>>().join("\n").replace("&#x27;", "'")
}

#[test]
fn html_is_accessible() {
    for (kind, message) in all(&data()) {
        let html = &message.html;
        assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">"), "{kind}");
        assert_eq!(html.matches("<h1").count(), 1, "{kind}: one heading at the top");
        assert!(html.contains("<title>") && !html.contains("<title></title>"), "{kind}");
        assert!(!html.contains("<img") && !html.contains("<script") && !html.contains("<table"), "{kind}");
        for tag in ["p", "div", "h1", "h2", "ul", "li", "a", "strong", "blockquote", "body", "html", "head"] {
            let opened =
                html.matches(&format!("<{tag}>")).count() + html.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, html.matches(&format!("</{tag}>")).count(), "{kind}: <{tag}>");
        }
    }
}

#[test]
fn the_expert_reads_what_it_takes_to_call() {
    let message = render(NotificationKind::ExpertNewNeed, &data()).unwrap();
    assert_eq!(
        message.subject,
        "Nouveau besoin\u{a0}: Recruter un ou plusieurs salariés, Boulangerie d’essai (Amiens)"
    );
    // The engine escapes even slashes, which browsers read all the same.
    let html = message.html.replace("&#x2f;", "/");
    for wanted in [
        "La gérante",
        "03 53 01 00 01",
        "Le nôtre part en janvier.",
        "3 à 5 salariés",
        "https://example.org/r/1/non",
    ] {
        assert!(message.text.contains(wanted) && html.contains(wanted), "{wanted}");
    }
    assert!(html.contains("href=\"https://example.org/r/1/oui?a=1&amp;b=2\""), "{html}");
    assert!(message.html.contains("href=\"tel:0353010001\""));
}

#[test]
fn a_company_name_cannot_inject() {
    let mut data = data();
    let hostile = "</title><script>alert(1)</script>\" onmouseover=\"x\r\nBcc: victime@example.org\u{202e}\u{0}{{ 7*7 }}";
    for text in
        [&mut data.facility.name, &mut data.contact.name, &mut data.expert.name, &mut data.need.subject]
    {
        *text = Some(hostile.to_owned());
    }
    data.need.description = Some(hostile.to_owned());
    data.contact.email = Some("a@example.org?bcc=b@example.org\r\nX: y".into());
    for (kind, message) in all(&data) {
        assert!(!message.subject.chars().any(char::is_control), "{kind}: {:?}", message.subject);
        assert!(!message.subject.contains('\u{202e}') && message.subject.chars().count() <= 201);
        assert!(!message.html.contains("<script") && !message.html.contains("\" onmouseover"), "{kind}");
        assert!(!message.html.contains("mailto:a@example.org?"), "{kind}");
        assert!(!message.html.contains("49") && !message.text.contains("49"), "{kind}: data is no template");
        // Only what the company wrote has lines of its own.
        let slipped = message.text.lines().filter(|line| line.starts_with("Bcc:")).count();
        assert!(slipped <= 1, "{kind}: {}", message.text);
        assert!(!message.text.chars().any(|c| c.is_control() && c != '\n'), "{kind}");
    }
}

#[test]
fn only_links_lead_anywhere() {
    for link in ["javascript:alert(1)", "https://example.org/\r\nx", "data:text/html,x", "/relatif"] {
        let mut data = data();
        data.links.not_for_me = Some(link.into());
        let error = render(NotificationKind::ExpertReminder, &data).unwrap_err();
        assert_eq!((error.code(), error.field()), ("invalid_link", Some("links.not_for_me")), "{link}");
    }
}

#[test]
fn answers_are_yes_or_no_or_the_labels_of_choices() {
    let mut data = data();
    let card =
        |answer: Value| serde_json::from_value(json!({"question": "Contact ?", "answer": answer})).unwrap();
    data.need.answers =
        vec![card(json!(true)), card(json!("Par téléphone")), card(json!(["Par téléphone", "<Visio>"]))];
    let message = render(NotificationKind::ExpertNewNeed, &data).unwrap();
    for line in ["- Contact ? Oui", "- Contact ? Par téléphone", "- Contact ? Par téléphone, <Visio>"] {
        assert!(message.text.lines().any(|written| written == line), "{line}: {}", message.text);
    }
    assert!(message.html.contains("<strong>Par téléphone, &lt;Visio&gt;</strong>"), "{}", message.html);
}

#[test]
fn a_missing_fact_is_named() {
    let missing = |kind, change: &dyn Fn(&mut NotificationData)| {
        let mut data = data();
        change(&mut data);
        let error = render(kind, &data).unwrap_err();
        assert_eq!(error.code(), "missing_variable", "{error}");
        error.field().map(str::to_owned).unwrap()
    };
    use NotificationKind::*;
    assert_eq!(missing(ExpertNewNeed, &|data| data.links.take_charge = None), "links.take_charge");
    assert_eq!(missing(ExpertNewNeed, &|data| data.need.subject = None), "need.subject");
    assert_eq!(missing(ExpertReminder, &|data| data.need.days = None), "need.days");
    assert_eq!(missing(ExpertReminder, &|data| data.facility.name = None), "facility.name");
    assert_eq!(missing(ExpertLastChance, &|data| data.contact = Default::default()), "contact.phone");
    assert_eq!(missing(CompanySent, &|data| (data.experts, data.expert) = Default::default()), "expert.name");
    assert_eq!(missing(CompanySent, &|data| data.service.name = None), "service.name");
    assert_eq!(missing(CompanyTaken, &|data| data.expert.name = None), "expert.name");
    assert_eq!(missing(CompanySurvey, &|data| data.links.survey = None), "links.survey");
    assert_eq!(missing(CompanyNotReachable, &|data| data.expert.name = None), "expert.name");
    assert_eq!(missing(CompanyNotTaken, &|data| data.need.subject = None), "need.subject");
    assert_eq!(missing(CompanyComeBack, &|data| data.need.subject = None), "need.subject");
    assert_eq!(missing(CompanyAbandoned, &|data| data.need.subject = None), "need.subject");
    assert_eq!(missing(AdviserProgress, &|data| data.need.state = None), "need.state");
    assert_eq!(
        missing(AdviserRefused, &|data| (data.experts, data.expert) = Default::default()),
        "expert.name"
    );
    assert_eq!(missing(AdviserLastChance, &|data| data.need.days = None), "need.days");
    // What can do without does without.
    let mut few: NotificationData = data();
    few.need.theme = None;
    few.need.description = None;
    few.need.answers.clear();
    few.facility.siret = None;
    few.contact.email = None;
    few.contact.name = None;
    few.expert.name = few.expert.name.filter(|_| true);
    few.links.see = None;
    few.links.ask_again = None;
    few.adviser.name = None;
    all(&few);
}

#[test]
fn a_host_has_its_own_words() {
    let own =
        |template: &str, source: &str| TemplateOverride { template: template.into(), source: source.into() };
    let templates = Templates::new(&[
        own("company_sent.subject", "Bonjour {{ contact.name }}\nX-Spam: non"),
        own("layout.html", "<html lang=\"fr\"><body>{% block content %}{% endblock %}</body></html>"),
    ])
    .unwrap();
    let message = templates.render(NotificationKind::CompanySent, &data()).unwrap();
    assert_eq!(message.subject, "Bonjour La gérante X-Spam: non");
    assert!(message.html.starts_with("<html lang=\"fr\"><body>"));

    let refused = |template: &str, source: &str| {
        let error = match Templates::new(&[own(template, source)]) {
            Err(error) => error,
            Ok(templates) => templates.render(NotificationKind::CompanySent, &data()).unwrap_err(),
        };
        (error.code(), error.message().to_owned())
    };
    assert_eq!(refused("company_sent", "x").0, "unknown_template");
    let (code, message) = refused("company_sent.text", "a\n{% if %}");
    assert_eq!(code, "invalid_template");
    assert!(message.contains("`company_sent.text`, line 2"), "{message}");
    for source in [
        "{% for a in range(100000) %}{% for b in range(100000) %}{{ a }}{% endfor %}{% endfor %}",
        "{% include 'company_sent.text' %}",
        "{{ 1 / 0 }}",
        "{{ need.subject|dat }}",
        "{% include '/etc/passwd' %}",
    ] {
        assert_eq!(refused("company_sent.text", source).0, "invalid_template", "{source}");
    }
    let (code, _) = refused("company_sent.text", "{{ contact.nom }}");
    assert_eq!(code, "missing_variable");
}

#[test]
fn every_template_can_be_seen() {
    let names: Vec<_> = template_names().collect();
    assert_eq!(names.len(), 11 + 3 * NotificationKind::ALL.len());
    assert!(names.iter().all(|name| default_template(name).is_some_and(|source| !source.is_empty())));
}
