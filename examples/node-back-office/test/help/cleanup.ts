/** What to undo once the tests of a file are over, the latest first. */

import { after } from 'node:test';

const undone: (() => unknown)[] = [];

export const atEnd = (undo: () => unknown): void => void undone.push(undo);

after(async () => {
  for (const undo of undone.reverse()) await undo();
});
