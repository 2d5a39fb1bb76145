/**
 * The subjects that records are about: what they are called, what is written of them, and what parents type.
 *
 * `tuned` lists are those that the search was worked on with; `reported` ones give the figures, and nobody looks
 * at them while working on the vocabulary.
 */

/** @typedef {{ code: string, label: string, says: string[], tuned: string[], reported: string[] }} Subject */

/** @type {Subject[]} */
export const THEMES = [
  { code: 'allaitement', label: 'allaitement', says: ['On parle des tétées et du lait maternel', 'Une consultante répond sur la mise au sein'], tuned: ['mal aux seins quand il tète', 'donner le sein'], reported: ['bébé refuse le sein', 'plus de lait'] },
  { code: 'portage', label: 'portage', says: ['On essaie une écharpe et des porte-bébés', 'Chacun porte son enfant contre soi'], tuned: ['écharpe bébé', 'porter bébé dans le dos'], reported: ['apprendre à nouer une écharpe', 'porte bébé'] },
  { code: 'massage-bebe', label: 'massage bébé', says: ['On apprend des gestes pour masser son enfant', 'Une serviette et un peu d’huile suffisent'], tuned: ['masser mon bébé', 'massage nourrisson'], reported: ['toucher massage tout petit', 'apprendre à masser son nouveau né'] },
  { code: 'sommeil', label: 'sommeil', says: ['On parle des réveils et de l’endormissement', 'Les nuits et les siestes sont au programme'], tuned: ['bébé ne dort pas', 'il se réveille toutes les nuits'], reported: ['mon fils ne veut pas aller au lit', 'dort mal la nuit'] },
  { code: 'pleurs', label: 'pleurs du nourrisson', says: ['Que faire quand un nourrisson pleure longtemps', 'On ne reste pas seul avec les pleurs'], tuned: ['bébé pleure tout le temps', 'coliques'], reported: ['ma fille hurle sans arrêt', 'bébé inconsolable le soir'] },
  { code: 'alimentation', label: 'alimentation', says: ['Des repères sur les repas et la diversification', 'On goûte des purées'], tuned: ['bébé ne mange pas', 'passer aux petits pots'], reported: ['il refuse les légumes', 'commencer la purée'] },
  { code: 'motricite', label: 'motricité', says: ['On rampe, on grimpe, on saute', 'Un parcours de modules en mousse attend les petits'], tuned: ['baby gym', 'bébé ne marche pas encore'], reported: ['parcours pour bouger avec les petits', 'gym bébé'] },
  { code: 'langage', label: 'langage', says: ['Une orthophoniste parle des premiers mots', 'On joue avec les sons et les mots'], tuned: ['mon fils ne parle pas encore', 'orthophoniste'], reported: ['retard de parole', 'il bégaie'] },
  { code: 'eveil-musical', label: 'éveil musical', says: ['Des comptines et des instruments', 'On chante et on tape dans les mains'], tuned: ['chansons pour bébé', 'musique tout petit'], reported: ['comptines et jeux de doigts', 'chanter avec bébé'] },
  { code: 'lecture', label: 'lecture', says: ['Des albums et des histoires à partager', 'Une bibliothécaire raconte'], tuned: ['raconter des histoires', 'bébé lecteur'], reported: ['heure du conte', 'livres pour les petits'] },
  { code: 'proprete', label: 'propreté', says: ['Le pot, les couches, la nuit', 'On parle du moment où l’enfant est prêt'], tuned: ['apprendre le pot', 'il fait encore pipi au lit'], reported: ['enlever la couche', 'aller aux toilettes tout seul'] },
  { code: 'emotions', label: 'émotions', says: ['Colères et chagrins : comprendre ce qui se passe', 'On met des mots sur la tristesse et la joie'], tuned: ['il fait des crises', 'mon fils tape et mord'], reported: ['se roule par terre au magasin', 'gérer la colère de ma fille'] },
  { code: 'autorite', label: 'autorité et limites', says: ['Poser un cadre sans crier', 'Dire non et s’y tenir'], tuned: ["n'écoute rien", 'mon fils me répond'], reported: ['elle n’obéit jamais', 'comment punir'] },
  { code: 'fratrie', label: 'fratrie', says: ['Jalousie et disputes entre frères et sœurs', 'L’arrivée d’un deuxième enfant'], tuned: ['ils se disputent sans arrêt', 'jaloux du bébé'], reported: ['arrivée du petit frère', 'mes enfants se battent entre eux'] },
  { code: 'ecrans', label: 'écrans', says: ['La télévision et le téléphone à la maison', 'Combien de temps devant une tablette'], tuned: ['trop de télé', 'accro à la tablette'], reported: ['il passe sa vie sur son portable', 'youtube toute la journée'] },
  { code: 'aide-aux-devoirs', label: 'aide aux devoirs', says: ['Un temps pour faire ses devoirs après l’école', 'Des bénévoles relisent les leçons'], tuned: ['soutien scolaire', 'faire les leçons'], reported: ['aider mon fils à faire ses devoirs', 'cours après l’école'] },
  { code: 'harcelement', label: 'harcèlement scolaire', says: ['Moqueries et brimades à l’école : que faire', 'En parler avec l’établissement'], tuned: ['on se moque de lui à l’école', 'ma fille est harcelée'], reported: ['se fait embêter au collège', 'on le frappe à la récré'] },
  { code: 'adolescence', label: 'adolescence', says: ['Parler avec son enfant qui grandit', 'Des parents de collégiens échangent'], tuned: ['mon ado ne me parle plus', 'crise d’ado'], reported: ['mon fils de 15 ans s’enferme dans sa chambre', 'préado insolent'] },
  { code: 'grossesse', label: 'grossesse', says: ['Une sage-femme prépare à l’accouchement', 'Le suivi pas à pas jusqu’à la naissance'], tuned: ['je suis enceinte', 'sage femme'], reported: ['préparer l’accouchement', 'j’attends un bébé'] },
  { code: 'epuisement-parental', label: 'épuisement parental', says: ['Souffler quand on n’en peut plus', 'On dépose sa fatigue'], tuned: ['je suis à bout', "je n'en peux plus"], reported: ['maman épuisée', 'burn out parental'] },
  { code: 'separation', label: 'séparation', says: ['Vivre après une rupture et organiser la garde', 'Ce que dit la loi aux parents qui se quittent'], tuned: ['divorce', 'garde alternée'], reported: ['je quitte mon mari', 'pension et droit de visite'] },
  { code: 'monoparentalite', label: 'parents solos', says: ['Élever seul ou seule ses enfants', 'Un réseau pour ne pas tout porter'], tuned: ['maman solo', 'mère célibataire'], reported: ['j’élève seule mes enfants', 'papa seul avec ses enfants'] },
  { code: 'handicap', label: 'handicap', says: ['Un enfant différent : droits et soutien', 'Les démarches auprès de la MDPH'], tuned: ['enfant handicapé', 'dossier mdph'], reported: ['mon enfant est différent', 'aesh à l’école'] },
  { code: 'mode-de-garde', label: 'mode de garde', says: ['Trouver une place en crèche ou chez une assistante maternelle', 'Contrat et salaire de la personne qui garde'], tuned: ['nounou', 'garderie'], reported: ['faire garder mon bébé', 'place en crèche'] },
  { code: 'vacances', label: 'vacances en famille', says: ['Partir quelques jours avec les enfants', 'Des aides pour payer un séjour'], tuned: ['partir en vacances', 'colonie'], reported: ['aide pour envoyer mes enfants en colo', 'séjour pas cher en famille'] },
  { code: 'francais-parents', label: 'apprendre le français', says: ['Des cours pendant que les enfants jouent', 'On parle, on lit, on écrit'], tuned: ['cours de français', 'je parle mal français'], reported: ['apprendre à lire et écrire', 'cours de langue pour étrangers'] },
  { code: 'addictions', label: 'addictions', says: ['Alcool, tabac, cannabis : une écoute sans jugement', 'Un proche consomme trop'], tuned: ['mon mari boit', 'drogue'], reported: ['mon fils fume du cannabis', 'arrêter de fumer'] },
  { code: 'budget', label: 'budget', says: ['Factures et fins de mois : faire le point', 'Un conseiller aide à y voir clair'], tuned: ["problème d'argent", 'payer les factures'], reported: ['plus d’argent à la fin du mois', 'je suis endettée'] },
];

