/** The report of impact as rows for a spreadsheet, under the library's French headers. */

import { impactTable, labels, type ClosureReason, type ImpactReport } from '../library.js';
import type { Cell } from './csv.js';

export function impactRows(report: ImpactReport): Cell[][] {
  const { columns } = impactTable(report);
  const labelled = new Map(columns.map((column) => [column.name, column.label]));
  const cells = columns.map(({ name, kind, texts = [], counts = [], numbers = [] }): readonly Cell[] => {
    if (name === 'small') return texts.map((names) => smallShares(names, labelled));
    return kind === 'text' ? texts : kind === 'count' ? counts : numbers.map(rounded);
  });
  const height = Math.max(0, ...cells.map((column) => column.length));
  const closures = closureColumns(report);
  return [
    [...columns.map((column) => column.label), ...closures.map(([label]) => label)],
    ...Array.from({ length: height }, (_row, at) => [...cells, ...closures.map(([, counts]) => counts)].map((column) => column[at])),
  ];
}

/** Closed requests by reason: the library's table has their sum only. */
function closureColumns({ query, rows, total }: ImpactReport): [label: string, counts: number[]][] {
  const figures = query.by || query.period ? rows.map((row) => row.figures) : [total];
  const reasons = [...(Object.keys(labels.closureReason) as ClosureReason[]), undefined];
  return reasons.map((reason) => [
    `Demandes classées : ${reason ? labels.closureReason[reason] : 'Sans raison donnée'}`,
    figures.map(({ requests }) => requests.closures.find((one) => (one.reason ?? undefined) === reason)?.count ?? 0),
  ]);
}

/** The shares that are of too few, by their headers rather than by their codes. */
const smallShares = (names: string | null | undefined, labelled: ReadonlyMap<string, string>): Cell =>
  names?.split(' ').map((name) => labelled.get(`${name}_rate`) ?? name).join(', ');

/** Four digits behind the comma: a hundredth of a percent. */
const rounded = (value: number | null | undefined): Cell => (value == null ? value : Math.round(value * 10_000) / 10_000);
