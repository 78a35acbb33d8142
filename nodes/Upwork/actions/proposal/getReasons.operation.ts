import { query } from '../../api';
import type { Operation } from '../operation';

const TYPES = ['PROPOSAL_DECLINE', 'PROPOSAL_WITHDRAW', 'PROPOSAL_REJECT'] as const;

const document = query(
  'ProposalReasons',
  /* GraphQL */ `
    query ProposalReasons($type: ReasonType!, $all: Boolean) {
      reasons(reasonType: $type, all: $all) {
        id
        reason
        alias
      }
    }
  `,
);

export const getReasons: Operation = {
  value: 'getReasons',
  name: 'Get Reasons',
  action: 'Get reasons for declining or withdrawing',
  description: 'Get the reasons that Upwork offers for declining or withdrawing a proposal',
  output: 'reason',
  permission: 'Common Entities – Read-Only',
  fields: [
    {
      displayName: 'Reasons For',
      name: 'reasonType',
      type: 'options',
      options: [
        { name: "Declining a Client's Invitation", value: 'PROPOSAL_DECLINE' },
        { name: "Declining a Freelancer's Proposal", value: 'PROPOSAL_REJECT' },
        { name: 'Withdrawing a Proposal', value: 'PROPOSAL_WITHDRAW' },
      ],
      default: 'PROPOSAL_WITHDRAW',
      description: 'What the reasons are for',
    },
    {
      displayName: 'Include Hidden',
      name: 'all',
      type: 'boolean',
      default: false,
      description: 'Whether to include reasons that Upwork knows but does not offer',
    },
  ],

  async execute(client, parameters) {
    const { reasons } = await client.send(document, {
      type: parameters.option('reasonType', TYPES) ?? 'PROPOSAL_WITHDRAW',
      all: parameters.flag('all'),
    });
    return reasons.map(({ id, reason, alias }) => ({
      id,
      reason: reason ?? null,
      alias: alias ?? null,
    }));
  },
};
