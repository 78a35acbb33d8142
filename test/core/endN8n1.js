const { Container } = require('n8n-core-v1/node_modules/@n8n/di');
const { SSHClientsManager } = require('n8n-core-v1/dist/execution-engine/ssh-clients-manager');

/** n8n 1's core keeps a timer for its SSH connections, which would keep the test process alive. */
afterAll(() => Container.get(SSHClientsManager).onShutdown());
