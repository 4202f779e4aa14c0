/** What is known of a company. */

import type { Company } from '../../store/companies.js';
import { activitiesOf } from '../activities.js';
import { activityLabel, bandLabel, formLabel, longDay, siretOf } from '../labels.js';
import { ActivityPart } from './activity.js';
import { FactSource } from './register.js';

interface CompanyProps {
  company: Company;
  /** The name of its commune. */
  commune: string;
  opco?: string | undefined;
}

export function CompanyPart({ company, commune, opco }: CompanyProps) {
  const { facts, register } = company;
  return (
    <dl class="facts">
      <dt>Entreprise</dt>
      <dd>{company.name ?? 'Nom effacé'}</dd>
      {company.siret && (
        <>
          <dt>SIRET</dt>
          <dd>{siretOf(company.siret)}</dd>
        </>
      )}
      <dt>Commune</dt>
      <dd>
        {commune}
        <FactSource note={register} fact="commune" />
      </dd>
      {activitiesOf(facts).map((activity, at) => (
        <ActivityPart activity={activity} source={<FactSource note={register} fact={at === 0 ? 'naf' : 'naf2025'} />} />
      ))}
      {(facts.headcount !== undefined || facts.headcountBand) && (
        <>
          <dt>Effectif</dt>
          <dd>
            {facts.headcount ?? bandLabel(facts.headcountBand ?? '')}
            {facts.headcount === undefined && <FactSource note={register} fact="headcountBand" />}
          </dd>
        </>
      )}
      {facts.legalForm && (
        <>
          <dt>Forme juridique</dt>
          <dd>
            {formLabel(facts.legalForm)}
            <FactSource note={register} fact="legalForm" />
          </dd>
        </>
      )}
      {facts.createdOn && (
        <>
          <dt>Création</dt>
          <dd>
            {longDay(facts.createdOn)}
            <FactSource note={register} fact="createdOn" />
          </dd>
        </>
      )}
      {facts.activities && facts.activities.length > 0 && (
        <>
          <dt>Nature d’activité</dt>
          <dd>
            {facts.activities.map(activityLabel).join(', ')}
            <FactSource note={register} fact="activities" />
          </dd>
        </>
      )}
      {opco && (
        <>
          <dt>OPCO</dt>
          <dd>{opco}</dd>
        </>
      )}
    </dl>
  );
}

const telOf = (phone: string): string => `tel:${phone.replaceAll(/[^+\d]/g, '')}`;

/** Whom to call, first of all on the page: an expert opens it with a telephone in their hand. */
export function CallFirst({ contact, company }: { contact: { name: string; job: string; email: string; phone: string }; company: string | null }) {
  const { phone, email } = contact;
  if (!phone && !email) return null;
  return (
    <p class="call">
      {phone ? (
        <a href={telOf(phone)} role="button">
          Appeler le <span class="nowrap">{phone}</span>
        </a>
      ) : (
        <a href={`mailto:${encodeURI(email)}`} role="button">
          Écrire à {email}
        </a>
      )}{' '}
      <span>{[contact.name, contact.job, company].filter(Boolean).join(', ')}</span>
    </p>
  );
}

/** How to reach the company. */
export function ContactPart({ contact }: { contact: { name: string; job: string; email: string; phone: string } }) {
  if (!contact.name && !contact.email && !contact.phone) return <p class="muted">Coordonnées effacées.</p>;
  return (
    <dl class="facts">
      <dt>Contact</dt>
      <dd>
        {contact.name}
        {contact.job && `, ${contact.job}`}
      </dd>
      {contact.phone && (
        <>
          <dt>Téléphone</dt>
          <dd>
            <a href={telOf(contact.phone)}>{contact.phone}</a>
          </dd>
        </>
      )}
      {contact.email && (
        <>
          <dt>Courriel</dt>
          <dd>
            <a href={`mailto:${encodeURI(contact.email)}`}>{contact.email}</a>
          </dd>
        </>
      )}
    </dl>
  );
}
