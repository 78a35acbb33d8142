import type { INodeParameters } from 'n8n-workflow';

import { CLIENT } from '../../../sandboxClient/ids.mts';
import { clientProposal, jobPosting } from '../../clientSide.mts';
import { running, triggering } from '../errorCase.mts';
import type { ErrorCase, ErrorSection } from '../errorCase.mts';

const TARGET = { jobPostingId: '1', proposalId: '1' };
const TEXTS = { title: 'Build n8n flows', description: 'Several of them.' };

const creating = (mistake: string, parameters: INodeParameters): ErrorCase =>
  running(mistake, jobPosting('create', { ...TEXTS, ...parameters }));

const organization = (value: string) => ({ __rl: true, mode: 'id', value });

/** The trigger for proposals for this posting, or for all that are open. */
const receiving = (
  mistake: string,
  jobPostingId?: string,
  parameters: INodeParameters = {},
): ErrorCase =>
  triggering(mistake, {
    event: 'newProposal',
    organizationId: organization(CLIENT),
    ...(jobPostingId !== undefined && { jobPostings: { jobPosting: [{ jobPostingId }] } }),
    ...parameters,
  });

export const clientSections: ErrorSection[] = [
  {
    title: 'Job Posting: Create',
    cases: [
      creating('No title', { title: ' ' }),
      creating('JSON that is not an object', { otherFields: '[]' }),
      creating('JSON with an unknown field', { otherFields: '{"salary": 1}' }),
      creating('JSON with a part of the wrong kind', { otherFields: '{"questions": ["x"]}' }),
      running(
        'The organization is not a client',
        jobPosting('create', { ...TEXTS, organizationId: '' }),
      ),
      running('A permission is missing', jobPosting('create', TEXTS), {
        missing: 'Job Postings - Read and Write Access',
      }),
    ],
  },
  {
    title: 'Job Posting: Get',
    cases: [
      running('No job posting', jobPosting('get')),
      running('An unknown ID', jobPosting('get', { jobPostingId: '1' })),
    ],
  },
  {
    title: 'Job Posting: Get Many',
    cases: [
      running(
        'A period that ends before it begins',
        jobPosting('getAll', {
          filters: { createdAfter: '2026-02-01T00:00:00Z', createdBefore: '2026-01-01T00:00:00Z' },
        }),
      ),
      running('The organization is not a client', jobPosting('getAll', { organizationId: '' })),
    ],
  },
  {
    title: 'Job Posting: Update',
    cases: [
      running('Nothing to change', jobPosting('update', { jobPostingId: '1' })),
      running(
        'A budget for an hourly job',
        jobPosting('update', { jobPostingId: '1', updateFields: { jobType: 'HOURLY', budget: 5 } }),
      ),
      running(
        'A rate for a fixed-price job',
        jobPosting('update', {
          jobPostingId: '1',
          updateFields: { jobType: 'FIXED', hourlyRateMin: 5 },
        }),
      ),
      running(
        'An unknown ID',
        jobPosting('update', { jobPostingId: '1', updateFields: { title: 'New' } }),
      ),
    ],
  },
  {
    title: 'Job Posting: Invite Freelancer',
    cases: [
      running(
        'An unknown job posting',
        jobPosting('inviteFreelancer', { jobPostingId: '1', freelancerId: '5' }),
      ),
      running(
        'A name instead of an ID',
        jobPosting('inviteFreelancer', { jobPostingId: '1', freelancerId: 'Ada Example' }),
      ),
    ],
  },
  {
    title: 'Received Proposal: Get',
    cases: [
      running('An unknown ID', clientProposal('get', { proposalId: '1' })),
      running('Text that is no ID', clientProposal('get', { proposalId: 'the best one' })),
    ],
  },
  {
    title: 'Received Proposal: Get Many',
    cases: [
      running(
        'An unknown status',
        clientProposal('getAll', { jobPostingId: '1', filters: { status: 'Lost' } }),
      ),
      running('An unknown job posting', clientProposal('getAll', { jobPostingId: '1' })),
    ],
  },
  {
    title: 'Received Proposal: Decline',
    cases: [
      running(
        'A reason from the list and one of your own',
        clientProposal('decline', {
          ...TARGET,
          reason: '5',
          additionalFields: { otherReason: 'No' },
        }),
      ),
      running('An unknown proposal', clientProposal('decline', TARGET)),
    ],
  },
  {
    title: 'Received Proposal: Shortlist',
    cases: [
      running(
        'Another organization',
        clientProposal('shortlist', { ...TARGET, organizationId: '' }),
      ),
    ],
  },
  {
    title: 'Received Proposal: Message',
    cases: [running('No text', clientProposal('message', { ...TARGET, message: ' ' }))],
  },
  {
    title: 'Trigger: New Proposal',
    cases: [
      receiving('No job posting', ''),
      receiving('Text that is no ID', 'the best one'),
      receiving('An unknown job posting', '1'),
      receiving('The organization is not a client', undefined, {
        organizationId: organization(''),
      }),
      receiving('An organization that is none of yours', undefined, {
        organizationId: organization('999'),
      }),
    ],
  },
];
