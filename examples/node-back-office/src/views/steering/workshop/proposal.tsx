import { numberedPage } from '../../../web/listing.js';
import { TRIED_DAYS, type Proposal } from '../../../services/workshop/proposals.js';
import type { Result } from '../../../services/workshop/types.js';
import { Area, Form, Select, type Errors } from '../../forms.js';
import type { Frame } from '../../frame.js';
import { dayAndTime, many, number } from '../../labels.js';
import { Page } from '../../layout.js';
import { NumberedPages } from '../../parts/listing.js';
import { FindingsTable } from '../findings-table.js';
import { Figure } from '../overview.js';
import { Departures } from './departures.js';
import { Difference } from './difference.js';
import { CoverageEffect, NeedsEffect } from './effects.js';
import { ReadingFields } from './upload.js';
import { madeOf, STATUS } from './words.js';

export interface ProposalViewProps {
  frame: Frame;
  proposal: Proposal;
  sheets: { position: number; name: string; size: number }[];
  /** The account that looks. */
  account: string;
  /** The version in service. */
  version: number;
  /** Whether it would change anything. */
  changes: boolean;
  /** The pages of changes and of findings, as the address says them. */
  pages: { page: string; remarques: string };
  institutions: readonly (readonly [string, string])[];
  nameOf: (institution: string) => string;
  errors?: Errors | undefined;
}

export function proposalView(props: ProposalViewProps) {
  const { frame, proposal, nameOf, sheets } = props;
  const { result, status, numbers } = proposal;
  const address = `/pilotage/annuaire/propositions/${proposal.id}`;
  const title = madeOf(proposal, nameOf);
  return (
    <Page frame={frame} title={title} errors={props.errors}>
      <p>
        <a href="/pilotage/annuaire">← Annuaire</a>
      </p>
      <h1>
        {title} <span class={`tag ${STATUS[status][1]}`}>{STATUS[status][0]}</span>
      </h1>
      <p class="lead">
        Proposée par {proposal.author} le {dayAndTime(proposal.created_at)}, comparée à la version {proposal.base}.
        {proposal.decider && proposal.decided_at && ` Décidée par ${proposal.decider} le ${dayAndTime(proposal.decided_at)}.`}
      </p>
      {proposal.reason && <div class="notice">Raison : {proposal.reason}</div>}
      {sheets.length > 0 && (
        <ul>
          {sheets.map((sheet) => (
            <li>
              <a href={`${address}/feuilles/${sheet.position}`}>{sheet.name}</a>{' '}
              <span class="muted">({many(Math.ceil(sheet.size / 1024), 'kilooctet')})</span>
            </li>
          ))}
        </ul>
      )}
      <div class="figures">
        <Figure value={number(numbers['added'] ?? 0)} label="ajouts" />
        <Figure value={number(numbers['changed'] ?? 0)} label="modifications" />
        <Figure value={number(numbers['removed'] ?? 0)} label="départs" />
        <Figure value={number(numbers['differing'] ?? 0)} label="besoins changeraient d’experts" of={`sur ${many(numbers['needs'] ?? 0, 'besoin')} du dernier mois`} />
        <Figure value={number((numbers['errors'] ?? 0) + (numbers['warnings'] ?? 0))} label="erreurs et avertissements" />
      </div>
      {status === 'open' && <Decision {...props} address={address} />}
      {result ? (
        <Details {...props} address={address} result={result} />
      ) : (
        <p class="muted">Le détail est effacé ; les chiffres restent.</p>
      )}
    </Page>
  );
}

/** How many findings, and how many changes, a page shows. */
const PER_PAGE = 50;

type Parts = ProposalViewProps & { address: string };

