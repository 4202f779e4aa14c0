/** What a page may say after an action, by the word that the redirection carries: no text comes from an address. */
export const NOTICES: Record<string, { kind: 'good' | 'wait' | 'bad'; text: string }> = {
  enregistre: { kind: 'good', text: 'C’est enregistré.' },
  notifie: { kind: 'good', text: 'Les experts sont prévenus, et l’entreprise aussi si elle a une adresse électronique.' },
  repondu: { kind: 'good', text: 'Votre réponse est enregistrée. L’entreprise et le conseiller en sont informés.' },
  'deja-repondu': { kind: 'wait', text: 'La demande avait changé entre-temps : voici où elle en est.' },
  relance: { kind: 'good', text: 'Les relances sont parties.' },
  'annuaire-recharge': { kind: 'good', text: 'Le nouvel annuaire est en service.' },
  'annuaire-refuse': { kind: 'bad', text: 'Le nouvel annuaire est refusé : l’ancien reste en service. Voyez les erreurs ci-dessous.' },
  renvoye: { kind: 'good', text: 'Le message sera envoyé de nouveau.' },
  verifie: { kind: 'good', text: 'Le message est considéré comme envoyé.' },
  'a-jour': { kind: 'wait', text: 'Rien à faire : quelqu’un s’en est déjà occupé.' },
  efface: { kind: 'good', text: 'Les données personnelles arrivées à échéance sont effacées.' },
};
