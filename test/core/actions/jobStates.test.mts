import type { INodeParameters } from 'n8n-workflow';

import type { JobState } from '../../sandbox/world/jobs.mts';
import { Upwork } from '../upwork.mts';

const get: INodeParameters = { resource: 'job', operation: 'get', jobId: '={{ $json.id }}' };

const addJobs = ({ control }: Upwork, states: readonly JobState[]): { id: string }[] =>
  states.map((state) => {
    const [{ id } = { id: '' }] = control.addJobs();
    control.setJobState({ id, state });
    return { id };
  });

describe.each([
  ['says which one failed', true],
  ['does not say which one failed', false],
])('jobs that are no longer open, if Upwork %s', (_how, errorPaths) => {
  describe.each([
    ['readable', true],
    ['not readable', false],
  ])('and closed ones are %s', (_which, readableClosedJobs) => {
    const upwork = new Upwork({
      perSecond: 0,
      perMinute: 0,
      jobs: 0,
      errorPaths,
      readableClosedJobs,
    });

    it.each<[string, JobState[]]>([
      ['one of each', ['OPEN', 'CLOSED', 'REMOVED', 'PRIVATE', 'OPEN']],
      [
        'most of them',
        ['PRIVATE', 'REMOVED', 'CLOSED', 'OPEN', 'REMOVED', 'PRIVATE', 'CLOSED', 'PRIVATE'],
      ],
      [
        'over two batches',
        Array.from({ length: 14 }, (_, job) => (job % 3 === 0 ? 'PRIVATE' : 'OPEN')),
      ],
    ])('are errors of their own items: %s', async (_what, states) => {
      const input = addJobs(upwork, states);
      const { items } = await upwork.connected().run(get, { input, continueOnFail: true });
      const isReadable = (state: JobState) =>
        state === 'OPEN' || (state === 'CLOSED' && readableClosedJobs);
      expect(items.map(({ json }) => json.id ?? json.error)).toEqual(
        states.map((state, item) =>
          isReadable(state)
            ? input[item]?.id
            : (expect.stringContaining(
                `Upwork has no job with the ID ${input[item]?.id ?? ''}`,
              ) as string),
        ),
      );
      expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
        states.map((_, item) => ({ item })),
      );
    });

    it('make a run without "Continue on Fail" fail, and the error names the item', async () => {
      const input = addJobs(upwork, ['OPEN', 'OPEN', 'PRIVATE', 'OPEN']);
      const run = upwork.connected().run(get, { input });
      await expect(run).rejects.toThrow('Upwork has no job with the ID');
      await expect(run).rejects.toMatchObject({ context: { itemIndex: 2 } });
    });
  });
});

describe('a closed job', () => {
  const upwork = new Upwork({ jobs: 0 });

  it('has this status in the raw data', async () => {
    const input = addJobs(upwork, ['CLOSED']);
    const { items } = await upwork.connected().run({ ...get, simplify: false }, { input });
    expect(items[0]?.json).toMatchObject({ workFlowState: { status: 'CLOSED' } });
  });
});
