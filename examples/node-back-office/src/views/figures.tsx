/** The public page of figures. Each percentage stands beside its part and its whole; each chart beside its table. */

import type { ImpactReport, Share } from '../library.js';
import { LEAST, type FigurePeriod, type PublicFigures } from '../services/public-figures/measured.js';
import type { Frame } from './frame.js';
import { longDay, many, number, percent } from './labels.js';
import { Page } from './layout.js';
import { BarChart, ColumnChart } from './steering/charts.js';
import { Figure } from './steering/overview.js';

const month = (format: 'short' | 'long', year: boolean): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('fr-FR', { month: format, ...(year && { year: 'numeric' }), timeZone: 'UTC' });
const MONTH = month('long', false);
const MONTH_AND_YEAR = month('long', true);
const SHORT_MONTH = month('short', false);

/** Whole months in words, such as « mars à mai 2026 ». */
export function periodName({ from, until }: FigurePeriod): string {
  const [start, end] = [new Date(from), new Date(until)];
  if (from.slice(0, 7) === until.slice(0, 7)) return MONTH_AND_YEAR.format(end);
  return `${(from.slice(0, 4) === until.slice(0, 4) ? MONTH : MONTH_AND_YEAR).format(start)} à ${MONTH_AND_YEAR.format(end)}`;
}

export function figuresView({ frame, figures }: { frame: Frame; figures: PublicFigures | undefined }) {
  return (
    <Page frame={frame} title="Le service en chiffres">
      <div class="row between head">
        <h1>Le service en chiffres</h1>
        {figures && <a href="/chiffres.csv">Télécharger (CSV)</a>}
      </div>
      {figures ? (
        <>
          <p class="lead">
            Ce que sont devenus les besoins reçus du {longDay(figures.from)} au {longDay(figures.until)}, tels qu’ils étaient à
            cette date. Ces chiffres changent une fois par mois au plus.
          </p>
          <Published figures={figures} />
        </>
      ) : (
        <div class="notice">Trop peu d’entreprises encore : rien n’est publié en dessous de {LEAST}, pour n’en désigner aucune.</div>
      )}
    </Page>
  );
}

function Published({ figures: { total, themes, territories, periods } }: { figures: PublicFigures }) {
  const { funnel, companies, companiesHelped, helped, exchanged, takenWithin5Days } = total;
  return (
    <>
      <div class="figures">
        <Figure value={number(companiesHelped)} label="entreprises aidées" of={`sur ${many(companies, 'entreprise')} qui ont demandé`} />
        <Figure value={percent(helped.value)} label="des besoins transmis ont reçu une aide" of={outOf(helped, 'besoin transmis', 'besoins transmis')} />
        <Figure value={percent(exchanged.value)} label="ont donné lieu à un échange avec un conseiller" of={outOf(exchanged, 'besoin transmis', 'besoins transmis')} />
        <Figure
          value={percent(takenWithin5Days.value)}
          label="pris en charge en moins de 5 jours"
          of={outOf(takenWithin5Days, 'besoin pris en charge', 'besoins pris en charge')}
        />
      </div>
      <article>
        <BarChart
          title="Du besoin reçu à l’aide"
          bars={[
            { label: 'Besoins reçus', value: funnel.deposited },
            { label: 'Transmis à un conseiller', value: funnel.matched },
            { label: 'Ayant reçu une réponse', value: funnel.answered },
            { label: 'Échange avec un conseiller', value: funnel.exchanged },
            { label: 'Aide proposée', value: funnel.helped, kind: 'good' },
          ]}
        />
      </article>
      <Part title="Par thème" column="Thème" rows={themes.rows} />
      <Part title="Par département" column="Département" rows={territories.rows} />
      <Part title="Au fil des mois" column="Période" rows={periods.map((one) => ({ label: periodName(one), figures: one.figures }))} />
      {periods.length > 1 && (
        <article>
          <ColumnChart
            title="Besoins reçus et aidés, par période"
            legend={['Besoins reçus', 'dont aidés']}
            columns={periods.map(({ until, figures }) => ({
              label: SHORT_MONTH.format(new Date(until)),
              value: figures.funnel.deposited,
              part: figures.funnel.helped,
            }))}
          />
        </article>
      )}
      <p class="muted">
        Rien ici ne désigne une entreprise : un groupe de moins de {LEAST} besoins est réuni à d’autres, et un mois de moins
        de {LEAST} entreprises aux suivants. Un besoin aidé est un besoin pour lequel un conseiller dit avoir proposé une aide.
      </p>
    </>
  );
}

function Part({ title, column, rows }: { title: string; column: string; rows: readonly Pick<ImpactReport['rows'][number], 'label' | 'figures'>[] }) {
  return (
    <>
      <h2>{title}</h2>
      <div class="scroll" tabindex={0} role="region" aria-label={title}>
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{column}</th>
              <th scope="col" class="number">Besoins reçus</th>
              <th scope="col" class="number">Transmis</th>
              <th scope="col" class="number">Échange avec un conseiller</th>
              <th scope="col" class="number">Aide proposée</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">{row.label}</th>
                <td class="number">{number(row.figures.funnel.deposited)}</td>
                <td class="number">{number(row.figures.funnel.matched)}</td>
                <ShareCell share={row.figures.exchanged} />
                <ShareCell share={row.figures.helped} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function ShareCell({ share }: { share: Share }) {
  return (
    <td class="number">
      {percent(share.value)}
      {share.of > 0 && (
        <>
          <br />
          <small>{outOf(share, 'transmis', 'transmis')}</small>
        </>
      )}
    </td>
  );
}

const outOf = ({ count, of }: Share, one: string, several: string): string => `${number(count)} sur ${many(of, one, several)}`;
