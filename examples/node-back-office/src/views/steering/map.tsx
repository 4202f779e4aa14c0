/** A map of the départements of the territory, each with the share of its inhabitants whom nobody serves. */

import { SHAPES } from '../../services/shapes.js';
import { percent } from '../labels.js';

export interface MapZone {
  code: string;
  name: string;
  /** From 0 to 1. */
  gap: number;
}

const MARGIN = 3;

export function MapPart({ zones, title }: { zones: readonly MapZone[]; title: string }) {
  const drawn = zones.flatMap((zone) => {
    const shape = SHAPES.get(zone.code);
    return shape ? [{ zone, shape }] : [];
  });
  if (drawn.length === 0) return null;
  const left = Math.min(...drawn.map(({ shape }) => shape.box[0])) - MARGIN;
  const top = Math.min(...drawn.map(({ shape }) => shape.box[1])) - MARGIN;
  const width = Math.max(...drawn.map(({ shape }) => shape.box[2])) + MARGIN - left;
  const height = Math.max(...drawn.map(({ shape }) => shape.box[3])) + MARGIN - top;
  const size = Math.max(width, height) / 26;
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <svg class="map" viewBox={`${left} ${top} ${width} ${height}`} role="img" aria-label={`Carte : ${title}. ${zones.map((zone) => `${zone.name} ${percent(zone.gap)}`).join(', ')}.`}>
        {drawn.map(({ zone, shape }) => (
          <path d={shape.path} class={levelOf(zone.gap)}>
            <title>{`${zone.name} : ${percent(zone.gap)} sans expert`}</title>
          </path>
        ))}
        {drawn.map(({ zone, shape }) => (
          <text
            x={(shape.box[0] + shape.box[2]) / 2}
            y={(shape.box[1] + shape.box[3]) / 2}
            font-size={size}
            text-anchor="middle"
            dominant-baseline="central"
            class={levelOf(zone.gap) === 'light' ? 'on-light' : ''}
          >
            {zone.code}
          </text>
        ))}
      </svg>
      <ul class="legend">
        {LEVELS.map(([level, label]) => (
          <li>
            <svg class="map" viewBox="0 0 10 10" aria-hidden="true">
              <path d="M0 0h10v10H0z" class={level} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </figure>
  );
}

const LEVELS = [
  ['full', 'Tout le monde a un expert'],
  ['light', 'Moins de 5 % sans expert'],
  ['heavy', '5 % et plus sans expert'],
] as const;

const levelOf = (gap: number): 'full' | 'light' | 'heavy' => (gap === 0 ? 'full' : gap < 0.05 ? 'light' : 'heavy');
