import type { ReasonType } from '../../api';
import type { Choice } from '../../fields/builders';
import { listReasons } from '../../records/reason';
import type { Operation } from '../operation';

const REASON_TYPES: Choice<ReasonType>[] = [
  { name: 'Declining an Invitation', value: 'PROPOSAL_DECLINE' },
  { name: 'Withdrawing a Proposal', value: 'PROPOSAL_WITHDRAW' },
];

export const getReasons: Operation = {
  value: 'getReasons',
  name: 'Get Reasons',
  action: 'Get reasons for declining or withdrawing',
  description: 'Get the reasons for declining an invitation or withdrawing a proposal',
  output: 'reason',
  permissions: ['Common Entities – Read-Only'],
  fields: [
    {
      displayName: 'Reasons For',
      name: 'reasonType',
      type: 'options',
      options: REASON_TYPES,
      default: 'PROPOSAL_WITHDRAW',
      description: 'What you need the reasons for',
    },
    {
      displayName: 'Include Hidden',
      name: 'includeHidden',
      type: 'boolean',
      default: false,
      description: "Whether to also return reasons that Upwork doesn't offer in its own menus",
    },
  ],

  async execute(client, parameters) {
    const type = parameters.choice('reasonType', REASON_TYPES) ?? 'PROPOSAL_WITHDRAW';
    const reasons = await listReasons(client, type, parameters.flag('includeHidden'));
    return reasons.map((reason) => ({ ...reason }));
  },
};
