import type { Operation } from '../operation';
import { change } from './change';
import { shortlistDocument } from './shortlist.operation';

export const removeFromShortlist: Operation = {
  value: 'removeFromShortlist',
  name: 'Remove From Shortlist',
  action: 'Remove a received proposal from the shortlist',
  description: "Remove a proposal from the job posting's shortlist",
  ...change(shortlistDocument, [], (target) => ({ ...target, shortlisted: false })),
};
