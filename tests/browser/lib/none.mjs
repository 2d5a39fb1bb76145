// Faults, said all at once.

import assert from 'node:assert/strict';

/**
 * Fails with every fault on its line, if there is any.
 * @param {string[]} faults
 */
export function none(faults) {
  assert.ok(faults.length === 0, `\n${faults.join('\n')}`);
}
