import type { INodeProperties } from 'n8n-workflow';

import { mutation } from '../../api';
import { choiceField, numberField } from '../../fields/builders';
import { jobPostingLocatorField, readJobPostingId } from '../../fields/locators/job';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';
import { choicesAmong, JOB_POSTING_STATUSES } from '../../records/choices';
import { toSavedJobPosting } from '../../records/savedJobPosting';
import type { Operation } from '../operation';
import { occupationField } from './classificationFields';
import {
  descriptionField,
  experienceLevelField,
  extraFields,
  questionsField,
  readContent,
  titleField,
} from './contentFields';
import { budgetField, jobTypeField, rateFields } from './paymentFields';
import { qualificationsField } from './qualificationFields';
import { otherFields, readRequest } from './request';
import { requestingOrganization } from './requestingOrganization';
import { skillListField, skillsField } from './skillFields';

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

const STATUSES = choicesAmong(JOB_POSTING_STATUSES, ['DELETED_DRAFT', 'DRAFT', 'REQUESTED']);

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
        ...extraFields,
        ...rateFields,
        budgetField,
        descriptionField,
        experienceLevelField,
        jobTypeField,
        occupationField,
        questionsField,
        skillListField,
        skillsField,
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
    qualificationsField,
    otherFields,
  ],

  async execute(client, parameters) {
    const id = readJobPostingId(parameters);
    const request = await readRequest(client, parameters, readChanges(parameters), PATHS);
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