/** Kinds of record and types of place, by what parents type. */
export const KINDS = [
  { kind: 'laep', asked: ['laep', "lieu d'accueil enfants parents", 'accueil parents enfants'] },
  { kind: 'ram', asked: ['relais petite enfance', 'ram', 'rpe'] },
  { type: 'pmi', asked: ['pmi', 'protection maternelle et infantile'] },
  { type: 'mediatheque', asked: ['médiathèque', 'bibliothèque'] },
  { type: 'ludotheque', asked: ['ludothèque'] },
  { type: 'csc', asked: ['centre social', 'centre socio-culturel'] },
  { format: 'cafe-des-parents', asked: ['café des parents'] },
  { format: 'groupe-de-parole', asked: ['groupe de parole'] },
];

export const FORMATS = ['atelier-parent-enfant', 'cafe-des-parents', 'groupe-de-parole', 'conference', 'permanence', 'accueil-libre'];
export const LANGUAGES = [{ code: 'ar', asked: 'en arabe' }, { code: 'tr', asked: 'en turc' }, { code: 'de', asked: 'en allemand' }, { code: 'pt', asked: 'portugais' }];
export const NAMES = ['La Marelle', 'Les Petits Pas', 'L’Arrosoir', 'Le Hamac', 'La Roulotte', 'Les Lucioles', 'Le Tilleul', 'La Farandole', 'Les Cerisiers', 'L’Olivier', 'La Pergola', 'Le Nid', 'Les Coquelicots', 'La Passerelle', 'Le Phare', 'Les Tournesols'];
/** What any record may say: words that tell nothing of its subject. */
export const PLAIN = [
  'Une professionnelle accueille les parents et les enfants', 'Chacun vient comme il est, sans obligation', 'On se retrouve autour d’un goûter',
  'La salle est au calme, avec un coin pour les bébés', 'En petit groupe de six familles au plus', 'Une éducatrice de jeunes enfants est présente',
  'Les grands-parents sont les bienvenus', 'Le matériel est prêté sur place', 'On repart quand on veut', 'Une puéricultrice passe une fois par mois',
  'Les enfants jouent pendant que les parents discutent', 'Appelez avant de venir si vous préférez', 'Vous pouvez venir à deux', 'L’équipe vous écoute et vous oriente',
];
