import type { KeptDirectory } from '../../services/directory.js';
import type { ProposalLine } from '../../store/directory-proposals.js';
import { Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { dayAndTime, many, number } from '../labels.js';
import { Page } from '../layout.js';
import { AbsencesPart, type SteeringAbsence } from './absences.js';
import { FindingsTable } from './findings-table.js';
import { Figure } from './overview.js';
import { ProposalList } from './workshop/proposal-list.js';

interface DirectoryViewProps {
  frame: Frame;
  kept: KeptDirectory;
  absences: readonly SteeringAbsence[];
  open: ProposalLine[];
  closed: ProposalLine[];
  nameOf: (institution: string) => string;
}

const MOST = 200;

export function directoryView({ frame, kept, absences, open, closed, nameOf }: DirectoryViewProps) {
  const { directory } = kept.library;
  const errors = kept.findings.filter((one) => one.severity === 'error');
  return (
    <Page frame={frame} title="Annuaire">
      <div class="row between head">
        <h1>Annuaire</h1>
        <div class="row">
          <a href="/pilotage/annuaire/feuille" role="button">
            Déposer une feuille
          </a>
          <Form frame={frame} action="/pilotage/annuaire" class="inline">
            <button type="submit" class="quiet">
              Recharger les fichiers
            </button>
          </Form>
        </div>
      </div>
      <p class="lead">
        Version {kept.version}, en service depuis le {dayAndTime(kept.since)}. Une feuille de partenaire devient une
        proposition ; une seconde personne l’approuve, et elle entre en service sans arrêter le site.{' '}
        <a href="/pilotage/annuaire/versions">Toutes les versions, et y revenir</a>
      </p>
      <div class="figures">
        <Figure value={number(directory.institutions.length)} label="institutions" />
        <Figure value={number(directory.antennes.length)} label="antennes" />
        <Figure value={number(directory.experts.length)} label="experts" />
        <Figure value={number(directory.subjects.length)} label="sujets" />
      </div>
      {kept.unreadable !== undefined && (
        <div class="notice bad" role="alert">
          La version {kept.unreadable} ne se lit pas sur ce serveur : il continue avec la version {kept.version}. Prévenez
          qui l’administre.
        </div>
      )}
      {kept.filesDiffer && (
        <div class="notice wait">
          {kept.approved
            ? 'Les fichiers du serveur disent autre chose que la version en service, qui a été approuvée depuis. Recharger en fera une proposition, à approuver comme une feuille.'
            : 'Les fichiers de ce serveur ont déjà été en service, puis d’autres les ont remplacés. Recharger les remet en service.'}
        </div>
      )}
      <h2>À approuver</h2>
      {open.length === 0 ? <p class="muted">Aucune proposition n’attend.</p> : <ProposalList proposals={open} nameOf={nameOf} label="Propositions à approuver" />}
      {closed.length > 0 && (
        <details>
          <summary>{many(closed.length, 'proposition sans suite', 'propositions sans suite')}</summary>
          <ProposalList proposals={closed} nameOf={nameOf} label="Propositions sans suite" />
        </details>
      )}
      <h2>Vérification du {dayAndTime(kept.checkedAt)}</h2>
      {kept.refused && (
        <div class="notice bad" role="alert">
          Version refusée : {many(errors.length, 'erreur')}. L’annuaire précédent reste en service.
        </div>
      )}
      {kept.findings.length === 0 ? (
        <div class="notice good">Aucune erreur, aucun avertissement.</div>
      ) : (
        <FindingsTable findings={kept.findings.slice(0, MOST)} />
      )}
      {kept.findings.length > MOST && <p class="muted">Et {many(kept.findings.length - MOST, 'autre remarque', 'autres remarques')}.</p>}
      <AbsencesPart absences={absences} />
      <p class="muted">
        Fichiers du serveur : {kept.path}. La vérification voit ce qui est mal écrit ; ce qui manque se voit dans la{' '}
        <a href="/pilotage/couverture">couverture</a>, et ce qui retient les besoins dans les{' '}
        <a href="/pilotage/sollicitations">sollicitations</a>.
      </p>
    </Page>
  );
}
