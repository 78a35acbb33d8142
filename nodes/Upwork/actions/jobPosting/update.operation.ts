import type { INodeProperties } from 'n8n-workflow';

import { mutation } from '../../api';
import type { JobPostingStatus } from '../../api';
import { choiceField, numberField } from '../../fields/builders';
import type { Choice } from '../../fields/builders';
import { jobPostingLocatorField, readJobPostingId } from '../../fields/locators/job';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';
import { toSavedJobPosting } from '../../records/savedJobPosting';
import type { Operation } from '../operation';
import {
  budgetField,
  categoryFields,
  descriptionField,
  extraFields,
  jobTypeField,
  rateFields,
  readContent,
  titleField,
} from './contentFields';
import { otherFields, readRequest, requestFields } from './request';
import { requestingOrganization } from './requestingOrganization';

/** Changes a job posting, or closes it. */
export const updateDocument = mutation(
  'JobPostingUpdate',
  /* GraphQL */ `
    mutation JobPostingUpdate($id: ID!, $request: JobPostingUpdateRequest!) {
      updateJobPosting(id: $id, jobPostingRequest: $request) {
        id
        version
        attachmentsSaved
        ptcInfoSaved
        qualificationsSaved
        questionsSaved
        sandsJobPostSaved
        segmentationDataSaved
      }
    }
  `,
);

const STATUSES: Choice<JobPostingStatus>[] = [
  { name: 'Deleted Draft', value: 'DELETED_DRAFT' },
  { name: 'Draft', value: 'DRAFT' },
  { name: 'Open', value: 'REQUESTED' },
];

/** Not localeCompare: its order and start-up time depend on the server. */
const byDisplayName = (one: INodeProperties, other: INodeProperties): number =>
  one.displayName < other.displayName ? -1 : 1;

const PATHS = { basics: 'updateFields.', extras: 'updateFields.' };

export const update: Operation = {
  value: 'update',
  name: 'Update',
  action: 'Update a job posting',
  description: 'Change a job posting, or open it again',
  output: 'savedJobPosting',
  permissions: ['Job Postings - Read and Write Access'],
  changes: 'whenAllowed',
  fields: [
    jobPostingLocatorField({ required: true, description: 'The job posting to change' }),
    {
      displayName: 'Update Fields',
      name: 'updateFields',
      type: 'collection',
      placeholder: 'Add Field',
      default: {},
      options: [
        ...categoryFields,
        ...extraFields,
        ...rateFields,
        budgetField,
        descriptionField,
        jobTypeField,
        titleField,
        {
          ...choiceField(
            'Status',
            'status',
            'Set to Open to publish the posting. To close it, use Job Posting: Close.',
            STATUSES,
          ),
          // Adding the field must not preselect deleting the posting.
          default: 'REQUESTED',
        },
        numberField(
          'Version',
          'version',
          'Only change the posting if it still has this version',
          1,
        ),
      ].sort(byDisplayName),
    },
    ...requestFields,
    otherFields,
  ],

  async execute(client, parameters) {
    const id = readJobPostingId(parameters);
    const request = readRequest(parameters, readChanges(parameters), PATHS);
    if (!request) {
      throw parameters.invalid('updateFields', 'is empty', 'Add at least one field to change.');
    }
    const organizationId = await requestingOrganization(client, parameters);
    const { updateJobPosting: saved } = await client.send(updateDocument, {
      id,
      request: { ...request, organizationId },
    });
    return [{ ...toSavedJobPosting(saved, request, id) }];
  },
};

const readChanges = (parameters: Parameters) => ({
  ...readContent(parameters, PATHS, STATUSES),
  ...omitUndefined({
    version: parameters.number('updateFields.version', { min: 0 }),
  }),
});
