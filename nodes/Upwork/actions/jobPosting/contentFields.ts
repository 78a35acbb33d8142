import type { INodeProperties } from 'n8n-workflow';

import { omitUndefined } from '../../api';
import type { EngagementType, ExperienceLevel, JobPostDurationType, JobPostType, JobPostingHourlyBudgetType, JobPostingRequestInfo, JobPostingStatus } from '../../api';
import type { Choice } from '../../fields/builders';
import {
  choiceField,
  dateField,
  flagField,
  listField,
  lookupField,
  numberField,
  readChoice,
  readList,
  textField,
} from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { VISIBILITIES } from './filterFields';

const PAYMENTS: Choice<JobPostType>[] = [
  { name: 'Fixed Price', value: 'FIXED_PRICE' },
  { name: 'Hourly', value: 'HOURLY' },
];
const LEVELS: Choice<ExperienceLevel>[] = [
  { name: 'Entry', value: 'ENTRY_LEVEL' },
  { name: 'Expert', value: 'EXPERT' },
  { name: 'Intermediate', value: 'INTERMEDIATE' },
];
const WORKLOADS: Choice<EngagementType>[] = [
  { name: 'As Needed', value: 'AS_NEEDED' },
  { name: 'Full Time', value: 'FULL_TIME' },
  { name: 'Not Sure', value: 'NOT_SURE' },
  { name: 'Part Time', value: 'PART_TIME' },
];
const BUDGET_TYPES: Choice<JobPostingHourlyBudgetType>[] = [
  { name: 'By Range', value: 'MANUAL' },
  { name: 'Default', value: 'DEFAULT' },
  { name: 'Not Said', value: 'NOT_PROVIDED' },
];
const DURATION_TYPES: Choice<JobPostDurationType>[] = [
  { name: 'One-Time Project', value: 'ONE_TIME_PROJECT' },
  { name: 'Ongoing Need', value: 'ONGOING_NEED' },
];

export const titleField = textField('Title', 'title', 'What freelancers read first');
export const descriptionField = textField(
  'Description',
  'description',
  'What has to be done, in full',
  6,
);
export const paymentField = choiceField('Payment Type', 'type', 'How the work is paid', PAYMENTS);
export const budgetField = numberField(
  'Budget',
  'amount',
  'For the whole work, in the currency of the account. 0 means not said.',
  0,
);
export const rateFields: INodeProperties[] = [
  numberField('Hourly Rate Minimum', 'hourlyBudgetMin', 'The lowest rate. 0 means not said.', 0),
  numberField('Hourly Rate Maximum', 'hourlyBudgetMax', 'The highest rate. 0 means not said.', 0),
];
export const categoryFields: INodeProperties[] = [
  lookupField(
    {
      displayName: 'Category',
      name: 'groupId',
      description: 'What the work is, such as Web, Mobile & Software Dev',
    },
    'searchCategories',
  ),
  lookupField(
    {
      displayName: 'Subcategory',
      name: 'categoryId',
      description:
        'The same more closely, such as Web Development. The list names its category too.',
    },
    'searchSubcategories',
  ),
];

/** What is said of few postings. */
export const extraFields: INodeProperties[] = [
  listField('Attachment IDs', 'attachmentIds', 'IDs of files that are on Upwork already'),
  flagField('Cover Letter Required', 'coverLetterRequired', 'Whether a proposal needs a letter'),
  dateField('Deadline', 'deadline', 'The day by which the work has to be done'),
  textField('Deliverables', 'deliverables', 'What is to be delivered', 3),
  lookupField(
    { displayName: 'Duration', name: 'durationId', description: 'How long the work takes' },
    'searchDurations',
    '3',
  ),
  choiceField('Duration Type', 'durationType', 'Whether the work has an end', DURATION_TYPES),
  dateField('End Date', 'endDate', 'The last day of the work'),
  choiceField('Experience Level', 'experienceLevel', 'The experience that is asked for', LEVELS),
  flagField(
    'Freelancer Milestones Allowed',
    'freelancerMilestonesAllowed',
    'Whether freelancers may propose milestones',
  ),
  numberField('Freelancers to Hire', 'freelancersToHire', 'How many people are needed', 1),
  flagField('Hide Budget', 'hideBudget', 'Whether freelancers do not see the budget'),
  choiceField(
    'Hourly Budget Type',
    'hourlyBudgetType',
    'Where the rate comes from. Rates without it mean by range.',
    BUDGET_TYPES,
  ),
  flagField('Invite Only', 'invitePost', 'Whether only who is invited may apply'),
  flagField('Keep Open on Hire', 'keepOpenOnHire', 'Whether it stays open when somebody is hired'),
  flagField(
    'Not Sure of Duration',
    'notSureProjectDuration',
    'Whether it is not known how long the work takes',
  ),
  flagField(
    'Not Sure of Experience',
    'notSureExperienceLevel',
    'Whether it is not known how much experience is needed',
  ),
  flagField(
    'Not Sure of Location',
    'notSureLocationPreference',
    'Whether it is not known where freelancers should live',
  ),
  flagField(
    'Not Sure of Number',
    'notSureFreelancersToHire',
    'Whether it is not known how many people are needed',
  ),
  flagField('Premium', 'premium', 'Whether it is a featured posting, which may cost money'),
  dateField('Start Date', 'startDate', 'The first day of the work'),
  listField('Tools', 'tools', 'Names of tools to work with'),
  choiceField('Visibility', 'access', 'Who sees the posting', VISIBILITIES),
  numberField('Weekly Retainer Budget', 'weeklyRetainerBudget', 'A fixed sum for each week', 100),
  choiceField('Workload', 'engagementType', 'How much of the week it takes', WORKLOADS),
];

