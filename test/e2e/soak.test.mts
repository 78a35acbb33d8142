import { installN8n } from '../n8n/install.mts';
import type { Figures } from '../soak/figures.mts';
import { failedChecks } from '../soak/checks.mts';
import { soak } from '../soak/soak.mts';
import { StoppableTime } from '../soak/stoppableTime.mts';

/** On a new machine, n8n is installed first. */
const SETUP_LIMIT_MS = 40 * 60_000;
const SOAK_LIMIT_MS = 5 * 60_000;

/** `npm run soak` takes longer. The only kill happens while new tokens are on their way to n8n. */
const OPTIONS = { expiries: 10, tokenLifetime: 3, kills: 1 };

const ALL_WELL: Figures = {
  seconds: 60,
  kills: 1,
  expiries: 10,
  refusedRequests: 30,
  tokenRequests: 12,
  tokenRequestsRefused: 0,
  reconnects: 0,
  executionsByTrigger: 10,
  manualExecutions: 50,
  cutOff: 5,
  otherFailures: [],
  pollsPostponed: 0,
  jobsAppeared: 12,
  jobsEmitted: 12,
  emittedByMistake: 0,
  lost: 0,
  endedEarly: undefined,
};

beforeAll(async () => {
  await installN8n();
}, SETUP_LIMIT_MS);

test(
  'a connection survives ten expiries and a crash while new tokens are on their way, without reconnecting',
  async () => {
    const figures = await soak(OPTIONS);
    expect(failedChecks(figures, OPTIONS)).toEqual([]);
    // Parallel runs met the same expiry, and the trigger worked before and after the kill.
    expect(figures.refusedRequests).toBeGreaterThan(figures.expiries);
    expect(figures.executionsByTrigger).toBeGreaterThan(OPTIONS.kills);
  },
  SOAK_LIMIT_MS,
);

test('good figures pass all checks', () => {
  expect(failedChecks(ALL_WELL, OPTIONS)).toEqual([]);
});

test.each<[Partial<Figures>, string]>([
  [{ endedEarly: 'Error: no response' }, 'It ended early. Error: no response'],
  [{ expiries: 9, tokenRequests: 11 }, 'Only 9 expiries, not 10.'],
  [{ kills: 0, tokenRequests: 11 }, 'Only 0 kills, not 1.'],
  [{ tokenRequests: 13 }, 'More than 12 token requests: 13.'],
  [{ tokenRequestsRefused: 1 }, 'Refused token requests: 1.'],
  [{ reconnects: 1 }, 'Reconnects: 1.'],
  [
    { otherFailures: ['execution 7: reconnect'] },
    'Not caused by a kill:\n  execution 7: reconnect',
  ],
  [{ pollsPostponed: 1 }, 'Polls that failed and were postponed: 1.'],
  [{ emittedByMistake: 1 }, 'Emitted twice or although not new: 1.'],
  [{ lost: 1 }, 'Jobs lost: 1.'],
])('figures with %j fail one', (changes, problem) => {
  expect(failedChecks({ ...ALL_WELL, ...changes }, OPTIONS)).toEqual([problem]);
});

test("the sandbox's time stops while n8n is off, and then resumes where it was", () => {
  let real = 1_000;
  const time = new StoppableTime(() => real);
  real = 1_500;
  expect(time.now()).toBe(1_500);
  time.stop();
  real = 31_500;
  expect(time.now()).toBe(1_500);
  time.resume();
  expect(time.now()).toBe(1_500);
  real = 31_700;
  expect(time.now()).toBe(1_700);
});
