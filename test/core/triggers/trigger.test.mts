import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { UpworkTrigger } from '../../../nodes/Upwork/UpworkTrigger.node.ts';
import { FakeClock } from '../../unit/fakeClock.mts';
import { Upwork } from '../upwork.mts';

const upwork = new Upwork({ perSecond: 0, perMinute: 0 });

const watching = (query: string, changes: INodeParameters = {}): INodeParameters => ({
  event: 'newJob',
  query,
  ...changes,
});

const ids = (items: IDataObject[] | null): unknown[] => (items ?? []).map(({ id }) => id);

const add = (title: string, publishedSecondsAgo = 0, count = 1): string[] =>
  upwork.control.addJobs({ job: { title }, publishedSecondsAgo, count }).map(({ id }) => id);

describe('Upwork Trigger: new job', () => {
  it('emits nothing at activation, then each new job once, oldest first', async () => {
    add('Quokka budget');
    const n8n = upwork.connected();
    const trigger = watching('quokka');
    expect(await n8n.activate(trigger)).toBeNull();
    expect(await n8n.poll(trigger)).toBeNull();

    const [newer] = add('Quokka budget');
    const [older] = add('Quokka budget', 30);
    const [late] = add('Quokka budget', 500);
    expect(ids(await n8n.poll(trigger))).toEqual([late, older, newer]);
    expect(await n8n.poll(trigger)).toBeNull();
  });

  it('needs one request for a poll that finds nothing new', async () => {
    const n8n = upwork.connected();
    const trigger = watching('', { filters: { jobType: 'HOURLY' } });
    await n8n.activate(trigger);
    upwork.control.resetStats();
    await n8n.poll(trigger);
    expect(upwork.control.stats().requests.graphql).toBe(1);
  });

  it('continues after a restart from what was saved, without repeating or losing any', async () => {
    const n8n = upwork.connected();
    const trigger = watching('pangolin');
    await n8n.activate(trigger);
    const first = add('Pangolin survey');
    expect(ids(await n8n.poll(trigger))).toEqual(first);
    await n8n.poll(trigger);
    n8n.restart();
    const second = add('Pangolin survey');
    expect(ids(await n8n.activate(trigger))).toEqual(second);
    expect(await n8n.poll(trigger)).toBeNull();
  });

  it('emits hundreds of new jobs in order, over several pages and polls', async () => {
    const n8n = upwork.connected();
    const trigger = watching('numbat');
    await n8n.activate(trigger);
    const expected = new Set(add('Numbat payroll', 0, 620));
    const bursts: unknown[][] = [];
    for (let items = await n8n.poll(trigger); items; items = await n8n.poll(trigger)) {
      bursts.push(ids(items));
      const posted = items.map(({ postedAt }) => postedAt as string);
      expect(posted).toEqual([...posted].sort());
    }
    expect(bursts.map(({ length }) => length)).toEqual([500, 120]);
    expect(new Set(bursts.flat())).toEqual(expected);
  });

  it('starts from now when its filters are changed, without a flood', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('quoll'));
    add('Tapir roof', 0, 3);
    expect(await n8n.activate(watching('tapir'))).toBeNull();
    const fresh = add('Tapir roof');
    expect(ids(await n8n.poll(watching('tapir')))).toEqual(fresh);
  });

  it("does not emit jobs that Upwork returns although they don't match the filter", async () => {
    const n8n = upwork.connected();
    const trigger = watching('axolotl', { filters: { budgetMin: 500, hourlyRateMin: 500 } });
    await n8n.activate(trigger);
    upwork.control.addJobs({
      job: { title: 'Axolotl tank', contractType: 'HOURLY', hourlyMin: 10, hourlyMax: 20 },
    });
    expect(await n8n.poll(trigger)).toBeNull();
  });

  it('emits jobs of several experience levels only', async () => {
    const n8n = upwork.connected();
    const trigger = watching('weka', {
      filters: { experienceLevels: ['EXPERT', 'ENTRY_LEVEL'] },
    });
    await n8n.activate(trigger);
    const [entry, , expert] = (['ENTRY_LEVEL', 'INTERMEDIATE', 'EXPERT'] as const).map(
      (experienceLevel, index) =>
        upwork.control.addJobs({
          job: { title: 'Weka count', experienceLevel },
          publishedSecondsAgo: 30 - index,
        })[0]?.id,
    );
    expect(ids(await n8n.poll(trigger))).toEqual([entry, expert]);
  });

  it('is not narrowed by the age of the jobs, because all that it finds are new', () => {
    const trigger = new UpworkTrigger();
    const filters = trigger.description.properties.find(({ name }) => name === 'filters');
    const names = filters?.options?.map(({ name }) => name);
    expect(names).toContain('experienceLevels');
    expect(names).not.toContain('postedWithinDays');
  });

  it('shows recent jobs as a test event, and leaves the state alone', async () => {
    const n8n = upwork.connected();
    const trigger = watching('kakapo');
    await n8n.activate(trigger);
    const added = add('Kakapo song');
    expect(ids(await n8n.fetchTestEvent(trigger))).toEqual(added);
    expect(ids(await n8n.poll(trigger))).toEqual(added);
  });

  it('reports that there is nothing to show as a test event', async () => {
    await expect(upwork.connected().fetchTestEvent(watching('xylophonequartz'))).rejects.toThrow(
      'Nothing on Upwork matches these filters right now',
    );
  });

  it.each<[string, INodeParameters, string]>([
    ['no filter at all', watching('  '), 'no filter narrows the search'],
    [
      'several experience levels, between which Upwork does not choose',
      watching('', { filters: { experienceLevels: ['EXPERT', 'INTERMEDIATE'] } }),
      'no filter narrows the search',
    ],
    [
      'a reversed budget range',
      watching('x', { filters: { budgetMin: 9, budgetMax: 1 } }),
      "'Budget Minimum' must not be more than",
    ],
    ['an unknown event', watching('x', { event: 'newMoon' }), 'The event "newMoon" does not exist'],
  ])('refuses %s', async (_what, bad, message) => {
    await expect(upwork.connected().activate(bad)).rejects.toThrow(message);
    expect(upwork.control.stats().requests.graphql).toBe(0);
  });
});

