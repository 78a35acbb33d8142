// Replaces n8n-workflow in Jest's module registry: see n8nContext.js.
module.exports = globalThis.n8n.workflow;
