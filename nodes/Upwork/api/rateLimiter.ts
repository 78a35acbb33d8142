import type { Clock } from './clock';
import { FairShare } from './limits/fairShare';
import { DAY_MS, RequestLog } from './limits/requestLog';

/** Upwork: 10 requests per second, 300 per minute and 40,000 per day for each IP address. */
export const REQUESTS_PER_MINUTE = 300;
export const REQUESTS_PER_DAY = 40_000;
const REQUESTS_PER_SECOND = 10;

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/**
 * Who waits: the items of a run, or somebody who wants an answer soon (a poll, a person before a
 * list). Within a lane it is first come, first served; the two lanes alternate.
 */
export type Lane = 'run' | 'prompt';

/**
 * Requests under way at a time: with answers of one second these are all that Upwork allows in a minute,
 * and few enough are refused at once when other processes turn out to be there.
 */
const AT_ONCE = 5;
/** The part of each minute that runs leave to the prompt lane. */
const RESERVE = 0.02;
/** As long as less than this part of a minute is used, a run may use it as fast as Upwork allows. */
const BURST = 0.5;
/** Upwork: whether a refusal says how long to wait is unknown; these are for when it does not. */
const FIRST_HOLD_MS = 1_000;
const LONGEST_HOLD_MS = 30_000;

export interface Turn {
  lane: Lane;
  /** What the user allows, where that is less than Upwork does. */
  perMinute?: number;
  /** Ends the waiting. */
  signal?: AbortSignal | undefined;
}

/** A request that may be sent now. */
export interface Place {
  /** Upwork took the request. */
  admitted(): void;
  /** Upwork refused it (HTTP 429), and perhaps said for how long. */
  refused(retryAfterMs: number | undefined): void;
  /** It ended; to be called in any case. */
  leave(): void;
}

interface Waiter extends Turn {
  start(place: Place): void;
}

/**
 * Keeps Upwork's limits for all requests of this process to one host: strict sliding windows, and
 * the share that other processes behind the same IP address leave (see FairShare). A run first goes
 * as fast as the windows allow, then evenly, so that places for others come free all the time.
 */
export class RateLimiter {
  private readonly all = new RequestLog();
  private readonly ofRuns = new RequestLog();
  private readonly waiting: Record<Lane, Waiter[]> = { run: [], prompt: [] };
  private readonly share: FairShare;
  private lastLane: Lane = 'run';
  private lastStart = { any: -Infinity, run: -Infinity };
  private heldUntil = -Infinity;
  private lastRefusal = -Infinity;
  private refusalsInARow = 0;
  private wakeAt = Infinity;

  constructor(private readonly clock: Clock) {
    this.share = new FairShare(clock.now());
  }

  /** Waits for a place; null when the signal came first. Whoever gets one has to leave it. */
  async enter(turn: Turn): Promise<Place | null> {
    const { lane, signal } = turn;
    if (signal?.aborted) return null;
    return await new Promise((resolve) => {
      const queue = this.waiting[lane];
      const giveUp = () => {
        queue.splice(queue.indexOf(waiter), 1);
        resolve(null);
        this.serve();
      };
      const waiter: Waiter = {
        ...turn,
        start: (place) => {
          signal?.removeEventListener('abort', giveUp);
          resolve(place);
        },
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      queue.push(waiter);
      this.serve();
    });
  }

  /** How many requests are under way or ended within the last 24 hours. */
  requestsToday(): number {
    return this.all.within(DAY_MS, this.clock.now());
  }

  /** Milliseconds until the day's limit lets a request through; 0 while it does. */
  dayWaitMs(): number {
    return this.all.waitMs(REQUESTS_PER_DAY, DAY_MS, this.clock.now());
  }

  private serve(): void {
    for (let next = this.next(); next; next = this.next()) {
      if (next.waitMs > 0) {
        this.wakeIn(Math.ceil(next.waitMs));
        return;
      }
      this.waiting[next.waiter.lane].shift();
      next.waiter.start(this.open(next.waiter.lane));
    }
  }

  /** Who is next, and in how many milliseconds: of the two lanes' first the earlier one, in turns. */
  private next(): { waiter: Waiter; waitMs: number } | undefined {
    const inTurn: Lane[] = this.lastLane === 'run' ? ['prompt', 'run'] : ['run', 'prompt'];
    const [first, second] = inTurn
      .flatMap((lane) => this.waiting[lane][0] ?? [])
      .map((waiter) => ({ waiter, waitMs: this.waitMs(waiter) }));
    return second && first && second.waitMs < first.waitMs ? second : first;
  }

  private waitMs({ lane, perMinute: allowed = REQUESTS_PER_MINUTE }: Turn): number {
    const now = this.clock.now();
    const isRun = lane === 'run';
    const perMinute = Math.min(allowed, REQUESTS_PER_MINUTE);
    const perSecond = Math.max(
      1,
      Math.floor((REQUESTS_PER_SECOND * perMinute) / REQUESTS_PER_MINUTE),
    );
    const forRuns = Math.max(1, Math.floor(perMinute * (1 - RESERVE)));
    const evenly = this.evenlyMs(perMinute, now);
    // Where both lanes wait, they alternate; alone, a run leaves gaps for whoever comes.
    const leavesGaps =
      isRun &&
      this.waiting.prompt.length === 0 &&
      this.all.within(MINUTE_MS, now) >= perMinute * BURST;
    return Math.max(
      this.heldUntil - now,
      this.all.waitMs(AT_ONCE, 0, now),
      this.all.waitMs(perSecond, SECOND_MS, now),
      this.all.waitMs(perMinute, MINUTE_MS, now),
      isRun ? this.ofRuns.waitMs(forRuns, MINUTE_MS, now) : 0,
      leavesGaps ? this.lastStart.run + evenly - now : 0,
      this.share.value(now) < 1 ? this.lastStart.any + evenly - now : 0,
    );
  }

  /** The time from one request to the next at which they use up the share. */
  private evenlyMs(perMinute: number, now: number): number {
    return MINUTE_MS / (perMinute * this.share.value(now));
  }

  private wakeIn(waitMs: number): void {
    const at = this.clock.now() + waitMs;
    if (at >= this.wakeAt) return;
    this.wakeAt = at;
    void this.clock.sleep(waitMs).then(() => {
      if (this.wakeAt === at) this.wakeAt = Infinity;
      this.serve();
    });
  }

  private open(lane: Lane): Place {
    const logs = lane === 'run' ? [this.all, this.ofRuns] : [this.all];
    const startedAt = this.clock.now();
    this.lastLane = lane;
    this.lastStart = { any: startedAt, run: lane === 'run' ? startedAt : this.lastStart.run };
    for (const log of logs) log.start();
    return {
      admitted: () => {
        this.refusalsInARow = 0;
        this.share.admitted();
      },
      refused: (retryAfterMs) => {
        const now = this.clock.now();
        this.heldUntil = Math.max(this.heldUntil, now + (retryAfterMs ?? 0));
        // What was under way at the last refusal says nothing else that is new.
        if (startedAt < this.lastRefusal) return;
        this.lastRefusal = now;
        this.share.refused(now);
        const step = Math.min(FIRST_HOLD_MS * 2 ** this.refusalsInARow++, LONGEST_HOLD_MS);
        // The processes that were refused together must not come back together.
        const apart = this.clock.random() * this.evenlyMs(REQUESTS_PER_MINUTE, now);
        this.heldUntil = Math.max(this.heldUntil, now + (retryAfterMs ?? step) + apart);
      },
      leave: () => {
        for (const log of logs) log.end(this.clock.now());
        this.serve();
      },
    };
  }
}
