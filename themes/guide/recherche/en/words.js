// Generated from src/text/tongue and src/search/grammar by tests/search/words.rs.

const NONE = /** @type {any} */ (null);
/** @type {Record<string, string>} */
export const EXCEPTIONS = {"__proto__":NONE,"children":"child","jeux":"jeu","st":"saint","ste":"saint","teeth":"tooth"};
export const STOP_WORDS = new Set(
  'about afin after ai aie aient aimerais aimerait aimerions ain ainsi all alors also am an and any anybody anyone anything are aren around as at au aucun aucune aupres aussi autour autre autres aux avait avec avez avoir avons be because been before besoin bonjour but by can cannot car ce ceci cela celle celles celui ces cet cette ceux chaque cherche chercher chez chose choses combien comme comment connaissez cote could couldn dans de depuis des did didn do does doesn doing dois doit don donc dont down du elle elles en encore entre environ es est et etait etes etre eu eux existe faire fait faut find font for from get give go goes had has have having he hello her here hers him his how ici if il ils in into is isn it its je jusqu jusque just la laquelle le lequel les lesquels let leur leurs ll looking lors lorsqu lorsque lot lots lui ma mais me merci mes might mine moi moins mon more most my ne near nearby need needs ni no nor nos not notre nous of off old olds on only ont or other ou our ours out over par parce pas pendant peu peut peuvent please plus plusieurs pour pourquoi pouvez pres proche proches puis puisqu puisque qu quand que quel quelle quelles quelque quelques quels qui quoi quoiqu quoique re sa savoir se sera ses she should si so soit some somebody someone something somewhere sommes son sont souhaite souhaiterais such suis sur ta te tes than thank thanks that the their them then there these they this those to toi ton too tous tout toute toutes tres trouve trouver tu un under une until up us va vais ve vers very veut veux voici voila vos votre voudrais voudrait voudrions vous was wasn we were what when where which while who whom whose why will with won would you your yours'.split(' '),
);
/** @type {Record<string, number[]>} */
export const DAYS = {"__proto__":NONE,"friday":[5],"monday":[1],"saturday":[6],"sunday":[7],"thursday":[4],"tuesday":[2],"wednesday":[3],"weekend":[6,7]};
/** @type {Record<string, string>} */
export const PARTS = {"__proto__":NONE,"afternoon":"apres-midi","evening":"soir","lunchtime":"apres-midi","morning":"matin","noon":"apres-midi"};
/** @type {Record<string, string>} */
export const PAIRS = {"__proto__":NONE,"week end":"weekend"};
/** @type {Record<string, number>} */
export const NUMBERS = {"__proto__":NONE,"eight":8,"eleven":11,"five":5,"four":4,"nine":9,"one":1,"seven":7,"six":6,"ten":10,"three":3,"twelve":12,"two":2};
/** @type {Record<string, [number, number]>} */
export const UNITS = {"__proto__":NONE,"day":[1,31],"mo":[1,1],"month":[1,1],"mth":[1,1],"week":[3,13],"wk":[3,13],"year":[12,1],"yo":[12,1],"yr":[12,1]};
export const FREE = ["free"];
export const CHILDREN = ["age","aged","baby","boy","child","children","daughter","girl","kid","kids","son","toddler"];
export const HOLIDAYS = ["holiday","holidays","vacation"];
