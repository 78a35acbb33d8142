// One of several n8n processes that share a credential: on each message it does everything that needs a token.
import { createRequire } from 'node:module';

import type { INodeParameters } from 'n8n-workflow';

// n8n 1 can only be loaded with require(): `import` doesn't see the exports of its n8n-workflow.
const require = createRequire(import.meta.url);
const { Instance } = require('../core/instance.mts') as typeof import('../core/instance.mts');
const { FileCredentialStore } =
  require('./fileCredentialStore.mts') as typeof import('./fileCredentialStore.mts');

const search: INodeParameters = { resource: 'job', operation: 'search', limit: 1 };
const trigger: INodeParameters = { event: 'newJob', query: 'n8n' };

const n8n = new Instance(new FileCredentialStore(process.argv[2] ?? ''));

process.on('message', () => {
  void Promise.allSettled([
    ...Array.from({ length: 3 }, async () => await n8n.run(search)),
    n8n.listSearch('searchJobs'),
    n8n.listSearch('searchOrganizations'),
    n8n.activate(trigger),
  ]).then((results) => {
    process.send?.(
      results.map((result) => (result.status === 'rejected' ? String(result.reason) : 'done')),
    );
  });
});
// The path of n8n-core, so that a test can check that it runs on the right one.
process.send?.(require.resolve('n8n-core'));
