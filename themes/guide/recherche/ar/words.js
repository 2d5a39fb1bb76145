// Generated from src/text/tongue and src/search/grammar by tests/search/words.rs.

const NONE = /** @type {any} */ (null);
/** @type {Record<string, string>} */
export const EXCEPTIONS = {"__proto__":NONE,};
export const STOP_WORDS = new Set(
  'afin ai aie aient aimerais aimerait aimerions ainsi alors as au aucun aucune aupres aussi autour autre autres aux avait avec avez avoir avons besoin bonjour car ce ceci cela celle celles celui ces cet cette ceux chaque cherche chercher chez chose choses combien comme comment connaissez cote dans de depuis des dois doit donc dont du elle elles en encore entre environ es est et etait etes etre eu eux existe faire fait faut font ici il ils je jusqu jusque la laquelle le lequel les lesquels leur leurs lors lorsqu lorsque lui ma mais me merci mes moi moins mon ne ni nos notre nous on ont or ou par parce pas pendant peu peut peuvent plus plusieurs pour pourquoi pouvez pres proche proches puis puisqu puisque qu quand que quel quelle quelles quelque quelques quels qui quoi quoiqu quoique sa savoir se sera ses si soit sommes son sont souhaite souhaiterais suis sur ta te tes toi ton tous tout toute toutes tres trouve trouver tu un une va vais vers veut veux voici voila vos votre voudrais voudrait voudrions vous ابحث احتاج اذا اريد التي الذي الذين السلام الي ان انا انت انتم او ايضا اين بالقرب بعد بعض بين تكون تلك توجد ثم حتي حول ذلك شكرا علي عليكم عمر عمره عمرها عن عند عندي غير في قبل قد قرب قريب كان كانت كل كيف لا لان لدي لدينا لكم لكن لم لن لنا له لها لهم لهن لي ما ماذا متي مثل مرحبا مع من نبحث نحتاج نحن نريد هذا هذه هل هم هنا هناك هو هي و يا يكون يوجد'.split(' '),
);
/** @type {Record<string, number[]>} */
export const DAYS = {"__proto__":NONE,"اثنين":[1],"الاثنين":[1],"الاحد":[7],"الاربعاء":[3],"الثلاثاء":[2],"الجمعه":[5],"الخميس":[4],"السبت":[6],"الويكاند":[6,7]};
/** @type {Record<string, string>} */
export const PARTS = {"__proto__":NONE,"الصباح":"matin","الظهر":"apres-midi","المساء":"soir","صباح":"matin","صباحا":"matin","ظهرا":"apres-midi","مساء":"soir"};
/** @type {Record<string, string>} */
export const PAIRS = {"__proto__":NONE,"بعد الظهر":"ظهرا","نهايه الاسبوع":"الويكاند"};
/** @type {Record<string, number>} */
export const NUMBERS = {"__proto__":NONE,"اربع":4,"اربعه":4,"تسع":9,"تسعه":9,"ثلاث":3,"ثلاثه":3,"ثماني":8,"ثمانيه":8,"خمس":5,"خمسه":5,"سبع":7,"سبعه":7,"ست":6,"سته":6,"عشر":10,"عشره":10};
/** @type {Record<string, [number, number]>} */
export const UNITS = {"__proto__":NONE,"اسابيع":[3,13],"اسبوع":[3,13],"اشهر":[1,1],"اعوام":[12,1],"ايام":[1,31],"سنه":[12,1],"سنوات":[12,1],"سنين":[12,1],"شهر":[1,1],"شهور":[1,1],"عام":[12,1],"يوم":[1,31]};
export const FREE = ["مجانا","مجاني","مجانيه","بالمجان"];
export const CHILDREN = ["طفل","طفلي","ابن","ابني","ابنتي","بنتي"];
export const HOLIDAYS = ["العطله","عطله","العطل"];
