/** Pagefind over pages of the same records, asked in Node through a host that counts what travels. */

import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

import { THEMES } from './subjects.mjs';

const HEADERS = 300;

/**
 * @param {string} folder
 * @param {any[]} records
 */
export async function pagefind(folder, records) {
  const site = join(folder, 'pagefind');
  if (!existsSync(join(site, 'pagefind.js'))) await build(site, records);
  let [wire, requests, trips, open] = [0, 0, 0, 0];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (open === 0) trips++;
    open++;
    requests++;
    try {
      const bytes = await readFile(join(site, path.replace('/pagefind/', '')));
      // Its shards are compressed already; scripts are compressed by the host.
      wire += HEADERS + (/\.(js|json)$/.test(path) ? gzipSync(bytes, { level: 9 }).length : bytes.length);
      await new Promise((done) => setTimeout(done, 1));
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
    open--;
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${server.address().port}/pagefind/`;
  let turn = 0;
  const begin = async () => {
    const module = await import(`${pathToFileURL(join(site, 'pagefind.js')).href}?${turn++}`);
    await module.options({ basePath: base });
    await module.init('fr');
    return module;
  };
  const script = gzipSync(await readFile(join(site, 'pagefind.js')), { level: 9 }).length + HEADERS;
  const engine = {
    scripts: { bytes: script, files: 1, depth: 1 },
    async ask(text, guide) {
      [wire, requests, trips] = [0, 0, 0];
      const fresh = guide ?? (await begin());
      const start = performance.now();
      const { results } = await fresh.search(text);
      const shown = await Promise.all(results.slice(0, 10).map((one) => one.data()));
      const ids = shown.map((one) => one.meta.id);
      return { guide: fresh, ids, wire, requests, trips, time: performance.now() - start };
    },
  };
  return { engine, stop: () => server.close() };
}

/** Pages as a site generator would make them of the same records: words in the body, attributes as filters. */
async function build(site, records) {
  const { createIndex, close } = await import('pagefind');
  const { index } = await createIndex({ forceLanguage: 'fr' });
  for (const one of records) await index.addHTMLFile({ url: `/${one.id}/`, content: page(one) });
  const { errors } = await index.writeFiles({ outputPath: site });
  if (errors.length > 0) throw new Error(errors.join('\n'));
  await close();
}

function page(one) {
  const kinds = { actions: 'Activité', laep: "Lieu d'accueil enfants-parents (LAEP)", ram: 'Relais petite enfance (RPE, ex-RAM)', lieux: 'Lieu' };
  const label = (code) => THEMES.find((theme) => theme.code === code)?.label ?? code;
  const filter = (name, value) => `<li data-pagefind-filter="${name}">${value}</li>`;
  const lines = [
    filter('type', kinds[one.kind]),
    ...one.themes.map((code) => filter('theme', label(code))),
    ...one.open.map((slot) => filter('jour', `${slot.day} ${slot.part.replace('apres', 'après')}`)),
    filter('commune', `${one.town.code} ${one.town.name}`),
    ...(one.price === 'gratuit' ? [filter('prix', 'gratuit')] : []),
    ...(one.months ? [filter('age', `de ${one.months[0]} à ${one.months[1]} mois`)] : []),
    ...(one.wheelchair ? [filter('acces', 'accessible en fauteuil')] : []),
    ...(one.type ? [filter('lieu', one.type)] : []),
    ...(one.format ? [filter('format', one.format.replaceAll('-', ' '))] : []),
  ];
  return `<!doctype html><html lang="fr"><head><title>${one.title}</title></head><body><main data-pagefind-body data-pagefind-meta="id:${one.id}"><h1>${one.title}</h1><p>${one.summary}</p><ul>${lines.join('')}</ul><p>${one.body.replace(/\n+## /, '</p><h2>').replace(/\n+/g, '</h2><p>')}</p></main></body></html>`;
}
