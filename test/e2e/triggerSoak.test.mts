import { installN8n } from '../n8n/install.mts';
import { fastClock } from '../soak/trigger/fastClock.mts';
import { plan } from '../soak/trigger/plan.mts';
import { soakTriggers } from '../soak/trigger/soakTriggers.mts';
import { failedTriggerChecks } from '../soak/trigger/triggerChecks.mts';
import { compare, type EventFigures } from '../soak/trigger/triggerFigures.mts';
import { EVENTS } from '../soak/trigger/watched.mts';
import { SETUP_LIMIT_MS } from './world.mts';

const SOAK_LIMIT_MS = 6 * 60_000;

/** `npm run soak:trigger` takes longer. */
const SHORT = { minutes: 15, jobs: 60, messages: 20, proposalChanges: 15, restarts: 1 };

const WELL: EventFigures = {
  event: 'newJob',
  appeared: 60,
  emitted: 60,
  lost: [],
  repeated: [],
  unexpected: [],
  executions: 12,
  failedInOutage: 1,
  failedOtherwise: [],
  stateBytes: 20_000,
};
const RUN = {
  restarts: 1,
  polls: 60,
  requests: 70,
  tokenRequests: 3,
  seconds: 90,
  endedEarly: undefined,
};

beforeAll(async () => {
  await installN8n();
}, SETUP_LIMIT_MS);

test(
  'everything that appears is emitted once, through faults, an expiry and a crash of n8n',
  async () => {
    const figures = await soakTriggers({ ...SHORT, speed: 20, events: EVENTS });
    expect(failedTriggerChecks(figures)).toEqual([]);
    expect(figures).toMatchObject({ restarts: SHORT.restarts });
  },
  SOAK_LIMIT_MS,
);

test('good figures pass all checks', () => {
  expect(failedTriggerChecks({ ...RUN, events: [WELL] })).toEqual([]);
});

test.each<[Partial<EventFigures>, string]>([
  [{ appeared: 0 }, 'newJob: nothing appeared.'],
  [{ lost: ['1', '2'] }, 'newJob: lost: 2 (1, 2).'],
  [{ repeated: ['3'] }, 'newJob: emitted twice: 1 (3).'],
  [
    { unexpected: ['1', '2', '3', '4', '5', '6'] },
    'newJob: emitted although not new: 6 (1, 2, 3, 4, 5, …).',
  ],
  [{ failedOtherwise: ['execution 7: 500'] }, 'newJob: failed executions:\n  execution 7: 500.'],
  [{ stateBytes: 65_537 }, 'newJob: it remembers 65537 bytes, more than 65536.'],
])('figures with %j fail one', (changes, problem) => {
  expect(failedTriggerChecks({ ...RUN, events: [{ ...WELL, ...changes }] })).toEqual([problem]);
});

test('a run that ended early fails', () => {
  expect(failedTriggerChecks({ ...RUN, events: [], endedEarly: 'Error: timed out' })).toEqual([
    'It ended early. Error: timed out',
  ]);
});

test('records are compared by how often they appeared and were emitted', () => {
  expect(compare(['a', 'b', 'b', 'c', 'd'], ['a', 'a', 'b', 'c', 'x', 'x'])).toEqual({
    appeared: 5,
    emitted: 6,
    lost: ['b', 'd'],
    repeated: ['a'],
    unexpected: ['x', 'x'],
  });
});

test('a plan is in order, and late jobs were published after the activation', () => {
  const happenings = plan({ ...SHORT, jobs: 500 });
  expect(happenings.map(({ at }) => at)).toEqual(
    happenings.map(({ at }) => at).sort((one, other) => one - other),
  );
  const jobs = happenings.filter((happening) => happening.what === 'job');
  expect(jobs).toHaveLength(500);
  expect(jobs.filter(({ lateBy }) => lateBy > 0).length).toBeGreaterThan(0);
  for (const { at, lateBy } of jobs) expect(at - lateBy).toBeGreaterThan(0);
});

test('in fast time, a minute takes a second', () => {
  let real = 1_000;
  const now = fastClock({ since: 1_000, speed: 60 }, () => real);
  expect(now()).toBe(1_000);
  real = 2_000;
  expect(now()).toBe(61_000);
});
