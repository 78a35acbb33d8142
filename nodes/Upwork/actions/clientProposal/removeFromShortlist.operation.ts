import type { Operation } from '../operation';
import { setShortlisted } from './setShortlisted';

export const removeFromShortlist: Operation = {
  value: 'removeFromShortlist',
  name: 'Remove From Shortlist',
  action: 'Remove a client proposal from the shortlist',
  description: "Remove a proposal from the job posting's shortlist",
  ...setShortlisted(false),
};
