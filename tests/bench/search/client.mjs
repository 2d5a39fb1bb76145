/** Asks the guide's own client, in Node, and counts what would travel. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/** What a response weighs beside its content. */
const HEADERS = 300;

/**
 * Opens the client of a built site.
 * @param {string} site
 */
export async function client(site) {
  const folder = join(site, 'recherche');
  const sizes = new Map();
  const size = async (path) => {
    if (!sizes.has(path)) sizes.set(path, gzipSync(await readFile(join(folder, path)), { level: 9 }).length + HEADERS);
    return sizes.get(path);
  };
  let [wire, requests, trips, open, last] = [0, 0, 0, 0, 0];
  const reader = async (path) => {
    // What is asked for while other requests are under way travels with them.
    if (open === 0 && performance.now() >= last) trips++;
    open++;
    requests++;
    const weight = await size(path);
    wire += weight;
    const text = await readFile(join(folder, path), 'utf8');
    await new Promise((done) => setTimeout(done, 1));
    open--;
    return text;
  };
  const scripts = await modules(folder, size);
  const { open: begin } = await import(pathToFileURL(join(folder, 'client.js')).href);
  /** Asks in a guide opened anew, or in one that is warm already. */
  return {
    scripts,
    async ask(text, guide) {
      [wire, requests, trips] = [0, 0, 0];
      const fresh = guide ?? (await begin(reader));
      const start = performance.now();
      const answer = await fresh.search(text);
      return { guide: fresh, ids: answer.results.map((one) => one.id), answer, wire, requests, trips, time: performance.now() - start };
    },
  };
}

/** The bytes and the depth of the modules that a first question loads. */
async function modules(folder, size) {
  const seen = new Map();
  const visit = async (path, depth) => {
    if ((seen.get(path) ?? 99) <= depth) return;
    seen.set(path, depth);
    const text = await readFile(join(folder, path), 'utf8');
    for (const [, to] of text.matchAll(/(?:from|import\() ?['"](\.[^'"]+\.js)['"]/g)) await visit(join(path, '..', to), depth + 1);
    const core = /const CORE = '(.+?)'/.exec(text);
    if (core) await visit(join(path, '..', core[1]), depth + 1);
  };
  await visit('client.js', 1);
  let bytes = 0;
  for (const path of seen.keys()) bytes += await size(path);
  return { bytes, files: seen.size, depth: Math.max(...seen.values()) };
}
