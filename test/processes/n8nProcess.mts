// One of several n8n processes that share a credential: on each message it does everything that needs a token.
import type { INodeParameters } from 'n8n-workflow';

import { Instance } from '../core/instance.mts';
import { FileCredentialStore } from './fileCredentialStore.mts';

const search: INodeParameters = { resource: 'job', operation: 'search', limit: 1 };
const trigger: INodeParameters = { event: 'newJob', query: 'n8n' };

const n8n = new Instance(new FileCredentialStore(process.argv[2] ?? ''));

process.on('message', () => {
  void Promise.allSettled([
    ...Array.from({ length: 3 }, async () => await n8n.run(search)),
    n8n.listSearch('searchJobs'),
    n8n.listSearch('searchOrganizations'),
    n8n.poll(trigger),
  ]).then((results) => {
    process.send?.(
      results.map((result) => (result.status === 'rejected' ? String(result.reason) : 'done')),
    );
  });
});
process.send?.('ready');
