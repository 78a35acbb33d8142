import fc from 'fast-check';

/** In which of two lists a record is, and whether it matches the filter on our side. */
const lists = fc.constantFrom(['a'], ['b'], ['a', 'b']);

/** Something that happens on Upwork. */
const change = fc.oneof(
  // Published just now or listed late, often at the same time; in the future.
  { weight: 8, arbitrary: fc.record({ publish: fc.integer({ min: -30, max: 59 }), lists }) },
  // Without a time.
  { weight: 1, arbitrary: fc.record({ publish: fc.constant(null), lists }) },
  { weight: 1, arbitrary: fc.record({ renew: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ close: fc.nat() }) },
);
export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const disturbance = {
  /** What changes while page 2, 3 … is read. */
  duringRead: fc.array(fc.option(change, { nil: undefined, freq: 2 }), { maxLength: 4 }),
  failsAtPage: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined, freq: 4 }),
  /** How many pages there is time for. */
  pages: fc.oneof(fc.constant(1_000), fc.integer({ min: 1, max: 4 })),
};

const step = fc.record({
  minutes: fc.oneof(fc.constant(1), fc.constant(5), fc.integer({ min: 0, max: 200 })),
  changes: fc.array(change, { maxLength: 15 }),
  /** Whether n8n restarts with the state that it has stored. */
  restarts: fc.boolean(),
  ...disturbance,
});

export const history = fc.record({
  tellsRenewal: fc.boolean(),
  existing: fc.array(fc.record({ age: fc.integer({ min: 0, max: 300 }), lists }), {
    maxLength: 40,
  }),
  activation: fc.record(disturbance),
  steps: fc.array(step, { maxLength: 15 }),
});

type HistoryOf<T> = T extends fc.Arbitrary<infer U> ? U : never;
export type History = HistoryOf<typeof history>;
export type Disturbance = History['activation'];
