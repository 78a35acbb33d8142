import type { Operation } from '../operation';
import { setShortlisted } from './setShortlisted';

export const shortlist: Operation = {
  value: 'shortlist',
  name: 'Shortlist',
  action: 'Shortlist a client proposal',
  description: "Add a proposal to the job posting's shortlist",
  ...setShortlisted(true),
};
