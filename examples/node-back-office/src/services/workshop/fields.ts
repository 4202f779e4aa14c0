/** The fields that differ between two directories, in words: codes by their names, lists by what came and what went. */

import type { FieldChange, Library } from '../../library.js';
import type { FieldDifference } from './types.js';

/** Nothing is known of the shape of a field of a later version of the library: it is shown as it is. */
export function fieldDifference({ field, before, after }: FieldChange, library: Library): FieldDifference {
  const [one, other] = [listIn(before), listIn(after)];
  if (!one && !other) {
    return { field, ...(before !== undefined && { before: plain(before) }), ...(after !== undefined && { after: plain(after) }) };
  }
  const [had, has] = [one ?? [], other ?? []].map((items) => items.map((item) => itemText(field, item, library)));
  return {
    field,
    came: (has ?? []).filter((text) => !(had ?? []).includes(text)),
    went: (had ?? []).filter((text) => !(has ?? []).includes(text)),
  };
}

function listIn(text: string | undefined): unknown[] | undefined {
  if (!text?.startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const plain = (text: string): string => (text === 'true' ? 'oui' : text === 'false' ? 'non' : text);

function itemText(field: string, item: unknown, library: Library): string {
  if (typeof item === 'string') return field === 'zones' ? zoneText(item, library) : item;
  if (typeof item !== 'object' || item === null) return String(item);
  const parts = Object.entries(item).flatMap(([name, value]) => partText(name, value, library));
  return parts.join(' ; ');
}

/** A part of an item, such as the subject of a competence. */
function partText(name: string, value: unknown, library: Library): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (name === 'subject' && typeof value === 'string') return [library.labelOf(value)];
  if (name === 'zones' && Array.isArray(value)) {
    return value.length === 0 ? [] : [`seulement ${value.map((zone) => zoneText(String(zone), library)).join(', ')}`];
  }
  if (name === 'name' || name === 'note' || name === 'email' || name === 'phone') return [String(value)];
  if (Array.isArray(value)) return value.length === 0 ? [] : [`${name} ${value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))).join(' ')}`];
  return [`${name} ${typeof value === 'object' ? JSON.stringify(value) : plain(String(value))}`];
}

export function zoneText(zone: string, library: Library): string {
  if (zone.startsWith('territory:')) return library.directory.territory(zone.slice('territory:'.length))?.label ?? zone;
  const name = library.isZone(zone) ? library.zoneName(zone) : undefined;
  return name ? `${name} (${zone})` : zone;
}
