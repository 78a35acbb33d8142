import type { Change, History } from './histories.mts';
import type { Status } from './proposalsModel.mts';

type Disturbance = NonNullable<History['activation']>;

const BRIEF: Disturbance = { duringRead: [], failsAtPages: [], pages: 1 };
const LONG: Disturbance = { duringRead: [], failsAtPages: [], pages: 1_000 };

const add = (status: Status, isDated: boolean): Change => ({ add: status, isDated });
const set = (index: number, status: Status, movesTime: boolean): Change => ({
  set: index,
  status,
  movesTime,
});
const after = (
  minutes: number,
  changes: Change[],
  disturbance?: Disturbance,
): History['steps'][number] => ({ minutes, changes, restarts: false, disturbance });

const START: Omit<History, 'steps'> = {
  undatedFirst: false,
  skew: 0,
  existing: [],
  activation: undefined,
  cap: 1,
};

/** Histories in which the source once lost a change, or did not go on. */
export const FAILED_ONCE: History[] = [
  // A sweep that goes first can't read anything, because its cursors are invalid.
  {
    ...START,
    steps: [after(5, [add('Accepted', false)], BRIEF), after(1, [{ expires: 'cursors' }])],
  },
  // What waits isn't among what a sweep reads that goes first.
  {
    ...START,
    activation: LONG,
    steps: [
      after(5, [add('Accepted', false)], BRIEF),
      after(5, [add('Offered', true), set(0, 'Activated', true)]),
      after(90, [], BRIEF),
    ],
  },
  // What waits is on a page below one with nothing new.
  {
    ...START,
    existing: Array.from({ length: 2 }, () => ({
      status: 'Accepted',
      createdAgo: null,
      modifiedAgo: null,
    })),
    steps: [
      after(1, [add('Accepted', false)], {
        ...LONG,
        duringRead: [add('Accepted', false), add('Accepted', false)],
      }),
      after(
        1,
        Array.from({ length: 3 }, () => add('Accepted', false)),
        BRIEF,
      ),
      after(
        1,
        Array.from({ length: 3 }, () => add('Accepted', false)),
      ),
      after(1, [], { ...LONG, duringRead: [set(553537129, 'Archived', false)] }),
      after(1, [set(878741581, 'Archived', true), add('Odd', true), add('Archived', true)], {
        ...LONG,
        duringRead: [add('Accepted', false)],
      }),
      after(90, [add('Accepted', false), { touch: 413807267 }]),
    ],
  },
];
