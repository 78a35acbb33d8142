import type { INodeProperties } from 'n8n-workflow';

import { idField, lookupField, textField } from '../../fields/builders';
import { jobLocatorField } from '../../fields/locators/job';
import { answerFields } from './answers';
import { attachmentIdsField, filesField } from './attachments';
import { milestonesField } from './milestones';

export const submitFields: INodeProperties[] = [
  {
    displayName: 'I Decide on Each Proposal Myself',
    name: 'decidedByPerson',
    type: 'boolean',
    noDataExpression: true,
    default: false,
    description:
      "Whether a person decides on each job that a proposal is submitted to, as Upwork's terms require. Submitting spends Connects and can't be undone. The job's page shows how many; Upwork's API does not.",
  },
  jobLocatorField('The job posting to submit a proposal to'),
  {
    displayName: 'Cover Letter',
    name: 'coverLetter',
    type: 'string',
    typeOptions: { rows: 6 },
    default: '',
    description: 'Cover letter of the proposal. Most jobs require one.',
  },
  {
    displayName: 'Charged Amount',
    name: 'chargedAmount',
    type: 'number',
    typeOptions: { minValue: 0, numberPrecision: 2 },
    default: 0,
    required: true,
    description:
      "Your bid in the job's currency, before Upwork's fee: per hour for an hourly job, in total for a fixed-price one",
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
        displayName: 'Boost',
        name: 'boostBidAmount',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: 1,
        description:
          'Connects to bid for a place at the top, in addition to those that the proposal costs',
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
      idField(
        'Freelancer ID',
        'freelancerId',
        'ID of the agency member who would do the work. Defaults to the connected user.',
      ),
      textField(
        'Freelancer User Name',
        'freelancerUserName',
        "User name of the same person, which Upwork's API calls nid or oDeskUserID",
      ),
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
        description:
          "Whether Uma, Upwork's AI assistant, helped to write the proposal. Sets <code>umaTouched</code> in Upwork's API, whose meaning is inferred from its name.",
      },
    ],
  },
];
