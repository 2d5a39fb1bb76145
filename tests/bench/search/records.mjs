/** Records of a made-up guide whose attributes are known: written as content, and kept beside it for grading. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Dice } from './dice.mjs';
import { FORMATS, LANGUAGES, NAMES, PLAIN, THEMES } from './subjects.mjs';

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const TYPES = ['csc', 'mediatheque', 'pmi', 'maison-de-quartier', 'ludotheque', 'association'];
const TYPE_NAMES = { csc: 'Centre socio-culturel', mediatheque: 'Médiathèque', pmi: 'PMI', 'maison-de-quartier': 'Maison de quartier', ludotheque: 'Ludothèque', association: 'Maison' };
const PARTS = { matin: ['09:00', '11:30'], 'apres-midi': ['14:00', '17:00'], soir: ['18:30', '20:30'] };

/**
 * The communes that the guides lie in: a third of those of four départements.
 * @returns {Promise<{ insee: string, name: string, code: string, department: string }[]>}
 */
export async function communes() {
  const text = await readFile(new URL('communes.csv', import.meta.url), 'utf8');
  return text.trim().split('\n').slice(1).map((line) => {
    const [insee, name, code, department] = line.split(',');
    return { insee, name, code, department };
  });
}

/**
 * Makes records.
 * @param {number} count
 * @param {number} seed
 */
export async function records(count, seed) {
  const dice = new Dice(seed);
  const all = await communes();
  // Small guides lie in fewer places, so that a place has several records.
  const size = Math.min(all.length, Math.max(40, Math.round(count / 18)));
  const start = dice.below(all.length);
  const towns = Array.from({ length: size }, (_, at) => all[(start + at * Math.max(1, Math.floor(all.length / size))) % all.length]);
  return Array.from({ length: count }, (_, number) => record(dice, number, towns));
}

function record(dice, number, towns) {
  const roll = dice.below(100);
  const kind = roll < 62 ? 'actions' : roll < 74 ? 'laep' : roll < 82 ? 'ram' : 'lieux';
  // Some towns have much more than others, as in life.
  const town = towns[Math.floor(towns.length * dice.next() ** 2)];
  const main = dice.pick(THEMES);
  const second = dice.chance(0.4) ? dice.pick(THEMES) : null;
  const part = dice.pick(Object.keys(PARTS));
  const from = dice.pick([0, 0, 3, 12, 36, 120]);
  const made = {
    id: `${kind}/r${number}`,
    kind,
    town,
    themes: kind === 'ram' ? ['mode-de-garde'] : kind === 'lieux' && dice.chance(0.5) ? [] : [...new Set([main.code, ...(second ? [second.code] : [])])],
    type: kind === 'lieux' ? dice.pick(TYPES) : null,
    format: kind === 'actions' ? dice.pick(FORMATS) : null,
    open: [{ day: dice.pick(DAYS), part }, ...(kind !== 'actions' && dice.chance(0.6) ? [{ day: dice.pick(DAYS), part: dice.pick(Object.keys(PARTS)) }] : [])],
    months: kind === 'laep' ? [0, 72] : kind === 'actions' ? [from, from + dice.pick([12, 24, 36, 72])] : null,
    price: kind === 'laep' || kind === 'ram' ? 'gratuit' : kind === 'lieux' ? null : dice.pick(['gratuit', 'gratuit', '{montant: 3, par: famille}', '{montant: 8, par: famille}']),
    wheelchair: dice.chance(0.3),
    language: dice.chance(0.1) ? dice.pick(LANGUAGES).code : null,
    serves: kind === 'ram' ? [0, 1, 2].map(() => dice.pick(towns).insee) : [],
  };
  const name = `${dice.pick(NAMES)}`;
  const label = main.label[0].toUpperCase() + main.label.slice(1);
  const titles = {
    actions: () => (made.format === 'cafe-des-parents' ? `Café des parents ${name}` : dice.chance(0.5) ? dice.pick([`Atelier ${main.label}`, `${label} : parlons-en`, `${label} à ${name}`]) : dice.pick([`Les rendez-vous de ${name}`, `${name}, temps pour les familles`, `Rencontre du ${made.open[0].day}`])),
    laep: () => dice.pick([`Lieu d'accueil enfants-parents ${name}`, name]),
    ram: () => `Relais petite enfance ${name}`,
    lieux: () => `${TYPE_NAMES[made.type]} ${name}`,
  };
  made.title = titles[kind]();
  const known = made.themes.map((code) => THEMES.find((theme) => theme.code === code));
  made.summary = known.length > 0 && dice.chance(0.7) ? `${dice.pick(known[0].says)}, ${dice.pick(PLAIN).toLowerCase()}.` : `${dice.pick(PLAIN)}, ${dice.pick(PLAIN).toLowerCase()}.`;
  made.body = body(dice, known);
  return made;
}

