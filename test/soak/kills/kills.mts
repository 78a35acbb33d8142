import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n } from '../../n8n/install.mts';
import { installPackage } from '../../n8n/package.mts';
import { printLine, step } from '../../n8n/progress.mts';
import { everySeconds, newJobsWorkflow, sandboxCredential } from '../../n8n/workflows.mts';
import { startSandbox } from '../../sandbox/index.mts';
import { startCrashingN8n } from '../crashingN8n.mts';
import { BusyMachine } from './busyMachine.mts';
import { DURABLE_CURSORS } from './durableCursors.mts';
import { type KilledBurst, KillRun } from './killRun.mts';

const SECONDS_BETWEEN_POLLS = 2;
const BUSY_LOOPS = 2;
/** Polls and emissions are lines of this level. */
const LOG = { N8N_LOG_LEVEL: 'debug' };

export interface KillOptions {
  /** How often n8n is killed on a quiet machine, and then on a busy one. */
  quiet: number;
  busy: number;
  /** How many jobs appear before each kill. */
  burst: number;
  durable: boolean;
}

/** Kills a real n8n while it is emitting jobs, and tells what was lost and what was emitted twice. */
export async function kills({ quiet, busy, burst, durable }: KillOptions): Promise<KilledBurst[]> {
  const install = await installN8n();
  const dataFolder = await mkdtemp(join(tmpdir(), 'n8n-nodes-upwork-kills-'));
  const sandbox = await startSandbox({ jobs: 300, perSecond: 0, perMinute: 0, perDay: 0 });
  const machine = new BusyMachine();
  try {
    await installPackage(dataFolder);
    const settings = { ...LOG, ...(durable && DURABLE_CURSORS) };
    const n8n = await step('Starting n8n', '30 seconds', () =>
      startCrashingN8n(install, dataFolder, settings),
    );
    try {
      printLine(`- n8n's log: ${n8n.logFile}`);
      const credentialId = await n8n.client.saveCredential(sandboxCredential(sandbox));
      await n8n.client.connect(credentialId);
      const workflow = newJobsWorkflow(credentialId, everySeconds(SECONDS_BETWEEN_POLLS));
      const workflowId = await n8n.client.createWorkflow(workflow);
      const run = new KillRun({ n8n, sandbox, workflowId, burst });
      await run.activate();
      await run.kill(quiet, 'quiet');
      machine.start(busy > 0 ? BUSY_LOOPS : 0);
      await run.kill(busy, 'busy');
      return run.bursts;
    } finally {
      await machine.stop();
      await n8n.stop();
    }
  } finally {
    await sandbox.close();
    if (process.env.KEEP === undefined) await rm(dataFolder, { recursive: true, force: true });
  }
}
