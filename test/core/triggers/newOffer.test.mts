import type { INodeParameters } from 'n8n-workflow';

import { HOUR, MINUTE } from './jobFeed.mts';
import { changed, changesIn, ProposalFeed } from './proposalFeed.mts';

const feed = new ProposalFeed();
const { clock, upwork } = feed;

const watching = (changes: INodeParameters = {}): INodeParameters => ({
  event: 'newOffer',
  ...changes,
});

describe('Upwork Trigger: new offer', () => {
  it('says if there is nothing to show as a test event', async () => {
    feed.add('Accepted', { ago: HOUR });
    await expect(upwork.connected().fetchTestEvent(watching(), clock)).rejects.toThrow(
      'Upwork shows no offers that match these settings right now',
    );
  });

  it('emits offers for proposals, after invitations and without either, each once', async () => {
    const [old] = feed.add('Offered', { ago: HOUR });
    const [proposal] = feed.add('Accepted', { ago: HOUR });
    const [invitation] = feed.add('Activated', { ago: HOUR });
    const n8n = upwork.connected();
    expect(await n8n.activate(watching(), clock)).toBeNull();
    clock.advance(MINUTE);
    feed.set(proposal, 'Offered');
    clock.advance(MINUTE);
    feed.set(invitation, 'Offered');
    clock.advance(MINUTE);
    const [direct] = feed.add('Offered');
    feed.set(old, 'Hired');
    expect(await feed.polls(n8n)).toEqual([
      changed(proposal, 'Accepted', 'Offered'),
      changed(invitation, 'Activated', 'Offered'),
      { id: direct, previousStatus: null, status: 'Offered', change: 'Direct Offer' },
    ]);
    expect(await feed.polls(n8n, 12)).toEqual([]);
  });

  it('emits an offer that is made again', async () => {
    const [id] = feed.add('Offered', { ago: HOUR });
    const n8n = await feed.activated(watching());
    clock.advance(MINUTE);
    feed.set(id, 'Activated');
    expect(await feed.polls(n8n)).toEqual([]);
    feed.set(id, 'Offered');
    expect(await feed.polls(n8n)).toEqual([changed(id, 'Activated', 'Offered')]);
  });

  it('needs one request for a poll without an offer, and only the permission for own proposals', async () => {
    upwork.control.setPermissions({
      permissions: upwork.sandbox.permissions.filter((name) =>
        ['Common Entities – Read-Only', 'Client Proposals – Read and Write'].includes(name),
      ),
    });
    const n8n = await feed.activated(watching());
    feed.requests();
    expect(await feed.polls(n8n)).toEqual([]);
    expect(feed.requests()).toBe(1);
    clock.advance(MINUTE);
    const [direct] = feed.add('Offered');
    expect((await feed.polls(n8n)).map(({ id }) => id)).toEqual([direct]);
  });

  it('shows the latest offers as a test event', async () => {
    const [id] = feed.add('Offered');
    const shown = changesIn(await upwork.connected().fetchTestEvent(watching(), clock));
    expect(shown.at(-1)).toEqual(changed(id, null, 'Offered'));
    expect(new Set(shown.map(({ status }) => status))).toEqual(new Set(['Offered']));
  });
});
