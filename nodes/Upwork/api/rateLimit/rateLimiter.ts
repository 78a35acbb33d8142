import type { Clock } from '../clock';
import { AimdShare } from './aimdShare';
import { DAY_MS, SlidingWindowLog } from './slidingWindowLog';

/** Upwork: 10 requests per second and 300 per minute for each IP address, and 40,000 per day. */
export const REQUESTS_PER_MINUTE = 300;
export const REQUESTS_PER_DAY = 40_000;
const REQUESTS_PER_SECOND = 10;

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/**
 * Who waits: the items of an execution (background), or a poll or a person in the editor
 * (interactive). First in, first out within a priority; where both wait, they alternate.
 */
export type Priority = 'background' | 'interactive';

/**
 * Concurrent requests: at one second per response they use up what Upwork allows in a minute, and
 * few of them get a 429 at once if other processes turn out to share the address.
 */
export const MAX_CONCURRENT = 5;
/** The part of each minute that background requests always leave free. */
const INTERACTIVE_RESERVE = 0.02;
/** They also leave free this many times what interactive requests used in the last minute. */
const RESERVE_PER_INTERACTIVE = 4;
/** The part of each minute that background requests get, however many interactive ones there are. */
const MIN_BACKGROUND = 0.5;
/** While less than this part of a minute is used, background requests go as fast as Upwork allows. */
const BURST_RATIO = 0.5;
/** Upwork: whether a 429 carries Retry-After is not known; these are for when it does not. */
const BASE_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 30_000;
/** The longest wait for Upwork to accept requests again. */
export const MAX_WAIT_MS = 5 * 60_000;

export interface AcquireOptions {
  priority: Priority;
  /** Requests per minute that the user allows; by default Upwork's own limit. */
  perMinute?: number;
  /** Ends the wait. */
  signal?: AbortSignal | undefined;
  /** When the caller gives up, in epoch milliseconds. */
  deadline?: number | undefined;
}

/** Permission to send one request. */
export interface Permit {
  /** Upwork did not answer with a 429. */
  succeeded(): void;
  /** Upwork answered with a 429, and perhaps said how long to wait. */
  throttled(retryAfterMs: number | undefined): void;
  /** The request has ended; must always be called. */
  release(): void;
}

interface Waiter extends AcquireOptions {
  resolve(permit: Permit): void;
  cancel(): void;
}

/**
 * Keeps all requests of this process to one host within Upwork's limits: strict sliding windows, and
 * the share that other processes behind the same IP address leave (see AimdShare). Background
 * requests come in a burst first, then evenly spaced, so that there is always room for others.
 */
export class RateLimiter {
  private readonly all = new SlidingWindowLog();
  private readonly background = new SlidingWindowLog();
  private readonly queues: Record<Priority, Waiter[]> = { background: [], interactive: [] };
  private readonly share: AimdShare;
  private lastPriority: Priority = 'background';
  private lastStart = { any: -Infinity, background: -Infinity };
  private pausedUntil = -Infinity;
  private lastThrottledAt = -Infinity;
  private consecutiveThrottles = 0;
  private wakeAt = Infinity;

  constructor(private readonly clock: Clock) {
    this.share = new AimdShare(clock.now());
  }

  /**
   * Waits for a permit, which then has to be released; null if the signal is aborted or the pause
   * is too long.
   */
  async acquire(options: AcquireOptions): Promise<Permit | null> {
    const { priority, signal } = options;
    if (signal?.aborted || this.isPausedFor(options)) return null;
    return await new Promise((resolve) => {
      const queue = this.queues[priority];
      const cancel = () => {
        signal?.removeEventListener('abort', cancel);
        queue.splice(queue.indexOf(waiter), 1);
        resolve(null);
        this.dispatch();
      };
      const waiter: Waiter = {
        ...options,
        resolve: (permit) => {
          signal?.removeEventListener('abort', cancel);
          resolve(permit);
        },
        cancel,
      };
      signal?.addEventListener('abort', cancel, { once: true });
      queue.push(waiter);
      this.dispatch();
    });
  }

  /** Milliseconds until the pause after a 429 is over. */
  pauseMs(): number {
    return Math.max(0, this.pausedUntil - this.clock.now());
  }

  /** How many requests are pending or ended within the last 24 hours. */
  requestsInLastDay(): number {
    return this.all.count(DAY_MS, this.clock.now());
  }

  /** Milliseconds until the daily limit lets a request through; 0 while it does. */
  dayWaitMs(): number {
    return this.all.waitMs(REQUESTS_PER_DAY, DAY_MS, this.clock.now());
  }

  /** Whether the pause lasts longer than the caller can wait. */
  private isPausedFor({ deadline = Infinity }: AcquireOptions): boolean {
    return this.pausedUntil > Math.min(deadline, this.clock.now() + MAX_WAIT_MS);
  }