describe('Upwork Trigger: faults', () => {
  const outage = (times: number) => {
    upwork.control.addFault({ at: 'graphql', kind: 'status', status: 503, times });
  };
  const minutes = (count: number) => count * 60_000;

  it.each([
    ['a 429', { kind: 'status', status: 429 }],
    ['a 503', { kind: 'status', status: 503 }],
    ['a dropped connection', { kind: 'reset' }],
    ['an HTML page', { kind: 'html' }],
  ] as const)('activates despite %s, and loses nothing afterwards', async (_what, fault) => {
    const clock = new FakeClock(Date.now());
    const n8n = upwork.connected();
    const trigger = watching('bilby');
    upwork.control.addFault({ at: 'graphql', times: 4, ...fault });
    expect(await n8n.activate(trigger, clock)).toBeNull();
    clock.advance(minutes(1));
    expect(await n8n.poll(trigger, clock)).toBeNull();
    const added = add('Bilby radio');
    clock.advance(minutes(1));
    expect(ids(await n8n.poll(trigger, clock))).toEqual(added);
  });

  it('stays quiet at first, then reports, and sends fewer and fewer requests', async () => {
    const clock = new FakeClock(Date.now());
    const n8n = upwork.connected();
    const trigger = watching('dingo');
    await n8n.activate(trigger, clock);
    upwork.control.resetStats();
    outage(Infinity);
    let failures = 0;
    const ticks = 60;
    for (let tick = 0; tick < ticks; tick++) {
      clock.advance(minutes(1));
      await n8n.poll(trigger, clock).catch(() => failures++);
    }
    // Of the polls in this hour, about eight send a request, and the first five of these stay
    // quiet.
    expect(failures).toBeGreaterThanOrEqual(1);
    expect(failures).toBeLessThanOrEqual(4);
    expect(upwork.control.stats().requests.graphql).toBeLessThan(ticks);
  });

  it('emits everything when the outage is over', async () => {
    const clock = new FakeClock(Date.now());
    const n8n = upwork.connected();
    const trigger = watching('wallaby');
    await n8n.activate(trigger, clock);
    const added = add('Wallaby fence', 0, 2);
    outage(4);
    clock.advance(minutes(1));
    expect(await n8n.poll(trigger, clock)).toBeNull();
    clock.advance(minutes(1));
    expect(ids(await n8n.poll(trigger, clock)).sort()).toEqual([...added].sort());
  });

  it('reports a permanent error at once, so that activation fails', async () => {
    upwork.control.setPermissions({ permissions: [] });
    await expect(upwork.connected().activate(watching('emu'))).rejects.toThrow(
      'The API key lacks the permission',
    );
  });

  it('says which limit a long query exceeds, so that activation fails', async () => {
    const query = 'emu'.padEnd(341, ' OR emu');
    await expect(upwork.connected().activate(watching(query))).rejects.toThrow(
      'Upwork could not run the search',
    );
  });

  it('does not poll twice at the same time', async () => {
    const n8n = upwork.connected();
    const trigger = watching('gecko');
    await n8n.activate(trigger);
    upwork.control.resetStats();
    await Promise.all([n8n.poll(trigger), n8n.poll(trigger), n8n.poll(trigger)]);
    expect(upwork.control.stats().requests.graphql).toBe(1);
  });
});
