import type { TriggerEvent } from './event';
import { newJob } from './newJob.event';
import { newMessage } from './newMessage.event';
import { newProposal } from './newProposal.event';

/** The events of the trigger node. */
export const events: TriggerEvent[] = [newJob, newMessage, newProposal];
