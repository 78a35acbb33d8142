import { step, tell } from '../n8n/progress.mts';
import { until } from '../n8n/until.mts';
import { MANUAL_TRIGGER } from '../n8n/workflows.mts';
import type { Sandbox } from '../sandbox/index.mts';
import type { CrashingN8n } from './crashingN8n.mts';
import { EmittedJobs } from './emittedJobs.mts';
import type { StoppableTime } from './stoppableTime.mts';

const PARALLEL_RUNS = 5;
const JOBS_WHILE_OFF = 2;
/** How long new tokens take to come, as over a network: time for several runs to meet the same expiry. */
const TOKEN_CALL_MS = 300;
/** How long the sandbox keeps back what a kill shall cut off: longer than it takes to kill. */
const HELD_MS = 20_000;
const LIMIT_S = 60;
const DAYS_PER_REPORT = 10;

export interface LifeOptions {
  n8n: CrashingN8n;
  sandbox: Sandbox;
  /** The sandbox's. */
  time: StoppableTime;
  /** Their ids. */
  workflows: { search: string; newJobs: string };
  expiries: number;
  tokenLifetime: number;
  kills: number;
}

/** A life of an n8n whose days are seconds, with a crash now and then. The sandbox's figures drive it. */
export class Life {
  readonly #options: LifeOptions;
  readonly #emitted = new EmittedJobs();
  /** The ids of the jobs that the trigger has to emit. */
  readonly appeared: string[] = [];

  constructor(options: LifeOptions) {
    this.#options = options;
  }

  /** The ids of the jobs that the trigger has emitted, one for each time. */
  get emitted(): string[] {
    return this.#emitted.ids;
  }

  /** Goes on until there were enough expiries and kills. Throws as soon as something goes wrong for good. */
  async live(): Promise<void> {
    const { n8n, workflows, expiries, kills } = this.#options;
    await n8n.client.activate(workflows.newJobs);
    for (let day = 1; this.#stats().expiriesMet < expiries || n8n.kills.length < kills; day += 1) {
      await this.#day();
      if (day % DAYS_PER_REPORT === 0) this.#report();
      const lived = this.#stats().expiriesMet / expiries;
      if (n8n.kills.length < kills && lived >= (n8n.kills.length + 1) / (kills + 1)) {
        await this.#crash();
      }
    }
    await this.#allEmitted();
    // Whatever it emits wrongly is then there to be seen.
    await this.#polledAgain();
    await this.#polledAgain();
    await this.#emitted.update(n8n.history, workflows.newJobs);
  }

  /** The token expires, a job appears, and several runs and the trigger meet the expiry. */
  async #day(): Promise<void> {
    const { control } = this.#options.sandbox;
    await this.#allEmitted();
    control.addFault({ at: 'token', kind: 'delay', ms: TOKEN_CALL_MS, times: 1 });
    await this.#tokenExpired();
    this.#jobAppears();
    const executions = await Promise.all(this.#runs());
    const failed = executions.find(({ status }) => status !== 'success');
    if (failed) throw new Error(`Execution ${failed.id} failed: ${failed.error ?? failed.status}`);
  }

  /** n8n is killed, jobs appear, half a day goes by, and n8n starts again. */
  async #crash(): Promise<void> {
    const { n8n, sandbox, time, tokenLifetime } = this.#options;
    // n8n saves what a trigger has seen just before it starts the execution: a kill between the two
    // would lose jobs, whatever the trigger. So none is new at this moment.
    await this.#allEmitted();
    if (n8n.kills.length % 2 === 0) {
      tell('- Killing n8n when it is to get new tokens, before it has written them down');
      await this.#tokenExpired();
      await this.#killDuring('token', 1);
    } else {
      tell('- Killing n8n in the middle of parallel runs');
      await this.#killDuring('graphql', PARALLEL_RUNS);
    }
    for (let count = 0; count < JOBS_WHILE_OFF; count += 1) this.#jobAppears();
    sandbox.control.advanceTime({ seconds: tokenLifetime / 2 });
    await step('Starting n8n again', '20 seconds', () => n8n.startAgain());
    // The trigger looks a little after n8n says that it is ready: with that, it is back at work.
    await this.#allEmitted();
    time.goOn();
  }

  /** Kills n8n when the sandbox has carried out so many of its requests and not answered them. */
  async #killDuring(place: 'token' | 'graphql', requests: number): Promise<void> {
    const { n8n, sandbox, time } = this.#options;
    const before = this.#stats().requests[place];
    sandbox.control.clearFaults();
    sandbox.control.addFault({
      at: place,
      kind: 'delay',
      when: 'after',
      ms: HELD_MS,
      times: requests,
    });
    const runs = Promise.allSettled(this.#runs());
    await this.#until('the requests to cut off', () => {
      return this.#stats().requests[place] >= before + requests;
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

  async #until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
    await until(what, LIMIT_S, async () => ((await isSo()) ? true : undefined));
  }

  #stats() {
    return this.#options.sandbox.control.stats();
  }

  #report(): void {
    const { expiries } = this.#options;
    const { expiriesMet, requests } = this.#stats();
    const emitted = new Set(this.emitted).size;
    tell(
      `- ${expiriesMet} of ${expiries} expiries, ${requests.token} token calls, ${emitted} of ${this.appeared.length} jobs emitted`,
    );
  }
}
