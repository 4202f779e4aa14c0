import { labels, type DemandReport, type DemandRow } from '../../library.js';
import { Select } from '../forms.js';
import type { Frame } from '../frame.js';
import { many, number, shortDay } from '../labels.js';
import { Page } from '../layout.js';
import { BarChart, type Bar } from './charts.js';
import { Figure } from './overview.js';

export interface DemandQuery {
  institution: string;
  /** One antenne, `*` for each of them, blank for the institution as a whole. */
  antenne: string;
  from: string;
  until: string;
}

interface DemandViewProps {
  frame: Frame;
  query: DemandQuery;
  institutions: readonly (readonly [string, string])[];
  antennes: readonly (readonly [string, string])[];
  report: DemandReport | undefined;
}

export function demandView({ frame, query, institutions, antennes, report }: DemandViewProps) {
  const address = new URLSearchParams({ institution: query.institution, antenne: query.antenne, du: query.from, au: query.until });
  return (
    <Page frame={frame} title="Sollicitations">
      <div class="row between head">
        <h1>Sollicitations</h1>
        {report && <a href={`/pilotage/sollicitations.csv?${address}`}>Télécharger (CSV)</a>}
      </div>
      <p class="lead">
        Ce qui est demandé à une institution, ce qui lui parvient, quelle règle de l’annuaire arrête le reste, et ce
        qu’apporterait un seul changement.
      </p>
      <article>
        <form method="get" action="/pilotage/sollicitations">
          <div class="grid">
            <Select name="institution" label="Institution" required value={query.institution} options={[['', 'Choisissez'], ...institutions]} />
            {antennes.length > 0 && (
              <Select
                name="antenne"
                label="Antenne"
                value={query.antenne}
                options={[['', 'L’institution entière'], ['*', 'Chaque antenne'], ...antennes]}
              />
            )}
            <label for="du">
              Besoins du <input type="date" id="du" name="du" value={query.from} />
            </label>
            <label for="au">
              Au <input type="date" id="au" name="au" value={query.until} />
            </label>
          </div>
          <button type="submit" class="quiet">
            Afficher
          </button>
        </form>
      </article>
      {report && <Report report={report} query={query} />}
    </Page>
  );
}

function Report({ report, query }: { report: DemandReport; query: DemandQuery }) {
  return (
    <>
      <p>
        Du {shortDay(query.from)} au {shortDay(query.until)} : {many(report.needs, 'besoin')} en tout, sur l’annuaire en service.
        {report.faults.length > 0 && ` ${many(report.faults.length, 'besoin n’est plus lisible', 'besoins ne sont plus lisibles')} sous cet annuaire, et ne compte${report.faults.length < 2 ? '' : 'nt'} pas.`}
      </p>
      {report.rows.length === 0 && <div class="notice">Rien à compter : l’institution n’a pas d’antenne.</div>}
      {report.rows.map((row) => (
        <Row row={row} />
      ))}
    </>
  );
}

/** Needs that are stopped stand beside all that were asked: they add up. */
function Row({ row }: { row: DemandRow }) {
  const { referrals } = row;
  const bars: Bar[] = [
    { label: 'Demandés', value: row.asked },
    { label: 'Proposés par les règles', value: row.matched, kind: 'good' },
    ...row.stopped.map((stop): Bar => ({ label: `Arrêtés : ${labels.rule[stop.rule]}`, value: stop.needs, kind: 'bad' })),
  ];
  return (
    <section>
      <h2>{row.name}</h2>
      <div class="figures">
        <Figure value={number(row.asked)} label="besoins sur ses sujets, dans son territoire" />
        <Figure value={number(row.matched)} label="que les règles lui proposent" of={`sur ${many(row.asked, 'besoin')}`} />
        <Figure value={number(referrals?.sent ?? 0)} label="lui ont été envoyés" />
        <Figure value={number(referrals?.answered ?? 0)} label="ont eu sa réponse" of={`sur ${many(referrals?.sent ?? 0, 'envoyé')}`} />
        <Figure value={number(referrals?.helped ?? 0)} label="ont eu son aide" of={`sur ${many(referrals?.sent ?? 0, 'envoyé')}`} />
        <Figure value={number(row.outside)} label="sur ses sujets, hors de son territoire" />
      </div>
      {row.asked > 0 && (
        <article>
          <BarChart title={`Ce qui arrête les besoins, ${row.name}`} bars={bars} />
        </article>
      )}
      {row.changes.length === 0 ? (
        <p class="muted">Aucun changement, à lui seul, n’ajouterait de besoin.</p>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-label={`Changements possibles, ${row.name}`}>
          <table aria-label={`Changements possibles, ${row.name}`}>
            <caption>Ce qu’un seul changement ajouterait, le plus utile d’abord</caption>
            <thead>
              <tr>
                <th scope="col" class="number">Besoins en plus</th>
                <th scope="col">De quoi</th>
                <th scope="col">Lequel</th>
              </tr>
            </thead>
            <tbody>
              {row.changes.map((change) => (
                <tr>
                  <th scope="row" class="number">{`+ ${number(change.needs)}`}</th>
                  <td>{labels.demandChangeKind[change.kind]}</td>
                  <td>{change.sentence}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