  private dispatch(): void {
    for (let next = this.next(); next; next = this.next()) {
      if (next.waitMs > 0) {
        this.wakeIn(Math.ceil(next.waitMs));
        return;
      }
      this.queues[next.waiter.priority].shift();
      next.waiter.resolve(this.issue(next.waiter.priority));
    }
  }

  /**
   * Which head of the two queues may go first, and in how many milliseconds; in a tie they
   * alternate.
   */
  private next(): { waiter: Waiter; waitMs: number } | undefined {
    const order: Priority[] =
      this.lastPriority === 'background'
        ? ['interactive', 'background']
        : ['background', 'interactive'];
    const [first, second] = order
      .flatMap((priority) => this.queues[priority][0] ?? [])
      .map((waiter) => ({ waiter, waitMs: this.waitMs(waiter) }));
    return second && first && second.waitMs < first.waitMs ? second : first;
  }

  /** The longest of all the waits that apply to a request. */
  private waitMs({ priority, perMinute: allowed = REQUESTS_PER_MINUTE }: AcquireOptions): number {
    const now = this.clock.now();
    const perMinute = Math.min(allowed, REQUESTS_PER_MINUTE);
    return Math.max(
      this.pausedUntil - now,
      this.windowWaitMs(perMinute, now),
      this.shareWaitMs(perMinute, now),
      priority === 'background' ? this.backgroundWaitMs(perMinute, now) : 0,
    );
  }

  private windowWaitMs(perMinute: number, now: number): number {
    const perSecond = Math.floor((REQUESTS_PER_SECOND * perMinute) / REQUESTS_PER_MINUTE);
    return Math.max(
      this.all.waitMs(MAX_CONCURRENT, 0, now),
      this.all.waitMs(Math.max(1, perSecond), SECOND_MS, now),
      this.all.waitMs(perMinute, MINUTE_MS, now),
    );
  }

  /** With less than the whole limit, requests are spaced evenly. */
  private shareWaitMs(perMinute: number, now: number): number {
    if (this.share.value(now) === 1) return 0;
    return this.lastStart.any + this.spacingMs(perMinute, now) - now;
  }

  /** Background requests leave a reserve that adapts to its use, and gaps after a burst. */
  private backgroundWaitMs(perMinute: number, now: number): number {
    const interactive = this.all.count(MINUTE_MS, now) - this.background.count(MINUTE_MS, now);
    const reserve = perMinute * INTERACTIVE_RESERVE + RESERVE_PER_INTERACTIVE * interactive;
    const limit = Math.max(
      1,
      Math.floor(Math.max(perMinute * MIN_BACKGROUND, perMinute - reserve)),
    );
    const leavesGaps =
      this.queues.interactive.length === 0 &&
      this.all.count(MINUTE_MS, now) >= perMinute * BURST_RATIO;
    return Math.max(
      this.background.waitMs(limit, MINUTE_MS, now),
      leavesGaps ? this.lastStart.background + this.spacingMs(perMinute, now) - now : 0,
    );
  }

  /** The time from one request to the next at which they use up the share. */
  private spacingMs(perMinute: number, now: number): number {
    return MINUTE_MS / (perMinute * this.share.value(now));
  }

  private wakeIn(waitMs: number): void {
    const at = this.clock.now() + waitMs;
    if (at >= this.wakeAt) return;
    this.wakeAt = at;
    void this.clock.sleep(waitMs).then(() => {
      if (this.wakeAt === at) this.wakeAt = Infinity;
      this.dispatch();
    });
  }

  private issue(priority: Priority): Permit {
    const isBackground = priority === 'background';
    const logs = isBackground ? [this.all, this.background] : [this.all];
    const startedAt = this.clock.now();
    this.lastPriority = priority;
    this.lastStart.any = startedAt;
    if (isBackground) this.lastStart.background = startedAt;
    for (const log of logs) log.start();
    return {
      succeeded: () => {
        this.consecutiveThrottles = 0;
        this.share.succeeded();
      },
      throttled: (retryAfterMs) => {
        this.pause(startedAt, retryAfterMs);
        const waiters = [...this.queues.background, ...this.queues.interactive];
        for (const waiter of waiters) if (this.isPausedFor(waiter)) waiter.cancel();
      },
      release: () => {
        for (const log of logs) log.end(this.clock.now());
        this.dispatch();
      },
    };
  }

  private pause(startedAt: number, retryAfterMs: number | undefined): void {
    const now = this.clock.now();
    this.pausedUntil = Math.max(this.pausedUntil, now + (retryAfterMs ?? 0));
    // A request that was already pending at the last 429 is no news.
    if (startedAt < this.lastThrottledAt) return;
    this.lastThrottledAt = now;
    this.share.throttled(now);
    const backoff = Math.min(BASE_PAUSE_MS * 2 ** this.consecutiveThrottles++, MAX_PAUSE_MS);
    // Processes that were throttled together must not come back together.
    const jitter = this.clock.random() * this.spacingMs(REQUESTS_PER_MINUTE, now);
    this.pausedUntil = Math.max(this.pausedUntil, now + (retryAfterMs ?? backoff) + jitter);
  }
}
