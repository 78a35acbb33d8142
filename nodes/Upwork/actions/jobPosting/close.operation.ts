import { choiceField, lookupField } from '../../fields/builders';
import { jobPostingLocatorField, readJobPostingId } from '../../fields/locators/job';
import { omitUndefined } from '../../objects';
import { choicesAmong, JOB_POSTING_STATUSES } from '../../records/choices';
import { toSavedJobPosting } from '../../records/savedJobPosting';
import type { Operation } from '../operation';
import { requestingOrganization } from './requestingOrganization';
import { updateDocument } from './update.operation';

const ENDS = choicesAmong(JOB_POSTING_STATUSES, ['CANCELLED', 'FILLED']);

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
