/**
 * The bench of search: how good answers are, and what they cost on the wire, beside Pagefind.
 *
 *     node tests/bench/search/main.mjs [1000 10000] [--pagefind] [--tuned] [--show CLASS] [--tool target/release/ribambelle]
 *
 * `--tuned` asks with the seed and the everyday words that the search was worked on with; figures that are reported
 * come without it. `--show` prints the questions of a class that are answered worst.
 */

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { client } from './client.mjs';
import { measures, table } from './figures.mjs';
import { grade, questions } from './questions.mjs';
import { records, write } from './records.mjs';

const given = process.argv.slice(2);
const option = (name) => (given.includes(name) ? given[given.indexOf(name) + 1] : undefined);
const sizes = given.filter((one, at) => /^[0-9]+$/.test(one) && !(given[at - 1] ?? '').startsWith('--')).map(Number);
const tool = option('--tool') ?? 'target/release/ribambelle';
const isTuned = given.includes('--tuned');
const each = Number(option('--each') ?? 20);

/** @type {(() => void)[]} */
const stops = [];
for (const size of sizes.length > 0 ? sizes : [1000, 10000]) {
  const seed = (isTuned ? 1 : 2) + size;
  const folder = join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), `ribambelle-search-${seed}`);
  const all = await records(size, seed);
  if (!existsSync(join(folder, 'content'))) {
    await mkdir(folder, { recursive: true });
    await write(join(folder, 'content'), all);
  }
  if (!given.includes('--built')) {
    await rm(join(folder, 'public'), { recursive: true, force: true });
    execFileSync(tool, ['build', '--contenu', join(folder, 'content'), '--sortie', join(folder, 'public'), '--date', '2026-11-25'], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const asked = questions(all, seed + 7, isTuned ? 'tuned' : 'reported', each);
  const graded = asked.map((question) => ({ question, grades: new Map(all.map((record) => [record.id, grade(question, record)])) }));
  const ours = await run(await client(join(folder, 'public')), graded);
  const columns = { Ribambelle: ours };
  if (given.includes('--pagefind')) {
    const { pagefind } = await import('./pagefind.mjs');
    const { engine, stop } = await pagefind(folder, all);
    columns.Pagefind = await run(engine, graded);
    stops.push(stop);
  }
  console.log(`\n## ${size} fiches, ${asked.length} questions\n`);
  console.log(table(columns));
  const sort = option('--show');
  if (sort) show(ours.rows.filter((row) => row.sort === sort || sort === 'tout'), all);
}

stops.forEach((stop) => stop());
// Pagefind keeps workers and timers.
setTimeout(() => process.exit(0), 100);

/** Asks every question twice: cold, and one after another in a guide that stays open. */
async function run(engine, graded) {
  const rows = [];
  let warm;
  for (const { question, grades } of shuffled(graded)) {
    const cold = await engine.ask(question.text);
    const next = await engine.ask(question.text, warm ?? cold.guide);
    warm ??= cold.guide;
    rows.push({ sort: question.sort, text: question.text, ...measures(cold.ids, grades), cold, next });
  }
  return { rows, scripts: engine.scripts };
}

/** In an order that mixes the classes, so that what is kept of former questions helps none of them more. */
function shuffled(list) {
  const step = 97;
  return list.length % step === 0 ? list : list.map((_, at) => list[(at * step) % list.length]);
}

function show(rows, all) {
  const worst = rows.toSorted((a, b) => a.ndcg - b.ndcg).slice(0, Number(option('--worst') ?? 25));
  for (const { sort, text, ndcg, recall, cold, best } of worst) {
    const titles = cold.ids.slice(0, 10).map((id) => {
      const one = all.find((record) => record.id === id);
      return one ? `${best.get(id)} ${one.title} | ${one.themes} | ${one.town.name} ${one.town.department}` : `0 ${id}`;
    });
    const understood = cold.answer?.understood.map((one) => one.attribute);
    console.log(`\n${sort} « ${text} » nDCG ${ndcg.toFixed(2)} rappel ${recall.toFixed(2)} ${understood}\n  ${titles.join('\n  ')}`);
  }
}
