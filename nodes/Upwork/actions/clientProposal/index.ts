import type { Resource } from '../operation';
import { decline } from './decline.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { hide } from './hide.operation';
import { markAsRead } from './markAsRead.operation';
import { message } from './message.operation';
import { removeFromShortlist } from './removeFromShortlist.operation';
import { shortlist } from './shortlist.operation';
import { unhide } from './unhide.operation';

export const clientProposal: Resource = {
  value: 'clientProposal',
  name: 'Received Proposal',
  description: 'Proposals for your job postings (for clients)',
  side: 'client',
  defaultOperation: getAll.value,
  operations: [
    decline,
    get,
    getAll,
    hide,
    markAsRead,
    message,
    removeFromShortlist,
    shortlist,
    unhide,
  ],
};
