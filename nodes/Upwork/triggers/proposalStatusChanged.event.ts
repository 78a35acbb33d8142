import { choicesField } from '../fields/builders';
import { simplifyField } from '../fields/simplify';
import { PROPOSAL_STATUS_CHOICES } from '../records/proposalStatus';
import type { TriggerEvent } from './event';
import { proposalChanges } from './proposalChanges';

export const proposalStatusChanged: TriggerEvent = {
  value: 'proposalStatusChanged',
  name: 'Proposal Status Changed',
  description: 'When one of your own proposals gets another status, or a client invites you',
  records: 'proposals',
  side: 'freelancer',
  output: 'proposalChange',
  permissions: ['Own proposals (name not known)'],
  fields: [
    simplifyField,
    choicesField(
      'New Statuses',
      'statuses',
      'Only changes to these statuses. Leave empty for all.',
      PROPOSAL_STATUS_CHOICES,
    ),
  ],

  source(client, parameters) {
    const statuses: readonly string[] | undefined = parameters.choices(
      'statuses',
      PROPOSAL_STATUS_CHOICES,
    );
    return proposalChanges(client, parameters, (status) => statuses?.includes(status) ?? true);
  },
};
