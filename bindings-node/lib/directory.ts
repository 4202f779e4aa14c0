import { NativeDirectory } from '../native';
import * as check from './arguments';
import type { Rules } from './codes';
import { attempt } from './errors';
import { type Geography, geographyOf, nativeGeography } from './geography';
import { type Abortable, settled } from './promises';
import * as records from './records';
import type { Antenne, Diagnostic, Example, Expert, Institution, Subject, Theme } from './records';

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
}

/** @internal */
export let directoryOf: (native: NativeDirectory) => Directory;
/** @internal */
export let nativeDirectory: (directory: Directory) => NativeDirectory;

/** @internal */
export function readArguments(options: ReadOptions): [boolean, ReturnType<typeof nativeGeography>] {
  return [options.lenient === true, nativeGeography(options.geography)];
}

/** A directory that was read and checked: the taxonomy, the institutions, their antennes and experts. */
export class Directory {
  readonly #native: NativeDirectory;
  readonly #lists = new Map<string, readonly unknown[]>();

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
    return attempt(() => new Directory(NativeDirectory.fromJson(check.text(text, 'text'), ...read)));
  }

  /** Everything that is wrong with the directory at `path`, or worth a look; empty if nothing is. */
  static check(path: string | URL, options?: Abortable): Promise<Diagnostic[]> {
    return settled(async () => {
      const { signal } = check.options(options, ['signal']);
      const place = check.path(path);
      return JSON.parse(await settled(() => NativeDirectory.check(place), signal)).map(records.diagnostic);
    });
  }

  /** This directory with the antennes and experts of partners' spreadsheets. */
  importSheets(options: ImportOptions): Promise<Directory> {
    return settled(async () => {
      const given = check.options(options, ['antennes', 'experts', 'lenient', 'signal']);
      const sheets = [...sheetsOf(given, 'antennes'), ...sheetsOf(given, 'experts')];
      const lenient = given.lenient === true;
      return new Directory(await settled(() => this.#native.importSheets(sheets, lenient), given.signal));
    });
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
  withRules(rules: Rules): Directory {
    return attempt(() => new Directory(this.#native.withRules(check.text(rules, 'rules'))));
  }

  /** Whether the content of both is the same. */
  equals(other: Directory): boolean {
    return this.#native.equals(nativeDirectory(other));
  }

  /** The version of the rules under which it matches. */
  get rules(): Rules {
    return this.#native.rules as Rules;
  }

  /** What was found while it was read: warnings, and errors if it was read leniently. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#list('diagnostics', records.diagnostic);
  }

  /** The geography that its zones refer to. */
  get geography(): Geography {
    return geographyOf(this.#native.geography);
  }

  get themes(): readonly Theme[] {
    return this.#list('themes', records.theme);
  }

  /** The subjects, with their questions. */
  get subjects(): readonly Subject[] {
    return this.#list('subjects', records.subject);
  }

  /** Labelled messages, which sharpen the suggestion of subjects. */
  get examples(): readonly Example[] {
    return this.#list('examples', records.example);
  }

  get institutions(): readonly Institution[] {
    return this.#list('institutions', records.institution);
  }

  get antennes(): readonly Antenne[] {
    return this.#list('antennes', records.antenne);
  }

  get experts(): readonly Expert[] {
    return this.#list('experts', records.expert);
  }

  /** Made when it is first looked at. */
  #list<T>(kind: string, make: (json: any) => T): readonly T[] {
    let list = this.#lists.get(kind);
    if (list === undefined) {
      list = Object.freeze((JSON.parse(this.#native.records(kind)) as unknown[]).map(make));
      this.#lists.set(kind, list);
    }
    return list as readonly T[];
  }
}

function sheetsOf(options: ImportOptions, kind: 'antennes' | 'experts') {
  const sheets = options[kind] ?? [];
  if (!Array.isArray(sheets)) throw check.wrong(kind, 'a list of spreadsheets', sheets);
  return (sheets as readonly Sheet[]).map((sheet, number) => ({
    kind,
    name: check.text(sheet?.name, `${kind}.${number}.name`),
    bytes: check.bytes(sheet?.bytes, `${kind}.${number}.bytes`),
  }));
}
