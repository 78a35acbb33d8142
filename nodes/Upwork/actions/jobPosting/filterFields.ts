import type { INodeProperties } from 'n8n-workflow';

import { omitUndefined } from '../../api';
import type { AccessType, ContractType, JobPostingStatus, JobPostingsFilter } from '../../api';
import { filterDate } from '../../records/dates';
import type { Choice } from '../../fields/builders';
import {
  choiceField,
  choicesField,
  dateField,
  listField,
  lookupField,
  readChoice,
  readChoices,
  readList,
  textField,
} from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';

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
/** Who sees a posting. */
export const VISIBILITIES: Choice<AccessType>[] = [
  { name: 'Everybody, Search Engines Too', value: 'PUBLIC_INDEX' },
  { name: 'Only Who Is Invited', value: 'ACCESS_PRIVATE' },
  { name: 'Users of Upwork', value: 'ACCESS_PUBLIC' },
];

/** Which of the job postings are wanted. */
export const postingFilterField: INodeProperties = {
  displayName: 'Filters',
  name: 'filters',
  type: 'collection',
  placeholder: 'Add Filter',
  default: {},
  options: [
    lookupField(
      { displayName: 'Category', name: 'categoryId', description: 'What the work is' },
      'searchCategories',
    ),
    dateField('Created After', 'createdAfter', 'The first moment to look at'),
    dateField('Created Before', 'createdBefore', 'The last moment to look at'),
    listField(
      'Not Posted by IDs',
      'excludedPersonIds',
      'IDs of people whose postings to leave out',
    ),
    choiceField('Payment Type', 'contractType', 'How the work is paid', TYPES),
    listField('Posted by IDs', 'personIds', 'IDs of the people who have posted it'),
    choicesField('Statuses', 'statuses', 'How far the posting has come', STATUSES),
    listField('Team IDs', 'teamIds', 'IDs of the teams that the posting is for'),
    textField('Title', 'title', 'Words of the title'),
    choicesField('Visibilities', 'visibilities', 'Who sees the posting', VISIBILITIES),
  ],
};

/** Reads the field above. */
export function readPostingFilter(parameters: Parameters): JobPostingsFilter {
  const after = parameters.moment('filters.createdAfter');
  const before = parameters.moment('filters.createdBefore');
  if (after !== undefined && before !== undefined && after > before) {
    throw parameters.invalid('filters.createdAfter', 'is later than "filters.createdBefore"');
  }
  const categoryId = parameters.locator('filters.categoryId');
  const statusAndAccess = omitUndefined({
    statuses_any: readChoices(parameters, 'filters.statuses', STATUSES),
    accesses_any: readChoices(parameters, 'filters.visibilities', VISIBILITIES),
  });
  return {
    ...omitUndefined({
      categoryGroupIds_any: categoryId === undefined ? undefined : [categoryId],
      contractType_eq: readChoice(parameters, 'filters.contractType', TYPES),
      createdDateTimeFrom_eq: after === undefined ? undefined : filterDate(after),
      createdDateTimeTo_eq: before === undefined ? undefined : filterDate(before),
      excludePostByPersonIds_any: readList(parameters, 'filters.excludedPersonIds'),
      postByPersonIds_any: readList(parameters, 'filters.personIds'),
      postByTeamIds_any: readList(parameters, 'filters.teamIds'),
      statusAndAccess_any: statusAndAccess && [statusAndAccess],
      title_eq: parameters.text('filters.title'),
    }),
  };
}
