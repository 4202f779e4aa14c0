// Generated from the declarations of the core by `make generate`: not to be edited.

/** A word, and what users read for it. */
export interface WordLabel {
  /** The word, as programs write it. */
  readonly word: string;
  /** What users read, in French. */
  readonly label: string;
}

/** A closed list of words. */
export interface WordList {
  /** The name of its type, such as `ReferralState`. */
  readonly name: string;
  /** Its words, in order. */
  readonly words: readonly WordLabel[];
}
