/** A map of the départements of the territory, each with the share of its inhabitants whom nobody serves; and a table of them. */

import { SHAPES } from '../../services/shapes.js';
import { percent } from '../labels.js';

export interface MapZone {
  code: string;
  name: string;
  /** From 0 to 1. */
  gap: number;
}

const MARGIN = 3;
/** The map's longer side is so many times its letters: on a screen of 320 px they have 12 px. */
const LETTERS_ACROSS = 19;

export function MapPart({ zones, title }: { zones: readonly MapZone[]; title: string }) {
  return (
    <>
      <Map zones={zones} title={title} />
      <table class="plain" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">Zone</th>
            <th scope="col" class="number">
              Sans expert
            </th>
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <tr>
              <th scope="row">
                {zone.name} <small>{zone.code}</small>
              </th>
              <td class="number">
                <strong>{percent(zone.gap)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Map({ zones, title }: { zones: readonly MapZone[]; title: string }) {
  const drawn = zones.flatMap((zone) => {
    const shape = SHAPES.get(zone.code);
    return shape ? [{ zone, shape }] : [];
  });
  if (drawn.length === 0) return null;
  const left = Math.min(...drawn.map(({ shape }) => shape.box[0])) - MARGIN;
  const top = Math.min(...drawn.map(({ shape }) => shape.box[1])) - MARGIN;
  const width = Math.max(...drawn.map(({ shape }) => shape.box[2])) + MARGIN - left;
  const height = Math.max(...drawn.map(({ shape }) => shape.box[3])) + MARGIN - top;
  const size = Math.max(width, height) / LETTERS_ACROSS;
  // A code that does not fit its département would be read as another's; the table has it.
  const lettered = drawn.filter(({ shape }) => shape.box[2] - shape.box[0] > size * 1.4 && shape.box[3] - shape.box[1] > size);
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <svg class="map" viewBox={`${left} ${top} ${width} ${height}`} role="img" aria-label={`Carte : ${title}. Le tableau qui suit dit la même chose.`}>
        {drawn.map(({ zone, shape }) => (
          <path d={shape.path} class={levelOf(zone.gap)}>
            <title>{`${zone.name} : ${percent(zone.gap)} sans expert`}</title>
          </path>
        ))}
        {lettered.map(({ zone, shape }) => (
          <text
            x={(shape.box[0] + shape.box[2]) / 2}
            y={(shape.box[1] + shape.box[3]) / 2}
            font-size={size}
            text-anchor="middle"
            dominant-baseline="central"
            class={`on-${levelOf(zone.gap)}`}
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