/** Where the fields above are: at the top of the node, or in a collection. */
export interface FieldPaths {
  basics: string;
  extras: string;
}

/** Reads the fields above, other than those that are not of the posting's `jobPostingInfo`. */
export function readContent(
  parameters: Parameters,
  places: FieldPaths,
  statuses: readonly Choice<JobPostingStatus>[],
): JobPostingRequestInfo {
  const basic = (name: string) => places.basics + name;
  const extra = (name: string) => places.extras + name;
  const flag = (name: string) => parameters.optionalFlag(extra(name));
  const day = (name: string) => parameters.day(extra(name));
  const tools = readList(parameters, extra('tools'));
  return {
    ...readPayment(parameters, places),
    ...omitUndefined({
      title: parameters.text(basic('title')),
      description: parameters.text(basic('description')),
      groupId: parameters.locator(basic('groupId')),
      categoryId: parameters.locator(basic('categoryId')),
      status: readChoice(parameters, basic('status'), statuses),
      access: readChoice(parameters, extra('access'), VISIBILITIES),
      coverLetterRequired: flag('coverLetterRequired'),
      deadline: day('deadline'),
      deliverables: parameters.text(extra('deliverables')),
      durationId: parameters.locator(extra('durationId')),
      durationType: readChoice(parameters, extra('durationType'), DURATION_TYPES),
      endDate: day('endDate'),
      engagementType: readChoice(parameters, extra('engagementType'), WORKLOADS),
      experienceLevel: readChoice(parameters, extra('experienceLevel'), LEVELS),
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

/** Upwork: amounts are text. What does not fit the payment type would be ignored. */
function readPayment(parameters: Parameters, { basics, extras }: FieldPaths) {
  const price = (name: string) =>
    parameters.number(basics + name, { min: 0, fractions: true }) || undefined;
  const type = readChoice(parameters, `${basics}type`, PAYMENTS);
  const [budget, low, high] = ['amount', 'hourlyBudgetMin', 'hourlyBudgetMax'].map(price);
  if (type === 'HOURLY' && budget !== undefined) {
    throw parameters.invalid(`${basics}amount`, 'is given, but hourly work has rates instead');
  }
  if (type === 'FIXED_PRICE' && (low ?? high) !== undefined) {
    throw parameters.invalid(
      `${basics}${low === undefined ? 'hourlyBudgetMax' : 'hourlyBudgetMin'}`,
      'is given, but work at a fixed price has a budget instead',
    );
  }
  if (low !== undefined && high !== undefined && low > high) {
    throw parameters.invalid(
      `${basics}hourlyBudgetMin`,
      `is ${low}, above "${basics}hourlyBudgetMax", which is ${high}`,
    );
  }
  const hasRate = low !== undefined || high !== undefined;
  return omitUndefined({
    type,
    amount: budget?.toString(),
    hourlyBudgetMin: low?.toString(),
    hourlyBudgetMax: high?.toString(),
    hourlyBudgetType:
      readChoice(parameters, `${extras}hourlyBudgetType`, BUDGET_TYPES) ??
      (hasRate ? 'MANUAL' : undefined),
  });
}
