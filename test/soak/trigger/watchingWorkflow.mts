import type { CrashingN8n } from '../crashingN8n.mts';
import { Emitted } from '../emitted.mts';
import { compare, type EventFigures } from './triggerFigures.mts';
import { type EventName, watchingWorkflow } from './watched.mts';

const NOT_ENDED = ['new', 'running'];
/** Failures that began in an outage may be told a while later: n8n's trigger pauses longer and longer. */
const STILL_OUTAGE_MS = 60_000;

/** A workflow that an event starts, and what it was started with. */
export class WatchingWorkflow {
  readonly event: EventName;
  readonly #id: string;
  readonly #emitted: Emitted;

  private constructor(event: EventName, id: string) {
    this.event = event;
    this.#id = id;
    this.#emitted = new Emitted(event);
  }

  static async activate(
    event: EventName,
    { client }: CrashingN8n,
    credentialId: string,
  ): Promise<WatchingWorkflow> {
    const id = await client.createWorkflow(watchingWorkflow(event, credentialId));
    await client.activate(id);
    return new WatchingWorkflow(event, id);
  }

  async update({ history }: CrashingN8n): Promise<void> {
    await this.#emitted.update(history, this.#id);
  }

  hasEmitted(keys: readonly string[]): boolean {
    return compare(keys, this.#emitted.keys).lost.length === 0;
  }

  async isRunning({ history }: CrashingN8n): Promise<boolean> {
    return (await history.unsuccessful(this.#id)).some(({ status }) => NOT_ENDED.includes(status));
  }

  /** @param outages when Upwork refused everything */
  async figures(
    n8n: CrashingN8n,
    appeared: readonly string[],
    outages: readonly { from: number; to: number }[],
  ): Promise<EventFigures> {
    const failed = await n8n.history.unsuccessful(this.#id);
    const others = failed.filter(
      ({ startedAt }) =>
        !outages.some(({ from, to }) => startedAt >= from && startedAt <= to + STILL_OUTAGE_MS),
    );
    const reasons = others.map(async ({ id, status }) => {
      const execution = await n8n.history.read(id);
      return `execution ${id}: ${execution?.error ?? status}`;
    });
    return {
      event: this.event,
      ...compare(appeared, this.#emitted.keys),
      executions: await n8n.history.count(this.#id),
      failedInOutage: failed.length - others.length,
      failedOtherwise: await Promise.all(reasons),
      stateBytes: (await n8n.client.storedState(this.#id)).length,
    };
  }
}
