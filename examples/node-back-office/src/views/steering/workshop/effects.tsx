/** What a proposal does: to needs, to coverage, to those who can be written to. */

import type { Communes, CoverageDifference, NeedsDifference } from '../../../services/workshop/types.js';
import { many, number } from '../../labels.js';
import { causeLabel } from './words.js';

const MOST = 50;

export function NeedsEffect({ needs, days, csv }: { needs: NeedsDifference; days: number; csv: string }) {
  const { compared, differing, summary } = needs;
  const abandoned = differing.filter((one) => one.nobody).length;
  return (
    <>
      <h2>Les besoins du dernier mois</h2>
      <p>
        {compared === 0
          ? `Aucun besoin n’a été transmis ces ${days} derniers jours : rien à essayer.`
          : `${many(compared, 'besoin')} des ${days} derniers jours, essayés comme s’ils arrivaient aujourd’hui : ${
              differing.length === 0 ? 'aucun ne changerait d’experts.' : `${many(differing.length, 'changerait', 'changeraient')} d’experts.`
            }`}
      </p>
      {abandoned > 0 && (
        <div class="notice bad">{many(abandoned, 'besoin n’aurait plus personne', 'besoins n’auraient plus personne')}.</div>
      )}
      {summary.length > 0 && (
        <div class="scroll" tabindex={0} role="region" aria-label="Par institution et sujet">
          <table aria-label="Par institution et sujet">
            <caption>Experts gagnés et perdus, additionnés sur les besoins</caption>
            <thead>
              <tr>
                <th scope="col">Institution</th>
                <th scope="col">Sujet</th>
                <th scope="col" class="number">Gagnés</th>
                <th scope="col" class="number">Perdus</th>
              </tr>
            </thead>
            <tbody>
              {summary.map((one) => (
                <tr>
                  <th scope="row">{one.institution}</th>
                  <td>{one.subject}</td>
                  <td class="number">{number(one.gained)}</td>
                  <td class="number">{number(one.lost)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {differing.length > 0 && (
        <div class="scroll" tabindex={0} role="region" aria-label="Besoin par besoin">
          <table aria-label="Besoin par besoin">
            <caption>Besoin par besoin, et la règle qui le décide</caption>
            <thead>
              <tr>
                <th scope="col">Besoin</th>
                <th scope="col">Commune</th>
                <th scope="col">Qui le recevrait, qui ne le recevrait plus</th>
              </tr>
            </thead>
            <tbody>
              {differing.slice(0, MOST).map((one) => (
                <tr>
                  <th scope="row">{one.subject}</th>
                  <td>{one.commune}</td>
                  <td>
                    {one.changes.map((change) => (
                      <div>
                        {change.kind === 'gained' ? <ins>+ {change.expert}</ins> : <del>– {change.expert}</del>}{' '}
                        <small>
                          {change.institution} ; {causeLabel(change.cause)}
                        </small>
                      </div>
                    ))}
                    {one.nobody && <span class="tag bad">plus personne</span>}
                    {one.refusal && <small lang="en">{one.refusal}</small>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {differing.length > 0 && (
        <p>
          {differing.length > MOST && `Les ${MOST} premiers sont affichés. `}
          <a href={csv}>Tous, besoin par besoin (CSV)</a>
        </p>
      )}
    </>
  );
}

export function CoverageEffect({ coverage }: { coverage: readonly CoverageDifference[] }) {
  return (
    <>
      <h2>La couverture</h2>
      {coverage.length === 0 ? (
        <p>Aucune commune ne gagne ni ne perd son dernier expert.</p>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-label="Couverture gagnée et perdue">
          <table aria-label="Couverture gagnée et perdue">
            <thead>
              <tr>
                <th scope="col">Sujet</th>
                <th scope="col">Gagne un expert</th>
                <th scope="col">Perd son dernier expert</th>
              </tr>
            </thead>
            <tbody>
              {coverage.map((one) => (
                <tr>
                  <th scope="row">{one.subject}</th>
                  <td>{communesText(one.won)}</td>
                  <td>{one.lost.communes > 0 ? <strong>{communesText(one.lost)}</strong> : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function communesText({ communes, inhabitants, names }: Communes): string {
  if (communes === 0) return '–';
  const more = communes > names.length ? '…' : '';
  return `${many(communes, 'commune')}, ${many(inhabitants, 'habitant')} : ${names.join(', ')}${more}`;
}
