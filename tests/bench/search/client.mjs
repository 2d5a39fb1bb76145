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
    if (spelling.has(path.split('/')[0]) && !corrects) {
      // The module that corrects words comes with the first of these shards.
      corrects = true;
      requests++;
      const weight = await size(lazy);
      wire += weight;
    }
    await new Promise((done) => setTimeout(done, 1));
    open--;
    return text;
  };
  const { lazy, ...scripts } = await modules(folder, size);
  const { folders } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')).spelling;
  const spelling = new Set(folders);
  let corrects = false;
  const { open: begin } = await import(pathToFileURL(join(folder, 'client.js')).href);
  /** Asks in a guide opened anew, or in one that is warm already. */
  return {
    scripts,
    async ask(text, guide) {
      [wire, requests, trips] = [0, 0, 0];
      if (!guide) corrects = false;
      const fresh = guide ?? (await begin(reader));
      const start = performance.now();
      const answer = await fresh.search(text);
      return { guide: fresh, ids: answer.results.map((one) => one.id), answer, wire, requests, trips, time: performance.now() - start };
    },
  };
}

/** The bytes and the depth of the modules that a first question loads, and the one that is loaded for a slip. */
async function modules(folder, size) {
  const text = await readFile(join(folder, 'client.js'), 'utf8');
  const core = /\.\/([a-z0-9]+\/core\.js)/.exec(text)[1];
  const bytes = (await size('client.js')) + (await size(core));
  // The page loads both at once, since it knows the core's name; a module of another site needs one trip more.
  return { bytes, files: 2, depth: 1, lazy: core.replace('core.js', 'spelling.js') };
}
