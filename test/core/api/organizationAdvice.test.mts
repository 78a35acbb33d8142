import { CLIENT } from '../../sandboxClient/ids.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });

const NONE = { pageInfo: { hasNextPage: false, endCursor: null }, edges: [] };

describe('nothing found', () => {
  it.each([
    [
      'a freelancer requests what only clients have',
      '',
      [expect.stringContaining("needs a client's organization")],
    ],
    ['a client has none', CLIENT, []],
  ])('when %s: a hint only if the organization is the cause', async (_who, value, expected) => {
    const body = { data: { organization: { id: '1', jobPosting: NONE } } };
    upwork.control.addFault({ at: 'graphql', kind: 'status', status: 200, body, times: 1 });
    const { items, hints } = await upwork.connected().run({
      resource: 'jobPosting',
      operation: 'getAll',
      organizationId: { __rl: true, mode: 'id', value },
    });
    expect({ items, hints }).toEqual({ items: [], hints: expected });
  });
});
