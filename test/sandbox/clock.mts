/** The sandbox's own time: the real time, or a test's, plus what it was advanced by. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  advance(seconds: number): void;
}

export function clockFrom(realTime: () => number): Clock {
  let ahead = 0;
  return {
    now: () => realTime() + ahead,
    advance(seconds) {
      ahead += seconds * 1000;
    },
  };
}
