import type { Finding, KeptDirectory } from '../../services/directory.js';
import { Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { dayAndTime, many, number } from '../labels.js';
import { Page } from '../layout.js';
import { findingLabel } from './findings.js';
import { Figure } from './overview.js';

export function directoryView({ frame, kept }: { frame: Frame; kept: KeptDirectory }) {
  const { directory } = kept.library;
  const errors = kept.findings.filter((one) => one.severity === 'error');
  return (
    <Page frame={frame} title="Annuaire">
      <div class="row between head">
        <h1>Annuaire</h1>
        <Form frame={frame} action="/pilotage/annuaire">
          <button type="submit">Recharger l’annuaire</button>
        </Form>
      </div>
      <p class="lead">
        En service depuis le {dayAndTime(kept.loadedAt)}. Recharger vérifie les fichiers puis les met en service sans
        arrêter le site ; s’ils contiennent une erreur, l’annuaire actuel reste.
      </p>
      <div class="figures">
        <Figure value={number(directory.institutions.length)} label="institutions" />
        <Figure value={number(directory.antennes.length)} label="antennes" />
        <Figure value={number(directory.experts.length)} label="experts" />
        <Figure value={number(directory.subjects.length)} label="sujets" />
      </div>
      <h2>Vérification du {dayAndTime(kept.checkedAt)}</h2>
      {kept.refused && (
        <div class="notice bad" role="alert">
          Version refusée : {many(errors.length, 'erreur')}. L’annuaire précédent reste en service.
        </div>
      )}
      {kept.findings.length === 0 ? (
        <div class="notice good">Aucune erreur, aucun avertissement.</div>
      ) : (
        <Findings findings={kept.findings} />
      )}
      <p class="muted">
        Dossier : {kept.path}. La vérification voit ce qui est mal écrit ; ce qui manque se voit dans la{' '}
        <a href="/pilotage/couverture">couverture</a>.
      </p>
    </Page>
  );
}

const MOST = 200;

function Findings({ findings }: { findings: readonly Finding[] }) {
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
          {findings.slice(0, MOST).map((one) => (
            <tr>
              <th scope="row">
                <span class={one.severity === 'error' ? 'tag bad' : 'tag wait'}>
                  {one.severity === 'error' ? 'Erreur' : 'Avertissement'}
                </span>
              </th>
              <td class="nowrap">
                {one.file ?? '–'}
                {one.line !== undefined && `, ligne ${one.line}`}
                {one.column !== undefined && `, colonne ${one.column}`}
              </td>
              <td>
                {findingLabel(one.code)}
                {one.text && (
                  <>
                    {' : '}
                    <code>{one.text}</code>
                  </>
                )}
                {one.nearest && (
                  <>
                    . Sans doute <code>{one.nearest}</code>
                  </>
                )}
                <br />
                <small lang="en">{one.message}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
