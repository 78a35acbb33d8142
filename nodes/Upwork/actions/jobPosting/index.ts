import type { Resource } from '../operation';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { inviteFreelancer } from './inviteFreelancer';
import { update } from './update';

export const jobPosting: Resource = {
  value: 'jobPosting',
  name: 'Job Posting',
  side: 'client',
  defaultOperation: getAll.value,
  operations: [create, get, getAll, inviteFreelancer, update],
};
