/** Opening the search of the site that a form belongs to: once, when it is first needed. */

/**
 * @param {HTMLFormElement} form with `data-base`, `data-core`, `data-accueil`, and `data-langue` where it isn't the site's own
 * @returns {{ home: URL, load: () => Promise<import('./types').Guide>, danger: string }} `home` is where addresses of
 *   results begin, `danger` the address of the module that knows what tells of danger
 */
export function opener({ dataset }) {
  const base = new URL(dataset.base ?? '/', location.href);
  const at = (/** @type {string} */ path) => new URL(path, new URL('recherche/', base)).href;
  /** @type {Promise<import('./types').Guide> | null} */
  let guide = null;

  /** Loads client, core and entry together: each in its turn would be a round trip more. */
  const open = async () => {
    const entry = fetch(at(`${dataset.langue || 'index'}.json`), { cache: 'no-cache' }).then((response) => {
      if (!response.ok) throw new Error(`${response.status} ${response.url}`);
      return response.text();
    });
    entry.catch(() => {});
    // What the page names may be older than the client: then it loads its own.
    if (dataset.core) import(at(dataset.core)).catch(() => {});
    const { open } = await import(at('client.js'));
    return open(undefined, entry, dataset.langue);
  };
  const load = () => {
    guide ??= open();
    guide.catch(() => (guide = null));
    return guide;
  };
  return { home: new URL(dataset.accueil ?? '', base), load, danger: at((dataset.core ?? '').replace(/core[^/]*$/, 'danger.js')) };
}
