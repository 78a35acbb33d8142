import fc from 'fast-check';

import { STATUSES } from './proposalsModel.mts';

const status = fc.constantFrom(...STATUSES);

/** Something that happens on Upwork. */
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ add: status, isDated: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ set: fc.nat(), status, movesTime: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ touch: fc.nat() }) },
  { weight: 1, arbitrary: fc.constant({ expires: 'cursors' }) },
);
export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const disturbance = fc.record({
  /** What happens before page 2, 3 … is read. */
  duringRead: fc.array(fc.option(change, { nil: undefined, freq: 2 }), { maxLength: 6 }),
  failsAtPages: fc.oneof(
    { weight: 3, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }) },
  ),
  /** How many pages there is time for. */
  pages: fc.oneof(fc.constant(1_000), fc.integer({ min: 1, max: 10 })),
});

const step = fc.record({
  minutes: fc.oneof(fc.constant(1), fc.constant(5), fc.integer({ min: 1, max: 200 })),
  changes: fc.array(change, { maxLength: 8 }),
  /** Whether n8n restarts, with the state that it stored last. */
  restarts: fc.boolean(),
  disturbance: fc.option(disturbance, { nil: undefined }),
});

const existing = fc.record({
  status,
  createdAgo: fc.option(fc.integer({ min: 50, max: 500 }), { freq: 6 }),
  modifiedAgo: fc.option(fc.integer({ min: 0, max: 300 })),
});

export const history = fc.record({
  undatedFirst: fc.boolean(),
  /** By how many minutes n8n's clock is ahead of Upwork's. */
  skew: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -5, max: 5 }) },
  ),
  existing: fc.array(existing, { maxLength: 40 }),
  activation: fc.option(disturbance, { nil: undefined, freq: 2 }),
  cap: fc.oneof(fc.constant(500), fc.integer({ min: 1, max: 4 })),
  steps: fc.array(step, { maxLength: 12 }),
});
export type History = typeof history extends fc.Arbitrary<infer T> ? T : never;
