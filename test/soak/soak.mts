import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n } from '../n8n/install.mts';
import { layOutPackage } from '../n8n/package.mts';
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
import { Life } from './life.mts';
import { StoppableTime } from './stoppableTime.mts';

const SECONDS_BETWEEN_POLLS = 2;

export interface SoakOptions {
  /** How many access tokens have to expire in use. */
  expiries: number;
  /** Of an access token, in seconds. */
  tokenLifetime: number;
  /** How often n8n is killed in between. */
  kills: number;
}

/**
 * Lets a real n8n with an active trigger and parallel runs live through one expiry of the access token
 * after the other, kills it now and then, and tells what has come of it. Nobody reconnects.
 */
export async function soak(options: SoakOptions): Promise<Figures> {
  const install = await installN8n();
  const began = Date.now();
  const dataFolder = await mkdtemp(join(tmpdir(), 'n8n-nodes-upwork-soak-'));
  const time = new StoppableTime();
  const sandbox = await startFastSandbox(time, options);
  try {
    await layOutPackage(dataFolder);
    const n8n = await step('Starting n8n', '30 seconds', () =>
      startCrashingN8n(install, dataFolder),
    );
    try {
      const workflows = await furnish(n8n, sandbox);
      const life = new Life({ n8n, sandbox, time, workflows, ...options });
      const endedEarly = await life.live().then(() => undefined, String);
      const { appeared, emitted } = life;
      return await readFigures({ began, n8n, sandbox, workflows, appeared, emitted, endedEarly });
    } finally {
      await n8n.stop();
    }
  } finally {
    await sandbox.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** A sandbox whose days are seconds. */
async function startFastSandbox(time: StoppableTime, { tokenLifetime }: SoakOptions) {
  return await startSandbox({
    now: time.now,
    jobs: 300,
    tokenLifetime,
    // Upwork: a day, too. What no package can repair is a crash between Upwork's answer with new tokens
    // and n8n's writing them down. The grace of the old refresh token then saves the connection, if n8n
    // is back within a day; here it is, because the sandbox's time stands still while n8n starts.
    refreshTokenGrace: tokenLifetime,
    // Those of Upwork count real seconds.
    perSecond: 0,
    perMinute: 0,
    perDay: 0,
  });
}

async function furnish({ client }: CrashingN8n, sandbox: Sandbox) {
  const credentialId = await client.saveCredential(sandboxCredential(sandbox));
  await client.connect(credentialId);
  const pollTimes = everySeconds(SECONDS_BETWEEN_POLLS);
  return {
    search: await client.createWorkflow(searchWorkflow(credentialId)),
    newJobs: await client.createWorkflow(newJobsWorkflow(credentialId, pollTimes)),
  };
}
