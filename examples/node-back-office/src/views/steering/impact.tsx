import { DIMENSIONS, type Dimension, type ImpactFigures } from '../../services/figures/impact.js';
import type { Made } from '../../services/figures/keeper.js';
import { labels, type Figures, type ImpactReport, type Share } from '../../library.js';
import { Select } from '../forms.js';
import type { Frame } from '../frame.js';
import { many, number, percent } from '../labels.js';
import { Page } from '../layout.js';
import { MadeNotice } from '../parts/made.js';
import { Said } from '../said.js';
import { BarChart, ColumnChart, type Bar } from './charts.js';
import { Figure } from './overview.js';

/** The page that the figures are on: steering's of everything, or a manager's of what is theirs. */
interface ImpactPlace {
  path: string;
  title: string;
  lead: string;
  dimensions: readonly Dimension[];
}

const STEERING: ImpactPlace = {
  path: '/pilotage/impact',
  title: 'Impact',
  lead: 'Ce que le service change pour les entreprises, d’après les seules mises en relation.',
  dimensions: DIMENSIONS,
};

interface ImpactViewProps {
  frame: Frame;
  place?: ImpactPlace;
  query: { from: string; until: string; by: Dimension; theme: string };
  themes: (readonly [string, string])[];
  /** Nothing while figures are made for the first time. */
  made: Made<ImpactFigures> | undefined;
}

export function impactView({ frame, place = STEERING, query, themes, made }: ImpactViewProps) {
  const address = new URLSearchParams({ du: query.from, au: query.until, par: query.by, theme: query.theme });
  return (
    <Page frame={frame} title={place.title}>
      <div class="row between head">
        <h1>{place.title}</h1>
        <a href={`${place.path}.csv?${address}`}>Télécharger (CSV)</a>
      </div>
      <p class="lead">{place.lead}</p>
      <article>
        <form method="get" action={place.path}>
          <div class="grid">
            <label for="du">
              Du <input type="date" id="du" name="du" value={query.from} />
            </label>
            <label for="au">
              Au <input type="date" id="au" name="au" value={query.until} />
            </label>
            <Select name="theme" label="Thème" value={query.theme} options={[['', 'Tous'], ...themes]} />
            <Select name="par" label="Détail par" required value={query.by} options={place.dimensions.map((id) => [id, labels.dimension[id]] as const)} />
          </div>
          <button type="submit" class="quiet">
            Afficher
          </button>
        </form>
      </article>
      <MadeNotice made={made} again={`${place.path}?${address}`} />
      {made && isEmpty(made.value) && <div class="notice">Aucun besoin sur cette période.</div>}
      {made && !isEmpty(made.value) && <Report query={query} {...made.value} />}
    </Page>
  );
}

const isEmpty = ({ report: { total } }: ImpactFigures): boolean => total.funnel.deposited === 0 && total.requests.deposited === 0;

