/** Where an antenne's institution has nobody, within the antenne's own zones. */

import { Select } from '../forms.js';
import type { Frame } from '../frame.js';
import { many, number, percent } from '../labels.js';
import { Page } from '../layout.js';
import type { SubjectLine } from '../steering/coverage.js';

interface AntenneCoverageProps {
  frame: Frame;
  antenne: string;
  antennes: readonly (readonly [string, string])[];
  name: string;
  institution: string;
  zones: string;
  communes: number;
  population: number;
  lines: readonly SubjectLine[];
}

export function antenneCoverageView({ frame, antenne, antennes, name, institution, zones, communes, population, lines }: AntenneCoverageProps) {
  return (
    <Page frame={frame} title="Couverture de l’antenne">
      <h1>Couverture de l’antenne</h1>
      <p class="lead">
        {name}, {institution}. {zones} : {many(communes, 'commune')}, {number(population)} habitants.
      </p>
      {antennes.length > 1 && (
        <article>
          <form method="get" action="/antenne/couverture">
            <Select name="antenne" label="Antenne" required value={antenne} options={antennes} />
            <button type="submit" class="quiet">
              Afficher
            </button>
          </form>
        </article>
      )}
      {lines.length === 0 ? (
        <div class="notice">Aucun expert de cette institution ne traite de sujet.</div>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-label="Couverture par sujet">
          <table aria-label="Couverture par sujet">
            <thead>
              <tr>
                <th scope="col">Sujet</th>
                <th scope="col" class="number">Habitants sans expert de l’institution</th>
                <th scope="col">Où</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr>
                  <th scope="row">{line.label}</th>
                  <td class="number">
                    {line.gapPopulation === 0 ? (
                      <span class="tag good">couvert</span>
                    ) : (
                      `${number(line.gapPopulation)} (${percent(line.share)} de ${number(population)})`
                    )}
                  </td>
                  <td>
                    {line.where.join(', ')}
                    {line.more > 0 && ` et ${line.more} autres`}
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
