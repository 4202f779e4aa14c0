/** A change of the directory as a person reads it: who comes, who changes and how, who leaves. */

import type { FieldDifference, RecordDifference } from '../../../services/workshop/types.js';
import { fieldLabel, KINDS, LISTS } from './words.js';

interface DifferenceProps {
  records: readonly RecordDifference[];
  /** Of the directory itself. */
  fields: readonly FieldDifference[];
}

export function Difference({ records, fields }: DifferenceProps) {
  return (
    <>
      {fields.length > 0 && (
        <article>
          <h3>L’annuaire lui-même</h3>
          <Fields fields={fields} />
        </article>
      )}
      {records.length > 0 && (
        <div class="scroll" tabindex={0} role="region" aria-label="Changements">
          <table aria-label="Changements">
            <thead>
              <tr>
                <th scope="col">Quoi</th>
                <th scope="col">Qui</th>
                <th scope="col">Champ par champ</th>
              </tr>
            </thead>
            <tbody>
              {records.map((record) => (
                <tr>
                  <th scope="row" class="nowrap">
                    <span class={`tag ${KINDS[record.kind][1]}`}>{KINDS[record.kind][0]}</span>
                    <br />
                    <small>{LISTS[record.list]}</small>
                  </th>
                  <td>
                    {record.name}
                    {record.within && (
                      <>
                        <br />
                        <small>{record.within}</small>
                      </>
                    )}
                  </td>
                  <td>{record.fields.length > 0 ? <Fields fields={record.fields} /> : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Fields({ fields }: { fields: readonly FieldDifference[] }) {
  return (
    <ul class="fields">
      {fields.map((one) => (
        <li>
          <strong>{fieldLabel(one.field)}</strong> : <Change change={one} />
        </li>
      ))}
    </ul>
  );
}

/** Signs and words tell what came from what went: colour alone would not. */
function Change({ change: { before, after, came, went } }: { change: FieldDifference }) {
  if (came || went) {
    if ((came ?? []).length + (went ?? []).length === 0) return <>l’ordre change</>;
    return (
      <>
        {(went ?? []).map((text) => (
          <del>– {text}</del>
        ))}
        {(came ?? []).map((text) => (
          <ins>+ {text}</ins>
        ))}
      </>
    );
  }
  return (
    <>
      {before !== undefined && <del>{before}</del>}
      {before !== undefined && after !== undefined && ' devient '}
      {after !== undefined ? <ins>{after}</ins> : ' (vide)'}
    </>
  );
}
