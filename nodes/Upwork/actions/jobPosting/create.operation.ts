import type { INodeProperties } from 'n8n-workflow';

import { mutation } from '../../api';
import type { ContractType } from '../../api';
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
  'JobPostingCreate',
  /* GraphQL */ `
    mutation JobPostingCreate($request: JobPostingCreateRequest!) {
      createJobPosting(jobPostingRequest: $request) {
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

const STATUSES = choicesAmong(JOB_POSTING_STATUSES, ['DRAFT', 'REQUESTED']);

const PATHS = { basics: '', extras: 'additionalFields.' };

const shownFor = (jobType: ContractType, field: INodeProperties): INodeProperties => ({
  ...field,
  displayOptions: { show: { jobType: [jobType] } },
});

export const create: Operation = {
  value: 'create',
  name: 'Create',
  action: 'Create a job posting',
  description: 'Create a job posting, open to proposals or as a draft',
  output: 'savedJobPosting',
  permissions: ['Job Postings - Read and Write Access'],
  changes: 'whenAllowed',
  fields: [
    { ...titleField, required: true },
    { ...descriptionField, required: true },
    { ...jobTypeField, default: 'HOURLY' },
    shownFor('FIXED', budgetField),
    ...rateFields.map((field) => shownFor('HOURLY', field)),
    ...categoryFields,
    {
      displayName: 'Status',
      name: 'status',
      type: 'options',
      options: STATUSES,
      default: 'REQUESTED',
      description: 'Whether freelancers can apply at once, or the posting stays a draft',
    },
    ...requestFields,
    {
      displayName: 'Additional Fields',
      name: 'additionalFields',
      type: 'collection',
      placeholder: 'Add Field',
      default: {},
      options: extraFields,
    },
    otherFields,
  ],

  async execute(client, parameters) {
    for (const name of ['title', 'description']) {
      if (parameters.text(name) === undefined) throw parameters.invalid(name, 'is empty');
    }
    const content = readContent(parameters, PATHS, STATUSES);
    const request = readRequest(parameters, content, PATHS);
    const organizationId = await requestingOrganization(client, parameters);
    const { createJobPosting: saved } = await client.send(document, {
      request: { ...request, organizationId },
    });
    return [{ ...toSavedJobPosting(saved, { ...request }) }];
  },
};
