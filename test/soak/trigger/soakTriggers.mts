import { startSandbox } from '../../sandbox/index.mts';
import { onCrashingN8n } from '../onCrashingN8n.mts';
import { BusyUpwork } from './busyUpwork.mts';
import { type FastTime, fastClock, fastTimeSettings } from './fastClock.mts';
import { type PlanOptions, plan } from './plan.mts';
import type { TriggerFigures } from './triggerFigures.mts';
import { TriggerSoakRun } from './triggerSoakRun.mts';
import type { EventName } from './watched.mts';

export interface TriggerSoakOptions extends PlanOptions {
  events: readonly EventName[];
  /** How many times faster than real time everything is. */
  speed: number;
}

/**
 * Lets a real n8n watch a busy Upwork, with everything that can go wrong in between, and returns the figures. Both
 * live in a time that passes faster than the real one.
 */
export async function soakTriggers(options: TriggerSoakOptions): Promise<TriggerFigures> {
  const { events, speed } = options;
  const time: FastTime = { since: Date.now(), speed };
  const now = fastClock(time);
  // The log says when n8n polls.
  const settings = { N8N_LOG_LEVEL: 'debug', ...fastTimeSettings(time) };
  const startHere = () => startSandbox({ now, jobs: 300 });
  return await onCrashingN8n(startHere, settings, async (sandbox, n8n, credentialId) => {
    const upwork = await BusyUpwork.create(sandbox, now);
    sandbox.control.resetStats();
    const run = new TriggerSoakRun({ events, n8n, sandbox, upwork, time, now, credentialId });
    const endedEarly = await run.run(plan(options)).then(() => undefined, String);
    return { ...(await run.figures()), endedEarly };
  });
}
