/**
 * How long an answer takes in Chromium, on slow networks and with a processor four times slower.
 *
 *     node tests/bench/search/network.mjs [1000 10000] [--each 5] [--tool target/release/ribambelle]
 *
 * The same guides and questions as `main.mjs`, served from this machine with gzip; the network and the processor are
 * those that Chromium plays (150 ms and 1.6 Mbit/s; 300 ms and 700 kbit/s; four times slower). A cold question is asked
 * in an empty page: « rien » counts from the request for client, core and entry, which go together as on the site's pages;
 * « frappe » from a guide opened beforehand, as pages open it when the field is focused. Medians, and the slowest of ten.
 *
 * « Tapée » is the same question as a parent sends it: typed in the search page, from the Enter key to the answers shown.
 *
 * What the processor does for a next question is told twice, and never with the bench's own messages to the page:
 * « calcul » is measured within the page around `guide.search`, when all shards are at hand (the network is left out: the
 * question was asked before); « fil » is the time of the page's thread for a question whose shards are asked for, read and
 * parsed, less what a message that does nothing takes.
 */

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { launch } from '../../browser/lib/browser.mjs';
import { questions } from './questions.mjs';
import { records, write } from './records.mjs';
import { typed } from './typed.mjs';

const given = process.argv.slice(2);
const option = (name) => (given.includes(name) ? given[given.indexOf(name) + 1] : undefined);
const sizes = given.filter((one, at) => /^[0-9]+$/.test(one) && !(given[at - 1] ?? '').startsWith('--')).map(Number);
const tool = option('--tool') ?? 'target/release/ribambelle';
const each = Number(option('--each') ?? 5);
const SLOWER = 4;
const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml' };
const NETWORKS = {
  'sans réseau lent': undefined,
  '4G lente': { latency: 150, kilobits: 1600 },
  '3G rurale': { latency: 300, kilobits: 700 },
};

const browser = await launch();
try {
  for (const size of sizes.length > 0 ? sizes : [10000]) await look(size);
} finally {
  await browser.close();
}

async function look(size) {
  const seed = 2 + size;
  const folder = join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), `ribambelle-search-${seed}`);
  const all = await records(size, seed);
  if (!existsSync(join(folder, 'content'))) {
    await mkdir(folder, { recursive: true });
    await write(join(folder, 'content'), all);
  }
  if (!existsSync(join(folder, 'public'))) {
    const target = ['--contenu', join(folder, 'content'), '--sortie', join(folder, 'public')];
    execFileSync(tool, ['build', ...target, '--date', '2026-11-25'], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const asked = questions(all, seed + 7, 'reported', each).map((question) => question.text);
  const { base, stop } = await serve(join(folder, 'public'));
  console.log(`\n## ${size} fiches, ${asked.length} questions\n`);
  console.log('| réseau | depuis rien | depuis la première frappe | question suivante | … tapée dans la page | calcul par question | fil par question |\n|---|---|---|---|---|---|---|');
  try {
    for (const [name, network] of Object.entries(NETWORKS)) {
      const { nothing, key, next, sent, work, thread } = await ask(base, asked, network);
      console.log(`| ${[name, both(nothing), both(key), both(next), both(sent), both(work), both(thread)].join(' | ')} |`);
    }
  } finally {
    stop();
  }
}

/** Asks each question cold from nothing and from an open guide, then all of them in one guide. */
async function ask(base, asked, network) {
  const client = await (await fetch(`${base}recherche/client.js`)).text();
  const core = `/recherche/${/\.\/([a-z0-9]+\/core\.js)/.exec(client)?.[1]}`;
  const times = { nothing: [], key: [], next: [], sent: [], work: [], thread: [] };
  for (const text of asked) {
    const cold = await window(base, network);
    times.nothing.push(
      await cold.page.evaluate(
        async ([text, core]) => {
          const start = performance.now();
          const entry = fetch('/recherche/index.json').then((answer) => answer.text());
          const [{ open }] = await Promise.all([import('/recherche/client.js'), import(core)]);
          await (await open(undefined, entry)).search(text);
          return performance.now() - start;
        },
        [text, core],
      ),
    );
    await cold.context.close();
    const focused = await window(base, network);
    await begin(focused.page);
    times.key.push(await timed(focused.page, text));
    await focused.context.close();
  }
  const kept = await window(base, network);
  await begin(kept.page);
  await timed(kept.page, asked[0]);
  const idle = [];
  for (let turn = 0; turn < 9; turn++) idle.push(await working(kept.session, () => kept.page.evaluate(() => 0)));
  const nothing = idle.toSorted((a, b) => a - b)[4];
  for (const text of asked.slice(1)) {
    const ask = async () => times.next.push(await timed(kept.page, text));
    times.thread.push(Math.max(0, (await working(kept.session, ask)) - nothing));
  }
  for (const text of asked) times.work.push(await timed(kept.page, text));
  await kept.context.close();
  const page = await window(base, network);
  times.sent = await typed(page.page, base, asked);
  await page.context.close();
  return times;
}

/** The guide is opened, its core loaded. */
function begin(page) {
  return page.evaluate(async () => {
    const { open } = await import('/recherche/client.js');
    // @ts-ignore: kept for what follows
    globalThis.guide = await open();
  });
}

/** Milliseconds until an answer is there. */
function timed(page, text) {
  return page.evaluate(async (text) => {
    const start = performance.now();
    // @ts-ignore: put there by `begin`
    await globalThis.guide.search(text);
    return performance.now() - start;
  }, text);
}

/** Milliseconds that the page's thread works while something is done. */
async function working(session, done) {
  const before = await worked(session);
  await done();
  return (await worked(session)) - before;
}

/** Milliseconds that the page's thread has worked up to now. */
async function worked(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
}

/** An empty page with nothing in its cache. */
async function window(base, network) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${base}vide`);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  if (network) {
    const throughput = (network.kilobits * 1000) / 8;
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  return { context, page, session };
}

/** A host that compresses, as hosts do, and lets hashed files be kept. */
async function serve(site) {
  const packed = new Map();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (path === '/vide') return response.setHeader('content-type', 'text/html').end('<!doctype html><title>.</title>');
    try {
      const file = path.endsWith('/') ? `${path}index.html` : path;
      if (!packed.has(path)) packed.set(path, gzipSync(await readFile(join(site, file)), { level: 9 }));
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'max-age=600' });
      response.end(packed.get(path));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { base: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

/** « median (slowest of ten) ». */
function both(list) {
  const sorted = list.toSorted((a, b) => a - b);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
  return `${at(0.5)} ms (${at(0.9)})`;
}
