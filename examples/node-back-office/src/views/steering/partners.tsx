import type { PartnerRow } from '../../store/partners.js';
import { Field, Form, type Errors } from '../forms.js';
import type { Frame } from '../frame.js';
import { number } from '../labels.js';
import { Page } from '../layout.js';

interface PartnersViewProps {
  frame: Frame;
  partners: PartnerRow[];
  values?: { name: string; slug: string };
  errors?: Errors;
}

export function partnersView({ frame, partners, values, errors }: PartnersViewProps) {
  return (
    <Page frame={frame} title="Partenaires" errors={errors}>
      <h1>Partenaires</h1>
      <p class="lead">
        Qui dépose des demandes par l’<a href="/api/documentation">API</a>, ou envoie les entreprises sur une page à son nom.
        Ce qui vient d’un partenaire est compté sous son origine.
      </p>
      {partners.length === 0 ? (
        <p>Aucun partenaire pour l’instant.</p>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-label="Partenaires">
          <table aria-label="Partenaires">
            <thead>
              <tr>
                <th scope="col">Nom</th>
                <th scope="col">État</th>
                <th scope="col" class="number">Clés en service</th>
                <th scope="col" class="number">Demandes</th>
                <th scope="col" class="number">Événements abandonnés</th>
              </tr>
            </thead>
            <tbody>
              {partners.map((partner) => (
                <tr>
                  <th scope="row">
                    <a href={`/pilotage/partenaires/${partner.id}`}>{partner.name}</a>
                  </th>
                  <td>{partner.disabled_at ? <span class="tag bad">désactivé</span> : <span class="tag good">actif</span>}</td>
                  <td class="number">{number(partner.keys)}</td>
                  <td class="number">{number(partner.requests)}</td>
                  <td class="number">{partner.given_up > 0 ? <span class="tag bad">{number(partner.given_up)}</span> : '0'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <article>
        <h2>Ajouter un partenaire</h2>
        <Form frame={frame} action="/pilotage/partenaires">
          <div class="grid">
            <Field name="name" label="Nom" hint="Celui que liront les entreprises" value={values?.name} errors={errors} required maxlength={80} />
            <Field
              name="slug"
              label="Nom court"
              hint="Il est dans l’adresse de sa page et sert d’origine ; il ne change plus"
              value={values?.slug}
              errors={errors}
              required
              maxlength={40}
            />
          </div>
          <button type="submit">Ajouter</button>
        </Form>
      </article>
    </Page>
  );
}
