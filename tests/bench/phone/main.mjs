/**
 * What Lighthouse says of the demonstration on a phone, served by nginx with its copies compressed beforehand:
 *
 *     npm ci --prefix tests/bench/phone && node tests/bench/phone/main.mjs [--tool target/release/ribambelle] [--why]
 *
 * The mobile profile of Lighthouse: a slow 4G (150 ms, 1.6 Mbit/s) and a processor four times slower, both reckoned.
 * Medians of three runs for each page; `--why` names what a page loses points for. The exit status is 1 where a page
 * stays below 99 for performance or 100 for the rest.
 */

import { setTimeout as wait } from 'node:timers/promises';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';

const given = process.argv.slice(2);
const tool = given.indexOf('--tool');
if (tool >= 0) process.env.RIBAMBELLE = given[tool + 1];
const { HOSTS, build, start } = await import('../../browser/lib/hosts.mjs');

// What search engines may keep: neither examples nor the search.
const PAGES = ['', 'actions/', 'actions/portage-haguenau/', 'partenaires/la-clef/', 'agenda/', 'communes/67180-haguenau/', 'ar/agenda/'];
const LEAST = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 };
const RUNS = 3;

const built = await build('/', '--precompresser');
const host = await start(HOSTS[0], built, '/');
const chromium = await browser();
let low = 0;
try {
  console.log(`| page | ${Object.keys(LEAST).join(' | ')} | FCP | LCP | TBT | CLS |\n|---|${'---|'.repeat(8)}`);
  for (const page of PAGES) {
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await look(new URL(page, host.base)));
    const scores = Object.keys(LEAST).map((name) => middle(runs.map((one) => Math.round(100 * one.categories[name].score))));
    const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'];
    const told = times.map((name) => `${Math.round(middle(runs.map((one) => one.audits[name].numericValue)))} ms`);
    const shift = middle(runs.map((one) => one.audits['cumulative-layout-shift'].numericValue));
    console.log(`| /${page} | ${scores.join(' | ')} | ${told.join(' | ')} | ${shift.toFixed(4)} |`);
    low += Object.values(LEAST).filter((least, at) => scores[at] < least).length;
    if (given.includes('--why')) why(runs[0]);
  }
} finally {
  await chromium.stop();
  await host.stop();
  await built.remove();
}
process.exit(low > 0 ? 1 : 0);

async function look(url) {
  const result = await lighthouse(url.href, { port: chromium.port, logLevel: 'error', onlyCategories: Object.keys(LEAST) });
  const faults = result?.lhr.runtimeError;
  if (!result || faults) throw new Error(`${url}: ${faults?.message}`);
  return result.lhr;
}

/** Chromium, with a port that Lighthouse speaks to. */
async function browser() {
  const folder = await mkdtemp(join(tmpdir(), 'ribambelle-phone-'));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const program = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const flags = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, '--disable-background-networking', '--no-first-run'];
  const child = spawn(program, [...root, ...flags, 'about:blank'], { stdio: 'ignore' });
  let port = 0;
  for (let round = 0; round < 100 && !port; round++) {
    await wait(100);
    port = Number((await readFile(join(folder, 'DevToolsActivePort'), 'utf8').catch(() => '0')).split('\n')[0]);
  }
  if (!port) throw new Error(`${program} does not start`);
  const stop = async () => {
    child.kill('SIGTERM');
    await wait(500);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { port, stop };
}

function middle(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** What a page loses points for. */
function why({ categories, audits }) {
  for (const name of Object.keys(LEAST)) {
    for (const { id, weight } of categories[name].auditRefs) {
      const { score, title, displayValue, details } = audits[id];
      if (weight > 0 && score !== null && score < 1) {
        console.log(`  ${name}: ${title} ${displayValue ?? ''} ${JSON.stringify(details?.items?.slice(0, 3) ?? '').slice(0, 400)}`);
      }
    }
  }
}
