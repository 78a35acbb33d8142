import type { INodeProperties } from 'n8n-workflow';

import { idField, lookupField, textField } from '../../fields/builders';
import { jobLocatorField } from '../../fields/locators/job';
import { answerFields } from './answers';
import { attachmentIdsField, filesField } from './attachments';
import { freelancerFields } from './freelancer';
import { milestonesField } from './milestones';

export const submitFields: INodeProperties[] = [
  {
    displayName: "Submitting spends Connects and can't be undone",
    name: 'submitNotice',
    type: 'notice',
    default: '',
  },
  jobLocatorField('The job to submit a proposal to'),
  {
    displayName: 'I Have Reviewed This Job',
    name: 'decidedByPerson',
    type: 'boolean',
    noDataExpression: true,
    default: false,
    description:
      "Whether a person has reviewed each job that this node applies to, as Upwork's terms require. How many Connects a proposal costs is on the job's page; Upwork's API doesn't tell.",
  },
  {
    displayName: 'Your Bid',
    name: 'bid',
    type: 'number',
    typeOptions: { minValue: 0, numberPrecision: 2 },
    default: '',
    required: true,
    placeholder: 'e.g. 45.00',
    description:
      "In the currency of the job, before Upwork's fee: per hour for an hourly job, in total for a fixed-price job",
  },
  {
    displayName: 'Cover Letter',
    name: 'coverLetter',
    type: 'string',
    typeOptions: { rows: 6 },
    default: '',
    description: 'Cover letter of the proposal. Most jobs require one.',
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
      idField('Agency ID', 'agencyOrgId', 'ID of the agency that the proposal is for'),
      attachmentIdsField,
      {
        displayName: 'Boost (Connects)',
        name: 'boost',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: 1,
        description:
          'Number of Connects to bid for a place at the top, on top of those that the proposal costs',
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
      ...freelancerFields,
      {
        ...textField('GitHub Repository', 'gitHubRepoLink', 'Link to a repository to show'),
        placeholder: 'e.g. https://github.com/n8n-io/n8n',
      },
      filesField,
      lookupField(
        {
          displayName: 'Occupation',
          name: 'occupationId',
          description: 'Occupation of the specialized profile to apply with',
        },
        'searchOccupations',
      ),
      idField(
        'Team ID',
        'teamOrgId',
        'ID of the organization that submits the proposal. Defaults to the one in use.',
      ),
      {
        displayName: 'Written With Uma',
        name: 'umaTouched',
        type: 'boolean',
        default: false,
        description: "Whether Uma, Upwork's AI assistant, helped to write the proposal",
      },
    ],
  },
];
