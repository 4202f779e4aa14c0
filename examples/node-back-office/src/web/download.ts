/** Files that pages offer. */

import type { FastifyReply } from 'fastify';
import { csvName, csvOf, type Cell } from '../services/csv.js';

export interface CsvTable {
  /** What the table is of. */
  what: string;
  /** The filters of the page, as words of the file's name. */
  filters: readonly (readonly [name: string, value: string])[];
  /** The first row is the header. */
  rows: readonly (readonly Cell[])[];
}

export function sendCsv(reply: FastifyReply, { what, filters, rows }: CsvTable): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${csvName(what, filters)}"`)
    .send(csvOf(rows));
}
