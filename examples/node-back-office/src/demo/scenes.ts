/** Requests of these days, each at another point of its way: what the demonstration has to try. */

/** What becomes of a request. */
export type Fate =
  /** Its company has not confirmed its address. */
  | 'unconfirmed'
  /** It waits for an adviser, or went to experts: what it says decides. */
  | 'confirmed'
  /** All of its experts refused. */
  | 'refused'
  /** One of its experts takes charge. */
  | 'taken_in_charge'
  /** The adviser of the demonstration has taken it. */
  | 'taken'
  /** The colleague has taken it. */
  | 'taken_by_colleague'
  /** An adviser answered and closed it. */
  | 'answered'
  /** An adviser erased it. */
  | 'erased';

export interface Scene {
  /** By which the request is found again when the demonstration is started once more. */
  seed: string;
  hoursAgo: number;
  company: string;
  siret?: string;
  commune: string;
  subjects: readonly string[];
  story: string;
  fate: Fate;
  /** The register was down when it was written. */
  registerDown?: boolean;
}

export const SEEDS = { toConfirm: 'demo-a-confirmer', sent: 'demo-envoyee', registerDown: 'demo-registre' } as const;

export const SCENES: readonly Scene[] = [
  {
    seed: 'demo-tous-refusent',
    hoursAgo: 150,
    company: 'Chocolaterie Exemple',
    commune: '80021',
    subjects: ['tresorerie'],
    story: 'Notre trésorerie est tendue depuis l’été : nous avons du mal à payer les cotisations et cherchons un échéancier.',
    fate: 'refused',
  },
  {
    seed: 'demo-garage',
    hoursAgo: 98,
    company: 'Garage Exemple',
    siret: '00000003400017',
    commune: '62041',
    subjects: ['recruter'],
    story: 'Nous cherchons un mécanicien pour le garage, nos annonces restent sans réponse depuis trois mois.',
    fate: 'confirmed',
  },
  {
    seed: 'demo-repondue',
    hoursAgo: 75,
    company: 'Projet de micro-crèche Exemple',
    commune: '59350',
    subjects: ['reglementation-formalites'],
    story: 'Je suis étudiante et je voudrais savoir comment ouvrir une micro-crèche, je n’ai pas encore d’entreprise.',
    fate: 'answered',
  },
  {
    seed: 'demo-prise-en-charge',
    hoursAgo: 52,
    company: 'Restaurant Exemple',
    siret: '00000004200010',
    commune: '60057',
    subjects: ['financer-projet'],
    story: 'Je veux remplacer la cuisine du restaurant, 40 000 euros, et la banque hésite à me suivre.',
    fate: 'taken_in_charge',
  },
  {
    seed: 'demo-hors-territoire',
    hoursAgo: 49,
    company: 'Savonnerie Exemple',
    commune: '13055',
    subjects: ['vendre-sur-internet'],
    story: 'Nous voulons vendre nos savons sur internet et ne savons pas par où commencer.',
    fate: 'confirmed',
  },
  {
    seed: 'demo-demarchage',
    hoursAgo: 30,
    company: 'Agence Exemple',
    commune: '59350',
    subjects: ['visibilite-sur-internet'],
    story: 'Gagnez 10 000 abonnés grâce à notre agence de référencement, devis gratuit !',
    fate: 'erased',
  },
  {
    seed: 'demo-salarie',
    hoursAgo: 28,
    company: 'Entreprise d’un salarié',
    commune: '80021',
    subjects: ['droit-du-travail'],
    story: 'Je suis salarié et mon patron ne me paye plus mes heures supplémentaires, que puis-je faire ?',
    fate: 'confirmed',
  },
  {
    seed: 'demo-collegue',
    hoursAgo: 26,
    company: 'Brasserie Exemple',
    commune: '02691',
    subjects: ['international'],
    story: 'bonjour',
    fate: 'taken_by_colleague',
  },
  {
    seed: SEEDS.registerDown,
    hoursAgo: 22,
    company: 'Conseil info',
    siret: '00000008300014',
    commune: '59009',
    subjects: ['clients'],
    story: 'Aide',
    fate: 'taken',
    registerDown: true,
  },
  {
    seed: 'demo-doublon',
    hoursAgo: 6,
    company: 'Garage Exemple',
    siret: '00000003400017',
    commune: '62041',
    subjects: ['recruter'],
    story: 'Je vous relance : nous cherchons toujours un mécanicien pour le garage, personne n’a rappelé.',
    fate: 'confirmed',
  },
  {
    seed: SEEDS.sent,
    hoursAgo: 3,
    company: 'Menuiserie Exemple',
    siret: '00000002600013',
    commune: '59350',
    subjects: ['recruter', 'former'],
    story: 'Nous voulons embaucher un apprenti pour la rentrée et former son maître d’apprentissage.',
    fate: 'confirmed',
  },
  {
    seed: SEEDS.toConfirm,
    hoursAgo: 1,
    company: 'Librairie Exemple',
    siret: '00000007500010',
    commune: '80021',
    subjects: ['reduction-impots'],
    story: 'Quelles réductions d’impôts pour une librairie qui vient d’ouvrir ?',
    fate: 'unconfirmed',
  },
];

/** What the adviser noted this morning and has not sent. */
export const DRAFT = {
  seed: 'demo-brouillon',
  hoursAgo: 2,
  company: 'Mécanique de précision Exemple',
  siret: '00000005900014',
  commune: '02691',
  subjects: ['demarche-ecologie', 'financer-projet'],
} as const;
