import { withSandbox } from '../benchSandbox.mts';
import { nextMessage, start } from '../childProcess.mts';
import { EVENTS } from './events.mts';
import type { PollCost, PollInput } from './pollProcess.mts';

export interface PollCosts {
  event: string;
  trigger: PollCost;
  /** Of a node that only sends the request of the trigger. */
  bare: PollCost;
}

/** What an idle poll of each event costs, and next to it the bare request, each in a separate process. */
export async function pollCosts(): Promise<PollCosts[]> {
  const costs: PollCosts[] = [];
  for (const event of Object.keys(EVENTS)) {
    costs.push({ event, trigger: await costOf(event, false), bare: await costOf(event, true) });
  }
  return costs;
}

async function costOf(event: string, bare: boolean): Promise<PollCost> {
  return await withSandbox(false, async ({ credential }) => {
    const input: PollInput = { event, bare, credential };
    return await nextMessage<PollCost>(start('trigger/pollProcess.mts', input));
  });
}
