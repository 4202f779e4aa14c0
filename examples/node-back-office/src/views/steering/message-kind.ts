/** What a message is, in the library's words and this service's: steering reads neither of whom nor to whom it speaks. */

import { labels } from '../../library.js';
import { LETTER_KINDS } from '../../services/letters.js';

const KINDS: Readonly<Record<string, string>> = { ...labels.notificationKind, ...LETTER_KINDS };
export const MESSAGE_KINDS = Object.entries(KINDS);

export function messageKind(key: string): string {
  const kind = key.split(':')[0] ?? '';
  return KINDS[kind] ?? kind;
}
