/**
 * Charts that are tables: each line has its words and its figure as text, of the page's own size on every screen, and a
 * bar beside them that says the same to the eye.
 */

import { number } from '../labels.js';

export interface Bar {
  label: string;
  value: number;
  /** A part of the value, drawn darker. */
  part?: number;
  kind?: string;
  /** What stands beside the bar, if not the value. */
  text?: string;
}

/** Horizontal bars, one a line. */
export function BarChart({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const most = Math.max(...bars.map((bar) => bar.value)) || 1;
  return (
    <table class="bars">
      <caption>{title}</caption>
      <tbody>
        {bars.map((bar) => (
          <tr>
            <th scope="row">{bar.label}</th>
            <td>
              <div class="bar-line">
                <BarPart value={bar.value / most} part={bar.part === undefined ? undefined : bar.part / most} kind={bar.kind} />
                <span>{bar.text ?? number(bar.value)}</span>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ColumnChartProps {
  title: string;
  legend: [whole: string, part: string];
  columns: readonly Bar[];
}

/** A value over time, and a part of it. */
export function ColumnChart({ title, legend, columns }: ColumnChartProps) {
  const bars = columns.map((column): Bar => {
    const part = column.part ?? 0;
    return { ...column, part, text: column.text ?? `${number(column.value)}, dont ${number(part)}` };
  });
  return (
    <>
      <BarChart title={title} bars={bars} />
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
    </>
  );
}

interface BarPartProps {
  /** Shares of the longest bar, from 0 to 1. */
  value: number;
  part: number | undefined;
  kind: string | undefined;
}

function BarPart({ value, part, kind = 'bar-main' }: BarPartProps) {
  // A bar of something is never invisible.
  const wide = (share: number): number => (share > 0 ? Math.max(0.8, share * 100) : 0);
  return (
    <svg class="chart" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width={wide(value)} height={10} class={part === undefined ? kind : 'bar-second'} />
      {part !== undefined && <rect width={wide(part)} height={10} class="bar-main" />}
    </svg>
  );
}
