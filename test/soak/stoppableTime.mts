/**
 * A clock that can be stopped. While n8n is off, the sandbox's time stops: if a token is valid for
 * seconds, the half minute of a restart would be a week, in which every refresh token expires.
 */
export class StoppableTime {
  readonly #realTime: () => number;
  #behind = 0;
  #stoppedAt: number | null = null;

  constructor(realTime: () => number = Date.now) {
    this.#realTime = realTime;
  }

  /** Epoch milliseconds. */
  readonly now = (): number => (this.#stoppedAt ?? this.#realTime()) - this.#behind;

  stop(): void {
    this.#stoppedAt ??= this.#realTime();
  }

  resume(): void {
    if (this.#stoppedAt === null) return;
    this.#behind += this.#realTime() - this.#stoppedAt;
    this.#stoppedAt = null;
  }
}
