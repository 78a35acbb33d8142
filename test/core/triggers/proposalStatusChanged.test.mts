import { AGENCY } from '../../sandboxClient/ids.mts';
import { HOUR, MINUTE } from './jobFeed.mts';
import { changed, changesIn, ProposalFeed, watching } from './proposalFeed.mts';

const feed = new ProposalFeed();
const { clock, upwork } = feed;

describe('Upwork Trigger: proposal status changed', () => {
  it('emits nothing at activation, then each change once, oldest first, with the old and the new status', async () => {
    const [one, two, three] = feed.add('Accepted', { count: 3, ago: HOUR });
    const n8n = upwork.connected();
    expect(await n8n.activate(watching(), clock)).toBeNull();
    expect(await feed.polls(n8n)).toEqual([]);

    feed.set(two, 'Activated');
    clock.advance(MINUTE);
    feed.set(one, 'Declined');
    clock.advance(MINUTE);
    feed.set(three, 'Archived');
    expect(await feed.polls(n8n)).toEqual([
      changed(two, 'Accepted', 'Activated'),
      changed(one, 'Accepted', 'Declined'),
      changed(three, 'Accepted', 'Archived'),
    ]);
    expect(await feed.polls(n8n, 12)).toEqual([]);
  });

  it('emits the whole proposal, simplified or raw', async () => {
    const [id] = feed.add('Accepted', { ago: HOUR });
    const simplified = await feed.activated();
    const raw = await feed.activated(watching({ simplify: false }));
    clock.advance(MINUTE);
    feed.set(id, 'Offered');
    const modifiedAt = new Date(clock.now()).toISOString();
    expect(await simplified.poll()).toEqual([
      expect.objectContaining({
        id,
        jobTitle: expect.any(String) as string,
        url: `https://www.upwork.com/ab/proposals/${id}`,
        modifiedAt,
        status: 'Offered',
        previousStatus: 'Accepted',
        change: 'Status Changed',
      }),
    ]);
    expect(await raw.poll()).toEqual([
      expect.objectContaining({
        id,
        status: { status: 'Offered', reason: null },
        proposalCoverLetter: expect.any(String) as string,
        previousStatus: 'Accepted',
        change: 'Status Changed',
      }),
    ]);
  });

  it('tells invitations and direct offers from other changes, and leaves out what the user submits', async () => {
    const n8n = await feed.activated();
    clock.advance(MINUTE);
    feed.add('Accepted');
    feed.add('Pending');
    const [invitation] = feed.add('Activated');
    clock.advance(MINUTE);
    const [offer] = feed.add('Offered');
    clock.advance(MINUTE);
    const [declined] = feed.add('Declined');
    expect(await feed.polls(n8n)).toEqual([
      { id: invitation, previousStatus: null, status: 'Activated', change: 'Invitation' },
      { id: offer, previousStatus: null, status: 'Offered', change: 'Direct Offer' },
      changed(declined, null, 'Declined'),
    ]);
    feed.set(invitation, 'Offered');
    expect(await feed.polls(n8n, 12)).toEqual([changed(invitation, 'Activated', 'Offered')]);
  });

  it('emits the changes of a proposal that the user has submitted since', async () => {
    const n8n = await feed.activated();
    clock.advance(MINUTE);
    const [id] = feed.add('Pending');
    expect(await feed.polls(n8n)).toEqual([]);
    feed.set(id, 'Accepted');
    expect(await feed.polls(n8n)).toEqual([changed(id, 'Pending', 'Accepted')]);
  });

  it('emits a status that comes back, unless it does so between two polls', async () => {
    const [id] = feed.add('Accepted', { ago: HOUR });
    const n8n = await feed.activated();
    clock.advance(MINUTE);
    feed.set(id, 'Activated');
    feed.set(id, 'Accepted');
    expect(await feed.polls(n8n)).toEqual([]);
    feed.set(id, 'Activated');
    expect(await feed.polls(n8n)).toEqual([changed(id, 'Accepted', 'Activated')]);
    feed.set(id, 'Accepted');
    expect(await feed.polls(n8n)).toEqual([changed(id, 'Activated', 'Accepted')]);
  });

  it('emits a status that has no list of its own', async () => {
    const [id] = feed.add('Accepted', { ago: HOUR });
    const n8n = await feed.activated();
    clock.advance(MINUTE);
    feed.set(id, 'Replaced');
    expect(await feed.polls(n8n)).toEqual([changed(id, 'Accepted', 'Replaced')]);
    feed.set(id, 'Archived');
    expect(await feed.polls(n8n, 12)).toEqual([changed(id, 'Replaced', 'Archived')]);
  });

  it('needs one request for a poll that finds nothing', async () => {
    const n8n = await feed.activated();
    feed.requests();
    for (let poll = 0; poll < 5; poll++) {
      expect(await feed.polls(n8n)).toEqual([]);
      expect(feed.requests()).toBe(1);
    }
  });

  it('emits as many existing proposals at activation as the user wants, and only once', async () => {
    const added = feed.add('Hired', { ago: MINUTE }).concat(feed.add('Withdrawn', { ago: 1_000 }));
    const n8n = upwork.connected();
    const trigger = watching({ options: { existing: 2 } });
    expect(changesIn(await n8n.activate(trigger, clock))).toEqual([
      changed(added[0], null, 'Hired'),
      changed(added[1], null, 'Withdrawn'),
    ]);
    expect(await feed.polls(n8n, 8)).toEqual([]);
  });

  it('emits what exceeds the maximum per poll later, but not if the status has come back', async () => {
    const [one, two, three] = feed.add('Accepted', { count: 3, ago: HOUR });
    const n8n = await feed.activated(watching({ options: { limitPerPoll: 1 } }));
    for (const id of [one, two, three]) {
      clock.advance(MINUTE);
      feed.set(id, 'Activated');
    }
    expect(await feed.polls(n8n)).toEqual([changed(one, 'Accepted', 'Activated')]);
    feed.set(two, 'Accepted');
    expect(await feed.polls(n8n, 12)).toEqual([changed(three, 'Accepted', 'Activated')]);
  });

  it('emits the proposals of the organization in the options only', async () => {
    feed.add('Accepted', { ago: HOUR });
    const organizationId = { __rl: true, mode: 'id', value: AGENCY };
    const n8n = await feed.activated(watching({ options: { organizationId } }));
    clock.advance(MINUTE);
    feed.add('Activated');
    expect(await feed.polls(n8n, 2)).toEqual([]);
  });

  it('shows the latest proposals as a test event, and leaves the state alone', async () => {
    const [id] = feed.add('Accepted', { ago: HOUR });
    const n8n = await feed.activated();
    clock.advance(MINUTE);
    feed.set(id, 'Offered');
    const shown = changesIn(await n8n.fetchTestEvent(watching(), clock));
    expect(shown.at(-1)).toEqual(changed(id, null, 'Offered'));
    expect(shown).toHaveLength(10);
    const hired = await n8n.fetchTestEvent(watching({ statuses: ['Hired'] }), clock);
    expect(new Set(changesIn(hired).map(({ status }) => status))).toEqual(new Set(['Hired']));
    expect(await feed.polls(n8n)).toEqual([changed(id, 'Accepted', 'Offered')]);
  });
});

