// Replaces n8n-core in Jest's module registry: see n8nContext.js.
module.exports = globalThis.n8n.core;
