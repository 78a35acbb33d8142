import { step, printLine } from '../n8n/progress.mts';
import { until } from '../n8n/until.mts';
import { MANUAL_TRIGGER, NEW_JOBS_NODE } from '../n8n/workflows.mts';
import type { Sandbox } from '../sandbox/index.mts';
import type { CrashingN8n } from './crashingN8n.mts';
import { Emitted } from './emitted.mts';
import type { StoppableTime } from './stoppableTime.mts';

const PARALLEL_RUNS = 5;
const JOBS_WHILE_OFF = 2;
/** The delay of the token endpoint: time for several runs to meet the same expiry. */
const TOKEN_DELAY_MS = 300;
/**
 * How long the sandbox delays the responses that a kill should cut off: longer than the kill takes.
 */
const HELD_MS = 20_000;
const LIMIT_S = 60;
const DAYS_PER_REPORT = 10;

export interface SoakRunOptions {
  n8n: CrashingN8n;
  sandbox: Sandbox;
  /** The sandbox's time. */
  time: StoppableTime;
  /** Their IDs. */
  workflows: { search: string; newJobs: string };
  expiries: number;
  tokenLifetime: number;
  kills: number;
}

/**
 * A soak test of an n8n, in which a day takes seconds, with occasional crashes. The sandbox's
 * statistics drive it.
 */
export class SoakRun {
  readonly #options: SoakRunOptions;
  readonly #emitted = new Emitted(NEW_JOBS_NODE);
  /** The IDs of the jobs that the trigger has to emit. */
  readonly appeared: string[] = [];

  constructor(options: SoakRunOptions) {
    this.#options = options;
  }

  /** The IDs of the jobs that the trigger has emitted, one for each time. */
  get emitted(): string[] {
    return this.#emitted.keys;
  }

  /** Runs until there were enough expiries and kills. Throws as soon as it can't continue. */
  async run(): Promise<void> {
    const { n8n, workflows, expiries, kills } = this.#options;
    await n8n.client.activate(workflows.newJobs);
    for (let day = 1; this.#stats().expiriesMet < expiries || n8n.kills.length < kills; day += 1) {
      await this.#day();
      if (day % DAYS_PER_REPORT === 0) this.#report();
      const progress = this.#stats().expiriesMet / expiries;
      if (n8n.kills.length < kills && progress >= (n8n.kills.length + 1) / (kills + 1)) {
        await this.#crash();
      }
    }
    await this.#allEmitted();
    // By then, anything emitted by mistake would be visible.
    await this.#polledAgain();
    await this.#polledAgain();
    await this.#emitted.update(n8n.history, workflows.newJobs);
  }

  /** The token expires, a job appears, and several runs and the trigger meet the expiry. */
  async #day(): Promise<void> {
    const { control } = this.#options.sandbox;
    await this.#allEmitted();
    control.addFault({ at: 'token', kind: 'delay', ms: TOKEN_DELAY_MS, times: 1 });
    await this.#tokenExpired();
    this.#jobAppears();
    const executions = await Promise.all(this.#runs());
    const failed = executions.find(({ status }) => status !== 'success');
    if (failed) throw new Error(`Execution ${failed.id} failed: ${failed.error ?? failed.status}`);
  }

  /** n8n is killed, jobs appear, half a day passes, and n8n restarts. */
  async #crash(): Promise<void> {
    const { n8n, sandbox, time, tokenLifetime } = this.#options;
    // n8n saves what a trigger has seen just before it starts the execution: a kill between the two
    // would lose jobs, whatever the trigger. So none is new at this moment.
    await this.#allEmitted();
    if (n8n.kills.length % 2 === 0) {
      printLine('- Killing n8n while it is getting new tokens, before it has stored them');
      await this.#tokenExpired();
      await this.#killDuring('token', 1);
    } else {
      printLine('- Killing n8n in the middle of parallel runs');
      await this.#killDuring('graphql', PARALLEL_RUNS);
    }
    for (let count = 0; count < JOBS_WHILE_OFF; count += 1) this.#jobAppears();
    sandbox.control.advanceTime({ seconds: tokenLifetime / 2 });
    await step('Restarting n8n', '20 seconds', () => n8n.startAgain());
    // The trigger polls shortly after n8n is ready, and then works again.
    await this.#allEmitted();
    time.resume();
  }

  /** Kills n8n after the sandbox has executed this many of its requests, but before it responds. */
  async #killDuring(endpoint: 'token' | 'graphql', requests: number): Promise<void> {
    const { n8n, sandbox, time } = this.#options;
    const before = this.#stats().requests[endpoint];
    sandbox.control.clearFaults();
    sandbox.control.addFault({
      at: endpoint,
      kind: 'delay',
      when: 'after',
      ms: HELD_MS,
      times: requests,
    });
    const runs = Promise.allSettled(this.#runs());
    await this.#until('the requests to cut off', () => {
      return this.#stats().requests[endpoint] >= before + requests;
    });
    await n8n.kill();
    time.stop();
    sandbox.control.clearFaults();
    await runs;
  }

  #runs() {
    const { n8n, workflows } = this.#options;
    const run = () => n8n.client.run(workflows.search, MANUAL_TRIGGER);
    return Array.from({ length: PARALLEL_RUNS }, run);
  }

  #jobAppears(): void {
    const job = { title: 'Automation of a test' };
    this.appeared.push(...this.#options.sandbox.control.addJobs({ job }).map(({ id }) => id));
  }

  async #tokenExpired(): Promise<void> {
    const { control } = this.#options.sandbox;
    await this.#until('the access token to expire', () => control.liveAccessTokens() === 0);
  }

  async #allEmitted(): Promise<void> {
    const { n8n, workflows } = this.#options;
    await this.#until('the trigger to emit all jobs', async () => {
      await this.#emitted.update(n8n.history, workflows.newJobs);
      const emitted = new Set(this.emitted);
      return this.appeared.every((id) => emitted.has(id));
    });
  }

  async #polledAgain(): Promise<void> {
    const { graphql } = this.#stats().requests;
    await this.#until('another poll', () => this.#stats().requests.graphql > graphql);
  }

  async #until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
    await until(what, LIMIT_S, async () => ((await check()) ? true : undefined));
  }

  #stats() {
    return this.#options.sandbox.control.stats();
  }

  #report(): void {
    const { expiries } = this.#options;
    const { expiriesMet, requests } = this.#stats();
    const emitted = new Set(this.emitted).size;
    printLine(
      `- ${expiriesMet} of ${expiries} expiries, ${requests.token} token requests, ${emitted} of ${this.appeared.length} jobs emitted`,
    );
  }
}
