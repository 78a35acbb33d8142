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
    'Whether an AI agent may carry out this operation. It can then send messages and change data on Upwork without a person looking at it first.',
  displayOptions: { show: { '@tool': [true] } },
};

/** An AI agent reads; it changes something on Upwork only if the user has allowed it. */
export function assertAllowedForAi({ changes }: Operation, parameters: Parameters): void {
  if (!parameters.isAiTool) return;
  if (changes === 'personOnly') {
    throw parameters.invalid(
      'operation',
      'is one that an AI agent must not carry out: a person has to decide. Nothing was sent',
    );
  }
  if (changes === 'whenAllowed' && !parameters.isSwitchedOn('allowChangesByAi')) {
    throw parameters.invalid(
      'allowChangesByAi',
      'is off, so an AI agent must not do this. Nothing was sent',
      `Switch ${parameters.label('allowChangesByAi')} on in this node if the agent may change data on Upwork without a person looking at it.`,
    );
  }
}