describe('Upwork Trigger: new statuses', () => {
  it('emits changes to these only', async () => {
    const [one, two] = feed.add('Accepted', { count: 2, ago: HOUR });
    const n8n = await feed.activated(watching({ statuses: ['Hired', 'Offered'] }));
    clock.advance(MINUTE);
    feed.set(one, 'Activated');
    feed.set(two, 'Offered');
    expect(await feed.polls(n8n)).toEqual([changed(two, 'Accepted', 'Offered')]);
    feed.set(one, 'Hired');
    expect(await feed.polls(n8n)).toEqual([changed(one, 'Activated', 'Hired')]);
  });

  it('emit nothing that had changed before they were edited', async () => {
    const [one, two] = feed.add('Accepted', { count: 2, ago: HOUR });
    const n8n = await feed.activated(watching({ statuses: ['Hired'] }));
    clock.advance(MINUTE);
    feed.set(one, 'Declined');
    expect(await feed.polls(n8n, 2)).toEqual([]);
    expect(await n8n.activate(watching(), clock)).toBeNull();
    expect(await feed.polls(n8n)).toEqual([]);
    feed.set(two, 'Declined');
    expect(await feed.polls(n8n, 12)).toEqual([changed(two, 'Accepted', 'Declined')]);
  });
});

describe('Upwork Trigger: proposals in the face of faults', () => {
  it('emits what has changed after an activation that could read nothing, and nothing older', async () => {
    const [one] = feed.add('Accepted', { count: 30, ago: HOUR });
    feed.add('Archived', { count: 30, ago: HOUR, modifiedAgo: MINUTE });
    upwork.control.addFault({ at: 'graphql', kind: 'reset', times: Infinity });
    const n8n = await feed.activated();
    clock.advance(MINUTE);
    feed.set(one, 'Activated');
    clock.advance(MINUTE);
    const [offer] = feed.add('Offered');
    upwork.control.clearFaults();
    expect(await feed.polls(n8n, 12)).toEqual([
      changed(one, null, 'Activated'),
      { id: offer, previousStatus: null, status: 'Offered', change: 'Direct Offer' },
    ]);
  });

  it('loses nothing if a later page fails', async () => {
    const ids = feed.add('Accepted', { count: 50, ago: HOUR });
    const n8n = await feed.activated();
    clock.advance(MINUTE);
    for (const id of ids) feed.set(id, 'Archived');
    upwork.beforeRequest((number) => {
      if (number === 2) upwork.control.addFault({ at: 'graphql', kind: 'reset', times: 20 });
    });
    const emitted = await feed.polls(n8n);
    expect(emitted).toHaveLength(20);
    upwork.control.clearFaults();
    emitted.push(...(await feed.polls(n8n, 3)));
    expect(emitted.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it('goes on after a restart from what was stored', async () => {
    const ids = feed.add('Accepted', { count: 30, ago: HOUR });
    const n8n = await feed.activated();
    clock.advance(MINUTE);
    feed.set(ids[0], 'Activated');
    expect(await feed.polls(n8n)).toEqual([changed(ids[0], 'Accepted', 'Activated')]);
    n8n.restart();
    clock.advance(HOUR);
    feed.set(ids[1], 'Activated');
    feed.set(ids[0], 'Offered');
    const emitted = changesIn(await n8n.activate(watching(), clock));
    expect(emitted).toHaveLength(2);
    expect(emitted).toContainEqual(changed(ids[1], 'Accepted', 'Activated'));
    expect(emitted).toContainEqual(changed(ids[0], 'Activated', 'Offered'));
    expect(await feed.polls(n8n, 12)).toEqual([]);
  });

  it('emits each change once with durable cursors, restarted after each poll', async () => {
    const ids = feed.add('Accepted', { count: 6, ago: HOUR });
    const n8n = upwork.connected({}, { durableCursors: true });
    await n8n.activate(watching(), clock);
    expect(await feed.polls(n8n)).toEqual([]);
    for (const id of ids) {
      n8n.restart();
      await n8n.activate(watching(), clock);
      clock.advance(MINUTE);
      feed.set(id, 'Activated');
      expect(await feed.polls(n8n, 2)).toEqual([changed(id, 'Accepted', 'Activated')]);
    }
  });

  it('emits a change that does not move the time of the last modification, within the half hour', async () => {
    const [id] = feed.add('Accepted', { ago: 30 * HOUR });
    feed.add('Archived', { count: 60, ago: HOUR });
    const n8n = await feed.activated();
    clock.advance(MINUTE);
    feed.set(id, 'Archived', { movesTime: false });
    expect(await feed.polls(n8n, 8)).toEqual([changed(id, 'Accepted', 'Archived')]);
  });
});

describe('Upwork Trigger: many proposals', () => {
  it('takes none of 500 archived ones for news, however many polls it takes to read them', async () => {
    const archived = feed.add('Archived', { count: 500, ago: 40 * HOUR, modifiedAgo: 2 * HOUR });
    upwork.beforeRequest(() => {
      clock.advance(5_000);
    });
    const n8n = await feed.activated();
    expect(await feed.polls(n8n, 20)).toEqual([]);
    const [invitation] = feed.add('Activated');
    feed.set(archived[3], 'Accepted');
    expect(await feed.polls(n8n)).toHaveLength(2);
    feed.set(invitation, 'Hired', { movesTime: false });
    feed.set(archived[499], 'Declined', { movesTime: false });
    expect(await feed.polls(n8n, 15)).toHaveLength(2);
    expect(n8n.storedStaticData.length).toBeLessThan(8_000);
  });

  it('are read again with few requests per poll, and with one in between', async () => {
    const n8n = await feed.activated();
    await feed.polls(n8n, 2);
    const requests: number[] = [];
    for (let poll = 0; poll < 12; poll++) {
      feed.requests();
      await feed.polls(n8n);
      requests.push(feed.requests());
    }
    expect(Math.min(...requests)).toBe(1);
    expect(Math.max(...requests)).toBeGreaterThan(1);
    expect(Math.max(...requests)).toBeLessThanOrEqual(6);
  });
});
