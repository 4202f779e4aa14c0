/** Experts with open referrals, those who have left the directory first; and giving all of them to a colleague. */

import { Form, Select } from '../forms.js';
import type { Frame } from '../frame.js';
import { many, number } from '../labels.js';
import { Page } from '../layout.js';

export interface OpenWith {
  expert: string;
  name: string;
  institution_name: string;
  count: number;
  /** Has left the directory, or is out of service: nobody answers. */
  gone: boolean;
}

interface DeparturesViewProps {
  frame: Frame;
  lines: readonly OpenWith[];
  chosen: OpenWith | undefined;
  successors: readonly (readonly [id: string, name: string])[];
}

export function departuresView({ frame, lines, chosen, successors }: DeparturesViewProps) {
  const sorted = [...lines].sort((a, b) => Number(b.gone) - Number(a.gone));
  return (
    <Page frame={frame} title="Départs">
      <h1>Départs</h1>
      <p class="lead">Quand un expert s’en va, ses demandes ouvertes passent à un collègue de son institution, telles qu’elles sont.</p>
      {chosen && (
        <article>
          <h2 class="flat">
            {chosen.name}, {many(chosen.count, 'demande ouverte', 'demandes ouvertes')}
          </h2>
          {successors.length === 0 ? (
            <p>Personne d’autre, dans son institution, ne peut être prévenu : complétez l’annuaire.</p>
          ) : (
            <Form frame={frame} action="/pilotage/departs">
              <input type="hidden" name="expert" value={chosen.expert} />
              <Select
                name="successor"
                label="Successeur"
                hint="Ce qu’il a déjà, ou pour quoi il n’a pas la compétence, reste en place"
                required
                options={successors}
              />
              <button type="submit">Tout transférer</button>
            </Form>
          )}
        </article>
      )}
      {sorted.length === 0 ? (
        <p class="muted">Aucune demande n’est ouverte.</p>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-label="Demandes ouvertes par expert">
          <table aria-label="Demandes ouvertes par expert">
            <thead>
              <tr>
                <th scope="col">Expert</th>
                <th scope="col">Institution</th>
                <th scope="col" class="number">Demandes ouvertes</th>
                <th scope="col">Suite</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((line) => (
                <tr>
                  <th scope="row">
                    {line.name} {line.gone && <span class="tag bad">plus dans l’annuaire</span>}
                  </th>
                  <td>{line.institution_name}</td>
                  <td class="number">{number(line.count)}</td>
                  <td>
                    <a href={`/pilotage/departs?expert=${encodeURIComponent(line.expert)}`} aria-label={`Transférer les demandes de ${line.name}`}>
                      Transférer
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
