import type { INodeProperties } from 'n8n-workflow';

import type {
  ContractType,
  JobPostDurationType,
  JobPostingHourlyBudgetType,
  JobPostingRequestInfo,
  JobPostingStatus,
  JobPostType,
} from '../../api';
import {
  choiceField,
  dateField,
  flagField,
  listField,
  lookupField,
  numberField,
  textField,
} from '../../fields/builders';
import type { Choice } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';
import { EXPERIENCE_LEVELS, JOB_TYPES, VISIBILITIES, WORKLOADS } from '../../records/choices';

/** Upwork: requests and postings use different values for the same type. */
const POST_TYPES: Record<ContractType, JobPostType> = { FIXED: 'FIXED_PRICE', HOURLY: 'HOURLY' };
const BUDGET_TYPES: Choice<JobPostingHourlyBudgetType>[] = [
  { name: 'By Range', value: 'MANUAL' },
  { name: 'Default', value: 'DEFAULT' },
  { name: 'Not Provided', value: 'NOT_PROVIDED' },
];
const DURATION_TYPES: Choice<JobPostDurationType>[] = [
  { name: 'One-Time Project', value: 'ONE_TIME_PROJECT' },
  { name: 'Ongoing Need', value: 'ONGOING_NEED' },
];

export const titleField = textField('Title', 'title', 'Title of the job posting');
export const descriptionField = textField(
  'Description',
  'description',
  'Full description of the work',
  6,
);
export const jobTypeField = choiceField('Job Type', 'jobType', 'How the work is paid', JOB_TYPES);
export const budgetField = numberField(
  'Budget',
  'budget',
  "For the whole job, in the account's currency. Leave at 0 if you don't want to name one.",
  0,
);
export const rateFields: INodeProperties[] = [
  numberField(
    'Hourly Rate Minimum',
    'hourlyRateMin',
    "Lowest hourly rate. Leave at 0 if you don't want to name one.",
    0,
  ),
  numberField(
    'Hourly Rate Maximum',
    'hourlyRateMax',
    "Highest hourly rate. Leave at 0 if you don't want to name one.",
    0,
  ),
];
export const categoryFields: INodeProperties[] = [
  lookupField(
    {
      displayName: 'Category',
      name: 'categoryId',
      description: 'Category of the work, such as Web, Mobile & Software Dev',
    },
    'searchCategories',
  ),
  lookupField(
    {
      displayName: 'Subcategory',
      name: 'subcategoryId',
      description: 'More specific category, such as Web Development',
    },
    'searchSubcategories',
  ),
];

/** Fields that few postings need. */
export const extraFields: INodeProperties[] = [
  listField('Attachment IDs', 'attachmentIds', 'IDs of files that are already on Upwork'),
  flagField(
    'Cover Letter Required',
    'coverLetterRequired',
    'Whether a proposal needs a cover letter',
  ),
  dateField('Deadline', 'deadline', 'Day by which the work has to be done'),
  textField('Deliverables', 'deliverables', 'What the freelancer delivers', 3),
  lookupField(
    { displayName: 'Duration', name: 'durationId', description: 'How long the work takes' },
    'searchDurations',
    '3',
  ),
  choiceField('Duration Type', 'durationType', 'Whether the work is ongoing', DURATION_TYPES),
  dateField('End Date', 'endDate', 'Last day of the work'),
  choiceField(
    'Experience Level',
    'experienceLevel',
    'Experience that the job requires',
    EXPERIENCE_LEVELS,
  ),
  flagField(
    'Freelancer Milestones Allowed',
    'freelancerMilestonesAllowed',
    'Whether freelancers can propose milestones',
  ),
  numberField('Freelancers to Hire', 'freelancersToHire', 'How many freelancers to hire', 1),
  flagField('Hide Budget', 'hideBudget', 'Whether to hide the budget from freelancers'),
  choiceField(
    'Hourly Budget Type',
    'hourlyBudgetType',
    'How the hourly rate is set. Defaults to By Range if you enter a rate.',
    BUDGET_TYPES,
  ),
  flagField('Invite Only', 'invitePost', 'Whether only invited freelancers can apply'),
  flagField('Keep Open on Hire', 'keepOpenOnHire', 'Whether the posting stays open after a hire'),
  flagField(
    'Not Sure of Duration',
    'notSureProjectDuration',
    'Whether the duration is not decided yet',
  ),
  flagField(
    'Not Sure of Experience',
    'notSureExperienceLevel',
    'Whether the required experience is not decided yet',
  ),
  flagField(
    'Not Sure of Location',
    'notSureLocationPreference',
    'Whether the location is not decided yet',
  ),
  flagField(
    'Not Sure of Number',
    'notSureFreelancersToHire',
    'Whether the number of freelancers is not decided yet',
  ),
  flagField('Premium', 'premium', 'Whether it is a featured posting, which may cost extra'),
  dateField('Start Date', 'startDate', 'First day of the work'),
  listField('Tools', 'tools', 'Names of tools that the freelancer works with'),
  choiceField('Visibility', 'visibility', 'Who can see the posting', VISIBILITIES),
  numberField('Weekly Retainer Budget', 'weeklyRetainerBudget', 'Fixed amount for each week', 100),
  choiceField('Workload', 'workload', 'How much of the week the work takes', WORKLOADS),
];

