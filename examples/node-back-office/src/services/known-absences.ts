/** The absences that experts said and that have not ended, as far as this process knows them. */

import type { SaidAbsence } from '../library.js';

/** Reads the absences that have not ended. */
export type ReadAbsences = () => Promise<SaidAbsence[]>;

/** How old what is known of absences may be while nobody changes them here. */
const FRESH_MS = 2000;

export class KnownAbsences {
  readonly #read: ReadAbsences;
  #readAt = -Infinity;
  all: readonly SaidAbsence[] = [];

  constructor(read: ReadAbsences) {
    this.#read = read;
  }

  /** Reads them again, at once or if that was a while ago; whether they are others than before. */
  async freshen(atOnce = false): Promise<boolean> {
    if (!atOnce && performance.now() - this.#readAt < FRESH_MS) return false;
    this.#readAt = performance.now();
    const found = await this.#read();
    if (JSON.stringify(found) === JSON.stringify(this.all)) return false;
    this.all = found;
    return true;
  }
}
