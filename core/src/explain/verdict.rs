//! The verdict of every rule on every competent expert, through the functions that the router
//! matches by.

use super::case::{Case, verdict};
use super::inactive::Inactive;
use super::{ExpertVerdict, Owner, Rule, RuleVerdict, sentence};
use crate::directory::{Competence, Expert};
use crate::engine::build::served_zones::ServedZones;
use crate::engine::build::zones::joined_zones;
use crate::engine::compiled::Placed;
use crate::engine::facts::Facts;
use crate::engine::find::rules;
use crate::engine::need_opco::OpcoFact;
use crate::engine::offer::joined_offer;
use crate::geography::Zone;
use crate::language::Language;
use crate::need::NeedField;
use crate::router::{Router, ZoneOwner};

/// The verdicts on every expert who holds the subject, by id.
pub(super) fn all<'r>(
    router: &'r Router,
    facts: &Facts<'r, '_>,
    language: Language,
) -> Vec<ExpertVerdict<'r>> {
    let compiled = router.compiled();
    let subject = compiled.subject(facts.subject);
    let holders = compiled.index().holders(facts.subject).iter();
    let cases = holders.map(|holder| {
        let Placed { number, expert, antenne, institution } = compiled.placed(holder.expert);
        Case { router, facts, language, number, subject, expert, antenne, institution }
    });
    cases.map(Case::verdicts).collect()
}

