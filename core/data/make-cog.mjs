// Writes the geography that the library embeds: the Code officiel géographique (INSEE) of one year, and
// the names, EPCI and régions of the past, from the earlier versions of the same package.
//
// `make cog` runs it; next year, add the package's new version there, and change the year:
//
//   node core/data/make-cog.mjs core/data/cog-2026.bin 2026 EARLIEST_PACKAGE … LATEST_PACKAGE
//
// Node 20.15 or later (for `zlib.crc32`). The same packages give the same bytes.
// The reader is core/src/geography/decode.rs; README.md, beside this file, describes the format.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { formerGroups, formerNames, formerRegions } from './cog-past.mjs'

const [output, yearText, ...folders] = process.argv.slice(2)
const year = Number(yearText)
if (folders.length === 0 || !output || !(year > 2000 && year < 3000)) {
  console.error('usage: node make-cog.mjs OUTPUT YEAR EARLIEST_PACKAGE … LATEST_PACKAGE')
  process.exit(2)
}
const file = (folder, name) => join(folder, 'data', `${name}.json`)
/** The lists of that name in every version that has one, the earliest first. */
const editions = name =>
  folders.filter(folder => existsSync(file(folder, name))).map(folder => JSON.parse(readFileSync(file(folder, name), 'utf8')))
const read = name => editions(name).at(-1)
const byCode = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
const fail = message => {
  throw new Error(message)
}

/** The code as a number, in the order of the codes: 2A and 2B are between 29 and 30. */
function slot(code) {
  if (!/^(\d\d|2[AB])\d{3}$/.test(code)) fail(`${code} is no commune code`)
  const head = code.slice(0, 2)
  const number = Number(head)
  const prefix = head === '2A' ? 30 : head === '2B' ? 31 : number < 30 ? number : number + 2
  return prefix * 1000 + Number(code.slice(2))
}

// What there is
const communes = read('communes')
const isPlace = c => c.type === 'commune-actuelle' || c.type === 'arrondissement-municipal'
const places = communes.filter(isPlace).sort(byCode)
const ept = read('ept').sort(byCode)
const epci = read('epci').sort(byCode)
const departements = read('departements').sort(byCode)
// The package invents régions for the overseas collectivities: they have none.
const regions = read('regions').filter(r => r.zone !== 'com').sort(byCode)

const indexes = list => new Map(list.map((item, index) => [item.code, index]))
const placeIndex = indexes(places)
const departementIndex = indexes(departements)
const regionIndex = indexes(regions)
const place = code => placeIndex.get(code) ?? fail(`${code} is no current commune`)
const members = list => {
  const map = new Map()
  list.forEach(({ code, membres }, index) => {
    for (const member of membres) {
      place(member.code)
      if (map.has(member.code)) fail(`${member.code} is in two groups, one of them ${code}`)
      map.set(member.code, index)
    }
  })
  return map
}
const eptOf = members(ept)
const epciOf = members(epci)

// Former codes. A delegated or associated commune wins over a mere former code.
const former = new Map()
for (const c of communes) {
  for (const code of c.anciensCodes ?? []) former.set(code, { place: place(c.code), kind: 0 })
}
for (const c of communes.filter(c => !isPlace(c))) {
  const kind = { 'commune-deleguee': 1, 'commune-associee': 2 }[c.type] ?? fail(`unknown type ${c.type}`)
  former.set(c.code, { place: place(c.chefLieu), kind })
}
// A current commune wins over both.
for (const c of places) former.delete(c.code)
const formerCodes = [...former.keys()].sort((a, b) => slot(a) - slot(b))
const postalCodes = [...new Set(places.flatMap(c => c.codesPostaux ?? []))].sort()
const postalIndex = new Map(postalCodes.map((code, index) => [code, index]))


// What there was. Earlier lists name communes of their year, which lead to one of today.
const isCurrent = code => placeIndex.has(code)
const today = code => placeIndex.get(code) ?? former.get(code)?.place
const { names: pastNames, lost } = formerNames(places, today, isCurrent, editions('communes'), editions('historique-communes').at(-1))
const pastGroups = formerGroups(editions('epci'), new Set(epci.map(z => z.code)))
const wideCount = ept.length + epci.length
const pastZones = [
  ...pastGroups.map(({ code, nom, members }) => ({
    zone: `epci:${code}`,
    nom,
    members: members.map(code => today(code) ?? fail(`${code} of a former EPCI leads nowhere`))
  })),
  ...formerRegions().map(({ code, nom, members }) => ({
    zone: `region:${code}`,
    nom,
    members: members.map(code => places.length + wideCount + departementIndex.get(code))
  }))
].map(zone => ({ ...zone, members: [...new Set(zone.members)].sort((a, b) => a - b) }))