function Report({ query, report, months }: ImpactFigures & Pick<ImpactViewProps, 'query'>) {
  const { total } = report;
  const { funnel, requests } = total;
  return (
    <>
      <div class="figures">
        <Figure value={number(total.companiesHelped)} label={`entreprises aidées, sur ${number(total.companies)}`} />
        <Figure value={share(total.helped)} label="ont reçu une aide" of={outOf(total.helped, MATCHED)} />
        <Figure value={share(total.exchanged)} label="ont donné lieu à un échange" of={outOf(total.exchanged, MATCHED)} />
        <Figure value={share(total.takenWithin5Days)} label="pris en charge en moins de 5 jours" of={outOf(total.takenWithin5Days, TAKEN)} />
        <Figure value={days(total.medianDaysToTake)} label="de délai médian de prise en charge" of="des besoins pris en charge" />
        <Figure value={share(total.abandoned)} label="abandonnés, sans réponse de personne" of={outOf(total.abandoned, MATCHED)} />
        <Figure value={share(total.nobodyFound)} label="sans expert dans l’annuaire" of={outOf(total.nobodyFound, DEPOSITED)} />
        <Figure value={number(funnel.notSent)} label="avec des experts possibles, envoyés à personne" of={`sur ${many(funnel.deposited, ...DEPOSITED)}`} />
      </div>
      {requests.deposited > 0 && <Requests requests={requests} />}
      {total.surveys.asked > 0 && <Surveys surveys={total.surveys} />}
      <div class="columns wide">
        <article>
          <BarChart
            title="Du besoin déposé à l’aide"
            bars={[
              { label: 'Besoins déposés', value: funnel.deposited },
              { label: 'Transmis à un expert', value: funnel.matched },
              { label: 'Ayant reçu une réponse', value: funnel.answered },
              { label: 'Échange avec un conseiller', value: funnel.exchanged },
              { label: 'Aide proposée', value: funnel.helped, kind: 'good' },
            ]}
          />
        </article>
        <article>
          <ColumnChart
            title="Mois par mois"
            legend={['Besoins déposés', 'dont aidés']}
            columns={months.rows.slice(-12).map((row) => ({
              label: monthOf(row.period ?? ''),
              value: row.figures.funnel.deposited,
              part: row.figures.funnel.helped,
            }))}
          />
        </article>
        <article>
          <BarChart
            title="Ce que sont devenus les besoins"
            bars={[
              { label: 'Aide proposée', value: funnel.helped, kind: 'good' },
              { label: 'Pas d’aide disponible', value: funnel.noHelp, kind: 'plain' },
              { label: 'En cours', value: funnel.inProgress },
              { label: 'En attente de réponse', value: funnel.waiting + funnel.pending, kind: 'wait' },
              { label: 'Entreprise injoignable', value: funnel.unreachable, kind: 'plain' },
              { label: 'Refusés par tous', value: funnel.refused, kind: 'bad' },
              { label: 'Abandonnés ou expirés', value: funnel.abandoned + funnel.expired, kind: 'bad' },
              { label: 'Sans expert trouvé', value: funnel.nobodyFound, kind: 'bad' },
              { label: 'Envoyés à personne', value: funnel.notSent, kind: 'bad' },
            ]}
          />
        </article>
        {requests.deposited > 0 && (
          <article>
            <BarChart
              title="Ce que sont devenues les demandes du portail"
              bars={[
                { label: 'Transmises', value: requests.transmitted, kind: 'good' },
                { label: 'À lire', value: requests.toRead, kind: 'wait' },
                { label: 'Retenues, à confirmer ou à lire', value: requests.held, kind: 'wait' },
                ...requests.closures.map((one): Bar => ({ label: one.label, value: one.count, kind: 'plain' })),
              ]}
            />
          </article>
        )}
        {total.refusals.length > 0 && (
          <article>
            <BarChart
              title="Pourquoi les experts refusent"
              bars={total.refusals.map((one) => ({ label: one.label, value: one.count, kind: 'plain' }))}
            />
          </article>
        )}
      </div>
      <h2>Par {labels.dimension[query.by].toLowerCase()}</h2>
      <Rows report={report} />
      <Equity equity={report.equity} />
    </>
  );
}

/** What came before needs: a request may wait or be closed, and never become one. */
function Requests({ requests }: { requests: Figures['requests'] }) {
  const { transmittedShare, transmittedInTime } = requests;
  return (
    <div class="figures">
      <Figure value={number(requests.deposited)} label="demandes déposées sur le portail" />
      <Figure value={share(transmittedShare)} label="transmises" of={outOf(transmittedShare, ['demande déposée', 'demandes déposées'])} />
      <Figure
        value={share(transmittedInTime)}
        label="transmises en moins de 72 heures"
        of={outOf(transmittedInTime, ['demande transmise ou en retard', 'demandes transmises ou en retard'])}
      />
      <Figure value={number(requests.toRead + requests.held)} label="en attente d’une confirmation ou d’une lecture" of={`dont ${many(requests.held, 'retenue')}`} />
      <Figure value={number(requests.closed)} label="classées sans suite" of={`sur ${many(requests.deposited, 'demande déposée', 'demandes déposées')}`} />
    </div>
  );
}

/** What companies said of the help that they got. */
function Surveys({ surveys }: { surveys: Figures['surveys'] }) {
  const { asked, answered, answers, satisfaction, outcomes } = surveys;
  return (
    <>
      <h2>Ce qu’en disent les entreprises</h2>
      <div class="figures">
        <Figure value={share(answers)} label="ont répondu à l’enquête" of={outOf(answers, ['enquête envoyée', 'enquêtes envoyées'])} />
        <Figure value={share(satisfaction)} label="ont été rappelées et jugent l’échange utile" of={outOf(satisfaction, ['réponse', 'réponses'])} />
        <Figure value={number(surveys.calledBack)} label="disent avoir été rappelées" of={`sur ${many(answered, 'réponse')} (${many(asked, 'enquête envoyée', 'enquêtes envoyées')})`} />
        {outcomes.map((one) => (
          <Figure value={number(one.count)} label={one.label} of={`sur ${many(answered, 'réponse')}`} />
        ))}
      </div>
    </>
  );
}

