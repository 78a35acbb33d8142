const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const tsx = require('tsx/cjs/api');

const { CACHE } = tsx.require('../core/outputSchema.mts', __filename);

/**
 * Creates the output schemas before any test runs. It takes seconds, so it only does so after a
 * change.
 */
module.exports = function cacheOutputSchemas() {
  const sources = hashOf('nodes', 'scripts');
  if (existsSync(CACHE) && JSON.parse(readFileSync(CACHE, 'utf8')).sources === sources) return;
  const { resources } = tsx.require('../../nodes/Upwork/resources.ts', __filename);
  const { outputSchemas } = tsx.require('../../scripts/outputSchemas.mts', __filename);
  mkdirSync(dirname(CACHE), { recursive: true });
  writeFileSync(CACHE, JSON.stringify({ sources, schemas: outputSchemas(resources) }));
};

function hashOf(...folders) {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of readdirSync(folder, { recursive: true }).sort()) {
      if (/\.m?ts$/.test(file)) hash.update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest('hex');
}
