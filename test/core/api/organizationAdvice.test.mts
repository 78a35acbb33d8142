import { CLIENT } from '../../sandboxClient/ids.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });

const NONE = { pageInfo: { hasNextPage: false, endCursor: null }, edges: [] };

describe('nothing found', () => {
  it.each([
    [
      'a freelancer requests what only clients have',
      '',
      [
        'Upwork found nothing. Robin Sandbox is a freelancer; this needs a client organization. In the field Organization choose Sandbox Client Ltd.',
      ],
    ],
    [
      'a client has none',
      CLIENT,
      ['Upwork found nothing. To get results, widen the search or the filters.'],
    ],
  ])(
    'when %s: a hint, which names the organization if it is the cause',
    async (_who, value, expected) => {
      const body = { data: { organization: { id: '1', jobPosting: NONE } } };
      upwork.control.addFault({ at: 'graphql', kind: 'status', status: 200, body, times: 1 });
      const { items, hints } = await upwork.connected().run({
        resource: 'jobPosting',
        operation: 'getAll',
        organizationId: { __rl: true, mode: 'id', value },
      });
      expect({ items, hints }).toEqual({ items: [], hints: expected });
    },
  );
});
