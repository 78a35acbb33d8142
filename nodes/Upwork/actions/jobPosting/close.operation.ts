import type { JobPostingStatus } from '../../api';
import { choiceField, lookupField } from '../../fields/builders';
import type { Choice } from '../../fields/builders';
import { jobPostingLocatorField, readJobPostingId } from '../../fields/locators/job';
import { omitUndefined } from '../../objects';
import { toSavedJobPosting } from '../../records/savedJobPosting';
import type { Operation } from '../operation';
import { requestingOrganization } from './requestingOrganization';
import { updateDocument } from './update.operation';

const ENDS: Choice<Extract<JobPostingStatus, 'CANCELLED' | 'FILLED'>>[] = [
  { name: 'Cancelled', value: 'CANCELLED', description: 'You no longer need anybody' },
  { name: 'Filled', value: 'FILLED', description: 'You have found somebody' },
];

export const close: Operation = {
  value: 'close',
  name: 'Close',
  action: 'Close a job posting',
  description: 'Close a job posting as cancelled or filled; its open proposals are archived',
  output: 'savedJobPosting',
  permissions: ['Job Postings - Read and Write Access'],
  changes: 'whenAllowed',
  fields: [
    jobPostingLocatorField({ required: true, description: 'The job posting to close' }),
    choiceField('Close As', 'closeAs', 'How the job posting ends', ENDS),
    lookupField(
      { displayName: 'Reason', name: 'reason', description: 'Why the job posting is closed' },
      'searchCloseReasons',
      '401',
    ),
  ],

  async execute(client, parameters) {
    const id = readJobPostingId(parameters);
    const jobPostingInfo = {
      status: parameters.choice('closeAs', ENDS) ?? 'CANCELLED',
      ...omitUndefined({ reasonRid: parameters.optionalId('reason') }),
    };
    const organizationId = await requestingOrganization(client, parameters);
    const request = { organizationId, jobPostingInfo };
    const { updateJobPosting: saved } = await client.send(updateDocument, { id, request });
    return [{ ...toSavedJobPosting(saved, request, id) }];
  },
};
