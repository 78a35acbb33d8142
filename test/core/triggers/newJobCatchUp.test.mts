import { HOUR, ids, JobFeed, MINUTE, delivery, EACH_ONCE, watching } from './jobFeed.mts';

const feed = new JobFeed({ jobs: 0 });
const { clock, upwork } = feed;

/** A page takes so long. */
const slowPages = (seconds: number) => {
  upwork.beforeRequest(() => {
    clock.advance(seconds * 1_000);
  });
};

describe('Upwork Trigger: new job, after a break', () => {
  it.each([5, 12, 20, 25])('emits all jobs if a page takes %i seconds', async (seconds) => {
    const title = `Addax ${seconds}`;
    const n8n = upwork.connected();
    await n8n.activate(watching(`"${title}"`), clock);
    clock.advance(4 * HOUR);
    const posted = feed.postOver(title, 700, 4 * HOUR);
    slowPages(seconds);
    expect(delivery(await feed.polls(n8n, 24, MINUTE), posted)).toEqual(EACH_ONCE);
  });

  it.each([5, 12, 15])(
    'takes as long as n8n allows if a page takes %i seconds',
    async (seconds) => {
      const title = `Addra ${seconds}`;
      const n8n = upwork.connected();
      await n8n.activate(watching(`"${title}"`), clock);
      clock.advance(4 * HOUR);
      feed.postOver(title, 700, 4 * HOUR);
      slowPages(seconds);
      for (let poll = 0; poll < 4; poll++) {
        const begun = clock.now();
        await n8n.poll();
        expect(clock.now() - begun).toBeLessThanOrEqual(36_000);
        clock.advance(MINUTE);
      }
    },
  );

  it('emits all jobs with two requests per minute', async () => {
    const n8n = upwork.connected({ requestsPerMinute: 2 });
    await n8n.activate(watching('binturong'), clock);
    clock.advance(4 * HOUR);
    const posted = feed.postOver('Binturong tail', 650, 4 * HOUR);
    expect(delivery(await feed.polls(n8n, 15, MINUTE), posted)).toEqual(EACH_ONCE);
  });

  it.each([1, 2, 3, 4])('emits all jobs although page %i fails once', async (page) => {
    const title = `Caracal ${page}`;
    const n8n = upwork.connected();
    await n8n.activate(watching(`"${title}"`), clock);
    clock.advance(4 * HOUR);
    const posted = feed.postOver(title, 350, 4 * HOUR);
    upwork.beforeRequest((request) => {
      // As often as a request is sent within one poll.
      if (request === page) {
        upwork.control.addFault({ at: 'graphql', kind: 'status', status: 500, times: 8 });
      }
    });
    expect(delivery(await feed.polls(n8n, 6), posted)).toEqual(EACH_ONCE);
  });

  it('emits all jobs of three days, also if n8n is restarted after every poll', async () => {
    const trigger = watching('desman');
    const n8n = upwork.connected();
    await n8n.activate(trigger, clock);
    clock.advance(72 * HOUR);
    const posted = feed.postOver('Desman nose', 1_100, 72 * HOUR);
    const emitted: unknown[] = [];
    for (let poll = 0; poll < 5; poll++) {
      n8n.restart();
      clock.advance(MINUTE);
      emitted.push(...ids(await n8n.activate(trigger, clock)));
    }
    expect(delivery(emitted, posted)).toEqual(EACH_ONCE);
  });

  it('emits 500 jobs per poll at most, oldest first', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('numbat'), clock);
    clock.advance(HOUR);
    const posted = feed.postOver('Numbat payroll', 620, HOUR);
    const bursts = [ids(await n8n.poll()), ids(await n8n.poll()), ids(await n8n.poll())];
    expect(bursts).toEqual([posted.slice(0, 500), posted.slice(500), []]);
  });

  it("emits as many jobs per poll as 'Maximum per Poll' says", async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('oribi', { options: { limitPerPoll: 100 } }), clock);
    clock.advance(HOUR);
    const posted = feed.postOver('Oribi grass', 250, HOUR);
    const bursts = [ids(await n8n.poll()), ids(await n8n.poll()), ids(await n8n.poll())];
    expect(bursts).toEqual([posted.slice(0, 100), posted.slice(100, 200), posted.slice(200)]);
    expect(await n8n.poll()).toBeNull();
  });
});

describe('Upwork Trigger: the state of new jobs', () => {
  const LARGEST = 64 * 1024;

  it('stays below 64 KB after 5,000 jobs in an hour', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('pangolin'), clock);
    for (let burst = 0; burst < 10; burst++) {
      clock.advance(6 * MINUTE);
      const posted = feed.postOver('Pangolin scale', 500, 6 * MINUTE);
      expect(delivery(await feed.polls(n8n, 1, 0), posted)).toEqual(EACH_ONCE);
      expect(n8n.storedStaticData.length).toBeLessThanOrEqual(LARGEST);
    }
    expect(await feed.polls(n8n, 6)).toEqual([]);
  });
});

describe('Upwork Trigger: requests for new jobs', () => {
  it('is one per poll while nothing is new, hours after a burst', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('reedbuck'), clock);
    clock.advance(MINUTE);
    const posted = feed.post('Reedbuck lake', { count: 350 });
    expect(delivery(await feed.polls(n8n, 4), posted)).toEqual(EACH_ONCE);
    await feed.polls(n8n, 12, HOUR);
    feed.requests();
    for (let poll = 0; poll < 24; poll++) {
      expect(await feed.polls(n8n, 1)).toEqual([]);
      expect(feed.requests()).toBe(1);
    }
  });

  it('includes a sweep every half hour while the overlap window has more than a page', async () => {
    const n8n = upwork.connected();
    await n8n.activate(watching('sitatunga'), clock);
    clock.advance(MINUTE);
    feed.post('Sitatunga marsh', { count: 350 });
    await feed.polls(n8n, 12);
    feed.requests();
    const polls = 24;
    expect(await feed.polls(n8n, polls)).toEqual([]);
    const sweeps = 5;
    const pagesBelowTheFirst = 3;
    expect(feed.requests()).toBeLessThanOrEqual(polls + sweeps * pagesBelowTheFirst);
  });
});
