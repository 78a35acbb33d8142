import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../fields/parameters';
import type { Operation } from './operation';

/** Shown where the node is a tool of an AI agent, for the operations that need it. */
export const allowChangesByAiField: INodeProperties = {
  displayName: 'Allow Changes by AI',
  name: 'allowChangesByAi',
  type: 'boolean',
  noDataExpression: true,
  default: false,
  description:
    'Whether an AI agent can run this operation. It can then send messages and change data on Upwork without a person reviewing it first.',
  displayOptions: { show: { '@tool': [true] } },
};

/** An AI agent reads; it changes something on Upwork only if the user has allowed it. */
export function assertAllowedForAi(
  { changes, isForPeopleOnly }: Operation,
  parameters: Parameters,
): void {
  if (!parameters.isAiTool) return;
  if (isForPeopleOnly) {
    throw parameters.error(
      "AI agents can't run this operation, so nothing was sent",
      'Use the node in a workflow instead of as a tool.',
      { level: 'warning' },
    );
  }
  if (changes === 'whenAllowed' && !parameters.isSwitchedOn('allowChangesByAi')) {
    throw parameters.invalid(
      'allowChangesByAi',
      'is off, so an AI agent must not do this',
      `Nothing was sent. Turn ${parameters.label('allowChangesByAi')} on in this node if the agent can change data on Upwork without a person reviewing it.`,
    );
  }
}
