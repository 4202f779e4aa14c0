import type { VersionRow } from '../../../store/directory-versions.js';
import type { PageOf } from '../../../store/paging.js';
import type { Listing } from '../../../web/listing.js';
import { Form } from '../../forms.js';
import type { Frame } from '../../frame.js';
import { dayAndTime, many } from '../../labels.js';
import { Page } from '../../layout.js';
import { Pages } from '../../parts/listing.js';
import { changesText } from './proposal-list.js';
import { madeOf } from './words.js';

interface VersionsViewProps {
  frame: Frame;
  listing: Listing;
  page: PageOf<VersionRow>;
  /** The version in service. */
  current: number;
  nameOf: (institution: string) => string;
}

export function versionsView({ frame, listing, page, current, nameOf }: VersionsViewProps) {
  return (
    <Page frame={frame} title="Versions de l’annuaire">
      <p>
        <a href="/pilotage/annuaire">← Annuaire</a>
      </p>
      <h1>Versions de l’annuaire</h1>
      <p class="lead">
        Tout ce qui a été en service, la dernière d’abord. Revenir à une version est une proposition comme une autre :
        vous voyez ce qu’elle change, une seconde personne l’approuve.
      </p>
      <div class="scroll" tabindex={0} role="region" aria-label="Versions">
        <table aria-label="Versions">
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">En service le</th>
              <th scope="col">De quoi</th>
              <th scope="col">Par qui</th>
              <th scope="col">Ce qui a changé</th>
              <th scope="col">Revenir</th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((one) => (
              <tr>
                <th scope="row" class="number">
                  {one.number} {one.number === current && <span class="tag good">en service</span>}
                </th>
                <td class="nowrap">{dayAndTime(one.at)}</td>
                <td>
                  {one.proposal_id ? (
                    <a href={`/pilotage/annuaire/propositions/${one.proposal_id}`}>{madeOf(one, nameOf)}</a>
                  ) : (
                    madeOf(one, nameOf)
                  )}
                  <br />
                  <small>
                    {many(one.numbers.experts, 'expert')}, {many(one.numbers.antennes, 'antenne')}, {many(one.numbers.subjects, 'sujet')}
                  </small>
                </td>
                <td>
                  {one.approver ? (
                    <>
                      {one.author}
                      <br />
                      <small>approuvé par {one.approver}</small>
                    </>
                  ) : (
                    (one.author ?? 'au démarrage')
                  )}
                </td>
                <td>{one.changes ? changesText(one.changes) : '–'}</td>
                <td>
                  {one.number !== current &&
                    (one.kept ? (
                      <Form frame={frame} action={`/pilotage/annuaire/versions/${one.number}`} class="inline">
                        <button type="submit" class="quiet small">
                          Revenir à la version {one.number}
                        </button>
                      </Form>
                    ) : (
                      <small>effacée</small>
                    ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pages path="/pilotage/annuaire/versions" listing={listing} page={page} label="versions" />
    </Page>
  );
}
