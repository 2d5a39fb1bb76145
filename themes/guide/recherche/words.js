// Generated from src/text/tongue and src/search/grammar by tests/search/words.rs.

const NONE = /** @type {any} */ (null);
/** @type {Record<string, string>} */
export const EXCEPTIONS = {"__proto__":NONE,"affectation":"affectation","affectations":"affectation","aidant":"aidant","aidante":"aidant","aidantes":"aidant","aidants":"aidant","animal":"animal","animaux":"animal","carie":"carie","caries":"carie","colos":"colo","console":"console","consoles":"console","couche":"couche","couches":"couche","crevasse":"crevass","crevasses":"crevass","departement":"departement","departements":"departement","detention":"detention","france":"france","grandir":"grandir","habitant":"habitant","habitants":"habitant","jeu":"jeu","jeux":"jeu","jumeau":"jumel","jumeaux":"jumel","jumelle":"jumel","jumelles":"jumel","mamie":"mamie","mamies":"mamie","mere":"mere","meres":"mere","nourrisson":"nourrisson","nourrissons":"nourrisson","papa":"papa","papas":"papa","papi":"papi","papier":"papier","papiers":"papier","papis":"papi","papy":"papi","pete":"peter","peter":"peter","place":"place","places":"place","poli":"poli","polie":"poli","portable":"portable","portables":"portable","refuge":"refuge","refuges":"refuge","repas":"repas","repit":"repit","repits":"repit","russe":"russe","russes":"russe","saisie":"saisie","saisies":"saisie","st":"saint","ste":"saint","yeux":"yeux"};
export const STOP_WORDS = new Set(
  'afin ai aie aient aimerais aimerait aimerions ainsi alors as au aucun aucune aupres aussi autour autre autres aux avait avec avez avoir avons besoin bonjour car ce ceci cela celle celles celui ces cet cette ceux chaque cherche chercher chez chose choses combien comme comment connaissez cote dans de depuis des dois doit donc dont du elle elles en encore entre environ es est et etait etes etre eu eux existe faire fait faut font ici il ils je jusqu jusque la laquelle le lequel les lesquels leur leurs lors lorsqu lorsque lui ma mais me merci mes moi moins mon ne ni nos notre nous on ont or ou par parce pas pendant peu peut peuvent plus plusieurs pour pourquoi pouvez pres proche proches puis puisqu puisque qu quand que quel quelle quelles quelque quelques quels qui quoi quoiqu quoique sa savoir se sera ses si soit sommes son sont souhaite souhaiterais suis sur ta te tes toi ton tous tout toute toutes tres trouve trouver tu un une va vais vers veut veux voici voila vos votre voudrais voudrait voudrions vous'.split(' '),
);
/** @type {Record<string, number[]>} */
export const DAYS = {"__proto__":NONE,"dimanche":[7],"jeudi":[4],"lundi":[1],"mardi":[2],"mercredi":[3],"samedi":[6],"vendredi":[5],"weekend":[6,7]};
/** @type {Record<string, string>} */
export const PARTS = {"__proto__":NONE,"aprem":"apres-midi","matin":"matin","matinee":"matin","midi":"apres-midi","soir":"soir","soiree":"soir"};
/** @type {Record<string, string>} */
export const PAIRS = {"__proto__":NONE,"apres midi":"midi","week end":"weekend"};
/** @type {Record<string, number>} */
export const NUMBERS = {"__proto__":NONE,"cinq":5,"deux":2,"dix":10,"douze":12,"huit":8,"neuf":9,"onze":11,"quatre":4,"sept":7,"six":6,"trois":3};
/** @type {Record<string, [number, number]>} */
export const UNITS = {"__proto__":NONE,"an":[12,1],"annee":[12,1],"jour":[1,31],"mois":[1,1],"semaine":[3,13]};
export const FREE = ["gratuit","gratuite","gratuitement"];
export const CHILDREN = ["age","agee","ages","enfant","enfants","fille","fils","garcon"];
export const HOLIDAYS = ["vacances"];
