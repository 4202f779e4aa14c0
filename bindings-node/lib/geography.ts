import { NativeGeography } from '../native';
import * as check from './arguments';
import type { Zone, ZoneKind } from './codes';
import { attempt } from './errors';
import { type Abortable, settled } from './promises';
import { type Commune, commune } from './records';

let embedded: Geography | undefined;

/** @internal */
export let geographyOf: (native: NativeGeography) => Geography;
/** @internal */
export let nativeGeography: (geography: Geography | null | undefined) => NativeGeography | undefined;

/** The communes of France and the zones that contain them. */
export class Geography {
  readonly #native: NativeGeography;

  private constructor(native: NativeGeography) {
    this.#native = native;
  }

  static {
    geographyOf = (native) => new Geography(native);
    nativeGeography = (geography) => {
      if (geography === undefined || geography === null) return undefined;
      if (typeof geography === 'object' && #native in geography) return geography.#native;
      throw check.wrong('geography', 'a `Geography`', geography);
    };
  }

  /** The Code officiel géographique that is compiled in. */
  static embedded(): Geography {
    embedded ??= new Geography(NativeGeography.embedded());
    return embedded;
  }

  /** Another geography, from a file that `make-cog.mjs` wrote. */
  static open(path: string | URL, options?: Abortable): Promise<Geography> {
    return settled(async () => {
      const { signal } = check.options(options, ['signal']);
      const file = check.path(path);
      return new Geography(await settled(() => NativeGeography.open(file), signal));
    });
  }

  /** The same from bytes. */
  static fromBytes(bytes: Uint8Array | ArrayBuffer): Geography {
    return attempt(() => new Geography(NativeGeography.fromBytes(check.bytes(bytes))));
  }

  /** The year of its codes. */
  get year(): number {
    return this.#native.year;
  }

  /** Where it comes from, and its licence. */
  get source(): string {
    return this.#native.source;
  }

  /** The commune or municipal arrondissement that has this INSEE code today. */
  commune(code: string): Commune | undefined {
    const json = this.#native.commune(check.text(code, 'code'));
    return json == null ? undefined : commune(JSON.parse(json));
  }

  /** The current code of a commune, given that or one of the past; `undefined` where nothing is known. */
  resolve(code: string): string | undefined {
    return this.#native.resolve(check.text(code, 'code')) ?? undefined;
  }

  /** The communes that a postal code serves, the most populous first. */
  byPostalCode(code: string): Commune[] {
    return JSON.parse(this.#native.byPostalCode(check.text(code, 'code'))).map(commune);
  }

  /** The communes whose names are nearest to what was typed; accents, case, hyphens and "St" are forgiven. */
  search(name: string, limit = 10): Commune[] {
    const most = check.count(limit, 'limit');
    return JSON.parse(this.#native.search(check.text(name, 'name'), most)).map(commune);
  }

  /** The zones that contain a commune, from narrow to wide. */
  zonesContaining(code: string): Zone[] {
    return this.#native.zonesContaining(check.text(code, 'code')) as Zone[];
  }

  /** The communes of a zone. */
  communesOf(zone: Zone): Commune[] {
    return JSON.parse(attempt(() => this.#native.communesOf(check.text(zone, 'zone')))).map(commune);
  }

  /** The zones of a kind. */
  zones(kind: ZoneKind): Zone[] {
    return attempt(() => this.#native.zones(check.text(kind, 'kind'))) as Zone[];
  }

  /** The name of a zone, where there is such a zone. */
  zoneName(zone: Zone): string | undefined {
    return attempt(() => this.#native.zoneName(check.text(zone, 'zone'))) ?? undefined;
  }

  /** The people who live in a zone, where there is such a zone. */
  population(zone: Zone): number | undefined {
    return attempt(() => this.#native.population(check.text(zone, 'zone'))) ?? undefined;
  }
}
