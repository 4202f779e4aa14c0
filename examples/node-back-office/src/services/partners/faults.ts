/** What is wrong with what a partner sends, so that a program can tell and a person can mend it. */

export interface Fault {
  /** What kind of fault it is: stable, for programs. */
  code: string;
  /** Where, as a JSON pointer into the body. */
  where: string;
  /** What is wrong, in French. */
  detail: string;
  /** What to do. */
  hint?: string | undefined;
}

/** A deposit of which nothing was kept. */
export class Refused extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map((fault) => `${fault.where}: ${fault.code}`).join(', '));
  }
}

/** A key that belongs to another deposit. */
export class KeyReused extends Error {}
