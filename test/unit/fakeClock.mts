import type { Clock } from '../../nodes/Upwork/api/clock.ts';

/** Time that passes only while something sleeps; sleepers wake in order. */
export class FakeClock implements Clock {
  private time: number;
  private sleepers: { at: number; wake: () => void }[] = [];
  private timeouts: { at: number; controller: AbortController }[] = [];

  constructor(
    start = 1_700_000_000_000,
    private readonly chance = 0.5,
  ) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  random(): number {
    return this.chance;
  }

  /** Advances at once: for code in which only one thing sleeps at a time. */
  async sleep(ms: number): Promise<void> {
    await new Promise<void>((wake) => {
      this.sleepers.push({ at: this.time + ms, wake });
      setImmediate(() => {
        this.wakeNext();
      });
    });
  }

  timeout(ms: number): AbortSignal {
    const controller = new AbortController();
    this.timeouts.push({ at: this.time + ms, controller });
    return controller.signal;
  }

  advance(ms: number): void {
    this.moveTo(this.time + ms);
  }

  private wakeNext(): void {
    const next = this.sleepers.sort((a, b) => a.at - b.at).shift();
    if (!next) return;
    this.moveTo(Math.max(this.time, next.at));
    next.wake();
  }

  private moveTo(time: number): void {
    this.time = time;
    const isOver = ({ at }: { at: number }) => at <= time;
    for (const { controller } of this.timeouts.filter(isOver)) {
      controller.abort(new DOMException('The time is up', 'TimeoutError'));
    }
    this.timeouts = this.timeouts.filter((timeout) => !isOver(timeout));
  }
}
