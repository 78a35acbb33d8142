import type { INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox/index.mts';
import { CLIENT } from '../../sandboxClient/ids.mts';

type Upwork = Sandbox['control'];

/** An event of the trigger with its settings, and how Upwork comes to show so many new records. */
interface BenchEvent {
  parameters: INodeParameters;
  add: (upwork: Upwork, count: number) => void;
}

/** New records are spread over so many rooms and job postings. */
const PLACES = 10;
const asClient = { organizationId: { __rl: true, mode: 'id', value: CLIENT } };
const verified = { filters: { paymentVerified: true } };

/** By event. */
export const EVENTS: Readonly<Record<string, BenchEvent>> = {
  newJob: { parameters: verified, add: addJobs },
  newMessage: { parameters: {}, add: addMessages },
  newOffer: {
    parameters: {},
    add: (upwork, count) => upwork.addOwnProposals({ count, status: 'Offered' }),
  },
  newProposal: { parameters: asClient, add: addProposals },
  proposalStatusChanged: {
    parameters: {},
    add: (upwork, count) => upwork.addOwnProposals({ count, status: 'Activated' }),
  },
};

function addJobs(upwork: Upwork, count: number): void {
  upwork.addJobs({ count, job: { client: { paymentVerified: true } } });
}

function addMessages(upwork: Upwork, count: number): void {
  // A client who answers a proposal opens a room.
  for (const { id } of upwork.addOwnProposals({ count: PLACES, status: 'Accepted' }))
    upwork.addMessages({ proposalId: id, count: count / PLACES });
}

function addProposals(upwork: Upwork, count: number): void {
  const postings = upwork.addJobPostings({ title: 'Shelves', count: PLACES });
  for (const jobPostingId of postings)
    for (let proposal = 0; proposal < count / PLACES; proposal++)
      upwork.addReceivedProposal({ jobPostingId });
}
