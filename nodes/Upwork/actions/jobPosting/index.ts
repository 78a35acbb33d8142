import type { Resource } from '../operation';
import { close } from './close.operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { inviteFreelancer } from './inviteFreelancer.operation';
import { update } from './update.operation';

export const jobPosting: Resource = {
  value: 'jobPosting',
  name: 'Job Posting',
  description: 'Your own job postings (for clients)',
  side: 'client',
  defaultOperation: getAll.value,
  operations: [close, create, get, getAll, inviteFreelancer, update],
};
