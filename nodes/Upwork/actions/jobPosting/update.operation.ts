import { mutation, omitUndefined } from '../../api';
import type { JobPostingStatus } from '../../api';
import type { Choice } from '../../fields/builders';
import { choiceField, lookupField, numberField } from '../../fields/builders';
import { readJobId } from '../../fields/locators/job';
import type { Operation } from '../operation';
import type { Parameters } from '../../fields/parameters';
import {
  budgetField,
  categoryFields,
  descriptionField,
  extraFields,
  paymentField,
  rateFields,
  readContent,
  titleField,
} from './contentFields';
import { jobPostingLocator } from '../../fields/locators/jobPosting';
import { otherFields, readRequest, requestFields } from './request';
import { toSavedJobPosting } from '../../records/savedJobPosting';
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

const STATUSES: Choice<JobPostingStatus>[] = [
  { name: 'Cancelled (Closes It)', value: 'CANCELLED' },
  { name: 'Deleted Draft', value: 'DELETED_DRAFT' },
  { name: 'Draft', value: 'DRAFT' },
  { name: 'Filled (Closes It)', value: 'FILLED' },
  { name: 'Open', value: 'REQUESTED' },
];

const PLACES = { basics: 'updateFields.', extras: 'updateFields.' };

export const update: Operation = {
  value: 'update',
  name: 'Update',
  action: 'Update a job posting',
  description: 'Change a job posting, or close it by its status',
  output: 'savedJobPosting',
  permission: 'Job Postings – Read and Write',
  changes: 'whenAllowed',
  fields: [
    jobPostingLocator({ required: true, description: 'The job posting to change' }),
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
        paymentField,
        titleField,
        {
          ...choiceField('Status', 'status', 'Close it, or open it again', STATUSES),
          // Whoever adds the field has not closed the posting yet.
          default: 'REQUESTED',
        },
        lookupField(
          { displayName: 'Close Reason', name: 'reasonRid', description: 'Why it is closed' },
          'searchCloseReasons',
          '401',
        ),
        numberField(
          'Version',
          'version',
          'The version that you have read: Upwork can refuse the change if there is a newer one',
          1,
        ),
      ].sort((one, other) => one.displayName.localeCompare(other.displayName)),
    },
    ...requestFields,
    otherFields,
  ],

  async execute(client, parameters) {
    const id = readJobId(parameters, 'jobPostingId');
    const request = readRequest(parameters, readChanges(parameters), PLACES);
    if (!request) {
      throw parameters.invalid('updateFields', 'is empty', 'Add at least one field to change.');
    }
    const organizationId = await requestingOrganization(client, parameters);
    const { updateJobPosting: saved } = await client.send(document, {
      id,
      request: { ...request, organizationId },
    });
    return [toSavedJobPosting(saved, request, id)];
  },
};

const readChanges = (parameters: Parameters) => ({
  ...readContent(parameters, PLACES, STATUSES),
  ...omitUndefined({
    reasonRid: parameters.locator('updateFields.reasonRid'),
    version: parameters.number('updateFields.version', { min: 0 }),
  }),
});
