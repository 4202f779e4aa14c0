import { NativeGeography } from '../native';
import * as check from './arguments';
import { call } from './boundary';
import { attempt } from './errors';
import type { Commune, FoundCommune, GeographySource, Location, Zone, ZoneKind } from './generated/geography';
import type { LocateRequest } from './generated/requests';
import { type Abortable, settled } from './promises';
import { FROZEN } from './shapes';

let embedded: Geography | undefined;

/** @internal */
export let geographyOf: (native: NativeGeography) => Geography;
/** @internal */
export let nativeGeography: (geography: Geography | null | undefined) => NativeGeography | undefined;

/** The communes of France and the zones that contain them. */
export class Geography {
  readonly #native: NativeGeography;
  #described: GeographySource | undefined;

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
    return this.#source.year;
  }

  /** Where it comes from, and its licence. */
  get source(): string {
    return this.#source.source;
  }

  get #source(): GeographySource {
    this.#described ??= call('geography', {}, this.#native);
    return this.#described;
  }

  /** The commune or municipal arrondissement that has this INSEE code today. */
  commune(code: string): Commune | undefined {
    return call('commune', { code: check.text(code, 'code') }, this.#native, FROZEN);
  }

  /** The current code of a commune, given that or one of the past; `undefined` where nothing is known. */
  resolve(code: string): string | undefined {
    return call('resolve_commune', { code: check.text(code, 'code') }, this.#native)?.code;
  }

  /** The communes that a postal code serves, the most populous first. */
  byPostalCode(code: string): Commune[] {
    return call('communes_by_postal_code', { code: check.text(code, 'code') }, this.#native, FROZEN);
  }

  /**
   * The communes whose names are nearest to what was typed and how each was found, at most 10 if no limit is given;
   * accents, case, hyphens and "St" are forgiven.
   */
  search(name: string, limit?: number | null): FoundCommune[] {
    const most = limit == null ? undefined : check.count(limit, 'limit');
    return call('search_communes', { name: check.text(name, 'name'), limit: most }, this.#native, FROZEN);
  }

  /** The commune that is meant by a place as files have it, or those that may be. */
  locate(place: LocateRequest): Location {
    return call('locate', place, this.#native, FROZEN);
  }

  /** The zones that contain a commune, from narrow to wide. */
  zonesContaining(code: string): Zone[] {
    return call('zones_containing', { code: check.text(code, 'code') }, this.#native);
  }

  /** The communes of a zone. */
  communesOf(zone: Zone): Commune[] {
    return call('communes_of', { zone: check.text(zone, 'zone') }, this.#native, FROZEN);
  }

  /** The zones of a kind. */
  zones(kind: ZoneKind): Zone[] {
    return call('zones', { kind: check.text(kind, 'kind') }, this.#native);
  }

  /** The name of a zone, where there is such a zone. */
  zoneName(zone: Zone): string | undefined {
    return call('zone_name', { zone: check.text(zone, 'zone') }, this.#native);
  }

  /** The people who live in a zone, where there is such a zone. */
  population(zone: Zone): number | undefined {
    return call('population', { zone: check.text(zone, 'zone') }, this.#native);
  }
}
