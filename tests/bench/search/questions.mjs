/** Questions about made-up records, by class, each with what makes a record an answer. */

import { Dice } from './dice.mjs';
import { KINDS, LANGUAGES, THEMES } from './subjects.mjs';

/**
 * @typedef {object} Question
 * @property {string} text
 * @property {string} sort its class
 * @property {(record: any) => boolean} subject
 * @property {(record: any) => boolean} place
 * @property {(record: any) => boolean} rest what else is asked
 * @property {string} department
 */

const SENTENCES = [
  (what, where) => `qui peut m'aider ${what} ${where}`,
  (what, where) => `bonjour je cherche quelque chose pour ${what} près de ${where} merci`,
  (what, where) => `est-ce qu'il existe un endroit pour parler de ${what} vers ${where} ?`,
  (what, where) => `où aller à ${where} quand on a un souci de ${what}`,
  (what, where) => `je voudrais savoir s'il y a ${what} dans le coin de ${where}`,
  (what, where) => `on vient d'emménager à ${where}, on aimerait trouver ${what}`,
];
const ELIDED = [(what, where) => `l'${what} ${where}`, (what, where) => `besoin d’${what} à ${where}`, (what, where) => `qu'est-ce qu'il y a sur l’${what} à ${where}`, (what, where) => `info sur l ${what} ${where}`];
const TIMES = { matin: 'matin', 'apres-midi': 'après-midi', soir: 'soir' };

/**
 * Makes questions that each have an answer of grade 2.
 * @param {Awaited<ReturnType<typeof import('./records.mjs').records>>} records
 * @param {number} seed
 * @param {'tuned' | 'reported'} words which everyday words
 * @param {number} each how many of a class
 * @returns {Question[]}
 */
