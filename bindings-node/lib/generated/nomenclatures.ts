// Generated from the declarations of the core by `make generate`: not to be edited.

import type { NafEntry } from './directory';
import type { OpcoCertainty } from './companies';

/** The OPCO to which collective agreements lead. */
export interface AgreementOpcos {
  /** How surely. */
  readonly certainty: OpcoCertainty;
  /** The OPCO: the one, or those among which it is. */
  readonly opcos: readonly NamedOpco[];
}

/** An activity code, or a level above codes, with its label. */
export interface LabelledNaf {
  /** The code or level. */
  readonly entry: NafEntry;
  /** Its label, in French. */
  readonly label?: string;
}

/** What is known of an activity code, or of a level above codes. */
export interface NafDetails {
  /** The code or level. */
  readonly entry: NafEntry;
  /** Its version, as people read it. */
  readonly version: string;
  /** Its label, in French. */
  readonly label?: string;
  /** The levels above it, from the section down. */
  readonly levels: readonly LabelledNaf[];
  /** The codes below it. */
  readonly codes: readonly LabelledNaf[];
  /** The codes of the other version that companies of its codes may have. */
  readonly correspondents: readonly LabelledNaf[];
}

/** An OPCO, with its name. */
export interface NamedOpco {
  /** Its stable id, such as `akto`. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
}
