// Put into every page by `ribambelle serve`: loads the page again when an edit changes it,
// and shows the faults of an edit over the page that was sound before.

/**
 * @typedef {object} Notice what the server tells
 * @property {string} version the version of the guide that is served
 * @property {{ title: string, text: string, close: string } | null} faults those of the last edit
 */

const here = new URL(import.meta.url);
/** The version of which this page is. */
let version = here.searchParams.get('v');
/** What tells this page from the one of another version. */
const digest = here.searchParams.get('d');
/** Answers of the search come from files that are not part of the page. */
const searches = location.pathname.includes('/recherche/');

/** @type {Notice | undefined} */
let last;

/** @param {Notice} notice */
async function heed(notice) {
  last = notice;
  if (notice.version !== version) {
    // The browser keeps the scrolling position over a reload.
    if (searches || (await digestNow()) !== digest) return location.reload();
    version = notice.version;
  }
  // What came while the server was asked tells more.
  if (notice !== last) return;
  if (notice.faults) show(notice.faults);
  else document.querySelector('ribambelle-faults')?.remove();
}

/** The digest of this page as the server has it now; this page's own where the server can't be reached. */
async function digestNow() {
  try {
    const page = await (await fetch(location.href)).text();
    return /live\.js\?v=\w+&amp;d=(\w+)"/.exec(page)?.[1];
  } catch {
    return digest;
  }
}

/** @param {NonNullable<Notice['faults']>} faults */
function show({ title, text, close }) {
  const host = document.querySelector('ribambelle-faults') ?? document.createElement('ribambelle-faults');
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { position: fixed; inset: auto 0 0; z-index: 2147483647; max-block-size: 60vh; overflow: auto;
            background: #1b2330; color: #fff; border-block-start: 6px solid #ff9aa8; direction: ltr;
            font: 15px/1.5 ui-monospace, monospace; padding: 1rem; }
    h2 { font: 700 18px/1.4 system-ui, sans-serif; margin: 0 3rem 0.75rem 0; }
    pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
    button { position: absolute; inset: 0.75rem 1rem auto auto; font: 16px/1 system-ui, sans-serif;
             min-inline-size: 44px; min-block-size: 44px; }
    @media print { :host { display: none; } }
  `);
  root.adoptedStyleSheets = [style];
  const heading = document.createElement('h2');
  heading.textContent = title;
  const pre = document.createElement('pre');
  pre.textContent = text;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = close;
  button.addEventListener('click', () => host.remove());
  root.replaceChildren(heading, pre, button);
  host.setAttribute('role', 'alert');
  document.body.append(host);
}

// A browser opens six connections to a server at most: all tabs share the one of a worker.
if ('SharedWorker' in globalThis) {
  const worker = new SharedWorker(new URL('worker.js', here), { name: here.pathname });
  worker.port.onmessage = ({ data }) => heed(data);
} else {
  new EventSource(new URL('events', here)).onmessage = ({ data }) => heed(JSON.parse(data));
}