export function questions(records, seed, words, each) {
  const dice = new Dice(seed);
  const themed = records.filter((record) => record.themes.length > 0 && record.kind !== 'ram');
  const label = (code) => THEMES.find((theme) => theme.code === code);
  const place = (record) => record.town.name;
  /** A question about the first theme of a record, where it is. */
  const about = (record, sort, text, rest = () => true, where = (other) => isIn(other, record.town.insee)) => {
    const [code] = record.themes;
    return { sort, text, subject: (other) => other.themes.includes(code), place: where, rest, department: record.town.department };
  };
  const makers = {
    'thème et lieu': () => {
      const one = dice.pick(themed);
      return about(one, 'thème et lieu', `${label(one.themes[0]).label} ${place(one)}`);
    },
    'faute dans le thème': () => {
      const one = dice.pick(themed);
      return about(one, 'faute dans le thème', `${misspelt(dice, label(one.themes[0]).label)} ${place(one)}`);
    },
    'faute dans le lieu': () => {
      const one = dice.pick(themed.filter((record) => /[^ -]{5}/.test(place(record))));
      return about(one, 'faute dans le lieu', `${label(one.themes[0]).label} ${misspelt(dice, place(one))}`);
    },
    élision: () => {
      const one = dice.pick(themed.filter((record) => /^[aeiouéè]/.test(label(record.themes[0]).label)));
      return about(one, 'élision', dice.pick(ELIDED)(label(one.themes[0]).label, place(one)));
    },
    'mots de tous les jours': () => {
      const one = dice.pick(themed);
      return about(one, 'mots de tous les jours', `${dice.pick(label(one.themes[0])[words])} ${place(one)}`);
    },
    phrase: () => {
      const one = dice.pick(themed);
      return about(one, 'phrase', dice.pick(SENTENCES)(label(one.themes[0]).label, place(one)));
    },
    'type et lieu': () => kind('type et lieu', (record) => place(record)),
    'code postal': () => {
      const byTheme = dice.chance(0.5);
      const one = dice.pick(themed);
      const where = (other) => other.town.code === one.town.code;
      return byTheme ? about(one, 'code postal', `${label(one.themes[0]).label} ${one.town.code}`, undefined, where) : kind('code postal', (record) => record.town.code);
    },
    jour: () => {
      const one = dice.pick(themed);
      const [{ day, part }] = one.open;
      const withPart = dice.chance(0.5);
      const rest = (other) => other.open.some((slot) => slot.day === day && (!withPart || slot.part === part));
      return about(one, 'jour', `${label(one.themes[0]).label} ${dice.pick(['', 'le '])}${day}${withPart ? ` ${TIMES[part]}` : ''} ${place(one)}`, rest);
    },
    âge: () => {
      const one = dice.pick(themed.filter((record) => record.months));
      const months = one.months[0] + dice.below(one.months[1] - one.months[0]);
      const age = months < 24 ? `${Math.max(1, months)} mois` : `${Math.floor(months / 12)} ans`;
      const asked = months < 24 ? Math.max(1, months) : Math.floor(months / 12) * 12;
      const rest = (other) => other.months !== null && other.months[0] <= asked && asked <= other.months[1];
      if (!rest(one)) return null;
      return about(one, 'âge', `${label(one.themes[0]).label} ${dice.pick(['', 'enfant de ', 'pour ma fille de '])}${age} ${place(one)}`, rest);
    },
    prix: () => {
      const one = dice.pick(themed.filter((record) => record.price === 'gratuit'));
      return about(one, 'prix', `${label(one.themes[0]).label} ${dice.pick(['gratuit', 'gratuite', 'gratuitement'])} ${dice.pick(['', 'à '])}${place(one)}`, (other) => other.price === 'gratuit');
    },
    'accès et langue': () => {
      const one = dice.pick(themed.filter((record) => record.language || record.wheelchair));
      if (!one.language) return about(one, 'accès et langue', `${label(one.themes[0]).label} accessible en fauteuil ${place(one)}`, (other) => other.wheelchair);
      const { code, asked } = LANGUAGES.find((known) => known.code === one.language);
      return about(one, 'accès et langue', `${label(one.themes[0]).label} ${asked} ${place(one)}`, (other) => other.language === code);
    },
    collé: () => {
      const one = dice.pick(themed);
      return about(one, 'collé', `${label(one.themes[0]).label.replaceAll(' ', '')}${place(one).toLowerCase().replaceAll(/[ -]/g, '')}`);
    },
  };

  function kind(sort, where) {
    const known = dice.pick(KINDS);
    const isOne = (record) => (known.kind ? record.kind === known.kind : known.type ? record.type === known.type : record.format === known.format);
    const one = dice.pick(records.filter(isOne));
    if (!one) return null;
    const at = where(one);
    const isThere = at === one.town.code ? (other) => other.town.code === at : (other) => isIn(other, one.town.insee);
    return { sort, text: `${dice.pick(known.asked)} ${at}`, subject: isOne, place: isThere, rest: () => true, department: one.town.department };
  }

  const all = [];
  for (const make of Object.values(makers)) {
    for (let made = 0, tries = 0; made < each && tries < each * 20; tries++) {
      const question = make();
      if (!question || !records.some((record) => grade(question, record) === 2)) continue;
      all.push(question);
      made++;
    }
  }
  return all;
}

const isIn = (record, insee) => record.town.insee === insee || record.serves.includes(insee);

/**
 * 2: everything asked is met; 1: the subject, in the same département, and either the exact place or all the rest.
 * @param {Question} question
 * @param {any} record
 */
export function grade(question, record) {
  if (!question.subject(record)) return 0;
  const [isHere, isRest] = [question.place(record), question.rest(record)];
  if (isHere && isRest) return 2;
  return record.town.department === question.department && (isHere || isRest) ? 1 : 0;
}

/** One slip in the longest word: a letter left out, doubled, replaced, or two exchanged. */
function misspelt(dice, text) {
  const longest = text.split(/[ '’-]/).sort((a, b) => b.length - a.length)[0];
  const at = 1 + dice.below(longest.length - 2);
  const slips = [
    () => longest.slice(0, at) + longest.slice(at + 1),
    () => longest.slice(0, at) + longest[at] + longest.slice(at),
    () => longest.slice(0, at) + dice.pick([...'aeioursnlt']) + longest.slice(at + 1),
    () => longest.slice(0, at) + longest[at + 1] + longest[at] + longest.slice(at + 2),
  ];
  for (;;) {
    const slip = dice.pick(slips)();
    if (slip !== longest) return text.replace(longest, slip);
  }
}
