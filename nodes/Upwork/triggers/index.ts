import type { TriggerEvent } from './event';
import { newJob } from './newJob.event';
import { newOffer } from './newOffer.event';
import { proposalStatusChanged } from './proposalStatusChanged.event';

/** The events of the trigger node. */
export const events: TriggerEvent[] = [newJob, newOffer, proposalStatusChanged];
