import type { INodeProperties } from 'n8n-workflow';

import { mutation } from '../../api';
import { choiceField, lookupField, numberField } from '../../fields/builders';
import { jobPostingLocatorField, readJobPostingId } from '../../fields/locators/job';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';
import { choicesAmong, JOB_POSTING_STATUSES } from '../../records/choices';
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

const document = mutation(
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

const STATUSES = choicesAmong(JOB_POSTING_STATUSES, [
  'CANCELLED',
  'DELETED_DRAFT',
  'DRAFT',
  'FILLED',
  'REQUESTED',
]);

/** Not localeCompare: its order and start-up time depend on the server. */
const byDisplayName = (one: INodeProperties, other: INodeProperties): number =>
  one.displayName < other.displayName ? -1 : 1;

const PATHS = { basics: 'updateFields.', extras: 'updateFields.' };

export const update: Operation = {
  value: 'update',
  name: 'Update',
  action: 'Update a job posting',
  description: 'Change or close a job posting',
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
            'Set to Cancelled or Filled to close the posting',
            STATUSES,
          ),
          // Adding the field must not preselect closing the posting.
          default: 'REQUESTED',
        },
        lookupField(
          {
            displayName: 'Close Reason',
            name: 'reasonRid',
            description: 'Why the posting is closed',
          },
          'searchCloseReasons',
          '401',
        ),
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
    const { updateJobPosting: saved } = await client.send(document, {
      id,
      request: { ...request, organizationId },
    });
    return [{ ...toSavedJobPosting(saved, request, id) }];
  },
};

const readChanges = (parameters: Parameters) => ({
  ...readContent(parameters, PATHS, STATUSES),
  ...omitUndefined({
    reasonRid: parameters.optionalId('updateFields.reasonRid'),
    version: parameters.number('updateFields.version', { min: 0 }),
  }),
});
