/** What the API takes and gives, as JSON Schemas: the library's where it has the thing, and this service's own around them. */

import { MOST_SUBJECTS, LONGEST_STORY } from '../services/bounds.js';
import { librarySchemas, propertiesOf, type Schema } from './library-schemas.js';
import { problemSchemas } from './problem-schemas.js';

const text = (description: string, maxLength: number, more: Schema = {}): Schema => ({ type: 'string', description, minLength: 1, maxLength, ...more });
const instant = (description: string): Schema => ({ type: 'string', format: 'date-time', description });
const day = (description: string): Schema => ({ type: 'string', format: 'date', description });
const id = (description: string): Schema => ({ type: 'string', format: 'uuid', description });
const ref = (name: string, description: string): Schema => ({ $ref: `${name}#`, description });
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description });

/** An object with these properties and no others; a name that ends in `?` may be missing. */
function object($id: string | undefined, description: string, given: Record<string, Schema>): Schema {
  const properties = Object.fromEntries(Object.entries(given).map(([name, schema]) => [name.replace('?', ''), schema]));
  const required = Object.keys(given).filter((name) => !name.endsWith('?'));
  return { ...($id && { $id }), type: 'object', description, properties, required, additionalProperties: false };
}

const FACTS = ['siret', 'naf', 'naf_2025', 'headcount', 'headcount_band', 'legal_form', 'created_on', 'activities', 'opco'];
const PLACE = ['commune', 'postal_code', 'town'];
const optional = (properties: Record<string, Schema>): Record<string, Schema> =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [`${name}?`, schema]));

/** A number of the partner's own. It has no room for a name or an address. */
const REFERENCE: Schema = {
  type: 'string',
  pattern: '^[A-Za-z0-9._:/#-]{1,64}$',
  description: 'Votre numéro pour cette demande, rendu avec elle. N’y mettez rien qui nomme quelqu’un.',
  examples: ['2026-000123'],
};

