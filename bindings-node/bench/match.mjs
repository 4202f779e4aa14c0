// What a call costs, on a national directory of the generator:
//
//   cargo run --release --package aiguillage-benches --example export -- target/world national 2000
//   node bindings-node/bench/match.mjs target/world
//
// Each figure is the mean over all needs, of the best round and of the median one: they are far apart
// where the machine is not quiet.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Router, version } from '../dist/index.mjs';

const folder = process.argv[2] ?? join(import.meta.dirname ?? '.', '../../target/world');
const router = Router.fromJson(readFileSync(join(folder, 'directory.json'), 'utf8'));
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
const needs = readFileSync(join(folder, 'needs.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => Object.fromEntries(Object.entries(JSON.parse(line).need).map(([name, value]) => [camel(name), value])));

const sorted = (numbers) => numbers.sort((a, b) => a - b);

/** Microseconds a need, of each round. */
function measure(call, rounds = 40) {
  const round = () => {
    const start = process.hrtime.bigint();
    for (const need of needs) call(need);
    return Number(process.hrtime.bigint() - start) / 1000 / needs.length;
  };
  for (let warm = 0; warm < 5; warm++) round();
  return sorted(Array.from({ length: rounds }, round));
}

function show(what, rounds) {
  const [best, median] = [rounds[0], rounds[rounds.length >> 1]].map((time) => time.toFixed(2).padStart(9));
  console.log(`${what.padEnd(52)}${best}${median}`);
}

let found = 0;
for (const need of needs) found += router.matchExperts(need).length;
console.log(
  `aiguillage ${version}, Node ${process.version}: ${router.directory.experts.length} experts, ` +
    `${needs.length} needs, ${(found / needs.length).toFixed(1)} matches each, ` +
    `${(needs.reduce((sum, need) => sum + Object.keys(need).length, 0) / needs.length).toFixed(1)} fields`,
);

console.log(`${'µs a need'.padEnd(52)}     best   median`);

let kept = 0;
show('matchExperts(need)', measure((need) => (kept += router.matchExperts(need).length)));
show('matchExperts(need), every match read', measure((need) => {
  for (const match of router.matchExperts(need)) kept += match.expert.name.length + match.zone.length;
}));
show('matchExperts(need, { limit: 5 })', measure((need) => (kept += router.matchExperts(need, { limit: 5 }).length)));
show('matchExperts(need) as JSON text', measure((need) => (kept += JSON.stringify(router.matchExperts(need)).length)));
const few = needs.splice(0, needs.length, ...needs.slice(0, 100));
show('explain(need)', measure((need) => (kept += router.explain(need).funnel.length), 3));
needs.splice(0, needs.length, ...few);

const many = Array.from({ length: 100_000 }, (_, row) => needs[row % needs.length]);
const batch = async (look) => {
  const start = process.hrtime.bigint();
  const results = await router.matchBatch(many);
  if (look) for (const result of results) kept += result.length;
  return Number(process.hrtime.bigint() - start) / 1000 / many.length;
};
for (const [what, look] of [
  ['matchBatch of 100,000, a need', false],
  ['matchBatch of 100,000, a need, every result read', true],
]) {
  const rounds = [];
  for (let round = 0; round < 7; round++) rounds.push(await batch(look));
  show(what, sorted(rounds));
}
if (kept === 0) throw new Error('nothing was found');
