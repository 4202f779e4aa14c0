/** What a proposal asks a thread to work out, and what pages show of it. All of it is plain: it travels and is stored. */

import type { AskedNeed } from '../../library.js';
import type { Departures, KeptSheet } from '../../store/directory-proposals.js';
import type { Finding } from '../directory-findings.js';

export interface Task {
  /** The directory in service, as its JSON document. */
  base: string;
  /** The whole directory that is proposed, where it is made of no sheets: a document, or files at a path. */
  whole?: { json: string } | { path: string };
  sheets?: SheetTask;
  /** Needs of the last month, as if they came today. */
  needs: readonly AskedNeed[];
  /** The zones that coverage is measured against. */
  territory: readonly string[];
}

export interface SheetTask {
  files: readonly KeptSheet[];
  institution: string | null;
  chosen: readonly string[];
  whole: boolean;
  lenient: boolean;
  departures: Departures | null;
}

export interface Worked {
  /** The JSON document of what is proposed; nothing where errors stand in the way. */
  document?: string;
  result: Result;
  numbers: Numbers;
}

export interface Result {
  findings: Finding[];
  records: RecordDifference[];
  /** Fields of the directory itself. */
  fields: FieldDifference[];
  departures: Departure[];
  /** Experts whom the proposed directory gives no address, and who have one now or are new. */
  unreachable: { id: string; name: string }[];
  needs: NeedsDifference;
  coverage: CoverageDifference[];
}

export type Numbers = Record<
  'added' | 'changed' | 'removed' | 'errors' | 'warnings' | 'gone' | 'needs' | 'differing' | 'gained' | 'lost' | 'wonInhabitants' | 'lostInhabitants',
  number
>;

export type ListName = 'institutions' | 'antennes' | 'experts' | 'subjects' | 'themes' | 'territories';

export interface RecordDifference {
  list: ListName;
  kind: 'added' | 'changed' | 'removed';
  id: string;
  name: string;
  /** Where it belongs: its institution, its antenne. */
  within: string;
  institution: string;
  fields: FieldDifference[];
}

/** A field that changed; of a list, what came and what went. */
export interface FieldDifference {
  field: string;
  before?: string;
  after?: string;
  came?: string[];
  went?: string[];
}

/** Somebody whom the sheets do not name any more. */
export interface Departure {
  list: 'antennes' | 'experts';
  id: string;
  name: string;
  within: string;
  institution: string;
  institutionName: string;
  /** Whether the proposal takes it away. */
  leaves: boolean;
  /** Whether the sheet names nobody of the antenne. */
  unnamed: boolean;
  /** Whether so many of the institution's are concerned that its author has to tick them one by one. */
  many: boolean;
}

export interface NeedsDifference {
  /** How many needs were compared. */
  compared: number;
  differing: NeedDifference[];
  summary: { institution: string; subject: string; gained: number; lost: number }[];
}

export interface NeedDifference {
  need: string;
  subject: string;
  commune: string;
  changes: { expert: string; institution: string; kind: 'gained' | 'lost'; cause: string }[];
  /** Nobody is left. */
  nobody: boolean;
  refusal?: string;
}

/** Communes of the reference territory where a subject wins or loses its last expert. */
export interface CoverageDifference {
  subject: string;
  won: Communes;
  lost: Communes;
}

export interface Communes {
  communes: number;
  inhabitants: number;
  /** The largest of them. */
  names: string[];
}
