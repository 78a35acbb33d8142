import type { INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../sandbox/index.mts';
import type { Instance, RunOptions } from '../instance.mts';
import { withdraw } from '../proposals.mts';
import type { Upwork } from '../upwork.mts';

/** A mistake of a user, or a fault of Upwork, and how to provoke it. */
export interface ErrorCase {
  /** As the table says it. */
  mistake: string;
  provoke: (upwork: Upwork, n8n: Instance) => Promise<unknown>;
}

/** The errors of an operation. */
export interface ErrorSection {
  /** Such as "Job: Search". */
  title: string;
  cases: ErrorCase[];
}

/** What goes wrong beside the parameters. */
interface Circumstances extends RunOptions {
  fault?: Partial<Fault>;
  /** A permission that the key does not have. */
  missing?: string;
  /** Whether an AI agent runs the node as a tool. */
  asTool?: boolean;
}

/** The parameters, or how to get them. */
type Parameters = INodeParameters | ((upwork: Upwork) => INodeParameters);

/** Running the action node. */
export function running(
  mistake: string,
  parameters: Parameters,
  { fault, missing, asTool = false, ...options }: Circumstances = {},
): ErrorCase {
  return {
    mistake,
    async provoke(upwork, n8n) {
      const given = typeof parameters === 'function' ? parameters(upwork) : parameters;
      if (missing !== undefined) withdraw(upwork, missing);
      if (fault) upwork.control.addFault({ at: 'graphql', kind: 'status', times: 1_000, ...fault });
      return await (asTool ? n8n.runAsTool(given, options) : n8n.run(given, options));
    },
  };
}

/** "Fetch Test Event" of the trigger. */
export const triggering = (mistake: string, parameters: INodeParameters): ErrorCase => ({
  mistake,
  provoke: async (_upwork, n8n) => await n8n.fetchTestEvent({ event: 'newJob', ...parameters }),
});
