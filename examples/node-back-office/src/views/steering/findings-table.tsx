/** What a check found, line by line, and what to do about it. */

import type { Finding } from '../../services/directory-findings.js';

const SEVERITIES = { error: ['Erreur', 'bad'], warning: ['Avertissement', 'wait'], remark: ['Remarque', 'plain'] } as const;

export const severityLabel = (severity: Finding['severity']): string => SEVERITIES[severity][0];

/** Where a finding is, in words. */
export const placeOf = ({ file, line, column }: Finding): string =>
  [file ?? '–', line !== undefined && `ligne ${line}`, column !== undefined && `colonne ${file?.endsWith('.json') ? column : columnName(column)}`].filter(Boolean).join(', ');

/** A column as spreadsheets name it: 1 is A, 28 is AB. */
function columnName(column: number): string {
  let [name, left] = ['', column];
  while (left > 0) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
    left = Math.floor((left - 1) / 26);
  }
  return name;
}

export function FindingsTable({ findings }: { findings: readonly Finding[] }) {
  return (
    <div class="scroll" tabindex={0} role="region" aria-label="Remarques">
      <table aria-label="Remarques">
        <thead>
          <tr>
            <th scope="col">Gravité</th>
            <th scope="col">Où</th>
            <th scope="col">Remarque</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((one) => (
            <tr>
              <th scope="row">
                <span class={`tag ${SEVERITIES[one.severity][1]}`}>{SEVERITIES[one.severity][0]}</span>
              </th>
              <td class="nowrap">{placeOf(one)}</td>
              <td>
                {one.message}
                {one.nearest && (
                  <>
                    . Sans doute <code>{one.nearest}</code>
                  </>
                )}
                {one.remedy && (
                  <>
                    <br />
                    {one.remedy}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