/** About 150 words: what the record is about, words that fit any, and now and then another subject. */
function body(dice, known) {
  const sentences = [];
  for (const theme of known) sentences.push(...theme.says.filter(() => dice.chance(0.7)));
  if (dice.chance(0.4)) sentences.push(`On peut aussi y parler de ${dice.pick(THEMES).label}`);
  if (dice.chance(0.3)) sentences.push(dice.pick(dice.pick(THEMES).says));
  while (sentences.length < 14) sentences.splice(dice.below(sentences.length + 1), 0, dice.pick(PLAIN));
  const half = Math.floor(sentences.length / 2);
  return `${sentences.slice(0, half).join('. ')}.\n\n## Comment cela se passe\n\n${sentences.slice(half).join('. ')}.\n`;
}

/**
 * Writes records as content.
 * @param {string} folder
 * @param {Awaited<ReturnType<typeof records>>} all
 */
export async function write(folder, all) {
  for (const kind of ['actions', 'laep', 'ram', 'lieux', 'partenaires', 'territoires']) await mkdir(join(folder, kind), { recursive: true });
  await writeFile(join(folder, 'guide.yml'), 'contrat: 1\nnom: Guide des familles\nterritoire: tout\nurl: https://guide.example.org/\nediteur: p0\nlangue: fr\ncontact: {telephone: "01 99 00 12 34"}\n');
  await writeFile(join(folder, 'territoires/tout.yml'), 'nom: Tout le territoire\nniveau: groupement\n');
  await writeFile(join(folder, 'partenaires/p0.yml'), 'titre: Association des Familles\ntype: association\n');
  for (const one of all) await writeFile(join(folder, `${one.id}.md`), text(one));
}

function text(one) {
  const hours = one.open.filter((slot, at) => one.open.findIndex((other) => other.day === slot.day) === at);
  const range = (slot) => PARTS[slot.part];
  const lines = [`titre: ${JSON.stringify(one.title)}`, `resume: ${JSON.stringify(one.summary)}`];
  if (one.themes.length > 0) lines.push(`themes: [${one.themes.join(', ')}]`);
  const address = `{voie: 1 rue de l'Exemple, code_postal: "${one.town.code}", commune: ${JSON.stringify(one.town.name)}, insee: "${one.town.insee}"}`;
  lines.push(one.kind === 'lieux' ? `type: ${one.type}\npartenaire: p0\nadresse: ${address}` : `adresse: ${address}`);
  if (one.kind === 'actions') {
    const [{ day, part }] = one.open;
    lines.push('porteurs: [p0]', `formats: [${one.format}]`, 'inscription: aucune', 'ouvert_a: tous');
    lines.push(`seances:\n  - {chaque: ${day}, du: 2026-09-07, au: 2027-06-30, de: "${PARTS[part][0]}", a: "${PARTS[part][1]}", vacances: non}`);
    lines.push(`ages: {de: "${one.months[0]} mois", a: "${one.months[1]} mois"}`);
  } else {
    const key = one.kind === 'ram' ? 'permanences' : 'horaires';
    lines.push(`${key}:\n${hours.map((slot) => `  - {jours: [${slot.day}], de: "${range(slot)[0]}", a: "${range(slot)[1]}"}`).join('\n')}`, 'vacances: ferme');
  }
  if (one.kind === 'laep') lines.push('gestionnaire: p0', 'accueil: [sans-inscription, anonyme]');
  if (one.kind === 'ram') lines.push('gestionnaire: p0', `communes: [${[...new Set(one.serves)].map((code) => `"${code}"`).join(', ')}]`);
  if (one.price) lines.push(`tarif: ${one.price}`);
  if (one.wheelchair) lines.push('accessibilite: {fauteuil: oui}');
  if (one.language) lines.push(`langues: [fr, ${one.language}]`);
  lines.push('contact: {telephone: "01 99 00 12 34"}', 'verifie: {le: 2026-09-01, par: p0, comment: telephone}');
  return `---\n${lines.join('\n')}\n---\n\n${one.body}`;
}
