// json-rules-engine: one engine for each subject, one rule for each expert.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { Engine } from "json-rules-engine";

const NEEDS = 200;
const HUGE = 1_000_000_001;
const world = process.argv[2];
const { version } = createRequire(import.meta.url)("json-rules-engine/package.json");

const bits = (mask) => {
  const list = [];
  for (let left = BigInt(mask), number = 0; left > 0n; left >>= 1n, number += 1) if (left & 1n) list.push(number);
  return list;
};

const subjects = new Map();
for (const line of readFileSync(`${world}/rows.tsv`, "utf8").trimEnd().split("\n")) {
  const [subject, zone, ...rest] = line.split("\t");
  const experts = subjects.get(subject) ?? subjects.set(subject, new Map()).get(subject);
  const key = rest.join("\t");
  const expert = experts.get(key) ?? experts.set(key, []).get(key);
  expert.push(Number(zone));
}

// The bounds as the rows have them: which end of the interval, how compared, what means no bound.
const BOUNDS = [
  ["yearsLow", "greaterThanInclusive", -1], ["yearsHigh", "greaterThanInclusive", 0],
  ["yearsHigh", "lessThan", HUGE], ["yearsLow", "lessThan", HUGE],
  ["headsLow", "greaterThanInclusive", -1], ["headsHigh", "greaterThanInclusive", 0],
  ["headsHigh", "lessThan", HUGE], ["headsLow", "lessThan", HUGE],
];

const engines = new Map();
for (const [subject, experts] of subjects) {
  const engine = new Engine();
  engine.addOperator("shares", (given, own) => given.some((one) => own.includes(one)));
  engine.addOperator("sharesNone", (given, own) => !given.some((one) => own.includes(one)));
  engine.addOperator("sharesOrEmpty", (given, own) => given.length === 0 || given.some((one) => own.includes(one)));
  for (const [key, zones] of experts) {
    const cells = key.split("\t");
    const [expert, opco, activities] = cells.map(Number);
    const all = [{ fact: "zones", operator: "shares", value: zones }];
    if (opco >= 0) all.push({ fact: "opco", operator: "equal", value: opco });
    if (activities) all.push({ fact: "activities", operator: "sharesOrEmpty", value: bits(activities) });
    BOUNDS.forEach(([fact, operator, nothing], place) => {
      const value = Number(cells[3 + place]);
      if (value !== nothing) all.push({ fact, operator, value });
    });
    if (cells[11] !== "0") all.push({ fact: "rejected", operator: "sharesNone", value: bits(cells[11]) });
    if (cells[12] !== "511") all.push({ fact: "answers", operator: "in", value: bits(cells[12]) });
    engine.addRule({ conditions: { all }, event: { type: "found", params: { expert } } });
  }
  engines.set(subject, engine);
}

const needs = readFileSync(`${world}/needs.jsonl`, "utf8").trimEnd().split("\n").slice(0, NEEDS).map((line) => {
  const need = JSON.parse(line);
  // The mask has 63 bits, more than a number holds: it is read again as text.
  const rejected = /"rejected":(\d+)/.exec(line)[1];
  const { zones, opco, activities, years, heads, answers } = need.columns;
  const facts = {
    zones, opco, activities: bits(activities), yearsLow: years[0], yearsHigh: years[1],
    headsLow: heads[0], headsHigh: heads[1], rejected: bits(rejected), answers,
  };
  const expected = need.expected.map((id) => Number(id.split("-")[1])).sort((a, b) => a - b);
  return { engine: engines.get(String(need.columns.subject)), facts, expected };
});

const name = `json-rules-engine ${version}, Node ${process.versions.node}: one engine for each subject`;
for (const { engine, facts, expected } of needs) {
  const { events } = await engine.run(facts);
  const found = events.map((event) => event.params.expert).sort((a, b) => a - b);
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`wrong answer: ${found} for ${expected}`);
}
console.log(JSON.stringify({ name, count: needs.length }));

// Each line that comes in asks for a round, which goes over all needs twice; the times of the second
// pass are the reply.
for await (const _ of createInterface({ input: process.stdin })) {
  let times;
  for (let pass = 0; pass < 2; pass += 1) {
    times = [];
    for (const { engine, facts } of needs) {
      const start = performance.now();
      await engine.run(facts);
      times.push(Math.round((performance.now() - start) * 1e6));
    }
  }
  console.log(JSON.stringify({ times }));
}
