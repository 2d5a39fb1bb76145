// The guide of `content/`, served by the tool itself.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The folder of this repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));
const binary = process.env.RIBAMBELLE ?? `${root}target/debug/ribambelle`;

/** The day that every test takes for today. */
export const DAY = '2026-11-22';

/**
 * Starts the server on a free port, and waits for the address it prints.
 * @param {string[]} more arguments, such as `--url`
 * @returns {Promise<{ base: URL, stop: () => Promise<void> }>} `base` ends with the folder of the site
 */
export async function serve(...more) {
  const server = spawn(binary, ['serve', '--port', '0', '--date', DAY, ...more], { cwd: root });
  let said = '';
  const address = new Promise((resolve, reject) => {
    // The address stands on the standard output; what the checks report may name others.
    let printed = '';
    server.stdout.on('data', (chunk) => {
      printed += chunk;
      const found = printed.match(/http:\/\/127\.0\.0\.1:\d+\/\S*(?=\s)/);
      if (found) resolve(new URL(found[0]));
    });
    server.stderr.on('data', (chunk) => (said += chunk));
    server.on('error', reject);
    server.on('exit', (status) => reject(new Error(`the server ended with ${status}:\n${said}`)));
    const late = () => reject(new Error(`the server printed no address:\n${said}`));
    setTimeout(late, 120_000).unref();
  });
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  };
  try {
    return { base: await address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
