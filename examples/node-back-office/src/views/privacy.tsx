import { CONFIRM_DAYS } from '../security/links.js';
import type { Frame } from './frame.js';
import { Page } from './layout.js';

interface PrivacyViewProps {
  frame: Frame;
  /** Months without activity after which personal data is erased. */
  months: number;
  /** Whether a company confirms its address before anybody reads its request. */
  confirms: boolean;
  /** Whether messages wait where steering reads them, for want of a mail server. */
  shows: boolean;
  /** The host of the public register that is asked about companies; nothing where none is. */
  register: string | undefined;
}

export function privacyView({ frame, months, confirms, shows, register }: PrivacyViewProps) {
  return (
    <Page frame={frame} title="Données personnelles" narrow>
      <h1>Ce que deviennent vos données</h1>
      <h2>Ce que nous gardons, et pourquoi</h2>
      <p>
        Ce que vous écrivez, le nom et la commune de votre entreprise et la personne à rappeler : de quoi transmettre
        votre demande aux conseillers publics qui peuvent y répondre, et savoir si vous avez été aidé.
      </p>
      <h2>Qui les voit</h2>
      <p>
        {confirms &&
          `Personne avant que vous ayez confirmé votre adresse ; sans confirmation, tout est effacé au bout de ${CONFIRM_DAYS} jours. Ensuite : `}
        {confirms ? 'les' : 'Les'} conseillers à qui votre demande est transmise, leur équipe et leur suppléant, les responsables de leur
        antenne, et le conseiller qui la suit ; si elle demande une relecture, les conseillers du service. Chaque consultation est inscrite dans un journal. Le pilotage du service ne voit que des chiffres
        {shows && ', et les messages qui attendent qu’un serveur de messagerie les envoie'}.
      </p>
      <p>
        Ce que conseillers et experts s’écrivent au sujet de votre demande n’est lu que par eux. Si une aide vous a été
        proposée, un message vous demande votre avis : y répondre est facultatif, et votre réponse ne contient pas de texte.
      </p>
      <p>
        Si un partenaire a déposé votre demande avec votre accord, ou si vous l’avez déposée sur sa page, il apprend ce
        qu’elle devient : des états, des motifs, des sujets, des institutions et des dates, jamais de nom, de coordonnées ni de texte.
      </p>
      <h2>Combien de temps</h2>
      <p>
        {months} mois après la dernière activité, le nom de l’entreprise, son SIRET, vos coordonnées et tous les textes
        sont effacés. Il ne reste que de quoi compter : le sujet, la commune, l’activité, l’effectif et les dates.
      </p>
      <h2>Les conseillers de l’annuaire</h2>
      <p>
        Leur nom, leur fonction et leurs coordonnées professionnelles viennent de leur institution. Ce que l’annuaire ne dit plus
        est effacé au bout de {months} mois ; le fichier qu’une institution envoie l’est dès qu’il est approuvé ou refusé.
      </p>
      <h2>Ce que nous gardons des agents</h2>
      <p>
        De ceux qui ont un compte : leur nom, leur adresse, ce qu’ils gèrent, et de quoi reconnaître leur second facteur ou leur identité
        chez un fournisseur (un numéro, le SIRET de leur organisation). {months} mois après la fermeture d’un compte, il n’en reste que
        le nom et l’adresse, pour que le journal garde son sens.
      </p>
      {register && (
        <>
          <h2>Ce qui est demandé au registre public des entreprises</h2>
          <p>
            Le SIRET que vous donnez, ou le nom et la commune que vous y cherchez, sont envoyés à {register}, qui répond ce
            que les registres publics disent de l’entreprise. Rien d’autre ne lui est envoyé : ni votre message, ni vos
            coordonnées, ni votre adresse sur le réseau. Sa réponse est gardée dix minutes, puis seuls restent les faits de
            votre demande, leur source et leur date.
          </p>
        </>
      )}
      <h2>Ce que le service n’utilise pas</h2>
      <p>
        Aucune mesure d’audience, aucun {register ? 'autre service tiers' : 'service tiers'}, aucun traceur : deux témoins de
        session, et c’est tout.
      </p>
    </Page>
  );
}
