import type { INodeParameters } from 'n8n-workflow';

import { AGENCY, ME } from '../../sandboxClient/ids.mts';
import {
  participantsOf,
  quietProposals,
  records,
  room,
  roomIdThat,
  rooms,
  textOf,
  textsOf,
} from '../messaging.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0, jobs: 0 });

const requests = () => upwork.control.stats().requests.graphql;

describe('room: get', () => {
  it.each([
    ['an ID', 'id', (id: string) => id],
    ['a choice from the list', 'list', (id: string) => id],
    ['a URL', 'url', (id: string) => `https://www.upwork.com/ab/messages/rooms/${id}`],
    [
      'a URL with a query string',
      'url',
      (id: string) =>
        `https://www.upwork.com/nx/messages/rooms/${id}?sidebar=true&companyReference=1`,
    ],
  ])('finds a room by %s, and returns what the list returns', async (_what, mode, entered) => {
    const n8n = upwork.connected();
    const [listed] = await rooms(n8n);
    const roomId = { __rl: true, mode, value: entered(textOf(listed, 'id')) };
    expect(await records(n8n, room('get', { roomId }))).toEqual([listed]);
  });

  it('finds rooms by everything that they can be about, with few requests for many items', async () => {
    const n8n = upwork.connected();
    const [proposalId = ''] = await quietProposals(upwork, 1);
    upwork.control.addMessages({ proposalId });
    const all = await rooms(n8n);
    const [ofProposal] = all;
    const ofContract = all.find(({ contractId }) => contractId !== null);
    const ofOffer = all.find(({ offerIds }) => offerIds !== '');
    const ofPerson = all.find(({ type }) => type === 'One-on-One');
    const [raw] = await records(
      n8n,
      room('get', { roomId: textOf(ofPerson, 'id'), simplify: false }),
    );
    const other = participantsOf(raw).find(({ userId }) => userId !== ME);
    const input = [
      { by: 'proposal', proposal: proposalId },
      { by: 'contract', contract: ofContract?.contractId },
      { by: 'offer', offer: textsOf(ofOffer, 'offerIds')[0] },
      { by: 'person', person: `${textOf(other, 'userId')}/${textOf(other, 'organizationId')}` },
      { by: 'room', room: ofContract?.id },
      { by: 'contract', contract: ofContract?.contractId },
    ];
    upwork.control.resetStats();
    const found = await records(
      n8n,
      room('get', {
        roomBy: '={{ $json.by }}',
        roomId: '={{ $json.room }}',
        contractId: '={{ $json.contract }}',
        offerId: '={{ $json.offer }}',
        proposalId: '={{ $json.proposal }}',
        personId: '={{ $json.person }}',
      }),
      input,
    );
    expect(found).toEqual([ofProposal, ofContract, ofOffer, ofPerson, ofContract, ofContract]);
    // A lookup of each kind, and the rooms as soon as they are found.
    expect(requests()).toBeLessThanOrEqual(9);
  });

  it.each<[string, INodeParameters, string, string]>([
    [
      'a proposal whose client has not sent a message',
      { roomBy: 'proposal', proposalId: '1' },
      "'Proposal' is the ID of a proposal that has no room",
      "A freelancer can't open the room of a proposal: the client has to write first",
    ],
    [
      'a contract without a room',
      { roomBy: 'contract', contractId: '1' },
      "'Contract' is the ID of a contract that has no room",
      'Check the ID',
    ],
    [
      'an offer without a room',
      { roomBy: 'offer', offerId: '1' },
      "'Offer' is the ID of an offer that has no room",
      'Check the ID',
    ],
    [
      'a person without a room',
      { roomBy: 'person', personId: '1/1' },
      "'Person' is a person with whom you have no one-on-one room",
      'Room: Create opens the room',
    ],
    [
      'a room that does not exist',
      { roomId: 'room_0' },
      'Upwork has no room with the ID room_0 [item 0]',
      'Choose it from the list, or copy the address of the room on Upwork',
    ],
  ])('says clearly that it found no room: %s', async (_what, parameters, words, whatToDo) => {
    const run = upwork.connected().run(room('get', parameters));
    await expect(run).rejects.toThrow(words);
    await expect(run).rejects.toMatchObject({
      description: expect.stringContaining(whatToDo) as string,
      context: { itemIndex: 0 },
    });
  });

  it.each<[string, INodeParameters, string]>([
    ['no room', { roomId: '' }, "'Room' is empty"],
    ['words', { roomId: 'the launch team' }, `'Room' is not a room's ID or URL`],
    ['no contract', { roomBy: 'contract' }, "'Contract' is empty"],
    [
      'a person without an organization',
      { roomBy: 'person', personId: '1' },
      "'Person' is not a user ID and an organization ID with a slash between them",
    ],
    ['a title as offer', { roomBy: 'offer', offerId: 'My offer' }, "'Offer' is not an ID"],
    ['an unknown lookup', { roomBy: 'smell' }, "'Find Room By' has no choice"],
  ])(
    'refuses %s, naming parameter and item, before anything is sent',
    async (_what, bad, words) => {
      const run = upwork.connected().run(room('get', bad));
      await expect(run).rejects.toThrow(words);
      await expect(run).rejects.toMatchObject({ context: { itemIndex: 0 } });
      expect(requests()).toBe(0);
    },
  );

  it('names the missing permission, for a proposal too', async () => {
    upwork.control.setPermissions({ permissions: ['Common Entities – Read-Only'] });
    for (const target of [{ roomId: 'room_0' }, { roomBy: 'proposal', proposalId: '1' }]) {
      await expect(upwork.connected().run(room('get', target))).rejects.toMatchObject({
        message: expect.stringContaining(
          'The API key lacks the permission "Messaging – Read-Only"',
        ) as string,
      });
    }
  });

  it('sees the rooms of the organization that the node acts for', async () => {
    const agency = upwork.connected({ organizationId: AGENCY });
    const roomId = await roomIdThat(agency, () => true);
    expect(await records(agency, room('get', { roomId }))).toMatchObject([{ id: roomId }]);
    await expect(upwork.connected().run(room('get', { roomId }))).rejects.toMatchObject({
      message: 'Upwork does not allow this for Robin Sandbox',
      description: 'Under Options, set Organization to Sandbox Agency or Sandbox Client Ltd.',
    });
  });
});
