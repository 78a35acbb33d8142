import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n } from '../n8n/install.mts';
import { installPackage } from '../n8n/package.mts';
import { step } from '../n8n/progress.mts';
import {
  everySeconds,
  newJobsWorkflow,
  sandboxCredential,
  searchWorkflow,
} from '../n8n/workflows.mts';
import { type Sandbox, startSandbox } from '../sandbox/index.mts';
import { type CrashingN8n, startCrashingN8n } from './crashingN8n.mts';
import { type Figures, readFigures } from './figures.mts';
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
  const install = await installN8n();
  const startedAt = Date.now();
  const dataFolder = await mkdtemp(join(tmpdir(), 'n8n-nodes-upwork-soak-'));
  const time = new StoppableTime();
  const sandbox = await startFastSandbox(time, options);
  try {
    await installPackage(dataFolder);
    const n8n = await step('Starting n8n', '30 seconds', () =>
      startCrashingN8n(install, dataFolder),
    );
    try {
      const workflows = await setUp(n8n, sandbox);
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
    } finally {
      await n8n.stop();
    }
  } finally {
    await sandbox.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
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

async function setUp({ client }: CrashingN8n, sandbox: Sandbox) {
  const credentialId = await client.saveCredential(sandboxCredential(sandbox));
  await client.connect(credentialId);
  const pollTimes = everySeconds(SECONDS_BETWEEN_POLLS);
  return {
    search: await client.createWorkflow(searchWorkflow(credentialId)),
    newJobs: await client.createWorkflow(newJobsWorkflow(credentialId, pollTimes)),
  };
}
