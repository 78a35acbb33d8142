import { bucket } from '../../../sandboxClient/ownProposals.mts';
import { call, NOON, sandboxForTests } from '../../../sandboxClient/sandboxClient.mts';

const start = sandboxForTests();

const TIMES = /* GraphQL */ `
  query Times($id: ID!) {
    vendorProposal(id: $id) {
      status {
        status
      }
      auditDetails {
        createdDateTime {
          rawValue
        }
        modifiedDateTime {
          rawValue
        }
      }
    }
  }
`;

const times = (status: string, createdAt: number, modifiedAt: number | null) => ({
  vendorProposal: {
    status: { status },
    auditDetails: {
      createdDateTime: { rawValue: String(createdAt) },
      modifiedDateTime: modifiedAt === null ? null : { rawValue: String(modifiedAt) },
    },
  },
});

describe('addOwnProposals', () => {
  it('adds an invitation that was created now', async () => {
    const { sandbox, client } = await start({ jobs: 0 });
    const [invitation] = sandbox.control.addOwnProposals({ status: 'Activated' });
    expect(await client.data(TIMES, { id: invitation?.id })).toEqual(
      times('Activated', NOON, null),
    );
    expect(await bucket(client, 'Activated')).toMatchObject([invitation]);
  });

  it('adds many proposals that are as old as requested', async () => {
    const { sandbox, client } = await start({ jobs: 0 });
    const added = sandbox.control.addOwnProposals({
      count: 30,
      status: 'Archived',
      createdSecondsAgo: 7_200,
      modifiedSecondsAgo: 60,
    });
    expect(await client.data(TIMES, { id: added[0]?.id })).toEqual(
      times('Archived', NOON - 7_200_000, NOON - 60_000),
    );
    const listed = await bucket(client, 'Archived');
    expect(listed.map(({ id }) => id).sort()).toEqual(added.map(({ id }) => id).sort());
  });

  it('adds one whose status has no list of its own, to the archived ones', async () => {
    const { sandbox, client } = await start({ jobs: 0 });
    sandbox.control.addOwnProposals({ status: 'Replaced' });
    expect(await bucket(client, 'Archived')).toMatchObject([{ status: 'Replaced' }]);
  });

  it('can be called by other processes, and refuses an invalid count or status', async () => {
    const { sandbox, client } = await start({ jobs: 0 });
    const post = async (input: object) => {
      const url = `${sandbox.url}/sandbox/addOwnProposals`;
      return (await call(url, { method: 'POST', body: JSON.stringify(input) })).status;
    };
    expect(await post({ status: 'Offered', count: 2 })).toBe(200);
    expect(await bucket(client, 'Offered')).toHaveLength(2);
    expect(await post({ status: 'Offered', count: 0 })).toBe(400);
    expect(await post({ status: 'Created' })).toBe(400);
    expect(await post({ count: 2 })).toBe(400);
  });
});

describe('setProposalStatus', () => {
  it('leaves the time of the last modification alone if it is asked to', async () => {
    const { sandbox, client } = await start({ jobs: 0 });
    const [added] = sandbox.control.addOwnProposals({ status: 'Accepted', createdSecondsAgo: 60 });
    const proposalId = added?.id ?? '';
    sandbox.control.setProposalStatus({ proposalId, status: 'Hired', movesTime: false });
    expect(await client.data(TIMES, { id: proposalId })).toEqual(
      times('Hired', NOON - 60_000, null),
    );
  });
});
