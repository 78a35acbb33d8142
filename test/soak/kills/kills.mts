import { everySeconds, newJobsWorkflow } from '../../n8n/workflows.mts';
import { startSandbox } from '../../sandbox/index.mts';
import { onCrashingN8n } from '../onCrashingN8n.mts';
import { BusyMachine } from './busyMachine.mts';
import { DURABLE_CURSORS } from './durableCursors.mts';
import { type KilledBurst, KillRun } from './killRun.mts';

const SECONDS_BETWEEN_POLLS = 2;
const BUSY_LOOPS = 2;
/** n8n's line about an emission is of this level. */
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
  const startHere = () => startSandbox({ jobs: 300, perSecond: 0, perMinute: 0, perDay: 0 });
  const settings = { ...LOG, ...(durable && DURABLE_CURSORS) };
  return await onCrashingN8n(startHere, settings, async (sandbox, n8n, credentialId) => {
    const workflow = newJobsWorkflow(credentialId, everySeconds(SECONDS_BETWEEN_POLLS));
    const workflowId = await n8n.client.createWorkflow(workflow);
    const run = new KillRun({ n8n, sandbox, workflowId, burst });
    await run.activate();
    await run.kill(quiet, 'quiet');
    const machine = new BusyMachine();
    machine.start(busy > 0 ? BUSY_LOOPS : 0);
    try {
      await run.kill(busy, 'busy');
    } finally {
      await machine.stop();
    }
    return run.bursts;
  });
}
