import { everySeconds, newJobsWorkflow, searchWorkflow } from '../n8n/workflows.mts';
import { startSandbox } from '../sandbox/index.mts';
import { type Figures, readFigures } from './figures.mts';
import { onCrashingN8n } from './onCrashingN8n.mts';
import { SoakRun } from './soakRun.mts';
import { StoppableTime } from './stoppableTime.mts';

const SECONDS_BETWEEN_POLLS = 2;

export interface SoakOptions {
  /** How many access tokens have to expire in use. */
  expiries: number;
  /** The lifetime of an access token, in seconds. */
  tokenLifetime: number;
  /** How often n8n is killed in between. */
  kills: number;
}

/**
 * Runs a real n8n with an active trigger and parallel runs through many expiries of the access
 * token, kills it now and then, and returns the figures. Nobody reconnects.
 */
export async function soak(options: SoakOptions): Promise<Figures> {
  const startedAt = Date.now();
  const time = new StoppableTime();
  const startHere = () => startFastSandbox(time, options);
  return await onCrashingN8n(startHere, {}, async (sandbox, n8n, credentialId) => {
    const pollTimes = everySeconds(SECONDS_BETWEEN_POLLS);
    const workflows = {
      search: await n8n.client.createWorkflow(searchWorkflow(credentialId)),
      newJobs: await n8n.client.createWorkflow(newJobsWorkflow(credentialId, pollTimes)),
    };
    const soakRun = new SoakRun({ n8n, sandbox, time, workflows, ...options });
    const endedEarly = await soakRun.run().then(() => undefined, String);
    const { appeared, emitted } = soakRun;
    return await readFigures({
      startedAt,
      n8n,
      sandbox,
      workflows,
      appeared,
      emitted,
      endedEarly,
    });
  });
}

/** A sandbox in which a day takes seconds. */
async function startFastSandbox(time: StoppableTime, { tokenLifetime }: SoakOptions) {
  return await startSandbox({
    now: time.now,
    jobs: 300,
    tokenLifetime,
    // Upwork: a day, too. No package can recover from a crash between Upwork's response with new
    // tokens and n8n storing them. The grace period of the old refresh token then saves the
    // connection, if n8n is back within a day; here it is, because the sandbox's time stops while
    // n8n starts.
    refreshTokenGrace: tokenLifetime,
    // Upwork's limits are in real seconds.
    perSecond: 0,
    perMinute: 0,
    perDay: 0,
  });
}
