import { postings } from '../../../sandboxClient/clientProposals.mts';
import { errorOf, MessagingClient, REFUSED } from '../../../sandboxClient/messagingClient.mts';
import type { Story } from '../../../sandboxClient/messagingRecords.mts';
import { bucket, submit } from '../../../sandboxClient/ownProposals.mts';
import {
  AS_AGENCY,
  AS_CLIENT,
  at,
  call,
  NOON,
  sandboxForTests,
} from '../../../sandboxClient/sandboxClient.mts';
import { ME } from '../../../sandboxClient/ids.mts';

const start = sandboxForTests();

const ROOM_OF = 'query($id: ID!) { proposalRoom(vendorProposalId: $id) { ...ARoom } }';
const TENANT = 'X-Upwork-API-TenantId';

async function firstStory(messaging: MessagingClient, roomId: string): Promise<Story | undefined> {
  let oldest: Story | undefined;
  let after: string | null = null;
  for (let more = true; more; ) {
    const page = await messaging.stories(roomId, { pagination: { first: 100, after } });
    oldest = page.edges.at(-1)?.node ?? oldest;
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  return oldest;
}

/** A sandbox with a proposal that no client has replied to. */
async function startWithSubmitted() {
  const { sandbox, client } = await start({ jobs: 0 });
  return {
    sandbox,
    control: sandbox.control,
    client,
    messaging: new MessagingClient(client),
    proposalId: await submit(sandbox, client),
  };
}

/** A sandbox with a proposal that the client has received and not replied to. */
async function startWithReceived() {
  const { sandbox, client } = await start({ jobs: 0 });
  const jobPostingId = (await postings(client))[0]?.id ?? '';
  const { id, freelancerName } = sandbox.control.addReceivedProposal({ jobPostingId });
  const act = (name: string, type: string, request: object) =>
    client.send(
      `mutation($request: ${type}) { ${name}(clientProposal${type.replace('ClientProposal', '')}: $request) {
        proposal { status { status } }
      } }`,
      { request: { proposalId: id, jobPostingId, ...request } },
      AS_CLIENT,
    );
  return {
    control: sandbox.control,
    id,
    freelancerName,
    asFreelancer: new MessagingClient(client),
    messaging: new MessagingClient(client, AS_CLIENT[TENANT]),
    write: (message: string) =>
      act('messageClientProposal', 'ClientProposalMessageRequest', { message }),
    decline: (message: string) =>
      act('declineClientProposal', 'ClientProposalDeclineRequest', { message }),
  };
}

describe("the rooms of the freelancer's proposals", () => {
  it.each([
    ['freelancer', {}],
    ['agency', AS_AGENCY],
  ])(
    'exist for every active one of the %s, and start with a message of the client',
    async (_, headers) => {
      const { sandbox, client } = await start({ jobs: 3000, reliableHasNextPage: true });
      // In addition to those of the start, some that appear only now.
      sandbox.control.addJobs({ count: 60, job: { applied: true } });
      const messaging = new MessagingClient(client, Object.values(headers)[0]);
      const proposals = [
        ...(await bucket(client, 'Activated', headers)),
        ...(await bucket(client, 'Hired', headers)),
      ];
      expect(proposals.length).toBeGreaterThan(0);
      const seen = new Set<string>();
      for (const { id, jobId, created } of proposals) {
        const room = await messaging.roomFrom('proposalRoom', ROOM_OF, { id });
        seen.add(room.id);
        const job = await client.data(
          'query($id: ID!) { marketplaceJobPosting(id: $id) { content { title } } }',
          { id: jobId },
        );
        expect(room).toMatchObject({
          roomType: 'INTERVIEW',
          topic: at(job, 'marketplaceJobPosting', 'content', 'title'),
        });
        const first = await firstStory(messaging, room.id);
        expect(first?.user.id).not.toBe(ME);
        const sentAt = Date.parse(first?.createdDateTime ?? '');
        expect(sentAt).toBeGreaterThanOrEqual(Math.floor(created / 1000) * 1000);
        expect(sentAt).toBeLessThanOrEqual(NOON);
      }
      expect(seen.size).toBe(proposals.length);
    },
  );

  it('are refused if the client has not replied, and to other organizations', async () => {
    const { client } = await start({ jobs: 3000 });
    const messaging = new MessagingClient(client);
    const accepted = await bucket(client, 'Accepted');
    const [unanswered] = accepted.filter(({ status }) => status === 'Accepted');
    const [active] = accepted.filter(({ status }) => status === 'Activated');
    expect(errorOf(await messaging.roomResponse(ROOM_OF, { id: unanswered?.id }))).toBe(REFUSED);
    const agency = new MessagingClient(client, AS_AGENCY[TENANT]);
    expect(errorOf(await agency.roomResponse(ROOM_OF, { id: active?.id }))).toBe(REFUSED);
  });

  it('are created when the client sends a message, which makes the proposal active', async () => {
    const { control, client, messaging, proposalId } = await startWithSubmitted();
    const [message] = control.addMessages({ proposalId, message: 'Hello' });
    const room = await messaging.roomFrom('proposalRoom', ROOM_OF, { id: proposalId });
    expect(room).toMatchObject({ id: message?.roomId, numUnread: 1, stories: { totalCount: 1 } });
    expect(await bucket(client, 'Activated')).toMatchObject([
      { id: proposalId, status: 'Activated' },
    ]);
  });
});

describe('setProposalStatus', () => {
  it('makes a proposal active and adds a message from the client', async () => {
    const { sandbox, control, messaging, proposalId, client } = await startWithSubmitted();
    const before = await messaging.rooms();
    sandbox.control.advanceTime({ seconds: 60 });
    control.setProposalStatus({ proposalId, status: 'Activated' });
    const rooms = await messaging.rooms();
    expect(rooms).toHaveLength(before.length + 1);
    expect(rooms[0]).toMatchObject({
      roomType: 'INTERVIEW',
      numUnread: 1,
      latestStory: { createdDateTime: '2026-11-20T12:01:00.000Z' },
    });
    expect(await bucket(client, 'Activated')).toMatchObject([{ id: proposalId }]);
  });

  it('records who changed it, when and why, and opens no room without a conversation', async () => {
    const { control, messaging, proposalId, client } = await startWithSubmitted();
    control.advanceTime({ seconds: 60 });
    control.setProposalStatus({ proposalId, status: 'Declined' });
    const one = await client.data(
      `query One($id: ID!) { vendorProposal(id: $id) {
        status { status reason { reason } }
        auditDetails { modifiedByUser { name } modifiedDateTime { rawValue } }
      } }`,
      { id: proposalId },
    );
    expect(one).toEqual({
      vendorProposal: {
        status: { status: 'Declined', reason: { reason: expect.any(String) as string } },
        auditDetails: {
          modifiedByUser: { name: expect.not.stringMatching('Robin') as string },
          modifiedDateTime: { rawValue: String(NOON + 60_000) },
        },
      },
    });
    expect(errorOf(await messaging.roomResponse(ROOM_OF, { id: proposalId }))).toBe(REFUSED);
  });

  it('can be called by other processes, and refuses an invalid status or proposal', async () => {
    const { sandbox, control, client, proposalId } = await startWithSubmitted();
    const post = (input: object) =>
      call(`${sandbox.url}/sandbox/setProposalStatus`, {
        method: 'POST',
        body: JSON.stringify(input),
      });
    expect((await post({ proposalId, status: 'Hired' })).status).toBeLessThan(300);
    expect(await bucket(client, 'Hired')).toMatchObject([{ id: proposalId }]);
    expect((await post({ proposalId, status: 'Created' })).status).toBe(400);
    expect(() => {
      control.setProposalStatus({ proposalId: '1', status: 'Hired' });
    }).toThrow('the freelancer has no proposal "1"');
  });
});

describe('a client who sends a freelancer a message', () => {
  it('opens the room of the proposal, once, and only for their organization', async () => {
    const { control, id, freelancerName, messaging, asFreelancer, write } =
      await startWithReceived();
    expect(errorOf(await messaging.roomResponse(ROOM_OF, { id }))).toBe(REFUSED);
    expect((await write('Hello')).body).toMatchObject({
      data: { messageClientProposal: { proposal: { status: { status: 'Activated' } } } },
    });
    await write('Are you there?');
    const room = await messaging.roomFrom('proposalRoom', ROOM_OF, { id });
    expect(room).toMatchObject({ roomType: 'INTERVIEW', owner: { user: { name: 'Robin S.' } } });
    expect(room.roomUsers.map(({ user }) => user.name)).toEqual([
      'Robin S.',
      freelancerName.replace(/ (\S)\S*$/, ' $1.'),
    ]);
    const { edges } = await messaging.stories(room.id);
    expect(edges.map(({ node }) => node.message)).toEqual(['Are you there?', 'Hello']);
    expect(control.sentMessages()).toMatchObject([
      { roomId: room.id, message: 'Hello' },
      { roomId: room.id, message: 'Are you there?' },
    ]);
    expect(errorOf(await asFreelancer.roomResponse(ROOM_OF, { id }))).toBe(REFUSED);
  });

  it('also does so when they decline with a message', async () => {
    const { control, id, messaging, decline } = await startWithReceived();
    await decline('Maybe next time');
    const { id: roomId } = await messaging.roomFrom('proposalRoom', ROOM_OF, { id });
    expect(control.sentMessages()).toMatchObject([{ roomId, message: 'Maybe next time' }]);
  });

  it('opens none with a message that is too long', async () => {
    const { control, id, messaging, write } = await startWithReceived();
    expect(errorOf(await write('x'.repeat(10_241)))).toBe('Exception occurred');
    expect(errorOf(await messaging.roomResponse(ROOM_OF, { id }))).toBe(REFUSED);
    expect(control.sentMessages()).toEqual([]);
  });

  it('can get a reply from the freelancer', async () => {
    const { control, id, messaging, write } = await startWithReceived();
    expect(() => control.addMessages({ proposalId: id })).toThrow('has no proposal');
    await write('Hello');
    control.addMessages({ proposalId: id, message: 'Good morning' });
    const room = await messaging.roomFrom('proposalRoom', ROOM_OF, { id });
    expect(room).toMatchObject({ numUnread: 1, stories: { totalCount: 2 } });
  });
});
