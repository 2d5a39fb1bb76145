// A plain host of a built folder, that can be switched off, and on again with another build.

import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { binary, root as repository } from './guide.mjs';

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', json: 'application/json' };

/**
 * Builds the guide of `content/` for a folder of a host, and gives what serves it.
 * @param {string} mount `/`, or `/familles/`
 * @param {string} day
 * @param {string} [content]
 * @param {string[]} more arguments, such as `--imprimer`
 */
export async function build(mount, day, content = `${repository}content`, ...more) {
  const folder = await mkdtemp(`${tmpdir()}/ribambelle-`);
  const args = ['build', '--contenu', content, '--date', day, '--sortie', `${folder}/site`, '--url', `https://guide.example.org${mount}`];
  execFileSync(binary, [...args, '--hebergement', 'netlify', ...more], { cwd: repository, stdio: ['ignore', 'ignore', 'pipe'] });
  const site = `${folder}/site`;
  return { site, headers: await securityHeaders(site), remove: () => rm(folder, { recursive: true }) };
}

/** The headers of every answer, as the build writes them for hosts, without those that ask for HTTPS. */
async function securityHeaders(site) {
  const rule = (await readFile(`${site}/_headers`, 'utf8')).split(/\n\n/)[1].split('\n').slice(1);
  const all = Object.fromEntries(rule.map((line) => line.trim().split(/: (.*)/).slice(0, 2)));
  delete all['strict-transport-security'];
  return all;
}

/**
 * Serves a built folder below a mount, always on one port.
 * @param {string} mount
 */
export async function host(mount) {
  /** @type {Awaited<ReturnType<typeof build>> | null} */
  let shown = null;
  const server = http.createServer(async (request, response) => {
    // Switched off: as a host that can't be reached.
    if (!shown) return request.socket.destroy();
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    let path = pathname.startsWith(mount) ? `${shown.site}/${pathname.slice(mount.length)}` : '';
    if (path.endsWith('/')) path += 'index.html';
    const there = path !== '' && existsSync(path) && statSync(path).isFile();
    if (!there) path = `${shown.site}/404.html`;
    const type = TYPES[/** @type {keyof typeof TYPES} */ (path.split('.').pop() ?? '')] ?? 'application/octet-stream';
    const cache = /\/(theme|medias|recherche)\/[0-9a-z]+\/./.test(pathname)
      ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate';
    response.writeHead(there ? 200 : 404, { ...shown.headers, 'content-type': type, 'cache-control': cache });
    response.end(await readFile(path));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    base: new URL(`http://127.0.0.1:${address.port}${mount}`),
    /** @param {Awaited<ReturnType<typeof build>> | null} built nothing: switched off */
    show(built) {
      shown = built;
      if (!built) server.closeAllConnections();
    },
    stop: () => server.close(),
  };
}
