import { HOUR, ids, JobFeed, MINUTE, delivery, EACH_ONCE, watching } from './jobFeed.mts';

const feed = new JobFeed({ jobs: 0 });
const { clock, upwork } = feed;

describe('Upwork Trigger: new job, with dates that are wrong', () => {
  it('emits a job without a date once', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('hoopoe'), clock);
    const [undated = ''] = feed.post('Hoopoe song');
    upwork.control.setPublishedText({ id: undated, publishedText: '' });
    expect(await feed.polls(n8n, 2)).toEqual([undated]);
    for (let burst = 0; burst < 9; burst++) {
      feed.post('Hoopoe song', { count: 500 });
      expect(await feed.polls(n8n, 1)).toHaveLength(500);
    }
    upwork.control.renewJob({ id: undated });
    expect(await feed.polls(n8n, 3)).toEqual([]);
  });

  it('emits no job without a date that was there at the activation', async () => {
    const [undated = ''] = feed.post('Ibis wing', { ago: HOUR });
    upwork.control.setPublishedText({ id: undated, publishedText: 'yesterday' });
    const n8n = upwork.connected();
    expect(await n8n.activate(watching('ibis'), clock)).toBeNull();
    expect(await feed.polls(n8n, 12)).toEqual([]);
  });

  it('emits a job from the future once, and all that come after it', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('jerboa'), clock);
    const future = feed.post('Jerboa hop', { ago: -48 * HOUR });
    expect(await feed.polls(n8n, 2)).toEqual(future);
    for (let day = 0; day < 3; day++) {
      const posted = feed.post('Jerboa hop', { count: 150 });
      expect(delivery(await feed.polls(n8n, 2), posted)).toEqual(EACH_ONCE);
      await feed.polls(n8n, 4, 6 * HOUR);
    }
  });

  it('finds late jobs although there is one from the future', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('kudu'), clock);
    clock.advance(HOUR);
    const posted = [
      ...feed.post('Kudu horn', { ago: -48 * HOUR }),
      ...feed.postOver('Kudu horn', 150, MINUTE),
    ];
    expect(delivery(await feed.polls(n8n, 2), posted)).toEqual(EACH_ONCE);
    const late = feed.post('Kudu horn', { ago: 20 * MINUTE });
    expect(await feed.polls(n8n, 12)).toEqual(late);
  });
});

describe('Upwork Trigger: new job, on an n8n whose clock is wrong', () => {
  it.each([
    ['fast', 7 * MINUTE],
    ['slow', -7 * MINUTE],
  ])('emits each new job once, and none that existed (%s)', async (which, offset) => {
    const title = `Lemur ${which}`;
    feed.postOver(title, 30, HOUR);
    const n8n = upwork.connected();
    const wrong = feed.clockOff(offset);
    expect(await n8n.activate(watching(`"${title}"`), wrong)).toBeNull();
    const emitted: unknown[] = [];
    const posted: string[] = [];
    for (let minute = 0; minute < 30; minute++) {
      clock.advance(MINUTE);
      posted.push(...feed.post(title));
      emitted.push(...ids(await n8n.poll()));
    }
    expect(emitted).toEqual(posted);
  });
});
