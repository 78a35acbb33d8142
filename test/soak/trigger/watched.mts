import type { INodeParameters } from 'n8n-workflow';
import type { Workflow } from '../../n8n/client.mts';
import { chain, node, upworkNode } from '../../n8n/workflows.mts';

/** The events that the soak test watches, each with a workflow of its own. */
export const EVENTS = ['newJob', 'newMessage', 'proposalStatusChanged'] as const;

export type EventName = (typeof EVENTS)[number];

/** The word that all jobs of the soak test have. */
export const SEARCHED = 'automation';

const PARAMETERS: Record<EventName, INodeParameters> = {
  newJob: { query: SEARCHED },
  newMessage: {},
  proposalStatusChanged: {},
};

/** Every minute. The second is fixed: n8n's own "Every Minute" has a random one. */
const POLL_TIMES: INodeParameters = { item: [{ mode: 'custom', cronExpression: '0 * * * * *' }] };

/** A workflow that the event starts; its trigger has the name of the event. */
export function watchingWorkflow(event: EventName, credentialId: string): Workflow {
  return chain(`Watching ${event}`, [
    upworkNode(event, 'upworkTrigger', credentialId, {
      event,
      ...PARAMETERS[event],
      pollTimes: POLL_TIMES,
    }),
    node('Do something', 'n8n-nodes-base.noOp', 1, {}),
  ]);
}
