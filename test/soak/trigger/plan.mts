import { type Random, randomFrom } from '../../sandbox/world/random.mts';

/** Something that happens on Upwork, on the way there, or to n8n. Times in seconds, since the activation. */
export type Happening = { at: number } & (
  | { what: 'job'; lateBy: number }
  | { what: 'renewal' | 'closing' | 'message' | 'proposalChange' | 'expiry' }
  | { what: 'outage' | 'slowPages'; seconds: number }
  | { what: 'restart'; how: 'kill' | 'stop' }
);

export interface PlanOptions {
  /** How long it takes. */
  minutes: number;
  jobs: number;
  messages: number;
  proposalChanges: number;
  /** The first one is a kill. */
  restarts: number;
}

/** Of the jobs: how many appear late, are renewed, and are closed. */
const SHARE = 0.05;
/** One in so many jobs brings others, which are published in the same second. */
const JOBS_PER_BURST = 60;
const BURST = 15;
const LATEST_BY_S = 3 * 3600;
/** A late job was published after the activation: what was published before is not new. */
const AFTER_ACTIVATION_S = 60;
/** For so long, Upwork refuses all requests, or is slow. */
const OUTAGE_S = 600;

/** What happens, in order; the same for the same options. */
export function plan(options: PlanOptions): Happening[] {
  const { jobs, messages, proposalChanges, restarts } = options;
  const random = randomFrom('soak', options.minutes, jobs);
  const end = options.minutes * 60;
  const anyTime = () => random.whole(1, end);
  const times = (count: number, what: 'renewal' | 'closing' | 'message' | 'proposalChange') =>
    repeat(Math.round(count), () => ({ at: anyTime(), what }));
  const window = Math.min(OUTAGE_S, Math.round(end / 12));
  const happenings: Happening[] = [
    ...jobsOf(random, jobs, end),
    ...times(jobs * SHARE, 'renewal'),
    ...times(jobs * SHARE, 'closing'),
    ...times(messages, 'message'),
    ...times(proposalChanges, 'proposalChange'),
    ...repeat(restarts, (index) => ({
      at: Math.round(((index + 0.7) / restarts) * end),
      what: 'restart' as const,
      how: index === 0 ? ('kill' as const) : ('stop' as const),
    })),
    { at: Math.round(end * 0.05), what: 'expiry' },
    { at: Math.round(end * 0.34), what: 'outage', seconds: window },
    { at: Math.round(end * 0.44), what: 'expiry' },
    { at: Math.round(end * 0.66), what: 'slowPages', seconds: window },
  ];
  return happenings.sort((one, other) => one.at - other.at);
}

function jobsOf(random: Random, count: number, end: number): Happening[] {
  const happenings: Happening[] = [];
  while (happenings.length < count) {
    const at = random.whole(1, end);
    const isLate = random.chance(SHARE) && at > 2 * AFTER_ACTIVATION_S;
    const longest = Math.min(at - AFTER_ACTIVATION_S, LATEST_BY_S);
    const lateBy = isLate ? random.whole(AFTER_ACTIVATION_S, longest) : 0;
    const isBurst = random.chance(1 / JOBS_PER_BURST);
    const here = Math.min(isBurst ? BURST : 1, count - happenings.length);
    happenings.push(...repeat(here, () => ({ at, what: 'job' as const, lateBy })));
  }
  return happenings;
}

function repeat<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
