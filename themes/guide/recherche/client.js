/**
 * The search of this guide, as a module for its own pages and for others.
 *
 *     import { open } from 'https://guide.example.org/recherche/client.js';
 *     const guide = await open();
 *     const answer = await guide.search('massage bébé haguenau', { limit: 10 });
 *
 * Nothing is loaded before `open`, and nothing of what is asked leaves the device: only names of shards do.
 */

// The build puts the path of the core it publishes here.
const CORE = './core.js';
const FORMAT = 5;

/**
 * Opens the search. It runs in a page, in a worker, and in Node with a reader of files.
 * @param {import('./types').Reader} [reader] gives the text of a file beside this module
 * @param {Promise<string>} [entry] the text of `index.json`, where it is on its way already
 * @param {string} [language] another language of the site, which has an entry of its own: `de`
 * @returns {Promise<import('./types').Guide>}
 */
export async function open(reader = fetched, entry, language) {
  let guide = await begin(reader, language, entry);
  return {
    search: (text, options) => again((guide) => guide.search(text, options)),
    suggest: (text, options) => again((guide) => guide.suggest(text, options)),
  };

  /**
   * Asks, and where a shard can't be had, once more of a newer entry.
   * @template T
   * @param {(guide: import('./types').Guide) => Promise<T>} ask
   * @returns {Promise<T>}
   */
  async function again(ask) {
    try {
      return await ask(guide);
    } catch (failure) {
      const newer = await begin(reader, language);
      if (newer.build === guide.build) throw failure;
      guide = newer;
      return ask(guide);
    }
  }
}

/** @param {import('./types').Reader} reader @param {string} [language] @param {Promise<string>} [asked] */
async function begin(reader, language, asked) {
  const path = language ? CORE.replace('.js', `.${language}.js`) : CORE;
  const own = import(path).catch(() => null);
  const text = await (asked ?? reader(`${language || 'index'}.json`));
  /** @type {import('./types').Entry} */
  const entry = JSON.parse(text);
  const core = entry.core === path && entry.format === FORMAT ? await own : null;
  const { start } = core ?? (await import(entry.core));
  return { ...start(entry, reader), build: text };
}

/** @type {import('./types').Reader} */
async function fetched(path) {
  const options = !path.includes('/') ? { cache: /** @type {const} */ ('no-cache') } : {};
  const response = await fetch(new URL(path, import.meta.url), options);
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.text();
}
