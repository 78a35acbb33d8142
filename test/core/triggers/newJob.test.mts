import type { INodeParameters } from 'n8n-workflow';

import { UpworkTrigger } from '../../../nodes/Upwork/UpworkTrigger.node.ts';
import { HOUR, ids, JobFeed, MINUTE, watching } from './jobFeed.mts';

const feed = new JobFeed();
const { clock, upwork } = feed;

describe('Upwork Trigger: new job', () => {
  it('emits nothing at activation, then each new job once, oldest first', async () => {
    feed.post('Quokka budget');
    const n8n = upwork.connected();
    expect(await n8n.activate(watching('quokka'), clock)).toBeNull();
    expect(await n8n.poll()).toBeNull();

    clock.advance(HOUR);
    const [newer] = feed.post('Quokka budget');
    const [older] = feed.post('Quokka budget', { ago: 30_000 });
    const [late] = feed.post('Quokka budget', { ago: 500_000 });
    expect(ids(await n8n.poll())).toEqual([late, older, newer]);
    expect(await n8n.poll()).toBeNull();
  });

  it("emits as many existing jobs at activation as 'Existing Records to Emit' says", async () => {
    const posted = feed.postOver('Quetzal feather', 120, HOUR);
    const n8n = upwork.connected();
    const trigger = watching('quetzal', { options: { existing: 3 } });
    expect(ids(await n8n.activate(trigger, clock))).toEqual(posted.slice(-3));
    expect(await feed.polls(n8n, 12)).toEqual([]);
    n8n.restart();
    expect(await n8n.activate(trigger, clock)).toBeNull();
  });

  it('needs one request for a poll that finds nothing new', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('', { filters: { jobType: 'HOURLY' } }), clock);
    for (let poll = 0; poll < 4; poll++) {
      clock.advance(5 * MINUTE);
      feed.requests();
      await n8n.poll();
      expect(feed.requests()).toBe(1);
    }
  });

  it("does not emit jobs that Upwork returns although they don't match the filter", async () => {
    const n8n = upwork.connected();
    const trigger = watching('axolotl', { filters: { budgetMin: 500, hourlyRateMin: 500 } });
    await n8n.activate(trigger, clock);
    clock.advance(MINUTE);
    feed.post({ title: 'Axolotl tank', contractType: 'HOURLY', hourlyMin: 10, hourlyMax: 20 });
    expect(await n8n.poll()).toBeNull();
  });

  it('emits jobs of several experience levels only', async () => {
    const n8n = upwork.connected();
    const experienceLevels = ['EXPERT', 'ENTRY_LEVEL'];
    await n8n.activate(watching('weka', { filters: { experienceLevels } }), clock);
    clock.advance(MINUTE);
    const [entry, , expert] = (['ENTRY_LEVEL', 'INTERMEDIATE', 'EXPERT'] as const).flatMap(
      (experienceLevel, index) =>
        feed.post({ title: 'Weka count', experienceLevel }, { ago: (30 - index) * 1_000 }),
    );
    expect(ids(await n8n.poll())).toEqual([entry, expert]);
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
    await n8n.activate(watching('kakapo'), clock);
    clock.advance(MINUTE);
    const posted = feed.post('Kakapo song');
    expect(ids(await n8n.fetchTestEvent(watching('kakapo'), clock))).toEqual(posted);
    expect(ids(await n8n.poll())).toEqual(posted);
  });

  it('reports that there is nothing to show as a test event', async () => {
    const n8n = upwork.connected();
    await expect(n8n.fetchTestEvent(watching('xylophonequartz'), clock)).rejects.toThrow(
      'Upwork shows no jobs that match these settings right now',
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
      'a budget and a rate, which Upwork does not apply',
      watching('', { filters: { budgetMin: 500, hourlyRateMin: 50 } }),
      'no filter narrows the search',
    ],
    [
      'a reversed budget range',
      watching('x', { filters: { budgetMin: 9, budgetMax: 1 } }),
      "'Budget Minimum' must not be more than",
    ],
    ['an unknown event', watching('x', { event: 'newMoon' }), 'The event "newMoon" does not exist'],
  ])('refuses %s', async (_what, bad, message) => {
    feed.requests();
    await expect(upwork.connected().activate(bad, clock)).rejects.toThrow(message);
    expect(feed.requests()).toBe(0);
  });
});
