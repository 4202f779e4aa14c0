//! A-Tree: one expression for each expert of a subject, one tree for each subject.

use std::collections::HashMap;

use a_tree::{ATree, AttributeDefinition};

use crate::world::{Need, World};
use crate::{Fallible, one_by_one};

/// Above every age and headcount: no bound.
const HUGE: i64 = 1_000_000_001;
/// Every state of the answers is accepted.
const ANY_ANSWER: i64 = 511;

struct Trees {
    trees: HashMap<i64, ATree<i64>>,
    expressions: usize,
}

pub(crate) fn serve(world: &World) -> Fallible<()> {
    let trees = Trees::new(world)?;
    let name = format!("a-tree 0.6.1: one tree for each subject, {} expressions", trees.expressions);
    one_by_one(&name, world, |number| trees.answer(&world.needs[number]), |found| found)
}

impl Trees {
    fn new(world: &World) -> Fallible<Trees> {
        let mut zones: HashMap<(i64, i64, [i64; 12]), Vec<i64>> = HashMap::new();
        for row in &world.rows {
            zones.entry((row.subject, row.expert, row.tests)).or_default().push(row.zone);
        }
        let mut trees = HashMap::new();
        for ((subject, expert, tests), zones) in &zones {
            if !trees.contains_key(subject) {
                trees.insert(*subject, tree()?);
            }
            let Some(tree) = trees.get_mut(subject) else { continue };
            tree.insert(expert, &expression(zones, tests)).map_err(|error| error.to_string())?;
        }
        Ok(Trees { trees, expressions: zones.len() })
    }

    /// The tree answers through references; they are copied out as every peer's are.
    fn answer(&self, need: &Need) -> Fallible<Vec<i64>> {
        let Some(tree) = self.trees.get(&need.subject) else { return Ok(Vec::new()) };
        let mut event = tree.make_event();
        event.with_integer_list("zones", &need.zones)?;
        event.with_integer("opco", need.opco)?;
        event.with_integer_list("activities", &bits(need.activities))?;
        event.with_integer("years_low", need.years[0])?;
        event.with_integer("years_high", need.years[1])?;
        event.with_integer("heads_low", need.heads[0])?;
        event.with_integer("heads_high", need.heads[1])?;
        event.with_integer_list("rejected", &bits(need.rejected))?;
        event.with_integer("answers", need.answers)?;
        let report = tree.search(&event.build()?).map_err(|error| error.to_string())?;
        Ok(report.matches().iter().map(|expert| **expert).collect())
    }
}

fn tree() -> Fallible<ATree<i64>> {
    let attributes = [
        AttributeDefinition::integer_list("zones"),
        AttributeDefinition::integer("opco"),
        AttributeDefinition::integer_list("activities"),
        AttributeDefinition::integer("years_low"),
        AttributeDefinition::integer("years_high"),
        AttributeDefinition::integer("heads_low"),
        AttributeDefinition::integer("heads_high"),
        AttributeDefinition::integer_list("rejected"),
        AttributeDefinition::integer("answers"),
    ];
    Ok(ATree::new(&attributes).map_err(|error| error.to_string())?)
}

fn expression(zones: &[i64], tests: &[i64; 12]) -> String {
    let mut parts = vec![format!("zones one of {zones:?}")];
    if tests[0] >= 0 {
        parts.push(format!("opco = {}", tests[0]));
    }
    if tests[1] != 0 {
        parts.push(format!("(activities is empty or activities one of {:?})", bits(tests[1])));
    }
    let bounds = [
        ("years_low", ">=", -1),
        ("years_high", ">=", 0),
        ("years_high", "<", HUGE),
        ("years_low", "<", HUGE),
        ("heads_low", ">=", -1),
        ("heads_high", ">=", 0),
        ("heads_high", "<", HUGE),
        ("heads_low", "<", HUGE),
    ];
    for ((name, sign, nothing), bound) in bounds.into_iter().zip(&tests[2..10]) {
        if *bound != nothing {
            parts.push(format!("{name} {sign} {bound}"));
        }
    }
    if tests[10] != 0 {
        parts.push(format!("rejected none of {:?}", bits(tests[10])));
    }
    if tests[11] != ANY_ANSWER {
        parts.push(format!("answers in {:?}", bits(tests[11])));
    }
    parts.join(" and ")
}

fn bits(mask: i64) -> Vec<i64> {
    (0..63).filter(|number| mask >> number & 1 == 1).collect()
}
