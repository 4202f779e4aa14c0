//! The verdict of every rule on every competent expert, through the functions that the router
//! matches by.

use super::{ExpertVerdict, Owner, Rule, RuleVerdict, sentence};
use crate::directory::{Antenne, Criterion, Expert, Institution, Rules};
use crate::engine::build::territory;
use crate::engine::conditions::Condition;
use crate::engine::criteria::{Assessment, Test};
use crate::engine::facts::Facts;
use crate::engine::find::held::Holder;
use crate::engine::find::index::OwnersTests;
use crate::engine::find::rules;
use crate::geography::Zone;
use crate::need::NeedField;
use crate::router::{Router, ZoneOwner};

/// One expert and the need, while its verdicts are made.
pub(super) struct Case<'r, 'f> {
    pub(super) router: &'r Router,
    pub(super) facts: &'f Facts<'r, 'f>,
    pub(super) number: u32,
    pub(super) subject_id: &'r str,
    pub(super) expert: &'r Expert,
    pub(super) antenne: &'r Antenne,
    pub(super) institution: &'r Institution,
}

pub(super) fn all<'r>(router: &'r Router, facts: &Facts<'r, '_>) -> Vec<ExpertVerdict<'r>> {
    let directory = router.directory();
    let index = router.index();
    let subject_id = directory.subjects()[facts.subject as usize].id.as_str();
    let competent = &index.competent[facts.subject as usize];
    let verdict = |holder: &Holder| {
        let indexed = &index.experts[holder.expert as usize];
        let case = Case {
            router,
            facts,
            number: holder.expert,
            subject_id,
            expert: &directory.experts()[indexed.position as usize],
            antenne: &directory.antennes()[indexed.antenne as usize],
            institution: &directory.institutions()[indexed.institution as usize],
        };
        let rules = vec![
            case.subject(),
            case.active(),
            case.territory(),
            case.activities(),
            case.opco(),
            case.criteria(),
            case.answers(),
        ];
        ExpertVerdict {
            expert: case.expert,
            antenne: case.antenne,
            institution: case.institution,
            matches: rules.iter().all(|verdict| verdict.holds),
            rules,
        }
    };
    competent.iter().map(verdict).collect()
}

fn verdict<'r>(rule: Rule, holds: bool, sentence: String) -> RuleVerdict<'r> {
    RuleVerdict {
        rule,
        holds,
        undetermined: false,
        owner: None,
        criterion: None,
        fields: Vec::new(),
        zone: None,
        question: None,
        sentence,
    }
}