function own(): Schema[] {
  const { answers } = propertiesOf('Need', ['answers']);
  const { opco, ...facts } = propertiesOf('Need', FACTS);
  const bounded = { ...facts, opco: { ...opco, maxLength: 40 }, activities: { ...facts['activities'], maxItems: 10 } };
  const place = Object.fromEntries(Object.entries(propertiesOf('Need', PLACE)).map(([name, schema]) => [name, { ...schema, maxLength: 120 }]));
  return [
    object('NewNeed', 'Un sujet demandé, et les réponses à ses questions.', {
      subject: text('Identifiant du sujet, tel que GET /api/v1/subjects le donne.', 200, { examples: ['recruter'] }),
      'answers?': answers ?? {},
    }),
    object('NewCompany', 'L’entreprise qui demande. Sa commune : commune, ou postal_code et town, ou address ; le registre la donne si le SIRET y est. Ce que le registre sait l’emporte.', {
      name: text('Le nom de l’entreprise.', 120),
      ...optional(place),
      'address?': text('Une adresse, d’où l’on tire la commune.', 300),
      ...optional(bounded),
    }),
    object('NewContact', 'Qui rappeler dans l’entreprise.', {
      name: text('Nom et prénom.', 120),
      email: text('Son adresse électronique : elle reçoit la demande de confirmation et le lien de suivi.', 200, { examples: ['contact@entreprise.example'] }),
      'phone?': text('Son téléphone.', 30, { examples: ['03 53 01 00 00'] }),
      'job?': text('Sa fonction.', 80),
    }),
    object('Consent', 'L’accord de l’entreprise, que vous avez recueilli : que sa demande et ses coordonnées soient transmises aux conseillers publics qui peuvent l’aider.', {
      given: { const: true, type: 'boolean', description: 'Sans accord, rien n’est gardé.' },
      'at?': instant('Quand l’accord a été donné ; à l’instant, sinon.'),
    }),
    object('NewRequest', 'Une demande à déposer.', {
      message: text('Ce dont l’entreprise a besoin, dans ses mots.', LONGEST_STORY),
      needs: { ...list({ $ref: 'NewNeed#' }, 'Un sujet au moins, trois au plus.'), minItems: 1, maxItems: MOST_SUBJECTS },
      company: { $ref: 'NewCompany#' },
      contact: { $ref: 'NewContact#' },
      consent: { $ref: 'Consent#' },
      'reference?': REFERENCE,
    }),
    object('Deposited', 'Une demande déposée.', {
      id: id('Son identifiant, pour la suivre.'),
      origin: text('Ce sous quoi elle est comptée : l’origine de votre clé.', 80),
      'reference?': REFERENCE,
      deposited_at: instant('Quand elle a été déposée.'),
      awaits_confirmation: { type: 'boolean', description: 'Si l’entreprise doit d’abord confirmer son adresse par le lien qu’elle a reçu.' },
    }),
    object('Institution', 'Une institution, telle qu’elle se nommait alors.', { id: text('Son identifiant dans l’annuaire.', 200), name: text('Son nom.', 300) }),
    object('FollowedReferral', 'Le besoin chez un expert, qui n’est pas nommé.', {
      id: id('L’identifiant de la transmission.'),
      institution: { $ref: 'Institution#' },
      state: ref('ReferralState', 'Où elle en est.'),
      'reason?': ref('RefusalReason', 'Pourquoi l’expert a décliné.'),
      sent_on: day('Le jour de la transmission.'),
      'taken_on?': day('Le jour de la prise en charge.'),
      'closed_on?': day('Le jour de la clôture.'),
    }),
    object('FollowedNeed', 'Un besoin issu de la demande.', {
      id: id('Son identifiant.'),
      subject: text('Le sujet, qu’un conseiller a pu corriger.', 200),
      status: ref('NeedStatus', 'Où en est le besoin, tous experts confondus.'),
      sent_at: instant('Quand il a été transmis.'),
      referrals: list({ $ref: 'FollowedReferral#' }, 'Chez qui il est ; chez personne si la liste est vide.'),
    }),
    object('FollowedRequest', 'Où en est une demande. Ni nom, ni adresse, ni texte.', {
      id: id('Son identifiant.'),
      origin: text('Ce sous quoi elle est comptée.', 80),
      channel: { enum: ['api', 'page'], type: 'string', description: 'Par l’API, ou par votre page.' },
      'reference?': REFERENCE,
      deposited_at: instant('Quand elle a été déposée.'),
      'confirmed_at?': instant('Quand l’entreprise a confirmé son adresse.'),
      'erased_at?': instant('Quand ce qui nommait l’entreprise a été effacé.'),
      state: ref('RequestState', 'Où elle en est.'),
      'held_for?': ref('HoldReason', 'Pourquoi elle est retenue.'),
      'closed_for?': ref('ClosureReason', 'Pourquoi elle ne va pas plus loin.'),
      asked_subjects: list({ type: 'string' }, 'Les sujets que l’entreprise a choisis.'),
      needs: list({ $ref: 'FollowedNeed#' }, 'Les besoins qu’elle est devenue ; aucun tant qu’elle n’est pas transmise.'),
    }),
    object('EventData', 'Ce qui est arrivé, à quelle demande. Les champs présents dépendent du type.', {
      request: id('La demande.'),
      on: day('Le jour, en France.'),
      'origin?': text('D’une demande déposée : ce sous quoi elle est comptée.', 80),
      'subject?': text('Le sujet du besoin ; d’une demande requalifiée, le nouveau.', 200),
      'from?': text('D’une demande requalifiée : le sujet d’avant.', 200),
      'needs?': list({ type: 'string', format: 'uuid' }, 'D’une demande transmise : les besoins qu’elle est devenue.'),
      'held_for?': ref('HoldReason', 'D’une demande retenue : pourquoi.'),
      'closed_for?': ref('ClosureReason', 'D’une demande close : pourquoi.'),
      'need?': id('D’une transmission : le besoin.'),
      'referral?': id('D’une transmission : la transmission.'),
      'institution?': { $ref: 'Institution#' },
      'state?': ref('ReferralState', 'D’une transmission : où elle en est depuis.'),
      'reason?': ref('RefusalReason', 'D’un refus : pourquoi.'),
    }),
    object('Event', 'Un événement, le même par le curseur et par le webhook.', {
      id: id('Son identifiant : le webhook-id de sa livraison.'),
      cursor: { type: 'string', pattern: '^[0-9]+$', description: 'Sa place parmi vos événements : un curseur d’où continuer.' },
      type: {
        type: 'string',
        description: 'Ce qui est arrivé. D’autres types viendront : passez ceux que vous ne connaissez pas.',
        examples: ['request.deposited', 'request.held', 'request.requalified', 'request.reopened', 'request.transmitted', 'request.closed', 'referral.sent', 'referral.moved', 'referral.reassigned', 'referral.transferred'],
      },
      timestamp: instant('Quand c’est arrivé.'),
      data: { $ref: 'EventData#' },
    }),
    object('EventPage', 'Des événements, dans l’ordre de leurs curseurs.', {
      events: list({ $ref: 'Event#' }, 'Les événements.'),
      next: { type: 'string', pattern: '^[0-9]+$', description: 'Le curseur d’où continuer, à garder même si la liste est vide.' },
      more: { type: 'boolean', description: 'S’il y en a d’autres dès maintenant.' },
    }),
    object('Taxonomy', 'Ce qui peut être demandé aujourd’hui.', {
      themes: list({ $ref: 'Theme#' }, 'Les thèmes.'),
      subjects: list({ $ref: 'Subject#' }, 'Les sujets proposés, avec leurs questions.'),
    }),
  ];
}

const FROM_LIBRARY = ['Theme', 'Subject', 'LocateRequest', 'Location', 'Answer', 'Siret', 'NafCode', 'HeadcountBand', 'LegalForm', 'Activity', 'RequestState', 'HoldReason', 'ClosureReason', 'ReferralState', 'NeedStatus', 'RefusalReason'];

/** Every component of the document, by its `$id`. */
export const components = (): Schema[] => [...librarySchemas(FROM_LIBRARY).values(), ...own(), ...problemSchemas()];
