//! `aiguillage explain`: why, why not, what to ask, who is nearest.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

use aiguillage::{Explanation, NeedField};
use clap::Args;

use crate::need_flags::NeedFlags;
use crate::output::Output;
use crate::{Failure, company, doubtful, sources};

#[derive(Args)]
pub(crate) struct Arguments {
    /// A folder of CSV files, a JSON document or a snapshot
    directory: PathBuf,
    #[command(flatten)]
    need: NeedFlags,
    /// Show every competent expert and every rule, not only what decides
    #[arg(long)]
    all: bool,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<(), Failure> {
    let router = sources::router(&arguments.directory, false, output)?;
    let need = company::completed(arguments.need.need()?, arguments.need.company.as_deref(), output)?;
    let explanation = router.explain(&need)?;
    let geography = router.directory().geography();
    if explanation.commune_is_likely {
        let zone = explanation.commune;
        doubtful::tell(zone.code(), geography.zone_name(zone).unwrap_or_default(), output);
    }
    if explanation.headcount_differs {
        output.remark("headcount", doubtful::HEADCOUNT_DIFFERS);
    }
    if arguments.json {
        output.json(&explanation)?;
    } else {
        let commune = geography.zone_name(explanation.commune).unwrap_or_default();
        output.line(format!(
            "« {} » in {commune} ({}), rules `{}`",
            explanation.subject.label,
            explanation.commune.code(),
            explanation.rules
        ))?;
        funnel(&explanation, output)?;
        matching(&explanation, output)?;
        missing(&explanation, output)?;
        let named = |zone| format!("{zone} {}", geography.zone_name(zone).unwrap_or_default());
        nearest(&explanation, named, output)?;
        if arguments.all {
            everything(&explanation, output)?;
        } else {
            reasons(&explanation, output)?;
        }
    }
    match explanation.matching().next() {
        Some(_) => Ok(()),
        None => Err(Failure::Found),
    }
}

fn funnel(explanation: &Explanation<'_>, output: &mut Output) -> Result<(), Failure> {
    let steps: Vec<String> =
        explanation.funnel.iter().map(|step| format!("{} {}", step.rule.label(), step.left)).collect();
    output.line(format!("Experts left after each rule: {}", steps.join(" → ")))?;
    Ok(())
}

fn matching(explanation: &Explanation<'_>, output: &mut Output) -> Result<(), Failure> {
    let matching: Vec<_> = explanation.matching().collect();
    if matching.is_empty() {
        output.line("Nobody matches.")?;
        return Ok(());
    }
    let receiving: HashSet<&str> =
        matching.iter().map(|one| one.replaced_by.unwrap_or(one.expert).id.as_str()).collect();
    let heading = match matching.len() {
        places if places == receiving.len() => format!("{places} match:"),
        // Whoever stands in may have several places, and `match` lists it in the first.
        places => format!("{places} match (experts who receive the need: {}):", receiving.len()),
    };
    output.line(heading)?;
    let rows = matching.iter().map(|one| {
        let territory = one.rules.iter().find_map(|rule| rule.zone.map(|_| rule.sentence.clone()));
        let name = match one.replaced_by {
            Some(substitute) => format!("{}\n(instead of {})", substitute.name, one.expert.name),
            None => one.expert.name.clone(),
        };
        vec![name, one.institution.name.clone(), territory.unwrap_or_default()]
    });
    output.table(&["expert", "institution", "territory"], rows)?;
    Ok(())
}

fn missing(explanation: &Explanation<'_>, output: &mut Output) -> Result<(), Failure> {
    if explanation.missing.is_empty() {
        return Ok(());
    }
    output.line("To ask the company:")?;
    for fact in &explanation.missing {
        let together = fact.concerns - fact.unlocks;
        let more = if together > 0 {
            format!(", and {together} more together with other facts")
        } else {
            String::new()
        };
        output.line(format!(
            "  {} ({}): may bring {} experts{more}",
            question(fact.field),
            fact.field,
            fact.unlocks
        ))?;
    }
    Ok(())
}

fn question(field: NeedField) -> &'static str {
    match field {
        NeedField::CreatedOn => "Quelle est la date de création de l’entreprise ?",
        NeedField::Headcount => "Combien l’établissement a-t-il de salariés, exactement ?",
        NeedField::Naf => "Quel est son code d’activité (NAF) ?",
        NeedField::LegalForm => "Quelle est sa forme juridique ?",
        NeedField::Origin => "D’où vient la demande ?",
        NeedField::Opco => "Quel est son OPCO ?",
        NeedField::Turnover => "Quel est son chiffre d’affaires au dernier exercice clos ?",
        NeedField::BalanceSheet => "Quel est le total de son bilan au dernier exercice clos ?",
        NeedField::MicroEntrepreneur => "Est-ce une micro-entreprise ?",
        NeedField::Activities => {
            "Quelle est la nature de son activité (commerciale, artisanale, libérale…) ?"
        }
        NeedField::NafaCodes => "Quel est son métier artisanal (code NAFA ou APRM) ?",
        NeedField::Idcc => "Quelle convention collective applique-t-elle (IDCC) ?",
        NeedField::Qualities => {
            "A-t-elle les qualités demandées (ESS, bio, RGE, Qualiopi, insertion, procédure collective) ?"
        }
        _ => "Renseignement manquant",
    }
}

fn nearest(
    explanation: &Explanation<'_>,
    named: impl Fn(aiguillage::geography::Zone) -> String,
    output: &mut Output,
) -> Result<(), Failure> {
    const MOST: usize = 5;
    let outside: Vec<_> = explanation.outside_territory().take(MOST).collect();
    if outside.is_empty() || explanation.matching().next().is_some() {
        return Ok(());
    }
    output.line("Nearest experts outside of their territory:")?;
    let rows =
        outside.iter().map(|miss| vec![miss.expert.name.clone(), named(miss.shared), miss.sentence.clone()]);
    output.table(&["expert", "reaches into", "why not"], rows)?;
    Ok(())
}

/// How often each reason stops somebody first.
fn reasons(explanation: &Explanation<'_>, output: &mut Output) -> Result<(), Failure> {
    const MOST: usize = 8;
    let mut reasons: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for expert in &explanation.experts {
        if let Some(first) = expert.stopped_by().next() {
            *reasons.entry((first.rule.label(), first.sentence.as_str())).or_default() += 1;
        }
    }
    if reasons.is_empty() {
        return Ok(());
    }
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
    let hidden = reasons.len().saturating_sub(MOST);
    output.line("What stops the others first:")?;
    let rows = reasons
        .into_iter()
        .take(MOST)
        .map(|((rule, sentence), count)| vec![count.to_string(), rule.to_owned(), sentence.to_owned()]);
    output.table(&["experts", "rule", "reason"], rows)?;
    let more = if hidden > 0 { format!("{hidden} more reasons; ") } else { String::new() };
    output.line(format!("{more}--all shows every expert and every rule."))?;
    Ok(())
}

fn everything(explanation: &Explanation<'_>, output: &mut Output) -> Result<(), Failure> {
    let rows = explanation.experts.iter().flat_map(|expert| {
        expert.rules.iter().map(|verdict| {
            let sign = match (verdict.holds, verdict.undetermined) {
                (true, _) => "oui",
                (false, true) => "?",
                (false, false) => "non",
            };
            vec![
                expert.expert.id.clone(),
                verdict.rule.label().to_owned(),
                sign.to_owned(),
                verdict.sentence.clone(),
            ]
        })
    });
    output.table(&["expert", "rule", "holds", "why"], rows)?;
    Ok(())
}