impl<'r> Case<'r, '_> {
    fn subject(&self) -> RuleVerdict<'r> {
        let subject = &self.router.directory().subjects()[self.facts.subject as usize];
        RuleVerdict {
            owner: subject.archived.then_some(Owner::Subject),
            ..verdict(Rule::Subject, !subject.archived, sentence::subject(subject))
        }
    }

    fn active(&self) -> RuleVerdict<'r> {
        let owner = if !self.expert.active {
            Some(Owner::Expert)
        } else if !self.antenne.active {
            Some(Owner::Antenne)
        } else if !self.institution.active {
            Some(Owner::Institution)
        } else {
            None
        };
        RuleVerdict { owner, ..verdict(Rule::Active, owner.is_none(), sentence::active(owner)) }
    }

    fn territory(&self) -> RuleVerdict<'r> {
        let geography = self.router.directory().geography();
        let fields = vec![NeedField::Commune];
        if !self.router.shard(self.facts.subject).is_offered(&self.facts.chain) {
            let sentence = sentence::theme_elsewhere(self);
            return RuleVerdict {
                owner: Some(Owner::Theme),
                fields,
                ..verdict(Rule::Territory, false, sentence)
            };
        }
        let mut owner = ZoneOwner::Antenne;
        let mut covering: Option<(u8, ZoneOwner, Zone)> = None;
        let held = self.expert.competences.iter().filter(|competence| competence.subject == self.subject_id);
        for (rank, competence) in held.enumerate() {
            let territory = territory::of(competence, self.expert, self.antenne);
            owner = if rank == 0 { territory.owner } else { owner.min(territory.owner) };
            let everything = territory.everything.then_some(Zone::FRANCE);
            for zone in territory.zones.iter().copied().chain(everything) {
                let Some(id) = geography.zone_id(zone).filter(|id| self.facts.chain.contains(id)) else {
                    continue;
                };
                let found = (geography.level(id), territory.owner, zone);
                covering = Some(covering.map_or(found, |best| best.min(found)));
            }
        }
        let (zone, owner) = match covering {
            Some((_, owner, zone)) => (Some(zone), owner),
            None => (None, owner),
        };
        let sentence = sentence::territory(self, zone, owner);
        let owner = Some(match owner {
            ZoneOwner::Competence => Owner::Competence,
            ZoneOwner::Expert => Owner::Expert,
            ZoneOwner::Antenne => Owner::Antenne,
        });
        RuleVerdict { owner, zone, fields, ..verdict(Rule::Territory, zone.is_some(), sentence) }
    }

    fn activities(&self) -> RuleVerdict<'r> {
        let listed = self.router.lexicon().activities_of(self.institution);
        let holds = rules::activities(&listed, self.facts);
        let sentence = sentence::activities(self, holds);
        RuleVerdict {
            owner: (!listed.is_empty()).then_some(Owner::Institution),
            fields: if listed.is_empty() { Vec::new() } else { vec![NeedField::Activities] },
            ..verdict(Rule::Activities, holds, sentence)
        }
    }

    fn opco(&self) -> RuleVerdict<'r> {
        let own =
            self.institution.is_opco().then(|| self.router.index().experts[self.number as usize].institution);
        let holds = rules::opco(own, self.facts);
        RuleVerdict {
            owner: own.map(|_| Owner::Institution),
            fields: if own.is_some() { vec![NeedField::Opco] } else { Vec::new() },
            undetermined: !holds && self.facts.opco.is_none(),
            ..verdict(Rule::Opco, holds, sentence::opco(self, holds))
        }
    }

    fn criteria(&self) -> RuleVerdict<'r> {
        let index = self.router.index();
        let indexed = &index.experts[self.number as usize];
        let OwnersTests { institutions, antennes, experts } = &index.tests;
        let levels = [
            (Owner::Institution, &self.institution.criteria, &institutions[indexed.institution as usize]),
            (Owner::Antenne, &self.antenne.criteria, &antennes[indexed.antenne as usize]),
            (Owner::Expert, &self.expert.criteria, &experts[self.number as usize]),
        ];
        let mut any = false;
        let mut rejection: Option<Rejection<'r>> = None;
        for (owner, criteria, tests) in levels {
            let applying: Vec<(&'r Criterion, &'r Test)> = criteria
                .iter()
                .zip(tests.iter().flat_map(|tests| tests.iter()))
                .filter(|(criterion, _)| criterion.applies_to(self.subject_id))
                .map(|(criterion, own)| (criterion, &own.test))
                .collect();
            any |= !applying.is_empty();
            let verdicts = applying.iter().map(|(_, test)| test.accepts(self.facts));
            if rules::level(verdicts, index.rules).is_some() {
                continue;
            }
            let found = rejection_of(owner, &applying, index.rules, self);
            // What is known to reject tells more than what is not known.
            rejection = Some(match rejection {
                None => found,
                Some(first) => first.and(found),
            });
        }
        match rejection {
            None => verdict(Rule::Criteria, true, sentence::criteria_hold(any)),
            Some(rejection) => {
                let sentence = sentence::criterion(self, &rejection);
                RuleVerdict {
                    owner: Some(rejection.owner),
                    criterion: Some(rejection.criterion),
                    undetermined: rejection.undetermined,
                    fields: rejection.fields,
                    ..verdict(Rule::Criteria, false, sentence)
                }
            }
        }
    }

    fn answers(&self) -> RuleVerdict<'r> {
        let directory = self.router.directory();
        let groups = self.router.lexicon().groups_of(self.institution, self.facts.subject, self.subject_id);
        let holds = rules::answers(&groups, self.facts);
        let contradicted =
            groups.iter().find_map(|group| rules::contradiction(group, self.facts)).filter(|_| !holds);
        let questions = &directory.subjects()[self.facts.subject as usize].questions;
        let question = contradicted.and_then(|number| questions.get(usize::from(number)));
        RuleVerdict {
            owner: (!groups.is_empty()).then_some(Owner::Institution),
            fields: if groups.is_empty() { Vec::new() } else { vec![NeedField::Answers] },
            question: question.map(|question| question.id.as_str()),
            ..verdict(Rule::Answers, holds, sentence::answers(!groups.is_empty(), question))
        }
    }
}

