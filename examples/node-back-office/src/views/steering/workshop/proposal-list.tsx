import type { ProposalLine } from '../../../store/directory-proposals.js';
import { dayAndTime, number } from '../../labels.js';
import { madeOf, STATUS } from './words.js';

interface ProposalListProps {
  proposals: readonly ProposalLine[];
  nameOf: (institution: string) => string;
  label: string;
}

export function ProposalList({ proposals, nameOf, label }: ProposalListProps) {
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={label}>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Proposition</th>
            <th scope="col">Par</th>
            <th scope="col">Le</th>
            <th scope="col">Ce qui change</th>
            <th scope="col">État</th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((one) => (
            <tr>
              <th scope="row">
                <a href={`/pilotage/annuaire/propositions/${one.id}`}>{madeOf(one, nameOf)}</a>
              </th>
              <td>{one.author}</td>
              <td class="nowrap">{dayAndTime(one.created_at)}</td>
              <td>{changesText(one.numbers)}</td>
              <td>
                <span class={`tag ${STATUS[one.status][1]}`}>{STATUS[one.status][0]}</span>
                {one.decider && (
                  <>
                    <br />
                    <small>{one.decider}</small>
                  </>
                )}
                {one.reason && (
                  <>
                    <br />
                    <small>« {one.reason} »</small>
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

/** What a proposal changes, in figures. */
export function changesText(numbers: Readonly<Record<string, number>>): string {
  const { added = 0, changed = 0, removed = 0, errors = 0, differing = 0 } = numbers;
  const parts = [
    errors > 0 ? `erreurs : ${number(errors)}` : '',
    added > 0 ? `ajouts : ${number(added)}` : '',
    changed > 0 ? `modifications : ${number(changed)}` : '',
    removed > 0 ? `départs : ${number(removed)}` : '',
    differing > 0 ? `besoins touchés : ${number(differing)}` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'rien' : parts.join(', ');
}
