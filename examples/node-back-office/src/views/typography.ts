/** Spaces that do not break, where French has them: nobody types those. */

export const french = (text: string): string =>
  text
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»')
    .replace(/ :(?=\s|$)/g, '\u00a0:')
    .replace(/ ([;?!])(?=\s|$)/g, '\u202f$1');
