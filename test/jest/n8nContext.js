const { mkdirSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const SingleContext = require('./singleContext.js');

const PROJECT = join(__dirname, '../..');

// n8n logs nothing, and doesn't touch the user's .n8n folder.
process.env.N8N_LOG_LEVEL = 'silent';
process.env.N8N_USER_FOLDER = join(PROJECT, 'node_modules/.cache/n8n-nodes-upwork/core');
mkdirSync(process.env.N8N_USER_FOLDER, { recursive: true });

/**
 * The `require` of each n8n-core, by its folder: this way n8n is loaded once per worker; Jest would
 * load it for each file.
 */
const loaded = new Map();

function load(core) {
  const n8n = createRequire(join(PROJECT, 'node_modules', core, 'dist/index.js'));
  const { SSHClientsManager } = n8n('./execution-engine/ssh-clients-manager');
  // n8n 1 starts a timer for SSH connections, which would keep the worker alive.
  n8n('@n8n/di').Container.get(SSHClientsManager).onShutdown();
  return n8n;
}

/** Runs tests on the n8n-core that the option `core` names, and on its n8n-workflow. */
module.exports = class N8nContext extends SingleContext {
  constructor({ projectConfig }, context) {
    const { core } = projectConfig.testEnvironmentOptions;
    if (!loaded.has(core)) loaded.set(core, load(core));
    super({ projectConfig }, context);
    const n8n = loaded.get(core);
    globalThis.n8n = { core: n8n('./index.js'), workflow: n8n('n8n-workflow') };
  }
};
