/** The public page of figures. Each percentage stands beside its part and its whole; each chart beside its table. */

import type { ImpactReport, Share } from '../library.js';
import { LEAST, type PublicFigures } from '../services/public-figures.js';
import type { Frame } from './frame.js';
import { longDay, many, number, percent } from './labels.js';
import { Page } from './layout.js';
import { BarChart, ColumnChart } from './steering/charts.js';
import { Figure } from './steering/overview.js';

const STEPS = { month: 'mois', quarter: 'trimestre', year: 'an' } as const;

type Row = ImpactReport['rows'][number];

export const groupName = ({ label }: Row): string => label;

const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const SHORT_MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' });

/** A month or a quarter, such as `2026-11` or `2026-T4`, in words. */
export function periodName(period: string, format = MONTH): string {
  const [year, part = ''] = period.split('-');
  return part.startsWith('T') ? `${part} ${year}` : format.format(new Date(`${period}-01T00:00:00Z`));
}

export function figuresView({ frame, figures }: { frame: Frame; figures: PublicFigures }) {
  return (
    <Page frame={frame} title="Le service en chiffres">
      <div class="row between head">
        <h1>Le service en chiffres</h1>
        {figures.enough && <a href="/chiffres.csv">Télécharger (CSV)</a>}
      </div>
      <p class="lead">
        Ce que sont devenus les besoins déposés du {longDay(figures.from)} au {longDay(figures.until)}, tels qu’ils étaient à
        cette date. Ces chiffres changent une fois par {STEPS[figures.step]}.
      </p>
      {figures.enough ? <Published figures={figures} /> : <div class="notice">Trop peu de besoins sur la période : rien n’est publié en dessous de {LEAST}, pour ne désigner aucune entreprise.</div>}
    </Page>
  );
}

function Published({ figures: { total, themes, territories, periods } }: { figures: PublicFigures }) {
  const { funnel, companies, companiesHelped, helped, exchanged, takenWithin5Days } = total.total;
  return (
    <>
      <div class="figures">
        <Figure value={number(companiesHelped)} label="entreprises aidées" of={`sur ${many(companies, 'entreprise')} qui ont déposé un besoin`} />
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
          title="Du besoin déposé à l’aide"
          bars={[
            { label: 'Besoins déposés', value: funnel.deposited },
            { label: 'Transmis à un conseiller', value: funnel.matched },
            { label: 'Ayant reçu une réponse', value: funnel.answered },
            { label: 'Échange avec un conseiller', value: funnel.exchanged },
            { label: 'Aide proposée', value: funnel.helped, kind: 'good' },
          ]}
        />
      </article>
      <Part title="Par thème" column="Thème" report={themes} />
      <Part title="Par département" column="Département" report={territories} />
      {periods && (
        <>
          <Part title={periods.query.period === 'month' ? 'Mois par mois' : 'Trimestre par trimestre'} column="Période" report={periods} />
          <article>
            <ColumnChart
              title="Besoins déposés et aidés, par période"
              legend={['Besoins déposés', 'dont aidés']}
              columns={periods.rows.map(({ period = '', figures }) => ({
                label: periodName(period, SHORT_MONTH),
                value: figures.funnel.deposited,
                part: figures.funnel.helped,
              }))}
            />
          </article>
        </>
      )}
      <p class="muted">
        Un groupe de moins de {LEAST} besoins n’est pas montré seul : il est réuni à d’autres, assez grands pour que rien ne
        désigne une entreprise. Un besoin aidé est un besoin pour lequel un conseiller dit avoir proposé une aide.
      </p>
    </>
  );
}

function Part({ title, column, report }: { title: string; column: string; report: ImpactReport }) {
  return (
    <>
      <h2>{title}</h2>
      <div class="scroll" tabindex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th>{column}</th>
              <th class="number">Besoins déposés</th>
              <th class="number">Transmis</th>
              <th class="number">Échange avec un conseiller</th>
              <th class="number">Aide proposée</th>
            </tr>
          </thead>
          <tbody>
            {report.rows.map((row) => (
              <tr>
                <th scope="row">{row.period ? periodName(row.period) : groupName(row)}</th>
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
