import fc from 'fast-check';

import { history } from './histories.mts';
import { play } from './play.mts';

/** `RUNS=10000` tries more. */
const RUNS = Number(process.env.RUNS ?? 500);

describe('a source of lists', () => {
  it('emits each record once, whatever happens to the lists, the network and n8n', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (events) => {
        const { emitted, expected, before, shrankAtActivation } = await play(events);
        expect(emitted.filter((id, index) => emitted.indexOf(id) !== index)).toEqual([]);
        expect(expected.filter(({ id }) => !emitted.includes(id))).toEqual([]);
        if (!shrankAtActivation) expect(emitted.filter((id) => before.has(id))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
