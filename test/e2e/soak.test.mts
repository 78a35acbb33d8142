import { installN8n } from '../n8n/install.mts';
import type { Figures } from '../soak/figures.mts';
import { brokenPromises } from '../soak/promises.mts';
import { soak } from '../soak/soak.mts';
import { StoppableTime } from '../soak/stoppableTime.mts';

/** On a new machine, n8n is installed first. */
const SETUP_LIMIT_MS = 40 * 60_000;
const SOAK_LIMIT_MS = 5 * 60_000;

/** `npm run soak` goes on for longer. The one kill comes when new tokens are under way to n8n. */
const OPTIONS = { expiries: 10, tokenLifetime: 3, kills: 1 };

const ALL_WELL: Figures = {
  seconds: 60,
  kills: 1,
  expiries: 10,
  refusedRequests: 30,
  tokenCalls: 12,
  tokenCallsRefused: 0,
  reconnects: 0,
  executionsByTrigger: 10,
  executionsByHand: 50,
  cutOff: 5,
  otherFailures: [],
  pollsPutOff: 0,
  jobsAppeared: 12,
  jobsEmitted: 12,
  emittedWrongly: 0,
  lost: 0,
  endedEarly: undefined,
};

beforeAll(async () => {
  await installN8n();
}, SETUP_LIMIT_MS);

test(
  'a connection survives ten expiries and a crash while new tokens are under way, with nobody reconnecting',
  async () => {
    const figures = await soak(OPTIONS);
    expect(brokenPromises(figures, OPTIONS)).toEqual([]);
    // Runs in parallel met the same expiry, and the trigger was at work before and after the kill.
    expect(figures.refusedRequests).toBeGreaterThan(figures.expiries);
    expect(figures.executionsByTrigger).toBeGreaterThan(OPTIONS.kills);
  },
  SOAK_LIMIT_MS,
);

test('figures in which all is well break no promise', () => {
  expect(brokenPromises(ALL_WELL, OPTIONS)).toEqual([]);
});

test.each<[Partial<Figures>, string]>([
  [{ endedEarly: 'Error: no answer' }, 'It ended early. Error: no answer'],
  [{ expiries: 9, tokenCalls: 11 }, 'Only 9 expiries, not 10.'],
  [{ kills: 0, tokenCalls: 11 }, 'Only 0 kills, not 1.'],
  [{ tokenCalls: 13 }, 'More than 12 token calls: 13.'],
  [{ tokenCallsRefused: 1 }, 'Refused token calls: 1.'],
  [{ reconnects: 1 }, 'Reconnects: 1.'],
  [{ otherFailures: ['execution 7: reconnect'] }, 'No kill explains:\n  execution 7: reconnect'],
  [{ pollsPutOff: 1 }, 'Polls that met a fault and were put off: 1.'],
  [{ emittedWrongly: 1 }, 'Emitted twice or though not new: 1.'],
  [{ lost: 1 }, 'Jobs lost: 1.'],
])('figures with %j break one', (changes, problem) => {
  expect(brokenPromises({ ...ALL_WELL, ...changes }, OPTIONS)).toEqual([problem]);
});

test("the sandbox's time stands still while n8n is off, and then goes on where it was", () => {
  let real = 1_000;
  const time = new StoppableTime(() => real);
  real = 1_500;
  expect(time.now()).toBe(1_500);
  time.stop();
  real = 31_500;
  expect(time.now()).toBe(1_500);
  time.goOn();
  expect(time.now()).toBe(1_500);
  real = 31_700;
  expect(time.now()).toBe(1_700);
});
