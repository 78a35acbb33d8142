import { systemClock } from '../../../nodes/Upwork/api/clock.ts';
import { isOpenInterview, message, roomIdThat } from '../messaging.mts';
import { Upwork } from '../upwork.mts';

const items = (count: number) => Array.from({ length: count }, (_, number) => ({ number }));

// The part of Upwork's limit that remains if others behind the same address use the rest.
describe.each([
  ['second', { perSecond: 2, perMinute: 0 }],
  ['minute', { perSecond: 0, perMinute: 20 }],
])('a run that exceeds the limit per %s', (_which, limits) => {
  describe.each([
    ['says how long to wait', true],
    ['does not say how long to wait', false],
  ])('if Upwork %s', (_how, retryAfter) => {
    const upwork = new Upwork({ ...limits, retryAfter, jobs: 200 });

    // Each 429 slows the process down; the next test begins at full speed.
    beforeEach(async () => {
      await systemClock.sleep(20 * 60_000);
    });

    it('reads everything', async () => {
      const n8n = upwork.connected();
      const roomId = await roomIdThat(n8n, isOpenInterview);
      const run = await n8n.run(message('getAll', { roomId, limit: 1 }), { input: items(40) });
      expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual(
        items(40).map(({ number }) => ({ item: number })),
      );
      expect(upwork.control.stats().refused429).toBeGreaterThan(0);
    });

    it('makes every change once', async () => {
      const n8n = upwork.connected();
      const roomId = await roomIdThat(n8n, isOpenInterview);
      const before = upwork.control.sentMessages().length;
      const send = message('send', { roomId, message: '=Number {{ $json.number }}' });
      await n8n.run(send, { input: items(25) });
      const sent = upwork.control.sentMessages().slice(before);
      expect(sent.map(({ message: text }) => text)).toEqual(
        items(25).map(({ number }) => `Number ${number}`),
      );
      expect(upwork.control.stats().refused429).toBeGreaterThan(0);
    });
  });
});
