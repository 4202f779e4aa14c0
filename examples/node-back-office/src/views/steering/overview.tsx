import type { Finding } from '../../services/directory-findings.js';
import type { Counts } from '../../store/statistics.js';
import { Form } from '../forms.js';
import type { Frame } from '../frame.js';
import { many, number } from '../labels.js';
import { Page } from '../layout.js';

interface OverviewProps {
  frame: Frame;
  counts: Counts;
  /** Nothing while they are being counted for the first time. */
  due: number | undefined;
  troubles: number;
  queue: number;
  /** Tasks whose last run had failures. */
  failing: number;
  findings: readonly Finding[];
  refused: boolean;
  months: number;
}

export function overviewView({ frame, counts, due, troubles, queue, failing, findings, refused, months }: OverviewProps) {
  const errors = findings.filter((one) => one.severity === 'error').length;
  return (
    <Page frame={frame} title="Vue d’ensemble">
      <h1>Vue d’ensemble</h1>
      <p class="lead">Ce qui demande une décision aujourd’hui.</p>
      <div class="figures">
        <Figure value={number(counts.sent)} label="besoins transmis" />
        <Figure value={number(counts.waiting)} label="en attente de réponse" />
        <Figure value={number(counts.taken)} label="pris en charge" />
        <Figure value={number(counts.nobody)} label="enregistrés et envoyés à personne" />
      </div>
      <div class="columns">
        <Card title="Relances" href="/pilotage/relances" urgent={due !== undefined && due > 0}>
          {due === undefined
            ? 'Elles sont en train d’être comptées.'
            : due === 0
              ? 'Aucune relance due.'
              : `${many(due, 'besoin')} à relancer aujourd’hui.`}
        </Card>
        <Card title="Envois" href="/pilotage/envois" urgent={troubles > 0}>
          {troubles === 0 ? 'Tous les messages sont partis ou vont partir.' : `${many(troubles, 'message demande', 'messages demandent')} une décision.`}
        </Card>
        <Card title="Annuaire" href="/pilotage/annuaire" urgent={refused || errors > 0}>
          {refused
            ? `La dernière version est refusée (${many(errors, 'erreur')}) ; la précédente reste en service.`
            : findings.length === 0
              ? 'Aucune remarque de la vérification.'
              : `${many(findings.length, 'remarque')} de la vérification.`}
        </Card>
        <Card title="Automatismes" href="/pilotage/automatismes" urgent={failing > 0}>
          {failing === 0 ? 'Aucun échec au dernier passage.' : `${many(failing, 'automatisme a', 'automatismes ont')} échoué au dernier passage.`}
        </Card>
        <Card title="Portail" href="/pilotage/impact" urgent={queue > 0}>
          {queue === 0 ? 'Aucune demande n’attend un conseiller.' : `${many(queue, 'demande attend', 'demandes attendent')} qu’un conseiller les relise.`}
        </Card>
      </div>
      <h2>Données personnelles</h2>
      <article>
        <p>
          Elles sont effacées chaque nuit, {months} mois après la dernière activité d’un besoin. Les statistiques restent.
        </p>
        <Form frame={frame} action="/pilotage/effacement">
          <button type="submit" class="quiet">
            Effacer maintenant ce qui est échu
          </button>
        </Form>
      </article>
    </Page>
  );
}

/** A figure; a percentage says what it is of. */
export function Figure({ value, label, of }: { value: string; label: string; of?: string }) {
  return (
    <div class="figure">
      <strong>{value}</strong>
      <span>{label}</span>
      {of && <small>{of}</small>}
    </div>
  );
}

function Card({ title, href, urgent, children }: { title: string; href: string; urgent: boolean; children: string }) {
  return (
    <article>
      <h2 class="flat">
        <a href={href}>{title}</a> {urgent && <span class="tag wait">à voir</span>}
      </h2>
      <p class="flat">{children}</p>
    </article>
  );
}
