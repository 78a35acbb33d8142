import type { Resource } from '../operation';
import { decline } from './decline';
import { get } from './get';
import { getAll } from './getAll';
import { hide, unhide } from './hide';
import { markAsRead } from './markAsRead';
import { message } from './message';
import { removeFromShortlist, shortlist } from './shortlist';

export const clientProposal: Resource = {
  value: 'clientProposal',
  name: 'Client Proposal',
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