// How it is written
function varint(number) {
  if (!Number.isInteger(number) || number < 0 || number > 0xffffffff) fail(`${number} is no u32`)
  const bytes = []
  while (number > 127) {
    bytes.push((number % 128) + 128)
    number = Math.floor(number / 128)
  }
  bytes.push(number)
  return bytes
}
const varints = numbers => Buffer.from(numbers.flatMap(varint))
const lines = texts => {
  if (texts.some(text => !text || text.includes('\n'))) fail('an empty name, or one of two lines')
  return Buffer.from(texts.map(text => `${text}\n`).join(''), 'utf8')
}
/** The difference of each number to the one before it; the first one is counted from -1. */
const rising = numbers => numbers.map((n, i) => (i === 0 ? n + 1 : n - numbers[i - 1]))
const plusOne = index => (index === undefined ? 0 : index + 1)
const parentOf = c => c.commune ?? c.code

const sections = [
  Buffer.from(`Code officiel géographique ${year} (INSEE)`, 'utf8'),
  varints(rising(places.map(c => slot(c.code)))),
  lines([
    ...ept.map(z => `ept:${z.code}`),
    ...epci.map(z => `epci:${z.code}`),
    ...departements.map(z => `departement:${z.code}`),
    ...regions.map(z => `region:${z.code}`)
  ]),
  lines([...places, ...ept, ...epci, ...departements, ...regions].map(z => z.nom)),
  varints(places.map(c => c.population ?? 0)),
  varints(places.flatMap((c, index) => (c.commune ? [index, place(c.commune)] : []))),
  // Arrondissements inherit the groups of their commune.
  varints(places.map(c => plusOne(eptOf.get(parentOf(c))))),
  varints(places.map(c => plusOne(epciOf.get(parentOf(c))))),
  varints(places.map(c => plusOne(departementIndex.get(c.departement)))),
  varints(departements.map(d => plusOne(regionIndex.get(d.region)))),
  varints(rising(formerCodes.map(slot))),
  varints(formerCodes.flatMap(code => [former.get(code).kind, former.get(code).place])),
  varints(rising(postalCodes.map(Number))),
  varints(
    places.flatMap(c => {
      const codes = [...(c.codesPostaux ?? [])].sort().map(code => postalIndex.get(code))
      return [codes.length, ...codes]
    })
  ),
  lines(pastNames.map(({ name }) => name)),
  varints(pastNames.map(({ place }, i) => place - (i === 0 ? 0 : pastNames[i - 1].place))),
  lines(pastZones.map(({ zone }) => zone)),
  lines(pastZones.map(({ nom }) => nom)),
  varints(pastZones.flatMap(({ members }) => [members.length, ...members]))
]
const payload = Buffer.concat(
  sections.flatMap(section => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(section.length)
    return [length, section]
  })
)
const header = Buffer.alloc(20)
header.write('AIGUICOG', 'latin1')
header.writeUInt16LE(2, 8) // version of the format
header.writeUInt16LE(year, 10)
header.writeUInt32LE(header.length + payload.length, 12)
header.writeUInt32LE(crc32(payload), 16)
writeFileSync(output, Buffer.concat([header, payload]))

const count = type => communes.filter(c => c.type === type).length
console.log(`${count('commune-actuelle')} communes, ${count('arrondissement-municipal')} municipal arrondissements`)
console.log(`${count('commune-deleguee')} delegated and ${count('commune-associee')} associated communes`)
console.log(`${formerCodes.length} former codes, ${postalCodes.length} postal codes`)
console.log(
  `${ept.length} EPT, ${epci.length} EPCI, ${departements.length} départements and collectivities, ${regions.length} régions`
)
console.log(`${pastNames.length} names of the past, ${pastGroups.length} former EPCI; ${lost} entries lead nowhere`)
console.log(`${header.length + payload.length} bytes to ${output}`)
