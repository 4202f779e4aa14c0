/** Words as they are searched: without accents, capitals and signs. `searchable` of the database does the same to names. */

/** The words of a text, each once. */
export function wordsOf(text: string): string[] {
  const plain = text
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return [...new Set(plain.split(/[^a-z0-9]+/).filter(Boolean))];
}

/** A search in words of names: each word, or its beginning, has to be there. Nothing where there is no word. */
export function searchOf(text: string): string | undefined {
  const words = wordsOf(text).slice(0, 8);
  return words.length > 0 ? words.map((word) => `${word}:*`).join(' & ') : undefined;
}

/** The beginning of a number that is written in groups, such as `000 000 018 00010`; nothing for anything else. */
export function digitsOf(text: string): string | undefined {
  const digits = text.replaceAll(/[\s.\u00a0\u202f]/g, '');
  return /^\d{3,14}$/.test(digits) ? digits : undefined;
}

/** Whether all words of a search begin a word of a name. */
export function isFoundIn(name: string, text: string): boolean {
  const words = wordsOf(name);
  const wanted = wordsOf(text);
  return wanted.length > 0 && wanted.every((one) => words.some((word) => word.startsWith(one)));
}
