import { idLocator } from '../../n8n/workflows.mts';
import { askSandbox } from '../askSandbox.mts';
import { idsOfNewestJobs } from '../sandboxJobs.mts';
import { refused, type ResourceCases } from './operationCase.mts';

const READ = 'query Job($id: ID!) { marketplaceJobPosting(id: $id) { content { title } } }';

export const jobCases: ResourceCases = {
  resource: 'job',
  cases: [
    {
      operation: 'get',
      prepare(sandbox) {
        const [{ id } = { id: '' }] = sandbox.control.addJobs({ job: { title: 'Count zebras' } });
        return {
          parameters: { jobId: idLocator(id) },
          async check(output) {
            const { marketplaceJobPosting } = await askSandbox(sandbox, READ, { id });
            const read = output.map(({ title }) => ({ content: { title } }));
            expect(read).toEqual([marketplaceJobPosting]);
            expect(output).toMatchObject([{ id, title: 'Count zebras' }]);
          },
        };
      },
      refused: refused('jobId', 'that one', 'is not a job\'s ID or URL: "that one"'),
    },
    {
      operation: 'search',
      prepare(sandbox) {
        sandbox.control.addJobs({ count: 3, job: { title: 'Paint a meerkat' } });
        return {
          parameters: { query: 'meerkat', returnAll: false, limit: 2, sort: 'RECENCY' },
          async check(output) {
            const newest = await idsOfNewestJobs(sandbox, 'meerkat', 2);
            expect(output.map(({ id }) => id)).toEqual(newest);
            expect(newest).toHaveLength(2);
          },
        };
      },
      refused: refused('limit', 0, 'must be 1 or more (it is 0)'),
    },
  ],
};
