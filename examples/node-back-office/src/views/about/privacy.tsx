import type { Legal } from '../../config.js';
import { CONFIRM_DAYS } from '../../security/links.js';
import { SESSION_HOURS } from '../../security/sessions.js';
import type { Frame } from '../frame.js';
import { Page } from '../layout.js';
import { Said, WriteTo } from './missing.js';

interface PrivacyViewProps {
  frame: Frame;
  legal: Legal;
  /** Months without activity after which personal data is erased. */
  months: number;
  /** Days for which links of messages open. */
  linkDays: number;
  /** Whether a company confirms its address before anybody reads its request. */
  confirms: boolean;
  /** Whether messages wait where steering reads them, for want of a mail server. */
  shows: boolean;
  /** The host of the public register that is asked about companies; nothing where none is. */
  register: string | undefined;
}

export function privacyView({ frame, legal, months, linkDays, confirms, shows, register }: PrivacyViewProps) {
  return (
    <Page frame={frame} title="Données personnelles" narrow>
      <h1>Ce que deviennent vos données</h1>
      <h2>Qui en répond</h2>
      <p>
        Le responsable du traitement est : <Said value={legal.controller} missing="non renseigné par ce service" />. Pour
        toute question : <WriteTo contact={legal.contact} />.
      </p>
      <h2>Ce que nous gardons, et pourquoi</h2>
      <ul>
        <li>
          Des entreprises qui demandent de l’aide : ce que vous écrivez, le nom et la commune de votre entreprise et la
          personne à rappeler. C’est de quoi transmettre votre demande aux conseillers publics qui peuvent y répondre, et
          savoir si vous avez été aidé. Cela repose sur votre consentement (article 6.1.a du RGPD), recueilli avant tout
          enregistrement ; vous pouvez le retirer à tout moment.
        </li>
        <li>
          Des experts et des conseillers : leur nom, leur adresse professionnelle, ce qu’ils répondent et quand. C’est de
          quoi transmettre les demandes et rendre compte du service. Cela repose sur la mission d’intérêt public du
          responsable (article 6.1.e du RGPD) ou, s’il n’est pas un organisme public, sur son intérêt légitime (6.1.f).
        </li>
        <li>
          De chacun : un journal de qui a vu ou fait quoi, pour la sécurité du service, sur la même base.
        </li>
      </ul>
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
      <p>
        Rien n’est vendu. L’hébergeur du service conserve les données pour son compte :{' '}
        <Said value={legal.hosting} missing="non renseigné par ce service" />.
      </p>
      <h2>Combien de temps</h2>
      <p>
        {months} mois après la dernière activité, le nom de l’entreprise, son SIRET, vos coordonnées et tous les textes
        sont effacés. Il ne reste que de quoi compter : le sujet, la commune, l’activité, l’effectif et les dates. Les liens
        des messages s’ouvrent pendant {linkDays} jours.
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
      <h2>Vos droits</h2>
      <p>
        Vous pouvez demander à voir vos données, à les corriger, à les faire effacer, à en limiter l’usage ou à les
        recevoir dans un fichier, vous opposer à ce qu’elles servent, et retirer votre consentement ; ce qui a été fait
        avant reste valable. Écrivez à <WriteTo contact={legal.contact} /> ; une réponse vous est due dans le mois. Aucune décision n’est prise
        par une machine seule : elle cherche qui peut vous aider, des personnes répondent.
      </p>
      <p>
        Si la réponse ne vous convient pas, vous pouvez saisir la Commission nationale de l’informatique et des libertés :{' '}
        <a href="https://www.cnil.fr/fr/plaintes">www.cnil.fr/fr/plaintes</a>, ou CNIL, 3 place de Fontenoy, TSA 80715, 75334
        Paris Cedex 07.
      </p>
      <h2>Ce que le service n’utilise pas</h2>
      <p>
        Aucune mesure d’audience, aucun {register ? 'autre service tiers' : 'service tiers'}, aucun traceur. Des témoins nécessaires, et c’est tout : la session
        ({SESSION_HOURS} heures) et la protection des formulaires ; un avis à afficher une fois (une minute) ; vos
        couleurs d’affichage, si vous en choisissez (un an).
      </p>
    </Page>
  );
}
