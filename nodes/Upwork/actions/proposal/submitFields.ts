import type { INodeProperties } from 'n8n-workflow';

import { jobLocator } from '../job/locator';
import { answerFields } from './answers';
import { milestonesField } from './milestones';

const idField = (
  field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
): INodeProperties => ({
  ...field,
  type: 'string',
  default: '',
  placeholder: 'e.g. 1234567890123456789',
});

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
      idField({
        displayName: 'Agency ID',
        name: 'agencyOrgId',
        description: 'The organization of the agency that the proposal is for',
      }),
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
      {
        displayName: 'Estimated Duration',
        name: 'estimatedDuration',
        type: 'resourceLocator',
        default: { mode: 'list', value: '' },
        description: 'How long the work will take',
        modes: [
          {
            displayName: 'From List',
            name: 'list',
            type: 'list',
            placeholder: 'Select a duration…',
            typeOptions: { searchListMethod: 'searchDurations' },
          },
          { displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 3' },
        ],
      },
      idField({
        displayName: 'Freelancer ID',
        name: 'contractorId',
        description: 'The member of the agency who would do the work',
      }),
      idField({
        displayName: 'Freelancer User ID',
        name: 'contractorUserId',
        description: "The same person's user ID, which Upwork calls oDeskUserID",
      }),
      idField({
        displayName: 'Occupation ID',
        name: 'occupationId',
        description: 'Which of your specialized profiles the client sees',
      }),
      idField({
        displayName: 'Team ID',
        name: 'teamOrgId',
        description: 'The organization that submits the proposal. By default the one in use.',
      }),
    ],
  },
];
