/** What the codes of the directory's check mean, in French. */

const LABELS: Record<string, string> = {
  unreadable_file: 'Fichier illisible',
  empty_file: 'Fichier vide',
  unknown_file: 'Fichier inconnu',
  malformed_csv: 'Ligne illisible',
  unknown_field: 'Colonne inconnue',
  duplicate_field: 'Colonne en double',
  missing_field: 'Valeur ou colonne absente',
  invalid_value: 'Valeur illisible',
  invalid_id: 'Identifiant mal écrit',
  duplicate_id: 'Identifiant déjà pris',
  unknown_theme: 'Thème inconnu',
  unknown_subject: 'Sujet inconnu',
  unknown_question: 'Question inconnue',
  unknown_institution: 'Institution inconnue',
  unknown_antenne: 'Antenne inconnue',
  unknown_expert: 'Expert inconnu',
  invalid_zone: 'Zone mal écrite',
  unknown_zone: 'Zone inconnue',
  empty_range: 'Filtre que personne ne peut passer',
  empty_group: 'Groupe de réponses vide',
  not_an_opco: 'Institution qui n’est pas un OPCO',
  former_code: 'Ancienne commune, remplacée par l’actuelle',
  former_code_is_postal_code: 'Ancien code de commune, qui est aussi un code postal d’ailleurs',
  lost_zero: 'Code qui a perdu son zéro',
  institution_alias: 'Institution nommée par un ancien nom',
  expert_never_matches: 'Expert qui ne peut jamais être trouvé',
  subject_unhandled: 'Sujet que personne ne traite',
  criteria_unused: 'Filtre qui ne décide de rien',
  headcount_cuts_band: 'Seuil d’effectif au milieu d’une tranche de l’Insee',
  duplicate_value: 'Valeur répétée',
  stray_quote: 'Guillemet égaré',
  unused_file: 'Fichier qui n’est pas lu',
};

/** The label of a code; a code of a later version of the library stands for itself. */
export const findingLabel = (code: string): string => LABELS[code] ?? code;
