import type { TriggerEvent } from './event';
import { newJob } from './newJob.event';
import { newMessage } from './newMessage.event';
import { newOffer } from './newOffer.event';
import { newProposal } from './newProposal.event';
import { proposalStatusChanged } from './proposalStatusChanged.event';

/** The events of the trigger node. */
export const events: TriggerEvent[] = [
  newJob,
  newMessage,
  newOffer,
  newProposal,
  proposalStatusChanged,
];
