import { NativeDirectory } from '../native';
import * as check from './arguments';
import { type Answer, call, later } from './boundary';
import { attempt } from './errors';
import type {
  Antenne,
  Diagnostic,
  DirectoryDifference,
  DirectoryUpdate,
  Example,
  Expert,
  Institution,
  RulesVersion,
  Subject,
  Territory,
  Theme,
} from './generated/directory';
import { type Geography, geographyOf, nativeGeography } from './geography';
import { type Abortable, settled } from './promises';
import { FROZEN } from './shapes';

/** How a directory is read. */
export interface ReadOptions {
  /** Leaves out what is faulty instead of refusing the whole; `diagnostics` tells. */
  lenient?: boolean | undefined;
  /** The geography that zones refer to: the embedded one if it is not given. */
  geography?: Geography | undefined;
}

/** A partner's spreadsheet: what diagnostics call it, and the bytes of the CSV file. */
export interface Sheet {
  name: string;
  bytes: Uint8Array;
}

/** The spreadsheets that partners fill for the national service. */
export interface ImportOptions extends Abortable {
  antennes?: readonly Sheet[] | undefined;
  experts?: readonly Sheet[] | undefined;
  /** Leaves out what is faulty instead of refusing the whole. */
  lenient?: boolean | undefined;
  /** Says that the sheets are whole: what they no longer name is taken away. */
  whole?: boolean | undefined;
  /** The sheets to read of workbooks that hold several, by name. */
  sheets?: readonly string[] | undefined;
}

/** @internal */
export let directoryOf: (native: NativeDirectory) => Directory;
/** @internal */
export let nativeDirectory: (directory: Directory) => NativeDirectory;

/** The lists of a directory. */
type List =
  | 'diagnostics'
  | 'territories'
  | 'themes'
  | 'subjects'
  | 'examples'
  | 'institutions'
  | 'antennes'
  | 'experts';
/** Those whose records have an id. */
type Identified = Exclude<List, 'diagnostics' | 'examples'>;

/** @internal */
export function nativeDirectoryIfAny(directory: Directory | null | undefined): NativeDirectory | undefined {
  return directory === undefined || directory === null ? undefined : nativeDirectory(directory);
}

/** @internal */
export function readArguments(options: ReadOptions): [boolean, ReturnType<typeof nativeGeography>] {
  return [options.lenient === true, nativeGeography(options.geography)];
}

/** A directory that was read and checked: the taxonomy, the institutions, their antennes and experts. */
export class Directory {
  readonly #native: NativeDirectory;
  readonly #lists = new Map<List, readonly unknown[]>();
  readonly #byId = new Map<List, ReadonlyMap<string, unknown>>();

  private constructor(native: NativeDirectory) {
    this.#native = native;
  }

