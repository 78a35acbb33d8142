/** The sandbox's own time: the real one, or a test's, plus whatever it was moved ahead. */
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
