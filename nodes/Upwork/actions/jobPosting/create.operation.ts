import type { INodeProperties } from 'n8n-workflow';

import { mutation } from '../../api';
import type { ContractType } from '../../api';
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
  description: 'Create a job posting, as a draft or open to proposals',
  output: 'savedJobPosting',
  permissions: ['Job Postings - Read and Write Access'],
  changes: 'whenAllowed',
  fields: [
    { ...titleField, required: true },
    { ...descriptionField, required: true },
    {
      displayName: 'Status',
      name: 'status',
      type: 'options',
      options: STATUSES,
      default: 'DRAFT',
      description: 'Whether to save a draft or to publish the posting',
    },
    jobTypeField,
    shownFor('FIXED', budgetField),
    ...rateFields.map((field) => shownFor('HOURLY', field)),
    occupationField,
    experienceLevelField,
    skillsField,
    skillListField,
    questionsField,
    qualificationsField,
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
      if (parameters.text(name) === undefined)
        throw parameters.invalid(
          name,
          'is empty',
          'A job posting needs a title and a description.',
        );
    }
    const content = readContent(parameters, PATHS, STATUSES);
    const request = await readRequest(client, parameters, content, PATHS);
    const organizationId = await requestingOrganization(client, parameters);
    const { createJobPosting: saved } = await client.send(document, {
      request: { ...request, organizationId },
    });
    return [{ ...toSavedJobPosting(saved, { ...request }) }];
  },
};
