// Real hosts that serve a built folder by the files that the build writes for them.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { binary, DAY, root } from './guide.mjs';

/**
 * @typedef {object} Host
 * @property {string} name as `--hebergement` has it
 * @property {string} program
 * @property {(place: Place) => Promise<string>} config
 * @property {(place: Place) => string[]} args
 */

/**
 * @typedef {object} Place
 * @property {string} folder what belongs to this run
 * @property {string} root what is served
 * @property {string} site the site within
 * @property {number} port
 */

const nginxBrotli = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const apacheModules = ['mpm_event', 'authz_core', 'dir', 'mime', 'alias', 'headers', 'rewrite'];
const own = process.getuid?.() === 0;

/** @type {Host[]} */
export const HOSTS = [
  {
    name: 'nginx',
    program: '/usr/sbin/nginx',
    async config({ folder, root, site, port }) {
      // The line that the file says to uncomment where the module is there.
      const text = (await readFile(`${site}/nginx.conf`, 'utf8')).replace('# brotli_static', 'brotli_static');
      await writeFile(`${folder}/site.conf`, text);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
      return `load_module ${nginxBrotli};
        ${own ? 'user root;' : ''} daemon off; pid ${folder}/pid; error_log stderr; events { }
        http { access_log off; ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
        server { listen 127.0.0.1:${port}; root ${root}; include ${folder}/site.conf; } }`;
    },
    args: ({ folder }) => ['-c', `${folder}/config`, '-p', folder, '-e', 'stderr'],
  },
  {
    name: 'apache',
    program: '/usr/sbin/apache2',
    config: async ({ folder, root, port }) => `
      ServerName 127.0.0.1\nListen 127.0.0.1:${port}\nPidFile ${folder}/pid\nErrorLog ${folder}/log
      ${apacheModules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
      ${own ? 'User www-data\nGroup www-data' : ''}
      TypesConfig /dev/null\nDefaultRuntimeDir ${folder}\nDocumentRoot ${root}
      <Directory ${root}>\nAllowOverride FileInfo Indexes\nRequire all granted\n</Directory>`,
    args: ({ folder }) => ['-d', folder, '-f', `${folder}/config`, '-DFOREGROUND'],
  },
  {
    name: 'caddy',
    program: '/usr/bin/caddy',
    config: async ({ root, site, port }) =>
      `{\n admin off\n auto_https off\n}\nhttp://127.0.0.1:${port} {\n root * ${root}\n import ${site}/Caddyfile\n}\n`,
    args: ({ folder }) => ['run', '--adapter', 'caddyfile', '--config', `${folder}/config`],
  },
];

/** Those that are installed here. */
export const installed = HOSTS.filter(({ program }) => existsSync(program));

/**
 * Builds the guide into a folder that every host may read.
 * @param {string} mount `/`, or the folder of the site's address
 * @param {string[]} more arguments, such as `--precompresser`
 */
export async function build(mount, ...more) {
  // Not in the project: a host's own user may not read what lies in somebody's home.
  const place = await mkdtemp('/tmp/ribambelle-');
  await chmod(place, 0o755);
  const site = `${place}${mount}`.replace(/\/$/, mount === '/' ? '/site' : '');
  const names = HOSTS.map(({ name }) => name).concat('netlify').join();
  execFileSync(
    binary,
    ['build', '--date', DAY, '--sortie', site, '--url', `https://guide.example.org${mount}`, '--hebergement', names, ...more],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  return { root: mount === '/' ? site : place, site, remove: () => rm(place, { recursive: true }) };
}

/**
 * Starts a host on a free port.
 * @param {Host} host
 * @param {{ root: string, site: string }} built
 * @param {string} mount
 */
export async function start(host, built, mount) {
  const folder = await mkdtemp('/tmp/ribambelle-host-');
  const port = await freePort();
  const place = { folder, port, ...built };
  await writeFile(`${folder}/config`, await host.config(place));
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const server = spawn(host.program, host.args(place), { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', (chunk) => (said += chunk));
  const base = new URL(mount, `http://127.0.0.1:${port}`);
  const stop = async () => {
    if (server.exitCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    }
    await rm(folder, { recursive: true });
  };
  for (let round = 0; round < 100; round++) {
    if (server.exitCode !== null) break;
    if (await ask(base, '').catch(() => null)) return { base, stop };
    await wait(100);
  }
  await stop();
  const outcome = server.exitCode === null ? 'does not answer' : `ended with ${server.exitCode}`;
  throw new Error(`${host.name} ${outcome}:\n${said}`);
}

/**
 * Asks as a browser does that follows nothing and unpacks nothing.
 * @param {URL} base
 * @param {string} path within the site
 * @param {Record<string, string>} headers
 * @returns {Promise<{ status: number, headers: http.IncomingHttpHeaders, body: Buffer }>}
 */
export function ask(base, path, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.get(new URL(path, base), { headers, agent: false }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    request.on('error', reject);
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
