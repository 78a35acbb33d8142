import type { INodeProperties } from 'n8n-workflow';

import { idTextField, lookupField } from '../../fields/builders';
import { jobLocator } from '../../fields/locators/job';
import { answerFields } from './answers';
import { milestonesField } from './milestones';

export const submitFields: INodeProperties[] = [
  {
    displayName: 'I Decide on Each Proposal Myself',
    name: 'decidedByPerson',
    type: 'boolean',
    noDataExpression: true,
    default: false,
    description:
      "Whether a person decides on each job posting that a proposal is submitted to, as Upwork's terms want it. Submitting spends Connects and can't be undone. Upwork's API does not tell beforehand how many: the job's page does.",
  },
  jobLocator(
    {
      displayName: 'Job',
      name: 'jobId',
      required: true,
      description: 'The job posting to submit a proposal to',
    },
    'searchJobs',
  ),
  {
    displayName: 'Cover Letter',
    name: 'coverLetter',
    type: 'string',
    typeOptions: { rows: 6 },
    default: '',
    description: 'What the client reads first. Most jobs require it.',
  },
  {
    displayName: 'Charged Amount',
    name: 'chargedAmount',
    type: 'number',
    typeOptions: { minValue: 0, numberPrecision: 2 },
    default: 0,
    required: true,
    description:
      "What the client pays, in the job's currency and before Upwork's fee: per hour for an hourly job, in all for a fixed-price one",
  },
  ...answerFields,
  milestonesField,
  {
    displayName: 'Additional Fields',
    name: 'additionalFields',
    type: 'collection',
    placeholder: 'Add Field',
    default: {},
    options: [
      idTextField(
        'Agency ID',
        'agencyOrgId',
        'The organization of the agency that the proposal is for',
      ),
      {
        displayName: 'Attachment IDs',
        name: 'attachments',
        type: 'string',
        default: '',
        placeholder: 'e.g. 1234567890, 1234567891',
        description: 'Files that were uploaded to Upwork before, with commas in between',
      },
      {
        displayName: 'Boost',
        name: 'boostBidAmount',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: 1,
        description:
          'How many Connects to bid for a place at the top, beside those that the proposal costs',
      },
      lookupField(
        {
          displayName: 'Estimated Duration',
          name: 'estimatedDuration',
          description: 'How long the work will take',
        },
        'searchDurations',
        '3',
      ),
      idTextField(
        'Freelancer ID',
        'contractorId',
        'The member of the agency who would do the work',
      ),
      idTextField(
        'Freelancer User ID',
        'contractorUserId',
        "The same person's user ID, which Upwork calls oDeskUserID",
      ),
      idTextField(
        'Occupation ID',
        'occupationId',
        'Which of your specialized profiles the client sees',
      ),
      idTextField(
        'Team ID',
        'teamOrgId',
        'The organization that submits the proposal. By default the one in use.',
      ),
    ],
  },
];