/** What may be done, and why not. */
function Decision({ frame, proposal, account, version, changes, address, errors }: Parts) {
  const own = proposal.author_id === account;
  const stale = proposal.base !== version;
  const errorCount = proposal.numbers['errors'] ?? 0;
  return (
    <article>
      {stale ? (
        <>
          <p>
            La version {version} est entrée en service depuis : cette proposition est comparée à la version {proposal.base}, et ne
            peut plus être approuvée telle quelle.
          </p>
          <Form frame={frame} action={address}>
            <button type="submit" name="suite" value="recalculer">
              Comparer à la version {version}
            </button>
          </Form>
        </>
      ) : !proposal.digest ? (
        <>
          <p>{many(errorCount, 'erreur')} à corriger : rien ne peut encore être approuvé.</p>
          {proposal.source === 'files' && (
            <Form frame={frame} action={address}>
              <button type="submit" name="suite" value="recalculer" class="quiet">
                Relire les fichiers
              </button>
            </Form>
          )}
        </>
      ) : !changes ? (
        <p>Elle ne change rien à la version en service : il n’y a rien à approuver.</p>
      ) : own ? (
        <p>C’est à une autre personne du pilotage de l’approuver : vous l’avez proposée.</p>
      ) : (
        <Form frame={frame} action={address}>
          <input type="hidden" name="shown" value={proposal.digest} />
          <p>
            {errorCount > 0 && `${many(errorCount, 'ligne fautive est laissée de côté', 'lignes fautives sont laissées de côté')}. `}
            En l’approuvant, vous mettez en service tout ce que cette page montre.
          </p>
          <button type="submit" name="suite" value="approuver">
            Approuver et mettre en service
          </button>
        </Form>
      )}
      {own ? (
        <Form frame={frame} action={address}>
          <button type="submit" name="suite" value="retirer" class="quiet">
            Retirer ma proposition
          </button>
        </Form>
      ) : (
        <details open={errors !== undefined}>
          <summary>Refuser</summary>
          <Form frame={frame} action={address}>
            <Area name="reason" label="Pourquoi" hint="Son auteur la lira ; ne nommez personne" required rows={3} maxlength={1000} errors={errors} />
            <button type="submit" name="suite" value="refuser" class="danger">
              Refuser la proposition
            </button>
          </Form>
        </details>
      )}
    </article>
  );
}

function Details(props: Parts & { result: Result }) {
  const { frame, proposal, account, address, result, pages } = props;
  const own = proposal.author_id === account && proposal.status === 'open';
  const findings = numberedPage(result.findings, pages.remarques, PER_PAGE);
  const records = numberedPage(result.records, pages.page, PER_PAGE);
  return (
    <>
      {result.findings.length > 0 && (
        <>
          <div class="row between">
            <h2>Ce qu’en dit la vérification</h2>
            <a href={`${address}/remarques.csv`}>Pour le partenaire (CSV)</a>
          </div>
          <FindingsTable findings={findings.rows} />
          <NumberedPages path={address} filters={{ page: pages.page }} page={findings} name="remarques" label="remarques" />
        </>
      )}
      {own && proposal.source === 'sheets' && <Reading {...props} />}
      <Departures frame={frame} action={address} departures={result.departures} own={own} />
      <div class="row between">
        <h2>Ce qui change</h2>
        {result.records.length > 0 && <a href={`${address}/changements.csv`}>Tout (CSV)</a>}
      </div>
      {result.records.length + result.fields.length === 0 && <p>Rien.</p>}
      <Difference records={records.rows} fields={records.number === 1 ? result.fields : []} />
      <NumberedPages path={address} filters={{ remarques: pages.remarques }} page={records} label="changements" />
      {result.unreachable.length > 0 && (
        <div class="notice wait">
          <p>
            {many(result.unreachable.length, 'expert n’aurait', 'experts n’auraient')} aucune adresse électronique : aucun besoin ne
            leur parviendrait.
          </p>
          <ul>
            {result.unreachable.slice(0, 50).map((one) => (
              <li>{one.name}</li>
            ))}
          </ul>
          {result.unreachable.length > 50 && <p>Et {many(result.unreachable.length - 50, 'autre')}.</p>}
        </div>
      )}
      {proposal.digest && (
        <>
          <NeedsEffect needs={result.needs} days={TRIED_DAYS} csv={`${address}/besoins.csv`} />
          <CoverageEffect coverage={result.coverage} />
        </>
      )}
    </>
  );
}

/** How the sheets are read, for their author to change. */
function Reading({ frame, proposal, address, institutions, result }: Parts & { result: Result }) {
  const { whole, lenient, chosen } = proposal;
  const asked = result.findings.some((one) => one.code === 'several_sheets' || one.code === 'unknown_sheet');
  return (
    <details open={asked || proposal.digest === null}>
      <summary>Lire la feuille autrement</summary>
      <Form frame={frame} action={address}>
        <Select
          name="institution"
          label="Institution"
          required
          value={proposal.institution ?? '*'}
          options={[['*', 'Plusieurs institutions'], ...institutions]}
        />
        <ReadingFields values={{ institution: '', whole, lenient, chosen: chosen.join(' ; ') }} />
        <button type="submit" name="suite" value="lecture" class="quiet">
          Relire
        </button>
      </Form>
    </details>
  );
}
