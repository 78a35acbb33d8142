import fc from 'fast-check';

import { history } from './histories.mts';
import type { History } from './histories.mts';
import { RUNS_LIMIT_MS, runs } from '../runs.mts';
import { play } from './play.mts';

type Change = History['steps'][number]['changes'][number];

/** So many records that are published in one list at the same time. */
const published = (count: number): Change[] =>
  Array.from({ length: count }, () => ({ publish: 0, lists: ['a'] }));

const QUIET = { duringRead: [], failsAtPage: undefined, pages: 1_000 };

/** Histories in which records were once lost. */
const FAILED: [History][] = [
  [
    {
      // A gap, and below it one that a sweep is reading, while more news wait than a poll emits.
      tellsRenewal: false,
      existing: [],
      activation: QUIET,
      steps: [
        { ...QUIET, minutes: 5, changes: published(1), restarts: false },
        {
          minutes: 5,
          changes: [{ publish: null, lists: ['a'] }, ...published(5)],
          restarts: false,
          duringRead: published(1),
          failsAtPage: undefined,
          pages: 2,
        },
        { ...QUIET, minutes: 1, changes: published(2), restarts: false, pages: 1 },
        { ...QUIET, minutes: 1, changes: published(5), restarts: true },
        { ...QUIET, minutes: 90, changes: [], restarts: false, pages: 2 },
      ],
    },
  ],
  [
    {
      // Two polls that begin with a sweep, a break, and a record that moves up while the next poll reads.
      tellsRenewal: false,
      existing: [
        { age: 0, lists: ['a'] },
        { age: 0, lists: ['a'] },
      ],
      activation: { ...QUIET, pages: 1 },
      steps: [
        { ...QUIET, minutes: 1, changes: published(1), restarts: false, pages: 1 },
        { ...QUIET, minutes: 5, changes: published(2), restarts: false, pages: 1 },
        { ...QUIET, minutes: 1, changes: [], restarts: true },
        { ...QUIET, minutes: 84, changes: [], restarts: false, failsAtPage: 1 },
        {
          ...QUIET,
          minutes: 5,
          changes: [...published(2), { publish: null, lists: ['a'] }, ...published(1)],
          restarts: false,
          duringRead: [{ close: 40287073 }],
        },
      ],
    },
  ],
  [
    {
      // The same with a record that is listed late.
      tellsRenewal: false,
      existing: Array.from({ length: 4 }, () => ({ age: 0, lists: ['a'] })),
      activation: { ...QUIET, failsAtPage: 1 },
      steps: [
        {
          ...QUIET,
          minutes: 5,
          changes: [],
          restarts: false,
          duringRead: published(1),
          pages: 2,
        },
        { ...QUIET, minutes: 0, changes: published(2), restarts: false },
        { ...QUIET, minutes: 1, changes: published(3), restarts: false, pages: 2 },
        {
          ...QUIET,
          minutes: 1,
          changes: [...published(3), { publish: 2, lists: ['a'] }],
          restarts: false,
          pages: 1,
        },
        {
          ...QUIET,
          minutes: 88,
          changes: [],
          restarts: false,
          duringRead: [...published(1), { close: 1869538609 }],
        },
      ],
    },
  ],
];

describe('a source of lists', () => {
  it(
    'emits each record once, whatever happens to the lists, the network and n8n',
    async () => {
      await fc.assert(
        fc.asyncProperty(history, async (events) => {
          const { emitted, expected, before, movedAtStart } = await play(events);
          expect(emitted.filter((id, index) => emitted.indexOf(id) !== index)).toEqual([]);
          expect(expected.filter(({ id }) => !emitted.includes(id))).toEqual([]);
          if (!movedAtStart) expect(emitted.filter((id) => before.has(id))).toEqual([]);
        }),
        { numRuns: runs(150, 10_000), examples: FAILED },
      );
    },
    RUNS_LIMIT_MS,
  );
});
