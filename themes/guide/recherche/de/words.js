// Generated from src/text/tongue and src/search/grammar by tests/search/words.rs.

const NONE = /** @type {any} */ (null);
/** @type {Record<string, string>} */
export const EXCEPTIONS = {"__proto__":NONE,"ados":"ado","bebe":"bebe","bebes":"bebe","st":"saint","ste":"saint"};
export const STOP_WORDS = new Set(
  'aber afin ai aie aient aimerais aimerait aimerions ainsi alle allem allen aller alles alors als also alt am an andere anderem anderen anderer anderes as au auch aucun aucune auf aupres aus aussi autour autre autres aux avait avec avez avoir avons bei beim besoin bin bis bist bitte bonjour brauche brauchen car ce ceci cela celle celles celui ces cet cette ceux chaque cherche chercher chez chose choses combien comme comment connaissez cote da dabei damit danke dann dans das dass de dein deine deinem deinen deiner dem den denn depuis der des dessen dich die dies diese diesem diesen dieser dieses dir doch dois doit donc dont dort du durch ein eine einem einen einer eines elle elles en encore entre environ er es est et etait etes etre etwas eu euch euer eure eux existe faire fait faut finde finden font fuer fur gegen geht gern gibt gibts guten habe haben hallo hat hatte hatten hier hin hinter ich ici ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres il ils im in ins irgendwo ist ja je jede jedem jeden jeder jedes jemand jusqu jusque kann kannst koennen koennte konnen konnte la laquelle le lequel les lesquels leur leurs lors lorsqu lorsque lui ma mais man me mein meine meinem meinen meiner meines merci mes mich mir mit mochte moechte moi moins mon muessen muss mussen nach naehe nah nahe nahebei ne neben ni nicht noch nos notre nous nur ob oder on ont or ou par parce pas pendant peu peut peuvent plus plusieurs pour pourquoi pouvez pres proche proches puis puisqu puisque qu quand que quel quelle quelles quelque quelques quels qui quoi quoiqu quoique sa savoir se sehr sein seine seinem seinen seiner seines seit sera ses si sich sie sind so soit soll sollen sollte sommes son sont souhaite souhaiterais sowie suche suchen suis sur ta te tes toi ton tous tout toute toutes tres trouve trouver tu tun uber ueber um un und une uns unser unsere unserem unseren unserer unter va vais vers veut veux voici voila vom von vor vos votre voudrais voudrait voudrions vous wann war warum was weil welche welchem welchen welcher welches wenn wer werden wie wieder will wir wird wo wohin wollen zu zum zur zwischen'.split(' '),
);
/** @type {Record<string, number[]>} */
export const DAYS = {"__proto__":NONE,"dienstag":[2],"donnerstag":[4],"freitag":[5],"mittwoch":[3],"montag":[1],"samstag":[6],"sonnabend":[6],"sonntag":[7],"weekend":[6,7],"wochenende":[6,7],"wochenenden":[6,7]};
/** @type {Record<string, string>} */
export const PARTS = {"__proto__":NONE,"abend":"soir","frueh":"matin","fruh":"matin","mittag":"apres-midi","morgen":"matin","nachmittag":"apres-midi","vormittag":"matin"};
/** @type {Record<string, string>} */
export const PAIRS = {"__proto__":NONE,"week end":"wochenende","wochen ende":"wochenende"};
/** @type {Record<string, number>} */
export const NUMBERS = {"__proto__":NONE,"acht":8,"drei":3,"elf":11,"fuenf":5,"funf":5,"neun":9,"sechs":6,"sieben":7,"vier":4,"zehn":10,"zwei":2,"zwoelf":12,"zwolf":12};
/** @type {Record<string, [number, number]>} */
export const UNITS = {"__proto__":NONE,"jaehrig":[12,1],"jaehrige":[12,1],"jaehrigen":[12,1],"jaehriger":[12,1],"jaehriges":[12,1],"jahr":[12,1],"jahre":[12,1],"jahren":[12,1],"jahrig":[12,1],"jahrige":[12,1],"jahrigen":[12,1],"jahriger":[12,1],"jahriges":[12,1],"monat":[1,1],"monate":[1,1],"monaten":[1,1],"tag":[1,31],"tage":[1,31],"tagen":[1,31],"woche":[3,13],"wochen":[3,13]};
export const FREE = ["gratis","kostenfrei","kostenfreie","kostenlos","kostenlose","kostenlosen","kostenloser","kostenloses","umsonst"];
export const CHILDREN = ["baby","junge","kind","kinder","kindern","madchen","maedchen","sohn","tochter"];
export const HOLIDAYS = ["ferien","schulferien"];
