/** What a message is, in the library's words and this service's: steering reads neither of whom nor to whom it speaks. */

import { labels } from '../../library.js';
import { LETTER_KINDS, type LetterKind } from '../../services/letters.js';

export function messageKind(key: string): string {
  const kind = key.split(':')[0] ?? '';
  return { ...labels.notificationKind, ...LETTER_KINDS }[kind as LetterKind] ?? kind;
}