function Rows({ report }: { report: ImpactReport }) {
  return (
    <>
      <div class="scroll" tabindex={0} role="region" aria-label="Détail">
        <table aria-label="Détail">
          <thead>
            <tr>
              <th scope="col">
                <Said>Groupe</Said>
              </th>
              <Column title="Besoins" of="déposés" />
              <Column title="Envoyés à personne" of="besoins déposés" />
              <Column title="Échange" of="des besoins transmis" />
              <Column title="Aide" of="des besoins transmis" />
              <Column title="En moins de 5 jours" of="des besoins pris en charge" />
              <Column title="Délai médian" of="des prises en charge" />
              <Column title="Refus" of="des mises en relation" />
            </tr>
          </thead>
          <tbody>
            {report.rows.map((row) => (
              <tr>
                <th scope="row">{row.label}</th>
                <td class="number">{number(row.figures.funnel.deposited)}</td>
                <td class="number">{number(row.figures.funnel.nobodyFound + row.figures.funnel.notSent)}</td>
                <ShareCell share={row.figures.exchanged} />
                <ShareCell share={row.figures.helped} />
                <ShareCell share={row.figures.takenWithin5Days} />
                <td class="number">{days(row.figures.medianDaysToTake)}</td>
                <ShareCell share={row.figures.refusal} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="muted">
        {anySmall(report) && '* Moins de dix cas : à lire avec prudence. '}
        {!report.addsUp && 'Un besoin qui concerne plusieurs lignes compte dans chacune : elles ne s’additionnent pas.'}
      </p>
    </>
  );
}

function Column({ title, of }: { title: string; of: string }) {
  return (
    <th scope="col" class="number">
      {title}
      <br />
      <small>{of}</small>
    </th>
  );
}

function ShareCell({ share: one }: { share: Share }) {
  return (
    <td class="number">
      {share(one)}
      {one.of > 0 && (
        <>
          <br />
          <small>{`${number(one.count)} sur ${number(one.of)}`}</small>
        </>
      )}
    </td>
  );
}

function Equity({ equity }: Pick<ImpactReport, 'equity'>) {
  const known = equity.territories.filter((one) => one.needsPerThousand != null);
  if (known.length === 0) return null;
  const bars: Bar[] = known.map((one) => ({
    label: one.label,
    value: 100 * (one.needsPerThousand ?? 0),
    part: 100 * (one.helpedPerThousand ?? 0),
    text: decimal(100 * (one.needsPerThousand ?? 0)),
  }));
  return (
    <>
      <h2>Équité entre territoires</h2>
      <article>
        <BarChart title="Besoins pour 100 000 habitants, dont aidés (foncé)" bars={bars} />
        <p class="muted">
          Écart entre territoires (indice de Gini, 0 : tous pareils) : {decimal(equity.territoriesGini)} ; entre les{' '}
          {many(equity.institutions, 'institution')} : {decimal(equity.institutionsGini)}.
        </p>
      </article>
    </>
  );
}

const DECIMAL = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' });

const decimal = (value: number | null | undefined): string => (value == null ? '–' : DECIMAL.format(value));
const monthOf = (period: string): string => (period ? MONTH.format(new Date(`${period}-01`)) : '');
const days = (value: number | null | undefined): string => (value == null ? '–' : `${decimal(value)} j`);
/** What percentages are of: one, several. */
type Whole = readonly [one: string, several: string];
const DEPOSITED: Whole = ['besoin déposé', 'besoins déposés'];
const MATCHED: Whole = ['besoin transmis', 'besoins transmis'];
const TAKEN: Whole = ['besoin pris en charge', 'besoins pris en charge'];

const outOf = ({ count, of }: Share, [one, several]: Whole): string =>
  `${number(count)} sur ${many(of, one, several)}`;
const share = (one: Share): string => `${percent(one.value)}${one.small && one.of > 0 ? '*' : ''}`;
const anySmall = (report: ImpactReport): boolean => report.rows.some((row) => hasSmall(row.figures));
const hasSmall = (figures: Figures): boolean =>
  [figures.exchanged, figures.helped, figures.takenWithin5Days, figures.refusal].some((one) => one.small && one.of > 0);
