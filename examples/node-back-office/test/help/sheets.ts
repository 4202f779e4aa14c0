/** Sheets as partners send them: CSV of the directory in service with changes, and workbooks made by hand. */

import { strToU8, zipSync } from 'fflate';
import type { Library } from '../../src/library.js';

/** The rows of the experts' sheet whose institution begins so, below its header. */
export function expertsSheet(library: Library, institution: string, change: (rows: string[][]) => string[][] = (rows) => rows): string[][] {
  const [header = [], ...rows] = parsed(library.directory.exportExperts());
  return [header, ...change(rows.filter(([name]) => name === institution))];
}

export const csvText = (rows: readonly (readonly string[])[], separator = ','): string =>
  rows.map((row) => row.map((cell) => (/["\n,;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator)).join('\n');

/** Text with quotes, as rows of cells. */
function parsed(text: string): string[][] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? ''));
}

/** A cell of a workbook: a text, or a formula that a program left without its value. */
export type WorkbookCell = string | { formula: string };

/** An `.xlsx` file with one sheet of a name for each entry. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly WorkbookCell[])[]>>, extra: Record<string, Uint8Array> = {}): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${names.map((_name, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${PACKAGE}">${names.map((_name, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    ),
  };
  names.forEach((name, at) => (parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheets[name] ?? [])));
  return zipSync({ ...parts, ...extra }, { level: 1 });
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const xml = (text: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function sheetXml(rows: readonly (readonly WorkbookCell[])[]): Uint8Array {
  const cell = (value: WorkbookCell, column: number, row: number): string => {
    const place = `${columnName(column)}${row + 1}`;
    if (typeof value !== 'string') return `<c r="${place}"><f>${escaped(value.formula)}</f></c>`;
    return value === '' ? '' : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  };
  const lines = rows.map((row, at) => `<row r="${at + 1}">${row.map((value, column) => cell(value, column, at)).join('')}</row>`);
  return xml(`<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`);
}

const columnName = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${String.fromCharCode(64 + Math.floor(column / 26))}${String.fromCharCode(65 + (column % 26))}`;