/// Why the criteria reject.
pub(super) struct Rejection<'r> {
    pub(super) owner: Owner,
    pub(super) criterion: &'r Criterion,
    pub(super) condition: Condition,
    pub(super) undetermined: bool,
    /// The fact that decided, or all those that are not known.
    pub(super) fields: Vec<NeedField>,
}

impl Rejection<'_> {
    /// Two levels that both reject. Where nothing known rejects, all that is not known is missing.
    fn and(self, other: Self) -> Self {
        match (self.undetermined, other.undetermined) {
            (true, false) => other,
            (true, true) => {
                let mut fields = self.fields;
                fields.extend(other.fields);
                fields.sort_unstable();
                fields.dedup();
                Rejection { fields, ..self }
            }
            _ => self,
        }
    }
}

/// Why a level rejects. Under `every`, one criterion that is known to fail is enough, and else all
/// that is unknown to any is missing. Under `any-in-level` the criterion counts that lacks the least.
fn rejection_of<'r>(
    owner: Owner,
    applying: &[(&'r Criterion, &Test)],
    rules: Rules,
    case: &Case<'r, '_>,
) -> Rejection<'r> {
    let assessed: Vec<(&'r Criterion, Assessment)> = applying
        .iter()
        .map(|(criterion, test)| (*criterion, test.assess(case.facts)))
        .filter(|(_, assessment)| !assessment.accepts())
        .collect();
    let fields = |conditions: &mut dyn Iterator<Item = Condition>| {
        let mut fields: Vec<NeedField> = conditions.map(|condition| condition.field()).collect();
        fields.sort_unstable();
        fields.dedup();
        fields
    };
    let known = assessed
        .iter()
        .find_map(|(criterion, assessment)| Some((*criterion, assessment.failing.iter().next()?)));
    let open = || assessed.iter().filter(|(_, assessment)| assessment.failing.is_empty());
    let open_least = open().min_by_key(|(_, assessment)| fields(&mut assessment.undetermined.iter()).len());
    let known_decides = match rules {
        Rules::Every => known.is_some(),
        Rules::AnyInLevel => open_least.is_none(),
    };
    match (known, open_least) {
        (Some((criterion, condition)), _) if known_decides => {
            Rejection { owner, criterion, condition, undetermined: false, fields: vec![condition.field()] }
        }
        (_, Some((criterion, assessment))) => {
            let fields = match rules {
                Rules::Every => {
                    fields(&mut open().flat_map(|(_, assessment)| assessment.undetermined.iter()))
                }
                Rules::AnyInLevel => fields(&mut assessment.undetermined.iter()),
            };
            let condition = assessment.undetermined.iter().next().unwrap_or(Condition::Origins);
            Rejection { owner, criterion, condition, undetermined: true, fields }
        }
        // A level that rejects has a criterion that does.
        (known, None) => {
            let (criterion, condition) = known.unwrap_or((applying[0].0, Condition::Origins));
            Rejection { owner, criterion, condition, undetermined: false, fields: vec![condition.field()] }
        }
    }
}
