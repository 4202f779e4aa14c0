//! `aiguillage explain`: why, why not, what to ask, who is nearest.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

use aiguillage::{Explanation, NeedField};
use clap::Args;

use crate::need_flags::NeedFlags;
use crate::output::Output;
use crate::said::say;
use crate::spoken::language;
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
    let explanation = router.explain_in(&need, language())?;
    let geography = router.directory().geography();
    if explanation.commune_is_likely {
        let zone = explanation.commune;
        doubtful::tell(zone.code(), geography.zone_name(zone).unwrap_or_default(), output);
    }
    if explanation.headcount_differs {
        output.remark(&say!(KindHeadcount), &say!(HeadcountDiffers));
    }
    if arguments.json {
        output.json(&explanation)?;
    } else {
        let commune = geography.zone_name(explanation.commune).unwrap_or_default();
        output.line(say!(SubjectInCommune {
            subject: explanation.subject.label,
            commune,
            code: explanation.commune.code(),
            rules: explanation.rules
        }))?;
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
    let steps: Vec<String> = explanation
        .funnel
        .iter()
        .map(|step| format!("{} {}", step.rule.label_in(language()), step.left))
        .collect();
    output.line(say!(ExpertsLeft { steps: steps.join(" → ") }))?;
    Ok(())
}

fn matching(explanation: &Explanation<'_>, output: &mut Output) -> Result<(), Failure> {
    let matching: Vec<_> = explanation.matching().collect();
    if matching.is_empty() {
        output.line(say!(NobodyMatches))?;
        return Ok(());
    }
    let receiving: HashSet<&str> =
        matching.iter().map(|one| one.replaced_by.unwrap_or(one.expert).id.as_str()).collect();
    let heading = match matching.len() {
        places if places == receiving.len() => say!(SomeMatch { places }),
        // Whoever stands in may have several places, and `match` lists it in the first.
        places => say!(SomeMatchWith { places, receiving: receiving.len() }),
    };
    output.line(heading)?;
    let rows = matching.iter().map(|one| {
        let territory = one.rules.iter().find_map(|rule| rule.zone.map(|_| rule.sentence.clone()));
        let name = match one.replaced_by {
            Some(substitute) => {
                format!("{}\n({})", substitute.name, say!(InsteadOf { name: one.expert.name }))
            }
            None => one.expert.name.clone(),
        };
        vec![name, one.institution.name.clone(), territory.unwrap_or_default()]
    });
    output.table(&[say!(ColumnExpert), say!(ColumnInstitution), say!(ColumnTerritory)], rows)?;
    Ok(())
}

fn missing(explanation: &Explanation<'_>, output: &mut Output) -> Result<(), Failure> {
    if explanation.missing.is_empty() {
        return Ok(());
    }
    output.line(say!(ToAsk))?;
    for fact in &explanation.missing {
        let together = fact.concerns - fact.unlocks;
        let more = if together > 0 { say!(MoreTogether { count: together }) } else { String::new() };
        output.line(say!(MayBring {
            question: question(fact.field),
            field: fact.field,
            count: fact.unlocks,
            more
        }))?;
    }
    Ok(())
}

fn question(field: NeedField) -> String {
    match field {
        NeedField::CreatedOn => say!(AskCreation),
        NeedField::Headcount => say!(AskHeadcount),
        NeedField::Naf => say!(AskNaf),
        NeedField::LegalForm => say!(AskLegalForm),
        NeedField::Origin => say!(AskOrigin),
        NeedField::Opco => say!(AskOpco),
        NeedField::Turnover => say!(AskTurnover),
        NeedField::BalanceSheet => say!(AskBalance),
        NeedField::MicroEntrepreneur => say!(AskMicro),
        NeedField::Activities => say!(AskActivity),
        NeedField::NafaCodes => say!(AskNafa),
        NeedField::Idcc => say!(AskIdcc),
        NeedField::Qualities => say!(AskQualities),
        _ => say!(AskOther),
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
    output.line(say!(NearestOutside))?;
    let rows =
        outside.iter().map(|miss| vec![miss.expert.name.clone(), named(miss.shared), miss.sentence.clone()]);
    output.table(&[say!(ColumnExpert), say!(ColumnReachesInto), say!(ColumnWhyNot)], rows)?;
    Ok(())
}

/// How often each reason stops somebody first.
fn reasons(explanation: &Explanation<'_>, output: &mut Output) -> Result<(), Failure> {
    const MOST: usize = 8;
    let mut reasons: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for expert in &explanation.experts {
        if let Some(first) = expert.stopped_by().next() {
            *reasons.entry((first.rule.label_in(language()), first.sentence.as_str())).or_default() += 1;
        }
    }
    if reasons.is_empty() {
        return Ok(());
    }
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
    let hidden = reasons.len().saturating_sub(MOST);
    output.line(say!(StopsOthers))?;
    let rows = reasons
        .into_iter()
        .take(MOST)
        .map(|((rule, sentence), count)| vec![count.to_string(), rule.to_owned(), sentence.to_owned()]);
    output.table(&[say!(ColumnExperts), say!(ColumnRule), say!(ColumnReason)], rows)?;
    let more = if hidden > 0 { say!(MoreReasons { count: hidden }) } else { String::new() };
    output.line(say!(AllShows { more }))?;
    Ok(())
}

fn everything(explanation: &Explanation<'_>, output: &mut Output) -> Result<(), Failure> {
    let rows = explanation.experts.iter().flat_map(|expert| {
        expert.rules.iter().map(|verdict| {
            let sign = match (verdict.holds, verdict.undetermined) {
                (true, _) => say!(Yes),
                (false, true) => "?".to_owned(),
                (false, false) => say!(No),
            };
            vec![
                expert.expert.id.clone(),
                verdict.rule.label_in(language()).to_owned(),
                sign,
                verdict.sentence.clone(),
            ]
        })
    });
    output.table(&[say!(ColumnExpert), say!(ColumnRule), say!(ColumnHolds), say!(ColumnWhy)], rows)?;
    Ok(())
}
