import { simplifyField } from '../fields/simplify';
import type { TriggerEvent } from './event';
import { proposalChanges } from './proposalChanges';

export const newOffer: TriggerEvent = {
  value: 'newOffer',
  name: 'New Offer',
  description: 'When a client makes you an offer, with or without a proposal from you',
  records: 'offers',
  side: 'freelancer',
  output: 'proposalChange',
  permissions: ['Own proposals (name not known)'],
  fields: [simplifyField],

  source: (client, parameters) =>
    proposalChanges(client, parameters, (status) => status === 'Offered'),
};
