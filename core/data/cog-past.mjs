// What the territory was called and how it was grouped before: read by make-cog.mjs from the earlier
// versions of the package.

/** The régions of before 2016 that are none any more (law 2015-29), by their INSEE codes. */
const REGIONS_BEFORE_2016 = [
  ['21', 'Champagne-Ardenne', '08 10 51 52'],
  ['22', 'Picardie', '02 60 80'],
  ['23', 'Haute-Normandie', '27 76'],
  ['25', 'Basse-Normandie', '14 50 61'],
  ['26', 'Bourgogne', '21 58 71 89'],
  ['31', 'Nord-Pas-de-Calais', '59 62'],
  ['41', 'Lorraine', '54 55 57 88'],
  ['42', 'Alsace', '67 68'],
  ['43', 'Franche-Comté', '25 39 70 90'],
  ['54', 'Poitou-Charentes', '16 17 79 86'],
  ['72', 'Aquitaine', '24 33 40 47 64'],
  ['73', 'Midi-Pyrénées', '09 12 31 32 46 65 81 82'],
  ['74', 'Limousin', '19 23 87'],
  ['82', 'Rhône-Alpes', '01 07 26 38 42 69 73 74'],
  ['83', 'Auvergne', '03 15 43 63'],
  ['91', 'Languedoc-Roussillon', '11 30 34 48 66']
]

/** A name without case, accents, hyphens and apostrophes, as core/src/text.rs folds it. */
function fold(name) {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return letters.replaceAll('œ', 'oe').replaceAll('æ', 'ae').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/**
 * The names that places had, or that their parts have or had: `[{ place, name }]`, by place and name.
 *
 * `today` gives the place that a code leads to, if any. `editions` are the lists of communes of each
 * version, `history` the events since 1943 that version 0.8.0 holds.
 */
export function formerNames(places, today, isCurrent, editions, history) {
  const known = places.map(place => new Set([fold(place.nom)]))
  const names = []
  const add = (place, name) => {
    const folded = fold(name)
    if (known[place].has(folded)) return
    known[place].add(folded)
    names.push({ place, name, folded })
    // Hellemmes-Lille is Hellemmes to those who live there.
    const suffix = `-${places[place].nom}`
    if (name.endsWith(suffix)) add(place, name.slice(0, -suffix.length))
  }
  let lost = 0
  for (const commune of editions.flat()) {
    if (commune.type === 'arrondissement-municipal') continue
    const leads = [commune.code, commune.chefLieu, commune.communeAbsorbante, commune.nouveauCode]
    const place = leads.map(code => today(code)).find(place => place !== undefined)
    if (place === undefined) lost += 1
    else add(place, commune.nom)
  }
  const events = new Map(history.map(event => [event.id, event]))
  for (const event of history) {
    const place = successor(event, events, today, isCurrent)
    if (place === undefined) lost += 1
    else add(place, event.nom)
  }
  names.sort((a, b) => a.place - b.place || (a.folded < b.folded ? -1 : 1))
  return { names, lost }
}

/**
 * The place that an entry of the history became. A commune that was merged and stands again has its
 * code again: a code of today is that commune's, whatever became of it in between.
 */
function successor(event, events, today, isCurrent) {
  const seen = new Set()
  let last = event
  while (!isCurrent(last.code) && !seen.has(last.id)) {
    seen.add(last.id)
    const next = events.get(last.successeur) ?? events.get(last.pole)
    if (next === undefined) break
    last = next
  }
  return today(last.code) ?? today(event.code)
}

/** The EPCI that are none any more, as they were in the last version that has them: code, name, members. */
export function formerGroups(editions, current) {
  const groups = new Map()
  for (const group of editions.flat()) groups.set(group.code, group)
  return [...groups.values()]
    .filter(group => !current.has(group.code))
    .map(group => ({ code: group.code, nom: group.nom, members: group.membres.map(member => member.code) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** The régions that are none any more: code, name, codes of départements. */
export function formerRegions() {
  return REGIONS_BEFORE_2016.map(([code, nom, departements]) => ({ code, nom, members: departements.split(' ') }))
}
