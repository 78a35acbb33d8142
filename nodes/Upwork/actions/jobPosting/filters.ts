import type { INodeProperties } from 'n8n-workflow';

import type { AccessType, ContractType, JobPostingsFilter, JobPostingStatus } from '../../api';
import {
  choiceField,
  choicesField,
  dateField,
  listField,
  lookupField,
  textField,
} from '../../fields/builders';
import type { Choice } from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';
import { filterDate } from '../../records/dates';

const STATUSES: Choice<JobPostingStatus>[] = [
  { name: 'Cancelled', value: 'CANCELLED' },
  { name: 'Deleted Draft', value: 'DELETED_DRAFT' },
  { name: 'Draft', value: 'DRAFT' },
  { name: 'Filled', value: 'FILLED' },
  { name: 'Open', value: 'REQUESTED' },
  { name: 'Waiting for Payment Method', value: 'PENDING_PAYMENT_METHOD' },
  { name: 'Waiting for Verification', value: 'VERIFICATION_PENDING' },
];
const TYPES: Choice<ContractType>[] = [
  { name: 'Fixed Price', value: 'FIXED' },
  { name: 'Hourly', value: 'HOURLY' },
];
/** Who can see a posting. */
export const VISIBILITIES: Choice<AccessType>[] = [
  { name: 'Public', value: 'PUBLIC_INDEX' },
  { name: 'Invite-Only', value: 'ACCESS_PRIVATE' },
  { name: 'Upwork Users Only', value: 'ACCESS_PUBLIC' },
];

/** Which job postings to get. */
export const postingFilterField: INodeProperties = {
  displayName: 'Filters',
  name: 'filters',
  type: 'collection',
  placeholder: 'Add Filter',
  default: {},
  options: [
    lookupField(
      { displayName: 'Category', name: 'categoryId', description: 'Category of the work' },
      'searchCategories',
    ),
    dateField('Created After', 'createdAfter', 'Only postings created at this time or later'),
    dateField('Created Before', 'createdBefore', 'Only postings created at this time or earlier'),
    listField(
      'Not Posted by IDs',
      'excludedPersonIds',
      'Leave out postings by the people with these IDs',
    ),
    choiceField('Job Type', 'jobType', 'How the work is paid', TYPES),
    listField('Posted by IDs', 'personIds', 'Only postings by the people with these IDs'),
    choicesField('Statuses', 'statuses', 'Only postings with these statuses', STATUSES),
    listField('Team IDs', 'teamIds', 'Only postings for the teams with these IDs'),
    textField('Title', 'title', 'Words in the title'),
    choicesField('Visibilities', 'visibilities', 'Who can see the posting', VISIBILITIES),
  ],
};

/** Reads the field above. */
export function readPostingFilter(parameters: Parameters): JobPostingsFilter {
  const after = parameters.moment('filters.createdAfter');
  const before = parameters.moment('filters.createdBefore');
  if (after !== undefined && before !== undefined && after > before) {
    throw parameters.invalid(
      'filters.createdAfter',
      `is later than ${parameters.label('filters.createdBefore')}`,
      'Swap the two, or remove one.',
    );
  }
  const categoryId = parameters.optionalId('filters.categoryId');
  const statusAndAccess = omitUndefined({
    statuses_any: parameters.choices('filters.statuses', STATUSES),
    accesses_any: parameters.choices('filters.visibilities', VISIBILITIES),
  });
  return {
    ...omitUndefined({
      categoryGroupIds_any: categoryId === undefined ? undefined : [categoryId],
      contractType_eq: parameters.choice('filters.jobType', TYPES),
      createdDateTimeFrom_eq: after === undefined ? undefined : filterDate(after),
      createdDateTimeTo_eq: before === undefined ? undefined : filterDate(before),
      excludePostByPersonIds_any: parameters.ids('filters.excludedPersonIds'),
      postByPersonIds_any: parameters.ids('filters.personIds'),
      postByTeamIds_any: parameters.ids('filters.teamIds'),
      statusAndAccess_any: statusAndAccess && [statusAndAccess],
      title_eq: parameters.line('filters.title'),
    }),
  };
}