  static {
    directoryOf = (native) => new Directory(native);
    nativeDirectory = (directory) => {
      if (typeof directory === 'object' && directory !== null && #native in directory) return directory.#native;
      throw check.wrong('directory', 'a `Directory`', directory);
    };
  }

  /**
   * Reads a folder of CSV files or a JSON document. Rejects with a `DirectoryError` that has every
   * finding, if one of them is an error.
   */
  static open(path: string | URL, options?: ReadOptions & Abortable): Promise<Directory> {
    return settled(async () => {
      const given = check.options(options, ['lenient', 'geography', 'signal']);
      const place = check.path(path);
      const read = readArguments(given);
      return new Directory(await settled(() => NativeDirectory.open(place, ...read), given.signal));
    });
  }

  /** Reads a JSON document. */
  static fromJson(text: string, options?: ReadOptions): Directory {
    const read = readArguments(check.options(options, ['lenient', 'geography']));
    return attempt(() => new Directory(NativeDirectory.fromJson(check.document(text, 'text'), ...read)));
  }

  /** Everything that is wrong with the directory at `path`, or worth a look; empty if nothing is. */
  static check(path: string | URL, options?: Abortable): Promise<Diagnostic[]> {
    return settled(async () => {
      const { signal } = check.options(options, ['signal']);
      return later('check_directory', { path: check.path(path) }, { reading: FROZEN, signal });
    });
  }

  /**
   * This directory as the antennes and experts of partners' spreadsheets update it. What it has already is
   * recognised, and `update` tells what changed.
   */
  importSheets(options: ImportOptions): Promise<Directory> {
    return settled(async () => {
      const given = check.options(options, ['antennes', 'experts', 'lenient', 'whole', 'sheets', 'signal']);
      const antennes = sheetsOf(given, 'antennes');
      const experts = sheetsOf(given, 'experts');
      const lenient = given.lenient === true;
      const whole = given.whole === true;
      const chosen = check.texts(given.sheets ?? [], 'sheets');
      const read = () => this.#native.importSheets(antennes, experts, lenient, whole, chosen);
      return new Directory(await settled(read, given.signal));
    });
  }

  /**
   * What the import of sheets changed that the directory came from: what was added, what changed field by
   * field, what is the same and what the sheets no longer name; undefined where it came from no import.
   */
  get update(): DirectoryUpdate | undefined {
    return call('import_update', {}, this.#native);
  }

  /** What differs between this directory and a later one, record by record and field by field. */
  diff(later: Directory): DirectoryDifference {
    const other = nativeDirectory(later);
    const both = { call: (name: string, request: string) => this.#native.callWith(other, name, request) };
    return call('diff_directories', {}, both);
  }

  /**
   * This directory and others as one: a record that several have under one id stands once. Throws a
   * `DirectoryError` with every conflict, if they do not say the same of it.
   */
  merge(...others: readonly Directory[]): Directory {
    const natives = others.map(nativeDirectory);
    return attempt(() => new Directory(this.#native.merge(natives)));
  }

  /** The antennes as the sheet that partners fill, which `importSheets` reads back. */
  exportAntennes(): string {
    return this.#native.exportAntennes();
  }

  /** The experts as the sheet that partners fill, which `importSheets` reads back. */
  exportExperts(): string {
    return this.#native.exportExperts();
  }

  /** The directory as one JSON document, which `fromJson` reads back. */
  toJson(): string {
    return this.#native.toJson();
  }

  /** Writes the directory as a folder of CSV files, which `open` reads back. */
  saveCsv(folder: string | URL): Promise<void> {
    return settled(async () => {
      const place = check.path(folder, 'folder');
      await settled(() => this.#native.saveCsv(place));
    });
  }

  /** The same directory under another version of the rules, to compare the two. */
  withRules(rules: RulesVersion): Directory {
    return attempt(() => new Directory(this.#native.withRules(check.text(rules, 'rules'))));
  }

  /** Whether the content of both is the same. */
  equals(other: Directory): boolean {
    return this.#native.equals(nativeDirectory(other));
  }

  /** Whether it carries a seed: a secret of its keeper that enters the draw by which equals share needs. */
  get seeded(): boolean {
    return call('directory_summary', {}, this.#native).seeded;
  }

  /** The version of the rules under which it matches. */
  get rules(): RulesVersion {
    return call('directory_summary', {}, this.#native).rules;
  }

  /** What was found while it was read: warnings, and errors if it was read leniently. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#list('diagnostics');
  }

  /** The geography that its zones refer to. */
  get geography(): Geography {
    return geographyOf(this.#native.geography);
  }

  /** The territories: lists of zones that others name, as `territory:` and their id. */
  get territories(): readonly Territory[] {
    return this.#list('territories');
  }

  get themes(): readonly Theme[] {
    return this.#list('themes');
  }

  /** The subjects, with their questions. */
  get subjects(): readonly Subject[] {
    return this.#list('subjects');
  }

  /** Labelled messages, which sharpen the suggestion of subjects. */
  get examples(): readonly Example[] {
    return this.#list('examples');
  }

  get institutions(): readonly Institution[] {
    return this.#list('institutions');
  }

  get antennes(): readonly Antenne[] {
    return this.#list('antennes');
  }

  get experts(): readonly Expert[] {
    return this.#list('experts');
  }

  /** The territory of an id, where there is one. */
  territory(id: string): Territory | undefined {
    return this.#find('territories', id);
  }

  /** The theme of an id, where there is one. */
  theme(id: string): Theme | undefined {
    return this.#find('themes', id);
  }

  /** The subject of an id, where there is one. */
  subject(id: string): Subject | undefined {
    return this.#find('subjects', id);
  }

  /** The institution of an id, where there is one. */
  institution(id: string): Institution | undefined {
    return this.#find('institutions', id);
  }

  /** The antenne of an id, where there is one. */
  antenne(id: string): Antenne | undefined {
    return this.#find('antennes', id);
  }

  /** The expert of an id, where there is one. */
  expert(id: string): Expert | undefined {
    return this.#find('experts', id);
  }

  /**
   * The ids of an antenne and of those below it: those of its institution whose territory lies in its own, where
   * it is regional or national. Throws a `ReferralError` where there is no such antenne.
   */
  perimeter(antenne: string): string[] {
    return call('perimeter', { antenne }, this.#native);
  }

  /** Made when it is first looked at. */
  #list<Name extends List>(name: Name): Readonly<Answer<Name>> {
    let list = this.#lists.get(name) as Readonly<Answer<Name>> | undefined;
    if (list === undefined) {
      list = Object.freeze(call(name, {}, this.#native, FROZEN));
      this.#lists.set(name, list);
    }
    return list;
  }

  #find<Name extends Identified>(name: Name, id: string): Answer<Name>[number] | undefined {
    let byId = this.#byId.get(name) as ReadonlyMap<string, Answer<Name>[number]> | undefined;
    if (byId === undefined) {
      byId = new Map(this.#list(name).map((record) => [record.id, record]));
      this.#byId.set(name, byId);
    }
    return byId.get(check.text(id, 'id'));
  }
}

function sheetsOf(options: ImportOptions, kind: 'antennes' | 'experts') {
  const sheets = options[kind] ?? [];
  if (!Array.isArray(sheets)) throw check.wrong(kind, 'a list of spreadsheets', sheets);
  return (sheets as readonly Sheet[]).map((sheet, number) => ({
    name: check.text(sheet?.name, `${kind}.${number}.name`),
    bytes: check.bytes(sheet?.bytes, `${kind}.${number}.bytes`),
  }));
}
