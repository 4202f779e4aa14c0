/** Charts, drawn by the server: bars, with their figures as text. The tables beside them say the same. */

import { number } from '../labels.js';

export interface Bar {
  label: string;
  value: number;
  /** A part of the value, drawn darker. */
  part?: number;
  kind?: string;
  /** What stands at the end of the bar, if not the value. */
  text?: string;
}

const WIDTH = 640;
const LABEL = 230;
const ROW = 30;
const END = 70;

/** Horizontal bars, one a line. */
export function BarChart({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const most = Math.max(...bars.map((bar) => bar.value)) || 1;
  const scale = (value: number): number => (value / most) * (WIDTH - LABEL - END);
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <svg class="chart" viewBox={`0 0 ${WIDTH} ${bars.length * ROW + 4}`} role="img" aria-label={`${title} : ${bars.map((bar) => `${bar.label} ${bar.text ?? number(bar.value)}`).join(', ')}.`}>
        {bars.map((bar, at) => {
          const y = at * ROW + 4;
          return (
            <g>
              <text x={LABEL - 10} y={y + 16} font-size="13.5" text-anchor="end">
                {shortened(bar.label)}
              </text>
              <rect x={LABEL} y={y + 2} width={Math.max(1.5, scale(bar.value))} height={20} rx={2} class={bar.part === undefined ? (bar.kind ?? 'bar-main') : 'bar-second'} />
              {bar.part !== undefined && <rect x={LABEL} y={y + 2} width={scale(bar.part)} height={20} rx={2} class="bar-main" />}
              <text x={LABEL + scale(bar.value) + 8} y={y + 16} font-size="13.5" class="soft">
                {bar.text ?? number(bar.value)}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

const shortened = (label: string): string => (label.length > 34 ? `${label.slice(0, 33).trimEnd()}…` : label);

/** Columns over time: a value, and a part of it. */
export function ColumnChart({ title, legend, columns }: { title: string; legend: [whole: string, part: string]; columns: readonly Bar[] }) {
  const height = 190;
  const most = Math.max(1, ...columns.map((column) => column.value));
  const step = WIDTH / Math.max(1, columns.length);
  const wide = Math.min(46, step * 0.6);
  const scale = (value: number): number => (value / most) * (height - 50);
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <svg class="chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={`${title} : ${columns.map((column) => `${column.label} ${number(column.value)} dont ${number(column.part ?? 0)}`).join(', ')}.`}>
        {columns.map((column, at) => {
          const x = at * step + (step - wide) / 2;
          const base = height - 24;
          return (
            <g>
              <rect x={x} y={base - scale(column.value)} width={wide} height={scale(column.value)} rx={2} class="bar-second" />
              <rect x={x} y={base - scale(column.part ?? 0)} width={wide} height={scale(column.part ?? 0)} rx={2} class="bar-main" />
              <text x={x + wide / 2} y={base - scale(column.value) - 6} font-size="13" text-anchor="middle" class="soft">
                {number(column.value)}
              </text>
              <text x={x + wide / 2} y={height - 6} font-size="13" text-anchor="middle">
                {column.label}
              </text>
            </g>
          );
        })}
        <line x1="0" x2={WIDTH} y1={height - 24} y2={height - 24} class="axis" />
      </svg>
      <ul class="legend">
        {(['bar-second', 'bar-main'] as const).map((kind, at) => (
          <li>
            <svg class="chart" viewBox="0 0 10 10" aria-hidden="true">
              <rect width="10" height="10" class={kind} />
            </svg>
            {legend[at]}
          </li>
        ))}
      </ul>
    </figure>
  );
}
