// Writes the nomenclatures of activities that the library embeds: the codes of NAF rév. 2 and of NAF 2025 with
// their labels, and INSEE's table of correspondence between them.
//
//   node core/data/make-naf.mjs core/data/naf-2026.bin 2026 REV2_LABELS NAF_2025_LABELS CORRESPONDENCE
//
// The three tables are INSEE's, as CSV in UTF-8: `code,label` twice, and `from,to`. The same tables give the same
// bytes. The reader is core/src/codes/naf/embedded.rs; README.md, beside this file, describes the format.
import { readFileSync, writeFileSync } from 'node:fs'

const [output, yearText, rev2File, naf2025File, correspondenceFile] = process.argv.slice(2)
const year = Number(yearText)
if (!correspondenceFile || !(year > 2000 && year < 3000)) {
  console.error('usage: node make-naf.mjs OUTPUT YEAR REV2_LABELS NAF_2025_LABELS CORRESPONDENCE')
  process.exit(2)
}
const fail = message => {
  throw new Error(message)
}

/** The rows of a CSV file below its header: two cells each, the second of which may be quoted. */
function rows(file, header) {
  const [first, ...lines] = readFileSync(file, 'utf8').replace(/^\uFEFF/, '').trimEnd().split(/\r?\n/)
  if (first !== header) fail(`${file} begins with ${first}, not with ${header}`)
  return lines.map(line => {
    const [, left, quoted, bare] = /^([^,"]+),(?:"((?:[^"]|"")*)"|([^,"]*))$/.exec(line) ?? fail(`${file}: ${line}`)
    return [left, quoted?.replaceAll('""', '"') ?? bare]
  })
}

/** The code as a number, in the order of the codes. */
function number(code) {
  if (!/^\d\d\.\d\d[A-Z]$/.test(code)) fail(`${code} is no code of an activity`)
  return Number(code.slice(0, 2) + code.slice(3, 5)) * 26 + code.charCodeAt(5) - 65
}

/** The labels of a nomenclature, each with the number of its code, in the order of the codes. */
function nomenclature(file) {
  const entries = rows(file, 'code,label').map(([code, label]) => ({ code: number(code), label: label.trim() }))
  entries.sort((a, b) => a.code - b.code)
  entries.forEach(({ code, label }, i) => {
    if (i > 0 && entries[i - 1].code === code) fail(`${file} has the code ${code} twice`)
    if (!label || / {2}|\n/.test(label)) fail(`a label of ${file} is blank, or has two spaces in a row`)
  })
  return entries
}

const rev2 = nomenclature(rev2File)
const naf2025 = nomenclature(naf2025File)
const places = entries => new Map(entries.map(({ code }, place) => [code, place]))
const [rev2Places, naf2025Places] = [places(rev2), places(naf2025)]
const targets = rev2.map(() => new Set())
const pairs = rows(correspondenceFile, 'from,to')
for (const [from, to] of pairs) {
  const place = rev2Places.get(number(from)) ?? fail(`${from} has no label`)
  targets[place].add(naf2025Places.get(number(to)) ?? fail(`${to} has no label`))
}

// A label that both nomenclatures have is written once.
const placeOfLabel = new Map(rev2.map(({ label }, place) => [label, place]))
const written = [...rev2, ...naf2025.filter(({ label }) => !placeOfLabel.has(label))].map(({ label }) => label)
const counts = new Map()
for (const word of written.flatMap(label => label.split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1)
const words = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1))
const wordPlaces = new Map(words.map((word, place) => [word, place]))

function varint(value) {
  const bytes = []
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128)
  return [...bytes, value]
}
const varints = numbers => Buffer.from(numbers.flatMap(varint))
const rising = numbers => numbers.map((n, i) => (i === 0 ? n + 1 : n - numbers[i - 1]))
const ascending = set => [...set].sort((a, b) => a - b)
const spelled = label => {
  const numbers = label.split(' ').map(word => wordPlaces.get(word))
  return [numbers.length, ...numbers]
}

const sections = [
  Buffer.from(`NAF rév. 2, NAF 2025 et leur table de passage, ${year} (INSEE)`, 'utf8'),
  varints(rising(rev2.map(({ code }) => code))),
  varints(rising(naf2025.map(({ code }) => code))),
  varints(targets.flatMap(set => [set.size, ...ascending(set)])),
  Buffer.from(words.map(word => `${word}\n`).join(''), 'utf8'),
  varints(rev2.flatMap(({ label }) => spelled(label))),
  varints(naf2025.flatMap(({ label }) => (placeOfLabel.has(label) ? [0, placeOfLabel.get(label)] : spelled(label))))
]
const header = Buffer.alloc(10)
header.write('AIGUINAF', 'latin1')
header.writeUInt16LE(1, 8) // version of the format
const bytes = Buffer.concat([
  header,
  ...sections.flatMap(section => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(section.length)
    return [length, section]
  })
])
writeFileSync(output, bytes)

console.log(`${rev2.length} codes of NAF rév. 2, ${naf2025.length} of NAF 2025, ${pairs.length} pairs`)
console.log(`${placeOfLabel.size} and ${written.length - rev2.length} labels of ${words.length} words`)
console.log(`${bytes.length} bytes to ${output}`)
