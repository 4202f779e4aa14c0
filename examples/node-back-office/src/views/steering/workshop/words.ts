/** What people read for the words of a proposal. */

import { labels } from '../../../library.js';
import type { ListName, RecordDifference } from '../../../services/workshop/types.js';
import type { ProposalStatus } from '../../../store/directory-proposals.js';
import type { VersionSource } from '../../../store/directory-versions.js';

const FIELDS: Readonly<Record<string, string>> = {
  name: 'Nom',
  label: 'Libellé',
  email: 'Courriel',
  phone: 'Téléphone',
  job: 'Fonction',
  zones: 'Zones',
  competences: 'Compétences',
  members: 'Membres de l’équipe',
  absences: 'Absences',
  criteria: 'Filtres',
  answer_groups: 'Réponses acceptées',
  antenne: 'Antenne',
  institution: 'Institution',
  level: 'Niveau',
  active: 'En activité',
  capacity: 'Part des besoins',
  max_open: 'Besoins ouverts au plus',
  max_per_period: 'Besoins par période au plus',
  valid: 'Période de validité',
  aliases: 'Anciens noms',
  categories: 'Catégories',
  activities: 'Natures d’activité',
  single_taker: 'Un seul preneur par besoin',
  keywords: 'Mots clés',
  description: 'Description',
  questions: 'Questions',
  archived: 'Archivé',
  theme: 'Thème',
  rules: 'Règles',
  seed: 'Graine du tirage',
  examples: 'Messages d’exemple',
  opco_by_zone: 'OPCO par zone',
  naf_correspondence: 'Table de passage NAF',
};
export const fieldLabel = (field: string): string => FIELDS[field] ?? field;

export const KINDS: Readonly<Record<RecordDifference['kind'], readonly [label: string, tag: string]>> = {
  added: ['Ajout', 'good'],
  changed: ['Modification', 'wait'],
  removed: ['Départ', 'bad'],
};

export const LISTS: Readonly<Record<ListName, string>> = {
  institutions: 'institution',
  antennes: 'antenne',
  experts: 'expert',
  subjects: 'sujet',
  themes: 'thème',
  territories: 'territoire',
};

/** By which rule a need changes experts. */
const CAUSES: Readonly<Record<string, string>> = {
  expert: 'Présence dans l’annuaire',
  competence: 'Compétence',
  substitute: 'Remplacement pendant une absence',
  address: 'Adresse électronique',
};
export const causeLabel = (cause: string): string => CAUSES[cause] ?? (labels.rule as Record<string, string>)[cause] ?? cause;

export const STATUS: Readonly<Record<ProposalStatus, readonly [label: string, tag: string]>> = {
  open: ['À approuver', 'wait'],
  approved: ['Mise en service', 'good'],
  rejected: ['Refusée', 'bad'],
  withdrawn: ['Retirée', 'plain'],
  expired: ['Classée, faute de décision', 'plain'],
};

interface Made {
  source: VersionSource;
  institution: string | null;
  returns_to: number | null;
}

/** Of what a version or a proposal is made. */
export function madeOf({ source, institution, returns_to }: Made, nameOf: (institution: string) => string): string {
  if (source === 'files') return 'Fichiers du serveur';
  if (source === 'return') return `Retour à la version ${returns_to ?? ''}`;
  return institution ? `Feuille de ${nameOf(institution)}` : 'Feuille de plusieurs institutions';
}
