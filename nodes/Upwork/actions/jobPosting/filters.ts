import type { INodeProperties } from 'n8n-workflow';

import type { JobPostingsFilter } from '../../api';
import {
  choiceField,
  choicesField,
  dateField,
  listField,
  lookupField,
  textField,
} from '../../fields/builders';
import type { Parameters } from '../../fields/parameters';
import { omitUndefined } from '../../objects';
import { JOB_POSTING_STATUSES, JOB_TYPES, VISIBILITIES } from '../../records/choices';
import { filterDate } from '../../records/dates';

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
    choiceField('Job Type', 'jobType', 'How the work is paid', JOB_TYPES),
    listField('Posted by IDs', 'personIds', 'Only postings by the people with these IDs'),
    choicesField('Statuses', 'statuses', 'Only postings with these statuses', JOB_POSTING_STATUSES),
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
    );
  }
  const categoryId = parameters.optionalId('filters.categoryId');
  const statusAndAccess = omitUndefined({
    statuses_any: parameters.choices('filters.statuses', JOB_POSTING_STATUSES),
    accesses_any: parameters.choices('filters.visibilities', VISIBILITIES),
  });
  return {
    ...omitUndefined({
      categoryGroupIds_any: categoryId === undefined ? undefined : [categoryId],
      contractType_eq: parameters.choice('filters.jobType', JOB_TYPES),
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
