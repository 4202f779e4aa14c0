// Makes `agreements.txt`, the OPCO of collective agreements, from two published tables:
//
//   node core/data/make-agreements.mjs IDCC-OPCO.csv IDCC-MERGED.csv
//
// The first has a row for each agreement and OPCO with the number of facilities (`idcc,opco,sirets`), counted in
// France compétences' table of SIRET and OPCO; the second an agreement that was merged and the one that it joined
// (`idcc,into`), from the ministère du Travail. An OPCO with under 1 % of an agreement's facilities does not share it.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands for no agreement: other statuses, none, not known, in course of attribution. */
const ESCAPES = new Set(['5100', '5501', '9998', '9999']);
const LEAST_SHARE = 0.01;

function rows(path) {
  const [header, ...lines] = readFileSync(path, 'utf8').replace(/^\uFEFF/, '').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, number) => [names[number], cell])));
}

const [, , pairs, merged] = process.argv;
if (merged === undefined) throw new Error('usage: node make-agreements.mjs IDCC-OPCO.csv IDCC-MERGED.csv');

const facilities = new Map();
for (const { idcc, opco, sirets } of rows(pairs)) {
  if (ESCAPES.has(idcc)) continue;
  if (!facilities.has(idcc)) facilities.set(idcc, new Map());
  facilities.get(idcc).set(opco, Number(sirets));
}

const agreements = new Map();
for (const [idcc, counts] of facilities) {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const sharing = [...counts].filter(([, count]) => count / all >= LEAST_SHARE).map(([opco]) => opco);
  const key = sharing.sort().join(' ');
  agreements.set(key, [...(agreements.get(key) ?? []), idcc]);
}

const joined = new Map();
for (const { idcc, into } of rows(merged)) joined.set(into, [...(joined.get(into) ?? []), idcc]);

const lines = (map, prefix) => [...map].sort().map(([key, list]) => `${prefix}${key}: ${list.sort().join(' ')}\n`);
const text = `# OPCO: agreements. Then agreements that were merged, behind the one that they joined.\n${[
  ...lines(agreements, ''),
  ...lines(joined, '> '),
].join('')}`;
writeFileSync(join(import.meta.dirname, 'agreements.txt'), text);
console.log(`${facilities.size} agreements, ${rows(merged).length} merged ones, ${text.length} bytes`);
