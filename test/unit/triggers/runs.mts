/** How many random histories a property is tried with: many with `npm run test:e2e`, because they take minutes. */
export const runs = (few: number, many: number): number =>
  process.env.MANY_HISTORIES === 'yes' ? many : few;

/** How long they may take. */
export const RUNS_LIMIT_MS = 20 * 60_000;