impl<'r> Case<'r, '_> {
    fn verdicts(self) -> ExpertVerdict<'r> {
        let rules = vec![
            self.subject(),
            self.active(),
            self.territory(),
            self.activities(),
            self.opco(),
            self.criteria(),
            self.answers(),
        ];
        // Who has no place gives none.
        let has_place = rules.iter().all(|rule| rule.holds);
        ExpertVerdict {
            expert: self.expert,
            antenne: self.antenne,
            institution: self.institution,
            replaced_by: has_place.then(|| self.replaced_by()).flatten(),
            rules,
        }
    }

    /// Who stands in for the expert, where it is away.
    fn replaced_by(&self) -> Option<&'r Expert> {
        let (compiled, on) = (self.router.compiled(), self.facts.on);
        let is_away = compiled.is_absent(self.number, on);
        let substitute =
            is_away.then(|| compiled.index().substitute(compiled.directory(), self.number, on)).flatten();
        substitute.map(|substitute| compiled.placed(substitute).expert)
    }

    fn subject(&self) -> RuleVerdict<'r> {
        let archived = self.subject.archived;
        RuleVerdict {
            owner: archived.then_some(Owner::Subject),
            ..verdict(Rule::Subject, !archived, sentence::subject(self))
        }
    }

    fn active(&self) -> RuleVerdict<'r> {
        let inactive = Inactive::of(self);
        let is_period = matches!(inactive, Some(Inactive::NotYet(..) | Inactive::NoLonger(..)));
        RuleVerdict {
            owner: inactive.map(Inactive::owner),
            fields: if is_period { vec![NeedField::On] } else { Vec::new() },
            ..verdict(Rule::Active, inactive.is_none(), sentence::active(self, inactive))
        }
    }

    fn territory(&self) -> RuleVerdict<'r> {
        let fields = vec![NeedField::Commune];
        let shard = self.router.compiled().shard(self.facts.subject);
        if !shard.is_offered(&self.facts.chain) {
            let sentence = sentence::theme_elsewhere(self);
            return RuleVerdict {
                owner: Some(Owner::Theme),
                fields,
                ..verdict(Rule::Territory, false, sentence)
            };
        }
        let covering = self.covering_zone();
        let zone = covering.map(|(zone, _)| zone);
        let zone_owner = covering.map_or_else(|| self.narrowest_zone_owner(), |(_, owner)| owner);
        let sentence = sentence::territory(self, zone, zone_owner);
        let owner = Some(match zone_owner {
            ZoneOwner::Competence => Owner::Competence,
            ZoneOwner::Expert => Owner::Expert,
            ZoneOwner::Antenne => Owner::Antenne,
        });
        // Which zone covers is always worth telling.
        let remarkable = true;
        RuleVerdict { owner, zone, fields, remarkable, ..verdict(Rule::Territory, zone.is_some(), sentence) }
    }

    /// The zones in which the expert handles the subject, by competence: of those that count on the day, or of
    /// all where none does.
    fn served_zones(&self) -> impl Iterator<Item = ServedZones<'r>> {
        let in_subject = || self.expert.competences.iter().filter(|one| one.subject == self.subject.id);
        let on = self.facts.on;
        let counts = move |one: &Competence| one.valid.is_none_or(|valid| valid.holds(on));
        let is_any = in_subject().any(counts);
        let (expert, antenne) = (self.expert, self.antenne);
        in_subject()
            .filter(move |one| !is_any || counts(one))
            .map(move |competence| ServedZones::of(competence, expert, antenne))
    }

    /// The narrowest zone that covers the commune, and whose it is.
    fn covering_zone(&self) -> Option<(Zone, ZoneOwner)> {
        let geography = self.router.directory().geography();
        let chain = &self.facts.chain;
        let served: Vec<ServedZones<'r>> = self.served_zones().collect();
        // Only who may cover the place is asked what its zones make up: that takes longer.
        if !served.iter().any(|served| served.may_cover(chain, geography)) {
            return None;
        }
        let only_owner = if let [only] = served.as_slice() { Some(only.owner) } else { None };
        let zones = joined_zones(geography, served);
        let (_, covering) = zones.into_iter().find(|(_, zone)| chain.contains(zone))?;
        let zone = geography.zone_of(covering);
        let owner = only_owner.unwrap_or_else(|| {
            let placed = self.router.compiled().placed(self.number);
            joined_offer(placed, &self.subject.id, zone, (chain, self.facts.on), geography).0
        });
        Some((zone, owner))
    }

    /// Whose zones tell where, where none covers.
    fn narrowest_zone_owner(&self) -> ZoneOwner {
        self.served_zones().map(|served| served.owner).min().unwrap_or(ZoneOwner::Antenne)
    }

    fn activities(&self) -> RuleVerdict<'r> {
        let listed = self.router.compiled().lexicon().activities_of(self.institution);
        let holds = rules::activities(&listed, self.facts);
        RuleVerdict {
            owner: (!listed.is_empty()).then_some(Owner::Institution),
            fields: if listed.is_empty() { Vec::new() } else { vec![NeedField::Activities] },
            remarkable: !listed.is_empty(),
            ..verdict(Rule::Activities, holds, sentence::activities(self, holds))
        }
    }

    fn opco(&self) -> RuleVerdict<'r> {
        let is_opco = self.institution.is_opco();
        let position = self.router.compiled().index().expert(self.number).institution;
        let truth = self.facts.opco.is(position);
        let holds = rules::opco(is_opco.then_some(position), self.facts).is_some();
        RuleVerdict {
            owner: is_opco.then_some(Owner::Institution),
            fields: if is_opco { vec![NeedField::Opco] } else { Vec::new() },
            undetermined: !holds && self.facts.opco == OpcoFact::Unknown,
            remarkable: is_opco,
            ..verdict(Rule::Opco, holds, sentence::opco(self, truth))
        }
    }

    fn answers(&self) -> RuleVerdict<'r> {
        let lexicon = self.router.compiled().lexicon();
        let levels = [
            (Owner::Institution, &self.institution.answer_groups),
            (Owner::Antenne, &self.antenne.answer_groups),
            (Owner::Expert, &self.expert.answer_groups),
        ];
        let levels = levels
            .map(|(owner, groups)| (owner, lexicon.groups_of(groups, self.facts.subject, &self.subject.id)));
        let mut asking = levels.iter().filter(|(_, groups)| !groups.is_empty());
        let refusing = levels.iter().find(|(_, groups)| !rules::answers(groups, self.facts));
        let owner = refusing.or_else(|| asking.next()).map(|(owner, _)| *owner);
        let contradicted = refusing
            .and_then(|(_, groups)| groups.iter().find_map(|group| rules::contradiction(group, self.facts)));
        let questions = lexicon.questions(self.facts.subject);
        let question =
            contradicted.and_then(|contradicted| questions.and_then(|own| own.accepted(contradicted)));
        RuleVerdict {
            owner,
            fields: if owner.is_some() { vec![NeedField::Answers] } else { Vec::new() },
            question: question.as_ref().map(|(question, _)| question.id.as_str()),
            remarkable: owner.is_some(),
            ..verdict(Rule::Answers, refusing.is_none(), sentence::answers(self, owner, question))
        }
    }
}
