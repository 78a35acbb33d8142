import type { TriggerEvent } from './event';
import { newJob } from './newJob.event';

/** The events of the trigger node. */
export const events: TriggerEvent[] = [newJob];