/** Where the fields above are: at the top level, or in a collection. */
export interface FieldPaths {
  basics: string;
  extras: string;
}

/** Reads those of the fields above that belong to the posting's `jobPostingInfo`. */
export function readContent(
  parameters: Parameters,
  paths: FieldPaths,
  statuses: readonly Choice<JobPostingStatus>[],
): JobPostingRequestInfo {
  const basic = (name: string) => paths.basics + name;
  const extra = (name: string) => paths.extras + name;
  const flag = (name: string) => parameters.optionalFlag(extra(name));
  const day = (name: string) => parameters.day(extra(name));
  const tools = parameters.list(extra('tools'));
  return {
    ...readPayment(parameters, paths),
    ...omitUndefined({
      title: parameters.line(basic('title')),
      description: parameters.text(basic('description')),
      groupId: parameters.optionalId(basic('categoryId')),
      categoryId: parameters.optionalId(basic('subcategoryId')),
      status: parameters.choice(basic('status'), statuses),
      access: parameters.choice(extra('visibility'), VISIBILITIES),
      coverLetterRequired: flag('coverLetterRequired'),
      deadline: day('deadline'),
      deliverables: parameters.text(extra('deliverables')),
      durationId: parameters.optionalId(extra('durationId')),
      durationType: parameters.choice(extra('durationType'), DURATION_TYPES),
      endDate: day('endDate'),
      engagementType: parameters.choice(extra('workload'), WORKLOADS),
      experienceLevel: parameters.choice(extra('experienceLevel'), EXPERIENCE_LEVELS),
      freelancerMilestonesAllowed: flag('freelancerMilestonesAllowed'),
      freelancersToHire: parameters.number(extra('freelancersToHire'), { min: 1 }),
      hideBudget: flag('hideBudget'),
      keepOpenOnHire: flag('keepOpenOnHire'),
      notSureExperienceLevel: flag('notSureExperienceLevel'),
      notSureFreelancersToHire: flag('notSureFreelancersToHire'),
      notSureLocationPreference: flag('notSureLocationPreference'),
      notSureProjectDuration: flag('notSureProjectDuration'),
      premium: flag('premium'),
      startDate: day('startDate'),
      tools: tools?.map((name) => ({ name })),
      weeklyRetainerBudget: parameters.number(extra('weeklyRetainerBudget'), {
        min: 0,
        fractions: true,
      }),
    }),
  };
}

/**
 * Upwork: amounts are text, and an amount that doesn't fit the job type is ignored. It is an error
 * here.
 */
function readPayment(parameters: Parameters, { basics, extras }: FieldPaths) {
  const path = {
    budget: `${basics}budget`,
    min: `${basics}hourlyRateMin`,
    max: `${basics}hourlyRateMax`,
  };
  const amount = (name: string) =>
    parameters.number(name, { min: 0, fractions: true }) || undefined;
  const jobType = parameters.choice(`${basics}jobType`, JOB_TYPES);
  const [budget, min, max] = [path.budget, path.min, path.max].map(amount);
  if (jobType === 'HOURLY' && budget !== undefined) {
    throw parameters.invalid(path.budget, 'only works with fixed-price jobs');
  }
  if (jobType === 'FIXED' && (min ?? max) !== undefined) {
    throw parameters.invalid(
      min === undefined ? path.max : path.min,
      'only works with hourly jobs',
    );
  }
  if (min !== undefined && max !== undefined && min > max) {
    throw parameters.invalid(
      path.min,
      `is ${min}, more than ${parameters.label(path.max)}, which is ${max}`,
    );
  }
  const hasRate = min !== undefined || max !== undefined;
  return omitUndefined({
    type: jobType && POST_TYPES[jobType],
    amount: budget?.toString(),
    hourlyBudgetMin: min?.toString(),
    hourlyBudgetMax: max?.toString(),
    hourlyBudgetType:
      parameters.choice(`${extras}hourlyBudgetType`, BUDGET_TYPES) ??
      (hasRate ? 'MANUAL' : undefined),
  });
}
