import { setTimeout as wait } from 'node:timers/promises';
import { printLine, step } from '../../n8n/progress.mts';
import { until } from '../../n8n/until.mts';
import type { Sandbox } from '../../sandbox/index.mts';
import type { CrashingN8n } from '../crashingN8n.mts';
import { LogWatch } from '../logWatch.mts';
import type { BusyUpwork } from './busyUpwork.mts';
import type { FastTime } from './fastClock.mts';
import { slowDown, startOutage } from './outage.mts';
import type { Happening } from './plan.mts';
import type { TriggerFigures } from './triggerFigures.mts';
import type { EventName } from './watched.mts';
import { WatchingWorkflow } from './watchingWorkflow.mts';

const LIMIT_S = 60;
/** In n8n's time: what is late in a busy search is found by a sweep. */
const EMITTED_LIMIT_S = 90 * 60;
/** Several polls, in n8n's time: whatever is emitted by mistake is visible by then. */
const AFTERWARDS_S = 5 * 60;
const SLOW_RESPONSE_MS = 9_000;
/** Without any request for so long, in real milliseconds, no poll is under way. */
const IDLE_MS = 700;
const POLLING = 'Poll trigger initiated for workflow';
const MINUTES_PER_REPORT = 10;

export interface TriggerSoakParts {
  events: readonly EventName[];
  n8n: CrashingN8n;
  sandbox: Sandbox;
  upwork: BusyUpwork;
  time: FastTime;
  /** Its clock, in epoch milliseconds. */
  now: () => number;
  credentialId: string;
}

/** Lets happen what was planned, while n8n watches. */
export class TriggerSoakRun {
  readonly #parts: TriggerSoakParts;
  readonly #realStart = Date.now();
  readonly #log: LogWatch;
  readonly #outages: { from: number; to: number }[] = [];
  #workflows: WatchingWorkflow[] = [];
  #restarts = 0;
  #polls = 0;
  #restarting = Promise.resolve();

  constructor(parts: TriggerSoakParts) {
    this.#parts = parts;
    this.#log = new LogWatch(parts.n8n.logFile);
  }

  async run(happenings: Happening[]): Promise<void> {
    const { now, events, n8n, credentialId } = this.#parts;
    for (const event of events) {
      this.#workflows.push(await WatchingWorkflow.activate(event, n8n, credentialId));
    }
    await this.#polled(events.length);
    const start = now();
    let nextReport = MINUTES_PER_REPORT;
    for (const happening of happenings) {
      await this.#sleep(start + happening.at * 1000 - now());
      this.#make(happening);
      if (happening.at >= nextReport * 60) {
        printLine(`- Minute ${nextReport}`);
        nextReport += MINUTES_PER_REPORT;
      }
    }
    await this.#restarting;
    await step('Waiting until everything has been emitted', '1 minute', () => this.#allEmitted());
    await this.#sleep(AFTERWARDS_S * 1000);
  }

  /** Reads the figures from the sandbox and from n8n's own records. */
  async figures(): Promise<Omit<TriggerFigures, 'endedEarly'>> {
    const { n8n, sandbox, upwork } = this.#parts;
    const { requests } = sandbox.control.stats();
    this.#countPolls();
    const events = this.#workflows.map(async (workflow) => {
      await workflow.update(n8n);
      return await workflow.figures(n8n, upwork.appeared(workflow.event), this.#outages);
    });
    return {
      events: await Promise.all(events),
      restarts: this.#restarts,
      polls: this.#polls,
      requests: requests.graphql,
      tokenRequests: requests.token,
      seconds: Math.round((Date.now() - this.#realStart) / 1000),
    };
  }

  #make(happening: Happening): void {
    const { upwork, sandbox, time, now } = this.#parts;
    const { control } = sandbox;
    switch (happening.what) {
      case 'job':
        upwork.postJob(happening.lateBy);
        return;
      case 'renewal':
        upwork.renewJob();
        return;
      case 'closing':
        upwork.closeJob();
        return;
      case 'message':
        upwork.sendMessage();
        return;
      case 'proposalChange':
        upwork.changeProposal();
        return;
      case 'expiry':
        control.expireAccessTokens();
        return;
      case 'outage':
        printLine(`- Upwork refuses everything for ${happening.seconds} s`);
        startOutage(control);
        this.#outages.push({ from: now(), to: now() + happening.seconds * 1000 });
        this.#later(happening.seconds, () => {
          control.clearFaults();
        });
        return;
      case 'slowPages':
        printLine(`- Upwork is slow for ${happening.seconds} s`);
        slowDown(control, SLOW_RESPONSE_MS / time.speed);
        this.#later(happening.seconds, () => {
          control.clearFaults();
        });
        return;
      case 'restart':
        this.#restarting = this.#restarting.then(() => this.#restart(happening.how));
    }
  }

  async #restart(how: 'kill' | 'stop'): Promise<void> {
    const { n8n } = this.#parts;
    this.#restarts += 1;
    if (how === 'kill') {
      await this.#idle();
      await n8n.kill();
    } else {
      await n8n.stop();
    }
    const what = how === 'kill' ? 'Restarting n8n after a kill' : 'Restarting n8n';
    await step(what, '30 seconds', () => n8n.startAgain());
  }

  /**
   * Waits until no poll is under way: n8n stores what a trigger has seen before it creates the execution, so what a
   * kill in between loses is not the trigger's doing.
   */
  async #idle(): Promise<void> {
    const { n8n, sandbox } = this.#parts;
    await until('a moment without a poll', LIMIT_S, async () => {
      const before = sandbox.control.stats().requests.graphql;
      await wait(IDLE_MS);
      for (const workflow of this.#workflows) {
        if (await workflow.isRunning(n8n)) return undefined;
      }
      return sandbox.control.stats().requests.graphql === before ? true : undefined;
    });
  }

  async #allEmitted(): Promise<void> {
    const { n8n, upwork, time } = this.#parts;
    await until('everything to be emitted', EMITTED_LIMIT_S / time.speed, async () => {
      for (const workflow of this.#workflows) {
        await workflow.update(n8n);
        if (!workflow.hasEmitted(upwork.appeared(workflow.event))) return undefined;
      }
      return true;
    });
  }

  async #polled(times: number): Promise<void> {
    await until(`${times} polls`, LIMIT_S, () => {
      this.#countPolls();
      return Promise.resolve(this.#polls >= times ? true : undefined);
    });
  }

  #countPolls(): void {
    this.#polls += this.#log.newLines().filter((line) => line.includes(POLLING)).length;
  }

  #later(seconds: number, action: () => void): void {
    void this.#sleep(seconds * 1000).then(action);
  }

  /** @param ms in n8n's time */
  async #sleep(ms: number): Promise<void> {
    if (ms > 0) await wait(ms / this.#parts.time.speed);
  }
}
