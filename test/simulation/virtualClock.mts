import type { Clock } from '../../nodes/Upwork/api/clock.ts';

interface Sleeper {
  at: number;
  wake: () => void;
}

/** Time that passes as fast as all sleepers allow. */
export class VirtualClock implements Clock {
  private time = 0;
  /** Earliest first. */
  private readonly sleepers: Sleeper[] = [];

  constructor(private readonly chance: () => number) {}

  now(): number {
    return this.time;
  }

  random(): number {
    return this.chance();
  }

  async sleep(ms: number): Promise<void> {
    await new Promise<void>((wake) => {
      const at = this.time + Math.max(0, ms);
      const later = this.sleepers.findIndex((sleeper) => sleeper.at > at);
      this.sleepers.splice(later === -1 ? this.sleepers.length : later, 0, { at, wake });
    });
  }

  timeout(ms: number): AbortSignal {
    const controller = new AbortController();
    void this.sleep(ms).then(() => {
      controller.abort(new DOMException('The time is up', 'TimeoutError'));
    });
    return controller.signal;
  }

  /** Lets time pass until this moment, in milliseconds since the start. */
  async runUntil(end: number): Promise<void> {
    await allAsleep();
    for (let next = this.sleepers[0]; next && next.at <= end; next = this.sleepers[0]) {
      this.sleepers.shift();
      this.time = next.at;
      next.wake();
      await allAsleep();
    }
    this.time = end;
  }
}

/** Lets everything that was woken run until it waits for the clock again. */
async function allAsleep(): Promise<void> {
  await new Promise(setImmediate);
}
