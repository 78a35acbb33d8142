import type { INodeProperties } from 'n8n-workflow';

import type { JobPostingRequestInfo, JobPostingStatus } from '../../api';
import {
  choiceField,
  dayField,
  flagField,
  lookupField,
  numberField,
  textField,
} from '../../fields/builders';
import type { Choice } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';
import { EXPERIENCE_LEVELS, VISIBILITIES, WORKLOADS } from '../../records/choices';
import { categoryFields } from './classificationFields';
import type { FieldPaths } from './fieldPaths';
import { readPayment } from './paymentFields';

export const titleField: INodeProperties = {
  ...textField('Title', 'title', 'Title of the job posting'),
  placeholder: 'e.g. Automate our invoices with n8n',
};
export const descriptionField = textField(
  'Description',
  'description',
  'Full description of the work',
  6,
);
export const experienceLevelField: INodeProperties = {
  ...choiceField(
    'Experience Level',
    'experienceLevel',
    'Experience that the job requires',
    EXPERIENCE_LEVELS,
  ),
  default: 'INTERMEDIATE',
};
export const questionsField: INodeProperties = {
  ...textField(
    'Screening Questions',
    'questions',
    'Questions that freelancers answer when they apply, one per line',
    3,
  ),
  placeholder: 'e.g. Which n8n workflows have you built?',
};

/** Fields that many postings do without. */
export const extraFields: INodeProperties[] = [
  ...categoryFields,
  flagField(
    'Cover Letter Required',
    'coverLetterRequired',
    'Whether freelancers must write a cover letter to apply',
  ),
  dayField('Deadline', 'deadline', 'Day by which the work has to be done'),
  lookupField(
    { displayName: 'Duration', name: 'durationId', description: 'How long the work takes' },
    'searchDurations',
    '3',
  ),
  dayField('End Date', 'endDate', 'Last day of the work'),
  flagField(
    'Freelancer Milestones Allowed',
    'freelancerMilestonesAllowed',
    'Whether freelancers can propose milestones',
  ),
  {
    ...numberField('Freelancers to Hire', 'freelancersToHire', 'How many freelancers to hire', 1),
    typeOptions: { minValue: 1 },
  },
  flagField('Hide Budget', 'hideBudget', 'Whether to hide the budget from freelancers'),
  flagField('Keep Open on Hire', 'keepOpenOnHire', 'Whether the posting stays open after a hire'),
  dayField('Start Date', 'startDate', 'First day of the work'),
  choiceField('Visibility', 'visibility', 'Who can see the posting', VISIBILITIES),
  choiceField('Workload', 'workload', 'How much of the week the work takes', WORKLOADS),
];

/** Reads the posting's `jobPostingInfo`, apart from its category. */
export function readContent(
  parameters: Parameters,
  { basics, extras }: FieldPaths,
  statuses: readonly Choice<JobPostingStatus>[],
): JobPostingRequestInfo {
  const basic = (name: string) => basics + name;
  const extra = (name: string) => extras + name;
  const flag = (name: string) => parameters.optionalFlag(extra(name));
  const day = (name: string) => parameters.day(extra(name));
  return {
    ...readPayment(parameters, basics),
    ...omitUndefined({
      title: parameters.line(basic('title')),
      description: parameters.text(basic('description')),
      status: parameters.choice(basic('status'), statuses),
      experienceLevel: parameters.choice(basic('experienceLevel'), EXPERIENCE_LEVELS),
      access: parameters.choice(extra('visibility'), VISIBILITIES),
      coverLetterRequired: flag('coverLetterRequired'),
      deadline: day('deadline'),
      durationId: parameters.optionalId(extra('durationId')),
      endDate: day('endDate'),
      engagementType: parameters.choice(extra('workload'), WORKLOADS),
      freelancerMilestonesAllowed: flag('freelancerMilestonesAllowed'),
      freelancersToHire: parameters.number(extra('freelancersToHire'), { min: 1 }),
      hideBudget: flag('hideBudget'),
      keepOpenOnHire: flag('keepOpenOnHire'),
      startDate: day('startDate'),
    }),
  };
}
