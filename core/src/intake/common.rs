//! Frequent words, so that none of them is taken for a typing fault of a word that the subjects know.

/// Frequent French words of five letters and more, folded. Those that a taxonomy uses mean what they
/// mean there; the others are only known to be spelled right.
pub(super) const COMMON_WORDS: &str = "\
    abord absence accepte accepter accord acheteur adresse affaires agence aider ailleurs aimer ainsi ajouter aller \
    amener ancien ancienne anciennete annoncer appel appelle appeler apporter apprendre apres arrive arriver assez \
    assurance attend attendre attente attention aucune augmente aupres aurait aussi autour avancer avant avenir avis \
    avoir avril bateau batiment beaucoup besoins bientot bloque boire boites bonne bouger bouteille bouteilles bruit \
    cabine cadre camion canape carte cause causer celle cellule centre certain certains cesse chaise chambre chance \
    change changer chaque charge charger chaud chemin cherche chercher cheval cheveux chien chiens chose choses choix \
    choisir clair classe client coeur coin combien comme commence commencer commune communes compris compte compter \
    conduire conge connait connais connaitre conseil conseille conseils content continue continuer contraire contre \
    convient corps cote coucher coup couper courant courir cours court couter coute craindre croire croit cuisine \
    dames date debout debut decembre decide decider dedans dehors delai demain demande demander demarche demarrer \
    dente depart depend depense depenser dernier derniere derriere descendre desormais dessous dessus devant devenir \
    deviens devient devis devra devraient difference different difficile difficulte dimanche dire direct directe \
    direction disent discuter disposer dispose documents donc donne donner dormir dossier double doubler douleur doute \
    droite duree ecole ecoute ecouter ecrire ecrit effet efforts egalement eglise eleve elle ellememe embete emmene \
    empeche empecher endroit enfant enfants enfin enlever ennui ensemble ensuite entendre entier entree entrer envie \
    environ envoie envoye envoyer epoque equipe erreur escalier espace espere esperer essaie essayer etage etape etapes \
    etranger etude etudier evite eviter exact exemple exerce exercer experience explique expliquer expose face facile \
    facon faible famille faute favoris femme fenetre ferme fermer fevrier fille filles final finalement finir fleurs \
    fonction fonctionne fonctionner force forme fort forte fournir francais france frere froid fruits gagne gagner \
    garde garder garcon gauche genre gens gerer grace grande grandes grands grave gros grosse groupe guerre habite \
    habiter habitude haute herbe heure heures heureux hiver homme hommes hopital ideal idee image immeuble important \
    importante impossible indique indiquer informe informer inquiet installer instant interesse interesser interieur \
    inutile jamais janvier jardin jeter jette jeudi jeune jeunes jolie jouer jouet joueur journal juillet juin jusque \
    juste laisse laisser large lettre lettres leurs lever libre ligne lire liste livre livres local locale longtemps \
    longue lorsque loyer lundi lunettes machine mains maire maison malade malgre manger manque manquer marche marchent \
    marcher mardi mariage marque matin mauvais mauvaise meilleur meilleure melange membre merci mercredi message mesure \
    mesurer metier mettre meuble meubles mieux milieu milliers minute modele moderne moment monde monter montre montrer \
    morceau mourir moyen moyens musique naturel necessaire neige nombre nommer nouveau nouvelle novembre obtenir occupe \
    occuper octobre oeuvre offrir oiseau olive ombre ordre oublie oublier ouest ouverture ouvre ouvrir pages paire \
    panier papier papiers parait parcs pareil parents parking parle parler paroles parti partie parties partir partout \
    passe passer patient patients pauvre paye payer pays peche peine peinture pendant pense penser perdre perdu \
    permet permettre personne personnes petit petite petites petits peuvent photo piece pieces pierre place placer \
    plage plaint plaire plait plante plantes pleine plupart poids point points poisson police pomme ponts porte porter \
    poser possede possibilite poste posters poulet poussent pousser premiers prend prendre prenne prennent prepare \
    preparer present presente presenter presque presse pretexte prevenir prevoir prevu printemps prive probleme \
    problemes proche proches produire produit profiter profond projet promenade promis propos propose proposer propre \
    propres proteger prouver province puisse puissent quartier quitter raconte raison raisons ramener rapide rapidement \
    rapport rapporte rarement rater recevoir recherche reclame recoit recommence reconnaitre recours recu reflechir \
    refuse refuser regarde regarder region regle regler regret rejoindre remarque remercie remettre remplir rendre \
    rendez rentree rentrer repare reparer repas repasse repete reperer repond repondre reposer reprend reserve reste \
    rester retard retour retourner retraite retrouve retrouver reunion reussir reveil revenir revient riche riviere \
    robes rouge roule rouler route rupture saison sable sache salle samedi sante sauce sauver savent savoir secteur \
    sejour sejours semble sembler sentir septembre serait serieux serre service services seule seulement signe signer \
    simple simplement situation soeur soigner soir soiree soleil solide solution somme sorte sortie sortir souci soucis \
    soudain souffre souhait soulever source souvent suffit suite suivant suivre suive sujet super surface surtout table \
    tache taches taille tante tarde telephone temps tendre tenir tente termine terminer terrain terre tete theme \
    tiens tient tirer tombe tomber total touche toucher touriste touristes tourne tourner toute train traiter tranche \
    tranquille transport travail travaille travailler travaux traverse tribunal triste trouve trouver type unique usage \
    utile utilise utiliser vacances vache vaisselle valeur vanne vente verre verser veste viande vider vieille vieux \
    village ville vingt visage visite visiter vitesse vivre voici voila voile voisin voiture volet vouloir voyage vraie \
    vraiment";
