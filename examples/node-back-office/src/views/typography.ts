/**
 * French typography, in one place: nobody types spaces that do not break, and views are written with plain ones.
 * `french` sets a text; `typeset` sets the visible text of a page, and leaves alone what people may send again.
 */

const NO_BREAK = '\u00a0';
const NARROW = '\u202f';
/** A space that may break, or one that somebody typed. */
const SPACE = '[ \u00a0\u202f]+';

const RULES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`«${SPACE}`, 'g'), `«${NO_BREAK}`],
  [new RegExp(`${SPACE}»`, 'g'), `${NO_BREAK}»`],
  [new RegExp(`${SPACE}:(?=\\s|$)`, 'g'), `${NO_BREAK}:`],
  [new RegExp(`${SPACE}([;?!]+)(?=[\\s)»]|$)`, 'g'), `${NARROW}$1`],
  [new RegExp(`(\\d)${SPACE}([%€])`, 'g'), `$1${NO_BREAK}$2`],
  [/(?<=[\p{L}\d])'(?=\p{L})/gu, '’'],
];
/** Groups of three digits after one to three: neither a telephone number nor a SIRET looks like that. */
const THOUSANDS = /(?<!\d[ \u00a0\u202f]?)\d{1,3}(?:[ \u00a0]\d{3})+(?![ \u00a0\u202f]?\d)/g;

export function french(text: string): string {
  const set = RULES.reduce((before, [found, by]) => before.replace(found, by), text);
  return set.replace(THOUSANDS, (number) => number.replaceAll(/[ \u00a0]/g, NARROW));
}

/** Elements whose text is sent again, or means something letter by letter. */
const LITERAL = new Set(['textarea', 'code', 'pre', 'script', 'style', 'kbd', 'samp']);
const SPOKEN = /(\s(?:aria-label|title|alt|placeholder)=")([^"]*)(")/g;
const PIECES = /<(\/?)([a-zA-Z][\w-]*)(?:[^>"]|"[^"]*")*>|[^<]+/g;

/** The same for the text nodes of a page, and for attributes that are read out. */
export function typeset(html: string): string {
  let literal: string | undefined;
  return html.replace(PIECES, (piece, closing: string | undefined, name: string | undefined) => {
    if (name === undefined) return literal === undefined ? frenchMarkup(piece) : piece;
    if (literal === undefined && closing === '' && LITERAL.has(name)) literal = name;
    else if (closing === '/' && name === literal) literal = undefined;
    return piece.replace(SPOKEN, (_whole, before: string, words: string, after: string) => `${before}${frenchMarkup(words)}${after}`);
  });
}

/** Text whose `&amp;` and the like end with a mark of their own, which is no French one. */
const frenchMarkup = (text: string): string => text.replaceAll(/(&#?\w+;)|[^&]+|&/g, (part, entity) => (entity ? part : french(part)));
