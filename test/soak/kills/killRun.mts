import { setTimeout as wait } from 'node:timers/promises';
import { printLine } from '../../n8n/progress.mts';
import { until } from '../../n8n/until.mts';
import { NEW_JOBS_NODE } from '../../n8n/workflows.mts';
import type { Sandbox } from '../../sandbox/index.mts';
import type { CrashingN8n } from '../crashingN8n.mts';
import { Emitted } from '../emitted.mts';
import { LogWatch } from '../logWatch.mts';

/** n8n prints this line when a poll has returned something, before it stores anything. */
const EMITTING = 'Received event to trigger execution for workflow';
const LIMIT_S = 240;
const PAGE = 100;
const MAX_DELAY_MS = 400;
const CHECK_MS = 5;
/** A lease of n8n's scheduler takes a minute to run out. */
const EMITTED_LIMIT_MS = 120_000;
const MS_BETWEEN_READS = 1_000;
/** Several polls: whatever is emitted twice should be visible by then. */
const MS_AFTERWARDS = 10_000;

export interface KilledBurst {
  machine: 'quiet' | 'busy';
  aim: 'emission' | 'response';
  /** After the moment that it was aimed at. */
  delayMs: number;
  lost: number;
  repeated: number;
}

interface KillRunOptions {
  n8n: CrashingN8n;
  sandbox: Sandbox;
  workflowId: string;
  burst: number;
}

/** Kills n8n again and again just as it emits a burst of jobs. */
export class KillRun {
  readonly bursts: KilledBurst[] = [];
  readonly #options: KillRunOptions;
  readonly #emitted = new Emitted(NEW_JOBS_NODE);

  constructor(options: KillRunOptions) {
    this.#options = options;
  }

  async activate(): Promise<void> {
    const { n8n, workflowId } = this.#options;
    await n8n.client.activate(workflowId);
    await this.#polledAgain(2);
  }

  async kill(times: number, machine: KilledBurst['machine']): Promise<void> {
    for (let count = 0; count < times; count += 1) {
      const aim = count % 2 === 0 ? 'emission' : 'response';
      const delayMs = Math.round((MAX_DELAY_MS * count) / Math.max(times - 1, 1));
      const result = {
        machine,
        aim,
        delayMs,
        ...(await this.#killDuringBurst(aim, delayMs)),
      } as const;
      this.bursts.push(result);
      printLine(`- ${JSON.stringify(result)}`);
    }
  }

  async #killDuringBurst(aim: KilledBurst['aim'], delayMs: number) {
    const { n8n, sandbox, workflowId, burst } = this.#options;
    const log = new LogWatch(n8n.logFile);
    log.newLines();
    const before = this.#requests();
    const job = { title: 'Automation of a test' };
    const ids = sandbox.control.addJobs({ count: burst, job }).map(({ id }) => id);
    await this.#soon(() =>
      aim === 'emission'
        ? log.newLines().some((line) => line.includes(EMITTING))
        : this.#requests() >= before + Math.ceil(burst / PAGE),
    );
    await wait(delayMs);
    const killedAt = new Date().toISOString();
    await n8n.kill();
    await n8n.startAgain();
    await this.#allEmitted(ids);
    await wait(MS_AFTERWARDS);
    await this.#emitted.update(n8n.history, workflowId);
    const times = this.#timesOf(ids);
    const result = {
      lost: times.filter((count) => count === 0).length,
      repeated: times.filter((count) => count > 1).length,
    };
    if (result.lost + result.repeated > 0) printLine(`  killed at ${killedAt}`);
    return result;
  }

  /** How often each job was emitted. */
  #timesOf(ids: string[]): number[] {
    const times = new Map<string, number>();
    for (const key of this.#emitted.keys) times.set(key, (times.get(key) ?? 0) + 1);
    return ids.map((id) => times.get(id) ?? 0);
  }

  /** Waits until all jobs were emitted, but not for ever: some may be lost. */
  async #allEmitted(ids: string[]): Promise<void> {
    const { n8n, workflowId } = this.#options;
    for (const deadline = Date.now() + EMITTED_LIMIT_MS; Date.now() < deadline; ) {
      await wait(MS_BETWEEN_READS);
      await this.#emitted.update(n8n.history, workflowId);
      if (this.#timesOf(ids).every((times) => times > 0)) return;
    }
  }

  #requests(): number {
    return this.#options.sandbox.control.stats().requests.graphql;
  }

  async #polledAgain(times: number): Promise<void> {
    const before = this.#requests();
    await until(`${times} more polls`, LIMIT_S, () =>
      Promise.resolve(this.#requests() >= before + times ? true : undefined),
    );
  }

  /** Waits for something that has to be noticed within milliseconds. */
  async #soon(check: () => boolean): Promise<void> {
    const deadline = Date.now() + LIMIT_S * 1000;
    while (!check()) {
      if (Date.now() > deadline) throw new Error(`n8n has emitted nothing within ${LIMIT_S} s`);
      await wait(CHECK_MS);
    }
  }
}
